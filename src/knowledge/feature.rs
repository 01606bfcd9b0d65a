//! What texts are compared by: words and names as numbers.

use std::num::TryFromIntError;

use serde::{Deserialize, Serialize};

/// One thing that a text may contain: the stem of a word, or a named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Feature(u32);

impl Feature {
    /// The feature of this number.
    pub(super) fn numbered(number: u32) -> Self {
        Self(number)
    }

    /// Its number among the features of its knowledge.
    pub(super) fn number(self) -> u32 {
        self.0
    }

    /// Its number among the features of its knowledge, as a place in a list.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

// For lists of features that are written as their differences.
impl From<Feature> for u64 {
    fn from(feature: Feature) -> Self {
        feature.0.into()
    }
}

impl TryFrom<u64> for Feature {
    type Error = TryFromIntError;

    fn try_from(number: u64) -> Result<Self, Self::Error> {
        number.try_into().map(Self)
    }
}

//! Which facts have which feature.

use serde::{Deserialize, Serialize};

use super::feature::Feature;
use super::lists::Lists;
use super::model::FactKey;

/// A feature that at least one in so many facts has is also kept as a bit for each fact: a fact is then looked up in one step, and
/// the bits take no more memory than the list.
const COMMON: usize = u32::BITS as usize;

/// The facts with each feature.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Postings {
    /// In the order of the facts.
    lists: Lists<FactKey>,
    /// For each common feature a bit for each fact; not written, because they follow from the lists.
    #[serde(skip)]
    bits: Lists<u64>,
}

impl Postings {
    /// From pairs of a feature's number, less than `features`, and a fact that has it.
    pub(super) fn of_pairs(features: usize, pairs: impl Iterator<Item = (usize, FactKey)>) -> Self {
        Self { lists: Lists::of_pairs(features, pairs), bits: Lists::default() }
    }

    /// Sets the bits of the common features, of so many features and facts.
    pub(super) fn complete(&mut self, features: usize, facts: usize) {
        let bits = |feature: usize| {
            let keys = self.lists.get(feature);
            let is_common = keys.len() * COMMON >= facts;
            let mut bits = vec![0u64; if is_common { facts.div_ceil(u64::BITS as usize) } else { 0 }];
            if is_common {
                for key in keys {
                    bits[key.index() / u64::BITS as usize] |= 1 << (key.index() % u64::BITS as usize);
                }
            }
            bits
        };
        self.bits = (0..features).map(bits).collect();
    }

    /// The facts with a feature, in their order.
    pub(super) fn facts(&self, feature: Feature) -> &[FactKey] {
        self.lists.get(feature.index())
    }

    /// A bit for each fact, the first one lowest, where the feature is common; else none.
    pub(super) fn bits(&self, feature: Feature) -> Option<&[u64]> {
        Some(self.bits.get(feature.index())).filter(|bits| !bits.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bits_of_a_common_feature_are_its_facts() {
        let key = FactKey;
        let facts = 130;
        let common = [3, 64, 129, 7, 90].map(|at| (0, key(at)));
        let mut postings = Postings::of_pairs(2, common.into_iter().chain([(1, key(5))]));
        postings.complete(2, facts);
        let bits = postings.bits(Feature::numbered(0)).expect("one in 26 has it");
        let set: Vec<usize> = (0..facts).filter(|at| bits[at / 64] >> (at % 64) & 1 == 1).collect();
        assert_eq!(set, postings.facts(Feature::numbered(0)).iter().map(|key| key.index()).collect::<Vec<_>>());
        assert_eq!(postings.bits(Feature::numbered(1)), None);
    }
}

//! The words of a question that point to an intent, a step or a group of countries.

use smallvec::SmallVec;

use crate::knowledge::index::Index;
use crate::knowledge::vocabulary::{CueMeaning, Intent, Step};
use crate::text::tokens::Token;

/// Steps, each once: no more than there are, so that they ask for no memory.
pub type Steps = SmallVec<[Step; Step::ALL.len()]>;

/// A cue and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it points to.
    pub means: CueMeaning,
    /// Index of its first token.
    pub first: usize,
    /// How many tokens it covers.
    pub count: usize,
}

impl Found {
    /// Whether it is a step whose words are part of those of another step: "entered" in "entered into force".
    fn is_step_within(&self, other: &Self) -> bool {
        let steps = matches!(self.means, CueMeaning::Step(_)) && matches!(other.means, CueMeaning::Step(_));
        steps && self.count < other.count && other.covers(self.first) && other.covers(self.first + self.count - 1)
    }

    /// Whether it covers the token.
    pub fn covers(&self, token: usize) -> bool {
        (self.first..self.first + self.count).contains(&token)
    }
}

/// The cues in a text, from left to right; a cue found twice is listed twice.
pub fn find(index: &Index, tokens: &[Token]) -> Vec<Found> {
    let found = index.find_cues(tokens).into_iter().map(|(first, count, means)| Found { means, first, count });
    let found: Vec<Found> = found.collect();
    found.iter().filter(|cue| !found.iter().any(|other| cue.is_step_within(other))).copied().collect()
}

/// Whether the intent is among the cues.
pub fn has_intent(found: &[Found], intent: Intent) -> bool {
    found.iter().any(|cue| cue.means == CueMeaning::Intent(intent))
}

/// The steps among the cues, lowest first, each once.
pub fn steps(found: &[Found]) -> Steps {
    let mut steps: Steps = found
        .iter()
        .filter_map(|cue| match cue.means {
            CueMeaning::Step(step) => Some(step),
            _ => None,
        })
        .collect();
    steps.sort_unstable();
    steps.dedup();
    steps
}

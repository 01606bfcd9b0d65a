//! The words of a question that point to an intent, a step or a group of countries.

use crate::knowledge::model::Cue;
use crate::knowledge::vocabulary::{CueMeaning, Intent, Step};
use crate::text::tokens::{Token, tokenise};

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
    /// Whether it covers the token.
    pub fn covers(&self, token: usize) -> bool {
        (self.first..self.first + self.count).contains(&token)
    }
}

/// The cues in a text, in the order of the knowledge; a cue found twice is listed twice.
pub fn find(cues: &[Cue], tokens: &[Token]) -> Vec<Found> {
    let mut found = Vec::new();
    for cue in cues.iter().filter(|cue| cue.means != CueMeaning::Filler) {
        for phrase in &cue.words {
            let words: Vec<String> = tokenise(phrase).into_iter().map(|t| t.folded).collect();
            let places = tokens.windows(words.len().max(1)).enumerate();
            let places = places.filter(|(_, window)| window.iter().zip(&words).all(|(t, word)| t.folded == *word));
            found.extend(places.map(|(first, _)| Found { means: cue.means, first, count: words.len() }));
        }
    }
    found
}

/// Whether the intent is among the cues.
pub fn has_intent(found: &[Found], intent: Intent) -> bool {
    found.iter().any(|cue| cue.means == CueMeaning::Intent(intent))
}

/// The steps among the cues, lowest first, each once.
pub fn steps(found: &[Found]) -> Vec<Step> {
    let mut steps: Vec<_> = found
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

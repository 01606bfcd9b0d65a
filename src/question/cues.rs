//! The words of a question that point to an intent, a step or a group of countries.

use smallvec::SmallVec;

use super::words::{asks, is_auxiliary};
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
    let asks = |cue: &Found| {
        let is_when = cue.means == CueMeaning::Intent(Intent::When) && tokens[cue.first].folded == "when";
        !(is_when && cue.count == 1 && opens_a_clause(tokens, cue.first))
    };
    found.iter().filter(|cue| asks(cue) && !found.iter().any(|other| cue.is_step_within(other))).copied().collect()
}

/// Whether a "when" only says at which time something is asked of: "When Bahrain signed, who was there?". It is followed by no
/// verb that asks, and another word asks, of which it is no second one ("who signed and when").
fn opens_a_clause(tokens: &[Token], when: usize) -> bool {
    // A verb asks, and so does what stands before one ("when exactly") or before another question word ("when and where").
    let asks_too = |next: &str| is_auxiliary(next) || matches!(next, "will" | "exactly" | "precisely" | "and");
    let word = |at: usize| tokens.get(at).map(|token| token.folded.as_str());
    let is_second = |at: usize| at > 0 && matches!(word(at - 1), Some("and" | "or" | "n"));
    let is_asker = |at: usize| word(at).is_some_and(|word| word != "when" && asks(word)) && !is_second(at);
    let is_followed = word(when + 1).is_some_and(|next| !asks_too(next));
    is_followed && !is_second(when) && (0..tokens.len()).any(is_asker)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokenise;

    #[test]
    fn a_when_that_opens_a_clause_asks_for_no_day() {
        let opens = |text: &str| {
            let tokens = tokenise(text);
            let when = tokens.iter().position(|token| token.folded == "when").expect("it has one");
            opens_a_clause(&tokens, when)
        };
        for text in ["When Bahrain signed, who was there?", "Who was president when Morocco joined?"] {
            assert!(opens(text), "{text}");
        }
        for text in ["When did Bahrain sign?", "uae signed when", "when uae sign deal", "Who signed, and when?"] {
            assert!(!opens(text), "{text}");
        }
    }
}

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
    let found: Vec<Found> = found.chain(is_in(tokens)).collect();
    let asks = |cue: &Found| {
        let is_when = cue.means == CueMeaning::Intent(Intent::When) && tokens[cue.first].folded == "when";
        !(is_when && cue.count == 1 && opens_a_clause(tokens, cue.first))
    };
    let joins = |cue: &Found| !(is_of_membership(cue.means) && is_of_a_body(tokens, &found, cue));
    let is_part = |cue: &Found| found.iter().any(|other| cue.is_step_within(other));
    found.iter().filter(|cue| asks(cue) && joins(cue) && !is_part(cue)).copied().collect()
}

/// The "in" of "is Oman in?" and "are the Saudis actually in": a short question that ends with it is on who belongs.
fn is_in(tokens: &[Token]) -> Option<Found> {
    const LONGEST: usize = 6;
    let last = tokens.last().filter(|token| token.folded == "in")?;
    let opens = |at: &usize| {
        let token = &tokens[*at];
        let begins = *at == 0 || token.after_comma || tokens[at - 1].sentence != token.sentence;
        begins && token.sentence == last.sentence && matches!(token.folded.as_str(), "is" | "are")
    };
    let start = (0..tokens.len()).rfind(opens)?;
    let count = tokens.len() - start;
    let is_short = (3..=LONGEST).contains(&count);
    is_short.then_some(Found { means: CueMeaning::Step(Step::Joined), first: tokens.len() - 1, count: 1 })
}

/// Whether words for this may speak of who belongs to the accords.
fn is_of_membership(means: CueMeaning) -> bool {
    matches!(means, CueMeaning::Step(Step::Joined) | CueMeaning::Intent(Intent::Members | Intent::Status))
}

/// Words between "member of" and what somebody is a member of ("a member of an Israeli cabinet").
const MEMBER_OF: usize = 4;

/// Whether the member that is spoken of is one of a cabinet or the like, as people are: "a member of the Knesset".
fn is_of_a_body(tokens: &[Token], found: &[Found], cue: &Found) -> bool {
    let is_body = |at: usize| found.iter().any(|other| other.means == CueMeaning::Body && other.covers(at));
    let word = |at: usize| tokens.get(at).map(|token| token.folded.as_str());
    let last = cue.first + cue.count - 1;
    let is_member = matches!(word(last), Some("member" | "members"));
    let is_owned = || cue.first > 0 && is_body(cue.first - 1);
    let belongs = || word(last + 1) == Some("of") && (last + 2..last + 2 + MEMBER_OF).any(is_body);
    is_member && (is_owned() || belongs())
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
    use crate::knowledge::Knowledge;
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

    #[test]
    fn a_member_of_a_cabinet_is_no_member_of_the_accords() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let joins = |text: &str| {
            let tokens = knowledge.index().tokenise(text);
            find(knowledge.index(), &tokens).iter().any(|cue| cue.means == CueMeaning::Step(Step::Joined))
        };
        assert!(joins("Is Bahrain a member of the accords?"));
        assert!(!joins("Was Karhi the first member of an Israeli cabinet in Riyadh?"));
        assert!(!joins("Which cabinet member flew to Riyadh?"));
    }
}

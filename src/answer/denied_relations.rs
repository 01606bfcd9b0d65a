//! Statements that a country had no relations with Israel, where the record has when they began.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, State, Step};
use crate::question::Reading;
use crate::question::cues::Found;

/// Words that may stand between the denial and the relations: "never had any diplomatic ties".
const BETWEEN: [&str; 14] = [
    "had",
    "have",
    "has",
    "any",
    "real",
    "official",
    "formal",
    "full",
    "diplomatic",
    "bilateral",
    "actual",
    "at",
    "all",
    "established",
];

/// When relations began, told to who says or asks whether there were none; as a correction but for the time before.
pub(super) fn denied_relations<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    if !reading.is_yes_or_no() || !denies_relations(reading) {
        return None;
    }
    let rung = knowledge.rung(country, Step::Relations);
    let is_of = |fact: &&Fact, state: State| fact.action.as_ref().is_some_and(|action| action.state == state);
    // Relations that were broken off, or never were, are another story.
    if rung.iter().any(|fact| is_of(fact, State::NotDone)) {
        return None;
    }
    let done = || rung.iter().copied().filter(|fact| is_of(fact, State::Done));
    let is_main = |fact: &&Fact| fact.action.as_ref().is_some_and(|action| action.main);
    let began = done().find(is_main).or_else(|| done().next())?;
    let is_before = reading.date().zip(began.date).is_some_and(|(asked, date)| asked.first() <= date.last());
    let mut draft =
        Draft::new(knowledge, if is_before { Outcome::Answered } else { Outcome::Corrected }, Confidence::Typed);
    draft.tell(began);
    if !is_before {
        draft.lead(NOT_SO);
    }
    Some(draft)
}

/// Whether a word that denies stands before "relations" or "ties" with nothing between that says more.
fn denies_relations(reading: &Reading) -> bool {
    let is_relations = |cue: &&Found| {
        let last = &reading.tokens[cue.first + cue.count - 1];
        let is_noun = ["relations", "ties", "links", "relationship", "contacts"].contains(&last.folded.as_str());
        cue.means == CueMeaning::Step(Step::Relations) && is_noun
    };
    let denials = || reading.cues.iter().filter(|cue| cue.means == CueMeaning::Negation);
    reading.cues.iter().filter(is_relations).any(|cue| {
        let is_denied = |denial: &Found| {
            let end = denial.first + denial.count;
            let between = reading.tokens.get(end.min(cue.first)..cue.first).unwrap_or_default();
            denial.first < cue.first + cue.count && between.iter().all(|token| BETWEEN.contains(&token.folded.as_str()))
        };
        denials().any(is_denied)
    })
}

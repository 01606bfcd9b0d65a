//! A question whether something is so of which one fact says everything: no other fact stands against it.

use super::denial::is_negative;
use super::direction::is_reversed;
use super::draft::Draft;
use super::hit::{Flaws, Hit};
use super::other_numbers::tells_other_numbers;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::CueMeaning;
use crate::question::Reading;

/// The share of the question that the sentence of the fact must say: all of it, rounding aside.
const WHOLE: f32 = 0.98;

/// Facts among which it is looked for.
const NEAREST: usize = 8;

/// The fact that says just what is asked whether it is so.
pub(super) fn affirmed<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    if !reading.is_yes_or_no() || reading.has(CueMeaning::Negation) || reading.has(CueMeaning::Undo) {
        return None;
    }
    // "They only opened it in 2025" is not said by what tells of 2025 and of no other time.
    let restricts = reading.has_word(&["only"]);
    let says_only = |fact: &Fact| fact.text.split_whitespace().any(|word| word == "only");
    let says_it = |hit: &&Hit<'_>| {
        let is_whole = hit.text >= WHOLE && hit.missing.is_empty() && hit.flaws == Flaws::NONE && hit.compounds >= 1.0;
        // That something was in a year says nothing of the month that is asked about.
        let is_of_then = |asked: PartialDate| hit.fact.date.is_some_and(|date| asked.contains(date));
        let is_dated = reading.dates.is_empty() || (hit.date > 0.0 && reading.date().is_none_or(is_of_then));
        is_whole
            && is_dated
            && (!restricts || says_only(hit.fact))
            && !is_negative(knowledge, hit.fact)
            && !is_reversed(knowledge, reading, hit.fact)
            && !tells_other_numbers(knowledge, reading, hit)
    };
    let hit = hits.iter().take(NEAREST).find(says_it)?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    draft.tell(hit.fact);
    Some(draft)
}

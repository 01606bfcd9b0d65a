//! What happened on a day of the year.

use super::draft::Draft;
use super::phrases::QUIET_DAY;
use super::unknown::bare;
use super::{Answer, Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{FactKind, Tier};

/// Events told of one day.
const MOST_EVENTS: usize = 4;

/// What is recorded for a day of the year, the best supported events first; unknown when nothing is.
pub fn on_this_day(knowledge: &Knowledge, month: i8, day: i8) -> Answer {
    let mut facts: Vec<&Fact> = knowledge
        .stated_facts()
        .filter(|fact| fact.anniversary.is_some() && fact.kind != FactKind::Claim)
        .filter(|fact| {
            fact.date.and_then(PartialDate::day).is_some_and(|date| (date.month(), date.day()) == (month, day))
        })
        .collect();
    facts.sort_by_key(|fact| order(knowledge, fact));
    if facts.is_empty() {
        return bare(Outcome::Unknown, QUIET_DAY.to_owned(), Vec::new());
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for fact in facts.into_iter().take(MOST_EVENTS) {
        draft.tell(fact);
    }
    draft.finish(None, Vec::new())
}

/// Events fit for a post first, then steps of the accords, then by tier and number of references, date and id.
pub(super) fn order<'f>(
    knowledge: &Knowledge,
    fact: &'f Fact,
) -> (bool, bool, bool, Option<Tier>, usize, Option<PartialDate>, &'f str) {
    let is_step = fact.action.as_ref().is_some_and(|action| !action.ladder.is_empty());
    let is_main = fact.action.as_ref().is_some_and(|action| action.main);
    let tier = fact.references.first().map(|reference| knowledge.source_at(reference.source).tier);
    let unprompted = fact.anniversary == Some(crate::knowledge::vocabulary::Anniversary::Unprompted);
    (!unprompted, !is_main, !is_step, tier, usize::MAX - fact.references.len(), fact.date, &fact.id)
}

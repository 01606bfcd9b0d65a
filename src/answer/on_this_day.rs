//! What happened on a day of the year.

use jiff::ToSpan;
use jiff::civil::Date;

use super::draft::Draft;
use super::phrases::QUIET_DAY;
use super::unknown::bare;
use super::{Answer, Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{Anniversary, Rank, Tier};

/// Events told of one day.
const MOST_EVENTS: usize = 4;

/// What is recorded for a day of the year, the best supported events first; unknown when nothing is.
pub fn on_this_day(knowledge: &Knowledge, month: i8, day: i8) -> Answer {
    let mut facts: Vec<&Fact> =
        knowledge.stated_facts_of_day(month, day).filter(|fact| fact.anniversary.is_some()).collect();
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

/// What may be told on a date without being asked: events of the same day in earlier years that are fit for it, the best
/// supported first; none where there are none.
///
/// An event of 29 February is told on 28 February of the years that have no 29th.
pub fn unprompted(knowledge: &Knowledge, on: Date) -> Option<Answer> {
    let mut facts: Vec<&Fact> = told_on(knowledge, on).collect();
    facts.sort_by_key(|fact| order(knowledge, fact));
    if facts.is_empty() {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for fact in facts.into_iter().take(MOST_EVENTS) {
        draft.tell(fact);
    }
    Some(draft.finish(None, Vec::new()))
}

/// The same for the date nearest to a given one that has something to tell, with that date; of two as near, the earlier one.
pub fn nearest(knowledge: &Knowledge, to: Date) -> Option<(Date, Answer)> {
    /// Half a year each way is the whole year.
    const FURTHEST: i32 = 183;
    let dates = (0..=FURTHEST).flat_map(|days| {
        let (before, after) = (to.checked_sub(days.days()).ok(), to.checked_add(days.days()).ok());
        before.into_iter().chain(after.filter(|_| days > 0))
    });
    // What is told must have happened by the day of the post, whichever day it is told for.
    dates.into_iter().find_map(|on| {
        let has_one =
            told_on(knowledge, on).any(|fact| fact.date.and_then(PartialDate::day).is_some_and(|day| day < to));
        has_one.then(|| unprompted(knowledge, on).map(|answer| (on, answer))).flatten()
    })
}

fn told_on(knowledge: &Knowledge, on: Date) -> impl Iterator<Item = &Fact> {
    let also_29th = (on.month(), on.day()) == (2, 28) && !on.in_leap_year();
    let is_deprecated = |fact: &Fact| {
        let mut values = knowledge.disputes_of(fact.key).flat_map(|dispute| &dispute.values);
        values.any(|value| value.fact == fact.key && value.rank == Rank::Deprecated)
    };
    let of_29th = also_29th.then(|| knowledge.stated_facts_of_day(2, 29)).into_iter().flatten();
    knowledge
        .stated_facts_of_day(on.month(), on.day())
        .chain(of_29th)
        .filter(|fact| fact.anniversary == Some(Anniversary::Unprompted))
        .filter(move |fact| fact.date.and_then(PartialDate::day).is_some_and(|date| date < on))
        .filter(move |fact| !is_deprecated(fact))
}

/// Events fit for a post first, then steps of the accords, then by tier and number of references, date and id.
pub(super) fn order<'f>(
    knowledge: &Knowledge,
    fact: &'f Fact,
) -> (bool, bool, bool, Option<Tier>, usize, Option<PartialDate>, &'f str) {
    let is_step = fact.action.as_ref().is_some_and(|action| !action.ladder.is_empty());
    let is_main = fact.action.as_ref().is_some_and(|action| action.main);
    let tier = fact.references.first().map(|reference| knowledge.source_at(reference.source).tier);
    let unprompted = fact.anniversary == Some(Anniversary::Unprompted);
    (!unprompted, !is_main, !is_step, tier, usize::MAX - fact.references.len(), fact.date, &fact.id)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::knowledge::vocabulary::Tier;

    fn knowledge() -> Knowledge {
        Knowledge::embedded().expect("the build checked it")
    }

    #[test]
    fn only_what_is_fit_is_told_unasked_with_years_and_sources() {
        let knowledge = knowledge();
        let (mut told, mut day) = (0, date(2028, 1, 1));
        while day < date(2029, 1, 1) {
            if let Some(answer) = unprompted(&knowledge, day) {
                told += 1;
                assert_eq!(unprompted(&knowledge, day), Some(answer.clone()), "the same day, the same post");
                for sentence in &answer.sentences {
                    let [id] = &sentence.facts[..] else { panic!("a sentence on one fact: {sentence:?}") };
                    let fact = knowledge.fact(id).expect("a fact");
                    let on = fact.date.and_then(PartialDate::day).expect("a day that a source states");
                    assert_eq!((on.month(), on.day()), (day.month(), day.day()));
                    assert!(sentence.text.contains(&on.year().to_string()), "{sentence:?}");
                    let sources: Vec<_> = fact.references.iter().map(|it| knowledge.source_at(it.source)).collect();
                    let good = sources.iter().any(|source| matches!(source.tier, Tier::One | Tier::Two));
                    assert!(good || sources.iter().any(|source| source.publisher != sources[0].publisher), "{id}");
                    assert!(!sentence.citations.is_empty());
                }
            }
            day = day.tomorrow().expect("in range");
        }
        println!("{told} of 366 days have something to tell");
        assert!(told > 250);
    }

    #[test]
    fn the_29th_of_february_is_told_on_the_28th_of_other_years() {
        let knowledge = knowledge();
        let ids = |on| unprompted(&knowledge, on).map(|answer| answer.facts).unwrap_or_default();
        let leap = ids(date(2028, 2, 29));
        assert!(!leap.is_empty(), "the knowledge has an event of that day");
        assert!(leap.iter().all(|id| ids(date(2027, 2, 28)).contains(id)));
        assert!(leap.iter().all(|id| !ids(date(2028, 2, 28)).contains(id)), "a leap year has the day itself");
        assert!(ids(date(2027, 3, 1)).iter().all(|id| !leap.contains(id)));
    }

    #[test]
    fn a_quiet_day_has_a_nearest_day() {
        let knowledge = knowledge();
        let (mut quiet, mut day) = (0, date(2027, 1, 1));
        while day < date(2028, 1, 1) {
            let (on, _) = nearest(&knowledge, day).expect("there always is one");
            if unprompted(&knowledge, day).is_some() {
                assert_eq!(on, day);
            } else {
                quiet += 1;
                let off = on.since(day).expect("days").get_days().abs();
                for nearer in 0..off {
                    for day in [day.checked_sub(nearer.days()), day.checked_add(nearer.days())] {
                        assert!(unprompted(&knowledge, day.expect("in range")).is_none(), "{on} is not nearest");
                    }
                }
            }
            day = day.tomorrow().expect("in range");
        }
        println!("{quiet} quiet days");
        assert!(quiet > 0);
        // Before everything, there is nothing to remember.
        assert_eq!(nearest(&knowledge, date(1800, 1, 1)), None);
    }
}

//! What happened in the order of time: at large, or with one country.

use super::listing::{Page, page};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{Anniversary, FactKind, State};

/// What a timeline is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The country or other entity; none for the main events of all.
    pub of: Option<EntityKey>,
    /// Nothing that ended before.
    pub from: Option<PartialDate>,
    /// Nothing that began after.
    pub to: Option<PartialDate>,
}

/// A page of what happened, the earliest first.
pub fn timeline(knowledge: &Knowledge, span: Span, at: usize) -> Page {
    page(knowledge, &events(knowledge, span), at)
}

/// All that happened, the earliest first.
pub fn events(knowledge: &Knowledge, span: Span) -> Vec<&Fact> {
    let mut facts: Vec<&Fact> = knowledge
        .stated_facts()
        .filter(|fact| match span.of {
            Some(entity) => is_event(fact) && fact.about.contains(&entity),
            None => is_main(knowledge, fact),
        })
        .filter(|fact| {
            let Some(date) = fact.date else { return false };
            let last = fact.end.unwrap_or(date).last();
            span.from.is_none_or(|from| last >= from.first()) && span.to.is_none_or(|to| date.first() <= to.last())
        })
        .collect();
    facts.sort_by_key(|fact| (fact.date.map(PartialDate::first), fact.date, fact.id.as_str()));
    facts.dedup_by(|one, other| one.text == other.text);
    facts
}

/// Something that happened, and not how things stood.
fn is_event(fact: &Fact) -> bool {
    let done = fact.action.as_ref().is_none_or(|action| action.state == State::Done);
    (fact.kind == FactKind::Event || fact.action.is_some()) && done && fact.date.is_some()
}

/// A main step of a country, or a day of the accords fit to be remembered.
fn is_main(knowledge: &Knowledge, fact: &Fact) -> bool {
    let step = fact.action.as_ref().is_some_and(|action| action.main && !action.ladder.is_empty());
    let of_the_accords = || fact.about.iter().any(|&key| knowledge.is_subject(key));
    is_event(fact) && (step || (fact.anniversary == Some(Anniversary::Unprompted) && of_the_accords()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_timeline_is_in_order_and_within_its_days() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let of = knowledge.entity("morocco").map(|entity| entity.key);
        let date = |text: &str| text.parse().ok();
        for span in [
            Span::default(),
            Span { of, ..Span::default() },
            Span { of, from: date("2021"), to: date("2021-12") },
            Span { of: None, from: date("2020-09-15"), to: date("2020-09-15") },
        ] {
            let first = timeline(&knowledge, span, 0);
            let pages: Vec<Page> = (0..first.of).map(|at| timeline(&knowledge, span, at)).collect();
            let facts = pages.iter().flat_map(|page| &page.answer.facts).map(|id| knowledge.fact(id).expect("a fact"));
            let dates: Vec<PartialDate> = facts.map(|fact| fact.date.expect("only dated facts")).collect();
            assert!(!dates.is_empty(), "{span:?}");
            assert!(dates.is_sorted_by_key(|date| date.first()), "{span:?}");
            assert!(span.to.is_none_or(|to| dates.iter().all(|date| date.first() <= to.last())));
        }
        let nothing = Span { of: None, from: date("1900"), to: date("1901") };
        assert!(timeline(&knowledge, nothing, 0).answer.facts.is_empty());
    }
}

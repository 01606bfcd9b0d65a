//! Steps of a document: when it was signed, approved, or took effect, and whether the question has the day right.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{EntityKind, State, Step};
use crate::question::Reading;

/// A correction when the question dates a step of a document to another day than the facts do.
pub(super) fn misdated<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let fact = on_another_day(knowledge, reading)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// The fact that a document took the step that the question names, on another day than the question has.
pub(super) fn on_another_day<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<&'k Fact> {
    // Of several dates to choose from one may be right.
    let asked = reading.date().filter(|_| reading.dates.len() == 1 && !reading.is_as_of())?;
    let document =
        *reading.named(knowledge, EntityKind::Document).iter().find(|&&it| knowledge.entity_at(it).id != SUBJECT)?;
    let [step] = reading.steps()[..] else { return None };
    let of_the_country = match reading.partners(knowledge)[..] {
        [country] => step_of_country(knowledge, document, step, country),
        _ => None,
    };
    let fact = of_the_country.or_else(|| step_of_document(knowledge, document, step))?;
    (!fact.date.is_some_and(|date| date.overlaps(asked))).then_some(fact)
}

/// The fact that states that one country alone took a step of a document.
pub(super) fn step_of_country(
    knowledge: &Knowledge,
    document: EntityKey,
    step: Step,
    country: EntityKey,
) -> Option<&Fact> {
    knowledge.stated_facts_on(document).find(|fact| {
        fact.action.as_ref().is_some_and(|action| {
            action.instrument == Some(document)
                && action.step == step
                && action.state == State::Done
                && action.main
                && action.ladder == [country]
        })
    })
}

/// The fact that states best that a document took a step.
pub(super) fn step_of_document(knowledge: &Knowledge, document: EntityKey, step: Step) -> Option<&Fact> {
    let mut facts: Vec<&Fact> = knowledge
        .stated_facts_on(document)
        .filter(|fact| {
            fact.action.as_ref().is_some_and(|action| {
                action.instrument == Some(document) && action.step == step && action.state == State::Done
            })
        })
        .filter(|fact| fact.date.is_some())
        .collect();
    facts.sort_by_key(|fact| (!fact.action.as_ref().is_some_and(|action| action.main), fact.date, fact.id.as_str()));
    facts.first().copied()
}

//! Questions on the accords themselves that name nothing else: what they are, when, where and by whom they were signed, why.

use super::draft::Draft;
use super::{Confidence, Outcome};
use crate::knowledge::model::{Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{CueMeaning, Intent, Property, State, Step};
use crate::question::Reading;

/// The fact on the accords as a whole that the question wants.
pub(super) fn overview<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let subject = knowledge.entity(SUBJECT)?.key;
    let names_only_subject =
        reading.terms.iter().all(|term| term.entity == Some(subject) || is_step(knowledge, reading, term));
    if reading.terms.is_empty() || !names_only_subject || !reading.dates.is_empty() {
        return None;
    }
    let of = |property: Property| {
        let facts = knowledge.stated_facts();
        let fitting = facts.filter(move |fact| fact.property == Some(property) && fact.about.first() == Some(&subject));
        let names_person = |fact: &Fact| !knowledge.index().profile_of(fact.key).persons.is_empty();
        let asks_who = reading.wants(Intent::Who);
        fitting.min_by_key(|fact| {
            (
                asks_who && !names_person(fact),
                !asks_who && knowledge.is_weak(fact),
                usize::MAX - fact.references.len(),
                &fact.id,
            )
        })
    };
    let signing = || knowledge.stated_facts().find(|fact| is_the_signing(fact, subject));
    let signed =
        reading.steps().iter().any(|step| matches!(step, Step::Signed | Step::Joined)) || reading.steps().is_empty();
    let fact = if reading.has(CueMeaning::Property(Property::NameOrigin)) {
        of(Property::NameOrigin)
    } else if reading.wants(Intent::When) || reading.wants(Intent::Where) {
        signing().filter(|_| signed)
    } else if reading.wants(Intent::Definition)
        && !reading.wants(Intent::Members)
        && (reading.steps().is_empty() || reading.names_subject(knowledge))
    {
        of(Property::Definition)
    } else if reading.wants(Intent::Why) {
        of(Property::Reason)
    } else {
        None
    }?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(fact);
    Some(draft)
}

/// Whether a term is the word of a step, such as "signed".
fn is_step(knowledge: &Knowledge, reading: &Reading, term: &crate::question::Term) -> bool {
    term.entity.is_none()
        && reading.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Step(_))).any(|cue| {
            reading.tokens[cue.first..cue.first + cue.count]
                .iter()
                .any(|token| knowledge.index().feature_of_stem(&token.stem) == term.feature)
        })
}

/// The signing of the accords: a signature on a known day of which they are the first subject.
fn is_the_signing(fact: &Fact, subject: crate::knowledge::model::EntityKey) -> bool {
    let signed = fact.action.as_ref().is_some_and(|action| action.step == Step::Signed && action.state == State::Done);
    signed && fact.about.first() == Some(&subject) && fact.date.is_some_and(|date| date.day().is_some())
}

//! Questions that take something for granted which a fact contradicts: another person, place or day.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::rank::Hit;
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, ISRAEL, Knowledge, SUBJECT, UNITED_STATES};
use crate::knowledge::vocabulary::{ConditionState, CueMeaning, EntityKind, FactKind, Intent, State, Step};
use crate::question::Reading;

/// How well a fact must fit, apart from the name or date in question, to stand against it: better than a plain answer,
/// because a wrong correction is a wrong answer with emphasis.
const LEAST_FIT: f32 = 0.66;

/// How like one of its questions must be.
const LEAST_LIKENESS: f32 = 0.45;

/// The fact that stands against what the question takes for granted, as a correction.
pub(super) fn correct<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    let mut fitting: Vec<&Hit<'_>> =
        hits.iter().filter(|hit| hit.fit >= LEAST_FIT && hit.ask >= LEAST_LIKENESS).collect();
    fitting.sort_by(|one, other| other.fit.total_cmp(&one.fit).then_with(|| one.fact.id.cmp(&other.fact.id)));
    let hit = fitting.first()?;
    let is_event =
        matches!(hit.fact.kind, FactKind::Event | FactKind::Status | FactKind::Attribute | FactKind::Condition);
    let stands_against = match hit.missing[..] {
        [] => hit.other_date && !reading.wants(Intent::Who) && !reading.steps().is_empty(),
        _ => hit.missing.iter().all(|&entity| contradicts(knowledge, reading, hit, entity)),
    };
    if !is_event || !stands_against {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(hit.fact).lead(NOT_SO);
    Some(draft)
}

/// Whether a fact that fits has another person or place than the question names, so that telling it corrects the question.
pub(super) fn differs(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    hit.missing.iter().any(|&entity| contradicts(knowledge, reading, hit, entity))
}

/// Whether the fact has somebody or something else in the place of what it lacks.
fn contradicts(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, lacking: EntityKey) -> bool {
    let entity = knowledge.entity_at(lacking);
    let profile = knowledge.index().profile_of(hit.fact.key);
    let is_side = [ISRAEL, UNITED_STATES].contains(&entity.id.as_str());
    match entity.kind {
        EntityKind::Person => {
            profile.persons.iter().any(|person| !reading.mentions.iter().any(|m| m.entities.contains(person)))
        }
        EntityKind::Term if knowledge.index().is_place(lacking) => hit.fact.place.is_some(),
        EntityKind::Country => is_side && !hit.fact.concerns(lacking),
        _ => false,
    }
}

/// Whether an answer that fits is in truth a denial of what the question takes for granted.
pub(super) fn is_denial(reading: &Reading, hit: &Hit<'_>) -> bool {
    let presumes = !reading.is_yes_or_no()
        && (reading.wants(Intent::When) || reading.wants(Intent::Why) || reading.wants(Intent::Who));
    let steps = reading.steps();
    let denied = hit.fact.action.as_ref().is_some_and(|action| action.state == State::NotDone && hit.fact.kind != FactKind::Event
            && (steps.contains(&action.step) || action.step == Step::Joined))
        || hit.fact.condition.as_ref().is_some_and(|condition| condition.state == ConditionState::Suspended);
    presumes && denied
}

/// A question that takes the membership of a country for granted which a cited fact says has not joined.
pub(super) fn presumed_member<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let is_side = |key: &EntityKey| [ISRAEL, UNITED_STATES].contains(&knowledge.entity_at(*key).id.as_str());
    let countries: Vec<_> = reading.countries(knowledge).into_iter().filter(|key| !is_side(key)).collect();
    let [country] = countries[..] else { return None };
    let names_accords =
        reading.mentions.iter().any(|m| m.entities.iter().any(|&it| knowledge.entity_at(it).id == SUBJECT));
    let joins = reading.steps().iter().any(|&step| matches!(step, Step::Joined | Step::Signed | Step::Ratified));
    let asks_of_words = [Intent::Said, Intent::Gain, Intent::Obstacle].into_iter().any(|intent| reading.wants(intent));
    let negated = reading.has(CueMeaning::Negation) || reading.is_yes_or_no();
    if !names_accords || !joins || asks_of_words || negated || knowledge.membership(country) != Membership::Outside {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(knowledge.rung(country, Step::Joined).first()?);
    Some(draft)
}

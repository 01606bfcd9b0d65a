//! Whether something had happened by a day.

use jiff::civil::Date;

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::documents::step_of_document;
use super::draft::Draft;
use super::presumed::DECLARATION;
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{EntityKind, State, Step};
use crate::question::Reading;

/// The answer to "had X happened by then?": the fact, and if it is of a later day, that it had not.
///
/// The day is the one that the asker has set, else the one that the question names.
pub(super) fn as_of<'k>(knowledge: &'k Knowledge, reading: &Reading, set: Option<Date>) -> Option<Draft<'k>> {
    let named = reading.date_of_deed().filter(|_| reading.is_as_of());
    let day = set.map(PartialDate::from).or(named).filter(|_| reading.is_yes_or_no())?;
    let fact = step_of_country(knowledge, reading, day)
        .or_else(|| document_step(knowledge, reading))
        .or_else(|| event(knowledge, reading))?;
    let happened = fact.date?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(fact);
    let is_denial = fact.action.as_ref().is_some_and(|action| action.state != State::Done);
    if !is_denial && happened.first() > day.last() {
        let by = if day.day().is_some() { "on" } else { "by the end of" };
        draft.lead(&format!("Not yet {by} {day}."));
    }
    Some(draft)
}

/// A country's joining, where that is what is asked. That it had not joined is told as of the first day on record from the one
/// asked about on: a later one says less of that day.
fn step_of_country<'k>(knowledge: &'k Knowledge, reading: &Reading, day: PartialDate) -> Option<&'k Fact> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    // To sign the accords or their Declaration is to join.
    let of_the_accords = |key: &EntityKey| [SUBJECT, DECLARATION].contains(&knowledge.entity_at(*key).id.as_str());
    let documents = reading.named(knowledge, EntityKind::Document);
    let joins = match reading.steps()[..] {
        [Step::Joined] => true,
        [Step::Signed] => !documents.is_empty() && documents.iter().all(of_the_accords),
        _ => false,
    };
    if !joins {
        return None;
    }
    let step = match knowledge.membership(country) {
        Membership::Member | Membership::SignedOnly => Step::Signed,
        Membership::Announced => Step::Announced,
        Membership::Outside => Step::Joined,
        Membership::Unrecorded => return None,
    };
    let rung = knowledge.rung(country, step);
    let is_from_then_on = |fact: &&&Fact| fact.date.is_some_and(|date| date.last() >= day.first());
    // Of what is only known to be of that month it is not known whether it was by that day.
    let is_vague = |fact: &&&Fact| fact.date.is_some_and(|date| date.first() < day.first());
    let nearest = rung.iter().filter(is_from_then_on).min_by_key(|fact| (is_vague(fact), fact.date));
    let is_outside = step == Step::Joined;
    nearest.filter(|_| is_outside).or(rung.first()).copied()
}

/// The step of the one document that is named.
fn document_step<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<&'k Fact> {
    let documents = reading.named(knowledge, EntityKind::Document);
    let document = documents.into_iter().find(|&it| knowledge.entity_at(it).id != SUBJECT)?;
    let [step] = reading.steps()[..] else { return None };
    step_of_document(knowledge, document, step)
}

/// The event that the rest of the question names best; the first of its kind, because later ones do not tell whether it had happened.
fn event<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<&'k Fact> {
    // Whether something was still so is not told by when it began.
    if reading.has_word(&["still", "changed", "remained"]) {
        return None;
    }
    let undated = reading.without_dates();
    let hits = rank(knowledge, &undated);
    certainty(knowledge, &undated, &hits).filter(|&it| it >= LEAST_CERTAINTY)?;
    let sure = hits.into_iter().find(|hit| hit.fact.date.is_some())?;
    let main = sure.fact.action.as_ref().and_then(|action| {
        let country = *action.ladder.first()?;
        knowledge.rung(country, action.step).into_iter().find(|fact| {
            fact.action
                .as_ref()
                .is_some_and(|other| other.main && other.by == action.by && other.instrument == action.instrument)
        })
    });
    Some(main.unwrap_or(sure.fact))
}

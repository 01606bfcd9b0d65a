//! Two countries side by side.

use super::about::definition;
use super::documents::step_of_document;
use super::draft::Draft;
use super::overview::the_signing;
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{EntityKind, Intent, State, Step};
use crate::question::Reading;

/// Countries set side by side.
const MOST_COMPARED: usize = 3;

/// Words that say more than that two countries are compared, up to which their steps are meant ("compare the deals of ...").
const MOST_TELLING: usize = 1;

/// The steps of each country named, if a comparison is asked for.
pub(super) fn compare<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let countries: Vec<_> = reading.partners(knowledge).into_iter().take(MOST_COMPARED).collect();
    if !reading.wants(Intent::Compare) {
        return None;
    }
    if countries.len() < 2 {
        return documents(knowledge, reading).or_else(|| bodies(knowledge, reading));
    }
    // What is to be compared in some respect is not compared by its steps.
    if reading.telling_words() > MOST_TELLING {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for country in countries {
        for fact in milestones(knowledge, reading, country) {
            draft.tell(fact);
        }
    }
    (!draft.is_empty()).then_some(draft)
}

/// The facts that tell how a country came to the accords: on the step asked about, else on announcing and signing.
fn milestones<'k>(knowledge: &'k Knowledge, reading: &Reading, country: EntityKey) -> Vec<&'k Fact> {
    let named: Vec<Step> = reading.steps().into_iter().filter(|&step| step != Step::Joined).collect();
    let steps = if named.is_empty() { vec![Step::Announced, Step::Signed] } else { named };
    let mut facts = Vec::new();
    for step in steps {
        let rung = knowledge.rung(country, step);
        let of = |state: State| {
            rung.iter().copied().filter(move |fact| fact.action.as_ref().is_some_and(|action| action.state == state))
        };
        let own = of(State::Done).find(|fact| fact.action.as_ref().is_some_and(|action| action.ladder.len() == 1));
        facts.extend(
            own.or_else(|| of(State::Done).next())
                .or_else(|| of(State::NotDone).next())
                .or_else(|| of(State::Promised).next()),
        );
    }
    if facts.is_empty() {
        facts.extend(knowledge.rung(country, Step::Joined).into_iter().take(1));
    }
    facts
}

/// What is known of each of several documents in the respect that the question names.
fn documents<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let documents = reading.named(knowledge, EntityKind::Document);
    let (accords, documents): (Vec<_>, Vec<_>) =
        documents.into_iter().partition(|&it| knowledge.entity_at(it).id == SUBJECT);
    if let ([_], [other]) = (&accords[..], &documents[..]) {
        return beside_the_accords(knowledge, reading, *other);
    }
    if documents.len() < 2 {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    for document in &documents {
        let mut part = reading.clone();
        part.terms.retain(|term| term.entity.is_none_or(|it| it == *document || !documents.contains(&it)));
        let about = |fact: &Fact| fact.about.first() == Some(document);
        draft.tell(rank(knowledge, &part).into_iter().find(|hit| about(hit.fact))?.fact);
    }
    Some(draft)
}

/// What each of two bodies is, where they are compared in no other respect than who is in them.
fn bodies<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [one, other] = reading.named(knowledge, EntityKind::Organisation)[..] else { return None };
    let names_more = reading.terms.iter().filter_map(|term| term.entity).any(|it| it != one && it != other);
    if names_more || reading.telling_words() > MOST_TELLING {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(definition(knowledge, one)?).tell(definition(knowledge, other)?);
    Some(draft)
}

/// What another text is, beside what the accords are, where nothing more is asked.
fn beside_the_accords<'k>(knowledge: &'k Knowledge, reading: &Reading, other: EntityKey) -> Option<Draft<'k>> {
    let is_plain = reading.terms.iter().all(|term| term.entity.is_some());
    let signed = step_of_document(knowledge, other, Step::Signed).filter(|_| is_plain)?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(signed).tell(the_signing(knowledge)?);
    Some(draft)
}

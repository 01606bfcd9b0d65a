//! The event, dated to the month or the day, that a part of a question names: "the Knesset vote", "its signature".

use std::cmp::Reverse;

use super::documents::{step_of_country, step_of_document};
use super::hit::Hit;
use super::overview::the_signing;
use super::rank::rank;
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT, WHITE_HOUSE};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Property, State, Step};
use crate::question::{Reading, Term};

/// How well a fact must fit the part of the question that names its event.
const LEAST_FIT: f32 = 0.55;

/// How near to the best one a fact must be to be taken for the event in its place.
const AS_GOOD: f32 = 0.08;

/// Words besides names and the step that a part may have and still name the step itself: "the earlier announcement about".
const MOST_OTHER_WORDS: usize = 2;

/// Telling words that a part without a name must have.
const LEAST_WORDS: usize = 2;

/// The event, dated to the month at least, that a part of a question names; a part without names takes over those of the part
/// before.
pub(super) fn event<'k>(knowledge: &'k Knowledge, part: &Reading, inherited: &[Term]) -> Option<(f32, &'k Fact)> {
    let own = entity_keys(part);
    let mut part = part.clone();
    part.keep_cues(|cue| matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Property(Property::Vote)));
    // "The signing of the agreement" is of the one that the part before names.
    let is_of_the_same = entities(&part).is_empty() && names_a_text(&part);
    if is_of_the_same {
        part.terms.extend(inherited.iter().filter(|term| term.entity.is_none()).cloned());
    }
    let names_only_sides = own.iter().all(|&it| knowledge.is_side(it) || knowledge.is_subject(it));
    // "The Emirates open their embassy": the pronoun is for who is named before it.
    let names_its_country = part.mentions.first().is_some_and(|mention| {
        mention.first < 2 && mention.entities.iter().all(|&it| knowledge.entity_at(it).kind == EntityKind::Country)
    });
    if names_only_sides
        || !names_its_country && part.has_word(&["its", "it", "their", "that", "he", "she", "his", "her"])
    {
        // What a part names itself it does not take over: "the vote on one treaty and its vote on the other".
        let kind = |term: &Term| term.entity.map(|it| knowledge.entity_at(it).kind);
        // "After he opened it": a "he" is a person and an "it" is none.
        let is_of_person = !names_only_sides && part.has_word(&["he", "she", "his", "her"]);
        // "Its approval of the agreement with Bahrain" is of no other text.
        let is_of_another_text = !names_only_sides && names_a_text(&part);
        let new = inherited
            .iter()
            .filter(|term| term.entity.is_some())
            .filter(|term| !is_of_person || kind(term) == Some(EntityKind::Person))
            .filter(|term| !is_of_another_text || kind(term) != Some(EntityKind::Document))
            .filter(|term| !part.terms.iter().any(|own| own.entity.is_some() && kind(own) == kind(term)));
        part.terms.extend(new.cloned().collect::<Vec<_>>());
    }
    if let Some(fact) = typed_event(knowledge, &part, &own) {
        return Some((1.0, fact));
    }
    // "The signing" alone is of too many things, and "the next treaty" of one that only the other part tells.
    let is_relative = part.has_word(&["next", "previous", "preceding", "following"]);
    if is_relative {
        return None;
    }
    if entities(&part).is_empty() && part.telling_words() < LEAST_WORDS {
        return None;
    }
    // "After Netanyahu": of all that he did.
    let is_person =
        |term: &Term| term.entity.is_some_and(|entity| knowledge.entity_at(entity).kind == EntityKind::Person);
    if part.terms.iter().all(is_person) {
        return None;
    }
    let hits = rank(knowledge, &part);
    let is_undone = |hit: &Hit<'_>| hit.fact.action.as_ref().is_some_and(|action| action.state == State::NotDone);
    // An event of which only the month is known is meant all the same, and no other of a known day is told in its place.
    let is_known = |fact: &Fact| {
        fact.date.is_some_and(|date| date.day().is_some() || (fact.kind == FactKind::Event && date.month().is_some()))
    };
    let is_dated = |hit: &Hit<'_>| is_known(hit.fact) && hit.missing.is_empty() && !is_undone(hit);
    let dated: Vec<_> = hits.into_iter().filter(is_dated).collect();
    let (best, compounds) = dated.first().map(|hit| (hit.score, hit.compounds))?;
    // A few words ("the White House ceremony") fit many facts: the event that most sources report is meant.
    let near = dated.into_iter().take_while(|hit| best - hit.score < AS_GOOD);
    // "Israel's recognition" is not another's.
    let near = near.filter(|hit| hit.compounds >= compounds);
    let dated = near.max_by_key(|hit| {
        // Of several visits the first is meant.
        let visited = if hit.fact.property == Some(Property::Visit) { hit.fact.date } else { None };
        let is_event = hit.fact.kind == FactKind::Event;
        // The count of a vote says when it was.
        let is_vote = hit.fact.property == Some(Property::Vote) && part.has(CueMeaning::Property(Property::Vote));
        (is_vote, is_event, visited.map(Reverse), hit.fact.references.len(), Reverse(hit.fact.key))
    })?;
    (dated.score >= LEAST_FIT).then_some((dated.score, dated.fact))
}

/// Whether a part speaks of a text by its kind.
fn names_a_text(part: &Reading) -> bool {
    part.has_word(&["agreement", "treaty", "deal", "accord", "pact", "memorandum", "convention"])
}

/// What a first part without a name has from the second: "after the signing, when did the Knesset approve the treaty?".
pub(super) fn of_the_other<'r>(part: &Reading, other: &'r Reading) -> &'r [Term] {
    if entities(part).is_empty() && !part.steps().is_empty() { &other.terms } else { &[] }
}

/// The event of a part that names a step of a document, or of a country, and nothing else that tells; with the entities that it
/// names itself.
fn typed_event<'k>(knowledge: &'k Knowledge, part: &Reading, own: &[EntityKey]) -> Option<&'k Fact> {
    let votes = part.has(CueMeaning::Property(Property::Vote)).then_some(Step::Ratified);
    let named = part.steps().into_iter().find(|&step| step != Step::Relations).or(votes);
    let is_dated = |fact: &&Fact| fact.date.and_then(PartialDate::day).is_some();
    let of_kind = |kind: EntityKind| {
        let named = entity_keys(part).into_iter().filter(move |&it| knowledge.entity_at(it).kind == kind);
        named.filter(|&it| knowledge.entity_at(it).id != SUBJECT).collect::<Vec<_>>()
    };
    if let [document] = of_kind(EntityKind::Document)[..] {
        let bodies = of_kind(EntityKind::Organisation);
        let is_by_them = |fact: &&Fact| bodies.iter().all(|&body| fact.concerns(body));
        let by_vote = || knowledge.properties_of(document, Property::Vote).find(is_by_them).filter(is_dated);
        if votes.is_some()
            && let Some(fact) = by_vote()
        {
            return Some(fact);
        }
        // A document that is named stands for its signing; "passing it on" is something else that was done with it.
        let is_named = own.contains(&document) || part.terms.iter().all(|term| term.entity.is_some());
        let step = named.or(is_named.then_some(Step::Signed))?;
        let countries = of_kind(EntityKind::Country);
        let by_one = countries.iter().find_map(|&country| step_of_country(knowledge, document, step, country));
        return by_one
            .or_else(|| step_of_document(knowledge, document, step))
            .or_else(|| announced(knowledge, document).filter(|_| step == Step::Announced))
            .filter(is_dated);
    }
    if names_the_signing(knowledge, part, named) {
        return the_signing(knowledge);
    }
    let step = named?;
    let countries: Vec<_> = of_kind(EntityKind::Country).into_iter().filter(|&key| !knowledge.is_side(key)).collect();
    let [country] = countries[..] else { return None };
    if step == Step::Ratified
        && let [body] = of_kind(EntityKind::Organisation)[..]
    {
        let is_by_it =
            |fact: &&Fact| fact.concerns(body) && fact.action.as_ref().is_some_and(|it| it.state == State::Done);
        return knowledge.rung(country, step).into_iter().find(is_by_it).filter(is_dated);
    }
    if step > Step::Signed {
        return None;
    }
    let mut rung = knowledge.rung(country, step).into_iter();
    let fact = rung.find(|fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done))?;
    let told = knowledge.index().profile_of(fact.key);
    let is_untold = |term: &Term| term.feature.is_none_or(|feature| !told.has(feature));
    let is_person = |entity| knowledge.entity_at(entity).kind == EntityKind::Person;
    // "The announcement that named Na'eh ambassador" is not that of the accord.
    let is_of_another = part.terms.iter().any(|term| term.entity.is_some_and(is_person) && is_untold(term));
    let words = part.terms.iter().filter(|term| term.entity.is_none()).count();
    let is_plain = !is_of_another && (words <= MOST_OTHER_WORDS || !part.terms.iter().any(is_untold));
    Some(fact).filter(is_dated).filter(|_| is_plain)
}

/// Whether a part names the signing of the accords: "the Abraham Accords", "the White House ceremony".
fn names_the_signing(knowledge: &Knowledge, part: &Reading, step: Option<Step>) -> bool {
    let is_general = |term: &Term| {
        term.entity.is_some_and(|it| knowledge.is_subject(it) || knowledge.entity_at(it).id == WHITE_HOUSE)
    };
    let is_plain =
        || part.terms.iter().all(|term| is_general(term) || (term.entity.is_none() && step == Some(Step::Signed)));
    let is_ceremony = part.has_word(&["ceremony"]) && part.terms.len() <= MOST_OTHER_WORDS;
    // "The September 2020 ceremony in Washington"
    let day = || the_signing(knowledge).and_then(|fact| fact.date);
    let is_then = || part.date().zip(day()).is_some_and(|(asked, day)| asked.overlaps(day));
    if is_ceremony && part.has_word(&["washington"]) && is_then() {
        return true;
    }
    let names_accords = part.names_subject(knowledge);
    part.terms.iter().any(is_general)
        && step.is_none_or(|step| step == Step::Signed)
        && ((names_accords && is_plain()) || is_ceremony)
}

/// The announcement of the country that signed a document.
fn announced(knowledge: &Knowledge, document: EntityKey) -> Option<&Fact> {
    let signed = step_of_document(knowledge, document, Step::Signed)?;
    let [country] = signed.action.as_ref()?.ladder[..] else { return None };
    let is_done = |fact: &&Fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done);
    knowledge.rung(country, Step::Announced).into_iter().find(is_done)
}

/// What a part names.
pub(super) fn entities(reading: &Reading) -> Vec<Term> {
    reading.terms.iter().filter(|term| term.entity.is_some()).cloned().collect()
}

/// The entities that a part names.
pub(super) fn entity_keys(reading: &Reading) -> Vec<EntityKey> {
    reading.terms.iter().filter_map(|term| term.entity).collect()
}

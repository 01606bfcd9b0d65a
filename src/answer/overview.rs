//! Questions on the accords themselves that name nothing else: what they are, when, where and by whom they were signed, why.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::presumed::DECLARATION;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{CueMeaning, Intent, Property, State, Step};
use crate::question::{Reading, Term};
use crate::text::tokens::Token;

/// The fact on the accords as a whole that the question wants.
pub(super) fn overview<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let subject = knowledge.entity(SUBJECT)?.key;
    if let Some(draft) = whether_signed(knowledge, reading, subject) {
        return Some(draft);
    }
    let names_only_subject =
        reading.terms.iter().all(|term| term.entity == Some(subject) || is_step(knowledge, reading, term));
    if reading.terms.is_empty() || !names_only_subject || !reading.dates.is_empty() {
        return None;
    }
    let names_person = |fact: &Fact| !knowledge.index().profile_of(fact.key).persons().is_empty();
    let of = |property: Property| {
        // "Who is Abraham, and why are they named after him?" does not ask who gave the name.
        let names_a_role = reading.has_word(&["general", "officer", "soldier", "person", "man", "official", "adviser"]);
        let asks_who = (reading.wants(Intent::Who) || names_a_role) && !reading.wants(Intent::Why);
        knowledge.properties_of(subject, property).min_by_key(|fact| {
            (
                asks_who && !names_person(fact),
                !asks_who && knowledge.is_weak(fact),
                usize::MAX - fact.references.len(),
                &fact.id,
            )
        })
    };
    let signing = || the_signing(knowledge);
    let signed =
        reading.steps().iter().any(|step| matches!(step, Step::Signed | Step::Joined)) || reading.steps().is_empty();
    let fact = if asks_of_the_patriarch(reading) {
        knowledge.properties_of(subject, Property::NameOrigin).find(|fact| !names_person(fact))
    } else if reading.has(CueMeaning::Property(Property::NameOrigin)) {
        of(Property::NameOrigin)
    } else if reading.wants(Intent::Said) && reading.has_word(&["what", "whats"]) {
        // What they say is what their common Declaration says.
        let declaration = knowledge.entity(DECLARATION)?.key;
        knowledge.properties_of(declaration, Property::Summary).next()
    } else if reading.wants(Intent::When) || reading.wants(Intent::Where) {
        signing().filter(|_| signed)
    } else if (reading.wants(Intent::Definition) || asks_at_large(reading))
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

/// "Who is Abraham?": he after whom the accords are named, and nobody who had a part in them.
fn asks_of_the_patriarch(reading: &Reading) -> bool {
    let is_bare = |token: &Token| token.folded == "abraham";
    let [mention] = &reading.mentions[..] else { return false };
    mention.count == 1
        && is_bare(&reading.tokens[mention.first])
        && reading.wants(Intent::Who)
        && reading.telling_words() == 0
        && reading.steps().is_empty()
}

/// Whether the accords are named by their full name and nothing is asked of them in particular ("abraham accords info").
fn asks_at_large(reading: &Reading) -> bool {
    let is_full = reading.mentions.iter().any(|mention| mention.count > 1);
    let says_nothing_more = reading.cues.iter().all(|cue| cue.means == CueMeaning::Filler);
    is_full && says_nothing_more && !reading.is_yes_or_no() && reading.corrections.is_empty()
}

/// Whether the accords were signed on the day and at the place that the question has.
fn whether_signed<'k>(knowledge: &'k Knowledge, reading: &Reading, subject: EntityKey) -> Option<Draft<'k>> {
    let asks_more = reading.has(CueMeaning::Negation) || reading.wants(Intent::Order) || reading.dates.len() > 1;
    if asks_more || reading.steps()[..] != [Step::Signed] || !reading.is_yes_or_no() {
        return None;
    }
    let place = place_asked(knowledge, reading);
    let is_of_the_place = |term: &Term| {
        place
            .as_ref()
            .is_some_and(|place| place.terms.iter().any(|it| it.feature == term.feature && it.entity == term.entity))
    };
    let is_subject = |term: &Term| term.entity == Some(subject);
    let is_plain = reading.terms.iter().any(is_subject)
        && reading
            .terms
            .iter()
            .all(|term| is_subject(term) || is_step(knowledge, reading, term) || is_of_the_place(term));
    if !is_plain || (place.is_none() && reading.dates.is_empty()) {
        return None;
    }
    let fact = the_signing(knowledge)?;
    let on_the_day = reading.date().is_none_or(|asked| fact.date.is_some_and(|date| date.overlaps(asked)));
    let says =
        |place: &Reading| place.tokens.iter().any(|token| fact.text.contains(token.raw.as_str()) && !is_small(token));
    let is_so = on_the_day && place.as_ref().is_none_or(says);
    let outcome = if is_so { Outcome::Answered } else { Outcome::Corrected };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.tell(fact);
    if !is_so {
        draft.lead(NOT_SO);
    }
    Some(draft)
}

/// The part of a question that names a place: what stands after its last "in" or "at" and is no date.
fn place_asked(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let is_dated = |at: usize| reading.dates.iter().any(|date| date.covers(at));
    let is_at = |&at: &usize| matches!(reading.tokens[at].folded.as_str(), "in" | "at") && !is_dated(at + 1);
    let start = (0..reading.tokens.len()).rev().find(is_at)? + 1;
    let end = (start..reading.tokens.len()).find(|&at| is_dated(at) || reading.tokens[at].after_comma);
    let end = end.unwrap_or(reading.tokens.len());
    (start < end).then(|| reading.part(knowledge, start..end))
}

/// Whether a word of the name of a place is none by itself ("the", "on").
fn is_small(token: &Token) -> bool {
    !token.raw.starts_with(char::is_uppercase)
}

/// Whether a term is the word of a step, such as "signed".
fn is_step(knowledge: &Knowledge, reading: &Reading, term: &Term) -> bool {
    term.entity.is_none()
        && term.feature.is_some()
        && reading.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Step(_))).any(|cue| {
            reading.tokens[cue.first..cue.first + cue.count]
                .iter()
                .any(|token| knowledge.index().feature_of_stem(&token.stem) == term.feature)
        })
}

/// The signing of the accords: a signature on a known day of which they are the first subject.
pub(super) fn the_signing(knowledge: &Knowledge) -> Option<&Fact> {
    let subject = knowledge.entity(SUBJECT)?.key;
    let is_signature = |fact: &&Fact| {
        let signed =
            fact.action.as_ref().is_some_and(|action| action.step == Step::Signed && action.state == State::Done);
        signed && fact.about.first() == Some(&subject) && fact.date.is_some_and(|date| date.day().is_some())
    };
    knowledge.stated_facts_on(subject).find(is_signature)
}

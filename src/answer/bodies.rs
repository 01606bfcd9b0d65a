//! "Is X a member of Y?" of another body or text than the accords.

use super::draft::Draft;
use super::hit::Hit;
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Property, Step};
use crate::question::{Reading, read_sentence};

/// The share of the question of which a fact on both must speak.
const NEARLY_ALL: f32 = 0.9;

/// Words between "member" and the body: "of the".
const REACH: usize = 3;

/// Countries from which a sentence lists who belongs.
const LEAST_LISTED: usize = 3;

/// Who belongs to a body, where a question asks whether a country does; or what else is on record on the two.
pub(super) fn in_body<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    let body = body(knowledge, reading)?;
    let who = who_belongs(knowledge, body);
    let says = |fact: &&Fact, key: EntityKey| {
        let feature = knowledge.index().feature_of_entity(key);
        feature.is_some_and(|feature| knowledge.index().profile_of(fact.key).says(feature))
    };
    if let Some(fact) = who.filter(|fact| reading.partners(knowledge).into_iter().all(|key| says(fact, key))) {
        let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
        draft.tell(fact);
        return Some(draft);
    }
    let is_on_both = |hit: &&Hit<'_>| hit.coverage >= NEARLY_ALL && hit.text >= NEARLY_ALL && hit.missing.is_empty();
    if let Some(hit) = hits.first().filter(is_on_both) {
        let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
        draft.tell(hit.fact);
        return Some(draft);
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(who?).lead(NOT_SO);
    Some(draft)
}

/// The body or text of which it is asked whether a country belongs to it, and nothing else.
fn body(knowledge: &Knowledge, reading: &Reading) -> Option<EntityKey> {
    // "Which of them is a member?" names no country.
    let asks_who =
        reading.partners(knowledge).is_empty() && reading.has_word(&["which", "who", "what", "name", "list"]);
    let asks_whether = !reading.partners(knowledge).is_empty() && reading.is_yes_or_no();
    let asks = (asks_who || asks_whether) && reading.steps()[..] == [Step::Joined] && reading.dates.is_empty();
    let is_plain = reading.telling_words() == 0 && !reading.has(CueMeaning::Negation) && !reading.has(CueMeaning::Undo);
    if !asks || !is_plain || reading.names_subject(knowledge) {
        return None;
    }
    let follows = |key: EntityKey| {
        let cues = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Joined));
        let ends: Vec<usize> = cues.map(|cue| cue.first + cue.count).collect();
        let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&key));
        named.any(|mention| ends.iter().any(|&end| (end..end + REACH).contains(&mention.first)))
    };
    let kinds = [EntityKind::Organisation, EntityKind::Term, EntityKind::Document];
    let mut named = kinds.into_iter().flat_map(|kind| reading.named(knowledge, kind));
    named.next().filter(|&key| named.next().is_none() && follows(key))
}

/// The fact that lists who belongs.
fn who_belongs(knowledge: &Knowledge, body: EntityKey) -> Option<&Fact> {
    let lists = |fact: &&Fact| {
        let is_country = |&key: &EntityKey| knowledge.entity_at(key).kind == EntityKind::Country;
        let mentions = read_sentence(knowledge, &fact.text).mentions;
        mentions.iter().flat_map(|mention| &mention.entities).filter(|key| is_country(key)).count() >= LEAST_LISTED
    };
    let properties = [Property::Definition, Property::Participants];
    properties.into_iter().flat_map(|property| knowledge.properties_of(body, property)).find(lists)
}

//! Another in the place of a name: who or what a fact names where a question has somebody or something else.

use super::hit::Hit;
use super::premise::stands_after;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::EntityKind;
use crate::question::{Reading, read_sentence};

/// The share of a question of which a fact must speak to be the event that the question has of another, or somewhere else: less
/// says something of the same kind, as do many facts.
pub(super) const LEAST_TOLD: f32 = 0.4;

/// Words after which somebody or something is named only to be set apart from, or beside, the one asked for.
pub(super) const ASIDE: [&str; 16] = [
    "after",
    "before",
    "besides",
    "beside",
    "than",
    "like",
    "unlike",
    "except",
    "replaced",
    "replace",
    "succeeded",
    "succeed",
    "followed",
    "follow",
    "excluding",
    "alongside",
];

/// Whether a fact names somebody or something, of a kind if one is given, that the question does not name: what can stand in the
/// place of a name that the fact lacks. The sides and the accords stand in nobody's place: nearly every sentence has them.
pub(super) fn names_another(knowledge: &Knowledge, reading: &Reading, fact: &Fact, kind: Option<EntityKind>) -> bool {
    let profile = knowledge.index().profile_of(fact.key);
    let says = |key: EntityKey| knowledge.index().feature_of_entity(key).is_some_and(|it| profile.says(it));
    let is_named = |key: EntityKey| reading.mentions.iter().any(|mention| mention.entities.contains(&key));
    let takes_its_place = |key: EntityKey| {
        let is_alike = kind.is_none_or(|kind| knowledge.entity_at(key).kind == kind);
        is_alike && !knowledge.is_general(key) && !is_named(key) && says(key)
    };
    let named = || read_sentence(knowledge, &fact.text).mentions.into_iter().flat_map(|mention| mention.entities);
    let known = fact.about.iter().chain(&fact.parties).chain(profile.persons());
    known.copied().any(takes_its_place) || named().any(takes_its_place)
}

/// Whether a fact that is told tells of another country or body what the question has of the one that the fact lacks.
pub(super) fn is_swapped(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let [lacking] = hit.missing[..] else { return false };
    let kind = knowledge.entity_at(lacking).kind;
    let may_be_swapped = match kind {
        EntityKind::Country => !knowledge.is_side(lacking),
        EntityKind::Organisation => true,
        EntityKind::Person | EntityKind::Document | EntityKind::Term => false,
    };
    // "The one or the other?" leaves it open, and of two that are asked about a fact may speak of one.
    let is_told = |other: EntityKey| other != lacking && !knowledge.is_side(other) && hit.fact.concerns(other);
    let is_one_of_several = reading.named(knowledge, kind).into_iter().any(is_told);
    may_be_swapped
        && hit.coverage >= LEAST_TOLD
        && !is_one_of_several
        && !reading.is_corrected_name(lacking)
        && !stands_after(reading, lacking, &ASIDE)
        // "Which UN agency" asks for one of its own.
        && !stands_after(reading, lacking, &["which", "what"])
        && !reading.has_word(&["or"])
        && names_another(knowledge, reading, hit.fact, Some(kind))
}

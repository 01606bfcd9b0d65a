//! "Who opened it, X or Y?": what the question asks is answered, and the answer is one of the two.

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::draft::Draft;
use super::hit::Flaws;
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent};
use crate::question::Reading;
use crate::question::cues::Found;

/// The share of the question, the two names aside, of which the fact must speak.
const NEARLY_ALL: f32 = 0.85;

/// The fact that tells which of two persons or bodies it was.
pub(super) fn choice<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let (one, other) = alternatives(knowledge, reading)?;
    if asks_something_else(reading) {
        return None;
    }
    let rest = reading.without_name(one).without_name(other);
    let hits = rank(knowledge, &rest);
    if !rest.says_enough() || certainty(knowledge, &rest, &hits)? < LEAST_CERTAINTY {
        return None;
    }
    let hit = hits.first()?;
    let profile = knowledge.index().profile_of(hit.fact.key);
    let says = |key: EntityKey| knowledge.index().feature_of_entity(key).is_some_and(|it| profile.says(it));
    let is_whole = hit.coverage >= NEARLY_ALL && hit.missing.is_empty() && hit.flaws == Flaws::NONE && !hit.denies;
    if !is_whole || says(one) == says(other) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    draft.tell(hit.fact);
    Some(draft)
}

/// The two persons or bodies between which nothing but an "or" stands.
fn alternatives(knowledge: &Knowledge, reading: &Reading) -> Option<(EntityKey, EntityKey)> {
    reading.mentions.windows(2).find_map(|pair| {
        let ([one], [other]) = (&pair[0].entities[..], &pair[1].entities[..]) else { return None };
        let kind = knowledge.entity_at(*one).kind;
        let is_alike = kind == knowledge.entity_at(*other).kind;
        let between = reading.tokens.get(pair[0].first + pair[0].count..pair[1].first)?;
        let is_or = matches!(between, [or] if or.folded == "or");
        let is_actor = matches!(kind, EntityKind::Person | EntityKind::Organisation);
        (is_or && is_alike && is_actor && one != other).then_some((*one, *other))
    })
}

/// Whether not one of the two is asked for but their order or what they said.
fn asks_something_else(reading: &Reading) -> bool {
    let is_other = |cue: &Found| {
        matches!(
            cue.means,
            CueMeaning::Intent(Intent::Order | Intent::Opinion | Intent::Forecast | Intent::Compare | Intent::HowMany)
        )
    };
    reading.cues.iter().any(is_other)
}

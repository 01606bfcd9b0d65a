//! "Who opened it, X or Y?": what the question asks is answered, and the answer is one of the two.

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::denial::is_negative;
use super::draft::Draft;
use super::each::MORE_OR_LESS;
use super::hit::{Flaws, Hit};
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent};
use crate::question::Reading;
use crate::question::cues::Found;

/// The share of the question, the two names aside, of which the fact must speak.
const NEARLY_ALL: f32 = 0.85;

/// By how much better a fact must fit the question with the one name than any with the other.
const CLEARLY: f32 = 0.15;

/// The fact that tells which of two persons or bodies it was.
pub(super) fn choice<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let (one, other) = alternatives(knowledge, reading)?;
    if asks_something_else(reading) {
        return None;
    }
    let fact = of_neither(knowledge, reading, one, other).or_else(|| of_one(knowledge, reading, one, other))?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    draft.tell(fact);
    Some(draft)
}

/// The fact that tells all of the question but the two, and names one of them.
fn of_neither<'k>(knowledge: &'k Knowledge, reading: &Reading, one: EntityKey, other: EntityKey) -> Option<&'k Fact> {
    let rest = reading.without_name(one).without_name(other);
    let hit = whole(knowledge, &rest)?;
    let says = |key: EntityKey| says(knowledge, &hit, key);
    (says(one) != says(other)).then_some(hit.fact)
}

/// The fact that tells all of the question with the one name, where none does with the other.
fn of_one<'k>(knowledge: &'k Knowledge, reading: &Reading, one: EntityKey, other: EntityKey) -> Option<&'k Fact> {
    let with_one = whole(knowledge, &reading.without_name(other));
    let with_other = whole(knowledge, &reading.without_name(one));
    let (hit, is_first) = match (with_one, with_other) {
        (Some(hit), None) => (hit, true),
        (None, Some(hit)) => (hit, false),
        (Some(hit), Some(less)) if hit.score - less.score >= CLEARLY => (hit, true),
        (Some(less), Some(hit)) if hit.score - less.score >= CLEARLY => (hit, false),
        _ => return None,
    };
    let (right, wrong) = if is_first { (one, other) } else { (other, one) };
    (says(knowledge, &hit, right) && !says(knowledge, &hit, wrong)).then_some(hit.fact)
}

fn says(knowledge: &Knowledge, hit: &Hit<'_>, name: EntityKey) -> bool {
    let profile = knowledge.index().profile_of(hit.fact.key);
    knowledge.index().feature_of_entity(name).is_some_and(|it| profile.says(it))
}

/// The best fact on a reading, if it says nearly all of it without a flaw.
fn whole<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Hit<'k>> {
    let hits = rank(knowledge, reading);
    if !reading.says_enough() || certainty(knowledge, reading, &hits)? < LEAST_CERTAINTY {
        return None;
    }
    let hit = hits.into_iter().next()?;
    let is_whole = hit.coverage >= NEARLY_ALL && hit.missing.is_empty() && hit.flaws == Flaws::NONE;
    // That the one did not do it does not say that the other did.
    (is_whole && !hit.denies && !is_negative(knowledge, hit.fact)).then_some(hit)
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

/// Whether not one of the two is asked for but their order, which had more, which did not, or what they said.
fn asks_something_else(reading: &Reading) -> bool {
    let is_other = |cue: &Found| {
        matches!(
            cue.means,
            CueMeaning::Negation
                | CueMeaning::Intent(
                    Intent::Order | Intent::Opinion | Intent::Forecast | Intent::Compare | Intent::HowMany
                )
        )
    };
    reading.cues.iter().any(is_other) || reading.has_word(&MORE_OR_LESS)
}

//! Events that a question has of the wrong country or person, with the wrong number or turned round: the rest of it is told,
//! wholly and with another in its place.

use super::certainty::certainty;
use super::denial::{is_negative, is_particle};
use super::draft::Draft;
use super::hit::{Flaws, Hit};
use super::other_numbers::{has_numbers, has_other_numbers, is_number};
use super::phrases::NOT_SO;
use super::rank::rank;
use super::swapped::names_another;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Intent, Property};
use crate::question::cues::Found;
use crate::question::{Named, Reading};

/// The share of the question, the name in doubt aside, of which a fact must speak.
const NEARLY_ALL: f32 = 0.85;

/// Likeness to a question of the fact, the name in doubt aside, from which a question is taken to be that one.
const LEAST_LIKENESS: f32 = 0.5;

/// The weight, in nats, of what a question must say besides the name: three words that few facts have. Less fits many events,
/// and of most of them it is no mistake to ask.
const LEAST_SAID: f32 = 6.0;

/// The certainty from which the fact is what the question is about: better than for a plain answer, because a wrong correction
/// is a wrong answer with emphasis.
const CERTAIN: f32 = 0.8;

/// How far below the best score another fact may be to stand against the question in its place.
const NEAR: f32 = 0.08;

/// Names of one kind in a question up to which each may be the wrong one.
const MOST_NAMES: usize = 2;

/// Whom or what a question may have wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubtful {
    /// A country or person that the knowledge has.
    Known(EntityKey),
    /// A name that it does not have.
    Stranger,
    /// The numbers in it, dates aside.
    Numbers,
    /// A verb that denies or undoes ("rejected", "cancelled").
    Denial,
}

/// The fact of which everything in the question is so but the country, the person or the number.
pub(super) fn misattributed<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if !takes_for_granted(reading) {
        return None;
    }
    let found = doubtful(knowledge, reading).into_iter().find_map(|name| told_otherwise(knowledge, reading, name))?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(found).lead(NOT_SO);
    Some(draft)
}

/// The fact of which everything in a question is so but its numbers, where the best fact has these and lacks a name: "Was the
/// vote on this treaty 62 to 14?" is of another treaty.
pub(super) fn numbers_of_another<'k>(knowledge: &'k Knowledge, reading: &Reading, best: &Hit<'k>) -> Option<Draft<'k>> {
    let lacks_a_partner = best.missing.iter().any(|it| reading.partners(knowledge).contains(it));
    if !lacks_a_partner || !reading.is_yes_or_no() || !has_numbers(reading) || !takes_for_granted(reading) {
        return None;
    }
    let fact = told_otherwise(knowledge, reading, Doubtful::Numbers)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// Whether the question says of somebody that something was so, or asks whether it was.
fn takes_for_granted(reading: &Reading) -> bool {
    let of_words = [Intent::Said, Intent::Opinion, Intent::Forecast, Intent::Disagree, Intent::Obstacle];
    // "This one or another?" leaves it open.
    reading.asks()
        && !reading.offers_two()
        && (!reading.has(CueMeaning::Negation) || (reading.is_yes_or_no() && has_only_a_denying_verb(reading)))
        && !reading.has(CueMeaning::Outside)
        && !of_words.into_iter().any(|intent| reading.wants(intent))
}

/// The names that may be wrong: the one country beside the sides, the one person, or, in a question whether it was so, the one
/// that the knowledge does not have.
fn doubtful(knowledge: &Knowledge, reading: &Reading) -> Vec<Doubtful> {
    let few = |named: Named| if named.len() <= MOST_NAMES { named } else { Named::new() };
    if reading.names_a_stranger() {
        return if reading.is_yes_or_no() { vec![Doubtful::Stranger] } else { Vec::new() };
    }
    // "How many has the one, and how many has Jordan's?" asks of two.
    let is_of_the_first_part = |name: &Doubtful| {
        let stands = |at: usize| {
            let Doubtful::Known(key) = *name else { return true };
            reading.mentions.iter().any(|mention| mention.first < at && mention.entities.contains(&key))
        };
        reading.second_asker().is_none_or(stands)
    };
    let names = few(reading.partners(knowledge)).into_iter().chain(few(reading.named(knowledge, EntityKind::Person)));
    let bodies = reading.is_yes_or_no().then(|| few(reading.named(knowledge, EntityKind::Organisation)));
    let names = names.chain(bodies.into_iter().flatten()).map(Doubtful::Known).filter(is_of_the_first_part);
    if reading.is_yes_or_no() && has_only_a_denying_verb(reading) {
        return vec![Doubtful::Denial];
    }
    let numbers = (reading.is_yes_or_no() && has_numbers(reading)).then_some(Doubtful::Numbers);
    numbers.into_iter().chain(names).collect()
}

fn told_otherwise<'k>(knowledge: &'k Knowledge, reading: &Reading, name: Doubtful) -> Option<&'k Fact> {
    let rest = match name {
        Doubtful::Known(name) => reading.without_name(name),
        Doubtful::Stranger => reading.without_strangers(),
        Doubtful::Numbers => reading.without_tokens(knowledge, |at| is_number(reading, at)),
        Doubtful::Denial => reading.without_tokens(knowledge, |at| denying_verbs(reading).any(|cue| cue.covers(at))),
    };
    let said: f32 = rest.terms.iter().map(|term| term.weight).sum();
    if said < LEAST_SAID {
        return None;
    }
    let hits = rank(knowledge, &rest);
    if certainty(knowledge, &rest, &hits)? < CERTAIN {
        return None;
    }
    let best = hits.first()?.score;
    let stands = |hit: &&Hit<'_>| is_told(hit) && is_of_another(knowledge, reading, hit, name);
    hits.iter().take_while(|hit| best - hit.score < NEAR).find(stands).map(|hit| hit.fact)
}

/// Whether a fact is an event, and all that is asked is of it.
fn is_told(hit: &Hit<'_>) -> bool {
    let is_event = matches!(hit.fact.kind, FactKind::Event | FactKind::Attribute | FactKind::Condition);
    let is_whole = hit.coverage >= NEARLY_ALL && hit.ask >= LEAST_LIKENESS && hit.missing.is_empty();
    is_event && is_whole && hit.flaws == Flaws::NONE && !hit.denies
}

/// The verbs of a question that deny or undo; a "not" is none.
fn denying_verbs(reading: &Reading) -> impl Iterator<Item = &Found> {
    let denies = |cue: &&Found| matches!(cue.means, CueMeaning::Negation | CueMeaning::Undo);
    reading.cues.iter().filter(denies).filter(|cue| !is_particle(reading, cue))
}

/// Whether one verb denies or undoes and nothing else does.
fn has_only_a_denying_verb(reading: &Reading) -> bool {
    let denials =
        reading.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Negation | CueMeaning::Undo)).count();
    denying_verbs(reading).count() == 1 && denials == 1
}

/// Whether a fact has another of its kind where the question has this name.
fn is_of_another(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, name: Doubtful) -> bool {
    let profile = knowledge.index().profile_of(hit.fact.key);
    let says = |key: EntityKey| knowledge.index().feature_of_entity(key).is_some_and(|it| profile.says(it));
    let is_told = |name: EntityKey| says(name) || hit.fact.concerns(name);
    // Who visited one country may have visited another.
    let visits = || reading.tokens.iter().any(|token| knowledge.index().is_the_same(&token.stem, "visit"));
    let may_recur = reading.dates.is_empty() && (hit.fact.property == Some(Property::Visit) || visits());
    let kind = match name {
        Doubtful::Known(name) if may_recur && knowledge.entity_at(name).kind == EntityKind::Country => return false,
        Doubtful::Denial => return !is_negative(knowledge, hit.fact),
        Doubtful::Numbers => return has_other_numbers(knowledge, reading, hit.fact),
        Doubtful::Known(name) if is_told(name) => return false,
        Doubtful::Known(name) => Some(knowledge.entity_at(name).kind),
        Doubtful::Stranger => None,
    };
    names_another(knowledge, reading, hit.fact, kind)
}

//! One question on several countries or texts at once, where no fact tells of all: "What was the trade with Bahrain and with
//! Morocco?" is answered for each.

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::draft::Draft;
use super::rank::{Flaws, Hit, rank};
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Intent};
use crate::question::Reading;

/// The least share of the question of which one fact must speak to answer it whole.
const WHOLE: f32 = 0.9;

/// Countries or texts up to which each gets its sentence.
const MOST: usize = 3;

/// What answers the question of each of the countries or texts that it names.
pub(super) fn each<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    let choices = choices(knowledge, reading);
    let is_told_whole = |hit: &Hit<'_>| {
        hit.coverage >= WHOLE && hit.flaws == Flaws::NONE && !hit.missing.iter().any(|it| choices.contains(it))
    };
    if !(2..=MOST).contains(&choices.len()) || !asks_of_each(reading) || hits.first().is_some_and(is_told_whole) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    let mut told: Vec<&Fact> = Vec::new();
    for &choice in &choices {
        let others = choices.iter().filter(|&&other| other != choice);
        let part = others.fold(reading.clone(), |part, &other| part.without_name(other));
        told.push(best(knowledge, &part).filter(|fact| !told.iter().any(|known| known.key == fact.key))?);
    }
    draft.tell_all(&told);
    Some(draft)
}

/// Whether something is to be told of each: a number, or a comparison.
fn asks_of_each(reading: &Reading) -> bool {
    const WORDS: [&str; 8] = ["each", "respectively", "larger", "bigger", "higher", "greater", "longer", "figures"];
    reading.wants(Intent::HowMany) || reading.wants(Intent::Compare) || reading.has_word(&WORDS)
}

/// The countries beside the sides, or else the texts, that a question names.
fn choices(knowledge: &Knowledge, reading: &Reading) -> Vec<EntityKey> {
    let countries = reading.partners(knowledge);
    if countries.len() > 1 {
        return countries.to_vec();
    }
    let texts = reading.named(knowledge, EntityKind::Document).into_iter();
    texts.filter(|&it| !knowledge.is_subject(it)).collect()
}

/// The fact that answers a part, if one does without a flaw.
fn best<'k>(knowledge: &'k Knowledge, part: &Reading) -> Option<&'k Fact> {
    let hits = rank(knowledge, part);
    let is_certain = certainty(knowledge, part, &hits).is_some_and(|it| it >= LEAST_CERTAINTY);
    let hit =
        hits.first().filter(|hit| is_certain && hit.missing.is_empty() && hit.flaws == Flaws::NONE && !hit.denies)?;
    Some(hit.fact)
}

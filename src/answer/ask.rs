//! The pipeline: one question in, one answer out.

use super::compare::compare;
use super::conditions::conditions;
use super::draft::Draft;
use super::members::members;
use super::period::period;
use super::phrases::{NO_FORECAST, NO_VERDICT};
use super::premise::{correct, is_denial};
use super::rank::{Hit, rank};
use super::sequence::sequence;
use super::steps::steps;
use super::unknown::{nothing_found, unknown};
use super::{Answer, Confidence, Outcome, ReadAs};
use crate::knowledge::model::Knowledge;
use crate::knowledge::vocabulary::Intent;
use crate::question::{Question, Reading, read};

/// Likeness to a question of the record from which an answer is as good as the record's own.
const EXACT_LIKENESS: f32 = 0.95;

/// Answers a question. Pure: the same knowledge and question give the same answer.
///
/// ```
/// use accords::{answer::{ask, Outcome}, knowledge::Knowledge, question::Question};
/// let knowledge = Knowledge::embedded()?;
/// let today = jiff::civil::date(2026, 7, 1);
/// let answer = ask(&knowledge, &Question::new("When did Saudi Arabia sign?", today));
/// assert_eq!(answer.outcome, Outcome::Corrected);
/// # Ok::<(), accords::knowledge::LoadError>(())
/// ```
pub fn ask(knowledge: &Knowledge, question: &Question<'_>) -> Answer {
    let reading = read(knowledge, question.text);
    let read_as = read_as(knowledge, &reading);
    if reading.wants(Intent::Opinion) {
        return unknown(knowledge, &reading, NO_VERDICT);
    }
    if reading.wants(Intent::Forecast) && reading.tokens.first().is_some_and(|t| t.folded == "will") {
        return unknown(knowledge, &reading, NO_FORECAST);
    }
    if let Some(draft) = find(knowledge, question, &reading) {
        return draft.finish(Some(&reading), read_as);
    }
    // A question among other sentences: the sentence that is answered best.
    let sentences = (0..reading.sentences()).filter(|_| reading.sentences() > 1);
    let found = sentences.rev().map(|at| reading.sentence(knowledge, at)).find_map(|one| find(knowledge, question, &one));
    found.map_or_else(|| nothing_found(knowledge, &reading), |draft| draft.finish(Some(&reading), read_as))
}

fn find<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    members(knowledge, reading, question.as_of)
        .or_else(|| steps(knowledge, reading))
        .or_else(|| sequence(knowledge, reading))
        .or_else(|| conditions(knowledge, reading))
        .or_else(|| compare(knowledge, reading))
        .or_else(|| period(knowledge, reading))
        .or_else(|| ranked(knowledge, reading))
}

/// How far below the best score a fact on another country may be to be told beside it.
const NEAR: f32 = 0.03;

/// Facts told beside one another when the question does not say which country it means.
const MOST_SIDE_BY_SIDE: usize = 3;

/// The fact that fits best, if it fits well enough; else the one that stands against the question.
fn ranked<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let hits = rank(knowledge, reading);
    let Some(best) = hits.first().filter(|hit| hit.is_sure() && (hit.missing.is_empty() || hit.fit < hit.score + NEAR * 4.0)) else {
        return correct(knowledge, reading, &hits);
    };
    let confidence = if best.ask >= EXACT_LIKENESS { Confidence::Exact } else { Confidence::Ranked };
    let outcome = if is_denial(reading, best) { Outcome::Corrected } else { Outcome::Answered };
    let mut draft = Draft::new(knowledge, outcome, confidence);
    draft.tell(best.fact);
    for other in hits[1..].iter().filter(|other| is_rival(best, other)).take(MOST_SIDE_BY_SIDE - 1) {
        draft.tell(other.fact);
    }
    Some(draft)
}

/// Whether another fact fits as well and states the same step of another country, so that telling one would be a guess.
fn is_rival(best: &Hit<'_>, other: &Hit<'_>) -> bool {
    let (Some(one), Some(another)) = (&best.fact.action, &other.fact.action) else { return false };
    let other_country = !one.ladder.is_empty() && !another.ladder.iter().any(|country| one.ladder.contains(country));
    other.is_sure() && best.score - other.score < NEAR && one.step == another.step && other_country
}

fn read_as(knowledge: &Knowledge, reading: &Reading) -> Vec<ReadAs> {
    let mut read: Vec<ReadAs> = Vec::new();
    for correction in &reading.corrections {
        let mention = reading.mentions.iter().find(|m| m.covers(correction.token) && m.entities.len() == 1);
        if let Some(mention) = mention {
            let name = knowledge.entity_at(mention.entities[0]).name.clone();
            if !read.iter().any(|known| known.name == name) {
                read.push(ReadAs { typed: correction.typed.clone(), name });
            }
        }
    }
    read
}

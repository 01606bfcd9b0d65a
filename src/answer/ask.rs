//! The pipeline: one question in, one answer out.

use super::as_of::as_of;
use super::compare::compare;
use super::conditions::conditions;
use super::documents::misdated;
use super::draft::Draft;
use super::members::members;
use super::overview::overview;
use super::period::period;
use super::phrases::{NO_FORECAST, NO_VERDICT, NOT_SO};
use super::premise::{correct, denied, differs, is_denial, is_elsewhere, is_negative, presumed_member};
use super::rank::{EXACT_LIKENESS, Hit, rank};
use super::sequence::sequence;
use super::steps::steps;
use super::unknown::{ambiguous, nothing_found, unknown, unnamed_step};
use super::{Answer, Confidence, Outcome, ReadAs};
use crate::knowledge::model::Knowledge;
use crate::knowledge::vocabulary::Intent;
use crate::question::{Question, Reading, read};

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
    let asks_who_said = reading.wants(Intent::Who) && reading.wants(Intent::Said);
    if reading.wants(Intent::Opinion) && !asks_who_said {
        return unknown(knowledge, &reading, NO_VERDICT);
    }
    if reading.wants(Intent::Forecast) && reading.tokens.first().is_some_and(|t| t.folded == "will") {
        return unknown(knowledge, &reading, NO_FORECAST);
    }
    if let Some(suggestions) = unnamed_step(knowledge, &reading) {
        return ambiguous(suggestions);
    }
    if let Some(asked) = last_question(knowledge, &reading)
        && let Some(draft) = find(knowledge, question, &asked)
    {
        return draft.finish(Some(&asked), read_as);
    }
    if let Some(draft) = find(knowledge, question, &reading) {
        return draft.finish(Some(&reading), read_as);
    }
    let found = parts(knowledge, &reading).iter().find_map(|part| find(knowledge, question, part));
    found.map_or_else(|| nothing_found(knowledge, &reading), |draft| draft.finish(Some(&reading), read_as))
}

/// The last sentence of several, where it asks something of its own; names that it only points to are those of the sentences
/// before ("why does it matter that they join").
fn last_question(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let last = reading.sentences().checked_sub(1).filter(|&last| last > 0)?;
    let mut asked = reading.sentence(knowledge, last);
    let wants = [Intent::When, Intent::Who, Intent::Where, Intent::Why, Intent::HowMany];
    let own_words = asked.terms.iter().any(|term| term.entity.is_none() && term.feature.is_some());
    if !wants.into_iter().any(|intent| asked.wants(intent)) || !(own_words || !asked.steps().is_empty()) {
        return None;
    }
    if !asked.terms.iter().any(|term| term.entity.is_some()) {
        let before = reading.terms.iter().filter(|term| term.entity.is_some() && term.feature.is_some());
        asked.terms.extend(before.cloned());
    }
    asked.says_enough().then_some(asked)
}

/// The parts of a longer text that may be the question: its sentences that ask something and name something, then their
/// clauses; the last ones first, because people say what they want after saying why.
fn parts(knowledge: &Knowledge, reading: &Reading) -> Vec<Reading> {
    let asks = |part: &Reading| {
        let wants = [
            Intent::When,
            Intent::Who,
            Intent::Where,
            Intent::Why,
            Intent::HowMany,
            Intent::HowLong,
            Intent::Definition,
        ];
        let asks = wants.into_iter().any(|intent| part.wants(intent)) || part.is_yes_or_no();
        asks && part.terms.iter().any(|term| term.entity.is_some())
    };
    let sentences: Vec<_> = (0..reading.sentences()).rev().map(|at| reading.sentence(knowledge, at)).collect();
    let clauses: Vec<_> = sentences.iter().flat_map(|sentence| sentence.clauses(knowledge)).collect();
    sentences.into_iter().chain(clauses).filter(|part| part.tokens.len() < reading.tokens.len() && asks(part)).collect()
}

fn find<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    members(knowledge, reading, question.as_of)
        .or_else(|| overview(knowledge, reading))
        .or_else(|| as_of(knowledge, reading, question.as_of))
        .or_else(|| steps(knowledge, reading))
        .or_else(|| misdated(knowledge, reading))
        .or_else(|| sequence(knowledge, reading))
        .or_else(|| conditions(knowledge, reading))
        .or_else(|| compare(knowledge, reading))
        .or_else(|| period(knowledge, reading, question.today))
        .or_else(|| ranked(knowledge, reading))
}

/// Likeness to a question of a fact from which it answers even a question that seems to presume a membership.
const OWN_QUESTION: f32 = 0.8;

/// How far below the best score a fact on another country may be to be told beside it.
const NEAR: f32 = 0.03;

/// How far below the best score a fact on the same thing may be to be told after it.
const COMPLETES: f32 = 0.05;

/// Facts told beside one another when the question does not say which country it means.
const MOST_SIDE_BY_SIDE: usize = 3;

/// The fact that fits best, if it fits well enough; else the one that stands against the question.
fn ranked<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let hits = rank(knowledge, reading);
    if hits.first().is_none_or(|hit| hit.ask < OWN_QUESTION || !hit.missing.is_empty())
        && let Some(draft) = presumed_member(knowledge, reading)
    {
        return Some(draft);
    }
    let enough = |hit: &&Hit<'_>| reading.says_enough() || hit.ask >= EXACT_LIKENESS;
    let Some(best) = hits.first().filter(|hit| hit.is_sure()).filter(enough) else {
        let enough = reading.says_enough();
        return correct(knowledge, reading, &hits).or_else(|| denied(reading, &hits, knowledge)).filter(|_| enough);
    };
    let confidence = if best.ask >= EXACT_LIKENESS { Confidence::Exact } else { Confidence::Ranked };
    let corrects =
        is_denial(reading, best) || differs(knowledge, reading, best) || is_elsewhere(knowledge, reading, best.fact);
    let outcome = if corrects { Outcome::Corrected } else { Outcome::Answered };
    let mut draft = Draft::new(knowledge, outcome, confidence);
    draft.tell(best.fact);
    if corrects && !is_negative(&best.fact.text) {
        draft.lead(NOT_SO);
    }
    if reading.wants(Intent::Disagree) {
        tell_other_values(knowledge, &mut draft, best);
    }
    for other in
        hits[1..].iter().filter(|other| is_rival(best, other) || completes(best, other)).take(MOST_SIDE_BY_SIDE - 1)
    {
        draft.tell(other.fact);
    }
    Some(draft)
}

/// Tells what other sources say on the property of a fact, and why they differ.
fn tell_other_values<'k>(knowledge: &'k Knowledge, draft: &mut Draft<'k>, best: &Hit<'k>) {
    for dispute in knowledge.disputes_of(best.fact.key).take(1) {
        let facts: Vec<_> = dispute.values.iter().map(|value| knowledge.fact_at(value.fact)).collect();
        draft.tell_all(&facts);
        draft.say(dispute.reason.clone(), facts);
    }
}

/// Whether another fact fits as well and states the same step of another country, so that telling one would be a guess.
fn is_rival(best: &Hit<'_>, other: &Hit<'_>) -> bool {
    let (Some(one), Some(another)) = (&best.fact.action, &other.fact.action) else { return false };
    let other_country = !one.ladder.is_empty() && !another.ladder.iter().any(|country| one.ladder.contains(country));
    other.is_sure() && best.score - other.score < NEAR && one.step == another.step && other_country
}

/// Whether another fact fits nearly as well and is on the same thing: told as well, because the one asked for may be either.
fn completes(best: &Hit<'_>, other: &Hit<'_>) -> bool {
    let same_subject = best.fact.about.first() == other.fact.about.first()
        || (best.fact.date.is_some() && best.fact.date == other.fact.date);
    other.is_sure() && other.missing.is_empty() && best.score - other.score < COMPLETES && same_subject
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

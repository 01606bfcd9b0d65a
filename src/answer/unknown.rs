//! Answers that abstain: no sources, and what the bot could answer instead.

use super::certainty::certainty;
use super::hit::Hit;
use super::phrases::{NOTHING_FOUND, WHICH_ONE};
use super::related::{question_of, related};
use super::{Answer, Confidence, Outcome, ReadAs};
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Step};
use crate::question::Reading;
use crate::text::tokens::Token;

/// How many questions are suggested at most.
const MOST_SUGGESTIONS: usize = 3;

/// The log-odds, were it the first, from which a fact that is too uncertain to be told is worth to be asked about: one in twenty.
/// Of what could have been answered and was not, five in six have such a fact; of chat and trivia one in forty.
const WORTH_ASKING: f32 = -3.0;

/// The share of a question of which such a fact speaks where it is on nothing that was named but Israel, the United States or the
/// accords, which are named nearly everywhere.
const MUCH: f32 = 0.5;

/// Suggested when the question names nothing that the knowledge has facts on.
const GENERAL: [&str; MOST_SUGGESTIONS] =
    ["Which countries are in the Abraham Accords?", "When were the accords signed?", "What are the Abraham Accords?"];

/// No answer, for this reason; the suggestions take up what the question names.
pub(super) fn unknown(knowledge: &Knowledge, reading: &Reading, why: &str) -> Answer {
    bare(Outcome::Unknown, why.to_owned(), suggestions(knowledge, reading, Vec::new()))
}

/// Nothing found; the suggestions take up the facts that come near, and then what the question names.
pub(super) fn nothing_found(knowledge: &Knowledge, reading: &Reading, hits: &[Hit<'_>]) -> Answer {
    let near = near(knowledge, reading, hits);
    bare(Outcome::Unknown, NOTHING_FOUND.to_owned(), suggestions(knowledge, reading, near))
}

/// Several readings; the suggestions list them.
pub(super) fn ambiguous(suggestions: Vec<String>) -> Answer {
    bare(Outcome::Ambiguous, WHICH_ONE.to_owned(), suggestions)
}

/// Questions to choose from when a step is asked about and nobody is named ("when did the embassy open?").
pub(super) fn unnamed_step(knowledge: &Knowledge, reading: &Reading) -> Option<Vec<String>> {
    let step = *reading.steps().last()?;
    let is_step = |token: &Token| {
        reading.cues.iter().any(|cue| {
            matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Intent(_))
                && reading.tokens[cue.first..cue.first + cue.count].iter().any(|it| it.stem == token.stem)
        })
    };
    let general = |token: &Token| {
        let index = knowledge.index();
        index.is_filler(token) || index.is_general(&token.stem) || is_step(token)
    };
    if reading.wants(Intent::Definition) {
        return None;
    }
    if !reading.mentions.is_empty() || !reading.dates.is_empty() || !reading.tokens.iter().all(general) {
        return None;
    }
    let question = |name: String| match step {
        Step::Announced => format!("When did {name} announce that it would join?"),
        Step::Signed => format!("When did {name} sign?"),
        Step::Ratified => format!("When was the agreement with {name} ratified?"),
        Step::InForce => format!("When did the agreement with {name} enter into force?"),
        Step::Relations => format!("When did {name} establish relations with Israel?"),
        Step::Embassy => format!("When did Israel open its embassy in {name}?"),
        Step::Ambassador => format!("When did the first ambassador of {name} to Israel take up office?"),
        Step::Joined => format!("When did {name} join?"),
    };
    let partners = knowledge.partners().iter().copied().take(MOST_SUGGESTIONS);
    Some(partners.map(|key| question(knowledge.entity_at(key).in_sentence())).collect())
}

/// An answer without sources.
pub(super) fn bare(outcome: Outcome, text: String, suggestions: Vec<String>) -> Answer {
    Answer {
        outcome,
        text,
        sentences: Vec::new(),
        citations: Vec::new(),
        disagreements: Vec::new(),
        suggestions,
        facts: Vec::new(),
        read_as: Vec::<ReadAs>::new(),
        as_of: None,
        confidence: Confidence::Typed,
    }
}

/// Questions that the knowledge answers: these, then on what was named, then general ones.
fn suggestions(knowledge: &Knowledge, reading: &Reading, mut suggestions: Vec<String>) -> Vec<String> {
    let named = reading.mentions.iter().flat_map(|mention| mention.entities.iter().copied());
    let on_named = named.filter_map(|entity| question_on(knowledge, entity));
    let general = GENERAL.iter().map(|&question| question.to_owned());
    // "Is Oman a member?" and "Is Oman in the accords?" ask the same.
    let is_alike =
        |one: &str, other: &str| one.split(' ').take(2).eq(other.split(' ').take(2)) && one.starts_with("Is ");
    for question in on_named.chain(general) {
        let is_new = !suggestions.iter().any(|it| *it == question || is_alike(it, &question));
        if suggestions.len() < MOST_SUGGESTIONS && is_new {
            suggestions.push(question);
        }
    }
    suggestions
}

/// The questions of the facts that come nearest, as far as they are on what was named or speak of much of what was asked.
fn near(knowledge: &Knowledge, reading: &Reading, hits: &[Hit<'_>]) -> Vec<String> {
    let is_telling = |entity: EntityKey| !knowledge.is_general(entity);
    let named: Vec<EntityKey> =
        reading.terms.iter().filter_map(|term| term.entity).filter(|&entity| is_telling(entity)).collect();
    let is_worth_asking = |at: &usize| {
        let hit = &hits[*at];
        let is_on_it = named.iter().any(|&entity| hit.fact.concerns(entity));
        let is_near = is_on_it || hit.coverage >= MUCH;
        is_near && certainty(knowledge, reading, &hits[*at..]).is_some_and(|certainty| certainty >= WORTH_ASKING)
    };
    let mut questions: Vec<String> = Vec::new();
    for at in (0..hits.len().min(MOST_SUGGESTIONS)).filter(is_worth_asking) {
        let question = question_of(hits[at].fact).filter(|question| !questions.contains(question));
        questions.extend(question);
    }
    questions
}

/// What can be asked about a thing: who or what it is, where the knowledge says so, else what else it says of it.
fn question_on(knowledge: &Knowledge, key: EntityKey) -> Option<String> {
    let entity = knowledge.entity_at(key);
    let name = entity.in_sentence();
    let is_told = knowledge.is_defined(key) || knowledge.introducing(key).is_some();
    let question = match entity.kind {
        EntityKind::Country if knowledge.partners().contains(&key) => format!("When did {name} join?"),
        EntityKind::Country if knowledge.steps_of(key).next().is_some() => format!("Is {name} in the accords?"),
        EntityKind::Country => return None,
        _ if knowledge.is_subject(key) => format!("What are {name}?"),
        EntityKind::Person if is_told => format!("Who is {name}?"),
        _ if knowledge.is_defined(key) => format!("What is {name}?"),
        _ => return other_question_on(knowledge, key),
    };
    Some(question)
}

/// A question of the fact on a thing that is best supported.
fn other_question_on(knowledge: &Knowledge, key: EntityKey) -> Option<String> {
    related(knowledge, key, &[], 1).into_iter().next().map(|next| next.question)
}

//! Claims in a text, as questions whether they are so: what somebody is said to have said, what a clause takes for granted, and what
//! is concluded.

use super::asides::until_its_date;
use super::cues::Found;
use super::reading::{Reading, read};
use super::words::{IMPERATIVES, REASONS, SAYING, asks, is_auxiliary};
use crate::knowledge::model::Knowledge;
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent};
use crate::text::tokens::Token;

/// What a question takes for granted before it, as a question whether it is so: "Since Bahrain signed in 2021, who ...?", "Bahrain
/// signed in 2021. Who ...?".
pub fn presupposed(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    in_a_clause(knowledge, reading)
        .or_else(|| in_a_sentence(knowledge, reading))
        .or_else(|| before_a_comma(knowledge, reading))
}

/// What is stated before a question that only a comma parts from it: "Bahrain signed in 2021, who ...?".
fn before_a_comma(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let opens_with_a_name = reading.mentions.first().is_some_and(|name| name.first == 0);
    let asks_at = |at: usize| reading.tokens.get(at).is_some_and(|token| asks(&token.folded));
    let opens = |&at: &usize| {
        let token = &reading.tokens[at];
        token.after_comma && (asks_at(at) || (token.folded == "so" && asks_at(at + 1)))
    };
    let question = (0..reading.tokens.len()).find(opens)?;
    let is_step = |cue: &Found| matches!(cue.means, CueMeaning::Step(_)) && cue.first < question;
    let says_when = reading.dates.iter().any(|date| date.first < question);
    let states = says_when || reading.cues.iter().any(is_step);
    let is_denied = reading.cues.iter().any(|cue| cue.means == CueMeaning::Negation && cue.first < question);
    if !opens_with_a_name || !states || is_denied || reading.sentences() > 1 {
        return None;
    }
    whether(knowledge, &reading.typed(0..question))
}

/// What is taken for granted in a clause that opens the question.
fn in_a_clause(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    // "Since what year, ..." asks.
    let opens = REASONS.contains(&word(0)) && !asks(word(1));
    let start = if matches!(word(1), "that" | "as") { 2 } else { 1 };
    let end = (start..reading.tokens.len()).find(|&at| reading.tokens[at].after_comma).filter(|_| opens)?;
    whether(knowledge, &reading.typed(start..end))
}

/// What is taken for granted in the sentence before the question.
fn in_a_sentence(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    /// Words before the one that asks ("on which day").
    const MOST_BEFORE: usize = 3;
    /// Who says something of himself, of what others say, of one among several, or supposes it, states nothing that could be untrue
    /// alone.
    const OPENINGS: [&str; 19] = [
        "i", "we", "my", "our", "one", "two", "both", "three", "for", "so", "people", "if", "suppose", "imagine",
        "assume", "pretend", "perhaps", "maybe", "let",
    ];
    /// What is only planned or possible, excepted or left open is not stated.
    const NOT_STATED: [&str; 24] = [
        "but", "except", "only", "some", "hardly", "barely", "nobody", "would", "could", "should", "might", "may",
        "will", "shall", "expected", "planned", "plans", "wants", "wanted", "hopes", "hoped", "due", "supposed",
        "refused",
    ];
    let second = reading.tokens.iter().position(|token| token.sentence == 1).filter(|_| reading.sentences() == 2)?;
    let (stated, asked) = reading.tokens.split_at(second);
    let is_one_of = |token: &Token, words: &[&str]| words.contains(&token.folded.as_str());
    let asks_next = asked.iter().take(MOST_BEFORE + 1).any(|token| asks(&token.folded)) && !asked[0].after_comma;
    let opens_a_question = |it: &Token| asks(&it.folded) || is_auxiliary(&it.folded) || is_one_of(it, &IMPERATIVES);
    let is_statement = stated.first().is_some_and(|it| !is_one_of(it, &OPENINGS) && !opens_a_question(it))
        // "In May" is no "may".
        && !stated.iter().enumerate().any(|(at, it)| {
            (is_one_of(it, &NOT_STATED) && !reading.is_placed(at)) || is_one_of(it, &SAYING)
        });
    // "Morocco was to host it."
    let is_plan =
        stated.windows(2).any(|pair| is_one_of(&pair[0], &["was", "were", "is", "are"]) && pair[1].folded == "to");
    let denies = || reading.part(knowledge, 0..second).has(CueMeaning::Negation);
    if !asks_next || !is_statement || is_plan || reading.wants(Intent::Disagree) || denies() {
        return None;
    }
    whether(knowledge, &reading.typed(0..second))
}

/// What somebody is said to have said, where nothing else is asked: "My opponent says Oman has joined. Can you check that?".
pub fn reported_claim(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    /// Words up to the verb ("some guy in my chat keeps saying").
    const MOST_BEFORE: usize = 7;
    // Most texts have no such verb, and need not be read again.
    if !reading.has_word(&SAYING) {
        return None;
    }
    let parts: Vec<Reading> = (0..reading.sentences()).map(|at| reading.sentence(knowledge, at)).collect();
    let verb_of = |part: &Reading| {
        let verb = part.tokens.iter().take(MOST_BEFORE).position(|token| SAYING.contains(&token.folded.as_str()))?;
        let is_asking = part.is_yes_or_no() || part.tokens.iter().any(|token| asks(&token.folded));
        let speaks = verb > 0 && part.mentions.iter().all(|name| name.first > verb) && !is_asking;
        speaks.then_some(verb)
    };
    let (at, verb) = parts.iter().enumerate().find_map(|(at, part)| Some((at, verb_of(part)?)))?;
    let asks_more = |part: &Reading| !part.mentions.is_empty() || part.telling_words() > 1 || !part.steps().is_empty();
    if parts.iter().enumerate().any(|(other, part)| other != at && asks_more(part)) {
        return None;
    }
    let said = &parts[at].tokens;
    let opens = |at: &usize| matches!(said[*at].folded.as_str(), "that" | "me" | "us" | "everyone");
    let start = (verb + 1..said.len()).find(|at| !opens(at))?;
    let concludes = |at: &usize| said[*at].after_comma && matches!(said[*at].folded.as_str(), "so" | "and" | "but");
    let end = (start..said.len()).find(concludes).unwrap_or(said.len());
    let claim = whether(knowledge, &parts[at].typed(start..end))?;
    Some(until_its_date(knowledge, &claim).unwrap_or(claim))
}

/// What something is asked to mean: "Did the announcement mean that they had no relations before?"
pub fn meant(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let means = |&at: &usize| matches!(word(at), "mean" | "imply") && word(at + 1) == "that";
    let verb = (1..reading.tokens.len()).find(means).filter(|_| matches!(word(0), "did" | "does"))?;
    if reading.sentences() > 1 || reading.has(CueMeaning::Negation) {
        return None;
    }
    whether(knowledge, &reading.typed(verb + 2..reading.tokens.len()))
}

/// What is concluded from something else: "Pakistan signed the charter, ergo it is a member".
pub fn conclusion(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const OPENINGS: [&str; 5] = ["ergo", "therefore", "hence", "thus", "consequently"];
    const PRONOUNS: [&str; 3] = ["it", "he", "she"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let begins = |&at: &usize| {
        let has_pause =
            reading.tokens[at].after_comma || reading.tokens[at].sentence != reading.tokens[at - 1].sentence;
        OPENINGS.contains(&word(at)) && (has_pause || word(at - 1) == "and")
    };
    let start = (1..reading.tokens.len()).find(begins)? + 1;
    let sentence = reading.tokens[start - 1].sentence;
    let end = (start..reading.tokens.len()).find(|&at| reading.tokens[at].sentence != sentence);
    let end = end.unwrap_or(reading.tokens.len());
    if (start..end).any(|at| asks(word(at))) {
        return None;
    }
    // "He" is a person, "it" none.
    let is_person = |name: &&Mention| {
        name.entities.iter().any(|&it| knowledge.entity_at(it).kind == EntityKind::Person) == (word(start) != "it")
    };
    let points = PRONOUNS.contains(&word(start));
    let subject = reading.mentions.iter().filter(|name| points && name.first < start).find(is_person);
    let said = match subject {
        Some(name) => {
            format!("{} {}", reading.typed(name.first..name.first + name.count), reading.typed(start + 1..end))
        }
        None => reading.typed(start..end),
    };
    whether(knowledge, &said)
}

/// A statement as a question whether it is so; none where it says too little.
fn whether(knowledge: &Knowledge, statement: &str) -> Option<Reading> {
    let claim = read(knowledge, &format!("Is it true that {statement}?"));
    (claim.says_enough() && !claim.mentions.is_empty()).then_some(claim)
}

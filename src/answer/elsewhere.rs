//! Questions on texts and bodies of which the knowledge is not: "When did Bahrain sign the Artemis Accords?", "... join NATO?"

use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Step, WordKind};
use crate::question::Reading;
use crate::question::english::is_english;
use crate::text::tokens::{Token, words_in};

/// Words of a fact that tells of joining something.
const JOINING: [&str; 9] =
    ["join", "joined", "joining", "joins", "member", "members", "acceded", "accession", "admitted"];

/// Words between "join" and what is joined.
const REACH: usize = 3;

/// Whether the question is on a text, or on joining a body, of which the fact does not tell.
pub(super) fn is_of_something_else(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    names_another_text(knowledge, reading)
        || joins_a_stranger(knowledge, reading)
        || (joins_a_body(knowledge, reading) && !tells_of_joining(fact))
}

/// Whether a word is like a name that the knowledge does not have.
fn is_strange(knowledge: &Knowledge, token: &Token) -> bool {
    let index = knowledge.index();
    index.feature_of_stem(&token.stem).is_none()
        && !index.is_filler(token)
        && token.folded.chars().all(char::is_alphabetic)
        && (token.raw.starts_with(char::is_uppercase) || !is_english(&token.folded))
}

/// Whether a text is named by a word that the knowledge does not have.
fn names_another_text(knowledge: &Knowledge, reading: &Reading) -> bool {
    // "The Artemis Accords"
    let is_text = |token: &Token| knowledge.index().is_of_kind(&token.folded, WordKind::Text);
    reading.tokens.windows(2).enumerate().any(|(at, pair)| {
        !reading.is_in_name(at)
            && is_text(&pair[1])
            && pair[0].sentence == pair[1].sentence
            && is_strange(knowledge, &pair[0])
    })
}

/// Whether a source is named that the knowledge does not have: what "Arab Barometer" found is told by nobody else's figures.
pub(super) fn cites_a_stranger(knowledge: &Knowledge, reading: &Reading) -> bool {
    let tokens = &reading.tokens;
    let is_name = |at: usize| {
        tokens.get(at).is_some_and(|token| token.raw.starts_with(char::is_uppercase)) && !reading.is_placed(at)
    };
    let cites = |at: usize| tokens[at].folded == "according" && tokens.get(at + 1).is_some_and(|it| it.folded == "to");
    (0..tokens.len()).filter(|&at| cites(at)).any(|at| {
        let is_article = tokens.get(at + 2).is_some_and(|token| token.folded == "the");
        let name = at + 2 + usize::from(is_article)..tokens.len();
        name.take_while(|&at| is_name(at)).any(|at| is_strange(knowledge, &tokens[at]))
    })
}

/// Whether what is joined is named by a word that the knowledge does not have: "when did Kazakhstan join the WTO?"
fn joins_a_stranger(knowledge: &Knowledge, reading: &Reading) -> bool {
    reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Joined)).any(|cue| {
        let after = cue.first + cue.count;
        let is_article = |at: &usize| reading.tokens.get(*at).is_some_and(|token| token.folded == "the");
        let object = if is_article(&after) { after + 1 } else { after };
        let token = reading.tokens.get(object).filter(|_| !reading.is_placed(object));
        token.is_some_and(|token| is_strange(knowledge, token))
    })
}

/// Whether a body is what is joined.
fn joins_a_body(knowledge: &Knowledge, reading: &Reading) -> bool {
    let is_body = |key| knowledge.entity_at(key).kind == EntityKind::Organisation && !knowledge.is_subject(key);
    reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Joined)).any(|cue| {
        let end = cue.first + cue.count;
        let next = reading.mentions.iter().find(|mention| mention.first >= end && mention.first - end < REACH);
        next.is_some_and(|mention| mention.entities.iter().any(|&it| is_body(it)))
    })
}

fn tells_of_joining(fact: &Fact) -> bool {
    words_in(&fact.text).any(|word| JOINING.contains(&word.as_str()))
}

//! What a sentence denies. It is worked out when the knowledge is linked: nearly every question asks it of the fact that it
//! finds.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::feature::Feature;
use super::index::Index;
use super::vocabulary::CueMeaning;
use crate::text::tokens::{Token, words_in};

/// Words of which one makes a sentence say that something is not so.
const NEGATIVE: [&str; 15] = [
    "ruled",
    "not",
    "no",
    "never",
    "none",
    "nor",
    "neither",
    "nothing",
    "without",
    "rejected",
    "refused",
    "declined",
    "denied",
    "suspended",
    "stopped",
];

/// Words with which a sentence opens that denies all of it.
const OPENINGS: [&str; 6] = ["nothing", "nobody", "none", "neither", "no", "never"];

/// Words that say that nobody did so.
const OF_ALL: [&str; 11] = [
    "stayed out of",
    "none of",
    "not among",
    "are not in",
    "is not in",
    "not held",
    "not be held",
    "no pledge",
    "not take place",
    "was never",
    "not go ahead",
];

/// Words that deny what follows ...
const NOES: [&str; 6] = ["not", "no", "never", "none", "nor", "without"];
/// ... up to so many words on ...
const REACH: usize = 12;
/// ... or to one of these: "could not take effect without approval".
const TURNS: [&str; 8] = ["without", "until", "till", "before", "unless", "only", "but", "that"];

/// What a sentence of the knowledge denies.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Negation {
    /// Whether it says that something is not so.
    pub is_negative: bool,
    /// Whether it opens with a denial ("Nothing was signed on ...").
    pub opens: bool,
    /// Whether it says that nobody did so.
    pub of_all: bool,
    /// What stands after a "not" or "no" and is denied with it.
    denied: Box<[Feature]>,
}

impl Negation {
    /// What a sentence denies, in the features of an index that knows all of them.
    pub(super) fn new(index: &Index, sentence: &str) -> Self {
        let mut tokens = index.tokenise(sentence);
        index.unify(&mut tokens);
        Self {
            is_negative: is_negative(sentence),
            opens: words_in(sentence).next().is_some_and(|word| OPENINGS.contains(&word.as_str())),
            of_all: OF_ALL.iter().any(|denial| main_clause(sentence).contains(denial)),
            denied: denied(index, &tokens).into(),
        }
    }

    /// Whether this stands after a "not" or "no" and is denied with it.
    pub fn denies(&self, feature: Feature) -> bool {
        self.denied.contains(&feature)
    }
}

/// Whether a sentence says that something is not so.
pub fn is_negative(sentence: &str) -> bool {
    words_in(sentence).any(|word| NEGATIVE.contains(&word.as_str()))
}

/// Whether what a text says is turned round by a "not" or a verb that says as much; its cues are given by where they begin and
/// what they mean. Words for being against something ("opposed", "boycott") say what is done and turn nothing.
pub fn is_turned(tokens: &[Token], mut cues: impl Iterator<Item = (usize, CueMeaning)>) -> bool {
    const SIDES: [&str; 9] =
        ["against", "oppose", "opposed", "boycott", "condemn", "condemned", "criticise", "criticised", "criminalise"];
    cues.any(|(first, means)| means == CueMeaning::Negation && !SIDES.contains(&tokens[first].folded.as_str()))
}

/// What stands behind a semicolon or a "because" is said besides.
fn main_clause(sentence: &str) -> &str {
    let first = sentence.split(';').next().unwrap_or_default();
    first.split(" because ").next().unwrap_or_default()
}

/// Whether words begin with a name that does something: "Lebanon revoked it", and not "Palestinian refugees".
fn is_clause(words: &[Token]) -> bool {
    const VERBS: [&str; 10] = ["has", "had", "have", "is", "are", "was", "were", "did", "said", "would"];
    let name = words.iter().take_while(|token| token.raw.starts_with(char::is_uppercase)).count();
    let verb = words.get(name).map_or("", |token| token.folded.as_str());
    name > 0 && (VERBS.contains(&verb) || verb.ends_with("ed"))
}

fn denied(index: &Index, tokens: &[Token]) -> Vec<Feature> {
    let word = |at: usize| tokens[at].folded.as_str();
    // "Without" denies, but after another denial it turns what is said: "no progress without a timetable".
    let is_turn = |at: usize| {
        (0..at).any(|before| tokens[before].sentence == tokens[at].sentence && NOES.contains(&word(before)))
    };
    // "By 13 votes to none" counts votes.
    let is_count = |at: usize| word(at) == "none" && at > 0 && word(at - 1) == "to";
    let is_no = |at: &usize| NOES.contains(&word(*at)) && (word(*at) != "without" || !is_turn(*at)) && !is_count(*at);
    let noes = (0..tokens.len()).filter(is_no);
    let after = noes.flat_map(|at| {
        let goes_on = move |next: &usize| {
            let token = &tokens[*next];
            // "It was not carried out and Lebanon revoked it": another acts.
            let has_another_subject = token.folded == "and" && is_clause(&tokens[next + 1..]);
            token.sentence == tokens[at].sentence
                && !token.after_comma
                && !has_another_subject
                && !TURNS.contains(&token.folded.as_str())
        };
        (at + 1..tokens.len()).take(REACH).take_while(goes_on)
    });
    let after: BTreeSet<usize> = after.collect();
    let feature = |at: &usize| index.feature_of_stem(&tokens[*at].stem);
    // What is said before is not denied: "nominated for the prize; it was no award".
    let first = after.first().copied().unwrap_or(0);
    // "They would open one; none was opened": what was only to be is denied.
    let is_plan = |at: usize| at > 0 && matches!(word(at - 1), "would" | "will" | "should");
    let said: BTreeSet<Feature> = (0..first).filter(|&at| !is_plan(at)).filter_map(|at| feature(&at)).collect();
    let denied: BTreeSet<Feature> = after.iter().filter_map(feature).filter(|it| !said.contains(it)).collect();
    denied.into_iter().collect()
}

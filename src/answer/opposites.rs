//! Questions that have the opposite of what a fact says: its closing where the fact tells of an opening.

use compact_str::CompactString;

use super::denial::says_not;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::profile::Profile;
use crate::knowledge::vocabulary::Intent;
use crate::question::{Reading, read_sentence};
use crate::text::tokens::Token;

/// Words after "last" and "first" among which the noun stands ("the first scheduled flight").
const REACH: usize = 4;

/// Whether a question says the opposite of what a fact says, and the fact nowhere says what the question does.
pub(super) fn says_the_opposite(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let index = knowledge.index();
    let profile = index.profile_of(fact.key);
    // "Did it not close?" asks whether it is open, what does so "no longer" has ended, and what lasted began and ended.
    if says_not(reading) || reading.wants(Intent::HowLong) || fact.text.contains("no longer") {
        return false;
    }
    // What was last before something may be what came first since.
    let is_before = reading.has_word(&["before"]);
    let is_of_the_same = |at: usize, opposite: &str| {
        !is_ordinal(knowledge, reading, at) || (!is_before && counts_the_same(knowledge, reading, fact, at, opposite))
    };
    let is_asked = |stem: &str| reading.tokens.iter().any(|token| index.is_the_same(&token.stem, stem));
    // Who welcomes something supports it, whatever others rejected.
    let says_much_the_same =
        |opposite: &str| index.opposites_of(opposite).iter().any(|it| is_said(knowledge, profile, it));
    let is_untrue = |at: usize| {
        let opposites = index.opposites_of(&reading.tokens[at].stem).iter();
        let mut told = opposites.filter(|it| !is_asked(it) && is_said(knowledge, profile, it));
        told.any(|it| !says_much_the_same(it) && is_of_the_same(at, it))
    };
    let is_told =
        |at: usize| index.feature_of_stem(&reading.tokens[at].stem).is_some_and(|feature| profile.has(feature));
    let is_free = |at: &usize| !reading.is_placed(*at) && !is_told(*at) && !is_adverbial(reading, *at);
    let mut free = (0..reading.tokens.len()).filter(is_free);
    free.any(|at| is_untrue(at) || refuses_what_is_told(knowledge, reading, profile, at))
}

/// Whether the word here says where or how near and not what was done: "at the end of which meeting", "a close ally".
fn is_adverbial(reading: &Reading, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |at| reading.tokens[at].folded.as_str());
    match reading.tokens[at].folded.as_str() {
        "end" => before == "the",
        "close" => matches!(before, "a" | "the" | "how" | "as" | "very" | "so"),
        _ => false,
    }
}

/// Whether the word here says the place in a row, or a verb of the same form: "the last flight", "how long did it last".
fn is_ordinal(knowledge: &Knowledge, reading: &Reading, at: usize) -> bool {
    ["first", "last"].iter().any(|it| knowledge.index().is_the_same(&reading.tokens[at].stem, it))
}

/// Whether a fact has the opposite of the word here before the same noun: "the first scheduled flight" for "the last flight".
fn counts_the_same(knowledge: &Knowledge, reading: &Reading, fact: &Fact, at: usize, opposite: &str) -> bool {
    let index = knowledge.index();
    let told = read_sentence(knowledge, &fact.text);
    let after = |tokens: &[Token], at: usize| -> Vec<CompactString> {
        let near = tokens.iter().skip(at + 1).take(REACH);
        near.filter(|token| !index.is_filler(token)).map(|token| token.stem.clone()).collect()
    };
    // "How long was it to last under the treaty?" counts nothing.
    let is_verb = reading.tokens.get(at + 1).is_none_or(|token| index.is_general(&token.stem));
    if is_verb {
        return false;
    }
    let asked = after(&reading.tokens, at);
    let has_it = |told_at: &usize| index.is_the_same(&told.tokens[*told_at].stem, opposite);
    let mut told_at = (0..told.tokens.len()).filter(has_it);
    told_at
        .any(|it| after(&told.tokens, it).iter().any(|noun| asked.iter().any(|other| index.is_the_same(noun, other))))
}

/// Whether a fact says a word and does not deny it: what "did not open" is closed.
fn is_said(knowledge: &Knowledge, profile: Profile<'_>, stem: &str) -> bool {
    let feature = knowledge.index().feature_of_stem(stem);
    feature.is_some_and(|feature| profile.says(feature) && !profile.negation().denies(feature))
}

/// Whether somebody refuses to do here what a fact says was done ("refused to sign").
fn refuses_what_is_told(knowledge: &Knowledge, reading: &Reading, profile: Profile<'_>, at: usize) -> bool {
    /// How the verbs for it begin, whatever their form.
    const REFUSALS: [&str; 3] = ["refus", "declin", "fail"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    REFUSALS.iter().any(|it| reading.tokens[at].folded.starts_with(it))
        && word(at + 1) == "to"
        && reading.tokens.get(at + 2).is_some_and(|token| is_said(knowledge, profile, &token.stem))
}

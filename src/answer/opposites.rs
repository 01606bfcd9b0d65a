//! Questions that have the opposite of what a fact says: its closing where the fact tells of an opening.

use compact_str::CompactString;

use super::misattributed::says_not;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::profile::Profile;
use crate::question::{Reading, read_sentence};
use crate::text::tokens::Token;

/// Words after "last" and "first" among which the noun stands ("the first scheduled flight").
const REACH: usize = 4;

/// Whether a question says the opposite of what a fact says, and the fact nowhere says what the question does.
pub(super) fn says_the_opposite(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let index = knowledge.index();
    let profile = index.profile_of(fact.key);
    // "Did it not close?" asks whether it is open, and what does so "no longer" has ended.
    if says_not(reading) || fact.text.contains("no longer") {
        return false;
    }
    let is_of_the_same =
        |at: usize, opposite: &str| !is_ordinal(reading, at) || counts_the_same(knowledge, reading, fact, at, opposite);
    let is_asked = |stem: &str| reading.tokens.iter().any(|token| index.is_the_same(&token.stem, stem));
    (0..reading.tokens.len()).filter(|&at| !reading.is_placed(at)).any(|at| {
        let stem = &reading.tokens[at].stem;
        let is_told = index.feature_of_stem(stem).is_some_and(|feature| profile.has(feature));
        let opposites = index.opposites_of(stem).iter();
        !is_told
            && (opposites
                .into_iter()
                .any(|it| !is_asked(it) && is_said(knowledge, profile, it) && is_of_the_same(at, it))
                || refuses_what_is_told(knowledge, reading, profile, at))
    })
}

/// Whether the word here says the place in a row, or a verb of the same form: "the last flight", "how long did it last".
fn is_ordinal(reading: &Reading, at: usize) -> bool {
    matches!(reading.tokens[at].folded.as_str(), "first" | "last")
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
    const REFUSALS: [&str; 8] = ["refuse", "refused", "refuses", "decline", "declined", "declines", "fail", "failed"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    REFUSALS.contains(&word(at))
        && word(at + 1) == "to"
        && reading.tokens.get(at + 2).is_some_and(|token| is_said(knowledge, profile, &token.stem))
}

//! Endings that ask whether what stands before them is so: ", right?", "didn't it?", ". Is that the right year?".

use super::words::{asks, is_auxiliary, is_one_of};

/// Words of which an ending has one that asks whether what stands before is so ("is that right?") ...
const VERDICTS: [&str; 26] = [
    "correct",
    "ok",
    "okay",
    "legit",
    "confirmed",
    "verified",
    "right",
    "yes",
    "yeah",
    "true",
    "no",
    "innit",
    "accurate",
    "false",
    "so",
    "fact",
    "fiction",
    "myth",
    "rite",
    "ryt",
    "amirite",
    "source",
    "sources",
    "citation",
    "documented",
    "proof",
];
/// ... and the others that it may have ("is that the right year?", "am I right?", "is this really true").
const OF_A_VERDICT: [&str; 57] = [
    "is",
    "both",
    "all",
    "they",
    "these",
    "those",
    "everything",
    "with",
    "then",
    "are",
    "was",
    "that",
    "this",
    "it",
    "am",
    "i",
    "or",
    "not",
    "the",
    "really",
    "actually",
    "even",
    "date",
    "day",
    "month",
    "year",
    "number",
    "figure",
    "name",
    "place",
    "way",
    "order",
    "list",
    "claim",
    "statement",
    "count",
    "version",
    "a",
    "country",
    "person",
    "man",
    "any",
    "there",
    "for",
    "do",
    "does",
    "you",
    "have",
    "got",
    "back",
    "backs",
    "bear",
    "bears",
    "up",
    "out",
    "say",
    "says",
];

/// Verbs and pronouns of an ending such as "didn't it?".
const TAG_VERBS: [&str; 13] = [
    "isn't", "aren't", "wasn't", "weren't", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "won't",
    "wouldn't", "can't",
];
/// See [`TAG_VERBS`].
const TAG_PRONOUNS: [&str; 7] = ["it", "he", "she", "they", "that", "there", "we"];

/// Without an ending such as ", right?", and whether there was one.
pub(super) fn untagged(text: &str) -> (&str, bool) {
    let ends_in_pause = |before: &str| before.trim_end().ends_with([',', '.', ';', '-']);
    let tag = without_alternatives(text)
        .or_else(|| without_verdict(text))
        .or_else(|| without_bare_verdict(text))
        .or_else(|| without_verb_tag(text).filter(|before| ends_in_pause(before)));
    tag.map_or((text, false), |statement| (statement.trim_end_matches([',', '.', ';', '-', ' ']), true))
}

/// The text before an ending such as ", right?" or ". Is that the right year?".
fn without_verdict(text: &str) -> Option<&str> {
    let end = text.strip_suffix('?')?;
    let pause = end.rfind([',', '.', ';', '-'])?;
    let (before, ending) = (&end[..pause], &end[pause + 1..]);
    // "Is Ben-Gvir far-right?" has no pause.
    let is_pause = ending.starts_with(char::is_whitespace)
        && (!end[pause..].starts_with('-') || before.ends_with(char::is_whitespace));
    let is_verdict = |word: &str| is_one_of(word, &VERDICTS);
    let mut words = ending.split_whitespace();
    let asks = words.clone().any(is_verdict) && words.all(|word| is_verdict(word) || is_one_of(word, &OF_A_VERDICT));
    (is_pause && asks && before.split_whitespace().count() > 1).then_some(before)
}

/// The text before an ending such as "true or false", with a pause or without.
fn without_alternatives(text: &str) -> Option<&str> {
    const SO: [&str; 7] = ["true", "fact", "real", "legit", "yes", "right", "correct"];
    const NOT_SO: [&str; 14] = [
        "false",
        "fiction",
        "myth",
        "cap",
        "fake",
        "not",
        "nah",
        "no",
        "bs",
        "lie",
        "wrong",
        "incorrect",
        "hoax",
        "bull",
    ];
    const LEAST_WORDS: usize = 4;
    let end = text.trim_end_matches(['?', '.', '!', ' ']);
    let (before, last) = end.rsplit_once(' ')?;
    let (before, or) = before.rsplit_once(' ')?;
    let (before, first) = before.rsplit_once(' ')?;
    let is_pair = (is_one_of(first, &SO) && is_one_of(last, &NOT_SO))
        || (is_one_of(first, &NOT_SO) && (is_one_of(last, &SO) || last.eq_ignore_ascii_case("not")));
    let is_choice = or.eq_ignore_ascii_case("or") && is_pair;
    let opening = before.split_whitespace().next().unwrap_or_default().to_lowercase();
    // "Is it true or false?" is no ending.
    let states = before.split_whitespace().count() >= LEAST_WORDS && !asks(&opening) && !is_auxiliary(&opening);
    (is_choice && states).then(|| before.trim_end_matches([',', '.', ';', ':', '-', ' ']))
}

/// The text before a "right?" that follows without a pause, as in chats: "they had no ties til 2025 right?".
fn without_bare_verdict(text: &str) -> Option<&str> {
    const VERDICTS: [&str; 4] = ["right", "rite", "yeah", "correct"];
    /// Words of which "right" or "correct" is part of what is asked: "is he far right?".
    const BEFORE: [&str; 16] = [
        "far", "alt", "hard", "center", "centre", "human", "the", "a", "no", "his", "its", "their", "is", "was", "are",
        "that",
    ];
    const LEAST_WORDS: usize = 4;
    let (before, verdict) = text.strip_suffix('?')?.rsplit_once(' ')?;
    let mut words = before.split_whitespace();
    let states = before.split_whitespace().count() >= LEAST_WORDS
        && words.next().is_some_and(|first| !asks(&first.to_lowercase()) && !is_auxiliary(&first.to_lowercase()))
        && !words.any(|word| asks(&word.to_lowercase()) && !word.eq_ignore_ascii_case("when"))
        && before.split_whitespace().next_back().is_some_and(|last| !is_one_of(last, &BEFORE));
    (is_one_of(verdict, &VERDICTS) && states).then_some(before)
}

/// The text before an ending such as "didn't it?".
fn without_verb_tag(text: &str) -> Option<&str> {
    let text = text.strip_suffix('?')?;
    let (before, pronoun) = text.rsplit_once(' ')?;
    let (before, verb) = before.trim_end().rsplit_once(' ')?;
    let verb = verb.replace('\u{2019}', "'");
    (is_one_of(pronoun, &TAG_PRONOUNS) && is_one_of(&verb, &TAG_VERBS)).then_some(before)
}

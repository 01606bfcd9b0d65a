//! Numbers in a question that a fact has otherwise.

use super::hit::Hit;
use crate::knowledge::figures;
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{Intent, Property};
use crate::question::{Reading, read_sentence};
use crate::text::numbers::figures_of_two;
use crate::text::tokens::Token;

/// Whether a word is a number and no part of a name or date.
pub(super) fn is_number(reading: &Reading, at: usize) -> bool {
    // "Zero signings" says that there were none.
    let is_none = reading.tokens[at].folded == "zero";
    !reading.is_placed(at) && !is_none && figures::is_number(&reading.tokens[at]) && !is_second(reading, at)
}

/// Whether a word is the second one of a number of two words.
fn is_second(reading: &Reading, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|at| of_two_words(reading, at).is_some())
}

/// The number that two words from here on give, in figures: 33 of "thirty-three".
fn of_two_words(reading: &Reading, at: usize) -> Option<String> {
    figures_of_two(&reading.tokens[at].folded, &reading.tokens.get(at + 1)?.folded)
}

/// The number that begins here, in figures where it can be.
fn numeral(reading: &Reading, at: usize) -> Option<String> {
    of_two_words(reading, at).or_else(|| figures::numeral(&reading.tokens[at]).map(str::to_owned))
}

/// Whether a text has the number that begins here in another one.
fn has_number(told: &Reading, reading: &Reading, at: usize) -> bool {
    let asked = numeral(reading, at);
    (0..told.tokens.len()).any(|at| !is_second(told, at) && numeral(told, at) == asked)
}

/// Whether a text has a number besides its dates and names.
pub(super) fn has_numbers(reading: &Reading) -> bool {
    (0..reading.tokens.len()).any(|at| is_number(reading, at))
}

/// Likeness to a question of the fact from which a question is taken to be that one, but for its numbers. Between this and 0.5 two
/// answers to 10,400 questions differ, both for the better.
const LEAST_LIKENESS: f32 = 0.45;

/// The share of a question of which a fact must speak for a sum in it to be the fact's.
const LEAST_OF_A_SUM: f32 = 0.5;

/// Digits of a number that nobody has right by chance: what else is counted beside it may be counted otherwise.
const LONG: usize = 4;

/// Words before a number that counts something ...
const COUNTING: [&str; 8] = ["the", "a", "an", "those", "these", "all", "its", "their"];
/// ... and after one that is part of a sum.
const SUMS: [&str; 6] = ["hundred", "thousand", "million", "billion", "percent", "per"];

/// Stems of units of time: they say little alone, and with a number which war or how old somebody is.
const UNITS: [&str; 5] = ["day", "week", "month", "year", "hour"];

/// Whether a question has another number than the fact that is just that but for it.
pub(super) fn tells_other_numbers(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    // "Two figures are in circulation" counts what sources say.
    if !has_numbers(reading) || reading.wants(Intent::Disagree) || hit.is_of_other_date() {
        return false;
    }
    // A sum is of nothing else that the fact tells.
    let is_sum = || (1..reading.tokens.len()).any(|at| is_number(reading, at - 1) && is_scale(&reading.tokens[at]));
    if hit.ask < LEAST_LIKENESS && !(hit.coverage >= LEAST_OF_A_SUM && is_sum()) {
        return false;
    }
    if reading.is_yes_or_no() {
        has_other_numbers(knowledge, reading, hit.fact)
    } else {
        counts_the_same_otherwise(knowledge, reading, hit.fact) || has_another_tally(knowledge, reading, hit.fact)
    }
}

/// Whether a question has a tally ("61 to 59", "61-59") of a vote for which a fact gives others.
fn has_another_tally(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let other = |at: usize| {
        let next = reading.tokens.get(at + 1)?;
        let place = if matches!(next.folded.as_str(), "to" | "against") { at + 2 } else { at + 1 };
        (place < reading.tokens.len() && is_number(reading, place) && (place > at + 1 || next.joined)).then_some(place)
    };
    let mut pairs =
        (0..reading.tokens.len()).filter(|&at| is_number(reading, at)).filter_map(|at| Some((at, other(at)?)));
    let Some((one, other)) = pairs.next().filter(|_| fact.property == Some(Property::Vote)) else { return false };
    let told = read_sentence(knowledge, &fact.text);
    !(has_number(&told, reading, one) && has_number(&told, reading, other))
}

/// Whether a word is part of the number before it: "three million".
fn is_scale(token: &Token) -> bool {
    matches!(token.folded.as_str(), "thousand" | "million" | "billion")
}

/// Whether a fact has another number beside the word that stands beside one in the question: "12-day" for "the 19-day war". Of
/// several numbers beside one word ("10 billion for the one, 3 billion for the other") none stands for that of the question.
fn counts_the_same_otherwise(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    // "Which five?" counts what is asked for.
    let is_asked_for = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| reading.tokens.get(at));
        before.is_some_and(|token| matches!(token.folded.as_str(), "which" | "what" | "whose" | "these" | "those"))
    };
    // "Which of the 22 states?" counts those from whom is chosen.
    let is_of_the_whole =
        |at: usize| at > 1 && reading.tokens[at - 1].folded == "the" && reading.tokens[at - 2].folded == "of";
    // "How much did they pledge 4 food parks?" has it for "for"; "the 4 billion" has not.
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_chat = |at: usize| {
        let is_counted = at > 0 && COUNTING.contains(&word(at - 1)) || SUMS.contains(&word(at + 1));
        reading.wants(Intent::HowMany) && matches!(word(at), "2" | "4") && !is_counted
    };
    let is_stated = |&at: &usize| {
        let counts = is_number(reading, at) && !is_bound(reading, at) && !is_chat(at);
        counts && !is_asked_for(at) && !is_of_the_whole(at)
    };
    let mut asked = (0..reading.tokens.len()).filter(is_stated).peekable();
    if asked.peek().is_none() {
        return false;
    }
    let told = read_sentence(knowledge, &fact.text);
    let is_told = |at: usize| has_number(&told, reading, at);
    let tells = |token: &Token| !knowledge.index().is_filler(token) || UNITS.contains(&token.stem.as_str());
    let beside = |reading: &Reading, at: usize, side: Side| {
        let token = side.of(at).and_then(|at| reading.tokens.get(at));
        token.filter(|token| tells(token)).map(|token| token.stem.clone())
    };
    let has_one_other = |asked: usize, side: Side| {
        let Some(word) = beside(reading, asked, side) else { return false };
        let is_dated = |at: usize| told.dates.iter().any(|date| date.covers(at));
        // That of a name counts ("the 12-day war").
        let numbers = (0..told.tokens.len()).filter(|&at| figures::is_number(&told.tokens[at]) && !is_dated(at));
        numbers.filter(|&at| beside(&told, at, side).is_some_and(|it| it == word)).count() == 1
    };
    asked.any(|at| !is_told(at) && (has_one_other(at, Side::After) || has_one_other(at, Side::Before)))
}

/// A side of a word.
#[derive(Clone, Copy)]
enum Side {
    Before,
    After,
}

impl Side {
    /// The place of the word on this side of another.
    fn of(self, at: usize) -> Option<usize> {
        match self {
            Self::Before => at.checked_sub(1),
            Self::After => at.checked_add(1),
        }
    }
}

/// Whether a fact has all numbers of the question.
pub(super) fn has_the_numbers(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let told = read_sentence(knowledge, &fact.text);
    let mut asked = (0..reading.tokens.len()).filter(|&at| is_number(reading, at));
    has_numbers(reading) && asked.all(|at| has_number(&told, reading, at))
}

/// Whether a fact has numbers, and not all of those in the question.
pub(super) fn has_other_numbers(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let told = read_sentence(knowledge, &fact.text);
    let says = |at: usize| {
        let is_same = |it: &Token| it.stem == reading.tokens[at].stem;
        (of_two_words(reading, at).is_none() && told.tokens.iter().any(is_same)) || has_number(&told, reading, at)
    };
    let is_long = |at: usize| numeral(reading, at).is_some_and(|numeral| numeral.len() >= LONG);
    let asked = || (0..reading.tokens.len()).filter(|&at| is_number(reading, at) && !is_bound(reading, at));
    let has_a_long_one = asked().any(|at| is_long(at) && says(at));
    has_numbers(&told) && !has_a_long_one && asked().any(|at| !says(at))
}

/// Whether a number is only a bound, an estimate or a part of one: "more than 10", "about 30", "three tenths", "a dozen".
/// Another number need not contradict it.
fn is_bound(reading: &Reading, at: usize) -> bool {
    const BEFORE: [&str; 16] = [
        "than",
        "least",
        "most",
        "below",
        "above",
        "under",
        "over",
        "beyond",
        "nearly",
        "almost",
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "circa",
    ];
    const PARTS: [&str; 5] = ["tenths", "thirds", "quarters", "fifths", "dozen"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let near = &reading.tokens[at.saturating_sub(2)..at];
    // "Seven or nine?" leaves it open.
    let is_open = word(at + 1) == "or" || near.last().is_some_and(|it| it.folded == "or");
    is_open
        || matches!(word(at), "dozen" | "half")
        || PARTS.contains(&word(at + 1))
        || near.iter().any(|it| BEFORE.contains(&it.folded.as_str()))
}

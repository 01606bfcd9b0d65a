//! The fact that ranks first: told if it fits well enough, as a correction where it stands against what is asked; else what
//! stands against the question in its place.

use std::collections::BTreeSet;

use super::certainty::{LEAST_CERTAINTY, certainty, is_of_the_subject, speaks_of_what_is_outside};
use super::denial::{denied, denies_the_presumed, is_denial, is_negative, negates_the_asked, opens_with_denial};
use super::direction::{asks_of_a_mutual_act, is_reversed, says_the_act};
use super::draft::Draft;
use super::each::each;
use super::elsewhere::is_of_something_else;
use super::hit::{Flaws, Hit};
use super::misattributed::{misattributed, numbers_of_another};
use super::mission::{is_sent_the_other_way, of_its_mission};
use super::mistimed::mistimed;
use super::opposites::says_the_opposite;
use super::other_numbers::{has_the_numbers, tells_other_numbers};
use super::phrases::NOT_SO;
use super::placed::{is_elsewhere, is_somewhere_else};
use super::premise::{correct, differs, wrong_person};
use super::presumed::{denies_the_joining, presumed_member};
use super::rank::{EXACT_LIKENESS, OWN_QUESTION};
use super::{Confidence, Outcome};
use crate::knowledge::figures::numeral;
use crate::knowledge::model::{Disagreement, EntityKey, Fact, FactKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent};
use crate::question::Reading;
use crate::text::tokens::{Token, tokenise};

/// Digits of a year, and of no number of votes or papers.
const DIGITS_OF_A_YEAR: usize = 4;

/// The certainty below which a question is on something else, whatever it may have wrong of a fact.
const LEAST_TO_CORRECT: f32 = -3.0;

/// The certainty, another date counted against it, from which a question is on the subject whatever it names: what would be told
/// but for its date.
const LEAST_BUT_FOR_ITS_DATE: f32 = -1.5;

/// How far below the best score a fact on another country may be to be told beside it.
const NEAR: f32 = 0.03;

/// How far below the best score a fact on the same thing may be to be told after it. Nineteen of twenty right facts are among
/// the first three and fewer than nine of ten the first; from here on, more is told of what was not asked.
const COMPLETES: f32 = 0.16;

/// The same where a question has two parts: what answers the one may say little of the other.
const COMPLETES_THE_OTHER_PART: f32 = 0.2;

/// How far below the best score a fact of the day that is asked about may be to be told in the place of one of another day.
const OF_THE_DATE: f32 = 0.13;

/// How far below the best score a fact may be that has who does what to whom as the question has it, where the best has not.
const NOT_REVERSED: f32 = 0.3;

/// The same for one that gives the number that is asked for, where the best gives none.
const WITH_A_FIGURE: f32 = 0.3;

/// Words after the "who" of a question within which a "not" turns it round: "who was deliberately not asked".
const NOT_WITHIN: usize = 3;

/// Facts told beside one another when the question does not say which country it means.
const MOST_SIDE_BY_SIDE: usize = 3;

/// The fact that fits best, if it fits well enough; else the one that stands against the question.
pub(super) fn ranked<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    if hits.first().is_none_or(|hit| is_of_something_else(knowledge, reading, hit.fact)) {
        return None;
    }
    if let Some(draft) = each(knowledge, reading, hits) {
        return Some(draft);
    }
    if !is_outside(reading)
        && hits.first().is_none_or(|hit| hit.ask < OWN_QUESTION || !hit.missing.is_empty())
        && let Some(draft) = presumed_member(knowledge, reading)
    {
        return Some(draft);
    }
    if let Some(draft) = mistimed(knowledge, reading) {
        return Some(draft);
    }
    if hits.first().is_some_and(|first| {
        lacks_the_unrecorded(knowledge, reading, first) || tells_who_did_so(knowledge, reading, first)
    }) {
        return None;
    }
    let certainty = certainty(knowledge, reading, hits);
    let is_certain = certainty.is_some_and(|it| it >= LEAST_CERTAINTY);
    let best = hits.first().map(|first| of_the_date(hits, first));
    let best = best.map(|best| not_reversed(knowledge, reading, hits, with_a_figure(hits, best)));
    let best = best.map(|best| of_its_mission(knowledge, reading, hits, best));
    match best.filter(|hit| is_certain && !hit.is_of_other_date() && !is_a_name_alone(reading)) {
        Some(best) => numbers_of_another(knowledge, reading, best)
            .or_else(
                || if lacks_a_partner(knowledge, reading, best) { misattributed(knowledge, reading) } else { None },
            )
            .or_else(|| wrong_person(knowledge, reading, hits, best))
            .or_else(|| Some(told(knowledge, reading, hits, best))),
        None => contrary(knowledge, reading, hits, certainty?),
    }
}

/// Whether a fact lacks a name of which nothing is recorded, in a question for more than yes or no: what Japan's minister said is
/// told by no other's words, and nothing is said against it either.
fn lacks_the_unrecorded(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let is_unrecorded = |&name: &EntityKey| knowledge.index().feature_of_entity(name).is_none();
    reading.has_question_word() && !reading.is_yes_or_no() && hit.missing.iter().any(is_unrecorded)
}

/// Whether a question asks who was not so, and a fact tells who was.
fn tells_who_did_so(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let asks = |word: &str| matches!(word, "who" | "whom");
    let opens = reading.tokens.first().is_some_and(|first| asks(&first.folded));
    let is_not = reading.tokens.iter().skip(1).take(NOT_WITHIN).any(|token| token.folded == "not");
    opens && is_not && hit.ask < OWN_QUESTION && !is_negative(knowledge, hit.fact)
}

/// Whether a fact is not on one of the countries of the question.
fn lacks_a_partner(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    !hit.missing.is_empty() && reading.partners(knowledge).iter().any(|it| hit.missing.contains(it))
}

/// What stands against a question that no fact answers.
fn contrary<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>], certainty: f32) -> Option<Draft<'k>> {
    if certainty < LEAST_TO_CORRECT || !reading.says_enough() {
        return None;
    }
    let first = hits.first()?;
    let is_certain = certainty >= if first.is_of_other_date() { LEAST_BUT_FOR_ITS_DATE } else { LEAST_CERTAINTY };
    let is_outside = reading.has(CueMeaning::Outside) && !speaks_of_what_is_outside(knowledge, reading, first);
    if is_outside || !(is_certain || is_on_the_subject(knowledge, reading)) {
        return None;
    }
    negated(knowledge, reading, first)
        .or_else(|| correct(knowledge, reading, hits, certainty))
        .or_else(|| denied(reading, hits, knowledge))
        .or_else(|| misattributed(knowledge, reading))
}

/// The share of the question of which a fact must speak that is told because it denies what is asked.
const LEAST_SHARED: f32 = 0.5;

/// The first fact, where it says of a country or person that what the question takes for granted was not so.
fn negated<'k>(knowledge: &'k Knowledge, reading: &Reading, first: &Hit<'k>) -> Option<Draft<'k>> {
    let denies =
        || denies_the_presumed(knowledge, reading, first.fact) || negates_the_asked(knowledge, reading, first.fact);
    let is_on_it = first.coverage >= LEAST_SHARED
        && !first.is_of_other_date()
        && first.missing.iter().all(|&key| knowledge.is_general(key));
    let is_actor = |key: EntityKey| {
        !knowledge.is_general(key) && matches!(knowledge.entity_at(key).kind, EntityKind::Country | EntityKind::Person)
    };
    let names_it = reading.terms.iter().filter_map(|term| term.entity).any(is_actor);
    if !is_on_it || !names_it || !denies() {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(first.fact);
    Some(draft)
}

/// Whether a question names something of the subject, typed as it is, or two things that the knowledge knows.
fn is_on_the_subject(knowledge: &Knowledge, reading: &Reading) -> bool {
    let named = || reading.terms.iter().filter_map(|term| term.entity);
    let is_known = |&entity: &EntityKey| knowledge.index().feature_of_entity(entity).is_some();
    let is_own = |entity: EntityKey| is_of_the_subject(knowledge, entity) && !reading.is_corrected_name(entity);
    named().filter(is_known).count() > 1 || named().any(is_own)
}

/// The best fact and those beside it.
fn told<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>], best: &Hit<'k>) -> Draft<'k> {
    let confidence = if best.ask >= EXACT_LIKENESS { Confidence::Exact } else { Confidence::Ranked };
    let others = hits.iter().filter(|other| other.fact.key != best.fact.key);
    let others =
        others.filter(|other| is_rival(best, other) || completes(reading, best, other)).take(MOST_SIDE_BY_SIDE - 1);
    let mut told: Vec<&Fact> = std::iter::once(best.fact).chain(others.map(|other| other.fact)).collect();
    // "Were eighteen drones part of it?" is not denied by what tells of their price, where the next fact counts them.
    let is_told_beside = || told[1..].iter().any(|fact| has_the_numbers(knowledge, reading, fact));
    let contrary = contrary_in(knowledge, reading, best).filter(|what| *what != OTHER_NUMBERS || !is_told_beside());
    let mut corrects = contrary.is_some() || is_somewhere_else(knowledge, reading, best, &told);
    // Where a fact nearly as good has it the other way round, that one is told first, as a correction.
    let may_correct = !corrects && !asks_of_a_mutual_act(reading) && !says_the_act(knowledge, reading, best.fact);
    let reversed = told.iter().skip(1).position(|fact| may_correct && is_reversed(knowledge, reading, fact));
    if let Some(at) = reversed {
        told.swap(0, at + 1);
        corrects = true;
    }
    if asks_in_which_order(reading) {
        told.sort_by_key(|fact| fact.date);
    }
    let outcome = if corrects { Outcome::Corrected } else { Outcome::Answered };
    let mut draft = Draft::new(knowledge, outcome, confidence);
    draft.tell(told[0]);
    if corrects && !is_negative(knowledge, told[0]) {
        draft.lead(NOT_SO);
    }
    if reading.wants(Intent::Disagree) || names_two_values(knowledge, reading, best.fact.key) {
        tell_other_values(knowledge, &mut draft, best.fact.key);
    }
    draft.tell_all(&told[1..]);
    draft
}

/// A way in which a fact that fits may say other than what a question takes for granted or asks whether it is so.
type Check = fn(&Knowledge, &Reading, &Hit<'_>) -> bool;

/// What is found where a fact has other numbers.
const OTHER_NUMBERS: &str = "other numbers";

/// All of them, each with what it finds.
const CHECKS: [(&str, Check); 11] = [
    // "Did they keep it or sell it?" leaves it open which.
    ("corrects it", |_, reading, hit| hit.denies && !reading.offers_two()),
    ("the other way round", |knowledge, reading, hit| is_reversed(knowledge, reading, hit.fact)),
    ("the opposite", |knowledge, reading, hit| says_the_opposite(knowledge, reading, hit.fact)),
    ("denies it", |knowledge, reading, hit| {
        !asks_what_became(reading)
            && (is_denial(knowledge, reading, hit.fact) || opens_with_denial(knowledge, reading, hit.fact))
    }),
    ("denies what is presumed", |knowledge, reading, hit| {
        !asks_what_became(reading) && denies_the_presumed(knowledge, reading, hit.fact)
    }),
    ("not joined", |_, reading, hit| denies_the_joining(reading, hit.fact)),
    ("not what is asked", |knowledge, reading, hit| negates_the_asked(knowledge, reading, hit.fact)),
    ("another date, person or owner", differs),
    (OTHER_NUMBERS, tells_other_numbers),
    ("sent the other way", |knowledge, reading, hit| is_sent_the_other_way(knowledge, reading, hit.fact)),
    ("another place", |knowledge, reading, hit| is_elsewhere(knowledge, reading, hit.fact)),
];

/// "What happened to the second summit?" takes nothing for granted.
fn asks_what_became(reading: &Reading) -> bool {
    let is_so = |pair: &[Token]| pair[0].folded == "happened" && matches!(pair[1].folded.as_str(), "to" | "with");
    reading.tokens.windows(2).any(is_so)
}

/// What a fact that fits says other than the question: the first that is found.
pub(super) fn contrary_in(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> Option<&'static str> {
    CHECKS.iter().find(|(_, check)| check(knowledge, reading, hit)).map(|(what, _)| *what)
}

/// Whether the order of what is told is asked for ("and in which order?").
fn asks_in_which_order(reading: &Reading) -> bool {
    reading.tokens.windows(2).any(|pair| {
        matches!(pair[0].folded.as_str(), "which" | "what") && matches!(pair[1].folded.as_str(), "order" | "sequence")
    })
}

/// The first fact, or one nearly as good on the day asked about where the first is of another day.
fn of_the_date<'h, 'k>(hits: &'h [Hit<'k>], first: &'h Hit<'k>) -> &'h Hit<'k> {
    let is_near = |hit: &&Hit<'_>| {
        let says_as_much = hit.coverage >= first.coverage && hit.missing.len() <= first.missing.len();
        hit.date > 0.0 && says_as_much && first.score - hit.score < OF_THE_DATE
    };
    // What says that just this was not so may well say when it was.
    let denies_just_this = first.denies && first.ask >= EXACT_LIKENESS;
    if first.is_of_other_date() && !denies_just_this { hits.iter().find(is_near).unwrap_or(first) } else { first }
}

/// The best fact, or one that speaks of as much and gives a number, where one is asked for and the best gives none.
fn with_a_figure<'h, 'k>(hits: &'h [Hit<'k>], best: &'h Hit<'k>) -> &'h Hit<'k> {
    let fits = |hit: &&Hit<'_>| {
        let says_as_much = hit.coverage >= best.coverage && hit.missing.len() <= best.missing.len();
        says_as_much && best.score - hit.score < WITH_A_FIGURE && hit.flaws == Flaws::NONE && !hit.denies
    };
    if best.flaws.no_figure && !best.denies { hits.iter().find(fits).unwrap_or(best) } else { best }
}

/// The best fact, or one that fits as well and has who does what to whom as the question has it, where the best has it the other
/// way round: "How many Emiratis visited Israel?" is not answered by the Israelis who went there.
fn not_reversed<'h, 'k>(
    knowledge: &Knowledge,
    reading: &Reading,
    hits: &'h [Hit<'k>],
    best: &'h Hit<'k>,
) -> &'h Hit<'k> {
    let is_near = |hit: &Hit<'_>| best.score - hit.score < NOT_REVERSED && hit.flaws == best.flaws;
    let fits = |hit: &&Hit<'_>| {
        is_near(hit) && !is_reversed(knowledge, reading, hit.fact) && says_the_act(knowledge, reading, hit.fact)
    };
    if is_reversed(knowledge, reading, best.fact) { hits.iter().find(fits).unwrap_or(best) } else { best }
}

/// Tells what other sources say on the property of a fact, and why they differ.
pub(super) fn tell_other_values<'k>(knowledge: &'k Knowledge, draft: &mut Draft<'k>, fact: FactKey) {
    for dispute in knowledge.disputes_of(fact).take(1) {
        let facts: Vec<_> = dispute.values.iter().map(|value| knowledge.fact_at(value.fact)).collect();
        draft.tell_all(&facts);
        draft.say(dispute.reason.clone(), facts);
    }
}

/// Whether a question names two of the values that sources give for what a fact states ("seven or eight memoranda?"): who knows
/// both is not served by one.
fn names_two_values(knowledge: &Knowledge, reading: &Reading, fact: FactKey) -> bool {
    let asked = figures_of(&reading.tokens);
    let undated = (0..reading.tokens.len()).filter(|&at| !reading.dates.iter().any(|date| date.covers(at)));
    let undated = figures_of(undated.map(|at| &reading.tokens[at]));
    // The day of a date is no count, and a year alone names every day of it.
    let is_dated = |figures: &BTreeSet<String>| figures.iter().any(|figure| figure.len() == DIGITS_OF_A_YEAR);
    let names_both = |dispute: &Disagreement| {
        let values = dispute.values.iter().map(|value| figures_of(&tokenise(&value.value)));
        let is_named =
            |figures: &BTreeSet<String>| figures.is_subset(if is_dated(figures) { &asked } else { &undated });
        let named: Vec<_> = values.filter(is_named).collect();
        named.iter().any(|one| named.iter().any(|other| !one.is_subset(other) && !other.is_subset(one)))
    };
    asked.len() > 1 && knowledge.disputes_of(fact).any(names_both)
}

fn figures_of<'t>(tokens: impl IntoIterator<Item = &'t Token>) -> BTreeSet<String> {
    tokens.into_iter().filter_map(|token| numeral(token).map(str::to_owned)).collect()
}

/// A name alone fits every fact on it.
fn is_a_name_alone(reading: &Reading) -> bool {
    reading.terms.len() < 2 && reading.dates.is_empty() && reading.cues.is_empty()
}

/// Whether another fact fits as well and states the same step of another country, so that telling one would be a guess.
fn is_rival(best: &Hit<'_>, other: &Hit<'_>) -> bool {
    let (Some(one), Some(another)) = (&best.fact.action, &other.fact.action) else { return false };
    let other_country = !one.ladder.is_empty() && !another.ladder.iter().any(|country| one.ladder.contains(country));
    best.score - other.score < NEAR && one.step == another.step && other_country
}

/// Whether another fact fits nearly as well and lacks no name that the best one has: told as well, because the one asked for
/// may be either.
fn completes(reading: &Reading, best: &Hit<'_>, other: &Hit<'_>) -> bool {
    let lacks_no_more = other.missing.iter().all(|name| best.missing.contains(name));
    let is_of_two = reading.asks_twice() || reading.has_word(&["both", "each", "respectively"]);
    let near = if is_of_two { COMPLETES_THE_OTHER_PART } else { COMPLETES };
    lacks_no_more && best.score - other.score < near
}

/// Whether a question speaks of something that the knowledge is not about. A typed answer takes every word into account: a name
/// that the knowledge lacks ("the Basel Accords") rules it out, and so does a word for something else.
pub(super) fn is_outside(reading: &Reading) -> bool {
    reading.names_a_stranger() || reading.has(CueMeaning::Outside)
}

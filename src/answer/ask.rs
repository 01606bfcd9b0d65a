//! The pipeline: one question in, one answer out.

use std::cell::LazyCell;

use super::about::{about, what_became};
use super::affirmed::affirmed;
use super::as_of::as_of;
use super::certainty::{LEAST_CERTAINTY, certainty, is_of_the_subject, speaks_of_what_is_outside};
use super::compare::compare;
use super::conditions::conditions;
use super::denial::{denied, denies_the_presumed, is_denial, is_negative, negates_the_asked, opens_with_denial};
use super::direction::is_reversed;
use super::documents::{misdated, on_another_day};
use super::draft::Draft;
use super::each::{compared, each};
use super::elsewhere::is_of_something_else;
use super::identity::misidentified;
use super::joining::joining;
use super::language::english_only;
use super::members::{looks_ahead, members};
use super::misattributed::{misattributed, numbers_of_another, tells_other_numbers};
use super::overview::overview;
use super::period::period;
use super::phrases::{NO_FORECAST, NO_VERDICT, NOT_SO, NOTHING_FOUND};
use super::premise::{correct, differs, is_elsewhere, wrong_person};
use super::presumed::{presumed_gain, presumed_member};
use super::quiz::quiz;
use super::rank::{EXACT_LIKENESS, Flaws, Hit, OWN_QUESTION, rank};
use super::sequence::{sequence, which_was_before};
use super::signatories::signatories;
use super::span::time_between;
use super::steps::{leaving, steps};
use super::unknown::{ambiguous, unknown, unnamed_step};
use super::{Answer, Confidence, Outcome, ReadAs};
use crate::knowledge::model::{EntityKey, Fact, FactKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, FactKind, Intent, Property, State};
use crate::question::parts::{last_question, only_question, parts, two_parts};
use crate::question::{Question, Reading, follow_up, read};

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
    let Some(whole) = question.earlier.and_then(|earlier| follow_up(knowledge, earlier, question.text)) else {
        return ask_alone(knowledge, question);
    };
    let mut answer = ask_alone(knowledge, &Question { text: &whole, ..*question });
    answer.read_as.insert(0, ReadAs { typed: question.text.trim().to_owned(), name: whole });
    answer
}

/// Answers a question that leans on no other.
fn ask_alone(knowledge: &Knowledge, question: &Question<'_>) -> Answer {
    let reading = read(knowledge, question.text);
    let read_as = read_as(knowledge, &reading);
    // A statement gets no answer where the same as a question would get none.
    let on_statement = |text: &str| {
        let statement = read(knowledge, text);
        if refusal(&statement).is_some() { None } else { find(knowledge, question, &statement) }
    };
    if let Some(draft) = quiz(knowledge, question.text, on_statement) {
        return draft.finish(None, read_as);
    }
    // "In which areas should they cooperate?" may be on a text; "Should they cooperate?" is not.
    let asks = reading.has_question_word() || reading.has_word(&["what", "which"]);
    if asks
        && let Some(draft) = strictly_typed(knowledge, question, &reading).or_else(|| own_question(knowledge, &reading))
    {
        return draft.finish(Some(&reading), read_as);
    }
    if let Some(why) = refusal(&reading) {
        return unknown(knowledge, &reading, why);
    }
    if !looks_ahead(&reading)
        && let Some(suggestions) = unnamed_step(knowledge, &reading)
    {
        return ambiguous(suggestions);
    }
    if let Some(asked) = last_question(knowledge, &reading).or_else(|| only_question(knowledge, &reading))
        && let Some(draft) = find(knowledge, question, &asked)
    {
        return draft.finish(Some(&asked), read_as);
    }
    if let Some(draft) = misidentified(knowledge, &reading, |asked| find(knowledge, question, asked)) {
        return draft.finish(Some(&reading), read_as);
    }
    if let Some(draft) = both_parts(knowledge, question, &reading) {
        return draft.finish(Some(&reading), read_as);
    }
    // What is tried first for one that asks gave nothing: it is not tried again.
    let is_tried = asks;
    if let Some(draft) = find_besides(knowledge, question, &reading, is_tried) {
        return draft.finish(Some(&reading), read_as);
    }
    let found = parts(knowledge, &reading).iter().find_map(|part| find(knowledge, question, part));
    let why = || english_only(knowledge, question.text, &reading).unwrap_or(NOTHING_FOUND);
    found.map_or_else(|| unknown(knowledge, &reading, why()), |draft| draft.finish(Some(&reading), read_as))
}

/// Why a question gets no answer at all: it asks for a verdict or for the future. A question on who said or when something
/// was is neither ("I should know this, but when did Bahrain sign?").
fn refusal(reading: &Reading) -> Option<&'static str> {
    let asks_a_fact =
        [Intent::When, Intent::Who, Intent::Where, Intent::HowMany].into_iter().any(|it| reading.wants(it));
    let asks_who = reading.wants(Intent::Who) && !reading.wants(Intent::Said);
    // "What did Trump write that all should do?" and "What did Vance predict?" ask for words on record.
    let says = reading.wants(Intent::Said) && reading.has_word(&["did", "said", "wrote", "has", "does"]);
    let asks_words = !reading.mentions.is_empty() && (says || reading.has_word(&["according"]));
    if reading.wants(Intent::Opinion) && (!asks_a_fact || asks_who) && !asks_words {
        return Some(NO_VERDICT);
    }
    let tells_what_was_foretold = reading.has_word(&["did", "predicted", "foretold"]) && !reading.mentions.is_empty();
    let foretells = reading.tokens.first().is_some_and(|token| token.folded == "will")
        || (reading.wants(Intent::Forecast)
            && (reading.has_word(&["predict", "prediction", "odds", "chances"]) || speaks_of_the_future(reading)));
    (foretells && !tells_what_was_foretold && !reading.wants(Intent::Said) && !reading.has_word(&["tell", "say"]))
        .then_some(NO_FORECAST)
}

/// Whether something will be; that the asker will do something ("I will go then") tells nothing of what is asked.
fn speaks_of_the_future(reading: &Reading) -> bool {
    reading.tokens.iter().enumerate().any(|(at, token)| {
        let is_of_the_asker = at > 0 && matches!(reading.tokens[at - 1].folded.as_str(), "i" | "we");
        matches!(token.folded.as_str(), "will" | "gonna") && !is_of_the_asker
    })
}

/// What answers each of the two parts of a question.
fn both_parts<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    let (one, other) = two_parts(knowledge, reading)?;
    // A part alone may seem to take for granted what the whole does not.
    let answer = |part: &Reading| find(knowledge, question, part).filter(|draft| draft.outcome == Outcome::Answered);
    let (mut draft, other) = (answer(&one)?, answer(&other)?);
    // What says the same to both may say only half of it.
    let told: Vec<FactKey> = draft.facts().iter().map(|fact| fact.key).collect();
    if other.facts().iter().all(|fact| told.contains(&fact.key)) {
        return None;
    }
    draft.add(other);
    Some(draft)
}

/// The facts that come near a question, ranked when they are first asked for.
type Ranking<'k, F> = LazyCell<Vec<Hit<'k>>, F>;

fn find<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    find_besides(knowledge, question, reading, false)
}

/// The same, where the strictly typed answers and the questions of facts may have been tried already.
fn find_besides<'k>(
    knowledge: &'k Knowledge,
    question: &Question<'_>,
    reading: &Reading,
    is_tried: bool,
) -> Option<Draft<'k>> {
    // Two of the ways to an answer rank the facts; many questions are answered before.
    let ranking = LazyCell::new(|| rank(knowledge, reading));
    let found = if is_outside(reading) { None } else { typed(knowledge, question, reading, is_tried, &ranking) }
        .or_else(|| ranked(knowledge, reading, &ranking));
    let is_correction = found.as_ref().is_some_and(|draft| draft.outcome == Outcome::Corrected);
    let affirmed = if is_correction { affirmed(knowledge, reading, &ranking) } else { None };
    affirmed.or(found)
}

/// The kinds of answer that are computed over all countries or as of a day: no single fact can take their place.
fn strictly_typed<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    if is_outside(reading) || refusal(reading).is_some() {
        return None;
    }
    joining(knowledge, reading)
        .or_else(|| members(knowledge, reading, question.as_of))
        .or_else(|| overview(knowledge, reading))
        .or_else(|| as_of(knowledge, reading, question.as_of))
}

/// Whether a question speaks of something that the knowledge is not about. A typed answer takes every word into account: a name
/// that the knowledge lacks ("the Basel Accords") rules it out, and so does a word for something else.
fn is_outside(reading: &Reading) -> bool {
    reading.names_a_stranger() || reading.has(CueMeaning::Outside)
}

/// Facts of which a question is one of their own that are told together; of more, none is likelier than the others.
const MOST_OWN: usize = 2;

/// The facts that have just this question among theirs.
fn own_question<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    // When a step was taken is for the ladder to say, which knows all of them.
    if reading.wants(Intent::When) && steps(knowledge, reading).is_some() {
        return None;
    }
    let asked = knowledge.index().facts_asked(&reading.tokens, &reading.mentions, |means| reading.has(means));
    let mut told: Vec<_> =
        asked.into_iter().map(|key| knowledge.fact_at(key)).filter(|it| it.kind != FactKind::Claim).collect();
    // What was done is told before what was asked for or planned.
    let is_done = |fact: &&Fact| {
        fact.action.as_ref().is_some_and(|it| it.state == State::Done && reading.steps().contains(&it.step))
    };
    told.sort_by_key(|fact| !is_done(fact));
    if told.is_empty() || told.len() > MOST_OWN {
        return None;
    }
    if is_reversed(knowledge, reading, told[0]) {
        return None;
    }
    let denies = is_denial(reading, told[0]) || opens_with_denial(knowledge, reading, told[0]);
    let outcome = if denies { Outcome::Corrected } else { Outcome::Answered };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Exact);
    draft.tell_all(&told);
    if denies && !is_negative(knowledge, told[0]) {
        draft.lead(NOT_SO);
    }
    if reading.wants(Intent::Disagree) {
        tell_other_values(knowledge, &mut draft, told[0].key);
    }
    // "Nothing was signed on that day" leaves open when it was.
    if reading.is_yes_or_no()
        && is_negative(knowledge, told[0])
        && let Some(fact) = on_another_day(knowledge, reading)
    {
        draft.tell(fact);
    }
    Some(draft)
}

/// The share of a question from which nothing of it is left over, sums of small numbers being what they are.
const WHOLE: f32 = 0.999;

/// Likeness to a question of a fact, and certainty, from which a fact goes before the typed answers that read less of the question.
const NEARLY_OWN: f32 = 0.8;
/// See [`NEARLY_OWN`].
const NEARLY_CERTAIN: f32 = 0.0;

/// A question for something else than whether and when that is nearly one of a fact's own: the ladder and the conditions know
/// only who did what and when, and would pass over a "why" or a "how many".
fn nearly_own_question<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    ranking: &Ranking<'k, impl FnOnce() -> Vec<Hit<'k>>>,
) -> Option<Draft<'k>> {
    let wants = [
        Intent::Why,
        Intent::Where,
        Intent::HowMany,
        Intent::HowLong,
        Intent::Gain,
        Intent::Definition,
        Intent::Said,
        Intent::Who,
    ];
    if !wants.into_iter().any(|intent| reading.wants(intent)) {
        return None;
    }
    let best = ranking.first()?;
    let fits = best.ask >= NEARLY_OWN && best.flaws == Flaws::NONE && best.missing.is_empty() && !best.denies;
    let is_certain = certainty(knowledge, reading, ranking).is_some_and(|it| it >= NEARLY_CERTAIN);
    (fits && is_certain).then(|| ranked(knowledge, reading, ranking)).flatten()
}

/// What a word means that is no name ("define ratification"), where a fact defines just that.
fn defined<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    ranking: &Ranking<'k, impl FnOnce() -> Vec<Hit<'k>>>,
) -> Option<Draft<'k>> {
    if !reading.wants(Intent::Definition) || !reading.mentions.is_empty() || !reading.dates.is_empty() {
        return None;
    }
    let defines = |hit: &&Hit<'_>| {
        let is_definition = hit.fact.property == Some(Property::Definition);
        is_definition && hit.ask >= EXACT_LIKENESS && hit.coverage >= WHOLE && !hit.denies
    };
    let hit = ranking.first().filter(defines)?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Exact);
    draft.tell(hit.fact);
    Some(draft)
}

fn typed<'k>(
    knowledge: &'k Knowledge,
    question: &Question<'_>,
    reading: &Reading,
    is_tried: bool,
    ranking: &Ranking<'k, impl FnOnce() -> Vec<Hit<'k>>>,
) -> Option<Draft<'k>> {
    let first = || strictly_typed(knowledge, question, reading).or_else(|| own_question(knowledge, reading));
    (if is_tried { None } else { first() })
        .or_else(|| leaving(knowledge, reading))
        .or_else(|| presumed_gain(knowledge, reading))
        // What a country got is for its conditions to say, which know all of it.
        .or_else(|| conditions(knowledge, reading))
        .or_else(|| time_between(knowledge, reading))
        .or_else(|| nearly_own_question(knowledge, reading, ranking))
        .or_else(|| signatories(knowledge, reading))
        .or_else(|| which_was_before(knowledge, reading))
        .or_else(|| steps(knowledge, reading))
        .or_else(|| misdated(knowledge, reading))
        .or_else(|| sequence(knowledge, reading))
        .or_else(|| compared(knowledge, reading, ranking))
        .or_else(|| compare(knowledge, reading))
        .or_else(|| about(knowledge, reading))
        .or_else(|| what_became(knowledge, reading))
        .or_else(|| defined(knowledge, reading, ranking))
        .or_else(|| period(knowledge, reading, question.today))
}

/// The certainty below which a question is on something else, whatever it may have wrong of a fact.
const LEAST_TO_CORRECT: f32 = -4.0;

/// The certainty, another date counted against it, from which a question is on the subject whatever it names: what would be told
/// but for its date.
const LEAST_BUT_FOR_ITS_DATE: f32 = -1.5;

/// How far below the best score a fact on another country may be to be told beside it.
const NEAR: f32 = 0.03;

/// How far below the best score a fact on the same thing may be to be told after it. Nineteen of twenty right facts are among
/// the first three and fewer than nine of ten the first; from here on, more is told of what was not asked.
const COMPLETES: f32 = 0.13;

/// The same where a question has two parts: what answers the one may say little of the other.
const COMPLETES_THE_OTHER_PART: f32 = 0.2;

/// Facts told beside one another when the question does not say which country it means.
const MOST_SIDE_BY_SIDE: usize = 3;

/// The fact that fits best, if it fits well enough; else the one that stands against the question.
fn ranked<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
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
    let certainty = certainty(knowledge, reading, hits);
    let is_certain = certainty.is_some_and(|it| it >= LEAST_CERTAINTY);
    let best = hits.first().map(|first| of_the_date(hits, first));
    let Some(best) = best.filter(|hit| is_certain && !hit.is_of_other_date() && !is_a_name_alone(reading)) else {
        let named = reading.terms.iter().filter_map(|term| term.entity);
        let named: Vec<_> = named.collect();
        let known = named.iter().filter(|&&it| knowledge.index().feature_of_entity(it).is_some()).count();
        let is_typed = |entity: EntityKey| !reading.is_corrected_name(entity);
        let on_subject =
            known > 1 || named.into_iter().any(|entity| is_of_the_subject(knowledge, entity) && is_typed(entity));
        let may_be = certainty.is_some_and(|it| it >= LEAST_TO_CORRECT);
        let is_certain = is_certain
            || (hits.first().is_some_and(Hit::is_of_other_date)
                && certainty.is_some_and(|it| it >= LEAST_BUT_FOR_ITS_DATE));
        let enough = reading.says_enough() && (on_subject || is_certain) && may_be;
        let is_outside = reading.has(CueMeaning::Outside)
            && hits.first().is_none_or(|hit| !speaks_of_what_is_outside(knowledge, reading, hit));
        return correct(knowledge, reading, hits, certainty.unwrap_or(LEAST_TO_CORRECT))
            .or_else(|| denied(reading, hits, knowledge))
            .or_else(|| misattributed(knowledge, reading))
            .filter(|_| enough && !is_outside);
    };
    if let Some(draft) = numbers_of_another(knowledge, reading, best) {
        return Some(draft);
    }
    if let Some(draft) = wrong_person(knowledge, reading, hits, best) {
        return Some(draft);
    }
    let confidence = if best.ask >= EXACT_LIKENESS { Confidence::Exact } else { Confidence::Ranked };
    let corrects = best.denies
        || is_reversed(knowledge, reading, best.fact)
        || is_denial(reading, best.fact)
        || opens_with_denial(knowledge, reading, best.fact)
        || denies_the_presumed(knowledge, reading, best.fact)
        || negates_the_asked(knowledge, reading, best.fact)
        || differs(knowledge, reading, best)
        || tells_other_numbers(knowledge, reading, best)
        || is_elsewhere(knowledge, reading, best.fact);
    let outcome = if corrects { Outcome::Corrected } else { Outcome::Answered };
    let mut draft = Draft::new(knowledge, outcome, confidence);
    let others = hits.iter().filter(|other| other.fact.key != best.fact.key);
    let others =
        others.filter(|other| is_rival(best, other) || completes(reading, best, other)).take(MOST_SIDE_BY_SIDE - 1);
    let mut told: Vec<&Fact> = std::iter::once(best.fact).chain(others.map(|other| other.fact)).collect();
    // Where a fact nearly as good has it the other way round, that one is told first, as a correction.
    let reversed = told.iter().skip(1).position(|fact| is_reversed(knowledge, reading, fact)).filter(|_| !corrects);
    if let Some(at) = reversed {
        told.swap(0, at + 1);
        draft.outcome = Outcome::Corrected;
    }
    let corrects = corrects || reversed.is_some();
    if asks_in_which_order(reading) {
        told.sort_by_key(|fact| fact.date);
    }
    draft.tell(told[0]);
    if corrects && !is_negative(knowledge, told[0]) {
        draft.lead(NOT_SO);
    }
    if reading.wants(Intent::Disagree) {
        tell_other_values(knowledge, &mut draft, best.fact.key);
    }
    draft.tell_all(&told[1..]);
    Some(draft)
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
        hit.date > 0.0 && says_as_much && first.score - hit.score < COMPLETES
    };
    if first.is_of_other_date() { hits.iter().find(is_near).unwrap_or(first) } else { first }
}

/// Tells what other sources say on the property of a fact, and why they differ.
fn tell_other_values<'k>(knowledge: &'k Knowledge, draft: &mut Draft<'k>, fact: FactKey) {
    for dispute in knowledge.disputes_of(fact).take(1) {
        let facts: Vec<_> = dispute.values.iter().map(|value| knowledge.fact_at(value.fact)).collect();
        draft.tell_all(&facts);
        draft.say(dispute.reason.clone(), facts);
    }
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
    let near = if reading.asks_twice() { COMPLETES_THE_OTHER_PART } else { COMPLETES };
    lacks_no_more && best.score - other.score < near
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

//! The pipeline: one question in, one answer out.

use std::borrow::Cow;
use std::cell::LazyCell;

use super::about::{about, named_after, what_became};
use super::affirmed::affirmed;
use super::among::among;
use super::as_of::as_of;
use super::bodies::in_body;
use super::choice::choice;
use super::compare::compare;
use super::conditions::conditions;
use super::contested::{repeated, reported};
use super::dates::Dates;
use super::denial::{denies_the_step, is_negative};
use super::denied_relations::denied_relations;
use super::documents::{dated, misdated};
use super::draft::Draft;
use super::each::compared;
use super::elsewhere::cites_a_stranger;
use super::hit::{Flaws, Hit};
use super::identity::misidentified;
use super::joining::{joined_within, joining};
use super::language::english_only;
use super::members::{looks_ahead, members};
use super::mission::is_on_another_mission;
use super::office::office;
use super::overview::overview;
use super::own_question::{defined, nearly_own_question, own_question};
use super::period::period;
use super::phrases::{NOT_SO, NOTHING_FOUND};
use super::presumed::{presumed_gain, presumed_outsider};
use super::quiz::{choice_in_line, has_many_options, quiz};
use super::rank::{Ranking, WHOLE, rank};
use super::ranked::{is_outside, ranked, tell_other_values};
use super::refusal::refusal;
use super::sequence::{sequence, which_was_before};
use super::signatories::signatories;
use super::span::time_between;
use super::steps::{leaving, steps};
use super::unknown::{ambiguous, nothing_found, unknown, unnamed_step};
use super::{Answer, Confidence, Outcome, ReadAs};
use crate::knowledge::model::{EntityKey, Fact, FactKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Step};
use crate::question::asides::{
    after_a_dispute, after_purpose, before_afterthought, before_chat, before_guess, before_its_figures, has_heading,
    until_its_date, with_its_place, without_aside, without_claimed_reason, without_comparison, without_concession,
    without_excluded_names, without_means, without_reason, without_relative_clause,
};
use crate::question::claims::{conclusion, meant, presupposed, reported_claim};
use crate::question::parts::{Part, TwoParts, last_question, only_question, parts, pointing_question, two_parts};
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

/// What came of a question.
#[expect(clippy::large_enum_variant, reason = "there is one at a time, on the stack")]
enum Found<'k, 'r> {
    /// An answer, with the reading that it is to; none where it is to several statements.
    Told(Draft<'k>, Option<Cow<'r, Reading>>),
    /// Nothing, because any of these may be meant.
    Unclear(Vec<String>),
    /// Nothing, and why.
    Unknown(&'static str),
}

/// Answers a question that leans on no other.
fn ask_alone(knowledge: &Knowledge, question: &Question<'_>) -> Answer {
    let reading = read(knowledge, question.text);
    let ranking = LazyCell::new(|| rank(knowledge, &reading));
    match look_up(knowledge, question, &reading, &ranking) {
        Found::Told(draft, of) => draft.finish(of.as_deref(), read_as(knowledge, &reading)),
        Found::Unclear(suggestions) => ambiguous(suggestions),
        // What somebody thinks or foresees is no matter of the facts that come near.
        Found::Unknown(why) if why == NOTHING_FOUND => nothing_found(knowledge, &reading, &ranking),
        Found::Unknown(why) => unknown(knowledge, &reading, why),
    }
}

/// What found the answer to a question, for [`super::explain`]: a place in the code, or why there is none.
pub(super) fn found_by(knowledge: &Knowledge, question: &Question<'_>) -> String {
    let reading = read(knowledge, question.text);
    let ranking = LazyCell::new(|| rank(knowledge, &reading));
    match look_up(knowledge, question, &reading, &ranking) {
        Found::Told(draft, _) => draft.made_by().to_string(),
        Found::Unclear(_) => "several things may be meant".to_owned(),
        Found::Unknown(why) => why.to_owned(),
    }
}

/// Tries the ways to an answer, the surest first.
fn look_up<'k, 'r>(
    knowledge: &'k Knowledge,
    question: &Question<'_>,
    reading: &'r Reading,
    ranking: &Ranking<'k, impl FnOnce() -> Vec<Hit<'k>>>,
) -> Found<'k, 'r> {
    // A statement gets no answer where the same as a question would get none.
    let on_statement = |text: &str| {
        let statement = read(knowledge, text);
        let statement = without_relative_clause(knowledge, &statement).unwrap_or(statement);
        if refusal(&statement).is_some() { None } else { find(knowledge, question, &statement) }
    };
    if let Some(draft) = quiz(knowledge, question.text, on_statement) {
        return Found::Told(draft, None);
    }
    if has_many_options(question.text)
        && let Some(draft) = choice_in_line(knowledge, question.text, on_statement)
    {
        return Found::Told(draft, None);
    }
    let told = |draft| Found::Told(draft, Some(Cow::Borrowed(reading)));
    // "In which areas should they cooperate?" may be on a text; "Should they cooperate?" is not.
    let asks = reading.has_question_word() || reading.has_word(&["what", "which"]);
    let find = |asked: &Reading| find(knowledge, question, asked);
    if let Some(asked) = with_its_place(knowledge, reading)
        && let Some(draft) = find(&asked)
    {
        return Found::Told(draft, Some(Cow::Owned(asked)));
    }
    // "Had it joined by then, and if not, why?" is more than how things stood on a day.
    let is_of_two = refusal(reading).is_none() && ((asks && reading.asks_twice()) || has_heading(reading));
    if is_of_two && let Some(draft) = both_parts(knowledge, reading, find) {
        return told(draft);
    }
    if asks
        && let Some(draft) = strictly_typed(knowledge, question, reading).or_else(|| own_question(knowledge, reading))
    {
        return told(draft);
    }
    if let Some(asked) = after_a_dispute(knowledge, reading)
        && refusal(&asked).is_none()
        && let Some(draft) = find(&asked)
    {
        return Found::Told(draft, Some(Cow::Owned(asked)));
    }
    if let Some(why) = refusal(reading) {
        // What is on record just so is told ("will the two teams play each other?"), but not to who asks what the program thinks.
        let asks_the_program = reading.has_word(&["think", "reckon", "opinion", "your"]);
        let own = if asks || asks_the_program { None } else { own_question(knowledge, reading) };
        return own.map_or(Found::Unknown(why), told);
    }
    if !looks_ahead(knowledge, reading)
        && let Some(suggestions) = unnamed_step(knowledge, reading)
    {
        return Found::Unclear(suggestions);
    }
    if cites_a_stranger(knowledge, reading) {
        return Found::Unknown(NOTHING_FOUND);
    }
    contradicted_premise(knowledge, question.text, reading, find)
        .or_else(|| without_what_is_beside(knowledge, question.text, reading, find))
        .or_else(|| untrue_by_itself(knowledge, reading, find))
        .or_else(|| without_guess(knowledge, reading, find))
        .or_else(|| misidentified(knowledge, reading, find).map(told))
        // What is tried first gave nothing: it is not tried again.
        .or_else(|| if is_of_two { None } else { both_parts(knowledge, reading, find).map(told) })
        .or_else(|| find_besides(knowledge, question, reading, asks, ranking).map(told))
        .or_else(|| part(knowledge, reading, find).map(told))
        .or_else(|| find(&pointing_question(knowledge, reading)?).map(told))
        .or_else(|| choice_in_line(knowledge, question.text, on_statement).map(told))
        .or_else(|| english_only(knowledge, question.text, reading).map(Found::Unknown))
        .or_else(|| repeated(knowledge, reading).map(told))
        .unwrap_or(Found::Unknown(NOTHING_FOUND))
}

/// A correction of what the clause or the sentence before a question takes for granted.
fn contradicted_premise<'k, 'r>(
    knowledge: &'k Knowledge,
    text: &str,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Found<'k, 'r>> {
    let claim = presupposed(knowledge, reading)?;
    // "They signed something? What day was that?" takes nothing for granted, and of two countries or texts one may have done so.
    let asks_itself = || text.find(['.', '?', '!']).is_some_and(|at| text[at..].starts_with('?'));
    let names_several = || {
        let texts = claim.named(knowledge, EntityKind::Document).len();
        claim.partners(knowledge).len() + texts > 1
    };
    let is_stated = reading.sentences() == 1 || !(asks_itself() || names_several());
    let mut draft = find(&claim)?;
    // A denial answers whether a step was taken, and corrects a clause that takes it for granted.
    let is_denied = is_stated
        && !claim.has(CueMeaning::Negation)
        && match draft.confidence() {
            Confidence::Typed => draft.facts().iter().all(|fact| is_negative(knowledge, fact)),
            _ => draft.facts().first().is_some_and(|fact| denies_the_step(knowledge, &claim, fact)),
        };
    if draft.outcome != Outcome::Corrected && !is_denied {
        return None;
    }
    draft.outcome = Outcome::Corrected;
    // That it was not held in one year says nothing of another.
    let is_of_then = |fact: &Fact| claim.date().zip(fact.date).is_none_or(|(asked, date)| date.overlaps(asked));
    let stands_against = |fact: &&Fact| !is_negative(knowledge, fact) || is_of_then(fact);
    // What is so of several countries may stand before what is on the one and its year.
    let is_contradicted = draft.facts().iter().any(stands_against);
    is_contradicted.then(|| Found::Told(draft, Some(Cow::Owned(claim))))
}

/// A correction of a claim without the others who are said to have done as much, or the reason that is given for it; neither is
/// confirmed with it.
fn untrue_by_itself<'k, 'r>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Found<'k, 'r>> {
    let claims = [without_comparison(knowledge, reading), without_claimed_reason(knowledge, reading)];
    claims.into_iter().flatten().find_map(|claim| untrue(knowledge, claim, &find))
}

/// What answers a question without a guess at its answer behind it; a guess that is corrected is no more left out.
fn without_guess<'k, 'r>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Found<'k, 'r>> {
    let asked = before_guess(knowledge, reading)?;
    let is_corrected = find(reading).is_some_and(|draft| draft.outcome == Outcome::Corrected);
    let draft = if is_corrected { None } else { find(&asked) }?;
    Some(Found::Told(draft, Some(Cow::Owned(asked))))
}

/// A correction of a claim, if it is untrue.
fn untrue<'k, 'r>(
    knowledge: &'k Knowledge,
    claim: Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Found<'k, 'r>> {
    // What began at another time, and did not at the one that is claimed.
    let is_of_another_time =
        |fact: &Fact| claim.date().zip(fact.date).is_some_and(|(asked, date)| !date.overlaps(asked));
    let denies = |fact: &Fact| is_of_another_time(fact) && is_negative(knowledge, fact);
    let is_untrue = |draft: &Draft<'_>| {
        let first = draft.facts().first().copied();
        draft.outcome == Outcome::Corrected || (!claim.has(CueMeaning::Negation) && first.is_some_and(denies))
    };
    let mut draft = find(&claim).filter(is_untrue)?;
    draft.outcome = Outcome::Corrected;
    Some(Found::Told(draft, Some(Cow::Owned(claim))))
}

/// What answers a question without what is only said beside it.
fn without_what_is_beside<'k, 'r>(
    knowledge: &'k Knowledge,
    text: &str,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Found<'k, 'r>> {
    let asked = last_question(knowledge, reading)
        .or_else(|| only_question(knowledge, reading))
        .or_else(|| without_reason(knowledge, reading))
        .or_else(|| after_purpose(knowledge, reading))
        .or_else(|| without_aside(knowledge, text))
        .or_else(|| without_relative_clause(knowledge, reading))
        .or_else(|| until_its_date(knowledge, reading))
        .or_else(|| without_concession(knowledge, reading))
        .or_else(|| without_means(knowledge, reading))
        .or_else(|| before_chat(knowledge, reading))
        .or_else(|| before_afterthought(knowledge, reading))
        .or_else(|| before_its_figures(knowledge, reading))
        .or_else(|| without_excluded_names(knowledge, reading))
        .or_else(|| reported_claim(knowledge, reading))
        .or_else(|| meant(knowledge, reading))
        .or_else(|| conclusion(knowledge, reading))?;
    let mut found = both_parts(knowledge, &asked, &find).or_else(|| find(&asked))?;
    // "Two reports disagree on it. How long is it?" asks what each says.
    if reading.wants(Intent::Disagree)
        && !asked.wants(Intent::Disagree)
        && let Some(key) = found.facts().first().map(|fact| fact.key)
    {
        tell_other_values(knowledge, &mut found, key);
    }
    Some(Found::Told(found, Some(Cow::Owned(asked))))
}

/// What answers a part of a longer text, and is of the day that the sentence around it names.
fn part<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    // "Sudan's law: how long ...?" is of Sudan.
    let heading = if has_heading(reading) { reading.sentence(knowledge, 0).terms } else { Vec::new() };
    let headed: Vec<EntityKey> =
        heading.iter().filter_map(|term| term.entity).filter(|it| !knowledge.is_general(*it)).collect();
    let is_on_heading = |fact: &&Fact| headed.is_empty() || headed.iter().any(|&it| fact.concerns(it));
    let answer = |Part { asked, within }: Part| {
        let dates = within.map(|sentence| Dates::of(knowledge, &sentence));
        let years = |fact: &Fact| knowledge.index().profile_of(fact.key).traits.years;
        let is_of_another_day = |fact: &&Fact| dates.as_ref().is_some_and(|dates| dates.fit(fact, years(fact)).1);
        let fits =
            |draft: &Draft<'_>| draft.outcome == Outcome::Corrected || !draft.facts().iter().all(is_of_another_day);
        find(&asked).filter(fits).filter(|draft| draft.facts().iter().all(is_on_heading))
    };
    parts(knowledge, reading).into_iter().find_map(answer)
}

/// What answers each of the two parts of a question.
fn both_parts<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    let TwoParts { one, other, as_said, leans } = two_parts(knowledge, reading)?;
    // A part alone may seem to take for granted what the whole does not; a "no" is an answer.
    let answer = |part: &Reading| find(part).filter(|draft| draft.outcome == Outcome::Answered);
    let mut draft = if one.is_yes_or_no() { find(&one)? } else { answer(&one)? };
    // "And what is the penalty under it?" may point to more than a name.
    let with_words = || {
        let mut other = other.clone();
        other.terms.extend(one.terms.iter().filter(|term| term.entity.is_none()).cloned());
        answer(&other)
    };
    let shares = |other: &Draft<'_>| shares_subject(knowledge, &draft.facts(), &other.facts());
    let as_said = || answer(as_said.as_ref()?);
    // "Who signed it, and does it oblige them?": what says that it does not need not say so twice.
    let denied = || {
        let asks = other.is_yes_or_no() && !other.has(CueMeaning::Negation);
        let mut draft = if asks { find(&other) } else { None }.filter(shares)?;
        draft.unlead(NOT_SO);
        Some(draft)
    };
    let said = answer(&other).or_else(with_words).or_else(as_said).filter(|other| !leans || shares(other));
    let other = said.or_else(denied)?;
    // What says the same to both may say only half of it; what says more to the first part says both.
    let told: Vec<FactKey> = draft.facts().iter().map(|fact| fact.key).collect();
    if other.facts().iter().all(|fact| told.contains(&fact.key)) {
        return (other.facts().len() < told.len()).then_some(draft);
    }
    draft.add(other);
    Some(draft)
}

/// Whether some of the facts are about the same, and not only about the accords or one of their sides.
fn shares_subject(knowledge: &Knowledge, some: &[&Fact], others: &[&Fact]) -> bool {
    let mut about = some.iter().flat_map(|fact| &fact.about).filter(|&&entity| !knowledge.is_general(entity));
    about.any(|&entity| others.iter().any(|fact| fact.concerns(entity)))
}

fn find<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    // Two of the ways to an answer rank the facts; many questions are answered before.
    let ranking = LazyCell::new(|| rank(knowledge, reading));
    find_besides(knowledge, question, reading, false, &ranking)
}

/// Telling words of a question on joining up to which it is on nothing else: "a party to", "also became".
const MOST_OF_JOINING: usize = 2;

/// The same, where the strictly typed answers and the questions of facts may have been tried already.
fn find_besides<'k>(
    knowledge: &'k Knowledge,
    question: &Question<'_>,
    reading: &Reading,
    is_tried: bool,
    ranking: &Ranking<'k, impl FnOnce() -> Vec<Hit<'k>>>,
) -> Option<Draft<'k>> {
    let names_a_body = !reading.named(knowledge, EntityKind::Organisation).is_empty();
    let found = if names_a_body { reported(knowledge, reading, ranking.first()) } else { None }
        .or_else(|| if is_outside(reading) { None } else { typed(knowledge, question, reading, is_tried, ranking) })
        .or_else(|| ranked(knowledge, reading, ranking));
    let found = found.filter(|draft| !is_on_another_mission(knowledge, reading, draft));
    // "He urged them to join" has all the words of "they joined", and does not affirm it against a fact that denies it.
    let is_not_joined = |fact: &&Fact| fact.says_not_joined() && reading.telling_words() <= MOST_OF_JOINING;
    let is_correction = found
        .as_ref()
        .is_some_and(|draft| draft.outcome == Outcome::Corrected && !draft.facts().first().is_some_and(is_not_joined));
    let affirmed = if is_correction { affirmed(knowledge, reading, ranking) } else { None };
    affirmed.or(found)
}

/// The kinds of answer that are computed over all countries or as of a day: no single fact can take their place.
fn strictly_typed<'k>(knowledge: &'k Knowledge, question: &Question<'_>, reading: &Reading) -> Option<Draft<'k>> {
    if is_outside(reading) || refusal(reading).is_some() {
        return None;
    }
    joining(knowledge, reading)
        .or_else(|| joined_within(knowledge, reading))
        .or_else(|| members(knowledge, reading, question.as_of))
        .or_else(|| if question.as_of.is_none() { among(knowledge, reading) } else { None })
        .or_else(|| dated(knowledge, reading))
        .or_else(|| overview(knowledge, reading))
        .or_else(|| as_of(knowledge, reading, question.as_of))
}

/// Likeness to a question of a fact that speaks of all that is asked, from which it says itself what was before what.
const SAYS_THE_ORDER: f32 = 0.75;

/// Whether one fact speaks of all that is asked. Whether somebody joined is for the ladder to say, and which of two texts was
/// first for their days.
fn is_told_whole(knowledge: &Knowledge, reading: &Reading, hits: &[Hit<'_>]) -> bool {
    !reading.steps().contains(&Step::Joined)
        && reading.named(knowledge, EntityKind::Document).len() < 2
        && hits.first().is_some_and(|hit| {
            hit.coverage >= WHOLE && hit.ask >= SAYS_THE_ORDER && hit.missing.is_empty() && hit.flaws == Flaws::NONE
        })
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
        .or_else(|| choice(knowledge, reading))
        .or_else(|| in_body(knowledge, reading, ranking))
        .or_else(|| leaving(knowledge, reading))
        .or_else(|| presumed_gain(knowledge, reading))
        .or_else(|| presumed_outsider(knowledge, reading))
        // What a country got is for its conditions to say, which know all of it.
        .or_else(|| conditions(knowledge, reading))
        .or_else(|| time_between(knowledge, reading))
        .or_else(|| nearly_own_question(knowledge, reading, ranking))
        .or_else(|| signatories(knowledge, reading))
        .or_else(
            || if is_told_whole(knowledge, reading, ranking) { None } else { which_was_before(knowledge, reading) },
        )
        .or_else(|| steps(knowledge, reading))
        .or_else(|| denied_relations(knowledge, reading))
        .or_else(|| misdated(knowledge, reading))
        .or_else(|| sequence(knowledge, reading))
        .or_else(|| compared(knowledge, reading, ranking))
        .or_else(|| compare(knowledge, reading))
        .or_else(|| about(knowledge, reading))
        .or_else(|| office(knowledge, reading))
        .or_else(|| what_became(knowledge, reading))
        .or_else(|| named_after(knowledge, reading))
        .or_else(|| defined(knowledge, reading, ranking))
        .or_else(|| period(knowledge, reading, question.today))
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

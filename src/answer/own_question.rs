//! Questions that are those of a fact in other words: told by that fact, before the typed answers that read less of them.

use super::certainty::certainty;
use super::denial::{is_denial, is_negative, opens_with_denial};
use super::direction::is_reversed;
use super::documents::on_another_day;
use super::draft::Draft;
use super::hit::{Flaws, Hit};
use super::phrases::NOT_SO;
use super::presumed::presumed_member;
use super::rank::{EXACT_LIKENESS, Ranking, WHOLE};
use super::ranked::{ranked, tell_other_values};
use super::steps::steps;
use super::{Confidence, Outcome};
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::{FactKind, Intent, Property, State, Step};
use crate::question::Reading;

/// Facts of which a question is one of their own that are told together; of more, none is likelier than the others.
const MOST_OWN: usize = 2;

/// The facts that have just this question among theirs.
pub(super) fn own_question<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    // When a step was taken is for the ladder to say, which knows all of them.
    let asks_whether_joined = reading.is_yes_or_no() && reading.steps().contains(&Step::Joined);
    if (reading.wants(Intent::When) || asks_whether_joined) && steps(knowledge, reading).is_some() {
        return None;
    }
    let asked = knowledge.index().facts_asked(&reading.tokens, &reading.mentions, |means| reading.has(means));
    let mut told: Vec<_> =
        asked.iter().map(|&key| knowledge.fact_at(key)).filter(|it| it.kind != FactKind::Claim).collect();
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
    // "Now that it has joined, what does it get?"
    let is_presumed = || presumed_member(knowledge, reading).is_some_and(|it| it.outcome == Outcome::Corrected);
    let denies = is_denial(knowledge, reading, told[0])
        || opens_with_denial(knowledge, reading, told[0])
        || (told[0].says_not_joined() && is_presumed());
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

/// Likeness to a question of a fact, and certainty, from which a fact goes before the typed answers that read less of the question.
const NEARLY_OWN: f32 = 0.8;
/// See [`NEARLY_OWN`].
const NEARLY_CERTAIN: f32 = 1.0;

/// A question for something else than whether and when that is nearly one of a fact's own: the ladder and the conditions know
/// only who did what and when, and would pass over a "why" or a "how many".
pub(super) fn nearly_own_question<'k>(
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
pub(super) fn defined<'k>(
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

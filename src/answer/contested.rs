//! What one source says against the others ("TPS-IL says that Israel signed in April 2020"): told together with what the others
//! say, and never alone.

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::draft::Draft;
use super::hit::Hit;
use super::rank::{OWN_QUESTION, rank_claims};
use super::{Confidence, Outcome};
use crate::knowledge::model::{Disagreement, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Intent, Rank};
use crate::question::Reading;

/// Facts that are told of what the other sources say.
const MOST_OTHERS: usize = 2;

/// The claim on which a question is, where it names who makes it and the claim fits it better than any fact (`best`).
pub(super) fn reported<'k>(knowledge: &'k Knowledge, reading: &Reading, best: Option<&Hit<'k>>) -> Option<Draft<'k>> {
    // A fact that lacks a name or is of another day is about something else that the same body reported.
    let is_better = |claim: &Hit<'k>, best: &Hit<'k>| {
        claim.score > best.score || !best.missing.is_empty() || (claim.date > 0.0 && best.is_of_other_date())
    };
    contested(knowledge, reading, |claim, names_reporter| {
        names_reporter && best.is_none_or(|best| is_better(claim, best))
    })
}

/// The claim that a question repeats for which there is no other answer ("why did Morocco join in November 2020?"): it names the
/// day, or is nearly a question of the claim's own.
pub(super) fn repeated<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    contested(knowledge, reading, |claim, _| claim.date > 0.0 || claim.ask >= OWN_QUESTION)
}

/// The claim that fits best, if it is meant; it is told to `is_meant` whether the question names who makes it.
fn contested<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    is_meant: impl Fn(&Hit<'k>, bool) -> bool,
) -> Option<Draft<'k>> {
    let claims = rank_claims(knowledge, reading);
    let claim = claims.first().filter(|claim| claim.missing.is_empty() && !claim.is_of_other_date())?;
    let dispute = knowledge.disputes_of(claim.fact.key).next()?;
    let others = others(knowledge, dispute, claim.fact);
    let names_reporter = names_reporter(knowledge, reading, claim.fact, &others);
    if certainty(knowledge, reading, &claims)? < LEAST_CERTAINTY || !is_meant(claim, names_reporter) {
        return None;
    }
    let asks_what_is_reported = reading.has_question_word() && names_reporter;
    let is_open = asks_what_is_reported || !is_deprecated(dispute, claim.fact) || reading.wants(Intent::Disagree);
    let outcome = if is_open { Outcome::Answered } else { Outcome::Corrected };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Ranked);
    if asks_what_is_reported {
        draft.tell(claim.fact).tell_all(&others);
    } else {
        draft.tell_all(&others).tell(claim.fact);
    }
    draft.say(dispute.reason.clone(), dispute.values.iter().map(|value| knowledge.fact_at(value.fact)).collect());
    Some(draft)
}

/// Whether a question names a body that a claim names and the other sources do not: the one that makes it.
fn names_reporter(knowledge: &Knowledge, reading: &Reading, claim: &Fact, others: &[&Fact]) -> bool {
    let index = knowledge.index();
    let says = |fact: &Fact, body| {
        index.feature_of_entity(body).is_some_and(|feature| index.profile_of(fact.key).says(feature))
    };
    let named = reading.named(knowledge, EntityKind::Organisation);
    named.into_iter().any(|body| says(claim, body) && !others.iter().any(|other| says(other, body)))
}

/// What the other sources say: the preferred values, or all others where none is preferred.
fn others<'k>(knowledge: &'k Knowledge, dispute: &Disagreement, claim: &Fact) -> Vec<&'k Fact> {
    let is_preferred = dispute.values.iter().any(|value| value.rank == Rank::Preferred);
    let values = dispute.values.iter().filter(|value| value.fact != claim.key);
    let values = values.filter(|value| !is_preferred || value.rank == Rank::Preferred);
    values.map(|value| knowledge.fact_at(value.fact)).take(MOST_OTHERS).collect()
}

fn is_deprecated(dispute: &Disagreement, claim: &Fact) -> bool {
    dispute.values.iter().any(|value| value.fact == claim.key && value.rank == Rank::Deprecated)
}

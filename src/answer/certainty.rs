//! How certain it is that the fact that ranks first answers the question.

use super::rank::{Flaw, Hit};
use crate::knowledge::model::Knowledge;

/// The log-odds of an answer that has nothing for it; see [`certainty`].
const BASE: f32 = -4.5;
/// Added per share of the question's weight of which the fact speaks.
const COVERAGE: f32 = 0.8;
/// Added per likeness to a question of the fact.
const LIKENESS: f32 = 1.9;
/// Added per share of the question's weight of which the fact's own sentence speaks.
const TEXT: f32 = 1.3;
/// Added per sign that the fact is of the kind asked for.
const KIND: f32 = 2.2;
/// Added per distance to the second fact: the best one must stand out ...
const MARGIN: f32 = 3.6;
/// ... and per distance to the third, because the second is often another side of the same thing.
const SECOND_MARGIN: f32 = 2.8;
/// Distances from here on are all clear.
const CLEAR_MARGIN: f32 = 0.3;
/// Added per logarithm of the question's weight in nats: two common words fit many facts.
const WEIGHT: f32 = 1.05;
/// The logarithm from which on more words say no more.
const MOST_WEIGHT: f32 = 3.0;
/// The weight, in nats, of a date that the question and the fact share.
const SHARED_DATE: f32 = 4.0;
/// Taken off for each name that the fact lacks, the sides and the accords aside.
const MISSING_NAME: f32 = 1.4;
/// Taken off for each name that no fact has ("the Schengen Agreement"): the question may be on something else altogether. Set by
/// unrelated sentences, not by the fit.
const STRANGER: f32 = 0.8;
/// Taken off when the fact is of another date.
const OTHER_DATE: f32 = 1.6;
/// Taken off when a number is asked for and the fact has none.
const NO_FIGURE: f32 = 2.5;
/// Taken off when a kind of thing is asked for ("which airline") of which the fact does not speak.
const NO_TARGET: f32 = 1.0;

/// The log-odds from which on an answer is given.
pub(super) const LEAST_CERTAINTY: f32 = 0.7;

/// The log-odds that the first of the ranked facts answers the question; none when there is none.
///
/// The weights were fitted by logistic regression to some 900 questions of `tests/questions`, in which it was known whether the
/// first fact, or one told beside it, was right. Of the signs tried these tell most; the margins tell more than the score itself.
pub(super) fn certainty(knowledge: &Knowledge, hits: &[Hit<'_>]) -> Option<f32> {
    let best = hits.first()?;
    let margin = |at: usize| {
        let other = hits.get(at).map_or(0.0, |hit| hit.score);
        (best.score - other).clamp(0.0, CLEAR_MARGIN)
    };
    let is_general = |key| knowledge.is_side(key) || knowledge.is_subject(key);
    let missing: f32 = best.missing.iter().filter(|&&key| !is_general(key)).map(|_| MISSING_NAME).sum();
    let strangers: f32 = (0..best.strangers).map(|_| STRANGER).sum();
    let weight = best.total + if best.date > 0.0 { SHARED_DATE } else { 0.0 };
    let flaws = best.flaws.iter().map(|flaw| match flaw {
        Flaw::OtherDate => OTHER_DATE,
        Flaw::NoFigure => NO_FIGURE,
        Flaw::NoTarget => NO_TARGET,
    });
    Some(
        BASE + COVERAGE * best.coverage
            + LIKENESS * best.ask
            + TEXT * best.text
            + KIND * best.kind
            + MARGIN * margin(1)
            + SECOND_MARGIN * margin(2)
            + WEIGHT * (weight + 1.0).ln().min(MOST_WEIGHT)
            - missing
            - strangers
            - flaws.sum::<f32>(),
    )
}

//! How certain it is that the fact that ranks first answers the question.

use super::hit::Hit;
use crate::knowledge::feature::Feature;
use crate::knowledge::model::{EntityKey, Fact, ISRAEL, Knowledge};
use crate::knowledge::profile::Place;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Step};
use crate::question::cues::Found;
use crate::question::{Reading, Term, Told};

/// The log-odds of an answer that has nothing for it; see [`certainty`].
const BASE: f32 = -8.6;

// What the fact has of the question.

/// Added for each thing of which the question speaks and the fact as well.
const HELD: f32 = 0.97;
/// Taken off per logarithm of the weight, in nats, of what the question says and neither the fact nor its questions do.
const UNTOLD: f32 = 0.35;
/// Added per likeness to a question of the fact.
const LIKENESS: f32 = 3.6;
/// Added per share of a question of the fact that the question says, whatever it says besides: people say much that asks nothing.
const CONTAINED: f32 = 2.4;
/// Added per nat of the rarest name of the question that the fact has: a rare one leaves little doubt what is meant.
const RAREST_NAME: f32 = 0.32;
/// Added per score for the kind of answer that is asked for.
const KIND: f32 = 4.6;
/// Added per distance to the second fact: the best one must stand out.
const MARGIN: f32 = 1.9;
/// Distances from here on are all clear.
pub(super) const CLEAR_MARGIN: f32 = 0.3;
/// Added when what belongs to whom in the question is so in the fact.
const BELONGINGS: f32 = 0.5;
/// Taken off for each name that the fact lacks, the sides and the accords aside.
const MISSING_NAME: f32 = 2.2;
/// Taken off for each document that the fact lacks: what one text says, another does not.
const MISSING_DOCUMENT: f32 = 3.0;
/// Added when the fact is of a date of the question ...
const SAME_DATE: f32 = 1.7;
/// ... and taken off when it is of another.
const OTHER_DATE: f32 = 2.25;
/// Taken off when a number is asked for and the fact has none.
const NO_FIGURE: f32 = 2.5;
/// Taken off besides when that is a sum of money: other numbers are of something else. Set by reading answers.
const NO_MONEY: f32 = 4.0;
/// Taken off besides when the fact does not speak of what is counted either: how many tourists came is told by no fact on freight.
/// Set by reading answers.
const NO_COUNT: f32 = 6.0;
/// Taken off when an article is asked for by its number and the fact is not of it: what one article says, another does not.
const OTHER_ARTICLE: f32 = 4.0;
/// Taken off when a kind of thing is asked for ("which airline") of which the fact does not speak. Found by reading answers;
/// the fit sees too few of them.
const NO_TARGET: f32 = 0.5;

/// Taken off per nat of what is asked for and the fact lacks beyond that of an ordinary word: "which strait" is answered by no fact
/// that speaks of none.
const RARE_TARGET: f32 = 0.6;
/// See [`RARE_TARGET`]; what is asked for counts double.
pub(super) const PLAIN_TARGET: f32 = 8.0;

/// Taken off when a thing is asked for of which no fact speaks at all ("what rent"), or a small one ("lunch") of which the
/// sentence does not: set by reading answers.
const UNHEARD_TARGET: f32 = 4.0;

// Whether the question is on the subject at all.

/// Added when it names something of the subject, typed as it is.
const OWN_NAME: f32 = 1.1;
/// Taken off per unlikeness to every question of the fact when nothing is named: ordinary words fit some fact too easily.
const NAMELESS: f32 = 4.5;
/// Added when a word was read as another: few sentences on something else have one that is nearly a word of this subject.
const CORRECTED: f32 = 1.2;
/// Taken off when a word is of what the knowledge is not about; half as much again as the fit gives, which sees too few of them.
const OUTSIDE: f32 = 3.0;

/// The log-odds from which on an answer is given: even.
pub(super) const LEAST_CERTAINTY: f32 = 0.0;

/// The log-odds that the first of the ranked facts, or one told beside it, answers the question; none when there is none.
///
/// The weights were fitted by logistic regression to some 4,600 questions of `tests/questions`, in which it was known whether what
/// would be told is right, together with 11,000 sentences of trivia and chat, for which nothing is, those on neighbouring subjects
/// counted four times; then rounded. These are the signs that tell something in sets that the fit did not see. How much is asked,
/// whether for yes or no, whether it is asked at all and how many names there are tell nothing beside them. Where the fit sees too
/// few cases (documents that the fact lacks, kinds of thing, words of other subjects) the weight is set by reading answers.
pub(super) fn certainty(knowledge: &Knowledge, reading: &Reading, hits: &[Hit<'_>]) -> Option<f32> {
    let best = hits.first()?;
    Some(BASE + fit(knowledge, reading, best, hits.get(1)) + subject(knowledge, reading, best))
}

/// How well the best fact fits what is asked.
#[expect(clippy::cast_precision_loss, reason = "a question has few words")]
fn fit(knowledge: &Knowledge, reading: &Reading, best: &Hit<'_>, second: Option<&Hit<'_>>) -> f32 {
    let margin = (best.score - second.map_or(0.0, |hit| hit.score)).clamp(0.0, CLEAR_MARGIN);
    let is_of_two = reading.partners(knowledge).len() > 1;
    let joins = reading.steps().iter().any(|step| matches!(step, Step::Joined | Step::Signed));
    // What says nothing of the accords is no answer whether they were signed.
    let is_general = |key| knowledge.is_side(key) || (knowledge.is_subject(key) && !joins);
    let missing = best.missing.iter().filter(|&&key| !is_general(key));
    let missing = missing.map(|&key| match knowledge.entity_at(key).kind {
        EntityKind::Document => MISSING_DOCUMENT,
        // The figure of another country is no answer, nor what one of two did with a third.
        EntityKind::Country if reading.wants(Intent::HowMany) || (is_of_two && !reading.is_corrected_name(key)) => {
            2.0 * MISSING_NAME
        }
        _ => MISSING_NAME,
    });
    let flaws = [
        (best.flaws.no_figure, NO_FIGURE),
        // What stands against the question need not give the sum that it presumes.
        (best.flaws.no_money && best.missing.is_empty() && !best.denies, NO_MONEY),
        (best.flaws.no_figure && best.flaws.no_target && !best.denies, NO_COUNT),
        (best.flaws.no_target, NO_TARGET),
        (best.flaws.other_date, OTHER_DATE),
        (best.flaws.other_article, OTHER_ARTICLE),
    ];
    let flaws = flaws.into_iter().filter(|(applies, _)| *applies).map(|(_, weight)| weight);
    let unheard = if is_unheard(knowledge, reading, best.fact) { UNHEARD_TARGET } else { 0.0 };
    let untold = (best.total * (1.0 - best.coverage)).max(0.0);
    let date = if best.date > 0.0 { SAME_DATE } else { 0.0 };
    let held = best.held as f32;
    LIKENESS * best.ask
        + CONTAINED * contained(knowledge, reading, best)
        + HELD * held
        + RAREST_NAME * best.rarest_name
        + KIND * best.kind
        + MARGIN * margin
        + BELONGINGS * best.compounds
        + date
        - UNTOLD * (untold + 1.0).ln()
        - missing.sum::<f32>()
        - RARE_TARGET * (best.lacked_target - PLAIN_TARGET).max(0.0)
        - unheard
        - flaws.sum::<f32>()
}

/// Whether a fact does not speak of a thing that is asked for and that must be told.
fn is_unheard(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let profile = knowledge.index().profile_of(fact.key);
    let is_said = |term: &Term| term.feature.is_some_and(|feature| profile.says(feature));
    reading.terms.iter().any(|term| match term.told {
        Told::OtherWords => false,
        Told::ItsSentence => !is_said(term),
        Told::ItsFact => !term.feature.is_some_and(|feature| profile.has(feature)),
        Told::Nowhere => true,
    })
}

/// How much of a question of the fact the question says: of the one of which it says most, as a share of that one's weight.
fn contained(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> f32 {
    let index = knowledge.index();
    let profile = index.profile_of(hit.fact.key);
    let mut said = vec![0.0; profile.asks.len()];
    for feature in reading.terms.iter().filter_map(|term| term.feature) {
        for ask in profile.find(feature).into_iter().flat_map(Place::asks) {
            said[ask] += index.weight(feature);
        }
    }
    let shares = profile.asks.iter().zip(said).filter(|(ask, _)| ask.weight > 0.0);
    let shares = shares.map(|(ask, said)| (said, said / ask.weight));
    // A short question is soon said as a whole.
    let most = shares.max_by(|(one, share), (other, of_other)| (one * share).total_cmp(&(other * of_other)));
    most.map_or(0.0, |(_, share)| share)
}

/// How much speaks for the question's being on the subject.
fn subject(knowledge: &Knowledge, reading: &Reading, best: &Hit<'_>) -> f32 {
    let is_own = |key: EntityKey| is_of_the_subject(knowledge, key) && !reading.is_corrected_name(key);
    let mut named = reading.terms.iter().filter_map(|term| term.entity);
    let is_nameless = named.clone().next().is_none() && knowledge.index().places_in(&reading.tokens).next().is_none();
    let is_outside = reading.has(CueMeaning::Outside) && !speaks_of_what_is_outside(knowledge, reading, best);
    let signs = [
        (named.any(is_own) || has_a_long_name(knowledge, reading), OWN_NAME),
        (is_nameless, -NAMELESS * (1.0 - best.ask)),
        (!reading.corrections.is_empty(), CORRECTED),
        (is_outside, -OUTSIDE),
    ];
    signs.into_iter().filter(|(applies, _)| *applies).map(|(_, weight)| weight).sum()
}

/// Whether a long name is typed as it is: one of three words and more, or of two and of a body on which there are facts of its
/// own. "The Abraham Fund" and "Israel's liaison office in Rabat" are asked about nowhere else.
fn has_a_long_name(knowledge: &Knowledge, reading: &Reading) -> bool {
    const LONG: usize = 3;
    let is_known = |key: EntityKey| knowledge.index().feature_of_entity(key).is_some();
    let has_facts = |key: EntityKey| knowledge.stated_facts_on(key).any(|fact| fact.about.first() == Some(&key));
    let is_long = |key: EntityKey, words: usize| match knowledge.entity_at(key).kind {
        EntityKind::Person => false,
        EntityKind::Organisation if words + 1 == LONG => has_facts(key),
        _ => words >= LONG && is_known(key),
    };
    reading.mentions.iter().any(|mention| match mention.entities[..] {
        [one] => is_long(one, mention.count) && !reading.is_corrected_name(one),
        _ => false,
    })
}

/// Whether the fact or one of its questions speaks of what is outside the subject elsewhere ("food parks in India"), and is
/// much like the question. What is asked for itself is told by no part of it: the population of a country is not that of a town.
pub(super) fn speaks_of_what_is_outside(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    const ALIKE: f32 = 0.7;
    /// The share of one of the fact's questions that the question must say, or of the question that the fact must: most of it.
    const MOST: f32 = 0.7;
    if hit.ask < ALIKE {
        return false;
    }
    let index = knowledge.index();
    let told = index.profile_of(hit.fact.key);
    let outside: Vec<&Found> = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Outside).collect();
    // "How large is" asks of anything; what else the question says is told.
    let only_asks = |cue: &&Found| {
        let asks = |it: &Found| it.means == CueMeaning::Intent(Intent::HowMany) && it.covers(cue.first);
        reading.cues.iter().any(asks) && reading.telling_words() > 0 && hit.coverage >= MOST
    };
    if !outside.is_empty() && outside.iter().all(only_asks) {
        return true;
    }
    let places = outside.iter().flat_map(|cue| cue.first..cue.first + cue.count);
    let features: Vec<Feature> = places.filter_map(|at| index.feature_of_stem(&reading.tokens[at].stem)).collect();
    let is_target = |term: &Term| term.is_target && term.feature.is_some_and(|it| features.contains(&it));
    let is_whole = !reading.terms.iter().any(is_target) || contained(knowledge, reading, hit) >= MOST;
    is_whole && features.iter().any(|&feature| told.has(feature))
}

/// Whether a name belongs to this subject: the accords, Israel, a country that has at least announced that it will join, a
/// document, a term, or a body that the knowledge defines; persons, other bodies and countries are asked about in other contexts
/// too.
pub(super) fn is_of_the_subject(knowledge: &Knowledge, key: EntityKey) -> bool {
    let entity = knowledge.entity_at(key);
    match entity.kind {
        EntityKind::Country => entity.id == ISRAEL || knowledge.partners().contains(&key),
        EntityKind::Document | EntityKind::Term => true,
        EntityKind::Organisation => knowledge.is_defined(key),
        EntityKind::Person => false,
    }
}

//! One question on several countries or texts at once, where no fact tells of all: "What was the trade with Bahrain and with
//! Morocco?" is answered for each.

use super::certainty::{LEAST_CERTAINTY, certainty};
use super::draft::Draft;
use super::hit::{Flaws, Hit};
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Property, Step};
use crate::question::Reading;
use crate::question::parts::coordinated;

/// The least share of the question of which one fact must speak to answer it whole.
const WHOLE: f32 = 0.9;

/// Countries or texts up to which each gets its sentence.
const MOST: usize = 3;

/// How far below the best score a fact that gives what is compared may be to be told in its place.
const NEAR: f32 = 0.15;

/// Words that compare numbers.
pub(super) const MORE_OR_LESS: [&str; 9] =
    ["more", "fewer", "less", "larger", "bigger", "higher", "greater", "smaller", "lower"];

/// What answers the question of each of the countries or texts that it names.
pub(super) fn each<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    let choices = choices(knowledge, reading);
    let has_figure = |fact: &Fact| knowledge.index().profile_of(fact.key).traits.figures.any;
    let wants_figures = reading.has_word(&MORE_OR_LESS);
    // What grew by how much in the next year does not tell how much it was in this one.
    let is_of_the_time = |fact: &Fact| reading.date().zip(fact.date).is_none_or(|(asked, date)| date.overlaps(asked));
    let is_dated = wants_figures || reading.wants(Intent::Compare);
    let gives_it = |fact: &Fact| (!wants_figures || has_figure(fact)) && (!is_dated || is_of_the_time(fact));
    let is_told_whole = |hit: &Hit<'_>| {
        gives_it(hit.fact)
            && hit.coverage >= WHOLE
            && hit.flaws == Flaws::NONE
            && !hit.missing.iter().any(|it| choices.contains(it))
    };
    if hits.first().is_some_and(is_told_whole) {
        return None;
    }
    let parts: Vec<Reading> = if let Some((one, other)) = coordinated(knowledge, reading) {
        vec![one, other]
    } else if (2..=MOST).contains(&choices.len()) && asks_of_each(reading) {
        let of_one = |&choice: &EntityKey| {
            let others = choices.iter().filter(|&&other| other != choice);
            others.fold(reading.clone(), |part, &other| without_name_and_date(&part, other))
        };
        choices.iter().map(of_one).collect()
    } else {
        return None;
    };
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    let mut told: Vec<&Fact> = Vec::new();
    for part in &parts {
        let fact = best(knowledge, part, gives_it)?;
        if told.iter().any(|known| known.key == fact.key) {
            return None;
        }
        told.push(fact);
    }
    draft.tell_all(&told);
    Some(draft)
}

/// A question without a name, and without the date that stands behind it: "Egypt (March 1979)", "Egypt in 1979".
fn without_name_and_date(reading: &Reading, name: EntityKey) -> Reading {
    let mut rest = reading.without_name(name);
    let names = reading.mentions.iter().filter(|mention| mention.entities.contains(&name));
    let ends: Vec<usize> = names.map(|name| name.first + name.count).collect();
    let is_in = |at: usize| matches!(reading.tokens[at].folded.as_str(), "in" | "of" | "on");
    let follows =
        |first: usize| ends.contains(&first) || (first > 0 && is_in(first - 1) && ends.contains(&(first - 1)));
    rest.dates.retain(|date| !follows(date.first));
    rest
}

/// What two countries or texts are compared in ("how does the rank of the missions differ?"), told of each. Where nothing but
/// their names and the step is left, their steps side by side say more.
pub(super) fn compared<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    let is_on_a_step = reading.steps().iter().any(|&step| step != Step::Joined);
    let is_on_more = reading.wants(Intent::Compare) && reading.telling_words() > 0 && !is_on_a_step;
    if is_on_more { each(knowledge, reading, hits) } else { None }
}

/// Whether something is to be told of each: a number, or a comparison.
fn asks_of_each(reading: &Reading) -> bool {
    reading.wants(Intent::HowMany)
        || reading.wants(Intent::Compare)
        || reading.has(CueMeaning::Property(Property::Vote))
        || reading.has_word(&["each", "respectively", "figures", "longer"])
        || (reading.has_word(&MORE_OR_LESS) && reading.has_word(&["or", "than", "which", "both"]))
}

/// The countries beside the sides, or else the texts, or else the persons, that a question names.
fn choices(knowledge: &Knowledge, reading: &Reading) -> Vec<EntityKey> {
    let countries = reading.partners(knowledge);
    if countries.len() > 1 {
        return countries.to_vec();
    }
    let texts = reading.named(knowledge, EntityKind::Document).into_iter();
    let texts: Vec<EntityKey> = texts.filter(|&it| !knowledge.is_subject(it)).collect();
    if texts.len() > 1 {
        return texts;
    }
    reading.named(knowledge, EntityKind::Person).to_vec()
}

/// The fact that answers a part, if one of the best does without a flaw.
fn best<'k>(knowledge: &'k Knowledge, part: &Reading, gives_it: impl Fn(&Fact) -> bool) -> Option<&'k Fact> {
    let hits = rank(knowledge, part);
    let is_certain = certainty(knowledge, part, &hits).is_some_and(|it| it >= LEAST_CERTAINTY);
    let first = hits.first().filter(|_| is_certain)?;
    let hit = hits.iter().take_while(|hit| first.score - hit.score < NEAR).find(|hit| gives_it(hit.fact))?;
    (hit.missing.is_empty() && hit.flaws == Flaws::NONE && !hit.denies).then_some(hit.fact)
}

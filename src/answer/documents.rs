//! Steps of a document: when it was signed, approved, or took effect, and whether the question has the day right.

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::DateMention;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step};
use crate::question::Reading;

/// A correction when the question dates a step of a document to another day than the facts do.
pub(super) fn misdated<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let fact = on_another_day(knowledge, reading)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// Words for the time that is asked for.
const TIMES: [&str; 5] = ["date", "day", "month", "year", "yr"];

/// When a document was signed, where nothing but its date is asked for: "Egypt-Israel treaty, year?".
pub(super) fn dated<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let asks_when = reading.wants(Intent::When) || reading.has_word(&TIMES);
    let [document] = reading.named(knowledge, EntityKind::Document)[..] else { return None };
    if !asks_when || reading.is_yes_or_no() || knowledge.is_subject(document) {
        return None;
    }
    let is_of_it = |means: CueMeaning| {
        matches!(means, CueMeaning::Intent(Intent::When) | CueMeaning::Step(Step::Signed) | CueMeaning::Filler)
    };
    let fact = step_of_document(knowledge, document, Step::Signed)?;
    let has_signed = |country: &EntityKey| fact.action.as_ref().is_some_and(|action| action.by.contains(country));
    let says_no_more = (0..reading.tokens.len()).all(|at| {
        let token = &reading.tokens[at];
        let named = reading.mentions.iter().find(|mention| mention.covers(at));
        named.map_or_else(
            || {
                let in_cue = reading.cues.iter().any(|cue| cue.covers(at) && is_of_it(cue.means));
                in_cue || TIMES.contains(&token.folded.as_str()) || knowledge.index().is_filler(token)
            },
            |named| named.entities.iter().all(|it| *it == document || has_signed(it)),
        )
    });
    if !says_no_more {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(fact);
    Some(draft)
}

/// The fact that a document took the step that the question names, on another day than the question has.
pub(super) fn on_another_day<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<&'k Fact> {
    // Of several dates to choose from one may be right.
    let asked = reading.date().filter(|_| reading.dates.len() == 1 && !reading.is_as_of())?;
    let document =
        *reading.named(knowledge, EntityKind::Document).iter().find(|&&it| knowledge.entity_at(it).id != SUBJECT)?;
    let [step] = reading.steps()[..] else { return None };
    if is_of_the_document(knowledge, reading, document, asked) {
        return None;
    }
    let of_the_country = match reading.partners(knowledge)[..] {
        [country] => step_of_country(knowledge, document, step, country),
        _ => None,
    };
    let fact = of_the_country.or_else(|| step_of_document(knowledge, document, step))?;
    (!fact.date.is_some_and(|date| date.overlaps(asked))).then_some(fact)
}

/// Whether the date of a question only says which document is meant of those that it names.
pub(super) fn is_of_a_document(knowledge: &Knowledge, reading: &Reading, asked: PartialDate) -> bool {
    let named = reading.named(knowledge, EntityKind::Document);
    named.into_iter().any(|document| is_of_the_document(knowledge, reading, document, asked))
}

/// Whether the date of a question only says which document is meant ("the October 2020 communique", "the communique with Bahrain of
/// 18 October 2020"), and is that of its signing.
fn is_of_the_document(knowledge: &Knowledge, reading: &Reading, document: EntityKey, asked: PartialDate) -> bool {
    /// Words between a document and the "of" before its date.
    const REACH: usize = 3;
    let is_its = |date: &DateMention| {
        let is_named = |name: &Mention| name.first == date.first + date.count && name.entities.contains(&document);
        let article = date.first.checked_sub(1).map(|at| reading.tokens[at].folded.as_str());
        let is_before = |name: &Mention| {
            let end = name.first + name.count;
            name.entities.contains(&document) && end < date.first && date.first - end <= REACH + 1
        };
        match article {
            Some("the") => reading.mentions.iter().any(is_named),
            Some("of") => reading.mentions.iter().any(is_before),
            _ => false,
        }
    };
    let signed = step_of_document(knowledge, document, Step::Signed).and_then(|fact| fact.date);
    reading.dates.iter().any(is_its) && signed.is_some_and(|day| day.overlaps(asked))
}

/// The fact that states that one country alone took a step of a document.
pub(super) fn step_of_country(
    knowledge: &Knowledge,
    document: EntityKey,
    step: Step,
    country: EntityKey,
) -> Option<&Fact> {
    knowledge.stated_facts_on(document).find(|fact| {
        fact.action.as_ref().is_some_and(|action| {
            action.instrument == Some(document)
                && action.step == step
                && action.state == State::Done
                && action.main
                && action.ladder == [country]
        })
    })
}

/// The fact that states best that a document took a step.
pub(super) fn step_of_document(knowledge: &Knowledge, document: EntityKey, step: Step) -> Option<&Fact> {
    let mut facts: Vec<&Fact> = knowledge
        .stated_facts_on(document)
        .filter(|fact| {
            fact.action.as_ref().is_some_and(|action| {
                action.instrument == Some(document) && action.step == step && action.state == State::Done
            })
        })
        .filter(|fact| fact.date.is_some())
        .collect();
    facts.sort_by_key(|fact| (!fact.action.as_ref().is_some_and(|action| action.main), fact.date, fact.id.as_str()));
    facts.first().copied()
}

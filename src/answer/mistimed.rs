//! Relations and embassies that a question dates otherwise than the record, whatever else it asks of them: "they only opened
//! relations in November 2025, how come it took so long?".

use super::draft::Draft;
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, State, Step};
use crate::question::Reading;
use crate::question::cues::Found;
use crate::question::words::REASONS;

/// Verbs of taking up relations; their synonyms count as well.
const VERBS: [&str; 4] = ["establish", "open", "start", "set"];

/// Words between a country and its verb ("has only now opened").
const BEFORE: usize = 3;

/// Words from the verb to what is taken up ("set up its embassy").
const VERB_BEFORE: usize = 3;

/// Words between the relations and their date ("with Israel by entering the accords in").
const AFTER: usize = 8;

/// The day on which a country took up relations or opened its embassy, where a question says that it was another.
pub(super) fn mistimed<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    // "Since it only took them up in 2025, is it like the others?" takes it for granted as well.
    let gives_a_reason = reading.tokens.first().is_some_and(|first| REASONS.contains(&first.folded.as_str()));
    // "They only opened it after 2025, right?" is a claim.
    let states = gives_a_reason || (reading.is_claim() && reading.has_word(&["only"]));
    if (reading.is_yes_or_no() && !states) || reading.has(CueMeaning::Negation) {
        return None;
    }
    let of_country = |country: EntityKey| {
        let said = |cue: &Found| {
            let CueMeaning::Step(step @ (Step::Relations | Step::Embassy)) = cue.means else { return None };
            Some((country, step, said_date(knowledge, reading, country, cue)?))
        };
        reading.cues.iter().find_map(said)
    };
    let (country, step, said) = reading.partners(knowledge).into_iter().find_map(of_country)?;
    let taken_up = |fact: &&Fact| {
        let action = fact.action.as_ref();
        action.is_some_and(|it| it.state == State::Done && it.by.contains(&country)) && fact.date.is_some()
    };
    let rung: Vec<&Fact> = knowledge.rung(country, step).into_iter().filter(taken_up).collect();
    let is_so = rung.iter().any(|fact| fact.date.is_some_and(|date| said.fits(date)));
    let fact = rung.first().filter(|_| !is_so)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Typed);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// When a question has something done: on a date, or after it.
#[derive(Clone, Copy)]
enum Said {
    On(PartialDate),
    After(PartialDate),
}

impl Said {
    fn fits(self, date: PartialDate) -> bool {
        match self {
            Self::On(said) => date.overlaps(said),
            Self::After(said) => date.first() > said.last(),
        }
    }
}

/// The date on which a question has the country take up relations or open its embassy.
fn said_date(knowledge: &Knowledge, reading: &Reading, country: EntityKey, cue: &Found) -> Option<Said> {
    let index = knowledge.index();
    let is_verb = |at: &usize| VERBS.iter().any(|verb| index.is_the_same(&reading.tokens[*at].stem, verb));
    let verb = (cue.first.saturating_sub(VERB_BEFORE)..cue.first).find(is_verb)?;
    // Of several countries before the verb the last one acts: "After Bahrain, Morocco established relations".
    let before = reading.mentions.iter().rev().find(|mention| mention.first + mention.count <= verb);
    let acts = before.is_some_and(|mention| {
        let end = mention.first + mention.count;
        let goes_on = !reading.tokens[end..=verb].iter().any(|token| token.after_comma);
        mention.entities[..] == [country] && verb - end <= BEFORE && goes_on
    });
    let end = cue.first + cue.count;
    let date = reading.dates.iter().find(|date| date.first >= end && date.first - end <= AFTER)?;
    let is_same_sentence = reading.tokens[verb].sentence == reading.tokens[date.first].sentence;
    let is_after = reading.tokens[end..date.first].iter().any(|token| token.folded == "after");
    match date.date {
        Mentioned::Dated(date) if acts && is_same_sentence => {
            Some(if is_after { Said::After(date) } else { Said::On(date) })
        }
        _ => None,
    }
}

//! What happened on a day, in a month or in a year.

use jiff::civil::Date;

use super::draft::Draft;
use super::{Confidence, Outcome};
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::model::{Fact, ISRAEL, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, FactKind, Intent};
use crate::question::Reading;

/// Events told of one period.
const MOST_EVENTS: usize = 4;

/// What is recorded for the period asked about, if the question speaks of nothing but a period and names.
pub(super) fn period<'k>(knowledge: &'k Knowledge, reading: &Reading, today: Date) -> Option<Draft<'k>> {
    let dates: Vec<Mentioned> = reading.dates.iter().map(|mention| mention.date).collect();
    let asked = match dates[..] {
        [one] => one,
        [] if reading.has_word(&["today"]) => Mentioned::Yearly(today.month(), today.day()),
        _ => return None,
    };
    let covered: usize = reading.dates.iter().map(|mention| mention.count).sum();
    let asks = reading.wants(Intent::Happened) || reading.tokens.len() == covered;
    if !asks || !is_plain(knowledge, reading) {
        return None;
    }
    let named: Vec<_> = reading.mentions.iter().flat_map(|mention| mention.entities.iter().copied()).collect();
    let is_wide =
        !matches!(asked, Mentioned::Dated(date) if date.day().is_some()) && !matches!(asked, Mentioned::Yearly(..));
    let on_subject = reading.names_subject(knowledge)
        || named.iter().any(|&it| knowledge.steps_of(it).next().is_some() || knowledge.entity_at(it).id == ISRAEL);
    if is_wide && !on_subject {
        return None;
    }
    let subject = knowledge.entity(crate::knowledge::model::SUBJECT).map(|entity| entity.key);
    let named: Vec<_> = named.into_iter().filter(|&entity| Some(entity) != subject).collect();
    let fits = |fact: &&Fact| {
        let happened = matches!(fact.kind, FactKind::Event | FactKind::Status);
        happened && is_in(fact, asked) && named.iter().all(|&entity| fact.concerns(entity))
    };
    let mut facts: Vec<&Fact> = match (day_of_year(asked), named.first()) {
        (Some((month, day)), _) => knowledge.stated_facts_of_day(month, day).filter(fits).collect(),
        (None, Some(&one)) => knowledge.stated_facts_on(one).filter(fits).collect(),
        (None, None) => knowledge.stated_facts().filter(fits).collect(),
    };
    facts.sort_by_key(|fact| super::on_this_day::order(knowledge, fact));
    facts.truncate(MOST_EVENTS);
    facts.sort_by_key(|fact| fact.date);
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for fact in facts {
        draft.tell(fact);
    }
    (!draft.is_empty()).then_some(draft)
}

/// The month and day of a day.
fn day_of_year(asked: Mentioned) -> Option<(i8, i8)> {
    match asked {
        Mentioned::Dated(date) => date.day().map(|day| (day.month(), day.day())),
        Mentioned::Yearly(month, day) => Some((month, day)),
        Mentioned::Month(_) => None,
    }
}

fn is_in(fact: &Fact, asked: Mentioned) -> bool {
    let Some(date) = fact.date else { return false };
    match asked {
        Mentioned::Dated(asked) => asked.contains(date),
        Mentioned::Yearly(month, day) => date.day().is_some_and(|date| (date.month(), date.day()) == (month, day)),
        Mentioned::Month(month) => date.month() == Some(month),
    }
}

fn is_plain(knowledge: &Knowledge, reading: &Reading) -> bool {
    (0..reading.tokens.len()).all(|at| {
        let token = &reading.tokens[at];
        let in_cue = reading.cues.iter().any(|cue| {
            cue.means == CueMeaning::Intent(Intent::Happened) && (cue.first..cue.first + cue.count).contains(&at)
        });
        let general = ["accord", "connect", "happen", "event"].contains(&token.stem.as_str());
        in_cue || reading.is_placed(at) || general || knowledge.index().is_filler(token)
    })
}

//! Knowledge -> chart.

use super::chart::{Cell, Chart, Lane, Moment, Table, short_date, step_name, step_number};
use super::font::clean;
use crate::answer::rungs::{Rung, rungs};
use crate::answer::timeline::{Span, events};
use crate::knowledge::Knowledge;
use crate::knowledge::date::PartialDate;
use crate::knowledge::ladder::RUNGS;
use crate::knowledge::model::{EntityKey, Fact, ISRAEL};
use crate::knowledge::vocabulary::{Anniversary, EntityKind, State, Step};
use crate::text::headline::{cut, headline};

/// Lanes of all countries, and with one country; with more a picture is taller than a phone shows at once.
const MOST_LANES: usize = 7;
const MOST_LANES_OF_ONE: usize = 5;
/// Characters of a title or a name that are looked at; what is drawn is cut to its room later.
const MOST_CHARS: usize = 120;
/// Characters of what happened: a line of the picture at most, and the fewest that still say something.
const WORDS: [usize; 2] = [56, 34];
/// Lanes from which on a single event has none of its own.
const MANY_LANES: usize = 4;
/// The lane of what belongs to no country of its own.
const OTHERS: &str = "Others";

/// What happened with a country, or with all others.
type OwnLane = (Option<EntityKey>, Vec<Moment>);

/// What happened in a span.
pub(super) fn timeline(knowledge: &Knowledge, title: &str, span: Span) -> Option<Chart> {
    let facts = events(knowledge, span);
    let dated = |fact: &&Fact| Some((fact.date?, fact.date?));
    let (first, last) = (facts.first().and_then(dated)?.0, facts.last().and_then(dated)?.1);
    let mut lanes: Vec<OwnLane> = Vec::new();
    for fact in &facts {
        for country in lanes_of(knowledge, fact, span.of) {
            let at = lanes.iter().position(|(of, _)| *of == country).unwrap_or_else(|| {
                lanes.push((country, Vec::new()));
                lanes.len() - 1
            });
            add(&mut lanes[at].1, fact);
        }
    }
    let count = facts.len();
    let events = if count == 1 { "event" } else { "events" };
    let span_text =
        if first == last { short_date(first) } else { format!("{} to {}", short_date(first), short_date(last)) };
    Some(Chart {
        title: name(title, "Timeline"),
        note: format!("{count} {events}, {span_text}; time is not to scale"),
        table: None,
        lanes: named(knowledge, merged(lanes, span.of)),
    })
}

/// The rungs of one country or of several side by side.
pub(super) fn ladder(knowledge: &Knowledge, countries: &[EntityKey]) -> Option<Chart> {
    let taken: Vec<Vec<Rung<'_>>> = countries.iter().map(|&country| rungs(knowledge, country)).collect();
    if taken.iter().all(Vec::is_empty) {
        return None;
    }
    let columns: Vec<String> = countries.iter().map(|&country| country_name(knowledge, country)).collect();
    let row = |step: Step| {
        let cells = taken.iter().map(|rungs| cell(rungs.iter().find(|rung| rung.step == step)));
        (step, cells.collect())
    };
    let lanes = taken.iter().zip(&columns).map(|(rungs, name)| {
        let mut moments = Vec::new();
        let mut done: Vec<&Fact> =
            rungs.iter().filter(|rung| rung.state == State::Done).map(|rung| rung.fact).collect();
        done.sort_by_key(|fact| (fact.date, fact.id.as_str()));
        for fact in done {
            add(&mut moments, fact);
        }
        Lane { name: name.clone(), moments }
    });
    Some(Chart {
        title: columns.join(" and "),
        note: "Step by step, and over time (not to scale)".to_owned(),
        table: Some(Table { rows: RUNGS.into_iter().map(row).collect(), columns: columns.clone() }),
        lanes: lanes.filter(|lane| !lane.moments.is_empty()).collect(),
    })
}

fn cell(rung: Option<&Rung<'_>>) -> Cell {
    let Some(rung) = rung else { return Cell { state: None, text: "no source here".to_owned() } };
    let date = rung.date.map(short_date);
    let text = match (rung.state, date) {
        (State::Done, Some(date)) => date,
        (State::Done, None) => "yes, date not known".to_owned(),
        (State::NotDone, Some(date)) => format!("not by {date}"),
        (State::NotDone, None) => "no".to_owned(),
        (State::Promised, Some(date)) => format!("promised {date}"),
        (State::Promised, None) => "promised".to_owned(),
        (State::Disputed, _) => "sources differ".to_owned(),
    };
    Cell { state: Some(rung.state), text }
}

/// In whose lanes a fact is: on whose ladder, else with whom it happened. None stands for all others.
fn lanes_of(knowledge: &Knowledge, fact: &Fact, of: Option<EntityKey>) -> Vec<Option<EntityKey>> {
    let ladder = rung_of(fact).map(|_| fact.action.as_ref().map_or(&[][..], |action| &action.ladder));
    match (ladder, of) {
        (Some(ladder), Some(of)) if ladder.contains(&of) => return vec![Some(of)],
        (Some(ladder), _) if !ladder.is_empty() => return ladder.iter().copied().map(Some).collect(),
        _ => {}
    }
    let is_apart = |key: &&EntityKey| {
        let entity = knowledge.entity_at(**key);
        entity.kind == EntityKind::Country && Some(**key) != of && entity.id != ISRAEL
    };
    vec![fact.about.iter().find(is_apart).copied().or(of)]
}

/// The rung that a fact states, if it is one of the ladder's.
fn rung_of(fact: &Fact) -> Option<Step> {
    let action = fact.action.as_ref().filter(|action| !action.ladder.is_empty())?;
    step_number(action.step).map(|_| action.step)
}

/// Adds a fact to the moments of a lane: rungs of one day are one moment, the same rung of one day is told once.
fn add(moments: &mut Vec<Moment>, fact: &Fact) {
    let Some(date) = fact.date else { return };
    let step = rung_of(fact);
    let weight = weight(fact, step);
    if let Some(step) = step
        && let Some(known) = moments.iter_mut().find(|moment| moment.date == date && !moment.steps.is_empty())
    {
        if !known.steps.contains(&step) {
            known.steps.push(step);
            known.steps.sort_by_key(|&step| step_number(step));
        }
        known.weight = known.weight.min(weight);
        known.labels = rung_labels(&known.steps, date);
        return;
    }
    let labels = step.map_or_else(|| event_labels(fact, date), |step| rung_labels(&[step], date));
    moments.push(Moment { date, steps: step.into_iter().collect(), weight, labels });
}

fn weight(fact: &Fact, step: Option<Step>) -> u8 {
    let is_main = fact.action.as_ref().is_some_and(|action| action.main);
    match (step, fact.anniversary) {
        (Some(_), _) if is_main => 0,
        (Some(_), _) | (None, Some(Anniversary::Unprompted)) => 1,
        (None, Some(Anniversary::OnRequest)) => 2,
        (None, None) => 3,
    }
}

fn rung_labels(steps: &[Step], date: PartialDate) -> Vec<String> {
    let names: Vec<String> = steps.iter().map(|&step| step_name(step).to_owned()).collect();
    let mut text = names.join(", ").to_lowercase();
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let mut labels = vec![format!("{text} {}", short_date(date)), short_date(date)];
    // The years are written above; on a full track the day of the year is enough.
    labels
        .extend(date.day().map(|_| short_date(date).trim_end_matches(|c: char| c.is_ascii_digit()).trim().to_owned()));
    labels
}

fn event_labels(fact: &Fact, date: PartialDate) -> Vec<String> {
    let words = clean(&fact.text);
    WORDS.iter().map(|&most| format!("{}  {}", short_date(date), headline(&words, most))).collect()
}

/// At most [`MOST_LANES`], the country's own first, then by their first day; the emptiest go to the others.
fn merged(mut lanes: Vec<OwnLane>, own: Option<EntityKey>) -> Vec<OwnLane> {
    let is_own = |of: Option<EntityKey>| of.is_some() && of == own;
    let best = |moments: &[Moment]| moments.iter().map(|moment| moment.weight).min();
    // The fullest first, and among those of one size the more important.
    lanes.sort_by_key(|(of, moments)| (!is_own(*of), best(moments), usize::MAX - moments.len(), *of));
    let room = if own.is_some() { MOST_LANES_OF_ONE } else { MOST_LANES } - 1;
    let are_many = lanes.len() > MANY_LANES;
    let is_slight = |moments: &[Moment]| are_many && moments.len() == 1 && moments[0].steps.is_empty();
    let mut others = Vec::new();
    let mut kept = Vec::new();
    for (of, moments) in lanes {
        if of.is_some() && kept.len() < room && (is_own(of) || !is_slight(&moments)) {
            kept.push((of, moments));
        } else {
            others.extend(moments);
        }
    }
    let first = |moments: &[Moment]| moments.iter().map(|moment| moment.date.first()).min();
    kept.sort_by_key(|(of, moments)| (!is_own(*of), first(moments), *of));
    if !others.is_empty() {
        others.sort_by_key(|moment: &Moment| (moment.date.first(), moment.date));
        kept.push((None, others));
    }
    kept
}

fn named(knowledge: &Knowledge, lanes: Vec<OwnLane>) -> Vec<Lane> {
    let name = |of: Option<EntityKey>| of.map_or_else(|| OTHERS.to_owned(), |key| country_name(knowledge, key));
    lanes.into_iter().map(|(of, moments)| Lane { name: name(of), moments }).collect()
}

fn country_name(knowledge: &Knowledge, country: EntityKey) -> String {
    let entity = knowledge.entity_at(country);
    name(&entity.name, &entity.id)
}

/// A name as it can be drawn, or else another.
fn name(text: &str, or_else: &str) -> String {
    let text = cut(&clean(text), MOST_CHARS);
    if text.is_empty() { or_else.to_owned() } else { text }
}

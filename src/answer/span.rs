//! How long lay between two events.

use jiff::Unit;
use jiff::civil::Date;

use super::draft::Draft;
use super::event::{entities, entity_keys, event, of_the_other};
use super::membership_list::join;
use super::sequence::listed;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Intent};
use crate::question::{Reading, Term};

/// Words that part the events of such a question.
const DIVIDERS: [&str; 15] = [
    "and", "or", "to", "until", "till", "after", "before", "from", "than", "vs", "versus", "did", "was", "were", "had",
];

/// Words within which the two events of a question are looked for.
const MOST_WORDS: usize = 60;

/// How well a fact must fit the part that names its event: the days between others are a wrong answer.
const CLEAR: f32 = 0.6;

/// Words between which and after which the two events stand.
const PAIRS: [[&str; 2]; 10] = [
    ["separating", "and"],
    ["separate", "and"],
    ["separates", "and"],
    ["between", "and"],
    ["from", "to"],
    ["from", "until"],
    ["from", "till"],
    ["separate", "from"],
    ["separates", "from"],
    ["separated", "from"],
];

/// The time between two events, where the question says that it is of two: "how many days before the signing", "from the
/// opening to the closing".
pub(super) fn time_between<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let follows = |words: [&str; 2]| {
        let first = reading.tokens.iter().position(|token| token.folded == words[0]);
        first.is_some_and(|first| reading.tokens[first..].iter().any(|token| token.folded == words[1]))
    };
    let counts = reading.tokens.windows(2).any(|pair| {
        let is_unit =
            matches!(pair[0].folded.as_str(), "days" | "weeks" | "months" | "years" | "long" | "time" | "soon");
        is_unit && matches!(pair[1].folded.as_str(), "after" | "before")
    });
    let is_of_two = counts || PAIRS.into_iter().any(follows);
    let events = match before_the_two(knowledge, reading) {
        Some(before) => listed_events(knowledge, &before),
        // "How many voted for it, and how many days after that?": what is asked first is not the name of an event.
        None if is_of_two && reading.wants(Intent::HowLong) && !counts_something_else(reading) => {
            two_events(knowledge, reading)
        }
        None => None,
    };
    // "From the announcement to the vote of the Senate" is not of the vote of another.
    let index = knowledge.index();
    let tells = |fact: &Fact, name| {
        index.feature_of_entity(name).is_some_and(|feature| index.profile_of(fact.key).has(feature))
    };
    let named =
        [EntityKind::Person, EntityKind::Organisation].into_iter().flat_map(|kind| reading.named(knowledge, kind));
    let is_partner = |&key: &EntityKey| knowledge.entity_at(key).kind == EntityKind::Country && !knowledge.is_side(key);
    let partners: Vec<EntityKey> = entity_keys(reading).into_iter().filter(is_partner).collect();
    // Where one country is named both events are of it, unless they are of none, or of something else that is named.
    let is_named =
        |fact: &Fact| entity_keys(reading).into_iter().any(|it| !knowledge.is_general(it) && fact.concerns(it));
    let is_of_another = |fact: &Fact| {
        // The signing of the accords is of none alone.
        let is_of_none = !fact.about.iter().any(is_partner) || fact.about.iter().any(|&it| knowledge.is_subject(it));
        matches!(partners[..], [country] if !tells(fact, country)) && !is_of_none && !is_named(fact)
    };
    let (one, other) = events?;
    let tells_all = named.into_iter().all(|name| tells(one, name) || tells(other, name));
    if tells_all && !is_of_another(one) && !is_of_another(other) { span(knowledge, one, other) } else { None }
}

/// Whether something is counted that is no time: "how many deputies voted for it".
fn counts_something_else(reading: &Reading) -> bool {
    reading.tokens.windows(3).any(|words| {
        let counts = words[0].folded == "how" && words[1].folded == "many";
        counts && !matches!(words[2].folded.as_str(), "days" | "weeks" | "months" | "years" | "hours")
    })
}

/// What stands before a clause that asks how long lay between "the two" or "them": there they are named.
fn before_the_two(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const TIMES: [&str; 10] =
        ["days", "weeks", "months", "years", "gap", "interval", "apart", "long", "time", "elapsed"];
    let tokens = &reading.tokens;
    let word = |at: usize| tokens[at].folded.as_str();
    let points = |&at: &usize| {
        let is_between =
            || (at.saturating_sub(2)..at).any(|before| matches!(word(before), "between" | "separate" | "separated"));
        (word(at) == "two" && word(at - 1) == "the") || (matches!(word(at), "them" | "both") && is_between())
    };
    let at = (1..tokens.len()).rfind(points)?;
    let begins =
        |&at: &usize| tokens[at].after_comma || tokens[at].sentence != tokens[at - 1].sentence || word(at) == "and";
    let start = (1..at).rfind(begins)?;
    let asks = tokens[start..].iter().any(|token| TIMES.contains(&token.folded.as_str()));
    asks.then(|| reading.part(knowledge, 0..start))
}

/// The two events that a list names: no more and no fewer, because "the two" are all of them.
fn listed_events<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<(&'k Fact, &'k Fact)> {
    match listed(knowledge, reading)[..] {
        [one, other] => Some((one, other)),
        _ => None,
    }
}

/// The time between two events.
fn span<'k>(knowledge: &'k Knowledge, one: &'k Fact, other: &'k Fact) -> Option<Draft<'k>> {
    let (from, to) = if one.date <= other.date { (one, other) } else { (other, one) };
    let (start, end) = (from.date.and_then(PartialDate::day)?, to.date.and_then(PartialDate::day)?);
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    let (from_day, to_day) = (PartialDate::from(start), PartialDate::from(end));
    let text = if start == end {
        format!("Both were on {from_day}.")
    } else {
        format!("{} passed between {from_day} and {to_day}.", between(start, end)?)
    };
    draft.say(text, vec![from, to]).tell(from).tell(to);
    Some(draft)
}

/// `29 days`, or `10 months (304 days)`.
fn between(start: Date, end: Date) -> Option<String> {
    let days = end.since((Unit::Day, start)).ok()?.get_days();
    let span = end.since((Unit::Year, start)).ok()?;
    let count = |number: i64, unit: &str| format!("{number} {unit}{}", if number == 1 { "" } else { "s" });
    let mut parts = Vec::new();
    for (number, unit) in [
        (i64::from(span.get_years()), "year"),
        (i64::from(span.get_months()), "month"),
        (i64::from(span.get_days()), "day"),
    ] {
        if number > 0 {
            parts.push(count(number, unit));
        }
    }
    let days = count(i64::from(days), "day");
    Some(if parts.len() == 1 && parts[0] == days { days } else { format!("{days} ({})", join(&parts)) })
}

/// The two dated events that the parts of the question name best.
fn two_events<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<(&'k Fact, &'k Fact)> {
    let mut best: Option<(f32, &Fact, &Fact)> = None;
    // What the sentence before names, no part says.
    let is_said =
        |term: &&Term| reading.mentions.iter().any(|name| term.entity.is_some_and(|it| name.entities.contains(&it)));
    let from_before: Vec<Term> = entities(reading).iter().filter(|term| !is_said(term)).cloned().collect();
    for at in 1..reading.tokens.len().min(MOST_WORDS) {
        if !divides(reading, at) {
            continue;
        }
        let mut left = reading.part(knowledge, 0..at);
        let mut right = reading.part(knowledge, at + 1..reading.tokens.len());
        left.terms.extend(from_before.iter().cloned());
        right.terms.extend(from_before.iter().cloned());
        right.take_over_step(&left);
        let (Some(one), Some(other)) =
            (event(knowledge, &left, of_the_other(&left, &right)), event(knowledge, &right, &left.terms))
        else {
            continue;
        };
        if one.0.min(other.0) < CLEAR || one.1.key == other.1.key || one.1.date == other.1.date {
            continue;
        }
        let score = one.0 + other.0;
        if best.is_none_or(|best| score > best.0) {
            best = Some((score, one.1, other.1));
        }
    }
    best.map(|(_, one, other)| (one, other))
}

/// Whether a word parts two events: "and" does so only after a "between", and "to" after a "from"; else they join two countries
/// ("have Bahrain and Israel had contacts").
fn divides(reading: &Reading, at: usize) -> bool {
    let word = reading.tokens[at].folded.as_str();
    let earlier = |words: &[&str]| reading.tokens[..at].iter().any(|token| words.contains(&token.folded.as_str()));
    match word {
        "and" => {
            earlier(&["between", "lay", "separated", "separate", "separates", "separating", "gap", "interval", "apart"])
        }
        "to" | "until" | "till" => earlier(&["from", "took", "take", "between"]),
        _ => DIVIDERS.contains(&word),
    }
}

//! Which of several events came first, in what order they came, and how long lay between two.

use std::cmp::Reverse;

use jiff::Unit;
use jiff::civil::Date;

use super::documents::step_of_document;
use super::draft::Draft;
use super::members::join;
use super::phrases::NOT_SO;
use super::rank::{Hit, rank};
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Intent, Property, State, Step};
use crate::question::{Reading, Term};

/// How well a fact must fit the part of the question that names its event.
const LEAST_FIT: f32 = 0.55;

/// The same where a verdict is given on which came first.
const LEAST_CLAIMED: f32 = 0.75;

/// How near to the best one a fact must be to be taken for the event in its place.
const AS_GOOD: f32 = 0.08;

/// Words that part the events of such a question.
const DIVIDERS: [&str; 14] =
    ["and", "or", "to", "until", "after", "before", "from", "than", "vs", "versus", "did", "was", "were", "had"];

/// Words besides names and the step that a part may have and still name the step itself: "the earlier announcement about".
const MOST_OTHER_WORDS: usize = 2;

/// Words within which the two events of a question are looked for.
const MOST_WORDS: usize = 60;

/// Most events put in order.
const MOST_EVENTS: usize = 5;

/// The order of several events, or the time between two.
pub(super) fn sequence<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if reading.wants(Intent::HowLong) {
        return span(knowledge, reading);
    }
    if let Some(draft) = claimed_order(knowledge, reading) {
        return Some(draft);
    }
    let has_choice = reading.has_word(&["or", "order", "chronological", "chronologically", "sequence"]);
    // "What did both undo after the visit?" only says when.
    let compares = reading.is_yes_or_no()
        || reading.has_word(&["first", "earlier", "earliest", "sooner", "later", "latest", "last", "next"]);
    let asks_order =
        reading.wants(Intent::Order) && (has_choice || (compares && reading.partners(knowledge).len() > 1));
    if asks_order { order(knowledge, reading) } else { None }
}

/// "Did Sudan sign before Morocco's declaration?": two events in their order, and whether it is the one that is said.
fn claimed_order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let is_order = |at: &usize| matches!(reading.tokens[*at].folded.as_str(), "before" | "after");
    let mut orders = (1..reading.tokens.len().min(MOST_WORDS)).filter(is_order);
    let (at, None) = (orders.next()?, orders.next()) else { return None };
    // Whose embassy is meant, and where, only the whole question tells.
    let is_on_missions = reading.steps().iter().any(|step| matches!(step, Step::Embassy | Step::Ambassador));
    if !reading.is_yes_or_no() || reading.has_word(&["or"]) || is_on_missions {
        return None;
    }
    let left = reading.part(knowledge, 0..at);
    let right = reading.part(knowledge, at + 1..reading.tokens.len());
    // The second event must be named by itself: "before the war", "after that" name none.
    let claimed = |part: &Reading| {
        let found = event(knowledge, part, &[]).filter(|(fit, _)| *fit >= LEAST_CLAIMED && !entities(part).is_empty());
        found.map(|(_, fact)| fact)
    };
    let (other, one) = (claimed(&right)?, claimed(&left)?);
    let (one_day, other_day) = (one.date?.day()?, other.date?.day()?);
    if one_day == other_day {
        return None;
    }
    let is_so = (one_day < other_day) == (reading.tokens[at].folded == "before");
    let outcome = if is_so { Outcome::Answered } else { Outcome::Corrected };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.tell_all(&if one_day < other_day { [one, other] } else { [other, one] });
    if !is_so {
        draft.lead(NOT_SO);
    }
    Some(draft)
}

/// The time between two events.
fn span<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let (one, other) = two_events(knowledge, reading)?;
    let (from, to) = if one.date <= other.date { (one, other) } else { (other, one) };
    let (start, end) = (from.date.and_then(PartialDate::day)?, to.date.and_then(PartialDate::day)?);
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    let text =
        format!("{} passed between {} and {}.", between(start, end)?, PartialDate::from(start), PartialDate::from(end));
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
    for at in 1..reading.tokens.len().min(MOST_WORDS) {
        if !divides(reading, at) {
            continue;
        }
        let left = reading.part(knowledge, 0..at);
        let right = reading.part(knowledge, at + 1..reading.tokens.len());
        let (Some(one), Some(other)) = (event(knowledge, &left, &[]), event(knowledge, &right, &entities(&left)))
        else {
            continue;
        };
        if one.1.key == other.1.key || one.1.date == other.1.date {
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
        "and" => earlier(&["between", "lay", "separated", "separate", "separates", "gap", "interval", "apart"]),
        "to" | "until" => earlier(&["from", "took", "take", "between"]),
        _ => DIVIDERS.contains(&word),
    }
}

fn entities(reading: &Reading) -> Vec<Term> {
    reading.terms.iter().filter(|term| term.entity.is_some()).cloned().collect()
}

/// The event, dated to the day, that a part of a question names; a part without names takes over those of the part before.
fn event<'k>(knowledge: &'k Knowledge, part: &Reading, inherited: &[Term]) -> Option<(f32, &'k Fact)> {
    let mut part = part.clone();
    part.keep_cues(|cue| matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Property(Property::Vote)));
    if entities(&part).is_empty() || part.has_word(&["its", "it", "their", "that"]) {
        // What a part names itself it does not take over: "the vote on one treaty and its vote on the other".
        let kind = |term: &Term| term.entity.map(|it| knowledge.entity_at(it).kind);
        let new = inherited
            .iter()
            .filter(|term| !part.terms.iter().any(|own| own.entity.is_some() && kind(own) == kind(term)));
        part.terms.extend(new.cloned().collect::<Vec<_>>());
    }
    if let Some(fact) = typed_event(knowledge, &part) {
        return Some((1.0, fact));
    }
    let hits = rank(knowledge, &part);
    let is_dated = |hit: &Hit<'_>| hit.fact.date.and_then(PartialDate::day).is_some() && hit.missing.is_empty();
    let dated: Vec<_> = hits.into_iter().filter(is_dated).collect();
    let best = dated.first()?.score;
    // A few words ("the White House ceremony") fit many facts: the event that most sources report is meant.
    let near = dated.into_iter().take_while(|hit| best - hit.score < AS_GOOD);
    let dated =
        near.max_by_key(|hit| (hit.fact.kind == FactKind::Event, hit.fact.references.len(), Reverse(hit.fact.key)))?;
    (dated.score >= LEAST_FIT).then_some((dated.score, dated.fact))
}

/// The event of a part that names a step of a document, or of a country, and nothing else that tells.
fn typed_event<'k>(knowledge: &'k Knowledge, part: &Reading) -> Option<&'k Fact> {
    let votes = part.has(CueMeaning::Property(Property::Vote)).then_some(Step::Ratified);
    let named = part.steps().into_iter().find(|&step| step != Step::Relations).or(votes);
    let is_dated = |fact: &&Fact| fact.date.and_then(PartialDate::day).is_some();
    let of_kind = |kind: EntityKind| {
        let named = entity_keys(part).into_iter().filter(move |&it| knowledge.entity_at(it).kind == kind);
        named.filter(|&it| knowledge.entity_at(it).id != SUBJECT).collect::<Vec<_>>()
    };
    if let [document] = of_kind(EntityKind::Document)[..] {
        let step = named.unwrap_or(Step::Signed);
        let countries = of_kind(EntityKind::Country);
        let by_one = knowledge.stated_facts_on(document).find(|fact| {
            fact.action.as_ref().is_some_and(|action| {
                action.instrument == Some(document)
                    && action.step == step
                    && action.state == State::Done
                    && action.main
                    && countries.iter().any(|country| action.ladder == [*country])
            })
        });
        return by_one.or_else(|| step_of_document(knowledge, document, step)).filter(is_dated);
    }
    let step = named?;
    let countries: Vec<_> = of_kind(EntityKind::Country).into_iter().filter(|&key| !knowledge.is_side(key)).collect();
    let [country] = countries[..] else { return None };
    let is_plain = part.terms.iter().filter(|term| term.entity.is_none()).count() <= MOST_OTHER_WORDS;
    if step > Step::Signed || !is_plain {
        return None;
    }
    let mut rung = knowledge.rung(country, step).into_iter();
    rung.find(|fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done)).filter(is_dated)
}

fn entity_keys(reading: &Reading) -> Vec<EntityKey> {
    reading.terms.iter().filter_map(|term| term.entity).collect()
}

/// The order of the events that the question lists, or of the same step of several countries.
fn order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let mut facts = by_steps(knowledge, reading)
        .or_else(|| by_alternatives(knowledge, reading))
        .unwrap_or_else(|| listed(knowledge, reading));
    if facts.len() < 2 {
        return None;
    }
    facts.truncate(MOST_EVENTS);
    facts.sort_by_key(|fact| (fact.date, fact.id.as_str()));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    for fact in facts {
        draft.tell(fact);
    }
    Some(draft)
}

/// The step that the question names, of each country that it names.
fn by_steps<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Vec<&'k Fact>> {
    let steps = reading.steps();
    if reading.tokens.iter().filter(|token| matches!(token.folded.as_str(), "and" | "or" | "s")).count() > 1 {
        return None;
    }
    let step = *steps.iter().find(|&&step| step != Step::Relations).or(steps.first())?;
    let wanted = if step == Step::Joined { vec![Step::Signed, Step::Announced] } else { vec![step] };
    let (sender, _) = reading.sender_and_host(knowledge);
    let mut facts = Vec::new();
    for country in reading.countries(knowledge).into_iter().filter(|&country| Some(country) != sender) {
        let done = wanted.iter().find_map(|&step| {
            let rung = knowledge.rung(country, step);
            rung.into_iter().find(|fact| {
                fact.action.as_ref().is_some_and(|action| {
                    action.state == State::Done && sender.is_none_or(|sender| action.by.contains(&sender))
                })
            })
        });
        if let Some(fact) = done.filter(|fact| !facts.iter().any(|known: &&Fact| known.key == fact.key)) {
            facts.push(fact);
        }
    }
    (facts.len() > 1).then_some(facts)
}

/// The event that the question names with each of the countries or documents between which it asks to choose.
fn by_alternatives<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Vec<&'k Fact>> {
    let is_choice = |key: &EntityKey| {
        let entity = knowledge.entity_at(*key);
        matches!(entity.kind, EntityKind::Country | EntityKind::Document)
            && !knowledge.is_side(*key)
            && !knowledge.is_subject(*key)
    };
    let choices: Vec<EntityKey> = entity_keys(reading).into_iter().filter(is_choice).collect();
    if choices.len() < 2 || !reading.has_word(&["or"]) {
        return None;
    }
    let mut facts: Vec<&Fact> = Vec::new();
    for choice in &choices {
        let mut part = reading.clone();
        part.terms.retain(|term| term.entity.is_none_or(|it| it == *choice || !choices.contains(&it)));
        let (_, fact) = event(knowledge, &part, &[])?;
        if !facts.iter().any(|known| known.key == fact.key) {
            facts.push(fact);
        }
    }
    (facts.len() > 1).then_some(facts)
}

/// The events between the commas and "and"s of a list.
fn listed<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<&'k Fact> {
    let mut facts: Vec<&Fact> = Vec::new();
    let mut before: Vec<Term> = Vec::new();
    for part in reading.list_items(knowledge).into_iter().filter(|part| part.says_enough() || part.has_word(&["its"])) {
        let found = event(knowledge, &part, &before);
        if !entities(&part).is_empty() {
            before = entities(&part);
        }
        if let Some((_, fact)) = found
            && !facts.iter().any(|known| known.key == fact.key)
        {
            facts.push(fact);
        }
    }
    facts
}

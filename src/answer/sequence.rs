//! Which of several events came first, in what order they came, and how long lay between two.

use std::cmp::Reverse;

use jiff::Unit;
use jiff::civil::Date;

use super::documents::step_of_document;
use super::draft::Draft;
use super::members::join;
use super::overview::the_signing;
use super::phrases::NOT_SO;
use super::rank::{Hit, rank};
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, SUBJECT};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Intent, Property, State, Step};
use crate::question::{Reading, Term, read};

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

/// Telling words that a part without a name must have.
const LEAST_WORDS: usize = 2;

/// Words within which the two events of a question are looked for.
const MOST_WORDS: usize = 60;

/// Most events put in order.
const MOST_EVENTS: usize = 5;

/// The order of several events, or the time between two.
pub(super) fn sequence<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if reading.wants(Intent::HowLong) {
        return span(knowledge, reading);
    }
    let has_choice =
        reading.has_word(&["or", "order", "chronological", "chronologically", "sequence", "arrange", "sort"]);
    // "What did both undo after the visit?" only says when.
    let compares = reading.is_yes_or_no()
        || reading.has_word(&["first", "earlier", "earliest", "sooner", "later", "latest", "last", "next"]);
    let asks_order =
        reading.wants(Intent::Order) && (has_choice || (compares && reading.partners(knowledge).len() > 1));
    if asks_order { order(knowledge, reading) } else { None }
}

/// Which of two events was before the other: "before or after" is asked, or one order is claimed.
pub(super) fn which_was_before<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    open_order(knowledge, reading).or_else(|| claimed_order(knowledge, reading))
}

/// The events that a list names, in their order; none if one of them is not clear, because an order with a gap misleads.
pub(super) fn in_order<'k>(knowledge: &'k Knowledge, items: &[&str]) -> Option<Draft<'k>> {
    let found = items.iter().map(|item| event(knowledge, &read(knowledge, item), &[]).map(|(_, fact)| fact));
    let mut facts: Vec<&Fact> = found.collect::<Option<_>>()?;
    facts.sort_by_key(|fact| (fact.date, fact.id.as_str()));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&facts);
    (facts.len() > 1).then_some(draft)
}

/// "Did the removal precede or follow the signature?": two events in their order.
fn open_order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    const EARLIER: [&str; 3] = ["before", "precede", "earlier"];
    const LATER: [&str; 3] = ["after", "follow", "later"];
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let is_choice = |&at: &usize| {
        let (one, other) = (word(at), word(at + 2));
        word(at + 1) == "or"
            && ((EARLIER.contains(&one) && LATER.contains(&other)) || (LATER.contains(&one) && EARLIER.contains(&other)))
    };
    let at = (1..reading.tokens.len().saturating_sub(2).min(MOST_WORDS)).find(is_choice)?;
    let (one, other) = sides(knowledge, reading, at, at + 3)?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&if one.date < other.date { [one, other] } else { [other, one] });
    Some(draft)
}

/// The two events, of different days, that the words up to `end` and from `start` on name. The second must be named by itself:
/// "before the war" and "after that" name none.
fn sides<'k>(knowledge: &'k Knowledge, reading: &Reading, end: usize, start: usize) -> Option<(&'k Fact, &'k Fact)> {
    let left = reading.part(knowledge, 0..end);
    let mut right = reading.part(knowledge, start..reading.tokens.len());
    if entities(&right).is_empty() {
        return None;
    }
    // "Did Sudan sign before Morocco?": both did the same.
    if right.steps().is_empty() && right.terms.iter().all(|term| term.entity.is_some()) {
        right.cues.extend(left.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Step(_))).cloned());
    }
    let clear = |part: &Reading, inherited: &[Term]| {
        event(knowledge, part, inherited).filter(|(fit, _)| *fit >= LEAST_CLAIMED).map(|(_, fact)| fact)
    };
    let (one, other) = (clear(&left, of_the_other(&left, &right))?, clear(&right, &left.terms)?);
    let days = (one.date?.day()?, other.date?.day()?);
    (days.0 != days.1).then_some((one, other))
}

/// "Did Sudan sign before Morocco's declaration?": two events in their order, and whether it is the one that is said.
fn claimed_order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let is_order = |at: &usize| matches!(reading.tokens[*at].folded.as_str(), "before" | "after" | "precede" | "follow");
    let mut orders = (1..reading.tokens.len().min(MOST_WORDS)).filter(is_order);
    let (at, None) = (orders.next()?, orders.next()) else { return None };
    // Whose embassy is meant, and where, only the whole question tells.
    let is_on_missions = reading.steps().iter().any(|step| matches!(step, Step::Embassy | Step::Ambassador));
    if !reading.is_yes_or_no() || reading.has_word(&["or"]) || is_on_missions {
        return None;
    }
    let (one, other) = sides(knowledge, reading, at, at + 1)?;
    let is_so = (one.date < other.date) == matches!(reading.tokens[at].folded.as_str(), "before" | "precede");
    let outcome = if is_so { Outcome::Answered } else { Outcome::Corrected };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.tell_all(&if one.date < other.date { [one, other] } else { [other, one] });
    if !is_so {
        draft.lead(NOT_SO);
    }
    Some(draft)
}

/// The time between two events, where the question says that it is of two: "how many days before the signing", "from the
/// opening to the closing".
pub(super) fn time_between<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let follows = |words: [&str; 2]| {
        let first = reading.tokens.iter().position(|token| token.folded == words[0]);
        first.is_some_and(|first| reading.tokens[first..].iter().any(|token| token.folded == words[1]))
    };
    let counts = reading.tokens.windows(2).any(|pair| {
        let is_unit = matches!(pair[0].folded.as_str(), "days" | "weeks" | "months" | "years" | "long" | "time" | "soon");
        is_unit && matches!(pair[1].folded.as_str(), "after" | "before")
    });
    let is_of_two = follows(["between", "and"]) || follows(["from", "to"]) || counts;
    (is_of_two && reading.wants(Intent::HowLong)).then(|| span(knowledge, reading)).flatten()
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
        let (Some(one), Some(other)) = (event(knowledge, &left, of_the_other(&left, &right)), event(knowledge, &right, &left.terms))
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

/// What a first part without a name has from the second: "after the signing, when did the Knesset approve the treaty?".
fn of_the_other<'r>(part: &Reading, other: &'r Reading) -> &'r [Term] {
    let names_an_event = !part.steps().is_empty() || part.telling_words() > 0;
    if entities(part).is_empty() && names_an_event { &other.terms } else { &[] }
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
    part.cues.retain(|cue| matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Property(Property::Vote)));
    // "The signing of the agreement" is of the one that the part before names.
    let is_of_the_same = entities(&part).is_empty()
        && part.has_word(&["agreement", "treaty", "deal", "accord", "pact", "memorandum", "convention"]);
    if is_of_the_same {
        part.terms.extend(inherited.iter().filter(|term| term.entity.is_none()).cloned());
    }
    if entities(&part).is_empty() || part.has_word(&["its", "it", "their", "that", "he", "she", "his", "her"]) {
        // What a part names itself it does not take over: "the vote on one treaty and its vote on the other".
        let kind = |term: &Term| term.entity.map(|it| knowledge.entity_at(it).kind);
        let new = inherited
            .iter()
            .filter(|term| term.entity.is_some())
            .filter(|term| !part.terms.iter().any(|own| own.entity.is_some() && kind(own) == kind(term)));
        part.terms.extend(new.cloned().collect::<Vec<_>>());
    }
    if let Some(fact) = typed_event(knowledge, &part) {
        return Some((1.0, fact));
    }
    // "The signing" alone is of too many things, and "the next treaty" of one that only the other part tells.
    let is_relative = part.has_word(&["next", "previous", "preceding", "following"]);
    if is_relative {
        return None;
    }
    if entities(&part).is_empty() && part.telling_words() < LEAST_WORDS {
        return None;
    }
    let hits = rank(knowledge, &part);
    let is_undone = |hit: &Hit<'_>| hit.fact.action.as_ref().is_some_and(|action| action.state == State::NotDone);
    let is_dated = |hit: &Hit<'_>| {
        hit.fact.date.and_then(PartialDate::day).is_some() && hit.missing.is_empty() && !is_undone(hit)
    };
    let dated: Vec<_> = hits.into_iter().filter(is_dated).collect();
    let best = dated.first()?.score;
    // A few words ("the White House ceremony") fit many facts: the event that most sources report is meant.
    let near = dated.into_iter().take_while(|hit| best - hit.score < AS_GOOD);
    let dated = near.max_by_key(|hit| {
        // Of several visits the first is meant.
        let visited = if hit.fact.property == Some(Property::Visit) { hit.fact.date } else { None };
        let is_event = hit.fact.kind == FactKind::Event;
        (is_event, visited.map(Reverse), hit.fact.references.len(), Reverse(hit.fact.key))
    })?;
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
        let by_one = knowledge.stated_facts().find(|fact| {
            fact.action.as_ref().is_some_and(|action| {
                action.instrument == Some(document)
                    && action.step == step
                    && action.state == State::Done
                    && action.main
                    && countries.iter().any(|country| action.ladder == [*country])
            })
        });
        return by_one
            .or_else(|| step_of_document(knowledge, document, step))
            .or_else(|| announced(knowledge, document).filter(|_| step == Step::Announced))
            .filter(is_dated);
    }
    if names_the_signing(knowledge, part, named) {
        return the_signing(knowledge);
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

/// Whether a part names the signing of the accords: "the Abraham Accords", "the White House ceremony".
fn names_the_signing(knowledge: &Knowledge, part: &Reading, step: Option<Step>) -> bool {
    let is_general = |term: &Term| {
        term.entity.is_some_and(|it| knowledge.is_subject(it) || knowledge.entity_at(it).id == "white-house")
    };
    let is_plain = || part.terms.iter().all(|term| is_general(term) || (term.entity.is_none() && step == Some(Step::Signed)));
    let is_ceremony = part.has_word(&["ceremony"]) && part.terms.len() <= MOST_OTHER_WORDS;
    let names_accords = part.names_subject(knowledge);
    part.terms.iter().any(is_general) && step.is_none_or(|step| step == Step::Signed) && ((names_accords && is_plain()) || is_ceremony)
}

/// The announcement of the country that signed a document.
fn announced(knowledge: &Knowledge, document: EntityKey) -> Option<&Fact> {
    let signed = step_of_document(knowledge, document, Step::Signed)?;
    let [country] = signed.action.as_ref()?.ladder[..] else { return None };
    let is_done = |fact: &&Fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done);
    knowledge.rung(country, Step::Announced).into_iter().find(is_done)
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

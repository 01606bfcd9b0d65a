//! Which of several events came first, and in what order they came.

use super::draft::Draft;
use super::event::{entities, entity_keys, event, of_the_other};
use super::phrases::NOT_SO;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step};
use crate::question::{Reading, Term, read};
use crate::text::tokens::Token;

/// How well an event must fit, of 1, for a verdict on which of two came first.
const LEAST_CLAIMED: f32 = 0.75;

/// The same for one of a list, which says itself that all of them were.
const LEAST_LISTED_FIT: f32 = 0.65;

/// Words within which the two events of a question are looked for.
const MOST_WORDS: usize = 60;

/// Parts from which a list is one of events.
const LEAST_LISTED: usize = 2;

/// Most events put in order.
const MOST_EVENTS: usize = 5;

/// The order of several events.
pub(super) fn sequence<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if reading.wants(Intent::HowLong) {
        return None;
    }
    let has_choice =
        reading.has_word(&["or", "order", "chronological", "chronologically", "sequence", "arrange", "sort"]);
    // "What did both undo after the visit?" only says when.
    let compares = reading.is_yes_or_no()
        || reading.has_word(&["first", "earlier", "earliest", "sooner", "later", "latest", "last", "next"]);
    let names_rivals = || {
        reading.partners(knowledge).len() > 1
            && !acts_on_one(knowledge, reading)
            && !asks_who_followed(knowledge, reading)
    };
    let asks_order = reading.wants(Intent::Order) && (has_choice || (compares && names_rivals()));
    if asks_order { order(knowledge, reading) } else { None }
}

/// Whether one country does something to the other: "Was the UAE the first state to recognise Somaliland?" compares no two.
fn acts_on_one(knowledge: &Knowledge, reading: &Reading) -> bool {
    let partners = reading.partners(knowledge);
    let is_partner = |at: usize| {
        let name = reading.mentions.iter().find(|name| name.first == at);
        name.is_some_and(|name| name.entities.iter().any(|it| partners.contains(it)))
    };
    let mut acts = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Directed);
    acts.any(|cue| is_partner(cue.first + cue.count))
}

/// Whether all that is named came before what is asked for: "After Egypt and Jordan, which Gulf state was next?".
fn asks_who_followed(knowledge: &Knowledge, reading: &Reading) -> bool {
    let partners = reading.partners(knowledge);
    let Some(after) = reading.tokens.iter().position(|token| token.folded == "after") else { return false };
    let end = (after + 1..reading.tokens.len())
        .find(|&at| !reading.is_in_name(at) && !matches!(reading.tokens[at].folded.as_str(), "and" | "the"));
    let range = after + 1..end.unwrap_or(reading.tokens.len());
    let is_before = |&key: &EntityKey| {
        let mut names = reading.mentions.iter().filter(|name| name.entities.contains(&key));
        names.all(|name| range.contains(&name.first))
    };
    reading.has_word(&["which", "who", "what"]) && partners.iter().all(is_before)
}

/// Which of two events was before the other: "before or after" is asked, or one order is claimed.
pub(super) fn which_was_before<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    open_order(knowledge, reading).or_else(|| claimed_order(knowledge, reading))
}

/// The events that a list names, in their order; none if one of them is not clear, because an order with a gap misleads, or is
/// only the name of a country. An item that names no country is on what the stem is about ("these Sudanese milestones").
pub(super) fn in_order<'k>(knowledge: &'k Knowledge, stem: &str, items: &[&str]) -> Option<Draft<'k>> {
    let stem = entities(&read(knowledge, stem));
    let mut before = stem.clone();
    let mut facts: Vec<&Fact> = Vec::new();
    for item in items {
        let mut part = read(knowledge, item);
        let named = entities(&part);
        let is_country =
            |term: &Term| term.entity.is_some_and(|it| knowledge.entity_at(it).kind == EntityKind::Country);
        if part.steps().is_empty() && part.telling_words() == 0 && named.iter().all(is_country) {
            return None;
        }
        if part.partners(knowledge).is_empty() && !part.has_word(&["its", "their"]) {
            part.terms.extend(stem.iter().cloned());
        }
        facts.push(event(knowledge, &part, &before).filter(|(fit, _)| *fit >= LEAST_LISTED_FIT)?.1);
        if !named.is_empty() {
            before = named;
        }
    }
    facts.sort_by_key(|fact| (fact.date, fact.id.as_str()));
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&facts);
    (facts.len() > 1 && is_clear(&facts)).then_some(draft)
}

/// Whether it is known which of the events was before which: none is of some day of the month in which another was.
fn is_clear(sorted: &[&Fact]) -> bool {
    let dates: Vec<PartialDate> = sorted.iter().filter_map(|fact| fact.date).collect();
    dates.windows(2).all(|pair| pair[0] == pair[1] || !pair[0].overlaps(pair[1]))
}

/// "Did the removal precede or follow the signature?": two events in their order.
fn open_order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    const EARLIER: [&str; 3] = ["before", "precede", "earlier"];
    const LATER: [&str; 3] = ["after", "follow", "later"];
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let is_choice = |&at: &usize| {
        let (one, other) = (word(at), word(at + 2));
        word(at + 1) == "or"
            && ((EARLIER.contains(&one) && LATER.contains(&other))
                || (LATER.contains(&one) && EARLIER.contains(&other)))
    };
    let at = (1..reading.tokens.len().saturating_sub(2).min(MOST_WORDS)).find(is_choice)?;
    // "Before or after it broke off relations": the first part says who.
    let points = |right: &Reading| right.has_word(&["it", "they"]) && right.steps()[..] == [Step::Relations];
    let (one, other) = sides(knowledge, reading, at, at + 3, |right| !entities(right).is_empty() || points(right))?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&if one.date < other.date { [one, other] } else { [other, one] });
    Some(draft)
}

/// The two events, of different days, that the words up to `end` and from `start` on name; none where the second says too little.
fn sides<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    end: usize,
    start: usize,
    says_enough: impl Fn(&Reading) -> bool,
) -> Option<(&'k Fact, &'k Fact)> {
    let left = reading.part(knowledge, 0..end);
    let mut right = reading.part(knowledge, start..reading.tokens.len());
    if !says_enough(&right) {
        return None;
    }
    right.take_over_step(&left);
    let clear = |part: &Reading, inherited: &[Term]| {
        event(knowledge, part, inherited).filter(|(fit, _)| *fit >= LEAST_CLAIMED).map(|(_, fact)| fact)
    };
    let (one, other) = (clear(&left, of_the_other(&left, &right))?, clear(&right, &left.terms)?);
    let days = (one.date?.day()?, other.date?.day()?);
    let has_been = |fact: &Fact| !fact.says_not_joined();
    (days.0 != days.1 && has_been(one) && has_been(other)).then_some((one, other))
}

/// "Did Sudan sign before Morocco's declaration?": two events in their order, and whether it is the one that is said.
fn claimed_order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let is_order =
        |at: &usize| matches!(reading.tokens[*at].folded.as_str(), "before" | "after" | "precede" | "follow");
    let mut orders = (1..reading.tokens.len().min(MOST_WORDS)).filter(is_order);
    let (at, None) = (orders.next()?, orders.next()) else { return None };
    // Whose embassy is meant, and where, only the whole question tells.
    let is_on_missions = reading.steps().iter().any(|step| matches!(step, Step::Embassy | Step::Ambassador));
    if !reading.is_yes_or_no() || reading.has_word(&["or", "no", "none", "nobody"]) || is_on_missions {
        return None;
    }
    // The second must be named by itself: "before the war" and "after that" name none.
    let (one, other) = sides(knowledge, reading, at, at + 1, |right| !entities(right).is_empty())?;
    let is_so = (one.date < other.date) == matches!(reading.tokens[at].folded.as_str(), "before" | "precede");
    let outcome = if is_so { Outcome::Answered } else { Outcome::Corrected };
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.tell_all(&if one.date < other.date { [one, other] } else { [other, one] });
    if !is_so {
        draft.lead(NOT_SO);
    }
    Some(draft)
}

/// The order of the events that the question lists, or of the same step of several countries.
fn order<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let mut facts = listed_wholly(knowledge, reading)
        .or_else(|| by_steps(knowledge, reading))
        .or_else(|| by_alternatives(knowledge, reading))
        .unwrap_or_else(|| listed_and_spoken_of(knowledge, reading));
    if facts.len() < 2 {
        return None;
    }
    facts.truncate(MOST_EVENTS);
    facts.sort_by_key(|fact| (fact.date, fact.id.as_str()));
    if !is_clear(&facts) {
        return None;
    }
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

/// The events of a list of which each part says itself what happened: "X opens its embassy, Y signs, Z is recognised".
fn listed_wholly<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Vec<&'k Fact>> {
    let parts = list_parts(knowledge, reading);
    let names_text = |part: &Reading| {
        let texts = part.named(knowledge, EntityKind::Document);
        texts.into_iter().any(|it| !knowledge.is_subject(it))
    };
    let tells = |part: &Reading| {
        let says_what = !part.steps().is_empty() || part.telling_words() > 0 || names_text(part);
        !entities(part).is_empty() && says_what
    };
    let named = parts.iter().filter(|part| !entities(part).is_empty()).count();
    if named < LEAST_LISTED || parts.iter().filter(|part| tells(part)).count() < named {
        return None;
    }
    let facts = listed(knowledge, reading);
    (facts.len() == named).then_some(facts)
}

/// The events of a list, where all that is found speaks of what the question says besides names, or is on what is named: the name
/// of a country alone may stand for any event.
fn listed_and_spoken_of<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<&'k Fact> {
    let words = || reading.terms.iter().filter(|term| term.entity.is_none()).filter_map(|term| term.feature);
    let is_spoken_of = |fact: &&Fact| {
        let profile = knowledge.index().profile_of(fact.key);
        let names = entity_keys(reading).into_iter().filter(|it| fact.about.contains(it));
        let is_named = names.into_iter().any(|it| knowledge.entity_at(it).kind != EntityKind::Country);
        let is_of_step = profile.traits.step.is_some_and(|step| reading.steps().contains(&step));
        is_named || is_of_step || words().any(|word| profile.has(word))
    };
    let facts = listed(knowledge, reading);
    if facts.iter().all(is_spoken_of) { facts } else { Vec::new() }
}

/// The parts of a list that say enough to name an event. "The Emirati one" is of what the part before it is.
fn list_parts(knowledge: &Knowledge, reading: &Reading) -> Vec<Reading> {
    let mut parts: Vec<Reading> = Vec::new();
    for part in reading.list_items(knowledge) {
        let step = |reading: &Reading| {
            let cue = reading.cues.iter().rfind(|cue| matches!(cue.means, CueMeaning::Step(_)))?;
            Some(reading.tokens[cue.first].raw.clone())
        };
        let stands_for = parts.last().and_then(step).filter(|_| part.has_word(&["one"]) && part.steps().is_empty());
        let part = stands_for.map_or(part.clone(), |step| {
            let word = |token: &Token| if token.folded == "one" { step.clone() } else { token.raw.clone() };
            read(knowledge, &part.tokens.iter().map(word).collect::<Vec<_>>().join(" "))
        });
        if part.says_enough() || part.names_subject(knowledge) || part.has_word(&["its"]) {
            parts.push(part);
        }
    }
    parts
}

/// The events between the commas and "and"s of a list.
pub(super) fn listed<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<&'k Fact> {
    let mut facts: Vec<&Fact> = Vec::new();
    let mut before: Vec<Term> = Vec::new();
    for part in list_parts(knowledge, reading) {
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

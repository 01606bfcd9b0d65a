//! Lists of countries by how they stand to the accords: signed, the Declaration only, announced, outside.

use jiff::civil::Date;

use super::draft::Draft;
use crate::knowledge::date::PartialDate;
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{State, Step};

/// Tells which of these countries have signed, signed the Declaration only or announced that they will join, by a day or now.
pub(super) fn tell_members<'k>(
    knowledge: &'k Knowledge,
    draft: &mut Draft<'k>,
    on: Option<Date>,
    countries: impl IntoIterator<Item = EntityKey>,
) {
    let (mut signed, mut only_signed, mut announced) = (Vec::new(), Vec::new(), Vec::new());
    for country in countries {
        if let Some(fact) = first(knowledge, country, Step::Signed, on) {
            if on.is_none() && knowledge.membership(country) == Membership::SignedOnly {
                only_signed.push((country, fact));
            } else {
                signed.push((country, fact));
            }
        } else if let Some(fact) = first(knowledge, country, Step::Announced, on) {
            announced.push((country, fact));
        }
    }
    let opening = on.map_or_else(String::new, |day| format!("By {}, ", PartialDate::from(day)));
    let has = |many: bool| match (on, many) {
        (Some(_), _) => "had",
        (None, true) => "have",
        (None, false) => "has",
    };
    add(knowledge, draft, &signed, |names, many| {
        let verb = has(many);
        sentence(&opening, &format!("{names} {verb} signed"))
    });
    add(knowledge, draft, &only_signed, |names, many| {
        format!("{} {} signed the Declaration only; no bilateral agreement has followed.", capital(names), has(many))
    });
    add(knowledge, draft, &announced, |names, many| {
        let (verb, pronoun) = (has(many), if many { "their" } else { "its" });
        let absent = if on.is_some() { String::new() } else { "; no source here reports a signature".to_owned() };
        format!("{} {verb} announced {pronoun} intention to join{absent}.", capital(names))
    });
}

/// Tells of which of these countries sources say that they have not joined.
pub(super) fn tell_outsiders<'k>(
    knowledge: &'k Knowledge,
    draft: &mut Draft<'k>,
    countries: impl IntoIterator<Item = EntityKey>,
) {
    let outside = countries
        .into_iter()
        .filter(|&country| knowledge.membership(country) == Membership::Outside)
        .filter_map(|country| {
            let fact = *knowledge.rung(country, Step::Joined).first()?;
            Some((knowledge.entity_at(country).in_sentence(), fact))
        });
    let (names, facts): (Vec<String>, Vec<&Fact>) = outside.unzip();
    if names.is_empty() {
        return;
    }
    let verb = if names.len() > 1 { "have" } else { "has" };
    draft.say(
        format!("{} {verb} not joined the Abraham Accords, as far as sources here report.", capital(&join(&names))),
        facts,
    );
}

/// The fact that best states that the country took the step, by the day asked about.
fn first(knowledge: &Knowledge, country: EntityKey, step: Step, on: Option<Date>) -> Option<&Fact> {
    knowledge.rung(country, step).into_iter().find(|fact| {
        let is_done =
            fact.action.as_ref().is_some_and(|action| action.state == State::Done && action.by.contains(&country));
        let in_time = on.is_none_or(|day| fact.date.is_some_and(|date| date.first() <= day));
        is_done && in_time
    })
}

fn add<'k>(
    knowledge: &'k Knowledge,
    draft: &mut Draft<'k>,
    list: &[(EntityKey, &'k Fact)],
    say: impl Fn(&str, bool) -> String,
) {
    if list.is_empty() {
        return;
    }
    let names: Vec<String> = list
        .iter()
        .map(|(country, fact)| {
            let name = knowledge.entity_at(*country).in_sentence();
            fact.date.map_or(name.clone(), |date| format!("{name} ({date})"))
        })
        .collect();
    draft.say(say(&join(&names), list.len() > 1), list.iter().map(|(_, fact)| *fact).collect());
}

fn sentence(opening: &str, rest: &str) -> String {
    if opening.is_empty() { format!("{}.", capital(rest)) } else { format!("{opening}{rest}.") }
}

/// The text with a capital first.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// `A`, `A and B`, `A, B and C`.
pub(super) fn join(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} and {last}", all.join(", ")),
    }
}

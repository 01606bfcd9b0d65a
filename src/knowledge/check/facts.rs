//! Checks on what makes a fact: its sources, its speaker, its rank among others.

use std::collections::{HashMap, HashSet};

use super::{Findings, at, parse_date};
use crate::knowledge::date::PartialDate;
use crate::knowledge::names::run_together;
use crate::knowledge::schema::Source;

pub(super) fn reference(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        if fact.reference.is_empty() {
            let message = format!("the fact `{}` has no source", fact.id.get_ref());
            findings.add(
                "fact-reference",
                parsed,
                at(&fact.id),
                message,
                "add [[fact.reference]] with source and snippet",
            );
        }
        for reference in fact.reference.iter().filter(|reference| reference.snippet.get_ref().trim().is_empty()) {
            let message = "the reference has no snippet".to_owned();
            findings.add("fact-reference", parsed, at(&reference.snippet), message, "say what the source says");
        }
    }
}

pub(super) fn position_speaker(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts().filter(|(_, fact)| fact.kind.get_ref() == "position") {
        for (missing, key) in [(fact.speaker.is_none(), "speaker"), (fact.date.is_none(), "date")] {
            if missing {
                let message = format!("the position `{}` has no {key}", fact.id.get_ref());
                findings.add("position-speaker", parsed, at(&fact.id), message, &format!("add `{key}`"));
            }
        }
    }
}

pub(super) fn disagreement_rank(findings: &mut Findings<'_>) {
    for (parsed, it) in findings.each(|file| &file.disagreement) {
        let ranked = |rank: &str| it.values.iter().filter(|value| value.rank.get_ref() == rank).count();
        let mut add = |message: &str, mend: &str| {
            findings.add("disagreement-rank", parsed, at(&it.id), format!("`{}` {message}", it.id.get_ref()), mend);
        };
        if it.values.len() < 2 {
            add("has fewer than two values", "list every value that a source gives");
        }
        if ranked("preferred") == 0 && ranked("deprecated") > 0 {
            add(
                "has a deprecated value and no preferred one",
                "rank one `preferred`, or all `normal` to show them side by side",
            );
        }
        if it.reason.as_ref().is_none_or(|reason| reason.get_ref().trim().is_empty()) {
            add("has no reason", "say in one neutral sentence why one is preferred, or why all are shown");
        }
    }
}

pub(super) fn claim_disputed(findings: &mut Findings<'_>) {
    let deprecated: HashSet<&str> = findings
        .each(|file| &file.disagreement)
        .flat_map(|(_, it)| &it.values)
        .filter(|value| value.rank.get_ref() != "preferred")
        .map(|value| value.fact.get_ref().as_str())
        .collect();
    for (parsed, fact) in findings.facts().filter(|(_, fact)| fact.kind.get_ref() == "claim") {
        if !deprecated.contains(fact.id.get_ref().as_str()) {
            let message = format!("the claim `{}` stands in no disagreement", fact.id.get_ref());
            findings.add(
                "claim-disputed",
                parsed,
                at(&fact.id),
                message,
                "add a [[disagreement]] with the value that the record supports",
            );
        }
    }
}

pub(super) fn one_main_rung(findings: &mut Findings<'_>) {
    let mut seen: HashMap<(&str, &str, Vec<&str>, &str), &str> = HashMap::new();
    for (parsed, fact) in findings.facts() {
        let Some(action) = fact.action.as_ref().filter(|action| action.main) else { continue };
        let mut by: Vec<_> = action.by.iter().map(|id| id.get_ref().as_str()).collect();
        by.sort_unstable();
        let instrument = action.instrument.as_ref().map_or("", |id| id.get_ref());
        for country in &action.ladder {
            let rung = (country.get_ref().as_str(), action.step.get_ref().as_str(), by.clone(), instrument);
            if let Some(first) = seen.insert(rung, fact.id.get_ref()) {
                let message = format!(
                    "`{first}` is already the main fact of `{}` for {}",
                    action.step.get_ref(),
                    country.get_ref()
                );
                findings.add(
                    "one-main-rung",
                    parsed,
                    at(&fact.id),
                    message,
                    "leave `main` on the one that states it best",
                );
            }
        }
    }
}

pub(super) fn asks(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        let mut seen = HashSet::new();
        for ask in &fact.asks {
            let key = run_together(ask.get_ref());
            if key.is_empty() || !seen.insert(key) {
                let message = format!("`{}` is empty or asked twice", ask.get_ref());
                findings.add("asks", parsed, at(ask), message, "leave it out");
            }
        }
        if fact.asks.is_empty() && fact.kind.get_ref() != "claim" {
            let message = format!("no question leads to `{}`", fact.id.get_ref());
            findings.add("asks", parsed, at(&fact.id), message, "add `asks` in the words that people use");
        }
    }
}

pub(super) fn duplicate_ask(findings: &mut Findings<'_>) {
    let disputes: HashSet<(&str, &str)> = findings
        .each(|file| &file.disagreement)
        .flat_map(|(_, it)| {
            it.values.iter().map(move |value| (value.fact.get_ref().as_str(), it.id.get_ref().as_str()))
        })
        .collect();
    // Either of two values leads to both, so that they may share a question.
    let are_of_one = |one: &str, other: &str| {
        disputes.iter().any(|&(fact, dispute)| fact == one && disputes.contains(&(other, dispute)))
    };
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (parsed, fact) in findings.facts() {
        for ask in &fact.asks {
            let id = fact.id.get_ref();
            let first = *seen.entry(run_together(ask.get_ref())).or_insert(id);
            if first != id && !are_of_one(first, id) {
                let message = format!("`{}` leads to `{first}` already", ask.get_ref());
                let mend = "leave it on the fact that answers it best, or word it so that the two can be told apart";
                findings.add("duplicate-ask", parsed, at(ask), message, mend);
            }
        }
    }
}

pub(super) fn anniversary(findings: &mut Findings<'_>) {
    let sources: HashMap<&str, &Source> =
        findings.each(|file| &file.source).map(|(_, source)| (source.id.get_ref().as_str(), source)).collect();
    for (parsed, fact) in findings.facts() {
        let Some(anniversary) = &fact.anniversary else { continue };
        let mut add = |message: &str, mend: &str| {
            findings.add("anniversary", parsed, at(anniversary), format!("`{}` {message}", fact.id.get_ref()), mend);
        };
        if fact.date.as_ref().and_then(parse_date).and_then(PartialDate::day).is_none() {
            add("has no day of the year to be remembered on", "give `date` to the day, or leave `anniversary` out");
        }
        let cited = fact.reference.iter().map(|it| sources.get(it.source.get_ref().as_str()).copied());
        // Without all sources there is nothing to judge; another check says which are missing.
        let cited: Option<Vec<&Source>> = cited.collect();
        if anniversary.get_ref() == "unprompted" && cited.is_some_and(|cited| !is_fit_to_volunteer(&cited)) {
            add(
                "rests on one publisher below tier 2, too little for a post that nobody asked for",
                "write `on-request`, or add a reference to a better source or a second publisher",
            );
        }
    }
}

/// Whether one of the sources is of tier 1 or 2, or they are of two publishers.
fn is_fit_to_volunteer(sources: &[&Source]) -> bool {
    let publishers: HashSet<&String> = sources.iter().map(|source| source.publisher.get_ref()).collect();
    publishers.len() > 1 || sources.iter().any(|source| *source.tier.get_ref() <= 2)
}

pub(super) fn one_dispute(findings: &mut Findings<'_>) {
    let mut seen: HashMap<String, &str> = HashMap::new();
    for (parsed, it) in findings.each(|file| &file.disagreement) {
        if let Some(first) = seen.insert(run_together(it.property.get_ref()), it.id.get_ref()) {
            let message = format!("`{first}` is on this property already");
            findings.add(
                "one-dispute",
                parsed,
                at(&it.property),
                message,
                "list all values of a property in one place",
            );
        }
        let mut values = HashSet::new();
        for value in &it.values {
            if !values.insert((value.fact.get_ref(), run_together(value.value.get_ref()))) {
                let message = format!("`{}` gives this value already", value.fact.get_ref());
                findings.add("one-dispute", parsed, at(&value.value), message, "leave it out");
            }
        }
    }
}

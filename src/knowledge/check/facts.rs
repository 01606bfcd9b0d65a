//! Checks on what makes a fact: its sources, its speaker, its rank among others.

use std::collections::{HashMap, HashSet};

use super::{Findings, at};
use crate::knowledge::names::run_together;

/// The longest exact words that are quoted from one source, in characters.
const LONGEST_QUOTATION: usize = 300;

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

pub(super) fn verbatim_length(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        for reference in fact.reference.iter().filter(|reference| reference.verbatim) {
            let length = reference.snippet.get_ref().chars().count();
            if length > LONGEST_QUOTATION {
                let message = format!("{length} characters of exact words");
                let mend = format!("quote {LONGEST_QUOTATION} at most");
                findings.add("verbatim-length", parsed, at(&reference.snippet), message, &mend);
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

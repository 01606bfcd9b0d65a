//! Checks on ids and what they point to.

use std::collections::{HashMap, HashSet};

use super::{Findings, Parsed, at};
use crate::knowledge::schema::{Fact, Text};

/// Every id that is given, with the list it belongs to.
fn given<'f>(findings: &Findings<'f>) -> Vec<(&'static str, &'f Parsed, &'f Text)> {
    let mut ids = Vec::new();
    ids.extend(findings.each(|file| &file.entity).map(|(parsed, it)| ("entity", parsed, &it.id)));
    ids.extend(findings.each(|file| &file.source).map(|(parsed, it)| ("source", parsed, &it.id)));
    ids.extend(findings.facts().map(|(parsed, it)| ("fact", parsed, &it.id)));
    ids.extend(findings.each(|file| &file.disagreement).map(|(parsed, it)| ("disagreement", parsed, &it.id)));
    ids.extend(findings.each(|file| &file.count).map(|(parsed, it)| ("count", parsed, &it.id)));
    ids
}

pub(super) fn id_form(findings: &mut Findings<'_>) {
    for (list, parsed, id) in given(findings) {
        let well_formed = id
            .get_ref()
            .split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if !well_formed {
            let message = format!("`{}` is not the form of a {list} id", id.get_ref());
            findings.add(
                "id-form",
                parsed,
                at(id),
                message,
                "write lower-case letters and digits, words joined by one hyphen",
            );
        }
    }
}

pub(super) fn duplicate_id(findings: &mut Findings<'_>) {
    let mut seen: HashMap<(&str, &str), &Parsed> = HashMap::new();
    for (list, parsed, id) in given(findings) {
        if let Some(first) = seen.insert((list, id.get_ref()), parsed) {
            let message = format!("the {list} id `{}` is given already in {}", id.get_ref(), first.path);
            findings.add("duplicate-id", parsed, at(id), message, "give each record its own id");
        }
    }
}

pub(super) fn dangling_id(findings: &mut Findings<'_>) {
    let mut known: HashMap<&'static str, HashSet<&str>> = HashMap::new();
    for (list, _, id) in given(findings) {
        known.entry(list).or_default().insert(id.get_ref());
    }
    let mut named: Vec<(&'static str, &Parsed, &Text)> = Vec::new();
    for (parsed, fact) in findings.facts() {
        named.extend(entities_named(fact).map(|id| ("entity", parsed, id)));
        named.extend(fact.reference.iter().map(|reference| ("source", parsed, &reference.source)));
    }
    for (parsed, it) in findings.each(|file| &file.disagreement) {
        named.extend(it.values.iter().map(|value| ("fact", parsed, &value.fact)));
    }
    for (parsed, count) in findings.each(|file| &file.count) {
        named.extend(count.members.iter().map(|id| ("entity", parsed, id)));
        named.extend(count.facts.iter().map(|id| ("fact", parsed, id)));
    }
    for (list, parsed, id) in named {
        if !known.get(list).is_some_and(|ids| ids.contains(id.get_ref().as_str())) {
            let message = format!("there is no {list} `{}`", id.get_ref());
            findings.add("dangling-id", parsed, at(id), message, &format!("add the {list}, or name one that exists"));
        }
    }
}

fn entities_named(fact: &Fact) -> impl Iterator<Item = &Text> {
    let action =
        fact.action.iter().flat_map(|it| it.ladder.iter().chain(&it.by).chain(&it.within).chain(&it.instrument));
    let condition = fact.condition.iter().flat_map(|it| it.party.iter().chain(&it.counterparty));
    fact.about.iter().chain(&fact.parties).chain(&fact.speaker).chain(action).chain(condition)
}

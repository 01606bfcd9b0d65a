//! Checks on dates.

use std::collections::HashMap;

use super::{Findings, Parsed, at, parse_date};
use crate::knowledge::date::PartialDate;
use crate::knowledge::schema::{Fact, Text};

pub(super) fn real_date(findings: &mut Findings<'_>) {
    let horizons =
        findings.folder.files.iter().filter_map(|parsed| Some((parsed, parsed.file.topic.as_ref()?.horizon.as_ref()?)));
    let sources =
        findings.each(|file| &file.source).filter_map(|(parsed, source)| Some((parsed, source.date.as_ref()?)));
    let facts =
        findings.facts().flat_map(|(parsed, fact)| fact.date.iter().chain(&fact.end).map(move |date| (parsed, date)));
    let references = findings.facts().flat_map(|(parsed, fact)| {
        fact.reference.iter().filter_map(move |reference| Some((parsed, reference.date.as_ref()?)))
    });
    let counts = findings.each(|file| &file.count).map(|(parsed, count)| (parsed, &count.from));
    let dates: Vec<(&Parsed, &Text)> = horizons.chain(sources).chain(facts).chain(references).chain(counts).collect();
    for (parsed, date) in dates {
        if parse_date(date).is_none() {
            let message = format!("`{}` is not a date", date.get_ref());
            findings.add(
                "real-date",
                parsed,
                at(date),
                message,
                "write YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists",
            );
        }
    }
}

pub(super) fn date_order(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        let Some(end) = &fact.end else { continue };
        let begins = fact.date.as_ref().and_then(parse_date);
        let ends = parse_date(end);
        let reversed = begins.is_none() || begins.zip(ends).is_some_and(|(begins, ends)| ends.last() < begins.first());
        if reversed {
            let message = format!("the span ends on {} and has no beginning before it", end.get_ref());
            findings.add("date-order", parsed, at(end), message, "give `date` as the first day and `end` as the last");
        }
    }
}

pub(super) fn event_date(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts().filter(|(_, fact)| fact.kind.get_ref() == "event") {
        if fact.date.is_none() {
            let message = format!("the event `{}` has no date", fact.id.get_ref());
            findings.add("event-date", parsed, at(&fact.id), message, "add `date`, as exact as the sources are");
        }
    }
}

pub(super) fn date_precision(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        let Some((written, date)) = fact.date.as_ref().and_then(|it| Some((it, parse_date(it)?))) else { continue };
        for reference in &fact.reference {
            let Some((text, given)) = reference.date.as_ref().and_then(|it| Some((it, parse_date(it)?))) else {
                continue;
            };
            let last = fact.end.as_ref().and_then(parse_date).unwrap_or(date).last();
            if given.last() < date.first() || last < given.first() {
                let message = format!("the source has {given}, the fact {date}");
                let mend = "give the other date to a fact of its own, and add a [[disagreement]]";
                findings.add("date-precision", parsed, at(text), message, mend);
            }
        }
        if let Some(exactest) = exactest(fact).filter(|exactest| *exactest != date && exactest.contains(date)) {
            let message = format!("the date is {date}, and no source is more exact than {exactest}");
            let mend = format!("write {}, or add a reference that has the date", exactest.iso());
            findings.add("date-precision", parsed, at(written), message, &mend);
        }
    }
}

/// The most exact date that the references give; none where one is taken to have the date of the fact.
fn exactest(fact: &Fact) -> Option<PartialDate> {
    let given: Option<Vec<PartialDate>> =
        fact.reference.iter().map(|reference| reference.date.as_ref().and_then(parse_date)).collect();
    given?.into_iter().max_by_key(|date| (date.day().is_some(), date.month().is_some()))
}

pub(super) fn horizon(findings: &mut Findings<'_>) {
    let published: HashMap<&str, PartialDate> = findings
        .each(|file| &file.source)
        .filter_map(|(_, source)| Some((source.id.get_ref().as_str(), source.date.as_ref().and_then(parse_date)?)))
        .collect();
    for parsed in &findings.folder.files {
        let Some(topic) = parsed.file.topic.as_ref().filter(|_| !parsed.file.fact.is_empty()) else { continue };
        let Some(horizon) = &topic.horizon else {
            let message = format!("the topic `{}` has facts and no horizon", topic.id.get_ref());
            let mend = "add `horizon`, the newest date that its facts and sources reach";
            findings.add("horizon", parsed, at(&topic.id), message, mend);
            continue;
        };
        let reached = parsed.file.fact.iter().flat_map(|fact| {
            let told = fact.date.iter().chain(&fact.end).filter_map(parse_date);
            let cited = fact.reference.iter().filter_map(|it| published.get(it.source.get_ref().as_str()).copied());
            told.chain(cited).map(move |date| (date, fact.id.get_ref()))
        });
        let newest = reached.max_by_key(|(date, _)| date.first());
        if let Some(((newest, fact), until)) = newest.zip(parse_date(horizon))
            && newest.first() > until.last()
        {
            let message = format!("the fact `{fact}` or a source of it is of {newest}, after the horizon");
            findings.add("horizon", parsed, at(horizon), message, &format!("write {}", newest.iso()));
        }
    }
}

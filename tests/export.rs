//! `accords export`: what other programs read, and that it is all there.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use accords::knowledge::Knowledge;
use accords::knowledge::date::PartialDate;
use accords::knowledge::model::Fact;
use accords::knowledge::vocabulary::FactKind;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarFrequency, ICalendarProperty,
    ICalendarValue,
};
use serde_json::Value;

fn exported(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.arg("export").args(arguments).env_clear().current_dir(env!("CARGO_TARGET_TMPDIR"));
    let output = command.output().expect("the program starts");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).expect("all output is UTF-8")
}

fn json() -> Value {
    serde_json::from_str(&exported(&["json"])).expect("JSON")
}

fn knowledge() -> Knowledge {
    Knowledge::embedded().expect("it is built in")
}

fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object[key].as_array().unwrap_or_else(|| panic!("`{key}` is a list"))
}

fn ids<'v>(object: &'v Value, key: &str) -> BTreeSet<&'v str> {
    list(object, key).iter().map(|it| it["id"].as_str().expect("an id")).collect()
}

/// The keys that all of these objects have, in their order; none may have others.
fn keys<'v>(objects: impl IntoIterator<Item = &'v Value>) -> Vec<&'v str> {
    let mut objects = objects.into_iter().map(|it| it.as_object().expect("an object").keys().map(String::as_str));
    let first: Vec<_> = objects.next().expect("at least one").collect();
    for other in objects {
        assert_eq!(other.collect::<Vec<_>>(), first);
    }
    first
}

/// The table of CSV, read by a reader that accepts nothing but RFC 4180.
fn rows(text: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let mut reader = csv::ReaderBuilder::new().terminator(csv::Terminator::CRLF).from_reader(text.as_bytes());
    let own = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let header = own(reader.headers().expect("a header"));
    let rows = reader.records().map(|record| own(&record.expect("as many cells as columns"))).collect();
    (header, rows)
}

#[test]
fn two_runs_give_the_same_bytes_to_every_target() {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exported");
    for format in ["json", "csv", "ics"] {
        let first = exported(&[format]);
        assert!(first == exported(&[format]) && first == exported(&[format, "-"]), "{format}");
        assert_eq!(exported(&[format, file.to_str().expect("a plain path")]), "", "nothing but the file");
        assert!(std::fs::read_to_string(&file).expect("a file") == first, "{format}");
    }
}

#[test]
fn json_has_the_documented_shape() {
    let json = json();
    let mut top = keys([&json]);
    top.sort_unstable();
    assert_eq!(top, ["counts", "disagreements", "entities", "facts", "format", "sources", "topics", "version"]);
    assert_eq!((&json["format"], json["version"].as_str()), (&1.into(), Some(knowledge().version())));
    let readme = include_str!("../knowledge/README.md");
    let documented = |keys: Vec<&str>| {
        for key in keys {
            assert!(readme.contains(&format!("`{key}`")), "knowledge/README.md does not name `{key}`");
        }
    };
    for part in ["topics", "entities", "sources", "facts", "disagreements", "counts"] {
        documented(keys(list(&json, part)));
    }
    let inner = |key: &str| list(&json, "facts").iter().map(|fact| &fact[key]).filter(|it| !it.is_null()).collect();
    let (actions, conditions): (Vec<&Value>, Vec<&Value>) = (inner("action"), inner("condition"));
    documented(keys(actions));
    documented(keys(conditions));
    documented(keys(list(&json, "facts").iter().flat_map(|fact| list(fact, "references"))));
}

#[test]
fn json_has_everything_and_its_ids_lead_somewhere() {
    let (json, knowledge) = (json(), knowledge());
    let lengths =
        ["topics", "entities", "sources", "facts", "disagreements", "counts"].map(|key| list(&json, key).len());
    let expected = [
        knowledge.topics().len(),
        knowledge.entities().len(),
        knowledge.sources().len(),
        knowledge.facts().len(),
        knowledge.disagreements().len(),
        knowledge.counts().len(),
    ];
    assert_eq!(lengths, expected);
    let [entities, sources, facts, disputes, topics] =
        ["entities", "sources", "facts", "disagreements", "topics"].map(|key| ids(&json, key));
    let among = |known: &BTreeSet<&str>, value: &Value| match value {
        Value::Array(ids) => ids.iter().all(|id| known.contains(id.as_str().expect("an id"))),
        id => id.is_null() || known.contains(id.as_str().expect("an id")),
    };
    for fact in list(&json, "facts") {
        assert!(["about", "parties", "speaker"].iter().all(|key| among(&entities, &fact[key])), "{fact}");
        assert!(among(&topics, &fact["topic"]) && among(&disputes, &fact["disagreements"]), "{fact}");
        assert!(!list(fact, "references").is_empty());
        assert!(list(fact, "references").iter().all(|it| among(&sources, &it["source"])), "{fact}");
    }
    assert!(list(&json, "counts").iter().all(|it| among(&entities, &it["members"]) && among(&facts, &it["facts"])));
}

#[test]
fn csv_has_a_row_a_fact_with_its_references() {
    let (header, rows) = rows(&exported(&["csv"]));
    let knowledge = knowledge();
    assert_eq!(rows.len(), knowledge.facts().len());
    let column = |name: &str| header.iter().position(|it| it == name).unwrap_or_else(|| panic!("no column {name}"));
    let [id, text, sources, references, asks, date] =
        ["id", "text", "sources", "references", "asks", "date"].map(column);
    let lines = |cell: &str| if cell.is_empty() { 0 } else { cell.split('\n').count() };
    for (row, fact) in rows.iter().zip(knowledge.facts()) {
        assert_eq!((row[id].as_str(), row[text].as_str()), (fact.id.as_str(), fact.text.as_str()));
        assert_eq!(row[date], fact.date.map(PartialDate::iso).unwrap_or_default());
        assert_eq!((lines(&row[references]), lines(&row[asks])), (fact.references.len(), fact.asks.len()), "{row:?}");
        assert_eq!(row[sources], cited(&knowledge, fact), "{row:?}");
        assert!(fact.references.iter().all(|it| row[references].contains(&one_line(&it.snippet))), "{row:?}");
    }
    let readme = include_str!("../knowledge/README.md");
    assert!(header.iter().all(|name| readme.contains(&format!("`{name}`"))), "{header:?}");
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn cited(knowledge: &Knowledge, fact: &Fact) -> String {
    let ids: Vec<&str> = fact.references.iter().map(|it| knowledge.source_at(it.source).id.as_str()).collect();
    ids.join(";")
}

/// A property of an entry, as the reader writes it again.
fn property(entry: &ICalendarComponent, name: &ICalendarProperty) -> Option<ICalendarEntry> {
    let mut found = entry.entries.iter().filter(|it| it.name == *name);
    let first = found.next().cloned();
    assert!(found.next().is_none(), "{name:?} comes twice");
    first
}

fn text(entry: &ICalendarComponent, name: &ICalendarProperty) -> String {
    match property(entry, name).map(|it| it.values) {
        Some(values) => match &values[..] {
            [ICalendarValue::Text(text)] => text.clone(),
            other => panic!("{name:?} is {other:?}"),
        },
        None => panic!("no {name:?}"),
    }
}

fn day(entry: &ICalendarComponent, name: &ICalendarProperty) -> (i32, i8, i8) {
    let found = property(entry, name).unwrap_or_else(|| panic!("no {name:?}"));
    match &found.values[..] {
        [ICalendarValue::PartialDateTime(date)] => {
            assert!(date.hour.is_none(), "a whole day has no hour: {date:?}");
            let part = |part: Option<u8>| i8::try_from(part.expect("a part")).expect("small");
            (i32::from(date.year.expect("a year")), part(date.month), part(date.day))
        }
        other => panic!("{name:?} is {other:?}"),
    }
}

#[test]
fn the_calendar_is_read_by_another_reader_with_an_entry_a_day_to_be_remembered() {
    let text_of = exported(&["ics"]);
    assert!(text_of.split_terminator("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "RFC 5545, 3.1");
    let calendar = ICalendar::parse(&text_of).expect("a calendar");
    let entries: Vec<_> =
        calendar.components.iter().filter(|it| it.component_type == ICalendarComponentType::VEvent).collect();
    let knowledge = knowledge();
    let is_remembered = |fact: &&Fact| {
        fact.anniversary.is_some() && fact.kind != FactKind::Claim && fact.date.and_then(PartialDate::day).is_some()
    };
    let facts: Vec<&Fact> = knowledge.facts().iter().filter(is_remembered).collect();
    assert_eq!(entries.len(), facts.len());
    let mut ids = BTreeSet::new();
    for (entry, fact) in entries.into_iter().zip(facts) {
        let date = fact.date.and_then(PartialDate::day).expect("a day");
        let plain = |date: jiff::civil::Date| (i32::from(date.year()), date.month(), date.day());
        assert_eq!(day(entry, &ICalendarProperty::Dtstart), plain(date));
        assert_eq!(day(entry, &ICalendarProperty::Dtend), plain(date.tomorrow().expect("a day")));
        let id = text(entry, &ICalendarProperty::Uid);
        assert_eq!(id, format!("{}@accords.invalid", fact.id));
        assert!(ids.insert(id), "ids are there once");
        let title = text(entry, &ICalendarProperty::Summary);
        assert!(title.starts_with(&format!("{}: ", date.year())) && title.chars().count() <= 90, "{title}");
        assert!(text(entry, &ICalendarProperty::Description).starts_with(&fact.text));
        let rule = property(entry, &ICalendarProperty::Rrule).expect("a rule").values;
        match &rule[..] {
            [ICalendarValue::RecurrenceRule(rule)] => assert_eq!(rule.freq, ICalendarFrequency::Yearly),
            other => panic!("{other:?}"),
        }
        assert!(property(entry, &ICalendarProperty::Dtstamp).is_some());
    }
}

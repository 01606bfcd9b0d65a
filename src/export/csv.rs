//! The facts as a table, one row a fact; `knowledge/README.md` documents its columns.

use std::fmt::Write;

use csv::{Terminator, WriterBuilder};

use crate::knowledge::date::PartialDate;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, Reference};
use crate::knowledge::vocabulary::{Anniversary, Property};

/// Between ids of one cell; no id has it in it.
const BETWEEN_IDS: &str = ";";

/// Between texts of one cell; breaks within a text become blanks.
const BETWEEN_TEXTS: &str = "\n";

/// The columns, in their order; new ones come last.
const COLUMNS: [&str; 28] = [
    "id",
    "topic",
    "kind",
    "date",
    "end",
    "about",
    "parties",
    "speaker",
    "place",
    "property",
    "value",
    "text",
    "step",
    "state",
    "ladder",
    "by",
    "in",
    "instrument",
    "main",
    "condition",
    "party",
    "counterparty",
    "anniversary",
    "disagreements",
    "tier",
    "sources",
    "references",
    "asks",
];

/// The facts as CSV after RFC 4180: UTF-8, a header, comma, CRLF, quotation marks where they are needed.
pub fn csv(knowledge: &Knowledge) -> String {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS).expect("memory can be written to");
    for fact in knowledge.facts() {
        writer.write_record(row(knowledge, fact)).expect("every row has the columns of the header");
    }
    let bytes = writer.into_inner().expect("memory can be written to");
    String::from_utf8(bytes).expect("cells are text")
}

fn row(knowledge: &Knowledge, fact: &Fact) -> [String; COLUMNS.len()] {
    let ids = |keys: &[EntityKey]| joined(keys.iter().map(|&key| knowledge.entity_at(key).id.as_str()));
    let id = |key: Option<EntityKey>| ids(key.as_slice());
    let date = |date: Option<PartialDate>| date.map(PartialDate::iso).unwrap_or_default();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (action, condition) = (fact.action.as_ref(), fact.condition.as_ref());
    let sources = || fact.references.iter().map(|it| knowledge.source_at(it.source));
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    [
        fact.id.clone(),
        knowledge.topic_at(fact.topic).id.clone(),
        fact.kind.word().to_owned(),
        date(fact.date),
        date(fact.end),
        ids(&fact.about),
        ids(&fact.parties),
        id(fact.speaker),
        text(&fact.place),
        word(fact.property.map(Property::word)),
        text(&fact.value),
        fact.text.clone(),
        word(action.map(|it| it.step.word())),
        word(action.map(|it| it.state.word())),
        action.map(|it| ids(&it.ladder)).unwrap_or_default(),
        action.map(|it| ids(&it.by)).unwrap_or_default(),
        id(action.and_then(|it| it.within)),
        id(action.and_then(|it| it.instrument)),
        action.map(|it| it.main.to_string()).unwrap_or_default(),
        word(condition.map(|it| it.state.word())),
        condition.map(|it| ids(&it.party)).unwrap_or_default(),
        condition.map(|it| ids(&it.counterparty)).unwrap_or_default(),
        word(fact.anniversary.map(Anniversary::word)),
        joined(knowledge.disputes_of(fact.key).map(|it| it.id.as_str())),
        sources().map(|it| it.tier.number()).min().map(|tier| tier.to_string()).unwrap_or_default(),
        joined(sources().map(|it| it.id.as_str())),
        lines(fact.references.iter().map(|it| cited(knowledge, it))),
        lines(fact.asks.iter().map(str::to_owned)),
    ]
}

fn joined<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    ids.collect::<Vec<_>>().join(BETWEEN_IDS)
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    texts.map(one_line).collect::<Vec<_>>().join(BETWEEN_TEXTS)
}

/// A reference as people cite it: `Publisher (via Site): Title, 2020-09-15. “Exact words” https://...`
fn cited(knowledge: &Knowledge, reference: &Reference) -> String {
    let source = knowledge.source_at(reference.source);
    let mut line = source.publisher.clone();
    let write = |line: &mut String, part: std::fmt::Arguments<'_>| {
        line.write_fmt(part).expect("a text can always be written to");
    };
    if let Some(via) = &source.via {
        write(&mut line, format_args!(" (via {via})"));
    }
    write(&mut line, format_args!(": {}", source.title));
    if let Some(date) = source.date {
        write(&mut line, format_args!(", {}", date.iso()));
    }
    if reference.verbatim {
        write(&mut line, format_args!(". “{}”", reference.snippet));
    } else {
        write(&mut line, format_args!(". {}", reference.snippet));
    }
    if let Some(url) = &source.url {
        write(&mut line, format_args!(" {url}"));
    }
    line
}

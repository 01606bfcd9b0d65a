//! An answer -> the message that shows it, with every citation, within Discord's limits.
//!
//! An answer has at most [`crate::answer::MAX_TEXT_CHARS`] characters, but links and snippets can outgrow a message.
//! So the same answer is laid out in steps of less and less detail, and the first layout that fits is sent. Nothing is
//! ever cut within a citation or a link.

use crate::answer::phrases::NOTHING_FOUND;
use crate::answer::{Answer, Citation, Disagreement, Outcome};
use crate::discord::escape::{escape, escape_within, link, unlinked, visible};
use crate::discord::limits;
use crate::discord::message::{Author, Embed, Field, Footer, Outgoing};
use crate::knowledge::date::{MONTHS, PartialDate};

/// How much a layout shows.
#[derive(Clone, Copy)]
struct Detail {
    /// The numbers in the text link to their sources.
    linked_numbers: bool,
    /// The entries of the sources link to them.
    linked_sources: bool,
    /// The most of each title; 0 for none, and then the publisher stands for it.
    title: usize,
    /// The most of each snippet; 0 for none.
    snippet: usize,
}

/// From all detail to the least. Every entry of a source has a link of its own, so the links of the numbers go before
/// the words that are cited, and the links of the entries go last.
const DETAILS: [Detail; 8] = [
    Detail { linked_numbers: true, linked_sources: true, title: TITLE, snippet: 240 },
    Detail { linked_numbers: true, linked_sources: true, title: TITLE, snippet: 120 },
    Detail { linked_numbers: true, linked_sources: true, title: TITLE, snippet: 70 },
    Detail { linked_numbers: false, linked_sources: true, title: TITLE, snippet: 120 },
    Detail { linked_numbers: false, linked_sources: true, title: TITLE, snippet: 70 },
    Detail { linked_numbers: false, linked_sources: true, title: 80, snippet: 0 },
    Detail { linked_numbers: false, linked_sources: true, title: 0, snippet: 0 },
    Detail { linked_numbers: false, linked_sources: false, title: 80, snippet: 0 },
];

/// The most of a source's title, publisher and of a disputed value and its reason; editors write far less.
const TITLE: usize = 180;
const PUBLISHER: usize = 80;
const VALUE: usize = 120;
const REASON: usize = 300;
/// The most of a page of sources: a few of them, not a wall.
const SOURCE_PAGE: usize = 2_400;

/// What stands round an answer.
#[derive(Clone, Debug, Default)]
pub struct Look<'a> {
    /// Above the answer, in bold: what it is on.
    pub heading: Option<&'a str>,
    /// In a small line above all: the question that is answered.
    pub asked: Option<&'a str>,
    /// Whether each sentence has a line of its own.
    pub in_lines: bool,
    /// Short fields before the sources: the rungs of a country.
    pub status: Vec<(&'static str, String)>,
    /// Which page of how many, from 0.
    pub page: Option<(usize, usize)>,
    /// The version of the knowledge.
    pub version: &'a str,
}

/// The message for an answer.
///
/// `heading` is the question, or another line to stand above the answer; `version` is that of the knowledge.
pub fn answer(answer: &Answer, heading: Option<&str>, version: &str) -> Outgoing {
    Outgoing::embed(embed(answer, &Look { heading, version, ..Look::default() }))
}

/// The box for an answer, with as much detail as goes in.
pub fn embed(answer: &Answer, look: &Look<'_>) -> Embed {
    let laid_out = DETAILS.iter().map(|&detail| layout(answer, look, detail, answer.citations.len()));
    let least = DETAILS[DETAILS.len() - 1];
    let with_fewer_sources = (0..answer.citations.len()).rev().map(|sources| layout(answer, look, least, sources));
    laid_out.chain(with_fewer_sources).find(Embed::fits).unwrap_or_else(|| Embed {
        description: escape_within(&answer.text, limits::aim(limits::EMBED_DESCRIPTION)),
        color: colour(answer.outcome),
        ..Embed::default()
    })
}

/// The answer laid out with so much detail and its first `sources` sources.
fn layout(answer: &Answer, look: &Look<'_>, detail: Detail, sources: usize) -> Embed {
    let mut fields = Vec::new();
    fields.extend(look.status.iter().map(|(name, value)| Field::short(name, escape_within(value, VALUE))));
    fields.extend(disagreements(answer, detail));
    fields.extend(source_fields(&answer.citations, sources, detail));
    fields.extend(suggestions(answer));
    Embed {
        author: look.asked.and_then(asked),
        title: look
            .heading
            .map(|text| escape_within(text, limits::aim(limits::EMBED_TITLE)))
            .filter(|text| !text.is_empty()),
        description: description(answer, look, detail),
        color: colour(answer.outcome),
        fields,
        footer: Some(Footer { text: footer(answer.as_of.as_deref(), look) }),
        ..Embed::default()
    }
}

/// The question in the small line above all. Discord shows it as it is, so nothing is escaped but what could call somebody.
fn asked(question: &str) -> Option<Author> {
    let name = limits::trim(&unlinked(question), limits::aim(limits::AUTHOR)).into_owned();
    (!name.is_empty()).then_some(Author { name })
}

/// Which page of an answer has which sources, as lines of a list, in texts that each fill a description.
pub fn source_pages(citations: &[Citation]) -> Vec<String> {
    let entries = citations.iter().enumerate().map(|(index, citation)| source(index, citation, DETAILS[0]));
    packed(entries, "\n", SOURCE_PAGE)
}

/// A citation as plain text to be copied: publisher, title, date, address.
pub fn plain_citation(citation: &Citation) -> String {
    let date = citation.date.as_deref().map(written_date);
    let url = citation.url.as_deref().map(visible);
    let parts = [Some(visible(&citation.publisher)), Some(visible(&citation.title)), date, url];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    format!("{}.", parts.join(", ")).replace('`', "'")
}

/// The colour of what the bot says of itself.
pub(crate) const NOTICE_COLOUR: u32 = 0x003F_51B5;

/// The colour of an outcome.
pub(crate) fn colour(outcome: Outcome) -> u32 {
    match outcome {
        Outcome::Answered => 0x002E_7D32,
        Outcome::Corrected => 0x00B2_6A00,
        Outcome::Ambiguous => 0x003F_51B5,
        Outcome::Unknown => 0x0075_7575,
    }
}

/// How the names were read, then the sentences, each followed by the numbers of its sources.
fn description(answer: &Answer, look: &Look<'_>, detail: Detail) -> String {
    let sentences: Vec<String> = answer
        .sentences
        .iter()
        .filter(|sentence| !sentence.text.trim().is_empty())
        .map(|sentence| {
            let numbers: String =
                sentence.citations.iter().map(|&index| number(answer, index, detail.linked_numbers)).collect();
            let text = escape(&sentence.text);
            let text = if numbers.is_empty() { text } else { format!("{text} {numbers}") };
            if look.in_lines { format!("• {text}") } else { text }
        })
        .collect();
    let text = if !sentences.is_empty() {
        sentences.join(if look.in_lines { "\n" } else { " " })
    } else if !answer.text.trim().is_empty() {
        escape(&answer.text)
    } else {
        NOTHING_FOUND.to_owned()
    };
    match read_as(answer) {
        Some(line) => format!("{line}\n{text}"),
        None => text,
    }
}

/// "Read as **Morocco**."
fn read_as(answer: &Answer) -> Option<String> {
    let mut names: Vec<String> = answer.read_as.iter().map(|read| format!("**{}**", escape(&read.name))).collect();
    names.dedup();
    let last = names.pop()?;
    let line = if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) };
    Some(format!("Read as {line}."))
}

/// "[1]", linked to the source where it has an address.
fn number(answer: &Answer, index: usize, linked: bool) -> String {
    let plain = format!("[{}]", index + 1);
    let url = answer.citations.get(index).and_then(|citation| citation.url.as_deref());
    url.filter(|_| linked).and_then(|url| link(&plain, url)).unwrap_or(plain)
}

/// All other values, in as many fields as they need.
fn disagreements(answer: &Answer, detail: Detail) -> Vec<Field> {
    let lines = answer.disagreements.iter().map(|other| disagreement(answer, other, detail));
    let values = packed(lines, "\n", FIELD).into_iter().enumerate();
    let name = |at| if at == 0 { "Sources disagree" } else { "Sources disagree, continued" };
    values.map(|(at, value)| Field::new(name(at), value)).collect()
}

fn disagreement(answer: &Answer, other: &Disagreement, detail: Detail) -> String {
    let value = escape_within(&other.value, VALUE);
    let reason = escape_within(&other.reason, REASON);
    let number = number(answer, other.citation, detail.linked_numbers);
    match answer.citations.get(other.citation) {
        Some(source) => format!("**{value}** ({} {number}). {reason}", escape_within(&source.publisher, PUBLISHER)),
        None => format!("**{value}**. {reason}"),
    }
}

/// The first `shown` sources, in as many fields as they need.
fn source_fields(citations: &[Citation], shown: usize, detail: Detail) -> Vec<Field> {
    let entries = citations.iter().take(shown).enumerate().map(|(index, citation)| source(index, citation, detail));
    let missing = citations.len().saturating_sub(shown);
    let more = (missing > 0).then(|| format!("and {missing} more"));
    let values = packed(entries.chain(more), "\n", FIELD);
    values
        .into_iter()
        .enumerate()
        .map(|(at, value)| Field::new(if at == 0 { "Sources" } else { "Sources, continued" }, value))
        .collect()
}

/// One source: number, title, publisher, date, and on a line of its own the words.
fn source(index: usize, citation: &Citation, detail: Detail) -> String {
    let mut parts = vec![escape_within(&citation.title, detail.title), escape_within(&citation.publisher, PUBLISHER)];
    parts.retain(|part| !part.is_empty());
    let url = citation.url.as_deref().filter(|_| detail.linked_sources);
    if let Some(first) = parts.first_mut() {
        *first = url.and_then(|url| link(first, url)).unwrap_or_else(|| first.clone());
    }
    parts.extend(citation.date.as_deref().map(|date| escape_within(&written_date(date), PUBLISHER)));
    let mut entry = format!("[{}] {}", index + 1, parts.join(", "));
    let words = escape_within(&citation.snippet, detail.snippet);
    if !words.is_empty() {
        let (open, close) = if citation.verbatim { ("“", "”") } else { ("*", "*") };
        entry.extend(["\n", open, &words, close]);
    }
    entry
}

/// What a field takes.
const FIELD: usize = limits::aim(limits::FIELD_VALUE);

/// Whole entries joined into texts of at most `room` each; an entry too long for any is left out.
pub(crate) fn packed(entries: impl Iterator<Item = String>, between: &str, room: usize) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    let gap = limits::count(between);
    let mut used = 0;
    for entry in entries {
        let more = limits::count(&entry);
        match values.last_mut() {
            _ if more > room => {}
            Some(value) if used + gap + more <= room => {
                value.extend([between, &entry]);
                used += gap + more;
            }
            _ => {
                values.push(entry);
                used = more;
            }
        }
    }
    values
}

/// The questions that can be answered, where this one could not.
fn suggestions(answer: &Answer) -> Option<Field> {
    if !matches!(answer.outcome, Outcome::Unknown | Outcome::Ambiguous) {
        return None;
    }
    let lines = answer.suggestions.iter().map(|question| format!("• {}", escape_within(question, REASON)));
    let mut values = packed(lines, "\n", FIELD);
    (!values.is_empty()).then(|| Field::new("You could ask", values.swap_remove(0)))
}

/// "Knowledge up to June 2026 · version 1a2b3c · page 1 of 3"
fn footer(as_of: Option<&str>, look: &Look<'_>) -> String {
    let version = format!("version {}", look.version);
    let text = match as_of.map(month_and_year) {
        Some(horizon) => format!("Knowledge up to {horizon} · {version}"),
        None => format!("Knowledge {version}"),
    };
    match look.page {
        Some((at, of)) if of > 1 => format!("{text} · page {} of {of}", at + 1),
        _ => text,
    }
}

/// "2026-06-15" -> "June 2026"; what is no date stays as it is.
pub(crate) fn month_and_year(iso: &str) -> String {
    let Ok(date) = iso.parse::<PartialDate>() else {
        return iso.to_owned();
    };
    let month = date.month().and_then(|month| usize::try_from(month - 1).ok()).and_then(|at| MONTHS.get(at));
    month.map_or_else(|| date.to_string(), |month| format!("{month} {}", date.year()))
}

/// "2020-09-15" -> "15 September 2020"; what is no date stays as it is.
fn written_date(iso: &str) -> String {
    iso.parse::<PartialDate>().map_or_else(|_| iso.to_owned(), |date| date.to_string())
}

#[cfg(test)]
#[path = "render_tests.rs"]
mod tests;

//! An answer as text for a terminal.

use std::fmt::Write;

use crate::answer::{Answer, Citation};
use crate::knowledge::date::PartialDate;

/// Lines are wrapped at this width.
const WIDTH: usize = 80;

/// The answer with its numbered sources, wrapped.
pub(super) fn answer(answer: &Answer) -> String {
    let mut out = String::new();
    for read in &answer.read_as {
        paragraph(&mut out, "", &format!("Read as {}.", read.name));
    }
    if answer.sentences.is_empty() {
        paragraph(&mut out, "", &answer.text);
    }
    for sentence in &answer.sentences {
        let mut line = format!("{} ", sentence.text);
        for at in &sentence.citations {
            let _ = write!(line, "[{}]", at + 1);
        }
        paragraph(&mut out, "", &line);
    }
    if !answer.disagreements.is_empty() {
        out.push_str("\nSources disagree:\n");
        for other in &answer.disagreements {
            paragraph(&mut out, "  ", &format!("- {} [{}]. {}", other.value, other.citation + 1, other.reason));
        }
    }
    if !answer.citations.is_empty() {
        out.push_str("\nSources:\n");
        for (at, citation) in answer.citations.iter().enumerate() {
            source(&mut out, at + 1, citation);
        }
    }
    if !answer.suggestions.is_empty() {
        out.push_str("\nYou could ask:\n");
        for suggestion in &answer.suggestions {
            paragraph(&mut out, "  ", &format!("- {suggestion}"));
        }
    }
    if let Some(horizon) = answer.as_of.as_deref().and_then(date) {
        let _ = write!(out, "\nThe knowledge on this reaches up to {horizon}.\n");
    }
    out
}

fn source(out: &mut String, number: usize, citation: &Citation) {
    let date = citation.date.as_deref().and_then(date).map_or_else(String::new, |date| format!(", {date}"));
    paragraph(out, "  ", &format!("[{number}] {}: {}{date}.", citation.publisher, citation.title));
    let snippet = if citation.verbatim { format!("“{}”", citation.snippet) } else { citation.snippet.clone() };
    paragraph(out, "      ", &snippet);
    if let Some(url) = &citation.url {
        let _ = writeln!(out, "      {url}");
    }
}

/// An ISO date of the answer, for people.
fn date(iso: &str) -> Option<PartialDate> {
    iso.parse().ok()
}

/// Wraps a text at [`WIDTH`]; words longer than a line stay whole.
fn paragraph(out: &mut String, indent: &str, text: &str) {
    let mut line = indent.to_owned();
    for word in text.split_whitespace() {
        let is_first = line.len() == indent.len();
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            indent.clone_into(&mut line);
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
    }
    out.push_str(&line);
    out.push('\n');
}

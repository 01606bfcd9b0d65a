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
            paragraph(&mut out, "  - ", &format!("{} [{}]. {}", other.value, other.citation + 1, other.reason));
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
            paragraph(&mut out, "  - ", suggestion);
        }
    }
    if let Some(horizon) = answer.as_of.as_deref().and_then(day) {
        let _ = write!(out, "\nThe knowledge on this reaches up to {horizon}.\n");
    }
    out
}

fn source(out: &mut String, number: usize, citation: &Citation) {
    let date = citation.date.as_deref().and_then(day).map_or_else(String::new, |date| format!(", {date}"));
    let lead = format!("  [{number}] ");
    paragraph(out, &lead, &format!("{}: {}{date}.", citation.publisher, citation.title));
    let indent = " ".repeat(lead.len());
    let snippet = if citation.verbatim { format!("“{}”", citation.snippet) } else { citation.snippet.clone() };
    paragraph(out, &indent, &snippet);
    if let Some(url) = &citation.url {
        let _ = writeln!(out, "{indent}{url}");
    }
}

/// An ISO date of the answer, for people.
fn day(iso: &str) -> Option<PartialDate> {
    iso.parse().ok()
}

/// Wraps a text at [`WIDTH`], every line but the first under the end of the lead; words longer than a line stay whole.
fn paragraph(out: &mut String, lead: &str, text: &str) {
    let mut line = lead.to_owned();
    let mut is_first = true;
    for word in text.split_whitespace() {
        if !is_first && line.chars().count() + 1 + word.chars().count() > WIDTH {
            out.push_str(&line);
            out.push('\n');
            line = " ".repeat(lead.chars().count());
        } else if !is_first {
            line.push(' ');
        }
        line.push_str(word);
        is_first = false;
    }
    out.push_str(&line);
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hang_under_the_end_of_the_lead() {
        let mut out = String::new();
        paragraph(&mut out, "  [1] ", &format!("{} {}", "word ".repeat(20), "x".repeat(90)));
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].starts_with("  [1] word") && lines[1].starts_with("      word"), "{out}");
        assert!(lines[..2].iter().all(|line| line.len() <= WIDTH), "{out}");
        assert_eq!(lines[2].trim_start().len(), 90, "a long word stays whole");
    }
}

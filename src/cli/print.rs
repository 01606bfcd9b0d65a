//! An answer as text for a terminal.

use std::fmt::Write;
use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};

use crate::answer::{Answer, Citation, ReadAs};
use crate::knowledge::date::PartialDate;

/// The widest lines; a narrower terminal gets narrower ones.
const WIDTH: usize = 80;

/// The narrowest lines; below, every word would get its own.
const NARROWEST: usize = 40;

/// How much of a source is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sources {
    /// All of it, with snippet and address.
    Full,
    /// Publisher, title and date.
    Short,
}

/// How answers look: the width of lines, and the styles of their parts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    width: usize,
    heading: Style,
    mark: Style,
    faint: Style,
}

impl Look {
    /// Lines of the usual width without any style, for files and other programs.
    pub(super) const PLAIN: Self =
        Self { width: WIDTH, heading: Style::new(), mark: Style::new(), faint: Style::new() };

    /// What standard output can show: styles on a terminal only, and not where `NO_COLOR` is set.
    pub(super) fn of_stdout() -> Self {
        let styled = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
        let plain = Self { width: width(terminal_size::terminal_size().map(|(width, _)| width.0)), ..Self::PLAIN };
        if styled { plain.styled() } else { plain }
    }

    fn styled(self) -> Self {
        let mark = AnsiColor::Cyan.on_default();
        Self { heading: Style::new().bold(), mark, faint: Style::new().dimmed(), ..self }
    }

    /// The answer with its numbered sources, wrapped.
    pub(super) fn answer(&self, answer: &Answer, sources: Sources) -> String {
        let mut out = String::new();
        for read in &answer.read_as {
            self.paragraph(&mut out, "", &read_as(read));
        }
        if answer.sentences.is_empty() {
            self.paragraph(&mut out, "", &answer.text);
        }
        for sentence in &answer.sentences {
            let mut line = format!("{} ", sentence.text);
            for at in &sentence.citations {
                let _ = write!(line, "[{}]", at + 1);
            }
            self.paragraph(&mut out, "", &line);
        }
        if !answer.disagreements.is_empty() {
            self.heading(&mut out, "Sources disagree:");
            for other in &answer.disagreements {
                self.paragraph(
                    &mut out,
                    "  - ",
                    &format!("{} [{}]. {}", other.value, other.citation + 1, other.reason),
                );
            }
        }
        self.sources(&mut out, answer, sources);
        self.suggestions(&mut out, answer);
        if let Some(horizon) = answer.as_of.as_deref().and_then(day) {
            out.push('\n');
            self.paragraph(&mut out, "", &format!("The knowledge on this reaches up to {horizon}."));
        }
        out
    }

    /// The sources of an answer under their heading; nothing if it has none.
    pub(super) fn sources(&self, out: &mut String, answer: &Answer, sources: Sources) {
        if answer.citations.is_empty() {
            return;
        }
        self.heading(out, "Sources:");
        for (at, citation) in answer.citations.iter().enumerate() {
            self.source(out, at + 1, citation, sources);
        }
    }

    fn source(&self, out: &mut String, number: usize, citation: &Citation, sources: Sources) {
        let date = citation.date.as_deref().and_then(day).map_or_else(String::new, |date| format!(", {date}"));
        let lead = format!("  [{number}] ");
        self.paragraph(out, &lead, &format!("{}: {}{date}.", citation.publisher, citation.title));
        if sources == Sources::Short {
            return;
        }
        let indent = " ".repeat(lead.len());
        let snippet = if citation.verbatim { format!("“{}”", citation.snippet) } else { citation.snippet.clone() };
        self.paragraph(out, &indent, &snippet);
        if let Some(url) = &citation.url {
            let _ = writeln!(out, "{indent}{}{url}{:#}", self.faint, self.faint);
        }
    }

    /// Numbered, so that the prompt can be answered with a number.
    fn suggestions(&self, out: &mut String, answer: &Answer) {
        if answer.suggestions.is_empty() {
            return;
        }
        self.heading(out, "You could ask:");
        for (at, suggestion) in answer.suggestions.iter().enumerate() {
            self.paragraph(out, &format!("  {}. ", at + 1), suggestion);
        }
    }

    /// A line that stands out, after an empty one.
    pub(super) fn heading(&self, out: &mut String, text: &str) {
        let _ = writeln!(out, "\n{}{text}{:#}", self.heading, self.heading);
    }

    /// A line of the program's own, in the background.
    pub(super) fn note(&self, text: &str) -> String {
        format!("{}{text}{:#}\n", self.faint, self.faint)
    }

    /// Wraps a text, every line but the first under the end of the lead; words longer than a line stay whole.
    pub(super) fn paragraph(&self, out: &mut String, lead: &str, text: &str) {
        self.word(out, lead);
        let indent = lead.chars().count();
        let mut column = indent;
        for (at, word) in text.split_whitespace().enumerate() {
            let length = word.chars().count();
            if at > 0 && column + 1 + length > self.width {
                let _ = write!(out, "\n{:indent$}", "");
                column = indent;
            } else if at > 0 {
                out.push(' ');
                column += 1;
            }
            self.word(out, word);
            column += length;
        }
        out.push('\n');
    }

    /// A word as it is, or in the style of marks if it is one: `[1]`, `[2][3].`
    fn word(&self, out: &mut String, word: &str) {
        let digits = word.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let is_mark = digits.is_some_and(|(it, _)| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
        match word.rfind(']').filter(|_| is_mark) {
            Some(last) => {
                let (mark, rest) = word.split_at(last + 1);
                let _ = write!(out, "{}{mark}{:#}{rest}", self.mark, self.mark);
            }
            None => out.push_str(word),
        }
    }
}

/// What the answer takes the question, or a name in it, for.
fn read_as(read: &ReadAs) -> String {
    if read.name.ends_with('?') { format!("Read as “{}”", read.name) } else { format!("Read as {}.", read.name) }
}

fn width(columns: Option<u16>) -> usize {
    columns.map_or(WIDTH, |columns| usize::from(columns).clamp(NARROWEST, WIDTH))
}

/// An ISO date of the answer, for people.
fn day(iso: &str) -> Option<PartialDate> {
    iso.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wrapped(look: Look, lead: &str, text: &str) -> String {
        let mut out = String::new();
        look.paragraph(&mut out, lead, text);
        out
    }

    #[test]
    fn lines_hang_under_the_end_of_the_lead() {
        let out = wrapped(Look::PLAIN, "  [1] ", &format!("{} {}", "word ".repeat(20), "x".repeat(90)));
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines[0].starts_with("  [1] word") && lines[1].starts_with("      word"), "{out}");
        assert!(lines[..2].iter().all(|line| line.len() <= WIDTH), "{out}");
        assert_eq!(lines[2].trim_start().len(), 90, "a long word stays whole");
    }

    #[test]
    fn styles_change_no_line() {
        let text = "It was signed [1][2]. ".repeat(12);
        let (plain, styled) = (wrapped(Look::PLAIN, "  - ", &text), wrapped(Look::PLAIN.styled(), "  - ", &text));
        assert!(styled.contains("\u{1b}[36m[1][2]\u{1b}[0m.") && !plain.contains('\u{1b}'), "{styled}");
        assert_eq!(anstream::adapter::strip_str(&styled).to_string(), plain);
    }

    #[test]
    fn a_terminal_sets_the_width_within_bounds() {
        assert_eq!([None, Some(200), Some(60), Some(3)].map(width), [80, 80, 60, 40]);
    }

    #[test]
    fn a_question_read_anew_is_quoted() {
        let read = |name: &str| read_as(&ReadAs { typed: String::new(), name: name.to_owned() });
        assert_eq!(read("Kazakhstan"), "Read as Kazakhstan.");
        assert_eq!(read("When did Bahrain sign?"), "Read as “When did Bahrain sign?”");
    }
}

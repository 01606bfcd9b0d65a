//! Checks on snippets: exact words and summaries.

use unicode_normalization::UnicodeNormalization;

use super::{Findings, at};
use crate::knowledge::load::is_file_name;
use crate::knowledge::schema::{Reference, Source};

/// The longest exact words that are quoted from one source, in characters.
const LONGEST_QUOTATION: usize = 300;

/// The longest summary of what a source says, in characters: what is longer retells the page.
const LONGEST_SUMMARY: usize = 200;

/// How much of a snippet that does stand in its text is shown, in characters.
const LONGEST_SHOWN: usize = 60;

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

pub(super) fn summary_form(findings: &mut Findings<'_>) {
    for (parsed, fact) in findings.facts() {
        for reference in fact.reference.iter().filter(|reference| !reference.verbatim) {
            let text = reference.snippet.get_ref();
            let length = text.chars().count();
            if length > LONGEST_SUMMARY {
                let message = format!("{length} characters of summary");
                let mend = format!("say in {LONGEST_SUMMARY} at most what the source says");
                findings.add("summary-form", parsed, at(&reference.snippet), message, &mend);
            }
            if text.contains(['"', '“', '”', '„', '«', '»']) {
                let message = "a summary with quotation marks looks like exact words".to_owned();
                let mend = "say it without them, or mark the snippet `verbatim` if it is word for word";
                findings.add("summary-form", parsed, at(&reference.snippet), message, mend);
            }
        }
    }
}

pub(super) fn source_text(findings: &mut Findings<'_>) {
    for (parsed, source) in findings.each(|file| &file.source) {
        let Some(name) = &source.text else { continue };
        if !is_file_name(name.get_ref()) {
            let message = format!("`{}` is not the name of a file", name.get_ref());
            findings.add("source-text", parsed, at(name), message, "write the name alone, without folders");
        } else if findings.texts.is_some_and(|texts| !texts.contains_key(name.get_ref())) {
            let message = format!("the folder of texts has no `{}`", name.get_ref());
            findings.add("source-text", parsed, at(name), message, "put the text there, or correct the name");
        }
    }
}

pub(super) fn verbatim_text(findings: &mut Findings<'_>) {
    for (source, text) in readable_texts(findings) {
        let file = source.text.as_ref().map(|name| name.get_ref().as_str()).unwrap_or_default();
        for (parsed, fact) in findings.facts() {
            for reference in fact.reference.iter().filter(|reference| quotes(reference, source)) {
                let snippet = folded(reference.snippet.get_ref());
                if !text.contains(&snippet) {
                    let message = format!("these words do not stand in `{file}`{}", found_part(&text, &snippet));
                    let mend = "quote the text word for word, or leave `verbatim` out and summarise";
                    findings.add("verbatim-text", parsed, at(&reference.snippet), message, mend);
                }
            }
        }
    }
}

/// How many exact words there are to be proven against the texts at hand.
pub(super) fn provable(findings: &Findings<'_>) -> usize {
    let sources: Vec<_> = readable_texts(findings);
    let references = findings.facts().flat_map(|(_, fact)| &fact.reference);
    references.filter(|reference| sources.iter().any(|(source, _)| quotes(reference, source))).count()
}

/// The sources whose texts are at hand, each with its text folded.
fn readable_texts<'f>(findings: &Findings<'f>) -> Vec<(&'f Source, String)> {
    let Some(texts) = findings.texts else { return Vec::new() };
    let sources = findings.each(|file| &file.source);
    sources.filter_map(|(_, source)| Some((source, folded(texts.get(source.text.as_ref()?.get_ref())?)))).collect()
}

fn quotes(reference: &Reference, source: &Source) -> bool {
    reference.verbatim && reference.source.get_ref() == source.id.get_ref()
}

/// How far the snippet does stand in the text, for a message.
fn found_part(text: &str, snippet: &str) -> String {
    let ends = snippet.match_indices(' ').map(|(at, _)| at);
    let Some(found) = ends.take_while(|&end| text.contains(&snippet[..end])).last() else { return String::new() };
    let skipped = snippet[..found].chars().count().saturating_sub(LONGEST_SHOWN);
    let shown: String = snippet[..found].chars().skip(skipped).collect();
    format!(" after “{}{shown}”", if skipped > 0 { "..." } else { "" })
}

/// The text with one form of each quotation mark, dash and white space, and without invisible characters.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => out.push('\''),
            '“' | '”' | '„' | '‟' | '″' | '«' | '»' => out.push('"'),
            '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => out.push('-'),
            '…' => out.push_str("..."),
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {}
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_dashes_and_blanks_have_one_form() {
        let text = "\u{feff}Accords–the  first\u{a0}of many,” he\n said — “it’s soft\u{ad}ened…”";
        assert_eq!(folded(text), "Accords-the first of many,\" he said - \"it's softened...\"");
        assert_eq!(folded("ne\u{301}e "), "née");
    }

    #[test]
    fn a_message_shows_where_the_words_part() {
        assert_eq!(found_part("he was not lobbying for it", "he was not bargaining for it"), " after “he was not”");
        assert_eq!(found_part("he was", "she was"), "");
        let long = "word ".repeat(30);
        let shown = found_part(&long, &format!("{long}and more"));
        assert!(shown.starts_with(" after “...") && shown.chars().count() < 80, "{shown}");
    }
}

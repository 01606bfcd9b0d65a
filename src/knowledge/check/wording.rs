//! Checks on the sentences that people see.

use compact_str::CompactString;

use super::{Findings, at};
use crate::knowledge::load::Parsed;
use crate::knowledge::schema::Text;
use crate::text::stem::stem;
use crate::text::tokens::words;

/// The longest text of a fact, in characters: three of them and their "no source" sentences make an answer of 1,200.
const LONGEST_FACT: usize = 320;

pub(super) fn sentence_form(findings: &mut Findings<'_>) {
    let facts = findings.facts().map(|(parsed, fact)| (parsed, &fact.text));
    let reasons =
        findings.each(|file| &file.disagreement).filter_map(|(parsed, it)| Some((parsed, it.reason.as_ref()?)));
    let texts: Vec<_> = facts.chain(reasons).collect();
    for (parsed, text) in texts {
        for (message, mend) in faults(text.get_ref()) {
            findings.add("sentence-form", parsed, at(text), message, mend);
        }
    }
}

fn faults(text: &str) -> Vec<(String, &'static str)> {
    let mut faults = Vec::new();
    let length = text.chars().count();
    if length > LONGEST_FACT {
        faults.push((
            format!("the text has {length} characters, {LONGEST_FACT} at most are shown well"),
            "say it shorter",
        ));
    }
    if !text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '“' | '‘' | '\'')) {
        faults.push(("the text does not begin like a sentence".to_owned(), "begin with a capital or a figure"));
    }
    if !text.ends_with(['.', '”', '?', '!', '’']) {
        faults.push(("the text does not end like a sentence".to_owned(), "end with a full stop"));
    }
    if text.contains("  ") || text.contains('\n') || text.trim() != text {
        faults.push(("the text has stray white space".to_owned(), "use single spaces on one line"));
    }
    faults
}

pub(super) fn opposite(findings: &mut Findings<'_>) {
    let synonyms: Vec<Vec<CompactString>> =
        findings.each(|file| &file.synonym).map(|(_, list)| list.words.iter().map(stem_of).collect()).collect();
    let pairs: Vec<_> = findings
        .each(|file| &file.opposite)
        .flat_map(|(parsed, it)| {
            it.one.iter().flat_map(move |one| it.other.iter().map(move |other| (parsed, one, other)))
        })
        .collect();
    for (parsed, one, other) in pairs {
        let (first, second) = (stem_of(one), stem_of(other));
        if first == second || synonyms.iter().any(|list| list.contains(&first) && list.contains(&second)) {
            let message = format!("`{}` and `{}` mean the same", one.get_ref(), other.get_ref());
            findings.add("opposite", parsed, at(other), message, "take one of them out, or out of the synonyms");
        }
    }
}

/// The stem of a single word.
fn stem_of(word: &Text) -> CompactString {
    stem(word.get_ref())
}

pub(super) fn loaded_word(findings: &mut Findings<'_>) {
    let lists = findings.each(|file| &file.loaded).map(|(_, it)| it);
    let loaded: Vec<_> =
        lists.flat_map(|list| list.words.iter().map(|it| (words(it.get_ref()), it, &list.instead))).collect();
    for (parsed, text) in own_words(findings) {
        let spoken = words(&outside_quotations(text.get_ref()));
        for (_, phrase, instead) in loaded.iter().filter(|(phrase, ..)| contains(&spoken, phrase)) {
            let message = format!("`{}` takes a side", phrase.get_ref());
            let mend = format!("write {}, or quote and attribute it", instead.get_ref());
            findings.add("loaded-word", parsed, at(text), message, &mend);
        }
    }
}

/// Everything that the project says in its own words.
fn own_words<'f>(findings: &Findings<'f>) -> Vec<(&'f Parsed, &'f Text)> {
    let facts = findings.facts().flat_map(|(parsed, fact)| {
        let summaries = fact.reference.iter().filter(|it| !it.verbatim).map(|it| &it.snippet);
        std::iter::once(&fact.text).chain(&fact.value).chain(&fact.place).chain(summaries).map(move |it| (parsed, it))
    });
    let disputes = findings.each(|file| &file.disagreement).flat_map(|(parsed, it)| {
        let values = it.values.iter().map(|value| &value.value);
        std::iter::once(&it.property).chain(&it.reason).chain(values).map(move |it| (parsed, it))
    });
    let counts = findings.each(|file| &file.count).map(|(parsed, it)| (parsed, &it.definition));
    let names = findings.each(|file| &file.entity).map(|(parsed, it)| (parsed, &it.name));
    facts.chain(disputes).chain(counts).chain(names).collect()
}

fn contains(words: &[CompactString], phrase: &[CompactString]) -> bool {
    words.windows(phrase.len().max(1)).any(|window| window == phrase)
}

/// The text with everything between quotation marks left out.
fn outside_quotations(text: &str) -> String {
    let mut depth = 0usize;
    let mut straight = false;
    let mut kept = String::new();
    for c in text.chars() {
        match c {
            '“' => depth += 1,
            '”' => depth = depth.saturating_sub(1),
            '"' => straight = !straight,
            _ if depth == 0 && !straight => kept.push(c),
            _ => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_are_left_out() {
        assert_eq!(outside_quotations("He called it “a bully” and \"worse\" then."), "He called it  and  then.");
    }

    #[test]
    fn a_sentence_begins_and_ends_like_one() {
        assert!(faults("Bahrain signed on 15 September 2020.").is_empty());
        assert_eq!(faults("bahrain signed").len(), 2);
        assert_eq!(faults("Two  spaces.").len(), 1);
    }
}

//! One source: what it is, and what is told on its word.

use crate::knowledge::model::{Fact, Knowledge, Reference, Source};

/// A source and the facts that cite it.
#[derive(Clone, Debug)]
pub struct Card<'k> {
    /// The source.
    pub source: &'k Source,
    /// Each fact that cites it, with what is cited for it, in the order of the facts.
    pub cited_for: Vec<(&'k Fact, &'k Reference)>,
}

/// The source of an id, with all that is told on its word.
pub fn card<'k>(knowledge: &'k Knowledge, id: &str) -> Option<Card<'k>> {
    let source = knowledge.sources().iter().find(|source| source.id == id)?;
    let references = knowledge.facts().iter().filter_map(|fact| {
        let own = fact.references.iter().find(|it| knowledge.source_at(it.source).id == id)?;
        Some((fact, own))
    });
    Some(Card { source, cited_for: references.collect() })
}

/// The sources whose id, title or publisher has what was typed, best first, at most `most`; nothing typed gives the best of all.
pub fn search<'k>(knowledge: &'k Knowledge, typed: &str, most: usize) -> Vec<&'k Source> {
    let typed = typed.trim().to_lowercase();
    let words: Vec<&str> = typed.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut found: Vec<(bool, usize, &Source)> = knowledge
        .sources()
        .iter()
        .filter_map(|source| {
            let text = format!("{} {} {}", source.id, source.title, source.publisher).to_lowercase();
            let missing = words.iter().filter(|word| !has_word_like(&text, word)).count();
            (missing == 0).then_some((!source.id.starts_with(&typed), text.len(), source))
        })
        .collect();
    found.sort_by_key(|&(late, length, source)| (late, source.tier, length, source.id.as_str()));
    found.into_iter().map(|(.., source)| source).take(most).collect()
}

/// Whether a text has a word, or one a slip of the finger away.
fn has_word_like(text: &str, word: &str) -> bool {
    const SHORTEST_CORRECTED: usize = 5;
    text.contains(word)
        || (word.chars().count() >= SHORTEST_CORRECTED
            && text.split(|c: char| !c.is_alphanumeric()).any(|own| strsim::osa_distance(own, word) <= 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_found_by_words_of_their_titles() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let found = search(&knowledge, "abraham acords declaration", 5);
        assert!(!found.is_empty());
        let card = card(&knowledge, &found[0].id).expect("a source");
        assert_eq!(card.source.id, found[0].id);
        assert!(search(&knowledge, "zzzzzz", 5).is_empty());
        assert_eq!(search(&knowledge, "", 25).len(), 25);
    }

    #[test]
    fn every_cited_source_tells_what_for() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for reference in knowledge.facts().iter().flat_map(|fact| &fact.references) {
            let id = &knowledge.source_at(reference.source).id;
            assert!(!card(&knowledge, id).expect("a source").cited_for.is_empty());
        }
    }
}

//! Facts in an order, told a page at a time.

use super::draft::Draft;
use super::phrases::NOTHING_FOUND;
use super::unknown::bare;
use super::{Answer, Confidence, Outcome};
use crate::knowledge::model::{Fact, FactKey, Knowledge};

/// Characters of a page's sentences: below the most that an answer has, so that no sentence of a page is ever left out.
const PAGE_CHARS: usize = 1_100;
/// Facts on a page; more would leave no room for their sources.
const PAGE_FACTS: usize = 6;
/// References cited for each fact of a list.
const CITED_PER_FACT: usize = 1;

/// One page of a list of facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// The page's sentences and sources; unknown when there are no facts at all.
    pub answer: Answer,
    /// Which page it is, from 0.
    pub at: usize,
    /// How many there are, at least 1.
    pub of: usize,
}

/// The page `at` of these facts; the last one when there are fewer.
pub(super) fn page(knowledge: &Knowledge, facts: &[&Fact], at: usize) -> Page {
    let pages = pages(facts);
    let at = at.min(pages.len().saturating_sub(1));
    let answer = pages.get(at).map_or_else(
        || bare(Outcome::Unknown, NOTHING_FOUND.to_owned(), Vec::new()),
        |facts| {
            let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
            draft.cite_at_most(CITED_PER_FACT);
            draft.tell_all(facts);
            draft.finish(None, Vec::new())
        },
    );
    Page { answer, at, of: pages.len().max(1) }
}

/// The facts in pages, each filled as far as it goes.
fn pages<'f, 'k>(facts: &'f [&'k Fact]) -> Vec<&'f [&'k Fact]> {
    let mut pages = Vec::new();
    let (mut start, mut chars) = (0, 0);
    for (at, fact) in facts.iter().enumerate() {
        // What is added for weak sources is shorter than this.
        let own = fact.text.chars().count() + 60;
        if at > start && (chars + own > PAGE_CHARS || at - start >= PAGE_FACTS) {
            pages.push(&facts[start..at]);
            (start, chars) = (at, 0);
        }
        chars += own;
    }
    if start < facts.len() {
        pages.push(&facts[start..]);
    }
    pages
}

/// The facts of these keys as one answer, with as many sources of each as an answer has.
pub fn of_facts(knowledge: &Knowledge, keys: &[FactKey]) -> Answer {
    let facts: Vec<&Fact> = keys
        .iter()
        .map(|&key| knowledge.fact_at(key))
        .filter(|fact| fact.kind != crate::knowledge::vocabulary::FactKind::Claim)
        .collect();
    if facts.is_empty() {
        return bare(Outcome::Unknown, NOTHING_FOUND.to_owned(), Vec::new());
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&facts);
    draft.finish(None, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_is_on_one_page() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let facts: Vec<&Fact> = knowledge.stated_facts().collect();
        let mut told = Vec::new();
        let of = page(&knowledge, &facts, 0).of;
        for at in 0..of {
            let page = page(&knowledge, &facts, at);
            assert_eq!((page.at, page.of), (at, of));
            told.extend(page.answer.facts);
        }
        let expected: Vec<String> = facts.iter().map(|fact| fact.id.clone()).collect();
        assert_eq!(told, expected);
        assert_eq!(page(&knowledge, &facts, of + 9).at, of - 1);
        assert_eq!(page(&knowledge, &[], 3).of, 1);
    }
}

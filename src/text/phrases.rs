//! Phrases found in a text by a look-up of their first word.

use compact_str::CompactString;
use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use super::tokens::Token;

/// Phrases of folded words, each with what it means.
#[derive(Debug, Serialize, Deserialize)]
pub struct Phrases<T> {
    by_first_word: FnvHashMap<CompactString, Vec<(Vec<CompactString>, T)>>,
}

/// A phrase found: index of its first token, how many tokens it covers, and what it means.
pub type Found<'p, T> = (usize, usize, &'p T);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first_word: FnvHashMap::default() }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase; one without words is left out.
    pub fn add(&mut self, words: Vec<CompactString>, meaning: T) {
        if let Some(first) = words.first() {
            self.by_first_word.entry(first.clone()).or_default().push((words, meaning));
        }
    }

    /// All phrases in a text, from left to right; at one place in the order in which they were added.
    pub fn find<'p>(&'p self, tokens: &[Token]) -> Vec<Found<'p, T>> {
        let mut found = Vec::new();
        for (first, token) in tokens.iter().enumerate() {
            for (words, meaning) in self.by_first_word.get(&token.folded).into_iter().flatten() {
                let window = tokens[first..].iter().take(words.len());
                if first + words.len() <= tokens.len() && window.zip(words).all(|(token, word)| token.folded == *word) {
                    found.push((first, words.len(), meaning));
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::{tokenise, words};

    #[test]
    fn phrases_are_found_where_they_stand() {
        let mut phrases = Phrases::default();
        phrases.add(words("when"), 1);
        phrases.add(words("when did"), 2);
        phrases.add(Vec::new(), 3);
        let tokens = tokenise("So when did it, when?");
        assert_eq!(phrases.find(&tokens), [(1, 1, &1), (1, 2, &2), (4, 1, &1)]);
        assert_eq!(phrases.find(&[]), []);
    }
}

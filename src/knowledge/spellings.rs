//! The words and names that a misspelt word may be meant for.

use std::collections::{BTreeMap, BTreeSet};

use compact_str::CompactString;
use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use super::lists::Lists;
use super::model::{Entity, EntityKey};
use crate::text::similarity::{Letters, SHORTEST_SLIP};
use crate::text::tokens::words;

/// A word that a misspelt one may be meant for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Spelling {
    /// How many characters it has.
    pub chars: usize,
    /// Which letters it has.
    pub letters: Letters,
    /// Whether it is a word of a name.
    pub in_name: bool,
    /// The word, folded.
    pub word: CompactString,
}

/// The words of a knowledge that are long enough to be told apart, and its names of several words.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Spellings {
    by_first_letter: BTreeMap<char, Vec<Spelling>>,
    /// The words of names, each with the entities whose names they are part of.
    name_words: FnvHashMap<CompactString, Vec<EntityKey>>,
    /// The names of several words, in the order of the entities.
    long_names: Lists<CompactString>,
    /// The places of those under each of their words.
    long_names_with: FnvHashMap<CompactString, Vec<u32>>,
}

impl Spellings {
    /// Gathers the words of names and of facts, folded.
    pub(super) fn new<'w>(entities: &[Entity], of_facts: impl Iterator<Item = &'w str>) -> Self {
        let mut spellings = Self::default();
        let mut long_names = Vec::new();
        let is_long = |word: &str| word.chars().count() >= SHORTEST_SLIP && word.chars().all(char::is_alphabetic);
        let names = entities
            .iter()
            .flat_map(|entity| std::iter::once(&entity.name).chain(&entity.aliases).map(|name| (entity.key, name)));
        for (entity, name) in names {
            let words = words(name);
            for word in words.iter().filter(|word| is_long(word)) {
                let of_word = spellings.name_words.entry(word.clone()).or_default();
                if of_word.last() != Some(&entity) {
                    of_word.push(entity);
                }
            }
            if words.len() > 1 {
                let place = u32::try_from(long_names.len()).expect("a knowledge has far fewer than 2^32 names");
                for word in words.iter().collect::<BTreeSet<_>>() {
                    spellings.long_names_with.entry(word.clone()).or_default().push(place);
                }
                long_names.push(words);
            }
        }
        spellings.long_names = long_names.into_iter().collect();
        let mut words: BTreeSet<&str> = of_facts.filter(|word| is_long(word)).collect();
        words.extend(spellings.name_words.keys().map(CompactString::as_str));
        for word in words {
            if let Some(first) = word.chars().next() {
                let spelling = Spelling {
                    chars: word.chars().count(),
                    letters: Letters::of(word),
                    in_name: spellings.name_words.contains_key(word),
                    word: word.into(),
                };
                spellings.by_first_letter.entry(first).or_default().push(spelling);
            }
        }
        spellings
    }

    /// Words long enough to be corrected to, by their first letter, in alphabetical order.
    pub fn beginning_with(&self, first: char) -> &[Spelling] {
        self.by_first_letter.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The names of several words among which is this one, folded, in the order of the entities.
    pub fn names_with(&self, word: &str) -> impl Iterator<Item = &[CompactString]> {
        self.long_names_with.get(word).into_iter().flatten().map(|&place| self.long_names.get(place as usize))
    }

    /// Whether two words, folded, are words of the names of one entity.
    pub fn share_a_name(&self, one: &str, other: &str) -> bool {
        let entities = |word: &str| self.name_words.get(word);
        entities(one).zip(entities(other)).is_some_and(|(one, other)| one.iter().any(|entity| other.contains(entity)))
    }

    /// Whether the word, folded, is a word of a name.
    pub fn is_name_word(&self, folded: &str) -> bool {
        self.name_words.contains_key(folded)
    }
}

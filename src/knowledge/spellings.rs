//! The words and names that a misspelt word may be meant for.

use std::collections::{BTreeMap, BTreeSet};

use compact_str::CompactString;
use fnv::FnvHashMap;
use serde::{Deserialize, Serialize, Serializer};

use super::lists::Lists;
use super::model::{Entity, EntityKey};
use crate::text::similarity::{Letters, SHORTEST_SLIP};
use crate::text::tokens::words;

/// A word that a misspelt one may be meant for.
#[derive(Debug, Serialize, Deserialize)]
pub struct Spelling {
    /// Whether it is a word of a name.
    pub in_name: bool,
    /// The word, folded.
    pub word: CompactString,
}

/// Words of one length that begin alike.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "Vec<Spelling>")]
struct Shelf {
    /// Which letters each has: looked at first, and therefore side by side.
    letters: Vec<Letters>,
    words: Vec<Spelling>,
}

impl Shelf {
    fn push(&mut self, spelling: Spelling) {
        self.letters.push(Letters::of(&spelling.word));
        self.words.push(spelling);
    }
}

/// Only the words are written: their letters follow from them.
impl Serialize for Shelf {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.words.serialize(serializer)
    }
}

impl From<Vec<Spelling>> for Shelf {
    fn from(words: Vec<Spelling>) -> Self {
        Self { letters: words.iter().map(|spelling| Letters::of(&spelling.word)).collect(), words }
    }
}

/// The words of a knowledge that are long enough to be told apart, and its names of several words.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Spellings {
    /// By first letter and number of characters.
    shelves: BTreeMap<(char, usize), Shelf>,
    /// The words of names, each with the entities whose names they are part of.
    name_words: FnvHashMap<CompactString, Vec<EntityKey>>,
    /// The names of several words, in the order of the entities.
    long_names: Lists<CompactString>,
    /// The places of those under each of their words, the names of fewer words first.
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
        for places in spellings.long_names_with.values_mut() {
            places.sort_by_key(|&place| long_names[place as usize].len());
        }
        spellings.long_names = long_names.into_iter().collect();
        let mut words: BTreeSet<&str> = of_facts.filter(|word| is_long(word)).collect();
        words.extend(spellings.name_words.keys().map(CompactString::as_str));
        for word in words {
            if let Some(first) = word.chars().next() {
                let shelf = spellings.shelves.entry((first, word.chars().count())).or_default();
                shelf.push(Spelling { in_name: spellings.name_words.contains_key(word), word: word.into() });
            }
        }
        spellings
    }

    /// The words long enough to be corrected to that begin with a letter, have about so many characters, and may be so many edits
    /// from a word with these letters.
    pub fn near(&self, first: char, chars: usize, edits: usize, letters: Letters) -> impl Iterator<Item = &Spelling> {
        let lengths = chars.saturating_sub(edits)..=chars + edits;
        let shelves = lengths.filter_map(move |chars| self.shelves.get(&(first, chars)));
        shelves.flat_map(move |shelf| {
            let near =
                shelf.letters.iter().zip(&shelf.words).filter(move |(own, _)| letters.may_be_within(edits, **own));
            near.map(|(_, word)| word)
        })
    }

    /// The names of so many words among which is this one, folded.
    pub fn names_with(&self, word: &str, words: usize) -> impl ExactSizeIterator<Item = &[CompactString]> {
        let places = self.long_names_with.get(word).map_or(&[][..], Vec::as_slice);
        let length = |place: &u32| self.long_names.get(*place as usize).len();
        let first = places.partition_point(|place| length(place) < words);
        let count = places[first..].partition_point(|place| length(place) == words);
        places[first..first + count].iter().map(|&place| self.long_names.get(place as usize))
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

//! Names of entities and where they stand in a text.

use fnv::{FnvHashMap, FnvHashSet};
use serde::{Deserialize, Serialize};

use super::model::{Entity, EntityKey};
use crate::text::tokens::{Token, words};

/// A name with spaces left out matches only from this length on: "o man" is not Oman.
const SHORTEST_RUN_TOGETHER: usize = 5;

/// How many letters tell that a word may begin a name.
const BEGINNING: usize = 3;

/// One name of one entity.
#[derive(Debug, Serialize, Deserialize)]
pub struct Name {
    /// Its words, folded and run together.
    pub key: String,
    /// How many words it has.
    pub words: usize,
    /// Whose name it is.
    pub entity: EntityKey,
    /// Whether only capitals make it a name ("US" and not "us").
    pub capitals_only: bool,
}

/// Where a name stands in a list of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of its first token.
    pub first: usize,
    /// How many tokens it covers.
    pub count: usize,
    /// Whose name it is; several when the name is shared.
    pub entities: Vec<EntityKey>,
}

impl Mention {
    /// Whether it covers the token.
    pub fn covers(&self, token: usize) -> bool {
        (self.first..self.first + self.count).contains(&token)
    }
}

/// All names of a knowledge.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Names {
    all: Vec<Name>,
    by_key: FnvHashMap<String, Vec<usize>>,
    most_words: usize,
    /// The first letters of all keys: most words of a text begin no name.
    beginnings: FnvHashSet<[char; BEGINNING]>,
}

impl Names {
    /// The names of these entities.
    pub fn new(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        for entity in entities {
            let own = std::iter::once(&entity.name).chain(&entity.aliases);
            for name in own.chain(&entity.ambiguous_aliases) {
                names.add(name, entity.key, entity.capitals_only.contains(name));
            }
        }
        names
    }

    fn add(&mut self, name: &str, entity: EntityKey, capitals_only: bool) {
        let words = words(name);
        let key = words.concat();
        let known = self.by_key.entry(key.clone()).or_default();
        if key.is_empty() || known.iter().any(|&at| self.all[at].entity == entity) {
            return;
        }
        known.push(self.all.len());
        self.most_words = self.most_words.max(words.len());
        self.beginnings.extend(beginning(&key));
        self.all.push(Name { key, words: words.len(), entity, capitals_only });
    }

    /// Every name, by entity.
    pub fn all(&self) -> &[Name] {
        &self.all
    }

    /// The entities with exactly this name, folded and run together.
    pub fn exactly(&self, key: &str) -> Vec<EntityKey> {
        self.by_key.get(key).into_iter().flatten().map(|&at| self.all[at].entity).collect()
    }

    /// The names in a text, from left to right, the longest first, none over another.
    pub fn find(&self, tokens: &[Token]) -> Vec<Mention> {
        let mut found = Vec::new();
        let mut first = 0;
        while first < tokens.len() {
            match self.longest_at(tokens, first) {
                Some(mention) => {
                    first += mention.count;
                    found.push(mention);
                }
                None => first += 1,
            }
        }
        found
    }

    fn longest_at(&self, tokens: &[Token], first: usize) -> Option<Mention> {
        let longest = (self.most_words + 1).min(tokens.len() - first);
        let mut key = String::new();
        let mut found = None;
        for count in 1..=longest {
            key.push_str(&tokens[first + count - 1].folded);
            if key.chars().count() >= BEGINNING && !beginning(&key).is_some_and(|it| self.beginnings.contains(&it)) {
                break;
            }
            found = self.at(tokens, first, count, &key).or(found);
        }
        found
    }

    fn at(&self, tokens: &[Token], first: usize, count: usize, key: &str) -> Option<Mention> {
        let window = &tokens[first..first + count];
        let hits = match self.by_key.get(key) {
            Some(hits) => hits,
            None => self.by_key.get(key.strip_suffix('s').filter(|key| key.len() > 2)?)?,
        };
        let fits = |name: &Name| {
            let spaced_alike = name.words == count
                || key.chars().count() >= SHORTEST_RUN_TOGETHER
                || window[1..].iter().all(|t| t.joined);
            let written_so =
                !name.capitals_only || is_capitals(&window[0].raw) || (first > 0 && tokens[first - 1].folded == "the");
            spaced_alike && written_so
        };
        let hits = hits.iter().map(|&at| &self.all[at]).filter(|name| fits(name));
        let mut entities: Vec<_> = hits.map(|name| name.entity).collect();
        entities.dedup();
        (!entities.is_empty()).then_some(Mention { first, count, entities })
    }
}

/// The first letters of a key, if it has as many.
fn beginning(key: &str) -> Option<[char; BEGINNING]> {
    let mut letters = key.chars();
    Some([letters.next()?, letters.next()?, letters.next()?])
}

/// The form in which names are compared: folded, without spaces.
pub fn run_together(name: &str) -> String {
    words(name).concat()
}

fn is_capitals(raw: &str) -> bool {
    raw.chars().any(char::is_alphabetic) && !raw.chars().any(char::is_lowercase)
}

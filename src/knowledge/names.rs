//! Names of entities and where they stand in a text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use super::lists::Lists;
use super::model::{Entity, EntityKey};
use super::sketches::{Sketch, Sketches};
use super::vocabulary::EntityKind;
use crate::text::similarity::LetterCounts;
use crate::text::tokens::{Token, words};
use crate::text::trie::{Node, Trie};

/// A name with spaces left out matches only from this length on: "o man" is not Oman.
const SHORTEST_RUN_TOGETHER: usize = 5;

/// From this length on, in bytes, a word with an "s" may be the plural of a name ("Emiratis"): the "USS" Enterprise is not
/// several US.
const SHORTEST_PLURAL: usize = 4;

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
    /// What it names.
    pub kind: EntityKind,
    /// How many other names that fit as well go before it: the usual name of an entity does, and one of an entity of which
    /// something is recorded.
    pub handicap: u32,
    /// How many characters its key has.
    pub chars: usize,
}

impl Name {
    /// So many of the first characters of its key, if it has more.
    pub fn beginning(&self, chars: usize) -> Option<&str> {
        // Most names are of ASCII letters only.
        if self.chars == self.key.len() {
            return self.key.get(..chars).filter(|_| self.chars > chars);
        }
        self.key.char_indices().nth(chars).map(|(end, _)| &self.key[..end])
    }
}

/// Where a name stands in a list of tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Index of its first token.
    pub first: usize,
    /// How many tokens it covers.
    pub count: usize,
    /// Whose name it is; several when the name is shared.
    pub entities: SmallVec<[EntityKey; 2]>,
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
    /// The keys of the names, numbered.
    keys: Trie,
    /// For each key the places of its names in `all`.
    by_key: Lists<u32>,
    sketches: Sketches,
    most_words: usize,
}

impl Names {
    /// The names of these entities.
    pub fn new(entities: &[Entity]) -> Self {
        let mut names = Self::default();
        let mut by_key: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for entity in entities {
            let own = std::iter::once(&entity.name).chain(&entity.aliases);
            for name in own.chain(&entity.ambiguous_aliases) {
                names.add(&mut by_key, name, entity);
            }
        }
        names.keys = Trie::new(by_key.keys().map(String::as_str));
        names.by_key = by_key.into_values().collect();
        names.sketches = Sketches::new(&names.all, entities);
        names.sketch();
        names
    }

    /// Draws the sketches, which are not written.
    pub(super) fn sketch(&mut self) {
        self.sketches.draw(&self.all);
    }

    fn add(&mut self, by_key: &mut BTreeMap<String, Vec<u32>>, name: &str, entity: &Entity) {
        let words = words(name);
        let key = words.concat();
        let known = by_key.entry(key.clone()).or_default();
        if key.is_empty() || known.iter().any(|&at| self.all[at as usize].entity == entity.key) {
            return;
        }
        known.push(u32::try_from(self.all.len()).expect("a knowledge has far fewer than 2^32 names"));
        self.most_words = self.most_words.max(words.len());
        self.all.push(Name {
            words: words.len(),
            entity: entity.key,
            capitals_only: entity.capitals_only.iter().any(|it| it == name),
            kind: entity.kind,
            handicap: u32::from(run_together(&entity.name) != key),
            chars: key.chars().count(),
            key,
        });
    }

    /// Puts the names of entities of which nothing is recorded after the others.
    pub(super) fn put_back(&mut self, is_recorded: impl Fn(EntityKey) -> bool) {
        for name in &mut self.all {
            name.handicap += u32::from(!is_recorded(name.entity));
        }
    }

    /// What is looked at first of each name of a kind, and its letters; those that fit equally well are offered in this order.
    pub fn sketches(&self, kind: EntityKind) -> impl Iterator<Item = (&Sketch, &LetterCounts)> {
        self.sketches.of_kind(kind)
    }

    /// The name of a sketch.
    pub fn sketched(&self, sketch: &Sketch) -> &Name {
        &self.all[sketch.name as usize]
    }

    /// Every name, by entity.
    pub fn all(&self) -> &[Name] {
        &self.all
    }

    /// The entities with exactly this name, folded and run together.
    pub fn exactly(&self, key: &str) -> Vec<EntityKey> {
        self.keys.get(key).into_iter().flat_map(|number| self.numbered(number)).map(|name| name.entity).collect()
    }

    /// The names with the key of this number.
    fn numbered(&self, key: usize) -> impl Iterator<Item = &Name> {
        self.by_key.get(key).iter().map(|&at| &self.all[at as usize])
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
        let mut walk = Walk::new(&self.keys)?;
        let mut found = None;
        for count in 1..=longest {
            walk.go_on(&tokens[first + count - 1].folded);
            if let Some(key) = walk.key() {
                found = self.at(tokens, first, count, key, &walk).or(found);
            }
            if walk.node.is_none() {
                break;
            }
        }
        found
    }

    /// The names of this key that a window of tokens may mean.
    fn at(&self, tokens: &[Token], first: usize, count: usize, key: usize, walk: &Walk<'_>) -> Option<Mention> {
        let window = &tokens[first..first + count];
        // "A land" is no Aland.
        let is_article = matches!(window[0].folded.as_str(), "a" | "an");
        let fits = |name: &&Name| {
            let is_run_together =
                (walk.chars >= SHORTEST_RUN_TOGETHER && !is_article) || window[1..].iter().all(|t| t.joined);
            let spaced_alike = name.words == count || is_run_together;
            let written_so =
                !name.capitals_only || is_capitals(&window[0].raw) || (first > 0 && tokens[first - 1].folded == "the");
            spaced_alike && written_so
        };
        let mut entities: SmallVec<[EntityKey; 2]> = self.numbered(key).filter(fits).map(|name| name.entity).collect();
        entities.dedup();
        (!entities.is_empty()).then_some(Mention { first, count, entities })
    }
}

/// A walk through the keys along the letters of some words, run together.
struct Walk<'n> {
    keys: &'n Trie,
    /// Where it stands; none when no key begins so.
    node: Option<Node>,
    /// Where it stood before the last letter, and that letter.
    before: Option<(Node, u8)>,
    /// The length of the words in bytes ...
    bytes: usize,
    /// ... and in characters.
    chars: usize,
}

impl<'n> Walk<'n> {
    fn new(keys: &'n Trie) -> Option<Self> {
        Some(Self { keys, node: Some(keys.root()?), before: None, bytes: 0, chars: 0 })
    }

    fn go_on(&mut self, word: &str) {
        self.bytes += word.len();
        self.chars += word.chars().count();
        for byte in word.bytes() {
            self.before = self.node.map(|node| (node, byte));
            self.node = self.node.and_then(|node| self.keys.step(node, byte));
            if self.before.is_none() {
                return;
            }
        }
    }

    /// The key that the words make, or make without a plural "s".
    fn key(&self) -> Option<usize> {
        let whole = self.node.and_then(|node| self.keys.key_at(node));
        whole.or_else(|| {
            let (singular, last) = self.before?;
            let may_be_plural = last == b's' && self.bytes >= SHORTEST_PLURAL;
            if may_be_plural { self.keys.key_at(singular) } else { None }
        })
    }
}

/// The form in which names are compared: folded, without spaces.
pub fn run_together(name: &str) -> String {
    words(name).concat()
}

fn is_capitals(raw: &str) -> bool {
    raw.chars().any(char::is_alphabetic) && !raw.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use crate::knowledge::Knowledge;

    #[test]
    fn an_article_is_no_part_of_a_name_in_one_word() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let names = |text: &str| {
            let mentions = knowledge.index().find_names(&knowledge.index().tokenise(text));
            mentions.iter().map(|it| knowledge.entity_at(it.entities[0]).id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(names("a right to a land of their own"), Vec::<String>::new());
        assert_eq!(names("flights to Aland"), ["aland-islands"]);
        assert_eq!(names("new zea land"), ["new-zealand"]);
    }
}

//! The words of facts and names, ready for questions: features, their weights, and where they occur.

use std::collections::{BTreeMap, BTreeSet};

use fnv::{FnvHashMap, FnvHashSet};
use serde::{Deserialize, Serialize};

use super::compounds::compounds;
use super::date_mentions::find_dates;
use super::figures::has_figure;
use super::model::{Cue, Entity, EntityKey, Fact, FactKey, SUBJECT};
use super::names::{Mention, Names};
use super::own_questions::{OwnQuestions, Saying};
use super::vocabulary::{CueMeaning, EntityKind, Intent};
use crate::text::phrases::Phrases;
use crate::text::similarity::{Letters, SHORTEST_SLIP};
use crate::text::tokens::{Token, tokenise, words};

/// The weight of the accords themselves, in nats: nearly every fact is on them, so that naming them tells next to nothing.
const SUBJECT_WEIGHT: f32 = 0.3;

/// The most that a word can tell, in nats: one found in a single fact, or in none, tells little more than one found in ten,
/// and would else outweigh the names beside it.
const MOST_WEIGHT: f32 = 5.0;

/// The share of its weight that a general word keeps ("open", "first", "three"): it helps to choose between facts, and its
/// absence from a fact means little.
const GENERAL_SHARE: f32 = 0.3;

/// One thing that a text may contain: the stem of a word, or a named entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Feature(u32);

/// What a fact can be found by. All lists are sorted and without doubles.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Everything: text, place, value, subjects, parties, and all asks.
    pub all: Vec<Feature>,
    /// What its sentence says.
    pub text: Vec<Feature>,
    /// Its questions, one by one.
    pub asks: Vec<Ask>,
    /// What it corrects, one by one; not part of `all`, because its sentence says otherwise.
    pub denies: Vec<Ask>,
    /// Persons named in its sentence.
    pub persons: Vec<EntityKey>,
    /// Whether its sentence gives a number besides dates.
    pub has_figure: bool,
    /// What belongs to whom in its sentence and its questions: "the Moroccan king".
    pub compounds: Vec<(EntityKey, Feature)>,
}

impl Profile {
    /// Every feature by which the fact is a candidate, sorted, without doubles.
    fn found_by(&self) -> BTreeSet<Feature> {
        let denied = self.denies.iter().flat_map(|denial| &denial.features);
        self.all.iter().chain(denied).copied().collect()
    }
}

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
    pub word: String,
}

/// One question of a fact, or one thing that it corrects.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Ask {
    /// What it speaks of, sorted.
    pub features: Vec<Feature>,
    /// The weight of all of it, in nats.
    pub weight: f32,
    /// What it asks for ("when", "how many"), each once.
    pub wants: Vec<Intent>,
}

/// The words of a knowledge. Built once, when the knowledge is linked.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    names: Names,
    filler: FnvHashSet<String>,
    filler_stems: FnvHashSet<String>,
    stems: FnvHashMap<String, Feature>,
    synonyms: FnvHashMap<String, String>,
    common_nouns: BTreeSet<EntityKey>,
    general: FnvHashSet<String>,
    entities: FnvHashMap<EntityKey, Feature>,
    weights: Vec<f32>,
    postings: Vec<Vec<FactKey>>,
    profiles: Vec<Profile>,
    words: FnvHashMap<String, u32>,
    spellings: BTreeMap<char, Vec<Spelling>>,
    name_words: BTreeMap<String, BTreeSet<EntityKey>>,
    phrases: Phrases<String>,
    cues: Phrases<CueMeaning>,
    /// The names of several words, under each of their words.
    long_names: FnvHashMap<String, Vec<Vec<String>>>,
    places: BTreeSet<EntityKey>,
    place_names: BTreeMap<String, Vec<String>>,
    own_questions: OwnQuestions,
    unseen_weight: f32,
}

impl Index {
    /// Indexes entities and facts; cues say which words carry nothing.
    pub(super) fn new(entities: &[Entity], facts: &[Fact], cues: &[Cue], synonyms: &[Vec<String>]) -> Self {
        let filler_words = cues.iter().filter(|cue| cue.means == CueMeaning::Filler).flat_map(|cue| &cue.words);
        let filler: FnvHashSet<String> = filler_words.flat_map(|phrase| words(phrase)).collect();
        let filler_stems = filler.iter().flat_map(|w| tokenise(w)).map(|t| t.stem).collect();
        let mut index = Self {
            names: Names::new(entities),
            filler,
            filler_stems,
            synonyms: synonyms_of(synonyms),
            phrases: phrases_of(synonyms),
            cues: cues_of(cues),
            general: general_words(),
            common_nouns: entities.iter().filter(|entity| is_common_noun(entity)).map(|entity| entity.key).collect(),
            ..Self::default()
        };
        for word in cues.iter().flat_map(|cue| &cue.words).flat_map(|phrase| words(phrase)) {
            index.words.entry(word).or_insert(0);
        }
        for fact in facts {
            let profile = index.profile(fact, entities);
            for feature in profile.found_by() {
                index.postings[feature.0 as usize].push(fact.key);
            }
            index.profiles.push(profile);
        }
        let subject = entities.iter().find(|entity| entity.id == SUBJECT).map(|entity| entity.key);
        index.weigh(facts.len(), subject);
        for place in facts.iter().filter_map(|fact| fact.place.as_ref()) {
            index.place_names.insert(place.clone(), words(place));
        }
        index.places =
            facts.iter().filter_map(|fact| fact.place.as_ref()).flat_map(|place| index.named_in(place)).collect();
        index.collect_spellings(entities);
        index.collect_own_questions(facts);
        index
    }

    fn collect_own_questions(&mut self, facts: &[Fact]) {
        let mut own = OwnQuestions::default();
        for fact in facts {
            let sayings = fact.asks.iter().filter_map(|ask| self.saying(&mut tokenise(ask)));
            sayings.for_each(|saying| own.add(saying, fact.key));
        }
        self.own_questions = own;
    }

    fn saying(&self, tokens: &mut [Token]) -> Option<Saying> {
        self.unify(tokens);
        Saying::new(self, tokens)
    }

    /// The facts that have this very question among theirs, whatever the order of its words; `tokens` as corrected.
    pub fn facts_asked(&self, tokens: &[Token]) -> Vec<FactKey> {
        self.saying(&mut tokens.to_vec()).map_or_else(Vec::new, |saying| self.own_questions.facts(&saying))
    }

    fn profile(&mut self, fact: &Fact, entities: &[Entity]) -> Profile {
        let mut text = self.learn(&fact.text);
        let persons = self.persons_in(&fact.text, entities);
        let mut learn_all = |texts: &[String]| -> Vec<_> {
            let ask = |text: &String| Ask { features: self.learn(text), weight: 0.0, wants: self.wanted_by(text) };
            texts.iter().map(ask).collect()
        };
        let (asks, denies) = (learn_all(&fact.asks), learn_all(&fact.denies));
        for extra in [&fact.place, &fact.value].into_iter().flatten() {
            text.extend(self.learn(extra));
        }
        text.extend(fact.about.iter().chain(&fact.speaker).map(|&entity| self.entity_feature(entity)));
        let mut all: Vec<_> = text.iter().chain(asks.iter().flat_map(|ask| &ask.features)).copied().collect();
        all.extend(fact.parties.iter().map(|&entity| self.entity_feature(entity)));
        for list in [&mut text, &mut all] {
            list.sort_unstable();
            list.dedup();
        }
        let said = std::iter::once(&fact.text).chain(&fact.asks);
        let mut compounds: Vec<_> = said.flat_map(|text| self.compounds_in(text)).collect();
        compounds.sort_unstable();
        compounds.dedup();
        Profile { all, text, asks, denies, persons, has_figure: has_figure(&fact.text), compounds }
    }

    fn compounds_in(&self, text: &str) -> Vec<(EntityKey, Feature)> {
        let mut tokens = tokenise(text);
        self.unify(&mut tokens);
        self.compounds(&tokens, &self.find_names(&tokens))
    }

    /// What belongs to whom in a text whose words have been unified: see `compounds`.
    pub fn compounds(&self, tokens: &[Token], mentions: &[Mention]) -> Vec<(EntityKey, Feature)> {
        let carries = |at: usize| !self.is_filler(&tokens[at]) && !mentions.iter().any(|mention| mention.covers(at));
        let found = compounds(tokens, mentions, carries);
        found.into_iter().filter_map(|(entity, at)| Some((entity, self.feature_of_stem(&tokens[at].stem)?))).collect()
    }

    /// The entities that a text names without doubt.
    pub fn named_in(&self, text: &str) -> Vec<EntityKey> {
        let mentions = self.names.find(&tokenise(text));
        mentions.into_iter().filter(|m| m.entities.len() == 1).map(|m| m.entities[0]).collect()
    }

    fn persons_in(&self, text: &str, entities: &[Entity]) -> Vec<EntityKey> {
        self.named_in(text).into_iter().filter(|key| entities[key.index()].kind == EntityKind::Person).collect()
    }

    /// Features of a text of the knowledge; new words are learnt.
    fn learn(&mut self, text: &str) -> Vec<Feature> {
        let mut tokens = tokenise(text);
        self.unify(&mut tokens);
        let mentions = self.find_names(&tokens);
        let dates = find_dates(&tokens);
        let mut features = Vec::new();
        for mention in &mentions {
            for &entity in &mention.entities {
                features.push(self.entity_feature(entity));
            }
        }
        for (at, token) in tokens.iter().enumerate() {
            *self.words.entry(token.folded.clone()).or_insert(0) += 1;
            let is_placed = mentions.iter().any(|m| m.covers(at)) || dates.iter().any(|m| m.covers(at));
            if !is_placed && !self.is_filler(token) {
                features.push(self.stem_feature(&token.stem));
            }
        }
        features.sort_unstable();
        features.dedup();
        features
    }

    /// Puts one word for each phrase that has a synonym ("taken off" -> "remove"): its first word takes the stem, the others
    /// are emptied and count for nothing.
    pub fn unify(&self, tokens: &mut [Token]) {
        for (first, count, stem) in self.phrases.find(tokens) {
            // A longer phrase may have taken the words already.
            if tokens[first..first + count].iter().any(|token| token.stem.is_empty()) {
                continue;
            }
            tokens[first].stem.clone_from(stem);
            tokens[first].unified = true;
            tokens[first + 1..first + count].iter_mut().for_each(|token| token.stem.clear());
        }
    }

    /// The kinds of answer that a question asks for by a question word.
    fn wanted_by(&self, question: &str) -> Vec<Intent> {
        let cues = self.find_cues(&tokenise(question));
        let asked = |intent: &Intent| cues.iter().any(|(.., means)| *means == CueMeaning::Intent(*intent));
        Intent::QUESTION_WORDS.into_iter().filter(asked).collect()
    }

    /// The cues in a text, from left to right.
    pub fn find_cues(&self, tokens: &[Token]) -> Vec<(usize, usize, CueMeaning)> {
        self.cues.find(tokens).into_iter().map(|(first, count, &means)| (first, count, means)).collect()
    }

    /// The names in a text; common nouns that have an entry of their own ("annexation") stay words.
    pub fn find_names(&self, tokens: &[Token]) -> Vec<Mention> {
        let mut mentions = self.names.find(tokens);
        mentions.retain(|mention| !mention.entities.iter().any(|entity| self.common_nouns.contains(entity)));
        mentions
    }

    fn stem_feature(&mut self, stem: &str) -> Feature {
        let stem = self.synonyms.get(stem).map_or(stem, String::as_str).to_owned();
        let stem = stem.as_str();
        if let Some(&feature) = self.stems.get(stem) {
            return feature;
        }
        let feature = self.new_feature();
        self.stems.insert(stem.to_owned(), feature);
        feature
    }

    fn entity_feature(&mut self, entity: EntityKey) -> Feature {
        if let Some(&feature) = self.entities.get(&entity) {
            return feature;
        }
        let feature = self.new_feature();
        self.entities.insert(entity, feature);
        feature
    }

    fn new_feature(&mut self) -> Feature {
        self.postings.push(Vec::new());
        Feature(u32::try_from(self.postings.len() - 1).expect("a knowledge has far fewer than 2^32 words"))
    }

    /// Weighs each feature by rarity: the inverse document frequency of Okapi BM25 (Robertson and Spärck Jones).
    #[expect(clippy::cast_precision_loss, reason = "counts of facts are small")]
    fn weigh(&mut self, facts: usize, subject: Option<EntityKey>) {
        let idf = |found: usize| {
            let (all, found) = (facts as f32, found as f32);
            (1.0 + (all - found + 0.5) / (found + 0.5)).ln().min(MOST_WEIGHT)
        };
        self.weights = self.postings.iter().map(|posting| idf(posting.len())).collect();
        self.unseen_weight = idf(0);
        for (_, &feature) in self.stems.iter().filter(|(stem, _)| self.general.contains(*stem)) {
            self.weights[feature.0 as usize] *= GENERAL_SHARE;
        }
        if let Some(subject) = subject.and_then(|subject| self.entities.get(&subject)) {
            self.weights[subject.0 as usize] = SUBJECT_WEIGHT;
        }
        for ask in self.profiles.iter_mut().flat_map(|profile| profile.asks.iter_mut().chain(&mut profile.denies)) {
            ask.weight = ask.features.iter().map(|feature| self.weights[feature.0 as usize]).sum();
        }
    }

    /// Gathers the words that a misspelt word may be meant for: those long enough to be told apart.
    fn collect_spellings(&mut self, entities: &[Entity]) {
        let is_long = |word: &str| word.chars().count() >= SHORTEST_SLIP && word.chars().all(char::is_alphabetic);
        let names = entities
            .iter()
            .flat_map(|entity| std::iter::once(&entity.name).chain(&entity.aliases).map(|name| (entity.key, name)));
        for (entity, name) in names {
            let words = words(name);
            for word in words.iter().filter(|word| is_long(word)) {
                self.name_words.entry(word.clone()).or_default().insert(entity);
            }
            if words.len() > 1 {
                for word in words.iter().collect::<BTreeSet<_>>() {
                    self.long_names.entry(word.clone()).or_default().push(words.clone());
                }
            }
        }
        let mut words: BTreeSet<&str> = self.words.keys().map(String::as_str).filter(|word| is_long(word)).collect();
        words.extend(self.name_words.keys().map(String::as_str));
        for word in words {
            if let Some(first) = word.chars().next() {
                let spelling = Spelling {
                    chars: word.chars().count(),
                    letters: Letters::of(word),
                    in_name: self.name_words.contains_key(word),
                    word: word.to_owned(),
                };
                self.spellings.entry(first).or_default().push(spelling);
            }
        }
    }

    /// Words long enough to be corrected to, by their first letter, in alphabetical order.
    pub fn spellings(&self, first: char) -> &[Spelling] {
        self.spellings.get(&first).map_or(&[], Vec::as_slice)
    }

    /// The names of several words among which is this one, folded, in the order of the entities.
    pub fn names_with(&self, word: &str) -> &[Vec<String>] {
        self.long_names.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether two words, folded, are words of the names of one entity.
    pub fn share_a_name(&self, one: &str, other: &str) -> bool {
        let entities = |word: &str| self.name_words.get(word);
        entities(one).zip(entities(other)).is_some_and(|(one, other)| !one.is_disjoint(other))
    }

    /// How often a word, folded, occurs in facts and their questions.
    pub fn frequency(&self, folded: &str) -> u32 {
        self.words.get(folded).copied().unwrap_or_default()
    }

    /// The places of facts that a text names, as the facts write them.
    pub fn places_in(&self, tokens: &[Token]) -> Vec<&str> {
        let is_named = |words: &[String]| {
            !words.is_empty()
                && tokens
                    .windows(words.len())
                    .any(|window| window.iter().zip(words).all(|(token, word)| token.folded == *word))
        };
        self.place_names.iter().filter(|(_, words)| is_named(words)).map(|(place, _)| place.as_str()).collect()
    }

    /// Whether some fact happened at a place of this name.
    pub fn is_place(&self, entity: EntityKey) -> bool {
        self.places.contains(&entity)
    }

    /// All names.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Whether the word carries nothing of a question ("please", "the").
    pub fn is_filler(&self, token: &Token) -> bool {
        token.stem.is_empty()
            || (!token.unified && (self.filler.contains(&token.folded) || self.filler_stems.contains(&token.stem)))
    }

    /// Whether the word, folded, is a word of a name.
    pub fn is_name_word(&self, folded: &str) -> bool {
        self.name_words.contains_key(folded)
    }

    /// Whether the word, folded, carries nothing of a question, whatever stands beside it.
    pub fn is_filler_word(&self, folded: &str) -> bool {
        self.filler.contains(folded)
    }

    /// Whether the word, folded, occurs in a fact, a question of a fact or a cue.
    pub fn knows_word(&self, folded: &str) -> bool {
        self.words.contains_key(folded) || self.filler.contains(folded) || self.name_words.contains_key(folded)
    }

    /// The feature of a stem, if a fact has it.
    pub fn feature_of_stem(&self, stem: &str) -> Option<Feature> {
        self.stems.get(self.synonyms.get(stem).map_or(stem, String::as_str)).copied()
    }

    /// The feature of an entity, if a fact has it.
    pub fn feature_of_entity(&self, entity: EntityKey) -> Option<Feature> {
        self.entities.get(&entity).copied()
    }

    /// Whether a stem is of a word that says little in any English text.
    pub fn is_general(&self, stem: &str) -> bool {
        self.general.contains(stem)
    }

    /// How much a feature tells, in nats; the rarer the more.
    pub fn weight(&self, feature: Feature) -> f32 {
        self.weights[feature.0 as usize]
    }

    /// The weight of a word that no fact has.
    pub fn unseen_weight(&self, stem: &str) -> f32 {
        if self.general.contains(stem) { self.unseen_weight * GENERAL_SHARE } else { self.unseen_weight }
    }

    /// The facts with a feature, in their order.
    pub fn facts_with(&self, feature: Feature) -> &[FactKey] {
        &self.postings[feature.0 as usize]
    }

    /// What a fact can be found by.
    pub fn profile_of(&self, fact: FactKey) -> &Profile {
        &self.profiles[fact.index()]
    }
}

/// Each stem of a list of synonyms -> the stem of the first; phrases are left to [`phrases_of`].
fn synonyms_of(lists: &[Vec<String>]) -> FnvHashMap<String, String> {
    let mut synonyms = FnvHashMap::default();
    for list in lists {
        let tokens = list.iter().map(|words| tokenise(words));
        let stems: Vec<String> =
            tokens.filter(|tokens| tokens.len() == 1).map(|tokens| tokens[0].stem.clone()).collect();
        for stem in stems.iter().skip(1) {
            synonyms.insert(stem.clone(), stems[0].clone());
        }
    }
    synonyms
}

/// The phrases of several words in the lists of synonyms -> the stem of the first word of their list; longest first.
fn phrases_of(lists: &[Vec<String>]) -> Phrases<String> {
    let mut found = Vec::new();
    for list in lists {
        let single = list.iter().map(|words| tokenise(words)).find(|tokens| tokens.len() == 1);
        let Some(canonical) = single.map(|tokens| tokens[0].stem.clone()) else { continue };
        let several = list.iter().map(|phrase| words(phrase)).filter(|words| words.len() > 1);
        found.extend(several.map(|words| (words, canonical.clone())));
    }
    found.sort_by_key(|(words, _): &(Vec<String>, String)| (usize::MAX - words.len(), words.clone()));
    let mut phrases = Phrases::default();
    for (words, stem) in found {
        phrases.add(words, stem);
    }
    phrases
}

/// The words of the cues, except of those that only say what carries nothing.
fn cues_of(cues: &[Cue]) -> Phrases<CueMeaning> {
    let mut phrases = Phrases::default();
    for cue in cues.iter().filter(|cue| cue.means != CueMeaning::Filler) {
        cue.words.iter().for_each(|phrase| phrases.add(words(phrase), cue.means));
    }
    phrases
}

/// Whether an entity is a common noun: a term whose name is one word in lower case.
fn is_common_noun(entity: &Entity) -> bool {
    entity.kind == EntityKind::Term && entity.name.starts_with(char::is_lowercase) && !entity.name.contains(' ')
}

/// Stems of the words that say little in any English text (stopwords-iso), of single figures and of single letters.
fn general_words() -> FnvHashSet<String> {
    let listed =
        stop_words::lookup("en").unwrap_or_default().iter().flat_map(|word| tokenise(word)).map(|token| token.stem);
    listed.chain((0..10).map(|figure| figure.to_string())).chain(('a'..='z').map(String::from)).collect()
}

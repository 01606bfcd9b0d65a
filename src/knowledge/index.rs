//! The words of facts and names, ready for questions: features, their weights, and where they occur.

use std::collections::BTreeSet;

use compact_str::{CompactString, ToCompactString};
use fnv::{FnvHashMap, FnvHashSet};
use serde::{Deserialize, Serialize};

use super::article::{articles, in_figures};
use super::compounds::compounds;
use super::date_mentions::find_dates;
use super::feature::Feature;
use super::figures::Figures;
use super::model::{Cue, Entity, EntityKey, Fact, FactKey, SUBJECT};
use super::names::{Mention, Names};
use super::negation::{Negation, is_turned};
use super::own_questions::{OwnQuestions, Saying};
use super::postings::Postings;
use super::profile::{Ask, Denial, Parts, Profile, Profiles, Traits, Wants};
use super::spellings::Spellings;
use super::thesaurus::Thesaurus;
use super::vocabulary::{CueMeaning, EntityKind, FactKind, WordKind};
use super::word_kinds::WordKinds;
use super::years::Years;
use crate::general_words::general_words;
use crate::text::phrases::Phrases;
use crate::text::stem::stem;
use crate::text::tokens::{Token, tokenise, tokenise_with, words, words_in};

/// The weight of the accords themselves, in nats: nearly every fact is on them, so that naming them tells next to nothing.
const SUBJECT_WEIGHT: f32 = 0.3;

/// The most that a word can tell, in nats: one found in a single fact, or in none, tells little more than one found in ten,
/// and would else outweigh the names beside it.
const MOST_WEIGHT: f32 = 5.0;

/// The share of its weight that a general word keeps ("open", "first", "three"): it helps to choose between facts, and its
/// absence from a fact means little.
const GENERAL_SHARE: f32 = 0.3;

/// A word of the knowledge.
#[derive(Debug, Serialize, Deserialize)]
struct Word {
    /// How often it occurs in facts and their questions.
    count: u32,
    /// Its stem: looked up for a question, because stemming takes longer.
    stem: CompactString,
}

/// The words of a knowledge. Built once, when the knowledge is linked.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Index {
    names: Names,
    filler: FnvHashSet<CompactString>,
    filler_stems: FnvHashSet<CompactString>,
    stems: FnvHashMap<CompactString, Feature>,
    thesaurus: Thesaurus,
    kinds: WordKinds,
    common_nouns: BTreeSet<EntityKey>,
    general: FnvHashSet<CompactString>,
    entities: FnvHashMap<EntityKey, Feature>,
    /// How many features there are.
    features: u32,
    weights: Vec<f32>,
    postings: Postings,
    profiles: Profiles,
    words: FnvHashMap<CompactString, Word>,
    spellings: Spellings,
    cues: Phrases<CueMeaning>,
    places: BTreeSet<EntityKey>,
    place_names: Phrases<String>,
    own_questions: OwnQuestions,
    unseen_weight: f32,
}

/// Whether a word only holds a sentence together, and stands in sentences that say the opposite as well.
fn is_structural(word: &str) -> bool {
    const WORDS: [&str; 30] = [
        "the", "a", "an", "and", "or", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "was", "were",
        "is", "are", "be", "been", "has", "have", "had", "did", "does", "its", "their", "that", "this",
    ];
    WORDS.contains(&word)
}

impl Index {
    /// Indexes entities and facts; cues say which words carry nothing.
    pub(super) fn new(
        entities: &[Entity],
        facts: &[Fact],
        cues: &[Cue],
        thesaurus: Thesaurus,
        kinds: WordKinds,
    ) -> Self {
        let filler_words = cues.iter().filter(|cue| cue.means == CueMeaning::Filler).flat_map(|cue| &cue.words);
        // A phrase is left out as a whole: "with reference to" says nothing, a "reference" may.
        let filler: FnvHashSet<CompactString> =
            filler_words.map(|phrase| words(phrase)).filter(|it| it.len() == 1).flatten().collect();
        // "Quite" carries nothing, and "quit", which has the same stem, turns a question round.
        let telling = cues.iter().filter(|cue| cue.means == CueMeaning::Undo).flat_map(|cue| &cue.words);
        let telling: FnvHashSet<CompactString> =
            telling.map(|phrase| words(phrase)).filter(|it| it.len() == 1).flatten().collect();
        let stems_of = |words: &FnvHashSet<CompactString>| -> FnvHashSet<CompactString> {
            words.iter().flat_map(|word| tokenise(word)).map(|token| token.stem).collect()
        };
        let telling = stems_of(&telling.difference(&filler).cloned().collect());
        let filler_stems = stems_of(&filler).difference(&telling).cloned().collect();
        let mut index = Self {
            names: Names::new(entities),
            filler,
            filler_stems,
            thesaurus,
            kinds,
            cues: cues_of(cues),
            general: general_stems(),
            common_nouns: entities.iter().filter(|entity| is_common_noun(entity)).map(|entity| entity.key).collect(),
            ..Self::default()
        };
        for word in cues.iter().flat_map(|cue| &cue.words).flat_map(|phrase| words(phrase)) {
            index.count(&word, 0);
        }
        for fact in facts {
            let parts = index.parts(fact, entities);
            index.profiles.push(parts);
        }
        let found_by = facts.iter().flat_map(|fact| {
            let found_by = index.profiles.get(fact.key.index()).found_by();
            found_by.into_iter().map(|feature| (feature.index(), fact.key))
        });
        index.postings = Postings::of_pairs(index.features as usize, found_by);
        let subject = entities.iter().find(|entity| entity.id == SUBJECT).map(|entity| entity.key);
        index.weigh(facts.len(), subject);
        let place_names: BTreeSet<&String> = facts.iter().filter_map(|fact| fact.place.as_ref()).collect();
        for place in place_names {
            index.place_names.add(words(place), place.clone());
        }
        index.places =
            facts.iter().filter_map(|fact| fact.place.as_ref()).flat_map(|place| index.named_in(place)).collect();
        index.spellings = Spellings::new(entities, index.words.keys().map(CompactString::as_str));
        index.collect_own_questions(facts);
        index.profiles.note(facts.iter().map(|fact| Negation::new(&index, &fact.text)).collect());
        index
    }

    fn collect_own_questions(&mut self, facts: &[Fact]) {
        let mut own = Vec::new();
        for fact in facts {
            for ask in &fact.asks {
                let mut tokens = self.tokenise(ask);
                self.unify(&mut tokens);
                let cues = self.find_cues(&tokens);
                let means = |means: CueMeaning| cues.iter().any(|(.., found)| *found == means);
                if let Some(saying) = Saying::new(self, &tokens, &self.find_names(&tokens), means) {
                    own.push((saying, fact.key));
                }
            }
        }
        self.own_questions = OwnQuestions::new(own);
    }

    /// The facts that have this very question among theirs, whatever the order of its words: its words as corrected and
    /// unified, the names in it, and which cues it has.
    pub fn facts_asked(
        &self,
        tokens: &[Token],
        mentions: &[Mention],
        means: impl Fn(CueMeaning) -> bool,
    ) -> &[FactKey] {
        let saying = Saying::new(self, tokens, mentions, means);
        saying.map_or(&[], |saying| self.own_questions.facts(saying))
    }

    fn parts(&mut self, fact: &Fact, entities: &[Entity]) -> Parts {
        let mut text = self.learn(&fact.text);
        let persons = self.persons_in(&fact.text, entities);
        let asks = fact.asks.iter().map(|text| (self.learn(text), self.wanted_by(text))).collect();
        let denies = self.denials(fact);
        for extra in [&fact.place, &fact.value].into_iter().flatten() {
            text.extend(self.learn(extra));
        }
        text.extend(fact.about.iter().chain(&fact.speaker).map(|&entity| self.entity_feature(entity)));
        let others = fact.parties.iter().map(|&entity| self.entity_feature(entity)).collect();
        let said = std::iter::once(fact.text.as_str()).chain(fact.asks.iter());
        let compounds = said.clone().flat_map(|text| self.compounds_in(text)).collect();
        let traits = Traits {
            is_claim: fact.kind == FactKind::Claim,
            has_date: fact.date.is_some(),
            has_place: fact.place.is_some(),
            has_person: !persons.is_empty() || fact.speaker.is_some(),
            figures: Figures::of(&fact.text),
            property: fact.property,
            step: fact.action.as_ref().map(|action| action.step),
            is_main: fact.action.as_ref().is_some_and(|action| action.main),
            first: fact.about.first().copied(),
            years: Years::of(said.clone()),
        };
        Parts { text, others, asks, denies, persons, compounds, articles: articles(said), traits }
    }

    /// What a fact corrects, but for what of it is untrue: see [`Denial`].
    fn denials(&mut self, fact: &Fact) -> Vec<Denial> {
        if fact.denies.is_empty() {
            return Vec::new();
        }
        let said: BTreeSet<CompactString> =
            std::iter::once(fact.text.as_str()).chain(&fact.asks).flat_map(words_in).collect();
        let denial = |text: &str| {
            let tokens = self.tokenise(text);
            let small = tokens.iter().filter(|token| {
                self.is_filler(token) && !is_structural(&token.folded) && !said.contains(&token.folded)
            });
            let marks = small.map(|token| token.folded.clone()).collect();
            let is_negative =
                is_turned(&tokens, self.find_cues(&tokens).into_iter().map(|(first, _, means)| (first, means)));
            let (features, wants) = (self.learn(text).into(), self.wanted_by(text));
            Denial { ask: Ask { weight: 0.0, wants }, features, marks, is_negative, untrue: Box::default() }
        };
        fact.denies.iter().map(denial).collect()
    }

    fn compounds_in(&self, text: &str) -> Vec<(EntityKey, Feature)> {
        let mut tokens = self.tokenise(text);
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
        let mentions = self.names.find(&self.tokenise(text));
        mentions.into_iter().filter(|m| m.entities.len() == 1).map(|m| m.entities[0]).collect()
    }

    fn persons_in(&self, text: &str, entities: &[Entity]) -> Vec<EntityKey> {
        self.named_in(text).into_iter().filter(|key| entities[key.index()].kind == EntityKind::Person).collect()
    }

    /// Features of a text of the knowledge; new words are learnt.
    fn learn(&mut self, text: &str) -> Vec<Feature> {
        let mut tokens = self.tokenise(text);
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
            self.count(&token.folded, 1);
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
        self.thesaurus.unify(tokens);
    }

    /// What a question asks for by its question words.
    fn wanted_by(&self, question: &str) -> Wants {
        let cues = self.find_cues(&self.tokenise(question));
        Wants::of(|intent| cues.iter().any(|(.., means)| *means == CueMeaning::Intent(intent)))
    }

    /// Notes that a word occurs so many times more.
    fn count(&mut self, word: &str, times: u32) {
        match self.words.get_mut(word) {
            Some(known) => known.count += times,
            None => {
                self.words.insert(word.into(), Word { count: times, stem: stem(word) });
            }
        }
    }

    /// The words of a text in order, as [`tokenise`] gives them, with the Roman numbers of articles in figures.
    pub fn tokenise(&self, text: &str) -> Vec<Token> {
        let stemmed = |word: &str| self.words.get(word).map_or_else(|| stem(word), |known| known.stem.clone());
        let mut tokens = tokenise_with(text, stemmed);
        in_figures(&mut tokens);
        tokens
    }

    /// The cues in a text, from left to right.
    pub fn find_cues(&self, tokens: &[Token]) -> Vec<(usize, usize, CueMeaning)> {
        self.cues.find(tokens).into_iter().map(|(first, count, &means)| (first, count, means)).collect()
    }

    /// The names in a text; common nouns that have an entry of their own ("annexation") stay words, and "US dollars" name no
    /// country.
    pub fn find_names(&self, tokens: &[Token]) -> Vec<Mention> {
        let mut mentions = self.names.find(tokens);
        let is_currency = |mention: &Mention| {
            let next = tokens.get(mention.first + mention.count).map_or("", |token| token.folded.as_str());
            matches!(next, "dollar" | "dollars" | "shekel" | "shekels" | "dirham" | "dirhams")
        };
        let is_word = |mention: &Mention| mention.entities.iter().any(|entity| self.common_nouns.contains(entity));
        mentions.retain(|mention| !is_word(mention) && !is_currency(mention));
        mentions
    }

    fn stem_feature(&mut self, stem: &str) -> Feature {
        let stem = CompactString::from(self.thesaurus.canonical(stem));
        if let Some(&feature) = self.stems.get(&stem) {
            return feature;
        }
        let feature = self.new_feature();
        self.stems.insert(stem, feature);
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
        self.features += 1;
        Feature::numbered(self.features - 1)
    }

    /// Weighs each feature by rarity: the inverse document frequency of Okapi BM25 (Robertson and Spärck Jones).
    #[expect(clippy::cast_precision_loss, reason = "counts of facts are small")]
    fn weigh(&mut self, facts: usize, subject: Option<EntityKey>) {
        let idf = |found: usize| {
            let (all, found) = (facts as f32, found as f32);
            (1.0 + (all - found + 0.5) / (found + 0.5)).ln().min(MOST_WEIGHT)
        };
        // What only the denials of facts have says nothing of how rare a word is in the record.
        let having = self.profiles.counts(self.features as usize);
        self.weights = having.into_iter().map(idf).collect();
        self.unseen_weight = idf(0);
        for (_, &feature) in self.stems.iter().filter(|(stem, _)| self.general.contains(*stem)) {
            self.weights[feature.index()] *= GENERAL_SHARE;
        }
        if let Some(subject) = subject.and_then(|subject| self.entities.get(&subject)) {
            self.weights[subject.index()] = SUBJECT_WEIGHT;
        }
        self.complete_for(facts);
    }

    fn complete_for(&mut self, facts: usize) {
        self.profiles.complete(|feature| self.weights[feature.index()]);
        self.postings.complete(self.features as usize, facts);
    }

    /// Works out what is not written, for so many facts.
    pub(super) fn complete(&mut self, facts: usize) {
        self.complete_for(facts);
        self.names.sketch();
    }

    /// The words and names that misspelt words may be meant for.
    pub fn spellings(&self) -> &Spellings {
        &self.spellings
    }

    /// How often a word, folded, occurs in facts and their questions.
    pub fn frequency(&self, folded: &str) -> u32 {
        self.words.get(folded).map_or(0, |word| word.count)
    }

    /// The places of facts that a text names, as the facts write them, with the first of their words.
    pub fn places_in(&self, tokens: &[Token]) -> impl Iterator<Item = (usize, &str)> {
        self.place_names.find(tokens).into_iter().map(|(first, _, place)| (first, place.as_str()))
    }

    /// Whether some fact happened at a place of this name.
    pub fn is_place(&self, entity: EntityKey) -> bool {
        self.places.contains(&entity)
    }

    /// All names.
    pub fn names(&self) -> &Names {
        &self.names
    }

    /// Puts the names of entities of which nothing is recorded after the others.
    pub(super) fn put_back_names(&mut self, is_recorded: impl Fn(EntityKey) -> bool) {
        let entities = &self.entities;
        self.names.put_back(|entity| entities.contains_key(&entity) || is_recorded(entity));
    }

    /// Whether the word carries nothing of a question ("please", "the").
    pub fn is_filler(&self, token: &Token) -> bool {
        token.stem.is_empty()
            || (!token.unified && (self.filler.contains(&token.folded) || self.filler_stems.contains(&token.stem)))
    }

    /// Whether the word, folded, carries nothing of a question, whatever stands beside it.
    pub fn is_filler_word(&self, folded: &str) -> bool {
        self.filler.contains(folded)
    }

    /// Whether the word, folded, occurs in a fact, a question of a fact or a cue.
    pub fn knows_word(&self, folded: &str) -> bool {
        self.words.contains_key(folded) || self.filler.contains(folded) || self.spellings.is_name_word(folded)
    }

    /// Whether a word, folded, is of a kind.
    pub fn is_of_kind(&self, word: &str, kind: WordKind) -> bool {
        self.kinds.has(word, kind)
    }

    /// The stems that say the opposite of this one: "close" of "inaugurate".
    pub fn opposites_of(&self, stem: &str) -> &[CompactString] {
        self.thesaurus.opposites_of(stem)
    }

    /// Whether two stems are the same or synonyms.
    pub fn is_the_same(&self, one: &str, other: &str) -> bool {
        self.thesaurus.canonical(one) == self.thesaurus.canonical(other)
    }

    /// The feature of a stem, if a fact has it.
    pub fn feature_of_stem(&self, stem: &str) -> Option<Feature> {
        self.stems.get(self.thesaurus.canonical(stem)).copied()
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
        self.weights[feature.index()]
    }

    /// The weight of a word that no fact has.
    pub fn unseen_weight(&self, stem: &str) -> f32 {
        if self.general.contains(stem) { self.unseen_weight * GENERAL_SHARE } else { self.unseen_weight }
    }

    /// The facts with a feature, in their order.
    pub fn facts_with(&self, feature: Feature) -> &[FactKey] {
        self.postings.facts(feature)
    }

    /// A bit for each fact that says whether it has a feature, the first fact lowest, where many facts have it; else none.
    pub fn bits_of(&self, feature: Feature) -> Option<&[u64]> {
        self.postings.bits(feature)
    }

    /// What the fact at this place can be found by.
    #[inline]
    pub fn profile_at(&self, place: usize) -> Profile<'_> {
        self.profiles.get(place)
    }

    /// Whether the fact at this place is a claim, which is never told as so.
    #[inline]
    pub fn is_claim(&self, place: usize) -> bool {
        self.profiles.is_claim(place)
    }

    /// Of how many words and names the fact at this place and its questions speak.
    #[inline]
    pub fn features_at(&self, place: usize) -> usize {
        self.profiles.features(place)
    }

    /// What of the fact at this place tells of what kind it is.
    #[inline]
    pub fn traits_at(&self, place: usize) -> &Traits {
        self.profiles.traits(place)
    }

    /// What a fact can be found by.
    #[inline]
    pub fn profile_of(&self, fact: FactKey) -> Profile<'_> {
        self.profiles.get(fact.index())
    }
}

/// The words of the cues. What carries nothing is a cue only as a phrase of several words; single words are [`Index::is_filler`].
fn cues_of(cues: &[Cue]) -> Phrases<CueMeaning> {
    let mut phrases = Phrases::default();
    for cue in cues {
        let least = if cue.means == CueMeaning::Filler { 2 } else { 1 };
        let said = cue.words.iter().map(|phrase| words(phrase)).filter(|words| words.len() >= least);
        said.for_each(|words| phrases.add(words, cue.means));
    }
    phrases
}

/// Whether an entity is a common noun: a term whose name is one word in lower case.
fn is_common_noun(entity: &Entity) -> bool {
    entity.kind == EntityKind::Term && entity.name.starts_with(char::is_lowercase) && !entity.name.contains(' ')
}

/// Stems of the words that say little in any English text (stopwords-iso), of single figures and of single letters.
fn general_stems() -> FnvHashSet<CompactString> {
    general_words()
        .flat_map(tokenise)
        .map(|token| token.stem)
        .chain((0..10).map(|figure| figure.to_compact_string()))
        .chain(('a'..='z').map(|letter| letter.to_compact_string()))
        .collect()
}

//! The stored questions of facts by what they say, so that one that is asked in its own words finds its fact at once.

use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use super::date_mentions::{Mentioned, find_dates};
use super::index::{Feature, Index};
use super::model::{EntityKey, FactKey};
use super::vocabulary::{CueMeaning, Intent};
use crate::text::tokens::Token;

/// Intents by which questions in the same words differ: "when did X sign?", "who signed X?", "will X sign?".
const TELLING: [Intent; 10] = [
    Intent::When,
    Intent::Who,
    Intent::Where,
    Intent::Why,
    Intent::HowMany,
    Intent::HowLong,
    Intent::Gain,
    Intent::Obstacle,
    Intent::Opinion,
    Intent::Forecast,
];

/// Small words that carry nothing elsewhere and make another question here: "relations before the accords".
const TURNING: [&str; 17] = [
    "before", "after", "already", "still", "until", "since", "during", "first", "last", "next", "only", "other",
    "else", "besides", "earlier", "later", "between",
];

/// What a question says, whatever the order of its words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Saying {
    features: Vec<Feature>,
    wants: Vec<Intent>,
    is_negated: bool,
    dates: Vec<Mentioned>,
    turning: Vec<String>,
    /// The names in their order: who does something to whom.
    names: Vec<EntityKey>,
}

impl Saying {
    /// What a text says whose words have been unified; none if it has a word that no fact has, or says nothing.
    pub(super) fn new(index: &Index, tokens: &[Token]) -> Option<Self> {
        let mentions = index.find_names(tokens);
        let dates = find_dates(tokens);
        let mut features: Vec<Feature> = Vec::new();
        let mut names = Vec::new();
        for &entity in mentions.iter().flat_map(|mention| &mention.entities) {
            features.push(index.feature_of_entity(entity)?);
            names.push(entity);
        }
        for (at, token) in tokens.iter().enumerate() {
            let is_placed = mentions.iter().any(|it| it.covers(at)) || dates.iter().any(|it| it.covers(at));
            if !is_placed && !index.is_filler(token) {
                features.push(index.feature_of_stem(&token.stem)?);
            }
        }
        features.sort_unstable();
        features.dedup();
        let cues = index.find_cues(tokens);
        let has = |means: CueMeaning| cues.iter().any(|(.., found)| *found == means);
        let wants = TELLING.into_iter().filter(|&intent| has(CueMeaning::Intent(intent))).collect();
        let is_negated = has(CueMeaning::Negation);
        let dates = dates.into_iter().map(|mention| mention.date).collect();
        let mut turning: Vec<String> = tokens.iter().map(|token| token.folded.clone()).collect();
        turning.retain(|word| TURNING.contains(&word.as_str()));
        turning.sort_unstable();
        (!features.is_empty()).then_some(Self { features, wants, is_negated, dates, turning, names })
    }
}

/// The questions of all facts.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct OwnQuestions {
    by_features: FnvHashMap<Vec<Feature>, Vec<(Saying, FactKey)>>,
}

impl OwnQuestions {
    pub(super) fn add(&mut self, saying: Saying, fact: FactKey) {
        let list = self.by_features.entry(saying.features.clone()).or_default();
        if !list.iter().any(|(known, of)| *known == saying && *of == fact) {
            list.push((saying, fact));
        }
    }

    /// The facts of which this is a question, each once, in their order.
    pub(super) fn facts(&self, saying: &Saying) -> Vec<FactKey> {
        let list = self.by_features.get(&saying.features).map_or(&[][..], Vec::as_slice);
        let mut facts: Vec<FactKey> = list.iter().filter(|(own, _)| own == saying).map(|(_, fact)| *fact).collect();
        facts.sort_unstable();
        facts.dedup();
        facts
    }
}

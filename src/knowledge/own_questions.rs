//! The stored questions of facts by what they say, so that one that is asked in its own words finds its fact at once.

use std::hash::Hasher;

use fnv::FnvHasher;
use serde::{Deserialize, Serialize};

use super::date_mentions::{Mentioned, find_dates};
use super::feature::Feature;
use super::index::Index;
use super::model::{EntityKey, FactKey};
use super::names::Mention;
use super::vocabulary::{CueMeaning, Intent};
use crate::text::differences;
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
const TURNING: [&str; 18] = [
    "how", "before", "after", "already", "still", "until", "since", "during", "first", "last", "next", "only", "other",
    "else", "besides", "earlier", "later", "between",
];

/// What a question says, whatever the order of its words, as the hash of a list of numbers: questions with equal ones are
/// taken to say the same. Of the 18,000 that are built in some two that differ have equal ones with a chance of one in 7,000, and
/// a question that is none of them has that of one with a chance of one in 60 million. The numbers are, in
/// this order: how many features there are, the features; what it asks for, a bit each, and whether it is negated; how many dates
/// there are, the dates; how many turning words there are, these; and the names in their order, because they tell who does
/// something to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Saying(u64);

/// How many bits of a hash tell sayings apart: all of them would be a seventh of the knowledge as it is built into the program.
const BITS: u32 = 40;

impl From<Saying> for u64 {
    fn from(saying: Saying) -> Self {
        saying.0
    }
}

impl From<u64> for Saying {
    fn from(hash: u64) -> Self {
        Self(hash)
    }
}

impl Saying {
    /// What a text says whose words have been unified, with the names in it and the cues that it has; none if it has a word
    /// that no fact has, or says nothing.
    pub(super) fn new(
        index: &Index,
        tokens: &[Token],
        mentions: &[Mention],
        means: impl Fn(CueMeaning) -> bool,
    ) -> Option<Self> {
        let dates = find_dates(tokens);
        let mut features: Vec<Feature> = Vec::with_capacity(tokens.len());
        let mut names = Vec::with_capacity(mentions.len());
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
        if features.is_empty() {
            return None;
        }
        let wants = TELLING.into_iter().map(|intent| means(CueMeaning::Intent(intent)));
        let wants = wants.chain([means(CueMeaning::Negation)]).fold(0, |bits, has| bits << 1 | u32::from(has));
        let turning = |token: &Token| (0..).zip(TURNING).find(|(_, word)| *word == token.folded).map(|(at, _)| at);
        let mut turning: Vec<u32> = tokens.iter().filter_map(turning).collect();
        turning.sort_unstable();
        let mut code = Vec::with_capacity(features.len() + 2 * dates.len() + turning.len() + names.len() + 4);
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        code.push(count(features.len()));
        code.extend(features.into_iter().map(Feature::number));
        code.push(wants);
        code.push(count(dates.len()));
        code.extend(dates.iter().map(|mention| date_number(mention.date)));
        code.push(count(turning.len()));
        code.extend(turning);
        code.extend(names.into_iter().map(EntityKey::number));
        Some(Self(hash(&code)))
    }
}

/// A date as a number: no two have the same.
fn date_number(date: Mentioned) -> u32 {
    let part = |part: i8| u32::from(part.unsigned_abs());
    match date {
        Mentioned::Dated(date) => {
            let (month, day) = (date.month().map_or(0, part), date.day().map_or(0, |day| part(day.day())));
            1 << 31 | u32::from(date.year().unsigned_abs()) << 16 | month << 8 | day
        }
        Mentioned::Yearly(month, day) => 1 << 30 | part(month) << 8 | part(day),
        Mentioned::Month(month) => part(month),
    }
}

/// The questions of all facts, in the order of what they say.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct OwnQuestions {
    #[serde(with = "differences")]
    sayings: Vec<Saying>,
    /// The fact of each.
    facts: Vec<FactKey>,
}

impl OwnQuestions {
    pub(super) fn new(mut questions: Vec<(Saying, FactKey)>) -> Self {
        questions.sort_unstable();
        questions.dedup();
        let (sayings, facts) = questions.into_iter().unzip();
        Self { sayings, facts }
    }

    /// The facts of which this is a question, each once, in their order.
    pub(super) fn facts(&self, saying: Saying) -> &[FactKey] {
        let first = self.sayings.partition_point(|&it| it < saying);
        let count = self.sayings[first..].partition_point(|&it| it == saying);
        &self.facts[first..first + count]
    }
}

/// [`BITS`] bits, the same on every machine and with every compiler.
fn hash(numbers: &[u32]) -> u64 {
    let mut hasher = FnvHasher::default();
    for number in numbers {
        hasher.write(&number.to_le_bytes());
    }
    // The product of FNV mixes upwards.
    hasher.finish() >> (u64::BITS - BITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_finds_its_facts_in_their_order() {
        let of = |saying, fact| (Saying(saying), FactKey(fact));
        let own = OwnQuestions::new(vec![of(12, 5), of(1, 7), of(12, 3), of(12, 5)]);
        assert_eq!(own.facts(Saying(12)), [FactKey(3), FactKey(5)]);
        assert_eq!(own.facts(Saying(1)), [FactKey(7)]);
        assert_eq!(own.facts(Saying(2)), []);
    }

    #[test]
    fn dates_have_numbers_of_their_own() {
        let on = |text: &str| Mentioned::Dated(text.parse().expect("a date"));
        let dates = [
            on("2020"),
            on("2020-09"),
            on("2020-09-15"),
            on("2020-10-15"),
            Mentioned::Yearly(9, 15),
            Mentioned::Month(9),
        ];
        let numbers: std::collections::BTreeSet<u32> = dates.into_iter().map(date_number).collect();
        assert_eq!(numbers.len(), dates.len());
    }
}

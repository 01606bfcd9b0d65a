//! What a fact can be found by: the features of its sentence and of its questions, laid out so that one walk over them
//! compares a question with all of it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::figures::Figures;
use super::index::Feature;
use super::model::EntityKey;
use super::vocabulary::Intent;

/// What a fact can be found by.
///
/// Its features stand once each, and each says in which of the fact's questions it is: a question that is compared with the
/// fact shares few of them, and only those cost anything.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Profile {
    /// Everything: text, place, value, subjects, parties, and all asks; sorted, without doubles.
    all: Vec<Feature>,
    /// For each of `all` whether the sentence says it.
    in_text: Vec<bool>,
    /// For each of `all` where its part of `asks_with` ends; it begins where the part before ends.
    ends: Vec<u32>,
    /// The places in `asks` of the questions that have a feature.
    asks_with: Vec<u32>,
    /// Its questions, one by one.
    pub asks: Vec<Ask>,
    /// What it corrects, one by one; not part of `all`, because its sentence says otherwise.
    pub denies: Vec<Denial>,
    /// Persons named in its sentence.
    pub persons: Vec<EntityKey>,
    /// Whether its sentence gives a number besides dates.
    pub figures: Figures,
    /// What belongs to whom in its sentence and its questions ("the Moroccan king"); sorted, without doubles.
    pub compounds: Vec<(EntityKey, Feature)>,
}

/// One question of a fact, or one thing that it corrects.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Ask {
    /// The weight of all that it speaks of, in nats.
    pub weight: f32,
    /// What it asks for.
    pub wants: Wants,
}

/// One thing that a fact corrects.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Denial {
    /// What it weighs and asks for.
    pub ask: Ask,
    /// What it speaks of; sorted, without doubles.
    pub features: Vec<Feature>,
    /// What of it the fact and its questions do not speak of: the untrue part.
    pub untrue: Vec<Feature>,
}

/// What a question asks for by its question words ("when", "how many"), a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wants(u8);

impl Denial {
    /// Whether it speaks of this.
    pub fn has(&self, feature: Feature) -> bool {
        self.features.binary_search(&feature).is_ok()
    }
}

impl Wants {
    /// The question words for which this holds.
    pub fn of(is_wanted: impl Fn(Intent) -> bool) -> Self {
        let bits = Intent::QUESTION_WORDS.into_iter().enumerate().filter(|(_, intent)| is_wanted(*intent));
        Self(bits.fold(0, |bits, (at, _)| bits | 1 << at))
    }

    /// Whether this is asked for; never so for what is asked by no question word.
    #[inline]
    pub fn has(self, intent: Intent) -> bool {
        Intent::QUESTION_WORDS.iter().position(|it| *it == intent).is_some_and(|at| self.0 & (1 << at) != 0)
    }

    /// How many things are asked for.
    pub fn count(self) -> u32 {
        self.0.count_ones()
    }

    /// How many of them another question asks for as well.
    pub fn shared_with(self, other: Self) -> u32 {
        (self.0 & other.0).count_ones()
    }
}

/// A feature of a fact, and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// Whether the sentence says it.
    pub in_text: bool,
    /// The places of the questions that have it.
    pub asks: &'p [u32],
}

/// The parts of a [`Profile`], not yet laid out. No list need be sorted.
pub(super) struct Parts {
    pub(super) text: Vec<Feature>,
    pub(super) others: Vec<Feature>,
    pub(super) asks: Vec<(Vec<Feature>, Wants)>,
    pub(super) denies: Vec<(Vec<Feature>, Wants)>,
    pub(super) persons: Vec<EntityKey>,
    pub(super) figures: Figures,
    pub(super) compounds: Vec<(EntityKey, Feature)>,
}

impl Profile {
    pub(super) fn new(parts: Parts) -> Self {
        let text: BTreeSet<Feature> = parts.text.into_iter().collect();
        let asked = parts.asks.iter().flat_map(|(features, _)| features);
        let all: BTreeSet<Feature> = text.iter().chain(asked).chain(&parts.others).copied().collect();
        let mut profile = Self {
            in_text: all.iter().map(|feature| text.contains(feature)).collect(),
            asks: parts.asks.iter().map(|(_, wants)| Ask { weight: 0.0, wants: *wants }).collect(),
            persons: parts.persons,
            figures: parts.figures,
            compounds: sorted(parts.compounds),
            ..Self::default()
        };
        let number = |at: usize| u32::try_from(at).expect("a fact has far fewer than 2^32 questions and words");
        for &feature in &all {
            let with = parts.asks.iter().enumerate().filter(|(_, (features, _))| features.contains(&feature));
            profile.asks_with.extend(with.map(|(at, _)| number(at)));
            profile.ends.push(number(profile.asks_with.len()));
        }
        let denial = |(features, wants)| {
            let features = sorted(features);
            let untrue = features.iter().copied().filter(|feature| !all.contains(feature)).collect();
            Denial { ask: Ask { weight: 0.0, wants }, features, untrue }
        };
        profile.denies = parts.denies.into_iter().map(denial).collect();
        profile.all = all.into_iter().collect();
        profile
    }

    /// What the fact and its questions speak of, sorted, without doubles.
    pub(super) fn features(&self) -> impl Iterator<Item = Feature> {
        self.all.iter().copied()
    }

    /// Every feature by which the fact is a candidate, sorted, without doubles.
    pub(super) fn found_by(&self) -> BTreeSet<Feature> {
        self.all.iter().chain(self.denies.iter().flat_map(|denial| &denial.features)).copied().collect()
    }

    /// Weighs its questions and what it corrects.
    pub(super) fn weigh(&mut self, weight: impl Fn(Feature) -> f32) {
        let mut start = 0;
        for (&feature, &end) in self.all.iter().zip(&self.ends) {
            for &ask in &self.asks_with[start as usize..end as usize] {
                self.asks[ask as usize].weight += weight(feature);
            }
            start = end;
        }
        for denial in &mut self.denies {
            denial.ask.weight = denial.features.iter().map(|&feature| weight(feature)).sum();
        }
    }

    /// Where a feature stands, if the fact has it.
    pub fn find(&self, feature: Feature) -> Option<Place<'_>> {
        self.all.binary_search(&feature).ok().map(|at| self.place(at))
    }

    /// Where the feature at this place of [`Self::all`] stands.
    fn place(&self, at: usize) -> Place<'_> {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Place { in_text: self.in_text[at], asks: &self.asks_with[start as usize..self.ends[at] as usize] }
    }

    /// Whether the feature is among all that is on the fact.
    pub fn has(&self, feature: Feature) -> bool {
        self.all.binary_search(&feature).is_ok()
    }

    /// Whether the sentence, or who and where it is on, has the feature.
    pub fn says(&self, feature: Feature) -> bool {
        self.all.binary_search(&feature).is_ok_and(|at| self.in_text[at])
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_feature_knows_its_questions() {
        let of = |list: &[u32]| list.iter().map(|&it| Feature::numbered(it)).collect::<Vec<_>>();
        let when = Wants::of(|intent| intent == Intent::When);
        let mut profile = Profile::new(Parts {
            text: of(&[5, 1]),
            others: of(&[9]),
            asks: vec![(of(&[1, 7]), when), (of(&[5, 7]), Wants::default())],
            denies: vec![(of(&[8, 2]), when)],
            persons: Vec::new(),
            figures: Figures::default(),
            compounds: Vec::new(),
        });
        profile.weigh(|_| 0.5);
        assert_eq!(profile.all, of(&[1, 5, 7, 9]));
        let places: Vec<_> = (0..4).map(|at| (profile.place(at).in_text, profile.place(at).asks.to_vec())).collect();
        assert_eq!(places, [(true, vec![0]), (true, vec![1]), (false, vec![0, 1]), (false, vec![])]);
        let [seven, two] = [7, 2].map(Feature::numbered);
        assert!(profile.has(seven) && !profile.says(seven) && !profile.has(two));
        assert!(profile.found_by().contains(&two));
        assert_eq!(profile.asks.iter().map(|ask| ask.weight.to_bits()).collect::<Vec<_>>(), [1.0f32.to_bits(); 2]);
        assert_eq!((profile.asks[0].wants.count(), profile.asks[0].wants.shared_with(Wants::default())), (1, 0));
    }
}

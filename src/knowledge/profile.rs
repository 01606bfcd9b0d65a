//! What a fact can be found by: the features of its sentence and of its questions, laid out so that one walk over them
//! compares a question with all of it.

use std::collections::BTreeSet;

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::article::Article;
use super::feature::Feature;
use super::figures::Figures;
use super::model::EntityKey;
use super::negation::Negation;
use super::vocabulary::{Intent, Property, Step};
use super::years::Years;
use crate::text::differences;

/// What all facts can be found by. What is looked at to compare a fact with a question lies side by side for all facts: most
/// of the time that a comparison takes is the wait for it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Profiles {
    heads: Vec<Head>,
    /// See [`Profile`].
    #[serde(with = "differences")]
    all: Vec<Feature>,
    places: Vec<u32>,
    asks: Vec<Ask>,
    rests: Vec<Rest>,
    /// Not written, because they follow from the heads.
    #[serde(skip)]
    outlines: Vec<Outline>,
}

/// What of a fact tells whether it is worth a comparison, in two bytes: it is asked of far more facts than are compared, and the
/// outlines of a hundred thousand stay near the processor. The lowest bit says whether the fact is a claim, the others count its
/// features.
#[derive(Clone, Copy, Debug)]
struct Outline(u16);

impl Outline {
    fn of(head: &Head) -> Self {
        // No fact speaks of half as many things as fit.
        let features = u16::try_from(head.features).unwrap_or(u16::MAX).min(u16::MAX >> 1);
        Self(features << 1 | u16::from(head.traits.is_claim))
    }
}

/// Where the parts of a profile begin, how many there are, and the traits of the fact.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    all: u32,
    features: u32,
    places: u32,
    first_ask: u32,
    asks: u32,
    traits: Traits,
}

/// What of a profile is looked at only where a question calls for it.
#[derive(Debug, Serialize, Deserialize)]
struct Rest {
    denies: Box<[Denial]>,
    persons: Box<[EntityKey]>,
    compounds: Box<[(EntityKey, Feature)]>,
    articles: Box<[Article]>,
    negation: Negation,
}

/// What of the fields of a fact tells whether it is of the kind that is asked for.
#[expect(clippy::struct_excessive_bools, reason = "each is so or not whatever the others are")]
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Traits {
    /// Whether it is never told as so.
    pub is_claim: bool,
    /// Whether it has a date.
    pub has_date: bool,
    /// Whether it has a place.
    pub has_place: bool,
    /// Whether its sentence names a person or it has a speaker.
    pub has_person: bool,
    /// What kinds of number its sentence gives.
    pub figures: Figures,
    /// What it tells of its first entity.
    pub property: Option<Property>,
    /// The step that it states.
    pub step: Option<Step>,
    /// Whether it states the rung best.
    pub is_main: bool,
    /// What it is about first of all.
    pub first: Option<EntityKey>,
    /// The years that its sentence and its questions name.
    pub years: Years,
}

/// What a fact can be found by.
///
/// Its features stand once each, and each says in which of the fact's questions it is: a question that is compared with the
/// fact shares few of them, and only those cost anything.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'p> {
    /// Everything: text, place, value, subjects, parties, and all asks; sorted, without doubles.
    all: &'p [Feature],
    /// For each of `all` where it stands: see [`Place`].
    places: &'p [u32],
    /// Its questions, one by one.
    pub asks: &'p [Ask],
    /// What tells whether it is of the kind that is asked for.
    pub traits: &'p Traits,
    rest: &'p Rest,
}

/// One question of a fact, or one thing that it corrects.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub struct Ask {
    /// The weight of all that it speaks of, in nats; not written, because it follows from the weights of the features.
    #[serde(skip)]
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
    pub features: Box<[Feature]>,
    /// What of it the fact and its questions do not speak of: the untrue part.
    pub untrue: Box<[Feature]>,
    /// The words without weight ("until", "still") that neither the fact nor its questions have, folded: the untrue part where
    /// nothing else is.
    pub marks: Box<[CompactString]>,
    /// Whether it is itself put as a denial ("no embassy was opened").
    pub is_negative: bool,
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
    /// How many there are.
    pub const COUNT: usize = 1 << Intent::QUESTION_WORDS.len();

    /// All there are, by their numbers.
    pub fn all() -> [Self; Self::COUNT] {
        std::array::from_fn(|number| Self(u8::try_from(number).expect("seven bits fit")))
    }

    /// Its number, less than [`Self::COUNT`].
    pub fn number(self) -> usize {
        usize::from(self.0)
    }

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

/// Where a feature of a fact stands: in the first bit whether the sentence says it, in the bits after it whether each of the
/// questions has it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p>(&'p [u32]);

impl Place<'_> {
    /// How many numbers hold the bits of a fact with so many questions.
    fn numbers(asks: usize) -> usize {
        (asks + 1).div_ceil(u32::BITS as usize)
    }

    /// Whether the sentence says it.
    pub fn in_text(self) -> bool {
        self.0[0] & 1 != 0
    }

    /// The places of the questions that have it.
    pub fn asks(self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(number, &bits)| {
            let mut rest = if number == 0 { bits & !1 } else { bits };
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(number * u32::BITS as usize + bit as usize - 1)
            })
        })
    }
}

/// The parts of a [`Profile`], not yet laid out. No list need be sorted.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) text: Vec<Feature>,
    pub(super) others: Vec<Feature>,
    pub(super) asks: Vec<(Vec<Feature>, Wants)>,
    pub(super) denies: Vec<Denial>,
    pub(super) persons: Vec<EntityKey>,
    pub(super) compounds: Vec<(EntityKey, Feature)>,
    pub(super) articles: BTreeSet<Article>,
    pub(super) traits: Traits,
}

impl Profiles {
    /// Adds what the next fact can be found by.
    pub(super) fn push(&mut self, parts: Parts) {
        let text: BTreeSet<Feature> = parts.text.into_iter().collect();
        let asked = parts.asks.iter().flat_map(|(features, _)| features);
        let all: BTreeSet<Feature> = text.iter().chain(asked).chain(&parts.others).copied().collect();
        let number = |at: usize| u32::try_from(at).expect("a knowledge has far fewer than 2^32 words and questions");
        self.heads.push(Head {
            all: number(self.all.len()),
            features: number(all.len()),
            places: number(self.places.len()),
            first_ask: number(self.asks.len()),
            asks: number(parts.asks.len()),
            traits: parts.traits,
        });
        for feature in &all {
            let with = parts.asks.iter().enumerate().filter(|(_, (features, _))| features.contains(feature));
            let mut place = vec![0u32; Place::numbers(parts.asks.len())];
            let bits = text.contains(feature).then_some(0).into_iter().chain(with.map(|(ask, _)| ask + 1));
            bits.for_each(|bit| place[bit / u32::BITS as usize] |= 1 << (bit % u32::BITS as usize));
            self.places.extend(place);
        }
        self.asks.extend(parts.asks.iter().map(|(_, wants)| Ask { weight: 0.0, wants: *wants }));
        let denial = |denial: Denial| {
            let untrue = denial.features.iter().copied().filter(|feature| !all.contains(feature)).collect();
            Denial { untrue, ..denial }
        };
        self.rests.push(Rest {
            denies: parts.denies.into_iter().map(denial).collect(),
            persons: parts.persons.into(),
            compounds: sorted(parts.compounds).into(),
            articles: parts.articles.into_iter().collect(),
            negation: Negation::default(),
        });
        self.all.extend(all);
    }

    /// What the fact at this place can be found by.
    #[inline]
    pub(super) fn get(&self, at: usize) -> Profile<'_> {
        let (head, rest) = (&self.heads[at], &self.rests[at]);
        let (all, features) = (head.all as usize, head.features as usize);
        let (places, asks, count) = (head.places as usize, head.first_ask as usize, head.asks as usize);
        Profile {
            all: &self.all[all..all + features],
            places: &self.places[places..places + features * Place::numbers(count)],
            asks: &self.asks[asks..asks + count],
            traits: &head.traits,
            rest,
        }
    }

    /// Whether the fact at this place is a claim.
    #[inline]
    pub(super) fn is_claim(&self, at: usize) -> bool {
        self.outlines[at].0 & 1 == 1
    }

    /// How many features the fact at this place has.
    #[inline]
    pub(super) fn features(&self, at: usize) -> usize {
        usize::from(self.outlines[at].0 >> 1)
    }

    /// What of the fact at this place tells of what kind it is.
    #[inline]
    pub(super) fn traits(&self, at: usize) -> &Traits {
        &self.heads[at].traits
    }

    /// In how many facts each of so many features stands.
    pub(super) fn counts(&self, features: usize) -> Vec<usize> {
        let mut counts = vec![0; features];
        self.all.iter().for_each(|feature| counts[feature.index()] += 1);
        counts
    }

    /// Notes what the sentences of the facts deny, in their order.
    pub(super) fn note(&mut self, negations: Vec<Negation>) {
        for (rest, negation) in self.rests.iter_mut().zip(negations) {
            rest.negation = negation;
        }
    }

    /// Works out what is not written: outlines, and what the questions of the facts and what they correct weigh.
    pub(super) fn complete(&mut self, weight: impl Fn(Feature) -> f32) {
        self.outlines = self.heads.iter().map(Outline::of).collect();
        for head in &self.heads {
            let (all, places) = (head.all as usize, head.places as usize);
            for (at, &feature) in self.all[all..all + head.features as usize].iter().enumerate() {
                for ask in place(&self.places[places..], head.asks as usize, at).asks() {
                    self.asks[head.first_ask as usize + ask].weight += weight(feature);
                }
            }
        }
        for denial in self.rests.iter_mut().flat_map(|rest| &mut rest.denies) {
            denial.ask.weight = denial.features.iter().map(|&feature| weight(feature)).sum();
        }
    }
}

impl<'p> Profile<'p> {
    /// What it corrects, one by one; not part of what the fact speaks of, because its sentence says otherwise.
    pub fn denies(self) -> &'p [Denial] {
        &self.rest.denies
    }

    /// Persons named in its sentence.
    pub fn persons(self) -> &'p [EntityKey] {
        &self.rest.persons
    }

    /// What belongs to whom in its sentence and its questions ("the Moroccan king"); sorted, without doubles.
    pub fn compounds(self) -> &'p [(EntityKey, Feature)] {
        &self.rest.compounds
    }

    /// Whether its sentence or one of its questions names a part of a text by this number.
    pub fn names_article(self, article: Article) -> bool {
        self.rest.articles.binary_search(&article).is_ok()
    }

    /// What its sentence denies.
    pub fn negation(self) -> &'p Negation {
        &self.rest.negation
    }

    /// Every feature by which the fact is a candidate, sorted, without doubles.
    pub(super) fn found_by(self) -> BTreeSet<Feature> {
        let denied = self.denies().iter().flat_map(|denial| denial.features.iter());
        self.all.iter().chain(denied).copied().collect()
    }

    /// Where a feature stands, if the fact has it.
    #[inline]
    pub fn find(self, feature: Feature) -> Option<Place<'p>> {
        self.all.binary_search(&feature).ok().map(|at| place(self.places, self.asks.len(), at))
    }

    /// Whether the feature is among all that is on the fact.
    pub fn has(self, feature: Feature) -> bool {
        self.all.binary_search(&feature).is_ok()
    }

    /// Whether the sentence, or who and where it is on, has the feature.
    pub fn says(self, feature: Feature) -> bool {
        self.find(feature).is_some_and(Place::in_text)
    }
}

/// The place of the feature with this number of a fact with so many questions.
fn place(places: &[u32], asks: usize, at: usize) -> Place<'_> {
    let numbers = Place::numbers(asks);
    Place(&places[at * numbers..(at + 1) * numbers])
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort_unstable();
    list.dedup();
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(list: &[u32]) -> Vec<Feature> {
        list.iter().map(|&it| Feature::numbered(it)).collect()
    }

    #[test]
    fn a_fact_may_have_very_many_questions() {
        let asks = (0..70).map(|at| (if at % 31 == 0 { of(&[3]) } else { Vec::new() }, Wants::default()));
        let mut profiles = Profiles::default();
        profiles.push(Parts { asks: asks.collect(), ..Parts::default() });
        let place = profiles.get(0).find(Feature::numbered(3)).expect("it has it");
        assert!(!place.in_text());
        assert_eq!(place.asks().collect::<Vec<_>>(), [0, 31, 62]);
    }

    #[test]
    fn each_feature_knows_its_questions() {
        let when = Wants::of(|intent| intent == Intent::When);
        let mut profiles = Profiles::default();
        profiles.push(Parts { text: of(&[6]), asks: vec![(of(&[6]), when)], ..Parts::default() });
        profiles.push(Parts {
            text: of(&[5, 1]),
            others: of(&[9]),
            asks: vec![(of(&[1, 7]), when), (of(&[5, 7]), Wants::default())],
            denies: vec![Denial {
                ask: Ask { weight: 0.0, wants: when },
                features: of(&[2, 8]).into(),
                ..Denial::default()
            }],
            ..Parts::default()
        });
        profiles.complete(|_| 0.5);
        let profile = profiles.get(1);
        assert_eq!(profile.all, of(&[1, 5, 7, 9]));
        let places = profile.all.iter().map(|&it| profile.find(it).expect("it has it"));
        let places: Vec<_> = places.map(|place| (place.in_text(), place.asks().collect::<Vec<_>>())).collect();
        assert_eq!(places, [(true, vec![0]), (true, vec![1]), (false, vec![0, 1]), (false, vec![])]);
        let [seven, two] = [7, 2].map(Feature::numbered);
        assert!(profile.has(seven) && !profile.says(seven) && !profile.has(two));
        assert!(profile.found_by().contains(&two));
        assert_eq!(profile.denies()[0].untrue[..], of(&[2, 8])[..]);
        assert_eq!(profile.asks.iter().map(|ask| ask.weight.to_bits()).collect::<Vec<_>>(), [1.0f32.to_bits(); 2]);
        assert_eq!((profile.asks[0].wants.count(), profile.asks[0].wants.shared_with(Wants::default())), (1, 0));
        assert_eq!(profiles.counts(10), [0, 1, 0, 0, 0, 1, 1, 1, 0, 1]);
    }
}

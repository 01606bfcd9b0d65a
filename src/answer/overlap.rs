//! What a question and a fact have in common.

use crate::knowledge::feature::Feature;
use crate::knowledge::index::Index;
use crate::knowledge::profile::{Denial, Profile};
use crate::question::Term;

/// The features of a question, ready to be looked for in many facts.
pub(super) struct Asked {
    /// Sorted by feature, each once: weights are added up in this order.
    features: Vec<Weighed>,
    /// For each term of the question the place of its feature in `features`.
    slots: Vec<Option<usize>>,
}

/// A feature of the question.
struct Weighed {
    feature: Feature,
    /// What it weighs in the question.
    weight: f32,
    /// What it weighs there more than elsewhere.
    surplus: f32,
}

/// What a question and one of those of a fact have.
#[derive(Clone, Copy)]
pub(super) struct Weights {
    /// The weight of what both have.
    pub(super) both: f32,
    /// The weight of what the question of the fact has.
    pub(super) own: f32,
}

impl Weights {
    fn add(&mut self, weighed: &Weighed) {
        self.both += weighed.weight;
        self.own += weighed.surplus;
    }
}

/// Where a fact has a feature of the question.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    /// In all that is on it.
    on_fact: bool,
    /// In its sentence.
    pub(super) in_text: bool,
    /// In the thing that it corrects.
    is_denied: bool,
}

impl Place {
    /// Whether the fact has it anywhere, or in what it corrects.
    pub(super) fn is_shared(self) -> bool {
        self.on_fact || self.is_denied
    }

    /// Whether its sentence says it, or what it corrects.
    pub(super) fn is_said(self) -> bool {
        self.in_text || self.is_denied
    }
}

/// What a fact has of a question. Filled anew for each fact, so that ranking needs memory once and not for every fact.
#[derive(Default)]
pub(super) struct Overlap {
    /// For each feature of the question, by its place in [`Asked`].
    places: Vec<Place>,
    /// For each question of the fact.
    pub(super) asks: Vec<Weights>,
}

impl Asked {
    pub(super) fn new(index: &Index, terms: &[Term]) -> Self {
        let mut features: Vec<Weighed> = Vec::with_capacity(terms.len());
        for (feature, weight) in terms.iter().filter_map(|term| Some((term.feature?, term.weight))) {
            let weighed = Weighed { feature, weight, surplus: weight - index.weight(feature) };
            match features.binary_search_by_key(&feature, |it| it.feature) {
                Ok(at) => features[at] = weighed,
                Err(at) => features.insert(at, weighed),
            }
        }
        let slot = |term: &Term| features.binary_search_by_key(&term.feature?, |it| it.feature).ok();
        let slots = terms.iter().map(slot).collect();
        Self { features, slots }
    }

    /// For each term of the question the place of its feature among those of the question.
    pub(super) fn slots(&self) -> impl Iterator<Item = Option<usize>> {
        self.slots.iter().copied()
    }

    /// Whether the question speaks of this.
    pub(super) fn has(&self, feature: Feature) -> bool {
        self.features.binary_search_by_key(&feature, |it| it.feature).is_ok()
    }

    /// Notes what a fact has of the question; `start` are the weights of each of its questions before any feature is shared.
    /// Of the first 64 features only those that it may have, a bit each in `has`, are looked for.
    pub(super) fn compare(
        &self,
        profile: Profile<'_>,
        has: u64,
        start: impl Iterator<Item = Weights>,
        overlap: &mut Overlap,
    ) {
        overlap.asks.clear();
        overlap.asks.extend(start);
        overlap.places.clear();
        overlap.places.resize(self.features.len(), Place::default());
        for (slot, weighed) in self.features.iter().enumerate() {
            if slot < u64::BITS as usize && has & 1 << slot == 0 {
                continue;
            }
            let Some(place) = profile.find(weighed.feature) else { continue };
            overlap.places[slot] = Place { on_fact: true, in_text: place.in_text(), is_denied: false };
            for ask in place.asks() {
                overlap.asks[ask].add(weighed);
            }
        }
    }

    /// What the question has of a thing that a fact corrects, from its weights before any feature is shared.
    pub(super) fn compare_denial(&self, denial: &Denial, mut weights: Weights) -> Weights {
        self.features.iter().filter(|it| denial.has(it.feature)).for_each(|weighed| weights.add(weighed));
        weights
    }

    /// Notes that the thing that the fact corrects has these features as well.
    pub(super) fn add_denied(&self, denial: &Denial, overlap: &mut Overlap) {
        for (place, weighed) in overlap.places.iter_mut().zip(&self.features) {
            place.is_denied = denial.has(weighed.feature);
        }
    }

    /// For each term of the question where the fact has it.
    pub(super) fn places<'t>(&self, terms: &'t [Term], overlap: &Overlap) -> impl Iterator<Item = (&'t Term, Place)> {
        let place = |slot: &Option<usize>| slot.map_or_else(Place::default, |at| overlap.places[at]);
        terms.iter().zip(self.slots.iter().map(place))
    }
}

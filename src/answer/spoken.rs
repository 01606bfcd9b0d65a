//! What a statement speaks of, and whether a fact speaks of all of it.

use crate::knowledge::feature::Feature;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, Step};
use crate::question::Reading;
use crate::question::cues::Steps;
use crate::text::stem::stem;

/// What a statement speaks of, its step aside.
pub(super) struct Spoken<'a> {
    knowledge: &'a Knowledge,
    reading: &'a Reading,
    steps: Steps,
    /// The words for the step.
    of_step: Vec<Feature>,
    /// The words for an agreement, one as good as the other.
    agreements: Vec<Feature>,
    is_first: bool,
}

/// Words for an agreement.
const AGREEMENTS: [&str; 6] = ["agreement", "treaty", "deal", "accord", "pact", "communique"];

impl<'a> Spoken<'a> {
    /// What a statement speaks of.
    pub(super) fn of(knowledge: &'a Knowledge, reading: &'a Reading) -> Self {
        let index = knowledge.index();
        let steps = reading.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Step(_)));
        let words = steps.flat_map(|cue| &reading.tokens[cue.first..cue.first + cue.count]);
        Self {
            knowledge,
            reading,
            steps: reading.steps(),
            of_step: words.filter_map(|token| index.feature_of_stem(&token.stem)).collect(),
            agreements: AGREEMENTS.iter().filter_map(|word| index.feature_of_stem(&stem(word))).collect(),
            is_first: reading.has_word(&["first"]),
        }
    }

    /// Whether the sentence of a fact, or those concerned, have all of it.
    pub(super) fn is_in(&self, fact: &Fact) -> bool {
        let told = self.knowledge.index().profile_of(fact.key);
        (!self.is_first || fact.text.contains("first"))
            && self.reading.terms.iter().all(|term| {
                term.feature.is_some_and(|feature| told.says(feature) || self.is_meant(fact, feature))
                    || term.entity.is_some_and(|entity| self.is_concerned(fact, entity))
            })
    }

    fn is_concerned(&self, fact: &Fact, entity: EntityKey) -> bool {
        fact.concerns(entity)
            || fact.action.as_ref().is_some_and(|action| action.instrument == Some(entity))
            || self.knowledge.is_subject(entity)
    }

    /// Whether a word is one for the step that the fact states, or for an agreement where it speaks of one.
    fn is_meant(&self, fact: &Fact, word: Feature) -> bool {
        let is_step = |step| self.steps.contains(&step) || self.steps[..] == [Step::Joined];
        (self.of_step.contains(&word) && fact.action.as_ref().is_some_and(|action| is_step(action.step)))
            || (self.agreements.contains(&word) && AGREEMENTS.iter().any(|word| fact.text.contains(word)))
    }
}

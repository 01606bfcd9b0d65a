//! Countries that a question describes and does not name: "the Gulf state which ...", "a North African premier".

use crate::knowledge::feature::Feature;
use crate::knowledge::model::Knowledge;
use crate::knowledge::profile::Profile;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Group};
use crate::question::Reading;

/// Groups so large that nearly every fact is on one of their countries: they tell nothing of which is meant.
const LARGE: [Group; 6] =
    [Group::Arab, Group::NonArab, Group::MuslimMajority, Group::Africa, Group::Europe, Group::Republic];

/// The countries that fit a description.
pub(super) struct Described {
    countries: Vec<Feature>,
    /// What the question says of them.
    words: Vec<Feature>,
}

impl Described {
    /// The countries of the groups that a question speaks of, unless it names one of them.
    pub(super) fn of(knowledge: &Knowledge, reading: &Reading) -> Option<Self> {
        let index = knowledge.index();
        let mut groups = Vec::new();
        let mut words = Vec::new();
        for cue in &reading.cues {
            if let CueMeaning::Group(group) = cue.means
                && !LARGE.contains(&group)
            {
                groups.push(group);
                let tokens = cue.first..cue.first + cue.count;
                words.extend(tokens.clone().filter_map(|at| index.feature_of_stem(&reading.tokens[at].stem)));
                let named = reading.mentions.iter().filter(|it| tokens.contains(&it.first) && it.count <= cue.count);
                words.extend(named.flat_map(|it| &it.entities).filter_map(|&it| index.feature_of_entity(it)));
            }
        }
        if groups.is_empty() {
            return None;
        }
        let fitting = knowledge.entities().iter().filter(|it| it.kind == EntityKind::Country && it.is_in(&groups));
        let is_named = reading.partners(knowledge).iter().any(|&it| knowledge.entity_at(it).is_in(&groups));
        let countries: Vec<Feature> = fitting.filter_map(|it| index.feature_of_entity(it.key)).collect();
        (!is_named && !countries.is_empty()).then_some(Self { countries, words })
    }

    /// Whether the sentence of a fact names one of the countries.
    pub(super) fn fits(&self, profile: Profile<'_>) -> bool {
        self.countries.iter().any(|&country| profile.says(country))
    }

    /// Whether the question describes them by this.
    pub(super) fn is_said_by(&self, word: Feature) -> bool {
        self.words.contains(&word)
    }
}

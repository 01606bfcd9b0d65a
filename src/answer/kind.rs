//! The kind of answer that a question asks for, and how well a fact is of it.

use crate::knowledge::model::{Action, EntityKey, Fact, Knowledge};
use crate::knowledge::profile::{Traits, Wants};
use crate::knowledge::vocabulary::{CueMeaning, Intent, Property, State, Step};
use crate::question::Reading;
use crate::question::cues::Steps;

// The weights were fitted and rounded together with those of the ranking.

/// Taken off when the fact lacks the kind of answer: a "who" needs a person, a "how many" a number, a "when" a date.
const WRONG_KIND: f32 = 0.06;
/// Taken off a fact that records no place when one is asked for; less, because its sentence may name one.
const NO_PLACE: f32 = 0.03;
/// Added when the question asks for just the property that the fact gives ("why is it called", "who takes part").
const RIGHT_PROPERTY: f32 = 0.08;
/// Taken off a fact on who somebody is when that is not asked.
const NOT_ASKED_WHO: f32 = 0.02;
/// Taken off an embassy or ambassador of another sender or at another host than the question says.
const OTHER_MISSION: f32 = 0.05;
/// Taken off a fact that says that a country has not joined when another treaty is asked about.
const OTHER_TREATY: f32 = 0.2;
/// Added when the fact states the step asked about, or defines what is asked to be defined.
const RIGHT_KIND: f32 = 0.05;

/// The kind of answer that a question asks for.
pub(super) struct AskedKind<'r> {
    reading: &'r Reading,
    /// What is asked for by a question word.
    wants: Wants,
    steps: Steps,
    /// Who sends the embassy or ambassador asked about, and who receives it.
    mission: (Option<EntityKey>, Option<EntityKey>),
    /// Whether it speaks of a treaty and not of the accords.
    is_on_another_treaty: bool,
}

impl<'r> AskedKind<'r> {
    pub(super) fn of(knowledge: &Knowledge, reading: &'r Reading, wants: Wants) -> Self {
        Self {
            reading,
            wants,
            steps: reading.steps(),
            mission: reading.sender_and_host(knowledge),
            is_on_another_treaty: reading.has_word(&["treaty", "treaties"])
                && [Intent::When, Intent::Who, Intent::Where].into_iter().any(|intent| reading.wants(intent))
                && !reading.names_subject(knowledge),
        }
    }

    /// The most that [`Self::fit`] can give for any fact.
    pub(super) fn most(&self) -> f32 {
        let asks_what = self.wants.has(Intent::Who) || self.wants.has(Intent::Definition);
        let names_property = self.reading.cues.iter().any(|cue| matches!(cue.means, CueMeaning::Property(_)));
        let kinds = [
            (self.wants.has(Intent::Why), RIGHT_KIND),
            (names_property, RIGHT_PROPERTY),
            (asks_what, RIGHT_PROPERTY),
            (!self.steps.is_empty(), RIGHT_KIND),
        ];
        kinds.into_iter().filter(|(applies, _)| *applies).map(|(_, added)| added).sum()
    }

    /// How well a fact is of the kind that is asked for: added to its score, and below zero where it is of another.
    pub(super) fn fit(&self, fact: &Fact, traits: &Traits) -> f32 {
        let reading = self.reading;
        let mut fit = 0.0;
        if self.wants.has(Intent::Who) && !traits.has_person {
            fit -= WRONG_KIND;
        }
        if self.wants.has(Intent::Where) && !traits.has_place {
            fit -= NO_PLACE;
        }
        if self.wants.has(Intent::When) && !traits.has_date {
            fit -= WRONG_KIND;
        }
        if self.wants.has(Intent::HowMany) && !traits.figures.any {
            fit -= WRONG_KIND;
        }
        if self.wants.has(Intent::Why) && traits.property == Some(Property::Reason) {
            fit += RIGHT_KIND;
        }
        if traits.property.is_some_and(|property| reading.has(CueMeaning::Property(property))) {
            fit += RIGHT_PROPERTY;
        }
        // "What does the treaty say?" asks for no definition of it.
        let defines = self.wants.has(Intent::Definition) && !reading.wants(Intent::Said);
        let asks_what = self.wants.has(Intent::Who) || defines;
        if traits.property == Some(Property::Office) && !asks_what {
            fit -= NOT_ASKED_WHO;
        }
        let defines = matches!(traits.property, Some(Property::Definition | Property::Office));
        let asked_about =
            || traits.first.is_some_and(|first| reading.terms.iter().any(|term| term.entity == Some(first)));
        if defines && asks_what && asked_about() {
            fit += RIGHT_PROPERTY;
        }
        let has_not_joined = |it: &Action| it.state == State::NotDone && it.step == Step::Joined;
        if self.is_on_another_treaty && fact.action.as_ref().is_some_and(has_not_joined) {
            fit -= OTHER_TREATY;
        }
        if traits.step.is_some_and(|step| self.steps.contains(&step)) {
            fit += if traits.is_main { RIGHT_KIND } else { RIGHT_KIND / 2.0 };
        }
        let is_mission = matches!(traits.step, Some(Step::Embassy | Step::Ambassador));
        if is_mission && fact.action.as_ref().is_some_and(|action| self.is_other_mission(action)) {
            fit -= OTHER_MISSION;
        }
        fit
    }

    /// Whether an embassy or ambassador is of another sender or at another host than the question says.
    fn is_other_mission(&self, mission: &Action) -> bool {
        let (sender, host) = self.mission;
        sender.is_some_and(|it| !mission.by.contains(&it))
            || host.zip(mission.within).is_some_and(|(asked, within)| asked != within)
    }
}

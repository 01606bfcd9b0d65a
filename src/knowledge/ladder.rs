//! The status ladder of a country, derived from the actions.

use super::model::{Action, EntityKey, Fact, Knowledge};
use super::vocabulary::{EntityKind, State, Step};

/// The rungs in order; membership at large is none of them.
pub const RUNGS: [Step; 7] =
    [Step::Announced, Step::Signed, Step::Ratified, Step::InForce, Step::Relations, Step::Embassy, Step::Ambassador];

/// Where a country stands towards the accords.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Membership {
    /// It signed, and relations with Israel followed.
    Member,
    /// It signed, but a cited fact says that nothing followed.
    SignedOnly,
    /// It announced that it would join; no source reports a signature.
    Announced,
    /// A cited fact says that it has not joined.
    Outside,
    /// Nothing is recorded.
    Unrecorded,
}

impl Knowledge {
    /// The facts on one rung of a country's ladder, the one that states it best first, then by date and id.
    pub fn rung(&self, country: EntityKey, step: Step) -> Vec<&Fact> {
        let mut found: Vec<(&Fact, &Action)> =
            self.steps_of(country).filter(|(_, action)| action.step == step).collect();
        found.sort_by_key(|(fact, action)| (!action.main, fact.date.is_none(), fact.date, fact.id.as_str()));
        found.into_iter().map(|(fact, _)| fact).collect()
    }

    /// All facts that are on the country's ladder.
    pub fn steps_of(&self, country: EntityKey) -> impl Iterator<Item = (&Fact, &Action)> {
        let facts = self.steps_of.get(&country).into_iter().flatten().map(|&key| self.fact_at(key));
        facts.filter_map(|fact| fact.action.as_ref().map(|action| (fact, action)))
    }

    /// Whether the country has a step of this state.
    pub fn has_step(&self, country: EntityKey, step: Step, state: State) -> bool {
        self.steps_of(country).any(|(_, action)| action.step == step && action.state == state)
    }

    /// Where the country stands, derived from its steps.
    pub fn membership(&self, country: EntityKey) -> Membership {
        let has = |step, state| self.has_step(country, step, state);
        if has(Step::Signed, State::Done) {
            if has(Step::Relations, State::NotDone) { Membership::SignedOnly } else { Membership::Member }
        } else if has(Step::Joined, State::NotDone) {
            Membership::Outside
        } else if has(Step::Announced, State::Done) || has(Step::Announced, State::Promised) {
            Membership::Announced
        } else {
            Membership::Unrecorded
        }
    }

    /// The countries that have a ladder of their own: those that signed or announced, by the date of their first step.
    pub fn partners(&self) -> &[EntityKey] {
        &self.partners
    }

    /// Finds the partners; done once, when the knowledge is linked.
    pub(super) fn find_partners(&self) -> Vec<EntityKey> {
        let first_step = |key: EntityKey| self.steps_of(key).filter_map(|(fact, _)| fact.date).min();
        let mut partners: Vec<_> = self
            .entities()
            .iter()
            .filter(|entity| entity.kind == EntityKind::Country)
            .map(|entity| entity.key)
            .filter(|&key| {
                matches!(self.membership(key), Membership::Member | Membership::SignedOnly | Membership::Announced)
            })
            .collect();
        partners.sort_by_key(|&key| (first_step(key), key));
        partners
    }
}

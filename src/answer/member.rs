//! Where one country stands: its rungs, one sentence each.

use jiff::civil::Date;

use super::ask::ask;
use super::draft::Draft;
use super::phrases::NOTHING_FOUND;
use super::unknown::{ambiguous, unknown};
use super::{Answer, Confidence, Outcome};
use crate::knowledge::ladder::{Membership, RUNGS};
use crate::knowledge::model::{Entity, EntityKey, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, State, Step};
use crate::question::names::{complete, exact};
use crate::question::{Question, read};

/// References cited for each rung: with more, the sources of eight rungs outgrow a Discord message.
const CITED_PER_RUNG: usize = 1;

/// Names offered when what was typed is none.
const MOST_OFFERED: usize = 3;

/// The status of a country by any of its names.
///
/// A name that is no country's gives the countries that it may have been meant for; one without records gives unknown.
pub fn member(knowledge: &Knowledge, typed: &str, today: Date) -> Answer {
    let country = exact(knowledge, typed).filter(|entity| entity.kind == EntityKind::Country);
    match country.map(|entity| (entity, knowledge.membership(entity.key))) {
        Some((entity, Membership::Member | Membership::SignedOnly | Membership::Announced)) => rungs(knowledge, entity),
        Some((entity, _)) => {
            ask(knowledge, &Question::new(&format!("Is {} in the accords?", entity.in_sentence()), today))
        }
        None => {
            let near = complete(knowledge, typed, &[EntityKind::Country], MOST_OFFERED);
            if near.is_empty() || typed.trim().is_empty() {
                return unknown(knowledge, &read(knowledge, typed), NOTHING_FOUND);
            }
            ambiguous(near.into_iter().map(|entity| entity.name.clone()).collect())
        }
    }
}

/// One sentence for each rung that a source speaks of.
fn rungs(knowledge: &Knowledge, entity: &Entity) -> Answer {
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    tell_rungs(&mut draft, knowledge, entity.key);
    draft.finish(None, Vec::new())
}

/// One sentence for each rung, in the order of the rungs.
pub(super) fn tell_rungs<'k>(draft: &mut Draft<'k>, knowledge: &'k Knowledge, country: EntityKey) {
    draft.cite_at_most(CITED_PER_RUNG);
    for step in RUNGS.into_iter().chain([Step::Joined]) {
        let rung = knowledge.rung(country, step);
        let state = |wanted: State| {
            rung.iter().find(move |fact| fact.action.as_ref().is_some_and(|action| action.state == wanted))
        };
        if let Some(fact) = state(State::Done)
            .or_else(|| state(State::NotDone))
            .or_else(|| state(State::Promised))
            .or_else(|| state(State::Disputed))
        {
            draft.tell(fact);
        }
    }
}

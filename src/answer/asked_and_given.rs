//! What one country asked for, was given, or gave.

use super::listing::{Page, page};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::ConditionState;

/// A page of the conditions that concern a country: what it was given, what it asked for, then what others asked of it.
pub fn asked_and_given(knowledge: &Knowledge, country: EntityKey, at: usize) -> Page {
    let mut facts: Vec<&Fact> =
        knowledge.stated_facts_on(country).filter(|fact| order(fact, country).is_some()).collect();
    facts.sort_by_key(|fact| (order(fact, country), knowledge.is_weak(fact), fact.date, fact.id.as_str()));
    page(knowledge, &facts, at)
}

/// The place of a fact in the list; none when it is not on a condition of the country.
fn order(fact: &Fact, country: EntityKey) -> Option<u8> {
    let condition = fact.condition.as_ref()?;
    let own = condition.party.contains(&country);
    if !own && !condition.counterparty.contains(&country) {
        return None;
    }
    let state = match condition.state {
        ConditionState::Granted => 0,
        ConditionState::Suspended => 1,
        ConditionState::Asked => 2,
        ConditionState::Open => 3,
    };
    Some(if own { state } else { state + 4 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_country_got_comes_before_what_was_asked_of_it() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let country = knowledge.entity("morocco").expect("a country").key;
        let page = asked_and_given(&knowledge, country, 0);
        let places = page.answer.facts.iter().map(|id| order(knowledge.fact(id).expect("a fact"), country));
        assert!(!page.answer.facts.is_empty() && places.is_sorted());
    }
}

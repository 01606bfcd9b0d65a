//! All that is told of one document or person: what it is first, then its steps, then the rest.

use super::listing::{Page, page};
use super::unknown::ambiguous;
use crate::knowledge::model::{Entity, EntityKey, Fact, Knowledge};
use crate::knowledge::names::run_together;
use crate::knowledge::vocabulary::{EntityKind, Property};
use crate::question::names::{complete, exact};
use crate::text::similarity::edits;

/// Names offered when what was typed is none.
const MOST_OFFERED: usize = 3;

/// The entity of one of these kinds that was typed: by id, by any of its names, or by a misspelling that only one fits.
///
/// # Errors
/// The names that it may have been meant for, when it is none or several.
pub fn named<'k>(knowledge: &'k Knowledge, typed: &str, kinds: &[EntityKind]) -> Result<&'k Entity, Vec<&'k Entity>> {
    if let Some(entity) = exact(knowledge, typed).filter(|entity| kinds.contains(&entity.kind)) {
        return Ok(entity);
    }
    if typed.trim().is_empty() {
        return Err(Vec::new());
    }
    let near = complete(knowledge, typed, kinds, MOST_OFFERED);
    let fitting: Vec<&Entity> = near.iter().copied().filter(|entity| is_slip(knowledge, typed, entity)).collect();
    match fitting[..] {
        [one] => Ok(one),
        _ => Err(near),
    }
}

/// Whether a text is a name of the entity with a slip or two in it.
fn is_slip(knowledge: &Knowledge, typed: &str, entity: &Entity) -> bool {
    let typed = run_together(typed);
    let names = knowledge.index().names().all().iter().filter(|name| name.entity == entity.key);
    names.into_iter().any(|name| edits(&typed, &name.key).is_some())
}

/// A page of what is told of an entity.
pub fn entry(knowledge: &Knowledge, key: EntityKey, at: usize) -> Page {
    let mut facts: Vec<&Fact> = knowledge.stated_facts_on(key).filter(|fact| is_told_of(fact, key)).collect();
    facts.sort_by_key(|fact| order(fact, key));
    facts.dedup_by(|one, other| one.text == other.text);
    page(knowledge, &facts, at)
}

/// An answer that asks which of these is meant.
pub fn which_one(names: &[&Entity]) -> super::Answer {
    ambiguous(names.iter().map(|entity| entity.name.clone()).collect())
}

fn is_told_of(fact: &Fact, key: EntityKey) -> bool {
    let instrument = fact.action.as_ref().is_some_and(|action| action.instrument == Some(key));
    instrument || fact.about.contains(&key) || fact.speaker == Some(key)
}

/// What it is; its steps by date; what is first about it; the rest; each by date.
fn order(fact: &Fact, key: EntityKey) -> (u8, bool, Option<crate::knowledge::date::PartialDate>, &str) {
    let first = fact.about.first() == Some(&key);
    let defines = matches!(fact.property, Some(Property::Definition | Property::Office));
    let is_step = fact.action.as_ref().is_some_and(|action| action.instrument == Some(key));
    let class = match (defines && first, is_step, first) {
        (true, ..) => 0,
        (_, true, _) => 1,
        (.., true) => 2,
        _ => 3,
    };
    (class, fact.date.is_none(), fact.date, &fact.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_begins_with_who_it_is() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let person = named(&knowledge, "jared kushner", &[EntityKind::Person]).expect("a person");
        let page = entry(&knowledge, person.key, 0);
        let first = knowledge.fact(&page.answer.facts[0]).expect("a fact");
        assert_eq!(first.about.first(), Some(&person.key));
        assert_eq!(named(&knowledge, "Jarred Kushner", &[EntityKind::Person]).map(|it| it.key).ok(), Some(person.key));
        assert!(named(&knowledge, "Morocco", &[EntityKind::Person]).is_err(), "a country is no person");
        assert!(named(&knowledge, "", &[EntityKind::Person]).is_err());
    }

    #[test]
    fn every_document_and_person_of_a_fact_has_an_entry() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let facts = knowledge.stated_facts().flat_map(|fact| fact.about.iter().copied());
        for key in facts {
            assert!(!entry(&knowledge, key, 0).answer.facts.is_empty());
        }
    }
}

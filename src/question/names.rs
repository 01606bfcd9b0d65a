//! Names for people who type: completion with typos.

use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{Entity, EntityKey, Knowledge};
use crate::knowledge::names::run_together;
use crate::knowledge::vocabulary::EntityKind;
use crate::text::similarity::{closeness, edits};

/// The least closeness (Jaro-Winkler) at which a name is offered for what was typed; below it, offers look random.
const LEAST_CLOSENESS: f64 = 0.82;

/// The entities of these kinds whose names fit what was typed so far, best first, at most `most`, none twice.
///
/// A name that begins with it comes first, then one of whose words does, then names a typo away. Nothing typed gives the
/// partners in the order in which they came.
pub fn complete<'k>(knowledge: &'k Knowledge, typed: &str, kinds: &[EntityKind], most: usize) -> Vec<&'k Entity> {
    let key = run_together(typed);
    let mut ranked: Vec<(u32, usize, &str, EntityKey)> = Vec::new();
    if key.is_empty() {
        let partners = knowledge.partners();
        ranked.extend(partners.iter().enumerate().map(|(at, &country)| (0, at, "", country)));
    } else {
        for name in knowledge.index().names().all() {
            if let Some(rank) = rank(&key, &name.key) {
                let entity = knowledge.entity_at(name.entity);
                let recorded = knowledge.index().feature_of_entity(name.entity).is_some()
                    || knowledge.membership(name.entity) != Membership::Unrecorded;
                // Its own name goes before a capital that begins alike: Morocco before Moroni of the Comoros.
                let is_alias = run_together(&entity.name) != name.key;
                ranked.push((
                    rank + u32::from(!recorded) + u32::from(is_alias),
                    name.key.len(),
                    entity.name.as_str(),
                    name.entity,
                ));
            }
        }
    }
    ranked.sort();
    let mut seen = Vec::new();
    let unique = ranked.into_iter().map(|(.., key)| key).filter(|key| {
        let is_new = !seen.contains(key);
        seen.push(*key);
        is_new
    });
    unique.map(|key| knowledge.entity_at(key)).filter(|entity| kinds.contains(&entity.kind)).take(most).collect()
}

/// How well a name fits what was typed: 0 best; none when it does not fit.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a closeness lies between 0 and 1")]
fn rank(typed: &str, name: &str) -> Option<u32> {
    if name == typed {
        return Some(0);
    }
    if name.starts_with(typed) {
        return Some(10);
    }
    if typed.chars().count() > 2 && name.contains(typed) {
        return Some(20);
    }
    let beginning: String = name.chars().take(typed.chars().count()).collect();
    let closest = closeness(typed, name).max(closeness(typed, &beginning));
    let near = edits(typed, name).is_some() || edits(typed, &beginning).is_some() || closest >= LEAST_CLOSENESS;
    near.then(|| 100 + ((1.0 - closest) * 1000.0) as u32)
}

/// The entity that a typed name means, if exactly one fits exactly.
pub fn exact<'k>(knowledge: &'k Knowledge, typed: &str) -> Option<&'k Entity> {
    if let Some(entity) = knowledge.entity(typed.trim()) {
        return Some(entity);
    }
    match knowledge.index().names().exactly(&run_together(typed))[..] {
        [one] => Some(knowledge.entity_at(one)),
        _ => None,
    }
}

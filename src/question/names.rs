//! Names for people who type: completion with typos.

use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{Entity, EntityKey, Knowledge};
use crate::knowledge::names::{Name, run_together};
use crate::knowledge::vocabulary::EntityKind;
use crate::text::similarity::{LetterCounts, allowed_edits, closeness, edits, most_closeness};

/// The least closeness (Jaro-Winkler) at which a name is offered for what was typed; below it, offers look random.
const LEAST_CLOSENESS: f64 = 0.82;

/// The entities of these kinds whose names fit what was typed so far, best first, at most `most`, none twice.
///
/// A name that begins with it comes first, then one of whose words does, then names a typo away. Nothing typed gives the
/// partners in the order in which they came.
pub fn complete<'k>(knowledge: &'k Knowledge, typed: &str, kinds: &[EntityKind], most: usize) -> Vec<&'k Entity> {
    let key = run_together(typed);
    if key.is_empty() {
        let partners = knowledge.partners().iter().map(|&country| knowledge.entity_at(country));
        return partners.filter(|entity| kinds.contains(&entity.kind)).take(most).collect();
    }
    let typed = Typed::new(&key);
    let names = || knowledge.index().names().all().iter().filter(|name| kinds.contains(&name.kind));
    let mut ranked: Vec<Ranked<'k>> = Vec::new();
    for name in names() {
        if let Some(rank) = typed.spelt_right(name) {
            ranked.push(Ranked::new(knowledge, name, rank));
        }
    }
    // A name a typo away comes after all that are typed right; most often there are enough of those.
    if entities(&mut ranked, most).len() < most {
        for name in names() {
            if let Some(rank) = typed.misspelt(name) {
                ranked.push(Ranked::new(knowledge, name, rank));
            }
        }
    }
    entities(&mut ranked, most).into_iter().map(|key| knowledge.entity_at(key)).collect()
}

/// A name that fits what was typed; the smaller the better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Ranked<'k> {
    rank: u32,
    length: usize,
    entity_name: &'k str,
    entity: EntityKey,
}

impl<'k> Ranked<'k> {
    fn new(knowledge: &'k Knowledge, name: &Name, rank: u32) -> Self {
        let recorded = knowledge.index().feature_of_entity(name.entity).is_some()
            || knowledge.membership(name.entity) != Membership::Unrecorded;
        // Its own name goes before a capital that begins alike: Morocco before Moroni of the Comoros.
        let rank = rank + u32::from(!recorded) + u32::from(!name.is_usual);
        let entity_name = knowledge.entity_at(name.entity).name.as_str();
        Self { rank, length: name.key.len(), entity_name, entity: name.entity }
    }
}

/// The entities of the best names, each once, at most `most`.
fn entities(ranked: &mut [Ranked<'_>], most: usize) -> Vec<EntityKey> {
    ranked.sort_unstable();
    let mut found = Vec::new();
    for name in ranked.iter() {
        if found.len() == most {
            break;
        }
        if !found.contains(&name.entity) {
            found.push(name.entity);
        }
    }
    found
}

/// What was typed, folded and run together.
struct Typed<'t> {
    text: &'t str,
    chars: usize,
    letters: LetterCounts,
    /// The most edits that a name may be away.
    most_edits: usize,
}

impl<'t> Typed<'t> {
    fn new(text: &'t str) -> Self {
        let chars = text.chars().count();
        Self { text, chars, letters: LetterCounts::of(text), most_edits: allowed_edits(chars) }
    }

    /// How well a name fits of which this is a part: 0 best; none when it is not.
    fn spelt_right(&self, name: &Name) -> Option<u32> {
        if name.key == self.text {
            Some(0)
        } else if name.key.starts_with(self.text) {
            Some(10)
        } else {
            // A part of a name has all its letters in common with it.
            let may_hold = self.chars > 2 && self.letters.common(&name.letters) == self.chars;
            (may_hold && name.key.contains(self.text)).then_some(20)
        }
    }

    /// How well a name fits that is not spelt so and does not begin so, after all that are; none when it does not.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a closeness lies between 0 and 1")]
    fn misspelt(&self, name: &Name) -> Option<u32> {
        let common = self.letters.common(&name.letters);
        let beginning_chars = name.chars.min(self.chars);
        // The beginning of a name is nearer than the whole, if anything is.
        if !self.may_be_near(&name.key, beginning_chars, common) {
            return None;
        }
        let end = name.key.char_indices().nth(self.chars).map_or(name.key.len(), |(at, _)| at);
        let beginning = &name.key[..end];
        let common_beginning = self.letters.common(&LetterCounts::of(beginning));
        let of_name = self.may_be_near(&name.key, name.chars, common);
        let of_beginning = self.may_be_near(beginning, beginning_chars, common_beginning);
        if !(of_name || of_beginning) || self.spelt_right(name).is_some() {
            return None;
        }
        let closest = closeness(self.text, &name.key).max(closeness(self.text, beginning));
        let is_near = closest >= LEAST_CLOSENESS
            || edits(self.text, &name.key).is_some()
            || edits(self.text, beginning).is_some();
        is_near.then(|| 100 + ((1.0 - closest) * 1000.0) as u32)
    }

    /// Whether a word of so many characters, of which so many may be common, may be close enough, or few enough edits away:
    /// rules out nearly all names without comparing them.
    fn may_be_near(&self, word: &str, chars: usize, common: usize) -> bool {
        let least_edits = self.chars.max(chars).saturating_sub(common);
        least_edits <= self.most_edits
            || most_closeness(self.text, word, (self.chars, chars), common) >= LEAST_CLOSENESS
    }
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

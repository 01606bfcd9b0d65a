//! Questions that name one thing and ask nothing else of it: "tell me about Oman", "who is Jared Kushner", "Sudan".

use super::draft::Draft;
use super::member::tell_rungs;
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Property, Step};
use crate::question::Reading;

/// Facts told of the place of an outsider.
const MOST_OF_AN_OUTSIDER: usize = 2;

/// Who or what the one thing is that is named; of a country how far it has come.
pub(super) fn about<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [term] = &reading.terms[..] else { return None };
    let key = term.entity.filter(|&key| !knowledge.is_side(key) && !knowledge.is_subject(key))?;
    // A word that alone is near to a name may be anything ("what is solaris"); only a "who" tells that a name is meant.
    if !asks_at_large(reading) || (reading.is_corrected_name(key) && !reading.wants(Intent::Who)) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    if knowledge.entity_at(key).kind == EntityKind::Country {
        match knowledge.membership(key) {
            Membership::Unrecorded => return None,
            Membership::Outside => {
                let outside = knowledge.rung(key, Step::Joined);
                draft.tell_all(&outside.into_iter().take(MOST_OF_AN_OUTSIDER).collect::<Vec<_>>());
            }
            _ => tell_rungs(&mut draft, knowledge, key),
        }
    } else {
        draft.tell(definition(knowledge, key).or_else(|| who(knowledge, reading, key))?);
    }
    (!draft.is_empty()).then_some(draft)
}

/// Who somebody is of whom no fact says just that; a name alone is no question.
fn who<'k>(knowledge: &'k Knowledge, reading: &Reading, key: EntityKey) -> Option<&'k Fact> {
    let asks = reading.wants(Intent::Who) || reading.has_word(&["about"]);
    if asks { knowledge.introducing(key) } else { None }
}

/// Whether nothing of the thing is asked in particular: no step, no date, no other question than who or what it is.
fn asks_at_large(reading: &Reading) -> bool {
    let at_large = |means: CueMeaning| {
        matches!(means, CueMeaning::Filler)
            || matches!(means, CueMeaning::Intent(Intent::Definition | Intent::Who | Intent::Status | Intent::Said))
    };
    let says_what = |means: CueMeaning| matches!(means, CueMeaning::Intent(Intent::Said));
    let only_said = reading.cues.iter().any(|cue| says_what(cue.means)) && !reading.wants(Intent::Definition);
    reading.dates.is_empty()
        && !only_said
        && !reading.is_yes_or_no()
        && reading.cues.iter().all(|cue| at_large(cue.means))
}

/// The best supported fact on what the thing, or who the person, is.
fn definition(knowledge: &Knowledge, key: EntityKey) -> Option<&Fact> {
    let defines = |fact: &&Fact| {
        let tells_what = matches!(fact.property, Some(Property::Definition | Property::Office));
        tells_what && fact.about.first() == Some(&key)
    };
    knowledge.stated_facts().filter(defines).min_by_key(|fact| (usize::MAX - fact.references.len(), &fact.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn persons_are_introduced_by_their_office() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for (id, office) in [
            ("benjamin-netanyahu", "Prime Minister Benjamin Netanyahu"),
            ("kassym-jomart-tokayev", "President Kassym-Jomart Tokayev"),
            ("donald-trump", "President Donald Trump"),
        ] {
            let person = knowledge.entity(id).expect("a person of the knowledge");
            let fact = knowledge.introducing(person.key).expect("a fact introduces them");
            assert!(fact.text.contains(office), "{id}: {}", fact.text);
        }
    }
}

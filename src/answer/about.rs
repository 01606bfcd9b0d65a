//! Questions that name one thing and ask nothing else of it: "tell me about Oman", "who is Jared Kushner", "Sudan".

use super::draft::Draft;
use super::member::tell_rungs;
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Intent, Property, Step};
use crate::question::Reading;

/// Facts told of the place of an outsider.
const MOST_OF_AN_OUTSIDER: usize = 2;

/// Who or what the one thing is that is named; of a country how far it has come.
pub(super) fn about<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [term] = &reading.terms[..] else { return None };
    let key = term.entity.filter(|&key| !knowledge.is_general(key))?;
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
        let says = reading.wants(Intent::Said) || reading.has(CueMeaning::Property(Property::Summary));
        let summary = if says { knowledge.properties_of(key, Property::Summary).next() } else { None };
        draft.tell(summary.or_else(|| definition(knowledge, key)).or_else(|| who(knowledge, reading, key))?);
    }
    (!draft.is_empty()).then_some(draft)
}

/// What became of the one thing that is named ("is the fund still going?"): the last that is known of it.
pub(super) fn what_became<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    const STATES: [&str; 18] = [
        "go", "aliv", "activ", "run", "exist", "around", "happen", "becom", "status", "dead", "function", "oper",
        "forc", "effect", "valid", "work", "thing", "place",
    ];
    let asks = reading.has_word(&["still", "anymore", "became", "become", "nowadays", "status"])
        || (reading.wants(Intent::Happened) && reading.has_word(&["to"]));
    let mut named = reading.terms.iter().filter_map(|term| term.entity);
    let key = named.next().filter(|_| asks && reading.dates.is_empty())?;
    let is_plain = |at: usize| {
        let token = &reading.tokens[at];
        reading.is_in_name(at)
            || knowledge.index().is_filler(token)
            || STATES.contains(&token.stem.as_str())
            || ["still", "anymore", "whatever", "nowadays"].contains(&token.folded.as_str())
    };
    let is_thing =
        matches!(knowledge.entity_at(key).kind, EntityKind::Organisation | EntityKind::Document | EntityKind::Term);
    if named.next().is_some() || !is_thing || knowledge.is_subject(key) || !(0..reading.tokens.len()).all(is_plain) {
        return None;
    }
    let on_it =
        |fact: &&Fact| fact.about.first() == Some(&key) && matches!(fact.kind, FactKind::Event | FactKind::Status);
    let last = knowledge
        .stated_facts_on(key)
        .filter(on_it)
        .max_by_key(|fact| (fact.date, &fact.id))
        .filter(|it| it.date.is_some())?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(last);
    Some(draft)
}

/// Words besides the thing and the asking that a question why it is called so may have: "why are the agreements named after".
const MOST_OTHER_WORDS: usize = 2;

/// Facts told of where a name comes from.
const MOST_OF_A_NAME: usize = 2;

/// Why the one thing that is named is called so.
pub(super) fn named_after<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    if !reading.has(CueMeaning::Property(Property::NameOrigin)) || !reading.dates.is_empty() {
        return None;
    }
    let mut named = reading.terms.iter().filter_map(|term| term.entity);
    let (key, None) = (named.next()?, named.next()) else { return None };
    let told = knowledge.properties_of(key, Property::NameOrigin);
    if reading.terms.len() > 1 + MOST_OTHER_WORDS {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell_all(&told.take(MOST_OF_A_NAME).collect::<Vec<_>>());
    (!draft.is_empty()).then_some(draft)
}

/// Who somebody is of whom no fact says just that; a single name alone ("Cohen") is no question.
fn who<'k>(knowledge: &'k Knowledge, reading: &Reading, key: EntityKey) -> Option<&'k Fact> {
    let asks =
        reading.wants(Intent::Who) || reading.has_word(&["about", "identify", "define"]) || reading.is_full_name();
    if asks { knowledge.introducing(key) } else { None }
}

/// Whether nothing of the thing is asked in particular: no step, no date, no other question than who or what it is.
fn asks_at_large(reading: &Reading) -> bool {
    let at_large = |means: CueMeaning| {
        matches!(means, CueMeaning::Filler)
            || matches!(means, CueMeaning::Intent(Intent::Definition | Intent::Who | Intent::Status | Intent::Said))
            || means == CueMeaning::Property(Property::Summary)
    };
    let says_what = |means: CueMeaning| matches!(means, CueMeaning::Intent(Intent::Said));
    let only_said = reading.cues.iter().any(|cue| says_what(cue.means)) && !reading.wants(Intent::Definition);
    reading.dates.is_empty()
        && !only_said
        && !reading.is_yes_or_no()
        && reading.cues.iter().all(|cue| at_large(cue.means))
}

/// The best supported fact on what the thing, or who the person, is.
pub(super) fn definition(knowledge: &Knowledge, key: EntityKey) -> Option<&Fact> {
    let defining = [Property::Definition, Property::Office].map(|property| knowledge.properties_of(key, property));
    defining.into_iter().flatten().min_by_key(|fact| (usize::MAX - fact.references.len(), &fact.id))
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

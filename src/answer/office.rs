//! "What post did X hold then?", "which country's prime minister was X?": who somebody was, asked by the office.

use super::about::definition;
use super::dates::Dates;
use super::draft::Draft;
use super::{Confidence, Outcome};
use crate::knowledge::introduced::OFFICES;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Property};
use crate::question::Reading;

/// What somebody holds.
const POSTS: [&str; 9] = ["post", "posts", "position", "office", "role", "job", "title", "portfolio", "capacity"];

/// What somebody does with it.
const HOLDING: [&str; 11] =
    ["hold", "held", "holding", "have", "had", "occupy", "occupied", "fill", "filled", "serve", "served"];

/// Who the one person was at the time, where nothing else is asked.
pub(super) fn office<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [person] = reading.named(knowledge, EntityKind::Person)[..] else { return None };
    if reading.is_corrected_name(person) || !(asks_for_a_post(reading) || asks_of_which_country(reading)) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.tell(held_then(knowledge, reading, person)?);
    Some(draft)
}

/// "What post did X hold in 2020?": no word of it is on anything else.
fn asks_for_a_post(reading: &Reading) -> bool {
    let is_plain = |at: usize| {
        let word = reading.tokens[at].folded.as_str();
        reading.is_placed(at)
            || POSTS.contains(&word)
            || HOLDING.contains(&word)
            || matches!(
                word,
                "what" | "which" | "was" | "did" | "does" | "the" | "in" | "on" | "as" | "at" | "by" | "that" | "time"
            )
    };
    reading.has_word(&["what", "which"])
        && reading.has_word(&POSTS)
        && (reading.has_word(&HOLDING) || reading.has_word(&["was"]))
        && (0..reading.tokens.len()).all(is_plain)
}

/// "Which country's foreign minister was X?", "X was prime minister of which country?"
fn asks_of_which_country(reading: &Reading) -> bool {
    let is_plain = |at: usize| {
        let word = reading.tokens[at].folded.as_str();
        reading.is_placed(at)
            || OFFICES.contains(&word)
            || matches!(word, "prime" | "foreign" | "defence" | "defense" | "crown" | "economy" | "affairs")
            || matches!(word, "which" | "what" | "country" | "state" | "nation" | "government")
            || matches!(word, "is" | "was" | "the" | "of" | "for" | "a" | "in" | "and")
    };
    reading.has_word(&["which", "what"])
        && reading.has_word(&["country", "state", "nation"])
        && reading.has_word(&OFFICES)
        && (0..reading.tokens.len()).all(is_plain)
}

/// The fact that says who the person was at the time asked about, or else at all.
fn held_then<'k>(knowledge: &'k Knowledge, reading: &Reading, person: EntityKey) -> Option<&'k Fact> {
    let dates = Dates::of(knowledge, reading);
    let is_of_then = |fact: &&Fact| {
        !dates.is_empty() && dates.fit(fact, knowledge.index().profile_of(fact.key).traits.years).0 > 0.0
    };
    knowledge
        .properties_of(person, Property::Office)
        .find(is_of_then)
        .or_else(|| definition(knowledge, person))
        .or_else(|| knowledge.introducing(person))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::read;

    #[test]
    fn who_somebody_was_is_asked_by_the_office() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for (question, expected) in [
            ("What post did Gabi Ashkenazi have in 2020?", Some("foreign minister")),
            ("Which office was held by Anwar Gargash in June 2020?", Some("minister of state")),
            ("which country's prime minister was Abdalla Hamdok?", Some("Sudan")),
            ("Saad-Eddine El Othmani was the prime minister of which country?", Some("Morocco")),
            ("What role did Jared Kushner have in the talks with Bahrain?", None),
            ("What position did Trump take on the West Bank?", None),
        ] {
            let told = office(&knowledge, &read(&knowledge, question));
            let told = told.and_then(|draft| draft.facts().first().map(|fact| fact.text.clone()));
            match expected {
                Some(word) => assert!(told.as_ref().is_some_and(|text| text.contains(word)), "{question}: {told:?}"),
                None => assert_eq!(told, None, "{question}"),
            }
        }
    }
}

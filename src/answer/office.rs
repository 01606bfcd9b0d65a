//! "What post did X hold then?", "which country's prime minister was X?": who somebody was, asked by the office.

use super::dates::Dates;
use super::draft::Draft;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::{Mentioned, find_dates};
use crate::knowledge::introduced::OFFICES;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{EntityKind, Property};
use crate::question::Reading;

/// What somebody holds.
const POSTS: [&str; 9] = ["post", "posts", "position", "office", "role", "job", "title", "portfolio", "capacity"];

/// What somebody does with it.
const HOLDING: [&str; 11] =
    ["hold", "held", "holding", "have", "had", "occupy", "occupied", "fill", "filled", "serve", "served"];

/// What an office may be called with ("prime minister", "foreign minister").
const KINDS: [&str; 7] = ["prime", "foreign", "defence", "defense", "crown", "economy", "energy"];

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
    const LINKS: [&str; 13] =
        ["what", "which", "was", "did", "does", "the", "in", "on", "as", "at", "by", "that", "time"];
    let is_plain = |at: usize| {
        let word = reading.tokens[at].folded.as_str();
        reading.is_placed(at) || POSTS.contains(&word) || HOLDING.contains(&word) || LINKS.contains(&word)
    };
    reading.has_word(&["what", "which"])
        && reading.has_word(&POSTS)
        && (reading.has_word(&HOLDING) || reading.has_word(&["was"]))
        && (0..reading.tokens.len()).all(is_plain)
}

/// "Which country's foreign minister was X?", "X was prime minister of which country?", in whatever order. To which country
/// somebody was sent is another question.
fn asks_of_which_country(reading: &Reading) -> bool {
    const COUNTRIES: [&str; 3] = ["country", "state", "nation"];
    const LINKS: [&str; 11] = ["which", "what", "is", "was", "the", "of", "for", "a", "in", "and", "affairs"];
    let is_plain = |at: usize| {
        let word = reading.tokens[at].folded.as_str();
        reading.is_placed(at) || is_office(word) || COUNTRIES.contains(&word) || LINKS.contains(&word)
    };
    reading.has_word(&["which", "what"])
        && reading.has_word(&COUNTRIES)
        && reading.has_word(&OFFICES)
        && !reading.has_word(&["ambassador", "envoy"])
        && (0..reading.tokens.len()).all(is_plain)
}

fn is_office(word: &str) -> bool {
    OFFICES.contains(&word) || KINDS.contains(&word)
}

/// The fact that says that the person held such an office at the time asked about; where no time is asked about, any.
fn held_then<'k>(knowledge: &'k Knowledge, reading: &Reading, person: EntityKey) -> Option<&'k Fact> {
    let dates = Dates::of(knowledge, reading);
    let is_of_then = |fact: &&Fact| {
        let fits = dates.fit(fact, knowledge.index().profile_of(fact.key).traits.years).0 > 0.0;
        dates.is_empty() || fits || reading.date().is_some_and(|asked| spans(knowledge, fact, asked))
    };
    // A prime minister is a head of government.
    let index = knowledge.index();
    let asked = || reading.tokens.iter().filter(|token| is_office(&token.folded) && !token.stem.is_empty());
    let names_it = |fact: &&Fact| {
        let mut told = index.tokenise(&fact.text);
        index.unify(&mut told);
        asked().all(|token| told.iter().any(|it| index.is_the_same(&it.stem, &token.stem)))
    };
    knowledge.properties_of(person, Property::Office).filter(is_of_then).find(names_it)
}

/// Whether a day is between the first and the last date of a sentence ("from 2008 to 10 February 2021").
fn spans(knowledge: &Knowledge, fact: &Fact, day: PartialDate) -> bool {
    let dates = find_dates(&knowledge.index().tokenise(&fact.text));
    let dates = dates.iter().filter_map(|mention| match mention.date {
        Mentioned::Dated(date) => Some(date),
        Mentioned::Yearly(..) | Mentioned::Month(_) => None,
    });
    let (first, last) = (dates.clone().map(PartialDate::first).min(), dates.map(PartialDate::last).max());
    first.zip(last).is_some_and(|(first, last)| first <= day.last() && day.first() <= last)
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
            ("What post does Isaac Herzog hold?", None),
            ("What post did Antony Blinken hold in December 2020?", None),
            ("Which country was Eitan Na'eh ambassador in?", None),
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

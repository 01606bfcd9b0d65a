//! Where things were, and questions that have them somewhere else.

use super::hit::Hit;
use crate::knowledge::feature::Feature;
use crate::knowledge::model::{EntityKey, Fact, Knowledge, WHITE_HOUSE};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{EntityKind, FactKind, Intent, Step};
use crate::question::words::is_auxiliary;
use crate::question::{Reading, read_sentence};
use crate::text::tokens::Token;

/// The share of a question of which a fact must speak to be the event that the question has somewhere else: most of it but the
/// place.
const MOST: f32 = 0.6;

/// The share of what a question says besides a strange place of which a fact must speak to be its event.
const NEARLY_ALL: f32 = 0.9;

/// Words that ask where something was.
const WHERE: [&str; 3] = ["city", "town", "place"];

/// Whether the question has somewhere else ("the summit in Dubai") what the best of the told facts tells of: it names a place of
/// which none of them speaks, and the best one has another.
pub(super) fn is_somewhere_else(knowledge: &Knowledge, reading: &Reading, best: &Hit<'_>, told: &[&Fact]) -> bool {
    let asks_where = reading.wants(Intent::Where) || reading.has_word(&WHERE) || reading.has_word(&["or"]);
    if asks_where || best.coverage < MOST || best.is_of_other_date() {
        return false;
    }
    let index = knowledge.index();
    let is_strange = |&(at, place): &(usize, &str)| {
        let was_there = |fact: &Fact| fact.place.as_deref().is_some_and(|it| it.contains(place) || place.contains(it));
        let says_it =
            |fact: &&Fact| says(knowledge, fact, &reading.tokens[at]) || fact.text.contains(place) || was_there(fact);
        let is_meant = is_locative(reading, at) && !is_of_what_it_is_dated_by(reading, at);
        is_meant && !is_of_a_country(reading, best, at) && !told.iter().any(says_it)
    };
    let has_another = |(_, strange): (usize, &str)| {
        let sentence = read_sentence(knowledge, &best.fact.text);
        let places = index.places_in(&sentence.tokens).map(|(_, place)| place);
        places.chain(best.fact.place.as_deref()).any(|place| place != strange)
    };
    index.places_in(&reading.tokens).filter(is_strange).any(has_another)
}

/// Whether the word here is where something is or goes to. What comes from somewhere may be said to come from the country.
fn is_locative(reading: &Reading, at: usize) -> bool {
    matches!(reading.word_before(at), "in" | "at" | "to" | "near" | "outside" | "for")
}

/// Whether the word here stands for a country ("Rabat" for Morocco) of which the fact tells.
fn is_of_a_country(reading: &Reading, hit: &Hit<'_>, at: usize) -> bool {
    let named = reading.mentions.iter().filter(|mention| mention.covers(at)).flat_map(|mention| &mention.entities);
    named.into_iter().any(|entity| !hit.missing.contains(entity))
}

/// Whether a fact or one of its questions has a word.
fn says(knowledge: &Knowledge, fact: &Fact, token: &Token) -> bool {
    let index = knowledge.index();
    index.feature_of_stem(&token.stem).is_some_and(|feature| index.profile_of(fact.key).has(feature))
}

/// Whether the question has an event at a place that is no name here ("the summit in Eilat"), where the fact has another.
pub(super) fn is_at_a_strange_place(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let index = knowledge.index();
    let profile = index.profile_of(hit.fact.key);
    let is_told = |feature: Option<Feature>| feature.is_some_and(|feature| profile.has(feature));
    let mut strangers = reading.terms.iter().filter(|term| term.is_proper_noun && !is_told(term.feature));
    let (Some(stranger), None) = (strangers.next(), strangers.next()) else { return false };
    let is_unknown = |token: &Token| {
        token.raw.starts_with(char::is_uppercase)
            && !is_told(index.feature_of_stem(&token.stem))
            && !index.is_filler(token)
    };
    let is_located = reading.tokens.windows(2).enumerate().any(|(at, pair)| {
        matches!(pair[0].folded.as_str(), "in" | "at") && !reading.is_placed(at + 1) && is_unknown(&pair[1])
    });
    let known = hit.total - stranger.weight;
    is_located
        && hit.fact.kind == FactKind::Event
        && hit.fact.place.is_some()
        && hit.missing.is_empty()
        && !hit.is_of_other_date()
        && !reading.wants(Intent::Where)
        && hit.coverage * hit.total >= NEARLY_ALL * known
}

/// Whether the question asks for a town of a country ("which Moroccan town hosted the summit?") and the fact has one of another.
pub(super) fn is_in_another_country(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    const TOWNS: [&str; 8] = ["city", "town", "village", "place", "port", "resort", "airport", "hotel"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let asks_within = |mention: &&Mention| {
        mention.first > 0
            && matches!(word(mention.first - 1), "which" | "what")
            && TOWNS.contains(&word(mention.first + mention.count))
    };
    let Some([asked]) = reading.mentions.iter().find(asks_within).map(|mention| &mention.entities[..]) else {
        return false;
    };
    let Some(country) = hit.fact.place.as_deref().and_then(|place| country_of(knowledge, hit.fact, place)) else {
        return false;
    };
    hit.fact.kind == FactKind::Event && knowledge.entity_at(*asked).kind == EntityKind::Country && country != *asked
}

/// The country in which a place of a fact is, if its name tells ("Rabat") or the sentence does ("Sde Boker, Israel").
fn country_of(knowledge: &Knowledge, fact: &Fact, place: &str) -> Option<EntityKey> {
    let index = knowledge.index();
    let first_country = |text: &str| {
        let mentions = index.find_names(&index.tokenise(text));
        let countries = mentions.iter().filter_map(|mention| match mention.entities[..] {
            [one] if knowledge.entity_at(one).kind == EntityKind::Country => Some((mention.first, one)),
            _ => None,
        });
        countries.into_iter().next()
    };
    let by_name = first_country(place).map(|(_, country)| country);
    let behind = || fact.text.split_once(place)?.1.strip_prefix(", ").and_then(first_country);
    by_name.or_else(|| behind().filter(|(at, _)| *at == 0).map(|(_, country)| country))
}

/// Whether a fact has a place and it is not, nor holds, the one that the question gives.
pub(super) fn is_placed_elsewhere(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, place: EntityKey) -> bool {
    let holds = |recorded: &str| seat_of(knowledge, place) == Some(recorded);
    hit.fact.place.as_deref().is_some_and(|recorded| !holds(recorded)) && !reading.wants(Intent::Where)
}

/// Where a body sits that is named without its town.
pub(super) fn seat_of(knowledge: &Knowledge, body: EntityKey) -> Option<&'static str> {
    match knowledge.entity_at(body).id.as_str() {
        WHITE_HOUSE => Some("Washington, D.C."),
        "united-nations" => Some("New York"),
        _ => None,
    }
}

/// Whether the fact places elsewhere the embassy or the signing that the question speaks of.
pub(super) fn is_elsewhere(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let placed =
        reading.steps().iter().any(|step| matches!(step, Step::Embassy | Step::Signed)) && fact.kind == FactKind::Event;
    let asks_where = reading.wants(Intent::Where) || reading.has_word(&WHERE);
    let Some(place) = fact.place.as_deref().filter(|_| placed && !asks_where) else { return false };
    // "The embassy in Israel" says in which country and not where.
    let is_country =
        |place: &&str| reading.countries(knowledge).iter().any(|&it| knowledge.entity_at(it).name == *place);
    let asked: Vec<&str> = knowledge
        .index()
        .places_in(&reading.tokens)
        // "The envoys accredited to New Delhi" signed elsewhere.
        .filter(|&(at, _)| !matches!(reading.word_before(at), "to" | "from" | "of" | "with" | "for" | "and"))
        .filter(|&(at, _)| !is_of_what_it_is_dated_by(reading, at))
        .map(|(_, place)| place)
        .filter(|place| !is_country(place))
        .collect();
    !asked.is_empty()
        && asked.iter().all(|asked| !place.contains(asked) && !asked.contains(place) && !fact.text.contains(asked))
}

/// Whether the word here is where something else was, by which the question says when: "the vote, a day before the signing in ...".
fn is_of_what_it_is_dated_by(reading: &Reading, at: usize) -> bool {
    // The clause that says when ends at a pause, and where the main one begins ("long after it, was the summit held in ...?").
    let is_of_the_clause = |&before: &usize| {
        let (token, next) = (&reading.tokens[before], &reading.tokens[before + 1]);
        !next.after_comma && token.sentence == next.sentence && !is_auxiliary(&token.folded)
    };
    let clause = (0..at).rev().take_while(is_of_the_clause);
    let mut words = clause.map(|before| reading.tokens[before].folded.as_str());
    words.any(|word| matches!(word, "before" | "after" | "following" | "until"))
}

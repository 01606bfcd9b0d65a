//! Names in a question that the knowledge does not have, where the fact that is told has somebody or something else.

use std::ops::Range;

use super::hit::Hit;
use super::swapped::{ASIDE, LEAST_TOLD, names_another};
use crate::knowledge::model::Knowledge;
use crate::knowledge::vocabulary::{EntityKind, Intent};
use crate::question::{Reading, read_sentence};
use crate::text::similarity::closeness;
use crate::text::tokens::{Token, inner_capitals};

/// Closeness to a word of the fact from which a name may be a slip for it: nearer than two names are that only begin alike.
const A_SLIP: f64 = 0.85;

/// Whether the question has a person, a body or a place that the knowledge does not have ("Which law did John Smith sign?") for
/// the one of which the fact tells.
pub(super) fn has_a_stranger_for_it(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    if hit.coverage < LEAST_TOLD || reading.has_word(&["or"]) {
        return false;
    }
    let names = |kind| names_another(knowledge, reading, hit.fact, Some(kind));
    strange_names(knowledge, reading, hit).into_iter().any(|name| match role(reading, &name) {
        Role::Person => names(EntityKind::Person),
        Role::Place => hit.fact.place.is_some() && !reading.wants(Intent::Where),
        Role::Actor => names(EntityKind::Organisation) || names(EntityKind::Person),
        Role::Unclear => false,
    })
}

/// What a name is used for.
enum Role {
    /// A name of several words is of a person, or of a body that is called like one.
    Person,
    /// Whoever does something, or to whom it is done.
    Actor,
    /// Where something is.
    Place,
    Unclear,
}

fn role(reading: &Reading, name: &Range<usize>) -> Role {
    const BEFORE: [&str; 8] = ["by", "from", "with", "did", "tell", "told", "met", "meet"];
    match reading.word_before(name.start) {
        "in" | "at" => Role::Place,
        word if ASIDE.contains(&word) => Role::Unclear,
        _ if name.len() > 1 => Role::Person,
        word if BEFORE.contains(&word) => Role::Actor,
        _ => Role::Unclear,
    }
}

/// Where names stand that are written as such, that are not in the fact and no slip for a word of it.
fn strange_names(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> Vec<Range<usize>> {
    let index = knowledge.index();
    let profile = index.profile_of(hit.fact.key);
    let feature = |token: &Token| index.feature_of_stem(&token.stem);
    let is_corrected = |at: usize| reading.corrections.iter().any(|it| it.token == at);
    let capitals = inner_capitals(&reading.tokens);
    if is_headline(&capitals) {
        return Vec::new();
    }
    let is_strange = |at: usize| {
        let token = &reading.tokens[at];
        capitals[at]
            && token.raw.chars().all(char::is_alphabetic)
            && !reading.is_placed(at)
            && !is_corrected(at)
            && !index.is_filler(token)
            && !feature(token).is_some_and(|feature| profile.has(feature))
    };
    let mut strange: Vec<usize> = (0..reading.tokens.len()).filter(|&at| is_strange(at)).collect();
    // Few questions have any: only for these the fact is read again.
    if !strange.is_empty() {
        let told = read_sentence(knowledge, &hit.fact.text);
        let is_slip = |token: &Token| told.tokens.iter().any(|it| closeness(&token.folded, &it.folded) >= A_SLIP);
        strange.retain(|&at| !is_slip(&reading.tokens[at]));
    }
    let mut names: Vec<Range<usize>> = Vec::new();
    for at in strange {
        match names.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => names.push(at..at + 1),
        }
    }
    // A word that another fact has may be of a title or a body ("Alternate Prime Minister"), and what stands beside a name is of
    // a longer one ("an Israeli Labour Party minister").
    let is_unknown = |at: usize| feature(&reading.tokens[at]).is_none();
    let follows_a_name = |name: &Range<usize>| name.start.checked_sub(1).is_some_and(|at| reading.is_in_name(at));
    let stands_alone = |name: &Range<usize>| !follows_a_name(name) && !reading.is_in_name(name.end);
    names.retain(|name| name.clone().all(is_unknown) && stands_alone(name));
    names
}

/// Whether most words are written with capitals, as in a headline: there they tell no name.
fn is_headline(capitals: &[bool]) -> bool {
    2 * capitals.iter().filter(|is_capital| **is_capital).count() > capitals.len()
}

//! Questions with another in the place of a name: what is asked of the one is not told as if it were of the other.

use accords::answer::{Answer, Outcome, ask};
use accords::knowledge::Knowledge;
use accords::knowledge::model::{Entity, Fact};
use accords::knowledge::vocabulary::EntityKind;
use accords::question::Question;

/// How many names further in the list the substitute for the next question is looked for, so that many are met.
const STRIDE: usize = 37;

/// Of a hundred questions on another country, how many may be answered as if nothing were wrong: twice what is measured.
const MOST_COUNTRIES: usize = 5;
/// The same of persons and bodies, whose names are of more kinds.
const MOST_OTHERS: usize = 8;

fn answer(knowledge: &Knowledge, text: &str) -> Answer {
    ask(knowledge, &Question::new(text, jiff::civil::date(2026, 7, 1)))
}

/// Whether a text has a name as a whole word.
fn names(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// The name or alias, written with a capital, by which a question calls somebody or something.
fn name_in<'k>(entity: &'k Entity, question: &str) -> Option<&'k str> {
    let all = std::iter::once(&entity.name).chain(&entity.aliases).map(String::as_str);
    all.filter(|name| name.starts_with(char::is_uppercase)).find(|name| names(question, name))
}

/// Another of the same kind that has nothing to do with the fact.
fn substitute<'k>(entities: &[&'k Entity], at: usize, fact: &Fact, question: &str) -> Option<&'k Entity> {
    let strange = |entity: &&&Entity| {
        let is_told = |word: &str| word.len() > 3 && (fact.text.contains(word) || question.contains(word));
        !fact.concerns(entity.key) && !entity.name.split_whitespace().any(is_told)
    };
    let from = (at * STRIDE) % entities.len();
    entities.iter().cycle().skip(from).take(entities.len()).find(strange).copied()
}

/// Of the facts' own questions with another in the place of a name of this kind: how many are answered with the same fact, as if
/// nothing were wrong, and how many there are.
fn slips(kind: EntityKind, is_used: impl Fn(&Entity) -> bool) -> (usize, usize) {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let entities: Vec<&Entity> =
        knowledge.entities().iter().filter(|entity| entity.kind == kind && is_used(entity)).collect();
    let (mut slipped, mut all) = (0, 0);
    let asks = knowledge.facts().iter().flat_map(|fact| fact.asks.iter().map(move |ask| (fact, ask)));
    for (at, (fact, question)) in asks.enumerate() {
        let Some(name) = entities.iter().find_map(|it| name_in(it, question)) else { continue };
        let Some(other) = substitute(&entities, at, fact, question) else { continue };
        let is_told = |answer: &Answer| {
            answer.outcome == Outcome::Answered && answer.facts.first().is_some_and(|told| *told == fact.id)
        };
        if is_told(&answer(&knowledge, question)) {
            all += 1;
            slipped += usize::from(is_told(&answer(&knowledge, &question.replacen(name, &other.name, 1))));
        }
    }
    (slipped, all)
}

fn assert_rare(kind: EntityKind, is_used: impl Fn(&Entity) -> bool, least: usize, most_percent: usize) {
    let (slipped, all) = slips(kind, is_used);
    assert!(all >= least, "only {all} questions have such a name");
    assert!(slipped * 100 <= all * most_percent, "{slipped} of {all} tell what is of another");
}

#[test]
fn what_is_of_one_country_is_not_told_of_another() {
    // The sides and the countries on which there is nothing are no partners.
    let partners = ["morocco", "bahrain", "sudan", "kazakhstan", "saudi-arabia", "oman", "qatar", "egypt", "jordan"];
    assert_rare(EntityKind::Country, |entity| partners.contains(&entity.id.as_str()), 500, MOST_COUNTRIES);
}

#[test]
fn what_one_person_did_is_not_told_of_another() {
    assert_rare(EntityKind::Person, |_| true, 200, MOST_OTHERS);
}

#[test]
fn what_one_body_did_is_not_told_of_another() {
    assert_rare(EntityKind::Organisation, |_| true, 150, MOST_OTHERS);
}

//! Questions that take something for granted which a fact contradicts: another person, place or day.

use super::draft::Draft;
use super::hit::{Flaws, Hit};
use super::phrases::NOT_SO;
use super::placed::{is_at_a_strange_place, is_in_another_country, is_placed_elsewhere};
use super::rank::OWN_QUESTION;
use super::strangers::has_a_stranger_for_it;
use super::swapped::{ASIDE, is_swapped};
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{EntityKind, FactKind, Intent, Property, Step};
use crate::question::Reading;
use crate::text::tokens::Token;

/// How well a fact must fit, apart from the name or date in question, to stand against it: better than a plain answer,
/// because a wrong correction is a wrong answer with emphasis.
const LEAST_FIT: f32 = 0.66;

/// The share of a question of which a fact must speak to correct the day of something that is no step.
const NEARLY_ALL: f32 = 0.9;

/// The same of what is asked whether it is so, in words much like those of the fact's own questions.
const MOST: f32 = 0.75;

/// The share of a question of which a fact speaks that speaks of all of it, rounding aside.
const ALL: f32 = 0.98;

/// The certainty, its date counted against it, from which a fact that speaks of all of a question is what it is about.
const CERTAIN: f32 = 1.0;

/// Likeness to a question of a fact from which a question is that one, but for its date.
const ALL_BUT_ITS_DATE: f32 = 0.74;

/// How well a fact must fit, apart from the person in question, to be what the question asks about ...
const WHOLLY: f32 = 0.9;
/// ... and by how much better than the best of those on that person.
const CLEARLY: f32 = 0.15;

/// How near another fact must fit to stand against the question in the place of the best.
const AS_FITTING: f32 = 0.08;

/// Words after an owner among which what is owned stands ("Carter's planned first visit").
const OWNED: usize = 3;

/// Countries of a question from which the fact that has all but one of them is what it is about.
const SHORTEST_LIST: usize = 3;

/// Words before a place.
const AT: [&str; 3] = ["at", "in", "on"];

/// How much a list of signatories is preferred when the question has the wrong person sign.
const SIGNATORIES: f32 = 0.15;

/// The score of a fact for being of just the day that is asked about; less is of its month or year.
const SAME_DAY: f32 = 0.03;

/// The share of a question of which a fact of the day must speak.
const SPEAKS_OF_IT: f32 = 0.5;

/// How like one of its questions must be.
const LEAST_LIKENESS: f32 = 0.45;

/// The fact that stands against what the question takes for granted, as a correction.
///
/// `certainty` is that of the first fact, and counts its being of another date against it.
pub(super) fn correct<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    hits: &[Hit<'k>],
    certainty: f32,
) -> Option<Draft<'k>> {
    // "Who else besides Kushner?" takes nothing for granted of the one named.
    if reading.has_word(&["besides", "else", "apart", "except"]) {
        return None;
    }
    // Of a day on which something else of it was, another day is no correction.
    let is_of_the_day = |hit: &Hit<'_>| hit.date >= SAME_DAY && hit.missing.is_empty() && hit.coverage >= SPEAKS_OF_IT;
    let names_a_day = reading.date().is_some_and(|date| date.day().is_some());
    if names_a_day && (reading.has_word(&["which", "what"]) || reading.is_yes_or_no()) && hits.iter().any(is_of_the_day)
    {
        return None;
    }
    // Of what lacks two names there is too little left to be the same.
    let mut fitting: Vec<&Hit<'_>> = hits
        .iter()
        .filter(|hit| hit.missing.len() < 2)
        .filter(|hit| {
            (hit.fit >= LEAST_FIT || is_at_a_strange_place(knowledge, reading, hit)) && hit.ask >= LEAST_LIKENESS
        })
        .collect();
    let signs = reading.steps().contains(&Step::Signed);
    let fit = |hit: &Hit<'_>| {
        let by_name = signs
            && hit.fact.property == Some(Property::Signatory)
            && hit.missing.iter().any(|&it| knowledge.entity_at(it).kind == EntityKind::Person);
        if by_name { hit.fit + SIGNATORIES } else { hit.fit }
    };
    fitting.sort_by(|one, other| {
        let by_date = one.is_of_other_date().cmp(&other.is_of_other_date());
        by_date.then_with(|| fit(other).total_cmp(&fit(one))).then_with(|| one.fact.id.cmp(&other.fact.id))
    });
    // The event itself, whatever the question has for its day.
    let undated = |hit: &Hit<'_>| hit.score - hit.date;
    let first = hits.iter().max_by(|one, other| undated(one).total_cmp(&undated(other)));
    let first = first.filter(|first| first.missing.is_empty());
    let is_otherwise = |first: &&Hit<'k>| {
        is_at_a_strange_place(knowledge, reading, first)
            || (first.fit >= LEAST_FIT && is_misdated(knowledge, reading, first, certainty))
    };
    let hit = if let Some(otherwise) = first.filter(is_otherwise) {
        otherwise
    } else {
        let best = fit(fitting.first()?);
        fitting
            .iter()
            .take_while(|hit| best - fit(hit) < AS_FITTING)
            .find(|hit| stands_against(knowledge, reading, hit, certainty))?
    };
    if !stands_against(knowledge, reading, hit, certainty) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(hit.fact).lead(NOT_SO);
    Some(draft)
}

/// Whether a fact tells of an event that the question has with another person, place or day.
fn stands_against(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, certainty: f32) -> bool {
    let is_event =
        matches!(hit.fact.kind, FactKind::Event | FactKind::Status | FactKind::Attribute | FactKind::Condition)
            || (is_of_words(hit) && hit.missing.is_empty() && hit.ask >= ALL_BUT_ITS_DATE)
            || is_one_of_a_list(knowledge, reading, hit)
            || matches!(hit.missing[..], [lacking] if has_a_namesake(knowledge, hit, lacking));
    is_event
        && match hit.missing[..] {
            // That somebody did all this on another day answers a question whether it was on this one.
            [] => is_misdated(knowledge, reading, hit, certainty) || is_at_a_strange_place(knowledge, reading, hit),
            [_, _, ..] => false,
            // Who asks for a person has not taken another for it, nor who asks for what the one named did.
            [lacking] => {
                (!reading.wants(Intent::Who) || reading.is_yes_or_no())
                    && !is_all_that_is_given(knowledge, reading, lacking)
                    && hit.missing.iter().all(|&entity| contradicts(knowledge, reading, hit, entity))
            }
        }
}

/// Whether a person is the only one whom a "which" or "what" names: nothing else says which summit he is taken to have been at.
fn is_all_that_is_given(knowledge: &Knowledge, reading: &Reading, lacking: EntityKey) -> bool {
    let mut named = reading.terms.iter().filter_map(|term| term.entity).filter(|&it| !knowledge.is_general(it));
    knowledge.entity_at(lacking).kind == EntityKind::Person
        && reading.terms.iter().any(|term| term.is_target)
        && reading.dates.is_empty()
        && named.all(|it| it == lacking)
}

/// The fact on what the question asks about that has another person in the place of the one named, where the facts on that
/// person say less of it: "When did Netanyahu open the embassy?" is of the embassy.
pub(super) fn wrong_person<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    hits: &[Hit<'k>],
    best: &Hit<'k>,
) -> Option<Draft<'k>> {
    let asks =
        [Intent::When, Intent::Why, Intent::Where].into_iter().any(|it| reading.wants(it)) || reading.is_yes_or_no();
    let [person] = reading.named(knowledge, EntityKind::Person)[..] else { return None };
    let is_bystander = stands_after(reading, person, &["with", "to", "of", "from", "against", "for", "beside", "like"]);
    // What is told of him has all that is asked.
    let is_told = best.missing.is_empty() && best.coverage >= ALL;
    if !asks || reading.wants(Intent::Said) || is_bystander || is_told || best.ask >= OWN_QUESTION {
        return None;
    }
    let is_deed = |hit: &Hit<'_>| {
        hit.fact.action.is_some()
            || matches!(hit.fact.property, Some(Property::Signatory | Property::Visit | Property::Office))
    };
    let mut others = hits.iter().filter(|hit| {
        hit.missing[..] == [person] && !hit.is_of_other_date() && is_deed(hit) && hit.ask >= LEAST_LIKENESS
    });
    let other = others.find(|hit| {
        hit.fit >= WHOLLY && hit.fit - best.fit >= CLEARLY && contradicts(knowledge, reading, hit, person)
    })?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(other.fact).lead(NOT_SO);
    Some(draft)
}

/// Whether a fact is what the question asks about, on another day than the question has it.
fn is_misdated(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, certainty: f32) -> bool {
    if hit.flaws != Flaws::OTHER_DATE {
        return false;
    }
    // Of what may have been since then nothing is known.
    let horizon = knowledge.topic_at(hit.fact.topic).horizon;
    if reading.date().zip(horizon).is_some_and(|(asked, horizon)| asked.first() > horizon.last()) {
        return false;
    }
    // A figure of another year says nothing against this one, nor does the day on which somebody took office against being in it.
    let is_named = hit.fact.action.as_ref().is_some_and(|action| action.step == Step::Ambassador);
    let tells_an_office = hit.fact.property == Some(Property::Office)
        || (is_named && reading.wants(Intent::Who) && !reading.is_yes_or_no());
    let is_of_office = tells_an_office && !asks_of_an_appointment(knowledge, reading);
    if hit.fact.kind == FactKind::Statistic || is_of_office {
        return false;
    }
    // What is so at large, or sums up several events, has no day of its own.
    if matches!(hit.fact.kind, FactKind::Attribute | FactKind::Status) && hit.fact.action.is_none() {
        return false;
    }
    let is_whole = reading.is_yes_or_no()
        && (hit.coverage >= NEARLY_ALL || (hit.coverage >= MOST && hit.ask >= ALL_BUT_ITS_DATE && !is_of_words(hit)));
    // Who was elected or awarded in one year is not wrong because another was in the next.
    let may_recur = reading.wants(Intent::Who) && reading.steps().is_empty();
    let takes_a_step = !reading.wants(Intent::Who) && !reading.steps().is_empty();
    let asks = reading.asks();
    let is_all_of_it = hit.coverage >= ALL && certainty >= CERTAIN;
    let fits = is_all_of_it || (!is_of_words(hit) && hit.coverage >= NEARLY_ALL && hit.ask >= ALL_BUT_ITS_DATE);
    takes_a_step || is_whole || (asks && !may_recur && fits)
}

/// Whether a fact is what somebody said: who said it once may have said much the same again.
fn is_of_words(hit: &Hit<'_>) -> bool {
    matches!(hit.fact.kind, FactKind::Position | FactKind::Statement)
}

/// Whether a question is on how somebody came into an office, and not on who holds it.
pub(super) fn asks_of_an_appointment(knowledge: &Knowledge, reading: &Reading) -> bool {
    let index = knowledge.index();
    let appoints = |token: &Token| ["appoint", "name", "sworn"].iter().any(|verb| index.is_the_same(&token.stem, verb));
    reading.steps().contains(&Step::Announced) || reading.tokens.iter().any(appoints)
}

/// Whether a fact that fits has another person or place than the question names, so that telling it corrects the question.
pub(super) fn differs(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    // "No Israeli signed, only Mnuchin?" says itself who did not.
    if reading.has_word(&["no", "none", "nobody", "never", "neither", "else"]) {
        return false;
    }
    // "Who came after Govrin?" has another person in his place, as it should be.
    let is_otherwise = |entity| contradicts(knowledge, reading, hit, entity) && !stands_after(reading, entity, &ASIDE);
    hit.missing.iter().any(|&entity| is_otherwise(entity))
        || is_of_a_namesake(knowledge, reading, hit)
        || is_at_a_strange_place(knowledge, reading, hit)
        || is_in_another_country(knowledge, reading, hit)
        || is_swapped(knowledge, reading, hit)
        || has_a_stranger_for_it(knowledge, reading, hit)
}

/// Whether a fact tells of another person of the same last name, who is only "Cohen" in its questions.
fn is_of_a_namesake(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let profile = knowledge.index().profile_of(hit.fact.key);
    let last_name = |person: EntityKey| knowledge.entity_at(person).name.split(' ').next_back();
    let named = reading.named(knowledge, EntityKind::Person);
    let is_told = |person: EntityKey| hit.fact.concerns(person) || profile.persons().contains(&person);
    let has_a_namesake = |&person: &EntityKey| {
        let is_alike = |&other: &EntityKey| !named.contains(&other) && last_name(other) == last_name(person);
        !is_told(person) && profile.persons().iter().any(is_alike)
    };
    // "Which Cohen flew there, Yossi or Eli?"
    !reading.has_word(&["or"]) && named.iter().any(has_a_namesake)
}

/// Whether the fact has somebody or something else in the place of what it lacks.
fn contradicts(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, lacking: EntityKey) -> bool {
    let entity = knowledge.entity_at(lacking);
    let profile = knowledge.index().profile_of(hit.fact.key);
    match entity.kind {
        // Of several persons to choose from one is right.
        EntityKind::Person | EntityKind::Country if offers_a_choice(knowledge, reading, entity.kind) => false,
        // "A member of Trump's cabinet" is not Trump.
        EntityKind::Person if owns_something_else(knowledge, reading, hit, lacking) => false,
        EntityKind::Person => {
            profile.persons().iter().any(|person| !reading.mentions.iter().any(|m| m.entities.contains(person)))
        }
        // Who asks where something was does not say where.
        EntityKind::Term if knowledge.index().is_place(lacking) && stands_after(reading, lacking, &AT) => {
            is_placed_elsewhere(knowledge, reading, hit, lacking)
        }
        EntityKind::Country if is_one_of_a_list(knowledge, reading, hit) || has_a_namesake(knowledge, hit, lacking) => {
            true
        }
        EntityKind::Country => {
            knowledge.is_side(lacking)
                && !hit.fact.concerns(lacking)
                && stands_for_the_actor(reading, lacking)
                && speaks_of_all_but(reading, hit, lacking)
        }
        // "Signed at Camp David" is of the place and not of the accords of that name.
        EntityKind::Document => {
            stands_after(reading, lacking, &["at", "in"]) && is_placed_elsewhere(knowledge, reading, hit, lacking)
        }
        // "Signed at Camp David", "on the White House lawn".
        _ if stands_for_a_place(reading, lacking) => is_placed_elsewhere(knowledge, reading, hit, lacking),
        // "Was the fund run by the World Bank?"
        EntityKind::Organisation => {
            let is_other = |&it: &EntityKey| {
                knowledge.entity_at(it).kind == EntityKind::Organisation
                    && !reading.mentions.iter().any(|mention| mention.entities.contains(&it))
            };
            reading.is_yes_or_no()
                && stands_after_by(reading, lacking)
                && hit.fact.about.iter().chain(&hit.fact.parties).any(is_other)
        }
        EntityKind::Term => false,
    }
}

/// Whether a fact is on a country whose name is the beginning of the one it lacks, or the other way round: Niger for Nigeria.
fn has_a_namesake(knowledge: &Knowledge, hit: &Hit<'_>, lacking: EntityKey) -> bool {
    const SHORTEST: usize = 5;
    let name = |key: EntityKey| knowledge.entity_at(key).name.as_str();
    let begins = |one: &str, other: &str| one.len() >= SHORTEST && other.starts_with(one);
    let is_alike = |&other: &EntityKey| {
        let is_country = knowledge.entity_at(other).kind == EntityKind::Country;
        is_country && other != lacking && (begins(name(other), name(lacking)) || begins(name(lacking), name(other)))
    };
    hit.fact.about.iter().chain(&hit.fact.parties).any(is_alike)
}

/// Whether a fact speaks of nearly all of a question but for a name.
fn speaks_of_all_but(reading: &Reading, hit: &Hit<'_>, name: EntityKey) -> bool {
    let named: f32 = reading.terms.iter().filter(|term| term.entity == Some(name)).map(|term| term.weight).sum();
    hit.coverage * hit.total >= MOST * (hit.total - named)
}

/// Whether a question names several countries of which the fact has all but one, and another in its place.
fn is_one_of_a_list(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    let named = reading.partners(knowledge);
    let is_other = |&it: &EntityKey| {
        knowledge.entity_at(it).kind == EntityKind::Country && !knowledge.is_side(it) && !named.contains(&it)
    };
    named.len() >= SHORTEST_LIST
        && hit.missing.len() == 1
        && hit.fact.about.iter().chain(&hit.fact.parties).any(is_other)
}

/// Whether something in the question is said to be this one's ("Trump's cabinet") of which the fact does not speak: it may be of
/// whoever belongs to it. "Carter's visit" is Carter's.
fn owns_something_else(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, name: EntityKey) -> bool {
    let index = knowledge.index();
    let profile = index.profile_of(hit.fact.key);
    let is_said = |token: &Token| index.feature_of_stem(&token.stem).is_some_and(|feature| profile.says(feature));
    let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&name));
    named.all(|mention| {
        let end = mention.first + mention.count;
        reading.tokens[end - 1].owns && !reading.tokens[end..].iter().take(OWNED).any(is_said)
    })
}

/// Whether a question names several persons or countries to choose from: "X, Y, Z: which of them ...?", "X or Y".
fn offers_a_choice(knowledge: &Knowledge, reading: &Reading, kind: EntityKind) -> bool {
    let several = reading.named(knowledge, kind).len() > 1;
    let chooses = reading.tokens.windows(2).any(|pair| {
        matches!(pair[0].folded.as_str(), "which" | "who") && matches!(pair[1].folded.as_str(), "of" | "one")
    });
    several && (chooses || reading.has_word(&["or"]))
}

/// Whether a name is of whoever acts in the question: the first that is named, or one after "by". "The American Fifth Fleet" and
/// "a formula for Israelis" have nobody act.
fn stands_for_the_actor(reading: &Reading, entity: EntityKey) -> bool {
    const OBJECTS: [&str; 8] = ["for", "with", "between", "of", "to", "about", "against", "from"];
    let acts = |mention: &Mention| {
        let end = mention.first + mention.count;
        let names_another = reading.mentions.iter().any(|other| other.first == end);
        mention.entities.contains(&entity) && !names_another && !OBJECTS.contains(&reading.word_before(mention.first))
    };
    reading.mentions.first().is_some_and(acts) || stands_after_by(reading, entity)
}

/// Whether a name stands after "by".
fn stands_after_by(reading: &Reading, entity: EntityKey) -> bool {
    stands_after(reading, entity, &["by"])
}

/// Whether a name is used as a place: it stands after "at" or "in", or after "on" and before some ground.
fn stands_for_a_place(reading: &Reading, entity: EntityKey) -> bool {
    const GROUNDS: [&str; 5] = ["lawn", "lawns", "grounds", "steps", "soil"];
    let is_ground = |mention: &Mention| {
        let next = reading.tokens.get(mention.first + mention.count);
        next.is_some_and(|next| GROUNDS.contains(&next.folded.as_str()))
    };
    let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&entity));
    stands_after(reading, entity, &["at", "in"]) || (stands_after(reading, entity, &["on"]) && named.any(is_ground))
}

/// Whether a name stands after one of these words, with or without an article between.
pub(super) fn stands_after(reading: &Reading, entity: EntityKey, words: &[&str]) -> bool {
    let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&entity));
    named.any(|mention| words.contains(&reading.word_before(mention.first)))
}

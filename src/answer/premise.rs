//! Questions that take something for granted which a fact contradicts: another person, place or day.

use super::draft::Draft;
use super::members::join;
use super::phrases::NOT_SO;
use super::rank::{Flaw, Hit};
use super::{Confidence, Outcome};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{ConditionState, CueMeaning, EntityKind, FactKind, Intent, Property, State, Step};
use crate::question::{Reading, Term};
use crate::text::tokens::words;

/// How well a fact must fit, apart from the name or date in question, to stand against it: better than a plain answer,
/// because a wrong correction is a wrong answer with emphasis.
const LEAST_FIT: f32 = 0.66;

/// The share of a question of which a fact must speak to correct the day of something that is no step.
const NEARLY_ALL: f32 = 0.9;

/// Likeness to a question of a fact from which a question is that one, but for its date.
const ALL_BUT_ITS_DATE: f32 = 0.74;

/// Words before a place.
const AT: [&str; 3] = ["at", "in", "on"];

/// Names that a question must have for a denial on all of them to be its answer.
const LEAST_NAMES: usize = 2;

/// The share of the question that such a denial must speak of.
const LEAST_DENIED: f32 = 0.4;

/// How much a list of signatories is preferred when the question has the wrong person sign.
const SIGNATORIES: f32 = 0.15;

/// The document that a country signs to join.
pub(super) const DECLARATION: &str = "abraham-accords-declaration";

/// How like one of its questions must be.
const LEAST_LIKENESS: f32 = 0.45;

/// The fact that stands against what the question takes for granted, as a correction.
pub(super) fn correct<'k>(knowledge: &'k Knowledge, reading: &Reading, hits: &[Hit<'k>]) -> Option<Draft<'k>> {
    // "Who else besides Kushner?" takes nothing for granted of the one named.
    if reading.has_word(&["besides", "else", "apart", "except"]) {
        return None;
    }
    let mut fitting: Vec<&Hit<'_>> =
        hits.iter().filter(|hit| hit.fit >= LEAST_FIT && hit.ask >= LEAST_LIKENESS).collect();
    let signs = reading.steps().contains(&Step::Signed);
    let fit = |hit: &Hit<'_>| {
        let by_name = signs
            && hit.fact.property == Some(Property::Signatory)
            && hit.missing.iter().any(|&it| knowledge.entity_at(it).kind == EntityKind::Person);
        if by_name { hit.fit + SIGNATORIES } else { hit.fit }
    };
    fitting.sort_by(|one, other| fit(other).total_cmp(&fit(one)).then_with(|| one.fact.id.cmp(&other.fact.id)));
    let first = hits.first().filter(|first| first.missing.is_empty() && is_misdated(reading, first));
    let hit = first.filter(|first| first.fit >= LEAST_FIT).or(fitting.first().copied())?;
    let is_of_words = matches!(hit.fact.kind, FactKind::Position | FactKind::Statement);
    let is_event =
        matches!(hit.fact.kind, FactKind::Event | FactKind::Status | FactKind::Attribute | FactKind::Condition)
            || (is_of_words && hit.missing.is_empty() && hit.ask >= ALL_BUT_ITS_DATE);
    let stands_against = match hit.missing[..] {
        // That somebody did all this on another day answers a question whether it was on this one.
        [] => is_misdated(reading, hit),
        _ => hit.missing.iter().all(|&entity| contradicts(knowledge, reading, hit, entity)),
    };
    if !is_event || !stands_against {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(hit.fact).lead(NOT_SO);
    Some(draft)
}

/// Whether a fact is what the question asks about, on another day than the question has it.
fn is_misdated(reading: &Reading, hit: &Hit<'_>) -> bool {
    if hit.flaws != [Flaw::OtherDate] {
        return false;
    }
    let is_whole = reading.is_yes_or_no() && hit.coverage >= NEARLY_ALL;
    let takes_a_step = !reading.wants(Intent::Who) && !reading.steps().is_empty();
    let asks = reading.has_question_word() || reading.is_yes_or_no();
    takes_a_step || is_whole || (asks && hit.coverage >= NEARLY_ALL && hit.ask >= ALL_BUT_ITS_DATE)
}

/// Whether a fact that fits has another person or place than the question names, so that telling it corrects the question.
pub(super) fn differs(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>) -> bool {
    // "Who came after Govrin?" has another person in his place, as it should be.
    if reading.has_word(&["after", "before", "replaced", "replace", "succeeded", "succeed", "besides", "else"]) {
        return false;
    }
    hit.missing.iter().any(|&entity| contradicts(knowledge, reading, hit, entity))
}

/// Whether the fact has somebody or something else in the place of what it lacks.
fn contradicts(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, lacking: EntityKey) -> bool {
    let entity = knowledge.entity_at(lacking);
    let profile = knowledge.index().profile_of(hit.fact.key);
    match entity.kind {
        EntityKind::Person => {
            profile.persons.iter().any(|person| !reading.mentions.iter().any(|m| m.entities.contains(person)))
        }
        // Who asks where something was does not say where.
        EntityKind::Term if knowledge.index().is_place(lacking) && stands_after(reading, lacking, &AT) => {
            is_placed_elsewhere(knowledge, reading, hit, lacking)
        }
        EntityKind::Country => {
            knowledge.is_side(lacking) && !hit.fact.concerns(lacking) && stands_for_the_actor(reading, lacking)
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

/// Whether a fact has a place and it is not, nor holds, the one that the question gives.
fn is_placed_elsewhere(knowledge: &Knowledge, reading: &Reading, hit: &Hit<'_>, place: EntityKey) -> bool {
    /// Where what is named without its town lies.
    const WITHIN: [(&str, &str); 1] = [("white-house", "Washington, D.C.")];
    let id = knowledge.entity_at(place).id.as_str();
    let holds = |recorded: &str| WITHIN.contains(&(id, recorded));
    hit.fact.place.as_deref().is_some_and(|recorded| !holds(recorded)) && !reading.wants(Intent::Where)
}

/// Whether a name is of whoever acts in the question: the first that is named, or one after "by".
fn stands_for_the_actor(reading: &Reading, entity: EntityKey) -> bool {
    let is_first = reading.mentions.first().is_some_and(|mention| mention.entities.contains(&entity));
    is_first || stands_after_by(reading, entity)
}

/// Whether a name stands after "by".
fn stands_after_by(reading: &Reading, entity: EntityKey) -> bool {
    stands_after(reading, entity, &["by"])
}

/// Whether a name is used as a place: it stands after "at", "in" or "on".
fn stands_for_a_place(reading: &Reading, entity: EntityKey) -> bool {
    stands_after(reading, entity, &AT)
}

/// Whether a name stands after one of these words, with or without an article between.
fn stands_after(reading: &Reading, entity: EntityKey, words: &[&str]) -> bool {
    let mut named = reading.mentions.iter().filter(|mention| mention.entities.contains(&entity));
    named.any(|mention| {
        let before = reading.tokens[..mention.first].iter().rev().find(|token| token.folded != "the");
        before.is_some_and(|token| words.contains(&token.folded.as_str()))
    })
}

/// Whether an answer that fits is in truth a denial of what the question takes for granted: it asks when, why or by whom a
/// step was taken, and the fact says that it was not, or only that it was promised or asked for.
pub(super) fn is_denial(reading: &Reading, fact: &Fact) -> bool {
    let asks = [Intent::When, Intent::Why, Intent::Who].into_iter().any(|intent| reading.wants(intent));
    let steps = reading.steps();
    let of_words = reading.wants(Intent::Gain) || reading.wants(Intent::Said);
    if reading.is_yes_or_no() || !asks || of_words || reading.has(CueMeaning::Negation) || speaks_of_plans(reading) {
        return false;
    }
    let suspended = fact.condition.as_ref().is_some_and(|condition| condition.state == ConditionState::Suspended);
    let undone = fact.action.as_ref().map_or_else(
        || reading.wants(Intent::When) && says_no_event(fact) && takes_a_step(&steps),
        |action| {
            let on_the_step = steps.contains(&action.step) || action.step == Step::Joined;
            on_the_step && matches!(action.state, State::NotDone | State::Promised) && fact.kind != FactKind::Event
        },
    );
    (suspended && !reading.has(CueMeaning::Undo)) || (undone && !steps.is_empty() && !reading.wants(Intent::Said))
}

/// Whether a question speaks of what is or was only intended, so that it takes nothing for granted ("was supposed to open").
fn speaks_of_plans(reading: &Reading) -> bool {
    reading.has_word(&[
        "supposed",
        "due",
        "planned",
        "plan",
        "plans",
        "planning",
        "expected",
        "scheduled",
        "meant",
        "intended",
        "intend",
        "promised",
        "promise",
        "pledged",
        "pledge",
        "target",
        "deadline",
        "agreed",
    ])
}

/// Whether a fact opens with a denial ("Nothing was signed on ...") of what a question for who, when or where presumes.
pub(super) fn opens_with_denial(reading: &Reading, fact: &Fact) -> bool {
    const OPENINGS: [&str; 6] = ["nothing", "nobody", "none", "neither", "no", "never"];
    let presumes = [Intent::When, Intent::Why, Intent::Who, Intent::Where].into_iter().any(|it| reading.wants(it));
    presumes
        && !reading.is_yes_or_no()
        && !reading.has(CueMeaning::Negation)
        && words(&fact.text).first().is_some_and(|word| OPENINGS.contains(&word.as_str()))
}

/// Whether a fact denies what a question for who, what, which or how many takes for granted: it says that nobody did so.
pub(super) fn denies_the_presumed(reading: &Reading, fact: &Fact) -> bool {
    const DENIALS: [&str; 9] = [
        "stayed out of",
        "has not",
        "had not",
        "have not",
        "would not",
        "will not",
        "none of",
        "not among",
        "no pledge",
    ];
    let of_words = [Intent::Said, Intent::Gain, Intent::Obstacle, Intent::Why, Intent::Definition, Intent::Disagree];
    // What stands behind a semicolon is said besides.
    let main_clause = fact.text.split(';').next().unwrap_or_default();
    let asks_for = reading.has_word(&["what", "which", "who", "whose", "whom", "when", "many", "much"]);
    asks_for
        && !reading.is_yes_or_no()
        && !reading.has(CueMeaning::Negation)
        && !of_words.into_iter().any(|intent| reading.wants(intent))
        && DENIALS.iter().any(|denial| main_clause.contains(denial))
}

/// Whether a sentence says that something is not so.
pub(super) fn is_negative(text: &str) -> bool {
    const NEGATIVE: [&str; 14] = [
        "not",
        "no",
        "never",
        "none",
        "nor",
        "neither",
        "nothing",
        "without",
        "rejected",
        "refused",
        "declined",
        "denied",
        "suspended",
        "stopped",
    ];
    words(text).iter().any(|word| NEGATIVE.contains(&word.as_str()))
}

/// Whether a fact tells of words or wishes and not of something that happened.
fn says_no_event(fact: &Fact) -> bool {
    matches!(fact.kind, FactKind::Position | FactKind::Statement | FactKind::Condition)
}

/// Whether one of the steps is an act between states and not an announcement.
fn takes_a_step(steps: &[Step]) -> bool {
    steps.iter().any(|&step| step != Step::Announced)
}

/// Whether the fact places elsewhere the embassy or the signing that the question speaks of.
pub(super) fn is_elsewhere(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let placed =
        reading.steps().iter().any(|step| matches!(step, Step::Embassy | Step::Signed)) && fact.kind == FactKind::Event;
    let Some(place) = fact.place.as_deref().filter(|_| placed) else { return false };
    let asked = knowledge.index().places_in(&reading.tokens);
    !asked.is_empty()
        && asked.iter().all(|asked| !place.contains(asked) && !asked.contains(place) && !fact.text.contains(asked))
}

/// A fact that denies what the question takes for granted of all that it names, where nothing else answers.
pub(super) fn denied<'k>(reading: &Reading, hits: &[Hit<'k>], knowledge: &'k Knowledge) -> Option<Draft<'k>> {
    let is_general = |entity: EntityKey| knowledge.is_subject(entity) || knowledge.is_side(entity);
    let named = reading.terms.iter().filter_map(|term| term.entity);
    let count = named.filter(|&entity| !is_general(entity)).count();
    if count < LEAST_NAMES || reading.is_yes_or_no() || reading.has(CueMeaning::Negation) {
        return None;
    }
    // All that is named must be in the sentence itself, not only among those concerned.
    let told = |hit: &Hit<'_>, term: &Term| {
        let text = &knowledge.index().profile_of(hit.fact.key).text;
        term.feature.is_some_and(|feature| text.binary_search(&feature).is_ok())
    };
    let denies = |hit: &&Hit<'_>| {
        let not_done = hit.fact.action.as_ref().is_some_and(|action| action.state == State::NotDone);
        let named = reading.terms.iter().filter(|term| term.entity.is_some_and(|it| !is_general(it)));
        not_done && !hit.is_of_other_date() && named.into_iter().all(|term| told(hit, term))
    };
    let hit = hits.iter().filter(denies).find(|hit| hit.coverage >= LEAST_DENIED)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(hit.fact);
    Some(draft)
}

/// A question that takes the membership of a country for granted which a cited fact says has not joined.
pub(super) fn presumed_member<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let names_accords = reading.names_subject(knowledge)
        || knowledge
            .entity(DECLARATION)
            .is_some_and(|it| reading.named(knowledge, EntityKind::Document).contains(&it.key));
    let joins = reading.steps().iter().any(|&step| matches!(step, Step::Joined | Step::Signed | Step::Ratified));
    let asks_of_words = [Intent::Said, Intent::Gain, Intent::Obstacle].into_iter().any(|intent| reading.wants(intent));
    let asks_whether = reading.is_yes_or_no() && reading.steps().contains(&Step::Joined);
    let negated = reading.has(CueMeaning::Negation) || (reading.is_yes_or_no() && !asks_whether);
    if !(names_accords || asks_whether) || !joins || asks_of_words || negated {
        return None;
    }
    let outcome = if asks_whether { Outcome::Answered } else { Outcome::Corrected };
    match knowledge.membership(country) {
        Membership::Outside => {
            let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
            draft.tell(knowledge.rung(country, Step::Joined).first()?);
            Some(draft)
        }
        Membership::Unrecorded if names_accords && !knowledge.is_side(country) => {
            not_reported(knowledge, country, outcome)
        }
        _ => None,
    }
}

/// That no source reports that a country has joined, with the signatures of those of which sources do.
pub(super) fn not_reported(knowledge: &Knowledge, country: EntityKey, outcome: Outcome) -> Option<Draft<'_>> {
    let signing = |partner: EntityKey| {
        knowledge
            .rung(partner, Step::Signed)
            .into_iter()
            .find(|fact| fact.action.as_ref().is_some_and(|it| it.state == State::Done && it.by.contains(&partner)))
    };
    let signed: Vec<(EntityKey, &Fact)> =
        knowledge.partners().iter().filter_map(|&partner| Some((partner, signing(partner)?))).collect();
    let names: Vec<String> = signed.iter().map(|(partner, _)| knowledge.entity_at(*partner).in_sentence()).collect();
    let name = knowledge.entity_at(country).in_sentence();
    let text = format!(
        "No source here reports that {name} has joined the Abraham Accords; those reported to have signed are {}.",
        join(&names)
    );
    let mut draft = Draft::new(knowledge, outcome, Confidence::Typed);
    draft.say(text, signed.into_iter().map(|(_, fact)| fact).collect());
    (!draft.is_empty()).then_some(draft)
}

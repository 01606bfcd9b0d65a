//! "Was X the one that did so?", where the record says that another was.

use super::certainty::certainty;
use super::draft::Draft;
use super::hit::Flaws;
use super::phrases::NOT_SO;
use super::rank::rank;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind};
use crate::question::{Reading, read};

/// The certainty from which a fact is what the description is of: better than even odds, because a wrong correction is a wrong
/// answer with emphasis.
const CERTAIN: f32 = 1.0;

/// The share of a description of which a fact speaks that speaks of all of it, rounding aside.
const ALL: f32 = 0.98;

/// Likeness to a question of the fact that a description must have.
const LEAST_LIKENESS: f32 = 0.5;

/// How much better than the best fact on the one claimed it must fit: as far as facts on other matters lie.
const CLEARLY: f32 = 0.15;

/// Words that open a question whether somebody or something was just the one described.
const OPENERS: [&str; 6] = ["is", "was", "isnt", "wasnt", "are", "were"];

/// Who or what a question takes for the one that it describes, and the question who that is.
struct Claimed {
    name: EntityKey,
    question: String,
}

/// What the description is true of, where the question has another in its place; `find` answers the description as a question.
pub(super) fn misidentified<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    find: impl Fn(&Reading) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    if reading.has(CueMeaning::Outside) {
        return None;
    }
    let claimed = cleft(knowledge, reading).or_else(|| claimed(knowledge, reading))?;
    let is_country = knowledge.entity_at(claimed.name).kind == EntityKind::Country;
    let asked = read(knowledge, &claimed.question);
    let is_computed =
        |draft: &Draft<'_>| draft.outcome == Outcome::Answered && draft.confidence() != Confidence::Ranked;
    if let Some(mut draft) = find(&asked).filter(is_computed) {
        let facts = draft.facts();
        // Who signed later is named as well where the first are told.
        let is_of_the_claimed = facts.iter().any(|fact| match &fact.action {
            Some(action) if is_country => action.by.contains(&claimed.name),
            _ => tells_of(knowledge, fact, claimed.name),
        });
        let is_of_one_alike =
            facts.first().is_some_and(|fact| tells_of_one_alike(knowledge, fact, reading, claimed.name));
        if is_of_the_claimed || !is_of_one_alike {
            return None;
        }
        draft.outcome = Outcome::Corrected;
        draft.lead(NOT_SO);
        return Some(draft);
    }
    let fact = described(knowledge, reading, &asked, claimed.name)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(fact).lead(NOT_SO);
    Some(draft)
}

/// The fact that the description fits, where none on the one claimed comes near.
fn described<'k>(knowledge: &'k Knowledge, reading: &Reading, asked: &Reading, claimed: EntityKey) -> Option<&'k Fact> {
    let hits = rank(knowledge, asked);
    if certainty(knowledge, asked, &hits)? < CERTAIN {
        return None;
    }
    let best = hits.first()?;
    // Others may have said the same, but hardly all of it at that time.
    let is_said_then = best.date > 0.0 && best.coverage >= ALL;
    let is_event = matches!(best.fact.kind, FactKind::Event | FactKind::Attribute) || is_said_then;
    // "The president of the Emirates" is not Israel's president there.
    let is_whole = best.missing.is_empty() && best.flaws == Flaws::NONE && !best.denies && best.compounds >= 1.0;
    let is_whole = is_whole && best.ask >= LEAST_LIKENESS;
    let rival = hits.iter().find(|hit| tells_of(knowledge, hit.fact, claimed)).map_or(0.0, |hit| hit.score);
    let stands = is_event && is_whole && best.score - rival >= CLEARLY;
    (stands && tells_of_one_alike(knowledge, best.fact, reading, claimed)).then_some(best.fact)
}

/// "Was Amir Hayek the first ambassador?": the name follows the verb at once, and "the", a country or a "first" the name.
fn claimed(knowledge: &Knowledge, reading: &Reading) -> Option<Claimed> {
    if reading.has(CueMeaning::Negation) {
        return None;
    }
    let is_opener = |at: &usize| OPENERS.contains(&reading.tokens[*at].folded.as_str());
    let opener = (0..reading.tokens.len().min(3)).find(is_opener)?;
    let name = reading.mentions.iter().find(|mention| mention.first == opener + 1)?;
    let [key] = name.entities[..] else { return None };
    let kind = knowledge.entity_at(key).kind;
    if !matches!(kind, EntityKind::Person | EntityKind::Country | EntityKind::Organisation) || knowledge.is_side(key) {
        return None;
    }
    let start = name.first + name.count;
    let next = reading.tokens.get(start)?.folded.as_str();
    let is_named = reading.mentions.iter().any(|mention| mention.first == start);
    let describes = is_named || matches!(next, "the" | "first" | "one" | "s");
    // "Was Sudan the first to sign?" does not say of what kind the first one is.
    let which = if kind == EntityKind::Country && next == "the" { "which country was" } else { "which was" };
    describes
        .then(|| Claimed { name: key, question: format!("{which} {}", reading.typed(start..reading.tokens.len())) })
}

/// "Was it Ethiopia's ministry that condemned the visit?": the one name between "it" and the clause.
fn cleft(knowledge: &Knowledge, reading: &Reading) -> Option<Claimed> {
    /// Words between "it" and the clause ("the minister of foreign affairs of Oman himself").
    const LONGEST: usize = 9;
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let opener =
        (0..reading.tokens.len().min(3)).find(|&at| matches!(word(at), "is" | "was") && word(at + 1) == "it")?;
    let start = opener + 2;
    let clause = (start..start + LONGEST).find(|&at| matches!(word(at), "who" | "that"))?;
    if (start..clause).any(|at| word(at) == "not") {
        return None;
    }
    let mut names = reading.mentions.iter().filter(|mention| (start..clause).contains(&mention.first));
    let (name, None) = (names.next()?, names.next()) else { return None };
    let [key] = name.entities[..] else { return None };
    let is_one = matches!(knowledge.entity_at(key).kind, EntityKind::Person | EntityKind::Country);
    // "Was it under Trump that ...?" has nobody do it.
    let stands_alone =
        (name.first == start || matches!(word(start), "the" | "a" | "an")) && !word(clause + 1).is_empty();
    let question = format!("who {}", reading.typed(clause + 1..reading.tokens.len()));
    (is_one && stands_alone && !knowledge.is_side(key)).then_some(Claimed { name: key, question })
}

/// Whether a fact is of an entity.
fn tells_of(knowledge: &Knowledge, fact: &Fact, key: EntityKey) -> bool {
    let index = knowledge.index();
    fact.concerns(key) || index.feature_of_entity(key).is_some_and(|it| index.profile_of(fact.key).says(it))
}

/// Whether a fact is of another of the same kind, which the question does not name.
fn tells_of_one_alike(knowledge: &Knowledge, fact: &Fact, reading: &Reading, key: EntityKey) -> bool {
    let is_named = |key: EntityKey| reading.mentions.iter().any(|mention| mention.entities.contains(&key));
    let is_alike = |other: EntityKey| {
        knowledge.entity_at(other).kind == knowledge.entity_at(key).kind
            && !knowledge.is_side(other)
            && !is_named(other)
    };
    let persons = knowledge.index().profile_of(fact.key).persons();
    fact.about.iter().chain(&fact.parties).chain(persons).any(|&other| is_alike(other))
}

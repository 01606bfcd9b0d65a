//! A question that leans on the one before ("and Bahrain?", "when?", "who signed it?") -> one that stands on its own.

use super::reading::{Reading, read};
use super::words::POINTERS;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent};

/// A text of more words than this says itself what it is about.
const MOST_WORDS: usize = 9;

/// The question that `text` asks after `earlier`, in words that need no earlier question; none if `text` stands alone.
///
/// ```
/// use accords::{knowledge::Knowledge, question::follow_up};
/// let knowledge = Knowledge::embedded()?;
/// let whole = |text| follow_up(&knowledge, "When did the UAE sign?", text);
/// assert_eq!(whole("and Bahrain?").as_deref(), Some("When did the Bahrain sign?"));
/// assert_eq!(whole("When did Morocco open its embassy?"), None);
/// # Ok::<(), accords::knowledge::LoadError>(())
/// ```
pub fn follow_up(knowledge: &Knowledge, earlier: &str, text: &str) -> Option<String> {
    let now = read(knowledge, text);
    let before = read(knowledge, earlier);
    if now.tokens.is_empty() || now.tokens.len() > MOST_WORDS || before.tokens.is_empty() {
        return None;
    }
    let named: Vec<EntityKey> = now.terms.iter().filter_map(|term| term.entity).collect();
    let has_own_words = now.terms.iter().any(|term| term.entity.is_none());
    let is_whole = now.has_question_word() || now.is_yes_or_no();
    let points_back = now.has_word(&POINTERS);
    if !has_own_words && !is_whole {
        return Some(replaced(knowledge, &before, &now));
    }
    let lacks_a_name = named.iter().all(|&it| knowledge.is_side(it) || knowledge.is_subject(it));
    let asks_anew = now.steps().is_empty() && !has_own_words;
    if asks_anew && named.is_empty() {
        return Some(asked_anew(&before, &now));
    }
    (lacks_a_name && (points_back || named.is_empty())).then(|| with_names_of(knowledge, &now, &before)).flatten()
}

/// The earlier question with the names, steps and dates of the later one in the place of its own.
pub(super) fn replaced(knowledge: &Knowledge, before: &Reading, now: &Reading) -> String {
    let mut slots: Vec<Option<String>> = before.tokens.iter().map(|token| Some(token.raw.to_string())).collect();
    let mut appended = Vec::new();
    let mut put = |old: Option<(usize, usize)>, new: String| match old {
        Some((first, count)) => {
            slots[first..first + count].fill(None);
            slots[first] = Some(new);
        }
        None => appended.push(new),
    };
    for mention in &now.mentions {
        let kind = kind_of(knowledge, &mention.entities);
        let is_general = |it: &[EntityKey]| it.iter().any(|&it| knowledge.is_side(it) || knowledge.is_subject(it));
        let mut same_kind = before.mentions.iter().filter(|old| kind_of(knowledge, &old.entities) == kind);
        let old = same_kind.rfind(|old| !is_general(&old.entities)).map(|old| (old.first, old.count));
        let within = || if kind == Some(EntityKind::Country) { country_of_a_text(knowledge, before) } else { None };
        put(old.or_else(within), name_in(now, mention));
    }
    for (at, date) in now.dates.iter().enumerate() {
        let old = before.dates.get(at).map(|old| (old.first, old.count));
        put(old, now.typed(date.first..date.first + date.count));
    }
    // "From January to July 2021" is one time: of "and in 2022?" nothing of it is left.
    if !now.dates.is_empty() {
        before.dates.iter().skip(now.dates.len()).for_each(|old| put(Some((old.first, old.count)), String::new()));
    }
    let step = |reading: &Reading| {
        reading.cues.iter().rfind(|cue| matches!(cue.means, CueMeaning::Step(_))).map(|cue| (cue.first, cue.count))
    };
    if let Some((first, count)) = step(now) {
        put(step(before), now.typed(first..first + count));
    }
    let words: Vec<String> = slots.into_iter().flatten().chain(appended).filter(|word| !word.is_empty()).collect();
    format!("{}?", words.join(" "))
}

/// A name as it was typed, whether or not it owned something.
fn name_in(reading: &Reading, mention: &Mention) -> String {
    reading.typed(mention.first..mention.first + mention.count).trim_end_matches("'s").to_owned()
}

/// Where the country stands within the name of a text ("Egypt" in "the treaty with Egypt").
fn country_of_a_text(knowledge: &Knowledge, reading: &Reading) -> Option<(usize, usize)> {
    let is_text = |it: &&Mention| kind_of(knowledge, &it.entities) == Some(EntityKind::Document);
    let is_partner = |it: &Mention| match it.entities[..] {
        [one] => knowledge.entity_at(one).kind == EntityKind::Country && !knowledge.is_side(one),
        _ => false,
    };
    let text = reading.mentions.iter().rfind(is_text)?;
    (text.first..text.first + text.count).find_map(|at| {
        let named = knowledge.index().find_names(&reading.tokens[at..=at]);
        named.iter().any(is_partner).then_some((at, 1))
    })
}

/// The earlier question with another question word: "when?" after "Did Bahrain ratify?".
fn asked_anew(before: &Reading, now: &Reading) -> String {
    let asks = |means: CueMeaning| {
        let CueMeaning::Intent(intent) = means else { return false };
        matches!(intent, Intent::When | Intent::Who | Intent::Where | Intent::Why | Intent::HowMany | Intent::HowLong)
    };
    let kept = before
        .tokens
        .iter()
        .enumerate()
        .filter(|(at, _)| !before.cues.iter().any(|cue| asks(cue.means) && cue.covers(*at)));
    let words: Vec<&str> = now.tokens.iter().chain(kept.map(|(_, token)| token)).map(|it| it.raw.as_str()).collect();
    format!("{}?", words.join(" "))
}

/// The later question, and the names of the earlier one to which it points back.
fn with_names_of(knowledge: &Knowledge, now: &Reading, before: &Reading) -> Option<String> {
    let is_new = |it: EntityKey| !knowledge.is_subject(it) && !now.terms.iter().any(|term| term.entity == Some(it));
    let names = before.mentions.iter().filter(|mention| mention.entities.iter().all(|&it| is_new(it)));
    let names: Vec<String> = names.map(|mention| name_in(before, mention)).collect();
    (!names.is_empty()).then(|| format!("{} ({})?", now.typed(0..now.tokens.len()), names.join(" ")))
}

fn kind_of(knowledge: &Knowledge, entities: &[EntityKey]) -> Option<EntityKind> {
    entities.first().map(|&it| knowledge.entity_at(it).kind)
}

//! Who did what to whom: a question that has it the wrong way round ("how much did the United States pay Sudan?").

use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind};
use crate::question::Reading;
use crate::question::read_sentence;

/// Words between a verb and the country that acts or is acted on.
const REACH: usize = 9;

/// Words before the participle of a passive.
const TO_BE: [&str; 7] = ["was", "were", "been", "be", "being", "is", "are"];

/// Words before a noun.
const NOUN_MARKS: [&str; 12] =
    ["the", "a", "an", "his", "her", "its", "their", "first", "official", "state", "bilateral", "secret"];

/// A country that acts on another one, and the stem of the verb.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Act {
    by: EntityKey,
    verb: String,
    on: EntityKey,
}

/// Whether the question has a country do to another what the fact has the other do to it, or has something go back where the
/// fact has it come from.
pub(super) fn is_reversed(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let (asked, way) = (acts(knowledge, reading), way(knowledge, reading));
    if asked.is_empty() && way.is_none() {
        return false;
    }
    let sentence = read_sentence(knowledge, &fact.text);
    let told = acts(knowledge, &sentence);
    let reverse = |act: &Act| Act { by: act.on, verb: act.verb.clone(), on: act.by };
    let goes_back = way.is_some_and(|(from, to)| self::way(knowledge, &sentence) == Some((to, from)));
    goes_back || (asked.iter().any(|act| told.contains(&reverse(act))) && !asked.iter().any(|act| told.contains(act)))
}

/// Whether a question has a verb for what two countries may do to each other: that the one recognised or visited the other says
/// nothing of the other.
pub(super) fn asks_of_a_mutual_act(reading: &Reading) -> bool {
    const VERBS: [&str; 5] = ["recognis", "recogniz", "visit", "meet", "met"];
    let directed = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Directed);
    directed.map(|cue| &reading.tokens[cue.first].folded).any(|verb| VERBS.iter().any(|it| verb.starts_with(it)))
}

/// Whether a fact tells of an act of one country on another as the question has it.
pub(super) fn says_the_act(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let asked = acts(knowledge, reading);
    if asked.is_empty() {
        return false;
    }
    let told = acts(knowledge, &read_sentence(knowledge, &fact.text));
    asked.iter().any(|act| told.contains(act))
}

/// From what to what something goes, where a text says it of two names ("moved from European Command to Central Command", "out of
/// the one and into the other"). Between countries people go to and fro.
fn way(knowledge: &Knowledge, reading: &Reading) -> Option<(EntityKey, EntityKey)> {
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let goes_from = |at: usize| word(at) == "from" || (word(at) == "of" && at > 0 && word(at - 1) == "out");
    let goes_to = |at: usize| matches!(word(at), "to" | "into");
    let named_after = |is_way: &dyn Fn(usize) -> bool| {
        let is_after = |first: usize| {
            let before = first.checked_sub(1)?;
            let before = if word(before) == "the" { before.checked_sub(1)? } else { before };
            Some(is_way(before))
        };
        let named = reading.mentions.iter().find(|mention| is_after(mention.first) == Some(true))?;
        let [entity] = named.entities[..] else { return None };
        (knowledge.entity_at(entity).kind != EntityKind::Country).then_some(entity)
    };
    let (from, to) = (named_after(&goes_from)?, named_after(&goes_to)?);
    (from != to).then_some((from, to))
}

/// The acts that a text tells with a verb that has a direction.
fn acts(knowledge: &Knowledge, reading: &Reading) -> Vec<Act> {
    let countries: Vec<(usize, usize, EntityKey)> = reading
        .mentions
        .iter()
        .filter_map(|mention| match mention.entities[..] {
            [one] if knowledge.entity_at(one).kind == EntityKind::Country => {
                Some((mention.first, mention.first + mention.count, one))
            }
            _ => None,
        })
        .collect();
    if countries.len() < 2 {
        return Vec::new();
    }
    let verbs = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Directed).map(|cue| cue.first);
    verbs.filter_map(|verb| act(reading, verb, &countries)).collect()
}

fn act(reading: &Reading, verb: usize, countries: &[(usize, usize, EntityKey)]) -> Option<Act> {
    // "The visit by an Israeli minister to Manama" is a noun: who acts comes after it.
    let is_noun = reading.tokens.get(verb + 1).is_some_and(|next| matches!(next.folded.as_str(), "by" | "of"));
    // So is "the first official visit there".
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let is_described = verb > 0 && NOUN_MARKS.contains(&word(verb - 1));
    if is_noun || is_described {
        return None;
    }
    let before = countries.iter().rfind(|(_, end, _)| *end <= verb && verb - end <= REACH)?;
    let after = countries.iter().find(|(first, ..)| *first > verb && first - verb <= REACH)?;
    // "Who was the diplomat summoned?", "Was the envoy received?"
    let is_inverted = reading.tokens[..before.0].iter().any(|token| TO_BE.contains(&token.folded.as_str()));
    // "When was Sudan struck off the list?"
    let stands_before = before.0.checked_sub(1).is_some_and(|at| TO_BE.contains(&word(at)));
    let is_participle = word(verb).ends_with("ed") || (stands_before && !word(verb).ends_with("ing"));
    let is_passive = verb > 0 && (TO_BE.contains(&word(verb - 1)) || (is_inverted && is_participle));
    let is_by = |first: usize| first > 0 && (word(first - 1) == "by" || (first > 1 && word(first - 2) == "by"));
    let is_from = |first: usize| first > 0 && word(first - 1) == "from";
    let (by, on) = match is_passive {
        true if is_by(after.0) || is_from(after.0) => (after.2, before.2),
        // "Bahrain was handed a letter": by whom is not said.
        true => return None,
        false => (before.2, after.2),
    };
    (by != on).then(|| Act { by, verb: reading.tokens[verb].stem.to_string(), on })
}

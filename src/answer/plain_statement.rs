//! Which sentences state one thing plainly, so that there can be a verdict on them.

use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::vocabulary::{CueMeaning, Intent};
use crate::question::Reading;
use crate::text::tokens::Token;

/// Words that turn a sentence round and do nothing else.
const NEGATORS: [&str; 13] =
    ["not", "never", "aint", "didnt", "doesnt", "dont", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "hadnt"];

/// Words after which a sentence is no plain statement of one thing: hedges, conditions, comparisons, quantities left open,
/// words about words, and words that ask.
const BLOCKERS: [&str; 92] = [
    "may",
    "might",
    "could",
    "would",
    "should",
    "will",
    "shall",
    "can",
    "if",
    "unless",
    "whether",
    "perhaps",
    "maybe",
    "probably",
    "possibly",
    "allegedly",
    "reportedly",
    "almost",
    "nearly",
    "about",
    "around",
    "over",
    "under",
    "only",
    "just",
    "even",
    "also",
    "again",
    "more",
    "less",
    "most",
    "least",
    "than",
    "fewer",
    "after",
    "before",
    "since",
    "until",
    "till",
    "during",
    "between",
    "last",
    "second",
    "third",
    "latest",
    "next",
    "all",
    "every",
    "each",
    "both",
    "either",
    "neither",
    "nor",
    "no",
    "none",
    "nobody",
    "some",
    "many",
    "few",
    "any",
    "except",
    "without",
    "instead",
    "because",
    "false",
    "untrue",
    "wrong",
    "myth",
    "who",
    "when",
    "where",
    "why",
    "how",
    "which",
    "what",
    "it",
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "right",
    "must",
    "good",
    "bad",
    "wouldnt",
    "couldnt",
    "shouldnt",
    "wont",
    "cant",
    "cannot",
];

/// Whether a word turns a sentence round and does nothing else.
pub(super) fn is_negator(token: &Token) -> bool {
    NEGATORS.contains(&token.folded.as_str())
}

/// Whether a sentence states one thing, in words of which none is unknown.
pub(super) fn is_plain(reading: &Reading) -> bool {
    let blocked = |cue: CueMeaning| match cue {
        CueMeaning::Undo | CueMeaning::Outside => true,
        CueMeaning::Intent(intent) => {
            matches!(intent, Intent::Opinion | Intent::Forecast | Intent::Said | Intent::Compare | Intent::Why)
        }
        _ => false,
    };
    let has_blocker = reading
        .tokens
        .iter()
        .enumerate()
        .any(|(at, token)| !reading.is_placed(at) && BLOCKERS.contains(&token.folded.as_str()));
    let is_sure = reading.mentions.iter().all(|mention| mention.entities.len() == 1);
    !reading.is_question
        && !reading.is_yes_or_no()
        && !reading.names_a_stranger()
        && !has_blocker
        && is_sure
        && !reading.cues.iter().any(|cue| blocked(cue.means) && !reading.is_in_name(cue.first))
        && reading.dates.iter().all(|it| matches!(it.date, Mentioned::Dated(_)))
        && reading.dates.len() <= 1
}

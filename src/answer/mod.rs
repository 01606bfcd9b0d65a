//! From a typed query and the knowledge to an answer, with a source behind every sentence.

use serde::Serialize;

pub use self::ask::ask;
pub use self::explain::explain;

mod about;
mod affirmed;
mod among;
mod as_of;
mod ask;
pub mod asked_and_given;
pub mod belonging;
mod bodies;
mod candidates;
mod certainty;
mod choice;
pub mod claim;
mod compare;
mod conditions;
mod contested;
mod counts;
mod dates;
mod denial;
mod denied_relations;
mod described;
mod direction;
mod disputes;
mod documents;
mod draft;
mod each;
mod elsewhere;
pub mod entry;
mod event;
mod explain;
mod hit;
mod identity;
mod joining;
mod kind;
mod language;
pub mod listing;
pub mod member;
mod members;
mod membership_list;
mod misattributed;
mod mission;
mod mistimed;
pub mod number;
mod office;
pub mod on_this_day;
mod opposites;
mod other_numbers;
mod overlap;
mod overview;
mod own_question;
mod period;
pub mod phrases;
mod placed;
mod plain_statement;
mod premise;
mod presumed;
mod quiz;
mod rank;
mod ranked;
mod refusal;
pub mod related;
pub mod rungs;
mod sequence;
mod signatories;
pub mod source;
mod span;
mod spoken;
mod steps;
mod strangers;
mod swapped;
pub mod timeline;
mod unknown;

/// What kind of answer it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// The question as asked is answered from sourced facts.
    Answered,
    /// The question rests on something that a sourced fact contradicts; the answer says so.
    Corrected,
    /// The question has several readings; the suggestions list them.
    Ambiguous,
    /// There is no sourced answer here.
    Unknown,
}

/// How the answer was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// A question about exactly this: its words are those of the record.
    Exact,
    /// Computed from typed records (a rung, a date, a list, a count).
    Typed,
    /// The best of all facts by rank, above the threshold.
    Ranked,
}

/// One sentence of an answer and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// The sentence as shown.
    pub text: String,
    /// Indices into [`Answer::citations`]; never empty in an answered or corrected outcome.
    pub citations: Vec<usize>,
    /// Ids of the facts behind the sentence.
    pub facts: Vec<String>,
}

/// A source as cited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// Id of the source in the knowledge.
    pub source: String,
    /// Who published it.
    pub publisher: String,
    /// Its title; in `[brackets]` where the title is a description.
    pub title: String,
    /// Its address, where it has one.
    pub url: Option<String>,
    /// The day, month or year of publication, ISO, where known.
    pub date: Option<String>,
    /// The words cited: exact words when `verbatim`, else our own summary of them.
    pub snippet: String,
    /// Whether the snippet is the source's exact words.
    pub verbatim: bool,
}

/// Another value that some source gives for what was asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Disagreement {
    /// The other value, short: `April 2020`.
    pub value: String,
    /// Index into [`Answer::citations`] of a source that gives it.
    pub citation: usize,
    /// One public sentence on why the answer's value is preferred, or why both are shown.
    pub reason: String,
}

/// A misspelt name and the name it was read as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadAs {
    /// The word as typed.
    pub typed: String,
    /// The name it was taken for.
    pub name: String,
}

/// An answer, ready to be rendered; the same question and knowledge give the same bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// What kind of answer it is.
    pub outcome: Outcome,
    /// All sentences joined by a space; under [`MAX_TEXT_CHARS`] characters.
    pub text: String,
    /// The sentences one by one, with their citations.
    pub sentences: Vec<Sentence>,
    /// The sources cited, in the order of their first mention; empty when unknown or ambiguous.
    pub citations: Vec<Citation>,
    /// Where other sources give other values.
    pub disagreements: Vec<Disagreement>,
    /// Questions that the bot can answer, at most three.
    pub suggestions: Vec<String>,
    /// Ids of all facts used.
    pub facts: Vec<String>,
    /// Misspelt names and how they were read.
    pub read_as: Vec<ReadAs>,
    /// The day, month or year (ISO) up to which the knowledge of this topic reaches.
    pub as_of: Option<String>,
    /// How the answer was found.
    pub confidence: Confidence,
}

/// The longest answer text, in characters: an answer, not all that is known.
pub const MAX_TEXT_CHARS: usize = 1_200;

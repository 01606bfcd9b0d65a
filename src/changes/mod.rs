//! What a new knowledge changes of an old one: in what is on record, and in the answers that were given.
//!
//! `records` puts a knowledge into plain fields, `difference` compares those, and `answers` asks both the same questions.
//! Corrections are told apart from all else: whoever got the old answer was told something that is not said any more.

use jiff::civil::Date;
use serde::Serialize;

use crate::knowledge::Knowledge;

pub mod answers;
pub mod difference;
mod records;

use self::answers::Answers;
use self::difference::{Differences, differences};

/// All that is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changes {
    /// The old knowledge.
    pub from: Edition,
    /// The new one.
    pub to: Edition,
    /// Facts: what is said, and on whose word.
    pub facts: Differences,
    /// Everything else, by what it is: disagreements, counts, topics, sources, entities.
    pub others: Vec<Others>,
    /// Answers to the same questions.
    pub answers: Answers,
}

/// A knowledge as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its version.
    pub version: String,
    /// How many facts it has.
    pub facts: usize,
}

/// Records of one kind that are no facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Others {
    /// What they are, in the plural.
    pub what: &'static str,
    /// What is different.
    pub differences: Differences,
}

impl Changes {
    /// Whether nothing is different.
    pub fn are_none(&self) -> bool {
        self.facts.are_none()
            && self.others.iter().all(|others| others.differences.are_none())
            && self.answers.changed.is_empty()
    }
}

/// Compares two knowledges, and their answers to `questions` on a day.
pub fn compare(old: &Knowledge, new: &Knowledge, questions: &[String], today: Date) -> Changes {
    let kinds = records::KINDS.iter();
    Changes {
        from: edition(old),
        to: edition(new),
        facts: differences(records::facts(old), records::facts(new)),
        others: kinds
            .map(|(what, of)| Others { what, differences: differences(of(old), of(new)) })
            .filter(|others| !others.differences.are_none())
            .collect(),
        answers: answers::compare(old, new, questions, today),
    }
}

fn edition(knowledge: &Knowledge) -> Edition {
    Edition { version: knowledge.version().to_owned(), facts: knowledge.facts().len() }
}

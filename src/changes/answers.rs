//! The same questions to two knowledges, and the answers that differ.

use std::collections::HashMap;
use std::num::NonZero;
use std::thread;

use jiff::civil::Date;
use serde::Serialize;

use crate::answer::{Answer, Outcome, ask};
use crate::knowledge::Knowledge;
use crate::question::Question;

/// The answers that differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answers {
    /// How many questions were asked.
    pub asked: usize,
    /// The answers that differ, corrections first, then those that are not given any more.
    pub changed: Vec<Turn>,
}

/// An answer that is another one now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turn {
    /// What kind of change it is.
    pub kind: Kind,
    /// The questions that get it, in the order in which they were asked.
    pub questions: Vec<String>,
    /// The old answer.
    pub old: Told,
    /// The new one.
    pub new: Told,
}

/// How an answer changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// It says something else.
    Corrected,
    /// It is not given any more.
    Lost,
    /// There was none before.
    Found,
    /// It says the same on the word of other sources, or beside other values.
    Supported,
    /// There is still none, and what is said instead differs.
    Other,
}

/// What is told in an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Told {
    /// What kind of answer it is.
    pub outcome: Outcome,
    /// Its sentences; where it has none, its text as a whole.
    pub sentences: Vec<String>,
    /// The sources, each with the words cited.
    pub citations: Vec<String>,
    /// Other values that are told, with the reasons.
    pub disagreements: Vec<String>,
}

/// The questions by which two knowledges are compared: the first one that is stored with each fact of either, or all of them,
/// and one for each thing that has a name.
pub fn standard_questions(old: &Knowledge, new: &Knowledge, all: bool) -> Vec<String> {
    let most = if all { usize::MAX } else { 1 };
    let of_facts = [old, new].into_iter().flat_map(|knowledge| {
        knowledge.facts().iter().flat_map(move |fact| fact.asks.iter().take(most).map(str::to_owned))
    });
    let of_names = [old, new].into_iter().flat_map(|knowledge| {
        knowledge.entities().iter().map(|entity| format!("What is known of {}?", entity.in_sentence()))
    });
    unique(of_facts.chain(of_names))
}

/// Each question once, in the order of the first time.
pub fn unique(questions: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    questions.into_iter().filter(|question| seen.insert(question.clone())).collect()
}

/// Asks both knowledges.
pub(super) fn compare(old: &Knowledge, new: &Knowledge, questions: &[String], today: Date) -> Answers {
    let mut turns: Vec<Turn> = Vec::new();
    let mut places: HashMap<(Told, Told), usize> = HashMap::new();
    for (question, old, new) in asked(old, new, questions, today) {
        let next = turns.len();
        let place = *places.entry((old.clone(), new.clone())).or_insert(next);
        if place == next {
            turns.push(Turn { kind: Kind::of(&old, &new), questions: Vec::new(), old, new });
        }
        turns[place].questions.push(question);
    }
    // Within a kind they stay in the order of the questions.
    turns.sort_by_key(|turn| turn.kind);
    Answers { asked: questions.len(), changed: turns }
}

/// The questions whose answers differ, with both answers, in order; asked on as many threads as the machine has room for.
fn asked(old: &Knowledge, new: &Knowledge, questions: &[String], today: Date) -> Vec<(String, Told, Told)> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let tell = |knowledge: &Knowledge, text: &str| Told::of(&ask(knowledge, &Question::new(text, today)));
    thread::scope(|scope| {
        let shares = questions.chunks(questions.len().div_ceil(threads).max(1)).map(|share| {
            scope.spawn(move || {
                let both = share.iter().map(|text| (text.clone(), tell(old, text), tell(new, text)));
                both.filter(|(_, old, new)| old != new).collect::<Vec<_>>()
            })
        });
        let shares: Vec<_> = shares.collect();
        shares
            .into_iter()
            .flat_map(|share| share.join().expect("an answer never panics, and its tests say so"))
            .collect()
    })
}

impl Told {
    fn of(answer: &Answer) -> Self {
        let sentences = if answer.sentences.is_empty() {
            vec![answer.text.clone()]
        } else {
            answer.sentences.iter().map(|sentence| sentence.text.clone()).collect()
        };
        let citations = answer.citations.iter().map(|it| format!("{}: {}", it.source, it.snippet)).collect();
        let disagreements = answer.disagreements.iter().map(|it| format!("{} ({})", it.value, it.reason)).collect();
        Self { outcome: answer.outcome, sentences, citations, disagreements }
    }

    /// Whether something was told as so.
    pub fn is_answer(&self) -> bool {
        matches!(self.outcome, Outcome::Answered | Outcome::Corrected)
    }
}

impl Kind {
    fn of(old: &Told, new: &Told) -> Self {
        match (old.is_answer(), new.is_answer()) {
            (true, true) if old.sentences == new.sentences => Self::Supported,
            (true, true) => Self::Corrected,
            (true, false) => Self::Lost,
            (false, true) => Self::Found,
            (false, false) => Self::Other,
        }
    }
}

//! For editors: how a question was read, and which facts came near.

use std::fmt::Write;

use jiff::civil::{Date, date};

use super::ask::found_by;
use super::certainty::certainty;
use super::rank::rank;
use super::ranked::contrary_in;
use crate::knowledge::model::Knowledge;
use crate::question::{Question, read};

/// Facts listed.
const MOST_LISTED: usize = 12;

/// The day on which what is explained is asked; only "last year" and the like depend on it.
const TODAY: Date = date(2026, 7, 1);

/// The reading of a question and the facts that fit best with their scores, as text for a terminal.
pub fn explain(knowledge: &Knowledge, text: &str) -> String {
    let reading = read(knowledge, text);
    let mut out = String::new();
    let words: Vec<&str> = reading.tokens.iter().map(|token| token.folded.as_str()).collect();
    let _ = writeln!(out, "words    {}", words.join(" "));
    for correction in &reading.corrections {
        let _ = writeln!(out, "read     {} as {}", correction.typed, correction.read);
    }
    for mention in &reading.mentions {
        let names: Vec<&str> = mention.entities.iter().map(|&entity| knowledge.entity_at(entity).id.as_str()).collect();
        let _ = writeln!(
            out,
            "name     {} = {}",
            words[mention.first..mention.first + mention.count].join(" "),
            names.join(" or ")
        );
    }
    for date in &reading.dates {
        let _ = writeln!(out, "date     {:?}", date.date);
    }
    for cue in &reading.cues {
        let _ = writeln!(out, "cue      {:?} ({})", cue.means, words[cue.first..cue.first + cue.count].join(" "));
    }
    let weights: Vec<String> = reading
        .terms
        .iter()
        .map(|term| {
            let what = term.entity.map_or_else(|| "word".to_owned(), |entity| knowledge.entity_at(entity).id.clone());
            let seen = if term.feature.is_some() { "" } else { " unseen" };
            format!("{what} {:.1}{seen}", term.weight)
        })
        .collect();
    let _ = writeln!(out, "terms    {}", weights.join(", "));
    let _ = writeln!(out, "found by {}", found_by(knowledge, &Question::new(text, TODAY)));
    let hits = rank(knowledge, &reading);
    if let Some(certainty) = certainty(knowledge, &reading, &hits) {
        let _ = writeln!(out, "certain  {certainty:.2}");
    }
    if let Some(contrary) = hits.first().and_then(|best| contrary_in(knowledge, &reading, best)) {
        let _ = writeln!(out, "contrary {contrary}");
    }
    for hit in hits.iter().take(MOST_LISTED) {
        let missing: Vec<&str> = hit.missing.iter().map(|&entity| knowledge.entity_at(entity).id.as_str()).collect();
        let _ = writeln!(
            out,
            "{:.2} (fit {:.2}, covers {:.2}, like {:.2}, text {:.2}, kind {:.2}, date {:.2}, total {:.1}, strangers {}, denies {}, belongings {:.2}{}, flaws {:?}) {}\n         {}",
            hit.score,
            hit.fit,
            hit.coverage,
            hit.ask,
            hit.text,
            hit.kind,
            hit.date,
            hit.total,
            hit.strangers,
            hit.denies,
            hit.compounds,
            if missing.is_empty() { String::new() } else { format!(", lacks {}", missing.join(", ")) },
            hit.flaws,
            hit.fact.id,
            hit.fact.text
        );
    }
    out
}

//! Questions: the answer of the bot beside the best fact of a search engine.

use accords::answer::ask;
use accords::knowledge::Knowledge;
use accords::knowledge::model::Fact;
use accords::question::Question;
use serde_json::{Value, json};

use crate::PASSES;
use crate::engine::{Engine, Hit, Mode};
use crate::measure::judge::{Score, judge, score};
use crate::measure::{Case, TODAY, cases, dev_files, each, figure, head, own_files, row, spread};

/// How the fit of a fact is told from its score: as it is, or per word of the question.
type Fit = fn(&Hit<'_>) -> f32;

const FITS: [Fit; 2] = [|hit| hit.score, |hit| hit.score / word_count(hit)];

#[expect(clippy::cast_precision_loss, reason = "a question has few words")]
fn word_count(hit: &Hit<'_>) -> f32 {
    hit.words.max(1) as f32
}

/// When an engine keeps silent.
#[derive(Clone, Copy)]
struct Threshold {
    fit: Fit,
    least: f32,
}

/// Prints the table.
pub fn compare(knowledge: &Knowledge) -> anyhow::Result<()> {
    let (own, dev) = (cases(&own_files()), cases(&dev_files()));
    let timed = if dev.is_empty() { &own } else { &dev };
    println!("\nTimes are on {} questions.", timed.len());
    head(&[
        "questions",
        "right of the development set, %",
        "precision, %",
        "false answers",
        "right of the project's own, %",
        "p50, us",
        "p99, us",
        "p50 of ours",
    ]);
    let answer = |case: &Case| serde_json::to_value(ask(knowledge, &Question::new(&case.q, TODAY)));
    let answers = |cases: &[Case]| cases.iter().map(answer).collect::<Result<Vec<_>, _>>();
    let ours = spread(&each(timed, PASSES, |case| ask(knowledge, &Question::new(&case.q, TODAY))));
    tell("accords", score(&dev, &answers(&dev)?), score(&own, &answers(&own)?), ours, ours[0]);

    let engine = Engine::new(knowledge)?;
    let modes = [
        ("tantivy, BM25", Mode::Exact),
        ("tantivy, BM25 and fuzzy query, one edit", Mode::Fuzzy(1)),
        ("tantivy, BM25 and fuzzy query, two edits", Mode::Fuzzy(2)),
    ];
    for (name, mode) in modes {
        let times = spread(&each(timed, PASSES, |case| engine.best(&case.q, mode).is_ok()));
        let (on_own, on_dev) =
            (Ranked::new(knowledge, &engine, mode, &own)?, Ranked::new(knowledge, &engine, mode, &dev)?);
        let always = Threshold { fit: FITS[0], least: f32::NEG_INFINITY };
        let chosen = on_own.best_threshold();
        for (way, threshold) in [("always", always), ("or silence", chosen)] {
            let name = format!("{name}, best fact, {way}");
            tell(&name, on_dev.score(threshold), on_own.score(threshold), times, ours[0]);
        }
    }
    Ok(())
}

fn tell(way: &str, dev: Option<Score>, own: Option<Score>, [p50, p99]: [f64; 2], ours: f64) {
    let dev = dev.filter(|score| score.questions > 0);
    let told = |score: Option<f64>| score.map_or("-".to_owned(), |share| format!("{share:.1}"));
    row(&[
        way.to_owned(),
        told(dev.map(|score| score.accuracy())),
        told(dev.map(|score| score.precision())),
        dev.map_or("-".to_owned(), |score| score.false_answers.to_string()),
        told(own.map(|score| score.accuracy())),
        figure(p50),
        figure(p99),
        figure(p50 / ours),
    ]);
}

/// The best facts of an engine for questions, and which of them would be right.
struct Ranked<'k, 'c> {
    cases: &'c [Case],
    hits: Vec<Option<Hit<'k>>>,
    /// Of each question whether its fact is right, and whether silence is; none where nobody can tell.
    right: Option<Vec<(bool, bool)>>,
}

impl<'k, 'c> Ranked<'k, 'c> {
    fn new(knowledge: &'k Knowledge, engine: &Engine<'k>, mode: Mode, cases: &'c [Case]) -> tantivy::Result<Self> {
        let hits = cases.iter().map(|case| engine.best(&case.q, mode)).collect::<Result<Vec<_>, _>>()?;
        let silence = json!({"outcome": "unknown", "text": "", "citations": [], "suggestions": []});
        let spoken: Vec<Value> =
            hits.iter().map(|hit| hit.as_ref().map_or(silence.clone(), |hit| answer(knowledge, hit.fact))).collect();
        let silent = vec![silence; cases.len()];
        let right = judge(cases, &spoken)
            .zip(judge(cases, &silent))
            .map(|(spoken, silent)| spoken.into_iter().zip(silent).collect());
        Ok(Self { cases, hits, right })
    }

    fn score(&self, threshold: Threshold) -> Option<Score> {
        let mut score = Score::default();
        for ((case, hit), &(as_spoken, as_silent)) in self.cases.iter().zip(&self.hits).zip(self.right.as_ref()?) {
            let speaks = hit.as_ref().is_some_and(|hit| (threshold.fit)(hit) >= threshold.least);
            let outcome = if speaks { "answered" } else { "unknown" };
            score.add(case, outcome, if speaks { as_spoken } else { as_silent });
        }
        Some(score)
    }

    /// The threshold with the most right answers to these questions.
    fn best_threshold(&self) -> Threshold {
        let candidates =
            FITS.iter().flat_map(|&fit| self.hits.iter().flatten().map(move |hit| Threshold { fit, least: fit(hit) }));
        let right = |threshold: &Threshold| self.score(*threshold).map_or(0, |score| score.right);
        candidates.max_by_key(right).unwrap_or(Threshold { fit: FITS[0], least: 0.0 })
    }
}

/// A fact as an answer in the form of `accords ask --json`: its sentence, with its sources.
fn answer(knowledge: &Knowledge, fact: &Fact) -> Value {
    let citations: Vec<Value> = fact
        .references
        .iter()
        .map(|reference| {
            let source = knowledge.source_at(reference.source);
            json!({
                "publisher": source.publisher, "title": source.title, "url": source.url,
                "date": source.date.map(|date| date.iso()), "snippet": reference.snippet,
                "verbatim": reference.verbatim,
            })
        })
        .collect();
    json!({"outcome": "answered", "text": fact.text, "citations": citations, "suggestions": []})
}

//! What answering costs: `cargo bench --bench questions`.
//!
//! Prints tables in Markdown, each figure that has a limit with it, and ends with code 1 when one is missed. One thread, all
//! in memory; of each question the least of several passes, then the median and what one question of a hundred passes.

use std::process::ExitCode;

use accords::answer::ask;
use accords::discord::message::Outgoing;
use accords::discord::show::Desk;
use accords::embedded;
use accords::knowledge::Knowledge;
use accords::knowledge::check::check;
use accords::question::{Question, names};
use fastrand::Rng;

use measure::judge::score;
use measure::typing::keystrokes;
use measure::{Case, Limits, TODAY, cases, dev_files, each, figure, head, least_ms, own_files, row, spread};

// Nothing outside this program sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod measure;

const PASSES: usize = 9;
const RUNS: usize = 25;
const KEYSTROKES: usize = 1_000;
const SEED: u64 = 1979;
/// As many as Discord shows.
const SUGGESTIONS: usize = 25;

const MOST_P50_US: f64 = 15.0;
const MOST_P99_US: f64 = 120.0;
const MOST_KEYSTROKE_P99_US: f64 = 50.0;
const MOST_START_MS: f64 = 20.0;

/// Kinds of questions, and the tags that the files give them.
const KINDS: [(&str, &[&str]); 12] = [
    ("when", &["date"]),
    ("who", &["person", "who"]),
    ("where", &["place"]),
    ("how many", &["number", "count", "figure"]),
    ("why", &["why"]),
    ("yes or no", &["yesno", "yes-no"]),
    ("what it is", &["definition"]),
    ("a list", &["list", "membership"]),
    ("two compared", &["compare", "order"]),
    ("given and asked", &["condition"]),
    ("untrue premise", &["falsepremise", "false-premise"]),
    ("out of scope", &["outofscope", "out-of-scope", "trivia"]),
];

fn main() -> ExitCode {
    let mut limits = Limits::default();
    let knowledge = Knowledge::embedded().expect("the build checked it");
    questions(&knowledge, &mut limits);
    others(&knowledge, &mut limits);
    limits.exit_code()
}

fn questions(knowledge: &Knowledge, limits: &mut Limits) {
    let own = cases(&own_files());
    head(&["questions", "number", "p50, us", "p99, us"]);
    for (kind, tags) in KINDS {
        of_kind(knowledge, kind, &own, |case| case.tags.iter().any(|tag| tags.contains(&tag.as_str())));
    }
    let is_reach = |case: &Case| case.file.contains("reach");
    let has_typo = |case: &Case| case.file.ends_with("typo");
    of_kind(knowledge, "on facts drawn at random", &own, |case| is_reach(case) && !has_typo(case));
    of_kind(knowledge, "the same with a typo", &own, |case| is_reach(case) && has_typo(case));
    of_kind(knowledge, "all of the project's own", &own, |_| true);
    let dev = cases(&dev_files());
    if dev.is_empty() {
        println!("\nThe development questions are not here; nothing is told of them.");
        return;
    }
    let [p50, p99] = times(knowledge, &dev);
    let cells = [limits.at_most(p50, MOST_P50_US), limits.at_most(p99, MOST_P99_US)];
    row(&["development set", &dev.len().to_string(), &cells[0], &cells[1]]);
    for (set, cases) in [("development set", &dev), ("project's own", &own)] {
        let answer = |case: &Case| serde_json::to_value(ask(knowledge, &Question::new(&case.q, TODAY)));
        let answers: Vec<_> = cases.iter().map(|case| answer(case).expect("an answer is JSON")).collect();
        match score(cases, &answers) {
            Some(score) => println!(
                "\nAccuracy, {set}: {:.1} % ({} of {}), precision {:.1} %, false answers {}.",
                score.accuracy(),
                score.right,
                score.questions,
                score.precision(),
                score.false_answers
            ),
            None => println!("\nAccuracy, {set}: there is no grader or no Python to tell it."),
        }
    }
}

fn of_kind(knowledge: &Knowledge, kind: &str, cases: &[Case], belongs: impl Fn(&Case) -> bool) {
    let cases: Vec<Case> = cases.iter().filter(|case| belongs(case)).cloned().collect();
    let [p50, p99] = times(knowledge, &cases);
    row(&[kind, &cases.len().to_string(), &figure(p50), &figure(p99)]);
}

fn times(knowledge: &Knowledge, cases: &[Case]) -> [f64; 2] {
    spread(&each(cases, PASSES, |case| ask(knowledge, &Question::new(&case.q, TODAY))))
}

fn others(knowledge: &Knowledge, limits: &mut Limits) {
    head(&["other work", "p50, us", "p99, us"]);
    for (what, slips) in [("a keystroke", false), ("a keystroke, every other with a slip", true)] {
        let typed = keystrokes(knowledge, KEYSTROKES, slips, &mut Rng::with_seed(SEED));
        let [p50, p99] =
            spread(&each(&typed, PASSES, |it| names::complete(knowledge, &it.typed, &[it.meant.kind], SUGGESTIONS)));
        row(&[what, &figure(p50), &limits.at_most(p99, MOST_KEYSTROKE_P99_US)]);
    }
    let own = cases(&own_files());
    let answers: Vec<_> =
        own.iter().map(|case| (case.q.as_str(), ask(knowledge, &Question::new(&case.q, TODAY)))).collect();
    let desk = Desk { knowledge, today: TODAY };
    let [p50, p99] = spread(&each(&answers, PASSES, |(question, answer)| {
        serde_json::to_vec(&Outgoing::from(desk.answer(answer, Some(question), None)))
    }));
    row(&["rendering an answer for Discord", &figure(p50), &figure(p99)]);

    head(&["start", "ms"]);
    let start = least_ms(RUNS, || Knowledge::embedded().expect("the build checked it"));
    row(&["reading the linked knowledge of the program", &limits.at_most(start, MOST_START_MS)]);
    let folder = embedded::folder().expect("it has files");
    row(&["reading the same as TOML", &figure(least_ms(RUNS, || embedded::folder().expect("it has files")))]);
    row(&["checking it", &figure(least_ms(RUNS, || check(&folder)))]);
    let linking = least_ms(RUNS, || Knowledge::from_folder(&folder).expect("the build checked it"));
    row(&["checking and linking it", &figure(linking)]);
}

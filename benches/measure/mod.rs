//! What the benches share: questions from files, times of each of many inputs, percentiles, tables.

pub mod judge;
pub mod typing;

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::Instant;

use serde_json::Value;

/// The day on which all questions are asked.
pub const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// A question of a file.
#[derive(Clone)]
pub struct Case {
    /// As asked.
    pub q: String,
    /// Which outcomes are right.
    pub expect: Vec<String>,
    /// The name of the file, without its ending.
    pub file: String,
    /// What kind of question it is.
    pub tags: Vec<String>,
    /// All that the file says of it.
    pub whole: Value,
}

/// The project's folder.
pub fn root() -> &'static Path {
    let mut folders = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    folders.find(|folder| folder.join("tests/questions").is_dir()).expect("this is part of the project")
}

/// The files with the project's own questions.
pub fn own_files() -> Vec<PathBuf> {
    files(&root().join("tests/questions"), "")
}

/// The files with the development questions; none where the folder beside the project is missing.
pub fn dev_files() -> Vec<PathBuf> {
    files(&root().join("../shared/questions"), "dev_")
}

fn files(folder: &Path, beginning: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok).map(|entry| entry.path());
    let fits = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(beginning) && name.ends_with(".jsonl")
    };
    let mut files: Vec<_> = entries.filter(fits).collect();
    files.sort();
    files
}

/// The questions of files, in their order.
pub fn cases(files: &[PathBuf]) -> Vec<Case> {
    let mut all = Vec::new();
    for path in files {
        let file = path.file_stem().unwrap_or_default().to_string_lossy();
        let text = fs::read_to_string(path).expect("the file was listed");
        all.extend(text.lines().map(|line| case(&file, line)));
    }
    all
}

fn case(file: &str, line: &str) -> Case {
    let whole: Value = serde_json::from_str(line).expect("every line is a case");
    let list = |key: &str| {
        let values = whole[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        values.map(str::to_owned).collect()
    };
    let q = whole["q"].as_str().unwrap_or_default().to_owned();
    Case { q, expect: list("expect"), file: file.to_owned(), tags: list("tags"), whole }
}

/// A measurement that takes longer than this, in seconds, ends with the pass that it is in.
const LONG: f64 = 20.0;

/// Microseconds that `run` takes for each input: the least of so many passes over all, which is the time of a warm program
/// without what else the machine does.
pub fn each<T, R>(inputs: &[T], passes: usize, mut run: impl FnMut(&T) -> R) -> Vec<f64> {
    let mut least = vec![f64::INFINITY; inputs.len()];
    let begin = Instant::now();
    for _ in 0..passes {
        for (input, least) in inputs.iter().zip(&mut least) {
            let start = Instant::now();
            let result = black_box(run(black_box(input)));
            let took = start.elapsed().as_secs_f64() * 1e6;
            drop(result);
            *least = least.min(took);
        }
        if begin.elapsed().as_secs_f64() > LONG {
            break;
        }
    }
    least
}

/// The least of so many runs, in milliseconds.
pub fn least_ms<R>(runs: usize, mut run: impl FnMut() -> R) -> f64 {
    each(&[()], runs, |()| run())[0] / 1e3
}

/// The value that so many of a hundred do not pass (nearest rank).
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a rank")]
pub fn percentile(values: &[f64], of_hundred: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let rank = (of_hundred / 100.0 * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or(f64::NAN)
}

/// The median and what one of a hundred passes.
pub fn spread(values: &[f64]) -> [f64; 2] {
    [percentile(values, 50.0), percentile(values, 99.0)]
}

/// A figure with as many decimals as it is worth.
pub fn figure(value: f64) -> String {
    match value {
        _ if !value.is_finite() => "-".to_owned(),
        _ if value.abs() >= 100.0 => format!("{value:.0}"),
        _ if value.abs() >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}

/// Prints a row of a table in Markdown.
pub fn row<T: AsRef<str>>(cells: &[T]) {
    let cells: Vec<&str> = cells.iter().map(AsRef::as_ref).collect();
    println!("| {} |", cells.join(" | "));
}

/// Prints the head of a table in Markdown.
pub fn head(cells: &[&str]) {
    println!();
    row(cells);
    row(&vec!["---"; cells.len()]);
}

/// What is wanted of figures, and how many do not keep it.
#[derive(Default)]
pub struct Limits {
    missed: usize,
}

impl Limits {
    /// A figure with what it may be at most.
    pub fn at_most(&mut self, value: f64, most: f64) -> String {
        self.keep(value, value <= most, &format!("at most {most}"))
    }

    /// A figure with what it must be at least.
    pub fn at_least(&mut self, value: f64, least: f64) -> String {
        self.keep(value, value >= least, &format!("at least {least}"))
    }

    fn keep(&mut self, value: f64, kept: bool, limit: &str) -> String {
        self.missed += usize::from(!kept);
        format!("{} ({limit}{})", figure(value), if kept { "" } else { ": **missed**" })
    }

    /// Code 1 when a limit was missed.
    pub fn exit_code(&self) -> std::process::ExitCode {
        std::process::ExitCode::from(u8::from(self.missed > 0))
    }
}

//! How load time, memory and answering grow with the knowledge: `cargo bench --bench scaling`.
//!
//! Prints a table for each size from a thousand facts to a hundred thousand. `cargo bench --bench scaling -- write FACTS DIR`
//! writes such a knowledge as a folder, for `accords check DIR` and `ACCORDS_KNOWLEDGE=DIR`. Memory is told on Linux only.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::Instant;

use accords::answer::ask;
use accords::knowledge::check::check;
use accords::knowledge::model::Fact;
use accords::knowledge::{Knowledge, load};
use accords::question::{Question, names};
use clap::{Parser, Subcommand};
use fastrand::Rng;
use serde::{Deserialize, Serialize};

use measure::typing::{keystrokes, slip};
use measure::{Limits, TODAY, cases, each, figure, head, own_files, row, spread};

// Nothing outside this program sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod measure;
#[allow(missing_docs, unreachable_pub)]
mod synthetic;

const SIZES: [usize; 4] = [1_000, SHIPPED, 10_000, 100_000];
/// Stands for the shipped knowledge, which the others are measured by.
const SHIPPED: usize = 0;
const LARGEST: usize = 100_000;

/// Questions and keystrokes, drawn evenly from the knowledge itself.
const DRAWN: usize = 1_000;
const KEYSTROKES: usize = 300;
const PASSES: usize = 5;
const SUGGESTIONS: usize = 25;
const SEED: u64 = 1979;

const MOST_MEDIAN_RATIO: f64 = 5.0;
const MOST_P99_US: f64 = 2_000.0;
const MOST_LOAD_MS: f64 = 2_000.0;
const MOST_MEMORY_MB: f64 = 300.0;

#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Task>,
    /// Given by Cargo
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Subcommand)]
enum Task {
    /// Writes a knowledge with so many facts into a folder
    Write { facts: usize, folder: PathBuf },
    /// Times checking and linking a folder, and keeps what came of it in a file
    Link { folder: PathBuf, linked: PathBuf },
    /// Times reading that file, as the program reads its own at a start, and answers from it
    Answer { linked: PathBuf },
}

/// What became of a folder.
#[derive(Serialize, Deserialize)]
struct Linked {
    facts: usize,
    names: usize,
    read_ms: f64,
    check_ms: f64,
    link_ms: f64,
    peak_mb: f64,
}

/// What a process with linked knowledge did.
#[derive(Serialize, Deserialize)]
struct Answered {
    load_ms: f64,
    loaded_mb: f64,
    peak_mb: f64,
    /// Own questions, drawn ones, drawn ones with a slip, keystrokes: p50 and p99, in microseconds.
    own: [f64; 2],
    drawn: [f64; 2],
    slipped: [f64; 2],
    keystroke: [f64; 2],
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    match Arguments::parse().command {
        Some(Task::Write { facts, folder }) => write(facts, &folder)?,
        Some(Task::Link { folder, linked }) => println!("{}", serde_json::to_string(&link(&folder, &linked)?)?),
        Some(Task::Answer { linked }) => println!("{}", serde_json::to_string(&answer(&linked)?)?),
        None => return study(),
    }
    Ok(ExitCode::SUCCESS)
}

fn write(facts: usize, folder: &Path) -> Result<(), Box<dyn Error>> {
    for (path, text) in synthetic::folder(facts)? {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("it has the folder at least"))?;
        fs::write(path, text)?;
    }
    Ok(())
}

fn link(folder: &Path, linked: &Path) -> Result<Linked, Box<dyn Error>> {
    let start = Instant::now();
    let read = load::read_dir(folder)?;
    let read_ms = ms_since(start);
    let start = Instant::now();
    let findings = check(&read).len();
    let check_ms = ms_since(start);
    if findings > 0 {
        return Err(format!("{findings} findings; `accords check {}` shows them", folder.display()).into());
    }
    let start = Instant::now();
    let knowledge = Knowledge::from_folder(&read)?;
    // It checks once more before it links.
    let link_ms = ms_since(start) - check_ms;
    let peak_mb = memory("VmHWM");
    drop(read);
    fs::write(linked, postcard::to_allocvec(&(&knowledge, knowledge.facts()))?)?;
    let names = knowledge.index().names().all().len();
    Ok(Linked { facts: knowledge.facts().len(), names, read_ms, check_ms, link_ms, peak_mb })
}

fn ms_since(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}

fn answer(linked: &Path) -> Result<Answered, Box<dyn Error>> {
    let bytes = fs::read(linked)?;
    let start = Instant::now();
    let (linked, facts): (Knowledge, Vec<Fact>) = postcard::from_bytes(&bytes)?;
    let knowledge = linked.with_facts(facts);
    let load_ms = ms_since(start);
    drop(bytes);
    let loaded_mb = memory("VmRSS");
    let own: Vec<String> = cases(&own_files()).into_iter().map(|case| case.q).collect();
    let mut rng = Rng::with_seed(SEED);
    let asks: Vec<&str> = knowledge.stated_facts().flat_map(|fact| &fact.asks).collect();
    let drawn: Vec<String> = (0..DRAWN).map(|_| asks[rng.usize(..asks.len())].to_owned()).collect();
    let slipped: Vec<String> = drawn.iter().filter_map(|question| slip(question, &mut rng)).collect();
    let time = |questions: &[String]| spread(&each(questions, PASSES, |q| ask(&knowledge, &Question::new(q, TODAY))));
    let typed = keystrokes(&knowledge, KEYSTROKES, true, &mut rng);
    let keystroke = each(&typed, PASSES, |it| names::complete(&knowledge, &it.typed, &[it.meant.kind], SUGGESTIONS));
    Ok(Answered {
        load_ms,
        loaded_mb,
        peak_mb: memory("VmHWM"),
        own: time(&own),
        drawn: time(&drawn),
        slipped: time(&slipped),
        keystroke: spread(&keystroke),
    })
}

/// A figure of this process's memory in megabytes, where the system tells.
fn memory(key: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(key));
    let kilobytes = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kilobytes.map_or(f64::NAN, |kilobytes| kilobytes * 1024.0 / 1e6)
}

/// Runs a task of this program in a process of its own, so that each has its own memory.
fn child<T: for<'de> Deserialize<'de>>(task: &str, arguments: &[&Path]) -> Result<T, Box<dyn Error>> {
    let output = Command::new(std::env::current_exe()?).arg(task).args(arguments).output()?;
    if !output.status.success() {
        return Err(format!("{task}: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

fn study() -> Result<ExitCode, Box<dyn Error>> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scaling");
    fs::create_dir_all(&place)?;
    let mut figures = Vec::new();
    for size in SIZES {
        let (folder, linked) = (place.join(size.to_string()), place.join(format!("{size}.linked")));
        let made: Linked = if size == SHIPPED {
            child("link", &[&measure::root().join("knowledge"), &linked])?
        } else {
            write(size, &folder)?;
            child("link", &[&folder, &linked])?
        };
        figures.push((size, made, child::<Answered>("answer", &[&linked])?));
        fs::remove_file(&linked)?;
        if size != SHIPPED {
            fs::remove_dir_all(&folder)?;
        }
    }
    let mut limits = Limits::default();
    tell_load(&figures, &mut limits);
    tell_times(&figures, &mut limits);
    Ok(limits.exit_code())
}

fn tell_load(figures: &[(usize, Linked, Answered)], limits: &mut Limits) {
    head(&[
        "facts",
        "names",
        "TOML read, ms",
        "checked, ms",
        "linked, ms",
        "peak of that, MB",
        "linked knowledge loaded, ms",
        "memory then, MB",
        "peak while answering, MB",
    ]);
    for (size, made, answered) in figures {
        let mut bound = |value, most| if *size == LARGEST { limits.at_most(value, most) } else { figure(value) };
        row(&[
            made.facts.to_string(),
            made.names.to_string(),
            figure(made.read_ms),
            figure(made.check_ms),
            figure(made.link_ms),
            figure(made.peak_mb),
            bound(answered.load_ms, MOST_LOAD_MS),
            figure(answered.loaded_mb),
            bound(answered.peak_mb, MOST_MEMORY_MB),
        ]);
    }
}

fn tell_times(figures: &[(usize, Linked, Answered)], limits: &mut Limits) {
    type Times = fn(&Answered) -> [f64; 2];
    let kinds: [(&str, Times); 4] = [
        ("the project's own questions", |it| it.own),
        ("questions of facts drawn evenly", |it| it.drawn),
        ("the same with a slip", |it| it.slipped),
        ("keystrokes, every other with a slip", |it| it.keystroke),
    ];
    head(&["what", "facts", "p50, us", "p99, us", "p50 of the shipped one's"]);
    for (what, times) in kinds {
        let shipped = figures.iter().find(|(size, ..)| *size == SHIPPED).map_or(f64::NAN, |(.., it)| times(it)[0]);
        for (size, made, answered) in figures {
            let [p50, p99] = times(answered);
            let (p99, ratio) = if *size == LARGEST {
                (limits.at_most(p99, MOST_P99_US), limits.at_most(p50 / shipped, MOST_MEDIAN_RATIO))
            } else {
                (figure(p99), figure(p50 / shipped))
            };
            row(&[what.to_owned(), made.facts.to_string(), figure(p50), p99, ratio]);
        }
    }
}

//! `accords changes`: what a new knowledge changes of an old one.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use jiff::civil::Date;

use super::print::Look;
use crate::changes::answers::{Answers, Kind, Told, Turn, standard_questions, unique};
use crate::changes::difference::{Changed, Difference, Differences};
use crate::changes::{Changes, compare};
use crate::discord::app::utc_today;
use crate::knowledge::Knowledge;

/// The word for the knowledge that is built into the program.
const BUILT_IN: &str = "built-in";
/// Ways to ask that are listed of one answer; the rest is a number.
const WAYS: usize = 3;

/// Lists what a new knowledge changes of an old one: facts, and answers that were given.
///
/// Corrections come first: facts that say something else now, and those that are gone. Then what is new, and what changed
/// without changing what is said: sources, wordings of questions, names. At the end stand the answers that differ, to the first
/// question that is stored with each fact, to one for each name, and to those of a file.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords changes knowledge new-knowledge
  accords changes built-in new-knowledge          against what the program has
  accords changes old new --questions asked.txt   one question a line
  accords unanswered --json | jq -r .question | accords changes old new --questions -
  accords changes old new --json | jq '.facts.corrected'

Lines with - are of the old knowledge, those with + of the new one.

Exit code: 0 nothing changes; 1 something does; 2 wrong use, or a folder that
cannot be used.")]
pub(super) struct Args {
    /// The old folder, or `built-in`
    old: PathBuf,
    /// The new folder, or `built-in`
    new: PathBuf,
    /// Also ask the questions of this file, one a line; `-` is standard input
    #[arg(long, value_name = "FILE")]
    questions: Option<PathBuf>,
    /// Ask every question that is stored with a fact, not only the first
    #[arg(long)]
    every: bool,
    /// The day on which the questions are asked (default: the present day in UTC)
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Print one JSON object
    #[arg(long)]
    json: bool,
}

/// Prints what changes.
///
/// # Errors
/// When a folder or the questions cannot be used.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let (old, new) = (knowledge(&args.old)?, knowledge(&args.new)?);
    let mut questions = standard_questions(&old, &new, args.every);
    if let Some(file) = &args.questions {
        questions = unique(more(file)?.into_iter().chain(questions));
    }
    let changes = compare(&old, &new, &questions, args.today.unwrap_or_else(utc_today));
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&changes)?)?;
    } else {
        out.write_all(text(Look::of_stdout(), &changes).as_bytes())?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(!changes.are_none())))
}

fn knowledge(folder: &Path) -> anyhow::Result<Knowledge> {
    if folder == Path::new(BUILT_IN) {
        return Ok(Knowledge::embedded()?);
    }
    Knowledge::load_dir(folder).with_context(|| format!("the knowledge in {} cannot be used", folder.display()))
}

/// The questions of a file, one a line; a line that is not UTF-8 is read with its bad bytes replaced.
fn more(file: &Path) -> anyhow::Result<Vec<String>> {
    let mut bytes = Vec::new();
    if file == Path::new("-") {
        io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = fs::read(file)
            .with_context(|| format!("cannot read {}; give a file with a question a line, or -", file.display()))?;
    }
    let text = String::from_utf8_lossy(&bytes);
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// The changes for people.
fn text(look: Look, changes: &Changes) -> String {
    let mut out = String::new();
    look.paragraph(&mut out, "", &summary(changes));
    if changes.are_none() {
        return out;
    }
    listed(look, &mut out, "", &changes.facts);
    for others in &changes.others {
        listed(look, &mut out, &format!(" ({})", others.what), &others.differences);
    }
    for turn in &changes.answers.changed {
        answer(look, &mut out, turn);
    }
    out
}

/// All in numbers.
fn summary(changes: &Changes) -> String {
    let Changes { from, to, facts, answers: Answers { asked, changed }, .. } = changes;
    if changes.are_none() {
        return format!(
            "Nothing changes from version {} to {}: {} facts and the answers to {asked} questions are the same.",
            from.version, to.version, to.facts
        );
    }
    let answers = |kind| -> usize { changed.iter().filter(|it| it.kind == kind).map(|it| it.questions.len()).sum() };
    let all: usize = changed.iter().map(|turn| turn.questions.len()).sum();
    format!(
        "From version {} ({} facts) to {} ({} facts): {} corrected, {} removed, {} added, {} changed in sources or names. \
         Of {asked} answers {all} change: {} say something else, {} are lost, {} are new, {} have other sources.",
        from.version,
        from.facts,
        to.version,
        to.facts,
        facts.corrected.len(),
        facts.removed.len(),
        facts.added.len(),
        facts.changed.len(),
        answers(Kind::Corrected),
        answers(Kind::Lost),
        answers(Kind::Found),
        answers(Kind::Supported),
    )
}

fn listed(look: Look, out: &mut String, what: &str, differences: &Differences) {
    let changed = |out: &mut String, word: &str, it: &Changed| {
        look.heading(out, &format!("{word} {}{what}", it.id));
        for difference in &it.fields {
            field(look, out, difference);
        }
    };
    differences.corrected.iter().for_each(|it| changed(out, "CORRECTED", it));
    for (word, lead, list) in [("REMOVED", "  - ", &differences.removed), ("ADDED", "  + ", &differences.added)] {
        for it in list {
            look.heading(out, &format!("{word} {}{what}", it.id));
            look.paragraph(out, lead, &it.text);
        }
    }
    differences.changed.iter().for_each(|it| changed(out, "CHANGED", it));
}

/// A field on one line where it is short, else its values below one another.
fn field(look: Look, out: &mut String, Difference { field, old, new }: &Difference) {
    /// The longest two values that fit on a line together with the name of the field.
    const SHORT: usize = 50;
    if let ([old], [new]) = (&old[..], &new[..])
        && old.chars().count() + new.chars().count() <= SHORT
    {
        return look.paragraph(out, "  ", &format!("{field}: {old} -> {new}"));
    }
    look.paragraph(out, "  ", &format!("{field}:"));
    both(look, out, old, new);
}

fn both(look: Look, out: &mut String, old: &[String], new: &[String]) {
    for (lead, values) in [("  - ", old), ("  + ", new)] {
        for value in values {
            look.paragraph(out, lead, value);
        }
    }
}

/// A question with what its answer says no more, and what it says now.
fn answer(look: Look, out: &mut String, turn: &Turn) {
    let word = match turn.kind {
        Kind::Corrected => "ANSWER CORRECTED",
        Kind::Lost => "ANSWER LOST",
        Kind::Found => "ANSWER FOUND",
        Kind::Supported => "ANSWER WITH OTHER SOURCES",
        Kind::Other => "NO ANSWER, IN OTHER WORDS",
    };
    look.heading(out, word);
    for question in turn.questions.iter().take(WAYS) {
        look.paragraph(out, "  ", &format!("“{question}”"));
    }
    if turn.questions.len() > WAYS {
        look.paragraph(out, "  ", &format!("and {} more", turn.questions.len() - WAYS));
    }
    let Turn { old, new, .. } = turn;
    let mut part = |name: &str, of: fn(&Told) -> &Vec<String>| {
        let gone: Vec<String> = of(old).iter().filter(|it| !of(new).contains(it)).cloned().collect();
        let come: Vec<String> = of(new).iter().filter(|it| !of(old).contains(it)).cloned().collect();
        if gone.is_empty() && come.is_empty() {
            return;
        }
        if !name.is_empty() {
            look.paragraph(out, "  ", name);
        }
        both(look, out, &gone, &come);
    };
    part("", |told| &told.sentences);
    part("other values:", |told| &told.disagreements);
    part("sources:", |told| &told.citations);
}

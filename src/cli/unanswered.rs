//! `accords unanswered`: what users asked and the bot could not answer, and what they said was not right.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;
use tokio::runtime::Builder;

use crate::config::Config;
use crate::store::{Feedback, Sql, Store, Unanswered};

/// Lists the questions that the bot could not answer, the most frequent first; with `--notes`, what people wrote under "Not
/// right?", the newest first.
///
/// Both are kept only where `ACCORDS_KEEP_UNANSWERED` or `ACCORDS_KEEP_FEEDBACK` is `yes`, and without whose they were. The
/// database is that of `DATABASE_URL`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  accords unanswered --most 20\n  accords unanswered --notes --json")]
pub(super) struct Args {
    /// How many at most
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    most: u32,
    /// Notes that people sent with "Not right?" instead
    #[arg(long)]
    notes: bool,
    /// One JSON object a line
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Line<'a> {
    times: u64,
    question: &'a str,
    last: &'a str,
}

#[derive(Serialize)]
struct Note<'a> {
    day: String,
    facts: &'a [String],
    text: &'a str,
}

/// Prints the questions or the notes, or says that there are none.
///
/// Ends with 1 when there are none.
///
/// # Errors
/// When the settings or the database cannot be used.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let config = Config::load()?;
    let runtime = Builder::new_current_thread().enable_all().build().context("a thread could not be started")?;
    let lines = runtime.block_on(async {
        let store = Sql::open(config.database.expose())?;
        if args.notes { notes(&store, args).await } else { questions(&store, args).await }
    });
    let lines = lines.context("the database cannot be read; set DATABASE_URL to the one of the bot")?;
    let mut out = io::stdout().lock();
    for line in &lines {
        writeln!(out, "{line}")?;
    }
    if lines.is_empty() {
        eprintln!("accords: {}", nothing(args, &config));
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

async fn questions(store: &Sql, args: &Args) -> anyhow::Result<Vec<String>> {
    let print = |question: &Unanswered| {
        let line = Line { times: question.times, question: &question.text, last: &question.last };
        if args.json {
            return Ok(serde_json::to_string(&line)?);
        }
        Ok(format!("{:>6}  {}  (last on {})", line.times, line.question, line.last))
    };
    store.unanswered(args.most).await?.iter().map(print).collect()
}

async fn notes(store: &Sql, args: &Args) -> anyhow::Result<Vec<String>> {
    let print = |note: &Feedback| {
        if args.json {
            let line = Note { day: note.day.to_string(), facts: &note.facts, text: &note.text };
            return Ok(serde_json::to_string(&line)?);
        }
        // A stranger's text must not steer the terminal.
        let text: String = note.text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        Ok(format!("{}  {text}\n            on {}", note.day, note.facts.join(", ")))
    };
    store.feedback(args.most).await?.iter().map(print).collect()
}

/// That nothing is on record, and what keeps it.
fn nothing(args: &Args, config: &Config) -> String {
    let (what, variable, is_kept) = if args.notes {
        ("notes", "ACCORDS_KEEP_FEEDBACK", config.keep_feedback)
    } else {
        ("unanswered questions", "ACCORDS_KEEP_UNANSWERED", config.keep_unanswered)
    };
    let how = if is_kept { String::new() } else { format!("; they are kept where {variable} is `yes`") };
    format!("no {what} are on record{how}")
}

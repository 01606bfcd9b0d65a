//! `accords unanswered`: what users asked and the bot could not answer.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use serde::Serialize;
use tokio::runtime::Builder;

use crate::config::Config;
use crate::store::{Sql, Store};

/// Lists the questions that the bot could not answer, the most frequent first.
///
/// They are counted only where `ACCORDS_KEEP_UNANSWERED` is `yes`, in a plain form and without whose they were. The database
/// is that of `DATABASE_URL`.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  accords unanswered --most 20")]
pub(super) struct Args {
    /// How many at most
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    most: u32,
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

/// Prints the questions, or says that there are none.
///
/// Ends with 1 when there are none.
///
/// # Errors
/// When the settings or the database cannot be used.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let config = Config::load()?;
    let runtime = Builder::new_current_thread().enable_all().build().context("a thread could not be started")?;
    let questions = runtime.block_on(async {
        let store = Sql::open(config.database.expose())?;
        store.unanswered(args.most).await
    });
    let questions = questions.context("the questions cannot be read; set DATABASE_URL to the database of the bot")?;
    let mut out = io::stdout().lock();
    for question in &questions {
        let line = Line { times: question.times, question: &question.text, last: &question.last };
        if args.json {
            writeln!(out, "{}", serde_json::to_string(&line)?)?;
        } else {
            writeln!(out, "{:>6}  {}  (last on {})", line.times, line.question, line.last)?;
        }
    }
    if questions.is_empty() {
        let how = if config.keep_unanswered { "" } else { "; they are counted where ACCORDS_KEEP_UNANSWERED is `yes`" };
        eprintln!("accords: no unanswered questions are on record{how}");
        return Ok(ExitCode::from(1));
    }
    Ok(ExitCode::SUCCESS)
}

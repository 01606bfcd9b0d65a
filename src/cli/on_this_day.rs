//! `accords on-this-day`: what the daily post would say; on a day without one, what is told on request.

use std::io::{self, Write};
use std::process::ExitCode;

use jiff::civil::Date;

use super::print::{Look, Sources};
use super::shipped;
use crate::answer::Outcome;
use crate::answer::on_this_day::{on_this_day, unprompted};
use crate::config::TerminalConfig;

/// Tells what happened on a day of the year in the history of the accords, as a daily post does.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords on-this-day
  accords on-this-day --date 2026-09-15 --json

Exit code: 0 something is recorded; 1 nothing is; 2 wrong use.")]
pub(super) struct Args {
    /// The day (default: today in UTC)
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<Date>,
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let knowledge = shipped::knowledge(TerminalConfig::load()?.knowledge.as_deref())?;
    let date = args.date.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
    let answer = unprompted(&knowledge, date).unwrap_or_else(|| on_this_day(&knowledge, date.month(), date.day()));
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    } else {
        write!(out, "{}", Look::of_stdout().answer(&answer, Sources::Full))?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(answer.outcome == Outcome::Unknown)))
}

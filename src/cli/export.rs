//! `accords export`: the whole knowledge for other programs.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use clap::ValueEnum;

use super::shipped;
use crate::config::TerminalConfig;
use crate::export;

/// Writes the whole knowledge for other programs, the same bytes every time.
///
/// JSON has everything: facts with their references, entities, sources, disagreements and counts. CSV has one row a fact.
/// ICS has the days to be remembered, as a calendar. knowledge/README.md documents all three.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords export json > accords.json
  accords export csv facts.csv
  accords export ics accords.ics
  accords export json | jq -r '.facts[] | select(.date == \"2020-09-15\").text'
  ACCORDS_KNOWLEDGE=my-knowledge accords export json -

Exit code: 0 written; 2 wrong use, or the file cannot be written.")]
pub(super) struct Args {
    /// What to write
    format: Format,
    /// Where to; `-` is standard output
    #[arg(default_value = "-")]
    file: PathBuf,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// One JSON object
    Json,
    /// A table after RFC 4180, one row a fact
    Csv,
    /// A calendar after RFC 5545, one yearly entry a day to be remembered
    Ics,
}

/// Writes the knowledge.
///
/// # Errors
/// When the knowledge cannot be used or the file not be written.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let knowledge = shipped::knowledge(TerminalConfig::load()?.knowledge.as_deref())?;
    let text = match args.format {
        Format::Json => export::json(&knowledge),
        Format::Csv => export::csv(&knowledge),
        Format::Ics => export::ics(&knowledge),
    };
    if args.file == Path::new("-") {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()?;
    } else {
        fs::write(&args.file, text)
            .with_context(|| format!("cannot write {}; name a file that this user may write", args.file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}

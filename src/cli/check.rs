//! `accords check`: lints a knowledge folder.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::embedded;
use crate::knowledge::check::check;
use crate::knowledge::load;

/// Checks a knowledge folder and lists what is wrong, where, and how to mend it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords check                  the knowledge built into the program
  accords check my-knowledge
  accords check knowledge --json

Exit code: 0 clean; 1 findings; 2 cannot read.")]
pub(super) struct Args {
    /// The folder (default: the knowledge built into the program)
    dir: Option<PathBuf>,
    /// Print the findings as a JSON array
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = match &args.dir {
        Some(dir) => load::read_dir(dir)?,
        None => embedded::folder()?,
    };
    let findings = check(&folder);
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&findings)?)?;
    } else {
        for finding in &findings {
            writeln!(out, "{finding}")?;
        }
        let facts: usize = folder.files.iter().map(|parsed| parsed.file.fact.len()).sum();
        let counted = [(folder.files.len(), "file"), (facts, "fact"), (findings.len(), "finding")].map(counted);
        writeln!(out, "{}", counted.join(", "))?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

/// `1 fact`, `2 facts`.
fn counted((number, noun): (usize, &str)) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

//! `accords check`: lints a knowledge folder.

use std::path::PathBuf;
use std::process::ExitCode;

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
        None => load::embedded()?,
    };
    let findings = check(&folder);
    if args.json {
        println!("{}", serde_json::to_string(&findings)?);
    } else {
        for finding in &findings {
            println!("{finding}");
        }
        let facts: usize = folder.files.iter().map(|parsed| parsed.file.fact.len()).sum();
        println!("{} files, {facts} facts, {} findings", folder.files.len(), findings.len());
    }
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

//! `accords check`: lints a knowledge folder.

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::embedded;
use crate::knowledge::check::{check, check_against};
use crate::knowledge::load::{self, Folder};

/// Checks a knowledge folder and lists what is wrong, where, and how to mend it.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords check                  the knowledge built into the program
  accords check my-knowledge
  accords check knowledge --json
  accords check knowledge --sources texts

With --sources, DIR holds whole texts of sources, as plain text in UTF-8. A
source names its file by `text = \"FILE\"`; every exact snippet from it must stand
in that file. White space and the forms of quotation marks and dashes do not
matter.

Exit code: 0 clean; 1 findings; 2 cannot read.")]
pub(super) struct Args {
    /// The folder (default: the knowledge built into the program)
    dir: Option<PathBuf>,
    /// Prove exact snippets against the texts of sources in this folder
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    /// Print the findings as a JSON array
    #[arg(long)]
    json: bool,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let folder = match &args.dir {
        Some(dir) => load::read_dir(dir)?,
        None => embedded::folder()?,
    };
    let mut counts = counts(&folder);
    let findings = match &args.sources {
        Some(dir) => {
            let texts = load::read_texts(&folder, dir)?;
            let proof = check_against(&folder, &texts);
            counts.extend([(texts.len(), "source text"), (proof.snippets, "exact snippet")]);
            proof.findings
        }
        None => check(&folder),
    };
    counts.push((findings.len(), "finding"));
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", serde_json::to_string(&findings)?)?;
    } else {
        for finding in &findings {
            writeln!(out, "{finding}")?;
        }
        writeln!(out, "{}", counts.into_iter().map(counted).collect::<Vec<_>>().join(", "))?;
    }
    out.flush()?;
    Ok(ExitCode::from(u8::from(!findings.is_empty())))
}

/// How much there is to check.
fn counts(folder: &Folder) -> Vec<(usize, &'static str)> {
    let facts = folder.files.iter().map(|parsed| parsed.file.fact.len()).sum();
    vec![(folder.files.len(), "file"), (facts, "fact")]
}

/// `1 fact`, `2 facts`.
fn counted((number, noun): (usize, &str)) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

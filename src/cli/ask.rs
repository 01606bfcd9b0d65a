//! `accords ask`: one answer, or an answer a line.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use jiff::civil::Date;
use serde::Serialize;

use super::{print, shipped};
use crate::answer::{Answer, Outcome, ask};
use crate::knowledge::Knowledge;
use crate::question::Question;

/// Answers a question from the knowledge, with its sources.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords ask \"When did Kazakhstan join?\"
  accords ask --json \"Did Sudan ratify?\"
  accords ask --as-of 2020-11-01 \"Which countries are members?\"
  accords ask --json - < questions.txt     one question a line, one JSON object a line

Exit code: 0 answered, corrected or asked back; 1 no source; 2 wrong use.")]
pub(super) struct Args {
    /// Print one JSON object instead of text
    #[arg(long)]
    json: bool,
    /// The day on which the question is asked (default: the present day in UTC)
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Answer as things stood on this day
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// The question; `-` reads one a line from standard input; without it, on a terminal, a prompt opens
    question: Vec<String>,
}

/// An answer and the time that it took.
#[derive(Serialize)]
struct Timed<'a> {
    #[serde(flatten)]
    answer: &'a Answer,
    elapsed_us: u64,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let knowledge = shipped::knowledge()?;
    let today = args.today.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
    let asker = Asker { knowledge, today, as_of: args.as_of, json: args.json };
    let text = args.question.join(" ");
    if text == "-" {
        return asker.lines();
    }
    if args.question.is_empty() {
        anyhow::ensure!(
            std::io::stdin().is_terminal(),
            "there is no question; write it after `ask`, or `-` to read questions from standard input"
        );
        return asker.prompt();
    }
    let mut out = std::io::stdout().lock();
    let outcome = asker.one(&mut out, &text)?;
    Ok(ExitCode::from(u8::from(outcome == Outcome::Unknown)))
}

struct Asker {
    knowledge: Knowledge,
    today: Date,
    as_of: Option<Date>,
    json: bool,
}

impl Asker {
    /// An answer a line; a line that is not UTF-8 is read with its bad bytes replaced.
    fn lines(&self) -> anyhow::Result<ExitCode> {
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for line in std::io::stdin().lock().split(b'\n') {
            let line = line.context("cannot read standard input")?;
            self.one(&mut out, &String::from_utf8_lossy(&line))?;
            if !self.json {
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    /// Answers what is typed, line by line, until the input ends (Ctrl-D) or an empty line.
    fn prompt(&self) -> anyhow::Result<ExitCode> {
        let mut lines = std::io::stdin().lock().lines();
        let mut out = std::io::stdout().lock();
        writeln!(out, "Ask about the Abraham Accords; an empty line ends.")?;
        loop {
            write!(out, "\n> ")?;
            out.flush()?;
            match lines.next().transpose().context("cannot read standard input")? {
                Some(line) if !line.trim().is_empty() => drop(self.one(&mut out, &line)?),
                _ => return Ok(ExitCode::SUCCESS),
            }
        }
    }

    fn one(&self, out: &mut impl Write, text: &str) -> anyhow::Result<Outcome> {
        let start = Instant::now();
        let answer = ask(&self.knowledge, &Question { text, today: self.today, as_of: self.as_of, earlier: None });
        let elapsed_us = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        if self.json {
            writeln!(out, "{}", serde_json::to_string(&Timed { answer: &answer, elapsed_us })?)?;
        } else {
            write!(out, "{}", print::answer(&answer))?;
        }
        Ok(answer.outcome)
    }
}

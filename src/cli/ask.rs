//! `accords ask`: one answer, or an answer a line.

use std::io::{BufRead, IsTerminal, Write};
use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use jiff::civil::Date;
use serde::Serialize;

use super::print::{Look, Sources};
use super::{prompt, shipped};
use crate::answer::{Answer, Outcome, ask};
use crate::config::{History, TerminalConfig};
use crate::knowledge::Knowledge;
use crate::question::Question;

/// Answers a question from the knowledge, with its sources.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords ask \"When did Kazakhstan join?\"
  accords ask --json \"Did Sudan ratify?\"
  accords ask --as-of 2020-11-01 \"Which countries are members?\"
  accords ask --json - < questions.txt     one question a line, one JSON object a line
  accords ask                              a prompt: follow-ups, line editing, :help

The prompt keeps what is typed in its history, on this machine only: in
$XDG_STATE_HOME/accords/history (mostly ~/.local/state), or where
ACCORDS_HISTORY says; ACCORDS_HISTORY=off or --no-history keeps nothing.

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
    /// Keep nothing of what is typed at the prompt
    #[arg(long)]
    no_history: bool,
    /// The question; `-` reads one a line from standard input; without it, on a terminal, a prompt opens
    question: Vec<String>,
}

/// An answer and the time that it took.
#[derive(Serialize)]
pub(super) struct Timed {
    #[serde(flatten)]
    pub(super) answer: Answer,
    elapsed_us: u64,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let config = TerminalConfig::load()?;
    let knowledge = shipped::knowledge(config.knowledge.as_deref())?;
    let today = args.today.unwrap_or_else(|| jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date());
    let asker = Asker { knowledge, today, as_of: args.as_of, json: args.json };
    let text = args.question.join(" ");
    if text == "-" {
        return asker.lines();
    }
    if args.question.is_empty() {
        anyhow::ensure!(
            std::io::stdin().is_terminal() && std::io::stdout().is_terminal(),
            "there is no question; write it after `ask`, or `-` to read questions from standard input"
        );
        let history = if args.no_history { &History::Off } else { &config.history };
        return prompt::run(&asker, history);
    }
    let mut out = std::io::stdout().lock();
    let outcome = asker.one(&mut out, Look::of_stdout(), &text)?;
    Ok(ExitCode::from(u8::from(outcome == Outcome::Unknown)))
}

pub(super) struct Asker {
    pub(super) knowledge: Knowledge,
    today: Date,
    as_of: Option<Date>,
    json: bool,
}

impl Asker {
    /// An answer a line; a line that is not UTF-8 is read with its bad bytes replaced.
    fn lines(&self) -> anyhow::Result<ExitCode> {
        let look = Look::of_stdout();
        let mut out = std::io::BufWriter::new(std::io::stdout().lock());
        for line in std::io::stdin().lock().split(b'\n') {
            let line = line.context("cannot read standard input")?;
            self.one(&mut out, look, &String::from_utf8_lossy(&line))?;
            if !self.json {
                writeln!(out)?;
            }
        }
        out.flush()?;
        Ok(ExitCode::SUCCESS)
    }

    fn one(&self, out: &mut impl Write, look: Look, text: &str) -> anyhow::Result<Outcome> {
        let timed = self.answer(text, None);
        out.write_all(self.text(&timed, look, Sources::Full)?.as_bytes())?;
        Ok(timed.answer.outcome)
    }

    /// The answer to a question, which may lean on an earlier one.
    pub(super) fn answer(&self, text: &str, earlier: Option<&str>) -> Timed {
        let start = Instant::now();
        let question = Question { text, today: self.today, as_of: self.as_of, earlier };
        let answer = ask(&self.knowledge, &question);
        Timed { answer, elapsed_us: u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX) }
    }

    /// An answer as it is printed: a line of JSON, or text.
    pub(super) fn text(&self, timed: &Timed, look: Look, sources: Sources) -> anyhow::Result<String> {
        if self.json {
            return Ok(serde_json::to_string(timed)? + "\n");
        }
        Ok(look.answer(&timed.answer, sources))
    }
}

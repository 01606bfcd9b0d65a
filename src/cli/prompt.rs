//! The prompt of `accords ask`: questions one after another, with line editing, a history and follow-ups.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use etcetera::BaseStrategy;
use rustyline::error::ReadlineError;
use rustyline::{DefaultEditor, config};

use super::ask::Asker;
use super::print::{Look, Sources};
use crate::answer::{Answer, Outcome};
use crate::config::History;
use crate::question::follow_up;

/// How many questions the history keeps.
const HISTORY: usize = 1_000;

/// What stands before the line that is typed.
const SIGN: &str = "> ";

const WELCOME: &str = "Ask about the Abraham Accords. :help says how, Ctrl-D ends.";

const HELP: &str = "\
Type a question, and then others that lean on it: \"When did the UAE sign?\", \"and
Bahrain?\". A number asks one of the questions that were suggested.

  :sources   what the sources of the last answer say, and where
  :help      this text
  :quit      ends, as Ctrl-D does; Ctrl-C clears the line

Arrow keys edit the line and bring back earlier questions, Ctrl-R searches them.
A question that begins with a blank is not kept.
";

/// Reads and answers until the input ends.
///
/// # Errors
/// When the terminal cannot be read from or written to.
pub(super) fn run(asker: &Asker, history: &History) -> anyhow::Result<ExitCode> {
    let config = config::Config::builder()
        .max_history_size(HISTORY)
        .context("the history has a size")?
        .history_ignore_dups(true)
        .context("the history can leave out repetitions")?
        .history_ignore_space(true)
        .bell_style(config::BellStyle::None)
        .build();
    let editor = DefaultEditor::with_config(config).context("the terminal cannot be read from")?;
    let mut prompt = Prompt { asker, look: Look::of_stdout(), editor, history: None, earlier: None, last: None };
    print!("{}", prompt.look.note(WELCOME));
    if let Some(file) = file_of(history) {
        prompt.open_history(file);
    }
    prompt.converse()
}

/// The file of the history: in `$XDG_STATE_HOME`, or where the platform keeps such things; none if it has no such place.
fn file_of(history: &History) -> Option<PathBuf> {
    match history {
        History::Off => None,
        History::File(file) => Some(file.clone()),
        History::Usual => {
            let folders = etcetera::base_strategy::choose_native_strategy().ok()?;
            let folder = folders.state_dir().unwrap_or_else(|| folders.data_dir());
            Some(folder.join(env!("CARGO_PKG_NAME")).join("history"))
        }
    }
}

/// What a line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Line<'a> {
    Nothing,
    Help,
    Sources,
    Quit,
    NoSuchCommand(&'a str),
    Suggestion(&'a str),
    Question(&'a str),
}

impl<'a> Line<'a> {
    fn read(line: &'a str, suggestions: &'a [String]) -> Self {
        let text = line.trim();
        match text {
            "" => Self::Nothing,
            ":help" | ":h" | ":?" => Self::Help,
            ":sources" | ":s" => Self::Sources,
            ":quit" | ":q" | ":exit" | "quit" | "exit" => Self::Quit,
            _ if text.starts_with(':') => Self::NoSuchCommand(text),
            _ => {
                let number = text.trim_end_matches('.').parse::<usize>().ok();
                match number.and_then(|number| suggestions.get(number.checked_sub(1)?)) {
                    Some(suggestion) => Self::Suggestion(suggestion),
                    None => Self::Question(text),
                }
            }
        }
    }
}

struct Prompt<'a> {
    asker: &'a Asker,
    look: Look,
    editor: DefaultEditor,
    /// Where questions are kept.
    history: Option<PathBuf>,
    /// The last question that got an answer, in words that need no earlier one.
    earlier: Option<String>,
    last: Option<Answer>,
}

impl Prompt<'_> {
    fn converse(&mut self) -> anyhow::Result<ExitCode> {
        let mut interrupted = false;
        loop {
            io::stdout().flush()?;
            match self.editor.readline(SIGN) {
                Ok(line) => {
                    interrupted = false;
                    if !self.obey(&line)? {
                        return Ok(ExitCode::SUCCESS);
                    }
                }
                // The line is gone, which is all that is asked for; twice means that somebody wants to leave.
                Err(ReadlineError::Interrupted) => {
                    if std::mem::replace(&mut interrupted, true) {
                        print!("{}", self.look.note("Ctrl-D or :quit ends."));
                    }
                }
                Err(ReadlineError::Eof) => return Ok(ExitCode::SUCCESS),
                Err(error) => return Err(error).context("the terminal cannot be read from"),
            }
        }
    }

    /// Does what the line asks for; false if that is to end.
    fn obey(&mut self, line: &str) -> anyhow::Result<bool> {
        let suggestions = self.last.as_ref().map(|answer| answer.suggestions.clone()).unwrap_or_default();
        let text = match Line::read(line, &suggestions) {
            Line::Nothing => String::new(),
            Line::Quit => return Ok(false),
            Line::Help => HELP.to_owned(),
            Line::Sources => self.sources(),
            Line::NoSuchCommand(name) => self.look.note(&format!("There is no {name}; :help lists the commands.")),
            Line::Suggestion(question) => {
                self.keep(question);
                self.look.note(question) + &self.answer(question, None)?
            }
            Line::Question(question) => {
                // With its leading blank, which keeps it out of the history.
                self.keep(line.trim_end());
                self.answer(question, self.earlier.clone().as_deref())?
            }
        };
        let mut out = io::stdout().lock();
        if !text.is_empty() {
            writeln!(out, "{}", text.trim())?;
        }
        writeln!(out)?;
        Ok(true)
    }

    fn answer(&mut self, question: &str, earlier: Option<&str>) -> anyhow::Result<String> {
        let mut timed = self.asker.answer(question, earlier);
        let mut earlier = earlier;
        if timed.answer.outcome == Outcome::Unknown && earlier.take().is_some() {
            // It leant on nothing: "who won the world cup" is no question on the country before.
            timed = self.asker.answer(question, None);
        }
        let text = self.asker.text(&timed, self.look, Sources::Short)?;
        if timed.answer.outcome != Outcome::Unknown {
            let whole = earlier.and_then(|earlier| follow_up(&self.asker.knowledge, earlier, question));
            self.earlier = Some(whole.unwrap_or_else(|| question.to_owned()));
        }
        self.last = Some(timed.answer);
        Ok(text)
    }

    fn sources(&self) -> String {
        let mut text = String::new();
        if let Some(answer) = &self.last {
            self.look.sources(&mut text, answer, Sources::Full);
        }
        if text.is_empty() { self.look.note("There is no answer with sources yet.") } else { text }
    }

    /// Reads the history, and keeps new questions there if that is possible.
    fn open_history(&mut self, file: PathBuf) {
        if let Err(error) = read_history(&mut self.editor, &file) {
            let text = format!("No history is kept: {} cannot be used ({error:#}).", file.display());
            print!("{}", self.look.note(&text));
        } else {
            self.history = Some(file);
        }
    }

    /// Keeps a question at once, so that nothing is lost if the terminal goes away.
    fn keep(&mut self, question: &str) {
        let added = self.editor.add_history_entry(question).unwrap_or(false);
        if let Some(file) = self.history.as_ref().filter(|_| added)
            && let Err(error) = self.editor.append_history(file)
        {
            let text = format!("The history {} cannot be written ({error}); it is off now.", file.display());
            print!("{}", self.look.note(&text));
            self.history = None;
        }
    }
}

/// Reads a history, in a folder that is made for this user alone if it is not there; rustyline makes the file so.
fn read_history(editor: &mut DefaultEditor, file: &Path) -> anyhow::Result<()> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_private(folder)?;
    }
    match editor.load_history(file) {
        Err(ReadlineError::Io(error)) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        read => Ok(read?),
    }
}

fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_command_a_number_or_a_question() {
        let suggestions = ["When did Bahrain sign?".to_owned(), "When did Sudan sign?".to_owned()];
        let read = |line| Line::read(line, &suggestions);
        assert_eq!(read("  "), Line::Nothing);
        assert_eq!([read(":help "), read(" :q"), read("exit")], [Line::Help, Line::Quit, Line::Quit]);
        assert_eq!(read(":sing"), Line::NoSuchCommand(":sing"));
        assert_eq!([read("2"), read("2. ")], [(); 2].map(|()| Line::Suggestion("When did Sudan sign?")));
        assert_eq!([read("0"), read("3"), read("2020")], ["0", "3", "2020"].map(Line::Question));
        assert_eq!(Line::read("1", &[]), Line::Question("1"));
    }

    #[test]
    fn help_fits_a_terminal() {
        assert!(HELP.lines().chain([WELCOME]).all(|line| line.chars().count() <= 80));
    }
}

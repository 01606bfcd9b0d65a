//! The prompt of `accords ask` on a real (pseudo) terminal: what people type, see and leave behind.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

/// How long an answer may take on a busy machine, in milliseconds.
const PATIENCE: u64 = 30_000;

/// Ends one exchange: the sign of the prompt, at the beginning of a line.
const SIGN: &str = "\r> ";

/// A folder of one test's own, empty.
fn home(name: &str) -> PathBuf {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("prompt").join(name);
    let _ = fs::remove_dir_all(&home);
    fs::create_dir_all(&home).expect("a folder can be made");
    home
}

fn history_of(home: &Path) -> PathBuf {
    home.join("state/accords/history")
}

/// The program on a terminal, at its prompt; `setting` is one more variable of its environment.
fn start(home: &Path, arguments: &[&str], setting: (&str, &str)) -> PtySession {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.arg("ask").args(["--today", "2026-07-01"]).args(arguments).env_clear().current_dir(home);
    command.env("HOME", home).env("XDG_STATE_HOME", home.join("state")).env("TERM", "xterm").env(setting.0, setting.1);
    let options = Options::new().timeout_ms(Some(PATIENCE)).strip_ansi_escape_codes(true);
    let mut session = spawn_with_options(command, options).expect("the program starts on a terminal");
    let welcome = session.exp_string(SIGN).expect("a prompt");
    assert!(welcome.contains("Ask about the Abraham Accords. :help says how, Ctrl-D ends."), "{welcome}");
    session
}

/// What is shown for a line, up to the next prompt.
fn say(session: &mut PtySession, line: &str) -> String {
    session.send_line(line).expect("the program reads");
    session.exp_string(&format!("{line}\r\n")).expect("the line is echoed");
    utf8(&session.exp_string(SIGN).unwrap_or_else(|error| panic!("{line}: {error}")))
}

/// The text of what was read, in which every byte is a character of its own.
fn utf8(read: &str) -> String {
    let bytes = read.chars().map(|c| u8::try_from(c).expect("a byte"));
    String::from_utf8(bytes.collect()).expect("all output is UTF-8")
}

/// Whether the program ends well after it was asked to.
fn ends(session: &mut PtySession) {
    session.exp_eof().expect("the program ends");
    let status = session.process().wait().expect("a status");
    assert!(format!("{status:?}").contains("Exited") && format!("{status:?}").contains(", 0)"), "{status:?}");
}

#[test]
fn a_question_leans_on_the_one_before() {
    let mut session = start(&home("follow-ups"), &[], ("LANG", "C.UTF-8"));
    let first = say(&mut session, "When did the UAE sign?");
    assert!(first.contains("15 September 2020") && first.contains("Sources:\r\n  [1] "), "{first}");
    let second = say(&mut session, "and Bahrain?");
    assert!(second.contains("Read as “When did") && second.contains("Bahrain"), "{second}");
    let third = say(&mut session, "and Morocco?");
    assert!(third.contains("22 December 2020"), "the follow-up of a follow-up: {third}");
    let unknown = say(&mut session, "who won the 2022 world cup");
    assert!(unknown.starts_with("I have no source for that."), "{unknown}");
    let again = say(&mut session, "and Sudan?");
    assert!(again.contains("6 January 2021"), "what got no answer is nothing to lean on: {again}");
    session.send_control('d').expect("the program reads");
    ends(&mut session);
}

#[test]
fn a_number_asks_what_was_suggested() {
    let mut session = start(&home("suggestions"), &[], ("LANG", "C.UTF-8"));
    let unknown = say(&mut session, "who won the 2022 world cup");
    let (_, list) = unknown.split_once("You could ask:\r\n").expect("suggestions");
    let second = list.lines().find_map(|line| line.strip_prefix("  2. ")).expect("a second one").trim();
    let answer = say(&mut session, "2");
    assert!(answer.starts_with(second) && answer.contains("[1]"), "{second} in {answer}");
    session.send_line(":quit").expect("the program reads");
    ends(&mut session);
}

#[test]
fn commands_help_and_show_sources() {
    let mut session = start(&home("commands"), &[], ("LANG", "C.UTF-8"));
    assert!(say(&mut session, ":sources").contains("There is no answer with sources yet."));
    let answer = say(&mut session, "When did Kazakhstan join?");
    assert!(!answer.contains("http"), "{answer}");
    let sources = say(&mut session, ":sources");
    assert!(sources.contains("[1]") && sources.contains("http") && sources.contains('“'), "{sources}");
    let help = say(&mut session, ":help");
    assert!([":sources", ":help", ":quit", "Ctrl-D", "Ctrl-C"].iter().all(|part| help.contains(part)), "{help}");
    assert!(say(&mut session, ":sing").contains("There is no :sing; :help lists the commands."));
    session.send_line(":quit").expect("the program reads");
    ends(&mut session);
}

#[test]
fn ctrl_c_clears_the_line_and_ctrl_d_ends() {
    let home = home("control");
    let mut session = start(&home, &[], ("LANG", "C.UTF-8"));
    session.send("who won the 2022 world cup").expect("the program reads");
    session.flush().expect("the program reads");
    session.exp_string("world cup").expect("an echo");
    session.send_control('c').expect("the program reads");
    session.exp_string(SIGN).expect("a new prompt");
    session.send_control('c').expect("the program reads");
    session.exp_string("Ctrl-D or :quit ends.").expect("a way out");
    session.exp_string(SIGN).expect("a new prompt");
    let answer = say(&mut session, "When did Bahrain sign?");
    assert!(answer.contains("15 September 2020"), "{answer}");
    session.send_control('d').expect("the program reads");
    ends(&mut session);
    let kept = fs::read_to_string(history_of(&home)).expect("a history");
    assert!(!kept.contains("world cup"), "what was cleared is not kept: {kept}");
}

#[test]
fn the_history_is_kept_for_the_next_time_and_for_this_user_alone() {
    let home = home("history");
    let mut session = start(&home, &[], ("LANG", "C.UTF-8"));
    say(&mut session, "When did Bahrain sign?");
    say(&mut session, ":help");
    session.send_line(" When did Sudan sign?").expect("the program reads");
    session.exp_string(SIGN).expect("an answer");
    session.send_control('d').expect("the program reads");
    ends(&mut session);
    let file = history_of(&home);
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&file), mode(file.parent().expect("a folder"))), (0o600, 0o700));
    let kept = fs::read_to_string(&file).expect("text");
    assert!(kept.contains("When did Bahrain sign?") && !kept.contains("Sudan") && !kept.contains(":help"), "{kept}");

    let mut session = start(&home, &[], ("LANG", "C.UTF-8"));
    session.send("\u{1b}[A").expect("the program reads");
    session.flush().expect("the program reads");
    session.exp_string("When did Bahrain sign?").expect("the arrow brings back the last question");
    session.send_line("").expect("the program reads");
    session.exp_string("15 September 2020").expect("an answer");
    session.exp_string(SIGN).expect("a prompt");
    session.send_control('d').expect("the program reads");
    ends(&mut session);
}

#[test]
fn nothing_is_kept_if_nobody_wants_it() {
    let table: [(&[&str], (&str, &str)); 2] = [(&["--no-history"], ("LANG", "C")), (&[], ("ACCORDS_HISTORY", "off"))];
    for (at, (arguments, setting)) in table.into_iter().enumerate() {
        let home = home(&format!("off-{at}"));
        let mut session = start(&home, arguments, setting);
        say(&mut session, "When did Bahrain sign?");
        session.send_control('d').expect("the program reads");
        ends(&mut session);
        assert_eq!(fs::read_dir(&home).expect("a folder").count(), 0, "{arguments:?} {setting:?}");
    }
}

#[test]
fn a_history_that_cannot_be_kept_is_no_reason_to_stop() {
    let home = home("unwritable");
    fs::write(home.join("state"), "a file where a folder should be").expect("a file can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.arg("ask").env_clear().current_dir(&home).env("TERM", "xterm").env("XDG_STATE_HOME", home.join("state"));
    let options = Options::new().timeout_ms(Some(PATIENCE)).strip_ansi_escape_codes(true);
    let mut session = spawn_with_options(command, options).expect("the program starts on a terminal");
    session.exp_string("No history is kept: ").expect("a word about it");
    session.exp_string(SIGN).expect("a prompt");
    assert!(say(&mut session, "When did Bahrain sign?").contains("15 September 2020"));
    session.send_control('d').expect("the program reads");
    ends(&mut session);
}

/// The raw bytes of one answer on a terminal.
fn raw(setting: Option<(&str, &str)>) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.args(["ask", "When did Bahrain sign?"]).env_clear().current_dir(home("colours")).env("TERM", "xterm");
    command.envs(setting);
    let options = Options::new().timeout_ms(Some(PATIENCE)).strip_ansi_escape_codes(false);
    spawn_with_options(command, options).expect("the program starts").exp_eof().expect("the program ends")
}

#[test]
fn colours_are_for_terminals_and_can_be_refused() {
    assert!(raw(None).contains("\u{1b}[36m[1]"), "{}", raw(None));
    assert!(!raw(Some(("NO_COLOR", "1"))).contains('\u{1b}'));
    assert!(!raw(Some(("TERM", "dumb"))).contains('\u{1b}'));
}

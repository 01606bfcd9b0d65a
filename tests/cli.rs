//! The real program at the command line: what it prints, what it ends with, what it says of errors.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

#[path = "cli/changes.rs"]
mod changes;

/// A day on which every test asks.
const TODAY: &str = "2026-07-01";

/// What design and readers rely on: the keys of `ask --json`.
const ANSWER_KEYS: [&str; 11] = [
    "outcome",
    "text",
    "sentences",
    "citations",
    "disagreements",
    "suggestions",
    "facts",
    "read_as",
    "as_of",
    "confidence",
    "elapsed_us",
];

/// Questions of every kind, answerable or not.
const QUESTIONS: [&str; 12] = [
    "When did Kazakhstan join?",
    "When were the accords signed?",
    "When did Saudi Arabia sign?",
    "who won the 2022 world cup",
    "Did Morroco sign?",
    "Which countries are in the Abraham Accords?",
    "Did Sudan ratify?",
    "What happened on 15 September 2020?",
    "Who is better, Israel or Bahrain?",
    "Will Oman join?",
    "Tell me everything about all of it",
    "",
];

/// The program with these arguments, in a folder without `.env` and with nothing in its environment.
fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_accords"));
    command.args(arguments).env_clear().current_dir(env!("CARGO_TARGET_TMPDIR")).stdin(Stdio::null());
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().expect("the program starts")
}

fn ask(question: &str) -> Value {
    let output = run(&["ask", "--json", "--today", TODAY, question]);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{question}: {error}: {output:?}"))
}

/// What the program prints for these lines on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = program(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    let input = input.to_owned();
    let writer = std::thread::spawn(move || pipe.write_all(&input));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("no panic").expect("the program reads all of its input");
    output
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("all output is UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("all output is UTF-8")
}

/// A folder of the tests' own with one file in it.
fn folder(name: &str, file: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).expect("a folder can be made");
    std::fs::write(folder.join(file), text).expect("a file can be written");
    folder
}

fn good_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/knowledge-good")
}

fn keys(object: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = object.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

fn list<'v>(object: &'v Value, key: &str) -> &'v [Value] {
    object[key].as_array().unwrap_or_else(|| panic!("`{key}` is a list: {object:#}"))
}

fn text<'v>(object: &'v Value, key: &str) -> &'v str {
    object[key].as_str().unwrap_or_else(|| panic!("`{key}` is a text: {object:#}"))
}

fn index(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|at| usize::try_from(at).ok())
}

/// Whether the value is a list of texts.
fn are_texts(value: &Value) -> bool {
    value.as_array().is_some_and(|items| items.iter().all(Value::is_string))
}

#[test]
fn an_answer_in_json_keeps_its_contract() {
    let mut outcomes = Vec::new();
    for question in QUESTIONS {
        let answer = ask(question);
        let mut expected = ANSWER_KEYS.to_vec();
        expected.sort_unstable();
        assert_eq!(keys(&answer), expected, "{question}");
        let outcome = text(&answer, "outcome").to_owned();
        assert!(["answered", "corrected", "ambiguous", "unknown"].contains(&outcome.as_str()), "{outcome}");
        assert!(["exact", "typed", "ranked"].contains(&text(&answer, "confidence")), "{answer:#}");
        assert!(answer["elapsed_us"].is_u64() && (answer["as_of"].is_string() || answer["as_of"].is_null()));
        assert!(are_texts(&answer["facts"]) && are_texts(&answer["suggestions"]), "{answer:#}");
        let said = text(&answer, "text");
        assert!(!said.is_empty() && said.chars().count() <= 1_200, "{question}: {}", said.chars().count());
        parts_keep_their_contract(&answer);
        let has_sources = matches!(outcome.as_str(), "answered" | "corrected");
        assert_eq!(has_sources, !list(&answer, "citations").is_empty(), "{answer:#}");
        assert_eq!(has_sources, !list(&answer, "facts").is_empty(), "{answer:#}");
        outcomes.push(outcome);
    }
    for outcome in ["answered", "corrected", "unknown"] {
        assert!(outcomes.iter().any(|seen| seen == outcome), "no question was {outcome}");
    }
}

/// Sentences, citations, disagreements and misspelt names, and that each index points to a citation.
fn parts_keep_their_contract(answer: &Value) {
    let citations = list(answer, "citations");
    let is_index = |value: &Value| index(value).is_some_and(|at| at < citations.len());
    for sentence in list(answer, "sentences") {
        assert_eq!(keys(sentence), ["citations", "facts", "text"]);
        assert!(!list(sentence, "citations").is_empty() && list(sentence, "citations").iter().all(is_index));
        assert!(!list(sentence, "facts").is_empty() && are_texts(&sentence["facts"]));
        assert!(text(answer, "text").contains(text(sentence, "text")));
    }
    for citation in citations {
        assert_eq!(keys(citation), ["date", "publisher", "snippet", "source", "title", "url", "verbatim"]);
        assert!(citation["verbatim"].is_boolean());
        assert!(["url", "date"].iter().all(|&key| citation[key].is_string() || citation[key].is_null()));
        assert!(["publisher", "snippet", "source", "title"].iter().all(|&key| !text(citation, key).is_empty()));
    }
    for other in list(answer, "disagreements") {
        assert_eq!(keys(other), ["citation", "reason", "value"]);
        assert!(is_index(&other["citation"]) && !text(other, "reason").is_empty() && !text(other, "value").is_empty());
    }
    for read in list(answer, "read_as") {
        assert_eq!(keys(read), ["name", "typed"]);
        assert!(!text(read, "name").is_empty() && !text(read, "typed").is_empty());
    }
}

#[test]
fn kazakhstan_is_on_the_announced_rung() {
    let answer = ask("When did Kazakhstan join?");
    let said = text(&answer, "text");
    assert!(said.contains("6 November 2025") && said.contains("announced"), "{said}");
    assert!(said.contains("No source") && said.contains("a signature by Kazakhstan"), "{said}");
    let sources: Vec<&str> = list(&answer, "citations").iter().map(|citation| text(citation, "source")).collect();
    for article in ["news-2025-11-07-kazakhstan-momentum", "tps-il-2025-11-07-kazakhstan"] {
        assert!(sources.contains(&article), "{sources:?}");
    }
}

#[test]
fn the_day_of_the_signing_is_disputed_by_one() {
    let answer = ask("When were the accords signed?");
    assert!(text(&answer, "text").contains("15 September 2020"), "{answer:#}");
    let other = list(&answer, "disagreements").iter().find(|other| other["value"] == "April 2020");
    let at = other.and_then(|other| index(&other["citation"])).unwrap_or_else(|| panic!("{answer:#}"));
    assert_eq!(answer["citations"][at]["publisher"], "TPS-IL");
}

#[test]
fn a_signature_that_never_was_is_corrected() {
    let answer = ask("When did Saudi Arabia sign?");
    assert_eq!(answer["outcome"], "corrected");
    assert!(text(&answer, "text").contains("Saudi Arabia had not joined"), "{answer:#}");
}

#[test]
fn another_subject_gets_no_answer_and_no_sources() {
    let answer = ask("who won the 2022 world cup");
    assert_eq!((&answer["outcome"], &answer["text"]), (&"unknown".into(), &"I have no source for that.".into()));
    let shown = run(&["ask", "who won the 2022 world cup"]);
    assert!(stdout(&shown).starts_with("I have no source for that.\n"), "{shown:?}");
    assert!(!stdout(&shown).contains("Sources:") && !stdout(&shown).contains("[1]"), "{shown:?}");
}

#[test]
fn one_misspelling_is_read_and_told() {
    let answer = ask("When did Kazakstahn join?");
    assert_eq!(answer["read_as"][0]["name"], "Kazakhstan", "{answer:#}");
    let shown = run(&["ask", "When did Kazakstahn join?"]);
    assert!(stdout(&shown).starts_with("Read as Kazakhstan.\n"), "{shown:?}");
}

#[test]
fn text_is_wrapped_and_numbers_its_sources() {
    let shown = run(&["ask", "When did Kazakhstan join?"]);
    let said = stdout(&shown);
    for line in said.lines() {
        assert!(line.chars().count() <= 80 || line.trim_start().starts_with("http"), "{line}");
    }
    assert!(said.contains("[1]") && said.contains("\nSources:\n  [1] "), "{said}");
    assert!(said.contains("\nThe knowledge on this reaches up to "), "{said}");
}

#[test]
fn every_line_of_any_bytes_gets_a_line() {
    let long = "When did Bahrain sign? ".repeat(5_000);
    let mut input = b"When did Bahrain sign?\r\n\xff\xfe\x00\x1b[2J\n\n\xed\xa0\x80 signed\n".to_vec();
    input.extend(long.as_bytes());
    input.extend(b"\nlast, without an end of line: when did Bahrain sign?");
    let output = fed(&["ask", "--json", "--today", TODAY, "-"], &input);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let answers: Vec<Value> =
        stdout(&output).lines().map(|line| serde_json::from_str(line).expect("one object a line")).collect();
    assert_eq!(answers.len(), 6);
    assert!(answers.iter().all(|answer| text(answer, "text").chars().count() <= 1_200));
    assert_eq!(answers[0]["text"], ask("When did Bahrain sign?")["text"]);
    assert_eq!([&answers[1]["outcome"], &answers[2]["outcome"]], ["unknown", "unknown"]);
    assert_eq!(fed(&["ask", "--json", "-"], b"").stdout, b"", "no line, no answer");
}

#[test]
fn the_same_question_gives_the_same_bytes() {
    let input = QUESTIONS.join("\n");
    let json = || {
        let output = fed(&["ask", "--json", "--today", TODAY, "-"], input.as_bytes());
        // How long it took is the last value of each object, and the only one that may differ.
        let without_time = |line: &str| line.split_once(r#","elapsed_us":"#).expect("the time is there").0.to_owned();
        stdout(&output).lines().map(without_time).collect::<Vec<_>>()
    };
    let first = json();
    for _ in 1..10 {
        assert_eq!(json(), first);
    }
    let shown = || fed(&["ask", "--today", TODAY, "-"], input.as_bytes()).stdout;
    assert!(shown() == shown());
}

#[test]
fn exit_codes_tell_fine_from_negative_from_wrong() {
    let bad = folder("findings", "names.toml", "[[entity]]\nid = \"x\"\nkind = \"planet\"\nname = \"X\"\n");
    let bad = bad.to_str().expect("a plain path");
    let good = good_folder();
    let good = good.to_str().expect("a plain path");
    let table: [(&[&str], i32); 27] = [
        (&["ask", "When did Bahrain sign?"], 0),
        (&["ask", "When did Saudi Arabia sign?"], 0),
        (&["ask", "who won the 2022 world cup"], 1),
        (&["ask", "--json", "who won the 2022 world cup"], 1),
        (&["ask", "--today", "2026-02-30", "x"], 2),
        (&["ask", "--as-of", "soon", "x"], 2),
        (&["on-this-day", "--date", "2026-09-15"], 0),
        (&["on-this-day", "--date", "2026-02-29"], 2),
        (&["check"], 0),
        (&["check", good], 0),
        (&["check", bad], 1),
        (&["check", bad, "--json"], 1),
        (&["check", "/no/such/folder"], 2),
        (&["check", good, "--sources", "/no/such/folder"], 2),
        (&["export", "csv"], 0),
        (&["export", "json", "-"], 0),
        (&["export", "yaml"], 2),
        (&["export"], 2),
        (&["export", "json", "/no/such/folder/accords.json"], 2),
        (&["commands"], 0),
        (&["changes", "built-in", "built-in"], 0),
        (&["changes", "built-in"], 2),
        (&["changes", "built-in", "/no/such/folder"], 2),
        (&["changes", "built-in", "built-in", "--questions", "/no/such/file"], 2),
        (&["--help"], 0),
        (&["register"], 2),
        (&["sing"], 2),
    ];
    for (arguments, code) in table {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {output:?}");
        assert_eq!(stderr(&output).is_empty(), code != 2, "only wrong use has a message: {arguments:?}: {output:?}");
        assert_eq!(stdout(&output).is_empty(), code == 2, "{arguments:?}: {output:?}");
    }
}

#[test]
fn errors_name_the_cause_and_the_mend() {
    let empty = folder("empty", "notes.txt", "");
    let broken = folder("broken", "a.toml", "x = [\n");
    let (empty, broken) = (empty.to_str().expect("a plain path"), broken.to_str().expect("a plain path"));
    // Arguments, a variable of the environment, and what the message says.
    let table: [(&[&str], [&str; 2], &[&str]); 6] = [
        (&[], ["DISCORD_TOKEN", ""], &["DISCORD_TOKEN is not set", "Reset Token", ".env"]),
        (&[], ["ACCORDS_SHARDS", "many"], &["ACCORDS_SHARDS is `many`", "leave it unset for all"]),
        (&["check", "/no/such/folder"], ["", ""], &["cannot read /no/such/folder", "give a folder of .toml files"]),
        (&["check", empty], ["", ""], &["no .toml file in", "give a knowledge folder"]),
        (
            &["ask", "x"],
            ["ACCORDS_KNOWLEDGE", "/no/such/folder"],
            &["ACCORDS_KNOWLEDGE is `/no/such/folder`", "set it to a folder of knowledge files"],
        ),
        (
            &["on-this-day"],
            ["ACCORDS_KNOWLEDGE", broken],
            &["ACCORDS_KNOWLEDGE", "a.toml:1:", "[toml]", "`accords check DIR`"],
        ),
    ];
    for (arguments, [variable, value], parts) in table {
        let mut command = program(arguments);
        if !variable.is_empty() {
            command.env(variable, value);
        }
        let output = command.output().expect("the program starts");
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{arguments:?}");
        let said = stderr(&output);
        assert!(said.starts_with("accords: "), "{said}");
        assert!(parts.iter().all(|part| said.contains(part)), "{parts:?} in {said}");
    }
}

#[test]
fn another_folder_of_knowledge_is_served() {
    let output = program(&["ask", "When did Bahrain sign?"])
        .env("ACCORDS_KNOWLEDGE", good_folder())
        .output()
        .expect("the program starts");
    let said = stdout(&output);
    assert!(said.starts_with("On 15 September 2020 Bahrain and Israel signed the declaration. [1]\n"), "{output:?}");
    assert!(said.contains("August 2020 [2]. The text bears the day in September."), "{said}");
}

#[test]
fn the_environment_file_is_read_as_by_the_bot() {
    let setting = format!("ACCORDS_KNOWLEDGE={}\nACCORDS_SHARDS=many\n", good_folder().display());
    let here = folder("environment", ".env", &setting);
    let ask = |variable: &str, value: &str| {
        let mut command = program(&["ask", "--today", TODAY, "When did Bahrain sign?"]);
        command.current_dir(&here).env(variable, value).output().expect("the program starts")
    };
    let output = ask("LANG", "C");
    assert!(
        stdout(&output).starts_with("On 15 September 2020 Bahrain and Israel signed the declaration."),
        "{output:?}"
    );
    let output = ask("ACCORDS_KNOWLEDGE", "/no/such/folder");
    assert!(stderr(&output).contains("ACCORDS_KNOWLEDGE is `/no/such/folder`"), "the environment wins: {output:?}");
    let output = program(&["export", "json"]).current_dir(&here).output().expect("the program starts");
    assert_eq!(
        serde_json::from_slice::<Value>(&output.stdout).expect("JSON")["facts"].as_array().map(Vec::len),
        Some(5)
    );
    let broken = folder("broken-environment", ".env", "a secret without a name\n");
    let output = program(&["on-this-day"]).current_dir(broken).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains(".env cannot be read") && !stderr(&output).contains("secret"), "{output:?}");
}

#[test]
fn exact_words_are_proven_against_texts() {
    let good = good_folder();
    let good = good.to_str().expect("a plain path");
    let texts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/texts");
    let clean = run(&["check", good, "--sources", texts.to_str().expect("a plain path")]);
    assert_eq!(stdout(&clean), "4 files, 5 facts, 1 source text, 1 exact snippet, 0 findings\n");
    let other = folder("other-text", "gazette.txt", "Done at Washington on a day of September 2020.");
    let shown = run(&["check", good, "--sources", other.to_str().expect("a plain path")]);
    assert_eq!(shown.status.code(), Some(1));
    assert!(stdout(&shown).starts_with("facts/bahrain.toml:24:11: [verbatim-text] these words do not"), "{shown:?}");
    let empty = folder("no-text", "notes.txt", "");
    let shown = run(&["check", good, "--sources", empty.to_str().expect("a plain path")]);
    assert!(stdout(&shown).starts_with("sources.toml:9:8: [source-text] the folder of texts has no"), "{shown:?}");
    let wrong = run(&["check", good, "--sources", "/no/such/folder"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(stderr(&wrong).contains("cannot read /no/such/folder") && stderr(&wrong).contains("text files in UTF-8"));
}

#[test]
fn findings_have_a_place_and_a_mend() {
    let bad = folder("planet", "names.toml", "[[entity]]\nid = \"x\"\nkind = \"planet\"\nname = \"X\"\n");
    let bad = bad.to_str().expect("a plain path");
    let shown = run(&["check", bad]);
    assert!(stdout(&shown).starts_with("names.toml:3:8: [known-word] `planet` is not"), "{shown:?}");
    assert!(stdout(&shown).ends_with("1 file, 0 facts, 1 finding\n"), "{shown:?}");
    let json: Value = serde_json::from_slice(&run(&["check", bad, "--json"]).stdout).expect("JSON");
    assert_eq!(keys(&json[0]), ["check", "column", "file", "line", "mend", "message"]);
    assert_eq!((&json[0]["line"], &json[0]["column"]), (&3.into(), &8.into()));
    assert_eq!(run(&["check", "--json"]).stdout, b"[]\n");
}

#[test]
fn a_day_of_the_year_is_told() {
    let shown = run(&["on-this-day", "--date", "2026-09-15"]);
    assert!(stdout(&shown).contains("On 15 September 2020") && stdout(&shown).contains("[1]"), "{shown:?}");
    let json: Value =
        serde_json::from_slice(&run(&["on-this-day", "--date", "2026-09-15", "--json"]).stdout).expect("JSON");
    assert_eq!(json["outcome"], "answered");
    parts_keep_their_contract(&json);
    let fact = list(&json, "facts").first().expect("a fact");
    let same = run(&["on-this-day", "--date", "1999-09-15", "--json"]);
    assert_eq!(
        serde_json::from_slice::<Value>(&same.stdout).expect("JSON")["facts"][0],
        *fact,
        "the year is no matter"
    );
}

#[test]
fn commands_are_what_discord_is_told() {
    let json: Value = serde_json::from_slice(&run(&["commands", "--json"]).stdout).expect("JSON");
    let names: Vec<&str> = json.as_array().expect("a list").iter().map(|command| text(command, "name")).collect();
    assert_eq!((names.len(), names[0], names[names.len() - 1]), (17, "ask", "Check this claim"));
    let shown = run(&["commands"]);
    let is_shown =
        |name: &&str| [format!("/{name}"), format!("\"{name}\"")].iter().any(|it| stdout(&shown).contains(it));
    assert!(names.iter().all(is_shown), "{shown:?}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let table: [&[&str]; 9] = [
        &["ask", "When did Bahrain sign?"],
        &["ask", "--json", "When did Bahrain sign?"],
        &["on-this-day", "--date", "2026-09-15"],
        &["check"],
        &["check", "--json"],
        &["commands"],
        &["commands", "--json"],
        &["export", "json"],
        &["export", "csv"],
    ];
    for arguments in table {
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        let output = program(arguments).stdout(writer).stderr(Stdio::piped()).output().expect("the program starts");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{arguments:?}");
    }
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).expect("a README");
    let (_, example) = readme.split_once("\n$ accords ask \"").expect("the README shows an answer");
    let (question, example) = example.split_once("\"\n").expect("the question ends with its line");
    let (shown, _) = example.split_once("```").expect("the block ends");
    assert_eq!(stdout(&run(&["ask", "--today", TODAY, question])), shown, "put the answer as it is now into README.md");
}

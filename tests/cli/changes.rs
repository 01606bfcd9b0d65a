//! `accords changes`: what a new knowledge changes of an old one.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{TODAY, fed, good_folder, run, stderr, stdout, text};

/// The good folder with some words replaced, each of which must be there; `""` before the others' names adds at the end.
fn edition(name: &str, replacements: &[(&str, &str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(folder.join("facts")).expect("a folder can be made");
    for file in ["facts/bahrain.toml", "language.toml", "names.toml", "sources.toml"] {
        fs::copy(good_folder().join(file), folder.join(file)).expect("a file can be copied");
    }
    for (file, from, to) in replacements {
        let path = folder.join(file);
        let before = fs::read_to_string(&path).expect("the file is there");
        assert!(before.contains(from), "{file} has {from:?}");
        fs::write(&path, before.replace(from, to)).expect("it can be written");
    }
    folder
}

const FACTS: &str = "facts/bahrain.toml";
const LATER: [(&str, &str, &str); 3] = [
    (FACTS, "2020-09-15", "2020-09-16"),
    (FACTS, "15 September", "16 September"),
    (FACTS, "on the fifteenth", "on the sixteenth"),
];

/// What `changes --json` says of two folders, and its exit code.
fn changes(old: &Path, new: &Path) -> (Value, i32) {
    let (old, new) = (old.to_str().expect("plain text"), new.to_str().expect("plain text"));
    let output = run(&["changes", old, new, "--json", "--today", TODAY]);
    let value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    (value, output.status.code().expect("a code"))
}

fn ids(list: &Value) -> Vec<&str> {
    list.as_array().expect("a list").iter().map(|it| text(it, "id")).collect()
}

#[test]
fn a_corrected_date_is_shown_in_the_fact_and_in_the_answers() {
    let (found, code) = changes(&good_folder(), &edition("later", &LATER));
    assert_eq!(code, 1);
    assert_eq!(ids(&found["facts"]["corrected"]), ["signing", "signing-report"]);
    let fields = &found["facts"]["corrected"][0]["fields"];
    let field = |name: &str| fields.as_array().expect("a list").iter().find(|it| it["field"] == name).expect(name);
    assert_eq!(field("date"), &json!({"field": "date", "old": ["2020-09-15"], "new": ["2020-09-16"]}));
    assert!(field("rank")["new"][0].as_str().is_some_and(|it| it.starts_with("preferred as 16 September 2020")));
    assert!(field("references")["new"][0].as_str().is_some_and(|it| it.contains("on the sixteenth")));
    let answers = found["answers"]["changed"].as_array().expect("a list");
    let of = |question: &str| {
        let has = |turn: &&Value| turn["questions"].as_array().expect("a list").iter().any(|it| it == question);
        answers.iter().find(has).unwrap_or_else(|| panic!("{question} in {answers:#?}"))
    };
    let turn = of("when did Bahrain sign");
    assert_eq!(turn["kind"], "corrected");
    assert!(turn["old"]["sentences"][0].as_str().is_some_and(|it| it.contains("15 September 2020")), "{turn:#}");
    assert!(turn["new"]["sentences"][0].as_str().is_some_and(|it| it.contains("16 September 2020")), "{turn:#}");
}

#[test]
fn what_is_removed_added_or_supported_otherwise_is_told_apart() {
    let visit = "[[fact]]\nid = \"visit-two\"\nkind = \"event\"\nabout = [\"bahrain\"]\ndate = \"2021-06\"\ntext = \"A second \
                 visit followed in June 2021.\"\nasks = [\"when was the second visit\"]\n[[fact.reference]]\nsource = \
                 \"courier\"\nsnippet = \"The Courier gives the month.\"\n\n[[disagreement]]\nid = \"day-of";
    let added = edition("added", &[(FACTS, "[[disagreement]]\nid = \"day-of", visit)]);
    let (found, _) = changes(&good_folder(), &added);
    assert_eq!((ids(&found["facts"]["added"]), ids(&found["facts"]["corrected"])), (vec!["visit-two"], vec![]));
    let (found, _) = changes(&added, &good_folder());
    assert_eq!(ids(&found["facts"]["removed"]), ["visit-two"]);
    assert_eq!(text(&found["facts"]["removed"][0], "text"), "A second visit followed in June 2021.");

    let supported = edition("supported", &[(FACTS, "The Courier gives the four days.", "It gives the days.")]);
    let (found, _) = changes(&good_folder(), &supported);
    assert_eq!((ids(&found["facts"]["changed"]), ids(&found["facts"]["corrected"])), (vec!["visit"], vec![]));
    assert_eq!(found["facts"]["changed"][0]["fields"][0]["field"], "references");
    assert!(found["answers"]["changed"].as_array().is_some_and(|it| it.iter().all(|turn| turn["kind"] == "supported")));

    let renamed = edition("renamed", &[("sources.toml", "A look back", "Looking back")]);
    let (found, _) = changes(&good_folder(), &renamed);
    assert_eq!(found["others"][0]["what"], "sources");
    assert_eq!(ids(&found["others"][0]["differences"]["changed"]), ["courier"]);
}

#[test]
fn the_same_is_the_same_and_the_built_in_one_has_a_name() {
    let (found, code) = changes(&good_folder(), &edition("same", &[]));
    assert_eq!((code, &found["answers"]["changed"]), (0, &json!([])));
    let output = run(&["changes", "built-in", "built-in"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(stdout(&output).starts_with("Nothing changes"), "{output:?}");
}

#[test]
fn people_read_it_in_eighty_columns_with_corrections_first() {
    let (old, new) = (good_folder(), edition("shown", &LATER));
    let (old, new) = (old.to_str().expect("plain text"), new.to_str().expect("plain text"));
    let output = run(&["changes", old, new, "--today", TODAY]);
    let shown = stdout(&output);
    assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
    let places = ["2 corrected", "CORRECTED signing\n", "date: 2020-09-15 -> 2020-09-16", "ANSWER CORRECTED"]
        .map(|part| shown.find(part).unwrap_or_else(|| panic!("{part} is not in {shown}")));
    assert!(places.is_sorted(), "{shown}");
    assert!(shown.contains("  - On 15 September 2020") && shown.contains("  + On 16 September 2020"), "{shown}");
}

#[test]
fn questions_of_a_file_and_of_standard_input_are_asked_too() {
    let (old, new) = (good_folder(), edition("asked", &LATER));
    let (old, new) = (old.to_str().expect("plain text"), new.to_str().expect("plain text"));
    let arguments = ["changes", old, new, "--json", "--questions", "-"];
    let question = "so on what day was it that Bahrain signed";
    let output = fed(&arguments, format!("{question}\n\n{question}\n\u{FF}x\n").as_bytes());
    let found: Value = serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let turns = found["answers"]["changed"].to_string();
    assert_eq!(turns.matches(question).count(), 1, "each question is asked once: {turns}");
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("asked.txt");
    fs::write(&file, question).expect("it can be written");
    let file = file.to_str().expect("plain text");
    let output = run(&["changes", old, new, "--json", "--questions", file]);
    assert!(stdout(&output).contains(question), "{output:?}");
}

#[test]
fn a_folder_with_findings_is_not_compared() {
    let broken = edition("broken-edition", &[(FACTS, "2020-09-15", "2020-09-31")]);
    let (old, new) = (good_folder(), broken);
    let output = run(&["changes", old.to_str().expect("plain text"), new.to_str().expect("plain text")]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""));
    let said = stderr(&output);
    assert!(said.contains("broken-edition cannot be used") && said.contains("bahrain.toml:11:8"), "{said}");
}

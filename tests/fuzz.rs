//! The targets of `fuzz/` on their seeds, on bytes at random, and on seeds that were changed in some places.
//!
//! A fuzzer goes further with the same functions; this finds what is near.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestError, TestRunner};
use serde_json::{Value, json};

use targets::TARGETS;

#[path = "../fuzz/targets.rs"]
mod targets;

/// Inputs at random for each target.
const AT_RANDOM: u32 = 100;
/// Changed seeds for each target.
const CHANGED: u32 = 300;

/// What is put into a seed: what parsers stumble over.
const ODD: [&str; 32] = [
    "",
    "\0",
    "\n",
    "\r\n",
    "\"",
    "'''",
    "[[",
    "]]",
    "{",
    "}",
    "\\u0000",
    "\\ud800",
    "\u{FEFF}",
    "\u{202E}",
    "\u{200B}",
    "e\u{301}",
    "İ",
    "ﷺ",
    "𝟚𝟘𝟚𝟘",
    "-",
    "--",
    "0",
    "-1",
    "99999999999999999999",
    "1e999",
    "2020-02-30",
    "29 February",
    "and Bahrain?",
    "@everyone",
    "](https://evil.example)",
    "true",
    "null",
];

/// The seeds of a target.
fn seeds(name: &str) -> &'static [Vec<u8>] {
    static SEEDS: OnceLock<Vec<(String, Vec<Vec<u8>>)>> = OnceLock::new();
    let all = SEEDS.get_or_init(|| {
        TARGETS.iter().map(|(name, _)| ((*name).to_owned(), files(&folder().join("seeds").join(name)))).collect()
    });
    &all.iter().find(|(of, _)| of == name).expect("a target").1
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

fn files(folder: &Path) -> Vec<Vec<u8>> {
    let entries = folder.read_dir().unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).expect("a file that can be read")).collect()
}

/// Runs a target; a fault is a panic, and proptest makes the input smaller.
fn find_faults(name: &str, cases: u32, inputs: impl Strategy<Value = Vec<u8>>) {
    let (_, target) = TARGETS.iter().find(|(of, _)| *of == name).expect("a target");
    let mut runner = TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() });
    let outcome = runner.run(&inputs, |input| {
        std::panic::catch_unwind(|| target(&input)).map_err(|_| TestCaseError::fail("it panicked"))
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(_, input)) => panic!("{name} fails on {:?}", String::from_utf8_lossy(&input)),
        Err(TestError::Abort(why)) => panic!("{name}: {why}"),
    }
}

/// A place in an input, as a part of its length.
type At = prop::sample::Index;

/// A seed with some bytes taken out and odd ones put in, here and there.
fn changed(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let seeds = seeds(name);
    let put = prop_oneof![
        3 => prop::sample::select(ODD.to_vec()).prop_map(|odd| odd.as_bytes().to_vec()),
        2 => vec(any::<u8>(), 1..4),
        // A piece of another seed.
        1 => (prop::sample::select(seeds), any::<(At, At)>()).prop_map(|(seed, (from, to))| {
            let (from, to) = (from.index(seed.len() + 1), to.index(seed.len() + 1));
            seed[from.min(to)..from.max(to)].to_vec()
        }),
    ];
    (prop::sample::select(seeds), vec((any::<At>(), 0_usize..12, put), 1..5)).prop_map(|(mut seed, changes)| {
        for (at, out, put) in changes {
            let at = at.index(seed.len() + 1);
            let end = (at + out).min(seed.len());
            seed.splice(at..end, put);
        }
        seed
    })
}

/// A seed of JSON in which some values are others now, or are not there.
fn other_values(name: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![
        Just(None),
        Just(Some(Value::Null)),
        any::<bool>().prop_map(|value| Some(json!(value))),
        any::<i64>().prop_map(|value| Some(json!(value))),
        any::<f64>().prop_map(|value| Some(json!(value))),
        Just(Some(json!([]))),
        Just(Some(json!({}))),
        Just(Some(json!([{"name": "x", "type": 3, "value": {}}]))),
        prop::sample::select(ODD.to_vec()).prop_map(|odd| Some(json!(odd))),
        any::<u64>().prop_map(|id| Some(json!(id.to_string()))),
        "\\PC{0,200}".prop_map(|text| Some(json!(text))),
        "1:(open|cite|wrong|calendar|page\\.[0-9]{1,6}|sources\\.[0-9]{1,6}):[flmcntesy]\\.[-_A-Za-z0-9.]{0,30}"
            .prop_map(|id| Some(json!(id))),
        (1_u64..13).prop_map(|kind| Some(json!(kind))),
    ];
    (prop::sample::select(seeds(name)), vec((any::<At>(), value), 1..5)).prop_map(|(seed, changes)| {
        let mut seed: Value = serde_json::from_slice(&seed).expect("the seed is JSON");
        for (at, value) in changes {
            let mut places = Vec::new();
            collect(&seed, "", &mut places);
            let Some(place) = places.get(at.index(places.len().max(1))) else { continue };
            let (parent, key) = place.rsplit_once('/').expect("a place below the top");
            let parent = seed.pointer_mut(parent).expect("it was just found");
            match (value, parent) {
                (Some(value), parent) => *parent.pointer_mut(&format!("/{key}")).expect("it was just found") = value,
                (None, Value::Object(map)) => drop(map.remove(key)),
                (None, Value::Array(list)) => drop(list.remove(key.parse().expect("a number"))),
                (None, _) => {}
            }
        }
        seed.to_string().into_bytes()
    })
}

/// The places of all values below the top.
fn collect(value: &Value, place: &str, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (key.clone(), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, value)| (at.to_string(), value)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in below {
        let place = format!("{place}/{key}");
        places.push(place.clone());
        collect(value, &place, places);
    }
}

#[test]
fn every_target_passes_its_seeds_and_has_a_binary() {
    let manifest = std::fs::read_to_string(folder().join("Cargo.toml")).expect("the manifest");
    for (name, target) in TARGETS {
        assert!(!seeds(name).is_empty(), "{name} has seeds");
        for seed in seeds(name) {
            target(seed);
        }
        let binary = std::fs::read_to_string(folder().join(format!("fuzz_targets/{name}.rs"))).expect("a binary");
        assert!(binary.contains(&format!("targets::{name}(data)")), "{name} is run by its binary");
        assert!(manifest.contains(&format!("name = \"{name}\"\npath = \"fuzz_targets/{name}.rs\"")), "{name}");
    }
    assert_eq!(manifest.matches("[[bin]]").count(), TARGETS.len(), "no binary without a target");
}

#[test]
fn the_seeds_reach_what_they_are_for() {
    // A seed that is refused at the door would exercise nothing behind it.
    for seed in seeds("interaction") {
        let (status, _, answer) = targets::answer_to(seed);
        let (seed, answer) = (String::from_utf8_lossy(seed), String::from_utf8_lossy(&answer));
        assert_eq!(status.as_u16(), 200, "{seed}");
        assert!(!answer.contains("could not read") && !answer.contains("does not know that"), "{seed}: {answer}");
    }
    let is_answered = |text: &str| {
        let knowledge = accords::knowledge::Knowledge::embedded().expect("the knowledge");
        let question = accords::question::Question::new(text, jiff::civil::date(2026, 7, 1));
        accords::answer::ask(&knowledge, &question).outcome == accords::answer::Outcome::Answered
    };
    let questions = seeds("question").iter().filter(|seed| is_answered(&String::from_utf8_lossy(seed))).count();
    assert!(questions >= 5, "{questions} of the questions are answered");
}

/// Inputs on which a target once failed.
#[test]
fn what_was_found_before() {
    let (_, interaction) = TARGETS.iter().find(|(of, _)| *of == "interaction").expect("a target");
    // Half of a pair of surrogates in a field that nobody reads: JSON, but no text.
    let seed = seeds("interaction").iter().find(|seed| seed.starts_with(b"{")).expect("a seed is an object");
    let half = [br#"{"nobody_reads_this":"\ud800","#, &seed[1..]].concat();
    assert!(serde_json::from_slice::<Value>(&half).is_err(), "it is no text");
    interaction(&half);
    // A list of which the first field is that of a ping.
    interaction(b"[1]");
    let (_, dates) = TARGETS.iter().find(|(of, _)| *of == "dates").expect("a target");
    // A day that shares its month with another one, which has fewer days.
    dates(b"31-08 June");
}

#[test]
fn any_bytes() {
    for (name, _) in TARGETS {
        find_faults(name, AT_RANDOM, vec(any::<u8>(), 0..300));
    }
}

#[test]
fn any_text() {
    for (name, _) in TARGETS {
        find_faults(name, AT_RANDOM, "\\PC{0,200}".prop_map(String::into_bytes));
    }
}

#[test]
fn changed_questions() {
    find_faults("question", CHANGED, changed("question"));
}

#[test]
fn changed_knowledge() {
    find_faults("knowledge", CHANGED, changed("knowledge"));
}

#[test]
fn changed_interactions() {
    find_faults("interaction", CHANGED, changed("interaction"));
}

#[test]
fn interactions_with_other_values() {
    find_faults("interaction", 2 * CHANGED, other_values("interaction"));
}

#[test]
fn changed_signatures() {
    find_faults("signature", CHANGED, changed("signature"));
}

#[test]
fn changed_dates() {
    find_faults("dates", 4 * CHANGED, changed("dates"));
}

#[test]
#[ignore = "the same at length; takes ten minutes"]
fn very_many_of_all() {
    for (name, _) in TARGETS {
        find_faults(name, 50 * AT_RANDOM, vec(any::<u8>(), 0..300));
        find_faults(name, 100 * CHANGED, changed(name));
    }
    find_faults("interaction", 100 * CHANGED, other_values("interaction"));
}

//! Every named check fires on a folder that breaks its rule and on that alone, at the place of the fault.
//!
//! The broken folders are made from the good one, `tests/fixtures/knowledge-good`, by one replacement each.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use accords::embedded;
use accords::knowledge::Knowledge;
use accords::knowledge::check::{CHECKS, Proof, check, check_against};
use accords::knowledge::diagnose::Finding;
use accords::knowledge::load::{self, Folder};

/// A fault, and what is to be said of it.
struct Fault {
    /// The check that must find it.
    check: &'static str,
    /// The file of the good folder in which this text, which stands there once ...
    file: &'static str,
    good: &'static str,
    /// ... gives way to this one.
    bad: &'static str,
    /// Line and column of the finding.
    at: (usize, usize),
    /// A part of the message or of the mend.
    says: &'static str,
}

const fn fault(check: &'static str, file: &'static str, good: &'static str, bad: &'static str) -> Fault {
    Fault { check, file, good, bad, at: (0, 0), says: "" }
}

impl Fault {
    const fn found(self, line: usize, column: usize, says: &'static str) -> Self {
        Self { at: (line, column), says, ..self }
    }
}

const BAHRAIN: &str = "facts/bahrain.toml";
const NAMES: &str = "names.toml";
const SOURCES: &str = "sources.toml";
const LANGUAGE: &str = "language.toml";

/// Parts of the good folder that several faults change, and what some of them become.
const FOUR_DAYS: &str = "four days.\"";
const CEREMONY: &str = "value = \"ceremony\", rank = \"normal\" },";
const TRADE_AGAIN: &str =
    "value = \"ceremony\", rank = \"normal\" },\n  { fact = \"visit\", value = \"Trade\", rank = \"normal\" },";
const ON_THE_LAWN: &str = " on the lawn.\"\nverbatim = false";
const LONG_SUMMARY: &str = concat!(
    " on the lawn, names the ministers who came, tells where each of them sat, says who spoke and in which order, and",
    " describes the weather, the flags, the pens, the table and the chairs.\"\nverbatim = false",
);
const LONG_QUOTATION: &str = concat!(
    " on the lawn, names the ministers who came, tells where each of them sat, says who spoke and in which order, and",
    " describes the weather, the flags, the pens, the table and the chairs, and what the guests were given to eat and to",
    " drink when the speeches were over.\"\nverbatim = true",
);

const FAULTS: &[Fault] = &[
    fault("toml", LANGUAGE, r#"["jet", "plane"]"#, r#"["jet" "plane"]"#).found(6, 16, "missing comma"),
    fault("toml", LANGUAGE, r#"instead = "government""#, "instead = 7").found(10, 11, "expected a string"),
    fault("toml", LANGUAGE, r#"instead = "government""#, "").found(8, 1, "missing field `instead`"),
    fault("unknown-key", BAHRAIN, "place =", "plaice =").found(12, 1, "no key `plaice` is known here"),
    fault("unknown-key", SOURCES, "url =", "link =").found(5, 1, "no key `link` is known here"),
    fault("known-word", BAHRAIN, r#"anniversary = "unprompted""#, r#"anniversary = "always""#).found(
        15,
        15,
        "write one of: unprompted, on-request",
    ),
    fault("known-word", NAMES, r#""gulf""#, r#""lagoon""#).found(8, 19, "`lagoon` is not a known word here"),
    fault("known-word", SOURCES, "tier = 3", "tier = 5").found(17, 8, "there is no tier 5"),
    fault("known-word", LANGUAGE, "intent:when", "intent:whence").found(2, 9, "`intent:whence` means nothing"),
    fault("known-word", LANGUAGE, r#"kind = "plan""#, r#"kind = "plot""#).found(28, 8, "write one of: plan, prospect"),
    fault("real-date", BAHRAIN, r#"date = "2020-08""#, r#"date = "2020-13""#).found(49, 8, "`2020-13` is not a date"),
    fault("real-date", BAHRAIN, r#"from = "2020-09-15""#, r#"from = "2020-09-31""#).found(101, 8, "a day that exists"),
    fault(
        "real-date",
        BAHRAIN,
        FOUR_DAYS,
        r#"four days."
date = "March""#,
    )
    .found(66, 8, "`March` is not a date"),
    fault("date-order", BAHRAIN, r#"end = "2021-03-04""#, r#"end = "2021-02-28""#).found(60, 7, "ends on 2021-02-28"),
    fault("event-date", BAHRAIN, "about = [\"bahrain\"]\ndate = \"2020-09-15\"\n", "about = [\"bahrain\"]\n").found(
        28,
        6,
        "the event `signing-report` has no date",
    ),
    fault("date-precision", BAHRAIN, FOUR_DAYS, "four days.\"\ndate = \"2021-03\"").found(
        59,
        8,
        "no source is more exact than March 2021; write 2021-03, or",
    ),
    fault("date-precision", BAHRAIN, FOUR_DAYS, "four days.\"\ndate = \"2021-04\"").found(
        66,
        8,
        "the source has April 2021, the fact 1 March 2021",
    ),
    fault("horizon", BAHRAIN, r#"horizon = "2021-12""#, r#"horizon = "2021-02""#).found(4, 11, "write 2021-03-04"),
    fault("horizon", BAHRAIN, "horizon = \"2021-12\"\n", "").found(2, 6, "has facts and no horizon"),
    fault("topic-file", BAHRAIN, "[topic]\nid = \"bahrain\"", "[topic]\nid = \"qatar\"").found(
        2,
        6,
        "the topic `qatar` is in the file `bahrain.toml`",
    ),
    fault("topic-file", BAHRAIN, "[topic]\nid = \"bahrain\"\ntitle = \"Bahrain\"\nhorizon = \"2021-12\"\n", "").found(
        1,
        1,
        "begin it with [topic]",
    ),
    fault("id-form", BAHRAIN, r#""signers""#, r#""Signers""#).found(98, 6, "`Signers` is not the form of a count id"),
    fault("duplicate-id", BAHRAIN, r#""purpose-of-the-visit""#, r#""day-of-the-signing""#).found(
        89,
        6,
        "is given already in facts/bahrain.toml",
    ),
    fault("dangling-id", BAHRAIN, r#"["declaration", "bahrain"]"#, r#"["declaration", "atlantis"]"#).found(
        9,
        25,
        "`atlantis`",
    ),
    fault("dangling-id", BAHRAIN, r#"source = "gazette""#, r#"source = "almanac""#).found(23, 10, "`almanac`"),
    fault("dangling-id", BAHRAIN, r#"members = ["bahrain", "israel"]"#, r#"members = ["bahrain", "atlantis"]"#).found(
        100,
        23,
        "there is no entity `atlantis`",
    ),
    fault("shared-alias", NAMES, r#"["State of Israel"]"#, "[]\nambiguous_aliases = [\"the state\"]").found(
        16,
        22,
        "`the state` is shared with nobody",
    ),
    fault("capitals-only", NAMES, r#"["State of Israel"]"#, "[\"SOI\"]\ncapitals_only = [\"soi\"]").found(
        16,
        18,
        "`soi` is none of the names of `israel`",
    ),
    fault("duplicate-alias", NAMES, r#"["State of Israel"]"#, r#"["State of Israel", "bahraini"]"#).found(
        15,
        31,
        "`bahraini` is a name of `bahrain` already",
    ),
    fault("duplicate-alias", NAMES, r#"["State of Israel"]"#, r#"["…"]"#).found(15, 12, "has no letter or digit"),
    fault(
        "fact-reference",
        BAHRAIN,
        "[[fact.reference]]\nsource = \"courier\"\nsnippet = \"The Courier gives the four days.\"\n",
        "",
    )
    .found(56, 6, "the fact `visit` has no source"),
    fault("fact-reference", BAHRAIN, "The Courier gives the four days.", " ").found(65, 11, "has no snippet"),
    fault("position-speaker", BAHRAIN, "speaker = \"bahrain\"\n", "").found(68, 6, "has no speaker"),
    fault("position-speaker", BAHRAIN, "date = \"2021-03\"\n", "").found(68, 6, "has no date"),
    fault("verbatim-length", BAHRAIN, ON_THE_LAWN, LONG_QUOTATION).found(42, 11, "quote 300 at most"),
    fault("summary-form", BAHRAIN, ON_THE_LAWN, LONG_SUMMARY).found(42, 11, "say in 200 at most"),
    fault("summary-form", BAHRAIN, FOUR_DAYS, "“four days”.\"").found(65, 11, "looks like exact words"),
    fault("source-text", SOURCES, "gazette.txt", "texts/gazette.txt").found(9, 8, "write the name alone"),
    fault("source-text", SOURCES, "gazette.txt", "almanac.txt").found(9, 8, "the folder of texts has no `almanac.txt`"),
    fault("verbatim-text", BAHRAIN, "the fifteenth of September", "the sixteenth of September").found(
        24,
        11,
        "do not stand in `gazette.txt` after “Done at Washington on the”",
    ),
    fault(
        "disagreement-rank",
        BAHRAIN,
        "  { fact = \"visit-guests\", value = \"ceremony\", rank = \"normal\" },\n",
        "",
    )
    .found(89, 6, "has fewer than two values"),
    fault("opposite", LANGUAGE, r#"["close"]"#, r#"["open"]"#).found(25, 10, "`inaugurate` and `open` mean the same"),
    fault("disagreement-rank", BAHRAIN, r#"rank = "preferred""#, r#"rank = "normal""#).found(
        80,
        6,
        "has a deprecated value and no preferred one",
    ),
    fault("disagreement-rank", BAHRAIN, "reason = \"Nothing decides between the two.\"\n", "").found(
        89,
        6,
        "has no reason",
    ),
    fault("claim-disputed", BAHRAIN, r#"{ fact = "signing-in-august""#, r#"{ fact = "signing-report""#).found(
        46,
        6,
        "the claim `signing-in-august` stands in no disagreement",
    ),
    fault("one-dispute", BAHRAIN, r#""purpose of the visit""#, r#""When Bahrain signed""#).found(
        90,
        12,
        "`day-of-the-signing` is on this property already",
    ),
    fault("one-dispute", BAHRAIN, CEREMONY, TRADE_AGAIN).found(95, 29, "`visit` gives this value already"),
    fault("one-main-rung", BAHRAIN, "main = false", "main = true").found(28, 6, "`signing` is already the main fact"),
    fault("asks", BAHRAIN, r#"["who watched Bahrain sign"]"#, "[]").found(
        28,
        6,
        "no question leads to `signing-report`",
    ),
    fault("asks", BAHRAIN, r#""day of the signing""#, r#""When did Bahrain sign?""#).found(14, 34, "asked twice"),
    fault("duplicate-ask", BAHRAIN, r#"["who watched Bahrain sign"]"#, r#"["Day of the signing?"]"#).found(
        33,
        9,
        "`Day of the signing?` leads to `signing` already",
    ),
    fault("anniversary", BAHRAIN, "date = \"2020-09-15\"\nplace", "date = \"2020-09\"\nplace").found(
        15,
        15,
        "`signing` has no day of the year",
    ),
    fault("anniversary", BAHRAIN, r#"source = "gazette""#, r#"source = "courier""#).found(
        15,
        15,
        "rests on one publisher below tier 2",
    ),
    fault("sentence-form", BAHRAIN, "A crowd watched", "a crowd watched").found(32, 8, "begin with a capital"),
    fault("sentence-form", BAHRAIN, "the two.\"", "the two\"").found(91, 10, "end with a full stop"),
    fault("loaded-word", BAHRAIN, "A crowd watched", "A crowd of the regime watched").found(32, 8, "write government"),
    fault("loaded-word", BAHRAIN, "several hundred guests", "a regime of guests").found(42, 11, "write government"),
    fault("loaded-word", BAHRAIN, "states that signed", "regime that signed").found(99, 14, "write government"),
];

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// What the checks find where the texts of the fixtures are at hand.
fn proof(folder: &Folder) -> Proof {
    check_against(
        folder,
        &load::read_texts(folder, &fixtures().join("texts")).expect("the folder is in the repository"),
    )
}

fn good() -> Folder {
    load::read_dir(&fixtures().join("knowledge-good")).expect("the folder is in the repository")
}

/// The good folder with one fault in it.
fn broken(fault: &Fault) -> Folder {
    let mut folder = good();
    let parsed = folder.files.iter_mut().find(|parsed| parsed.path == fault.file).expect("a file of the folder");
    assert_eq!(parsed.text.matches(fault.good).count(), 1, "`{}` must stand once in {}", fault.good, fault.file);
    *parsed = load::parse(parsed.path.clone(), parsed.text.replace(fault.good, fault.bad));
    folder
}

fn listed(findings: &[Finding]) -> String {
    findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_good_folder_has_no_finding() {
    let folder = good();
    let Proof { findings, snippets } = proof(&folder);
    assert_eq!((listed(&findings).as_str(), snippets), ("", 1));
    assert_eq!(listed(&check(&folder)), "", "no text is needed for the rest");
    assert_eq!(Knowledge::from_folder(&folder).expect("no finding").facts().len(), 5);
}

/// A volume of Kubernetes shows its files through links into hidden folders, and a clone has its `.git`.
#[test]
#[cfg(unix)]
fn what_is_hidden_in_a_folder_is_not_read() {
    use std::fs;
    use std::os::unix::fs::symlink;

    let volume = std::env::temp_dir().join(format!("accords-volume-{}", std::process::id()));
    drop(fs::remove_dir_all(&volume));
    fs::create_dir_all(volume.join(".git")).expect("a folder of our own");
    symlink(fixtures().join("knowledge-good"), volume.join("..2026_07_01")).expect("a link");
    symlink("..2026_07_01", volume.join("..data")).expect("a link");
    for name in [LANGUAGE, NAMES, SOURCES, "facts"] {
        symlink(format!("..data/{name}"), volume.join(name)).expect("a link");
    }
    for name in [".git/config.toml", ".names.toml.swp", ".draft.toml"] {
        fs::write(volume.join(name), "no TOML at all").expect("it can be written");
    }
    let folder = load::read_dir(&volume);
    fs::remove_dir_all(&volume).expect("it is ours");
    let folder = folder.expect("it can be read");
    let paths = |folder: &Folder| folder.files.iter().map(|file| file.path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&folder), paths(&good()), "each file once, under the name that is seen");
    assert_eq!(listed(&check(&folder)), "");
}

#[test]
fn the_embedded_knowledge_has_no_finding() {
    let findings = check(&embedded::folder().expect("every file is UTF-8"));
    assert!(findings.is_empty(), "{}", listed(&findings));
}

#[test]
fn each_fault_is_found_where_it_is_and_by_one_check() {
    let mut wrong = Vec::new();
    for fault in FAULTS {
        let findings = proof(&broken(fault)).findings;
        let (line, column) = fault.at;
        let expected = format!("{}:{line}:{column}: [{}] ", fault.file, fault.check);
        let said = listed(&findings);
        if findings.len() != 1 || !said.starts_with(&expected) || !said.contains(fault.says) {
            wrong.push(format!("expected {expected}... {} ...\n   found {said}", fault.says));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_check_has_a_fault_that_only_it_finds() {
    let tried: BTreeSet<&str> = FAULTS.iter().map(|fault| fault.check).collect();
    let named: BTreeSet<&str> = CHECKS.iter().map(|check| check.name).collect();
    assert_eq!(tried, named);
    assert_eq!(named.len(), CHECKS.len(), "no name is given twice");
    for check in CHECKS {
        let readme = include_str!("../knowledge/README.md");
        assert!(readme.contains(&format!("\n| `{}` | ", check.name)), "knowledge/README.md lacks {}", check.name);
        assert!(check.ensures.starts_with("Ensure ") && check.ensures.ends_with('.'), "{}", check.ensures);
    }
}

#[test]
fn all_findings_are_told_in_order() {
    let mut folder = broken(&fault("unknown-key", BAHRAIN, "place =", "plaice ="));
    let names = folder.files.iter_mut().find(|parsed| parsed.path == NAMES).expect("a file of the folder");
    *names = load::parse(names.path.clone(), names.text.replace("bahrain", "Bahrain"));
    let findings = check(&folder);
    assert!(findings.is_sorted());
    let checks: BTreeSet<&str> = findings.iter().map(|finding| finding.check).collect();
    assert_eq!(checks, BTreeSet::from(["dangling-id", "id-form", "unknown-key"]), "{}", listed(&findings));
    let error = Knowledge::from_folder(&folder).expect_err("a folder with findings is not served").to_string();
    assert!(error.contains("finding(s) in the knowledge; mend them"), "{error}");
}

#[test]
fn values_of_one_disagreement_may_share_a_question() {
    let shared = r#"["when did Bahraini ministers visit Israel"]"#;
    let folder = broken(&fault("duplicate-ask", BAHRAIN, r#"["what did Bahrain think of the visit"]"#, shared));
    assert_eq!(listed(&check(&folder)), "");
}

/// The two articles that the work began with are not part of the repository; where they are, every quotation is proven.
#[test]
fn exact_words_of_the_first_articles_stand_in_them() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        println!("skipped: there is no {}", seeds.display());
        return;
    }
    let folder = embedded::folder().expect("every file is UTF-8");
    let texts = load::read_texts(&folder, &seeds).expect("texts in UTF-8");
    let Proof { findings, snippets } = check_against(&folder, &texts);
    assert_eq!(listed(&findings), "");
    assert!(texts.len() == 2 && snippets >= 40, "{snippets} of {} texts", texts.len());
}

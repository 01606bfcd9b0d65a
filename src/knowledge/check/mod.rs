//! The rules that every knowledge folder keeps: one table of named checks.
//!
//! All findings are gathered and sorted; a folder with a finding is not served. To add a rule, write a function in the
//! file of its subject and a line in [`CHECKS`].

use super::date::PartialDate;
use super::diagnose::Finding;
use super::load::{Folder, Parsed, Texts};
use super::schema::{self, Text};

mod dates;
mod facts;
mod links;
mod names;
mod quotations;
mod values;
mod wording;

/// One rule.
pub struct Check {
    /// Its name in findings.
    pub name: &'static str,
    /// What it ensures, one sentence.
    pub ensures: &'static str,
    run: fn(&mut Findings<'_>),
}

/// Every rule, in the order in which a reader meets the things they are about.
pub const CHECKS: &[Check] = &[
    Check { name: "toml", ensures: "Ensure every file is TOML of the schema's types.", run: values::toml },
    Check { name: "unknown-key", ensures: "Ensure every key is one that the schema knows.", run: values::unknown_key },
    Check { name: "known-word", ensures: "Ensure every closed word is in its list.", run: values::known_word },
    Check { name: "real-date", ensures: "Ensure every date exists: a year, a month or a day.", run: dates::real_date },
    Check { name: "date-order", ensures: "Ensure no span ends before it begins.", run: dates::date_order },
    Check { name: "event-date", ensures: "Ensure an event has a date.", run: dates::event_date },
    Check {
        name: "date-precision",
        ensures: "Ensure a date is no more exact than its sources are, and none of them has another.",
        run: dates::date_precision,
    },
    Check {
        name: "horizon",
        ensures: "Ensure a topic's horizon is not before its newest fact or source.",
        run: dates::horizon,
    },
    Check {
        name: "topic-file",
        ensures: "Ensure a topic is named like its file and every fact has one.",
        run: values::topic_file,
    },
    Check { name: "id-form", ensures: "Ensure ids are lower-case words joined by hyphens.", run: links::id_form },
    Check { name: "duplicate-id", ensures: "Ensure no id is given twice.", run: links::duplicate_id },
    Check { name: "dangling-id", ensures: "Ensure every id that is named exists.", run: links::dangling_id },
    Check { name: "duplicate-alias", ensures: "Ensure no name points to two entities.", run: names::duplicate_alias },
    Check {
        name: "shared-alias",
        ensures: "Ensure a shared name is listed on each entity that it may mean.",
        run: names::shared_alias,
    },
    Check {
        name: "capitals-only",
        ensures: "Ensure names that count in capitals only are names of the entity.",
        run: names::capitals_only,
    },
    Check {
        name: "fact-reference",
        ensures: "Ensure every fact has a reference and every reference a snippet.",
        run: facts::reference,
    },
    Check {
        name: "position-speaker",
        ensures: "Ensure a position has a speaker and a date.",
        run: facts::position_speaker,
    },
    Check {
        name: "verbatim-length",
        ensures: "Ensure exact words are short enough to quote.",
        run: quotations::verbatim_length,
    },
    Check {
        name: "summary-form",
        ensures: "Ensure a summary is short and does not look like exact words.",
        run: quotations::summary_form,
    },
    Check {
        name: "source-text",
        ensures: "Ensure the text of a source is named like a file, and is there if texts are.",
        run: quotations::source_text,
    },
    Check {
        name: "verbatim-text",
        ensures: "Ensure exact words stand in the text of their source, if texts are there.",
        run: quotations::verbatim_text,
    },
    Check {
        name: "disagreement-rank",
        ensures: "Ensure a disagreement has two values, a preference or none at all, and a reason.",
        run: facts::disagreement_rank,
    },
    Check {
        name: "claim-disputed",
        ensures: "Ensure a claim stands only as the other side of a disagreement.",
        run: facts::claim_disputed,
    },
    Check {
        name: "one-dispute",
        ensures: "Ensure a property is disputed in one place, and each value there is given once.",
        run: facts::one_dispute,
    },
    Check {
        name: "one-main-rung",
        ensures: "Ensure one fact at most is the main one of a rung.",
        run: facts::one_main_rung,
    },
    Check {
        name: "asks",
        ensures: "Ensure every fact can be found: questions that it answers, each once.",
        run: facts::asks,
    },
    Check {
        name: "duplicate-ask",
        ensures: "Ensure no question leads to two facts, unless they give the values of one disagreement.",
        run: facts::duplicate_ask,
    },
    Check {
        name: "anniversary",
        ensures: "Ensure a day that is remembered is a day, and well supported if nobody asks for it.",
        run: facts::anniversary,
    },
    Check {
        name: "opposite",
        ensures: "Ensure no word is its own opposite, by itself or by a synonym.",
        run: wording::opposite,
    },
    Check {
        name: "sentence-form",
        ensures: "Ensure shown sentences are sentences, and short.",
        run: wording::sentence_form,
    },
    Check {
        name: "loaded-word",
        ensures: "Ensure loaded words stand only inside attributed quotations.",
        run: wording::loaded_word,
    },
];

/// Runs every check; the findings are in the order of files and lines.
pub fn check(folder: &Folder) -> Vec<Finding> {
    run(Findings { folder, texts: None, found: Vec::new() })
}

/// What the checks found when the texts of sources were at hand.
pub struct Proof {
    /// All findings, as of [`check`], and those on exact words.
    pub findings: Vec<Finding>,
    /// How many snippets were looked for in the texts.
    pub snippets: usize,
}

/// Runs every check, and proves the exact words from sources whose texts are given.
pub fn check_against(folder: &Folder, texts: &Texts) -> Proof {
    let findings = Findings { folder, texts: Some(texts), found: Vec::new() };
    let snippets = quotations::provable(&findings);
    Proof { findings: run(findings), snippets }
}

fn run(mut findings: Findings<'_>) -> Vec<Finding> {
    for check in CHECKS {
        (check.run)(&mut findings);
    }
    let mut found = findings.found;
    found.sort();
    found.dedup();
    found
}

/// What the checks work on, and what they have found.
struct Findings<'f> {
    folder: &'f Folder,
    texts: Option<&'f Texts>,
    found: Vec<Finding>,
}

impl<'f> Findings<'f> {
    fn add(&mut self, check: &'static str, parsed: &Parsed, at: usize, message: String, mend: &str) {
        self.found.push(parsed.finding(check, at, message, mend));
    }

    /// All tables of one kind with their files.
    fn each<T: 'f>(
        &self,
        tables: fn(&schema::File) -> &Vec<T>,
    ) -> impl Iterator<Item = (&'f Parsed, &'f T)> + use<'f, T> {
        self.folder.files.iter().flat_map(move |parsed| tables(&parsed.file).iter().map(move |table| (parsed, table)))
    }

    fn facts(&self) -> impl Iterator<Item = (&'f Parsed, &'f schema::Fact)> + use<'f> {
        self.each(|file| &file.fact)
    }
}

fn parse_date(text: &Text) -> Option<PartialDate> {
    text.get_ref().parse().ok()
}

fn at(text: &Text) -> usize {
    text.span().start
}

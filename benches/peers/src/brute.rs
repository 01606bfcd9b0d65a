//! Brute force: what was typed beside every name, by the similarity of a library.

use accords::knowledge::Knowledge;
use accords::knowledge::model::EntityKey;
use accords::knowledge::names::run_together;
use accords::knowledge::vocabulary::EntityKind;
use rapidfuzz::distance::{jaro_winkler, osa};

/// The least similarity at which a name counts as meant, where more than one may be: with it, one edit in five letters.
pub const LEAST: f64 = 0.8;

/// A name of an entity.
pub struct Alias {
    /// As compared.
    key: String,
    /// The same in letters.
    letters: Vec<char>,
    /// Whose.
    pub entity: EntityKey,
    kind: EntityKind,
}

/// All names.
pub fn aliases(knowledge: &Knowledge) -> Vec<Alias> {
    let mut all = Vec::new();
    for entity in knowledge.entities() {
        let names = std::iter::once(&entity.name).chain(&entity.aliases).chain(&entity.ambiguous_aliases);
        for key in names.map(|name| run_together(name)) {
            all.push(Alias { letters: key.chars().collect(), key, entity: entity.key, kind: entity.kind });
        }
    }
    all
}

/// Which library compares.
#[derive(Clone, Copy)]
pub enum Library {
    /// The functions of `strsim`, each name from the start.
    Strsim,
    /// The batch comparators of `rapidfuzz`, which prepare what was typed once, with a cut-off.
    Rapidfuzz,
}

impl Library {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Strsim, Self::Rapidfuzz];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strsim => "strsim",
            Self::Rapidfuzz => "rapidfuzz",
        }
    }

    /// The name nearest to a key by edits (with neighbours changed), and how near it is, from `least` to 1.
    pub fn nearest(self, key: &str, aliases: &[Alias], least: f64) -> Option<(EntityKey, f64)> {
        let mut best: Option<(EntityKey, f64)> = None;
        let mut offer = |alias: &Alias, score: f64| {
            if score >= least && best.is_none_or(|(_, before)| score > before) {
                best = Some((alias.entity, score));
            }
        };
        match self {
            Self::Strsim => {
                for alias in aliases {
                    offer(alias, strsim::normalized_damerau_levenshtein(key, &alias.key));
                }
            }
            Self::Rapidfuzz => {
                let comparator = osa::BatchComparator::new(key.chars());
                let cutoff = osa::Args::default().score_cutoff(least);
                for alias in aliases {
                    let score = comparator.normalized_similarity_with_args(alias.letters.iter().copied(), &cutoff);
                    score.into_iter().for_each(|score| offer(alias, score));
                }
            }
        }
        best
    }

    /// The entities of a kind whose names begin most like what was typed (Jaro-Winkler), the best first, none twice.
    pub fn complete(self, typed: &str, kind: EntityKind, aliases: &[Alias], most: usize) -> Vec<EntityKey> {
        let key = run_together(typed);
        let length = key.chars().count();
        let of_kind = aliases.iter().filter(|alias| alias.kind == kind);
        let beginning = |alias: &Alias| alias.letters[..length.min(alias.letters.len())].to_vec();
        let mut scored: Vec<(f64, usize, EntityKey)> = match self {
            Self::Strsim => {
                let score = |alias: &Alias| {
                    let beginning: String = beginning(alias).into_iter().collect();
                    (strsim::jaro_winkler(&key, &beginning), alias.letters.len(), alias.entity)
                };
                of_kind.map(score).filter(|(score, ..)| *score >= LEAST).collect()
            }
            Self::Rapidfuzz => {
                let comparator = jaro_winkler::BatchComparator::new(key.chars());
                let cutoff = jaro_winkler::Args::default().score_cutoff(LEAST);
                let score = |alias: &Alias| {
                    let letters = alias.letters[..length.min(alias.letters.len())].iter().copied();
                    let score = comparator.normalized_similarity_with_args(letters, &cutoff)?;
                    Some((score, alias.letters.len(), alias.entity))
                };
                of_kind.filter_map(score).collect()
            }
        };
        scored.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1)).then(one.2.cmp(&other.2)));
        let mut found: Vec<EntityKey> = Vec::new();
        for (.., entity) in scored {
            if found.len() == most {
                break;
            }
            if !found.contains(&entity) {
                found.push(entity);
            }
        }
        found
    }
}

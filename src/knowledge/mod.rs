//! The facts: as written ([`schema`]), checked ([`check`]), linked ([`model`]).

use std::path::Path;

pub use self::load::LoadError;
pub use self::model::{Entity, Fact, Knowledge, Source};
pub use self::vocabulary::EntityKind;

pub mod article;
pub mod check;
mod compounds;
pub mod date;
pub mod date_mentions;
pub mod diagnose;
pub mod feature;
pub mod figures;
pub mod index;
pub(crate) mod introduced;
pub mod ladder;
mod link;
mod lists;
pub mod load;
pub mod model;
pub mod names;
pub mod negation;
mod own_questions;
mod postings;
pub mod profile;
pub mod schema;
pub mod sketches;
pub mod spellings;
pub mod texts;
mod thesaurus;
pub mod vocabulary;
mod word_kinds;
pub mod years;

impl Knowledge {
    /// The knowledge of a folder: all `.toml` files in it and below, in the order of their paths.
    ///
    /// # Errors
    /// Fails when the folder cannot be read or has findings; the error lists them all.
    pub fn load_dir(folder: &Path) -> Result<Self, LoadError> {
        Self::from_folder(&load::read_dir(folder)?)
    }

    /// Checks and links what was read.
    ///
    /// # Errors
    /// Fails when there are findings; the error lists them all.
    pub fn from_folder(folder: &load::Folder) -> Result<Self, LoadError> {
        let findings = check::check(folder);
        if findings.is_empty() { Ok(link::link(folder)) } else { Err(LoadError::Findings(findings)) }
    }
}

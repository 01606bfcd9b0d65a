//! The knowledge that a command works on.

use std::path::Path;

use anyhow::Context;

use crate::knowledge::Knowledge;

/// The folder that `ACCORDS_KNOWLEDGE` names, else the embedded knowledge.
///
/// # Errors
/// Fails when the folder cannot be read or has findings.
pub(super) fn knowledge() -> anyhow::Result<Knowledge> {
    match std::env::var_os("ACCORDS_KNOWLEDGE").filter(|folder| !folder.is_empty()) {
        Some(folder) => Knowledge::load_dir(Path::new(&folder)).context("ACCORDS_KNOWLEDGE"),
        None => Knowledge::embedded().context("the embedded knowledge"),
    }
}

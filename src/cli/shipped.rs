//! The knowledge that a command works on.

use std::path::Path;

use anyhow::Context;

use crate::knowledge::Knowledge;

/// The knowledge of the folder that `ACCORDS_KNOWLEDGE` names, else the one built in.
///
/// # Errors
/// Fails when the folder cannot be read or has findings.
pub(super) fn knowledge(folder: Option<&Path>) -> anyhow::Result<Knowledge> {
    match folder {
        Some(folder) => Knowledge::load_dir(folder)
            .with_context(|| format!("the knowledge in {} (ACCORDS_KNOWLEDGE) cannot be used", folder.display())),
        None => Knowledge::embedded().context("the built-in knowledge cannot be used; this is a fault of the program"),
    }
}

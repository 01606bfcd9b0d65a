//! The knowledge that is built into the program.
//!
//! `build.rs` checks and links the folder `knowledge/` once, so that a start only reads the result back, and deflates what
//! it writes: half the size of the program would be knowledge otherwise, and its memory too while it is read.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::knowledge::load::{Folder, LoadError, folder_of};
use crate::knowledge::model::Knowledge;

/// The knowledge as linked.
static LINKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

/// Paths and texts of the folder's files.
static WRITTEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/written.bin"));

impl Knowledge {
    /// The knowledge that was built into the program.
    ///
    /// # Errors
    /// Fails when the program's file is damaged.
    pub fn embedded() -> Result<Self, LoadError> {
        read(LINKED)
    }
}

/// The folder that was built into the program, as written.
///
/// # Errors
/// Fails when the program's file is damaged.
pub fn folder() -> Result<Folder, LoadError> {
    folder_of(read(WRITTEN)?, Path::new("the embedded knowledge"))
}

/// What `build.rs` serialised and deflated.
///
/// # Errors
/// Fails when it is damaged.
pub(crate) fn read<T: DeserializeOwned>(deflated: &[u8]) -> Result<T, LoadError> {
    let bytes = fdeflate::decompress_to_vec(deflated).map_err(|cause| LoadError::Damaged(format!("{cause:?}")))?;
    postcard::from_bytes(&bytes).map_err(|cause| LoadError::Damaged(cause.to_string()))
}

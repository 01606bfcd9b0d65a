//! The knowledge that is built into the program.
//!
//! `build.rs` checks and links the folder `knowledge/` once, so that a start only reads the result back.

use std::path::Path;

use include_dir::{Dir, include_dir};

use crate::knowledge::load::{Folder, LoadError, folder_of};
use crate::knowledge::model::Knowledge;

static LINKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/knowledge");

impl Knowledge {
    /// The knowledge that was built into the program.
    ///
    /// # Errors
    /// Fails when the program's file is damaged.
    pub fn embedded() -> Result<Self, LoadError> {
        postcard::from_bytes(LINKED).map_err(|cause| LoadError::Damaged(cause.to_string()))
    }
}

/// The folder that was built into the program, as written.
///
/// # Errors
/// Fails when it holds no TOML file, which the build rules out.
pub fn folder() -> Result<Folder, LoadError> {
    let mut files = Vec::new();
    collect(&FOLDER, &mut files);
    folder_of(files, Path::new("the embedded knowledge"))
}

fn collect(dir: &Dir<'_>, files: &mut Vec<(String, String)>) {
    for file in dir.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "toml")) {
        let path = file.path().to_string_lossy().replace('\\', "/");
        files.push((path, file.contents_utf8().unwrap_or_default().to_owned()));
    }
    for below in dir.dirs() {
        collect(below, files);
    }
}

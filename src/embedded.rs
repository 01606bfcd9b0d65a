//! The knowledge that is built into the program.
//!
//! `build.rs` checks and links the folder `knowledge/` once, so that a start only reads the result back, and deflates what
//! it writes: half the size of the program would be knowledge otherwise, and its memory too while it is read.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::knowledge::load::{Folder, LoadError, folder_of};
use crate::knowledge::model::Knowledge;

/// The knowledge as linked, but for its facts.
static LINKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/knowledge.bin"));

/// Its facts.
static FACTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/facts.bin"));

/// Paths and texts of the folder's files.
static WRITTEN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/written.bin"));

impl Knowledge {
    /// The knowledge that was built into the program.
    ///
    /// # Errors
    /// Fails when the program's file is damaged.
    pub fn embedded() -> Result<Self, LoadError> {
        // One buffer after the other would leave a hole in memory.
        let mut buffer = Vec::new();
        let facts = read_by(&mut buffer, FACTS)?;
        let linked: Self = read_by(&mut buffer, LINKED)?;
        // Its memory is free for what is worked out next.
        drop(buffer);
        Ok(linked.with_facts(facts))
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
    read_by(&mut Vec::new(), deflated)
}

fn read_by<T: DeserializeOwned>(buffer: &mut Vec<u8>, deflated: &[u8]) -> Result<T, LoadError> {
    inflate(buffer, deflated)?;
    postcard::from_bytes(buffer).map_err(|cause| LoadError::Damaged(cause.to_string()))
}

/// The bytes behind their number, as four bytes with the lowest first: room is made for them once, because a buffer that
/// grows is in memory twice.
fn inflate(buffer: &mut Vec<u8>, deflated: &[u8]) -> Result<(), LoadError> {
    let damaged = |cause: &str| LoadError::Damaged(cause.to_owned());
    let (size, mut stream) = deflated.split_first_chunk().ok_or_else(|| damaged("no size"))?;
    buffer.resize(u32::from_le_bytes(*size) as usize, 0);
    let mut decoder = fdeflate::Decompressor::new();
    let mut end = 0;
    while !decoder.is_done() {
        let (read, written) =
            decoder.read(stream, buffer, end, true).map_err(|cause| damaged(&format!("{cause:?}")))?;
        if (read, written) == (0, 0) {
            return Err(damaged("more than its size"));
        }
        stream = &stream[read..];
        end += written;
    }
    if end == buffer.len() { Ok(()) } else { Err(damaged("less than its size")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_damaged_is_an_error() {
        let inflated = |deflated: &[u8]| inflate(&mut Vec::new(), deflated);
        assert!(inflated(LINKED).is_ok());
        for damaged in [&[][..], &LINKED[..3], &LINKED[..LINKED.len() / 2], &[&[1, 0, 0, 0], &LINKED[4..]].concat()] {
            assert!(matches!(inflated(damaged), Err(LoadError::Damaged(_))), "{} bytes", damaged.len());
        }
    }
}

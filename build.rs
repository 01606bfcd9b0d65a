//! Checks and links the knowledge when the program is built: a folder with findings builds no program, and a start only has
//! to read the result. The two lowest floors of the house are compiled into this script for it. What is large is deflated.

#[allow(
    dead_code,
    unused_imports,
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    reason = "the library's own build says it"
)]
#[path = "src/knowledge/mod.rs"]
mod knowledge;
#[allow(
    dead_code,
    unused_imports,
    missing_docs,
    unreachable_pub,
    clippy::all,
    clippy::pedantic,
    reason = "the library's own build says it"
)]
#[path = "src/text/mod.rs"]
mod text;

mod general_words {
    //! What `src/general_words.rs` is to the library.

    pub(crate) fn general_words() -> impl Iterator<Item = &'static str> {
        stop_words::lookup("en").unwrap_or_default().iter().copied()
    }
}

use std::collections::BTreeMap;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use knowledge::Knowledge;
use serde::Serialize;

/// The share of other words that pass for English.
const FALSE_WORDS: f64 = 0.001;

/// How hard to deflate, of 10: more takes seconds and saves nothing.
const EFFORT: u8 = 9;

/// Any fixed seed gives the same bytes at every build.
const SEED: u128 = 1;

fn main() -> ExitCode {
    match write_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn write_all() -> Result<(), Box<dyn Error>> {
    for input in ["knowledge", "preview/dist", "src/knowledge", "src/text", "build.rs"] {
        println!("cargo:rerun-if-changed={input}");
    }
    let folder = knowledge::load::read_dir(Path::new("knowledge"))?;
    let knowledge = Knowledge::from_folder(&folder)?;
    write("knowledge.bin", &deflated(&knowledge)?)?;
    write("facts.bin", &deflated(&knowledge.facts())?)?;
    let written: Vec<_> = folder.files.iter().map(|file| (&file.path, &file.text)).collect();
    write("written.bin", &deflated(&written)?)?;
    write("page.bin", &deflated(&page()?)?)?;
    write("english.bin", &english()?)?;
    let general: Vec<_> = general_words::general_words().collect();
    write("general.txt", general.join("\n").as_bytes())?;
    Ok(())
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    Ok(fs::write(PathBuf::from(env::var("OUT_DIR")?).join(name), bytes)?)
}

/// How many bytes it is, as four bytes with the lowest first, and these deflated.
fn deflated(what: &impl Serialize) -> Result<Vec<u8>, Box<dyn Error>> {
    let bytes = postcard::to_allocvec(what)?;
    let size = u32::try_from(bytes.len())?;
    Ok([&size.to_le_bytes()[..], &miniz_oxide::deflate::compress_to_vec_zlib(&bytes, EFFORT)].concat())
}

/// The files of the preview's page by their names, for `src/preview/assets.rs`.
fn page() -> Result<BTreeMap<String, Vec<u8>>, Box<dyn Error>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir("preview/dist")? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        files.insert(name, fs::read(path)?);
    }
    Ok(files)
}

/// A Bloom filter over an English word list, for `src/question/english.rs`. It is as good as random, which nothing deflates.
fn english() -> Result<Vec<u8>, Box<dyn Error>> {
    let words = random_word::all(random_word::Lang::En);
    let filter = fastbloom::BloomFilter::with_false_pos(FALSE_WORDS).seed(&SEED).items(words.iter());
    Ok(postcard::to_allocvec(&filter)?)
}

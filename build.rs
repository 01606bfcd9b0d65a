//! Checks and links the knowledge when the program is built: a folder with findings builds no program, and a start only has
//! to read the result. The two lowest floors of the house are compiled into this script for it.

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

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use knowledge::Knowledge;

/// The share of other words that pass for English.
const FALSE_WORDS: f64 = 0.001;

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
    for input in ["knowledge", "src/knowledge", "src/text", "build.rs"] {
        println!("cargo:rerun-if-changed={input}");
    }
    let folder = knowledge::load::read_dir(Path::new("knowledge"))?;
    let linked = Knowledge::from_folder(&folder)?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("knowledge.bin");
    fs::write(out, postcard::to_allocvec(&linked)?)?;
    write_english()?;
    Ok(())
}

/// Writes a Bloom filter over an English word list, for `src/question/english.rs`.
fn write_english() -> Result<(), Box<dyn Error>> {
    let words = random_word::all(random_word::Lang::En);
    let filter = fastbloom::BloomFilter::with_false_pos(FALSE_WORDS).seed(&SEED).items(words.iter());
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("english.bin"), postcard::to_allocvec(&filter)?)?;
    Ok(())
}

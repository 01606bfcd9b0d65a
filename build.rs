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
use std::process::{Command, ExitCode};
use std::{env, fs};

use knowledge::Knowledge;
use libdeflater::{CompressionLvl, Compressor};
use serde::Serialize;

/// The share of other words that pass for English.
const FALSE_WORDS: f64 = 0.001;

/// How hard to deflate: the most there is takes a second and saves a twentieth.
const EFFORT: i32 = 12;

/// The first glibc that starts a program whose addresses are packed.
const PACKING_GLIBC: (u32, u32) = (2, 36);

/// Any fixed seed gives the same bytes at every build.
const SEED: u128 = 1;

fn main() -> ExitCode {
    if packs_addresses() {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    match write_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Whether the program is for this machine and its C library can read a packed list of the addresses that a start adjusts:
/// unpacked, they are a twentieth of the program. A linker that cannot pack them warns or says nothing, and leaves them so.
fn packs_addresses() -> bool {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|it| it == value);
    let is_for_here = env::var("HOST") == env::var("TARGET");
    let has_glibc = is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu");
    is_for_here && has_glibc && glibc_here().is_some_and(|version| version >= PACKING_GLIBC)
}

/// The version of this machine's glibc.
fn glibc_here() -> Option<(u32, u32)> {
    let output = Command::new("getconf").arg("GNU_LIBC_VERSION").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let (major, minor) = text.trim().strip_prefix("glibc ")?.split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
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
    let effort = CompressionLvl::new(EFFORT).map_err(|_| "no such effort")?;
    let mut compressor = Compressor::new(effort);
    let mut deflated = vec![0; compressor.zlib_compress_bound(bytes.len())];
    let length = compressor.zlib_compress(&bytes, &mut deflated)?;
    Ok([&size.to_le_bytes()[..], &deflated[..length]].concat())
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

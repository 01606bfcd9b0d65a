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
use std::{env, fs};

use knowledge::Knowledge;

fn main() -> Result<(), Box<dyn Error>> {
    for input in ["knowledge", "src/knowledge", "src/text", "build.rs"] {
        println!("cargo:rerun-if-changed={input}");
    }
    let folder = knowledge::load::read_dir(Path::new("knowledge"))?;
    let linked = Knowledge::from_folder(&folder)?;
    let out = PathBuf::from(env::var("OUT_DIR")?).join("knowledge.bin");
    fs::write(out, postcard::to_allocvec(&linked)?)?;
    Ok(())
}

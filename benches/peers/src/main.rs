//! `accords` beside other ways to do the same: `cargo run --release --package accords-peers`.
//!
//! Prints tables in Markdown. All run in one process and one thread, in memory, on the same names and questions; of each
//! input the least of several passes counts.

use accords::knowledge::Knowledge;

mod brute;
mod engine;
#[allow(dead_code, missing_docs, reason = "the benches of the bot share it")]
#[path = "../../measure/mod.rs"]
mod measure;
mod names;
mod questions;

const PASSES: usize = 7;

fn main() -> anyhow::Result<()> {
    let knowledge = Knowledge::embedded()?;
    names::compare(&knowledge);
    questions::compare(&knowledge)
}

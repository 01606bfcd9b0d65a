//! Where the time of a start goes: `cargo run --release --example phases`.

use std::time::Instant;

use accords::embedded;
use accords::knowledge::{Knowledge, check::check};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let folder = embedded::folder()?;
    println!("parse          {:>8} us", start.elapsed().as_micros());
    let start = Instant::now();
    println!("findings       {:>8}", check(&folder).len());
    println!("check          {:>8} us", start.elapsed().as_micros());
    let start = Instant::now();
    let knowledge = Knowledge::from_folder(&folder)?;
    println!("check and link {:>8} us, {} facts", start.elapsed().as_micros(), knowledge.facts().len());
    Ok(())
}

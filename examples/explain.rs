//! Shows how questions are read and which facts come near: `cargo run --release --example explain -- "when did bahrain sign"`.

use accords::answer::explain;
use accords::knowledge::Knowledge;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let knowledge = Knowledge::embedded()?;
    for question in std::env::args().skip(1) {
        println!("{question}\n{}", explain(&knowledge, &question));
    }
    Ok(())
}

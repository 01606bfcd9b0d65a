//! For editors: how a question is read, and which facts come near. `cargo run --release --example explain -- "QUESTION"`;
//! without a question, each line of standard input is one.

use std::error::Error;
use std::io::BufRead;

use accords::answer::explain;
use accords::knowledge::Knowledge;

fn main() -> Result<(), Box<dyn Error>> {
    let knowledge = Knowledge::embedded()?;
    let question = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    if !question.is_empty() {
        print!("{}", explain(&knowledge, &question));
        return Ok(());
    }
    for line in std::io::stdin().lock().lines() {
        let line = line?;
        println!("{line}\n{}", explain(&knowledge, &line));
    }
    Ok(())
}

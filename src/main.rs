//! The program: parse arguments, start, exit code.

use std::process::ExitCode;

use accords::cli::{self, Cli};
use clap::Parser;

fn main() -> ExitCode {
    match cli::run(Cli::parse()) {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("accords: {error:#}");
            ExitCode::from(cli::WRONG_USE)
        }
    }
}

/// Whether the reader of our output went away, which is no fault (`accords ask ... | head -1`).
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<std::io::Error>());
    causes.any(|cause| cause.kind() == std::io::ErrorKind::BrokenPipe)
}

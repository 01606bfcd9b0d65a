//! The command line: one file a subcommand.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod ask;
mod bot;
mod changes;
mod check;
mod commands;
mod export;
mod health;
mod on_this_day;
mod preview;
mod print;
mod prompt;
mod register;
mod shipped;
mod unanswered;

/// Wrong use or bad input: the message names the cause and the mend.
pub const WRONG_USE: u8 = 2;

/// Answers on the Abraham Accords from a sourced knowledge base, in Discord and in the terminal.
#[derive(Debug, Parser)]
#[command(name = "accords", version, arg_required_else_help = false)]
pub struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Ask(ask::Args),
    OnThisDay(on_this_day::Args),
    Check(check::Args),
    Changes(changes::Args),
    Export(export::Args),
    Health(health::Args),
    Commands(commands::Args),
    Preview(preview::Args),
    Register(register::Args),
    Unanswered(unanswered::Args),
}

/// Runs the command; the exit code is 0 for fine, 1 for a negative result, 2 for wrong use or bad input.
///
/// # Errors
/// Fails with a message for people that names the cause and the mend.
pub fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    match cli.command {
        Some(Command::Ask(args)) => ask::run(&args),
        Some(Command::OnThisDay(args)) => on_this_day::run(&args),
        Some(Command::Check(args)) => check::run(&args),
        Some(Command::Changes(args)) => changes::run(&args),
        Some(Command::Export(args)) => export::run(&args),
        Some(Command::Health(args)) => health::run(&args),
        Some(Command::Commands(args)) => commands::run(&args),
        Some(Command::Preview(args)) => preview::run(&args, ""),
        Some(Command::Register(args)) => register::run(&args),
        Some(Command::Unanswered(args)) => unanswered::run(&args),
        None => bot::run(&bot::Args {}),
    }
}

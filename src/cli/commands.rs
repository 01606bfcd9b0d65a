//! `accords commands`: what the bot registers with Discord, without sending it.

use std::io::{self, Write};
use std::process::ExitCode;

use crate::discord::commands::{self, COMMANDS, CommandOption, MESSAGE_COMMANDS};

/// The width of the table.
const WIDTH: usize = 80;

/// Shows the commands that the bot registers with Discord, without sending anything.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:\n  accords commands\n  accords commands --json > commands.json")]
pub(super) struct Args {
    /// Print exactly what is sent to Discord
    #[arg(long)]
    json: bool,
}

/// Prints the commands.
///
/// # Errors
/// When standard output cannot be written to.
pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    if args.json {
        writeln!(out, "{}", commands::payload())?;
    } else {
        out.write_all(table().as_bytes())?;
    }
    out.flush()?;
    Ok(ExitCode::SUCCESS)
}

/// The commands for people, in lines of at most [`WIDTH`] characters.
fn table() -> String {
    let mut lines = Vec::new();
    for command in COMMANDS {
        lines.push(command.usage());
        lines.extend(wrapped(command.description, 4));
        lines.extend(command.options.iter().flat_map(|option| described(option, 6)));
        lines.extend(wrapped(&format!("Example: {}", command.example), 4));
        lines.push(String::new());
    }
    for command in MESSAGE_COMMANDS {
        lines.push(format!("\"{}\", in the menu of a message", command.name));
        lines.extend(wrapped(command.help, 4));
        lines.push(String::new());
    }
    lines.pop();
    lines.join("\n") + "\n"
}

/// An option, and what is within it, further in.
fn described(option: &CommandOption, indent: usize) -> Vec<String> {
    let needed = if option.required || option.options().is_some() { "" } else { " (optional)" };
    let own = wrapped(&format!("{}: {}{needed}", option.name, option.description), indent);
    let within = option.options().into_iter().flatten().flat_map(|option| described(option, indent + 2));
    own.into_iter().chain(within).collect()
}

/// The text in lines, each indented by so many blanks.
fn wrapped(text: &str, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("{:indent$}{word}", "")),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_fits_a_terminal_and_names_everything() {
        let table = table();
        assert!(table.lines().all(|line| line.chars().count() <= WIDTH), "{table}");
        for command in COMMANDS {
            assert!(table.contains(&command.usage()));
        }
    }

    #[test]
    fn long_text_is_wrapped_with_its_indent() {
        let lines = wrapped(&"word ".repeat(40), 4);
        assert!(lines.len() > 1 && lines.iter().all(|line| line.starts_with("    word") && line.len() <= WIDTH));
    }
}

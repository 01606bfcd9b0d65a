//! The one table of commands: what Discord is told, what is called, and what help says all come from it.
//!
//! To add a command: write its handler in `handlers.rs` and its row here. Registration, dispatch, autocomplete, the
//! help text and `accords commands` follow.

use serde::Serialize;

use crate::discord::app::App;
use crate::discord::handlers::{self, UserError};
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::options::Options;
use crate::discord::respond::Choice;

/// A command: everything that is known of it.
#[derive(Debug)]
pub struct Command {
    /// What people type after the slash.
    pub name: &'static str,
    /// One line, shown by Discord while typing.
    pub description: &'static str,
    /// What it takes, required ones first.
    pub options: &'static [CommandOption],
    /// What it does, in a sentence or two, for the help text.
    pub help: &'static str,
    /// How it is used.
    pub example: &'static str,
    /// What answers it.
    pub(crate) handler: fn(&App, &Options<'_>) -> Result<Outgoing, UserError>,
}

/// An option of a command.
#[derive(Debug)]
pub struct CommandOption {
    /// Its name.
    pub name: &'static str,
    /// One line, shown by Discord while typing.
    pub description: &'static str,
    /// What values it takes.
    pub kind: OptionKind,
    /// Whether the command needs it.
    pub required: bool,
    /// What suggests values while typing; none for no suggestions.
    pub(crate) complete: Option<fn(&App, &str) -> Vec<Choice>>,
}

/// What values an option takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionKind {
    /// Text of at most so many characters.
    Text {
        /// The most characters.
        most: usize,
    },
    /// Yes or no.
    YesNo,
}

/// All commands, in the order in which help lists them.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "ask",
        description: "Ask a question on the Abraham Accords, answered from cited sources",
        options: &[
            CommandOption {
                name: "question",
                description: "Your question, in your own words",
                kind: OptionKind::Text { most: limits::QUESTION },
                required: true,
                complete: None,
            },
            CommandOption {
                name: "private",
                description: "Show the answer to you alone",
                kind: OptionKind::YesNo,
                required: false,
                complete: None,
            },
        ],
        help: "Answers a question on the Abraham Accords. Every sentence carries its source.",
        example: "/ask question: When did Bahrain sign?",
        handler: handlers::ask,
    },
    Command {
        name: "member",
        description: "How far a country has come: signed, ratified, embassies, each with its source",
        options: &[CommandOption {
            name: "country",
            description: "The country",
            kind: OptionKind::Text { most: limits::CHOICE_VALUE },
            required: true,
            complete: Some(handlers::complete_country),
        }],
        help: "Shows what a country has announced, signed and ratified, and since when.",
        example: "/member country: Morocco",
        handler: handlers::member,
    },
    Command {
        name: "onthisday",
        description: "What happened on a day of the year in the history of the Accords",
        options: &[CommandOption {
            name: "date",
            description: "A day such as 15 September; without one, today (UTC)",
            kind: OptionKind::Text { most: limits::CHOICE_VALUE },
            required: false,
            complete: None,
        }],
        help: "Shows what happened on a day of the year, by default today (UTC).",
        example: "/onthisday date: 15 September",
        handler: handlers::on_this_day,
    },
];

/// The command of that name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

impl Command {
    /// The option of that name.
    pub fn option(&self, name: &str) -> Option<&'static CommandOption> {
        self.options.iter().find(|option| option.name == name)
    }

    /// The command as it is typed: `/ask question [private]`.
    pub fn usage(&self) -> String {
        let options = self
            .options
            .iter()
            .map(|option| if option.required { format!(" {}", option.name) } else { format!(" [{}]", option.name) });
        format!("/{}{}", self.name, options.collect::<String>())
    }
}

/// The registration payload: the same bytes for the same table.
pub fn payload() -> String {
    serde_json::to_string(&definitions()).expect("strings, numbers and lists always serialise")
}

/// All commands as Discord defines them.
pub(crate) fn definitions() -> Vec<Definition> {
    COMMANDS.iter().map(Definition::from).collect()
}

/// A command in Discord's terms.
#[derive(Debug, Serialize)]
pub(crate) struct Definition {
    name: &'static str,
    #[serde(rename = "type")]
    kind: u8,
    description: &'static str,
    options: Vec<OptionDefinition>,
    integration_types: [u8; 2],
    contexts: [u8; 3],
}

#[derive(Debug, Serialize)]
struct OptionDefinition {
    name: &'static str,
    #[serde(rename = "type")]
    kind: u8,
    description: &'static str,
    required: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    autocomplete: Option<bool>,
}

/// Discord's number of a command that is typed after a slash.
const CHAT_INPUT: u8 = 1;
/// Discord's numbers of option types.
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;
/// Installed in a server, or by a user for themselves.
const INTEGRATION_TYPES: [u8; 2] = [0, 1];
/// In servers, in direct messages with the bot, in other private channels.
const CONTEXTS: [u8; 3] = [0, 1, 2];

impl From<&Command> for Definition {
    fn from(command: &Command) -> Self {
        Self {
            name: command.name,
            kind: CHAT_INPUT,
            description: command.description,
            options: command.options.iter().map(OptionDefinition::from).collect(),
            integration_types: INTEGRATION_TYPES,
            contexts: CONTEXTS,
        }
    }
}

impl From<&CommandOption> for OptionDefinition {
    fn from(option: &CommandOption) -> Self {
        let (kind, max_length) = match option.kind {
            OptionKind::Text { most } => (STRING, Some(most)),
            OptionKind::YesNo => (BOOLEAN, None),
        };
        Self {
            name: option.name,
            kind,
            description: option.description,
            required: option.required,
            max_length,
            autocomplete: option.complete.map(|_| true),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_keeps_discords_limits() {
        assert!(COMMANDS.len() <= limits::COMMANDS);
        for command in COMMANDS {
            let mut total = limits::count(command.name) + limits::count(command.description);
            named(command.name, command.description);
            assert!(command.options.len() <= limits::COMMAND_OPTIONS);
            assert!(command.options.is_sorted_by_key(|option| !option.required), "required options come first");
            for option in command.options {
                named(option.name, option.description);
                total += limits::count(option.name) + limits::count(option.description);
            }
            assert!(total <= limits::COMMAND_TOTAL);
            assert!(command.example.starts_with(&format!("/{}", command.name)));
        }
    }

    fn named(name: &str, description: &str) {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{name}");
        assert!((1..=limits::COMMAND_NAME).contains(&limits::count(name)), "{name}");
        assert!((1..=limits::COMMAND_DESCRIPTION).contains(&limits::count(description)), "{description}");
    }

    #[test]
    fn the_payload_is_the_same_bytes_each_time() {
        assert_eq!(payload(), payload());
        assert!(payload().starts_with(r#"[{"name":"ask","type":1,"#));
    }

    #[test]
    fn usage_marks_what_may_be_left_out() {
        let usages: Vec<String> = COMMANDS.iter().map(Command::usage).collect();
        assert_eq!(usages, ["/ask question [private]", "/member country", "/onthisday [date]"]);
    }
}

//! The one table of commands: what Discord is told, what is called, and what help says all come from it.
//!
//! To add a command: write its handler in `handlers.rs` and its row here. Registration, dispatch, autocomplete, the
//! help text and `accords commands` follow. Descriptions in other languages stand in `locales.toml`.

use crate::discord::admin;
use crate::discord::call::{Call, UserError};
use crate::discord::daily;
use crate::discord::definitions;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::respond::Choice;
use crate::discord::suggest::{self, Typing};
use crate::discord::{asking, handlers, settings, verdicts};

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
    /// Who may use it, and where.
    pub scope: Scope,
    /// What answers it.
    pub(crate) handler: fn(&Call<'_>) -> Result<Outgoing, UserError>,
}

/// A command on somebody's message, in its menu.
#[derive(Debug)]
pub struct MessageCommand {
    /// What stands in the menu.
    pub name: &'static str,
    /// What it does, for the help text.
    pub help: &'static str,
    /// What answers it, given the text of the message.
    pub(crate) handler: fn(&Call<'_>, &str) -> Result<Outgoing, UserError>,
}

/// Who may use a command, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Everybody, in servers, direct messages and wherever they bring the bot.
    Everywhere,
    /// In servers that have the bot, whoever may manage the server.
    Managers,
    /// In servers and direct messages, whoever owns the bot's application.
    Owners,
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
    pub(crate) complete: Option<fn(&Typing<'_>) -> Vec<Choice>>,
}

/// What values an option takes.
#[derive(Clone, Copy, Debug)]
pub enum OptionKind {
    /// Text of at most so many characters.
    Text {
        /// The most characters.
        most: usize,
    },
    /// Yes or no.
    YesNo,
    /// A channel in which people write.
    Channel,
    /// A channel that takes messages: forums take only posts.
    MessageChannel,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// No value but options of its own: a command within the command. Where one option is so, all are.
    Subcommand(&'static [CommandOption]),
}

impl CommandOption {
    /// The options within it, if it is a command within a command.
    pub fn options(&self) -> Option<&'static [CommandOption]> {
        match self.kind {
            OptionKind::Subcommand(options) => Some(options),
            _ => None,
        }
    }
}

/// An option for a name or a date, with suggestions.
const fn suggested(
    name: &'static str,
    description: &'static str,
    required: bool,
    complete: fn(&Typing<'_>) -> Vec<Choice>,
) -> CommandOption {
    let kind = OptionKind::Text { most: limits::CHOICE_VALUE };
    CommandOption { name, description, kind, required, complete: Some(complete) }
}

/// An option without suggestions that may be left out.
const fn plain(name: &'static str, description: &'static str, kind: OptionKind) -> CommandOption {
    CommandOption { name, description, kind, required: false, complete: None }
}

/// A command within a command.
const fn sub(name: &'static str, description: &'static str, options: &'static [CommandOption]) -> CommandOption {
    plain(name, description, OptionKind::Subcommand(options))
}

/// The channel that a daily command is on.
const DAILY_CHANNEL: CommandOption = plain("channel", "The channel of the daily posts", OptionKind::MessageChannel);

/// All commands, in the order in which help lists them.
pub const COMMANDS: &[Command] = &[
    Command {
        name: "ask",
        description: "Ask a question on the Abraham Accords, answered from cited sources",
        options: &[
            CommandOption {
                required: true,
                ..plain("question", "Your question, in your own words", OptionKind::Text { most: limits::QUESTION })
            },
            plain("private", "Show the answer to you alone", OptionKind::YesNo),
        ],
        help: "Answers a question. Every sentence carries its source.",
        example: "/ask question: When did Bahrain sign?",
        scope: Scope::Everywhere,
        handler: asking::ask,
    },
    Command {
        name: "member",
        description: "How far a country has come: signed, ratified, embassies, each with its source",
        options: &[suggested("country", "The country", true, suggest::country)],
        help: "What a country has announced, signed and ratified, and since when.",
        example: "/member country: Morocco",
        scope: Scope::Everywhere,
        handler: handlers::member,
    },
    Command {
        name: "members",
        description: "Who belongs to the Accords, now or on a day",
        options: &[suggested("as_of", "The day, such as 1 November 2020; without one, now", false, suggest::date)],
        help: "Who belongs to the Accords, now or on a day.",
        example: "/members as_of: 1 November 2020",
        scope: Scope::Everywhere,
        handler: handlers::members,
    },
    Command {
        name: "compare",
        description: "Two countries side by side, step by step",
        options: &[
            suggested("a", "The first country", true, suggest::country),
            suggested("b", "The second country", true, suggest::country),
        ],
        help: "Two countries side by side, step by step.",
        example: "/compare a: Bahrain b: Morocco",
        scope: Scope::Everywhere,
        handler: handlers::compare,
    },
    Command {
        name: "conditions",
        description: "What a country asked for, was given, and gave",
        options: &[suggested("country", "The country", true, suggest::country)],
        help: "What a country asked for, was given, and gave.",
        example: "/conditions country: Sudan",
        scope: Scope::Everywhere,
        handler: handlers::conditions,
    },
    Command {
        name: "timeline",
        description: "What happened, in order, at large or with one country",
        options: &[
            suggested("country", "The country; without one, the main events of all", false, suggest::country),
            suggested("from", "The first day, month or year", false, suggest::date),
            suggested("to", "The last day, month or year", false, suggest::date),
        ],
        help: "What happened, in order, at large or with one country.",
        example: "/timeline country: Sudan from: 2020 to: 2021",
        scope: Scope::Everywhere,
        handler: handlers::timeline,
    },
    Command {
        name: "document",
        description: "What a document is, who signed it, and what it says",
        options: &[suggested("name", "The document", true, suggest::document)],
        help: "What a document is, who signed it, and what it says.",
        example: "/document name: Abraham Accords Declaration",
        scope: Scope::Everywhere,
        handler: handlers::document,
    },
    Command {
        name: "person",
        description: "Who a person is, and what they did or said",
        options: &[suggested("name", "The person", true, suggest::person)],
        help: "Who a person is, and what they did or said.",
        example: "/person name: Jared Kushner",
        scope: Scope::Everywhere,
        handler: handlers::person,
    },
    Command {
        name: "onthisday",
        description: "What happened on a day of the year in the history of the Accords",
        options: &[suggested(
            "date",
            "A day such as 15 September; without one, today (UTC)",
            false,
            suggest::day_of_the_year,
        )],
        help: "What happened on a day of the year, by default today (UTC).",
        example: "/onthisday date: 15 September",
        scope: Scope::Everywhere,
        handler: handlers::on_this_day,
    },
    Command {
        name: "source",
        description: "What a source is, and what is told on its word",
        options: &[suggested("id", "Words of its title or publisher, or its id", true, suggest::source)],
        help: "What a source is, and what is told on its word.",
        example: "/source id: declaration",
        scope: Scope::Everywhere,
        handler: handlers::source,
    },
    Command {
        name: "help",
        description: "What the bot can do, with examples",
        options: &[],
        help: "This text.",
        example: "/help",
        scope: Scope::Everywhere,
        handler: handlers::help_command,
    },
    Command {
        name: "about",
        description: "Version, what the bot knows and up to when, and what it keeps",
        options: &[],
        help: "Version, what the bot knows and up to when, and what it keeps.",
        example: "/about",
        scope: Scope::Everywhere,
        handler: handlers::about,
    },
    Command {
        name: "settings",
        description: "Show or change how the bot behaves on this server",
        options: &[
            plain("allow", "Add a channel to those where the bot may answer", OptionKind::Channel),
            plain("disallow", "Take a channel from those where the bot may answer", OptionKind::Channel),
            plain("everywhere", "Let the bot answer in every channel", OptionKind::YesNo),
            plain("private", "Whether answers are shown to the asker alone, unless asked otherwise", OptionKind::YesNo),
        ],
        help: "For managers of a server: where the bot may answer, and whether answers are private.",
        example: "/settings private: True",
        scope: Scope::Managers,
        handler: settings::settings,
    },
    Command {
        name: "daily",
        description: "A post each day on what happened on that day of the year",
        options: &[
            sub(
                "start",
                "Post in a channel each day, or change how",
                &[
                    CommandOption { required: true, ..DAILY_CHANNEL },
                    CommandOption {
                        required: true,
                        ..plain("time", "The time of day, such as 9:00 or 6:30 pm", OptionKind::Text { most: 20 })
                    },
                    suggested("timezone", "The time zone: a city, a country or an offset", true, suggest::time_zone),
                    plain("quiet_days", "A day without an event: nothing, or the nearest day", QUIET_DAYS),
                    plain("silent", "Without a notification", OptionKind::YesNo),
                ],
            ),
            sub("show", "Which channels get posts, when, and what became of the last ones", &[DAILY_CHANNEL]),
            sub("pause", "Stop posting until it is resumed", &[DAILY_CHANNEL]),
            sub("resume", "Post again from the next day on", &[DAILY_CHANNEL]),
            sub("stop", "Stop posting for good", &[DAILY_CHANNEL]),
            sub(
                "preview",
                "Show the post of a day to you alone",
                &[suggested(
                    "date",
                    "A day such as 15 September; without one, today (UTC)",
                    false,
                    suggest::day_of_the_year,
                )],
            ),
        ],
        help: "For managers of a server: a post each day, with sources, on what happened on that day of the year.",
        example: "/daily start channel: #history time: 9:00 timezone: Asia/Dubai",
        scope: Scope::Managers,
        handler: daily::commands::daily,
    },
    Command {
        name: "admin",
        description: "For whoever owns the bot",
        options: &[sub("reload", "Load the knowledge anew from its folder, if it has no findings", &[])],
        help: "For whoever owns the bot: loads the knowledge anew from its folder, if it has no findings.",
        example: "/admin reload",
        scope: Scope::Owners,
        handler: admin::admin,
    },
];

/// What can be wanted on a day without an event.
const QUIET_DAYS: OptionKind = OptionKind::OneOf(&["skip", "nearest"]);

/// All commands on messages.
pub const MESSAGE_COMMANDS: &[MessageCommand] = &[
    MessageCommand {
        name: "Answer this",
        help: "Answers the question in somebody's message, for you alone.",
        handler: asking::answer_message,
    },
    MessageCommand {
        name: "Check this claim",
        help: "Says for each sentence of a message whether the record supports or contradicts it, for you alone.",
        handler: verdicts::check_message,
    },
];

/// The command of that name.
pub fn find(name: &str) -> Option<&'static Command> {
    COMMANDS.iter().find(|command| command.name == name)
}

/// The command on messages of that name.
pub fn find_on_message(name: &str) -> Option<&'static MessageCommand> {
    MESSAGE_COMMANDS.iter().find(|command| command.name == name)
}

impl Command {
    /// The option of that name, on its own or within a command within this one; options of one name are alike.
    pub fn option(&self, name: &str) -> Option<&'static CommandOption> {
        let within = self.options.iter().filter_map(CommandOption::options).flatten();
        self.options.iter().chain(within).find(|option| option.name == name)
    }

    /// The command as it is typed: `/ask question [private]`, or `/daily start|show` with commands within it.
    pub fn usage(&self) -> String {
        let within: Vec<&str> = self.options.iter().filter(|it| it.options().is_some()).map(|it| it.name).collect();
        if !within.is_empty() {
            return format!("/{} {}", self.name, within.join("|"));
        }
        let options = self
            .options
            .iter()
            .map(|option| if option.required { format!(" {}", option.name) } else { format!(" [{}]", option.name) });
        format!("/{}{}", self.name, options.collect::<String>())
    }
}

/// How many commands there are of all kinds.
pub const fn count() -> usize {
    COMMANDS.len() + MESSAGE_COMMANDS.len()
}

/// The registration payload: the same bytes for the same table.
pub fn payload() -> String {
    serde_json::to_string(&definitions::all(false)).expect("strings, numbers and lists always serialise")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_keeps_discords_limits() {
        assert!(COMMANDS.len() <= limits::COMMANDS && MESSAGE_COMMANDS.len() <= limits::MESSAGE_COMMANDS);
        for command in COMMANDS {
            named(command.name, command.description);
            assert!(command.options.len() <= limits::COMMAND_OPTIONS);
            let within = command.options.iter().filter_map(CommandOption::options);
            for options in within.chain([command.options]) {
                assert!(options.is_sorted_by_key(|option| !option.required), "required options come first");
                for option in options {
                    named(option.name, option.description);
                }
            }
            let are_commands = command.options.iter().filter(|option| option.options().is_some()).count();
            assert!(are_commands == 0 || are_commands == command.options.len(), "all of them or none");
            assert!(command.example.starts_with(&format!("/{}", command.name)));
        }
    }

    fn named(name: &str, description: &str) {
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '-' | '_')), "{name}");
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
        let usages: Vec<String> = COMMANDS.iter().take(4).map(Command::usage).collect();
        assert_eq!(usages, ["/ask question [private]", "/member country", "/members [as_of]", "/compare a b"]);
    }
}

//! The table of commands in Discord's terms.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::discord::commands::{COMMANDS, Command, CommandOption, MESSAGE_COMMANDS, MessageCommand, OptionKind, Scope};
use crate::discord::locales;

/// A command in Discord's terms.
#[derive(Debug, Serialize)]
pub(crate) struct Definition {
    name: &'static str,
    #[serde(rename = "type")]
    kind: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    description_localizations: Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<OptionDefinition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_member_permissions: Option<&'static str>,
    integration_types: &'static [u8],
    contexts: &'static [u8],
}

/// Texts by Discord's codes of languages.
pub(crate) type Localised = BTreeMap<&'static str, &'static str>;

#[derive(Debug, Serialize)]
struct OptionDefinition {
    name: &'static str,
    #[serde(rename = "type")]
    kind: u8,
    description: &'static str,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    description_localizations: Localised,
    #[serde(skip_serializing_if = "Option::is_none")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<Vec<OptionDefinition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices: Option<Vec<ChoiceDefinition>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_length: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    autocomplete: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    channel_types: Option<&'static [u8]>,
}

#[derive(Debug, Serialize)]
struct ChoiceDefinition {
    name: &'static str,
    value: &'static str,
}

/// Discord's numbers of command types.
const CHAT_INPUT: u8 = 1;
const MESSAGE: u8 = 3;
/// Discord's numbers of option types.
const SUBCOMMAND: u8 = 1;
const STRING: u8 = 3;
const BOOLEAN: u8 = 5;
const CHANNEL: u8 = 7;
/// Discord's numbers of the channels in which people write: text, announcements, forum.
const WRITTEN_CHANNELS: &[u8] = &[0, 5, 15];
/// Those of them that take messages.
pub(crate) const MESSAGE_CHANNELS: &[u8] = &[0, 5];
/// Installed in a server, or by a user for themselves.
const BOTH_INSTALLS: &[u8] = &[0, 1];
const IN_A_SERVER: &[u8] = &[0];
/// In servers, in direct messages with the bot, in other private channels.
const ALL_CONTEXTS: &[u8] = &[0, 1, 2];
/// In servers and in direct messages with the bot.
const SERVERS_AND_OWN: &[u8] = &[0, 1];
/// No permission is enough by itself: in servers it is shown to administrators alone. Who may use it is another matter.
const ADMINISTRATORS: &str = "0";
/// The permission Manage Server, as Discord writes it.
const MANAGE_SERVER: &str = "32";

/// All commands; with descriptions in languages written from right to left if Discord takes them.
pub(crate) fn all(right_to_left: bool) -> Vec<Definition> {
    let typed = COMMANDS.iter().map(|command| of_command(command, right_to_left));
    typed.chain(MESSAGE_COMMANDS.iter().map(of_message_command)).collect()
}

fn of_command(command: &Command, right_to_left: bool) -> Definition {
    let (integration_types, contexts, permissions) = match command.scope {
        Scope::Everywhere => (BOTH_INSTALLS, ALL_CONTEXTS, None),
        Scope::Managers => (IN_A_SERVER, IN_A_SERVER, Some(MANAGE_SERVER)),
        Scope::Owners => (BOTH_INSTALLS, SERVERS_AND_OWN, Some(ADMINISTRATORS)),
    };
    Definition {
        name: command.name,
        kind: CHAT_INPUT,
        description: Some(command.description),
        description_localizations: locales::of(command.name, None, right_to_left),
        options: Some(command.options.iter().map(|option| of_option(command, option, right_to_left)).collect()),
        default_member_permissions: permissions,
        integration_types,
        contexts,
    }
}

fn of_message_command(command: &MessageCommand) -> Definition {
    Definition {
        name: command.name,
        kind: MESSAGE,
        description: None,
        description_localizations: Localised::new(),
        options: None,
        default_member_permissions: None,
        integration_types: BOTH_INSTALLS,
        contexts: ALL_CONTEXTS,
    }
}

fn of_option(command: &Command, option: &CommandOption, right_to_left: bool) -> OptionDefinition {
    let kind = match option.kind {
        OptionKind::Text { .. } | OptionKind::OneOf(_) => STRING,
        OptionKind::YesNo => BOOLEAN,
        OptionKind::Channel | OptionKind::MessageChannel => CHANNEL,
        OptionKind::Subcommand(_) => SUBCOMMAND,
    };
    let within = option.options();
    OptionDefinition {
        name: option.name,
        kind,
        description: option.description,
        description_localizations: locales::of(command.name, Some(option.name), right_to_left),
        required: within.is_none().then_some(option.required),
        options: within.map(|within| within.iter().map(|it| of_option(command, it, right_to_left)).collect()),
        choices: match option.kind {
            OptionKind::OneOf(words) => {
                Some(words.iter().map(|word| ChoiceDefinition { name: word, value: word }).collect())
            }
            _ => None,
        },
        max_length: match option.kind {
            OptionKind::Text { most } => Some(most),
            _ => None,
        },
        autocomplete: option.complete.map(|_| true),
        channel_types: match option.kind {
            OptionKind::Channel => Some(WRITTEN_CHANNELS),
            OptionKind::MessageChannel => Some(MESSAGE_CHANNELS),
            _ => None,
        },
    }
}

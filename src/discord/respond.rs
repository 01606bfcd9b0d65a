//! An interaction or message -> what to answer. Knows no transport: the gateway and an HTTP endpoint both call it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;
use serenity::all::{CommandInteraction, Interaction, InteractionType, Message, MessageType};

use crate::discord::app::App;
use crate::discord::commands;
use crate::discord::escape::visible;
use crate::discord::handlers::{self, UserError};
use crate::discord::limits;
use crate::discord::message::{ChannelPost, Outgoing};
use crate::discord::options::Options;

/// The answer to an interaction; serialises to the body that Discord's callback takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// "I am here": the answer to Discord's check of an HTTP endpoint.
    Pong,
    /// A message.
    Message(Outgoing),
    /// Suggestions for the option that is being typed.
    Autocomplete(Vec<Choice>),
}

impl Reply {
    /// Discord's number of this kind of answer.
    fn kind(&self) -> u8 {
        match self {
            Self::Pong => 1,
            Self::Message(_) => 4,
            Self::Autocomplete(_) => 8,
        }
    }

    fn notice(text: &str) -> Self {
        Self::Message(Outgoing::text(text).private(true))
    }
}

impl Serialize for Reply {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Choices<'a> {
            choices: &'a [Choice],
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", &self.kind())?;
        match self {
            Self::Pong => {}
            Self::Message(message) => map.serialize_entry("data", message)?,
            Self::Autocomplete(choices) => map.serialize_entry("data", &Choices { choices })?,
        }
        map.end()
    }
}

/// A suggestion: what people see, and what comes back when they take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    name: String,
    value: String,
}

impl Choice {
    /// A suggestion; the name is cut to Discord's limit.
    pub fn new(name: &str, value: &str) -> Self {
        let name = limits::trim(&visible(name), limits::aim(limits::CHOICE_NAME)).into_owned();
        Self { name, value: value.to_owned() }
    }

    /// Whether Discord takes it; one that it refuses would cost all of them.
    fn is_valid(&self) -> bool {
        !self.name.is_empty() && (1..=limits::CHOICE_VALUE).contains(&limits::count(&self.value))
    }
}

const NO_LONGER: &str = "This bot does not know that button. It may belong to another version of the bot.";
const NO_COMMAND: &str = "This bot does not know that command. Please reload Discord (Ctrl+R) to see what it can do.";
const FAILED: &str = "Something went wrong with this answer. The question is fine; please try again in a moment.";
const UNREADABLE: &str = "This bot could not read what Discord sent. Please try again, or ask in other words.";

/// The answer to an interaction. There is always one.
pub fn respond(app: &App, interaction: &Interaction) -> Reply {
    match interaction {
        Interaction::Ping(_) => Reply::Pong,
        Interaction::Command(command) => run(app, command).unwrap_or_else(|error| Reply::notice(&error.to_string())),
        Interaction::Autocomplete(command) => Reply::Autocomplete(complete(app, command)),
        _ => Reply::notice(NO_LONGER),
    }
}

fn run(app: &App, interaction: &CommandInteraction) -> Result<Reply, UserError> {
    let Some(command) = commands::find(&interaction.data.name) else {
        return Ok(Reply::notice(NO_COMMAND));
    };
    let options = Options::of(command, &interaction.data.options)?;
    (command.handler)(app, &options).map(Reply::Message)
}

/// Suggestions for the option being typed; none on any problem, for a failed autocomplete shows an error to people.
fn complete(app: &App, interaction: &CommandInteraction) -> Vec<Choice> {
    let typed = interaction.data.autocomplete();
    let option = typed.as_ref().and_then(|typed| commands::find(&interaction.data.name)?.option(typed.name));
    let (Some(typed), Some(complete)) = (typed, option.and_then(|option| option.complete)) else {
        return Vec::new();
    };
    let mut choices = complete(app, &limits::trim(typed.value, limits::CHOICE_VALUE));
    choices.retain(Choice::is_valid);
    choices.truncate(limits::CHOICES);
    choices
}

/// The answer when [`respond`] itself failed: a handler that panicked or took too long.
pub fn fallback(interaction: &Interaction) -> Reply {
    match interaction {
        Interaction::Ping(_) => Reply::Pong,
        Interaction::Autocomplete(_) => Reply::Autocomplete(Vec::new()),
        _ => Reply::notice(FAILED),
    }
}

/// Where and what to answer to an interaction of a shape that the library cannot read; none without an id and token.
pub fn respond_to_unread(interaction: &Value) -> Option<(u64, String, Reply)> {
    let id = interaction["id"].as_str()?.parse().ok()?;
    let token = interaction["token"].as_str()?.to_owned();
    let kind = u8::try_from(interaction["type"].as_u64()?).ok()?;
    let reply = match InteractionType::from(kind) {
        InteractionType::Ping => Reply::Pong,
        InteractionType::Autocomplete => Reply::Autocomplete(Vec::new()),
        _ => Reply::notice(UNREADABLE),
    };
    Some((id, token, reply))
}

/// The reply to a message: to one that mentions the bot by name, or that is written to it directly; none to others.
///
/// A mention of everyone or of a role is not meant for the bot, and neither is a reply to one of its messages without
/// a mention. Bots and webhooks get no answer, so that two bots never talk to each other.
pub fn respond_to_mention(app: &App, message: &Message, bot: u64) -> Option<ChannelPost> {
    let from_person = !message.author.bot && !message.author.system && message.webhook_id.is_none();
    let is_talk = matches!(message.kind, MessageType::Regular | MessageType::InlineReply);
    let (text, mentioned) = without_mention(&message.content, bot);
    let addressed = mentioned || message.guild_id.is_none();
    if !from_person || !is_talk || !addressed || message.author.id.get() == bot {
        return None;
    }
    let reply = if text.is_empty() {
        handlers::help()
    } else if limits::count(&text) > limits::QUESTION {
        Outgoing::text(&UserError::too_long().to_string())
    } else {
        handlers::answer_question(app, &text, None)
    };
    Some(reply.in_reply_to(message.id.get()))
}

/// The text without the bot's name in it, and whether it was there.
fn without_mention(content: &str, bot: u64) -> (String, bool) {
    let mut text = content.to_owned();
    for mention in [format!("<@{bot}>"), format!("<@!{bot}>")] {
        text = text.replace(&mention, " ");
    }
    let mentioned = text != content;
    (visible(&text), mentioned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_a_mention_are_taken_out() {
        assert_eq!(without_mention("<@7> who signed?", 7), ("who signed?".to_owned(), true));
        assert_eq!(without_mention("who <@!7> signed?", 7), ("who signed?".to_owned(), true));
        assert_eq!(without_mention("<@70> who signed?", 7), ("<@70> who signed?".to_owned(), false));
        assert_eq!(without_mention(" <@7>\u{200B} ", 7), (String::new(), true));
    }

    #[test]
    fn replies_serialise_to_callback_bodies() {
        let text = |reply: &Reply| serde_json::to_string(reply).expect("plain data");
        assert_eq!(text(&Reply::Pong), r#"{"type":1}"#);
        assert_eq!(
            text(&Reply::Autocomplete(vec![Choice::new("Morocco", "country-morocco")])),
            r#"{"type":8,"data":{"choices":[{"name":"Morocco","value":"country-morocco"}]}}"#
        );
        assert_eq!(
            text(&Reply::notice("No.")),
            r#"{"type":4,"data":{"content":"No.","flags":64,"allowed_mentions":{"parse":[]}}}"#
        );
    }

    #[test]
    fn a_choice_that_discord_refuses_is_known() {
        assert!(Choice::new(&"long ".repeat(50), "x").is_valid());
        assert!(!Choice::new("name", &"v".repeat(101)).is_valid());
        assert!(!Choice::new("\u{200B}", "v").is_valid());
    }

    #[test]
    fn what_cannot_be_read_is_still_answered() {
        let unread = serde_json::json!({"id": "5", "token": "t", "type": 4});
        assert_eq!(respond_to_unread(&unread), Some((5, "t".to_owned(), Reply::Autocomplete(Vec::new()))));
        assert_eq!(respond_to_unread(&serde_json::json!({"id": "5"})), None);
    }
}

//! An interaction -> what to answer. Knows no transport: the gateway and an HTTP endpoint both call it.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;
use serenity::all::{CommandInteraction, CommandType, Interaction, InteractionType, Permissions, ResolvedTarget};

use crate::discord::app::App;
use crate::discord::call::{Call, UserError};
use crate::discord::commands::{self, Scope};
use crate::discord::components::Form;
use crate::discord::escape::visible;
use crate::discord::files::File;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::options::Options;
use crate::discord::place::Place;
use crate::discord::presses;
use crate::discord::suggest::Typing;
use crate::discord::talk::may_answer;
use crate::ops::metrics::Outcome;

/// The answer to an interaction; serialises to the body that Discord's callback takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// "I am here": the answer to Discord's check of an HTTP endpoint.
    Pong,
    /// A message.
    Message(Outgoing),
    /// Suggestions for the option that is being typed.
    Autocomplete(Vec<Choice>),
    /// A message in the place of the one whose button was pressed.
    Update(Outgoing),
    /// A form to fill in.
    Modal(Form),
}

impl Reply {
    /// Discord's number of this kind of answer.
    fn kind(&self) -> u8 {
        match self {
            Self::Pong => 1,
            Self::Message(_) => 4,
            Self::Autocomplete(_) => 8,
            Self::Update(_) => 7,
            Self::Modal(_) => 9,
        }
    }

    /// The message that it is.
    fn message(&self) -> Option<&Outgoing> {
        match self {
            Self::Message(message) | Self::Update(message) => Some(message),
            _ => None,
        }
    }

    /// The same without files.
    fn without_files(self) -> Self {
        match self {
            Self::Message(message) => Self::Message(message.without_files()),
            Self::Update(message) => Self::Update(message.without_files()),
            other => other,
        }
    }

    /// What came of what was asked.
    pub fn outcome(&self) -> Outcome {
        self.message().map_or(Outcome::Shown, Outgoing::outcome)
    }

    /// What goes beside the body.
    pub fn files(&self) -> &[File] {
        self.message().map_or(&[], Outgoing::files)
    }

    /// A short text for the person alone.
    pub(crate) fn notice(text: &str) -> Self {
        Self::refusal(text, Outcome::Refused)
    }

    /// A short text for the person alone, on why there is no more.
    fn refusal(text: &str, outcome: Outcome) -> Self {
        Self::Message(Outgoing::text(text).private(true).with_outcome(outcome))
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
            Self::Message(message) | Self::Update(message) => map.serialize_entry("data", message)?,
            Self::Modal(form) => map.serialize_entry("data", form)?,
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

    /// What people see.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether Discord takes it; one that it refuses would cost all of them.
    fn is_valid(&self) -> bool {
        !self.name.is_empty() && (1..=limits::CHOICE_VALUE).contains(&limits::count(&self.value))
    }
}

const NO_COMMAND: &str = "This bot does not know that command. Please reload Discord (Ctrl+R) to see what it can do.";
const FAILED: &str = "Something went wrong with this answer. The question is fine; please try again in a moment.";
const UNREADABLE: &str = "This bot could not read what Discord sent. Please try again, or ask in other words.";

/// The answer to an interaction. There is always one.
///
/// Who asks too much is told so before any work is done.
pub fn respond(app: &App, interaction: &Interaction) -> Reply {
    let place = match interaction {
        Interaction::Ping(_) => return Reply::Pong,
        Interaction::Autocomplete(command) => return Reply::Autocomplete(complete(app, command)),
        Interaction::Command(command) => Place::of_command(command),
        Interaction::Component(component) => Place::of_component(component),
        Interaction::Modal(form) => Place::of_form(form),
        _ => return Reply::notice(UNREADABLE),
    };
    if let Err(wait) = app.may_ask(place.user, place.guild) {
        let text = format!("That was a lot at once. Please try again in {} seconds.", wait.as_secs() + 1);
        return Reply::refusal(&text, Outcome::Limited);
    }
    let reply = match interaction {
        Interaction::Command(command) => {
            run(app, command, place).unwrap_or_else(|error| Reply::notice(&error.to_string()))
        }
        Interaction::Component(component) => presses::press(app, component),
        Interaction::Modal(form) => presses::send(app, form),
        _ => Reply::notice(UNREADABLE),
    };
    if may_attach(interaction) { reply } else { reply.without_files() }
}

/// Whether the bot may attach files where it was asked; where Discord does not say, it may.
fn may_attach(interaction: &Interaction) -> bool {
    let permissions = match interaction {
        Interaction::Command(command) => command.app_permissions,
        Interaction::Component(component) => component.app_permissions,
        _ => None,
    };
    permissions.is_none_or(|permissions| permissions.contains(Permissions::ATTACH_FILES))
}

fn run(app: &App, interaction: &CommandInteraction, place: Place) -> Result<Reply, UserError> {
    let data = &interaction.data;
    let knowledge = &*app.knowledge();
    if data.kind == CommandType::Message {
        let Some(command) = commands::find_on_message(&data.name) else { return Ok(Reply::notice(NO_COMMAND)) };
        let text = match data.target() {
            Some(ResolvedTarget::Message(message)) => message.content.as_str(),
            _ => "",
        };
        let options = Options::none();
        return (command.handler)(&Call { app, knowledge, options, place }, text).map(Reply::Message);
    }
    let Some(command) = commands::find(&data.name) else { return Ok(Reply::notice(NO_COMMAND)) };
    let options = Options::of(command, &data.options)?;
    let reply = (command.handler)(&Call { app, knowledge, options, place })?;
    // The settings themselves can be changed from everywhere, and what only the asker sees disturbs nobody.
    if command.scope == Scope::Everywhere && !reply.is_private() && !may_answer(app, &place) {
        return Ok(Reply::Message(reply.private(true)));
    }
    Ok(Reply::Message(reply))
}

/// Suggestions for the option being typed; none on any problem, for a failed autocomplete shows an error to people.
fn complete(app: &App, interaction: &CommandInteraction) -> Vec<Choice> {
    let typed = interaction.data.autocomplete();
    let option = typed.as_ref().and_then(|typed| commands::find(&interaction.data.name)?.option(typed.name));
    let (Some(typed), Some(complete)) = (typed, option.and_then(|option| option.complete)) else {
        return Vec::new();
    };
    if !app.may_type(interaction.user.id.get()) {
        return Vec::new();
    }
    let mut choices = complete(&Typing { app, text: &limits::trim(typed.value, limits::CHOICE_VALUE) });
    choices.retain(Choice::is_valid);
    choices.truncate(limits::CHOICES);
    choices
}

/// The answer when [`respond`] itself failed: a handler that panicked or took too long.
pub fn fallback(interaction: &Interaction) -> Reply {
    match interaction {
        Interaction::Ping(_) => Reply::Pong,
        Interaction::Autocomplete(_) => Reply::Autocomplete(Vec::new()),
        _ => Reply::refusal(FAILED, Outcome::Failed),
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

#[cfg(test)]
mod tests {
    use super::*;

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

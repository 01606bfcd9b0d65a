//! What is asked of Discord: one function for each request. How it is asked is the same for all of them.

use std::time::Duration;

use reqwest::Method;
use serde::Deserialize;
use serde_json::Value;

use super::{Call, Kind, Rest, RestError};
use crate::discord::answering::Callback;
use crate::discord::definitions::Definition;
use crate::discord::files::{File, Packed};
use crate::discord::limits;
use crate::discord::message::ChannelPost;

/// Where the bot's application is.
const APPLICATION: [&str; 3] = ["oauth2", "applications", "@me"];

/// What Discord says on connecting to its gateway.
#[derive(Clone, Debug, Deserialize)]
pub struct GatewayBot {
    /// Where to connect.
    pub url: String,
    /// How many shards it asks for.
    #[serde(default = "one")]
    pub shards: u32,
    /// How many more sessions may be started.
    pub session_start_limit: Option<SessionStartLimit>,
}

/// How many more sessions may be started. The defaults are what Discord documents.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(default)]
pub struct SessionStartLimit {
    /// So many in a day.
    pub total: u32,
    /// So many are left.
    pub remaining: u32,
    /// Milliseconds until they are all there again.
    pub reset_after: u64,
    /// So many at once, in five seconds.
    pub max_concurrency: u16,
}

impl Default for SessionStartLimit {
    fn default() -> Self {
        Self { total: 1_000, remaining: 1_000, reset_after: 86_400_000, max_concurrency: 1 }
    }
}

/// Whatever has an id.
#[derive(Deserialize)]
struct Id {
    id: String,
}

impl Id {
    fn number(&self, what: &'static str) -> Result<u64, RestError> {
        self.id.parse().map_err(|_| RestError::Unreadable { what, problem: "the id is no number".to_owned() })
    }
}

fn one() -> u32 {
    1
}

impl Rest {
    /// Where the gateway is.
    ///
    /// # Errors
    /// See [`RestError`].
    pub async fn gateway_bot(&self) -> Result<GatewayBot, RestError> {
        let what = "asking for the gateway";
        let body = self.call(Call { what, path: &["gateway", "bot"], ..Call::default() });
        read(what, &body.await?)
    }

    /// The id of the bot's application.
    ///
    /// # Errors
    /// See [`RestError`].
    pub async fn application_id(&self) -> Result<u64, RestError> {
        let what = "asking for the application's id";
        let body = self.call(Call { what, path: &APPLICATION, ..Call::default() });
        let application: Id = read(what, &body.await?)?;
        application.number(what)
    }

    /// The bot's application, with its owner or team.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn application(&self) -> Result<Value, RestError> {
        let what = "asking for the application's owner";
        read(what, &self.call(Call { what, path: &APPLICATION, ..Call::default() }).await?)
    }

    /// The commands that are registered.
    ///
    /// # Errors
    /// See [`RestError`].
    pub async fn commands(&self, application: u64) -> Result<Vec<Value>, RestError> {
        let what = "asking for the registered commands";
        let id = application.to_string();
        let path = ["applications", &id, "commands"];
        let body = self.call(Call { what, path: &path, ..Call::default() });
        read(what, &body.await?)
    }

    /// Registers these commands in place of all others.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn put_commands(&self, application: u64, commands: &[Definition]) -> Result<(), RestError> {
        let what = "registering the commands";
        let id = application.to_string();
        let path = ["applications", &id, "commands"];
        let body = Some(Packed::new(commands, &[]));
        self.call(Call { what, method: Method::PUT, path: &path, body, ..Call::default() }).await.map(drop)
    }

    /// Answers an interaction.
    ///
    /// # Errors
    /// See [`RestError`].
    pub async fn callback(&self, interaction: u64, token: &str, callback: &Callback) -> Result<(), RestError> {
        let what = "answering an interaction";
        let id = interaction.to_string();
        let path = ["interactions", &id, token, "callback"];
        let body = Some(Packed::new(callback, callback.files()));
        self.call(Call { what, method: Method::POST, path: &path, body, kind: Kind::Callback, ..Call::default() })
            .await
            .map(drop)
    }

    /// Puts a message where the deferral of an interaction's answer stands.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn edit_original(
        &self,
        app: u64,
        token: &str,
        message: &Value,
        files: &[File],
    ) -> Result<(), RestError> {
        let what = "giving a deferred answer";
        let id = app.to_string();
        let path = ["webhooks", &id, token, "messages", "@original"];
        let body = Some(Packed::new(message, files));
        self.call(Call { what, method: Method::PATCH, path: &path, body, kind: Kind::Webhook, ..Call::default() })
            .await
            .map(drop)
    }

    /// Takes the deferral of an interaction's answer away.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn delete_original(&self, app: u64, token: &str) -> Result<(), RestError> {
        let what = "taking a deferral away";
        let id = app.to_string();
        let path = ["webhooks", &id, token, "messages", "@original"];
        self.call(Call {
            what,
            method: Method::DELETE,
            path: &path,
            body: None,
            kind: Kind::Webhook,
            ..Call::default()
        })
        .await
        .map(drop)
    }

    /// Sends one more message to an interaction.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn follow_up(
        &self,
        app: u64,
        token: &str,
        message: &Value,
        files: &[File],
    ) -> Result<(), RestError> {
        let what = "sending one more message to an interaction";
        let id = app.to_string();
        let path = ["webhooks", &id, token];
        let body = Some(Packed::new(message, files));
        self.call(Call { what, method: Method::POST, path: &path, body, kind: Kind::Webhook, ..Call::default() })
            .await
            .map(drop)
    }

    /// Posts a message in a channel.
    ///
    /// # Errors
    /// See [`RestError`].
    pub async fn create_message(&self, channel: u64, post: &ChannelPost) -> Result<(), RestError> {
        let what = "posting a message";
        let id = channel.to_string();
        let path = ["channels", &id, "messages"];
        let body = Some(Packed::new(post, post.files()));
        self.call(Call { what, method: Method::POST, path: &path, body, ..Call::default() }).await.map(drop)
    }

    /// Posts a message in a channel with one request, so that its outcome is exactly known; the message's id.
    ///
    /// # Errors
    /// See [`RestError`]; [`RestError::may_have_arrived`] says whether there may be a message all the same.
    pub(crate) async fn post_once(&self, channel: u64, post: &ChannelPost, most: Duration) -> Result<u64, RestError> {
        let what = "posting a daily message";
        let id = channel.to_string();
        let path = ["channels", &id, "messages"];
        let body = Some(Packed::new(post, post.files()));
        let call = Call { what, method: Method::POST, path: &path, body, once: Some(most), ..Call::default() };
        let message: Id = read(what, &self.call(call).await?)?;
        message.number(what)
    }

    /// A page of a channel's messages, the latest first; those before a message, where one is given.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn messages(&self, channel: u64, before: Option<u64>) -> Result<Vec<Value>, RestError> {
        let what = "reading a channel's messages";
        let id = channel.to_string();
        let path = ["channels", &id, "messages"];
        let before = before.map_or_else(String::new, |before| format!("&before={before}"));
        let query = Some(format!("limit={}{before}", limits::MESSAGES_PAGE));
        read(what, &self.call(Call { what, path: &path, query, ..Call::default() }).await?)
    }

    /// The bot's own id as a user.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn own_id(&self) -> Result<u64, RestError> {
        let what = "asking for the bot's own id";
        let user: Id = read(what, &self.call(Call { what, path: &["users", "@me"], ..Call::default() }).await?)?;
        user.number(what)
    }

    /// A channel.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn channel(&self, channel: u64) -> Result<Value, RestError> {
        let what = "asking for a channel";
        let id = channel.to_string();
        read(what, &self.call(Call { what, path: &["channels", &id], ..Call::default() }).await?)
    }

    /// A server, with its roles.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn guild(&self, guild: u64) -> Result<Value, RestError> {
        let what = "asking for a server";
        let id = guild.to_string();
        read(what, &self.call(Call { what, path: &["guilds", &id], ..Call::default() }).await?)
    }

    /// A member of a server.
    ///
    /// # Errors
    /// See [`RestError`].
    pub(crate) async fn member(&self, guild: u64, user: u64) -> Result<Value, RestError> {
        let what = "asking for a member of a server";
        let (guild, user) = (guild.to_string(), user.to_string());
        read(what, &self.call(Call { what, path: &["guilds", &guild, "members", &user], ..Call::default() }).await?)
    }
}

fn read<T: for<'de> Deserialize<'de>>(what: &'static str, body: &[u8]) -> Result<T, RestError> {
    serde_json::from_slice(body).map_err(|error| RestError::Unreadable { what, problem: error.to_string() })
}

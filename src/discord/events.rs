//! What comes over the gateway -> answers, each in a task of its own.

use std::borrow::Cow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;
use serenity::all::{Interaction, Message};
use tokio::sync::watch;
use tokio::time::timeout;
use tracing::{debug, info, warn};

use crate::discord::answering::{self, Answering, Callback};
use crate::discord::incoming;
use crate::discord::registration::{self, Registered};
use crate::discord::respond;
use crate::discord::rest::{Rest, RestError};
use crate::discord::seen::Seen;

/// How long a message waits for READY, which tells the bot its own id and comes before every message.
const READY_DEADLINE: Duration = Duration::from_secs(10);

/// A frame of the gateway; only dispatches (opcode 0) have a kind.
#[derive(Deserialize)]
struct Frame<'a> {
    op: u8,
    #[serde(borrow)]
    t: Option<Cow<'a, str>>,
    #[serde(borrow)]
    d: Option<&'a RawValue>,
}

#[derive(Deserialize)]
struct Ready {
    user: Id,
    application: Option<Id>,
}

#[derive(Deserialize)]
struct Id {
    id: String,
}

/// Answers events. Clones share everything.
#[derive(Clone, Debug)]
pub(crate) struct Events {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    answering: Answering,
    seen: Seen,
    /// The bot's own id, once READY has told it.
    bot: watch::Sender<Option<u64>>,
    registered: AtomicBool,
    unread: AtomicU64,
}

impl Events {
    /// Answers what comes in with `answering`.
    pub(crate) fn new(answering: Answering) -> Self {
        let shared = Shared {
            answering,
            seen: Seen::default(),
            bot: watch::Sender::new(None),
            registered: AtomicBool::new(false),
            unread: AtomicU64::new(0),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Takes a frame as it came over the connection. What cannot be read is counted and told, never with its text.
    pub(crate) fn on_frame(&self, text: &str) {
        let Ok(Frame { op: 0, t: Some(kind), d: Some(data) }) = serde_json::from_str::<Frame<'_>>(text) else {
            return;
        };
        match kind.as_ref() {
            "READY" => self.on_ready(data),
            "RESUMED" => info!("connection to Discord resumed"),
            "INTERACTION_CREATE" => {
                let value = read::<Value>(data).unwrap_or_default();
                match incoming::interaction(&value) {
                    Some(interaction) => self.on_interaction(interaction),
                    None => self.on_unread_interaction(&value),
                }
            }
            "MESSAGE_CREATE" => match read::<Message>(data) {
                Some(message) => self.on_message(message),
                None => self.count_unread(&kind),
            },
            kind => debug!(kind, "an event of no use here"),
        }
    }

    fn on_ready(&self, data: &RawValue) {
        let ready = read::<Ready>(data);
        let id = |id: &Id| id.id.parse::<u64>().ok();
        match ready.as_ref().and_then(|ready| id(&ready.user)) {
            Some(bot) => drop(self.shared.bot.send_replace(Some(bot))),
            None => self.count_unread("READY"),
        }
        info!("connected to Discord");
        self.register(ready.and_then(|ready| id(&ready.application?)));
    }

    /// Registers the commands, once in the life of the process: READY comes again with every new session. Discord is
    /// asked for an application's id that is not known.
    pub(crate) fn register(&self, application: Option<u64>) {
        if self.shared.registered.swap(true, Ordering::Relaxed) {
            return;
        }
        let rest = Arc::clone(self.shared.answering.rest());
        self.shared.answering.spawn(async move {
            match register(&rest, application).await {
                Ok(Registered::Sent) => info!("commands registered"),
                Ok(Registered::Unchanged) => info!("commands are registered already"),
                Err(error) => {
                    warn!(error = %error.chain(), "commands could not be registered; the bot answers those it has");
                }
            }
        });
    }

    fn on_interaction(&self, interaction: Interaction) {
        if !self.shared.seen.is_new(interaction.id().get()) {
            return;
        }
        let answering = self.shared.answering.clone();
        self.shared.answering.spawn(async move {
            let interaction = Arc::new(interaction);
            let callback = answering.first(Arc::clone(&interaction)).await;
            answer(answering.rest(), interaction.id().get(), interaction.token(), &callback).await;
        });
    }

    fn on_message(&self, message: Message) {
        // Most messages in a server mention nobody; they are not even worth remembering.
        let mentions_nobody = message.guild_id.is_some() && !message.content.contains("<@");
        if mentions_nobody || message.author.bot || !self.shared.seen.is_new(message.id.get()) {
            return;
        }
        let shared = Arc::clone(&self.shared);
        self.shared.answering.spawn(async move {
            let Some(bot) = shared.bot_id().await else { return };
            let channel = message.channel_id.get();
            let found = shared.answering.beside(move |app| respond::respond_to_mention(app, &message, bot));
            if let Some(post) = found.await.flatten()
                && let Err(error) = shared.answering.rest().create_message(channel, &post).await
            {
                warn!(error = %error.chain(), "a message could not be answered");
            }
        });
    }

    /// Says that an event of use could not be read, and how many so far.
    fn count_unread(&self, kind: &str) {
        let so_far = self.shared.unread.fetch_add(1, Ordering::Relaxed) + 1;
        warn!(kind, so_far, "an event from Discord could not be read");
    }

    fn on_unread_interaction(&self, interaction: &Value) {
        self.count_unread("INTERACTION_CREATE");
        let Some((id, token, callback)) = answering::unread(interaction) else { return };
        if self.shared.seen.is_new(id) {
            let rest = Arc::clone(self.shared.answering.rest());
            self.shared.answering.spawn(async move { answer(&rest, id, &token, &callback).await });
        }
    }
}

impl Shared {
    async fn bot_id(&self) -> Option<u64> {
        let mut bot = self.bot.subscribe();
        let known = timeout(READY_DEADLINE, bot.wait_for(Option::is_some)).await;
        known.ok().and_then(Result::ok).and_then(|id| *id)
    }
}

/// Discord's numbers for an interaction that has an answer, and for one that it does not know any more.
const ALREADY_ANSWERED: u64 = 40_060;
const UNKNOWN_INTERACTION: u64 = 10_062;

async fn answer(rest: &Rest, interaction: u64, token: &str, callback: &Callback) {
    match rest.callback(interaction, token, callback).await {
        Ok(()) => debug!("an interaction was answered"),
        // The first answer arrived and only its receipt was lost, or three seconds have passed.
        Err(RestError::Refused { code: Some(code @ (ALREADY_ANSWERED | UNKNOWN_INTERACTION)), .. }) => {
            debug!(code, "an interaction was answered before or is gone");
        }
        Err(error) => warn!(error = %error.chain(), "an interaction could not be answered"),
    }
}

async fn register(rest: &Rest, application: Option<u64>) -> Result<Registered, RestError> {
    let application = match application {
        Some(id) => id,
        None => rest.application_id().await?,
    };
    registration::register(rest, application).await
}

fn read<T: DeserializeOwned>(data: &RawValue) -> Option<T> {
    serde_json::from_str(data.get()).ok()
}

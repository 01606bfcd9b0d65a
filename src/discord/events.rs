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
use tokio::time::{sleep, timeout};
use tracing::{Instrument as _, debug, error_span, info, warn};

use crate::discord::answering::{self, Answering, Callback, First};
use crate::discord::incoming;
use crate::discord::message::ChannelPost;
use crate::discord::posts::{Heading, Posts};
use crate::discord::registration::{self, Registered};
use crate::discord::rest::{Rest, RestError, jitter};
use crate::discord::seen::Seen;
use crate::discord::talk;

/// How long a message waits for READY, which tells the bot its own id and comes before every message.
const READY_DEADLINE: Duration = Duration::from_secs(10);

/// The wait after a registration of commands that failed; it doubles up to the longest, with jitter.
const REGISTERED_AGAIN: Duration = Duration::from_secs(3);
const REGISTERED_AGAIN_LONGEST: Duration = Duration::from_mins(10);

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
    posts: Posts,
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
            posts: Posts::default(),
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
            "INTERACTION_CREATE" => match incoming::read(data.get()) {
                Ok(interaction) => self.on_interaction(interaction),
                Err(value) => self.on_unread_interaction(&value),
            },
            "MESSAGE_CREATE" => match read::<Message>(data) {
                Some(message) => self.on_message(message),
                None => self.count_unread("MESSAGE_CREATE"),
            },
            "GUILD_DELETE" => self.on_left(data),
            "THREAD_CREATE" => self.on_thread(data),
            kind => debug!(kind, "an event of no use here"),
        }
    }

    /// The bot was taken from a server, and what is kept of it is deleted. One that is only out of reach is not left.
    fn on_left(&self, data: &RawValue) {
        #[derive(Deserialize)]
        struct Gone {
            id: String,
            #[serde(default)]
            unavailable: Option<bool>,
        }
        let Some(Gone { id, unavailable }) = read(data) else { return self.count_unread("GUILD_DELETE") };
        let Some(guild) = id.parse::<u64>().ok().filter(|_| unavailable != Some(true)) else { return };
        if let Some(records) = self.shared.answering.app().records() {
            records.forget(guild);
        }
    }

    /// A new post in a forum; its first message has the post's own id.
    fn on_thread(&self, data: &RawValue) {
        #[derive(Deserialize)]
        struct Thread {
            id: String,
            #[serde(default)]
            name: String,
            parent_id: Option<String>,
            #[serde(default)]
            newly_created: bool,
        }
        let forums = &self.shared.answering.app().listening().forums;
        if forums.is_empty() {
            return;
        }
        let Some(thread) = read::<Thread>(data) else { return self.count_unread("THREAD_CREATE") };
        let forum = thread.parent_id.and_then(|id| id.parse().ok());
        if let Some(id) = thread.id.parse::<u64>().ok()
            && let Some(forum) = forum.filter(|forum| forums.contains(forum))
            && thread.newly_created
        {
            self.on_post(self.shared.posts.heading(id, Heading { title: thread.name, forum }));
        }
    }

    /// Answers a post of which heading and first message have come.
    fn on_post(&self, post: Option<(Heading, Message)>) {
        let Some((heading, first)) = post else { return };
        if !self.shared.seen.is_new(first.id.get()) {
            return;
        }
        let shared = Arc::clone(&self.shared);
        let span = error_span!("forum_post", id = first.id.get());
        let answer = async move {
            let channel = first.channel_id.get();
            let found = shared.answering.beside("forum post", move |app| talk::respond_to_post(app, &heading, &first));
            shared.post(channel, found.await).await;
        };
        self.shared.answering.spawn(answer.instrument(span));
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
    /// asked for an application's id that is not known. What fails and may pass is tried again.
    pub(crate) fn register(&self, application: Option<u64>) {
        if self.shared.registered.swap(true, Ordering::Relaxed) {
            return;
        }
        let answering = self.shared.answering.clone();
        // What is under way is finished before the process ends; nobody waits for the next attempt.
        tokio::spawn(async move {
            let mut wait = REGISTERED_AGAIN;
            while let Err(error) = attempt(&answering, application).await {
                let error = error.chain();
                warn!(%error, ?wait, "commands could not be registered and will be tried again; the bot answers those it has");
                sleep(wait + jitter(wait)).await;
                wait = (wait * 2).min(REGISTERED_AGAIN_LONGEST);
            }
        });
    }

    fn on_interaction(&self, interaction: Interaction) {
        if !self.shared.seen.is_new(interaction.id().get()) {
            return;
        }
        let answering = self.shared.answering.clone();
        let span = error_span!("interaction", id = interaction.id().get());
        let answer = async move {
            let interaction = Arc::new(interaction);
            let First { callback, deferred } = answering.first(Arc::clone(&interaction)).await;
            let is_there = answer(&answering, interaction.id().get(), interaction.token(), &callback).await;
            if let Some(deferred) = deferred.filter(|_| is_there) {
                answering.follow(deferred).await;
            }
        };
        self.shared.answering.spawn(answer.instrument(span));
    }

    fn on_message(&self, message: Message) {
        let app = self.shared.answering.app();
        if !app.listening().forums.is_empty() && talk::may_be_a_post(&message) {
            return self.on_post(self.shared.posts.first(message));
        }
        if !talk::may_be_addressed(app, &message) || !self.shared.seen.is_new(message.id.get()) {
            return;
        }
        let shared = Arc::clone(&self.shared);
        let span = error_span!("message", id = message.id.get());
        let answer = async move {
            let Some(bot) = shared.bot_id().await else { return };
            let channel = message.channel_id.get();
            let found = shared.answering.beside("message", move |app| talk::respond_to_message(app, &message, bot));
            shared.post(channel, found.await).await;
        };
        self.shared.answering.spawn(answer.instrument(span));
    }

    /// Says that an event of use could not be read, and how many so far.
    fn count_unread(&self, kind: &'static str) {
        self.shared.answering.app().metrics().unreadable(kind);
        let so_far = self.shared.unread.fetch_add(1, Ordering::Relaxed) + 1;
        warn!(kind, so_far, "an event from Discord could not be read");
    }

    fn on_unread_interaction(&self, interaction: &Value) {
        self.count_unread("INTERACTION_CREATE");
        let Some((id, token, callback)) = answering::unread(interaction) else { return };
        if self.shared.seen.is_new(id) {
            let answering = self.shared.answering.clone();
            let span = error_span!("interaction", id);
            let answer = async move {
                answer(&answering, id, &token, &callback).await;
            };
            self.shared.answering.spawn(answer.instrument(span));
        }
    }
}

impl Shared {
    async fn post(&self, channel: u64, post: Option<ChannelPost>) {
        if let Some(post) = post
            && let Err(error) = self.answering.rest().create_message(channel, &post).await
        {
            self.answering.app().metrics().answer_lost();
            warn!(error = %error.chain(), "a message could not be answered");
        }
    }

    async fn bot_id(&self) -> Option<u64> {
        let mut bot = self.bot.subscribe();
        let known = timeout(READY_DEADLINE, bot.wait_for(Option::is_some)).await;
        known.ok().and_then(Result::ok).and_then(|id| *id)
    }
}

/// Discord's numbers for an interaction that has an answer, and for one that it does not know any more.
const ALREADY_ANSWERED: u64 = 40_060;
const UNKNOWN_INTERACTION: u64 = 10_062;

/// Gives the first answer to an interaction; whether Discord has it, or may have it for all that is known.
async fn answer(answering: &Answering, interaction: u64, token: &str, callback: &Callback) -> bool {
    match answering.rest().callback(interaction, token, callback).await {
        Ok(()) => debug!("an interaction was answered"),
        // The first answer arrived and only its receipt was lost, or three seconds have passed.
        Err(RestError::Refused { code: Some(code @ (ALREADY_ANSWERED | UNKNOWN_INTERACTION)), .. }) => {
            debug!(code, "an interaction was answered before or is gone");
            return code == ALREADY_ANSWERED;
        }
        Err(error) => {
            answering.app().metrics().answer_lost();
            warn!(error = %error.chain(), "an interaction could not be answered");
            return error.may_have_arrived();
        }
    }
    true
}

/// Registers the commands, if that is possible at all.
///
/// # Errors
/// When it may be possible later.
async fn attempt(answering: &Answering, application: Option<u64>) -> Result<(), RestError> {
    let rest = Arc::clone(answering.rest());
    let right_to_left = answering.app().right_to_left();
    let registered = answering.spawn(async move { register(&rest, application, right_to_left).await });
    // It does not panic; if it did, so would the next attempt.
    let Ok(registered) = registered.await else { return Ok(()) };
    match registered {
        Ok(Registered::Sent) => info!("commands registered"),
        Ok(Registered::Unchanged) => info!("commands are registered already"),
        Err(error) if error.is_passing() => return Err(error),
        Err(error) => {
            warn!(error = %error.chain(), "commands could not be registered; the bot answers those it has");
        }
    }
    Ok(())
}

async fn register(rest: &Rest, application: Option<u64>, right_to_left: bool) -> Result<Registered, RestError> {
    let application = match application {
        Some(id) => id,
        None => rest.application_id().await?,
    };
    registration::register(rest, application, right_to_left).await
}

fn read<T: DeserializeOwned>(data: &RawValue) -> Option<T> {
    serde_json::from_str(data.get()).ok()
}

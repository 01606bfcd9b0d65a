//! What comes over the gateway -> answers, each in a task of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use serde_json::Value;
use serenity::all::{Context, Event, Interaction, Message, RawEventHandler};
use serenity::async_trait;
use serenity::model::event::UnknownEvent;
use tokio::sync::watch;
use tokio::task::spawn_blocking;
use tokio::time::timeout;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, info, warn};

use crate::discord::app::App;
use crate::discord::registration::{self, Registered};
use crate::discord::respond::{self, Reply};
use crate::discord::rest::{Rest, RestError};
use crate::discord::seen::Seen;

/// How long an answer may take to be found. It takes milliseconds; the rest of the three seconds that Discord gives is
/// for the way there and one more try.
const ANSWER_DEADLINE: Duration = Duration::from_millis(1_500);
/// How long a message waits for READY, which tells the bot its own id and comes before every message.
const READY_DEADLINE: Duration = Duration::from_secs(10);

/// Answers events. Clones share everything.
#[derive(Clone, Debug)]
pub(crate) struct Events {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    app: Arc<App>,
    rest: Arc<Rest>,
    tasks: TaskTracker,
    seen: Seen,
    /// The bot's own id, once READY has told it.
    bot: watch::Sender<Option<u64>>,
    registered: AtomicBool,
    unread: AtomicU64,
}

impl Events {
    /// Answers from `app` through `rest`.
    pub(crate) fn new(app: Arc<App>, rest: Arc<Rest>) -> Self {
        let shared = Shared {
            app,
            rest,
            tasks: TaskTracker::new(),
            seen: Seen::default(),
            bot: watch::Sender::new(None),
            registered: AtomicBool::new(false),
            unread: AtomicU64::new(0),
        };
        Self { shared: Arc::new(shared) }
    }

    /// Waits until every answer that was begun is given, at most so long; tells how many were not.
    pub(crate) async fn drain(&self, most: Duration) -> usize {
        self.shared.tasks.close();
        // The outcome is in the count.
        let _ = timeout(most, self.shared.tasks.wait()).await;
        self.shared.tasks.len()
    }

    fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        self.shared.tasks.spawn(work);
    }

    fn on_ready(&self, bot: u64, application: u64) {
        info!("connected to Discord");
        self.shared.bot.send_replace(Some(bot));
        self.register(application);
    }

    /// Registers the commands, once in the life of the process: READY comes again with every new session.
    pub(crate) fn register(&self, application: u64) {
        if self.shared.registered.swap(true, Ordering::Relaxed) {
            return;
        }
        let rest = Arc::clone(&self.shared.rest);
        self.spawn(async move {
            match registration::register(&rest, application).await {
                Ok(Registered::Sent) => info!("commands registered"),
                Ok(Registered::Unchanged) => info!("commands are registered already"),
                Err(error) => {
                    warn!(error = %chain(&error), "commands could not be registered; the bot answers those it has");
                }
            }
        });
    }

    fn on_interaction(&self, interaction: Interaction) {
        if !self.shared.seen.is_new(interaction.id().get()) {
            return;
        }
        let shared = Arc::clone(&self.shared);
        self.spawn(async move {
            let interaction = Arc::new(interaction);
            let app = Arc::clone(&shared.app);
            let asked = Arc::clone(&interaction);
            let reply = off_the_runtime(move || respond::respond(&app, &asked)).await;
            let reply = reply.unwrap_or_else(|| respond::fallback(&interaction));
            shared.answer(interaction.id().get(), interaction.token(), &reply).await;
        });
    }

    fn on_message(&self, message: Message) {
        // Most messages in a server mention nobody; they are not even worth remembering.
        let mentions_nobody = message.guild_id.is_some() && !message.content.contains("<@");
        if mentions_nobody || message.author.bot || !self.shared.seen.is_new(message.id.get()) {
            return;
        }
        let shared = Arc::clone(&self.shared);
        self.spawn(async move {
            let Some(bot) = shared.bot_id().await else { return };
            let channel = message.channel_id.get();
            let app = Arc::clone(&shared.app);
            let post = off_the_runtime(move || respond::respond_to_mention(&app, &message, bot)).await.flatten();
            if let Some(post) = post
                && let Err(error) = shared.rest.create_message(channel, &post).await
            {
                warn!(error = %chain(&error), "a message could not be answered");
            }
        });
    }

    /// An event of a kind that the library does not know, or of a shape that it cannot read.
    fn on_unknown(&self, event: &UnknownEvent) {
        if !matches!(event.kind.as_str(), "INTERACTION_CREATE" | "MESSAGE_CREATE" | "READY" | "RESUMED") {
            debug!(kind = event.kind, "an event of no use here");
            return;
        }
        let so_far = self.shared.unread.fetch_add(1, Ordering::Relaxed) + 1;
        warn!(kind = event.kind, so_far, "an event from Discord could not be read");
        match event.kind.as_str() {
            "INTERACTION_CREATE" => self.on_unread_interaction(&event.value),
            "READY" => {
                let id = |who: &str| event.value[who]["id"].as_str().and_then(|id| id.parse().ok());
                if let (Some(bot), Some(application)) = (id("user"), id("application")) {
                    self.on_ready(bot, application);
                }
            }
            _ => {}
        }
    }

    fn on_unread_interaction(&self, interaction: &Value) {
        let Some((id, token, reply)) = respond::respond_to_unread(interaction) else { return };
        if self.shared.seen.is_new(id) {
            let shared = Arc::clone(&self.shared);
            self.spawn(async move { shared.answer(id, &token, &reply).await });
        }
    }
}

#[async_trait]
impl RawEventHandler for Events {
    async fn raw_event(&self, _context: Context, event: Event) {
        match event {
            Event::Ready(event) => self.on_ready(event.ready.user.id.get(), event.ready.application.id.get()),
            Event::Resumed(_) => info!("connection to Discord resumed"),
            Event::InteractionCreate(event) => self.on_interaction(event.interaction),
            Event::MessageCreate(event) => self.on_message(event.message),
            Event::Unknown(event) => self.on_unknown(&event),
            _ => {}
        }
    }
}

impl Shared {
    async fn answer(&self, interaction: u64, token: &str, reply: &Reply) {
        match self.rest.callback(interaction, token, reply).await {
            Ok(()) => debug!("an interaction was answered"),
            // The first answer arrived and only its receipt was lost, or three seconds have passed.
            Err(RestError::Refused { code: Some(code @ (ALREADY_ANSWERED | UNKNOWN_INTERACTION)), .. }) => {
                debug!(code, "an interaction was answered before or is gone");
            }
            Err(error) => warn!(error = %chain(&error), "an interaction could not be answered"),
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

/// The result of `work`, done beside the runtime; none when it panicked or took too long.
async fn off_the_runtime<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let mut task = spawn_blocking(work);
    match timeout(ANSWER_DEADLINE, &mut task).await {
        Ok(Ok(result)) => Some(result),
        Ok(Err(error)) => {
            error!(%error, "an answer failed; this is a fault of the program");
            None
        }
        Err(_) => {
            task.abort(); // one that still waits for a thread must not run for nobody
            error!("an answer took too long");
            None
        }
    }
}

/// An error with its causes.
fn chain(error: &dyn std::error::Error) -> String {
    let causes = std::iter::successors(Some(error), |error| error.source());
    causes.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_panic_is_caught_and_a_slow_answer_given_up() {
        let panics: fn() -> u8 = || panic!("on purpose");
        assert_eq!(off_the_runtime(panics).await, None);
        assert_eq!(off_the_runtime(|| 7).await, Some(7));
        let slow = || std::thread::sleep(ANSWER_DEADLINE + Duration::from_millis(200));
        assert_eq!(off_the_runtime(slow).await, None);
    }
}

//! An interaction -> its first answer in time, and the rest later where it takes longer; the same for the gateway and
//! the HTTP endpoint.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::{Value, json};
use serenity::all::{CommandDataOptionValue, CommandType, Interaction};
use tokio::task::{JoinError, JoinHandle, spawn_blocking};
use tokio::time::{sleep, timeout};
use tokio_util::task::TaskTracker;
use tracing::{Span, debug, error, warn};

use crate::discord::app::App;
use crate::discord::commands::{self, Scope};
use crate::discord::files::File;
use crate::discord::message::ChannelPost;
use crate::discord::respond::{self, Reply};
use crate::discord::rest::{Rest, RestError};
use crate::discord::view::{Action, Press};
use crate::ops::metrics::Outcome;

/// How long an answer may take to be found before it is deferred. It takes milliseconds; the rest of the three seconds
/// that Discord gives is for the way there and one more try.
const PROMPT: Duration = Duration::from_millis(1_500);
/// How long a deferred answer may take. Discord forgets the interaction after 15 minutes; nobody waits that long.
const PATIENCE: Duration = Duration::from_mins(5);
/// How long Discord may take to know a deferral, and the waits between asking whether it does; they double. A deferral that is
/// the answer to Discord's own request is on its way while the answer is found.
const ARRIVING: Duration = Duration::from_secs(5);
const ARRIVING_WAIT: Duration = Duration::from_millis(250);
/// Discord's number for an interaction that has no answer yet to put another one in the place of.
const UNKNOWN_WEBHOOK: u64 = 10_015;

/// Only the person who asked sees the answer.
const EPHEMERAL: u64 = 1 << 6;

/// The first answer to an interaction; serialises to the body that Discord's callback takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Callback {
    /// The answer itself.
    Reply(Reply),
    /// "The bot is thinking": the answer follows. Who will see it is settled here.
    Deferred {
        /// Whether only the person who asked sees it.
        private: bool,
    },
}

impl Callback {
    /// What goes beside the body.
    pub fn files(&self) -> &[File] {
        match self {
            Self::Reply(reply) => reply.files(),
            Self::Deferred { .. } => &[],
        }
    }

    /// The answer when finding one failed.
    pub(crate) fn fallback(interaction: &Interaction) -> Self {
        Self::Reply(respond::fallback(interaction))
    }
}

/// The first answer to an interaction, and what is to follow it.
#[derive(Debug)]
#[must_use]
pub(crate) struct First {
    /// What Discord is to get now.
    pub(crate) callback: Callback,
    /// The answer that was deferred; to be given with [`Answering::follow`] when Discord has the deferral.
    pub(crate) deferred: Option<Deferred>,
}

/// An answer that is still being found.
#[derive(Debug)]
pub(crate) struct Deferred {
    interaction: Arc<Interaction>,
    found: JoinHandle<Reply>,
    private: bool,
    arrived: Instant,
}

/// Discord's number of a deferred message.
const DEFERRED_MESSAGE: u8 = 5;

impl Serialize for Callback {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let private = match self {
            Self::Reply(reply) => return reply.serialize(serializer),
            Self::Deferred { private } => *private,
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("type", &DEFERRED_MESSAGE)?;
        if private {
            map.serialize_entry("data", &json!({"flags": EPHEMERAL}))?;
        }
        map.end()
    }
}

/// Finds answers on threads of their own, so that a slow one delays nothing else. Clones share everything.
#[derive(Clone, Debug)]
pub struct Answering {
    app: Arc<App>,
    rest: Arc<Rest>,
    tasks: TaskTracker,
}

impl Answering {
    /// Answers from `app`; what takes longer goes through `rest`.
    pub fn new(app: Arc<App>, rest: Arc<Rest>) -> Self {
        Self { app, rest, tasks: TaskTracker::new() }
    }

    /// What is answered from.
    pub(crate) fn app(&self) -> &App {
        &self.app
    }

    /// The way to Discord.
    pub(crate) fn rest(&self) -> &Arc<Rest> {
        &self.rest
    }

    /// Runs work that is finished before the process ends.
    pub(crate) fn spawn<T: Send + 'static>(&self, work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
        self.tasks.spawn(work)
    }

    /// Waits until every answer that was begun is given, at most so long; tells how many were not.
    pub(crate) async fn drain(&self, most: Duration) -> usize {
        self.tasks.close();
        // The outcome is in the count.
        let _ = timeout(most, self.tasks.wait()).await;
        self.tasks.len()
    }

    /// The first answer to an interaction, within a second and a half.
    pub(crate) async fn first(&self, interaction: Arc<Interaction>) -> First {
        let arrived = Instant::now();
        let (app, asked, span) = (Arc::clone(&self.app), Arc::clone(&interaction), Span::current());
        let mut found = spawn_blocking(move || span.in_scope(|| respond::respond(&app, &asked)));
        if let Ok(done) = timeout(PROMPT, &mut found).await {
            let callback = Callback::Reply(self.reply_or_fallback(done, &interaction, arrived));
            return First { callback, deferred: None };
        }
        let Some(private) = deferrable(&interaction) else {
            found.abort(); // one that still waits for a thread must not run for nobody
            warn!("an answer that cannot be deferred took too long");
            self.count(&interaction, Outcome::Failed, arrived);
            return First { callback: Callback::fallback(&interaction), deferred: None };
        };
        debug!("an answer is deferred");
        let deferred = Some(Deferred { interaction, found, private, arrived });
        First { callback: Callback::Deferred { private }, deferred }
    }

    fn count(&self, interaction: &Interaction, outcome: Outcome, arrived: Instant) {
        self.app.metrics().answered(command_of(interaction), outcome, arrived.elapsed());
    }

    fn reply_or_fallback(&self, done: Result<Reply, JoinError>, interaction: &Interaction, arrived: Instant) -> Reply {
        match done {
            Ok(reply) => {
                self.count(interaction, reply.outcome(), arrived);
                reply
            }
            Err(error) => {
                error!(%error, "an answer failed; this is a fault of the program");
                self.count(interaction, Outcome::Failed, arrived);
                respond::fallback(interaction)
            }
        }
    }

    /// Gives a deferred answer when it is found.
    pub(crate) async fn follow(&self, deferred: Deferred) {
        let Deferred { interaction, mut found, private, arrived } = deferred;
        let done = timeout(PATIENCE, &mut found).await;
        let reply = done.map_or_else(
            |_| {
                error!("a deferred answer took too long and is given up");
                self.count(&interaction, Outcome::Failed, arrived);
                respond::fallback(&interaction)
            },
            |done| self.reply_or_fallback(done, &interaction, arrived),
        );
        found.abort(); // one that is done by now does not mind
        if let Err(error) = self.follow_up(&interaction, &reply, private).await {
            self.app.metrics().answer_lost();
            warn!(error = %error.chain(), "a deferred answer could not be given");
        }
    }

    /// Puts the reply where the deferral stands, as soon as Discord has that.
    async fn follow_up(&self, interaction: &Interaction, reply: &Reply, private: bool) -> Result<(), RestError> {
        let until = Instant::now() + ARRIVING;
        let mut wait = ARRIVING_WAIT;
        loop {
            match self.put(interaction, reply, private).await {
                Err(RestError::Refused { code: Some(UNKNOWN_WEBHOOK), .. }) if Instant::now() + wait < until => {
                    debug!(?wait, "a deferral has not reached Discord yet");
                }
                done => return done,
            }
            sleep(wait).await;
            wait *= 2;
        }
    }

    /// Puts the reply where the deferral stands. One for a single person that was deferred for all to see takes its
    /// place instead: who sees a message cannot be changed.
    async fn put(&self, interaction: &Interaction, reply: &Reply, private: bool) -> Result<(), RestError> {
        let (application, token) = (interaction.application_id().get(), interaction.token());
        let mut message = serde_json::to_value(reply).unwrap_or_default()["data"].take();
        let for_one = message["flags"].as_u64().is_some_and(|flags| flags & EPHEMERAL != 0);
        if for_one && !private {
            self.rest.delete_original(application, token).await?;
            return self.rest.follow_up(application, token, &message, reply.files()).await;
        }
        if let Some(map) = message.as_object_mut() {
            map.remove("flags");
        }
        self.rest.edit_original(application, token, &message, reply.files()).await
    }

    /// The post that `work` makes, done beside the runtime; none when there is nothing to say, or it panicked or took too
    /// long. It is counted as `what`.
    pub(crate) async fn beside(
        &self,
        what: &'static str,
        work: impl FnOnce(&App) -> Option<ChannelPost> + Send + 'static,
    ) -> Option<ChannelPost> {
        let arrived = Instant::now();
        let (app, span) = (Arc::clone(&self.app), Span::current());
        let mut task = spawn_blocking(move || span.in_scope(|| work(&app)));
        let found = timeout(PATIENCE, &mut task).await;
        let outcome = match &found {
            Ok(Ok(None)) => return None,
            Ok(Ok(Some(post))) => post.outcome(),
            Ok(Err(error)) => {
                error!(%error, "an answer failed; this is a fault of the program");
                Outcome::Failed
            }
            Err(_) => {
                task.abort();
                error!("an answer took too long");
                Outcome::Failed
            }
        };
        self.app.metrics().answered(what, outcome, arrived.elapsed());
        found.ok()?.ok()?
    }
}

/// What an interaction is counted as: the command by its name in the table, or the kind of interaction.
fn command_of(interaction: &Interaction) -> &'static str {
    match interaction {
        Interaction::Command(command) => {
            let name = &command.data.name;
            let typed = commands::find(name).map(|it| it.name);
            typed.or_else(|| commands::find_on_message(name).map(|it| it.name)).unwrap_or("unknown")
        }
        Interaction::Autocomplete(_) => "autocomplete",
        Interaction::Component(_) => "button",
        Interaction::Modal(_) => "form",
        Interaction::Ping(_) => "ping",
        _ => "unknown",
    }
}

/// Whether the answer would be for one person; none where Discord takes no deferral. A command's answer is for all to
/// see unless its option `private` says otherwise, it is for managers or stands in the menu of a message; what comes of a
/// button is for who pressed it. A form can only come at once: what follows a deferral is a message.
fn deferrable(interaction: &Interaction) -> Option<bool> {
    match interaction {
        Interaction::Command(command) => {
            let private = command.data.options.iter().find(|option| option.name == "private");
            let is_for_managers = commands::find(&command.data.name).is_some_and(|it| it.scope != Scope::Everywhere);
            let wanted = private.is_some_and(|option| matches!(option.value, CommandDataOptionValue::Boolean(true)));
            Some(command.data.kind == CommandType::Message || is_for_managers || wanted)
        }
        Interaction::Component(component) => {
            let press = Press::parse(&component.data.custom_id);
            let opens_form = press.is_some_and(|press| press.action == Action::Wrong);
            (!opens_form).then_some(true)
        }
        Interaction::Modal(_) => Some(true),
        _ => None,
    }
}

/// Where and what to answer to an interaction of a shape that the library cannot read.
pub(crate) fn unread(interaction: &Value) -> Option<(u64, String, Callback)> {
    let (id, token, reply) = respond::respond_to_unread(interaction)?;
    Some((id, token, Callback::Reply(reply)))
}

//! The bot's life: connect to the gateway, answer, and come down in good order.
//!
//! The library's shards are used without its client: the client asks for the gateway's address on its own, and where
//! that fails goes to the public one without a word. Here the address comes from our own REST client or not at all.

use std::future::pending;
use std::sync::Arc;
use std::time::Duration;

use reqwest::Url;
use serenity::all::GatewayIntents;
use serenity::futures::StreamExt;
use serenity::gateway::{GatewayError, ShardManager, ShardManagerOptions};
use serenity::http::HttpBuilder;
use serenity::prelude::{RwLock, TypeMap};
use tokio::sync::Mutex;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, timeout_at};
use tracing::{info, warn};

use crate::config::{Config, ConfigError, Shards};
use crate::discord::app::App;
use crate::discord::closes::FatalClose;
use crate::discord::events::Events;
use crate::discord::rest::{GatewayBot, Rest, RestError};

/// Servers, messages in them and direct messages. None is privileged: the text of a message comes with it only where
/// the bot is mentioned or written to directly, and no other text is wanted.
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);
/// Discord allows 1,000 new sessions a day and resets the token of a bot that starts more. The last ones are kept for
/// reconnecting and for whoever has to find out what went wrong.
const SESSIONS_KEPT: u32 = 50;
/// How long the bot takes to come down: closing the shards, and the answers that were begun.
const SHUTDOWN_DEADLINE: Duration = Duration::from_secs(12);

/// Why the bot ended or could not start.
#[derive(Debug, thiserror::Error)]
pub enum BotError {
    /// A setting is missing or of no use.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// Discord could not be reached or refused.
    #[error(transparent)]
    Rest(#[from] RestError),
    /// Discord closed the connection for good.
    #[error(transparent)]
    Closed(#[from] FatalClose),
    /// The library gave up for a reason of its own.
    #[error("the connection to Discord's gateway ended: {0}")]
    Gateway(GatewayError),
    /// Too few sessions are left for today.
    #[error(
        "Discord allows only {remaining} more connections for now, and {SESSIONS_KEPT} are kept in reserve; find out \
         what restarts the bot so often, and start it again in {} minutes",
        .reset_after / 60_000 + 1
    )]
    NoSessions {
        /// How many are left.
        remaining: u32,
        /// Milliseconds until all are there again.
        reset_after: u64,
    },
    /// The operating system does not let the process listen to its signals.
    #[error("signals of the operating system cannot be received: {0}")]
    Signals(#[source] std::io::Error),
}

impl BotError {
    /// Whether starting again can help without a change of settings.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Config(_) | Self::Closed(_) | Self::Rest(RestError::Unauthorized | RestError::Setup(_)) => false,
            Self::Rest(_) | Self::Gateway(_) | Self::NoSessions { .. } | Self::Signals(_) => true,
        }
    }
}

/// Runs the bot until the process is asked to end.
///
/// `closes` tells of connections that Discord closed for good, see [`crate::discord::closes`].
///
/// # Errors
/// When the bot cannot start, or Discord refuses to have it any longer.
pub async fn run(config: &Config, app: Arc<App>, mut closes: UnboundedReceiver<FatalClose>) -> Result<(), BotError> {
    let mut stop = Stop::listen().map_err(BotError::Signals)?;
    let rest = Arc::new(Rest::new(&config.api_base, config.need_token()?)?);
    let events = Events::new(app, Arc::clone(&rest));
    let mut running = tokio::select! {
        running = start(config, &rest, &events) => running?,
        () = stop.asked() => return Ok(()),
    };
    let outcome = live(running.as_mut(), &rest, &mut closes, &mut stop).await;
    // On a connection that the other side has closed the library spins, and closing it once more spins for ever: there
    // is nothing to close and hardly anything to finish.
    if !matches!(outcome, Err(BotError::Closed(_) | BotError::Gateway(_))) {
        end(running, &events).await;
    }
    outcome
}

/// Closes the shards and finishes the answers that were begun.
async fn end(running: Option<Running>, events: &Events) {
    info!("ending");
    let deadline = Instant::now() + SHUTDOWN_DEADLINE;
    give_up_after(SHUTDOWN_DEADLINE + Duration::from_secs(3));
    if let Some(running) = running {
        // While the shards close, answers go on; what still comes in is answered too.
        let closing = timeout_at(deadline, running.manager.shutdown_all()).await;
        if closing.is_err() {
            warn!("a connection to the gateway did not close in time");
        }
    }
    let unfinished = events.drain(deadline.saturating_duration_since(Instant::now())).await;
    if unfinished > 0 {
        warn!(unfinished, "some answers could not be finished");
    }
}

/// Ends the process by force after that long. A task that spins can hold up the clock of the runtime and with it every
/// deadline, so this one is kept by a thread of its own.
fn give_up_after(wait: Duration) {
    std::thread::spawn(move || {
        std::thread::sleep(wait);
        eprintln!("accords: the bot did not come down in time and is ended by force");
        std::process::exit(1);
    });
}

/// The running shards, and where they tell of what they cannot mend.
struct Running {
    manager: Arc<ShardManager>,
    failures: Failures,
}

type Failures = serenity::futures::channel::mpsc::UnboundedReceiver<Result<(), GatewayError>>;

/// Connects the shards, if there are any here.
async fn start(config: &Config, rest: &Rest, events: &Events) -> Result<Option<Running>, BotError> {
    if config.shards == Shards::None {
        let application = match config.application_id {
            Some(id) => id,
            None => rest.application_id().await?,
        };
        events.register(application);
        info!("no gateway here (ACCORDS_SHARDS is `none`)");
        return Ok(None);
    }
    let gateway = rest.gateway_bot().await?;
    enough_sessions(&gateway)?;
    is_socket_address(&gateway.url)?;
    let (first, count, total) = match config.shards {
        Shards::Some { first, last, total } => (first, last - first + 1, total),
        Shards::Auto | Shards::None => (0, gateway.shards.max(1), gateway.shards.max(1)),
    };
    info!(first, count, total, "connecting to Discord");
    Ok(Some(connect(config, gateway.url, [first, count, total], events.clone())?))
}

fn enough_sessions(gateway: &GatewayBot) -> Result<(), BotError> {
    match gateway.session_start_limit {
        Some(limit) if limit.remaining < SESSIONS_KEPT => {
            Err(BotError::NoSessions { remaining: limit.remaining, reset_after: limit.reset_after })
        }
        _ => Ok(()),
    }
}

/// The library adds a query to the address and takes whatever that makes.
fn is_socket_address(url: &str) -> Result<(), RestError> {
    let is_one = Url::parse(url)
        .is_ok_and(|url| matches!(url.scheme(), "ws" | "wss") && url.query().is_none() && url.fragment().is_none());
    let problem = "the gateway's address is no ws or wss address".to_owned();
    if is_one { Ok(()) } else { Err(RestError::Unreadable { what: "asking for the gateway", problem }) }
}

fn connect(config: &Config, url: String, shards: [u32; 3], events: Events) -> Result<Running, BotError> {
    let [shard_index, shard_init, shard_total] = shards;
    // The shards take the token from here and call nothing. Should they ever, it goes where our own calls go: the
    // proxy counts only with the limiter off.
    let http = HttpBuilder::new(config.need_token()?.expose())
        .proxy(config.api_base.as_str().trim_end_matches('/'))
        .ratelimiter_disabled(true)
        .build();
    let (manager, failures) = ShardManager::new(ShardManagerOptions {
        data: Arc::new(RwLock::new(TypeMap::new())),
        event_handlers: Vec::new(),
        raw_event_handlers: vec![Arc::new(events)],
        shard_index,
        shard_init,
        shard_total,
        ws_url: Arc::new(Mutex::new(url)),
        http: Arc::new(http),
        intents: INTENTS,
        presence: None,
    });
    manager.initialize().map_err(|_| BotError::Gateway(GatewayError::ReconnectFailure))?;
    Ok(Running { manager, failures })
}

/// Waits for whatever ends the bot.
async fn live(
    running: Option<&mut Running>,
    rest: &Rest,
    closes: &mut UnboundedReceiver<FatalClose>,
    stop: &mut Stop,
) -> Result<(), BotError> {
    let failed = async {
        match running {
            Some(running) => running.failures.next().await,
            None => pending().await,
        }
    };
    tokio::select! {
        // Several come together, and the close code says most.
        biased;
        () = stop.asked() => Ok(()),
        Some(close) = closes.recv() => Err(close.into()),
        () = rest.token_refused() => Err(RestError::Unauthorized.into()),
        Some(Err(error)) = failed => Err(BotError::Gateway(error)),
    }
}

/// The signals that ask a process to end.
struct Stop {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Stop {
    #[cfg(unix)]
    fn listen() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    #[cfg(unix)]
    async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    #[allow(clippy::unnecessary_wraps)] // as on systems where listening can fail
    fn listen() -> std::io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    async fn asked(&mut self) {
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    }
}

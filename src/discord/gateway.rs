//! The bot's life: connect to the gateway, serve the endpoint, answer, and come down in good order.
//!
//! The gateway's address comes from our own REST client or not at all; no address is ever guessed.

use std::future::pending;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use tracing::{info, warn};
use twilight_gateway::{Config as ShardConfig, ConfigBuilder, Intents, ShardId};
use twilight_model::gateway::payload::outgoing::identify::IdentifyProperties;

use crate::config::{Config, ConfigError, Shards};
use crate::daily::ledger::Ledger;
use crate::daily::post::Poster;
use crate::discord::answering::Answering;
use crate::discord::app::App;
use crate::discord::closes::FatalClose;
use crate::discord::daily::Channels;
use crate::discord::endpoint;
use crate::discord::events::Events;
use crate::discord::reload;
use crate::discord::rest::{GatewayBot, Rest, RestError, SessionStartLimit};
use crate::discord::shard::{Connection, socket_address};
use crate::discord::starts::{SESSIONS_KEPT, Starts};
use crate::ops::server;
use crate::ops::signals::{Hangups, Stop};

/// Servers, messages in them and direct messages. None is privileged: the text of a message comes with it only where
/// the bot is mentioned or written to directly, and no other text is wanted.
const INTENTS: Intents = Intents::GUILDS.union(Intents::GUILD_MESSAGES).union(Intents::DIRECT_MESSAGES);
/// How long the bot takes to come down: closing the shards, and the answers that were begun.
const SHUTDOWN_DEADLINE: Duration = Duration::from_secs(12);
/// How long closing the database may take after that.
const CLOSING: Duration = Duration::from_secs(2);

/// What the bot asks the gateway for; the text of all messages, which is a privilege, only where the operator wants it.
fn intents(config: &Config) -> Intents {
    if config.listening().is_needed() { INTENTS | Intents::MESSAGE_CONTENT } else { INTENTS }
}

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
    /// Too few sessions are left for today.
    #[error(
        "Discord allows only {remaining} more connections for now; {needed} are needed, and {SESSIONS_KEPT} are kept in \
         reserve; find out what restarts the bot so often, and start it again in {} minutes",
        .reset_after / 60_000 + 1
    )]
    NoSessions {
        /// How many are left.
        remaining: u32,
        /// How many the shards of this process need.
        needed: u32,
        /// Milliseconds until all are there again.
        reset_after: u64,
    },
    /// An address cannot be had.
    #[error("cannot listen on {address}: {source}; set {variable} to a free address of this machine")]
    Listen {
        /// The setting that names it.
        variable: &'static str,
        /// Where it should be.
        address: SocketAddr,
        /// Why not.
        source: std::io::Error,
    },
    /// The operating system does not let the process listen to its signals.
    #[error("signals of the operating system cannot be received: {0}")]
    Signals(#[source] std::io::Error),
    /// A part of the bot panicked.
    #[error("a part of the bot failed, which is a fault of the program; the log says where")]
    Fault,
}

impl BotError {
    /// Whether starting again can help without a change of settings.
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Config(_)
            | Self::Listen { .. }
            | Self::Closed(_)
            | Self::Rest(RestError::Unauthorized | RestError::Setup(_)) => false,
            Self::Rest(_) | Self::NoSessions { .. } | Self::Signals(_) | Self::Fault => true,
        }
    }
}

/// Runs the bot until the process is asked to end.
///
/// # Errors
/// When the bot cannot start, or Discord refuses to have it any longer.
pub async fn run(config: &Config, app: Arc<App>) -> Result<(), BotError> {
    let mut stop = Stop::listen().map_err(BotError::Signals)?;
    let hangups = Hangups::listen().map_err(BotError::Signals)?;
    let rest = Rest::new(&config.api_base, config.need_token()?)?;
    let rest = Arc::new(rest.with_posts(config.daily_rate).with_metrics(app.metrics().clone()));
    app.connect(&rest);
    let answering = Answering::new(Arc::clone(&app), Arc::clone(&rest));
    let mut running = Running::default();
    let life = async {
        watch_over(config, &app).await?;
        post_daily(config, &app, &rest, &mut running);
        start(config, &answering, &mut running).await?;
        live(&mut running, &rest).await
    };
    let outcome = tokio::select! {
        biased;
        () = stop.asked() => Ok(()),
        () = reload::when_asked(hangups, &app, |_| {}) => Ok(()),
        outcome = life => outcome,
    };
    app.health().end();
    end(running, &answering).await;
    if let Some(records) = app.records()
        && timeout(CLOSING, records.store().close()).await.is_err()
    {
        warn!("the database did not close in time");
    }
    outcome
}

/// What runs until the end.
#[derive(Default)]
struct Running {
    /// Asks all of it to end.
    stop: CancellationToken,
    tasks: JoinSet<Result<(), BotError>>,
}

/// Serves health and metrics, where that is wanted, from before the first connection until after the last.
async fn watch_over(config: &Config, app: &App) -> Result<(), BotError> {
    if config.public_key.is_some() {
        app.health().expect_endpoint();
    }
    if config.shards != Shards::None {
        app.health().expect_gateway();
    }
    let Some(address) = config.metrics else { return Ok(()) };
    let failed = move |source| BotError::Listen { variable: "ACCORDS_METRICS", address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    info!(%address, "health and metrics are served");
    if !address.ip().is_loopback() {
        warn!(%address, "whoever can reach this address can see health and metrics (ACCORDS_METRICS)");
    }
    let store = app.records().map(|records| Arc::clone(records.store()));
    tokio::spawn(server::serve(listener, server::routes(app.health().clone(), store)));
    Ok(())
}

/// Starts what the settings ask for.
async fn start(config: &Config, answering: &Answering, running: &mut Running) -> Result<(), BotError> {
    if let Some(key) = config.public_key {
        listen(config.http_addr, endpoint::routes(key, answering.clone()), running).await?;
        answering.app().health().endpoint_listens();
    }
    let events = Events::new(answering.clone());
    if config.shards == Shards::None {
        info!("no gateway here (ACCORDS_SHARDS is `none`)");
        if config.public_key.is_none() {
            warn!("no HTTP endpoint either (DISCORD_PUBLIC_KEY is not set), so nobody can ask this process anything");
        }
        events.register(config.application_id);
        return Ok(());
    }
    connect(config, &events, &answering.rest().gateway_bot().await?, answering.app(), running)
}

/// Makes the daily posts. This is not tied to a shard: whichever processes share a database share the posts.
fn post_daily(config: &Config, app: &Arc<App>, rest: &Arc<Rest>, running: &mut Running) {
    let Some(daily) = app.daily() else { return };
    let ledger = Ledger::new(Arc::clone(daily.store()), config.daily_lease);
    let channels = Arc::new(Channels::new(Arc::clone(app), Arc::clone(rest)));
    let poster = Poster::new(ledger, channels, config.daily_rate, running.stop.clone());
    let poster = poster.with_metrics(app.metrics().clone());
    running.tasks.spawn(async move {
        poster.run().await;
        Ok(())
    });
}

/// Serves the HTTP endpoint.
async fn listen(address: SocketAddr, routes: Router, running: &mut Running) -> Result<(), BotError> {
    let failed = move |source| BotError::Listen { variable: "ACCORDS_HTTP_ADDR", address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    info!(%address, "the HTTP interactions endpoint listens");
    let stop = running.stop.clone();
    running.tasks.spawn(async move { endpoint::serve(listener, routes, stop).await.map_err(failed) });
    Ok(())
}

/// Connects the shards that run here.
fn connect(
    config: &Config,
    events: &Events,
    gateway: &GatewayBot,
    app: &App,
    running: &mut Running,
) -> Result<(), BotError> {
    let limit = gateway.session_start_limit.unwrap_or_default();
    let (first, last, total) = match config.shards {
        Shards::Some { first, last, total } => (first, last, total),
        Shards::Auto | Shards::None => (0, gateway.shards.max(1) - 1, gateway.shards.max(1)),
    };
    enough_sessions(limit, last - first + 1)?;
    let address = socket_address(&gateway.url).ok_or_else(|| RestError::Unreadable {
        what: "asking for the gateway",
        problem: "the gateway's address is no ws or wss address".to_owned(),
    })?;
    let store = app.records().map(|records| Arc::clone(records.store()));
    let shard = shard_config(config, &gateway.url, Starts::new(limit, store))?;
    if total < gateway.shards {
        warn!(
            total,
            wanted = gateway.shards,
            "Discord asks for more shards; raise the number after the slash everywhere"
        );
    }
    info!(first, last, total, "connecting to Discord");
    for number in first..=last {
        let id = ShardId::new(number, total);
        let connection = Connection::new(id, shard.clone(), address.clone(), events.clone(), app.health().clone());
        let stop = running.stop.clone();
        running.tasks.spawn(async move { Ok(connection.run(stop).await?) });
    }
    Ok(())
}

fn enough_sessions(limit: SessionStartLimit, needed: u32) -> Result<(), BotError> {
    let SessionStartLimit { remaining, reset_after, .. } = limit;
    if remaining.saturating_sub(SESSIONS_KEPT) >= needed {
        return Ok(());
    }
    Err(BotError::NoSessions { remaining, needed, reset_after })
}

/// What the shards have in common.
fn shard_config(config: &Config, url: &str, starts: Starts) -> Result<ShardConfig<Starts>, BotError> {
    let name = env!("CARGO_PKG_NAME");
    Ok(ConfigBuilder::new(config.need_token()?.expose().to_owned(), intents(config))
        .identify_properties(IdentifyProperties::new(name, name, std::env::consts::OS))
        .proxy_url(url.trim_end_matches('/').to_owned())
        .queue(starts)
        .build())
}

/// Waits for whatever ends the bot.
async fn live(running: &mut Running, rest: &Rest) -> Result<(), BotError> {
    let ended = async {
        loop {
            match running.tasks.join_next().await {
                Some(Ok(Ok(()))) => {}
                Some(Ok(Err(error))) => return error,
                Some(Err(_)) => return BotError::Fault,
                None => pending().await,
            }
        }
    };
    tokio::select! {
        // Several come together, and the close code says most.
        biased;
        error = ended => Err(error),
        () = rest.token_refused() => Err(RestError::Unauthorized.into()),
    }
}

/// Closes the connections and finishes the answers that were begun.
async fn end(mut running: Running, answering: &Answering) {
    info!("ending");
    let deadline = Instant::now() + SHUTDOWN_DEADLINE;
    running.stop.cancel();
    // While the connections close, answers go on; what still comes in is answered too.
    let closing = async { while running.tasks.join_next().await.is_some() {} };
    if timeout_at(deadline, closing).await.is_err() {
        warn!("a connection did not close in time");
    }
    let unfinished = answering.drain(deadline.saturating_duration_since(Instant::now())).await;
    if unfinished > 0 {
        warn!(unfinished, "some answers could not be finished");
    }
}

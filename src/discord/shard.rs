//! One connection to Discord's gateway: kept up through breaks, given up only where Discord says so.
//!
//! The library does the protocol: heartbeats, resuming, sessions. What it leaves to its user is here: how long to wait
//! between attempts, connections on which nothing comes any more, sessions that cannot be resumed, addresses that are
//! not to be trusted, and telling people that the bot is offline.

use std::time::Duration;

use futures_util::StreamExt;
use reqwest::Url;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};
use twilight_gateway::error::ReceiveMessageErrorType;
use twilight_gateway::{CloseFrame, Config, ConfigBuilder, Message, Shard, ShardId, ShardState};

use crate::discord::closes::{self, FatalClose};
use crate::discord::events::Events;
use crate::discord::rest::jitter;

/// Discord asks for a heartbeat every 41 seconds, and answers it. A connection that is silent for three of them is dead.
const SILENCE: Duration = Duration::from_mins(2);
/// How long connecting, or the other side's part in closing, may take.
const HANDSHAKE: Duration = Duration::from_secs(15);
/// How long the closing of the last connection may take.
const GOODBYE: Duration = Duration::from_secs(3);
/// The first wait between attempts; it doubles, with jitter.
const FIRST_WAIT: Duration = Duration::from_secs(1);
/// The longest wait between attempts.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// A connection that held for so long was a good one, and the waits begin anew.
const GOOD: Duration = Duration::from_mins(1);
/// After so long without a connection the bot is called unhealthy.
const UNHEALTHY: Duration = Duration::from_mins(3);

/// A connection and what it needs.
pub(crate) struct Connection {
    shard: Shard,
    /// The gateway's address: what the session begins with, and what later addresses are measured by.
    gateway: Url,
    events: Events,
    waits: Waits,
    health: Health,
}

/// What to do after a message.
enum Next {
    GoOn,
    /// Connect anew after this long.
    Again {
        wait: Duration,
        resume: bool,
    },
}

impl Connection {
    /// A connection that is made by [`Self::run`].
    pub(crate) fn new(id: ShardId, config: Config, gateway: Url, events: Events) -> Self {
        let now = Instant::now();
        let shard = Shard::with_config(id, config);
        Self { shard, gateway, events, waits: Waits::default(), health: Health::new(now) }
    }

    /// Keeps the connection until `stop`.
    ///
    /// # Errors
    /// When Discord closes it for good.
    pub(crate) async fn run(mut self, stop: CancellationToken) -> Result<(), FatalClose> {
        loop {
            let message = tokio::select! {
                biased;
                () = stop.cancelled() => break,
                message = timeout(self.patience(), self.shard.next()) => message,
            };
            let next = match message {
                Ok(message) => self.on_message(message)?,
                Err(_) => self.on_silence(),
            };
            self.watch();
            if let Next::Again { wait, resume } = next {
                self.renew(resume);
                debug!(?wait, resume, "connecting again");
                tokio::select! {
                    () = stop.cancelled() => break,
                    () = sleep(wait) => {}
                }
            }
        }
        self.close().await;
        Ok(())
    }

    /// How long nothing may come; never past the moment at which the bot is to be called unhealthy.
    fn patience(&self) -> Duration {
        match self.shard.state() {
            ShardState::Disconnected { .. } => HANDSHAKE,
            _ => SILENCE,
        }
    }

    fn on_message(
        &mut self,
        message: Option<Result<Message, twilight_gateway::error::ReceiveMessageError>>,
    ) -> Result<Next, FatalClose> {
        match message {
            Some(Ok(Message::Text(text))) => {
                self.events.on_frame(&text);
                Ok(self.unless_led_astray())
            }
            Some(Ok(Message::Close(frame))) => self.on_close(frame.map(|frame| frame.code)),
            Some(Err(error)) => Ok(self.on_error(error)),
            None => Ok(Next::Again { wait: self.waits.next(), resume: true }),
        }
    }

    fn on_close(&mut self, code: Option<u16>) -> Result<Next, FatalClose> {
        if let Some(fatal) = code.and_then(closes::fatal) {
            return Err(fatal);
        }
        info!(code, "the connection to Discord was closed; connecting again");
        let resume = !code.is_some_and(closes::loses_session);
        let wait = self.waits.after(self.health.last_good(), Instant::now());
        if resume && wait.is_zero() && matches!(self.unless_led_astray(), Next::GoOn) {
            return Ok(Next::GoOn);
        }
        Ok(Next::Again { wait, resume })
    }

    /// The library's errors quote what they are about and are not repeated here.
    fn on_error(&mut self, error: twilight_gateway::error::ReceiveMessageError) -> Next {
        if let ReceiveMessageErrorType::Deserializing { event } = error.kind() {
            // It has no use for it; the bot may have.
            warn!("a frame from Discord is not of the documented shape");
            self.events.on_frame(event);
            return Next::GoOn;
        }
        let wait = self.waits.next();
        warn!(next_attempt_in = ?wait, "Discord's gateway could not be reached");
        Next::Again { wait, resume: true }
    }

    fn on_silence(&mut self) -> Next {
        warn!("nothing comes over the connection to Discord; connecting again");
        Next::Again { wait: self.waits.next(), resume: true }
    }

    /// A disconnected shard goes to the address that the session was told to resume at; only if that is Discord's too.
    fn unless_led_astray(&self) -> Next {
        let disconnected = matches!(self.shard.state(), ShardState::Disconnected { .. });
        match self.shard.resume_url() {
            Some(url) if disconnected && !is_trusted(&self.gateway, url) => {
                debug!("the address to resume at is not used");
                Next::Again { wait: Duration::ZERO, resume: true }
            }
            _ => Next::GoOn,
        }
    }

    /// A new connection in place of this one, with its session if that is to be resumed.
    fn renew(&mut self, resume: bool) {
        let mut config = ConfigBuilder::from(self.shard.config().clone());
        if let Some(session) = self.shard.session().filter(|_| resume) {
            config = config.session(session.clone());
            if let Some(url) = self.shard.resume_url().filter(|url| is_trusted(&self.gateway, url)) {
                config = config.resume_url(url.to_owned());
            }
        }
        self.shard = Shard::with_config(self.shard.id(), config.build());
    }

    /// Tells people when the bot has been offline for long, and when it is back.
    fn watch(&mut self) {
        let active = matches!(self.shard.state(), ShardState::Active);
        match self.health.look(active, Instant::now()) {
            Some(Change::Unhealthy(time)) => error!(
                shard = self.shard.id().number(),
                minutes = time.as_secs() / 60,
                "unhealthy: no connection to Discord's gateway; if Discord is not down (https://discordstatus.com), \
                 check the network"
            ),
            Some(Change::Healthy(time)) => {
                info!(shard = self.shard.id().number(), minutes = time.as_secs() / 60, "healthy again");
            }
            None => {}
        }
    }

    /// Closes in good order: Discord shows the bot as offline at once. What still comes in is answered.
    async fn close(mut self) {
        if matches!(self.shard.state(), ShardState::Disconnected { .. } | ShardState::FatallyClosed) {
            return;
        }
        self.shard.close(CloseFrame::NORMAL);
        let goodbye = async {
            while let Some(Ok(message)) = self.shard.next().await {
                match message {
                    Message::Text(text) => self.events.on_frame(&text),
                    Message::Close(_) => break,
                }
            }
        };
        if timeout(GOODBYE, goodbye).await.is_err() {
            warn!("the connection to the gateway did not close in time");
        }
    }
}

/// Whether an address is the gateway itself or a neighbour of it: the token goes there.
fn is_trusted(gateway: &Url, url: &str) -> bool {
    let Some(url) = socket_address(url) else { return false };
    let (Some(known), Some(other)) = (gateway.host_str(), url.host_str()) else { return false };
    let is_name = url.domain().is_some();
    let domain = |host: &str| host.split_once('.').map(|(_, domain)| domain.to_owned()).filter(|d| d.contains('.'));
    let neighbour = is_name && domain(known).is_some_and(|known| domain(other) == Some(known));
    gateway.scheme() == url.scheme() && (known == other || neighbour)
}

/// The address of a gateway, if it is one: the library adds a query to it and takes whatever that makes.
pub(crate) fn socket_address(url: &str) -> Option<Url> {
    let url = Url::parse(url).ok()?;
    let is_one = matches!(url.scheme(), "ws" | "wss") && url.has_host();
    (is_one && url.query().is_none() && url.fragment().is_none()).then_some(url)
}

/// The waits between attempts: none after a good connection, then longer and longer ones.
#[derive(Debug, Default)]
struct Waits {
    failures: u32,
}

impl Waits {
    /// After a failure.
    fn next(&mut self) -> Duration {
        let full = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(self.failures)).min(LONGEST_WAIT);
        self.failures = self.failures.saturating_add(1);
        full / 2 + jitter(full / 2)
    }

    /// After a connection that was up for as long as `up`: none the first time, and none after a good one.
    fn after(&mut self, up: Option<Instant>, now: Instant) -> Duration {
        if up.is_some_and(|since| now.duration_since(since) >= GOOD) {
            self.failures = 0;
        }
        if self.failures == 0 {
            self.failures = 1;
            return Duration::ZERO;
        }
        self.next()
    }
}

/// Since when the connection is up, or down.
#[derive(Debug)]
struct Health {
    up: Option<Instant>,
    last_up: Option<Instant>,
    down: Instant,
    /// When people are told next.
    tell: Instant,
    told: bool,
}

#[derive(Debug, PartialEq, Eq)]
enum Change {
    Unhealthy(Duration),
    Healthy(Duration),
}

impl Health {
    fn new(now: Instant) -> Self {
        Self { up: None, last_up: None, down: now, tell: now + UNHEALTHY, told: false }
    }

    /// When the connection that is up now, or was up last, came up.
    fn last_good(&self) -> Option<Instant> {
        self.last_up
    }

    fn look(&mut self, active: bool, now: Instant) -> Option<Change> {
        match (active, self.up) {
            (true, Some(_)) => None,
            (true, None) => {
                (self.up, self.last_up) = (Some(now), Some(now));
                std::mem::take(&mut self.told).then(|| Change::Healthy(now.duration_since(self.down)))
            }
            (false, Some(_)) => {
                *self = Self { last_up: self.last_up, ..Self::new(now) };
                None
            }
            (false, None) if now >= self.tell => {
                let time = now.duration_since(self.down);
                // Told again when it has lasted twice as long.
                (self.tell, self.told) = (now + time, true);
                Some(Change::Unhealthy(time))
            }
            (false, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_gateways_neighbours_are_trusted() {
        let discord = Url::parse("wss://gateway.discord.gg").expect("an address");
        assert!(is_trusted(&discord, "wss://gateway-us-east1-b.discord.gg"));
        for other in
            ["ws://gateway.discord.gg", "wss://discord.gg.evil.example", "wss://evil.gg", "wss://10.0.0.1", "x", ""]
        {
            assert!(!is_trusted(&discord, other), "{other}");
        }
        let local = Url::parse("ws://127.0.0.1:80").expect("an address");
        assert!(is_trusted(&local, "ws://127.0.0.1:81"));
        assert!(!is_trusted(&local, "ws://128.0.0.1:81"));
        assert!(!is_trusted(&local, "wss://gateway.discord.gg"));
    }

    #[test]
    fn addresses_of_gateways_have_no_query() {
        assert!(socket_address("wss://gateway.discord.gg").is_some());
        for odd in ["https://gateway.discord.gg", "wss://gateway.discord.gg?v=9", "gateway.discord.gg", "ws://"] {
            assert!(socket_address(odd).is_none(), "{odd}");
        }
    }

    #[test]
    fn waits_grow_to_a_minute_and_begin_anew_after_a_good_connection() {
        let mut waits = Waits::default();
        let now = Instant::now();
        assert_eq!(waits.after(Some(now), now), Duration::ZERO);
        for most in [2, 4, 8, 16, 32, 60, 60, 60] {
            let wait = waits.after(Some(now), now);
            let most = Duration::from_secs(most);
            assert!((most / 2..=most).contains(&wait), "{wait:?} of {most:?}");
        }
        assert_eq!(waits.after(Some(now), now + GOOD), Duration::ZERO);
        assert!(waits.next() > Duration::ZERO);
    }

    #[test]
    fn people_are_told_after_some_minutes_and_when_it_is_over() {
        let start = Instant::now();
        let at = |minutes: u64| start + Duration::from_mins(minutes);
        let mut health = Health::new(start);
        assert_eq!(health.look(false, at(2)), None);
        assert_eq!(health.look(false, at(3)), Some(Change::Unhealthy(Duration::from_mins(3))));
        assert_eq!(health.look(false, at(5)), None);
        assert_eq!(health.look(false, at(6)), Some(Change::Unhealthy(Duration::from_mins(6))));
        assert_eq!(health.look(true, at(7)), Some(Change::Healthy(Duration::from_mins(7))));
        assert_eq!(health.look(false, at(8)), None);
        assert_eq!(health.look(true, at(9)), None, "a short break is no news");
    }
}

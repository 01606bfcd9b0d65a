//! One connection to Discord's gateway: kept up through breaks, given up only where Discord says so.
//!
//! The library does the protocol: heartbeats, resuming, sessions. What it leaves to its user is here: how long to wait
//! between attempts, connections on which nothing comes any more, sessions that cannot be resumed, addresses that are
//! not to be trusted, and telling people that the bot is offline.

use std::future::poll_fn;
use std::task::{self, Poll};
use std::time::Duration;

use axum::http::Uri;
use futures_util::StreamExt;
use reqwest::Url;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;
use tracing::{debug, error, info, warn};
use twilight_gateway::error::{ReceiveMessageError, ReceiveMessageErrorType};
use twilight_gateway::{CloseFrame, Config, ConfigBuilder, Intents, Message, Shard, ShardId, ShardState};

use crate::discord::closes::{self, FatalClose};
use crate::discord::events::Events;
use crate::discord::rest::jitter;
use crate::discord::starts::Starts;
use crate::ops::health::{Health, Phase};

/// Discord asks for a heartbeat every 41 seconds, and answers it. A connection that is silent for three of them is dead.
const SILENCE: Duration = Duration::from_mins(2);
/// How long connecting, or the other side's part in closing, may take.
const HANDSHAKE: Duration = Duration::from_secs(15);
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
    shard: Shard<Starts>,
    /// The gateway's address: what the session begins with, and what later addresses are measured by.
    gateway: Url,
    events: Events,
    waits: Waits,
    uptime: Uptime,
    health: Health,
}

/// What comes over a connection.
enum Arrival {
    /// A frame, or that there was none to be had.
    Item(Option<Result<Message, ReceiveMessageError>>),
    /// It ended without a word.
    Lost,
    /// Nothing, for too long.
    Silence,
}

/// What to do after it.
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
    ///
    /// `health` is told what it does.
    pub(crate) fn new(id: ShardId, config: Config<Starts>, gateway: Url, events: Events, health: Health) -> Self {
        let shard = Shard::with_config(id, config);
        health.shard(id.number(), Phase::Disconnected);
        Self { shard, gateway, events, waits: Waits::default(), uptime: Uptime::new(Instant::now()), health }
    }

    /// Keeps the connection until `stop`.
    ///
    /// # Errors
    /// When Discord closes it for good.
    pub(crate) async fn run(mut self, stop: CancellationToken) -> Result<(), FatalClose> {
        loop {
            let arrival = tokio::select! {
                biased;
                () = stop.cancelled() => break,
                arrival = self.next() => arrival,
            };
            let next = self.take(arrival)?;
            self.watch();
            if let Next::Again { wait, resume } = next {
                self.part();
                self.renew(resume);
                self.health.shard(self.shard.id().number(), Phase::Disconnected);
                debug!(?wait, resume, "connecting again");
                tokio::select! {
                    () = stop.cancelled() => break,
                    () = sleep(wait) => {}
                }
            }
        }
        if !self.is_disconnected() {
            self.shard.close(CloseFrame::NORMAL);
            self.part();
        }
        Ok(())
    }

    /// What comes next. A connection that is lost is told of before the library connects again: when and where to is
    /// decided here.
    async fn next(&mut self) -> Arrival {
        let patience = if self.is_disconnected() { HANDSHAKE } else { SILENCE };
        let mut was_connected = !self.is_disconnected();
        let arrival = poll_fn(|context| match self.shard.poll_next_unpin(context) {
            Poll::Ready(item) => Poll::Ready(Arrival::Item(item)),
            Poll::Pending if was_connected && self.is_disconnected() => Poll::Ready(Arrival::Lost),
            Poll::Pending => {
                was_connected |= !self.is_disconnected();
                Poll::Pending
            }
        });
        timeout(patience, arrival).await.unwrap_or(Arrival::Silence)
    }

    fn is_disconnected(&self) -> bool {
        matches!(self.shard.state(), ShardState::Disconnected { .. } | ShardState::FatallyClosed)
    }

    fn take(&mut self, arrival: Arrival) -> Result<Next, FatalClose> {
        match arrival {
            Arrival::Item(Some(Ok(Message::Text(text)))) => {
                self.events.on_frame(&text);
                // Discord asks to connect again, or finds the session invalid.
                Ok(if self.is_disconnected() { self.again(true) } else { self.unless_led_astray() })
            }
            Arrival::Item(Some(Ok(Message::Close(frame)))) => self.on_close(frame.map(|frame| frame.code)),
            Arrival::Item(Some(Err(error))) => Ok(self.on_error(&error)),
            Arrival::Item(None) | Arrival::Lost => {
                info!("the connection to Discord was lost; connecting again");
                Ok(self.again(true))
            }
            Arrival::Silence => {
                warn!("nothing comes over the connection to Discord; connecting again");
                Ok(self.again(true))
            }
        }
    }

    fn on_close(&mut self, code: Option<u16>) -> Result<Next, FatalClose> {
        let asks_for_text = self.shard.config().intents().contains(Intents::MESSAGE_CONTENT);
        if let Some(fatal) = code.and_then(|code| closes::fatal(code, asks_for_text)) {
            return Err(fatal);
        }
        info!(code, "the connection to Discord was closed; connecting again");
        Ok(self.again(!code.is_some_and(closes::loses_session)))
    }

    /// The library's errors quote what they are about and are not repeated here.
    fn on_error(&mut self, error: &ReceiveMessageError) -> Next {
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

    /// The library begins to connect to the address at which the session is to be resumed before a lost connection is
    /// told of. One that it could not even read, or could reach within that moment, is got rid of at once.
    fn unless_led_astray(&self) -> Next {
        let Some(url) = self.shard.resume_url().filter(|url| !is_trusted(&self.gateway, url)) else {
            return Next::GoOn;
        };
        if socket_address(url).is_some_and(|url| url.domain().is_some()) && url.parse::<Uri>().is_ok() {
            return Next::GoOn;
        }
        debug!("the address to resume at is of no use");
        Next::Again { wait: Duration::ZERO, resume: true }
    }

    fn again(&mut self, resume: bool) -> Next {
        let keeps_session = resume && self.shard.session().is_some();
        Next::Again { wait: self.waits.after(self.uptime.last_up, Instant::now(), keeps_session), resume }
    }

    /// Sends the close frame that is due, if one is, and takes what has come in by then.
    ///
    /// The other side's goodbye is not waited for: the library would connect again as soon as it hears it.
    fn part(&mut self) {
        if self.shard.resume_url().is_some_and(|url| !is_trusted(&self.gateway, url)) {
            return;
        }
        let mut context = task::Context::from_waker(task::Waker::noop());
        while let Poll::Ready(Some(Ok(Message::Text(text)))) = self.shard.poll_next_unpin(&mut context) {
            self.events.on_frame(&text);
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
        let phase = phase(self.shard.state());
        self.health.shard(self.shard.id().number(), phase);
        match self.uptime.look(phase == Phase::Connected, Instant::now()) {
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
}

/// What the library's states mean.
fn phase(state: ShardState) -> Phase {
    match state {
        ShardState::Active => Phase::Connected,
        ShardState::Identifying => Phase::Identifying,
        ShardState::Resuming => Phase::Resuming,
        ShardState::Disconnected { .. } | ShardState::FatallyClosed => Phase::Disconnected,
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
    /// When the connection came up that was lost last.
    lost: Option<Instant>,
}

impl Waits {
    /// After a failure.
    fn next(&mut self) -> Duration {
        let full = FIRST_WAIT.saturating_mul(2_u32.saturating_pow(self.failures)).min(LONGEST_WAIT);
        self.failures = self.failures.saturating_add(1);
        full / 2 + jitter(full / 2)
    }

    /// After a connection that came up at `up`: none the first time, and none after a good one.
    fn after(&mut self, up: Option<Instant>, now: Instant, keeps_session: bool) -> Duration {
        let came_up = up.is_some() && up != self.lost;
        self.lost = up;
        if up.is_some_and(|since| now.duration_since(since) >= GOOD) {
            self.failures = 0;
        }
        if self.failures == 0 {
            self.failures = 1;
            return Duration::ZERO;
        }
        if came_up && keeps_session {
            // Resuming worked and costs no session, and whoever has asked something gets an answer within three seconds or none.
            self.failures = 0;
        }
        self.next()
    }
}

/// Since when the connection is up, or down.
#[derive(Debug)]
struct Uptime {
    up: Option<Instant>,
    /// When the connection that is up now, or was up last, came up.
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

impl Uptime {
    fn new(now: Instant) -> Self {
        Self { up: None, last_up: None, down: now, tell: now + UNHEALTHY, told: false }
    }

    fn look(&mut self, active: bool, now: Instant) -> Option<Change> {
        match (active, self.up) {
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
            (true, Some(_)) | (false, None) => None,
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
        assert_eq!(waits.after(Some(now), now, true), Duration::ZERO);
        for most in [2, 4, 8, 16, 32, 60, 60, 60] {
            let wait = waits.after(Some(now), now, true);
            let most = Duration::from_secs(most);
            assert!((most / 2..=most).contains(&wait), "{wait:?} of {most:?}");
        }
        assert_eq!(waits.after(Some(now), now + GOOD, true), Duration::ZERO);
        assert!(waits.next() > Duration::ZERO);
    }

    #[test]
    fn a_session_that_can_be_resumed_is_never_waited_for_long() {
        let mut waits = Waits::default();
        let now = Instant::now();
        waits.after(Some(now), now, true);
        for seconds in 1..20 {
            let up = now + Duration::from_secs(seconds);
            assert!(waits.after(Some(up), up, true) <= FIRST_WAIT, "it came up, and broke again");
        }
        // New sessions are counted by Discord.
        let waited: Duration = (20..30).map(|at| waits.after(Some(now + Duration::from_secs(at)), now, false)).sum();
        assert!(waited > LONGEST_WAIT * 2, "{waited:?}");
    }

    #[test]
    fn people_are_told_after_some_minutes_and_when_it_is_over() {
        let start = Instant::now();
        let at = |minutes: u64| start + Duration::from_mins(minutes);
        let mut uptime = Uptime::new(start);
        assert_eq!(uptime.look(false, at(2)), None);
        assert_eq!(uptime.look(false, at(3)), Some(Change::Unhealthy(Duration::from_mins(3))));
        assert_eq!(uptime.look(false, at(5)), None);
        assert_eq!(uptime.look(false, at(6)), Some(Change::Unhealthy(Duration::from_mins(6))));
        assert_eq!(uptime.look(true, at(7)), Some(Change::Healthy(Duration::from_mins(7))));
        assert_eq!(uptime.look(false, at(8)), None);
        assert_eq!(uptime.look(true, at(9)), None, "a short break is no news");
    }
}

//! The only way to Discord's REST interface: deadlines, pacing, retries and what to do when Discord says no.
//!
//! The library's own client is not used: on a 429 it loses `Retry-After` or loops at once, and it gives a call no end.
//! Every call here ends in bounded time with an answer or a typed error.

use std::fmt;
use std::time::Duration;

use reqwest::header::{self, HeaderMap, HeaderValue};
use reqwest::{Client, Method, Response, StatusCode, Url, redirect};
use serde_json::Value;
use tokio::time::{Instant, sleep, timeout, timeout_at};
use tokio_util::sync::CancellationToken;
use tracing::{debug, warn};

pub use self::error::RestError;
use self::error::discord_said;
pub(crate) use self::error::jitter;
use self::pace::{Pace, RetryAfter, Route, Turn};
use self::refusals::Refusals;
pub use self::requests::{GatewayBot, SessionStartLimit};
use crate::config::Secret;
use crate::discord::files::Packed;
use crate::ops::metrics::{Limit, Metrics, Request};

mod error;
mod pace;
mod refusals;
mod requests;

/// As Discord asks: `DiscordBot (address, version)`.
const USER_AGENT: &str =
    concat!("DiscordBot (https://discord.com/developers/docs/reference, ", env!("CARGO_PKG_VERSION"), ")");
/// Discord drops an interaction that is not answered in three seconds; the rest is for the way there.
const CALLBACK_DEADLINE: Duration = Duration::from_millis(2_500);
/// How long one attempt at another call may take.
const ATTEMPT_DEADLINE: Duration = Duration::from_secs(15);
/// How long all attempts and the waits between them may take.
const CALL_DEADLINE: Duration = Duration::from_secs(90);
/// How often a call is tried.
const ATTEMPTS: u32 = 4;
/// The wait after the first failure of the network or the server; it doubles, with jitter.
const BACKOFF: Duration = Duration::from_millis(250);
/// The most of an answer that is read; the largest one wanted, the list of commands, stays far below.
const BODY: usize = 4 << 20;

/// A client for one bot.
pub struct Rest {
    client: Client,
    base: Url,
    authorization: HeaderValue,
    pace: Pace,
    refusals: Refusals,
    refused: CancellationToken,
    metrics: Metrics,
}

impl fmt::Debug for Rest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rest").field("base", &self.base.as_str()).finish_non_exhaustive()
    }
}

/// A call: what is common to all of them.
struct Call<'a> {
    /// For errors and logs, in words; the path is never told, for it may hold an interaction's token.
    what: &'static str,
    method: Method,
    path: &'a [&'a str],
    body: Option<Packed>,
    kind: Kind,
    /// What stands after the question mark.
    query: Option<String>,
    /// One attempt of so long, whose outcome the caller wants to know exactly; none for as many as make sense.
    once: Option<Duration>,
}

impl Default for Call<'_> {
    /// A question in the bot's name.
    fn default() -> Self {
        Self { what: "", method: Method::GET, path: &[], body: None, kind: Kind::AsBot, query: None, once: None }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// In the bot's name, under the limit of requests a second.
    AsBot,
    /// The answer to an interaction: carried by the interaction's own token, urgent, and under no global limit.
    Callback,
    /// What follows a deferral: carried by the interaction's token too, but not urgent.
    Webhook,
}

/// Connections to Discord that are kept open between requests: more than are in use at once at its 50 requests a second. What a
/// resumed session brings all at once needs more for a moment, and would leave them and their buffers behind.
const MOST_IDLE: usize = 16;

impl Rest {
    /// A client that speaks for the bot of this token.
    ///
    /// # Errors
    /// When the system gives no random numbers or certificates, or the token cannot stand in a header.
    pub fn new(base: &Url, token: &Secret) -> Result<Self, RestError> {
        let mut authorization = HeaderValue::try_from(format!("Bot {}", token.expose()))
            .map_err(|_| RestError::Setup("the token holds characters that no token has".to_owned()))?;
        authorization.set_sensitive(true);
        let mut builder = Client::builder()
            .user_agent(USER_AGENT)
            .redirect(redirect::Policy::none())
            .connect_timeout(Duration::from_secs(10))
            .pool_max_idle_per_host(MOST_IDLE);
        if is_loopback(base) {
            // A proxy of the environment is for the world outside.
            builder = builder.no_proxy();
        }
        let client = builder.build().map_err(|error| RestError::Setup(error.to_string()))?;
        let (pace, refusals, refused, metrics) = Default::default();
        Ok(Self { client, base: base.clone(), authorization, pace, refusals, refused, metrics })
    }

    /// The same client, with room for so many posts a second beside all else, as far as Discord lets one bot go.
    #[must_use]
    pub fn with_posts(self, per_second: u32) -> Self {
        Self { pace: Pace::with_posts(per_second), ..self }
    }

    /// The same client, which counts requests and limits there.
    #[must_use]
    pub fn with_metrics(self, metrics: Metrics) -> Self {
        Self { metrics, ..self }
    }

    /// Resolves when Discord has refused the token; nothing will work after that.
    pub async fn token_refused(&self) {
        self.refused.cancelled().await;
    }

    /// Makes a call, again where that may help. All calls may be repeated: reads and replacements by their nature, a
    /// message by its nonce, and of an interaction's answers only the first counts.
    async fn call(&self, call: Call<'_>) -> Result<Vec<u8>, RestError> {
        let what = call.what;
        let deadline = Instant::now() + call.deadline();
        let mut url = self.url(call.path).ok_or_else(|| RestError::Setup("the API base takes no path".to_owned()))?;
        url.set_query(call.query.as_deref());
        let attempts = if call.once.is_some() { 1 } else { ATTEMPTS };
        let mut attempt = 1;
        loop {
            let turn = self.turn(&call, deadline).await?;
            let left = deadline.saturating_duration_since(Instant::now()).min(ATTEMPT_DEADLINE);
            if left.is_zero() {
                return Err(RestError::NoTurn { what });
            }
            let attempt_made = timeout(left, self.attempt(&call, url.clone(), turn)).await;
            let error = match attempt_made.unwrap_or(Err(RestError::Deadline { what })) {
                Ok(body) => {
                    self.metrics.request(Request::Done);
                    return Ok(body);
                }
                Err(error) => error,
            };
            self.metrics.request(ended(&error));
            let Some(wait) = error.wait(attempt, BACKOFF).filter(|_| attempt < attempts) else {
                return Err(error);
            };
            if Instant::now() + wait >= deadline {
                return Err(error);
            }
            debug!(what, attempt, ?wait, %error, "trying again");
            sleep(wait).await;
            attempt += 1;
        }
    }

    /// Waits until a call may be made; none is needed for an interaction's first answer, which has no limit to share.
    async fn turn(&self, call: &Call<'_>, deadline: Instant) -> Result<Option<Turn>, RestError> {
        let what = call.what;
        if call.kind == Kind::Callback {
            return Ok(None);
        }
        self.may_ask(call)?;
        let (name, resource) = call.route();
        let route = Route { name: &name, resource: &resource, counts: call.kind == Kind::AsBot };
        let turn = timeout_at(deadline, self.pace.turn(route)).await.map_err(|_| {
            self.metrics.limit(Limit::Turn);
            RestError::NoTurn { what }
        })?;
        // What went before it may have been refused.
        self.may_ask(call)?;
        Ok(Some(turn))
    }

    /// Whether Discord has refused too much for one more request.
    fn may_ask(&self, call: &Call<'_>) -> Result<(), RestError> {
        let (what, now) = (call.what, Instant::now());
        if call.kind == Kind::AsBot && self.refused.is_cancelled() {
            return Err(RestError::Unauthorized);
        }
        if self.refusals.are_too_many(now) {
            self.metrics.limit(Limit::Refusals);
            return Err(RestError::TooManyRefused);
        }
        if call.written_channel().is_some_and(|channel| self.refusals.are_too_many_in(channel, now)) {
            self.metrics.limit(Limit::Refusals);
            return Err(RestError::ChannelClosed { what });
        }
        Ok(())
    }

    async fn attempt(&self, call: &Call<'_>, url: Url, mut turn: Option<Turn>) -> Result<Vec<u8>, RestError> {
        let what = call.what;
        let mut request = self.client.request(call.method.clone(), url);
        if call.kind == Kind::AsBot {
            request = request.header(header::AUTHORIZATION, self.authorization.clone());
        }
        if let Some(body) = &call.body {
            request = request.header(header::CONTENT_TYPE, &body.content_type).body(body.bytes.clone());
        }
        // The address is taken out of errors: it may hold an interaction's token.
        let network = |error: reqwest::Error| RestError::Network { what, source: error.without_url() };
        let response = request.send().await.map_err(network)?;
        let status = response.status();
        let headers = response.headers().clone();
        if let Some(turn) = &mut turn {
            let (name, resource) = call.route();
            self.pace.learn(Route { name: &name, resource: &resource, counts: true }, turn, &headers);
        }
        let body = body_of(what, response).await?;
        if status.is_success() {
            if let Some(channel) = call.written_channel() {
                self.refusals.forget_channel(channel, Instant::now());
            }
            return Ok(body);
        }
        Err(self.failure(call, turn, status, &headers, &body))
    }

    /// Why Discord did not do it, and whom that concerns.
    fn failure(
        &self,
        call: &Call<'_>,
        turn: Option<Turn>,
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> RestError {
        let what = call.what;
        let said: Value = serde_json::from_slice(body).unwrap_or_default();
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let shared = header("x-ratelimit-scope") == Some("shared");
        self.count(call, status, shared);
        match status {
            // Without the bot's token in it, the call was refused for the interaction's token and not for ours.
            StatusCode::UNAUTHORIZED if call.kind == Kind::AsBot => {
                self.refused.cancel();
                RestError::Unauthorized
            }
            StatusCode::TOO_MANY_REQUESTS => {
                let wait = RetryAfter::read(header("retry-after"));
                let global = header("x-ratelimit-global").is_some_and(|value| value.eq_ignore_ascii_case("true"))
                    || header("x-ratelimit-scope") == Some("global")
                    || said["global"] == true;
                if global {
                    self.pace.hold(wait.wait());
                } else if let Some(mut turn) = turn {
                    turn.hold(wait.wait());
                }
                let shared = if shared { Limit::DiscordShared } else { Limit::DiscordResource };
                self.metrics.limit(if global { Limit::DiscordGlobal } else { shared });
                warn!(what, global, wait = ?wait.wait(), "Discord asks to wait (429)");
                RestError::RateLimited { what, wait }
            }
            status if status.is_server_error() => RestError::Server { what, status: status.as_u16() },
            status => {
                let (code, message) = discord_said(&said);
                RestError::Refused { what, status: status.as_u16(), code, message }
            }
        }
    }

    /// Counts a refusal towards what Discord bears. One of a limit that is shared with other bots does not count.
    fn count(&self, call: &Call<'_>, status: StatusCode, shared: bool) {
        let now = Instant::now();
        let counts = matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN | StatusCode::TOO_MANY_REQUESTS);
        if counts && !shared {
            self.refusals.count(now);
        }
        if let Some(channel) = call.written_channel()
            && matches!(status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND)
        {
            self.refusals.count_channel(channel, now);
        }
    }

    /// The address of a path; each part is encoded, so that no part can lead elsewhere.
    fn url(&self, path: &[&str]) -> Option<Url> {
        let mut url = self.base.clone();
        url.path_segments_mut().ok()?.pop_if_empty().extend(["api", "v10"]).extend(path);
        Some(url)
    }
}

impl Call<'_> {
    /// What the call is limited by: its method and path, and the resource at the top of the path.
    fn route(&self) -> (String, String) {
        // An interaction's webhook has its token beside its id.
        let top = if self.kind == Kind::Webhook { 3 } else { 2 };
        (format!("{} {}", self.method, self.path.join("/")), self.path[..top.min(self.path.len())].join("/"))
    }

    /// The channel that the call would write to. What is only read does not count: whether a channel is open again is found
    /// out by reading.
    fn written_channel(&self) -> Option<&str> {
        match self.path {
            ["channels", channel, ..] if self.method != Method::GET => Some(channel),
            _ => None,
        }
    }

    fn deadline(&self) -> Duration {
        self.once.unwrap_or(match self.kind {
            Kind::AsBot | Kind::Webhook => CALL_DEADLINE,
            Kind::Callback => CALLBACK_DEADLINE,
        })
    }
}

/// How a request that failed is counted.
fn ended(error: &RestError) -> Request {
    match error {
        RestError::RateLimited { .. } => Request::Limited,
        RestError::Server { .. } => Request::ServerFault,
        RestError::Deadline { .. } => Request::Deadline,
        RestError::Network { .. } | RestError::Unreadable { .. } => Request::Network,
        _ => Request::Refused,
    }
}

async fn body_of(what: &'static str, mut response: Response) -> Result<Vec<u8>, RestError> {
    let mut body = Vec::new();
    loop {
        let chunk = response.chunk().await;
        match chunk.map_err(|error| RestError::Network { what, source: error.without_url() })? {
            None => return Ok(body),
            Some(chunk) if body.len() + chunk.len() > BODY => {
                return Err(RestError::Unreadable { what, problem: "the answer is too long".to_owned() });
            }
            Some(chunk) => body.extend_from_slice(&chunk),
        }
    }
}

fn is_loopback(base: &Url) -> bool {
    let host = base.host_str().unwrap_or_default().trim_matches(['[', ']']);
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|address| address.is_loopback())
}

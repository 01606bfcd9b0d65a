//! The HTTP interactions endpoint: Discord posts interactions here instead of sending them over the gateway.
//!
//! A request is believed only if Discord signed its very bytes, so the signature is checked before anything is read
//! out of them. The answer goes back as the response; nothing is kept between requests but the latest answers, so that
//! a request that comes twice is answered twice and carried out once.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::serve::ListenerExt;
use ed25519_dalek::VerifyingKey;
use serde_json::Value;
use serenity::all::Interaction;
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tracing::{Instrument as _, debug, error_span, warn};

use self::memory::Memory;
use crate::discord::answering::{self, Answering, Callback, Deferred, First};
use crate::discord::files::Packed;
use crate::discord::incoming;
use crate::discord::respond::Reply;

mod memory;
mod signature;

/// The one path.
const PATH: &str = "/interactions";
/// The largest request that is read. Discord's are some kilobytes long.
const BODY: usize = 256 << 10;
/// How long a request may take to come in; Discord gives three seconds for everything.
const BODY_DEADLINE: Duration = Duration::from_secs(5);
/// How long a deferral takes to reach Discord as the answer to Discord's own request. One that takes longer is waited for.
const HEAD_START: Duration = Duration::from_millis(250);

/// The endpoint's routes; to be served by [`serve`], or called as they are.
pub fn routes(key: VerifyingKey, answering: Answering) -> Router {
    let endpoint = Arc::new(Endpoint { key, answering, memory: Memory::default() });
    Router::new().route(PATH, post(receive)).layer(DefaultBodyLimit::max(BODY)).with_state(endpoint)
}

/// Serves the routes until `stop`, and finishes the requests that have come in by then.
///
/// # Errors
/// When the operating system takes the listener away.
pub async fn serve(listener: TcpListener, routes: Router, stop: CancellationToken) -> std::io::Result<()> {
    let listener = listener.tap_io(|connection| {
        // An answer is one small packet, and somebody waits for it.
        if let Err(error) = connection.set_nodelay(true) {
            debug!(%error, "a connection sends its packets late");
        }
    });
    axum::serve(listener, routes).with_graceful_shutdown(stop.cancelled_owned()).await
}

struct Endpoint {
    key: VerifyingKey,
    answering: Answering,
    memory: Memory,
}

async fn receive(State(endpoint): State<Arc<Endpoint>>, headers: HeaderMap, request: Request) -> Response {
    let body = match timeout(BODY_DEADLINE, Bytes::from_request(request, &())).await {
        Ok(Ok(body)) => body,
        Ok(Err(rejection)) => return refusal(rejection.status()),
        Err(_) => return refusal(StatusCode::REQUEST_TIMEOUT),
    };
    if !signature::is_valid(&endpoint.key, &headers, &body) {
        return refusal(StatusCode::UNAUTHORIZED);
    }
    endpoint.answer(&body).await.map_or_else(|| refusal(StatusCode::BAD_REQUEST), |answer| response(&answer))
}

impl Endpoint {
    /// The answer to a request that Discord signed; none when it is no interaction.
    async fn answer(&self, body: &[u8]) -> Option<Arc<Packed>> {
        let body = std::str::from_utf8(body).ok()?;
        if incoming::is_ping(body) {
            return Some(write(&Callback::Reply(Reply::Pong)));
        }
        match incoming::read(body) {
            Ok(interaction) => Some(self.answer_once(interaction).await),
            Err(value) => self.answer_unread(&value),
        }
    }

    /// The answer to an interaction, found once however often it comes.
    async fn answer_once(&self, interaction: Interaction) -> Arc<Packed> {
        let answer = self.memory.answer(interaction.id().get());
        let span = error_span!("interaction", id = interaction.id().get());
        let interaction = Arc::new(interaction);
        let (answering, asked) = (self.answering.clone(), Arc::clone(&interaction));
        let find = || async move {
            let First { callback, deferred } = answering.first(asked).await;
            if let Some(deferred) = deferred {
                answering.spawn(follow(answering.clone(), deferred).in_current_span());
            }
            write(&callback)
        };
        // In a task of its own, answer and memory alike, so that neither is lost when Discord hangs up.
        let once = async move { answer.get_or_init(find).await.clone() };
        let found = self.answering.spawn(once.instrument(span)).await;
        found.unwrap_or_else(|_| write(&Callback::fallback(&interaction)))
    }

    /// The answer to an interaction of a shape that the library cannot read.
    fn answer_unread(&self, value: &Value) -> Option<Arc<Packed>> {
        let (_, _, callback) = answering::unread(value)?;
        self.answering.app().metrics().unreadable("INTERACTION_CREATE");
        warn!("an interaction from Discord could not be read");
        Some(write(&callback))
    }
}

/// Gives a deferred answer, once the deferral has had the time to reach Discord.
async fn follow(answering: Answering, deferred: Deferred) {
    sleep(HEAD_START).await;
    answering.follow(deferred).await;
}

fn write(callback: &Callback) -> Arc<Packed> {
    Arc::new(Packed::new(callback, callback.files()))
}

fn response(body: &Packed) -> Response {
    ([(header::CONTENT_TYPE, body.content_type.as_str())], Body::from(body.bytes.clone())).into_response()
}

/// A refusal says no more than its status: whoever gets one is not Discord.
fn refusal(status: StatusCode) -> Response {
    debug!(status = status.as_u16(), "a request to the endpoint was refused");
    status.into_response()
}

//! The preview: a page on this machine that is the bot in a channel, without Discord.
//!
//! The page sends what Discord would send, and gets what Discord would get: [`respond`](crate::discord::respond::respond)
//! answers both. Only this machine may ask (`guard`), and the page asks nobody else.

use std::cell::Cell;
use std::io::{self, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use jiff::civil::Date;
use tokio::net::TcpListener;
use tokio::task::spawn_blocking;

use crate::discord::app::{App, utc_today};
use crate::discord::daily::content;
use crate::discord::files::Packed;
use crate::discord::reload::{self, NotReloaded, Reloaded};
use crate::discord::respond::{self, Reply};
use crate::discord::{commands, incoming};
use crate::ops::signals::{Hangups, Stop};

mod assets;
mod guard;

/// Where the preview is, unless `--addr` says otherwise: on this machine and for nobody else.
pub const ADDRESS: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8787);
/// The largest request that is read; one that answers a button brings the message along.
const BODY: usize = 64 << 10;
/// In which the page says what day it is for the bot.
const DATE: &str = "x-accords-date";

thread_local! {
    /// The day it is for whoever is answered on this thread.
    static DAY: Cell<Option<Date>> = const { Cell::new(None) };
}

/// The day it is for whoever is being answered: the one that the page gave, else the real one.
///
/// This is the clock of the preview's [`App`].
pub fn today() -> Date {
    DAY.get().unwrap_or_else(utc_today)
}

/// Does something as if it were that day.
fn on<T>(day: Option<Date>, work: impl FnOnce() -> T) -> T {
    DAY.set(day);
    let done = work();
    DAY.set(None);
    done
}

/// The preview's routes, answered from `app`, whose clock must be [`today`].
pub fn routes(app: Arc<App>) -> Router {
    Router::new()
        .route("/", get(|| async { assets::page() }))
        .route("/{file}", get(|Path(file): Path<String>| async move { assets::file(&file) }))
        .route("/api/commands", get(|| async { json(commands::payload()) }))
        .route("/api/interactions", post(interact))
        .route("/api/daily/{date}", get(daily))
        .layer(DefaultBodyLimit::max(BODY))
        .layer(middleware::from_fn(guard::guard))
        .with_state(app)
}

/// Serves the preview until the process is asked to end; at a SIGHUP it loads the knowledge anew and says so.
///
/// # Errors
/// When the operating system takes the listener away.
pub async fn serve(listener: TcpListener, app: Arc<App>) -> std::io::Result<()> {
    let mut stop = Stop::listen()?;
    let (hangups, reloaded) = (Hangups::listen()?, Arc::clone(&app));
    let end = async move {
        tokio::select! {
            () = stop.asked() => {}
            () = reload::when_asked(hangups, &reloaded, say) => {}
        }
    };
    axum::serve(listener, routes(app)).with_graceful_shutdown(end).await
}

/// Says what came of loading the knowledge anew. A terminal that is gone is no matter.
fn say(done: &Result<Reloaded, NotReloaded>) {
    let mut err = io::stderr().lock();
    let _ = match done {
        Ok(done) => writeln!(err, "accords: {done}"),
        Err(problem) => writeln!(err, "accords: {problem}\nThe old knowledge goes on serving."),
    };
}

/// The answer to an interaction, as the HTTP endpoint would give it.
async fn interact(State(app): State<Arc<App>>, headers: HeaderMap, body: Bytes) -> Response {
    let day = headers.get(DATE).and_then(|date| date.to_str().ok()?.parse().ok());
    let found = spawn_blocking(move || match incoming::read(std::str::from_utf8(&body).unwrap_or_default()) {
        Ok(interaction) => Some(on(day, || respond::respond(&app, &interaction))),
        Err(value) => respond::respond_to_unread(&value).map(|(_, _, reply)| reply),
    });
    match found.await {
        Ok(Some(reply)) => packed(&reply),
        Ok(None) => StatusCode::BAD_REQUEST.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What a channel would get on a day; on a quiet one, what one that wants the nearest event would.
async fn daily(State(app): State<Arc<App>>, Path(date): Path<String>) -> Response {
    let Ok(date) = date.parse::<Date>() else { return StatusCode::BAD_REQUEST.into_response() };
    let found = spawn_blocking(move || content::post(&app.knowledge(), date, true));
    match found.await {
        Ok(Some(message)) => packed(&Reply::Message(message)),
        Ok(None) => StatusCode::NOT_FOUND.into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn packed(reply: &Reply) -> Response {
    let Packed { content_type, bytes } = Packed::new(reply, reply.files());
    ([(header::CONTENT_TYPE, content_type)], Body::from(bytes)).into_response()
}

fn json(body: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

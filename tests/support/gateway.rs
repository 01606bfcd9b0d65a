//! The gateway of the stand-in: HELLO, IDENTIFY, READY, heartbeats, RESUME with replay, `INVALID_SESSION`, RECONNECT,
//! events and close codes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{OriginalUri, State};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{APPLICATION, BOT, Order, Session, Shared, TOKEN};

/// How long a frozen connection stays open: longer than any test waits.
const FROZEN: Duration = Duration::from_mins(30);
/// Where a session is to be resumed.
pub const RESUME_PATH: &str = "/resume/";

pub async fn connect(
    State(shared): State<Arc<Shared>>,
    OriginalUri(uri): OriginalUri,
    upgrade: WebSocketUpgrade,
) -> Response {
    let query = uri.query().unwrap_or_default().to_owned();
    let path = uri.path().to_owned();
    upgrade.on_upgrade(move |socket| run(socket, shared, path, query))
}

async fn run(mut socket: WebSocket, shared: Arc<Shared>, path: String, query: String) {
    let (orders, mut incoming) = mpsc::unbounded_channel();
    shared.change(|state| {
        if !query.contains("v=10") || query.contains("compress") {
            state.problems.push(format!("the gateway's query {query:?}"));
        }
        state.connections.push(path);
        state.connection = Some(orders.clone());
        state.connected = false;
    });
    let interval = shared.state().heartbeat_interval.as_millis();
    let interval = u64::try_from(interval).expect("a short interval");
    if shared.state().close_on_connect {
        return close(&mut socket, 4_000).await;
    }
    send(&mut socket, json!({"op": 10, "d": {"heartbeat_interval": interval}})).await;
    let (mut is_ready, mut number) = (false, None);
    loop {
        tokio::select! {
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    let payload: Value = serde_json::from_str(&text).expect("the bot sends JSON");
                    if text.len() > 4_096 {
                        shared.change(|state| state.problems.push("a payload over 4,096 bytes".to_owned()));
                    }
                    if let Some(of) = shard_of(&shared, &payload) {
                        number = Some(of);
                        shared.change(|state| {
                            state.latest_shard = of;
                            state.by_shard.insert(of, orders.clone());
                        });
                    }
                    is_ready |= receive(&mut socket, &shared, &payload).await;
                }
                Some(Ok(Message::Close(frame))) => {
                    shared.change(|state| state.closes.push(frame.map(|frame| frame.code)));
                    break;
                }
                Some(Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
            order = incoming.recv() => match order {
                Some(Order::Dispatch(kind, data)) => dispatch(&mut socket, &shared, number, kind, data).await,
                Some(Order::Close(code)) => close(&mut socket, code).await,
                Some(Order::CloseWithoutCode) => drop(socket.send(Message::Close(None)).await),
                Some(Order::Reconnect) => send(&mut socket, json!({"op": 7, "d": null})).await,
                Some(Order::InvalidSession(resumable)) => {
                    if let Some(number) = number.filter(|_| !resumable) {
                        shared.state().resumable.remove(&number);
                    }
                    invalid_session(&mut socket, resumable).await;
                }
                Some(Order::Heartbeat) => send(&mut socket, json!({"op": 1, "d": null})).await,
                Some(Order::Raw(text)) => drop(socket.send(Message::Text(text.into())).await),
                Some(Order::Event(event)) => send(&mut socket, event).await,
                Some(Order::Freeze) => {
                    shared.change(|state| {
                        state.ready -= usize::from(std::mem::take(&mut is_ready));
                        state.connected = false;
                    });
                    tokio::time::sleep(FROZEN).await;
                    break;
                }
                Some(Order::Drop) | None => break,
            },
        }
    }
    shared.change(|state| state.ready -= usize::from(is_ready));
}

/// The shard whose session is begun or resumed with this, if one is.
fn shard_of(shared: &Shared, payload: &Value) -> Option<u64> {
    match payload["op"].as_u64() {
        Some(2) => Some(payload["d"]["shard"][0].as_u64().expect("a shard")),
        Some(6) => {
            let state = shared.state();
            let mut sessions = state.resumable.iter();
            sessions.find(|(_, session)| payload["d"]["session_id"] == *session.id).map(|(shard, _)| *shard)
        }
        _ => None,
    }
}

/// Takes what the bot sends; whether the connection is ready for events now.
async fn receive(socket: &mut WebSocket, shared: &Shared, payload: &Value) -> bool {
    match payload["op"].as_u64() {
        Some(1) => {
            shared.change(|state| state.heartbeats.push(payload["d"].as_u64()));
            let is_deaf = shared.state().no_acks;
            if !is_deaf {
                send(socket, json!({"op": 11})).await;
            }
            false
        }
        Some(2) => identify(socket, shared, payload).await,
        Some(6) => resume(socket, shared, payload).await,
        other => {
            shared.change(|state| state.problems.push(format!("gateway opcode {other:?}")));
            false
        }
    }
}

async fn identify(socket: &mut WebSocket, shared: &Shared, payload: &Value) -> bool {
    check_token(shared, "IDENTIFY", &payload["d"]["token"]);
    check_identify(shared, &payload["d"]);
    let number = shard_of(shared, payload).expect("it is one");
    shared.change(|state| {
        state.sessions.push(payload.clone());
        state.identified.push((number, Instant::now()));
    });
    let close_with = shared.state().close_on_identify;
    if let Some(code) = close_with {
        close(socket, code).await;
        return false;
    }
    let url = shared.state().resume_url.clone();
    let url = url.unwrap_or_else(|| format!("ws://127.0.0.1:{}{}", shared.port, RESUME_PATH.trim_end_matches('/')));
    let first = {
        let mut state = shared.state();
        let session = new_session(&mut state, number);
        begin(&mut state, number, "READY", &ready(&session, &url, &payload["d"]["shard"]))
    };
    send(socket, first).await;
    shared.changed.notify_waiters();
    true
}

/// A session of its own, with nothing to replay, in place of the one that the shard had.
fn new_session(state: &mut super::State, shard: u64) -> String {
    state.begun += 1;
    let id = format!("stand-in-session-{}", state.begun);
    state.resumable.insert(shard, Session { id: id.clone(), sequence: 0, sent: Vec::new() });
    id
}

/// The first event of a connection that is ready from now on.
fn begin(state: &mut super::State, shard: u64, kind: &str, data: &Value) -> Value {
    state.ready += 1;
    state.connected = true;
    state.event(shard, kind, data).expect("a session")
}

/// Resumes a session that there is, with all that was sent or missed since; no other can be resumed.
async fn resume(socket: &mut WebSocket, shared: &Shared, payload: &Value) -> bool {
    check_token(shared, "RESUME", &payload["d"]["token"]);
    shared.change(|state| state.sessions.push(payload.clone()));
    let Some((number, seen)) = shard_of(shared, payload).zip(payload["d"]["seq"].as_u64()) else {
        invalid_session(socket, false).await;
        return false;
    };
    let events = {
        let mut state = shared.state();
        let missed = state.resumable[&number].sent.iter().filter(|sent| sent["s"].as_u64() > Some(seen)).cloned();
        let mut events: Vec<Value> = missed.collect();
        events.push(begin(&mut state, number, "RESUMED", &json!({})));
        events
    };
    for event in events {
        send(socket, event).await;
    }
    shared.changed.notify_waiters();
    true
}

async fn invalid_session(socket: &mut WebSocket, resumable: bool) {
    send(socket, json!({"op": 9, "d": resumable})).await;
}

fn check_token(shared: &Shared, what: &str, token: &Value) {
    let token = token.as_str().unwrap_or_default();
    if token.strip_prefix("Bot ").unwrap_or(token) != TOKEN {
        shared.change(|state| state.problems.push(format!("{what} with a wrong token")));
    }
}

fn check_identify(shared: &Shared, identify: &Value) {
    let mut problems = Vec::new();
    // With the text of all messages where the operator wants it.
    if !matches!(identify["intents"].as_u64(), Some(4_609 | 37_377)) {
        problems.push(format!("IDENTIFY with intents {}", identify["intents"]));
    }
    if identify["compress"] == true {
        problems.push("IDENTIFY asks for zlib, which this bot does not read".to_owned());
    }
    for property in ["os", "browser", "device"] {
        if identify["properties"][property].as_str().is_none_or(str::is_empty) {
            problems.push(format!("IDENTIFY without its property {property}"));
        }
    }
    shared.change(|state| state.problems.extend(problems));
}

fn ready(session: &str, resume_url: &str, shard: &Value) -> Value {
    json!({
        "v": 10,
        "user": {
            "id": BOT.to_string(), "username": "accords", "discriminator": "0", "global_name": null, "avatar": null,
            "bot": true, "verified": true, "mfa_enabled": false, "flags": 0, "email": null,
        },
        "guilds": [{"id": "1200000000000000001", "unavailable": true}],
        "session_id": session,
        "resume_gateway_url": resume_url,
        "shard": shard,
        "session_type": "normal",
        "private_channels": [],
        "presences": [],
        "relationships": [],
        "user_settings": {},
        "_trace": [],
        "application": {"id": APPLICATION.to_string(), "flags": 565_248},
    })
}

async fn dispatch(socket: &mut WebSocket, shared: &Shared, number: Option<u64>, kind: &str, data: Value) {
    let event = number.and_then(|number| shared.state().event(number, kind, &data));
    if let Some(event) = event {
        send(socket, event).await;
    }
}

async fn send(socket: &mut WebSocket, payload: Value) {
    // A connection that the bot has closed in the meantime is seen by the next read.
    let _ = socket.send(Message::Text(payload.to_string().into())).await;
}

async fn close(socket: &mut WebSocket, code: u16) {
    let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: "stand-in".into() }))).await;
    // The bot's part; one that never comes must not keep the stand-in.
    let _ = tokio::time::timeout(Duration::from_secs(5), socket.recv()).await;
}

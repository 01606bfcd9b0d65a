//! The gateway of the stand-in: HELLO, IDENTIFY, READY, heartbeats, RESUME, events and close codes.

use std::sync::Arc;

use axum::extract::State;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::response::Response;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{APPLICATION, BOT, Order, Shared, TOKEN};

pub async fn connect(State(shared): State<Arc<Shared>>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(move |socket| run(socket, shared))
}

async fn run(mut socket: WebSocket, shared: Arc<Shared>) {
    let (orders, mut incoming) = mpsc::unbounded_channel();
    shared.change(|state| state.connection = Some(orders));
    send(&mut socket, json!({"op": 10, "d": {"heartbeat_interval": 41_250}})).await;
    loop {
        tokio::select! {
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => {
                    let payload = serde_json::from_str(&text).expect("the bot sends JSON");
                    receive(&mut socket, &shared, &payload).await;
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => break,
                Some(Ok(_)) => {}
            },
            order = incoming.recv() => match order {
                Some(Order::Dispatch(kind, data)) => dispatch(&mut socket, &shared, kind, data).await,
                Some(Order::Close(code)) => close(&mut socket, code).await,
                Some(Order::Drop) | None => break,
            },
        }
    }
    shared.change(|state| state.ready = state.ready.saturating_sub(1));
}

async fn receive(socket: &mut WebSocket, shared: &Shared, payload: &Value) {
    match payload["op"].as_u64() {
        Some(1) => send(socket, json!({"op": 11})).await,
        Some(2) => {
            check_identify(shared, &payload["d"]);
            shared.change(|state| state.sessions.push(payload.clone()));
            let close_with = shared.state().close_on_identify;
            if let Some(code) = close_with {
                return close(socket, code).await;
            }
            let ready = ready(shared.port, &payload["d"]["shard"]);
            dispatch(socket, shared, "READY", ready).await;
            shared.change(|state| state.ready += 1);
        }
        Some(6) => {
            shared.change(|state| state.sessions.push(payload.clone()));
            dispatch(socket, shared, "RESUMED", json!({})).await;
            shared.change(|state| state.ready += 1);
        }
        other => shared.change(|state| state.problems.push(format!("gateway opcode {other:?}"))),
    }
}

fn check_identify(shared: &Shared, identify: &Value) {
    let token = identify["token"].as_str().unwrap_or_default();
    let mut problems = Vec::new();
    if token.strip_prefix("Bot ").unwrap_or(token) != TOKEN {
        problems.push("IDENTIFY with a wrong token".to_owned());
    }
    // With the text of all messages where the operator wants it.
    if !matches!(identify["intents"].as_u64(), Some(4_609 | 37_377)) {
        problems.push(format!("IDENTIFY with intents {}", identify["intents"]));
    }
    shared.change(|state| state.problems.extend(problems));
}

fn ready(port: u16, shard: &Value) -> Value {
    json!({
        "v": 10,
        "user": {
            "id": BOT.to_string(), "username": "accords", "discriminator": "0", "global_name": null, "avatar": null,
            "bot": true, "verified": true, "mfa_enabled": false, "flags": 0, "email": null,
        },
        "guilds": [{"id": "1200000000000000001", "unavailable": true}],
        "session_id": "stand-in-session",
        "resume_gateway_url": format!("ws://127.0.0.1:{port}"),
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

async fn dispatch(socket: &mut WebSocket, shared: &Shared, kind: &str, data: Value) {
    let sequence = {
        let mut state = shared.state();
        state.sequence += 1;
        state.sequence
    };
    send(socket, json!({"op": 0, "s": sequence, "t": kind, "d": data})).await;
}

async fn send(socket: &mut WebSocket, payload: Value) {
    // A connection that the bot has closed in the meantime is seen by the next read.
    let _ = socket.send(Message::Text(payload.to_string().into())).await;
}

async fn close(socket: &mut WebSocket, code: u16) {
    let _ = socket.send(Message::Close(Some(CloseFrame { code, reason: "stand-in".into() }))).await;
}

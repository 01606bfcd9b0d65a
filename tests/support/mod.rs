//! A stand-in for Discord on the loopback interface: its REST interface and its gateway, as far as the bot uses them.
//!
//! It records every request, checks every body against what Discord documents, and fails the test that made it when a
//! body is wrong, even where the test looks at something else.

use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use axum::Router;
use axum::routing::{any, get};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};
use tokio::time::timeout;

pub mod bodies;
pub mod events;
pub mod gateway;
pub mod process;
pub mod rest;

/// The token that the bot gets; no output may hold it.
pub const TOKEN: &str = "c2VjcmV0.bm90LWEtdG9rZW4.aW4tYW55LW91dHB1dA";
/// The bot's id as a user, and its application's.
pub const BOT: u64 = 1_100_000_000_000_000_001;
pub const APPLICATION: u64 = 1_100_000_000_000_000_002;
/// How long a test waits for what must happen.
pub const DEADLINE: Duration = Duration::from_secs(30);

/// A request that the bot made.
#[derive(Clone, Debug)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub authorization: Option<String>,
    pub user_agent: Option<String>,
    pub body: Value,
}

/// What to answer in place of the usual, once.
#[derive(Clone, Debug)]
pub struct Fault {
    pub method: &'static str,
    /// What the path contains.
    pub path: &'static str,
    pub status: u16,
    pub headers: Vec<(&'static str, &'static str)>,
    pub body: &'static str,
}

/// What a test has the gateway do.
#[derive(Debug)]
pub enum Order {
    Dispatch(&'static str, Value),
    /// Send a close frame with this code.
    Close(u16),
    /// End the connection without a word.
    Drop,
}

#[derive(Default)]
pub struct State {
    pub requests: Vec<Request>,
    pub faults: Vec<Fault>,
    /// The commands as registered.
    pub commands: Vec<Value>,
    /// IDENTIFY and RESUME payloads.
    pub sessions: Vec<Value>,
    /// How many connections are ready for events.
    pub ready: usize,
    /// The kind of each interaction that was sent.
    pub interactions: Vec<(u64, u8)>,
    pub problems: Vec<String>,
    pub connection: Option<mpsc::UnboundedSender<Order>>,
    pub sequence: u64,
    /// What GET /gateway/bot says is left.
    pub sessions_left: u64,
    /// The code to close each new connection with after IDENTIFY.
    pub close_on_identify: Option<u16>,
}

/// A running stand-in.
#[derive(Clone)]
pub struct Standin {
    pub shared: Arc<Shared>,
}

pub struct Shared {
    pub port: u16,
    pub state: Mutex<State>,
    pub changed: Notify,
}

impl Standin {
    /// Starts one on a free port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("a bound port");
        assert!(address.ip().is_loopback());
        let state = State { sessions_left: 1_000, ..State::default() };
        let shared = Arc::new(Shared { port: address.port(), state: Mutex::new(state), changed: Notify::new() });
        let routes =
            Router::new().route("/", get(gateway::connect)).fallback(any(rest::handle)).with_state(Arc::clone(&shared));
        tokio::spawn(async move { axum::serve(listener, routes).await.expect("it serves to the end") });
        Self { shared }
    }

    pub fn base(&self) -> String {
        format!("http://127.0.0.1:{}", self.shared.port)
    }

    pub fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state()
    }

    /// Answers the next matching request with a fault.
    pub fn fail_next(&self, fault: Fault) {
        self.state().faults.push(fault);
    }

    /// Waits until `found` finds something.
    pub async fn wait_for<T>(&self, what: &str, found: impl Fn(&State) -> Option<T>) -> T {
        let search = async {
            loop {
                let changed = self.shared.changed.notified();
                if let Some(result) = found(&self.state()) {
                    return result;
                }
                // A change between the look and the wait is caught by the next look.
                let _ = timeout(Duration::from_millis(50), changed).await;
            }
        };
        let found = timeout(DEADLINE, search).await.ok();
        found.unwrap_or_else(|| panic!("in {DEADLINE:?} there was no {what}; requests: {:#?}", self.state().requests))
    }

    /// Waits until the bot has a ready connection.
    pub async fn wait_ready(&self) {
        self.wait_for("ready connection", |state| (state.ready > 0).then_some(())).await;
    }

    /// Sends an event over the latest connection.
    pub fn dispatch(&self, kind: &'static str, data: Value) {
        if kind == "INTERACTION_CREATE" {
            let id = data["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
            let kind = data["type"].as_u64().and_then(|kind| u8::try_from(kind).ok()).expect("a type");
            self.state().interactions.push((id, kind));
        }
        self.order(Order::Dispatch(kind, data));
    }

    /// Has the latest connection do something.
    pub fn order(&self, order: Order) {
        let state = self.state();
        let connection = state.connection.as_ref().expect("a connection");
        connection.send(order).expect("an open connection");
    }

    /// Sends an interaction and waits for its answer.
    pub async fn interact(&self, interaction: Value) -> Value {
        let id = interaction["id"].as_str().expect("an id").to_owned();
        self.dispatch("INTERACTION_CREATE", interaction);
        self.callback(&id).await
    }

    /// Waits for the answer to an interaction.
    pub async fn callback(&self, id: &str) -> Value {
        let start = format!("/api/v10/interactions/{id}/");
        self.wait_for("answer to the interaction", |state| {
            state.requests.iter().find(|request| request.path.starts_with(&start)).map(|request| request.body.clone())
        })
        .await
    }

    /// Sends a message and waits for the reply to it.
    pub async fn tell(&self, message: Value) -> Value {
        let id = message["id"].clone();
        self.dispatch("MESSAGE_CREATE", message);
        self.wait_for("reply to the message", |state| {
            state.requests.iter().find_map(|request| {
                let is_reply =
                    request.path.ends_with("/messages") && request.body["message_reference"]["message_id"] == id;
                is_reply.then(|| request.body.clone())
            })
        })
        .await
    }

    /// How many requests so far have this method and a path that contains this.
    pub fn count(&self, method: &str, path: &str) -> usize {
        let state = self.state();
        state.requests.iter().filter(|request| request.method == method && request.path.contains(path)).count()
    }
}

impl Shared {
    pub fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// Changes the state and wakes whoever waits for a change.
    pub fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state());
        self.changed.notify_waiters();
    }
}

impl Drop for Standin {
    fn drop(&mut self) {
        let problems = self.state().problems.clone();
        if !std::thread::panicking() {
            assert!(problems.is_empty(), "Discord would have refused: {problems:#?}");
        }
    }
}

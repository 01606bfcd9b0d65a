//! A stand-in for Discord on the loopback interface: its REST interface and its gateway, as far as the bot uses them.
//!
//! It records every request, checks every body against what Discord documents, and fails the test that made it when a
//! body is wrong, even where the test looks at something else.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::{any, get};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::{Notify, mpsc};
use tokio::time::timeout;

pub mod bodies;
pub mod database;
pub mod due;
pub mod endpoint;
pub mod events;
pub mod exposition;
pub mod gateway;
pub mod knowledge;
pub mod operator;
pub mod process;
pub mod rest;
pub mod uploads;

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
    pub query: String,
    pub authorization: Option<String>,
    pub user_agent: Option<String>,
    pub body: Value,
    /// What came beside the body.
    pub files: Vec<Upload>,
    /// When it came.
    pub at: Instant,
}

/// A file that the bot sent.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The number that the body has for it.
    pub id: String,
    pub name: String,
    pub kind: String,
    pub bytes: Vec<u8>,
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
    CloseWithoutCode,
    /// Opcode 7.
    Reconnect,
    /// Opcode 9, and whether the session may be resumed.
    InvalidSession(bool),
    /// Ask for a heartbeat out of turn.
    Heartbeat,
    /// This text as a frame.
    Raw(String),
    /// End the connection without a word.
    Drop,
    /// Read and send nothing any more, and keep the connection open.
    Freeze,
    /// An event that was given its number already.
    Event(Value),
}

/// Answers in place of the usual, now and then.
#[derive(Clone, Copy, Debug)]
pub struct Storm {
    /// What the paths contain.
    pub path: &'static str,
    pub statuses: &'static [u16],
    /// Of a hundred requests, so many.
    pub percent: u64,
}

/// How many requests one address takes in a time; more are answered 429.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    pub path: &'static str,
    pub requests: u32,
    pub window: Duration,
}

/// A session that can be resumed.
pub struct Session {
    pub id: String,
    /// The number of its latest event.
    pub sequence: u64,
    /// All events of it, whether they were sent or missed.
    pub sent: Vec<Value>,
}

#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
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
    /// The latest connection of each shard.
    pub by_shard: HashMap<u64, mpsc::UnboundedSender<Order>>,
    /// Each IDENTIFY by its shard, and when it came.
    pub identified: Vec<(u64, Instant)>,
    /// The session of each shard, while it can be resumed, and how many there have been.
    pub resumable: HashMap<u64, Session>,
    pub begun: u64,
    /// The shard that the latest connection is for.
    pub latest_shard: u64,
    /// What GET /gateway/bot says is left.
    pub sessions_left: u64,
    /// How many shards GET /gateway/bot asks for.
    pub shards: u32,
    /// How many of them may identify at once.
    pub max_concurrency: u64,
    /// Whose the application is, as GET /oauth2/applications/@me says it: `owner` and `team`.
    pub ownership: Value,
    /// The code to close each new connection with after IDENTIFY.
    pub close_on_identify: Option<u16>,
    /// Whether to close each connection at once.
    pub close_on_connect: bool,
    /// What READY says, in place of the stand-in's own address.
    pub resume_url: Option<String>,
    pub heartbeat_interval: Duration,
    /// The sequence numbers of the bot's heartbeats.
    pub heartbeats: Vec<Option<u64>>,
    /// Whether heartbeats stay without an answer.
    pub no_acks: bool,
    /// The path of each connection to the gateway.
    pub connections: Vec<String>,
    /// The codes with which the bot closed connections.
    pub closes: Vec<Option<u16>>,
    /// The limits that are enforced, what was used of them by address since when, and how often they were passed.
    pub limits: Vec<Limit>,
    pub used: HashMap<String, (Instant, u32)>,
    pub limited: usize,
    /// Messages by channel and nonce, and when they were made.
    pub nonces: HashMap<(String, String), (u64, Instant)>,
    /// For how long a nonce is remembered.
    pub nonce_memory: Duration,
    /// All messages that were made, by channel, the first first.
    pub messages: HashMap<String, Vec<Value>>,
    /// Channels without Read Message History for the bot.
    pub unreadable: HashSet<String>,
    /// Channels whose next message is made, and answered as if it were not.
    pub lost: HashSet<String>,
    /// Channels that refuse messages, with status and body.
    pub closed: HashMap<String, (u16, &'static str)>,
    /// Requests a second that are allowed in the bot's name, and when the last ones came.
    pub global: Option<usize>,
    pub latest: VecDeque<Instant>,
    /// Overwrites of permissions in channels.
    pub overwrites: HashMap<String, Value>,
    /// Channels that are not text channels of the category: their kind, and what they belong to.
    pub belonging: HashMap<String, (u8, String)>,
    /// How long the answers to requests whose path contains this take.
    pub slow: Option<(&'static str, Duration)>,
    /// Whether the latest connection is ready for events.
    pub connected: bool,
    /// How many answers to each interaction were taken, and how many messages reply to each.
    pub answered: HashMap<u64, u32>,
    pub replies: HashMap<u64, u32>,
    pub storm: Option<Storm>,
    /// How many requests the storm has looked at.
    pub stormed: u64,
    /// Whether nothing is kept but counts, for runs that are very long.
    pub is_forgetful: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            requests: Vec::new(),
            faults: Vec::new(),
            commands: Vec::new(),
            sessions: Vec::new(),
            ready: 0,
            interactions: Vec::new(),
            problems: Vec::new(),
            connection: None,
            by_shard: HashMap::new(),
            identified: Vec::new(),
            resumable: HashMap::new(),
            begun: 0,
            latest_shard: 0,
            sessions_left: 1_000,
            shards: 1,
            max_concurrency: 1,
            ownership: json!({"owner": {"id": events::PERSON, "username": "someone"}, "team": null}),
            close_on_identify: None,
            close_on_connect: false,
            resume_url: None,
            heartbeat_interval: Duration::from_millis(41_250),
            heartbeats: Vec::new(),
            no_acks: false,
            connections: Vec::new(),
            closes: Vec::new(),
            limits: Vec::new(),
            used: HashMap::new(),
            limited: 0,
            nonces: HashMap::new(),
            nonce_memory: Duration::from_mins(5),
            messages: HashMap::new(),
            unreadable: HashSet::new(),
            lost: HashSet::new(),
            closed: HashMap::new(),
            global: None,
            latest: VecDeque::new(),
            overwrites: HashMap::new(),
            belonging: HashMap::new(),
            slow: None,
            connected: false,
            answered: HashMap::new(),
            replies: HashMap::new(),
            storm: None,
            stormed: 0,
            is_forgetful: false,
        }
    }
}

impl State {
    /// An event of a shard's session, with the next number; without a session it is lost, as on Discord.
    pub fn event(&mut self, shard: u64, kind: &str, data: &Value) -> Option<Value> {
        let session = self.resumable.get_mut(&shard)?;
        session.sequence += 1;
        let event = json!({"op": 0, "s": session.sequence, "t": kind, "d": data});
        if !self.is_forgetful {
            session.sent.push(event.clone());
        }
        Some(event)
    }

    /// Remembers what an interaction is, so that its answer can be judged.
    pub fn expect(&mut self, interaction: &Value) {
        let id = interaction["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        let kind = interaction["type"].as_u64().and_then(|kind| u8::try_from(kind).ok()).expect("a type");
        self.interactions.push((id, kind));
    }
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
        let state = Mutex::default();
        let shared = Arc::new(Shared { port: address.port(), state, changed: Notify::new() });
        let routes = Router::new()
            .route("/", get(gateway::connect))
            .route(gateway::RESUME_PATH, get(gateway::connect))
            .fallback(any(rest::handle))
            .with_state(Arc::clone(&shared));
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
            self.state().expect(&data);
        }
        self.order(Order::Dispatch(kind, data));
    }

    /// Sends an event to a shard.
    pub fn dispatch_to(&self, shard: u64, kind: &'static str, data: Value) {
        let mut state = self.state();
        if kind == "INTERACTION_CREATE" {
            state.expect(&data);
        }
        let connection = state.by_shard.get(&shard).expect("a connection of that shard");
        connection.send(Order::Dispatch(kind, data)).expect("an open connection");
    }

    /// Sends an event to a shard if its connection is open; whether it is.
    pub fn try_dispatch_to(&self, shard: u64, kind: &'static str, data: Value) -> bool {
        let mut state = self.state();
        if kind == "INTERACTION_CREATE" {
            state.expect(&data);
        }
        state.by_shard.get(&shard).is_some_and(|connection| connection.send(Order::Dispatch(kind, data)).is_ok())
    }

    /// An event that reaches the bot whatever becomes of the connection, as long as the session can be resumed: at once
    /// where there is a connection, and again with the next one where this one has broken.
    pub fn emit(&self, kind: &str, data: &Value) {
        let mut state = self.state();
        if kind == "INTERACTION_CREATE" {
            state.expect(data);
        }
        let shard = state.latest_shard;
        if let Some(event) = state.event(shard, kind, data)
            && state.connected
            && let Some(connection) = &state.connection
        {
            // What a broken connection does not take comes with the next one.
            let _ = connection.send(Order::Event(event));
        }
    }

    /// An event that the bot misses, and gets when it resumes.
    pub fn miss(&self, kind: &str, data: &Value) {
        let shard = self.state().latest_shard;
        self.miss_by(shard, kind, data);
    }

    /// An event that a shard misses, and gets when it resumes.
    pub fn miss_by(&self, shard: u64, kind: &str, data: &Value) {
        let mut state = self.state();
        if kind == "INTERACTION_CREATE" {
            state.expect(data);
        }
        state.event(shard, kind, data).expect("a session that can be resumed");
    }

    /// Waits until the bot has sent so many IDENTIFYs and RESUMEs, the latest with this opcode, and is ready again.
    pub async fn wait_session(&self, count: usize, opcode: u8) {
        self.wait_for("session", |state| {
            let is_latest = state.sessions.get(count - 1).is_some_and(|session| session["op"] == opcode);
            (is_latest && state.ready > 0).then_some(())
        })
        .await;
    }

    /// Has the connection of a shard do something.
    pub fn order_to(&self, shard: u64, order: Order) {
        let state = self.state();
        let connection = state.by_shard.get(&shard).expect("a connection of that shard");
        connection.send(order).expect("an open connection");
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

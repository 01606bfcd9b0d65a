//! What the process is able to do just now: told by its parts, asked for by whoever watches over it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Serialize;
use tokio::time::timeout;

use super::metrics::{Metrics, Reload};
use crate::store::Store;

/// How long the database may take to say that it is there. Whoever asks waits a few seconds at most.
const DATABASE: Duration = Duration::from_secs(2);

/// What a shard does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// There is no connection.
    Disconnected,
    /// A connection is there, and a new session is begun on it.
    Identifying,
    /// A connection is there, and the session is resumed on it.
    Resuming,
    /// Events come.
    Connected,
}

impl Phase {
    /// All of them.
    pub(super) const ALL: &[Self] = &[Self::Disconnected, Self::Identifying, Self::Resuming, Self::Connected];

    /// In a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Disconnected => "disconnected",
            Self::Identifying => "identifying",
            Self::Resuming => "resuming",
            Self::Connected => "connected",
        }
    }
}

/// The state of a process. Clones share everything.
#[derive(Clone, Debug, Default)]
pub struct Health {
    metrics: Metrics,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    knowledge: String,
    /// Whether the last attempt to load it anew failed.
    is_stale: bool,
    gateway: Gateway,
    endpoint: WayIn,
    is_ending: bool,
}

#[derive(Debug, Default)]
enum Gateway {
    /// Not wanted here.
    #[default]
    Off,
    /// Its address is asked for.
    Starting,
    /// The shards of this process.
    Shards(BTreeMap<u32, Phase>),
}

/// A part that may be wanted or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum WayIn {
    #[default]
    Off,
    Starting,
    Open,
}

/// Whether the process can do its work, and each of its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Readiness {
    /// All that is needed is there: the database, the knowledge, and a way in, and the process is not about to end.
    pub ready: bool,
    /// What is kept.
    pub database: Part,
    /// The connections to Discord's gateway.
    pub gateway: Part,
    /// The HTTP interactions endpoint.
    pub endpoint: Part,
    /// What is answered from.
    pub knowledge: Part,
}

/// A part of the process.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Whether it does its work.
    pub ready: bool,
    /// In words.
    pub state: String,
}

impl Part {
    fn new(ready: bool, state: impl Into<String>) -> Self {
        Self { ready, state: state.into() }
    }
}

impl Health {
    /// What is counted.
    pub fn metrics(&self) -> &Metrics {
        &self.metrics
    }

    /// Notes the knowledge in use.
    pub fn knowledge(&self, version: &str, facts: usize) {
        self.metrics.knowledge(version, facts);
        version.clone_into(&mut self.state().knowledge);
    }

    /// Notes an attempt to load the knowledge anew.
    pub fn reload(&self, what: Reload) {
        self.metrics.reload(what);
        self.state().is_stale = what == Reload::Refused;
    }

    /// A gateway is wanted; its shards are not known yet.
    pub fn expect_gateway(&self) {
        self.state().gateway = Gateway::Starting;
    }

    /// Notes what a shard does.
    pub fn shard(&self, shard: u32, phase: Phase) {
        let mut state = self.state();
        if !matches!(state.gateway, Gateway::Shards(_)) {
            state.gateway = Gateway::Shards(BTreeMap::new());
        }
        if let Gateway::Shards(shards) = &mut state.gateway
            && shards.insert(shard, phase) != Some(phase)
        {
            self.metrics.shard(shard, phase);
        }
    }

    /// An endpoint is wanted; it does not listen yet.
    pub fn expect_endpoint(&self) {
        self.state().endpoint = WayIn::Starting;
    }

    /// The endpoint listens.
    pub fn endpoint_listens(&self) {
        self.state().endpoint = WayIn::Open;
    }

    /// The process is about to end.
    pub fn end(&self) {
        self.state().is_ending = true;
    }

    /// Whether the process can do its work. Asks the database, for two seconds at most.
    pub async fn readiness(&self, store: Option<&dyn Store>) -> Readiness {
        let database = match store {
            None => Part::new(true, "not used"),
            Some(store) => match timeout(DATABASE, store.ping()).await {
                Ok(Ok(())) => Part::new(true, "answers"),
                // What the database says can hold its address; the log has it.
                Ok(Err(_)) => Part::new(false, "cannot be used; the log says why"),
                Err(_) => Part::new(false, "did not answer in time"),
            },
        };
        self.with_database(database)
    }

    fn with_database(&self, database: Part) -> Readiness {
        let state = self.state();
        let (gateway, endpoint) = (state.gateway.part(), state.endpoint.part());
        let has_way_in = match (&state.gateway, state.endpoint) {
            // It only makes daily posts.
            (Gateway::Off, WayIn::Off) => true,
            // Where commands come to an endpoint, a gateway brings messages alone, and a load balancer must not leave
            // all replicas because Discord's gateway has trouble.
            (_, WayIn::Starting | WayIn::Open) => endpoint.ready,
            (_, WayIn::Off) => gateway.ready,
        };
        let refused = if state.is_stale { "; the last attempt to load it anew was refused" } else { "" };
        let knowledge = Part::new(!state.knowledge.is_empty(), format!("version {}{refused}", state.knowledge));
        let ready = database.ready && knowledge.ready && has_way_in && !state.is_ending;
        Readiness { ready, database, gateway, endpoint, knowledge }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change is of one field at a time, so a panic elsewhere leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Gateway {
    fn part(&self) -> Part {
        match self {
            Self::Off => Part::new(false, "off"),
            Self::Starting => Part::new(false, "not connected yet"),
            Self::Shards(shards) => {
                let connected = shards.values().filter(|&&phase| phase == Phase::Connected).count();
                Part::new(connected == shards.len(), format!("{connected} of {} shards connected", shards.len()))
            }
        }
    }
}

impl WayIn {
    fn part(self) -> Part {
        match self {
            Self::Off => Part::new(false, "off"),
            Self::Starting => Part::new(false, "does not listen yet"),
            Self::Open => Part::new(true, "listens"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_ready(health: &Health, database: bool) -> bool {
        health.with_database(Part::new(database, "")).ready
    }

    fn with_knowledge() -> Health {
        let health = Health::default();
        assert!(!is_ready(&health, true), "there is no knowledge yet");
        health.knowledge("v", 1);
        health
    }

    #[test]
    fn without_an_endpoint_every_shard_has_to_be_connected() {
        let health = with_knowledge();
        assert!(is_ready(&health, true), "it only posts");
        health.expect_gateway();
        assert!(!is_ready(&health, true));
        health.shard(0, Phase::Connected);
        health.shard(1, Phase::Resuming);
        assert!(!is_ready(&health, true));
        health.shard(1, Phase::Connected);
        assert!(is_ready(&health, true));
        assert!(!is_ready(&health, false), "the database is gone");
        health.end();
        assert!(!is_ready(&health, true), "it is about to end");
    }

    #[test]
    fn with_an_endpoint_the_gateway_does_not_decide() {
        let health = with_knowledge();
        health.expect_endpoint();
        health.shard(0, Phase::Connected);
        assert!(!is_ready(&health, true));
        health.endpoint_listens();
        health.shard(0, Phase::Disconnected);
        let readiness = health.with_database(Part::new(true, ""));
        assert!(readiness.ready && !readiness.gateway.ready);
    }

    #[test]
    fn a_refused_reload_is_shown_until_one_succeeds() {
        let health = with_knowledge();
        let state = || health.with_database(Part::new(true, "")).knowledge.state;
        health.reload(Reload::Refused);
        assert_eq!(state(), "version v; the last attempt to load it anew was refused");
        health.reload(Reload::Unchanged);
        assert_eq!(state(), "version v");
    }
}

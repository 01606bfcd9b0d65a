//! Daily posts in Discord: the commands that set them up, what they look like, and the way they go.

use std::sync::mpsc::sync_channel;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::timeout;
use tracing::warn;

use crate::discord::rest::Rest;
use crate::store::StoreError;
use crate::store::daily::DailyStore;

pub(crate) mod commands;
pub(crate) mod content;
mod outlet;
mod wording;

pub(crate) use self::outlet::Channels;

/// How long a command waits for the database.
const DATABASE: Duration = Duration::from_secs(3);

/// What the daily commands work with. They run on threads that may wait.
#[derive(Debug)]
pub struct Daily {
    store: Arc<dyn DailyStore>,
    runtime: Handle,
    rest: OnceLock<Arc<Rest>>,
}

impl Daily {
    /// Daily posts that are kept in a database. Must be made within a runtime, which does the waiting.
    pub fn new(store: Arc<dyn DailyStore>) -> Self {
        Self { store, runtime: Handle::current(), rest: OnceLock::new() }
    }

    /// Where subscriptions and the ledger are.
    pub(crate) fn store(&self) -> &Arc<dyn DailyStore> {
        &self.store
    }

    /// Lets the commands ask Discord what the bot may do. Only the first call counts.
    pub(crate) fn connect(&self, rest: &Arc<Rest>) {
        // A second one would be the same.
        let _ = self.rest.set(Arc::clone(rest));
    }

    /// The result of some work on the database; none when it failed or took too long, which the log says.
    fn stored<T, F>(&self, work: impl FnOnce(Arc<dyn DailyStore>) -> F) -> Option<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        match self.wait(DATABASE, work(Arc::clone(&self.store))) {
            Some(Ok(result)) => Some(result),
            Some(Err(problem)) => {
                warn!(%problem, "a command on daily posts could not use the database");
                None
            }
            None => {
                warn!("a command on daily posts could not use the database: it did not answer in time");
                None
            }
        }
    }

    /// The result of some work; none when it took too long.
    fn wait<T: Send + 'static>(&self, most: Duration, work: impl Future<Output = T> + Send + 'static) -> Option<T> {
        let (done, result) = sync_channel(1);
        self.runtime.spawn(async move {
            // Nobody may be waiting any more.
            let _ = done.send(timeout(most, work).await);
        });
        result.recv_timeout(most + Duration::from_millis(100)).ok()?.ok()
    }
}

//! When a shard may begin a session.
//!
//! Discord takes only so many IDENTIFYs in five seconds, of all processes of a bot together, and only so many in a day. The
//! library's queue keeps to that within a process; between processes the database does.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::{sleep, timeout};
use tracing::{debug, warn};
use twilight_gateway::queue::{InMemoryQueue, Queue};

use crate::discord::rest::SessionStartLimit;
use crate::store::Store;

/// Discord allows 1,000 new sessions a day and resets the token of a bot that starts more. The last ones are kept for whoever
/// has to find out what went wrong; until all are there again, a shard waits.
pub(crate) const SESSIONS_KEPT: u32 = 50;
/// Discord counts in five seconds; the rest is for turns that take more or less time to get there.
const BETWEEN: Duration = Duration::from_millis(5_250);
/// How long the database may take to give a turn. Without one a shard begins all the same: Discord then asks it to try again,
/// which is better than to stay away.
const DATABASE: Duration = Duration::from_secs(3);

/// The turns of the shards of one process.
#[derive(Debug)]
pub(crate) struct Starts {
    own: InMemoryQueue,
    at_once: u32,
    store: Option<Arc<dyn Store>>,
}

impl Clone for Starts {
    fn clone(&self) -> Self {
        Self { own: self.own.clone(), at_once: self.at_once, store: self.store.clone() }
    }
}

impl Starts {
    /// Turns as Discord gives them, shared with all who have the same database.
    pub(crate) fn new(limit: SessionStartLimit, store: Option<Arc<dyn Store>>) -> Self {
        let at_once = limit.max_concurrency.max(1);
        let reset_after = Duration::from_millis(limit.reset_after);
        let total = limit.total.max(limit.remaining);
        let [left, all] = [limit.remaining, total].map(|sessions| sessions.saturating_sub(SESSIONS_KEPT));
        let own = InMemoryQueue::new(at_once, left, reset_after, all);
        Self { own, at_once: at_once.into(), store }
    }
}

impl Queue for Starts {
    fn enqueue(&self, shard: u32) -> oneshot::Receiver<()> {
        let own = self.own.enqueue(shard);
        let Some(store) = self.store.clone() else { return own };
        // So does Discord count them.
        let bucket = shard % self.at_once;
        let (mut go, turn) = oneshot::channel();
        tokio::spawn(async move {
            // The shard may have given up by then, or the queue; it queues anew.
            if own.await.is_err() || go.is_closed() {
                return;
            }
            match timeout(DATABASE, store.reserve_start(bucket, BETWEEN)).await {
                Ok(Ok(wait)) => {
                    debug!(shard, ?wait, "a turn to begin a session");
                    tokio::select! {
                        () = go.closed() => return,
                        () = sleep(wait) => {}
                    }
                }
                Ok(Err(_)) | Err(_) => {
                    warn!(shard, "the database gives no turn to begin a session, so other processes are not minded");
                }
            }
            // It may have given up just now.
            let _ = go.send(());
        });
        turn
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_last_sessions_of_a_day_are_kept_while_the_process_runs() {
        let limit =
            SessionStartLimit { remaining: SESSIONS_KEPT + 2, max_concurrency: 16, ..SessionStartLimit::default() };
        let starts = Starts::new(limit, None);
        let mut turns: Vec<_> = (0..3).map(|shard| starts.enqueue(shard)).collect();
        let last = turns.pop().expect("three of them");
        for turn in turns {
            timeout(Duration::from_secs(5), turn).await.expect("at once").expect("a turn");
        }
        assert!(timeout(Duration::from_millis(300), last).await.is_err(), "it waits for the next day");
    }
}

//! Which channel a thread belongs to. A message does not say it, so Discord is asked, once for each channel.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::Value;
use tokio::runtime::Handle;
use tokio::sync::OnceCell;

use crate::discord::rest::Rest;
use crate::discord::waited::waited;

/// How long Discord may take to say it: a message can wait longer than an interaction, and nobody waits long for a reply.
const ASKED: Duration = Duration::from_secs(10);
/// Channels that are remembered; the one that was asked for first is forgotten first. A thread never moves to another channel, so
/// nothing that is remembered grows old.
const REMEMBERED: usize = 4_096;
/// Discord's numbers of threads: of announcements, public, private. A post in a forum is a public one.
const THREADS: [u64; 3] = [10, 11, 12];

/// What a channel belongs to, once Discord has said it; nothing to channels that are no threads.
type Parent = Arc<OnceCell<Option<u64>>>;

/// The channels that threads belong to.
#[derive(Debug)]
pub(crate) struct Threads {
    rest: Arc<Rest>,
    runtime: Handle,
    known: Mutex<Known>,
}

/// The latest channels that were asked for.
#[derive(Debug, Default)]
struct Known {
    parents: HashMap<u64, Parent>,
    order: VecDeque<u64>,
}

impl Known {
    fn of(&mut self, channel: u64) -> Parent {
        if let Some(parent) = self.parents.get(&channel) {
            return Arc::clone(parent);
        }
        self.order.push_back(channel);
        if self.order.len() > REMEMBERED
            && let Some(oldest) = self.order.pop_front()
        {
            self.parents.remove(&oldest);
        }
        Arc::clone(self.parents.entry(channel).or_default())
    }
}

impl Threads {
    /// Asks with `rest`. Must be made within a runtime, which does the waiting.
    pub(crate) fn new(rest: Arc<Rest>) -> Self {
        Self { rest, runtime: Handle::current(), known: Mutex::default() }
    }

    /// The channel that a thread belongs to; none if it is no thread, or Discord could not be asked, which is tried again the
    /// next time. Waits for the answer, so it is for threads of the process that may.
    pub(crate) fn parent(&self, channel: u64) -> Option<u64> {
        // Nothing is left half changed under this lock. Whoever asks for the same channel meanwhile waits for the same answer.
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner).of(channel);
        if let Some(parent) = known.get() {
            return *parent;
        }
        let rest = Arc::clone(&self.rest);
        let ask = async move {
            let ask = async { Ok(of(&rest.channel(channel).await?)) };
            known.get_or_try_init(|| ask).await.copied()
        };
        waited(&self.runtime, ASKED, "what a thread belongs to", ask).flatten()
    }
}

/// What a channel belongs to, if it is a thread; what other channels stand under is a category.
fn of(channel: &Value) -> Option<u64> {
    let kind = channel["type"].as_u64()?;
    channel["parent_id"].as_str().filter(|_| THREADS.contains(&kind))?.parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_threads_belong_to_a_channel() {
        for kind in THREADS {
            assert_eq!(of(&json!({"id": "1", "type": kind, "parent_id": "7"})), Some(7));
        }
        for other in [json!({"type": 0, "parent_id": "7"}), json!({"type": 11, "parent_id": null}), json!(null)] {
            assert_eq!(of(&other), None, "{other}");
        }
    }

    #[test]
    fn the_memory_is_bounded() {
        let mut known = Known::default();
        assert!(known.of(1).set(Some(7)).is_ok());
        for channel in 2..=REMEMBERED as u64 {
            drop(known.of(channel));
        }
        assert_eq!(known.of(1).get(), Some(&Some(7)));
        drop(known.of(REMEMBERED as u64 + 1));
        assert_eq!(known.of(1).get(), None, "the oldest is forgotten");
        assert_eq!((known.parents.len(), known.order.len()), (REMEMBERED, REMEMBERED));
    }
}

//! What Discord is asked while a thread waits for it: answers are made by threads that may wait, and requests by the runtime.

use std::future::Future;
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::timeout;
use tracing::warn;

use crate::discord::rest::RestError;

/// How much longer than the request its thread waits: the runtime has to get to it.
const SLACK: Duration = Duration::from_millis(100);

/// What `ask` finds out within `most`; none, and a line in the log that begins with `what`, if it fails or takes longer.
pub(crate) fn waited<T: Send + 'static>(
    runtime: &Handle,
    most: Duration,
    what: &str,
    ask: impl Future<Output = Result<T, RestError>> + Send + 'static,
) -> Option<T> {
    let (done, result) = sync_channel(1);
    runtime.spawn(async move {
        // Nobody may be waiting any more.
        let _ = done.send(timeout(most, ask).await);
    });
    match result.recv_timeout(most + SLACK) {
        Ok(Ok(Ok(found))) => Some(found),
        Ok(Ok(Err(error))) => {
            warn!(error = %error.chain(), "{what} could not be found out");
            None
        }
        Ok(Err(_)) | Err(_) => {
            warn!("{what} could not be found out: no answer in time");
            None
        }
    }
}

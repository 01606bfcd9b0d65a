//! Makes the posts: claims slots, sends each at its time in the row, finds out about those that are in doubt.
//!
//! What makes a post come exactly once, through crashes and several replicas:
//! 1. A slot is claimed with a lease; nobody else touches it until that ends.
//! 2. That it is about to be sent is written down before it is sent. A crash before that costs nothing; a crash after it
//!    leaves a slot in doubt.
//! 3. A slot in doubt is looked for among the channel's messages. Only if it is certainly not there is it sent (again), with
//!    the same nonce, so that a request that is still on its way makes no second message.
//! 4. Where the messages cannot be read, the slot is recorded as unconfirmed and never sent again: no post is better than
//!    two, and people can see what is there.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use jiff::SignedDuration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::sleep;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tracing::{debug, error, info, warn};

use super::ledger::{Claim, Clock, Ledger};
use super::plan::{self, Standing};
use super::{FindError, Outlet, SendError};
use crate::ops::metrics::{Metrics, Post};
use crate::store::StoreError;
use crate::store::daily::{Settled, Slot, SlotState};

/// Posts that are under way at once. At 45 a second, each may take a second to be answered.
const UNDER_WAY: usize = 48;
/// How much is claimed at once: what goes out in half a second. Less would ask the database more often, more would keep
/// other replicas from it and leave more behind after a crash.
const CLAIMED_AHEAD: Duration = Duration::from_millis(500);
/// The next are claimed so long before the last ones have gone out, so that the row has no gap.
const LEAD: Duration = Duration::from_millis(300);
/// How long after its start a process begins to post: what it asks of Discord at its start counts in the same second, and several
/// processes may start together.
const AFTER_START: Duration = Duration::from_secs(1);
/// How often it is looked whether something is due, when nothing is.
const IDLE: Duration = Duration::from_secs(1);
/// The wait when all are under way.
const FULL: Duration = Duration::from_millis(50);
/// The wait after the database has failed; it doubles up to the longest.
const FAILED: Duration = Duration::from_secs(1);
const FAILED_LONGEST: Duration = Duration::from_secs(30);
/// How often all subscriptions are looked at again. Rules of zones change some days ahead at the least.
const REVISED: Duration = Duration::from_hours(1);
/// How long one request may take; less where the lease is short, because a request must not outlast it.
const REQUEST: Duration = Duration::from_secs(15);
/// The first wait before a slot is tried again; it doubles up to the longest.
const AGAIN: Duration = Duration::from_secs(5);
const AGAIN_LONGEST: Duration = Duration::from_mins(10);
/// How far before the latest attempt the search for its message begins: clocks differ, and requests can be slow.
const SEARCHED_BEFORE: Duration = Duration::from_mins(15);
/// How often it is tried to write down what became of a slot. If that fails, the slot is found in doubt later.
const WRITTEN: u32 = 4;
/// A post is counted as late after so long: the row of 10,000 channels with one hour takes eight minutes at the usual pace, so
/// what comes later than that was held up.
const LATE: SignedDuration = SignedDuration::from_mins(10);
/// The most of a reason that is kept.
const NOTE: usize = 300;

/// Makes the posts of one process. Several processes can share a database.
#[derive(Clone, Debug)]
pub struct Poster {
    ledger: Ledger,
    outlet: Arc<dyn Outlet>,
    /// The time that a post takes in the row of all.
    each: Duration,
    /// How many are claimed at once.
    at_once: u32,
    permits: Arc<Semaphore>,
    tasks: TaskTracker,
    stop: CancellationToken,
    warned: Arc<AtomicBool>,
    metrics: Metrics,
}

impl Poster {
    /// Posts what is in the ledger at most so often a second, until `stop`.
    pub fn new(ledger: Ledger, outlet: Arc<dyn Outlet>, per_second: u32, stop: CancellationToken) -> Self {
        let per_second = per_second.max(1);
        let each = Duration::from_secs(1) / per_second;
        let at_once = u32::try_from(CLAIMED_AHEAD.as_millis()).unwrap_or(u32::MAX).saturating_mul(per_second) / 1_000;
        Self {
            ledger,
            outlet,
            each,
            at_once: at_once.max(1),
            permits: Arc::new(Semaphore::new(UNDER_WAY)),
            tasks: TaskTracker::new(),
            stop,
            warned: Arc::default(),
            metrics: Metrics::default(),
        }
    }

    /// The same, which counts there what becomes of the posts.
    #[must_use]
    pub fn with_metrics(self, metrics: Metrics) -> Self {
        Self { metrics, ..self }
    }

    /// Posts until asked to stop, and then finishes what is under way.
    pub async fn run(self) {
        let mut revised: Option<Instant> = None;
        let mut failed = FAILED;
        tokio::select! {
            () = self.stop.cancelled() => {}
            () = sleep(AFTER_START) => {}
        }
        while !self.stop.is_cancelled() {
            let wait = match self.round(&mut revised).await {
                Ok(wait) => {
                    failed = FAILED;
                    if self.warned.swap(false, Ordering::Relaxed) {
                        info!("the database answers again; daily posts go on");
                    }
                    wait
                }
                Err(problem) => {
                    self.warn_once(&problem);
                    let wait = failed;
                    failed = (failed * 2).min(FAILED_LONGEST);
                    wait
                }
            };
            tokio::select! {
                () = self.stop.cancelled() => {}
                () = sleep(wait) => {}
            }
        }
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// Claims what is due and sets it going; how long to wait before the next round.
    async fn round(&self, revised: &mut Option<Instant>) -> Result<Duration, StoreError> {
        let clock = self.ledger.clock().await?;
        if revised.is_none_or(|at| at.elapsed() >= REVISED) {
            self.ledger.revise(&clock).await?;
            *revised = Some(Instant::now());
        }
        let opened = self.ledger.open(&clock).await?;
        self.metrics.posts(Post::Missed, opened.missed);
        let room = u32::try_from(self.permits.available_permits()).unwrap_or(u32::MAX).min(self.at_once);
        if room == 0 {
            return Ok(FULL);
        }
        let claimed = self.ledger.claim(&clock, room).await?;
        if claimed.is_empty() {
            return Ok(if opened.looked_at > 0 { Duration::ZERO } else { IDLE });
        }
        let count = u32::try_from(claimed.len()).unwrap_or(u32::MAX);
        let start = clock.until(self.ledger.reserve(&clock, count, self.each).await?);
        for (place, claim) in (0..).zip(claimed) {
            // The permits were there, and nobody else takes any.
            let Ok(permit) = Arc::clone(&self.permits).try_acquire_owned() else { break };
            let this = self.clone();
            let wait = start + self.each * place + jitter(self.each);
            self.tasks.spawn(async move { this.post_at(claim, clock, wait, permit).await });
        }
        Ok((start + self.each * count).saturating_sub(LEAD))
    }

    /// Posts a slot after a wait, and writes down what became of it.
    async fn post_at(self, claim: Claim, clock: Clock, wait: Duration, _permit: OwnedSemaphorePermit) {
        tokio::select! {
            // Not begun, so nothing is lost: it is given back.
            () = self.stop.cancelled() => {
                return self.settle(&claim, &clock, &later(claim.slot.state, &clock, Duration::ZERO)).await;
            }
            () = sleep(wait) => {}
        }
        match self.post(&claim, &clock).await {
            Ok(Some(settled)) => self.settle(&claim, &clock, &settled).await,
            Ok(None) => {}
            // What was claimed is free again when the lease ends.
            Err(problem) => self.warn_once(&problem),
        }
    }

    /// Posts a slot; what became of it, or nothing where it is not ours any more.
    async fn post(&self, claim: &Claim, clock: &Clock) -> Result<Option<Settled>, StoreError> {
        let slot = &claim.slot;
        if slot.state == SlotState::Unsure {
            if let Some(settled) = self.look(slot, clock).await {
                return Ok(Some(settled));
            }
        } else if !self.outlet.tells(slot.key.day, slot.manner) {
            return Ok(Some(done(SlotState::Quiet, None, None)));
        }
        let is_late = plan::Slot { at: slot.due, day: slot.key.day }.standing(clock.now()) == Standing::Missed;
        if is_late {
            let note = slot.note.clone().unwrap_or_else(|| "The bot could not post it in time.".to_owned());
            return Ok(Some(done(SlotState::Missed, None, Some(note))));
        }
        let begun = Instant::now();
        if !self.ledger.begin(clock, claim).await? {
            return Ok(Some(done(SlotState::Dropped, None, None)));
        }
        // A request must be over before the lease is. A process that was held up here for longer sends nothing.
        let most = REQUEST.min(self.ledger.lease() * 2 / 3).saturating_sub(begun.elapsed());
        if most.is_zero() {
            return Ok(Some(later(SlotState::Unsure, clock, Duration::ZERO)));
        }
        Ok(Some(self.send(slot, clock, most).await))
    }

    /// Looks for the message of a slot that is in doubt; nothing where it is certainly not there.
    async fn look(&self, slot: &Slot, clock: &Clock) -> Option<Settled> {
        let since = slot.tried.unwrap_or(slot.due);
        let since = since.saturating_sub(SEARCHED_BEFORE).unwrap_or(since);
        match self.outlet.find(slot.key, since).await {
            Ok(Some(message)) => {
                debug!("a daily post that was in doubt is there");
                Some(done(SlotState::Posted, Some(message), None))
            }
            Ok(None) => None,
            Err(FindError::Unreadable(why)) => {
                warn!(why, "a daily post may be there or not, and the channel cannot be read: it is not sent again");
                Some(done(SlotState::Unconfirmed, None, Some(cut(&why))))
            }
            Err(FindError::Passing(why)) => {
                let is_late = plan::Slot { at: slot.due, day: slot.key.day }.standing(clock.now()) == Standing::Missed;
                debug!(why, "a daily post in doubt could not be looked for");
                Some(if is_late {
                    done(SlotState::Unconfirmed, None, Some(cut(&why)))
                } else {
                    later(SlotState::Unsure, clock, backoff(slot.tries))
                })
            }
            Err(FindError::Over) => Some(later(SlotState::Unsure, clock, Duration::ZERO)),
        }
    }

    /// Sends a slot that is written down as about to be sent.
    async fn send(&self, slot: &Slot, clock: &Clock, most: Duration) -> Settled {
        match self.outlet.send(slot.key, slot.manner, most).await {
            Ok(message) => done(SlotState::Posted, Some(message), None),
            Err(SendError::NotSent { wait, why }) => {
                debug!(why, "a daily post has to wait");
                later(SlotState::Waiting, clock, wait.max(backoff(slot.tries)))
            }
            Err(SendError::Unsure(why)) => {
                debug!(why, "a daily post is in doubt");
                later(SlotState::Unsure, clock, backoff(slot.tries))
            }
            Err(SendError::Closed(why)) => {
                warn!(why, "daily posts of a channel are paused");
                // If this fails, tomorrow's post finds the same.
                if let Err(problem) = self.ledger.pause(slot.key.channel, &cut(&why)).await {
                    self.warn_once(&problem);
                }
                done(SlotState::Refused, None, Some(cut(&why)))
            }
            Err(SendError::Faulty(why)) => {
                error!(why, "a daily post was refused");
                done(SlotState::Refused, None, Some(cut(&why)))
            }
            Err(SendError::Over) => {
                self.stop.cancel();
                later(SlotState::Waiting, clock, Duration::ZERO)
            }
        }
    }

    /// Writes down what became of a slot, with some patience.
    async fn settle(&self, claim: &Claim, clock: &Clock, settled: &Settled) {
        let mut wait = Duration::from_millis(250);
        for _ in 0..WRITTEN {
            match self.ledger.settle(claim, settled).await {
                Ok(()) => return self.count(&claim.slot, clock, settled),
                Err(problem) => self.warn_once(&problem),
            }
            sleep(wait).await;
            wait *= 2;
        }
    }

    /// Counts a slot that is done, once that is written down.
    fn count(&self, slot: &Slot, clock: &Clock, settled: &Settled) {
        let Settled::Done { state, .. } = settled else { return };
        let is_late = clock.now().duration_since(slot.due) > LATE;
        let what = match state {
            SlotState::Posted if is_late => Post::Late,
            SlotState::Posted => Post::Sent,
            SlotState::Missed => Post::Missed,
            SlotState::Refused => Post::Failed,
            SlotState::Unconfirmed => Post::Unconfirmed,
            SlotState::Quiet => Post::Quiet,
            SlotState::Dropped | SlotState::Waiting | SlotState::Unsure => return,
        };
        self.metrics.posts(what, 1);
    }

    fn warn_once(&self, problem: &StoreError) {
        if !self.warned.swap(true, Ordering::Relaxed) {
            warn!(%problem, "daily posts wait for the database");
        }
    }
}

fn done(state: SlotState, message: Option<u64>, note: Option<String>) -> Settled {
    Settled::Done { state, message, note }
}

/// To be tried again after a wait, in the state that it is in.
fn later(state: SlotState, clock: &Clock, wait: Duration) -> Settled {
    let now = clock.now();
    Settled::Later { unsure: state == SlotState::Unsure, again: now.saturating_add(wait).unwrap_or(now) }
}

/// The wait before a slot is tried again, with a part of it at random.
fn backoff(tries: u32) -> Duration {
    let full = AGAIN.saturating_mul(2_u32.saturating_pow(tries)).min(AGAIN_LONGEST);
    full / 2 + jitter(full / 2)
}

/// A random time up to `most`.
fn jitter(most: Duration) -> Duration {
    use std::hash::{BuildHasher, RandomState};
    let thousandths = u32::try_from(RandomState::new().hash_one(0) % 1_000).expect("it is below a thousand");
    most * thousandths / 1_000
}

fn cut(text: &str) -> String {
    text.chars().take(NOTE).collect()
}

#[cfg(test)]
#[path = "post_tests.rs"]
mod tests;

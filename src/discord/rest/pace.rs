//! When a request may be made: the pace of all, and the limits that Discord tells with each answer.
//!
//! Requests under one limit (a "bucket") go one after the other. So the headers of an answer say exactly what is left,
//! and the next request waits where nothing is: no request is made that Discord would have to refuse. A turn is taken
//! only at the moment in which it is used, so one that is given up costs nobody anything.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use reqwest::header::HeaderMap;
use tokio::sync::{Mutex as AsyncMutex, OwnedMutexGuard};
use tokio::time::{Instant, sleep_until};

/// Requests a second in the bot's name. Discord allows 50; the rest is left for whatever else uses the same token.
const PER_SECOND: u32 = 25;
/// As many as an operator can have who wants more daily posts a second. Requests that are evenly spaced here come in
/// less evenly there, so a little is left below what Discord allows.
const MOST_PER_SECOND: u32 = 47;
/// What is left beside daily posts for everything else.
const BESIDE_POSTS: u32 = 2;
/// The wait when Discord, or a proxy before it, says "wait" and not for how long.
const CAUTIOUS_WAIT: Duration = Duration::from_secs(5);
/// No wait is shorter, whatever the header says.
const SHORTEST_WAIT: Duration = Duration::from_millis(250);
/// A longer wait is not sat out; the call fails, and the caller decides.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// No number in a header holds requests back for longer.
const LONGEST_HOLD: Duration = Duration::from_hours(1);
/// So many buckets are kept before those that hold nothing back are forgotten.
const BUCKETS: usize = 256;

/// For how long Discord asks to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RetryAfter(Duration);

impl RetryAfter {
    /// The value of a `Retry-After` header; a date, or none, is a fixed cautious wait.
    ///
    /// A date is not worked out: it comes from a proxy, and its clock and ours need not agree.
    pub(super) fn read(header: Option<&str>) -> Self {
        let seconds = header.and_then(|value| value.trim().parse::<f64>().ok());
        let wait = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        // Not a number, below zero or past all bounds: none of them can be waited for.
        Self(wait.map_or(CAUTIOUS_WAIT, |wait| wait.clamp(SHORTEST_WAIT, LONGEST_HOLD)))
    }

    /// The wait.
    pub fn wait(self) -> Duration {
        self.0
    }

    /// The wait, when a call can sit it out.
    pub(super) fn bearable(self) -> Option<Duration> {
        (self.0 <= LONGEST_WAIT).then_some(self.0)
    }
}

/// The pace of all requests.
#[derive(Debug)]
pub(super) struct Pace {
    /// The time between two requests in the bot's name.
    step: Duration,
    /// When the next request in the bot's name may be made. Held by whoever is next.
    next: AsyncMutex<Option<Instant>>,
    /// Until when everybody waits.
    held: Mutex<Option<Instant>>,
    buckets: Mutex<Buckets>,
}

#[derive(Debug, Default)]
struct Buckets {
    /// By what a call is, and by what Discord calls the bucket: several calls can share one.
    by_route: HashMap<String, Arc<Bucket>>,
    by_name: HashMap<String, Arc<Bucket>>,
}

/// Until when the requests of a bucket wait. Held by the one that is being made.
type Bucket = AsyncMutex<Option<Instant>>;

/// The leave to make one request; the next of its bucket waits until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    bucket: Arc<Bucket>,
    free: OwnedMutexGuard<Option<Instant>>,
}

/// What a request is limited by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Route<'a> {
    /// The method and the path.
    pub(super) name: &'a str,
    /// The part of the path that has limits of its own: a channel, an application, an interaction.
    pub(super) resource: &'a str,
    /// Whether it counts towards the requests a second in the bot's name.
    pub(super) counts: bool,
}

impl Default for Pace {
    fn default() -> Self {
        Self::with_posts(0)
    }
}

impl Pace {
    /// A pace with room for so many daily posts a second.
    pub(super) fn with_posts(per_second: u32) -> Self {
        let per_second = (per_second.saturating_add(BESIDE_POSTS)).clamp(PER_SECOND, MOST_PER_SECOND);
        Self {
            step: Duration::from_secs(1) / per_second,
            next: AsyncMutex::default(),
            held: Mutex::default(),
            buckets: Mutex::default(),
        }
    }

    /// Waits for the turn of a request. Giving up the wait gives up no turn.
    pub(super) async fn turn(&self, route: Route<'_>) -> Turn {
        let bucket = self.bucket(route.name);
        let free = Arc::clone(&bucket).lock_owned().await;
        if let Some(at) = *free {
            sleep_until(at).await;
        }
        if route.counts {
            self.next().await;
        }
        Turn { bucket, free }
    }

    /// Waits until the next request in the bot's name may be made; they are evenly spaced, in order.
    async fn next(&self) {
        let mut next = self.next.lock().await;
        while let Some(at) = self.wait(*next, Instant::now()) {
            sleep_until(at).await;
        }
        *next = Some(Instant::now() + self.step);
    }

    fn wait(&self, next: Option<Instant>, now: Instant) -> Option<Instant> {
        next.max(*lock(&self.held)).filter(|&at| at > now)
    }

    /// Holds all requests in the bot's name back for that long.
    pub(super) fn hold(&self, wait: Duration) {
        let mut held = lock(&self.held);
        *held = (*held).max(Some(Instant::now() + wait));
    }

    /// Takes from the headers of an answer what is left of its bucket, and which bucket that is.
    pub(super) fn learn(&self, route: Route<'_>, turn: &mut Turn, headers: &HeaderMap) {
        if let Some(wait) = exhausted(headers) {
            turn.hold(wait);
        }
        let Some(name) = text(headers, "x-ratelimit-bucket") else { return };
        let mut buckets = lock(&self.buckets);
        let shared =
            buckets.by_name.entry(format!("{name} {}", route.resource)).or_insert_with(|| Arc::clone(&turn.bucket));
        let shared = Arc::clone(shared);
        buckets.by_route.insert(route.name.to_owned(), shared);
    }

    fn bucket(&self, route: &str) -> Arc<Bucket> {
        let mut buckets = lock(&self.buckets);
        buckets.forget_idle(Instant::now());
        Arc::clone(buckets.by_route.entry(route.to_owned()).or_default())
    }
}

impl Turn {
    /// Holds the next requests of the bucket back for that long.
    pub(super) fn hold(&mut self, wait: Duration) {
        *self.free = Some(Instant::now() + wait.min(LONGEST_HOLD));
    }
}

impl Buckets {
    /// Forgets what holds nothing back: interactions and channels come and go.
    fn forget_idle(&mut self, now: Instant) {
        if self.by_route.len() + self.by_name.len() < BUCKETS {
            return;
        }
        // One that is locked is in use; one that is waited for is locked.
        let is_idle = |bucket: &Arc<Bucket>| bucket.try_lock().is_ok_and(|free| free.is_none_or(|at| at <= now));
        self.by_route.retain(|_, bucket| !is_idle(bucket));
        self.by_name.retain(|_, bucket| !is_idle(bucket));
    }
}

/// How long to wait when the headers say that nothing is left.
fn exhausted(headers: &HeaderMap) -> Option<Duration> {
    let left: u64 = text(headers, "x-ratelimit-remaining")?.trim().parse().ok()?;
    let seconds: f64 = text(headers, "x-ratelimit-reset-after")?.trim().parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok().filter(|_| left == 0)
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Every change is of one entry at a time, so a panic elsewhere leaves nothing half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use reqwest::header::HeaderValue;
    use tokio::time::timeout;

    use super::*;

    const SHORT: Duration = Duration::from_millis(20);

    fn route(name: &'static str) -> Route<'static> {
        Route { name, resource: "channels/1", counts: true }
    }

    fn headers(remaining: &str, reset_after: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in [("remaining", remaining), ("reset-after", reset_after), ("bucket", "abc")] {
            let name: reqwest::header::HeaderName = format!("x-ratelimit-{name}").parse().expect("a name");
            headers.insert(name, HeaderValue::from_str(value).expect("a value"));
        }
        headers
    }

    #[test]
    fn only_sane_numbers_are_believed() {
        let read = |header| RetryAfter::read(header).wait();
        assert_eq!(read(Some("2")), Duration::from_secs(2));
        assert_eq!(read(Some("0.5")), Duration::from_millis(500));
        assert_eq!(read(Some("0")), SHORTEST_WAIT);
        assert_eq!(read(Some("1e12")), LONGEST_HOLD);
        for odd in [None, Some("Mon, 23 Nov 2026 00:00:00 GMT"), Some("NaN"), Some("-1"), Some("inf"), Some("")] {
            assert_eq!(read(odd), CAUTIOUS_WAIT, "{odd:?}");
        }
        assert_eq!(RetryAfter::read(Some("61")).bearable(), None);
        assert_eq!(exhausted(&headers("0", "1.5")), Some(Duration::from_millis(1_500)));
        for (left, after) in [("1", "1.5"), ("x", "1.5"), ("0", "x"), ("0", "-1"), ("0", "inf")] {
            assert_eq!(exhausted(&headers(left, after)), None, "{left} {after}");
        }
    }

    #[tokio::test]
    async fn requests_of_a_bucket_go_one_after_the_other_and_wait_when_nothing_is_left() {
        let pace = Pace::default();
        let mut turn = pace.turn(route("POST a")).await;
        assert!(timeout(SHORT, pace.turn(route("POST a"))).await.is_err(), "the first is not back yet");
        timeout(Duration::from_secs(1), pace.turn(route("POST b"))).await.expect("another route");
        pace.learn(route("POST a"), &mut turn, &headers("0", "0.3"));
        drop(turn);
        assert!(timeout(SHORT, pace.turn(route("POST a"))).await.is_err(), "nothing is left");
        timeout(Duration::from_secs(2), pace.turn(route("POST a"))).await.expect("the limit is reset");
    }

    #[tokio::test]
    async fn routes_that_discord_puts_together_share_what_is_left() {
        let pace = Pace::default();
        for name in ["POST a", "PATCH a"] {
            let mut turn = pace.turn(route(name)).await;
            pace.learn(route(name), &mut turn, &headers("1", "9"));
        }
        let mut turn = pace.turn(route("POST a")).await;
        pace.learn(route("POST a"), &mut turn, &headers("0", "9"));
        drop(turn);
        assert!(timeout(SHORT, pace.turn(route("PATCH a"))).await.is_err());
    }

    #[tokio::test]
    async fn turns_are_spaced_and_one_given_up_is_given_back() {
        let pace = Pace::default();
        pace.hold(Duration::from_millis(300));
        for name in ["POST a", "POST b", "POST c"] {
            assert!(timeout(SHORT, pace.turn(route(name))).await.is_err(), "all are held");
        }
        let mut urgent = route("POST d");
        urgent.counts = false;
        timeout(SHORT, pace.turn(urgent)).await.expect("what does not count is not held");
        drop(pace.turn(route("POST a")).await);
        let start = Instant::now();
        drop(pace.turn(route("POST b")).await);
        let step = Duration::from_secs(1) / PER_SECOND;
        assert!(start.elapsed() >= step / 2, "they are spaced");
        assert!(start.elapsed() < step * 3, "the turns that were given up are not waited for");
    }

    #[tokio::test]
    async fn what_holds_nothing_back_is_forgotten() {
        let pace = Pace::default();
        let held = pace.turn(route("held")).await;
        for number in 0..2 * BUCKETS {
            pace.bucket(&number.to_string());
        }
        let buckets = lock(&pace.buckets);
        assert!(buckets.by_route.len() <= BUCKETS && buckets.by_route.contains_key("held"));
        drop(held);
    }
}

//! When a request may be made: pacing, Discord's requests to wait, and the count of refusals.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};
use tracing::{error, warn};

/// Requests a second in the bot's name. Discord allows 50; the rest is left for whatever else uses the same token.
const PER_SECOND: u32 = 25;
/// The wait when Discord, or a proxy before it, says "wait" and not for how long.
const CAUTIOUS_WAIT: Duration = Duration::from_secs(5);
/// No wait is shorter, whatever the header says.
const SHORTEST_WAIT: Duration = Duration::from_millis(250);
/// A longer wait is not sat out; the call fails, and the caller decides.
const LONGEST_WAIT: Duration = Duration::from_mins(1);
/// No number in a header holds requests back for longer.
const LONGEST_HOLD: Duration = Duration::from_hours(1);
/// Discord blocks an address for a while after 10,000 requests answered 401, 403 or 429 in ten minutes.
const REFUSALS_WINDOW: Duration = Duration::from_mins(10);
/// So many refusals are told in the log.
const MANY_REFUSED: u32 = 100;
/// After so many, requests in the bot's name stop until the window has passed.
const TOO_MANY_REFUSED: u32 = 5_000;

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

/// The pace of all requests in the bot's name.
#[derive(Debug, Default)]
pub(super) struct Pace {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// When the next turn is.
    next: Option<Instant>,
    /// Until when everybody waits.
    held: Option<Instant>,
    /// Until when the calls of one address wait.
    held_routes: HashMap<String, Instant>,
    /// When the window of the counted refusals began.
    window: Option<Instant>,
    refused: u32,
}

impl Pace {
    /// Waits for the next turn of a call to `route`. Turns are evenly spaced and given in order.
    pub(super) async fn turn(&self, route: &str) {
        loop {
            let (at, held) = self.next_turn(route, Instant::now());
            sleep_until(at).await;
            // A hold may also have begun while this turn was waited for.
            if !held && self.state().held_until(route, Instant::now()).is_none() {
                return;
            }
        }
    }

    /// When to go on, and whether that is only the end of a hold, after which a turn is still to be taken.
    fn next_turn(&self, route: &str, now: Instant) -> (Instant, bool) {
        let mut state = self.state();
        if let Some(until) = state.held_until(route, now) {
            return (until, true);
        }
        let turn = state.next.map_or(now, |next| next.max(now));
        state.next = Some(turn + Duration::from_secs(1) / PER_SECOND);
        (turn, false)
    }

    /// Holds all requests back for that long.
    pub(super) fn hold(&self, wait: Duration) {
        let until = Instant::now() + wait;
        let mut state = self.state();
        state.held = Some(state.held.map_or(until, |held| held.max(until)));
    }

    /// Holds the calls to one address back for that long.
    pub(super) fn hold_route(&self, route: &str, wait: Duration) {
        let now = Instant::now();
        let mut state = self.state();
        // The map holds what is held now and forgets the rest.
        state.held_routes.retain(|_, until| *until > now);
        state.held_routes.insert(route.to_owned(), now + wait);
    }

    /// Counts a refusal; those of a limit shared with other bots do not count against us.
    pub(super) fn count_refused(&self, shared: bool) {
        if shared {
            return;
        }
        let mut state = self.state();
        state.forget_old(Instant::now());
        state.refused += 1;
        match state.refused {
            TOO_MANY_REFUSED => error!(refused = state.refused, "too many refused requests: no more for a while"),
            refused if refused % MANY_REFUSED == 0 => warn!(refused, "Discord refuses many requests"),
            _ => {}
        }
    }

    /// Whether there were so many refusals that no request may be made.
    pub(super) fn is_shut(&self) -> bool {
        let mut state = self.state();
        state.forget_old(Instant::now());
        state.refused >= TOO_MANY_REFUSED
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Every change is of one number at a time, so a panic elsewhere leaves nothing half done.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn held_until(&self, route: &str, now: Instant) -> Option<Instant> {
        self.held.max(self.held_routes.get(route).copied()).filter(|&until| until > now)
    }

    fn forget_old(&mut self, now: Instant) {
        if self.window.is_none_or(|start| now.duration_since(start) >= REFUSALS_WINDOW) {
            self.window = Some(now);
            self.refused = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }

    #[test]
    fn turns_are_spaced_and_a_hold_holds_all() {
        let pace = Pace::default();
        let now = Instant::now();
        let step = Duration::from_secs(1) / PER_SECOND;
        assert_eq!(pace.next_turn("a", now), (now, false));
        assert_eq!(pace.next_turn("a", now), (now + step, false));
        pace.hold(Duration::from_secs(9));
        let (until, held) = pace.next_turn("a", now);
        assert!(held && until > now + Duration::from_secs(8));
        assert!(!pace.next_turn("a", until).1);
    }

    #[test]
    fn a_held_address_holds_no_other() {
        let pace = Pace::default();
        pace.hold_route("a", Duration::from_secs(9));
        assert!(pace.next_turn("a", Instant::now()).1);
        assert!(!pace.next_turn("b", Instant::now()).1);
        pace.hold_route("b", Duration::ZERO);
        pace.hold_route("c", Duration::ZERO);
        assert_eq!(pace.state().held_routes.len(), 2, "what is over is forgotten");
    }

    #[test]
    fn too_many_refusals_shut_the_door() {
        let pace = Pace::default();
        for _ in 0..TOO_MANY_REFUSED {
            assert!(!pace.is_shut());
            pace.count_refused(true);
            pace.count_refused(false);
        }
        assert!(pace.is_shut());
    }
}

//! The count of refusals. Discord blocks an address for a while after 10,000 requests answered 401, 403 or 429 in ten
//! minutes, so a bot has to notice that it is refused and stop asking.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;
use tracing::{error, warn};

/// The time over which Discord counts.
const WINDOW: Duration = Duration::from_mins(10);
/// So many refusals are told in the log.
const MANY: u32 = 100;
/// After so many, requests in the bot's name stop until the window has passed: half of what Discord bears, for others
/// may share the address.
const TOO_MANY: u32 = 5_000;
/// After so many answers 403 or 404 to what is written, one after the other, nothing more is written to the channel until the
/// window has passed. A server has at most 500 channels, so no single one can use up what all share.
const TOO_MANY_IN_CHANNEL: u32 = 3;

/// Refusals within the window.
#[derive(Debug, Default)]
pub(super) struct Refusals {
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    since: Option<Instant>,
    all: u32,
    channels: HashMap<String, u32>,
}

impl Refusals {
    /// Counts a refusal that Discord counts.
    pub(super) fn count(&self, now: Instant) {
        let mut state = self.state(now);
        state.all += 1;
        match state.all {
            TOO_MANY => error!(refused = TOO_MANY, "too many refused requests: no more for some minutes"),
            refused if refused % MANY == 0 => warn!(refused, "Discord refuses many requests"),
            _ => {}
        }
    }

    /// Counts that a channel is closed to the bot, or gone.
    pub(super) fn count_channel(&self, channel: &str, now: Instant) {
        *self.state(now).channels.entry(channel.to_owned()).or_default() += 1;
    }

    /// Forgets the refusals of a channel that has taken something.
    pub(super) fn forget_channel(&self, channel: &str, now: Instant) {
        self.state(now).channels.remove(channel);
    }

    /// Whether there were so many refusals that no request may be made.
    pub(super) fn are_too_many(&self, now: Instant) -> bool {
        self.state(now).all >= TOO_MANY
    }

    /// Whether a channel refused so often that it is left alone.
    pub(super) fn are_too_many_in(&self, channel: &str, now: Instant) -> bool {
        self.state(now).channels.get(channel).is_some_and(|&refused| refused >= TOO_MANY_IN_CHANNEL)
    }

    /// The counts of the window that `now` is in.
    fn state(&self, now: Instant) -> MutexGuard<'_, State> {
        // Every change is of one number at a time, so a panic elsewhere leaves nothing half done.
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.since.is_none_or(|since| now.duration_since(since) >= WINDOW) {
            *state = State { since: Some(now), ..State::default() };
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_many_refusals_shut_the_door_for_the_rest_of_the_window() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        for _ in 0..TOO_MANY {
            assert!(!refusals.are_too_many(now));
            refusals.count(now);
        }
        assert!(refusals.are_too_many(now));
        assert!(!refusals.are_too_many(now + WINDOW));
    }

    #[test]
    fn a_hostile_channel_shuts_itself_alone() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        for _ in 0..TOO_MANY_IN_CHANNEL {
            assert!(!refusals.are_too_many_in("1", now));
            refusals.count_channel("1", now);
        }
        assert!(refusals.are_too_many_in("1", now));
        assert!(!refusals.are_too_many_in("2", now) && !refusals.are_too_many(now));
        assert!(!refusals.are_too_many_in("1", now + WINDOW));
    }

    #[test]
    fn a_channel_that_takes_something_begins_anew() {
        let (refusals, now) = (Refusals::default(), Instant::now());
        for _ in 0..TOO_MANY_IN_CHANNEL * 2 {
            refusals.count_channel("1", now);
            refusals.forget_channel("1", now);
            refusals.count_channel("2", now);
        }
        assert!(!refusals.are_too_many_in("1", now) && refusals.are_too_many_in("2", now));
    }
}

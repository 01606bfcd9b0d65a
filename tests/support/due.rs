//! Daily posts that are due, and what has become of them.

use std::collections::HashMap;
use std::ops::Range;
use std::time::{Duration, Instant};

use accords::store::Sql;
use accords::store::daily::{DailyStore, Manner, Slot, SlotState, Subscription};
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde_json::Value;

use super::State;

/// The server of all channels that tests subscribe.
pub const GUILD: u64 = 1_200_000_000_000_000_001;
/// The first of them; they have one id after the other.
pub const FIRST: u64 = 1_310_000_000_000_000_000;

/// Subscribes so many channels whose slot was due a minute or two ago; the date of the slot.
pub async fn subscribe(store: &Sql, channels: u64) -> Date {
    subscribe_each(store, FIRST..FIRST + channels).await
}

/// The same with these channels.
pub async fn subscribe_each(store: &Sql, channels: Range<u64>) -> Date {
    let due = (Timestamp::now() - 1.minute()).to_zoned(TimeZone::UTC);
    let time = Time::new(due.hour(), due.minute(), 0, 0).expect("a time");
    let next = due.date().to_datetime(time).to_zoned(TimeZone::UTC).expect("it exists").timestamp();
    for channel in channels {
        // Days without an event must not make a difference here.
        let manner = Manner { nearest: true, silent: false };
        let (zone, paused) = ("UTC".to_owned(), None);
        let it = Subscription { channel, guild: GUILD, time, zone, manner, paused, next, next_day: due.date() };
        store.subscribe(&it).await.expect("kept");
    }
    due.date()
}

/// The slots of all channels on that date.
pub async fn slots(store: &Sql, channels: u64, day: Date) -> Vec<Slot> {
    slots_of(store, FIRST..FIRST + channels, day).await
}

/// The same of these channels.
pub async fn slots_of(store: &Sql, channels: Range<u64>, day: Date) -> Vec<Slot> {
    let mut found = Vec::new();
    for channel in channels {
        let slots = store.slots(channel, 3).await.expect("slots");
        found.extend(slots.into_iter().find(|slot| slot.key.day == day));
    }
    found
}

/// Waits until every channel has a slot that is done.
pub async fn wait_done(store: &Sql, channels: u64, day: Date, most: Duration) -> Vec<Slot> {
    wait_done_each(store, FIRST..FIRST + channels, day, most).await
}

/// The same for these channels.
pub async fn wait_done_each(store: &Sql, of: Range<u64>, day: Date, most: Duration) -> Vec<Slot> {
    let start = Instant::now();
    let channels = of.end - of.start;
    loop {
        let found = slots_of(store, of.clone(), day).await;
        let done = found.iter().filter(|slot| !slot.state.is_open()).count() as u64;
        if done == channels {
            return found;
        }
        assert!(
            start.elapsed() < most,
            "{done} of {channels} are done in {most:?}: {:?}",
            found.iter().find(|it| it.state.is_open())
        );
        tokio::time::sleep(Duration::from_millis(250)).await;
    }
}

/// How many channels have how many posts of that date.
pub fn posts(state: &State, channels: impl IntoIterator<Item = u64>, day: Date) -> HashMap<usize, usize> {
    let marker = format!("Daily post of {day}");
    let mut counts = HashMap::new();
    for channel in channels {
        let of_channel = state.messages.get(&channel.to_string()).map_or(&[][..], Vec::as_slice);
        let is_post =
            |it: &&Value| it["embeds"][0]["footer"]["text"].as_str().is_some_and(|text| text.contains(&marker));
        *counts.entry(of_channel.iter().filter(is_post).count()).or_insert(0) += 1;
    }
    counts
}

/// Every channel has exactly one post, and the ledger knows which message it is.
pub fn assert_exactly_once(state: &State, slots: &[Slot], day: Date) {
    let channels = slots.iter().map(|slot| slot.key.channel);
    assert_eq!(
        posts(state, channels, day),
        HashMap::from([(1, slots.len())]),
        "posts a channel, and how many have them"
    );
    for slot in slots {
        assert_eq!(slot.state, SlotState::Posted, "{slot:?}");
        let made = &state.messages[&slot.key.channel.to_string()][0]["id"];
        assert_eq!(slot.message.map(|id| id.to_string()).as_deref(), made.as_str(), "{slot:?}");
    }
}

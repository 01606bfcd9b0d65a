//! The ledger of the daily posts: the same suite on SQLite and, where `ACCORDS_TEST_POSTGRES` has an address, on PostgreSQL.

use std::collections::HashSet;
use std::time::Duration;

use accords::store::daily::{DailyStore, Manner, Opening, Settled, Slot, SlotKey, SlotState, Subscription};
use accords::store::{Sql, Store};
use jiff::civil::{Date, date, time};
use jiff::{Timestamp, ToSpan};

use support::database::Database;

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

const LEASE: Duration = Duration::from_mins(1);
const DAY: Date = date(2026, 6, 1);

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// Nine in the morning of the day.
fn nine() -> Timestamp {
    at("2026-06-01T09:00:00Z")
}

fn subscription(channel: u64) -> Subscription {
    Subscription {
        channel,
        guild: channel / 100,
        time: time(9, 0, 0, 0),
        zone: "Etc/UTC".to_owned(),
        manner: Manner { nearest: channel % 2 == 1, silent: false },
        paused: None,
        next: nine(),
        next_day: DAY,
    }
}

fn opening(channel: u64) -> Opening {
    let subscription = subscription(channel);
    let (next, next_day) = (nine() + 24.hours(), date(2026, 6, 2));
    Opening { subscription, state: Some(SlotState::Waiting), next, next_day }
}

async fn subscribed(store: &Sql, channels: std::ops::Range<u64>) {
    for channel in channels {
        store.subscribe(&subscription(channel)).await.expect("kept");
    }
}

async fn opened(store: &Sql, channels: std::ops::Range<u64>) {
    subscribed(store, channels.clone()).await;
    let openings: Vec<Opening> = channels.map(opening).collect();
    store.open(&openings).await.expect("opened");
}

fn key(channel: u64) -> SlotKey {
    SlotKey { channel, day: DAY }
}

fn posted(message: u64) -> Settled {
    Settled::Done { state: SlotState::Posted, message: Some(message), note: None }
}

async fn slot(store: &Sql, channel: u64) -> Slot {
    store.slots(channel, 9).await.expect("slots").into_iter().find(|slot| slot.key == key(channel)).expect("a slot")
}

async fn subscriptions_are_kept_changed_paused_and_ended(store: &Sql) {
    let mut it = subscription(u64::MAX);
    it.guild = 7;
    store.subscribe(&it).await.expect("kept");
    assert_eq!(store.subscriptions(7).await.expect("read"), [it.clone()]);
    it.zone = String::from("Asia/Kathmandu");
    it.time = time(23, 59, 0, 0);
    it.manner = Manner { nearest: false, silent: true };
    store.subscribe(&it).await.expect("kept");
    assert_eq!(store.subscriptions(7).await.expect("read"), [it.clone()]);
    store.pause(it.channel, "'; DROP TABLE daily_slots; --").await.expect("paused");
    it.paused = Some("'; DROP TABLE daily_slots; --".to_owned());
    assert_eq!(store.subscriptions(7).await.expect("read"), [it.clone()]);
    assert_eq!(store.due(nine() + 1.hour(), 9).await.expect("read"), [], "a paused one is never due");
    assert!(!store.unsubscribe(8, it.channel).await.expect("asked"), "it is another server's");
    assert!(store.unsubscribe(7, it.channel).await.expect("ended"));
    assert!(!store.unsubscribe(7, it.channel).await.expect("asked"));
    assert_eq!(store.subscriptions(7).await.expect("read"), []);
}

async fn slots_are_opened_once_however_often_it_is_tried(store: &Sql) {
    subscribed(store, 100..103).await;
    assert_eq!(store.due(nine() - 1.second(), 9).await.expect("read"), []);
    assert_eq!(store.due(nine(), 2).await.expect("read").len(), 2);
    let openings: Vec<Opening> = (100..103).map(opening).collect();
    for _ in 0..3 {
        store.open(&openings).await.expect("opened");
    }
    assert_eq!(store.due(nine(), 9).await.expect("read"), []);
    let next = store.subscriptions(1).await.expect("read");
    assert!(next.len() == 3 && next.iter().all(|it| it.next_day == date(2026, 6, 2)), "{next:?}");
    let claimed = store.claim("a", nine(), LEASE, 9).await.expect("claimed");
    assert_eq!(claimed.iter().map(|slot| slot.key.channel).collect::<Vec<_>>(), [100, 101, 102]);
    assert!(
        claimed.iter().all(|it| it.manner.nearest == (it.key.channel % 2 == 1) && it.due == nine() && it.tries == 0)
    );
    for slot in claimed {
        store.settle("a", slot.key, &posted(5)).await.expect("settled");
    }
    // The clock is set back, and the date comes again.
    store.subscribe(&subscription(100)).await.expect("kept");
    store.open(&[opening(100)]).await.expect("opened");
    assert_eq!(slot(store, 100).await.state, SlotState::Posted, "what is done is not opened again");
    assert_eq!(store.claim("a", nine(), LEASE, 9).await.expect("claimed"), []);
    // A subscription that was changed by somebody else in the meantime stays as it is.
    let mut changed = subscription(101);
    changed.next = nine() + 48.hours();
    store.subscribe(&changed).await.expect("kept");
    store.open(&[opening(101)]).await.expect("opened");
    assert!(store.subscriptions(1).await.expect("read").contains(&changed));
}

async fn a_lease_keeps_others_out_until_it_ends(store: &Sql) {
    opened(store, 200..201).await;
    let claim = |owner: &'static str, seconds: i64| {
        let now = nine() + seconds.seconds();
        async move { store.claim(owner, now, LEASE, 9).await.expect("claimed").len() }
    };
    assert_eq!((claim("a", 0).await, claim("b", 1).await, claim("a", 59).await), (1, 0, 0));
    // Its owner renews it by beginning.
    assert!(store.begin("a", key(200), nine() + 50.seconds(), LEASE).await.expect("asked"));
    assert_eq!(claim("b", 100).await, 0);
    // The owner is dead; another one takes over, in doubt.
    let taken = store.claim("b", nine() + 110.seconds(), LEASE, 9).await.expect("claimed");
    assert_eq!((taken[0].state, taken[0].tries, taken[0].tried), (SlotState::Unsure, 1, Some(nine() + 50.seconds())));
    // The first one was only asleep. It may not send, nor say that it was not posted; but that it was is news.
    assert!(!store.begin("a", key(200), nine() + 111.seconds(), LEASE).await.expect("asked"));
    let missed = Settled::Done { state: SlotState::Missed, message: None, note: None };
    store.settle("a", key(200), &missed).await.expect("settled");
    assert_eq!(slot(store, 200).await.state, SlotState::Unsure);
    store.settle("a", key(200), &posted(77)).await.expect("settled");
    store.settle("b", key(200), &missed).await.expect("settled");
    let done = slot(store, 200).await;
    assert_eq!((done.state, done.message), (SlotState::Posted, Some(77)), "what is done stays done");
}

async fn what_is_to_be_tried_again_waits_and_a_clock_set_back_frees_it(store: &Sql) {
    opened(store, 300..301).await;
    store.claim("a", nine(), LEASE, 9).await.expect("claimed");
    assert!(store.begin("a", key(300), nine(), LEASE).await.expect("asked"));
    let again = Settled::Later { unsure: true, again: nine() + 5.minutes() };
    store.settle("a", key(300), &again).await.expect("settled");
    let claim = |now: Timestamp| async move { store.claim("b", now, LEASE, 9).await.expect("claimed").len() };
    assert_eq!((claim(nine() + 4.minutes()).await, claim(nine() - 2.hours()).await), (0, 1));
    // The claim by the clock that was two hours back is long over, and one from the future is none.
    assert_eq!(claim(nine() + 5.minutes()).await, 1);
    assert_eq!(claim(nine() - 3.hours()).await, 1);
    store.settle("b", key(300), &posted(1)).await.expect("settled");
}

async fn many_take_each_slot_once(url: &str, store: &Sql) {
    const SLOTS: u64 = 120;
    opened(store, 400..400 + SLOTS).await;
    let takers = (0..6).map(|taker| {
        let store = Sql::open(url).expect("an address");
        tokio::spawn(async move {
            let owner = format!("taker {taker}");
            let mut taken = Vec::new();
            loop {
                let some = store.claim(&owner, nine(), LEASE, 7).await.expect("claimed");
                if some.is_empty() {
                    return taken;
                }
                taken.extend(some.into_iter().map(|slot| slot.key));
            }
        })
    });
    let mut taken = Vec::new();
    for taker in takers.collect::<Vec<_>>() {
        taken.extend(taker.await.expect("no panic"));
    }
    // One that found nothing may have looked while others held what was left.
    while let [_, ..] = &store.claim("last", nine(), LEASE, 50).await.expect("claimed")[..] {}
    let unique: HashSet<SlotKey> = taken.iter().copied().collect();
    assert_eq!(unique.len(), taken.len(), "no slot is taken twice");
    for channel in 400..400 + SLOTS {
        store.settle("", key(channel), &posted(1)).await.expect("settled");
    }
}

async fn the_row_is_shared_and_has_no_gap(url: &str, store: &Sql) {
    let each = Duration::from_millis(50);
    let other = Sql::open(url).expect("an address");
    let first = store.reserve(nine(), 10, each).await.expect("reserved");
    assert_eq!(first, nine());
    assert_eq!(other.reserve(nine(), 4, each).await.expect("reserved"), nine() + 500.milliseconds());
    assert_eq!(
        store.reserve(nine() + 100.milliseconds(), 1, each).await.expect("reserved"),
        nine() + 700.milliseconds()
    );
    assert_eq!(store.reserve(nine() + 5.seconds(), 1, each).await.expect("reserved"), nine() + 5.seconds());
    let back = nine() - 1.hour();
    assert_eq!(other.reserve(back, 1, each).await.expect("reserved"), back, "the clock was set back");
}

async fn the_paused_the_old_and_the_left_are_forgotten(store: &Sql) {
    opened(store, 900..904).await;
    let claimed = store.claim("a", nine(), LEASE, 9).await.expect("claimed");
    assert_eq!(claimed.len(), 4);
    store.settle("a", key(900), &posted(1)).await.expect("settled");
    assert!(store.begin("a", key(901), nine(), LEASE).await.expect("asked"));
    for channel in 900..903 {
        store.pause(channel, "A manager paused it.").await.expect("paused");
    }
    assert!(!store.begin("a", key(901), nine(), LEASE).await.expect("asked"), "it is not sent again");
    assert!(!store.begin("a", key(902), nine(), LEASE).await.expect("asked"), "it is not sent");
    assert_eq!(store.slots(902, 9).await.expect("slots"), [], "what was not sent is as if it had never been due");
    assert_eq!(slot(store, 901).await.state, SlotState::Unsure, "what may have been sent is remembered");
    assert_eq!(slot(store, 900).await.state, SlotState::Posted);
    store.prune(nine() + 1.second()).await.expect("pruned");
    assert_eq!(store.slots(900, 9).await.expect("slots"), []);
    assert_eq!(slot(store, 901).await.state, SlotState::Unsure, "what is not done is not forgotten");
    store.forget(9).await.expect("forgotten");
    for channel in 900..904 {
        assert_eq!(store.slots(channel, 9).await.expect("slots"), []);
    }
    assert_eq!(store.subscriptions(9).await.expect("read"), []);
}

async fn all_can_be_walked_through(store: &Sql) {
    let (mut seen, mut after) = (Vec::new(), None);
    loop {
        let some = store.all_after(after, 7).await.expect("read");
        let Some(last) = some.last() else { break };
        after = Some(last.channel);
        seen.extend(some.into_iter().map(|it| it.channel));
    }
    let unique: HashSet<u64> = seen.iter().copied().collect();
    assert!(unique.len() == seen.len() && seen.len() > 100, "each one once: {}", seen.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_ledger_keeps_its_word_on_every_database() {
    for database in Database::both("ledger").await {
        let url = &database.url;
        let store = Sql::open(url).expect("an address");
        let clock = store.clock().await.expect("a clock");
        let ahead = clock.duration_since(Timestamp::now()).abs();
        assert!(ahead < jiff::SignedDuration::from_mins(1), "the test server is on this machine or has its time");
        subscriptions_are_kept_changed_paused_and_ended(&store).await;
        slots_are_opened_once_however_often_it_is_tried(&store).await;
        a_lease_keeps_others_out_until_it_ends(&store).await;
        what_is_to_be_tried_again_waits_and_a_clock_set_back_frees_it(&store).await;
        many_take_each_slot_once(url, &store).await;
        the_row_is_shared_and_has_no_gap(url, &store).await;
        the_paused_the_old_and_the_left_are_forgotten(&store).await;
        all_can_be_walked_through(&store).await;
    }
}

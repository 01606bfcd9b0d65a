//! The engine against a stand-in for channels, on a database in memory: what becomes of a slot in each case.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard};

use async_trait::async_trait;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};
use tokio::time::timeout;

use super::*;
use crate::store::Sql;
use crate::store::daily::{DailyStore, Manner, SlotKey, Subscription};

/// How a channel behaves; what is over, it is open.
#[derive(Clone, Debug)]
enum Behaviour {
    Send(SendError),
    /// The message is made, and nobody hears of it.
    Lost,
    Find(FindError),
}

#[derive(Debug, Default)]
struct Standin {
    behaviour: Mutex<HashMap<u64, Vec<Behaviour>>>,
    messages: Mutex<Vec<SlotKey>>,
    quiet: Mutex<bool>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().expect("no panic")
}

impl Standin {
    fn next(&self, channel: u64, is_wanted: fn(&Behaviour) -> bool) -> Option<Behaviour> {
        let mut behaviour = lock(&self.behaviour);
        let of_channel = behaviour.get_mut(&channel)?;
        let at = of_channel.iter().position(is_wanted)?;
        Some(of_channel.remove(at))
    }
}

#[async_trait]
impl Outlet for Standin {
    fn tells(&self, _day: Date, manner: Manner) -> bool {
        manner.nearest || !*lock(&self.quiet)
    }

    async fn send(&self, slot: SlotKey, _manner: Manner, _most: Duration) -> Result<u64, SendError> {
        match self.next(slot.channel, |it| !matches!(it, Behaviour::Find(_))) {
            Some(Behaviour::Send(error)) => Err(error),
            other => {
                lock(&self.messages).push(slot);
                match other {
                    Some(_) => Err(SendError::Unsure("the connection broke".to_owned())),
                    None => Ok(slot.channel + 1_000),
                }
            }
        }
    }

    async fn find(&self, slot: SlotKey, _since: Timestamp) -> Result<Option<u64>, FindError> {
        if let Some(Behaviour::Find(error)) = self.next(slot.channel, |it| matches!(it, Behaviour::Find(_))) {
            return Err(error);
        }
        Ok(lock(&self.messages).contains(&slot).then_some(slot.channel + 1_000))
    }
}

struct Scene {
    store: Arc<dyn DailyStore>,
    outlet: Arc<Standin>,
    stop: CancellationToken,
}

impl Scene {
    fn new() -> Self {
        let store = Arc::new(Sql::open("sqlite::memory:").expect("an address"));
        Self { store, outlet: Arc::default(), stop: CancellationToken::new() }
    }

    /// A channel whose slot was due so many minutes ago.
    async fn subscribe(&self, channel: u64, minutes: i64, manner: Manner) -> SlotKey {
        let now = self.store.clock().await.expect("a clock");
        let due = (now - minutes.minutes()).to_zoned(jiff::tz::TimeZone::UTC);
        let time = Time::new(due.hour(), due.minute(), 0, 0).expect("a time");
        let slot = plan::Schedule { time, zone: jiff::tz::TimeZone::UTC }.slot(due.date()).expect("it exists");
        let (zone, paused) = ("UTC".to_owned(), None);
        let it = Subscription { channel, guild: 9, time, zone, manner, paused, next: slot.at, next_day: slot.day };
        self.store.subscribe(&it).await.expect("kept");
        SlotKey { channel, day: slot.day }
    }

    fn behave(&self, channel: u64, behaviour: &[Behaviour]) {
        lock(&self.outlet.behaviour).insert(channel, behaviour.to_vec());
    }

    fn poster(&self) -> Poster {
        let ledger = Ledger::new(Arc::clone(&self.store), Duration::from_mins(1));
        let outlet: Arc<dyn Outlet> = Arc::<Standin>::clone(&self.outlet);
        Poster::new(ledger, outlet, 45, self.stop.clone())
    }

    /// Lets a process work until the slot is in one of these states, and ends it.
    async fn until(&self, key: SlotKey, wanted: &[SlotState]) -> Slot {
        let stop = CancellationToken::new();
        let poster = Poster { stop: stop.clone(), ..self.poster() };
        let running = tokio::spawn(poster.run());
        let search = async {
            loop {
                let slots = self.store.slots(key.channel, 9).await.expect("slots");
                if let Some(slot) = slots.into_iter().find(|slot| slot.key == key && wanted.contains(&slot.state)) {
                    return slot;
                }
                sleep(Duration::from_millis(20)).await;
            }
        };
        let found = timeout(Duration::from_secs(40), search).await;
        stop.cancel();
        running.await.expect("no panic");
        found.unwrap_or_else(|_| panic!("it came to none of {wanted:?}"))
    }

    fn messages(&self, key: SlotKey) -> usize {
        lock(&self.outlet.messages).iter().filter(|made| **made == key).count()
    }
}

#[tokio::test]
async fn a_slot_is_posted_once_and_the_next_one_is_tomorrow() {
    let scene = Scene::new();
    let key = scene.subscribe(1, 2, Manner::default()).await;
    let slot = scene.until(key, &[SlotState::Posted]).await;
    assert_eq!((slot.message, slot.tries), (Some(1_001), 1));
    let next = scene.store.subscriptions(9).await.expect("subscriptions").remove(0);
    assert_eq!(next.next_day, key.day.tomorrow().expect("in range"));
    // The clock goes back by hours, as if the slot were still to come, and another process starts.
    let before = Subscription { next_day: key.day, next: slot.due, ..next };
    scene.store.subscribe(&before).await.expect("kept");
    scene.until(key, &[SlotState::Posted]).await;
    sleep(Duration::from_millis(300)).await;
    assert_eq!(scene.messages(key), 1);
}

#[tokio::test]
async fn what_is_too_late_is_missed_and_what_is_not_is_caught_up() {
    let scene = Scene::new();
    let late = scene.subscribe(1, 6 * 60 + 2, Manner::default()).await;
    let caught_up = scene.subscribe(2, 5 * 60, Manner::default()).await;
    let old = scene.subscribe(3, 3 * 24 * 60 + 60, Manner::default()).await;
    scene.until(caught_up, &[SlotState::Posted]).await;
    scene.until(late, &[SlotState::Missed]).await;
    let today = SlotKey { day: old.day.checked_add(3.days()).expect("in range"), ..old };
    scene.until(today, &[SlotState::Posted]).await;
    let slots = scene.store.slots(3, 9).await.expect("slots");
    assert_eq!(slots.iter().map(|it| it.state.word()).collect::<Vec<_>>(), ["posted", "missed", "missed", "missed"]);
    assert_eq!((scene.messages(late), scene.messages(caught_up), scene.messages(today)), (0, 1, 1));
}

#[tokio::test]
async fn a_quiet_day_is_quiet_unless_the_nearest_is_wanted() {
    let scene = Scene::new();
    *lock(&scene.outlet.quiet) = true;
    let quiet = scene.subscribe(1, 2, Manner::default()).await;
    let nearest = scene.subscribe(2, 2, Manner { nearest: true, silent: false }).await;
    scene.until(quiet, &[SlotState::Quiet]).await;
    scene.until(nearest, &[SlotState::Posted]).await;
    assert_eq!((scene.messages(quiet), scene.messages(nearest)), (0, 1));
}

#[tokio::test]
async fn a_post_in_doubt_is_looked_for_and_never_made_twice() {
    let scene = Scene::new();
    let not_sent = || Behaviour::Send(SendError::NotSent { wait: Duration::ZERO, why: "429".to_owned() });
    let unsure = || Behaviour::Send(SendError::Unsure("a time-out on the way there".to_owned()));
    let unreadable = || Behaviour::Find(FindError::Unreadable("no history".to_owned()));
    let passing = || Behaviour::Find(FindError::Passing("503".to_owned()));
    let table: [(u64, Vec<Behaviour>, SlotState, usize); 6] = [
        (1, vec![Behaviour::Lost], SlotState::Posted, 1),
        (2, vec![unsure()], SlotState::Posted, 1),
        (3, vec![Behaviour::Lost, unreadable()], SlotState::Unconfirmed, 1),
        (4, vec![unsure(), unreadable()], SlotState::Unconfirmed, 0),
        (5, vec![not_sent(), unreadable()], SlotState::Posted, 1),
        (6, vec![Behaviour::Lost, passing()], SlotState::Posted, 1),
    ];
    let mut keys = Vec::new();
    for (channel, behaviour, ..) in &table {
        scene.behave(*channel, behaviour);
        keys.push(scene.subscribe(*channel, 2, Manner::default()).await);
    }
    for (key, (channel, _, state, messages)) in keys.into_iter().zip(table) {
        let slot = scene.until(key, &[SlotState::Posted, SlotState::Unconfirmed]).await;
        assert_eq!((slot.state, scene.messages(key)), (state, messages), "{channel}");
        assert_eq!(slot.message.is_some(), state == SlotState::Posted, "{channel}");
    }
}

#[tokio::test]
async fn a_closed_channel_pauses_its_posts_and_nothing_else() {
    let scene = Scene::new();
    let closed = scene.subscribe(1, 2, Manner::default()).await;
    let faulty = scene.subscribe(2, 2, Manner::default()).await;
    let open = scene.subscribe(3, 2, Manner::default()).await;
    scene.behave(1, &[Behaviour::Send(SendError::Closed("Give me Send Messages.".to_owned()))]);
    scene.behave(2, &[Behaviour::Send(SendError::Faulty("400".to_owned()))]);
    for (key, state) in [(closed, SlotState::Refused), (faulty, SlotState::Refused), (open, SlotState::Posted)] {
        scene.until(key, &[state]).await;
    }
    let all = scene.store.subscriptions(9).await.expect("subscriptions");
    let paused: Vec<Option<&str>> = all.iter().map(|it| it.paused.as_deref()).collect();
    assert_eq!(paused, [Some("Give me Send Messages."), None, None]);
}

#[tokio::test]
async fn a_refused_token_stops_everything() {
    let scene = Scene::new();
    for channel in 1..=30 {
        scene.subscribe(channel, 2, Manner::default()).await;
        scene.behave(channel, &[Behaviour::Send(SendError::Over), Behaviour::Send(SendError::Over)]);
    }
    timeout(Duration::from_secs(10), scene.poster().run()).await.expect("it ends by itself");
    assert!(scene.stop.is_cancelled());
    let mut sent = 0;
    for channel in 1..=30 {
        let slots = scene.store.slots(channel, 1).await.expect("slots");
        sent += slots.iter().filter(|slot| slot.tries > 0).count();
        assert!(slots.iter().all(|slot| slot.state == SlotState::Waiting), "it waits for a better day: {slots:?}");
    }
    assert!(sent < 30, "no more requests than were under way: {sent}");
}

#[tokio::test]
async fn what_is_paused_in_the_last_moment_is_not_sent() {
    let scene = Scene::new();
    scene.subscribe(1, 2, Manner::default()).await;
    let ledger = Ledger::new(Arc::clone(&scene.store), Duration::from_mins(1));
    let clock = ledger.clock().await.expect("a clock");
    ledger.open(&clock).await.expect("opened");
    let claimed = ledger.claim(&clock, 9).await.expect("claimed");
    assert_eq!(claimed.len(), 1);
    scene.store.pause(1, "A manager paused it.").await.expect("paused");
    assert!(!ledger.begin(&clock, &claimed[0]).await.expect("asked"));
    assert_eq!(scene.store.slots(1, 9).await.expect("slots"), [], "as if it had never been due");
}

#[tokio::test]
async fn a_slot_that_a_process_has_claimed_twice_is_sent_by_one_task() {
    let scene = Scene::new();
    let key = scene.subscribe(1, 2, Manner::default()).await;
    let lease = Duration::from_millis(50);
    let ledger = Ledger::new(Arc::clone(&scene.store), lease);
    let clock = ledger.clock().await.expect("a clock");
    ledger.open(&clock).await.expect("opened");
    let mut claims = Vec::new();
    for _ in 0..2 {
        // The turn in the row of all posts comes only after the lease has ended.
        claims.extend(ledger.claim(&clock, 9).await.expect("claimed"));
        sleep(lease * 2).await;
    }
    let [late, latest] = &claims[..] else { panic!("it is claimed twice: {claims:?}") };
    assert!(!ledger.begin(&clock, late).await.expect("asked"), "it belongs to the later claim");
    assert!(ledger.begin(&clock, latest).await.expect("asked"));
    assert!(!ledger.begin(&clock, late).await.expect("asked"));
    // Nor can the first one say what became of it.
    ledger.settle(late, &done(SlotState::Dropped, None, None)).await.expect("settled");
    let slots = scene.store.slots(1, 9).await.expect("slots");
    assert_eq!((slots[0].key, slots[0].state, slots[0].tries), (key, SlotState::Unsure, 1));
}

#[test]
fn waits_grow_and_are_bounded() {
    for (tries, range) in [(0, 2..=5), (1, 5..=10), (3, 20..=40), (30, 300..=600)] {
        let seconds = backoff(tries).as_secs();
        assert!(range.contains(&seconds), "{tries}: {seconds}");
    }
}

//! Which posts are to be made, and by whom: subscriptions that fall due become slots, and slots are claimed for a time.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use tokio::time::timeout;
use tracing::{info, warn};

use super::plan::{self, Schedule, Standing};
use super::zones;
use crate::store::StoreError;
use crate::store::daily::{DailyStore, Opening, Settled, Slot, SlotState, Subscription};

/// Subscriptions that become slots in one transaction: more in a second than can be posted, and few enough to be quick.
const OPENED_AT_ONCE: u32 = 200;
/// Subscriptions looked at in one go by [`Ledger::revise`].
const REVISED_AT_ONCE: u32 = 500;
/// How long slots are remembered after they are done.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(60 * 24);
/// The next slot is never further off than a date that is left out; one that is was written down by a wrong clock.
const FURTHEST: SignedDuration = SignedDuration::from_hours(4 * 24);

/// How long the database may take to answer. One behind a cable that was pulled says neither yes nor no.
const ANSWER: Duration = Duration::from_secs(10);

/// The ledger as one process sees it. Clones are the same process.
#[derive(Clone, Debug)]
pub struct Ledger {
    store: Arc<dyn DailyStore>,
    owner: Arc<str>,
    /// How often something was claimed.
    claims: Arc<AtomicU64>,
    lease: Duration,
}

/// A slot that belongs to one claim until the lease ends, and to no other claim of the same process.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The slot as it was claimed.
    pub slot: Slot,
    owner: Arc<str>,
}

/// A time of the database's clock, carried on by the machine's steady one.
#[derive(Clone, Copy, Debug)]
pub struct Clock {
    read: Timestamp,
    at: Instant,
}

impl Clock {
    /// The time now.
    pub fn now(&self) -> Timestamp {
        let since = SignedDuration::try_from(self.at.elapsed()).unwrap_or(SignedDuration::MAX);
        self.read.saturating_add(since).unwrap_or(Timestamp::MAX)
    }

    /// The wait until then; none at all when it has passed.
    pub fn until(&self, then: Timestamp) -> Duration {
        Duration::try_from(then.duration_since(self.now())).unwrap_or_default()
    }
}

/// What came of looking at what is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Subscriptions that were looked at.
    pub looked_at: usize,
    /// Slots that are recorded as missed.
    pub missed: usize,
}

impl Ledger {
    /// The ledger for a process; whoever dies loses what it claimed when the lease ends.
    pub fn new(store: Arc<dyn DailyStore>, lease: Duration) -> Self {
        use std::hash::{BuildHasher, RandomState};
        let owner = RandomState::new().hash_one(std::process::id());
        Self { store, owner: format!("{}-{owner:016x}", std::process::id()).into(), claims: Arc::default(), lease }
    }

    /// How long a claim lasts.
    pub fn lease(&self) -> Duration {
        self.lease
    }

    /// The time by the clock that all who share the database go by.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn clock(&self) -> Result<Clock, StoreError> {
        let read = patient(self.store.clock()).await?;
        Ok(Clock { read, at: Instant::now() })
    }

    /// Writes slots that have fallen due into the ledger, some at a time.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn open(&self, clock: &Clock) -> Result<Opened, StoreError> {
        let now = clock.now();
        let due = patient(self.store.due(now, OPENED_AT_ONCE)).await?;
        let mut openings = Vec::with_capacity(due.len());
        for subscription in due.iter().cloned() {
            match schedule(&subscription) {
                Some(schedule) => openings.extend(opening(subscription, &schedule, now)),
                None => self.pause(subscription.channel, &no_zone(&subscription.zone)).await?,
            }
        }
        let missed = openings.iter().filter(|opening| opening.state == Some(SlotState::Missed)).count();
        if !openings.is_empty() {
            patient(self.store.open(&openings)).await?;
        }
        if missed > 0 {
            warn!(missed, "daily posts are too late to be caught up with, and are recorded as missed");
        }
        Ok(Opened { looked_at: due.len(), missed })
    }

    /// Takes open slots that nobody works on.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn claim(&self, clock: &Clock, most: u32) -> Result<Vec<Claim>, StoreError> {
        // A task that was held up until its lease ended finds the slot claimed by another, be it of the same process.
        let number = self.claims.fetch_add(1, Ordering::Relaxed);
        let owner: Arc<str> = format!("{}-{number}", self.owner).into();
        let slots = patient(self.store.claim(&owner, clock.now(), self.lease, most)).await?;
        Ok(slots.into_iter().map(|slot| Claim { slot, owner: Arc::clone(&owner) }).collect())
    }

    /// When the first of so many posts may go, this long each.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn reserve(&self, clock: &Clock, posts: u32, each: Duration) -> Result<Timestamp, StoreError> {
        patient(self.store.reserve(clock.now(), posts, each)).await
    }

    /// Writes down that a slot is about to be sent; false when it is not this claim's to send any more.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn begin(&self, clock: &Clock, claim: &Claim) -> Result<bool, StoreError> {
        patient(self.store.begin(&claim.owner, claim.slot.key, clock.now(), self.lease)).await
    }

    /// Writes down how a slot goes on.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn settle(&self, claim: &Claim, settled: &Settled) -> Result<(), StoreError> {
        patient(self.store.settle(&claim.owner, claim.slot.key, settled)).await
    }

    /// Pauses a channel's posts.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn pause(&self, channel: u64, reason: &str) -> Result<(), StoreError> {
        patient(self.store.pause(channel, reason)).await
    }

    /// Looks at every subscription again: rules of time zones change by law, and clocks are set. Forgets old slots.
    ///
    /// # Errors
    /// See [`StoreError`].
    pub async fn revise(&self, clock: &Clock) -> Result<(), StoreError> {
        let (mut after, mut moved) = (None, 0);
        loop {
            let now = clock.now();
            let some = patient(self.store.all_after(after, REVISED_AT_ONCE)).await?;
            let Some(last) = some.last() else { break };
            after = Some(last.channel);
            let corrections: Vec<Opening> = some.into_iter().filter_map(|it| correction(it, now)).collect();
            moved += corrections.len();
            if !corrections.is_empty() {
                patient(self.store.open(&corrections)).await?;
            }
        }
        if moved > 0 {
            info!(moved, "the next daily posts of some channels come at another time: a zone or the clock has changed");
        }
        patient(self.store.prune(clock.now().saturating_sub(REMEMBERED).unwrap_or(Timestamp::MIN))).await
    }
}

/// The outcome of some work on the database, which must come in time.
async fn patient<T>(work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
    timeout(ANSWER, work).await.unwrap_or(Err(StoreError::Silent))
}

/// The schedule of a subscription; none when its zone is not known.
pub fn schedule(subscription: &Subscription) -> Option<Schedule> {
    zones::get(&subscription.zone).map(|zone| Schedule { time: subscription.time, zone })
}

fn no_zone(zone: &str) -> String {
    format!("The time zone {zone} is not known any more. Choose another one with /daily start.")
}

/// What becomes of a subscription whose slot seems to be due; none when there is no next slot, which cannot be.
fn opening(subscription: Subscription, schedule: &Schedule, now: Timestamp) -> Option<Opening> {
    let day = subscription.next_day;
    let slot = schedule.slot(day);
    // The slot is where it is now, not where it was when it was written down.
    if let Some(slot) = slot.filter(|slot| slot.standing(now) == Standing::Early) {
        return Some(Opening { subscription, state: None, next: slot.at, next_day: slot.day });
    }
    let state = slot.map(|slot| match slot.standing(now) {
        Standing::Missed => SlotState::Missed,
        Standing::Due | Standing::Early => SlotState::Waiting,
    });
    let after = slot.map_or(subscription.next, |slot| slot.at);
    let plan::Slot { at, day } = schedule.next(after, Some(day))?;
    Some(Opening { subscription, state, next: at, next_day: day })
}

/// Where the next slot of a subscription is, if it is not where it was written down.
fn correction(subscription: Subscription, now: Timestamp) -> Option<Opening> {
    let schedule = schedule(&subscription)?;
    let is_far = subscription.next.duration_since(now) > FURTHEST;
    let slot = if is_far { None } else { schedule.slot(subscription.next_day) };
    let slot = slot.or_else(|| schedule.next(now, None))?;
    let is_same = (slot.at, slot.day) == (subscription.next, subscription.next_day);
    (!is_same).then_some(Opening { subscription, state: None, next: slot.at, next_day: slot.day })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use jiff::civil::{Date, date, time};
    use jiff::tz::TimeZoneDatabase;

    use super::*;
    use crate::store::daily::Manner;

    fn subscription(next: &str) -> Subscription {
        Subscription {
            channel: 1,
            guild: 2,
            time: time(9, 0, 0, 0),
            zone: "Asia/Kathmandu".to_owned(),
            manner: Manner::default(),
            paused: None,
            next: next.parse().expect("an instant"),
            next_day: date(2026, 6, 1),
        }
    }

    fn opened(next: &str, now: &str) -> (Option<SlotState>, String) {
        let it = subscription(next);
        let schedule = schedule(&it).expect("a zone");
        let opening = opening(it, &schedule, now.parse().expect("an instant")).expect("there is a next slot");
        (opening.state, opening.next.to_string())
    }

    #[test]
    fn a_slot_waits_is_missed_or_has_moved() {
        let (waiting, missed) = (Some(SlotState::Waiting), Some(SlotState::Missed));
        let next = "2026-06-02T03:15:00Z".to_owned();
        assert_eq!(opened("2026-06-01T03:15:00Z", "2026-06-01T03:15:00Z"), (waiting, next.clone()));
        assert_eq!(opened("2026-06-01T03:15:00Z", "2026-06-01T09:15:00Z"), (waiting, next.clone()));
        assert_eq!(opened("2026-06-01T03:15:00Z", "2026-06-01T09:15:01Z"), (missed, next.clone()));
        // It was written down by older rules of the zone: a quarter of an hour too early, or too late.
        let early = opened("2026-06-01T03:00:00Z", "2026-06-01T03:00:00Z");
        assert_eq!(early, (None, "2026-06-01T03:15:00Z".to_owned()));
        assert_eq!(opened("2026-06-01T03:30:00Z", "2026-06-01T03:30:00Z"), (waiting, next));
    }

    #[test]
    fn what_was_written_down_by_other_rules_or_a_wrong_clock_is_corrected() {
        let corrected = |next: &str, now: &str| {
            let now = now.parse().expect("an instant");
            correction(subscription(next), now).map(|opening| opening.next.to_string())
        };
        assert_eq!(corrected("2026-06-01T03:15:00Z", "2026-06-01T00:00:00Z"), None);
        assert_eq!(corrected("2026-06-01T03:00:00Z", "2026-06-01T00:00:00Z").as_deref(), Some("2026-06-01T03:15:00Z"));
        // The clock was a month ahead.
        assert_eq!(corrected("2026-06-01T03:15:00Z", "2026-05-01T00:00:00Z").as_deref(), Some("2026-05-01T03:15:00Z"));
    }

    /// Marsaglia's xorshift: the same run each time.
    struct Random(u64);

    impl Random {
        fn below(&mut self, most: u64) -> i64 {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            i64::try_from(self.0 % most).expect("it is small")
        }
    }

    /// Lets a simulated clock run over a subscription: it goes on by some minutes, stands still while the bot is down, and is
    /// set back now and then. What came of each local date, and how often the clock was set back.
    fn simulate(
        mut it: Subscription,
        [start, end]: [Timestamp; 2],
        random: &mut Random,
    ) -> (BTreeMap<Date, SlotState>, usize) {
        let (mut ledger, mut set_back, mut now) = (BTreeMap::new(), 0, start);
        while now < end {
            let minutes = if random.below(60) == 0 { random.below(5 * 60) } else { 1 + random.below(30) };
            now += SignedDuration::from_mins(minutes);
            if random.below(5_000) == 0 {
                set_back += 1;
                now -= SignedDuration::from_mins(random.below(3 * 24 * 60));
            }
            if random.below(50) == 0
                && let Some(correction) = correction(it.clone(), now)
            {
                (it.next, it.next_day) = (correction.next, correction.next_day);
            }
            while it.next <= now {
                let schedule = schedule(&it).expect("a zone");
                let opening = opening(it.clone(), &schedule, now).expect("there is a next slot");
                if let Some(state) = opening.state {
                    assert!(schedule.slot(it.next_day).expect("it exists").at <= now, "{}: never early", it.zone);
                    // As in the database: what is there stays.
                    ledger.entry(it.next_day).or_insert(state);
                }
                (it.next, it.next_day) = (opening.next, opening.next_day);
            }
        }
        (ledger, set_back)
    }

    #[test]
    fn every_zone_gets_one_post_each_local_day_by_a_clock_that_misbehaves() {
        let span = ["2026-01-01T00:00:00Z", "2028-01-01T00:00:00Z"].map(|text| text.parse().expect("an instant"));
        let database = TimeZoneDatabase::bundled();
        let names: Vec<String> = database.available().map(|name| name.to_string()).collect();
        let (mut random, mut posts, mut set_back) = (Random(0x2545_F491_4F6C_DD1D), 0, 0);
        for zone in &names {
            let [hour, quarter] = [24, 4].map(|most| i8::try_from(random.below(most)).expect("it is small"));
            let time = time(hour, quarter * 15, 0, 0);
            let first = Schedule { time, zone: zones::get(zone).expect("a zone") }.next(span[0], None).expect("a slot");
            let (next, next_day) = (first.at, first.day);
            let it = Subscription { time, zone: zone.clone(), next, next_day, ..subscription("2026-01-01T00:00:00Z") };
            let (ledger, times) = simulate(it, span, &mut random);
            let days: Vec<Date> = ledger.keys().copied().collect();
            assert!(
                days.windows(2).all(|pair| pair[0].tomorrow().ok() == Some(pair[1])),
                "{zone}: no date is left out"
            );
            assert!(ledger.values().all(|state| *state == SlotState::Waiting), "{zone}: none is missed");
            assert!((729..=731).contains(&days.len()), "{zone}: {} dates", days.len());
            posts += days.len();
            set_back += times;
        }
        println!("{} zones, {posts} posts, one each local day; the clock was set back {set_back} times", names.len());
        assert!(set_back > 1_000);
    }

    #[test]
    fn two_processes_never_have_the_same_name() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let _guard = runtime.enter();
        let store: Arc<dyn DailyStore> = Arc::new(crate::store::Sql::open("sqlite::memory:").expect("an address"));
        let lease = Duration::from_secs(1);
        assert_ne!(Ledger::new(Arc::clone(&store), lease).owner, Ledger::new(store, lease).owner);
    }
}

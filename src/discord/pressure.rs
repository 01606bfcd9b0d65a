//! How much one person or one server may ask: a bucket each, that fills with time, in a map that forgets.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// How many times as much a server may ask as one person.
const SERVER: u32 = 10;
/// How many times as much may be typed as asked: each letter asks for suggestions.
const TYPING: u32 = 6;
/// Buckets remembered at once. A flood from more people forgets the fullest first, who would not be held back.
const REMEMBERED: usize = 20_000;
/// Buckets that are not worth looking through for full ones.
const FEW: usize = 256;

/// Who asks, and for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Who {
    Person(u64),
    Typist(u64),
    Server(u64),
}

/// Buckets.
#[derive(Debug)]
pub struct Pressure {
    /// Answers a minute for one person; none for no limit.
    per_minute: Option<u32>,
    buckets: Mutex<Buckets>,
}

/// The buckets of those who asked lately. Who has a full one again is forgotten each time that there are twice as many as were
/// left the last time, so that memory is of the last minutes and the cost of looking through it is shared by those who ask.
#[derive(Debug)]
struct Buckets {
    of: HashMap<Who, Bucket>,
    most: usize,
}

impl Default for Buckets {
    fn default() -> Self {
        Self { of: HashMap::new(), most: FEW }
    }
}

/// What is left, and since when.
#[derive(Clone, Copy, Debug)]
struct Bucket {
    left: f64,
    at: Instant,
}

impl Pressure {
    /// Lets each person have so many answers a minute, or any number of them.
    pub fn new(per_minute: Option<u32>) -> Self {
        Self { per_minute, buckets: Mutex::default() }
    }

    /// Whether somebody may ask now; the wait until then if not.
    ///
    /// # Errors
    /// With the wait.
    pub fn ask(&self, person: u64, server: Option<u64>) -> Result<(), Duration> {
        let server = server.map(|server| (Who::Server(server), SERVER));
        self.take([Some((Who::Person(person), 1)), server], Instant::now())
    }

    /// Whether somebody who types may have suggestions now.
    pub fn suggest(&self, person: u64) -> bool {
        self.take([Some((Who::Typist(person), TYPING)), None], Instant::now()).is_ok()
    }

    fn take(&self, buckets: [Option<(Who, u32)>; 2], now: Instant) -> Result<(), Duration> {
        let Some(per_minute) = self.per_minute else { return Ok(()) };
        let mut guard = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        let Buckets { of: map, most } = &mut *guard;
        // Before anybody is refused: whoever asks is remembered either way.
        if map.len() > *most {
            forget(map, per_minute, now);
            *most = (2 * map.len()).clamp(FEW, REMEMBERED);
        }
        let mut wait = Duration::ZERO;
        for (who, times) in buckets.iter().flatten() {
            let most = f64::from(per_minute) * f64::from(*times);
            let bucket = map.entry(*who).or_insert(Bucket { left: most, at: now });
            let since = now.saturating_duration_since(bucket.at).as_secs_f64();
            *bucket = Bucket { left: (bucket.left + since * most / 60.0).min(most), at: now };
            if bucket.left < 1.0 {
                wait = wait.max(Duration::from_secs_f64((1.0 - bucket.left) * 60.0 / most));
            }
        }
        if wait > Duration::ZERO {
            return Err(wait);
        }
        for (who, _) in buckets.iter().flatten() {
            map.entry(*who).and_modify(|bucket| bucket.left -= 1.0);
        }
        Ok(())
    }
}

/// Forgets whoever would have a full bucket by now, and if that is not enough, the half that asked least lately.
fn forget(map: &mut HashMap<Who, Bucket>, per_minute: u32, now: Instant) {
    let most = |who: &Who| {
        f64::from(per_minute)
            * f64::from(match who {
                Who::Person(_) => 1,
                Who::Typist(_) => TYPING,
                Who::Server(_) => SERVER,
            })
    };
    let share = |who: &Who, bucket: &Bucket| {
        bucket.left / most(who) + now.saturating_duration_since(bucket.at).as_secs_f64() / 60.0
    };
    map.retain(|who, bucket| share(who, bucket) < 1.0);
    if map.len() > REMEMBERED / 2 {
        let mut shares: Vec<f64> = map.iter().map(|(who, bucket)| share(who, bucket)).collect();
        shares.sort_by(f64::total_cmp);
        let kept = shares[REMEMBERED / 2];
        map.retain(|who, bucket| share(who, bucket) < kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_waits_and_others_do_not() {
        let pressure = Pressure::new(Some(3));
        for _ in 0..3 {
            assert_eq!(pressure.ask(1, None), Ok(()));
        }
        let wait = pressure.ask(1, None).expect_err("enough for now");
        assert!(wait > Duration::from_secs(15) && wait <= Duration::from_secs(20), "{wait:?}");
        assert_eq!(pressure.ask(2, None), Ok(()));
        assert!(pressure.suggest(1));
    }

    #[test]
    fn a_bucket_fills_with_time() {
        let pressure = Pressure::new(Some(2));
        let start = Instant::now();
        let ask = |after| pressure.take([Some((Who::Person(1), 1)), None], start + Duration::from_secs(after)).is_ok();
        assert_eq!(
            [0, 1, 2, 28, 32, 33, 600, 600, 600].map(ask),
            [true, true, false, false, true, false, true, true, false]
        );
    }

    #[test]
    fn a_server_has_a_limit_of_its_own() {
        let pressure = Pressure::new(Some(1));
        let answered = (0..50).filter(|person| pressure.ask(*person, Some(9)).is_ok()).count();
        assert_eq!(answered, 10);
        assert_eq!(pressure.ask(99, Some(8)), Ok(()));
    }

    #[test]
    fn whoever_has_a_full_bucket_again_is_forgotten() {
        let pressure = Pressure::new(Some(2));
        let start = Instant::now();
        for person in 0..10_000 {
            // Ten a second, each of them once.
            let now = start + Duration::from_millis(100 * person);
            assert!(pressure.take([Some((Who::Person(person), 1)), None], now).is_ok());
        }
        // A bucket of two is full again after half a minute, in which 300 people ask.
        assert!(pressure.buckets.lock().expect("no panic").of.len() <= 2 * 300 + 1);
    }

    #[test]
    fn the_map_is_bounded_while_all_are_refused() {
        let pressure = Pressure::new(Some(1));
        for person in 0..60_000 {
            let is_first = person < u64::from(SERVER);
            assert_eq!(pressure.ask(person, Some(9)).is_ok(), is_first, "the server has asked enough");
        }
        assert!(pressure.buckets.lock().expect("no panic").of.len() <= REMEMBERED + 2);
    }

    #[test]
    fn the_map_is_bounded_and_keeps_whoever_is_held_back() {
        let pressure = Pressure::new(Some(2));
        for _ in 0..2 {
            assert!(pressure.ask(0, None).is_ok());
        }
        for person in 1..60_000 {
            assert!(pressure.ask(person, None).is_ok());
            assert!(pressure.ask(0, None).is_err());
        }
        assert!(pressure.buckets.lock().expect("no panic").of.len() <= REMEMBERED + 2, "a person and a server more");
        assert!(Pressure::new(None).ask(1, Some(1)).is_ok());
    }
}

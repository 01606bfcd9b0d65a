use std::collections::BTreeMap;

use jiff::civil::{date, time};
use jiff::tz::TimeZoneDatabase;
use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

use super::*;

fn zone(name: &str) -> TimeZone {
    TimeZoneDatabase::bundled().get(name).expect(name)
}

fn schedule(name: &str, hour: i8, minute: i8) -> Schedule {
    Schedule { time: time(hour, minute, 0, 0), zone: zone(name) }
}

fn at(schedule: &Schedule, day: Date) -> String {
    schedule.slot(day).map_or_else(|| "none".to_owned(), |slot| slot.at.to_string())
}

/// All slots due after `from`, up to and with `to`.
fn walk(schedule: &Schedule, from: Timestamp, to: Timestamp) -> Vec<Slot> {
    let next = |slot: &Slot| schedule.next(slot.at, Some(slot.day));
    std::iter::successors(schedule.next(from, None), next).take_while(|slot| slot.at <= to).collect()
}

#[test]
fn gaps_are_posted_at_the_first_instant_after_and_folds_once() {
    let table = [
        // Berlin: 02:00 to 03:00 left out, then 02:00 to 03:00 twice.
        ("Europe/Berlin", (1, 59), date(2026, 3, 29), "2026-03-29T00:59:00Z"),
        ("Europe/Berlin", (2, 0), date(2026, 3, 29), "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", (2, 30), date(2026, 3, 29), "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", (3, 0), date(2026, 3, 29), "2026-03-29T01:00:00Z"),
        ("Europe/Berlin", (2, 30), date(2026, 10, 25), "2026-10-25T00:30:00Z"),
        ("Europe/Berlin", (3, 0), date(2026, 10, 25), "2026-10-25T02:00:00Z"),
        // Lord Howe: half an hour.
        ("Australia/Lord_Howe", (2, 15), date(2026, 10, 4), "2026-10-03T15:30:00Z"),
        ("Australia/Lord_Howe", (1, 45), date(2026, 4, 5), "2026-04-04T14:45:00Z"),
        // Cairo: the gap is at midnight.
        ("Africa/Cairo", (0, 30), date(2026, 4, 24), "2026-04-23T22:00:00Z"),
        // Nuuk: the gap is the last hour of a Saturday, so its post comes at the first instant of Sunday.
        ("America/Nuuk", (23, 30), date(2026, 3, 28), "2026-03-29T01:00:00Z"),
        ("America/Nuuk", (23, 30), date(2026, 3, 29), "2026-03-30T00:30:00Z"),
        // Samoa went over the date line.
        ("Pacific/Apia", (9, 0), date(2011, 12, 29), "2011-12-29T19:00:00Z"),
        ("Pacific/Apia", (9, 0), date(2011, 12, 30), "none"),
        ("Pacific/Apia", (0, 0), date(2011, 12, 30), "none"),
        ("Pacific/Apia", (9, 0), date(2011, 12, 31), "2011-12-30T19:00:00Z"),
        // Half and quarter hours.
        ("Asia/Kathmandu", (9, 0), date(2026, 6, 1), "2026-06-01T03:15:00Z"),
        ("Asia/Kolkata", (9, 0), date(2026, 6, 1), "2026-06-01T03:30:00Z"),
        ("Pacific/Chatham", (9, 0), date(2026, 6, 1), "2026-05-31T20:15:00Z"),
        ("Australia/Eucla", (9, 0), date(2026, 6, 1), "2026-06-01T00:15:00Z"),
        ("America/St_Johns", (9, 0), date(2026, 6, 1), "2026-06-01T11:30:00Z"),
        ("Pacific/Marquesas", (9, 0), date(2026, 6, 1), "2026-06-01T18:30:00Z"),
        ("Pacific/Kiritimati", (0, 0), date(2026, 6, 1), "2026-05-31T10:00:00Z"),
    ];
    for (name, (hour, minute), day, expected) in table {
        assert_eq!(at(&schedule(name, hour, minute), day), expected, "{name} {hour}:{minute} {day}");
    }
}

/// Every zone, two years, times on both sides of every gap and fold: each date that some instant has, and no other, has
/// one slot, due on that date or at the first instant after a gap at its end.
#[test]
fn every_zone_has_one_slot_each_local_day_for_two_years() {
    let (from, to): (Timestamp, Timestamp) =
        ("2026-01-01T00:00:00Z".parse().expect("it is"), "2028-01-01T00:00:00Z".parse().expect("it is"));
    let database = TimeZoneDatabase::bundled();
    let names: Vec<String> = database.available().map(|name| name.to_string()).collect();
    assert!(names.len() > 590, "all of them: {}", names.len());
    let times = [(0, 0), (0, 30), (1, 45), (2, 15), (2, 30), (3, 0), (9, 0), (12, 34), (23, 30), (23, 59)];
    let (mut slots, mut moved) = (0_usize, BTreeMap::new());
    for name in &names {
        for (hour, minute) in times {
            let schedule = schedule(name, hour, minute);
            let found = walk(&schedule, from, to);
            for pair in found.windows(2) {
                assert_eq!(pair[0].day.tomorrow().ok(), Some(pair[1].day), "{name}: no date is left out or repeated");
                assert!(pair[0].at < pair[1].at, "{name}");
            }
            for slot in &found {
                let local = slot.at.to_zoned(schedule.zone.clone()).datetime();
                if local != slot.day.to_datetime(schedule.time) {
                    assert!(local > slot.day.to_datetime(schedule.time), "{name}: never early");
                    let just_before = (slot.at - 1.nanosecond()).to_zoned(schedule.zone.clone()).datetime();
                    assert!(just_before < slot.day.to_datetime(schedule.time), "{name}: at the first instant after");
                    *moved.entry(name.as_str()).or_insert(0) += 1;
                }
            }
            assert!((729..=731).contains(&found.len()), "{name}: {} slots", found.len());
            slots += found.len();
        }
    }
    println!("{} zones, {slots} slots, {} zones with a slot moved out of a gap", names.len(), moved.len());
    assert!(moved.len() > 100, "the times lie in the gaps of many zones");
}

/// The dates that a clock on the wall shows, minute by minute, are those that have a slot.
#[test]
fn slots_agree_with_a_clock_on_the_wall() {
    let from: Timestamp = "2011-12-20T00:00:00Z".parse().expect("it is");
    for name in ["Pacific/Apia", "Pacific/Fakaofo", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Gaza"] {
        let schedule = schedule(name, 0, 15);
        let mut shown: Vec<Date> =
            (0..60 * 24 * 20).map(|minute| (from + minute.minutes()).to_zoned(schedule.zone.clone()).date()).collect();
        shown.dedup();
        // The first and the last date are not seen whole.
        let inner = &shown[1..shown.len() - 1];
        let to = from + (20 * 24).hours();
        let days: Vec<Date> = walk(&schedule, from, to).iter().map(|slot| slot.day).collect();
        for day in inner {
            assert_eq!(days.iter().filter(|found| *found == day).count(), 1, "{name} {day}");
        }
        assert!(days.iter().all(|day| shown.contains(day)), "{name}");
    }
}

#[test]
fn lateness_has_a_limit() {
    let slot = schedule("Asia/Tokyo", 9, 0).slot(date(2026, 6, 1)).expect("it exists");
    let after = |seconds: i64| slot.standing(slot.at + seconds.seconds());
    assert_eq!(
        [after(-1), after(0), after(21_600), after(21_601)].map(|it| format!("{it:?}")),
        ["Early", "Due", "Due", "Missed"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// A manager changes zone and time again and again: no date comes twice and none comes before the one before it,
    /// whatever zone they are dates of.
    #[test]
    fn changes_of_zone_and_time_never_repeat_a_date(
        changes in proptest::collection::vec((any::<prop_index::Index>(), 0_i8..24, 0_i8..60, 1_i64..200), 1..12),
        start in 1_700_000_000_i64..1_900_000_000,
    ) {
        let names: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
        let mut now = Timestamp::from_second(start).expect("in range");
        let mut posted: Vec<Date> = Vec::new();
        for (name, hour, minute, hours) in changes {
            let schedule = schedule(&names[name.index(names.len())], hour, minute);
            let until = now + hours.hours();
            while let Some(slot) = schedule.next(now, posted.last().copied()).filter(|slot| slot.at <= until) {
                prop_assert!(posted.last().is_none_or(|last| *last < slot.day));
                posted.push(slot.day);
                now = slot.at;
            }
            now = until;
        }
    }

    /// The next slot is the first one: nothing due lies between.
    #[test]
    fn the_next_slot_is_the_first(
        name in any::<prop_index::Index>(), hour in 0_i8..24, minute in 0_i8..60, start in 1_700_000_000_i64..1_900_000_000,
    ) {
        let names: Vec<String> = TimeZoneDatabase::bundled().available().map(|name| name.to_string()).collect();
        let schedule = schedule(&names[name.index(names.len())], hour, minute);
        let now = Timestamp::from_second(start).expect("in range");
        let next = schedule.next(now, None).expect("there is always one");
        prop_assert!(next.at > now);
        prop_assert!(next.at.duration_since(now) <= SignedDuration::from_hours(49));
        prop_assert_eq!(schedule.next(next.at - 1.nanosecond(), None), Some(next));
        let before = schedule.slot(next.day.yesterday().expect("in range"));
        prop_assert!(before.is_none_or(|slot| slot.at <= now));
    }
}

/// Where proptest keeps its index.
use proptest::sample as prop_index;

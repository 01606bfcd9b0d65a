//! When a channel gets its post: pure, from a time of day and a zone.
//!
//! A slot is a channel's post of one local date. It is due at the chosen time of that date:
//! - where the clocks go forward over that time, at the first instant after the gap;
//! - where they go back over it, the first time that it comes;
//! - a date that the clocks leave out altogether (Samoa had no 30 December 2011) has no slot.
//!
//! Nothing is remembered but the date of a slot, so a zone that is changed, by a manager or by law, moves the slots
//! to come and repeats none.

use jiff::civil::{Date, Time};
use jiff::tz::{AmbiguousOffset, TimeZone};
use jiff::{SignedDuration, Timestamp, ToSpan};

/// How late a post may be: after the bot was down for longer, a slot is recorded as missed. A quarter of a day still is
/// "today" for most readers, and a bot that was down over night says good morning only once.
pub const CATCH_UP: SignedDuration = SignedDuration::from_hours(6);
/// Dates looked at for the next slot. Two suffice everywhere and always, but where a date is left out.
const DATES_LOOKED_AT: i32 = 8;

/// A time of day in a zone.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// The time of day.
    pub time: Time,
    /// The zone.
    pub zone: TimeZone,
}

/// The post of a local date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Slot {
    /// When it is due.
    pub at: Timestamp,
    /// The date.
    pub day: Date,
}

/// How a slot stands to the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not due yet.
    Early,
    /// It is to be posted.
    Due,
    /// It is too late for it.
    Missed,
}

impl Schedule {
    /// The slot of a date; none when the date does not exist in the zone.
    pub fn slot(&self, day: Date) -> Option<Slot> {
        let wanted = day.to_datetime(self.time);
        let (before, after) = match self.zone.to_ambiguous_timestamp(wanted).offset() {
            AmbiguousOffset::Unambiguous { offset } | AmbiguousOffset::Fold { before: offset, .. } => {
                return Some(Slot { at: offset.to_timestamp(wanted).ok()?, day });
            }
            AmbiguousOffset::Gap { before, after } => (before, after),
        };
        // By the old offset the time lies in the gap or at its start, so the change came at or just before this.
        let inside = before.to_timestamp(wanted).ok()?;
        let change = self.zone.preceding(inside.checked_add(1.nanosecond()).ok()?).next()?.timestamp();
        // What the clocks leave out lies between these; a part of the date outside of it is enough to have a post.
        let (from, to) = (before.to_datetime(change), after.to_datetime(change));
        let exists = from > day.to_datetime(Time::midnight()) || to.date() <= day;
        exists.then_some(Slot { at: change, day })
    }

    /// The first slot that is due after an instant, and whose date is later than a given one.
    pub fn next(&self, after: Timestamp, later_than: Option<Date>) -> Option<Slot> {
        // A gap at the end of a day moves its slot into the next one.
        let yesterday = after.to_zoned(self.zone.clone()).date().yesterday().ok()?;
        let first = later_than.and_then(|day| day.tomorrow().ok()).map_or(yesterday, |day| day.max(yesterday));
        let dates = (0..DATES_LOOKED_AT).filter_map(|days| first.checked_add(days.days()).ok());
        dates.filter_map(|day| self.slot(day)).find(|slot| slot.at > after)
    }
}

impl Slot {
    /// How the slot stands to the clock.
    pub fn standing(&self, now: Timestamp) -> Standing {
        if now < self.at {
            Standing::Early
        } else if now.duration_since(self.at) <= CATCH_UP {
            Standing::Due
        } else {
            Standing::Missed
        }
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;

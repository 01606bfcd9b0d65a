//! Dates -> places on the line of time.
//!
//! Two thirds of what happened lie in half a year, and decades before it are nearly empty. So time is not drawn to
//! scale: a gap takes room by a root of its days. The order is kept, and the years that are written tell the rest.

use jiff::civil::Date;

/// The power of a gap's days that its room grows with: 1 would be to scale and leave no room for 2020, 0 would show no
/// gaps at all.
const POWER: f32 = 0.35;

/// A line of time.
#[derive(Clone, Debug)]
pub(super) struct Axis {
    points: Vec<(Date, f32)>,
}

impl Axis {
    /// A line for these dates from `left` to `right`.
    pub(super) fn new(dates: impl IntoIterator<Item = Date>, left: f32, right: f32) -> Self {
        let mut dates: Vec<Date> = dates.into_iter().collect();
        dates.sort_unstable();
        dates.dedup();
        let mut whole = 0.0;
        let mut points: Vec<(Date, f32)> = Vec::with_capacity(dates.len());
        for date in dates {
            if let Some((before, _)) = points.last() {
                whole += days(*before, date).powf(POWER);
            }
            points.push((date, whole));
        }
        for (_, at) in &mut points {
            *at = if whole > 0.0 { left + *at / whole * (right - left) } else { left };
        }
        Self { points }
    }

    /// Where a date is; one outside is at the nearer end.
    pub(super) fn place(&self, date: Date) -> f32 {
        let after = self.points.partition_point(|(known, _)| *known < date);
        match (after.checked_sub(1).and_then(|at| self.points.get(at)), self.points.get(after)) {
            (_, Some((known, at))) if *known == date => *at,
            (Some((from, left)), Some((to, right))) => {
                left + (right - left) * (days(*from, date) / days(*from, *to)).min(1.0)
            }
            (Some((_, at)), None) | (None, Some((_, at))) => *at,
            (None, None) => 0.0,
        }
    }

    /// The first days of the years within, and the year of the first date, each with its place; those in which
    /// something happened are marked.
    pub(super) fn years(&self) -> Vec<(i16, f32, bool)> {
        let (Some((first, left)), Some((last, _))) = (self.points.first(), self.points.last()) else {
            return Vec::new();
        };
        let is_full = |year: i16| self.points.iter().any(|(date, _)| date.year() == year);
        let begins = (first.year() + 1..=last.year()).filter_map(|year| {
            let day = Date::new(year, 1, 1).ok()?;
            Some((year, self.place(day), is_full(year)))
        });
        std::iter::once((first.year(), *left, true)).chain(begins).collect()
    }
}

fn days(from: Date, to: Date) -> f32 {
    let days = from.duration_until(to).as_secs() / 86_400;
    // A picture is a thousand points wide and the calendar some million days long.
    f32::from(u16::try_from(days).unwrap_or(u16::MAX))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn is(place: f32, expected: f32) -> bool {
        (place - expected).abs() < 0.01
    }

    #[test]
    fn places_keep_the_order_and_stay_within() {
        let dates = [date(1992, 4, 10), date(2020, 8, 13), date(2020, 9, 15), date(2026, 6, 15)];
        let axis = Axis::new(dates, 10.0, 110.0);
        let places: Vec<f32> = dates.iter().map(|&date| axis.place(date)).collect();
        assert!(places.is_sorted() && is(places[0], 10.0) && is(places[3], 110.0), "{places:?}");
        assert!(is(axis.place(date(1900, 1, 1)), 10.0));
        assert!(is(axis.place(date(2030, 1, 1)), 110.0));
        let years = axis.years();
        assert_eq!((years[0].0, years.last().map(|it| it.0)), (1992, Some(2026)));
        assert!(years.is_sorted_by_key(|(_, at, _)| *at));
    }

    #[test]
    fn one_date_and_none_have_a_place_too() {
        assert!(is(Axis::new([date(2020, 1, 1)], 5.0, 9.0).place(date(2020, 1, 1)), 5.0));
        assert!(is(Axis::new([], 5.0, 9.0).place(date(2020, 1, 1)), 0.0));
    }
}

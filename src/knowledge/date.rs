//! Dates as sources give them: a year, a month of a year, or a day.

use std::fmt;
use std::str::FromStr;

pub use crate::text::months::MONTHS;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date with the precision that its source supports.
///
/// The derived order puts `2020` before `2020-01` before `2020-01-01`, and otherwise follows the calendar.
///
/// ```
/// use accords::knowledge::date::PartialDate;
/// let day: PartialDate = "2020-09-15".parse()?;
/// assert_eq!(day.to_string(), "15 September 2020");
/// assert!("2020-12".parse::<PartialDate>()?.contains("2020-12-22".parse()?));
/// # Ok::<(), accords::knowledge::date::DateError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    year: i16,
    month: Option<i8>,
    day: Option<i8>,
}

/// Why a text is not a date.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("`{0}` is not a date; write YYYY, YYYY-MM or YYYY-MM-DD, and a day that exists")]
pub struct DateError(String);

impl PartialDate {
    /// A whole year.
    pub fn from_year(year: i16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month of a year; none when the month is not 1 to 12.
    pub fn from_month(year: i16, month: i8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month: Some(month), day: None })
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<i8> {
        self.month
    }

    /// The calendar day, where the date is exact to the day.
    pub fn day(self) -> Option<Date> {
        match (self.month, self.day) {
            (Some(month), Some(day)) => Date::new(self.year, month, day).ok(),
            _ => None,
        }
    }

    /// The first day that the date may mean.
    pub fn first(self) -> Date {
        Date::new(self.year, self.month.unwrap_or(1), self.day.unwrap_or(1)).expect("checked when the date was made")
    }

    /// The last day that the date may mean.
    pub fn last(self) -> Date {
        match (self.month, self.day) {
            (_, Some(_)) => self.first(),
            (Some(_), None) => self.first().last_of_month(),
            (None, _) => self.first().last_of_year(),
        }
    }

    /// Whether `other` lies wholly within this date (a day in its month, a month in its year).
    pub fn contains(self, other: Self) -> bool {
        self.first() <= other.first() && other.last() <= self.last()
    }

    /// Whether the two could mean the same day.
    pub fn overlaps(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// `2020-09-15`, `2020-09` or `2020`.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self { year: date.year(), month: Some(date.month()), day: Some(date.day()) }
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        parse(text).ok_or_else(|| DateError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<PartialDate> {
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then_some(())?;
        part.parse::<i16>().ok()
    };
    let mut parts = text.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2)).map_or(Some(None), |m| m.map(Some))?;
    let day = parts.next().map(|part| number(part, 2)).map_or(Some(None), |d| d.map(Some))?;
    if parts.next().is_some() || year == 0 {
        return None;
    }
    match (month, day) {
        (None, _) => Some(PartialDate::from_year(year)),
        (Some(month), None) => PartialDate::from_month(year, i8::try_from(month).ok()?),
        (Some(month), Some(day)) => {
            Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Into::into)
        }
    }
}

/// As English prose: `15 September 2020`, `September 2020` or `2020`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = |m: i8| MONTHS[usize::try_from(m - 1).unwrap_or_default()];
        match (self.month, self.day) {
            (Some(m), Some(d)) => write!(f, "{d} {} {}", month(m), self.year),
            (Some(m), None) => write!(f, "{} {}", month(m), self.year),
            _ => write!(f, "{}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_each_precision_and_refuses_what_is_no_date() {
        for (text, shown) in [("2020", "2020"), ("2020-12", "December 2020"), ("2024-02-29", "29 February 2024")] {
            let date: PartialDate = text.parse().expect(text);
            assert_eq!((date.to_string().as_str(), date.iso().as_str()), (shown, text));
        }
        for text in ["", "20", "2020-13", "2021-02-29", "2020-1-1", "2020-09-15-1", "0000", "+020", "2020-09-15 "] {
            assert!(text.parse::<PartialDate>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_day_lies_in_its_month_and_its_year() {
        let day: PartialDate = "2020-12-22".parse().expect("a day");
        let month: PartialDate = "2020-12".parse().expect("a month");
        let year: PartialDate = "2020".parse().expect("a year");
        assert!(month.contains(day) && year.contains(day) && year.contains(month));
        assert!(!day.contains(month) && day.overlaps(month) && month.overlaps(day));
        assert_eq!(month.last().to_string(), "2020-12-31");
    }
}

//! Days as people type them: of the year, and of a year.

use jiff::civil::Date;

use crate::knowledge::date::{MONTHS, PartialDate};
use crate::knowledge::date_mentions::{Mentioned, find_dates};
use crate::text::tokens::tokenise;

/// A leap year, so that 29 February is a day of the year.
const LEAP_YEAR: i16 = 2024;

/// The month and day that the text names: `15 September`, `sept 15`, `09-15`, `2020-09-15`, `today`.
///
/// None for what names no day or could name two, such as `9/10`.
pub fn parse(text: &str, today: Date) -> Option<(i8, i8)> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "today" => return Some((today.month(), today.day())),
        "tomorrow" => return today.tomorrow().ok().map(|date| (date.month(), date.day())),
        "yesterday" => return today.yesterday().ok().map(|date| (date.month(), date.day())),
        _ => {}
    }
    numeric(&text).or_else(|| worded(&text))
}

/// The day, month or year that the text names: `1 November 2020`, `2020-11`, `2020`, `today`.
///
/// None for what names none, or more than one.
pub fn date(text: &str, today: Date) -> Option<PartialDate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "today" | "now" => return Some(today.into()),
        "yesterday" => return today.yesterday().ok().map(PartialDate::from),
        _ => {}
    }
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let tokens = tokenise(&text);
    match find_dates(&tokens)[..] {
        [one] if one.count == tokens.len() => match one.date {
            Mentioned::Dated(date) => Some(date),
            Mentioned::Yearly(..) | Mentioned::Month(_) => None,
        },
        _ => None,
    }
}

/// "15 September"
pub fn written(month: i8, day: i8) -> String {
    let name = usize::try_from(month - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or_default();
    format!("{day} {name}")
}

fn numeric(text: &str) -> Option<(i8, i8)> {
    let parts: Vec<&str> = text.split('-').collect();
    if !parts.iter().all(|part| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts[..] {
        [year, month, day] if year.len() == 4 => on(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?),
        [month, day] => on(LEAP_YEAR, month.parse().ok()?, day.parse().ok()?),
        _ => None,
    }
}

fn worded(text: &str) -> Option<(i8, i8)> {
    let (mut month, mut day, mut year) = (None, None, None);
    for word in text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !matches!(*word, "" | "of" | "the")) {
        // A second day, month or year leaves open which one is meant.
        let is_first = match digits(word) {
            Some(digits) if digits.len() == 4 => year.replace(digits.parse().ok()?).is_none(),
            Some(digits) => day.replace(digits.parse().ok()?).is_none(),
            None => month.replace(month_named(word)?).is_none(),
        };
        is_first.then_some(())?;
    }
    on(year.unwrap_or(LEAP_YEAR), month?, day?)
}

/// The digits of `15`, `15th` or `2020`.
fn digits(word: &str) -> Option<&str> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    (!bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit())).then_some(bare)
}

/// The month of `september`, `sept` or `sep.`; three letters tell them all apart.
fn month_named(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.');
    let at = MONTHS.iter().position(|month| word.len() >= 3 && month.to_lowercase().starts_with(word))?;
    i8::try_from(at + 1).ok()
}

fn on(year: i16, month: i8, day: i8) -> Option<(i8, i8)> {
    Date::new(year, month, day).ok().map(|date| (date.month(), date.day()))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        let today = date(2026, 12, 31);
        let table = [
            ("15 September", Some((9, 15))),
            ("september 15th, 2020", Some((9, 15))),
            ("the 15th of Sept.", Some((9, 15))),
            ("09-15", Some((9, 15))),
            ("2020-09-15", Some((9, 15))),
            ("29 February", Some((2, 29))),
            ("2021-02-29", None),
            ("31 June", None),
            ("9/10", None),
            ("15", None),
            ("ma 5", None),
            ("May", None),
            ("soon", None),
            ("", None),
            ("15 15 September", None),
            ("Today", Some((12, 31))),
            ("tomorrow", Some((1, 1))),
            ("yesterday", Some((12, 30))),
        ];
        for (typed, expected) in table {
            assert_eq!(parse(typed, today), expected, "{typed}");
        }
    }

    #[test]
    fn dates_are_read_with_their_year() {
        let read = |text: &str| super::date(text, date(2026, 7, 1)).map(PartialDate::iso);
        for (typed, expected) in [
            ("1 November 2020", Some("2020-11-01")),
            ("Sept 15, 2020", Some("2020-09-15")),
            (" 2020-11 ", Some("2020-11")),
            ("november 2020", Some("2020-11")),
            ("2020", Some("2020")),
            ("today", Some("2026-07-01")),
            ("15 September", None),
            ("1 November 2020 or 2021", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(read(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn days_are_written_out() {
        assert_eq!(written(2, 29), "29 February");
    }
}

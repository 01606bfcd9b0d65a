//! Dates as people write them in a text: `15 September 2020`, `Sept. 15th, 2020`, `2020-09-15`, `15/9/2020`, `March 2022`, `2021`, `13 August`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::date::{MONTHS, PartialDate};
use crate::text::tokens::Token;

/// The years that count as years; other numbers of four digits are just numbers.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;

/// The shortest beginning of a month's name that stands for it ("Sep").
const SHORTEST_MONTH: usize = 3;

/// What a mention says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mentioned {
    /// A year, a month of a year, or a day.
    Dated(PartialDate),
    /// A day of every year: month and day.
    Yearly(i8, i8),
    /// A month of every year.
    Month(i8),
}

/// A date and where it stands in a list of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateMention {
    /// Index of its first token.
    pub first: usize,
    /// How many tokens it covers.
    pub count: usize,
    /// What it says.
    pub date: Mentioned,
}

impl DateMention {
    /// Whether it covers the token.
    pub fn covers(&self, token: usize) -> bool {
        (self.first..self.first + self.count).contains(&token)
    }
}

/// All dates of a text from left to right; the longest reading at each place.
pub fn find_dates(tokens: &[Token]) -> Vec<DateMention> {
    let mut found = Vec::new();
    let mut first = 0;
    while first < tokens.len() {
        match at(&tokens[first..]).or_else(|| short_year(tokens, first)) {
            Some((count, date)) => {
                found.push(DateMention { first, count, date });
                first += count;
            }
            None => first += 1,
        }
    }
    found
}

fn at(tokens: &[Token]) -> Option<(usize, Mentioned)> {
    // Most words are neither a figure nor a month.
    if !tokens.first()?.folded.starts_with(|c: char| c.is_ascii_digit()) {
        return month_first(tokens);
    }
    numeric(tokens).or_else(|| day_first(tokens)).or_else(|| month_first(tokens)).or_else(|| {
        let year = year(tokens.first()?)?;
        Some((1, Mentioned::Dated(PartialDate::from_year(year))))
    })
}

/// `94` of "in 94" at the end of a sentence or clause, or of "the 94 peace deal": a year of the last century, because "in 20"
/// may be of days or countries.
fn short_year(tokens: &[Token], at: usize) -> Option<(usize, Mentioned)> {
    const SHORT_YEARS: std::ops::RangeInclusive<i16> = 48..=99;
    let number = tokens[at].folded.parse::<i16>().ok().filter(|number| SHORT_YEARS.contains(number))?;
    let before = if at > 0 { tokens[at - 1].folded.as_str() } else { "" };
    let ends = tokens.get(at + 1).is_none_or(|next| next.after_comma || next.sentence != tokens[at].sentence);
    let is_text = |token: &Token| {
        matches!(token.folded.as_str(), "treaty" | "deal" | "accord" | "accords" | "agreement" | "pact" | "declaration")
    };
    let is_of_a_text = before == "the" && tokens[at + 1..].iter().take(2).any(is_text);
    let is_a_year = (ends && matches!(before, "in" | "of" | "since" | "from")) || is_of_a_text;
    is_a_year.then(|| (1, Mentioned::Dated(PartialDate::from_year(1900 + number))))
}

/// `2020-09-15`, `2020-09`, `15/09/2020` and `09/15/2020` where only one reading is a date.
fn numeric(tokens: &[Token]) -> Option<(usize, Mentioned)> {
    let number = |at: usize| tokens.get(at).and_then(|t| t.folded.parse::<i16>().ok());
    let small = |at: usize| number(at).and_then(|n| i8::try_from(n).ok());
    let linked = |at: usize| tokens.get(at).is_some_and(|t| t.joined);
    if let Some(year) = year(tokens.first()?) {
        let month = small(1).filter(|_| linked(1))?;
        if let Some(day) = small(2).filter(|_| linked(2)) {
            return Some((3, Mentioned::Dated(Date::new(year, month, day).ok()?.into())));
        }
        return Some((2, Mentioned::Dated(PartialDate::from_month(year, month)?)));
    }
    let year = year(tokens.get(2)?)?;
    let (first, second) = (small(0)?, small(1)?);
    let readings = [(second, first), (first, second)].map(|(month, day)| Date::new(year, month, day).ok());
    match readings {
        [Some(one), Some(other)] if one != other => Some((3, Mentioned::Dated(PartialDate::from_year(year)))),
        [Some(date), _] | [None, Some(date)] => Some((3, Mentioned::Dated(date.into()))),
        [None, None] => None,
    }
}

/// `15 September 2020`, `15th of September`.
fn day_first(tokens: &[Token]) -> Option<(usize, Mentioned)> {
    let day = day(tokens.first()?)?;
    // "6 or 7 January 2021", "27-28 March": the first day shares the month and year of the second.
    let skipped = usize::from(matches!(tokens.get(1)?.folded.as_str(), "or" | "and" | "to"))
        + usize::from(tokens.get(2).is_some_and(|token| token.folded == "on"));
    if (skipped > 0 || tokens[1].joined) && self::day(tokens.get(1 + skipped)?).is_some() {
        return match single_day(&tokens[1 + skipped..])?.1 {
            Mentioned::Dated(date) => {
                Some((1, Mentioned::Dated(Date::new(date.year(), date.month()?, day).ok()?.into())))
            }
            Mentioned::Yearly(month, _) => Some((1, yearly(month, day)?)),
            Mentioned::Month(_) => None,
        };
    }
    single_day(tokens)
}

/// `15 September 2020` and nothing shared.
fn single_day(tokens: &[Token]) -> Option<(usize, Mentioned)> {
    let day = day(tokens.first()?)?;
    let of = usize::from(tokens.get(1)?.folded == "of");
    let month = month(tokens.get(1 + of)?)?;
    with_year(tokens, 2 + of, month, day)
}

/// `September 15, 2020`, `September the 15th`, `September 2020`, `September`.
fn month_first(tokens: &[Token]) -> Option<(usize, Mentioned)> {
    let month = month(tokens.first()?)?;
    let the = usize::from(tokens.get(1).is_some_and(|t| t.folded == "the"));
    if let Some(day) = tokens.get(1 + the).and_then(day) {
        return with_year(tokens, 2 + the, month, day);
    }
    let of = usize::from(tokens.get(1).is_some_and(|t| t.folded == "of"));
    match tokens.get(1 + of).and_then(year) {
        Some(year) => Some((2 + of, Mentioned::Dated(PartialDate::from_month(year, month)?))),
        // "may" and "march" alone are verbs; "sep" and the like alone are hardly ever meant as dates.
        None if MONTHS[usize::try_from(month - 1).ok()?].eq_ignore_ascii_case(&tokens[0].folded)
            && !matches!(month, 3 | 5) =>
        {
            Some((1, Mentioned::Month(month)))
        }
        None => None,
    }
}

fn with_year(tokens: &[Token], next: usize, month: i8, day: i8) -> Option<(usize, Mentioned)> {
    let of = usize::from(tokens.get(next).is_some_and(|t| t.folded == "of" || t.folded == "in"));
    if let Some(year) = tokens.get(next + of).and_then(year) {
        return Some((next + of + 1, Mentioned::Dated(Date::new(year, month, day).ok()?.into())));
    }
    Some((next, yearly(month, day)?))
}

/// A day of every year, if some year has it.
fn yearly(month: i8, day: i8) -> Option<Mentioned> {
    const LEAP_YEAR: i16 = 2024;
    Date::new(LEAP_YEAR, month, day).ok().map(|_| Mentioned::Yearly(month, day))
}

fn year(token: &Token) -> Option<i16> {
    (token.folded.len() == 4).then(|| token.folded.parse().ok())?.filter(|year| YEARS.contains(year))
}

fn day(token: &Token) -> Option<i8> {
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|end| token.folded.strip_suffix(end)).unwrap_or(&token.folded);
    let digits = !bare.is_empty() && bare.len() <= 2 && bare.bytes().all(|b| b.is_ascii_digit());
    bare.parse().ok().filter(|day| digits && (1..=31).contains(day))
}

/// The month that a word names: in full, or by a beginning of three letters and more.
fn month(token: &Token) -> Option<i8> {
    let word = if token.folded == "sept" { "sep" } else { &token.folded };
    if word.len() < SHORTEST_MONTH || !word.starts_with(|c: char| "jfmasond".contains(c.to_ascii_lowercase())) {
        return None;
    }
    let at = MONTHS.iter().position(|name| {
        let begins = name.get(..word.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(word));
        begins && (name.len() == word.len() || word.len() == SHORTEST_MONTH)
    })?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokens::tokenise;

    #[test]
    fn reads_dates_as_people_write_them() {
        let table = [
            ("on 15 September 2020", "2020-09-15"),
            ("Sept. 15th, 2020", "2020-09-15"),
            ("September the 15th 2020", "2020-09-15"),
            ("the 15th of September, 2020", "2020-09-15"),
            ("2020-09-15", "2020-09-15"),
            ("15/9/2020", "2020-09-15"),
            ("9/15/2020", "2020-09-15"),
            ("5/6/2020", "2020"),
            ("in march 2022", "2022-03"),
            ("back in 2021", "2021"),
        ];
        for (text, expected) in table {
            let found: Vec<_> = find_dates(&tokenise(text)).into_iter().map(|m| m.date).collect();
            assert_eq!(found, [Mentioned::Dated(expected.parse().expect("a date"))], "{text}");
        }
    }

    #[test]
    fn days_without_a_year_come_every_year() {
        let of = |text: &str| find_dates(&tokenise(text)).into_iter().map(|m| m.date).collect::<Vec<_>>();
        assert_eq!(of("what happened on 13 august"), [Mentioned::Yearly(8, 13)]);
        assert_eq!(of("29 february"), [Mentioned::Yearly(2, 29)]);
        assert_eq!(of("what may happen in march"), []);
        // A day that does not exist leaves its year; a number is no date.
        assert_eq!(of("2021-02-29 or 335 million"), [Mentioned::Dated(PartialDate::from_year(2021))]);
    }

    #[test]
    fn days_share_the_month_and_year_that_follow() {
        let of = |text: &str| find_dates(&tokenise(text)).into_iter().map(|m| m.date).collect::<Vec<_>>();
        let day = |text: &str| Mentioned::Dated(text.parse().expect("a day"));
        assert_eq!(of("on 6 or on 7 January 2021"), [day("2021-01-06"), day("2021-01-07")]);
        assert_eq!(of("27-28 March 2022"), [day("2022-03-27"), day("2022-03-28")]);
        // What no year has is no day.
        assert_eq!(of("31 or 8 June"), [Mentioned::Yearly(6, 8)]);
        assert_eq!(of("31 or 8 June 2021"), [day("2021-06-08")]);
    }
}

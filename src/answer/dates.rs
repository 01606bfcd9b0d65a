//! How well a fact fits the dates of a question.

use jiff::civil::Date;

use super::documents::is_of_a_document;
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::{DateMention, Mentioned};
use crate::knowledge::model::{Fact, Knowledge};
use crate::knowledge::vocabulary::FactKind;
use crate::knowledge::years::Years;
use crate::question::Reading;

/// Added when the fact is of the day, month or year asked about.
pub(super) const DATE_FITS: f32 = 0.03;
/// Taken off when no date of the question is the fact's ...
const DATE_LACKS: f32 = 0.03;
/// ... and when the fact is of another date: most often it is another fact.
const OTHER_DATE: f32 = 0.18;

/// The dates of a question.
pub(super) struct Dates {
    /// Each as a text may write it.
    named: Vec<(Mentioned, String)>,
    /// Those of them after or before which something was.
    bounds: Vec<Bound>,
    /// Whether all of them only say which document is meant: what was done with it may be of any day.
    only_name: bool,
}

impl Dates {
    /// Those that a question names.
    pub(super) fn of(knowledge: &Knowledge, reading: &Reading) -> Self {
        let written = |date| match date {
            Mentioned::Dated(date) => date.to_string(),
            Mentioned::Yearly(..) | Mentioned::Month(_) => String::new(),
        };
        let only_names = |date| matches!(date, Mentioned::Dated(date) if is_of_a_document(knowledge, reading, date));
        Self {
            named: reading.dates.iter().map(|mention| (mention.date, written(mention.date))).collect(),
            bounds: reading.dates.iter().filter_map(|date| Bound::of(reading, date)).collect(),
            only_name: reading.dates.iter().all(|mention| only_names(mention.date)),
        }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// The one year that the question names, if it does not only say before or after when, or which document is meant.
    pub(super) fn year(&self) -> Option<i16> {
        match self.named[..] {
            [(Mentioned::Dated(date), _)] if self.bounds.is_empty() && !self.only_name => Some(date.year()),
            _ => None,
        }
    }

    /// What is added to the score of a fact, and whether it is of another date. `years` are those that its texts name.
    pub(super) fn fit(&self, fact: &Fact, years: Years) -> (f32, bool) {
        let close = self.named.iter().map(|(date, written)| closeness(fact, years, *date, written));
        match close.reduce(f32::max) {
            None => (0.0, false),
            Some(close) if close > 0.0 => (DATE_FITS * close, false),
            Some(_) if self.only_name => (0.0, false),
            Some(_) if self.bounds.iter().any(|bound| bound.holds(fact)) => (0.0, false),
            Some(_) if fact.date.is_some() => (-OTHER_DATE, true),
            Some(_) => (-DATE_LACKS, false),
        }
    }
}

/// A day after or before which something was.
#[derive(Clone, Copy, Debug)]
enum Bound {
    After(Date),
    Before(Date),
}

impl Bound {
    /// "After 7 October", "until 2021", "as of 2022"; none where the day is just that of what is asked about.
    fn of(reading: &Reading, mention: &DateMention) -> Option<Self> {
        let Mentioned::Dated(date) = mention.date else { return None };
        let word = |back: usize| mention.first.checked_sub(back).map(|at| reading.tokens[at].folded.as_str());
        if (word(2), word(1)) == (Some("as"), Some("of")) {
            return Some(Self::Before(date.last()));
        }
        match word(1)? {
            "after" | "since" | "following" => Some(Self::After(date.first())),
            "before" | "until" | "till" => Some(Self::Before(date.last())),
            _ => None,
        }
    }

    fn holds(self, fact: &Fact) -> bool {
        match self {
            Self::After(day) => fact.date.is_some_and(|date| date.last() >= day),
            Self::Before(day) => fact.date.is_some_and(|date| date.first() <= day),
        }
    }
}

/// How close a fact is to a date: 1 when it is of just that day, month or year, less when one holds the other or only its
/// words name it, 0 when it is of another.
fn closeness(fact: &Fact, years: Years, asked: Mentioned, written: &str) -> f32 {
    let is_written = || fact.text.contains(written) || fact.asks.iter().any(|ask| ask.contains(written));
    let named = |date: PartialDate| years.may_have(date.year()) && is_written();
    // A figure published in one year may be of the year before.
    let is_figure_of_another = |asked: PartialDate| {
        fact.kind == FactKind::Statistic && years != Years::default() && !years.may_have(asked.year())
    };
    match (asked, fact.date) {
        (Mentioned::Dated(asked), _) if is_figure_of_another(asked) => 0.0,
        (Mentioned::Dated(asked), Some(from)) => {
            let to = fact.end.unwrap_or(from);
            let (first, last) = (from.first(), to.last());
            let (asked_first, asked_last) = (asked.first(), asked.last());
            let overlaps = first <= asked_last && asked_first <= last;
            let holds = asked_first <= first && last <= asked_last;
            if (first, last) == (asked_first, asked_last) {
                1.0
            } else if overlaps && holds {
                0.7
            } else if overlaps {
                0.5
            } else if named(asked) {
                0.4
            } else {
                0.0
            }
        }
        (Mentioned::Dated(asked), None) => {
            if named(asked) {
                0.4
            } else {
                0.0
            }
        }
        (Mentioned::Yearly(month, day), Some(date)) => {
            let is_day = date.day().is_some_and(|date| (date.month(), date.day()) == (month, day));
            if is_day {
                1.0
            } else if is_short_year(day, date) && date.month() == Some(month) {
                0.7
            } else {
                0.0
            }
        }
        (Mentioned::Month(month), Some(date)) => {
            if date.month() == Some(month) {
                0.7
            } else {
                0.0
            }
        }
        (_, None) => 0.0,
    }
}

/// Whether the figure behind a month, read as a day, may be the year of a date: "feb 22" is a day or a month of 2022.
fn is_short_year(figure: i8, date: PartialDate) -> bool {
    const CENTURY: i16 = 2000;
    date.year() == CENTURY + i16::from(figure)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::question::read;

    #[test]
    fn a_day_after_which_something_was_is_no_other_day() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let fact = knowledge.fact("uae-knesset-ratification-2020-10-15").expect("a fact of that day");
        let of = |text: &str| Dates::of(&knowledge, &read(&knowledge, text)).fit(fact, Years::default());
        assert!(of("on 15 October 2020").0 > 0.0);
        assert_eq!(of("after 15 September 2020"), (0.0, false));
        assert_eq!(of("before 1 January 2021"), (0.0, false));
        assert!(of("oct 20").0 > 0.0 && of("oct 15").0 > 0.0 && of("oct 21").1);
        assert!(of("on 15 September 2020").1 && of("after 1 January 2021").1 && of("before 15 September 2020").1);
    }
}

//! Which years texts name, a bit each: tells most texts that lack a date without searching them.

use serde::{Deserialize, Serialize};

/// The first of the years that have a bit, up to two generations after it.
const FIRST: i16 = 1990;

/// How many digits a year has.
const DIGITS: usize = 4;

/// The years that stand in some texts, as far as they have a bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Years(u64);

impl Years {
    /// The years in texts: any four digits side by side may be one.
    pub(super) fn of<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let years = texts.flat_map(|text| text.as_bytes().windows(DIGITS)).filter_map(year).filter_map(bit);
        Self(years.fold(0, |bits, bit| bits | 1 << bit))
    }

    /// Whether a year may stand in one of the texts; of a year that has no bit it is not known.
    ///
    /// ```
    /// use accords::knowledge::years::Years;
    /// assert!(!Years::default().may_have(2020));
    /// assert!(Years::default().may_have(1948));
    /// ```
    pub fn may_have(self, year: i16) -> bool {
        bit(year).is_none_or(|bit| self.0 & 1 << bit != 0)
    }
}

fn bit(year: i16) -> Option<u32> {
    u32::try_from(year.checked_sub(FIRST)?).ok().filter(|bit| *bit < u64::BITS)
}

fn year(digits: &[u8]) -> Option<i16> {
    digits.iter().try_fold(0i16, |year, digit| {
        digit.is_ascii_digit().then(|| year.checked_mul(10)?.checked_add(i16::from(digit - b'0'))).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_that_a_text_has_is_never_missing() {
        let years = Years::of(["On 15 September 2020", "120211", "9999"].into_iter());
        for year in [2020, 1202, 2021, 211] {
            assert!(years.may_have(year), "{year}");
        }
        assert!(!years.may_have(2022) && !years.may_have(1999));
    }
}

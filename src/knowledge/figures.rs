//! Whether a sentence gives a number, and of what kind.

use serde::{Deserialize, Serialize};

use super::date_mentions::find_dates;
use crate::text::numbers::figures;
use crate::text::tokens::{Token, tokenise};

/// Words for larger numbers, and for a part of one.
const LARGE: [&str; 3] = ["dozen", "hundred", "half"];

/// Signs and words of sums of money.
const MONEY: [&str; 11] = ["$", "€", "£", "dollar", "euro", "shekel", "dirham", "pound", "NIS", "rupee", "per barrel"];

/// Signs and words of shares of a whole.
const SHARES: [&str; 4] = ["%", "per cent", "percent", "percentage"];

/// What kinds of number a sentence gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// A number besides its dates, in figures or in words.
    pub any: bool,
    /// A sum of money.
    pub money: bool,
    /// A share of a whole.
    pub share: bool,
}

impl Figures {
    /// The numbers of a sentence.
    pub(super) fn of(sentence: &str) -> Self {
        let says = |signs: &[&str]| signs.iter().any(|sign| sentence.contains(sign));
        let any = has_figure(sentence);
        Self { any, money: any && says(&MONEY), share: any && says(&SHARES) }
    }
}

/// Whether a sentence has a figure besides its dates, or a number in words.
fn has_figure(sentence: &str) -> bool {
    let tokens = tokenise(sentence);
    let dates = find_dates(&tokens);
    tokens.iter().enumerate().any(|(at, token)| is_number(token) && !dates.iter().any(|date| date.covers(at)))
}

/// The number that a word gives, written in figures where it can be: "7" of "seven", "335" of "335m".
pub fn numeral(token: &Token) -> Option<&str> {
    let word = token.folded.as_str();
    if !is_number(token) {
        return None;
    }
    Some(figures(word).unwrap_or_else(|| word.trim_end_matches(char::is_alphabetic)))
}

/// Whether a word is a number, in figures or in words; of a date it may be a part.
pub fn is_number(token: &Token) -> bool {
    let word = token.folded.as_str();
    // "One" is more often a pronoun.
    let is_word = || word != "one" && (figures(word).is_some() || LARGE.contains(&word));
    word.starts_with(|c: char| c.is_ascii_digit()) || is_word()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_and_shares_are_told_from_counts() {
        let kinds = |sentence| {
            let figures = Figures::of(sentence);
            (figures.any, figures.money, figures.share)
        };
        assert_eq!(kinds("Some 700 guests came."), (true, false, false));
        assert_eq!(kinds("It is worth US$335 million."), (true, true, false));
        assert_eq!(kinds("It frees 96% of goods."), (true, false, true));
        assert_eq!(kinds("It is paid in dollars."), (false, false, false));
    }

    #[test]
    fn a_number_is_the_same_in_words_and_with_a_unit() {
        let numerals =
            |text: &str| tokenise(text).iter().map(|token| numeral(token).map(str::to_owned)).collect::<Vec<_>>();
        assert_eq!(numerals("seven 335m guests"), [Some("7".to_owned()), Some("335".to_owned()), None]);
    }

    #[test]
    fn a_date_is_no_figure() {
        assert!(!has_figure("Bahrain signed on 15 September 2020."));
        assert!(has_figure("On 15 September 2020 some 700 guests came."));
        assert!(has_figure("The treaty has twelve articles."));
    }
}

//! Whether a sentence gives a number.

use super::date_mentions::find_dates;
use crate::text::tokens::{Token, tokenise};

/// Numbers in words; "one" is more often a pronoun.
const WORDS: [&str; 13] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen", "hundred"];

/// Whether a sentence has a figure besides its dates, or a number in words.
pub(super) fn has_figure(sentence: &str) -> bool {
    let tokens = tokenise(sentence);
    let dates = find_dates(&tokens);
    tokens.iter().enumerate().any(|(at, token)| is_number(token) && !dates.iter().any(|date| date.covers(at)))
}

/// Whether a word is a number, in figures or in words; of a date it may be a part.
pub fn is_number(token: &Token) -> bool {
    token.folded.starts_with(|c: char| c.is_ascii_digit()) || WORDS.contains(&token.folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_no_figure() {
        assert!(!has_figure("Bahrain signed on 15 September 2020."));
        assert!(has_figure("On 15 September 2020 some 700 guests came."));
        assert!(has_figure("The treaty has twelve articles."));
    }
}

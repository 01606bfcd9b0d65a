//! The article, paragraph or annex of a text that a sentence or a question names by its number.

use std::collections::BTreeSet;

use compact_str::format_compact;
use serde::{Deserialize, Serialize};

use crate::text::numbers::{figures, figures_of_two};
use crate::text::tokens::{Token, tokenise};

/// Parts of a text that have numbers.
const PARTS: [&str; 8] = ["article", "articles", "art", "paragraph", "para", "clause", "section", "annex"];

/// Ordinals in words, from one on.
const ORDINALS: [&str; 12] = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
];

/// The Roman figures of one to nine.
const UNITS: [&str; 9] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"];

/// An article or other part of a text, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Article(u32);

/// The parts that some texts name by their numbers; sorted, without doubles.
pub(super) fn articles<'t>(texts: impl Iterator<Item = &'t str>) -> BTreeSet<Article> {
    let named = |text| {
        let tokens = tokenise(text);
        (0..tokens.len()).filter_map(|at| numbered(&tokens, at)).collect::<Vec<_>>()
    };
    texts.flat_map(named).collect()
}

/// The part that a text names by its number, if it names one.
///
/// ```
/// use accords::knowledge::article::article;
/// use accords::text::tokens::tokenise;
/// let of = |text| article(&tokenise(text));
/// assert_eq!(of("What does article 5 say?"), of("the fifth article"));
/// assert_eq!(of("Article V of the treaty"), of("art. 5"));
/// assert_eq!(of("Article XXIV of the treaty"), of("article 24"));
/// assert_eq!(of("How many articles has it?"), None);
/// ```
pub fn article(tokens: &[Token]) -> Option<Article> {
    (0..tokens.len()).find_map(|at| numbered(tokens, at))
}

/// Puts the numbers of parts in figures, so that "Article XXIV" speaks of what "Article 24" speaks of.
pub(super) fn in_figures(tokens: &mut [Token]) {
    for at in 1..tokens.len() {
        let is_of_a_part = PARTS.contains(&tokens[at - 1].folded.as_str());
        if let Some(number) = roman(&tokens[at].folded).filter(|_| is_of_a_part) {
            tokens[at].folded = format_compact!("{number}");
            tokens[at].stem.clone_from(&tokens[at].folded);
        }
    }
}

/// The number after the word for a part ("article 5", "Article V"), or before it ("the fifth article").
fn numbered(tokens: &[Token], at: usize) -> Option<Article> {
    if !PARTS.contains(&tokens[at].folded.as_str()) {
        return None;
    }
    let next = |ahead: usize| tokens.get(at + ahead).map(|token| token.folded.as_str());
    // "Article twenty-three"
    let of_two = || figures_of_two(next(1)?, next(2)?)?.parse().ok();
    let after = of_two().or_else(|| next(1).and_then(|word| figure(word, false)));
    let before = || at.checked_sub(1).and_then(|before| figure(&tokens[before].folded, true));
    after.or_else(before).map(Article)
}

/// The number that a word gives; as an ordinal only where it stands before what it counts ("nine articles" is a count).
fn figure(word: &str, is_ordinal: bool) -> Option<u32> {
    if is_ordinal {
        let plain = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        let written = || ORDINALS.iter().position(|ordinal| word == *ordinal);
        plain.and_then(|plain| plain.parse().ok()).or_else(|| u32::try_from(written()? + 1).ok())
    } else {
        figures(word).unwrap_or(word).parse().ok().or_else(|| roman(word))
    }
}

/// The number in Roman figures up to thirty-nine: no text here has more parts.
fn roman(word: &str) -> Option<u32> {
    const MOST_TENS: usize = 3;
    let rest = word.trim_start_matches('x');
    // The x of "ix" is no ten; of "xix" only the first is.
    let tens = word.len() - rest.len();
    let units = if rest.is_empty() { 0 } else { UNITS.iter().position(|unit| rest == *unit)? + 1 };
    let number = u32::try_from(10 * tens + units).ok()?;
    (tens <= MOST_TENS && number > 0).then_some(number)
}

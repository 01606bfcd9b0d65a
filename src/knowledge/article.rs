//! The article, paragraph or annex of a text that a sentence or a question names by its number.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::text::numbers::figures;
use crate::text::tokens::{Token, tokenise};

/// Parts of a text that have numbers.
const PARTS: [&str; 8] = ["article", "articles", "art", "paragraph", "para", "clause", "section", "annex"];

/// Roman figures and ordinals, from one on.
const WRITTEN: [[&str; 2]; 12] = [
    ["i", "first"],
    ["ii", "second"],
    ["iii", "third"],
    ["iv", "fourth"],
    ["v", "fifth"],
    ["vi", "sixth"],
    ["vii", "seventh"],
    ["viii", "eighth"],
    ["ix", "ninth"],
    ["x", "tenth"],
    ["xi", "eleventh"],
    ["xii", "twelfth"],
];

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
/// assert_eq!(of("How many articles has it?"), None);
/// ```
pub fn article(tokens: &[Token]) -> Option<Article> {
    (0..tokens.len()).find_map(|at| numbered(tokens, at))
}

/// The number after the word for a part ("article 5", "Article V"), or before it ("the fifth article").
fn numbered(tokens: &[Token], at: usize) -> Option<Article> {
    if !PARTS.contains(&tokens[at].folded.as_str()) {
        return None;
    }
    let after = tokens.get(at + 1).and_then(|token| figure(&token.folded, false));
    let before = || at.checked_sub(1).and_then(|before| figure(&tokens[before].folded, true));
    after.or_else(before).map(Article)
}

/// The number that a word gives; as an ordinal only where it stands before what it counts ("nine articles" is a count).
fn figure(word: &str, is_ordinal: bool) -> Option<u32> {
    let written = WRITTEN.iter().position(|&[roman, ordinal]| word == if is_ordinal { ordinal } else { roman });
    let plain = if is_ordinal {
        ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))
    } else {
        Some(figures(word).unwrap_or(word))
    };
    plain.and_then(|plain| plain.parse().ok()).or_else(|| written.and_then(|at| u32::try_from(at + 1).ok()))
}

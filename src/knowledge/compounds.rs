//! What belongs to whom in a text: "the Moroccan king", "Bahrain's foreign minister", "the ambassador of Israel".

use super::model::EntityKey;
use super::names::Mention;
use crate::text::tokens::Token;

/// Words that may belong to the name beside them: "foreign minister" is two.
const MOST_WORDS: usize = 2;

/// The pairs of a named entity and the index of a word that belongs to it: it follows the name at once, or stands before "of"
/// and the name.
pub(super) fn compounds(
    tokens: &[Token],
    mentions: &[Mention],
    carries: impl Fn(usize) -> bool,
) -> Vec<(EntityKey, usize)> {
    let mut found = Vec::new();
    for mention in mentions {
        let [entity] = mention.entities[..] else { continue };
        let end = mention.first + mention.count;
        let after = (end..tokens.len()).take(MOST_WORDS).take_while(|&at| carries(at));
        found.extend(after.map(|at| (entity, at)));
        if let Some(of) = of_before(tokens, mention.first) {
            let before = (0..of).rev().take(MOST_WORDS).take_while(|&at| carries(at));
            found.extend(before.map(|at| (entity, at)));
        }
    }
    found
}

/// The place of the "of" before a name, with or without "the" between.
fn of_before(tokens: &[Token], name: usize) -> Option<usize> {
    let is = |at: usize, word: &str| tokens[at].folded == word;
    let before = name.checked_sub(1)?;
    let of = if is(before, "the") { before.checked_sub(1)? } else { before };
    is(of, "of").then_some(of)
}

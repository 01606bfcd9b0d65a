//! Misspelt words -> the words that were meant, where one reading is clear.

use crate::knowledge::index::Index;
use crate::text::normalise::unleet;
use crate::text::similarity::{allowed_edits, edits};
use crate::text::stem::stem;
use crate::text::tokens::Token;

/// A word that was changed: where, from what, to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Index of the token.
    pub token: usize,
    /// As typed.
    pub typed: String,
    /// As read.
    pub read: String,
}

/// Corrects in place the words that the knowledge does not know, and tells which.
///
/// Words under five letters stay; so do words that two known names are equally near to.
pub fn correct(index: &Index, tokens: &mut [Token]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for (at, token) in tokens.iter_mut().enumerate() {
        if index.knows_word(&token.folded) {
            continue;
        }
        if let Some(read) = meant(index, &token.folded) {
            corrections.push(Correction { token: at, typed: token.raw.clone(), read: read.clone() });
            token.stem = stem(&read);
            token.folded = read;
        }
    }
    corrections
}

fn meant(index: &Index, word: &str) -> Option<String> {
    if let Some(plain) = unleet(word).filter(|plain| index.knows_word(plain)) {
        return Some(plain);
    }
    let squeezed = squeeze(word);
    if squeezed != word && index.knows_word(&squeezed) {
        return Some(squeezed);
    }
    if allowed_edits(word.chars().count()) == 0 || word.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    nearest(index, word)
}

/// Letters drawn out for effect ("sooo", "whennn") brought to one.
fn squeeze(word: &str) -> String {
    let mut squeezed = String::new();
    let mut run = 0;
    let mut last = None;
    for c in word.chars() {
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        if run < 3 {
            squeezed.push(c);
        } else if run == 3 {
            squeezed.pop();
        }
    }
    squeezed
}

/// The known word at the fewest edits; a word of a name before another, then the more frequent one. None when two names tie.
fn nearest(index: &Index, word: &str) -> Option<String> {
    let mut letters = word.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let beginnings = [first, second]; // the first two letters may have changed places
    let mut best: Option<(usize, bool, u32, &str)> = None;
    let mut tied = false;
    for known in beginnings.iter().flat_map(|&letter| index.spellings(letter)) {
        let Some(found) = edits(word, known) else { continue };
        let rank = (found, !index.is_name_word(known), u32::MAX - index.frequency(known), known.as_str());
        if best.is_some_and(|best| best.3 == rank.3) {
            continue;
        }
        if best.is_none_or(|best| rank < best) {
            tied = best.is_some_and(|best| best.0 == rank.0 && !best.1 && !rank.1 && stem(best.3) != stem(known));
            best = Some(rank);
        } else if best.is_some_and(|best| best.0 == rank.0 && !best.1 && !rank.1 && stem(best.3) != stem(known)) {
            tied = true;
        }
    }
    best.filter(|_| !tied).map(|best| best.3.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawn_out_letters_close_up() {
        assert_eq!(squeeze("whennn"), "when");
        assert_eq!(squeeze("soooo"), "so");
        assert_eq!(squeeze("embassy"), "embassy");
    }
}

//! How near two words are, and how near is near enough.

use serde::{Deserialize, Serialize};

/// Words shorter than this are corrected only if a letter is missing, doubled or out of its place: Iran and Iraq, 2020 and 2021
/// are one other letter apart.
pub const SHORTEST_CORRECTED: usize = 5;

/// Words shorter than this are never corrected.
pub const SHORTEST_SLIP: usize = 4;

/// From this length on two edits are allowed: below it, two edits make too many words out of one another.
pub const LENGTH_FOR_TWO_EDITS: usize = 7;

/// From this length on three edits are allowed (long names of persons and documents).
pub const LENGTH_FOR_THREE_EDITS: usize = 12;

/// How many edits (insertion, deletion, substitution, swap of neighbours) a word of so many characters may be away from what was meant.
pub fn allowed_edits(chars: usize) -> usize {
    match chars {
        0..SHORTEST_SLIP => 0,
        SHORTEST_SLIP..LENGTH_FOR_TWO_EDITS => 1,
        LENGTH_FOR_TWO_EDITS..LENGTH_FOR_THREE_EDITS => 2,
        _ => 3,
    }
}

/// The edits between two words (optimal string alignment), if they are few enough for the shorter of them.
///
/// ```
/// use accords::text::similarity::edits;
/// assert_eq!(edits("morroco", "morocco"), Some(2));
/// assert_eq!(edits("oman", "iran"), None);
/// ```
pub fn edits(typed: &str, known: &str) -> Option<usize> {
    let (typed_chars, known_chars) = (typed.chars().count(), known.chars().count());
    let allowed = allowed_edits(typed_chars.min(known_chars));
    if allowed == 0 || typed_chars.abs_diff(known_chars) > allowed {
        return None;
    }
    let found = strsim::osa_distance(typed, known);
    let is_too_short = typed_chars.min(known_chars) < SHORTEST_CORRECTED;
    (found <= allowed && !(is_too_short && has_another_letter(typed, known))).then_some(found)
}

/// Which letters a word has, one bit each; other characters share bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letters(u64);

impl Letters {
    /// The letters of a word.
    pub fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % u64::BITS)))
    }

    /// Whether two words may be so many edits apart: each edit takes away one letter and adds one at the most. Tells most
    /// words apart without comparing them.
    ///
    /// ```
    /// use accords::text::similarity::Letters;
    /// assert!(Letters::of("bahrian").may_be_within(1, Letters::of("bahrain")));
    /// assert!(!Letters::of("morocco").may_be_within(1, Letters::of("monarch")));
    /// ```
    pub fn may_be_within(self, edits: usize, other: Self) -> bool {
        (self.0 ^ other.0).count_ones() as usize <= 2 * edits
    }
}

/// Whether two words of one length differ by more than the order of their letters.
pub fn has_another_letter(one: &str, other: &str) -> bool {
    let sorted = |text: &str| {
        let mut letters: Vec<char> = text.chars().collect();
        letters.sort_unstable();
        letters
    };
    one.chars().count() == other.chars().count() && sorted(one) != sorted(other)
}

/// Closeness for ranking completions: 1 for equal, 0 for nothing in common (Jaro-Winkler, which favours a common beginning).
pub fn closeness(typed: &str, known: &str) -> f64 {
    strsim::jaro_winkler(typed, known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_have_their_own_letters() {
        for (typed, known) in [("iran", "iraq"), ("oman", "iran"), ("2020", "2021"), ("uae", "usa"), ("imc", "imec")] {
            assert_eq!(edits(typed, known), None, "{typed} {known}");
        }
    }

    #[test]
    fn typos_in_long_words_are() {
        for (typed, known, expected) in [
            ("isreal", "israel", 1),
            ("kazakstan", "kazakhstan", 1),
            ("bahrian", "bahrain", 1),
            ("sudam", "sudan", 1),
            ("qatr", "qatar", 1),
            ("omman", "oman", 1),
        ] {
            assert_eq!(edits(typed, known), Some(expected), "{typed} {known}");
        }
    }
}

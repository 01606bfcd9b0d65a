//! How near two words are, and how near is near enough.

use super::{jaro_winkler, osa, places};

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
    let found = distance(typed, known);
    if found > allowed {
        return None;
    }
    let is_too_short = typed_chars.min(known_chars) < SHORTEST_CORRECTED;
    (!(is_too_short && has_another_letter(typed, known))).then_some(found)
}

/// The edits between two words, however many.
fn distance(one: &str, other: &str) -> usize {
    if are_short(one, other) { osa::edits(one.as_bytes(), other.as_bytes()) } else { strsim::osa_distance(one, other) }
}

/// Whether two words are compared bit by bit.
fn are_short(one: &str, other: &str) -> bool {
    [one, other].iter().all(|word| word.is_ascii() && word.len() <= places::LONGEST)
}

/// Which letters a word has, one bit each; characters that are neither Latin letters nor figures share bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letters(u64);

impl Letters {
    /// The letters of a word, folded.
    pub fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |bits, c| bits | 1 << Self::bit(c)))
    }

    fn bit(c: char) -> u32 {
        const FIGURES: u32 = 26;
        const OTHERS: u32 = FIGURES + 10;
        match c {
            'a'..='z' => u32::from(c) - u32::from('a'),
            '0'..='9' => u32::from(c) - u32::from('0') + FIGURES,
            _ => OTHERS + u32::from(c) % (u64::BITS - OTHERS),
        }
    }

    /// How many letters of this word another one lacks: at least so many edits lie between them.
    pub fn missing_from(self, other: Self) -> usize {
        (self.0 & !other.0).count_ones() as usize
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

/// How often a word has each letter; characters that are neither Latin letters nor the first figures share places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterCounts([u8; 32]);

impl LetterCounts {
    /// The letters of a word, folded.
    pub fn of(word: &str) -> Self {
        let mut counts = [0u8; 32];
        for c in word.chars() {
            let at = match c {
                'a'..='z' => u32::from(c) - u32::from('a'),
                _ => 26 + u32::from(c) % 6,
            };
            counts[at as usize] = counts[at as usize].saturating_add(1);
        }
        Self(counts)
    }

    /// Which letters there are, a bit each.
    pub fn kinds(&self) -> u32 {
        self.0.iter().enumerate().fold(0, |bits, (at, &count)| bits | u32::from(count > 0) << at)
    }

    /// The most letters that two words can have in common, wherever they stand.
    ///
    /// ```
    /// use accords::text::similarity::LetterCounts;
    /// assert_eq!(LetterCounts::of("bahrian").common(&LetterCounts::of("bahrain")), 7);
    /// assert_eq!(LetterCounts::of("morocco").common(&LetterCounts::of("monarch")), 4);
    /// ```
    // Within a loop the compiler would take one of the two apart, letter by letter.
    #[inline(never)]
    pub fn common(&self, other: &Self) -> usize {
        // In 16 bits the processor adds many at once; 32 counts of 8 bits fit.
        let least = self.0.iter().zip(&other.0).map(|(one, other)| u16::from(*one.min(other)));
        usize::from(least.sum::<u16>())
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
    if are_short(typed, known) {
        return jaro_winkler::jaro_winkler(typed.as_bytes(), known.as_bytes());
    }
    strsim::jaro_winkler(typed, known)
}

/// The fewest letters that words of so many characters that begin with so many equal bytes must have in common for their
/// [`closeness`] to be at least so much, or one less.
pub fn least_common(least: f64, chars: (usize, usize), beginning: usize) -> usize {
    jaro_winkler::least_common(least, beginning, chars.0, chars.1)
}

/// Words for tests: names, and each with a letter left out, doubled, swapped or put in the place of another.
#[cfg(test)]
pub(super) fn test_words() -> Vec<String> {
    let names =
        ["oman", "israel", "bahrain", "morocco", "kazakhstan", "mohammedbinzayed", "abrahamaccords", "iran", "a", ""];
    let mut words: Vec<String> = names.iter().map(|&name| name.to_owned()).collect();
    for name in names.iter().filter(|name| name.len() > 2) {
        for at in 0..name.len() - 1 {
            let (head, tail) = name.split_at(at);
            let (letter, rest) = tail.split_at(1);
            words.push(format!("{head}{rest}"));
            words.push(format!("{head}{letter}{letter}{rest}"));
            words.push(format!("{head}x{rest}"));
            words.push(format!("{head}{}{letter}{}", &rest[..1], &rest[1..]));
        }
    }
    words
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

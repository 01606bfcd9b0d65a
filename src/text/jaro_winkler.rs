//! Jaro-Winkler closeness of short ASCII words, without allocating: names are completed among thousands at each keystroke.

use super::places::{LONGEST, Places};

/// Above this closeness a common beginning counts (Winkler).
const BOOSTED_FROM: f64 = 0.7;
/// What each letter of the common beginning adds of the distance that is left.
const BOOST: f64 = 0.1;
/// Letters of a common beginning that count.
pub(super) const MOST_BOOSTED: usize = 4;

/// The closeness of two words of at most [`LONGEST`] ASCII letters: 1 for equal, 0 for nothing in common.
pub(super) fn jaro_winkler(one: &[u8], other: &[u8]) -> f64 {
    debug_assert!(one.len() <= LONGEST && other.len() <= LONGEST, "longer words have no bit for each letter");
    if one.is_empty() || other.is_empty() {
        return if one.len() == other.len() { 1.0 } else { 0.0 };
    }
    let reach = (one.len().max(other.len()) / 2).saturating_sub(1);
    // The partner of a letter is the first one free.
    let places = Places::of(other);
    let mut matched = [0u8; LONGEST]; // the letters of `one` that have a partner, in their order
    let (mut count, mut taken) = (0, 0u64);
    let mut window = first_bits(reach + 1);
    for (at, letter) in one.iter().enumerate() {
        let free = places.get(*letter) & window & !taken;
        window = window << 1 | u64::from(at < reach);
        if free != 0 {
            taken |= 1 << free.trailing_zeros();
            matched[count] = *letter;
            count += 1;
        }
    }
    let mut moved = 0;
    for letter in &matched[..count] {
        moved += usize::from(other[taken.trailing_zeros() as usize] != *letter);
        taken &= taken - 1;
    }
    boosted(jaro(count, moved / 2, one.len(), other.len()), common_beginning(one, other))
}

/// So many bits from the lowest on.
fn first_bits(count: usize) -> u64 {
    if count < LONGEST { (1 << count) - 1 } else { u64::MAX }
}

/// So much a sum of numbers may be off.
const ROUNDING: f64 = 1e-9;

/// The fewest letters that words of these lengths that begin with so many equal ones must have in common for [`jaro_winkler`] to
/// give `least`, which must be a closeness that a common beginning adds to; now and then one less.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "words are short"
)]
pub(super) fn least_common(least: f64, beginning: usize, one: usize, other: usize) -> usize {
    debug_assert!(least > BOOSTED_FROM, "what a common beginning adds to is computed back here");
    let boost = BOOST * beginning as f64;
    let plain = BOOSTED_FROM.max((least - boost) / (1.0 - boost));
    let (one, other) = (one as f64, other as f64);
    let common = (3.0 * plain - 1.0) * one * other / (one + other);
    (common - ROUNDING).max(0.0).ceil() as usize
}

/// How many letters two words begin with alike, as far as it counts.
pub(super) fn common_beginning(one: &[u8], other: &[u8]) -> usize {
    one.iter().zip(other).take(MOST_BOOSTED).take_while(|(one, other)| one == other).count()
}

#[expect(clippy::cast_precision_loss, reason = "words are short")]
fn jaro(matches: usize, moved: usize, one: usize, other: usize) -> f64 {
    if matches == 0 {
        return 0.0;
    }
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    (share(matches, one) + share(matches, other) + share(matches - moved, matches)) / 3.0
}

#[expect(clippy::cast_precision_loss, reason = "at most four letters")]
fn boosted(closeness: f64, beginning: usize) -> f64 {
    if closeness > BOOSTED_FROM { closeness + BOOST * beginning as f64 * (1.0 - closeness) } else { closeness }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::similarity::test_words;

    /// The most that [`jaro_winkler`] can give for words of these lengths that have so many letters in common and begin with so
    /// many equal ones.
    fn most(common: usize, beginning: usize, one: usize, other: usize) -> f64 {
        boosted(jaro(common, 0, one, other), beginning)
    }

    #[test]
    fn fewer_letters_in_common_are_never_close() {
        // The least that is offered, and what completion asks for once it has better ones.
        let leasts = [0.82, 0.9, 0.95, 0.99];
        for (one, other) in (1..40).flat_map(|one| (1..40).map(move |other| (one, other))) {
            for (least, beginning) in leasts.iter().flat_map(|&least| (0..=MOST_BOOSTED).map(move |it| (least, it))) {
                let fewest = least_common(least, beginning, one, other);
                assert!((0..fewest).all(|common| most(common, beginning, one, other) < least), "{one} {other}");
                assert!(most(fewest + 1, beginning, one, other) >= least, "{one} {other}");
            }
        }
    }

    #[test]
    fn the_closeness_is_that_of_the_library_and_never_above_the_bound() {
        let words = test_words();
        for one in &words {
            for other in &words {
                let found = jaro_winkler(one.as_bytes(), other.as_bytes());
                let expected = strsim::jaro_winkler(one, other);
                assert_eq!(found.to_bits(), expected.to_bits(), "{one} {other}");
                let common = one.len().min(other.len());
                let beginning = common_beginning(one.as_bytes(), other.as_bytes());
                assert!(found <= most(common, beginning, one.len(), other.len()) || common == 0, "{one} {other}");
            }
        }
    }
}

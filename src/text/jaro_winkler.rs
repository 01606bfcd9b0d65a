//! Jaro-Winkler closeness of short ASCII words, without allocating: names are completed among thousands at each keystroke.

/// The longest words that are compared so: each letter of a word has a bit.
pub(super) const LONGEST: usize = u64::BITS as usize;

/// Above this closeness a common beginning counts (Winkler).
const BOOSTED_FROM: f64 = 0.7;
/// What each letter of the common beginning adds of the distance that is left.
const BOOST: f64 = 0.1;
/// Letters of a common beginning that count.
pub(super) const MOST_BOOSTED: usize = 4;

/// The closeness of two words of at most [`LONGEST`] bytes: 1 for equal, 0 for nothing in common.
pub(super) fn jaro_winkler(one: &[u8], other: &[u8]) -> f64 {
    debug_assert!(one.len() <= LONGEST && other.len() <= LONGEST, "longer words have no bit for each letter");
    if one.is_empty() || other.is_empty() {
        return if one.len() == other.len() { 1.0 } else { 0.0 };
    }
    let reach = (one.len().max(other.len()) / 2).saturating_sub(1);
    let mut matched = [0u8; LONGEST]; // the letters of `one` that have a partner, in their order
    let (mut count, mut taken) = (0, 0u64);
    for (at, letter) in one.iter().enumerate() {
        let window = at.saturating_sub(reach)..other.len().min(at + reach + 1);
        let partner = window.into_iter().find(|&to| other[to] == *letter && taken & (1 << to) == 0);
        if let Some(to) = partner {
            taken |= 1 << to;
            matched[count] = *letter;
            count += 1;
        }
    }
    let partners = (0..other.len()).filter(|to| taken & (1 << to) != 0).map(|to| other[to]);
    let moved = partners.zip(matched).filter(|(partner, letter)| partner != letter).count();
    boosted(jaro(count, moved / 2, one.len(), other.len()), common_beginning(one, other))
}

/// The most that [`jaro_winkler`] can give for words of these lengths that have so many letters in common and begin with so
/// many equal ones.
pub(super) fn most(common: usize, beginning: usize, one: usize, other: usize) -> f64 {
    boosted(jaro(common, 0, one, other), beginning)
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

//! Edits between short ASCII words (optimal string alignment), a whole column of the table at once.

use super::places::{LONGEST, Places};

/// The edits between two ASCII words, the first of at most [`LONGEST`] letters (insertion, deletion, substitution, swap of
/// neighbours).
///
/// Neighbours in the table of distances differ by one at the most, so that two bits for each letter of the first word hold a
/// column of it (Hyyrö 2003, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances").
pub(super) fn edits(one: &[u8], other: &[u8]) -> usize {
    debug_assert!(one.len() <= LONGEST, "longer words have no bit for each letter");
    let Some(last) = one.len().checked_sub(1).map(|last| 1u64 << last) else { return other.len() };
    let places = Places::of(one);
    // Where the column grows by one downwards, and where it falls; where it is what it is one step up and to the left.
    let (mut grows, mut falls, mut stays) = (u64::MAX, 0u64, 0u64);
    let mut edits = one.len();
    let mut before = 0;
    for &letter in other {
        let here = places.get(letter);
        let swapped = ((!stays & here) << 1) & before;
        stays = ((here & grows).wrapping_add(grows) ^ grows) | here | falls | swapped;
        let grew = falls | !(stays | grows);
        let fell = stays & grows;
        edits = edits + usize::from(grew & last != 0) - usize::from(fell & last != 0);
        let grew = grew << 1 | 1;
        grows = fell << 1 | !(stays | grew);
        falls = grew & stays;
        before = here;
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::similarity::test_words;

    #[test]
    fn the_edits_are_those_of_the_library() {
        let words = test_words();
        for one in &words {
            for other in &words {
                assert_eq!(edits(one.as_bytes(), other.as_bytes()), strsim::osa_distance(one, other), "{one} {other}");
            }
        }
    }
}

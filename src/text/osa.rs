//! Edits between short ASCII words (optimal string alignment), given up as soon as they are too many.

/// The longest words that are compared so, in bytes.
pub(super) const LONGEST: usize = 63;

/// Stands for too many edits.
const MANY: u8 = u8::MAX / 2;

/// The edits between two words of at most [`LONGEST`] bytes (insertion, deletion, substitution, swap of neighbours), if they are
/// at most `most`.
///
/// Only the band of the table is filled within which so few edits can lie, and only three of its rows are kept.
pub(super) fn edits_within(most: usize, one: &[u8], other: &[u8]) -> Option<usize> {
    debug_assert!(one.len() <= LONGEST && other.len() <= LONGEST, "the rows are of fixed length");
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut before = [MANY; LONGEST + 1];
    let mut last = [MANY; LONGEST + 1];
    let mut row = [MANY; LONGEST + 1];
    for (at, edits) in (0u8..).zip(last.iter_mut().take(other.len().min(most) + 1)) {
        *edits = at;
    }
    for (at, letter) in one.iter().enumerate() {
        let (first, end) = (at.saturating_sub(most), other.len().min(at + most + 1));
        row[first] = if first == 0 { u8::try_from(at + 1).unwrap_or(MANY) } else { MANY };
        let mut fewest = row[first].min(*last[first..=end].iter().min().unwrap_or(&MANY));
        for to in first..end {
            let substituted = last[to] + u8::from(other[to] != *letter);
            let mut edits = substituted.min(last[to + 1] + 1).min(row[to] + 1);
            if at > 0 && to > 0 && *letter == other[to - 1] && one[at - 1] == other[to] {
                edits = edits.min(before[to - 1] + 1);
            }
            row[to + 1] = edits.min(MANY);
            fewest = fewest.min(edits);
        }
        // A swap reaches back two rows, of which `fewest` knows.
        if usize::from(fewest) > most {
            return None;
        }
        if end < other.len() {
            row[end + 1] = MANY;
        }
        (before, last, row) = (last, row, before);
    }
    let found = usize::from(last[other.len()]);
    (found <= most).then_some(found)
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
                let expected = strsim::osa_distance(one, other);
                for most in 0..=3 {
                    let found = edits_within(most, one.as_bytes(), other.as_bytes());
                    assert_eq!(found, Some(expected).filter(|edits| *edits <= most), "{one} {other} {most}");
                }
            }
        }
    }
}

//! Numbers in words.

/// The numbers that English writes in one short word, and their figures; larger ones are written in figures in practice.
const CARDINALS: [(&str, &str); 13] = [
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("ten", "10"),
    ("eleven", "11"),
    ("twelve", "12"),
];

/// The figures of a folded number word, up to twelve.
///
/// ```
/// use accords::text::numbers::figures;
/// assert_eq!(figures("seven"), Some("7"));
/// assert_eq!(figures("seventh"), None);
/// ```
pub fn figures(word: &str) -> Option<&'static str> {
    CARDINALS.iter().find(|(written, _)| *written == word).map(|(_, figures)| *figures)
}

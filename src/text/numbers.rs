//! Numbers in words.

/// The numbers that English writes in one word, and their figures.
const CARDINALS: [(&str, &str); 28] = [
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
    ("thirteen", "13"),
    ("fourteen", "14"),
    ("fifteen", "15"),
    ("sixteen", "16"),
    ("seventeen", "17"),
    ("eighteen", "18"),
    ("nineteen", "19"),
    ("twenty", "20"),
    ("thirty", "30"),
    ("forty", "40"),
    ("fifty", "50"),
    ("sixty", "60"),
    ("seventy", "70"),
    ("eighty", "80"),
    ("ninety", "90"),
];

/// The figures of a folded number word: those up to twenty, and the tens.
///
/// ```
/// use accords::text::numbers::figures;
/// assert_eq!(figures("seven"), Some("7"));
/// assert_eq!(figures("seventh"), None);
/// ```
pub fn figures(word: &str) -> Option<&'static str> {
    CARDINALS.iter().find(|(written, _)| *written == word).map(|(_, figures)| *figures)
}

/// The figures of a number in two folded words, such as "thirty" and "three".
///
/// ```
/// use accords::text::numbers::figures_of_two;
/// assert_eq!(figures_of_two("thirty", "three").as_deref(), Some("33"));
/// assert_eq!(figures_of_two("three", "thirty"), None);
/// ```
pub fn figures_of_two(tens: &str, unit: &str) -> Option<String> {
    let tens = figures(tens).filter(|_| tens.ends_with("ty"))?.strip_suffix('0')?;
    let unit = figures(unit).filter(|unit| unit.len() == 1 && *unit != "0")?;
    Some(format!("{tens}{unit}"))
}

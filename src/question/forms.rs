//! Questions in the forms of exams and quizzes -> the plain question in them.

/// Openings that say in what form the answer is wanted and nothing of what is asked.
const OPENINGS: [&str; 8] = [
    "fill in the blanks",
    "fill in the blank",
    "true or false",
    "true/false",
    "complete the sentence",
    "choose the correct answer",
    "multiple choice",
    "select the correct option",
];

/// The least number of underscores or dots that make a blank.
const SHORTEST_BLANK: usize = 3;

/// The text with its opening left out and a "which" in the place of each blank.
///
/// ```
/// use accords::question::forms::plain;
/// assert_eq!(plain("Fill in the blank: The host was ____."), "The host was which .");
/// assert_eq!(plain("When did Bahrain sign?"), "When did Bahrain sign?");
/// ```
pub fn plain(text: &str) -> String {
    let trimmed = text.trim_start();
    let lower = trimmed.to_ascii_lowercase();
    let opening = OPENINGS.into_iter().find(|opening| lower.starts_with(opening));
    let rest = opening.map_or(text, |opening| {
        trimmed[opening.len()..].trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '?' | '.' | '-'))
    });
    filled(rest)
}

/// The text with "which" for each run of underscores.
fn filled(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for c in text.chars().chain(std::iter::once('\0')) {
        if c == '_' {
            run += 1;
            continue;
        }
        if run >= SHORTEST_BLANK {
            out.push_str(" which ");
        } else {
            out.extend(std::iter::repeat_n('_', run));
        }
        run = 0;
        if c != '\0' {
            out.push(c);
        }
    }
    if out.contains(" which ") { out.split_whitespace().collect::<Vec<_>>().join(" ") } else { out }
}

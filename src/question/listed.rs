//! Lists within a text: "(a) ... (b) ...", "1. ... 2. ...", as exams and quizzes have them.

/// A text with a list in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'t> {
    /// What stands before the list.
    pub stem: &'t str,
    /// The items, without their marks; the last one runs to the end of the text.
    pub items: Vec<&'t str>,
}

/// What stands around the number or letter of an item. Without anything it must be a capital: "gave a plan b" is no list.
const MARKS: [(&str, &str); 7] = [("(", ") "), ("[", "] "), ("", ") "), ("", ". "), ("", ": "), ("", ".) "), ("", " ")];

/// How items are counted.
const SERIES: [[&str; 6]; 3] =
    [["1", "2", "3", "4", "5", "6"], ["a", "b", "c", "d", "e", "f"], ["i", "ii", "iii", "iv", "v", "vi"]];

/// The list in a text: two items at least, counted from the first. Where its items only choose among those of another list
/// before it ("(a) 1 and 2 only"), it is that one.
///
/// ```
/// use accords::question::listed::listed;
/// let list = listed("Who signed first? (a) Oman (b) Bahrain").unwrap();
/// assert_eq!((list.stem, list.items), ("Who signed first?", vec!["Oman", "Bahrain"]));
/// assert_eq!(listed("Was it a plan b?"), None);
/// ```
pub fn listed(text: &str) -> Option<Listed<'_>> {
    if !may_hold_a_list(text) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let list = MARKS.iter().find_map(|marks| SERIES.iter().find_map(|series| counted(text, &lower, *marks, series)))?;
    let inner = if list.items.iter().all(|item| is_code(item)) { listed(list.stem) } else { None };
    Some(inner.unwrap_or(list))
}

/// The options that close a question in one line: "Where was it: Kenya, Uganda or Chad?". Three at least; of two, each may be
/// asked about.
///
/// ```
/// use accords::question::listed::options_in_line;
/// let list = options_in_line("Where did they meet: Kenya, Uganda or Chad?").unwrap();
/// assert_eq!((list.stem, list.items), ("Where did they meet", vec!["Kenya", "Uganda", "Chad"]));
/// assert_eq!(options_in_line("Over which app? Skype / Zoom / Teams").unwrap().items, ["Skype", "Zoom", "Teams"]);
/// assert_eq!(options_in_line("Tell me: when did Bahrain or Oman sign, and where?"), None);
/// ```
pub fn options_in_line(text: &str) -> Option<Listed<'_>> {
    const LEAST: usize = 3;
    const LONGEST: usize = 5;
    let text = text.trim_end_matches(['?', '.', ' ']);
    let (stem, options) = text.rsplit_once([':', '?', '—', '–'])?;
    let (but_one, last) = options.rsplit_once(" or ").map_or((options, None), |(rest, last)| (rest, Some(last)));
    let mark = if but_one.contains(" / ") { " / " } else { "," };
    let mut items: Vec<&str> = but_one.split(mark).chain(last).map(str::trim).collect();
    items.retain(|item| !item.is_empty());
    let is_short = items.iter().all(|item| item.split_whitespace().count() <= LONGEST);
    (items.len() >= LEAST && is_short).then_some(Listed { stem: stem.trim_end(), items })
}

/// The things that a text lists behind a colon, parted by semicolons or else by commas: "Put these in order: the coup, the signing,
/// the visit". Three at least, of any length.
///
/// ```
/// use accords::question::listed::listed_behind_colon;
/// let list = listed_behind_colon("Put in order: the coup, the signing of the treaty, and the visit.").unwrap();
/// assert_eq!((list.stem, list.items), ("Put in order", vec!["the coup", "the signing of the treaty", "the visit"]));
/// assert_eq!(listed_behind_colon("Tell me: when did they sign, and where?"), None);
/// ```
pub fn listed_behind_colon(text: &str) -> Option<Listed<'_>> {
    const LEAST: usize = 3;
    let (stem, rest) = text.split_once(':')?;
    let mark = if rest.contains(';') { ';' } else { ',' };
    let items = rest.split(mark).map(|item| item.trim().trim_end_matches(['?', '.']));
    let items = items.map(|item| item.strip_prefix("and ").unwrap_or(item));
    let items: Vec<&str> = items.filter(|item| !item.is_empty()).collect();
    (items.len() >= LEAST).then_some(Listed { stem: stem.trim_end(), items })
}

/// The two statements of a question with an assertion and the reason that is given for it, without what follows them.
///
/// ```
/// use accords::question::listed::assertion_and_reason;
/// let text = "Assertion (A): Oman joined. Reason (R): It was asked to. (a) Both are true (b) Only A is true";
/// assert_eq!(assertion_and_reason(text), Some(["Oman joined", "It was asked to"]));
/// assert_eq!(assertion_and_reason("What was the reason?"), None);
/// ```
pub fn assertion_and_reason(text: &str) -> Option<[&str; 2]> {
    /// Bytes between a label and its colon: " (A)".
    const LONGEST_LETTER: usize = 4;
    const ENDS: [&str; 6] = [" (a)", " a)", ". which ", ". choose ", ". select ", ". are "];
    // Most texts have no such label.
    if !text.contains("ssertion") && !text.contains("SSERTION") {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    // "Assertion (A):", "Reason:"
    let behind = |from: usize, label: &str| {
        lower[from..].match_indices(label).find_map(|(at, _)| {
            let end = from + at + label.len();
            let colon = lower[end..].find(':').filter(|&colon| colon <= LONGEST_LETTER)?;
            Some((from + at, end + colon + 1))
        })
    };
    let (_, assertion) = behind(0, "assertion")?;
    let (end, reason) = behind(assertion, "reason")?;
    let rest = &lower[reason..];
    let length = ENDS.iter().filter_map(|end| rest.find(end)).min().unwrap_or(rest.len());
    let statements = [&text[assertion..end], &text[reason..reason + length]];
    let statements = statements.map(|text| text.trim_matches([' ', '.', ';', '\n']));
    statements.iter().all(|statement| !statement.is_empty()).then_some(statements)
}

/// Whether an item only names others by their numbers, or how many they are: "1 and 2 only", "none of the above", "only two".
fn is_code(item: &str) -> bool {
    const WORDS: [&str; 20] = [
        "and", "or", "only", "both", "neither", "nor", "none", "all", "any", "either", "of", "the", "above", "these",
        "one", "two", "three", "four", "five", "six",
    ];
    let names_others = |word: &str| {
        let word = word.trim_matches(['(', ')', '.', ',', ';', '?', '&']).to_ascii_lowercase();
        word.is_empty() || WORDS.contains(&word.as_str()) || SERIES.iter().any(|series| series.contains(&word.as_str()))
    };
    item.split_whitespace().all(names_others)
}

/// Whether the first two counts of a series stand among the words, in marks or in capitals. Most texts are ruled out by it.
fn may_hold_a_list(text: &str) -> bool {
    const LONGEST: usize = 2;
    let mut seen = [[false; 2]; SERIES.len()];
    for word in text.split_whitespace() {
        let bare = word.trim_matches(['(', '[', ']', ')', '.', ':']);
        let is_marked = bare.len() < word.len() || bare.starts_with(|c: char| c.is_ascii_uppercase());
        if bare.len() > LONGEST || !is_marked {
            continue;
        }
        for (series, seen) in SERIES.iter().zip(&mut seen) {
            for (count, seen) in series.iter().zip(seen) {
                *seen |= bare.eq_ignore_ascii_case(count);
            }
        }
    }
    seen.contains(&[true; 2])
}

fn counted<'t>(text: &'t str, lower: &str, (open, close): (&str, &str), series: &[&str]) -> Option<Listed<'t>> {
    let is_bare = open.is_empty() && close == " ";
    // "Oslo I and Oslo II", "can I ask about World War II".
    if is_bare && series[1] == "ii" {
        return None;
    }
    let mut starts: Vec<(usize, usize)> = Vec::new();
    for count in series {
        let mark = format!("{open}{count}{close}");
        let from = starts.last().map_or(0, |&(_, end)| end);
        let is_mark = |at: &usize| {
            let begins = *at == 0 || text[..*at].ends_with(char::is_whitespace);
            begins && (!is_bare || text[*at..].starts_with(|c: char| c.is_ascii_uppercase()))
        };
        let Some(at) = lower[from..].match_indices(&mark).map(|(at, _)| from + at).find(is_mark) else { break };
        starts.push((at, at + mark.len()));
    }
    if starts.len() < 2 {
        return None;
    }
    let ends = starts.iter().skip(1).map(|&(at, _)| at).chain([text.len()]);
    let items: Vec<&str> = starts.iter().zip(ends).map(|(&(_, from), to)| text[from..to].trim()).collect();
    let stem = text[..starts[0].0].trim_end_matches([' ', ':', '-']).trim_end();
    items.iter().all(|item| !item.is_empty()).then_some(Listed { stem, items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_from_other_figures_and_letters() {
        for (text, stem, items) in [
            ("Which joined? A) Oman B) Bahrain C) Iraq", "Which joined?", &["Oman", "Bahrain", "Iraq"][..]),
            ("The vote was won by A. 80-13 B. 62-14", "The vote was won by", &["80-13", "62-14"]),
            ("It has the number: A 9844 B 10126", "It has the number", &["9844", "10126"]),
            ("Consider: 1. Oman joined. 2. Iraq did not.", "Consider", &["Oman joined.", "Iraq did not."]),
            ("Consider: I. Oman joined. II. Iraq did not.", "Consider", &["Oman joined.", "Iraq did not."]),
            ("Who joined? 1. Oman 2. Iraq (a) 1 only (b) Both 1 and 2", "Who joined?", &["Oman", "Iraq"]),
            ("How many joined? 1. Oman 2. Iraq (a) Only one (b) All two", "How many joined?", &["Oman", "Iraq"]),
        ] {
            assert_eq!(listed(text), Some(Listed { stem, items: items.to_vec() }), "{text}");
        }
        for text in [
            "Did Oslo I and Oslo II mention Jordan?",
            "Was it a plan b?",
            "2020. What happened?",
            "Who signed?",
            "1. Who signed first?",
            "(a) (b)",
        ] {
            assert_eq!(listed(text), None, "{text}");
        }
    }
}

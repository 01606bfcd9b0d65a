//! Questions in the forms of exams and quizzes -> the plain question in them.

use std::borrow::Cow;

use super::framing::{said, without_heading};
use super::listed::listed;
use super::tags::untagged;
use super::words::{asks, is_auxiliary};

/// Openings that say in what form the answer is wanted and nothing of what is asked; longer ones first.
const OPENINGS: [&str; 33] = [
    "general knowledge",
    "gk",
    "flash card - front",
    "flashcard - front",
    "flash card",
    "flashcard",
    "card front",
    "pick one",
    "choose one",
    "select one",
    "mcq",
    "fill in the missing words",
    "fill in the missing word",
    "fill in the blanks",
    "fill in the blank",
    "fill in the gap",
    "fill the blank",
    "fill the gap",
    "complete the sentence",
    "choose the correct answer",
    "choose the correct option",
    "pick the correct answer",
    "select the correct answer",
    "select the correct option",
    "multiple choice",
    "in one sentence",
    "bet you can't tell me",
    "bet u can't tell me",
    "bet you cant tell me",
    "bet u cant tell me",
    "bet you don't know",
    "bet you dont know",
    "bet u dont know",
];

/// Openings that ask whether what follows is so.
const CLAIM_OPENINGS: [&str; 62] = [
    "true or false",
    "true/false",
    "true / false",
    "t/f",
    "t or f",
    "right or wrong",
    "correct or incorrect",
    "correct or not",
    "fact or fiction",
    "fact or myth",
    "myth or fact",
    "true or not",
    "yes or no",
    "can it be true that",
    "can it be that",
    "could it be that",
    "is it correct that",
    "is it right that",
    "is it a fact that",
    "is it the case that",
    "is it accurate that",
    "is it accurate to say that",
    "is it correct to say that",
    "is it fair to say that",
    "am i right that",
    "am i right in thinking",
    "am i right in saying",
    "am i right in writing",
    "am i right in believing",
    "am i right in assuming",
    "am i right to think",
    "am i right to say",
    "am i correct that",
    "am i correct in thinking",
    "am i correct in saying",
    "am i correct in assuming",
    "is there anything to the story that",
    "is there anything to the claim that",
    "is there any truth to the story that",
    "is there any truth to the claim that",
    "is there any truth in the claim that",
    "any truth to the claim that",
    "i don't buy that",
    "i dont buy that",
    "i don't believe that",
    "i dont believe that",
    "i doubt that",
    "no way that",
    "can i say that",
    "may i say that",
    "can i write that",
    "may i write that",
    "can i print that",
    "may i print that",
    "can i claim that",
    "is it safe to say that",
    "would it be right to say that",
    "can you confirm that",
    "please confirm that",
    "please confirm",
    "confirm that",
    "confirm please",
];

/// Openings of a statement that is put as a question.
const CONCLUSIONS: [&str; 6] = ["so ", "so, ", "wait so ", "wait, so ", "so wait, ", "so basically "];
/// Its least number of words: "So Bahrain?" states nothing.
const SHORTEST_STATEMENT: usize = 4;

/// What asks whether a statement is so.
const WHETHER: &str = "Is it true that";

/// What a blank after it is one of: "in the year ____" asks which year.
const OF_BLANKS: [&str; 8] = ["year", "month", "day", "date", "country", "state", "city", "town"];

/// What the side of a card says that is to be filled in.
const BACKS: [&str; 3] = ["back: ?", "back:?", "back?"];

/// The least number of underscores that make a blank.
const SHORTEST_BLANK: usize = 3;

/// The text with its opening, number, marks and options left out, as a question where it is a statement to be judged, and
/// with a "which" in the place of each blank.
///
/// ```
/// use accords::question::forms::plain;
/// assert_eq!(plain("Fill in the blank: The host was ____."), "The host was which .");
/// assert_eq!(plain("They met in the year ____."), "They met in which year .");
/// assert_eq!(plain("T/F: Oman has joined."), "Is it true that Oman has joined.");
/// assert_eq!(plain("oman has joined the accords true or cap"), "Is it true that oman has joined the accords?");
/// assert_eq!(plain("Oman has joined, right?"), "Is it true that Oman has joined?");
/// assert_eq!(plain("4. Who signed first? (a) Oman (b) Bahrain"), "Who signed first?");
/// assert_eq!(plain("Tell the class when Oman signed."), "when Oman signed.");
/// assert_eq!(plain("When did Bahrain sign?"), "When did Bahrain sign?");
/// assert_eq!(plain("@all When did B@hrain sign?"), "@all When did Bahrain sign?");
/// ```
pub fn plain(text: &str) -> Cow<'_, str> {
    // Phones write the curly apostrophe.
    if text.contains('\u{2019}') {
        return Cow::Owned(plain(&text.replace('\u{2019}', "'")).into_owned());
    }
    if text.contains(['@', '$']) {
        return Cow::Owned(straightened(&without_signs(text)).into_owned());
    }
    straightened(text)
}

/// With the letters for which signs stand within words: "K@zakhstan", "I$rael"; "@everyone" and "US$5" have none.
fn without_signs(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let is_within = out.ends_with(char::is_alphabetic) && rest.peek().is_some_and(|next| next.is_alphabetic());
        out.push(match c {
            '@' if is_within => 'a',
            '$' if is_within => 's',
            other => other,
        });
    }
    out
}

/// The same of a text with straight apostrophes.
fn straightened(text: &str) -> Cow<'_, str> {
    let numbered = without_number(text.trim());
    let (unheaded, is_quoted) = without_heading(numbered).map_or((numbered, false), |claim| (claim, true));
    let unmarked = without_back(without_marks(unheaded));
    let (unmarked, is_to_judge) = without_choice(unmarked).map_or((unmarked, false), |claim| (claim, true));
    let (rest, is_claim) = opened(unrequested(unmarked));
    let is_claim = is_claim || is_to_judge || is_quoted;
    let stem = without_options(rest);
    let (stem, is_tagged) = concluded(stem).map_or_else(|| untagged(stem), |statement| (statement, true));
    let asked =
        if is_claim || is_tagged { whether(said(stem).unwrap_or(stem), is_tagged) } else { Cow::Borrowed(stem) };
    joined(filled(asked))
}

/// Without a number in front: "5.", "Q3)".
fn without_number(text: &str) -> &str {
    let digits = text.trim_start_matches(['Q', 'q']);
    let rest = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = rest.len() < digits.len() && digits.len() - rest.len() <= 3 && rest.starts_with(['.', ')', ':']);
    if is_number && rest[1..].starts_with(' ') { rest[1..].trim_start() } else { text }
}

/// Without the marks behind: "(2 marks)", "[4 points]".
fn without_marks(text: &str) -> &str {
    let inner = text.trim_end().strip_suffix([')', ']']);
    let opened = inner.and_then(|inner| inner.rfind(['(', '[']).map(|at| (at, &inner[at + 1..])));
    match opened {
        Some((at, marks)) if ["mark", "marks", "point", "points"].iter().any(|unit| marks.ends_with(unit)) => {
            text[..at].trim_end()
        }
        _ => text,
    }
}

/// Without the side of a flash card that asks for what belongs there: "Front: the fund. Back: ?".
fn without_back(text: &str) -> &str {
    let cut = |back: &&str| {
        let at = text.len().checked_sub(back.len())?;
        text.get(at..).is_some_and(|end| end.eq_ignore_ascii_case(back)).then(|| text[..at].trim_end())
    };
    BACKS.iter().find_map(cut).unwrap_or(text)
}

/// The claim before a choice between true and false: "(True / False)", "[T/F]".
fn without_choice(text: &str) -> Option<&str> {
    const VERDICTS: [&str; 6] = ["true", "false", "t", "f", "yes", "no"];
    let inner = text.trim_end_matches(['.', '?', ' ']).strip_suffix([')', ']'])?;
    let at = inner.rfind(['(', '['])?;
    let mut words = inner[at + 1..].split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_verdict = |word: &str| VERDICTS.iter().any(|it| it.eq_ignore_ascii_case(word));
    let has_two = words.clone().filter(|word| is_verdict(word)).count() > 1;
    let is_choice = has_two && words.all(|word| is_verdict(word) || word.eq_ignore_ascii_case("or"));
    is_choice.then(|| inner[..at].trim_end())
}

/// Without the request before the word that asks: "Tell me when Oman signed", "Remind the class who spoke".
fn unrequested(text: &str) -> &str {
    const AUDIENCES: [&str; 7] = ["class", "channel", "server", "group", "chat", "room", "team"];
    let mut words = text.splitn(3, ' ');
    let is_request =
        words.next().is_some_and(|verb| ["tell", "remind", "show"].iter().any(|it| it.eq_ignore_ascii_case(verb)));
    let (Some(whom), Some(rest)) = (words.next().filter(|_| is_request), words.next()) else { return text };
    let is_person = |word: &str| ["me", "us", "everyone", "everybody"].iter().any(|it| it.eq_ignore_ascii_case(word));
    let question = if is_person(whom) {
        Some(rest)
    } else if whom.eq_ignore_ascii_case("the") {
        let is_audience = |word: &str| AUDIENCES.iter().any(|it| it.eq_ignore_ascii_case(word));
        rest.split_once(' ').filter(|(audience, _)| is_audience(audience)).map(|(_, question)| question)
    } else {
        None
    };
    let opens = |question: &&str| question.split(' ').next().is_some_and(|word| asks(&word.to_ascii_lowercase()));
    question.filter(opens).unwrap_or(text)
}

/// Without its opening, and whether that asks for a verdict.
fn opened(text: &str) -> (&str, bool) {
    let after = |opening: &str| {
        let head = text.get(..opening.len())?;
        head.eq_ignore_ascii_case(opening).then(|| {
            let is_mark = |c: char| c.is_whitespace() || matches!(c, ':' | '?' | '.' | ',' | '-' | ')' | '(');
            (&text[opening.len()..], text[opening.len()..].trim_start_matches(is_mark))
        })
    };
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    if let Some(claim) = doubted(text) {
        return (unasked(claim), true);
    }
    if let Some((whole, rest)) = CLAIM_OPENINGS.into_iter().find_map(after).filter(|(whole, _)| ends(whole)) {
        let claim = after_aside(whole).unwrap_or(rest);
        let claim = claim.strip_prefix("that ").unwrap_or(claim);
        return (unasked(claim), true);
    }
    OPENINGS
        .into_iter()
        .find_map(after)
        .filter(|(whole, _)| ends(whole))
        .map_or((text, false), |(_, rest)| (rest, false))
}

/// A claim without the question mark of the opening that asks whether it is so.
fn unasked(claim: &str) -> &str {
    claim.strip_suffix('?').unwrap_or(claim)
}

/// What stands after "Is it only a myth that": a claim of which somebody asks whether it is one.
fn doubted(text: &str) -> Option<&str> {
    const OPENINGS: [&str; 2] = ["is it", "is this"];
    const BETWEEN: [&str; 9] = ["only", "just", "really", "actually", "all", "a", "an", "pure", "complete"];
    const KINDS: [&str; 10] = [
        "conspiracy theory",
        "myth",
        "lie",
        "rumour",
        "rumor",
        "hoax",
        "urban legend",
        "fake news",
        "propaganda",
        "misconception",
    ];
    let after = |text: &'_ str, word: &str| {
        text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word)).then_some(word.len())
    };
    let mut rest = &text[OPENINGS.iter().find_map(|it| after(text, it))?..];
    while let Some(length) = BETWEEN.iter().find_map(|it| after(rest.strip_prefix(' ')?, &format!("{it} "))) {
        rest = &rest[length..];
    }
    let rest = rest.strip_prefix(' ')?;
    let rest = &rest[KINDS.iter().find_map(|it| after(rest, it))?..];
    rest.strip_prefix(" that ")
}

/// What stands after a few words between the opening and a colon: "True or false, no tricks: ...".
fn after_aside(whole: &str) -> Option<&str> {
    const MOST_WORDS: usize = 4;
    let (aside, claim) = whole.strip_prefix(',')?.split_once(':')?;
    (aside.split_whitespace().count() <= MOST_WORDS).then_some(claim.trim_start())
}

/// The statement of which somebody asks whether it follows: "So Oman has joined?".
fn concluded(text: &str) -> Option<&str> {
    let statement = text.strip_suffix('?')?;
    let lowered = statement.to_ascii_lowercase();
    let opening = CONCLUSIONS.iter().find(|opening| lowered.starts_with(**opening))?;
    let rest = statement[opening.len()..].trim_start();
    let mut words =
        rest.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    let states = words.clone().count() >= SHORTEST_STATEMENT
        && words.clone().next().is_some_and(|first| !is_auxiliary(&first))
        && !words.any(|word| asks(&word));
    (states && !rest.contains('?')).then_some(rest)
}

/// A statement as a question; one that already asks stays as it is.
fn whether(statement: &str, mark: bool) -> Cow<'_, str> {
    let mark = if mark { "?" } else { "" };
    let first: String = statement.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_question = statement.contains('?') || asks(&first) || is_auxiliary(&first);
    if is_question { Cow::Borrowed(statement) } else { Cow::Owned(format!("{WHETHER} {statement}{mark}")) }
}

/// Without the options of a multiple choice.
fn without_options(text: &str) -> &str {
    listed(text).map(|list| list.stem).filter(|stem| !stem.is_empty()).unwrap_or(text)
}

/// The text with "which" for each run of underscores.
fn filled(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains('_') {
        return spaced(text);
    }
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
    // The one blank is the text's, the other stands before what fills it.
    let asks_which =
        |text: String, noun: &&str| text.replace(&format!(" the {noun}  which "), &format!(" which {noun} "));
    spaced(Cow::Owned(OF_BLANKS.iter().fold(out, asks_which)))
}

/// With one blank between words, where a blank was filled.
fn spaced(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(" which ") { Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" ")) } else { text }
}

/// With "and" for a sign that stands for it by itself ("the head + the one after").
fn joined(text: Cow<'_, str>) -> Cow<'_, str> {
    const SIGNS: [&str; 2] = [" + ", " & "];
    if SIGNS.iter().any(|sign| text.contains(sign)) {
        Cow::Owned(SIGNS.iter().fold(text.into_owned(), |text, sign| text.replace(sign, " and ")))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_exams_become_plain_questions() {
        for (typed, expected) in [
            ("True or false: Oman has joined.", "Is it true that Oman has joined."),
            ("True or false? Oman has joined.", "Is it true that Oman has joined."),
            ("Claim in the thread: Oman has joined.", "Is it true that Oman has joined."),
            ("A user alleges that Oman has joined. Right?", "Is it true that Oman has joined?"),
            ("Two facts: Oman joined and Iran left. Are both correct?", "Is it true that Oman joined and Iran left?"),
            ("True or false, no tricks: Oman has joined.", "Is it true that Oman has joined."),
            ("Is it only a myth that Oman has joined?", "Is it true that Oman has joined"),
            ("Oman joined in 2021. Fact or fiction?", "Is it true that Oman joined in 2021?"),
            ("Am I right in saying that Oman has joined?", "Is it true that Oman has joined"),
            ("Oman joined in 2021. Is that list right?", "Is it true that Oman joined in 2021?"),
            ("I don\u{2019}t buy that Oman has joined.", "Is it true that Oman has joined."),
            ("Oman joined in 2021. (True / False)", "Is it true that Oman joined in 2021."),
            ("Trueness matters", "Trueness matters"),
            ("The vote was won by A. 80-13 B. 62-14", "The vote was won by"),
            ("The proclamation has the number: A 9844 B 10126", "The proclamation has the number"),
            ("Was it a plan b?", "Was it a plan b?"),
            ("Bahrain signed in 2020, correct?", "Is it true that Bahrain signed in 2020?"),
            ("Bahrain signed in 2020, didn\u{2019}t it?", "Is it true that Bahrain signed in 2020?"),
            ("Bahrain signed in 2021. Is that the right year?", "Is it true that Bahrain signed in 2021?"),
            ("Bahrain signed in 2021 - true or false?", "Is it true that Bahrain signed in 2021?"),
            ("Why didn't it?", "Why didn't it?"),
            ("Is Ben-Gvir far-right?", "Is Ben-Gvir far-right?"),
            ("Oman had no ties til 2025 right?", "Is it true that Oman had no ties til 2025?"),
            ("The new minister is far right?", "The new minister is far right?"),
            ("So Bahrain signed in 2021?", "Is it true that Bahrain signed in 2021?"),
            ("So when did Bahrain sign?", "So when did Bahrain sign?"),
            ("So did Bahrain sign in 2021?", "So did Bahrain sign in 2021?"),
            ("Who signed first, right?", "Who signed first"),
            ("Right?", "Right?"),
            ("who led it + who came after & when", "who led it and who came after and when"),
            ("5. In one sentence, say what I2U2 is. (2 marks)", "say what I2U2 is."),
            ("2020. What happened?", "2020. What happened?"),
            ("İ, right?", "İ, right?"),
        ] {
            assert_eq!(plain(typed), expected, "{typed}");
        }
    }
}

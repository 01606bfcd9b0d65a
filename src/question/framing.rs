//! What is said around a claim that somebody wants checked: where it was found, and who made it.

use super::words::{SAYING, asks, is_auxiliary, is_one_of};

/// Words of a heading that only says where a claim comes from ("Claim in the thread: ..."); of no other words.
const OF_A_HEADING: [&str; 61] = [
    "a",
    "an",
    "the",
    "this",
    "these",
    "one",
    "two",
    "three",
    "first",
    "second",
    "last",
    "next",
    "another",
    "my",
    "our",
    "some",
    "in",
    "on",
    "from",
    "of",
    "for",
    "to",
    "by",
    "me",
    "today",
    "yesterday",
    "just",
    "here",
    "please",
    "pls",
    "quick",
    "before",
    "print",
    "same",
    "server",
    "channel",
    "chat",
    "group",
    "thread",
    "user",
    "users",
    "member",
    "members",
    "someone",
    "somebody",
    "people",
    "student",
    "students",
    "homework",
    "heard",
    "seen",
    "saw",
    "read",
    "says",
    "said",
    "writes",
    "is",
    "going",
    "round",
    "around",
    "and",
];

/// The one of them that it must have: what it calls the claim, or what is done with it.
const CLAIMS: [&str; 27] = [
    "claim",
    "claims",
    "claimed",
    "statement",
    "statements",
    "fact",
    "facts",
    "check",
    "checking",
    "myth",
    "rumour",
    "rumor",
    "boast",
    "post",
    "posts",
    "posted",
    "comment",
    "comments",
    "message",
    "tweet",
    "quote",
    "dispute",
    "argument",
    "debate",
    "verify",
    "confirm",
    "settle",
];

/// Who makes claims in a chat.
const CLAIMANTS: [&str; 25] = [
    "member",
    "user",
    "poster",
    "commenter",
    "regular",
    "newcomer",
    "moderator",
    "mod",
    "admin",
    "student",
    "pupil",
    "teacher",
    "opponent",
    "friend",
    "guy",
    "dude",
    "bloke",
    "someone",
    "somebody",
    "person",
    "post",
    "comment",
    "tweet",
    "thread",
    "meme",
];

/// Verbs that say what follows without a "that" as well.
const REPORTING: [&str; 12] = [
    "says", "said", "claims", "claimed", "alleges", "alleged", "insists", "insisted", "swears", "posted", "thinks",
    "reckons",
];

/// A text without a heading that only says where a claim comes from.
pub(super) fn without_heading(text: &str) -> Option<&str> {
    let (heading, claim) = text.split_once(": ")?;
    let mut words =
        heading.split([' ', '-', '\'']).map(|word| word.trim_matches(['#', ','])).filter(|it| !it.is_empty());
    // "Comment on this" asks for more than a verdict.
    let orders = words.clone().next().is_some_and(|first| is_one_of(first, &["comment", "debate", "argument"]));
    let is_number = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_heading = !orders
        && words.clone().any(|word| is_one_of(word, &CLAIMS))
        && words
            .all(|word| word == "s" || is_number(word) || is_one_of(word, &CLAIMS) || is_one_of(word, &OF_A_HEADING));
    is_heading.then(|| claim.trim_start())
}

/// What somebody in a chat is said to have said: "One member alleges that Oman has joined".
pub(super) fn said(text: &str) -> Option<&str> {
    /// Words up to the one who says it ("one of our older members"), and from there to the verb ("a user in the history channel").
    const MOST_BEFORE: usize = 4;
    const MOST_BETWEEN: usize = 4;
    let words: Vec<&str> = text.split(' ').take(MOST_BEFORE + MOST_BETWEEN + 2).collect();
    let speaker =
        words.iter().take(MOST_BEFORE + 1).position(|word| is_one_of(word.trim_end_matches('s'), &CLAIMANTS))?;
    let mut between = words.iter().skip(speaker + 1).take(MOST_BETWEEN + 1);
    let verb = speaker + 1 + between.position(|word| is_one_of(word, &SAYING))?;
    // A name among them, or a pause, makes it more than that, and what nobody says is not said.
    let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '\'' | '#' | '-'));
    let denies = |word: &&str| is_one_of(word, &["no", "none", "never", "not", "nobody"]) || word.ends_with("n't");
    // "They maintained ties", "he told Trump" say something else.
    let reports = is_one_of(words[verb], &REPORTING) || words.get(verb + 1).is_some_and(|next| *next == "that");
    if !words[1..verb].iter().all(is_plain) || words[..verb].iter().any(denies) || !reports {
        return None;
    }
    let rest = text.splitn(verb + 2, ' ').nth(verb + 1)?.trim_start();
    Some(rest.strip_prefix("that ").unwrap_or(rest)).filter(|rest| !rest.is_empty())
}

/// The claims of two who disagree: "User A says Oman joined, user B says it refused. Who is right?" Not of more than two, nor
/// where they ask.
///
/// ```
/// use accords::question::framing::two_claims;
/// let text = "User A says Oman joined in 2021, user B says that it never did. Who is right?";
/// assert_eq!(two_claims(text), Some(["Oman joined in 2021", "it never did"]));
/// assert_eq!(two_claims("Member A: Oman joined. Member B: no."), Some(["Oman joined", "no"]));
/// assert_eq!(two_claims("Member A: Oman paid 1.2 million. Member B: no."), Some(["Oman paid 1.2 million", "no"]));
/// assert_eq!(two_claims("Member A: When did Oman join? Member B: Where?"), None);
/// assert_eq!(two_claims("A member says Oman joined, and when was that?"), None);
/// ```
pub fn two_claims(text: &str) -> Option<[&str; 2]> {
    const NOUNS: [&str; 6] = ["user", "member", "person", "player", "student", "team"];
    const COUNTS: [[&str; 3]; 3] = [["a", "b", "c"], ["1", "2", "3"], ["one", "two", "three"]];
    // Most texts speak of nobody like that.
    let place = |word: &str| NOUNS.iter().position(|noun| word.eq_ignore_ascii_case(noun));
    let noun = NOUNS[text.split(' ').filter_map(place).min()?];
    let lower = text.to_ascii_lowercase();
    let claims_of = |count: &[&str; 3]| {
        let first = claim_of(&lower, &format!("{noun} {}", count[0]), 0)?;
        let second = claim_of(&lower, &format!("{noun} {}", count[1]), first.1)?;
        claim_of(&lower, &format!("{noun} {}", count[2]), second.1).is_none().then_some((first, second))
    };
    let (first, second) = COUNTS.iter().find_map(claims_of)?;
    let end = second.1 + end_of_sentence(&lower[second.1..]);
    let claims = [&text[first.1..second.0], &text[second.1..end]].map(without_link);
    let asks = |claim: &&str| {
        let opening = claim.split(' ').next().unwrap_or_default().to_ascii_lowercase();
        claim.is_empty() || claim.contains('?') || asks(&opening) || is_auxiliary(&opening)
    };
    (!claims.iter().any(asks)).then_some(claims)
}

/// A claim without the "and" or the comma before the next one.
fn without_link(claim: &str) -> &str {
    let claim = claim.trim().trim_end_matches([',', ';', '.', ' ']);
    let claim = [" and", " but", " while"].iter().find_map(|link| claim.strip_suffix(link)).unwrap_or(claim);
    claim.trim_end_matches([',', ' '])
}

/// The length of the first sentence: to a mark at the end of a word of more than one letter, for "1.2" and "the U.S." go on.
fn end_of_sentence(text: &str) -> usize {
    let is_end = |&(at, _): &(usize, &str)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let word = before.rsplit([' ', '.']).next().unwrap_or_default();
        (after.is_empty() || after.starts_with(' ')) && word.chars().nth(1).is_some()
    };
    text.match_indices(['.', '?', '!', ';']).find(is_end).map_or(text.len(), |(at, _)| at)
}

/// Where somebody is named who claims something, and where the claim begins.
fn claim_of(lower: &str, speaker: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + lower[from..].find(speaker)?;
    let is_word = !lower[..start].ends_with(char::is_alphanumeric);
    let rest = &lower[start + speaker.len()..];
    let claim = rest.strip_prefix(':').or_else(|| {
        let (verb, claim) = rest.strip_prefix(' ')?.split_once(' ')?;
        SAYING.contains(&verb.trim_end_matches(':')).then_some(claim.strip_prefix("that ").unwrap_or(claim))
    })?;
    is_word.then_some((start, lower.len() - claim.trim_start().len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_and_speakers_are_no_part_of_a_claim() {
        for (text, expected) in [
            ("Two facts from one comment: Oman joined.", Some("Oman joined.")),
            ("Member's claim: Oman joined.", Some("Oman joined.")),
            ("Fact-check please: Oman joined.", Some("Oman joined.")),
            ("Claim 1: Oman joined.", Some("Oman joined.")),
            ("Comment on this: Oman joined.", None),
            ("Rugby thread: Oman won.", None),
            ("C-SIPA got a member: that was France.", None),
            ("Who said it: Oman?", None),
        ] {
            assert_eq!(without_heading(text), expected, "{text}");
        }
        for (text, expected) in [
            ("One member alleges that Oman joined", Some("Oman joined")),
            ("a user in my server says Oman joined", Some("Oman joined")),
            ("A member of the Knesset said that Oman joined", None),
            ("No user claims that Oman has joined", None),
            ("All members maintained ties with Israel", None),
            ("The newest member told Trump that Oman joined", None),
            ("Oman joined", None),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}

//! What is said around a claim that somebody wants checked: where it was found, and who made it.

use super::words::SAYING;

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
const SPEAKERS: [&str; 25] = [
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

/// A text without a heading that only says where a claim comes from.
pub(super) fn without_heading(text: &str) -> Option<&str> {
    let (heading, claim) = text.split_once(": ")?;
    let is_one_of = |word: &str, words: &[&str]| words.iter().any(|it| it.eq_ignore_ascii_case(word));
    let mut words =
        heading.split([' ', '-', '\'']).map(|word| word.trim_matches(['#', ','])).filter(|it| !it.is_empty());
    let is_heading = words.clone().any(|word| is_one_of(word, &CLAIMS))
        && words.all(|word| word == "s" || is_one_of(word, &CLAIMS) || is_one_of(word, &OF_A_HEADING));
    is_heading.then(|| claim.trim_start())
}

/// What somebody in a chat is said to have said: "One member alleges that Oman has joined".
pub(super) fn said(text: &str) -> Option<&str> {
    /// Words up to the one who says it ("one of our older members"), and from there to the verb ("a user in the history channel").
    const MOST_BEFORE: usize = 4;
    const MOST_BETWEEN: usize = 4;
    let is_one_of = |word: &str, words: &[&str]| words.iter().any(|it| it.eq_ignore_ascii_case(word));
    let words: Vec<&str> = text.split(' ').take(MOST_BEFORE + MOST_BETWEEN + 2).collect();
    let speaker =
        words.iter().take(MOST_BEFORE + 1).position(|word| is_one_of(word.trim_end_matches('s'), &SPEAKERS))?;
    let mut between = words.iter().skip(speaker + 1).take(MOST_BETWEEN + 1);
    let verb = speaker + 1 + between.position(|word| is_one_of(word, &SAYING))?;
    // A name among them, or a pause, makes it more than that.
    let is_plain = |word: &&str| word.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '\'' | '#' | '-'));
    if !words[1..verb].iter().all(is_plain) {
        return None;
    }
    let rest = text.splitn(verb + 2, ' ').nth(verb + 1)?.trim_start();
    Some(rest.strip_prefix("that ").unwrap_or(rest)).filter(|rest| !rest.is_empty())
}

/// The claims of two who disagree: "User A says Oman joined, user B says it refused. Who is right?"
///
/// ```
/// use accords::question::framing::two_claims;
/// let text = "User A says Oman joined in 2021, user B says that it never did. Who is right?";
/// assert_eq!(two_claims(text), Some(["Oman joined in 2021", "it never did"]));
/// assert_eq!(two_claims("Member A: Oman joined. Member B: no."), Some(["Oman joined", "no"]));
/// assert_eq!(two_claims("A member says Oman joined, and when was that?"), None);
/// ```
pub fn two_claims(text: &str) -> Option<[&str; 2]> {
    const NOUNS: [&str; 6] = ["user", "member", "person", "player", "student", "team"];
    const PAIRS: [(&str, &str); 3] = [("a", "b"), ("1", "2"), ("one", "two")];
    let lower = text.to_ascii_lowercase();
    let (first, second) =
        NOUNS.iter().flat_map(|noun| PAIRS.iter().map(move |pair| (noun, pair))).find_map(|(noun, (one, other))| {
            let first = claim_of(&lower, &format!("{noun} {one}"), 0)?;
            let second = claim_of(&lower, &format!("{noun} {other}"), first.1)?;
            Some((first, second))
        })?;
    let end = lower[second.1..].find(['.', '?', '!', ';']).map_or(text.len(), |length| second.1 + length);
    let claims = [&text[first.1..second.0], &text[second.1..end]];
    let claims = claims.map(|claim| {
        let claim = claim.trim().trim_end_matches([',', ';', '.', ' ']);
        let claim = [" and", " but", " while"].iter().find_map(|link| claim.strip_suffix(link)).unwrap_or(claim);
        claim.trim_end_matches([',', ' '])
    });
    claims.iter().all(|claim| !claim.is_empty()).then_some(claims)
}

/// Where somebody is named who claims something, and where the claim begins.
fn claim_of(lower: &str, speaker: &str, from: usize) -> Option<(usize, usize)> {
    let start = from + lower[from..].find(speaker)?;
    let rest = &lower[start + speaker.len()..];
    let begins = |claim: &str| Some((start, lower.len() - claim.trim_start().len()));
    if let Some(claim) = rest.strip_prefix(':') {
        return begins(claim);
    }
    let (verb, claim) = rest.strip_prefix(' ')?.split_once(' ')?;
    let is_said = SAYING.contains(&verb.trim_end_matches(':'));
    is_said.then(|| begins(claim.strip_prefix("that ").unwrap_or(claim)))?
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
            ("Oman joined", None),
        ] {
            assert_eq!(said(text), expected, "{text}");
        }
    }
}

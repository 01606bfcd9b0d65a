//! Text from people and sources -> text that Discord shows as it is: no formatting, no links, no mentions.

use std::borrow::Cow;

use crate::discord::limits;
use crate::text::normalise::is_invisible;

/// Breaks what Discord would otherwise read as a mention or an address; shows nothing.
const BREAK: char = '\u{200B}';

/// One line of visible text: invisible and direction characters dropped, white space made single spaces.
///
/// ```
/// use accords::discord::escape::visible;
/// assert_eq!(visible("Bah\u{202e}rain \n\n signed"), "Bahrain signed");
/// ```
pub fn visible(text: &str) -> String {
    line(text).into_owned()
}

/// The same, borrowed where the text is such a line already, as nearly all are.
fn line(text: &str) -> Cow<'_, str> {
    if is_line(text) {
        return Cow::Borrowed(text);
    }
    let kept: String =
        text.chars().filter(|&c| !is_invisible(c)).map(|c| if c.is_control() { ' ' } else { c }).collect();
    Cow::Owned(kept.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a text is one line of visible text, with single spaces between words and none around.
fn is_line(text: &str) -> bool {
    let mut before = ' ';
    let mut is_kept = |c: char| {
        let is_kept = if c.is_ascii() {
            c.is_ascii_graphic() || (c == ' ' && before != ' ')
        } else {
            !(c.is_control() || c.is_whitespace() || is_invisible(c))
        };
        before = c;
        is_kept
    };
    text.chars().all(&mut is_kept) && !text.ends_with(' ')
}

/// The text with everything escaped that Discord's markdown would act on.
///
/// ```
/// use accords::discord::escape::escape;
/// assert_eq!(escape("**bold** <@1>"), r"\*\*bold\*\* \<@1\>");
/// ```
pub fn escape(text: &str) -> String {
    escape_line(&line(text))
}

/// The same for a line of visible text. Looks at bytes, because all that markdown acts on is ASCII.
fn escape_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let rest = || &text[at + 1..];
        let is_special = match byte {
            b'\\' | b'*' | b'_' | b'~' | b'`' | b'|' | b'[' | b']' | b'<' | b'>' | b'#' => true,
            b'-' | b'+' => at == 0,
            b'.' | b')' => is_list_number(&text[..at]) && rest().starts_with(' '),
            _ => false,
        };
        if is_special {
            out.extend([&text[done..at], "\\"]);
            done = at;
        }
        if (byte == b'@' && names_everyone(rest())) || (byte == b':' && rest().starts_with("//")) {
            out.push_str(&text[done..=at]);
            out.push(BREAK);
            done = at + 1;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// One line of visible text with mentions and addresses broken, for places where Discord shows markdown as it is.
///
/// ```
/// use accords::discord::escape::unlinked;
/// assert_eq!(unlinked("*@here*  https://x.org"), "*@\u{200B}here* https:\u{200B}//x.org");
/// ```
pub fn unlinked(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        out.push(c);
        if (c == '@' && names_everyone(rest))
            || (c == ':' && rest.starts_with("//"))
            || (c == '<' && rest.starts_with(['@', '#']))
        {
            out.push(BREAK);
        }
    }
    out
}

/// Takes the backslashes out that [`escape`] put in, and what breaks mentions and addresses.
///
/// ```
/// use accords::discord::escape::{escape, unescape};
/// assert_eq!(unescape(&escape("*who* signed [it]?")), "*who* signed [it]?");
/// ```
pub fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().filter(|&c| c != BREAK);
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    out
}

/// Whether what stands before a point makes the line an item of a numbered list.
fn is_list_number(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

fn names_everyone(rest: &str) -> bool {
    ["everyone", "here"].iter().any(|word| rest.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// The escaped text within `most` units; what is cut is cut before escaping, so that no escape is split.
pub fn escape_within(text: &str, most: usize) -> String {
    let text = line(text);
    let mut room = most;
    loop {
        let escaped = escape_line(&limits::trim(&text, room));
        let excess = limits::count(&escaped).saturating_sub(most);
        if excess == 0 {
            return escaped;
        }
        room = room.saturating_sub(excess);
    }
}

/// A masked link, or none when the address cannot stand in one.
///
/// `label` is escaped text.
pub fn link(label: &str, url: &str) -> Option<String> {
    linkable(url).map(|url| format!("[{}]({url})", balanced(label)))
}

/// The address as it may stand in a masked link: http or https, of bearable length, with brackets and blanks encoded.
pub fn linkable(url: &str) -> Option<String> {
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)) && url.len() > scheme.len()
    });
    if !is_web || url.chars().any(|c| c.is_control() || is_invisible(c)) {
        return None;
    }
    let mut encoded = String::with_capacity(url.len());
    for c in url.trim().chars() {
        match c {
            '(' => encoded.push_str("%28"),
            ')' => encoded.push_str("%29"),
            '<' => encoded.push_str("%3C"),
            '>' => encoded.push_str("%3E"),
            '"' => encoded.push_str("%22"),
            '\\' => encoded.push_str("%5C"),
            c if c.is_whitespace() => encoded.push_str("%20"),
            c => encoded.push(c),
        }
    }
    (limits::count(&encoded) <= limits::LINK_URL).then_some(encoded)
}

/// The label with round brackets where square ones do not pair: an odd one would end the link early.
fn balanced(label: &str) -> String {
    let mut depth = 0_i32;
    let mut paired = true;
    for c in label.chars() {
        depth += i32::from(c == '[') - i32::from(c == ']');
        paired &= depth >= 0;
    }
    if paired && depth == 0 {
        return label.to_owned();
    }
    label.replace("\\[", "(").replace("\\]", ")").replace('[', "(").replace(']', ")")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_text_loses_its_force() {
        let table = [
            ("@everyone look", "@\u{200B}everyone look"),
            ("@HERE", "@\u{200B}HERE"),
            ("mail a@b.org", "mail a@b.org"),
            ("[free](https://evil.example)", "\\[free\\](https:\u{200B}//evil.example)"),
            ("<@!123> <#4> <:x:5>", r"\<@!123\> \<\#4\> \<:x:5\>"),
            ("# heading", r"\# heading"),
            ("- item", r"\- item"),
            ("1. item", r"1\. item"),
            ("of 2020. Then", "of 2020. Then"),
            ("a\u{202E}b\u{2066}c\u{200D}", "abc"),
            (r"\*", r"\\\*"),
            ("``` ||x|| ~~y~~", r"\`\`\` \|\|x\|\| \~\~y\~\~"),
        ];
        for (from, to) in table {
            assert_eq!(escape(from), to);
        }
    }

    #[test]
    fn no_escape_is_split() {
        let stars = "*".repeat(50);
        for most in 0..40 {
            let short = escape_within(&stars, most);
            assert!(limits::count(&short) <= most);
            assert_eq!(short.matches('\\').count(), short.matches('*').count());
        }
    }

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(link("a", "https://x.org/a(b)").as_deref(), Some("[a](https://x.org/a%28b%29)"));
        assert_eq!(link("a", "javascript:alert(1)"), None);
        assert_eq!(link("a", "https://"), None);
        assert_eq!(link("a", &format!("https://x.org/{}", "y".repeat(600))), None);
    }

    #[test]
    fn an_odd_bracket_does_not_end_the_link() {
        assert_eq!(link(&escape("[Statement]"), "https://x.org").as_deref(), Some(r"[\[Statement\]](https://x.org)"));
        assert_eq!(link(&escape("odd ] one"), "https://x.org").as_deref(), Some("[odd ) one](https://x.org)"));
    }
}

//! Text -> words.

use std::borrow::Cow;

use compact_str::CompactString;

use super::normalise::{clean, fold, without_addresses};
use super::stem::stem;

/// Bytes of a usual word with the space behind it, or somewhat fewer: room for the words of a text is made at once.
const USUAL_WORD: usize = 5;

/// One word of a text. Most words are short, and short texts lie in the token itself: a question asks for no memory word by
/// word.
#[expect(clippy::struct_excessive_bools, reason = "each may be so with any of the others")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As typed, after cleaning.
    pub raw: CompactString,
    /// Comparable form: see [`fold`].
    pub folded: CompactString,
    /// Stem of the folded form.
    pub stem: CompactString,
    /// Whether a hyphen joined it to the word before (`F-35`, `C-SIPA`).
    pub joined: bool,
    /// Whether a comma or a colon stands before it.
    pub after_comma: bool,
    /// Whether a possessive 's was dropped from it.
    pub owns: bool,
    /// Whether its stem was put for a phrase that means the same.
    pub unified: bool,
    /// Index of the sentence it stands in.
    pub sentence: usize,
}

/// The folded words of a text, for comparing names and phrases; see [`tokenise`].
pub fn words(text: &str) -> Vec<CompactString> {
    words_in(text).collect()
}

/// The folded words of a text one by one, for who wants only the first ones.
pub fn words_in(text: &str) -> impl Iterator<Item = CompactString> {
    Splitter::new(text).map(|token| token.folded)
}

/// The words of a text in order; punctuation is left out, a possessive 's is dropped, other apostrophes close up (`don't` -> `dont`).
///
/// ```
/// use accords::text::tokens::tokenise;
/// let words: Vec<_> = tokenise("Israel's F-35s, don't!").into_iter().map(|t| t.folded).collect();
/// assert_eq!(words, ["israel", "f", "35s", "dont"]);
/// ```
pub fn tokenise(text: &str) -> Vec<Token> {
    tokenise_with(text, stem)
}

/// The same with stems from elsewhere: who knows the usual words need not stem them again.
pub fn tokenise_with(text: &str, stem: impl Fn(&str) -> CompactString) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / USUAL_WORD + 1);
    tokens.extend(Splitter::new(text).map(|token| Token { stem: stem(&token.folded), ..token }));
    tokens
}

/// The words of a text one by one, not yet stemmed.
struct Splitter<'t> {
    text: Cow<'t, str>,
    /// Where the next word is looked for.
    at: usize,
    joined: bool,
    after_comma: bool,
    sentence: usize,
    sentence_has_words: bool,
}

impl<'t> Splitter<'t> {
    fn new(text: &'t str) -> Self {
        let text = match without_addresses(text) {
            Cow::Borrowed(text) => clean(text),
            Cow::Owned(text) => Cow::Owned(clean(&text).into_owned()),
        };
        Self { text, at: 0, joined: false, after_comma: false, sentence: 0, sentence_has_words: false }
    }

    /// Whether a word has been found yet.
    fn has_words(&self) -> bool {
        self.sentence > 0 || self.sentence_has_words
    }

    fn token(&self, word: &str) -> Token {
        Token { joined: self.joined, after_comma: self.after_comma, sentence: self.sentence, ..token(word) }
    }
}

impl Iterator for Splitter<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let rest = &self.text[self.at..];
        let mut chars = rest.char_indices().peekable();
        let mut start = None;
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|&(_, next)| next);
            let before = &rest[start.unwrap_or(at)..at];
            if is_word_char(c) || next.is_some_and(|next| stays_inside(before, c, next)) {
                start.get_or_insert(at);
                continue;
            }
            let found = (!before.is_empty()).then(|| self.token(before));
            if found.is_some() {
                self.after_comma = false;
                self.sentence_has_words = true;
            }
            self.after_comma |= matches!(c, ',' | ':');
            self.joined = is_hyphen(c) && next.is_some_and(is_word_char) && self.has_words();
            let ends = matches!(c, '?' | '!' | '؟' | '。' | ';' | ':')
                || is_emoji(c)
                || (c == '.' && next.is_none_or(|n| n == ' '));
            if ends && self.sentence_has_words {
                self.sentence += 1;
                self.sentence_has_words = false;
            }
            if found.is_some() {
                self.at += at + c.len_utf8();
                return found;
            }
        }
        let found = start.map(|start| self.token(&rest[start..]));
        self.at = self.text.len();
        found
    }
}

fn token(word: &str) -> Token {
    const POSSESSIVES: [&str; 6] = ["'s", "’s", "'S", "’S", "ʼs", "`s"];
    let may_be_possessive = word.ends_with(['s', 'S']);
    let bare = POSSESSIVES.iter().filter(|_| may_be_possessive).find_map(|s| word.strip_suffix(s)).unwrap_or(word);
    let raw: CompactString =
        if bare.contains(is_apostrophe) { bare.replace(is_apostrophe, "").into() } else { bare.into() };
    // A thousands mark, or a point of initials.
    let mark = if raw.starts_with(|c: char| c.is_ascii_digit()) { ',' } else { '.' };
    let folded = if raw.contains(mark) { fold(&raw.replace(mark, "")) } else { fold(&raw) };
    Token {
        stem: CompactString::default(),
        raw,
        folded,
        joined: false,
        after_comma: false,
        owns: bare.len() < word.len(),
        unified: false,
        sentence: 0,
    }
}

/// Of each word whether it is written like a name: with a capital, where no sentence begins, in a text not all in capitals.
pub fn inner_capitals(tokens: &[Token]) -> Vec<bool> {
    let in_mixed_case = tokens.iter().any(|token| token.raw.starts_with(char::is_lowercase));
    let begins_sentence = |at: usize| at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
    let is_capital = |at: usize| tokens[at].raw.starts_with(char::is_uppercase);
    (0..tokens.len()).map(|at| in_mixed_case && is_capital(at) && !begins_sentence(at)).collect()
}

fn is_word_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || (!c.is_ascii() && (c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)))
}

/// Whether a character is a small picture, with which people end a sentence as with a full stop.
fn is_emoji(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{1F300}'..='\u{1FAFF}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// Whether a mark stays inside its word: an apostrophe, a point of `U.A.E.`, a thousands or decimal mark.
fn stays_inside(word: &str, mark: char, next: char) -> bool {
    let in_number = || word.ends_with(|last: char| last.is_ascii_digit()) && next.is_ascii_digit();
    let in_initials = || {
        let ends_in_letter = word.ends_with(char::is_alphabetic);
        ends_in_letter && next.is_alphabetic() && word.rsplit('.').next().is_some_and(|part| part.chars().count() == 1)
    };
    match mark {
        ',' => in_number(),
        '.' => in_number() || in_initials(),
        _ => is_apostrophe(mark) && !word.is_empty() && is_word_char(next),
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '־')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<CompactString> {
        tokenise(text).into_iter().map(|t| t.folded).collect()
    }

    #[test]
    fn marks_inside_words_and_between_them() {
        assert_eq!(words("U.A.E., uae,bahrain"), ["uae", "uae", "bahrain"]);
        assert_eq!(words("$23,000.50 in 2022. Next"), ["23000.50", "in", "2022", "next"]);
        assert_eq!(words("King’s what's"), ["king", "what"]);
    }

    #[test]
    fn sentences_are_counted_and_hyphens_seen() {
        let tokens = tokenise("Hi! C-SIPA? ok \u{1F605} so");
        let seen: Vec<_> = tokens.iter().map(|t| (t.sentence, t.joined)).collect();
        assert_eq!(seen, [(0, false), (1, false), (1, true), (2, false), (3, false)]);
    }
}

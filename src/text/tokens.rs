//! Text -> words.

use super::normalise::{clean, fold, without_addresses};
use super::stem::stem;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// As typed, after cleaning.
    pub raw: String,
    /// Comparable form: see [`fold`].
    pub folded: String,
    /// Stem of the folded form.
    pub stem: String,
    /// Whether a hyphen joined it to the word before (`F-35`, `C-SIPA`).
    pub joined: bool,
    /// Whether a comma or a colon stands before it.
    pub after_comma: bool,
    /// Whether its stem was put for a phrase that means the same.
    pub unified: bool,
    /// Index of the sentence it stands in.
    pub sentence: usize,
}

/// The folded words of a text, for comparing names and phrases; see [`tokenise`].
pub fn words(text: &str) -> Vec<String> {
    split(text).into_iter().map(|token| token.folded).collect()
}

/// The words of a text in order; punctuation is left out, a possessive 's is dropped, other apostrophes close up (`don't` -> `dont`).
///
/// ```
/// use accords::text::tokens::tokenise;
/// let words: Vec<_> = tokenise("Israel's F-35s, don't!").into_iter().map(|t| t.folded).collect();
/// assert_eq!(words, ["israel", "f", "35s", "dont"]);
/// ```
pub fn tokenise(text: &str) -> Vec<Token> {
    let mut tokens = split(text);
    for token in &mut tokens {
        token.stem = stem(&token.folded);
    }
    tokens
}

/// The words of a text, not yet stemmed.
fn split(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut word = String::new();
    let (mut joined, mut after_comma, mut sentence, mut sentence_has_words) = (false, false, 0, false);
    let cleaned = clean(&without_addresses(text));
    let mut chars = cleaned.chars().peekable();
    while let Some(c) = chars.next() {
        if is_word_char(c) || chars.peek().is_some_and(|&next| stays_inside(&word, c, next)) {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            tokens.push(Token { joined, after_comma, sentence, ..token(&word) });
            word.clear();
            after_comma = false;
            sentence_has_words = true;
        }
        after_comma |= matches!(c, ',' | ':');
        joined = is_hyphen(c) && chars.peek().is_some_and(|&n| is_word_char(n)) && tokens.last().is_some();
        let ends =
            matches!(c, '?' | '!' | '؟' | '。' | ';' | ':') || (c == '.' && chars.peek().is_none_or(|&n| n == ' '));
        if ends && sentence_has_words {
            sentence += 1;
            sentence_has_words = false;
        }
    }
    if !word.is_empty() {
        tokens.push(Token { joined, after_comma, sentence, ..token(&word) });
    }
    tokens
}

fn token(word: &str) -> Token {
    let bare = ["'s", "’s", "'S", "’S", "ʼs", "`s"].iter().find_map(|s| word.strip_suffix(s)).unwrap_or(word);
    let raw: String = bare.chars().filter(|&c| !is_apostrophe(c)).collect();
    let is_number = raw.starts_with(|c: char| c.is_ascii_digit());
    let folded = fold(&if is_number { raw.replace(',', "") } else { raw.replace('.', "") });
    Token { stem: String::new(), raw, folded, joined: false, after_comma: false, unified: false, sentence: 0 }
}

/// Of each word whether it is written like a name: with a capital, where no sentence begins, in a text not all in capitals.
pub fn inner_capitals(tokens: &[Token]) -> Vec<bool> {
    let in_mixed_case = tokens.iter().any(|token| token.raw.starts_with(char::is_lowercase));
    let begins_sentence = |at: usize| at == 0 || tokens[at - 1].sentence != tokens[at].sentence;
    let is_capital = |at: usize| tokens[at].raw.starts_with(char::is_uppercase);
    (0..tokens.len()).map(|at| in_mixed_case && is_capital(at) && !begins_sentence(at)).collect()
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '‘')
}

/// Whether a mark stays inside its word: an apostrophe, a point of `U.A.E.`, a thousands or decimal mark.
fn stays_inside(word: &str, mark: char, next: char) -> bool {
    let Some(last) = word.chars().last() else { return false };
    let in_number = last.is_ascii_digit() && next.is_ascii_digit();
    let in_initials = || next.is_alphabetic() && word.rsplit('.').next().is_some_and(|part| part.chars().count() == 1);
    match mark {
        ',' => in_number,
        '.' => in_number || (last.is_alphabetic() && in_initials()),
        _ => is_apostrophe(mark) && is_word_char(next),
    }
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑' | '–' | '־')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
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
        let tokens = tokenise("Hi! C-SIPA? ok");
        let seen: Vec<_> = tokens.iter().map(|t| (t.sentence, t.joined)).collect();
        assert_eq!(seen, [(0, false), (1, false), (1, true), (2, false)]);
    }
}

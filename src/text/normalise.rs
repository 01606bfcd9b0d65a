//! Text as typed -> text that can be compared: one form per character, nothing invisible, no disguise.

use std::borrow::Cow;

use compact_str::CompactString;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Compatibility-normalised text (NFKC) without invisible characters; white space becomes plain spaces.
///
/// ```
/// use accords::text::normalise::clean;
/// assert_eq!(clean("Bah\u{200b}rain\u{200f} ﬁrst"), "Bahrain first");
/// ```
pub fn clean(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        let has_controls = text.bytes().any(|byte| byte.is_ascii_control());
        let spaced = |c: char| if c.is_ascii_control() { ' ' } else { c };
        return if has_controls { text.chars().map(spaced).collect() } else { Cow::Borrowed(text) };
    }
    text.nfkc()
        .filter_map(|c| match c {
            c if is_invisible(c) => None,
            c if c.is_whitespace() || c.is_control() => Some(' '),
            c => Some(c),
        })
        .collect()
}

/// The text without web addresses: in `[words](address)` only the words count, a bare address counts for nothing.
///
/// ```
/// use accords::text::normalise::without_addresses;
/// assert_eq!(without_addresses("[here](http://a.example/x) and https://b.example ok").trim(), "[here]  and   ok");
/// ```
pub fn without_addresses(text: &str) -> Cow<'_, str> {
    if !text.contains("://") {
        return Cow::Borrowed(text);
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find("http://").or_else(|| rest.find("https://")) {
        let start = rest.find("https://").map_or(start, |other| other.min(start));
        kept.push_str(rest[..start].strip_suffix('(').unwrap_or(&rest[..start]));
        kept.push(' ');
        let address = &rest[start..];
        let end = address.find(|c: char| c.is_whitespace() || c == ')').unwrap_or(address.len());
        rest = address[end..].strip_prefix(')').unwrap_or(&address[end..]);
    }
    Cow::Owned(kept + rest)
}

/// Whether a character shows nothing: joiners, direction marks, variation selectors, soft hyphens, tags.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// One word in its comparable form: lower case, without accents or vowel points, look-alike letters unmasked.
///
/// ```
/// use accords::text::normalise::fold;
/// assert_eq!(fold("Émirats"), "emirats");
/// assert_eq!(fold("UАЕ"), "uae"); // the last two letters were Cyrillic
/// assert_eq!(fold("Казахстан"), "казахстан");
/// ```
pub fn fold(word: &str) -> CompactString {
    if word.is_ascii() {
        let mut lower = CompactString::from(word);
        lower.make_ascii_lowercase();
        return lower;
    }
    let lower: String = word.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
    let bare: CompactString = lower.nfd().filter(|&c| !is_combining_mark(c)).nfc().map(plain_letter).collect();
    let is_disguised =
        bare.chars().any(|c| c.is_ascii_alphabetic()) && bare.chars().any(|c| latin_look_alike(c).is_some());
    if is_disguised { bare.chars().map(|c| latin_look_alike(c).unwrap_or(c)).collect() } else { bare }
}

/// Letters that no decomposition turns into their plain form.
fn plain_letter(c: char) -> char {
    match c {
        'ı' => 'i',
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ə' | 'æ' => 'a',
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        'ё' => 'е',
        _ => c,
    }
}

/// The Latin letter that a lower-case Cyrillic or Greek letter passes for (Unicode's confusables, the ones of one stroke).
fn latin_look_alike(c: char) -> Option<char> {
    Some(match c {
        'а' | 'α' => 'a',
        'в' | 'β' => 'b',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'ε' => 'e',
        'һ' | 'н' => 'h',
        'і' | 'ι' => 'i',
        'ј' => 'j',
        'к' | 'κ' => 'k',
        'м' => 'm',
        'η' => 'n',
        'о' | 'ο' | 'σ' => 'o',
        'р' | 'ρ' => 'p',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}

/// The word that digits and signs stand in for, where a word mixes them with letters (`wh3n` -> `when`); none otherwise.
///
/// The caller must check that the result is a word it knows: `f35` gives `fes`.
pub fn unleet(word: &str) -> Option<String> {
    let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| {
        word.strip_suffix(end).is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
    });
    if is_ordinal {
        return None;
    }
    let has_letter = word.chars().any(char::is_alphabetic);
    let has_digit = word.chars().any(|c| c.is_ascii_digit());
    (has_letter && has_digit).then(|| {
        word.chars()
            .map(|c| match c {
                '0' => 'o',
                '1' => 'i',
                '3' => 'e',
                '4' => 'a',
                '5' => 's',
                '7' => 't',
                '8' => 'b',
                '9' => 'g',
                other => other,
            })
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn disguises_come_off_and_scripts_stay() {
        let table = [
            ("Isrаel", "israel"),
            ("peаce", "peace"),
            ("البَحْرَيْن", "البحرين"),
            ("Birleşik", "birlesik"),
            ("İsrail", "israil"),
            ("Қазақстан", "қазақстан"),
            ("Kyïv", "kyiv"),
        ];
        for (typed, expected) in table {
            assert_eq!(fold(typed), expected, "{typed}");
        }
    }

    #[test]
    fn leetspeak_is_read_only_in_mixed_words() {
        assert_eq!(unleet("wh3n").as_deref(), Some("when"));
        assert_eq!(unleet("2020"), None);
        assert_eq!(unleet("5th"), None);
        assert_eq!(unleet("when"), None);
    }
}

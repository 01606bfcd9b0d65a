//! A sentence in a few words, for where there is no room for the whole of it.

use super::months::MONTHS;

/// What stands where words are left out.
const MARK: char = '…';

/// The sentence without the date at its beginning, cut after a word to at most `most` characters.
///
/// ```
/// use accords::text::headline::headline;
/// assert_eq!(headline("On 15 September 2020 Bahrain signed.", 40), "Bahrain signed");
/// assert_eq!(headline("In December 2020, the king told the president that he would.", 20), "The king told the…");
/// ```
pub fn headline(sentence: &str, most: usize) -> String {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let words = &words[date_words(&words)..];
    let mut text = words.join(" ").trim_end_matches('.').to_owned();
    if let Some(first) = text.chars().next() {
        text.replace_range(..first.len_utf8(), &first.to_uppercase().to_string());
    }
    cut(&text, most)
}

/// The text, or as much of it as `most` characters hold, cut after a word where one ends in the last quarter.
pub fn cut(text: &str, most: usize) -> String {
    let text = text.trim();
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let room = most.saturating_sub(1);
    let end = text.char_indices().nth(room).map_or(text.len(), |(at, _)| at);
    let head = &text[..end];
    let word_ends = text[end..].starts_with(char::is_whitespace);
    let head = match head.rfind(char::is_whitespace) {
        Some(at) if !word_ends && at * 4 >= head.len() * 3 => &head[..at],
        _ => head,
    };
    let mut cut = head.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')).to_owned();
    cut.push(MARK);
    cut
}

/// How many words a date at the beginning takes: `On 15 September 2020,`, `In December 2020`, `In 2020`.
fn date_words(words: &[&str]) -> usize {
    let is_number = |word: &str, digits: std::ops::RangeInclusive<usize>| {
        let word = word.trim_end_matches(',');
        digits.contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit())
    };
    let is_year = |word: &str| is_number(word, 4..=4);
    match words {
        ["On", day, month, year, _, ..] if is_number(day, 1..=2) && MONTHS.contains(month) && is_year(year) => 4,
        ["In", month, year, _, ..] if MONTHS.contains(month) && is_year(year) => 3,
        ["In", year, _, ..] if is_year(year) => 2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_at_the_beginning_go_and_others_stay() {
        for (sentence, short) in [
            ("On 2 March 2027 it opened.", "It opened"),
            ("In 2020 it opened.", "It opened"),
            ("On 2 March it opened.", "On 2 March it opened"),
            ("It opened on 2 March 2027.", "It opened on 2 March 2027"),
            ("On 2 March 2027", "On 2 March 2027"),
            ("", ""),
        ] {
            assert_eq!(headline(sentence, 60), short);
        }
    }

    #[test]
    fn no_cut_is_longer_than_it_may_be() {
        for text in ["one two three, four", "onetwothreefour", "😀😀😀😀😀", "<b>bold</b> text", "מילה אחת ועוד אחת"]
        {
            for most in 1..24 {
                let short = cut(text, most);
                assert!(short.chars().count() <= most, "{short:?} is longer than {most}");
                assert!(short == text || short.ends_with(MARK));
            }
        }
        assert_eq!(cut("one two three, four", 15), "one two three…");
    }
}

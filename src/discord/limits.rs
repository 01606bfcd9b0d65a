//! Discord's limits, each a named constant, and the counting and trimming that keep them.
//!
//! The numbers are those of the public documentation of API v10. They change now and then, so nothing else in the
//! crate writes one down.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

/// Characters in the `content` of a message.
pub const CONTENT: usize = 2_000;
/// Embeds in a message.
pub const EMBEDS: usize = 10;
/// Characters in the title of an embed.
pub const EMBED_TITLE: usize = 256;
/// Characters in the description of an embed.
pub const EMBED_DESCRIPTION: usize = 4_096;
/// Fields in an embed.
pub const EMBED_FIELDS: usize = 25;
/// Characters in the name of a field.
pub const FIELD_NAME: usize = 256;
/// Characters in the value of a field.
pub const FIELD_VALUE: usize = 1_024;
/// Characters in the author's name of an embed.
pub const AUTHOR: usize = 256;
/// Characters in the footer of an embed.
pub const FOOTER: usize = 2_048;
/// Characters in all texts of all embeds of a message together.
pub const EMBEDS_TOTAL: usize = 6_000;
/// Characters in an address that is worth linking; longer ones are shown as text.
pub const LINK_URL: usize = 512;

/// Characters in the description of an attachment: its text for those who do not see it.
pub const FILE_DESCRIPTION: usize = 1_024;
/// Files of a message.
pub const FILES: usize = 10;

/// Rows of buttons below a message.
pub const ROWS: usize = 5;
/// Buttons in a row.
pub const ROW_BUTTONS: usize = 5;
/// Characters on a button.
pub const BUTTON_LABEL: usize = 80;
/// Characters in the `custom_id` of a button, form or input.
pub const CUSTOM_ID: usize = 100;
/// Characters in the title of a form.
pub const MODAL_TITLE: usize = 45;
/// Characters in the label of an input.
pub const INPUT_LABEL: usize = 45;
/// Characters that a person may write in an input, at most.
pub const INPUT_VALUE: usize = 4_000;

/// Global chat-input commands of an application.
pub const COMMANDS: usize = 100;
/// Global message commands of an application.
pub const MESSAGE_COMMANDS: usize = 15;
/// Characters in the name of a command or option.
pub const COMMAND_NAME: usize = 32;
/// Characters in the description of a command or option.
pub const COMMAND_DESCRIPTION: usize = 100;
/// Options of a command.
pub const COMMAND_OPTIONS: usize = 25;
/// Characters in all names, descriptions and values of a command together.
pub const COMMAND_TOTAL: usize = 8_000;
/// Suggestions in an autocomplete answer.
pub const CHOICES: usize = 25;
/// Characters in the name of a suggestion.
pub const CHOICE_NAME: usize = 100;
/// Characters in the value of a suggestion.
pub const CHOICE_VALUE: usize = 100;

/// Messages of a channel that are read at once.
pub const MESSAGES_PAGE: usize = 100;
/// Characters in a `nonce`.
pub const NONCE: usize = 25;
/// Characters of feedback; ours, not Discord's: it is a note and not a letter.
pub const FEEDBACK: usize = 500;
/// Characters in a question; ours, not Discord's: nobody asks one thing in more, and a reply stays a reply.
pub const QUESTION: usize = 500;

/// What to aim at below a limit: 95 % of it.
///
/// The documentation does not say in which unit text is counted, or when white space is trimmed.
pub const fn aim(limit: usize) -> usize {
    limit * 19 / 20
}

/// How long a text is for Discord, or a little more.
///
/// Counts UTF-16 units: never fewer than the characters, and exactly the characters outside emoji and rare scripts.
pub fn count(text: &str) -> usize {
    // All texts are counted several times, so not by going from character to character: those of two units are those of four
    // bytes, and only these begin so.
    let are_two_units = |bytes: &[u8]| bytes.iter().map(|&byte| u8::from(byte >= 0xF0)).sum::<u8>();
    // As many bytes at a time as their sum fits into a byte, which is what makes it fast.
    text.chars().count() + text.as_bytes().chunks(255).map(|some| usize::from(are_two_units(some))).sum::<usize>()
}

/// The text within `most` units: whole, or cut at the end of a sentence or word and marked with an ellipsis.
///
/// ```
/// use accords::discord::limits::trim;
/// assert_eq!(trim("Bahrain signed.", 20), "Bahrain signed.");
/// assert_eq!(trim("Bahrain signed in Washington.", 20), "Bahrain signed in …");
/// assert_eq!(trim("Bahrain signed. So did Israel.", 25), "Bahrain signed. …");
/// ```
pub fn trim(text: &str, most: usize) -> Cow<'_, str> {
    const MARK: &str = " …";
    let text = text.trim();
    if count(text) <= most {
        return Cow::Borrowed(text);
    }
    let Some(room) = most.checked_sub(count(MARK)) else {
        return Cow::Borrowed("");
    };
    let head = prefix(text, room);
    // A sentence end is worth half of the room, not more: a long rest of a sentence says more than a short whole one.
    let end = sentence_end(head)
        .filter(|&end| count(&head[..end]) * 2 >= room)
        .or_else(|| word_end(head, text))
        .unwrap_or_else(|| whole_character_end(head, text));
    Cow::Owned(format!("{}{MARK}", head[..end].trim_end()))
}

/// The longest start of `text` within `room` units.
fn prefix(text: &str, room: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|&(_, c)| {
        used += c.len_utf16();
        used > room
    });
    end.map_or(text, |(at, _)| &text[..at])
}

/// Where the last sentence that is whole within `head` ends.
fn sentence_end(head: &str) -> Option<usize> {
    let mut last = None;
    let mut stopped = false;
    for (at, c) in head.char_indices() {
        if stopped && c.is_whitespace() {
            last = Some(at);
        }
        stopped = matches!(c, '.' | '!' | '?') || (stopped && matches!(c, '"' | '”' | '’' | ')' | ']'));
    }
    last
}

/// Where the last word that is whole within `head` ends.
fn word_end(head: &str, text: &str) -> Option<usize> {
    let next = text[head.len()..].chars().next();
    if next.is_some_and(char::is_whitespace) {
        return Some(head.len());
    }
    head.rfind(char::is_whitespace).filter(|&at| at > 0)
}

/// The end of `head`, or earlier where the cut would take a mark from its letter.
fn whole_character_end(head: &str, text: &str) -> usize {
    let next = text[head.len()..].chars().next();
    if !next.is_some_and(is_combining_mark) {
        return head.len();
    }
    head.char_indices().rev().find(|&(_, c)| !is_combining_mark(c)).map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed_text_keeps_within_its_limit() {
        for text in ["one two three four", "onetwothreefour", "e\u{301}e\u{301}e\u{301}e\u{301}", "😀😀😀😀😀😀"]
        {
            for most in 0..20 {
                let short = trim(text, most);
                assert!(count(&short) <= most, "{short:?} is longer than {most}");
                assert!(short == text || short.is_empty() || short.ends_with('…'));
            }
        }
    }

    #[test]
    fn text_is_counted_in_utf_16_units() {
        for text in
            ["", "abc", "d\u{e9}j\u{e0}", "\u{2026}\u{201C}", "😀a😀", "\u{7FF}\u{800}\u{FFFF}\u{10000}\u{10FFFF}"]
        {
            let long = text.repeat(300);
            assert_eq!(count(text), text.encode_utf16().count(), "{text:?}");
            assert_eq!(count(&long), long.encode_utf16().count(), "300 times {text:?}");
        }
    }

    #[test]
    fn a_mark_stays_with_its_letter() {
        assert_eq!(trim("ae\u{301}e\u{301}e\u{301}", 5), "ae\u{301} …");
    }

    #[test]
    fn a_sentence_end_counts_only_when_it_keeps_half() {
        assert_eq!(trim("No. A much longer second sentence follows here.", 30), "No. A much longer second …");
        assert_eq!(trim("It said (in full.) And then some more words.", 24), "It said (in full.) …");
    }
}

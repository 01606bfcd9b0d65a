//! Misspelt words -> the words that were meant, where one reading is clear.

use compact_str::CompactString;

use super::english::is_english;
use crate::knowledge::index::Index;
use crate::text::normalise::unleet;
use crate::text::similarity::{Letters, SHORTEST_CORRECTED, SHORTEST_SLIP, allowed_edits, edits, has_another_letter};
use crate::text::stem::stem;
use crate::text::tokens::{Token, inner_capitals};

/// A word that is no part of a name is corrected only from this length on, and only to a word of the same first letter.
const SHORTEST_PLAIN: usize = 5;

/// From this length on a word that is no part of a name may be two edits away: "waitangi" is no "waiting".
const LENGTH_FOR_TWO_EDITS_OF_PLAIN: usize = 9;

/// A word of a name wins over another one at the same distance if facts have it this many times as often: "Istael" is Israel
/// and not Ismael.
const MUCH_MORE_FREQUENT: u32 = 20;

/// The most words of a name in which one misspelt word is looked for.
const LONGEST_NAME: usize = 3;

/// A word that was changed: where, from what, to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Index of the token.
    pub token: usize,
    /// As typed.
    pub typed: String,
    /// As read.
    pub read: String,
}

/// Corrects in place the words that the knowledge does not know, and tells which.
///
/// Words under four letters stay, and those of four but for a letter missing, doubled or out of its place; so do words that two
/// known names are equally near to.
pub fn correct(index: &Index, tokens: &mut [Token]) -> Vec<Correction> {
    let mut corrections = correct_names(index, tokens);
    let capitals = inner_capitals(tokens);
    let follows_article: Vec<bool> = (0..tokens.len()).map(|at| at > 0 && tokens[at - 1].folded == "the").collect();
    for (at, token) in tokens.iter_mut().enumerate() {
        if index.knows_word(&token.folded) {
            continue;
        }
        if let Some(owner) = owner_without_apostrophe(index, &token.folded).map(CompactString::from) {
            // "The Emiratis" are several.
            if !follows_article[at] {
                token.stem = stem(&owner);
                token.folded = owner;
                token.owns = true;
            }
            continue;
        }
        if let Some(read) = meant(index, &token.folded, capitals[at]) {
            corrections.push(Correction { token: at, typed: token.raw.to_string(), read: read.to_string() });
            token.stem = stem(&read);
            token.folded = read;
        }
    }
    corrections
}

/// The word of a name that stands with the "s" of what belongs to it: "iraqs parliament" is not Israel's.
fn owner_without_apostrophe<'w>(index: &Index, word: &'w str) -> Option<&'w str> {
    let owner = word.strip_suffix('s').filter(|owner| owner.chars().count() >= SHORTEST_SLIP)?;
    index.spellings().is_name_word(owner).then_some(owner)
}

/// Corrects words of names of several words: "abu dabhi" is two edits from Abu Dhabi as a whole, while "dabhi" is too short.
fn correct_names(index: &Index, tokens: &mut [Token]) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for at in 0..tokens.len() {
        let typed = &tokens[at].folded;
        let too_short = typed.chars().count() < SHORTEST_CORRECTED;
        // A word that is part of no name may be a slip in one all the same: Saudia, the airline, in "Saudia Arabia".
        let is_right = index.spellings().is_name_word(typed)
            || index.is_filler_word(typed)
            || owner_without_apostrophe(index, typed).is_some();
        if too_short || is_right || is_english(typed) || typed.chars().any(|c| c.is_ascii_digit()) {
            continue;
        }
        let windows = (2..=LONGEST_NAME).flat_map(|count| (0..count).map(move |back| (at.checked_sub(back), count)));
        for (first, count) in windows {
            let Some(first) = first.filter(|first| first + count <= tokens.len()) else { continue };
            if let Some(words) = name_like(index, &tokens[first..first + count], at - first) {
                for (token, word) in (first..).zip(words) {
                    if tokens[token].folded != word {
                        corrections.push(Correction {
                            token,
                            typed: tokens[token].raw.to_string(),
                            read: word.to_string(),
                        });
                        tokens[token].stem = stem(&word);
                        tokens[token].folded = word;
                    }
                }
                break;
            }
        }
    }
    corrections
}

/// The words of the one name of as many words that is nearest, where all words but the misspelt one agree.
fn name_like(index: &Index, window: &[Token], misspelt: usize) -> Option<Vec<CompactString>> {
    let mut best: Option<(usize, &[CompactString])> = None;
    let mut tied = false;
    // Of the words that must agree the one that the fewest names have.
    let others = window.iter().enumerate().filter(|(at, _)| *at != misspelt);
    let with = others.map(|(_, token)| index.spellings().names_with(&token.folded, window.len()));
    let names = with.min_by_key(ExactSizeIterator::len)?;
    let mut typed = None;
    for name in names {
        let agree = window.iter().zip(name).filter(|(token, word)| token.folded == **word).count();
        if agree + 1 != window.len() {
            continue;
        }
        let typed = typed.get_or_insert_with(|| window.iter().map(|token| token.folded.as_str()).collect::<String>());
        let Some(found) = edits(typed, &name.concat()) else { continue };
        if best.is_none_or(|best| found < best.0) {
            (best, tied) = (Some((found, name)), false);
        } else if best.is_some_and(|best| found == best.0 && best.1 != name) {
            tied = true;
        }
    }
    best.filter(|_| !tied).map(|(_, name)| name.to_vec())
}

/// What a word was meant for; written like a name, it is no misspelling of a word of no name.
fn meant(index: &Index, word: &str, is_capital: bool) -> Option<CompactString> {
    if let Some(plain) = unleet(word).filter(|plain| index.knows_word(plain)) {
        return Some(plain.into());
    }
    let squeezed = squeeze(word);
    if squeezed != word && index.knows_word(&squeezed) {
        return Some(squeezed);
    }
    if let Some(asker) = asking_word(word) {
        return Some(asker.into());
    }
    if allowed_edits(word.chars().count()) == 0 || word.chars().any(|c| c.is_ascii_digit()) || is_english(word) {
        return None;
    }
    // That a letter is another is no sign of a slip if the word carries nothing ("Basel" for "based").
    let is_slip = |read: &str| !index.is_filler_word(read) || !has_another_letter(word, read);
    let may_be = |read: &str| !is_capital || index.spellings().is_name_word(read);
    nearest(index, word).filter(|read| is_slip(read) && may_be(read))
}

/// The word that holds a question together of which a short one is a slip: it lacks a letter after the first ("whn"), or two have
/// changed places ("teh").
fn asking_word(word: &str) -> Option<&'static str> {
    const WORDS: [&str; 12] =
        ["when", "where", "which", "what", "whose", "does", "did", "was", "were", "the", "and", "with"];
    const SHORTEST: usize = 3;
    let is_short_of = |whole: &str| {
        let lacks = |at: usize| [&whole[..at], &whole[at + 1..]].concat() == word;
        word.len() + 1 == whole.len() && (1..whole.len()).any(lacks)
    };
    let is_swapped = |whole: &str| {
        let swapped = |at: usize| [&whole[..at - 1], &whole[at..=at], &whole[at - 1..at], &whole[at + 1..]].concat();
        word.len() == whole.len() && (1..whole.len()).any(|at| swapped(at) == word)
    };
    let is_candidate = word.len() >= SHORTEST && word.is_ascii() && !is_english(word);
    let mut near = WORDS.into_iter().filter(|whole| is_candidate && (is_short_of(whole) || is_swapped(whole)));
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

/// Letters drawn out for effect ("sooo", "whennn") brought to one.
fn squeeze(word: &str) -> CompactString {
    let mut squeezed = CompactString::default();
    let mut run = 0;
    let mut last = None;
    for c in word.chars() {
        run = if last == Some(c) { run + 1 } else { 1 };
        last = Some(c);
        if run < 3 {
            squeezed.push(c);
        } else if run == 3 {
            squeezed.pop();
        }
    }
    squeezed
}

/// The known word at the fewest edits; a word of a name before another, then the more frequent one. None when words of two
/// different names tie.
fn nearest(index: &Index, word: &str) -> Option<CompactString> {
    let mut letters = word.chars();
    let (first, second) = (letters.next()?, letters.next()?);
    let beginnings = if first == second { vec![first] } else { vec![first, second] }; // two letters may have changed places
    let typed = word.chars().count();
    let most = allowed_edits(typed);
    let letters = Letters::of(word);
    let known = beginnings.iter().flat_map(|&letter| index.spellings().near(letter, typed, most, letters));
    let mut near: Vec<(usize, bool, u32, &str)> = known
        .filter(|known| known.in_name || (typed >= SHORTEST_PLAIN && known.word.starts_with(first)))
        .filter_map(|known| {
            let most = if known.in_name || typed >= LENGTH_FOR_TWO_EDITS_OF_PLAIN { most } else { 1 };
            let found = edits(word, &known.word).filter(|&found| found <= most)?;
            Some((found, !known.in_name, u32::MAX - index.frequency(&known.word), known.word.as_str()))
        })
        .collect();
    near.sort_unstable();
    let mut best = near.first()?;
    // A name on which there are facts is likelier than one on which there are none, one letter nearer: "Mauritiana".
    let is_told = |word: &str| index.frequency(word) > 0;
    if !best.1 && !is_told(best.3) {
        best = near.iter().find(|other| !other.1 && other.0 <= best.0 + 1 && is_told(other.3)).unwrap_or(best);
    }
    let is_rarer = |word: &str| index.frequency(word).saturating_mul(MUCH_MORE_FREQUENT) < index.frequency(best.3);
    let rivals = near.iter().filter(|other| other.0 == best.0 && !other.1 && !best.1 && !is_rarer(other.3));
    let tied = rivals.into_iter().any(|other| !index.spellings().share_a_name(best.3, other.3));
    (!tied).then(|| best.3.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_slips_of_asking_words_are_read() {
        for (typed, read) in [
            ("whn", Some("when")),
            ("teh", Some("the")),
            ("whch", Some("which")),
            ("waht", Some("what")),
            ("adn", Some("and")),
            ("then", None),
            ("uea", None),
            ("wa", None),
        ] {
            assert_eq!(asking_word(typed), read, "{typed}");
        }
    }

    #[test]
    fn drawn_out_letters_close_up() {
        assert_eq!(squeeze("whennn"), "when");
        assert_eq!(squeeze("soooo"), "so");
        assert_eq!(squeeze("embassy"), "embassy");
    }
}

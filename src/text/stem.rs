//! Word -> stem, so that "signed", "signing" and "signs" meet.

use std::borrow::Cow;

use compact_str::CompactString;
use rust_stemmers::{Algorithm, Stemmer};

/// The stem of a folded English word (Snowball English, after one spelling of -ise/-ize); other scripts stay as they are.
///
/// ```
/// use accords::text::stem::stem;
/// assert_eq!(stem("normalized"), stem("normalisation"));
/// assert_eq!(stem("embassies"), stem("embassy"));
/// ```
pub fn stem(word: &str) -> CompactString {
    if !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.into();
    }
    if let Some(stem) = apart(word) {
        return stem.into();
    }
    thread_local!(static STEMMER: Stemmer = Stemmer::create(Algorithm::English));
    let word = one_spelling(word);
    let stem = STEMMER.with(|stemmer| CompactString::from(stemmer.stem(&word)));
    irregular(&stem).map_or(stem, CompactString::from)
}

/// The stem of a word that Snowball takes for another one: a treaty has an annex, and land is annexed. "Annex" itself may be
/// either. A national adviser is of no nations.
fn apart(word: &str) -> Option<&'static str> {
    match word {
        "annexation" | "annexations" | "annexed" | "annexing" => Some("annexat"),
        "national" | "nationals" | "nationally" => Some("national"),
        _ => None,
    }
}

/// American and British spellings brought to one.
fn one_spelling(word: &str) -> Cow<'_, str> {
    for (american, british) in [
        ("ization", "isation"),
        ("izations", "isations"),
        ("ize", "ise"),
        ("ized", "ised"),
        ("izes", "ises"),
        ("izing", "ising"),
        ("ense", "ence"),
        ("nor", "nour"),
        ("bor", "bour"),
        ("enses", "ences"),
        ("nors", "nours"),
        ("bors", "bours"),
        ("boring", "bouring"),
    ] {
        if word.len() > american.len() + 2
            && let Some(head) = word.strip_suffix(american)
        {
            return Cow::Owned(format!("{head}{british}"));
        }
    }
    Cow::Borrowed(word)
}

/// Stems that Snowball leaves apart: noun and verb of one act, and past tenses that it does not know.
fn irregular(stem: &str) -> Option<&'static str> {
    Some(match stem {
        "signatur" | "signatori" => "sign",
        "normal" | "normalis" => "normalis",
        "ratif" | "ratifi" | "ratific" => "ratifi",
        "accus" | "accusat" => "accus",
        "announc" => "announc",
        "visa" => "visa",
        "said" | "say" => "say",
        "gave" | "given" | "give" => "give",
        "got" | "gotten" | "get" => "get",
        "paid" | "pay" | "payment" => "pay",
        "met" | "meet" => "meet",
        "began" | "begun" | "begin" => "begin",
        "left" | "leav" => "leav",
        "took" | "taken" | "take" => "take",
        "made" | "make" => "make",
        "sent" | "send" => "send",
        "bought" | "buy" => "buy",
        "sold" | "sell" | "sale" => "sell",
        "flew" | "flown" | "fli" | "flight" => "flight",
        "went" | "gone" => "go",
        "wrote" | "written" | "write" => "write",
        "spoke" | "spoken" | "speak" | "speech" => "speak",
        "broke" | "broken" | "break" => "break",
        "held" | "hold" => "hold",
        "knew" | "known" | "know" => "know",
        "chose" | "chosen" | "choos" => "choos",
        "won" | "win" => "win",
        "lost" | "lose" => "lose",
        "kept" | "keep" => "keep",
        "built" | "build" => "build",
        "came" | "come" => "come",
        "told" | "tell" => "tell",
        "brought" | "bring" => "bring",
        "fought" | "fight" => "fight",
        "sought" | "seek" => "seek",
        "drew" | "drawn" | "draw" => "draw",
        "fell" | "fallen" | "fall" => "fall",
        "stood" | "stand" => "stand",
        "spent" | "spend" => "spend",
        "heard" | "hear" => "hear",
        "shown" | "show" => "show",
        "saw" | "seen" | "see" => "see",
        "terrorist" => "terror",
        "kill" | "death" => "kill",
        "participat" | "particip" | "attend" | "attende" => "attend",
        "recognit" | "recognis" => "recognis",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_meet_and_different_words_do_not() {
        for (one, other) in [
            ("signed", "signature"),
            ("recognised", "recognition"),
            ("ratified", "ratification"),
            ("flights", "flew"),
            ("defense", "defence"),
            ("paid", "payment"),
            ("holding", "held"),
            ("choose", "chosen"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} {other}");
        }
        for (one, other) in [("embassy", "ambassador"), ("oman", "human"), ("iran", "iraq")] {
            assert_ne!(stem(one), stem(other), "{one} {other}");
        }
    }

    #[test]
    fn other_scripts_stay() {
        assert_eq!(stem("казахстан"), "казахстан");
    }
}

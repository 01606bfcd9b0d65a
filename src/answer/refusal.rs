//! Questions that get no answer, whatever is on record: for verdicts, for the future, and for what might have been.

use super::phrases::{NO_FORECAST, NO_VERDICT, NO_WHAT_IF};
use crate::knowledge::vocabulary::{CueMeaning, Intent};
use crate::question::Reading;
use crate::question::cues::Found;
use crate::question::words::asks;
use crate::text::tokens::Token;

/// Why a question gets no answer at all: it asks for a verdict or for the future. A question on who said or when something
/// was is neither ("I should know this, but when did Bahrain sign?").
pub(super) fn refusal(reading: &Reading) -> Option<&'static str> {
    let asks_a_fact =
        [Intent::When, Intent::Who, Intent::Where, Intent::HowMany].into_iter().any(|it| reading.wants(it));
    // "In your view" asks for no words on record.
    let wants_words = reading.wants_beside(Intent::Said, Intent::Opinion);
    let asks_who = reading.wants(Intent::Who) && !wants_words;
    // "What did Trump write that all should do?" and "What did Vance predict?" ask for words on record.
    let says = wants_words && reading.has_word(&["did", "said", "wrote", "has", "does"]);
    let asks_words = !reading.mentions.is_empty() && (says || reading.has_word(&["according"]));
    if asks_for_an_opinion(reading) && !asks_where_it_belongs(reading) && (!asks_a_fact || asks_who) && !asks_words {
        return Some(NO_VERDICT);
    }
    if is_counterfactual(reading) {
        return Some(NO_WHAT_IF);
    }
    let tells_what_was_foretold = reading.has_word(&["did", "predicted", "foretold"]) && !reading.mentions.is_empty();
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    // "Will I find it there?" is said of the asker.
    let foretells = (word(0) == "will" && !matches!(word(1), "i" | "we"))
        || (reading.wants(Intent::Forecast)
            && (reading.has_word(&["predict", "prediction", "odds", "chances", "probability", "likelihood"])
                || speaks_of_the_future(reading)));
    // "Tell me in which month" is said to the program.
    let is_request = |cue: &Found| word(cue.first) == "tell" && matches!(word(cue.first + 1), "me" | "us");
    let of_words = |cue: &Found| cue.means == CueMeaning::Intent(Intent::Said) && !is_request(cue);
    let is_on_words = reading.cues.iter().any(of_words) || reading.has_word(&["say"]);
    (foretells && !tells_what_was_foretold && !is_on_words).then_some(NO_FORECAST)
}

/// Whether a verdict is asked for; which of two figures "is better founded" is for the sources to say.
fn asks_for_an_opinion(reading: &Reading) -> bool {
    let is_part_of = |cue: &Found| {
        let differs = |other: &Found| other.means == CueMeaning::Intent(Intent::Disagree) && other.count > cue.count;
        reading.cues.iter().any(|other| differs(other) && (cue.first..cue.first + cue.count).all(|at| other.covers(at)))
    };
    let opinions = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Intent(Intent::Opinion));
    opinions.into_iter().any(|cue| !is_part_of(cue))
}

/// "Should it be counted among the accords?": what is counted there is on record, and no matter of taste.
fn asks_where_it_belongs(reading: &Reading) -> bool {
    let should =
        |cue: &Found| cue.means == CueMeaning::Intent(Intent::Opinion) && reading.tokens[cue.first].folded == "should";
    let mut opinions = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Intent(Intent::Opinion));
    let counts = |words: &[Token]| {
        words[0].folded == "be"
            && matches!(words[1].folded.as_str(), "counted" | "classed" | "classified" | "grouped")
            && matches!(words[2].folded.as_str(), "among" | "as" | "with" | "under")
    };
    let Some(place) = reading.tokens.windows(3).position(counts) else { return false };
    let is_theirs = |token: &Token| matches!(token.folded.as_str(), "accords" | "signatories");
    opinions.all(should) && reading.tokens[place..].iter().any(is_theirs)
}

/// Whether it is asked what would have been: "would Sudan have signed if ...?", "what might have come of it had Trump lost?",
/// "Suppose Trump had lost. Would Bahrain have signed?".
fn is_counterfactual(reading: &Reading) -> bool {
    /// Words from the first verb to the second, a name between them.
    const REACH: usize = 6;
    const SUPPOSITIONS: [&str; 5] = ["suppose", "supposing", "imagine", "assume", "assuming"];
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let supposes = |at: usize| {
        // "Would it have to pay?" is no supposition of the past.
        let mut pairs = reading.tokens[at..].windows(2).take(REACH);
        let mut has_been = || pairs.any(|pair| pair[0].folded == "have" && pair[1].folded != "to");
        matches!(word(at), "would" | "could" | "might") && has_been()
    };
    // "Had war not broken out", "what would have come of it had Trump lost"
    let opens = |at: usize| {
        let token = &reading.tokens[at];
        token.after_comma || at.checked_sub(1).is_none_or(|before| reading.tokens[before].sentence != token.sentence)
    };
    let depends = |at: usize| word(at) == "if" || (word(at) == "had" && (opens(at) || reading.is_in_name(at + 1)));
    // "Suppose I could cite one date" supposes nothing of the subject.
    let is_of_the_asker = |at: usize| at > 0 && matches!(word(at - 1), "i" | "we" | "you");
    let may_be = |at: usize| matches!(word(at), "would" | "could" | "might") && !is_of_the_asker(at);
    let is_supposed = reading.tokens.first().is_some_and(|first| SUPPOSITIONS.contains(&first.folded.as_str()))
        && (0..reading.tokens.len()).any(may_be);
    is_supposed
        || (0..reading.sentences()).any(|sentence| {
            let mut places = (0..reading.tokens.len()).filter(|&at| reading.tokens[at].sentence == sentence);
            places.clone().any(supposes) && places.any(depends)
        })
}

/// Whether something will be; that the asker will do something ("I will go then") tells nothing of what is asked.
fn speaks_of_the_future(reading: &Reading) -> bool {
    /// Words between a "before" and its verb.
    const BEFORE: usize = 4;
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_of_the_past = reading.has_word(&["was", "were"]);
    (0..reading.tokens.len()).any(|at| {
        let is_of_the_asker = (at > 0 && matches!(word(at - 1), "i" | "we")) || matches!(word(at + 1), "i" | "we");
        let foretells = match word(at) {
            // "What does he ask before he will open it?" is on what he asks.
            "will" => !(at.saturating_sub(BEFORE)..at)
                .any(|at| matches!(word(at), "before" | "until" | "unless") && (0..at).any(|asker| asks(word(asker)))),
            // "If they go to war next year, who would leave?"
            "would" => (0..reading.tokens.len()).any(|other| word(other) == "if"),
            // What was going to be is told of the past.
            // "Gonna sound dumb but" is said of the asker.
            "gonna" => !is_of_the_past && word(at + 1) != "sound",
            "going" => {
                word(at + 1) == "to" && word(at + 2) != "sound" && !reading.is_in_name(at + 2) && !is_of_the_past
            }
            _ => false,
        };
        foretells && !is_of_the_asker
    })
}

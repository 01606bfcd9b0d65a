//! Whether a number is asked for, and of what kind.

use crate::knowledge::figures::Figures;
use crate::knowledge::model::Knowledge;
use crate::knowledge::vocabulary::{CueMeaning, Intent, WordKind};
use crate::question::Reading;
use crate::question::cues::Found;
use crate::text::tokens::Token;

/// What kind of number a question asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Of whatever there is.
    Any,
    /// An amount of money.
    Money,
    /// A share in per cent.
    Share,
}

impl Number {
    /// The number that a question asks for; "how much did it cost" asks for money. A list tells how many and which, without a
    /// number.
    pub(super) fn of(knowledge: &Knowledge, reading: &Reading) -> Option<Self> {
        let asks_how_many = reading.wants(Intent::HowMany) && !asks_which_as_well(reading);
        // "How many years had it spent on the list?"
        let of_time = reading.wants(Intent::HowLong);
        // "What price did he name for recognising it?" asks for no number; "What price was paid?" does.
        let gains = || reading.cues.iter().filter(|cue| cue.means == CueMeaning::Intent(Intent::Gain));
        let names_it = |cue: &Found| matches!(reading.tokens[cue.first].folded.as_str(), "price" | "cost");
        let is_figurative = |token: &Token| {
            matches!(token.folded.as_str(), "price" | "cost") && gains().next().is_some() && gains().all(names_it)
        };
        let is_of_money =
            |token: &Token| knowledge.index().is_of_kind(&token.folded, WordKind::Money) && !is_figurative(token);
        if reading.tokens.iter().any(is_figurative) && !reading.tokens.iter().any(is_of_money) {
            return None;
        }
        match asks_how_many {
            true if !of_time && reading.tokens.iter().any(is_of_money) => Some(Self::Money),
            true if reading.has_word(&["percent", "percentage"]) => Some(Self::Share),
            _ => (asks_how_many || asks_for_a_number(reading)).then_some(Self::Any),
        }
    }

    /// Whether a sentence with these figures has it.
    pub(super) fn is_in(self, figures: Figures) -> bool {
        match self {
            Self::Any => figures.any,
            Self::Money => figures.money,
            Self::Share => figures.share,
        }
    }
}

/// "In how many languages, and which ones?"
fn asks_which_as_well(reading: &Reading) -> bool {
    reading.tokens.windows(2).any(|pair| pair[0].folded == "and" && pair[1].folded == "which")
}

/// Whether a question asks for the number of something without a "how many": "under which registration number", "how heavy was it".
fn asks_for_a_number(reading: &Reading) -> bool {
    /// Words from the one that asks to the "number".
    const REACH: usize = 3;
    const MEASURED: [&str; 5] = ["heavy", "tall", "wide", "deep", "thick"];
    const UNITS: [&str; 10] =
        ["grams", "kilos", "kilograms", "tonnes", "metres", "meters", "kilometres", "kilometers", "miles", "hectares"];
    let is_measured = reading.tokens.windows(2).any(|pair| match pair[0].folded.as_str() {
        "how" => MEASURED.contains(&pair[1].folded.as_str()),
        "in" => UNITS.contains(&pair[1].folded.as_str()),
        _ => false,
    });
    let is_number_asked_for = |at: usize| {
        let before = &reading.tokens[at.saturating_sub(REACH)..at];
        reading.tokens[at].folded == "number" && before.iter().any(|it| matches!(it.folded.as_str(), "which" | "what"))
    };
    is_measured || (0..reading.tokens.len()).any(is_number_asked_for)
}

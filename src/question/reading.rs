//! One reading of a question: everything that later stages need to know of its text.

use std::ops::Range;

use super::cues::{self, Found};
use super::spelling::{Correction, correct};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::{DateMention, Mentioned, find_dates};
use crate::knowledge::index::Feature;
use crate::knowledge::model::{EntityKey, Knowledge, SUBJECT};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Step};
use crate::text::tokens::{Token, tokenise};

/// A named entity weighs twice its rarity up to this much, in nats: a country on which a third of the facts are is still
/// what is asked about, while Israel, on which nearly all are, tells little.
const ENTITY_WEIGHT: f32 = 2.5;

/// A word that was corrected counts for less than one typed right: it may have been another word.
const CORRECTED_SHARE: f32 = 0.8;

/// Something that the question speaks of and that a fact must speak of too.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its feature; none when no fact has it.
    pub feature: Option<Feature>,
    /// How much it tells, in nats.
    pub weight: f32,
    /// The entity that it names.
    pub entity: Option<EntityKey>,
}

/// What was understood of a question.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its words, corrected.
    pub tokens: Vec<Token>,
    /// The names in it.
    pub mentions: Vec<Mention>,
    /// The dates in it.
    pub dates: Vec<DateMention>,
    /// The cues in it.
    pub cues: Vec<Found>,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// What it speaks of, without names that all facts share and without filler.
    pub terms: Vec<Term>,
}

/// Reads a text.
pub fn read(knowledge: &Knowledge, text: &str) -> Reading {
    let mut tokens = tokenise(text);
    let corrections = correct(knowledge.index(), &mut tokens);
    read_tokens(knowledge, tokens, corrections)
}

fn read_tokens(knowledge: &Knowledge, tokens: Vec<Token>, corrections: Vec<Correction>) -> Reading {
    let index = knowledge.index();
    let mentions = index.find_names(&tokens);
    let dates = find_dates(&tokens);
    let cues = cues::find(knowledge.cues(), &tokens);
    let mut terms: Vec<Term> = Vec::new();
    for mention in &mentions {
        for &entity in &mention.entities {
            let feature = index.feature_of_entity(entity);
            let rarity = feature.map_or(index.unseen_weight(""), |it| index.weight(it));
            let is_subject = knowledge.entity_at(entity).id == SUBJECT;
            let weight = if is_subject { rarity } else { rarity.max((2.0 * rarity).min(ENTITY_WEIGHT)) };
            terms.push(Term { feature, weight, entity: Some(entity) });
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let placed = mentions.iter().any(|m| m.covers(at)) || dates.iter().any(|m| m.covers(at));
        if placed || index.is_filler(token) {
            continue;
        }
        let feature = index.feature_of_stem(&token.stem);
        let is_question_word = cues.iter().any(|cue| {
            (cue.first..cue.first + cue.count).contains(&at) && matches!(cue.means, CueMeaning::Intent(_)) && feature.is_none()
        });
        if is_question_word {
            continue;
        }
        let corrected = if corrections.iter().any(|c| c.token == at) { CORRECTED_SHARE } else { 1.0 };
        let weight = feature.map_or(index.unseen_weight(&token.stem), |it| index.weight(it)) * corrected;
        terms.push(Term { feature, weight, entity: None });
    }
    let mut seen = Vec::new();
    terms.retain(|term| {
        let is_new = term.feature.is_none() || !seen.contains(&term.feature);
        seen.push(term.feature);
        is_new
    });
    Reading { tokens, mentions, dates, cues, corrections, terms }
}

impl Reading {
    /// The part of the reading that one sentence makes.
    pub fn sentence(&self, knowledge: &Knowledge, sentence: usize) -> Self {
        let first = self.tokens.iter().position(|token| token.sentence == sentence).unwrap_or(0);
        let count = self.tokens.iter().filter(|token| token.sentence == sentence).count();
        self.part(knowledge, first..first + count)
    }

    /// The part of the reading that some of its tokens make.
    pub fn part(&self, knowledge: &Knowledge, range: Range<usize>) -> Self {
        let corrections = self.corrections.iter().filter(|correction| range.contains(&correction.token));
        let corrections = corrections.map(|it| Correction { token: it.token - range.start, ..it.clone() }).collect();
        read_tokens(knowledge, self.tokens[range].to_vec(), corrections)
    }

    /// The parts that commas and the words "and" and "or" make, where names within do not hold them together.
    pub fn list_items(&self, knowledge: &Knowledge) -> Vec<Self> {
        let divides = |at: usize| {
            let word = self.tokens[at].folded.as_str();
            matches!(word, "and" | "or") && !self.mentions.iter().any(|mention| mention.covers(at))
        };
        let mut items = Vec::new();
        let mut start = 0;
        for at in 0..=self.tokens.len() {
            let ends = at == self.tokens.len() || divides(at) || (at > start && self.tokens[at].after_comma);
            if ends {
                items.push(start..at);
                start = if at < self.tokens.len() && divides(at) { at + 1 } else { at };
            }
        }
        items.into_iter().filter(|range| !range.is_empty()).map(|range| self.part(knowledge, range)).collect()
    }

    /// How many sentences there are.
    pub fn sentences(&self) -> usize {
        self.tokens.last().map_or(0, |token| token.sentence + 1)
    }

    /// Whether the question has the intent.
    pub fn wants(&self, intent: Intent) -> bool {
        cues::has_intent(&self.cues, intent)
    }

    /// The steps that it names.
    pub fn steps(&self) -> Vec<Step> {
        cues::steps(&self.cues)
    }

    /// Whether some cue has this meaning.
    pub fn has(&self, means: CueMeaning) -> bool {
        self.cues.iter().any(|cue| cue.means == means)
    }

    /// The countries that are named, in the order of their first mention, each once.
    pub fn countries(&self, knowledge: &Knowledge) -> Vec<EntityKey> {
        self.named(knowledge, EntityKind::Country)
    }

    /// The entities of a kind that are named without doubt, in the order of their first mention, each once.
    pub fn named(&self, knowledge: &Knowledge, kind: EntityKind) -> Vec<EntityKey> {
        let mut named = Vec::new();
        for mention in self.mentions.iter().filter(|mention| mention.entities.len() == 1) {
            let key = mention.entities[0];
            if knowledge.entity_at(key).kind == kind && !named.contains(&key) {
                named.push(key);
            }
        }
        named
    }

    /// The first date with a year, if there is one.
    pub fn date(&self) -> Option<PartialDate> {
        self.dates.iter().find_map(|mention| match mention.date {
            Mentioned::Dated(date) => Some(date),
            _ => None,
        })
    }

    /// Whether it is a yes-or-no question: it begins with a verb, or ends a statement with a question mark.
    pub fn is_yes_or_no(&self) -> bool {
        const OPENERS: [&str; 25] = [
            "is", "are", "was", "were", "did", "does", "do", "has", "have", "had", "can", "could", "will", "would", "isnt",
            "wasnt", "didnt", "doesnt", "hasnt", "arent", "havent", "dont", "am", "should", "may",
        ];
        let asks = [Intent::When, Intent::Who, Intent::Where, Intent::Why, Intent::HowMany, Intent::HowLong, Intent::Definition];
        let opener = self.tokens.iter().find(|t| OPENERS.contains(&t.folded.as_str()));
        let first_asker = self.cues.iter().filter(|cue| asks.iter().any(|&i| cue.means == CueMeaning::Intent(i))).map(|cue| cue.first).min();
        match (opener, first_asker) {
            (Some(opener), Some(asker)) => self.tokens[..asker].iter().any(|t| std::ptr::eq(t, opener)),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

//! What a question speaks of: its names, and the words that tell something.

use super::cues::Found;
use super::english::is_english;
use super::spelling::Correction;
use super::words::{IMPERATIVES, asks, is_auxiliary, only_asks as is_bare_asker};
use crate::knowledge::date_mentions::DateMention;
use crate::knowledge::feature::Feature;
use crate::knowledge::figures::is_number;
use crate::knowledge::index::Index;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, Intent, Property, WordKind};
use crate::text::similarity::SHORTEST_CORRECTED;
use crate::text::tokens::{Token, inner_capitals};

/// A named entity weighs twice its rarity up to this much, in nats: a country on which a third of the facts are is still
/// what is asked about, while Israel, on which nearly all are, tells little.
const ENTITY_WEIGHT: f32 = 2.5;

/// A word that was corrected counts for less than one typed right: it may have been another word.
const CORRECTED_SHARE: f32 = 0.8;

/// A word heavier than this, in nats, tells something: it is not found everywhere.
pub(super) const TELLING: f32 = 1.5;

/// What a "which", "what" or "how many" asks for counts double: a fact that does not speak of it is no answer.
const TARGET_SHARE: f32 = 2.0;

/// Whose name is asked for counts more: the pilot is not named by a fact on the flight.
const NAMED_SHARE: f32 = 4.0;

/// Words after a "which" or "what" that may be what it asks for.
const TARGET_WORDS: usize = 3;

/// Something that the question speaks of and that a fact must speak of too.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Its feature; none when no fact has it.
    pub feature: Option<Feature>,
    /// How much it tells, in nats.
    pub weight: f32,
    /// The entity that it names.
    pub entity: Option<EntityKey>,
    /// Whether it is what a "which", "what" or "how many" asks for.
    pub is_target: bool,
    /// Whether a fact that does not speak of it can answer.
    pub told: Told,
    /// Whether it is written like a name that the knowledge does not have ("the Kyoto Protocol").
    pub is_proper_noun: bool,
}

/// Whether a fact can answer that does not speak of a thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// It may: the same may be said in other words.
    OtherWords,
    /// Only one whose sentence has the word can: it is a small thing ("lunch").
    ItsSentence,
    /// Only one that has the word, or is asked about with it, can: who was it is asked ("who was the interpreter at the talks?").
    ItsFact,
    /// None can: it is the very thing that is asked for, and no fact speaks of such a thing ("what rent does it pay?").
    Nowhere,
}

/// The words of a question with what was found in them.
pub(super) struct Annotated<'r> {
    pub(super) tokens: &'r [Token],
    pub(super) mentions: &'r [Mention],
    pub(super) dates: &'r [DateMention],
    pub(super) cues: &'r [Found],
    pub(super) corrections: &'r [Correction],
}

/// What the question speaks of, each thing once: its names, then the words that are neither in a name nor in a date, that are no
/// filler and do not only ask.
pub(super) fn terms(knowledge: &Knowledge, words: &Annotated<'_>) -> Vec<Term> {
    let index = knowledge.index();
    let mut terms: Vec<Term> = words
        .mentions
        .iter()
        .flat_map(|mention| mention.entities.iter().map(|&entity| named(knowledge, entity)))
        .collect();
    let capitals = inner_capitals(words.tokens);
    terms.extend((0..words.tokens.len()).filter_map(|at| word(index, words, at, capitals[at])));
    let mut seen = Vec::new();
    terms.retain(|term| {
        let is_new = term.feature.is_none() || !seen.contains(&term.feature);
        seen.push(term.feature);
        is_new
    });
    terms
}

/// What a name says.
fn named(knowledge: &Knowledge, entity: EntityKey) -> Term {
    let index = knowledge.index();
    let feature = index.feature_of_entity(entity);
    let rarity = feature.map_or(index.unseen_weight(""), |it| index.weight(it));
    let weight = if knowledge.is_subject(entity) { rarity } else { rarity.max((2.0 * rarity).min(ENTITY_WEIGHT)) };
    Term { feature, weight, entity: Some(entity), is_target: false, told: Told::OtherWords, is_proper_noun: false }
}

/// What a word says, if it says anything.
fn word(index: &Index, words: &Annotated<'_>, at: usize, is_capital: bool) -> Option<Term> {
    let token = &words.tokens[at];
    if words.is_placed(at) || (index.is_filler(token) && !words.is_in(at, |means| means == CueMeaning::Outside)) {
        return None;
    }
    let feature = index.feature_of_stem(&token.stem);
    let is_unknown = feature.is_none();
    let only_asks = words.is_in_phrase(at, stands_for_the_asking)
        || words.is_in(at, asks_nothing_else)
        || words.is_in_phrase(at, |means| means == CueMeaning::Filler);
    let asks_too = words.is_in_word(at, stands_for_the_asking);
    if words.points_to_a_country(at) {
        return None;
    }
    if (is_unknown && asks_too) || only_asks || words.is_within_a_step(at) || words.is_an_order(at) {
        return None;
    }
    let is_step = words.is_in(at, |means| matches!(means, CueMeaning::Step(_)));
    let is_unheard = is_unknown && !asks_too && words.is_head_asked_for(at);
    let is_who_did = !is_step && asks_who_did(words.tokens, at);
    let is_named = is_named(words.tokens, at);
    let is_asked_for = is_target(words.tokens, at) || is_who_did || is_named || is_unheard;
    let is_target = !asks_too && is_asked_for && !index.is_general(&token.stem);
    let asked_for = match is_target {
        true if is_named => NAMED_SHARE,
        true => TARGET_SHARE,
        false => 1.0,
    };
    let corrected = if words.corrections.iter().any(|c| c.token == at) { CORRECTED_SHARE } else { 1.0 };
    let weight = feature.map_or(index.unseen_weight(&token.stem), |it| index.weight(it)) * corrected * asked_for;
    let is_word = !is_unknown || is_english(&token.folded) || token.folded.chars().count() < SHORTEST_CORRECTED;
    let is_of_the_asked = || {
        let before = words.tokens[..at].iter().rev().take_while(|it| it.sentence == token.sentence);
        before.into_iter().any(|it| is_bare_asker(&it.folded) || IMPERATIVES.contains(&it.folded.as_str()))
    };
    let is_detail =
        !is_step && !token.unified && index.is_of_kind(&token.folded, WordKind::Detail) && is_of_the_asked();
    let is_proper_noun = is_capital || !is_word;
    let told = if is_unheard {
        Told::Nowhere
    } else if is_detail {
        Told::ItsSentence
    } else if !asks_too && !index.is_general(&token.stem) && words.is_role_asked_for(at) {
        Told::ItsFact
    } else {
        Told::OtherWords
    };
    Some(Term { feature, weight, entity: None, is_target, told, is_proper_noun })
}

impl Annotated<'_> {
    /// Whether a word is part of a name or a date.
    fn is_placed(&self, at: usize) -> bool {
        self.mentions.iter().any(|it| it.covers(at)) || self.dates.iter().any(|it| it.covers(at))
    }

    /// Whether a word is part of a cue that means this ...
    fn is_in(&self, at: usize, is_meant: impl Fn(CueMeaning) -> bool) -> bool {
        self.cues.iter().any(|cue| cue.covers(at) && is_meant(cue.means))
    }

    /// ... of one in several words ...
    fn is_in_phrase(&self, at: usize, is_meant: impl Fn(CueMeaning) -> bool) -> bool {
        self.cues.iter().any(|cue| cue.covers(at) && cue.count > 1 && is_meant(cue.means))
    }

    /// ... or is one by itself.
    fn is_in_word(&self, at: usize, is_meant: impl Fn(CueMeaning) -> bool) -> bool {
        self.cues.iter().any(|cue| cue.covers(at) && cue.count == 1 && is_meant(cue.means))
    }

    /// Whether a word is the "country" of "when did Sudan's cabinet approve the country's entry?": it only points to the one named.
    fn points_to_a_country(&self, at: usize) -> bool {
        let (token, is_the) = (&self.tokens[at], at > 0 && self.tokens[at - 1].folded == "the");
        is_the && token.owns && token.folded == "country" && self.mentions.iter().any(|it| it.first < at)
    }

    /// Whether a word opens its sentence and only orders an answer: "Discuss the significance".
    fn is_an_order(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| self.tokens[before].sentence);
        before != Some(self.tokens[at].sentence) && IMPERATIVES.contains(&self.tokens[at].folded.as_str())
    }

    /// Whether a word is one of a step in several words ("entered into force") of which the last one tells.
    fn is_within_a_step(&self, at: usize) -> bool {
        let is_inner = |cue: &Found| matches!(cue.means, CueMeaning::Step(_)) && at + 1 < cue.first + cue.count;
        !self.tokens[at].unified && self.cues.iter().any(|cue| cue.covers(at) && is_inner(cue))
    }
}

/// Words before the thing in "what was the average fare on".
const HEAD_WORDS: usize = 6;

impl Annotated<'_> {
    fn folded(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.folded.as_str())
    }

    /// Whether a word is what is asked for: the thing in "what rent did they pay", "what was on the menu at the lunch" and "name the
    /// captain of the plane", the deed in "what did Tokayev eat".
    fn is_head_asked_for(&self, at: usize) -> bool {
        let start = at.saturating_sub(HEAD_WORDS);
        // "How much rent"
        let is_amount = at > 0 && self.folded(at - 1) == "much";
        let is_asker = |&at: &usize| matches!(self.folded(at), "what" | "whats" | "which" | "name" | "names");
        let Some(asker) = (start..at).rev().find(is_asker) else { return is_amount || self.is_deed_of_a_name(at) };
        let is_verb = |at: usize| is_auxiliary(self.folded(at));
        let between = asker + 1..at;
        let is_last = at + 1 == self.tokens.len() || self.tokens[at + 1].sentence != self.tokens[at].sentence;
        let is_end = is_last || LINKS.contains(&self.folded(at + 1)) || is_verb(at + 1) || self.acts(at + 1);
        // "What three strands", "how many yrs": the number is asked for.
        let is_counted = between.clone().any(|at| is_number(&self.tokens[at]));
        // "What was", "the name of"
        let opens = match self.folded(asker) {
            "what" => usize::from(is_verb(asker + 1)),
            "name" | "names" => usize::from(self.folded(asker + 1) == "of"),
            _ => 0,
        };
        let opens = opens + self.words_before_a_thing(asker + 1 + opens);
        let is_phrase = between.skip(opens).all(|at| !is_verb(at) && !matches!(self.folded(at), "of" | "that"));
        (is_end && is_phrase && !is_counted) || is_amount || self.is_deed_of_a_name(at)
    }

    /// Whether a word is the role of whoever is asked for: "who was the interpreter at the talks?"
    fn is_role_asked_for(&self, at: usize) -> bool {
        let back = |count: usize| at.checked_sub(count).map_or("", |at| self.folded(at));
        let is_end = at + 1 == self.tokens.len() || LINKS.contains(&self.folded(at + 1));
        // Who the source of a report is, the fact says by naming him.
        is_end && self.folded(at) != "source" && back(1) == "the" && is_auxiliary(back(2)) && back(3) == "who"
    }

    /// How many words from here stand before the thing in "what make of pen" and "what was served for lunch".
    fn words_before_a_thing(&self, at: usize) -> usize {
        const KINDS: [&str; 10] =
            ["make", "brand", "kind", "type", "sort", "colour", "color", "size", "model", "style"];
        let is_kind = KINDS.contains(&self.folded(at)) && self.folded(at + 1) == "of";
        let is_use = self.folded(at).ends_with("ed") && self.folded(at + 1) == "for";
        if is_kind || is_use { 2 } else { 0 }
    }

    /// Whether a word says what somebody is doing ("the captain flying it").
    fn acts(&self, at: usize) -> bool {
        const SHORTEST: usize = 5;
        self.folded(at).len() >= SHORTEST && self.folded(at).ends_with("ing")
    }

    /// Whether a word is the deed in "what did Tokayev eat".
    fn is_deed_of_a_name(&self, at: usize) -> bool {
        const PRONOUNS: [&str; 5] = ["they", "he", "she", "both", "it"];
        let of_a_pronoun = at > 2 && PRONOUNS.contains(&self.folded(at - 1)) && self.folded(at - 2) == "did";
        if of_a_pronoun && asks(self.folded(at - 3)) {
            return true;
        }
        let Some(name) = self.mentions.iter().find(|it| it.first + it.count == at) else { return false };
        let before = |count: usize| name.first.checked_sub(count).map_or("", |at| self.folded(at));
        let (verb, asker) = if before(1) == "the" { (before(2), before(3)) } else { (before(1), before(2)) };
        matches!(verb, "did" | "does" | "do") && asks(asker)
    }
}

/// Words after the thing in "what was the average fare on".
const LINKS: [&str; 20] = [
    "of", "on", "in", "at", "for", "to", "from", "by", "with", "that", "which", "who", "when", "during", "between",
    "after", "before", "behind", "under", "and",
];

/// Whether the words of a cue say what is wanted and not what it is about. "Which president" does both.
fn stands_for_the_asking(means: CueMeaning) -> bool {
    match means {
        CueMeaning::Intent(Intent::Who | Intent::Gain | Intent::Said) => false,
        CueMeaning::Intent(_) => true,
        CueMeaning::Property(property) => matches!(property, Property::NameOrigin | Property::Participants),
        _ => false,
    }
}

/// Whether a word for this only asks, as "location" and "date" do; "president" in "which president" says what about as well.
fn asks_nothing_else(means: CueMeaning) -> bool {
    matches!(means, CueMeaning::Intent(Intent::When | Intent::Where | Intent::Definition))
}

/// Whether the word is what a "which", "what" or "how many" asks for: it follows at once, before any verb.
fn is_target(tokens: &[Token], at: usize) -> bool {
    const SHORTEST_PAST: usize = 3;
    const VERBS: [&str; 16] = [
        "did", "do", "does", "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could",
        "should", "of",
    ];
    if is_what_it_was(tokens, at) {
        return true;
    }
    let start = at.saturating_sub(TARGET_WORDS);
    let window = &tokens[start..at];
    let asker = window.iter().rposition(|token| matches!(token.folded.as_str(), "which" | "what" | "many" | "much"));
    asker.is_some_and(|asker| {
        let between = &window[asker + 1..];
        // "Which jurist called it": the jurist is asked for, not the calling. "Red" is no verb.
        let is_verb = |token: &Token| token.folded.len() > SHORTEST_PAST && token.folded.ends_with("ed");
        let ends = |token: &Token| VERBS.contains(&token.folded.as_str()) || is_verb(token);
        !between.iter().any(ends) && (between.is_empty() || !is_verb(&tokens[at]))
    })
}

/// Whether the word follows "what was the" with nothing but one word between ("what was the average fare").
fn is_what_it_was(tokens: &[Token], at: usize) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| tokens[at].folded.as_str());
    let opens = |back: usize| {
        word(back + 2) == "what" && matches!(word(back + 1), "is" | "was" | "are" | "were") && word(back) == "the"
    };
    let links = matches!(word(1), "of" | "in" | "on" | "at" | "for" | "to" | "that");
    opens(1) || (opens(2) && !links)
}

/// Whether the word is whose name is asked for ("the name of the pilot").
fn is_named(tokens: &[Token], at: usize) -> bool {
    let before = tokens[..at].iter().rev().map(|token| token.folded.as_str());
    let mut before = before.skip_while(|word| matches!(*word, "the" | "a" | "an" | "its" | "their"));
    before.next() == Some("of") && matches!(before.next(), Some("name" | "names"))
}

/// Whether the word is what somebody did of whom it is asked who did it ("who interpreted for them?"). "The president who agreed" is
/// not asked for.
fn asks_who_did(tokens: &[Token], at: usize) -> bool {
    let Some(who) = at.checked_sub(1).filter(|&who| tokens[who].folded == "who") else { return false };
    let opens = tokens[who].after_comma
        || who.checked_sub(1).is_none_or(|before| tokens[before].sentence != tokens[who].sentence)
        || tokens[who - 1].folded == "and";
    opens && tokens[at].folded.ends_with("ed")
}

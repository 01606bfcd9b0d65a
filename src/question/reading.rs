//! One reading of a question: everything that later stages need to know of its text.

use std::ops::Range;

use smallvec::SmallVec;

use super::cues::{self, Found, Steps};
use super::forms::plain;
use super::named_documents;
use super::spelling::{Correction, correct};
use super::terms::{Annotated, TELLING, Term, terms};
use super::words::{IMPERATIVES, asks, is_auxiliary, is_request, only_asks};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::{DateMention, Mentioned, find_dates};
use crate::knowledge::feature::Feature;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Group, Intent, Property, WordKind};
use crate::text::tokens::Token;

/// Words of a question that are read; what comes after is left out. Discord's longest message holds some 700 words.
const MOST_TOKENS: usize = 800;

/// The entities of one kind that a question names: seldom more than a few, which ask for no memory.
pub type Named = SmallVec<[EntityKey; 4]>;

/// What was understood of a question.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Its words, corrected.
    pub tokens: Vec<Token>,
    /// Whether it has a question mark.
    pub is_question: bool,
    /// The names in it.
    pub mentions: Vec<Mention>,
    /// The dates in it.
    pub dates: Vec<DateMention>,
    /// The cues in it.
    pub cues: Vec<Found>,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// What belongs to whom: "the Moroccan king".
    pub compounds: Vec<(EntityKey, Feature)>,
    /// What it speaks of, without names that all facts share and without filler.
    pub terms: Vec<Term>,
    /// See [`Self::is_yes_or_no`]; asked for too often to be found anew each time.
    yes_or_no: bool,
}

/// Reads a text.
pub fn read(knowledge: &Knowledge, text: &str) -> Reading {
    let mut tokens = knowledge.index().tokenise(&plain(text));
    tokens.truncate(MOST_TOKENS);
    end_sentences_at_laughter(&mut tokens);
    let corrections = correct(knowledge.index(), &mut tokens);
    let is_question = text.contains(['?', '؟']);
    Reading { is_question, ..read_tokens(knowledge, tokens, corrections) }
}

/// Reads a sentence of the knowledge: spelt right, with nothing to correct.
pub fn read_sentence(knowledge: &Knowledge, text: &str) -> Reading {
    read_tokens(knowledge, knowledge.index().tokenise(text), Vec::new())
}

fn read_tokens(knowledge: &Knowledge, mut tokens: Vec<Token>, corrections: Vec<Correction>) -> Reading {
    let index = knowledge.index();
    index.unify(&mut tokens);
    let mut dates = find_dates(&tokens);
    let mentions = named_documents::apart(knowledge, &tokens, &dates, index.find_names(&tokens));
    // "October 7" in "the October 7 attack" is part of a name.
    dates.retain(|date| !mentions.iter().any(|mention| mention.covers(date.first)));
    let choice = end_of_choice(&tokens);
    dates.retain(|date| date.first >= choice);
    let mut cues = cues::find(index, &tokens);
    // "League" in "Arab League" is no football league.
    cues.retain(|cue| cue.means != CueMeaning::Outside || !mentions.iter().any(|mention| mention.covers(cue.first)));
    let terms = terms(
        knowledge,
        &Annotated { tokens: &tokens, mentions: &mentions, dates: &dates, cues: &cues, corrections: &corrections },
    );
    let compounds = index.compounds(&tokens, &mentions);
    let yes_or_no = opens_as_yes_or_no(&tokens, &mentions, &cues);
    Reading { is_question: false, tokens, mentions, dates, cues, corrections, compounds, terms, yes_or_no }
}

fn dated(mention: &DateMention) -> Option<PartialDate> {
    match mention.date {
        Mentioned::Dated(date) => Some(date),
        _ => None,
    }
}

/// Where a clause ends that says among which countries the answer is: its date is not of what is asked ("Among the states that
/// signed in 2020, which opened an embassy first?").
fn end_of_choice(tokens: &[Token]) -> usize {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_of_countries = matches!(word(2), "countries" | "states" | "nations" | "members" | "partners");
    let opens = matches!(word(0), "among" | "amongst" | "of") && matches!(word(1), "the" | "those") && is_of_countries;
    let end = tokens.iter().position(|token| token.after_comma);
    end.filter(|_| opens).unwrap_or(0)
}

/// Lets a word that laughs end its sentence, as a full stop would: "what is it lol sounds odd".
fn end_sentences_at_laughter(tokens: &mut [Token]) {
    const LAUGHTER: [&str; 8] = ["lol", "lmao", "lmfao", "rofl", "haha", "hahaha", "lolol", "xd"];
    let mut ended = 0;
    for at in 1..tokens.len() {
        let goes_on = tokens[at - 1].sentence == tokens[at].sentence + ended;
        if goes_on && LAUGHTER.contains(&tokens[at - 1].folded.as_str()) {
            ended += 1;
        }
        tokens[at].sentence += ended;
    }
}

/// Whether a verb that opens yes-or-no questions stands before any name and any other question word.
fn opens_as_yes_or_no(tokens: &[Token], mentions: &[Mention], cues: &[Found]) -> bool {
    let is_intent = |cue: &&Found| Intent::QUESTION_WORDS.iter().any(|&it| cue.means == CueMeaning::Intent(it));
    let asker = cues.iter().filter(is_intent).map(|cue| cue.first);
    // "What did Bahrain get?" has no intent of its own.
    let is_asking = |token: &Token| only_asks(&token.folded);
    let asker = asker.chain(tokens.iter().position(is_asking));
    let name = mentions.iter().map(|mention| mention.first);
    let before = asker.chain(name).min().unwrap_or(tokens.len());
    let word = |at: usize| tokens[at].folded.as_str();
    let opens = |at: usize| is_auxiliary(word(at)) && !is_request((at + 1..before.max(at + 1)).map(word));
    (0..before).any(opens) || (0..tokens.len()).any(|at| tokens[at].after_comma && opens(at))
}

impl Reading {
    /// The part of the reading that one sentence makes.
    #[must_use]
    pub fn sentence(&self, knowledge: &Knowledge, sentence: usize) -> Self {
        let first = self.tokens.iter().position(|token| token.sentence == sentence).unwrap_or(0);
        let count = self.tokens.iter().filter(|token| token.sentence == sentence).count();
        self.part(knowledge, first..first + count)
    }

    /// The part of the reading that some of its tokens make.
    #[must_use]
    pub fn part(&self, knowledge: &Knowledge, range: Range<usize>) -> Self {
        let corrections = self.corrections.iter().filter(|correction| range.contains(&correction.token));
        let corrections = corrections.map(|it| Correction { token: it.token - range.start, ..it.clone() }).collect();
        Self { is_question: self.is_question, ..read_tokens(knowledge, self.tokens[range].to_vec(), corrections) }
    }

    /// What the reading would be without some of its words.
    #[must_use]
    pub fn without_tokens(&self, knowledge: &Knowledge, is_left_out: impl Fn(usize) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.tokens.len()).filter(|&at| !is_left_out(at)).collect();
        let place = |at: usize| kept.binary_search(&at).ok();
        let corrections =
            self.corrections.iter().filter_map(|it| Some(Correction { token: place(it.token)?, ..it.clone() }));
        let tokens = kept.iter().map(|&at| self.tokens[at].clone()).collect();
        Self { is_question: self.is_question, ..read_tokens(knowledge, tokens, corrections.collect()) }
    }

    /// The parts that commas make.
    pub fn clauses(&self, knowledge: &Knowledge) -> Vec<Self> {
        let mut starts: Vec<usize> = (1..self.tokens.len()).filter(|&at| self.tokens[at].after_comma).collect();
        starts.insert(0, 0);
        starts.push(self.tokens.len());
        starts.windows(2).rev().map(|ends| self.part(knowledge, ends[0]..ends[1])).collect()
    }

    /// The parts that commas and the words "and" and "or" make, where names within do not hold them together.
    pub fn list_items(&self, knowledge: &Knowledge) -> Vec<Self> {
        let divides = |at: usize| {
            let word = self.tokens[at].folded.as_str();
            matches!(word, "and" | "or") && !self.is_in_name(at)
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

    /// Whether the question has a cue for one intent outside those for another: "view" in "in your view" asks for no words.
    pub fn wants_beside(&self, intent: Intent, other: Intent) -> bool {
        let of_other = self.cues.iter().filter(|cue| cue.means == CueMeaning::Intent(other));
        let is_covered = |at: usize| of_other.clone().any(|it| (it.first..it.first + it.count).contains(&at));
        self.cues.iter().any(|cue| cue.means == CueMeaning::Intent(intent) && !is_covered(cue.first))
    }

    /// Whether it says that something is so and asks for a yes to it ("... , right?"), as [`super::forms::plain`] puts that.
    pub fn is_claim(&self) -> bool {
        let opening = self.tokens.iter().map(|token| token.folded.as_str()).take(4);
        opening.eq(["is", "it", "true", "that"])
    }

    /// The steps that it names.
    pub fn steps(&self) -> Steps {
        cues::steps(&self.cues)
    }

    /// Whether some cue has this meaning.
    pub fn has(&self, means: CueMeaning) -> bool {
        self.cues.iter().any(|cue| cue.means == means)
    }

    /// The groups of countries that it names.
    pub fn groups(&self) -> Vec<Group> {
        let group = |cue: &Found| match cue.means {
            CueMeaning::Group(group) => Some(group),
            _ => None,
        };
        self.cues.iter().filter_map(group).collect()
    }

    /// The countries that are named, in the order of their first mention, each once.
    pub fn countries(&self, knowledge: &Knowledge) -> Named {
        self.named(knowledge, EntityKind::Country)
    }

    /// The countries that are named, apart from Israel and the United States, which are the other side of every partner.
    pub fn partners(&self, knowledge: &Knowledge) -> Named {
        let mut partners = self.countries(knowledge);
        partners.retain(|key| !knowledge.is_side(*key));
        partners
    }

    /// Whether the accords themselves are named.
    pub fn names_subject(&self, knowledge: &Knowledge) -> bool {
        self.mentions.iter().any(|mention| mention.entities.iter().any(|&it| knowledge.is_subject(it)))
    }

    /// The entities of a kind that are named without doubt, in the order of their first mention, each once.
    pub fn named(&self, knowledge: &Knowledge, kind: EntityKind) -> Named {
        let mut named = Named::new();
        for mention in self.mentions.iter().filter(|mention| mention.entities.len() == 1) {
            let key = mention.entities[0];
            if knowledge.entity_at(key).kind == kind && !named.contains(&key) {
                named.push(key);
            }
        }
        named
    }

    /// Whether a name was read from a word that was typed otherwise, and none was typed as it is.
    pub fn is_corrected_name(&self, entity: EntityKey) -> bool {
        let is_typed = |mention: &&Mention| !self.corrections.iter().any(|it| mention.covers(it.token));
        let mut naming = self.mentions.iter().filter(|mention| mention.entities.contains(&entity));
        !naming.any(|mention| is_typed(&mention))
    }

    /// The first date with a year, if there is one.
    pub fn date(&self) -> Option<PartialDate> {
        self.dates.iter().find_map(dated)
    }

    /// The first date with a year that does not only say which thing is meant ("its 1958 law"): when something was done.
    pub fn date_of_deed(&self) -> Option<PartialDate> {
        self.dates.iter().filter(|mention| !self.is_of_a_thing(mention)).find_map(dated)
    }

    /// Whether it is a yes-or-no question: a verb that opens such questions stands before any name and any other question word.
    pub fn is_yes_or_no(&self) -> bool {
        self.yes_or_no
    }

    /// Whether it asks whether the one or the other is so: neither is taken for granted.
    pub fn offers_two(&self) -> bool {
        self.yes_or_no && self.has_word(&["or"])
    }

    /// Keeps only some of its cues.
    pub fn keep_cues(&mut self, is_kept: impl Fn(&Found) -> bool) {
        self.cues.retain(is_kept);
        self.yes_or_no = opens_as_yes_or_no(&self.tokens, &self.mentions, &self.cues);
    }

    /// Takes over the step or the vote of the part before, where it only names something: "did Sudan sign before Morocco?", "the
    /// vote on the one and on the other".
    pub fn take_over_step(&mut self, before: &Self) {
        let is_event = |cue: &&Found| matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Property(Property::Vote));
        if self.steps().is_empty() && self.terms.iter().all(|term| term.entity.is_some()) {
            self.cues.extend(before.cues.iter().filter(is_event).copied());
        }
    }

    /// Whether it has a word or phrase that asks ("when", "how many").
    pub fn has_question_word(&self) -> bool {
        Intent::QUESTION_WORDS.into_iter().any(|intent| self.wants(intent))
    }

    /// Whether it asks anything: it has a question word, opens like a yes-or-no question, or ends in a question mark.
    pub fn asks(&self) -> bool {
        let orders = self.tokens.iter().take(3).any(|token| IMPERATIVES.contains(&token.folded.as_str()));
        self.is_question || orders || self.is_yes_or_no() || self.has_question_word()
    }

    /// Whether it has two parts that ask ("when did it open, and who was there?").
    pub fn asks_twice(&self) -> bool {
        self.second_asker().is_some()
    }

    /// Where the second part that asks begins, if there are two.
    pub fn second_asker(&self) -> Option<usize> {
        let asks = |token: &Token| asks(&token.folded);
        let second =
            self.tokens.windows(3).position(|three| three[0].folded == "and" && three[1..].iter().any(asks))?;
        (self.tokens.iter().filter(|token| asks(token)).count() > 1).then_some(second)
    }

    /// Whether it names somebody or something that the knowledge does not know, or, beside a name on which there are facts, a
    /// country on which there are none ("Did Morocco sign the Antarctic Treaty?").
    pub fn names_a_stranger(&self) -> bool {
        let is_known = |term: &Term| term.entity.is_some() && term.feature.is_some();
        let beside_known = self.terms.iter().any(is_known);
        let is_strange = |term: &Term| term.is_proper_noun || (term.entity.is_some() && beside_known);
        self.terms.iter().any(|term| term.feature.is_none() && is_strange(term))
    }

    /// How many words of it that facts have tell something.
    pub fn telling_words(&self) -> usize {
        let words = self.terms.iter().filter(|term| term.entity.is_none() && term.feature.is_some());
        words.filter(|term| term.weight > TELLING).count()
    }

    /// Whether enough is said to tell what is meant: a name, or two words that facts have.
    pub fn says_enough(&self) -> bool {
        let telling = self.telling_words();
        let named = self.terms.iter().any(|term| term.entity.is_some() && term.weight > TELLING);
        let subject = self.terms.iter().any(|term| term.entity.is_some());
        named || telling > 1 || (subject && telling > 0) || (!self.dates.is_empty() && !self.terms.is_empty())
    }

    /// Whether the question asks how things stood by a day.
    pub fn is_as_of(&self) -> bool {
        let before = |at: usize, word: &str| at > 0 && self.tokens[at - 1].folded == word;
        self.dates.iter().filter(|date| !self.is_of_a_thing(date)).any(|date| {
            let first = date.first;
            let as_of = before(first, "of") && before(first.saturating_sub(1), "as");
            as_of
                || before(first, "by")
                || (before(first, "on")
                    && self.has_word(&[
                        "member", "members", "belonged", "belong", "already", "yet", "still", "have", "exist",
                    ]))
                || self.has_word(&["already"])
        })
    }

    /// Whether a date only says which thing is meant: "its 1958 boycott law".
    fn is_of_a_thing(&self, date: &DateMention) -> bool {
        let owner = date.first.checked_sub(1).map(|at| &self.tokens[at]);
        let is_owned = owner.is_some_and(|it| it.owns || matches!(it.folded.as_str(), "its" | "their" | "his" | "her"));
        let end = date.first + date.count;
        let next = self.tokens.get(end);
        // "Its 2019 signing" was in 2019.
        let is_step = self.cues.iter().any(|cue| matches!(cue.means, CueMeaning::Step(_)) && cue.covers(end));
        is_owned
            && !is_step
            && next.is_some_and(|it| !it.after_comma && it.sentence == self.tokens[date.first].sentence)
    }

    /// Whether it is nothing but one name of several words, typed as it is ("Yair Lapid", "the Abraham Accords").
    pub fn is_full_name(&self) -> bool {
        let named = |mention: &Mention| {
            let is_rest = |at: usize| mention.covers(at) || self.tokens[at].folded == "the";
            mention.count > 1 && mention.entities.len() == 1 && (0..self.tokens.len()).all(is_rest)
        };
        self.corrections.is_empty() && self.mentions.iter().any(named)
    }

    /// Whether the word here is part of a name.
    pub fn is_in_name(&self, at: usize) -> bool {
        self.mentions.iter().any(|mention| mention.covers(at))
    }

    /// Whether the word here is part of a name or a date.
    pub fn is_placed(&self, at: usize) -> bool {
        self.is_in_name(at) || self.dates.iter().any(|date| date.covers(at))
    }

    /// The word before the one here, folded, an article aside; empty where there is none.
    pub fn word_before(&self, at: usize) -> &str {
        let before = self.tokens[..at].iter().rev().find(|token| token.folded != "the");
        before.map_or("", |token| token.folded.as_str())
    }

    /// Some of its words as they were typed, with their hyphens, commas and possessives; nothing where there are none.
    pub fn typed(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        for token in self.tokens.get(range).unwrap_or(&[]) {
            if !text.is_empty() {
                text.push_str(match (token.joined, token.after_comma) {
                    (true, _) => "-",
                    (false, true) => ", ",
                    (false, false) => " ",
                });
            }
            text.push_str(&token.raw);
            if token.owns {
                text.push_str("'s");
            }
        }
        text
    }

    /// Whether one of these words, folded, is among its words.
    pub fn has_word(&self, words: &[&str]) -> bool {
        // Asked for so often that it counts to compare what is cheap to compare first.
        let is_same =
            |one: &[u8], other: &[u8]| one.len() == other.len() && one.first() == other.first() && one == other;
        self.tokens.iter().any(|token| {
            let folded = token.folded.as_bytes();
            words.iter().any(|word| is_same(word.as_bytes(), folded))
        })
    }

    /// Whether one of its words is of a kind.
    pub fn has_word_of(&self, knowledge: &Knowledge, kind: WordKind) -> bool {
        self.tokens.iter().any(|token| knowledge.index().is_of_kind(&token.folded, kind))
    }

    /// The same without a name.
    #[must_use]
    pub fn without_name(&self, name: EntityKey) -> Self {
        let mut rest = self.clone();
        rest.mentions.retain(|mention| !mention.entities.contains(&name));
        rest.yes_or_no = opens_as_yes_or_no(&rest.tokens, &rest.mentions, &rest.cues);
        rest.terms.retain(|term| term.entity != Some(name));
        rest.compounds.retain(|(owner, _)| *owner != name);
        rest
    }

    /// The same without the names that the knowledge does not have.
    #[must_use]
    pub fn without_strangers(&self) -> Self {
        let mut rest = self.clone();
        rest.terms.retain(|term| term.feature.is_some() || !term.is_proper_noun);
        rest
    }

    /// The same without its dates.
    #[must_use]
    pub fn without_dates(&self) -> Self {
        Self { dates: Vec::new(), ..self.clone() }
    }
}

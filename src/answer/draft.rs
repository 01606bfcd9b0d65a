//! An answer in the making: sentences with their facts, from which citations and disagreements follow.

use std::panic::Location;

use super::disputes::disagreements;
use super::phrases::WEAK_SOURCES;
use super::{Answer, Citation, Confidence, MAX_TEXT_CHARS, Outcome, ReadAs, Sentence};
use crate::knowledge::model::{Fact, FactKey, Knowledge, Reference};
use crate::question::Reading;

/// References cited for one fact: more would bury the sentence, fewer would hide that several publishers report it.
const MOST_CITED_PER_FACT: usize = 4;

/// An answer in the making.
#[derive(Debug)]
pub(super) struct Draft<'k> {
    knowledge: &'k Knowledge,
    /// What kind of answer it is.
    pub(super) outcome: Outcome,
    confidence: Confidence,
    sentences: Vec<(String, Vec<&'k Fact>)>,
    most_cited: usize,
    made_by: &'static Location<'static>,
}

impl<'k> Draft<'k> {
    #[track_caller]
    pub(super) fn new(knowledge: &'k Knowledge, outcome: Outcome, confidence: Confidence) -> Self {
        let made_by = Location::caller();
        Self { knowledge, outcome, confidence, sentences: Vec::new(), most_cited: MOST_CITED_PER_FACT, made_by }
    }

    /// Cites so many references of each fact at most: an answer of many sentences cites fewer of each.
    pub(super) fn cite_at_most(&mut self, most: usize) {
        self.most_cited = most;
    }

    /// Adds the sentence of a fact, unless it is there already.
    pub(super) fn tell(&mut self, fact: &'k Fact) -> &mut Self {
        if !self.tells(fact.key) {
            let mut text = fact.text.clone();
            if self.knowledge.is_weak(fact) {
                text = format!("{text} {WEAK_SOURCES}");
            }
            self.sentences.push((text, vec![fact]));
        }
        self
    }

    /// Adds the sentences of several facts.
    pub(super) fn tell_all(&mut self, facts: &[&'k Fact]) -> &mut Self {
        for fact in facts {
            self.tell(fact);
        }
        self
    }

    /// Adds a sentence that rests on facts.
    pub(super) fn say(&mut self, text: String, facts: Vec<&'k Fact>) -> &mut Self {
        if !facts.is_empty() {
            self.sentences.push((text, facts));
        }
        self
    }

    /// Puts words before the first sentence, on the same sources.
    pub(super) fn lead(&mut self, words: &str) -> &mut Self {
        if let Some((text, _)) = self.sentences.first_mut() {
            *text = format!("{words} {text}");
        }
        self
    }

    /// Takes words from before the first sentence.
    pub(super) fn unlead(&mut self, words: &str) -> &mut Self {
        if let Some((text, _)) = self.sentences.first_mut()
            && let Some(rest) = text.strip_prefix(words)
        {
            *text = rest.trim_start().to_owned();
        }
        self
    }

    /// Adds what another draft says, but for sentences that are there already.
    pub(super) fn add(&mut self, other: Self) -> &mut Self {
        for (text, facts) in other.sentences {
            if !self.sentences.iter().any(|(known, _)| *known == text) {
                self.sentences.push((text, facts));
            }
        }
        self
    }

    /// The first of its sentences, with the facts that it rests on.
    pub(super) fn into_first_sentence(self) -> Option<(String, Vec<&'k Fact>)> {
        self.sentences.into_iter().next()
    }

    /// Where in the code it was begun, for [`super::explain`].
    pub(super) fn made_by(&self) -> &'static Location<'static> {
        self.made_by
    }

    /// How it was found.
    pub(super) fn confidence(&self) -> Confidence {
        self.confidence
    }

    /// The facts behind its sentences, in their order.
    pub(super) fn facts(&self) -> Vec<&'k Fact> {
        self.sentences.iter().flat_map(|(_, facts)| facts.iter().copied()).collect()
    }

    /// How many sentences it has.
    pub(super) fn sentences(&self) -> usize {
        self.sentences.len()
    }

    /// Whether it has nothing to say.
    pub(super) fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    fn tells(&self, fact: FactKey) -> bool {
        self.sentences.iter().any(|(_, facts)| facts.len() == 1 && facts[0].key == fact)
    }

    /// The answer. Sentences that would make it too long are left out, the last ones first; of the disagreements those are
    /// shown that are on what was asked.
    pub(super) fn finish(mut self, reading: Option<&Reading>, read_as: Vec<ReadAs>) -> Answer {
        self.shorten();
        let mut citations = Citations { knowledge: self.knowledge, most: self.most_cited, list: Vec::new() };
        let mut sentences = Vec::new();
        let mut facts: Vec<&Fact> = Vec::new();
        for (text, behind) in &self.sentences {
            let cited = citations.cite_all(behind);
            let ids = behind.iter().map(|fact| fact.id.clone()).collect();
            sentences.push(Sentence { text: text.clone(), citations: cited, facts: ids });
            for fact in behind {
                if !facts.iter().any(|known| known.key == fact.key) {
                    facts.push(fact);
                }
            }
        }
        let disagreements = disagreements(self.knowledge, &facts, reading, &mut citations);
        let as_of = facts
            .first()
            .and_then(|fact| self.knowledge.topic_at(fact.topic).horizon)
            .map(super::super::knowledge::date::PartialDate::iso);
        Answer {
            outcome: self.outcome,
            text: sentences.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" "),
            sentences,
            citations: citations.list,
            disagreements,
            suggestions: Vec::new(),
            facts: facts.iter().map(|fact| fact.id.clone()).collect(),
            read_as,
            as_of,
            confidence: self.confidence,
        }
    }

    fn shorten(&mut self) {
        let length = |sentences: &[(String, Vec<&Fact>)]| -> usize {
            sentences.iter().map(|(text, _)| text.chars().count() + 1).sum::<usize>()
        };
        while self.sentences.len() > 1 && length(&self.sentences) > MAX_TEXT_CHARS {
            self.sentences.pop();
        }
    }
}

/// The citations of an answer, each listed once.
pub(super) struct Citations<'k> {
    knowledge: &'k Knowledge,
    most: usize,
    list: Vec<Citation>,
}

impl Citations<'_> {
    fn cite_all(&mut self, facts: &[&Fact]) -> Vec<usize> {
        // A sentence on several facts cites the best reference of each.
        let most = if facts.len() > 1 { 1 } else { self.most };
        let mut cited = Vec::new();
        for fact in facts {
            for reference in self.chosen(fact, most) {
                let at = self.cite(reference);
                if !cited.contains(&at) {
                    cited.push(at);
                }
            }
        }
        cited
    }

    /// The best references of a fact, first one a publisher.
    fn chosen<'f>(&self, fact: &'f Fact, most: usize) -> Vec<&'f Reference> {
        let mut publishers = Vec::new();
        let (mut first, mut further) = (Vec::new(), Vec::new());
        for reference in &fact.references {
            let publisher = self.knowledge.source_at(reference.source).publisher.as_str();
            if publishers.contains(&publisher) {
                further.push(reference);
            } else {
                publishers.push(publisher);
                first.push(reference);
            }
        }
        first.into_iter().chain(further).take(most).collect()
    }

    /// The index of a reference in the list; added if it is new.
    pub(super) fn cite(&mut self, reference: &Reference) -> usize {
        let source = self.knowledge.source_at(reference.source);
        let known = |citation: &Citation| citation.source == source.id && citation.snippet == reference.snippet;
        if let Some(at) = self.list.iter().position(known) {
            return at;
        }
        self.list.push(Citation {
            source: source.id.clone(),
            publisher: source.publisher.clone(),
            title: source.title.clone(),
            url: source.url.clone(),
            date: source.date.map(super::super::knowledge::date::PartialDate::iso),
            snippet: reference.snippet.clone(),
            verbatim: reference.verbatim,
        });
        self.list.len() - 1
    }
}

//! What holds for every question: an outcome, sources behind every sentence, the same bytes each time.

use std::sync::OnceLock;

use accords::answer::{Answer, MAX_TEXT_CHARS, Outcome, ask};
use accords::knowledge::Knowledge;
use accords::question::Question;
use proptest::prelude::*;

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("the build checked it"))
}

fn answer(text: &str) -> Answer {
    ask(knowledge(), &Question::new(text, jiff::civil::date(2026, 7, 1)))
}

/// Words that questions on the subject are made of, and some that they are not.
const WORDS: [&str; 40] = [
    "when",
    "who",
    "why",
    "how many",
    "did",
    "is",
    "what",
    "the",
    "UAE",
    "Bahrain",
    "Sudan",
    "Morocco",
    "Kazakhstan",
    "Israel",
    "Saudi Arabia",
    "Oman",
    "Trump",
    "Netanyahu",
    "sign",
    "join",
    "ratify",
    "embassy",
    "ambassador",
    "treaty",
    "accords",
    "on 15 September 2020",
    "in 2021",
    "6 or 7 January 2021",
    "before",
    "after",
    "and",
    "or",
    "not",
    "pizza",
    "trade",
    "Knesset",
    "f35",
    "?",
    "البحرين",
    "wh3n",
];

fn check(answer: &Answer) -> Result<(), TestCaseError> {
    prop_assert!(answer.text.chars().count() <= MAX_TEXT_CHARS);
    prop_assert!(answer.suggestions.len() <= 3);
    match answer.outcome {
        Outcome::Answered | Outcome::Corrected => {
            prop_assert!(!answer.sentences.is_empty());
            for sentence in &answer.sentences {
                prop_assert!(!sentence.citations.is_empty() && !sentence.facts.is_empty(), "{}", sentence.text);
                prop_assert!(sentence.citations.iter().all(|&at| at < answer.citations.len()));
                prop_assert!(sentence.facts.iter().all(|id| knowledge().fact(id).is_some()));
            }
            prop_assert!(answer.citations.iter().all(|citation| !citation.snippet.is_empty()));
            prop_assert!(answer.disagreements.iter().all(|other| other.citation < answer.citations.len()));
        }
        Outcome::Unknown | Outcome::Ambiguous => {
            prop_assert!(answer.sentences.is_empty() && answer.citations.is_empty() && answer.facts.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_outcome(text in "\\PC{0,200}") {
        check(&answer(&text))?;
    }

    #[test]
    fn any_bytes_have_an_outcome(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        check(&answer(&String::from_utf8_lossy(&bytes)))?;
    }

    #[test]
    fn any_mixture_of_the_subjects_words_has_sources_or_none(words in proptest::collection::vec(0..WORDS.len(), 1..14)) {
        let text: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
        check(&answer(&text.join(" ")))?;
    }

    #[test]
    fn the_same_question_has_the_same_answer(words in proptest::collection::vec(0..WORDS.len(), 1..10)) {
        let text: Vec<&str> = words.into_iter().map(|at| WORDS[at]).collect();
        let text = text.join(" ");
        prop_assert_eq!(answer(&text), answer(&text));
    }
}

/// The sentence of every fact is given with the fact's own references: the first question of each fact is asked.
#[test]
fn the_questions_of_the_facts_are_answered_with_sources() {
    let asked = knowledge().facts().iter().filter_map(|fact| fact.asks.iter().next());
    for ask in asked {
        check(&answer(ask)).unwrap_or_else(|fault| panic!("{ask}: {fault}"));
    }
}

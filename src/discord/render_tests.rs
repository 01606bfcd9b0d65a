use serde_json::Value;

use super::*;
use crate::answer::{Confidence, ReadAs, Sentence};

fn citation(n: usize, url: Option<&str>, snippet: &str, verbatim: bool) -> Citation {
    Citation {
        source: format!("source-{n}"),
        publisher: "U.S. Department of State".to_owned(),
        title: "[Declaration of Peace]".to_owned(),
        url: url.map(str::to_owned),
        date: Some("2020-09-15".to_owned()),
        snippet: snippet.to_owned(),
        verbatim,
    }
}

fn an_answer(sentences: &[(&str, &[usize])], citations: Vec<Citation>) -> Answer {
    Answer {
        outcome: Outcome::Answered,
        text: sentences.iter().map(|(text, _)| *text).collect::<Vec<_>>().join(" "),
        sentences: sentences
            .iter()
            .map(|(text, citations)| Sentence {
                text: (*text).to_owned(),
                citations: citations.to_vec(),
                facts: Vec::new(),
            })
            .collect(),
        citations,
        disagreements: Vec::new(),
        suggestions: vec!["Who signed?".to_owned()],
        facts: Vec::new(),
        read_as: Vec::new(),
        as_of: Some("2026-06-15".to_owned()),
        confidence: Confidence::Typed,
    }
}

fn shown(answer_: &Answer) -> Value {
    let message = serde_json::to_value(answer(answer_, Some("Who *signed*?"), "abc123")).expect("plain data");
    message["embeds"][0].clone()
}

fn field<'a>(embed: &'a Value, name: &str) -> Option<&'a str> {
    let fields = embed["fields"].as_array()?;
    fields.iter().find(|field| field["name"] == name).and_then(|field| field["value"].as_str())
}

#[test]
fn every_sentence_is_followed_by_its_linked_numbers() {
    let url = Some("https://example.org/a");
    let answer = an_answer(
        &[("Bahrain signed.", &[0, 1]), ("Sudan did_not.", &[1])],
        vec![citation(0, url, "The Parties", true), citation(1, None, "our words", false)],
    );
    let embed = shown(&answer);
    assert_eq!(embed["description"], r"Bahrain signed. [[1]](https://example.org/a)[2] Sudan did\_not. [2]");
    assert_eq!(
        field(&embed, "Sources").expect("a field"),
        "[1] [\\[Declaration of Peace\\]](https://example.org/a), U.S. Department of State, 15 September 2020\n\
         “The Parties”\n\
         [2] \\[Declaration of Peace\\], U.S. Department of State, 15 September 2020\n*our words*"
    );
    assert_eq!(embed["title"], r"Who \*signed\*?");
    assert_eq!(embed["footer"]["text"], "Knowledge up to June 2026 · version abc123");
    assert_eq!(field(&embed, "You could ask"), None, "suggestions are for what could not be answered");
}

#[test]
fn unknown_shows_suggestions_and_no_sources() {
    let mut answer = an_answer(&[("I have no source for that.", &[])], Vec::new());
    answer.outcome = Outcome::Unknown;
    answer.as_of = None;
    let embed = shown(&answer);
    assert_eq!(field(&embed, "You could ask"), Some("• Who signed?"));
    assert_eq!(field(&embed, "Sources"), None);
    assert_eq!(embed["footer"]["text"], "Knowledge version abc123");
}

#[test]
fn names_read_and_disagreements_are_told() {
    let mut answer = an_answer(&[("It was in 2020.", &[0])], vec![citation(0, None, "x", true)]);
    answer.read_as = vec![ReadAs { typed: "Moroco".to_owned(), name: "Morocco".to_owned() }];
    answer.disagreements =
        vec![Disagreement { value: "April 2020".to_owned(), citation: 0, reason: "The treaty is dated.".to_owned() }];
    let embed = shown(&answer);
    assert_eq!(embed["description"], "Read as **Morocco**.\nIt was in 2020. [1]");
    assert_eq!(
        field(&embed, "Sources disagree"),
        Some("**April 2020** (U.S. Department of State [1]). The treaty is dated.")
    );
}

#[test]
fn an_answer_without_words_is_not_an_empty_message() {
    let answer = an_answer(&[], Vec::new());
    assert_eq!(shown(&answer)["description"], NOTHING_FOUND);
}

#[test]
fn many_sources_keep_their_links() {
    let url = format!("https://example.org/{}", "p".repeat(90));
    let all: Vec<usize> = (0..21).collect();
    let sentence = "word ".repeat(220);
    let citations = (0..21).map(|n| citation(n, Some(&url), "Some words of it.", false)).collect();
    let embed = shown(&an_answer(&[(sentence.as_str(), &all)], citations));
    let links = embed["fields"].as_array().expect("fields").iter().map(|field| field["value"].to_string());
    assert_eq!(links.map(|value| value.matches("](https://").count()).sum::<usize>(), 21);
}

/// Every link that is opened is closed, and nothing follows an ellipsis within one.
fn links_are_whole(text: &str) {
    for (at, _) in text.match_indices("](") {
        let rest = &text[at + 2..];
        let end = rest.find(')').expect("a link that ends");
        assert!(rest[..end].starts_with("https://") && !rest[..end].contains([' ', '…']), "{rest}");
    }
}

#[test]
fn the_largest_answers_stay_within_the_limits_with_whole_citations() {
    let long_url = format!("https://example.org/{}", "p".repeat(480));
    let words = "*_~`|[]<>#* ".repeat(120);
    for citations in [1, 5, 12, 25, 60] {
        for url in [None, Some("https://example.org/a"), Some(long_url.as_str())] {
            let all: Vec<usize> = (0..citations).collect();
            let sentence = "A **sentence** of [words] in <plain> text. ".repeat(4);
            let sentences: Vec<(&str, &[usize])> = vec![(sentence.as_str(), &all[..]); 7];
            let mut answer = an_answer(&sentences, (0..citations).map(|n| citation(n, url, &words, true)).collect());
            answer.disagreements = (0..citations)
                .map(|citation| Disagreement { value: words.clone(), citation, reason: words.clone() })
                .collect();
            let embed = shown(&answer);
            let description = embed["description"].as_str().expect("a description");
            links_are_whole(description);
            let mut total = limits::count(description) + limits::count(embed["footer"]["text"].as_str().unwrap_or(""));
            for field in embed["fields"].as_array().into_iter().flatten() {
                let value = field["value"].as_str().expect("a value");
                assert!((1..=limits::FIELD_VALUE).contains(&limits::count(value)));
                links_are_whole(value);
                total += limits::count(value) + limits::count(field["name"].as_str().expect("a name"));
            }
            assert!(limits::count(description) <= limits::EMBED_DESCRIPTION && total <= limits::EMBEDS_TOTAL);
        }
    }
}

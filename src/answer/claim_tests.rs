use super::*;

fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: std::sync::OnceLock<Knowledge> = std::sync::OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::embedded().expect("the build checked it"))
}

fn verdict(text: &str) -> Verdict {
    let checked = check(knowledge(), text);
    assert_eq!(checked.len(), 1, "{text}");
    assert_eq!(checked[0].answer.is_some(), checked[0].verdict != Verdict::NotCovered, "{text}");
    assert!(checked[0].answer.as_ref().is_none_or(|answer| !answer.citations.is_empty()), "{text}");
    checked[0].verdict
}

#[test]
fn verdicts_are_on_rungs_dates_numbers_and_persons() {
    use Verdict::{Contradicted, NotCovered, Supported};
    let table = [
        ("Bahrain signed on 15 September 2020", Supported),
        ("Bahrain signed the Abraham Accords in September 2020", Supported),
        ("Bahrain signed the Abraham Accords in 2019", Contradicted),
        ("Bahrain didn't sign in 2020", Contradicted),
        ("Bahrain did not sign in 2019", Supported),
        ("Morocco joined the Abraham Accords", Supported),
        ("Saudi Arabia joined the Abraham Accords", Contradicted),
        ("Saudi Arabia has not joined the Abraham Accords", Supported),
        ("The Knesset approved the agreement with the UAE by 80 to 13", Supported),
        ("The Knesset approved the agreement with the UAE by 13 to 80", Contradicted),
        ("The Knesset approved the agreement with the UAE by 70 to 10", Contradicted),
        ("The Knesset approved the joint communique with Bahrain by 82 votes to 14", NotCovered),
        // Opinions, forecasts, questions, hearsay, hedges, and what the record does not have.
        ("Bahrain was right to sign in 2020", NotCovered),
        ("Saudi Arabia will join the Abraham Accords", NotCovered),
        ("Did Bahrain sign in 2020?", NotCovered),
        ("Trump said that Bahrain signed in 2020", NotCovered),
        ("Bahrain may have signed in 2020", NotCovered),
        ("Bahrain signed in 2020 because of Iran", NotCovered),
        ("Bahrain signed in 2020 with a golden pen", NotCovered),
        ("Bahrain never did not sign in 2020", NotCovered),
        ("Bahrain signed the Paris Agreement in 2020", NotCovered),
        ("Nobody signed in 2020", NotCovered),
        // A "not" within a verb turns what is said, or leaves it open; it is never passed over.
        ("Bahrain ain't signed on 15 September 2020", Contradicted),
        ("Bahrain couldn't sign on 15 September 2020", NotCovered),
        ("Bahrain wouldn't sign on 15 September 2020", NotCovered),
        ("Bahrain shouldn't sign on 15 September 2020", NotCovered),
        ("Bahrain can't sign on 15 September 2020", NotCovered),
        ("Bahrain won't sign on 15 September 2020", NotCovered),
        ("Pizza is good", NotCovered),
        // Only an announcement is on record.
        ("Kazakhstan joined the Abraham Accords", NotCovered),
    ];
    let wrong: Vec<_> =
        table.into_iter().map(|(text, expected)| (text, expected, verdict(text))).filter(|it| it.1 != it.2).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The first verb that takes a "not" after it, or that "did not" can stand before.
fn negated(text: &str) -> Option<String> {
    [" was ", " were ", " is ", " has ", " had "].into_iter().find_map(|verb| {
        let at = text.find(verb)? + verb.len();
        Some(format!("{}not {}", &text[..at], &text[at..]))
    })
}

#[test]
fn no_sentence_of_the_record_is_contradicted_and_no_negation_of_one_supported() {
    let mut decided = 0;
    for fact in knowledge().stated_facts() {
        for text in std::iter::once(fact.text.as_str()).chain(&fact.asks) {
            let plain = check(knowledge(), text);
            let Some(other) = negated(text) else { continue };
            for (one, other) in plain.iter().zip(check(knowledge(), &other)) {
                let same = one.verdict == other.verdict && one.verdict != Verdict::NotCovered;
                let changed = one.sentence != other.sentence;
                assert!(!same || !changed, "{text}: {:?} either way", one.verdict);
            }
            decided += plain.iter().filter(|it| it.verdict != Verdict::NotCovered).count();
        }
        for one in check(knowledge(), &fact.text) {
            assert_ne!(one.verdict, Verdict::Contradicted, "{}: {}", fact.id, one.sentence);
        }
    }
    assert!(decided > 0);
}

#[test]
fn another_year_is_never_supported() {
    for fact in knowledge().stated_facts() {
        let Some(date) = fact.date.filter(|date| fact.text.contains(&date.to_string())) else { continue };
        let moved = fact.text.replace(&date.year().to_string(), "1971");
        for one in check(knowledge(), &moved).iter().filter(|one| one.sentence.contains("1971")) {
            let negative = crate::knowledge::negation::is_negative(&one.sentence);
            assert!(one.verdict != Verdict::Supported || negative, "{}: {}", fact.id, one.sentence);
        }
    }
}

//! Questions in the words of people, written without sight of the program: how many get the kind of answer that they should.
//!
//! `tests/questions/*.jsonl` are in the form of the project's grader: `q`, and in `expect` the outcomes that are right. What
//! the words of the answers must hold is graded outside; here only the outcomes are counted, so that a change that makes the
//! bot speak where it should not, or fall silent, is seen at once.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::path::Path;

use accords::answer::{Outcome, ask};
use accords::knowledge::Knowledge;
use accords::question::Question;
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    id: String,
    q: String,
    expect: Vec<String>,
}

fn cases(file: &str) -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions").join(file);
    let text = fs::read_to_string(&path).expect("the file is part of the project");
    text.lines().map(|line| serde_json::from_str(line).expect("every line is a case")).collect()
}

fn word(outcome: Outcome) -> String {
    serde_json::to_value(outcome).expect("an outcome has a word").as_str().expect("a string").to_owned()
}

/// Each set of questions: of a hundred at least so many must have a right outcome, and at most so many of those that only
/// silence fits may be answered. The floors are a little below what was measured when a set had been worked on.
const SETS: [(&str, usize, usize); 179] = [
    ("users.jsonl", 93, 1),
    ("analysts.jsonl", 93, 0),
    ("adversary.jsonl", 75, 0),
    ("reach.jsonl", 88, 0),
    ("reach_typo.jsonl", 88, 0),
    ("later_users.jsonl", 88, 0),
    ("later_analysts.jsonl", 85, 3),
    ("later_adversary.jsonl", 75, 0),
    ("later_reach.jsonl", 86, 0),
    ("third_users.jsonl", 92, 0),
    ("third_analysts.jsonl", 90, 1),
    ("third_adversary.jsonl", 78, 2),
    ("third_exam.jsonl", 90, 0),
    ("third_reach.jsonl", 88, 0),
    ("third_reach_typo.jsonl", 85, 0),
    ("fourth_users.jsonl", 91, 0),
    ("fourth_analysts.jsonl", 92, 0),
    ("fourth_adversary.jsonl", 84, 1),
    ("fourth_exam.jsonl", 88, 0),
    ("fourth_reach.jsonl", 96, 0),
    ("fourth_reach_typo.jsonl", 96, 0),
    ("fifth_users.jsonl", 85, 0),
    ("fifth_analysts.jsonl", 92, 1),
    ("fifth_adversary.jsonl", 79, 2),
    ("fifth_exam.jsonl", 90, 0),
    ("fifth_reach.jsonl", 92, 0),
    ("fifth_reach_typo.jsonl", 90, 0),
    ("sixth_users.jsonl", 88, 1),
    ("sixth_analysts.jsonl", 85, 0),
    ("sixth_adversary.jsonl", 72, 4),
    ("sixth_exam.jsonl", 85, 4),
    ("sixth_reach.jsonl", 88, 0),
    ("sixth_reach_typo.jsonl", 90, 0),
    ("seventh_users.jsonl", 90, 0),
    ("seventh_analysts.jsonl", 88, 0),
    ("seventh_adversary.jsonl", 92, 0),
    ("seventh_exam.jsonl", 89, 0),
    ("eighth_users.jsonl", 89, 0),
    ("eighth_analysts.jsonl", 88, 1),
    ("eighth_adversary.jsonl", 90, 0),
    ("eighth_exam.jsonl", 87, 0),
    ("ninth_users.jsonl", 91, 0),
    ("ninth_analysts.jsonl", 86, 2),
    ("ninth_adversary.jsonl", 91, 0),
    ("ninth_exam.jsonl", 93, 0),
    ("tenth_users.jsonl", 93, 1),
    ("tenth_analysts.jsonl", 91, 0),
    ("tenth_adversary.jsonl", 81, 0),
    ("tenth_exam.jsonl", 82, 3),
    ("eleventh_analysts.jsonl", 88, 0),
    ("eleventh_adversary.jsonl", 88, 2),
    ("twelfth_users.jsonl", 88, 2),
    ("twelfth_analysts.jsonl", 86, 1),
    ("twelfth_adversary.jsonl", 90, 0),
    ("twelfth_exam.jsonl", 93, 1),
    ("thirteenth_users.jsonl", 89, 0),
    ("thirteenth_analysts.jsonl", 88, 1),
    ("thirteenth_adversary.jsonl", 89, 0),
    ("thirteenth_exam.jsonl", 88, 0),
    ("fourteenth_users.jsonl", 93, 0),
    ("fourteenth_analysts.jsonl", 96, 0),
    ("fourteenth_adversary.jsonl", 91, 2),
    ("fourteenth_exam.jsonl", 93, 0),
    ("fifteenth_a.jsonl", 91, 2),
    ("fifteenth_b.jsonl", 84, 0),
    ("sixteenth_users.jsonl", 93, 0),
    ("sixteenth_analysts.jsonl", 83, 1),
    ("sixteenth_adversary.jsonl", 66, 1),
    ("seventeenth_users.jsonl", 95, 1),
    ("eighteenth_users.jsonl", 96, 0),
    ("eighteenth_exam.jsonl", 98, 0),
    ("eighteenth_analysts.jsonl", 91, 1),
    ("eighteenth_adversary_a.jsonl", 90, 2),
    ("eighteenth_adversary_b.jsonl", 85, 1),
    ("nineteenth_users.jsonl", 96, 0),
    ("nineteenth_analysts.jsonl", 96, 1),
    ("nineteenth_adversary.jsonl", 81, 1),
    ("verdict_a.jsonl", 92, 0),
    ("verdict_b.jsonl", 91, 0),
    ("verdict_c.jsonl", 89, 0),
    ("twentieth_users.jsonl", 93, 0),
    ("twentieth_analysts.jsonl", 93, 0),
    ("twentieth_adversary.jsonl", 83, 1),
    ("twentieth_exam.jsonl", 96, 0),
    ("twentyfirst_users.jsonl", 93, 0),
    ("twentyfirst_adversary.jsonl", 88, 0),
    ("twentyfirst_exam.jsonl", 95, 0),
    ("twentysecond_analysts.jsonl", 91, 0),
    ("twentysecond_adversary.jsonl", 85, 2),
    ("twentysecond_faq.jsonl", 93, 0),
    ("twentysecond_users.jsonl", 86, 0),
    ("twentythird_users.jsonl", 94, 0),
    ("twentythird_debaters.jsonl", 92, 1),
    ("twentythird_analysts.jsonl", 92, 1),
    ("twentythird_adversary.jsonl", 87, 0),
    ("twentythird_exam.jsonl", 97, 0),
    ("twentythird_faq.jsonl", 97, 0),
    ("twentyfourth_users.jsonl", 97, 0),
    ("twentyfourth_debaters.jsonl", 97, 0),
    ("twentyfourth_analysts.jsonl", 97, 0),
    ("twentyfourth_adversary.jsonl", 90, 0),
    ("twentyfourth_faq.jsonl", 97, 0),
    ("twentyfifth_users.jsonl", 95, 0),
    ("twentyfifth_debaters.jsonl", 95, 0),
    ("twentyfifth_analysts.jsonl", 97, 0),
    ("twentyfifth_adversary.jsonl", 92, 0),
    ("twentyfifth_exam.jsonl", 90, 0),
    ("twentyfifth_faq.jsonl", 97, 0),
    ("twentysixth_users.jsonl", 88, 1),
    ("twentysixth_debaters.jsonl", 95, 0),
    ("twentysixth_analysts.jsonl", 90, 0),
    ("twentysixth_adversary.jsonl", 90, 1),
    ("twentysixth_exam.jsonl", 95, 0),
    ("twentyseventh_users.jsonl", 87, 0),
    ("twentyseventh_analysts.jsonl", 93, 0),
    ("twentyseventh_adversary.jsonl", 91, 0),
    ("twentyseventh_exam.jsonl", 95, 0),
    ("twentyeighth_users.jsonl", 95, 0),
    ("twentyeighth_debaters.jsonl", 97, 0),
    ("twentyeighth_analysts.jsonl", 97, 0),
    ("twentyeighth_adversary.jsonl", 92, 0),
    ("twentyeighth_exam.jsonl", 97, 0),
    ("twentyeighth_faq.jsonl", 95, 0),
    ("twentyninth_debaters_a.jsonl", 97, 0),
    ("twentyninth_debaters_b.jsonl", 82, 1),
    ("twentyninth_analysts.jsonl", 92, 0),
    ("twentyninth_adversary_a.jsonl", 90, 0),
    ("twentyninth_adversary_b.jsonl", 92, 1),
    ("twentyninth_exam.jsonl", 95, 0),
    ("thirtieth_users.jsonl", 92, 0),
    ("thirtieth_moderators.jsonl", 82, 0),
    ("thirtieth_teachers.jsonl", 95, 0),
    ("thirtieth_analysts.jsonl", 97, 0),
    ("thirtieth_adversary.jsonl", 80, 1),
    ("thirtieth_faq.jsonl", 92, 0),
    ("thirtyfirst_users.jsonl", 92, 0),
    ("thirtyfirst_analysts.jsonl", 90, 0),
    ("thirtyfirst_adversary.jsonl", 82, 0),
    ("thirtyfirst_exam.jsonl", 87, 0),
    ("thirtyfirst_faq.jsonl", 87, 0),
    ("thirtysecond_users.jsonl", 92, 1),
    ("thirtysecond_analysts.jsonl", 90, 1),
    ("thirtysecond_adversary.jsonl", 75, 1),
    ("thirtysecond_moderators.jsonl", 90, 1),
    ("thirtysecond_exam.jsonl", 88, 1),
    ("thirtythird_users.jsonl", 86, 2),
    ("thirtythird_analysts.jsonl", 83, 3),
    ("thirtythird_adversary.jsonl", 73, 0),
    ("thirtythird_exam.jsonl", 93, 0),
    ("thirtyfourth_users.jsonl", 96, 1),
    ("thirtyfourth_analysts.jsonl", 96, 2),
    ("thirtyfourth_adversary.jsonl", 86, 2),
    ("thirtyfourth_exam.jsonl", 96, 0),
    ("thirtyfifth_users.jsonl", 96, 1),
    ("thirtyfifth_analysts.jsonl", 93, 1),
    ("thirtyfifth_adversary.jsonl", 83, 2),
    ("thirtyfifth_exam.jsonl", 96, 0),
    ("thirtysixth_users.jsonl", 88, 4),
    ("thirtysixth_analysts.jsonl", 95, 1),
    ("thirtysixth_adversary.jsonl", 73, 1),
    ("thirtysixth_exam.jsonl", 88, 2),
    ("thirtyseventh_users.jsonl", 96, 0),
    ("thirtyseventh_analysts.jsonl", 90, 0),
    ("thirtyseventh_adversary.jsonl", 81, 0),
    ("thirtyseventh_exam.jsonl", 95, 1),
    ("thirtyeighth_users.jsonl", 82, 2),
    ("thirtyeighth_adversary.jsonl", 77, 4),
    ("thirtyninth_users.jsonl", 95, 0),
    ("thirtyninth_analysts.jsonl", 95, 0),
    ("thirtyninth_adversary.jsonl", 80, 0),
    ("thirtyninth_exam.jsonl", 95, 0),
    ("fortieth_users.jsonl", 88, 0),
    ("fortieth_analysts.jsonl", 92, 0),
    ("fortieth_adversary.jsonl", 78, 0),
    ("fortieth_exam.jsonl", 94, 0),
    ("fortyfirst_users.jsonl", 93, 0),
    ("fortyfirst_analysts.jsonl", 93, 0),
    ("fortyfirst_adversary.jsonl", 90, 0),
    ("fortyfirst_exam.jsonl", 90, 0),
];

/// What is wrong with the outcomes of a set, if anything is.
fn shortfall(knowledge: &Knowledge, (file, floor, false_answers): (&str, usize, usize)) -> Option<String> {
    let today = jiff::civil::date(2026, 11, 22);
    let (mut right, mut spoken, mut wrong) = (0, Vec::new(), Vec::new());
    let cases = cases(file);
    for case in &cases {
        let outcome = word(ask(knowledge, &Question::new(&case.q, today)).outcome);
        let speaks = |outcome: &String| outcome == "answered" || outcome == "corrected";
        if case.expect.contains(&outcome) {
            right += 1;
        } else {
            wrong.push(format!("{} {}: {outcome}", case.id, case.q));
            if speaks(&outcome) && !case.expect.iter().any(speaks) {
                spoken.push(case.id.as_str());
            }
        }
    }
    let is_enough = right * 100 >= floor * cases.len() && spoken.len() <= false_answers;
    let told = || {
        let count = cases.len();
        format!("{file}: {right} of {count}, answered without right: {spoken:?}\n{}", wrong.join("\n"))
    };
    (!is_enough).then(told)
}

#[test]
fn every_set_has_its_share_of_right_outcomes() {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let short: Vec<String> = SETS.into_iter().filter_map(|set| shortfall(&knowledge, set)).collect();
    assert!(short.is_empty(), "{}", short.join("\n\n"));
}

/// Who gets no answer can press what is offered instead.
#[test]
fn what_is_suggested_is_answered() {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    let questions = SETS.into_iter().flat_map(|(file, ..)| cases(file)).map(|case| case.q);
    let suggested: BTreeSet<String> =
        questions.flat_map(|q| ask(&knowledge, &Question::new(&q, today)).suggestions).collect();
    assert!(suggested.len() > 500, "{}", suggested.len());
    let is_open = |question: &&String| {
        let outcome = ask(&knowledge, &Question::new(question, today)).outcome;
        !matches!(outcome, Outcome::Answered | Outcome::Corrected)
    };
    let open: Vec<&String> = suggested.iter().filter(is_open).collect();
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn every_file_is_one_of_the_sets() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions");
    let files = fs::read_dir(folder).expect("it is part of the project").map(|entry| entry.expect("it is read").path());
    let names = files.filter(|path| path.extension().is_some_and(|it| it == "jsonl"));
    let names: BTreeSet<String> =
        names.filter_map(|path| Some(path.file_name()?.to_string_lossy().into_owned())).collect();
    assert_eq!(names, SETS.into_iter().map(|(file, ..)| file.to_owned()).collect());
}

/// Questions that lie close to the subject and are on something else: other accords, other countries, other Abrahams.
#[test]
fn on_something_else() {
    const MOST_ANSWERED: usize = 30;
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions/elsewhere.txt");
    let text = fs::read_to_string(&path).expect("the file is part of the project");
    let speaks = |line: &&str| {
        let outcome = ask(&knowledge, &Question::new(line, today)).outcome;
        matches!(outcome, Outcome::Answered | Outcome::Corrected)
    };
    let answered: Vec<&str> = text.lines().filter(speaks).collect();
    assert!(answered.len() <= MOST_ANSWERED, "{} answered:\n{}", answered.len(), answered.join("\n"));
}

/// How many sentences are made of one template: enough for twenty thousand in all.
const OF_A_TEMPLATE: usize = 200;

/// Chat, trivia, homework and searches on anything else, one a line, and templates of such sentences with lists of what stands
/// in their braces: at most one in a thousand is answered.
#[test]
fn on_nothing_of_the_subject() {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    let read = |file: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/questions").join(file);
        fs::read_to_string(path).expect("the file is part of the project")
    };
    let (plain, templates) = (read("unrelated.txt"), read("unrelated_templates.txt"));
    let sentences: Vec<String> = plain.lines().map(str::to_owned).chain(filled(&templates)).collect();
    assert!(sentences.len() >= 20_000, "{}", sentences.len());
    let speaks = |line: &&String| {
        let outcome = ask(&knowledge, &Question::new(line, today)).outcome;
        matches!(outcome, Outcome::Answered | Outcome::Corrected)
    };
    let answered: Vec<&str> = sentences.iter().filter(speaks).map(String::as_str).collect();
    assert!(
        answered.len() * 1000 <= sentences.len(),
        "{} of {} answered:\n{}",
        answered.len(),
        sentences.len(),
        answered.join("\n")
    );
}

/// The sentences of templates such as `when was {place} founded`, with the words of the lists such as `place = Rome | Lima`:
/// of each at most [`OF_A_TEMPLATE`], which go through each list at its own step, so that they differ in all.
fn filled(text: &str) -> Vec<String> {
    let (lists, templates): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.contains(" | "));
    let lists: HashMap<&str, Vec<&str>> = lists
        .into_iter()
        .filter_map(|line| line.split_once(" = "))
        .map(|(name, words)| (name, words.split(" | ").collect()))
        .collect();
    let fill = |template: &str, nth: usize| {
        let mut sentence = template.to_owned();
        let mut step = 1;
        while let Some((before, (name, after))) =
            sentence.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            let words = &lists[name];
            let word = words[(nth * step) % words.len()];
            sentence = format!("{before}{word}{after}");
            step += 2;
        }
        sentence
    };
    let of = |template: &&str| (0..OF_A_TEMPLATE).map(|nth| fill(template, nth)).collect::<BTreeSet<_>>();
    templates.iter().filter(|line| !line.is_empty()).flat_map(of).collect()
}

/// What the bot says itself it does not correct when it is asked back.
#[test]
fn of_the_knowledge_itself() {
    const MOST_CORRECTED: usize = 3;
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    let corrected: Vec<&str> = knowledge
        .stated_facts()
        .map(|fact| fact.text.trim_end_matches('.'))
        .filter(|text| {
            ask(&knowledge, &Question::new(&format!("Is it true that {text}?"), today)).outcome == Outcome::Corrected
        })
        .collect();
    assert!(corrected.len() <= MOST_CORRECTED, "{} corrected:\n{}", corrected.len(), corrected.join("\n"));
}

/// Each question gets an answer of its kind that has the words.
fn are_answered(table: &[(&str, Outcome, &str)]) {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    for (question, outcome, words) in table {
        let answer = ask(&knowledge, &Question::new(question, today));
        assert_eq!(answer.outcome, *outcome, "{question}: {}", answer.text);
        assert!(answer.text.contains(words), "{question}: {}", answer.text);
    }
}

/// What is stated before a question is corrected as it is within one; what is rightly stated is not.
#[test]
fn what_is_stated_before_a_question_is_corrected() {
    are_answered(&[
        (
            "Netanyahu made the first official trip of an Israeli premier to the UAE in March 2021. Who received him?",
            Outcome::Corrected,
            "Bennett",
        ),
        (
            "When did the Pentagon move Israel out of Central Command and into European Command?",
            Outcome::Corrected,
            "from",
        ),
        (
            "Houda Nonoo was Bahrain's first ambassador in Israel. When was her name made public?",
            Outcome::Corrected,
            "Jalahma",
        ),
        ("Amman got the first embassy of Israel in an Arab country. In which year?", Outcome::Corrected, "Cairo"),
        ("DP World wanted to buy some Israeli port in September 2020. Which one?", Outcome::Answered, "Haifa"),
        // What was planned, supposed or denied is not stated.
        ("Morocco was to host the Negev Summit in 2023. Why didn't it?", Outcome::Answered, "postponed"),
        ("If Qatar joined tomorrow. What would change?", Outcome::Unknown, "no source"),
        ("The Negev Summit was held in April 2022. Who came?", Outcome::Unknown, "no source"),
        ("Bahrain sent its first ambassador to Israel in 2021. Who was it?", Outcome::Answered, "Jalahma"),
    ]);
}

/// Of two names or numbers to choose from the right one is told, and both where sources have both.
#[test]
fn a_choice_is_answered_with_the_one_it_was() {
    are_answered(&[
        ("Was Al Khaja or Al Jalahma posted to Israel by Bahrain?", Outcome::Answered, "Jalahma"),
        ("Did Israel and Bahrain sign seven or eight memoranda in Manama?", Outcome::Answered, "counted eight"),
        ("Was the treaty of 26 October 1994 signed by Egypt or by Jordan?", Outcome::Answered, "Jordan"),
        // What is recorded of one country only says nothing of the other.
        ("Did Tunisia or Algeria criminalise normalisation?", Outcome::Unknown, "no source"),
        ("Did Israel or Iran strike Doha?", Outcome::Answered, "9 September 2025"),
    ]);
}

/// A fact that says that something was not so stands against a question that takes it for granted, and not against one that says
/// so itself or asks why.
#[test]
fn what_a_fact_denies_is_not_taken_for_granted() {
    are_answered(&[
        (
            "How many F-35s did Washington deliver to the UAE in the end?",
            Outcome::Corrected,
            "no F-35 had been delivered",
        ),
        ("Which minister did Jordan send to the Negev Summit?", Outcome::Corrected, "did not take part"),
        ("Which states vetoed resolution 2803?", Outcome::Corrected, "abstained"),
        ("Why did the Maldives let in Israelis in April 2025?", Outcome::Corrected, "barred"),
        ("What was agreed at the Negev summit held in Morocco in 2023?", Outcome::Corrected, "was not held"),
        ("Why was the second Negev summit in Morocco put off?", Outcome::Answered, "settlement"),
        ("Why does Jordan stay out of the Negev Forum?", Outcome::Answered, "Palestinian role"),
        ("When did Erdogan threaten to suspend ties with the Emirates?", Outcome::Answered, "14 August 2020"),
        ("Who signed for Lebanon on 17 May 1983, and when did Beirut revoke the text?", Outcome::Answered, "Fattal"),
    ]);
}

/// A sum, a small thing or a source of which nothing is recorded is told by no fact that comes near.
#[test]
fn what_nobody_recorded_is_not_told() {
    are_answered(&[
        ("Name the pilot who flew El Al LY971 to Abu Dhabi.", Outcome::Unknown, "no source"),
        ("How much did the White House spend on the signing?", Outcome::Unknown, "no source"),
        ("According to Latinobarometro, how many Moroccans want normalisation?", Outcome::Unknown, "no source"),
        (
            "What price did Prabowo name in May 2025 for Indonesian recognition of Israel?",
            Outcome::Answered,
            "recognises Palestine",
        ),
        ("How much was trade between Israel and Bahrain in 2022, in US dollars?", Outcome::Answered, "12.7 million"),
    ]);
}

/// Offices, towns of a country, orders and figures that are asked for twice, tallies, and what stands in the sentence before.
#[test]
fn what_is_asked_in_other_ways() {
    are_answered(&[
        ("What post did Anwar Gargash hold in June 2020?", Outcome::Answered, "minister of state"),
        ("Which country's prime minister was Abdalla Hamdok?", Outcome::Answered, "Sudan"),
        ("Which Moroccan town hosted the Negev Summit of March 2022?", Outcome::Corrected, "Sde Boker"),
        (
            "Did Mauritania expel the Israeli diplomats before or after it broke off relations? Please give both dates.",
            Outcome::Answered,
            "20 March 2010",
        ),
        (
            "In 2022, did Israel trade more with Bahrain or with Morocco, and what were the two sums?",
            Outcome::Answered,
            "55.7 million",
        ),
        ("The UAE treaty scraped through the Knesset 61 to 59.", Outcome::Corrected, "80 votes to 13"),
        ("Netanyahu flew to Abu Dhabi in March 2021. Who greeted him?", Outcome::Corrected, "did not take place"),
        ("What happened to the second Negev Forum in Morocco?", Outcome::Answered, "was not held"),
        ("Tell the class when Oman signed the Abraham Accords.", Outcome::Corrected, "Oman"),
        ("whn was teh UAE embassy in Tel Aviv opened", Outcome::Answered, "14 July 2021"),
        ("Should Bhutan's ties with Israel be counted among the Abraham Accords?", Outcome::Answered, "not part of"),
        ("As of 25 May 2026, had Saudi Arabia acceded to the accords?", Outcome::Answered, "had not joined"),
        ("How does I2U2 differ from the Negev Forum?", Outcome::Answered, "India"),
        ("my mate says yes, i say no. whos right, is oman actually in?", Outcome::Answered, "Oman"),
        ("Who signed the declaration in Rabat for Morocco?", Outcome::Answered, "Othmani"),
        (
            "Mohamed Al Khaja was Israel's first ambassador to the UAE; on which date did he hand over his credentials?",
            Outcome::Corrected,
            "first ambassador of the United Arab Emirates",
        ),
        (
            "Who signed C-SIPA in September 2023, and does it oblige the parties to defend one another automatically?",
            Outcome::Answered,
            "Blinken",
        ),
        (
            "How many days lay between the Knesset's approval of the UAE treaty and its approval of the agreement with Bahrain?",
            Outcome::Answered,
            "26 days",
        ),
        ("What is the total population of Kazakhstan?", Outcome::Unknown, ""),
        ("What gathering did Tokayev attend in Geneva?", Outcome::Unknown, ""),
    ]);
}

/// Dates that only name a document, places that only a word points to, numbers in words, and names beside those that are meant.
#[test]
fn what_belongs_to_what_is_kept_apart() {
    are_answered(&[
        (
            "When did the Knesset approve the communique with Bahrain of October 2020?",
            Outcome::Answered,
            "10 November 2020",
        ),
        ("I'm writing on Kazakhstan, when did Israel open its embassy there?", Outcome::Answered, "August 1992"),
        ("When did Israel recognise Western Sahara as Moroccan, wasn't it in 2020?", Outcome::Answered, "17 July 2023"),
        (
            "Sudan's anti-Israel boycott statute: how many days separated the cabinet vote to scrap it from the final repeal?",
            Outcome::Answered,
            "13 days",
        ),
        ("How long after the September 2020 ceremony in Washington did Sudan sign?", Outcome::Answered, "113 days"),
        (
            "Lebanon and Israel signed something in Washington in June 2026? What day was it?",
            Outcome::Answered,
            "26 June 2026",
        ),
        (
            "Bangladesh recognised Israel in May 2021 when it changed its passports, who was prime minister then?",
            Outcome::Corrected,
            "did not recognise",
        ),
        ("Who ordered thirty million dollars to rebuild Huwara?", Outcome::Corrected, "$3 million"),
        (
            "Was Israel's recognition of Somaliland rejected by 21 states in a joint statement of December 2025?",
            Outcome::Answered,
            "twenty-one",
        ),
        ("Did Israel sign the IMEC memorandum in New Delhi?", Outcome::Answered, "not among the eight"),
        (
            "Not Abdullah bin Zayed and not Hamad bin Khalifa: which ruler chaired the cabinet that approved an embassy in Tel Aviv?",
            Outcome::Answered,
            "Mohammed bin Rashid",
        ),
        (
            "On which date did the Israel-Bahrain agreement on visa exemption for diplomats enter into force?",
            Outcome::Answered,
            "12 January 2021",
        ),
        ("When did Sudan sign, wasn't it in 2020?", Outcome::Corrected, "6 January 2021"),
        ("Did Mauritania give embassy staff twenty-four hours to leave?", Outcome::Corrected, "48 hours"),
        ("Did Mauritania give Israeli embassy staff forty-eight hours to leave?", Outcome::Answered, "48 hours"),
        ("Does Article twenty-three of the Israel-Jordan treaty deal with Aqaba?", Outcome::Answered, "Article 23"),
        ("What does the Israel-Egypt peace treaty on Sinai say?", Outcome::Answered, "Article I "),
        ("Was the Israel-UAE peace treaty on paper only?", Outcome::Unknown, "no source"),
        ("what did iraqs parliament pass in 2022 about israel", Outcome::Answered, "26 May 2022"),
        ("How heavy was the silver mezuzah that Herzog gave King Hamad?", Outcome::Unknown, "no source"),
        ("Which interpreter sat in on the call between Tokayev, Trump and Netanyahu?", Outcome::Unknown, "no source"),
        ("Who was the pilot of that first El Al flight to Abu Dhabi, what's his name?", Outcome::Unknown, "no source"),
    ]);
}

/// Lists, cards and comparisons of exams, and events that a list puts in order.
#[test]
fn what_exams_list_is_told_of_each() {
    are_answered(&[
        ("Flashcard - front: MINURSO. Back: ?", Outcome::Answered, "Referendum"),
        ("Identify Miguel Correa.", Outcome::Answered, "General Miguel Correa"),
        (
            "Match these with their states: Abdullah bin Zayed, Nasser Bourita, Gabi Ashkenazi.",
            Outcome::Answered,
            "Bourita",
        ),
        (
            "How did the Knesset vote on the UAE treaty and on the Bahrain communique?",
            Outcome::Answered,
            "62 votes to 14",
        ),
        ("Which is not in the Negev Forum? (a) Egypt (b) Jordan (c) Morocco", Outcome::Answered, "Jordan"),
        ("Is the Lebanon framework a peace treaty, and how many points does it have?", Outcome::Answered, "14 points"),
        (
            "After Egypt and Jordan, which Gulf state was next to make peace with Israel?",
            Outcome::Answered,
            "United Arab Emirates",
        ),
        ("Was Bahrain the first state to recognise Somaliland?", Outcome::Corrected, "Israel recognised"),
        (
            "Bahrain, like the Emirates, signed a full peace treaty with Israel.",
            Outcome::Corrected,
            "did not sign a full",
        ),
    ]);
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let text =
        "Put in order: the Knesset vote on the UAE treaty, the signing at the White House, the Manama communique.";
    let answer = ask(&knowledge, &Question::new(text, jiff::civil::date(2026, 11, 22)));
    let places = ["15 September 2020", "15 October 2020", "18 October 2020"].map(|day| answer.text.find(day));
    assert!(places.is_sorted() && places[0].is_some(), "{}", answer.text);
}

/// Of two namesakes, and of who held a post at a time, the right one is told.
#[test]
fn persons_are_told_apart() {
    are_answered(&[
        (
            "Did Yossi Cohen sign the memorandum with Sudan in Khartoum in January 2021?",
            Outcome::Corrected,
            "Eli Cohen",
        ),
        ("Did Eli Cohen sign a memorandum with Sudan in Khartoum in January 2021?", Outcome::Answered, "Eli Cohen"),
        ("Who was Israel's ambassador to the UAE in 2022?", Outcome::Answered, "Amir Hayek"),
        (
            "It wasn't Ashkenazi who signed for Israel at the White House, so who was it?",
            Outcome::Answered,
            "Netanyahu",
        ),
        (
            "When did Lapid open the embassy in Abu Dhabi, and when did the UAE open its own in Israel?",
            Outcome::Answered,
            "14 July 2021",
        ),
        (
            "On which day did Bahrain tell Israel that its ratification of the October 2020 communique was complete?",
            Outcome::Answered,
            "10 December 2020",
        ),
    ]);
}

/// The figures of a date are no second value of what is disputed.
#[test]
fn a_date_is_not_told_as_a_second_value() {
    let knowledge = Knowledge::embedded().expect("the build checked it");
    let today = jiff::civil::date(2026, 11, 22);
    for (question, others) in [
        ("True or false: the UAE and Bahrain signed at the White House on 15 September 2020.", "April 2020"),
        ("On 8 October 2020, did Bahrain sign seven memoranda?", "counted eight"),
    ] {
        let answer = ask(&knowledge, &Question::new(question, today));
        assert!(!answer.facts.is_empty() && !answer.text.contains(others), "{question}: {}", answer.text);
    }
}

/// What a clause, a blank or chat says beside a question changes neither what is asked nor the verdict on it.
#[test]
fn what_is_said_in_passing_is_weighed() {
    are_answered(&[
        (
            "Given that Bangladesh recognised Israel in May 2021, what was next?",
            Outcome::Corrected,
            "did not recognise",
        ),
        ("Now that Oman has joined the accords, what does it get?", Outcome::Corrected, "would not join"),
        // What is rightly denied in a clause is no premise to correct.
        ("Since Saudi Arabia has not joined, what conditions did it set?", Outcome::Answered, "Palestinian"),
        ("Given that Tunisia has not joined the accords, what did Saied say?", Outcome::Answered, "treason"),
        ("How much money is in the 4 billion Abraham Fund?", Outcome::Corrected, "three billion"),
        ("Why did Tunisia sign the Abraham Accords in 2011?", Outcome::Corrected, "Tunisia has joined"),
        ("Qatar signed the Abraham Accords in the year ____.", Outcome::Corrected, "Qatar"),
        (
            "my mate says bahrain signed a full peace treaty in sept 2020 just like the emiratis, fact or cap",
            Outcome::Corrected,
            "joint declaration",
        ),
        ("How much money did the UAE pledge 4 Indian food parks at I2U2?", Outcome::Answered, "two billion"),
        ("What did Japan's foreign minister say on the Israel-UAE deal in August 2020?", Outcome::Unknown, "no source"),
    ]);
}

/// What a question has wrong is corrected by the fact that says how it was; what is asked rightly near to it is answered.
#[test]
fn what_is_taken_for_granted_is_corrected() {
    are_answered(&[
        ("Why did Morocco quit the Abraham Accords?", Outcome::Corrected, "has left the accords"),
        ("Is the Abraham Fund run by the World Bank?", Outcome::Corrected, "Development Finance"),
        ("When did Netanyahu open the Israeli embassy in Abu Dhabi?", Outcome::Corrected, "Lapid"),
        ("Was the Negev Summit held in Eilat?", Outcome::Corrected, "Sde Boker"),
        ("When in March 2019 did Kazakhstan and Israel establish relations?", Outcome::Corrected, "10 April 1992"),
        ("Who signed the accords for Saudi Arabia?", Outcome::Corrected, "had not joined"),
        ("When was an Israeli embassy in Hargeisa supposed to open?", Outcome::Answered, "mid-2026"),
        ("When did Trump ask Turkey to join?", Outcome::Answered, "25 May 2026"),
        ("Which Gulf monarchies have not joined the accords?", Outcome::Answered, "Oman"),
        ("Who else joined besides the UAE and Bahrain?", Outcome::Answered, "Kazakhstan"),
        ("Define ratification.", Outcome::Answered, "bound"),
        ("Is the Abraham Fund still active?", Outcome::Answered, "suspended"),
        ("What did Vance predict about more members?", Outcome::Answered, "several other countries"),
        // The event is told of another country, with other numbers, turned round, or on another day or at another place.
        ("How much did Morocco pay to be taken off the US terrorism list?", Outcome::Corrected, "Sudan"),
        ("Was the treaty with Egypt approved by 50 votes to 40 in the Knesset?", Outcome::Corrected, "95 votes to 18"),
        ("Did the Knesset approve the peace treaty with Egypt by 95 votes to 18?", Outcome::Answered, "95 votes to 18"),
        ("True or false: the Knesset rejected the treaty with the UAE.", Outcome::Corrected, "80 votes to 13"),
        ("Were the accords signed in Tel Aviv?", Outcome::Corrected, "White House"),
        ("Were the accords signed in September 2020?", Outcome::Answered, "15 September 2020"),
        ("Did the Oslo accords come before the Camp David accords?", Outcome::Corrected, "17 September 1978"),
        ("Did the Camp David accords come before the Oslo accords?", Outcome::Answered, "17 September 1978"),
        ("When did the UAE sign the Artemis Accords?", Outcome::Unknown, "no source"),
        ("When did Bahrain join the GCC?", Outcome::Unknown, "no source"),
        ("When was the Antarctic Treaty signed?", Outcome::Unknown, "no source"),
        // Another is the one described.
        ("Was Amir Hayek Israel's first ambassador to Bahrain?", Outcome::Corrected, "Na'eh"),
        ("Was Egypt the first Arab state to make peace with Israel?", Outcome::Answered, "26 March 1979"),
        ("Was Bahrain the first Arab state to make peace with Israel?", Outcome::Corrected, "Egypt"),
        // Joining and what was got for it are taken for granted.
        ("What did Algeria get for joining the accords?", Outcome::Corrected, "Algeria had no diplomatic relations"),
        ("What did Morocco get for joining the accords?", Outcome::Answered, "Western Sahara"),
        ("Since Azerbaijan signed on, how has its oil trade changed?", Outcome::Corrected, "not a member"),
        (
            "What was agreed on Netanyahu's visit to Abu Dhabi on 11 March 2021?",
            Outcome::Corrected,
            "did not take place",
        ),
        // A sum of money is no other number.
        ("How much did a ticket for the first El Al flight to Abu Dhabi cost?", Outcome::Unknown, "no source"),
        // Time and order.
        ("How many days before the White House ceremony was the Bahrain deal announced?", Outcome::Answered, "4 days"),
        ("How long after the signing did the Knesset approve the UAE treaty?", Outcome::Answered, "30 days"),
        (
            "Did Sudan's removal from the list precede or follow its signature of the Declaration?",
            Outcome::Answered,
            "14 December 2020",
        ),
        ("Did Bennett go to Manama before he went to Abu Dhabi?", Outcome::Corrected, "12 December 2021"),
        ("Compare the Knesset votes on the UAE and on Bahrain.", Outcome::Answered, "62 votes to 14"),
        // The forms of exams.
        ("Which of these has not joined the accords? (a) Bahrain (b) Oman (c) Morocco", Outcome::Answered, "Oman"),
        (
            "Consider these statements: 1. Bahrain signed on 15 September 2020. 2. Oman joined the Abraham Accords. Which of \
             them is correct?",
            Outcome::Answered,
            "Statement 2 is contradicted",
        ),
        (
            "Consider these statements: 1. Saudi Arabia will join in 2030. 2. Qatar should join. Which of them is right?",
            Outcome::Unknown,
            "no",
        ),
        ("Which countries had signed before Kazakhstan joined?", Outcome::Answered, "By 5 November 2025"),
        ("Which country is the newest member?", Outcome::Answered, "On 6 November 2025"),
        ("Where was the Negev Summit held, and when did Etihad first fly to Israel?", Outcome::Answered, "EY9607"),
        // Two questions in one, and what lies between two events.
        (
            "How many articles has Egypt's treaty with Israel, and how many has Jordan's?",
            Outcome::Answered,
            "30 articles",
        ),
        (
            "What were the Knesset votes on the treaty with Egypt and on the one with the Emirates?",
            Outcome::Answered,
            "80 votes to 13",
        ),
        (
            "Which came earlier, Sudan's signature of the Declaration or Morocco's joint declaration, and how many days lay \
             between the two?",
            Outcome::Answered,
            "15 days",
        ),
        ("Trump or Biden: who was president when the accords were signed?", Outcome::Answered, "Donald Trump"),
        // Who belongs to another body.
        ("Is Iran a member of I2U2?", Outcome::Corrected, "India, Israel"),
        ("Is Egypt a member of the Negev Forum?", Outcome::Answered, "Egypt"),
        (
            "Which of these is not a member of the C5+1? (a) Kazakhstan (b) Azerbaijan (c) Uzbekistan",
            Outcome::Answered,
            "Uzbekistan",
        ),
        // Another day is corrected; a day after which, and a number that is only a bound, are not.
        ("On which day of 2019 did Netanyahu and Burhan meet in Entebbe?", Outcome::Corrected, "3 February 2020"),
        ("Was the mission in Rabat evacuated after 7 October 2023?", Outcome::Answered, "18 October 2023"),
        ("Was trade with Bahrain below ten million dollars in 2021?", Outcome::Answered, "6.5 million"),
        ("Did Bahrain give up its boycott of Israel in 2005?", Outcome::Answered, "2005"),
        ("Why are the accords named after Abraham?", Outcome::Answered, "patriarch"),
        ("Of the six monarchies of the GCC, which have not joined?", Outcome::Answered, "Oman"),
    ]);
}

/// What nobody has recorded is not answered with what stands near it; what was recorded of it is.
#[test]
fn what_is_not_on_record_is_not_made_up() {
    are_answered(&[
        // The thing that is asked for is one of which no fact speaks.
        ("What rent does the UAE pay for its embassy in Tel Aviv?", Outcome::Unknown, "no source"),
        ("What was on the menu at the lunch after the signing?", Outcome::Unknown, "no source"),
        ("What did Tokayev eat on the day of the announcement?", Outcome::Unknown, "no source"),
        ("Name the captain of the first El Al flight to Abu Dhabi.", Outcome::Unknown, "no source"),
        ("What was the El Al flight to Abu Dhabi called?", Outcome::Answered, "LY971"),
        // What lies after the horizon has no other date.
        ("What did Trump announce about the accords on 3 November 2026?", Outcome::Unknown, "no source"),
        ("Qatar will sign in 2027, so tell me in which month.", Outcome::Unknown, "no forecasts"),
        ("Suppose Israel had annexed land in 2020. Would Bahrain have signed?", Outcome::Unknown, "might have been"),
        ("Which of the two was the more gifted negotiator, Kushner or Berkowitz?", Outcome::Unknown, "no opinions"),
        ("Camp David or the Abraham Accords: which was the nobler peace?", Outcome::Unknown, "no opinions"),
    ]);
}

/// What a question has otherwise than the fact that it is about: whoever did it, where, how many, or the opposite of what was done.
#[test]
fn what_is_otherwise_is_corrected() {
    are_answered(&[
        // A country, body or person of the record in the place of another.
        (
            "What did sources tell Reuters that Bahrain might do to its ties if the West Bank was annexed?",
            Outcome::Corrected,
            "Emirates",
        ),
        (
            "What did Netanyahu see coming for the peace deals once the 19-day war with Iran was over?",
            Outcome::Corrected,
            "12-day",
        ),
        // Somebody, or a place, that the record does not have.
        (
            "Did the foreign ministers of Israel and the UAE meet in person for the first time in Vienna?",
            Outcome::Corrected,
            "Berlin",
        ),
        (
            "On which social media platform did Harold Wendt announce that Kazakhstan was joining?",
            Outcome::Corrected,
            "Donald Trump",
        ),
        // The opposite of what was done.
        ("By what vote did the Knesset reject the peace treaty with Egypt?", Outcome::Corrected, "95 votes to 18"),
        ("By what vote did the Knesset approve the peace treaty with Egypt?", Outcome::Answered, "95 votes to 18"),
        ("Who refused to sign the Cairo memorandum of June 2022 on gas for Europe?", Outcome::Corrected, "Simson"),
        ("When did Saudi Arabia close its airspace to all civil carriers?", Outcome::Corrected, "15 July 2022"),
        // Titles, headlines and names that are only set apart say nothing untrue.
        ("Who opened the Israeli embassy in Abu Dhabi as Alternate Prime Minister?", Outcome::Answered, "Lapid"),
        ("Who Hosted the Negev Summit of Foreign Ministers and Partners at Sde Boker?", Outcome::Answered, "Lapid"),
        ("Who hosted the Negev Summit after Omar Karami had declined?", Outcome::Answered, "Lapid"),
        ("Did the Palestinian Authority support Resolution 2803 of 17 November 2025?", Outcome::Answered, "welcomed"),
        ("When was Netanyahu's 2018 meeting with Mohamed bin Zayed made public?", Outcome::Answered, "Yedioth"),
        // One wrong name in a list, and a name for another that begins alike.
        (
            "Eli Cohen was said in March 2023 to be after ties with Nigeria, Mauritania, Somalia and Indonesia. Right?",
            Outcome::Corrected,
            "Niger ",
        ),
        // Relations that are said to have been none; a month is not affirmed by its year.
        ("Kazakhstan had no diplomatic ties with Israel til nov 2025 right?", Outcome::Corrected, "1992"),
        ("True or false: the Abraham Accords were signed in April 2020.", Outcome::Corrected, "15 September 2020"),
        // Who signed for a country that stayed outside.
        ("Did Ahmed al-Sharaa sign the Abraham Accords in Washington?", Outcome::Corrected, "would not now"),
        // What fits one way round is told before what fits the other.
        ("How many Emirati tourists visit Israel?", Outcome::Answered, "1,600"),
        // Halts and annulments are said by who knows of them.
        ("uae halts f-35 talks date", Outcome::Answered, "14 December 2021"),
        // What leaves it open is no premise.
        ("Did Morocco sell its old office in Tel Aviv or keep it?", Outcome::Answered, "kept"),
        ("When did Hayek's term as ambassador in the Emirates end?", Outcome::Answered, "18 October 2024"),
    ]);
}

/// What is asked first by everybody.
#[test]
fn central_questions_are_answered_as_a_whole() {
    are_answered(&[
        ("What does the Abraham Accords Declaration say?", Outcome::Answered, "human dignity"),
        ("What do the Abraham Accords say?", Outcome::Answered, "religious freedom"),
        ("Main points of the Israel-UAE treaty?", Outcome::Answered, "full normalisation"),
        ("How can a country join the Abraham Accords?", Outcome::Answered, "open for signature"),
        ("Which country joined the Abraham Accords in November 2025?", Outcome::Answered, "Kazakhstan"),
        ("Which countries joined the Abraham Accords in 2020?", Outcome::Answered, "Morocco"),
        ("Which countries have joined since 2025?", Outcome::Answered, "Kazakhstan"),
        ("Which states joined the Abraham Accords after 2020?", Outcome::Answered, "Sudan"),
        ("Which of Oman, Bahrain and Morocco have signed the accords?", Outcome::Answered, "Oman has not joined"),
        ("The accords were brokered by which country?", Outcome::Answered, "United States"),
        ("Since what year have Israel and Kazakhstan maintained diplomatic relations?", Outcome::Answered, "1992"),
        ("What is Saudi Arabia's precondition for relations with Israel?", Outcome::Answered, "Palestinian state"),
        ("What does MBS want from the US?", Outcome::Answered, "F-35"),
        ("What does Israel want from Saudi Arabia?", Outcome::Answered, "Netanyahu"),
        ("What have the Abraham Accords achieved so far?", Outcome::Answered, "By the Abraham Accords Israel took up"),
        ("Which Muslim countries recognise Israel?", Outcome::Answered, "No source here lists them all"),
        ("What is the main criticism levelled at the accords?", Outcome::Answered, "betrayal"),
        ("List the participating countries of the Negev Forum.", Outcome::Answered, "Egypt"),
        ("When was the Abraham Accords Declaration signed?", Outcome::Answered, "15 September 2020"),
        ("egypt israel peace treaty year", Outcome::Answered, "26 March 1979"),
        ("Which of Oman, Qatar and Saudi Arabia have not signed?", Outcome::Answered, "have not joined"),
        ("Before 2030, will Saudi Arabia join the Abraham Accords?", Outcome::Unknown, "no forecasts"),
        ("Discuss the significance of the Abraham Accords.", Outcome::Answered, "Arab states with full relations"),
        (
            "Assertion (A): Israel suspended annexation in August 2020. Reason (R): The UAE had asked for it. (a) Both are true",
            Outcome::Answered,
            "On the assertion: ",
        ),
        ("Which date did Saudia Arabia join the accords?", Outcome::Corrected, "had not joined"),
        ("Who witnessed the signing?", Outcome::Answered, "Trump"),
        ("When did the Abraham Accords come into force?", Outcome::Answered, "5 January 2021"),
        ("Which countries have normalised relations with Israel?", Outcome::Answered, "Jordan"),
        ("Was Sudan the first to sign?", Outcome::Corrected, "15 September 2020"),
        ("Does the treaty between the UAE and Israel mention annexation?", Outcome::Unknown, "no source"),
        (
            "The accords were signed between Israel and which of the following? (a) Egypt and Jordan (b) UAE and Bahrain",
            Outcome::Answered,
            "the United Arab Emirates and Bahrain",
        ),
        (
            "Consider the following countries: 1. Bahrain 2. Sudan 3. Oman. How many of the above are part of the \
             accords? (a) Only one (b) Only two (c) All three",
            Outcome::Answered,
            "2 of these 3 countries have signed",
        ),
        ("Where did Netanyahu and Burhan meet in 2020: Kenya, Uganda, Chad or Ethiopia?", Outcome::Answered, "Entebbe"),
    ]);
}

/// What stands around a question, and describes a country, asks nothing of its own; what might have been is no question.
#[test]
fn padding_is_passed_over_and_descriptions_are_understood() {
    are_answered(&[
        (
            "hey quick q, which countries r in the accords so far?? all of them, not just the first two",
            Outcome::Answered,
            "Sudan",
        ),
        ("total beginner here lol, what even ARE the abraham accords", Outcome::Answered, "normalise"),
        ("how many r in the accords now", Outcome::Answered, "5 countries"),
        ("who is abraham", Outcome::Answered, "patriarch"),
        (
            "In how many languages, and which ones, were the texts of September 2020 drawn up?",
            Outcome::Answered,
            "Hebrew",
        ),
        (
            "someone in chat claims Kazakhstan and Israel had zero ties until trump announced it in nov 2025. can you check",
            Outcome::Corrected,
            "1992",
        ),
        (
            "Among the countries that normalised in 2020, with which did Israel conclude its first treaty on double taxation?",
            Outcome::Answered,
            "31 May 2021",
        ),
        (
            "is Kosovo an Abraham Accords country? It put an embassy in Jerusalem so I assumed yes",
            Outcome::Answered,
            "not",
        ),
        ("ok but what does i2u2 stand for it sounds like a droid", Outcome::Answered, "India"),
        ("hey gamer here 😅 how many f35s are the saudis after", Outcome::Answered, "48"),
        ("What did Abdullah bin Zayed have for lunch at the White House?", Outcome::Unknown, "no source"),
        ("If Iran attacks again next year, which member would leave first?", Outcome::Unknown, "no forecasts"),
        ("Model UN prep: on what condition would Indonesia open relations with Israel?", Outcome::Answered, "Palestin"),
        (
            "When did Oman close its trade bureau in Tel Aviv (I mean for good, after the intifada started)?",
            Outcome::Answered,
            "12 October 2000",
        ),
        ("Define the Abraham Accords and name the states that took part from the start.", Outcome::Answered, "Bahrain"),
        ("Who was head of the Mossad when the accords were made + who took over?", Outcome::Answered, "Barnea"),
        ("Which North African kingdom joined the Abraham Accords?", Outcome::Answered, "Morocco"),
        ("Which self-declared republic in the Horn of Africa wants to join?", Outcome::Answered, "Somaliland"),
        ("Would Sudan have signed if Bashir had still been in power?", Outcome::Unknown, "might have been"),
        ("What would have come of the accords had Trump lost in 2016?", Outcome::Unknown, "might have been"),
        ("Who showed more courage, Netanyahu or Mohamed bin Zayed?", Outcome::Unknown, "no opinions"),
        ("Who were the signatories of the Abraham Accords?", Outcome::Answered, "Netanyahu"),
        ("Not Shelley, not Na'eh: which envoy did the Emirates summon in April 2022?", Outcome::Answered, "Amir Hayek"),
        (
            "Pakistan signed the charter of the Board of Peace, ergo it is in the Abraham Accords now.",
            Outcome::Answered,
            "rejected",
        ),
        ("Was Karhi the first member of an Israeli cabinet to visit Saudi Arabia?", Outcome::Answered, "second"),
    ]);
}

/// What nobody recorded is not answered by what stands beside it, and what a question has wrong in passing is corrected.
#[test]
fn what_stands_beside_it_is_no_answer() {
    are_answered(&[
        (
            "One member alleges that the Maldives shut their doors to Israeli passports in April 2025. Right?",
            Outcome::Answered,
            "15 April 2025",
        ),
        (
            "Two facts from one comment: Sudan paid 335 million dollars, and this covered the USS Cole. Are both correct?",
            Outcome::Answered,
            "335 million",
        ),
        (
            "The Knesset approved the peace treaty with Jordan one day before the signing in the Arava. Right?",
            Outcome::Answered,
            "25 October 1994",
        ),
        (
            "Member A: Jordan was at the Negev Summit in Sde Boker. Member B: no, it wasn't. Who has it right?",
            Outcome::Answered,
            "did not take part",
        ),
        ("who won the last africa cup of nations, was it morocco", Outcome::Unknown, ""),
        ("how many israelis are in the accords", Outcome::Unknown, ""),
        ("when did kazakhstan join the wto", Outcome::Unknown, ""),
        ("When did Bahrain join UEFA?", Outcome::Unknown, ""),
        ("which country u reckon joins next", Outcome::Unknown, "no opinions"),
        ("In your own view, did the accords harm the Palestinian cause?", Outcome::Unknown, "no opinions"),
        ("When was Sudan struck off America's list of terror sponsors?", Outcome::Answered, "14 December 2020"),
        (
            "What condition did Mohammed bin Salman attach to Saudi entry into the accords when he met Trump in 2025?",
            Outcome::Answered,
            "two-state",
        ),
        (
            "So the ministers adopted the Negev Forum Regional Cooperation Framework in March 2022?",
            Outcome::Corrected,
            "10 November 2022",
        ),
        ("How much rent does Israel pay for the 29th floor of the Bahrain World Trade Center?", Outcome::Unknown, ""),
        ("What was the name of the pilot of El Al flight LY971?", Outcome::Unknown, ""),
        ("How much did the White House spend on the signing ceremony?", Outcome::Unknown, ""),
        ("Did the accords recognise Jerusalem as Israel's capital?", Outcome::Unknown, ""),
        (
            "So Kazakhstan only opened relations with Israel in November 2025 under Trump, how come it took so long?",
            Outcome::Corrected,
            "10 April 1992",
        ),
        (
            "Since Kazakhstan only opened relations with Israel by joining in 2025, is it like the UAE in 2020?",
            Outcome::Corrected,
            "10 April 1992",
        ),
        ("Kazakhstan only set up its embassy in Israel in November 2025, right?", Outcome::Corrected, "1996"),
        (
            "Was it Ethiopia that condemned Sa'ar's visit of January 2026 to Somaliland as illegal?",
            Outcome::Corrected,
            "Somalia condemned",
        ),
        ("Because the accords were signed at Camp David, who hosted?", Outcome::Corrected, "White House"),
        ("What body does art. XXIV of the Israel-Jordan treaty foresee?", Outcome::Answered, "commission"),
        ("Kazakhstan had no relations with Israel until 2025. (True / False)", Outcome::Corrected, "1992"),
        ("Had Sudan already dropped its 1958 boycott law when it signed the Declaration?", Outcome::Unknown, ""),
        ("How many months did Begin and Sadat give themselves at Camp David?", Outcome::Answered, "three months"),
        (
            "Bahrain and Israel were the first pair to accept each other's Covid papers. On what date was that agreed?",
            Outcome::Answered,
            "22 April 2021",
        ),
        (
            "Trade of 300,000 dollars between Bahrain and Israel in seven months of 2021, up from zero, is that right?",
            Outcome::Answered,
            "300,000",
        ),
    ]);
}

/// Questions of which one asks for two things.
#[test]
fn both_of_two_things_that_are_asked_are_told() {
    are_answered(&[
        (
            "Oman's trade office in Tel Aviv: when did it open, and the date on which its closure was announced?",
            Outcome::Answered,
            "12 October 2000",
        ),
        (
            "As of 6 November 2025, had Saudi Arabia joined, and if not, what was it waiting for?",
            Outcome::Answered,
            "Palestinian state",
        ),
        (
            "Bennett and Herzog both paid an official visit to Bahrain in 2022: on which day did each begin?",
            Outcome::Answered,
            "4 December 2022",
        ),
    ]);
}

/// What a question leaves to the words around it, and what it says in other forms.
#[test]
fn what_is_asked_in_other_words_is_understood() {
    are_answered(&[
        (
            "Accounts of when the Emirati F-35 papers were signed differ. Which date does the UAE embassy in Washington give?",
            Outcome::Answered,
            "19 January",
        ),
        ("Trump or Biden: who was president when the accords were signed?", Outcome::Answered, "Trump"),
        (
            "When did \u{41d}\u{435}\u{442}\u{430}\u{43d}\u{44c}\u{44f}\u{445}\u{443} visit \u{410}\u{441}\u{442}\u{430}\u{43d}\u{430}?",
            Outcome::Answered,
            "14 December 2016",
        ),
        ("Bhutan counts as a member of the accords, yes?", Outcome::Corrected, "not part of"),
        (
            "When did the Pentagon move Israel from Central Command to European Command?",
            Outcome::Corrected,
            "15 January 2021",
        ),
        (
            "When did the Pentagon move Israel from European Command to Central Command?",
            Outcome::Answered,
            "15 January 2021",
        ),
        ("why wont syria join", Outcome::Answered, "would not now enter"),
        ("Has the Saudi stance on Israel changed as of June 2026?", Outcome::Answered, "3 June 2026"),
        ("Whose idea was it to call it the Abraham Accords?", Outcome::Answered, "Correa"),
        (
            "Compare the Washington Institute's figures for favourable views of the accords in Bahrain and the UAE in 2020.",
            Outcome::Answered,
            "47 per cent",
        ),
    ]);
}

/// Words and signs that are easily taken for something else, and what one source says against the others.
#[test]
fn what_is_easily_misread() {
    are_answered(&[
        // Who signed is taken for one who did not; a letter with a figure is a name, and no shorthand.
        ("Why didn't Bahrain sign the accords?", Outcome::Corrected, "15 September 2020"),
        ("Why couldn't Bahrain sign the Abraham Accords?", Outcome::Corrected, "15 September 2020"),
        ("Did Bahrain join the G77?", Outcome::Unknown, "no source"),
        ("Had Bahrain joined by 2019?", Outcome::Answered, "Not yet by the end of 2019."),
        (
            "The treaty between Israel and the UAE was signed, the Bahrain declaration was signed. How many days lay \
             between the two?",
            Outcome::Answered,
            "Both were on 15 September 2020.",
        ),
        (
            "Consider the following statements: 1. Bahrain couldn't sign the Abraham Accords on 15 September 2020. \
             2. Oman joined the Abraham Accords. Which of them is correct?",
            Outcome::Answered,
            "On statement 1:",
        ),
        // What one source says against the others.
        (
            "TPS-IL says that Israel, Bahrain and the UAE signed in April 2020. Is that the right month?",
            Outcome::Corrected,
            "15 September 2020",
        ),
        (
            "Which date does TPS-IL give for the signing by Israel, Bahrain and the UAE?",
            Outcome::Answered,
            "April 2020",
        ),
    ]);
}

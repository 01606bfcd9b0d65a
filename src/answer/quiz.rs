//! Several statements to be judged: of exams ("Consider the following statements: 1. ... 2. ... Which is correct?", "Which of the
//! following has not joined? (a) ... (b) ...") and of two who disagree.

use super::among::among;
use super::claim::decide_text;
use super::denial::is_negative;
use super::draft::Draft;
use super::membership_list::capital;
use super::sequence::in_order;
use super::{Confidence, Outcome};
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::EntityKind;
use crate::question::framing::two_claims;
use crate::question::listed::{Listed, assertion_and_reason, listed, listed_behind_colon, options_in_line};
use crate::question::read;
use crate::question::words::POINTERS;

/// References shown for each of several facts.
const CITED: usize = 2;

/// The answer to such a question; `ask` finds what the record says on a text that no verdict can be given on.
pub(super) fn quiz<'k>(
    knowledge: &'k Knowledge,
    text: &str,
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    if let Some(pair) = assertion_and_reason(text) {
        return judged_pair(knowledge, ["the assertion", "the reason"], pair, &ask).map(|(draft, _)| draft);
    }
    if let Some(pair) = two_claims(text) {
        let judged = judged_pair(knowledge, ["the first claim", "the second claim"], pair, &ask);
        // Half of a dispute is told only where the other half leans on it ("no, it wasn't", "in 2021").
        let opening = pair[1].split(' ').next().unwrap_or_default().to_ascii_lowercase();
        let leans =
            POINTERS.contains(&opening.as_str()) || opening == "no" || read(knowledge, pair[1]).mentions.is_empty();
        return judged.filter(|(_, told)| *told == pair.len() || leans).map(|(draft, _)| draft);
    }
    let Some(list) = listed(text) else { return behind_colon(knowledge, &listed_behind_colon(text)?, ask) };
    if asks_for_an_order(list.stem) {
        return in_order(knowledge, list.stem, &list.items);
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.cite_at_most(CITED);
    if asks_of_statements(text) {
        let topic = topic(list.stem);
        for (at, statement) in statements(&list).into_iter().enumerate() {
            judge(knowledge, &mut draft, &format!("statement {}", at + 1), &about(statement, topic), topic, &ask);
        }
    } else if let Some(unfinished) = unfinished(list.stem) {
        return completed(knowledge, unfinished, &list, &ask).or_else(|| chosen(knowledge, &list, &ask));
    } else {
        if let Some(counted) = counted(knowledge, &list) {
            return Some(counted);
        }
        let right: Vec<&Fact> = choice(knowledge, &list).into_iter().flatten().collect();
        draft.tell_all(&right);
        if draft.is_empty() {
            return chosen(knowledge, &list, &ask);
        }
    }
    (!draft.is_empty()).then_some(draft)
}

/// What is asked of the things that a text lists behind a colon: their order, or what each of them is ("Match these ministers with
/// their countries: ...").
fn behind_colon<'k>(
    knowledge: &'k Knowledge,
    list: &Listed<'_>,
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    /// Names up to which each is told.
    const MOST: usize = 5;
    if asks_for_an_order(list.stem) {
        return in_order(knowledge, list.stem, &list.items);
    }
    let is_person = |item: &&str| {
        let named = read(knowledge, item).mentions.into_iter().map(|name| name.entities);
        let mut persons = named.filter(|it| it.iter().all(|&key| knowledge.entity_at(key).kind == EntityKind::Person));
        persons.next().is_some()
    };
    let is_match = list.stem.to_ascii_lowercase().starts_with("match ");
    if !is_match || list.items.len() > MOST || !list.items.iter().all(is_person) {
        return None;
    }
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.cite_at_most(CITED);
    for item in &list.items {
        let (text, facts) = ask(&format!("Who is {item}?")).and_then(Draft::into_first_sentence)?;
        draft.say(text, facts);
    }
    Some(draft)
}

/// What the record has on two statements, and on how many of them it has something.
fn judged_pair<'k>(
    knowledge: &'k Knowledge,
    labels: [&str; 2],
    pair: [&str; 2],
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<(Draft<'k>, usize)> {
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
    draft.cite_at_most(CITED);
    for (label, statement) in labels.into_iter().zip(pair) {
        judge(knowledge, &mut draft, label, statement, None, &ask);
    }
    let told = draft.sentences();
    (told > 0).then_some((draft, told))
}

/// The answer to a question that ends in its options ("Where was it: Kenya, Uganda or Chad?").
pub(super) fn choice_in_line<'k>(
    knowledge: &'k Knowledge,
    text: &str,
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    chosen(knowledge, &options_in_line(text)?, ask)
}

/// Whether a question ends in so many options that most of what it names is not what it is about.
pub(super) fn has_many_options(text: &str) -> bool {
    /// More than most questions have to choose from that only name what they are about.
    const MANY: usize = 5;
    /// Words that ask of all of them.
    const OF_ALL: [&str; 6] = ["each", "all", "every", "compare", "respectively", "these"];
    options_in_line(text).is_some_and(|list| {
        let of_all = list.stem.split_whitespace().any(|word| OF_ALL.iter().any(|it| it.eq_ignore_ascii_case(word)));
        list.items.len() >= MANY && !of_all
    })
}

/// Whether a text asks to put what follows in the order of time.
fn asks_for_an_order(stem: &str) -> bool {
    let lower = stem.to_ascii_lowercase();
    let orders = ["arrange", "put ", "order ", "sort ", "place ", "sequence"].iter().any(|it| lower.contains(it));
    orders && ["chronological", "order", "by date", "earliest", "oldest"].iter().any(|it| lower.contains(it))
}

/// Whether a text asks which of several statements are so.
fn asks_of_statements(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    lower.contains("statement") && ["correct", "true", "right", "false", "wrong"].iter().any(|it| lower.contains(it))
}

/// The statements, each without the question that follows the last.
fn statements<'t>(list: &Listed<'t>) -> Vec<&'t str> {
    const QUESTIONS: [&str; 8] =
        [" which ", " how many of", " select ", " choose ", " are these", " is the ", " are both", " is statement"];
    let cut = |item: &&'t str| {
        let lower = item.to_ascii_lowercase();
        let end = QUESTIONS.iter().filter_map(|it| lower.find(&format!(".{it}")).map(|at| at + 1)).min();
        item[..end.unwrap_or(item.len())].trim_end_matches(['.', ' '])
    };
    list.items.iter().map(cut).collect()
}

/// What the statements are about: "the Negev Forum" of "Consider the following statements on the Negev Forum".
fn topic(stem: &str) -> Option<&str> {
    let lower = stem.to_ascii_lowercase();
    let mark = [
        " statements about ",
        " statements on ",
        " statements regarding ",
        " statements concerning ",
        " reference to ",
    ];
    let at = mark.iter().find_map(|mark| lower.find(mark).map(|at| at + mark.len()))?;
    let end = stem[at..].find([',', ':', '.']).map_or(stem.len(), |end| at + end);
    Some(stem[at..end].trim()).filter(|topic| !topic.is_empty())
}

/// A statement with what it is about in the place of a pronoun.
fn about(statement: &str, topic: Option<&str>) -> String {
    let pronoun = ["they ", "it ", "these "].into_iter().find(|it| statement.to_ascii_lowercase().starts_with(it));
    match (topic, pronoun) {
        (Some(topic), Some(pronoun)) => format!("{topic} {}", &statement[pronoun.len()..]),
        _ => statement.to_owned(),
    }
}

/// Says of a statement what the record has on it. A statement that leaves to the stem what it is about gets no verdict: "Jordan
/// is a member" is not of the accords where the stem is on a forum.
fn judge<'k>(
    knowledge: &'k Knowledge,
    draft: &mut Draft<'k>,
    label: &str,
    statement: &str,
    topic: Option<&str>,
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) {
    let leaves_out = topic.filter(|topic| !names_all_of(knowledge, statement, topic));
    let verdict = if leaves_out.is_none() { decide_text(knowledge, statement) } else { None };
    if let Some((is_so, facts)) = verdict {
        let verdict = if is_so { "supported" } else { "contradicted" };
        if let Some(&fact) = facts.first() {
            draft.say(format!("{} is {verdict}: {}", capital(label), fact.text), vec![fact]);
        }
        return;
    }
    let of = leaves_out.map_or_else(String::new, |topic| format!(" ({topic})"));
    let found = ask(&format!("Is it true that {statement}{of}?")).and_then(Draft::into_first_sentence);
    if let Some((text, facts)) = found {
        draft.say(format!("On {label}: {text}"), facts);
    }
}

/// Whether a statement names all that its topic names, the accords aside, of which everything here is.
fn names_all_of(knowledge: &Knowledge, statement: &str, topic: &str) -> bool {
    let named = |text: &str| read(knowledge, text).mentions.into_iter().flat_map(|it| it.entities).collect::<Vec<_>>();
    let in_statement = named(statement);
    named(topic).into_iter().all(|it| knowledge.is_subject(it) || in_statement.contains(&it))
}

/// How the countries stand of which it is asked how many have joined.
fn counted<'k>(knowledge: &'k Knowledge, list: &Listed<'_>) -> Option<Draft<'k>> {
    let options = statements(list);
    let after = list.items.last().zip(options.last()).map_or("", |(item, option)| &item[option.len()..]);
    let asks = |text: &&str| text.to_ascii_lowercase().contains("how many of ");
    let asked = [list.stem, after].into_iter().find(asks)?;
    let asked = asked.trim_start_matches(['.', ' ']).replace("the above", "these");
    among(knowledge, &read(knowledge, &format!("{}. {asked}", options.join(", "))))
}

/// The facts behind the options with which the question becomes a statement that the record supports. The question stands before
/// them or after the last.
fn choice<'k>(knowledge: &'k Knowledge, list: &Listed<'_>) -> Option<Vec<&'k Fact>> {
    let options = statements(list);
    let after = list.items.last().zip(options.last()).map(|(item, option)| &item[option.len()..]);
    let predicate = predicate(list.stem).or_else(|| predicate(after?))?;
    let supported = options.into_iter().filter_map(|option| {
        let option = option.trim_end_matches(['.', ';', ',', '?']);
        decide_text(knowledge, &format!("{option} {predicate}")).filter(|(is_so, _)| *is_so)
    });
    Some(supported.filter_map(|(_, facts)| facts.first().copied()).collect())
}

/// What the record has on the one option with which the stem becomes a statement that is so.
fn completed<'k>(
    knowledge: &'k Knowledge,
    stem: &str,
    list: &Listed<'_>,
    ask: &impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    let denies = |draft: &Draft<'_>| draft.facts().first().is_some_and(|fact| is_negative(knowledge, fact));
    let is_so = |draft: &Draft<'_>| {
        draft.outcome == Outcome::Answered && draft.confidence() != Confidence::Ranked && !denies(draft)
    };
    let statement = |option: &&str| {
        let option = option.trim_end_matches(['.', ';', ',', '?']);
        format!("Is it true that {stem} {option}?")
    };
    let mut so = list.items.iter().filter_map(|option| ask(&statement(option)).filter(is_so));
    so.next().filter(|_| so.next().is_none())
}

/// What the record has on the question of the stem, where it speaks of some of the options and not of all; else on the one option
/// with which the stem has an answer.
fn chosen<'k>(
    knowledge: &'k Knowledge,
    list: &Listed<'_>,
    ask: impl Fn(&str) -> Option<Draft<'k>>,
) -> Option<Draft<'k>> {
    let options = statements(list);
    let stem = without_exclusion(list.stem);
    let tells = |draft: &Draft<'k>, option: &str| draft.facts().iter().any(|fact| says(knowledge, fact, option));
    if let Some(mut draft) = ask(&stem) {
        let (told, untold): (Vec<&str>, Vec<&str>) = options.iter().copied().partition(|option| tells(&draft, option));
        // The one that does not fit may have its own fact.
        if let [option] = untold[..]
            && stem.len() < list.stem.len()
            && let Some(other) =
                ask(&format!("{} {option}", list.stem)).filter(|draft| tells(draft, option)).or_else(|| {
                    ask(&format!("Is it true that {option} {}?", predicate(&stem)?)).filter(|it| tells(it, option))
                })
        {
            draft.add(other);
        }
        let excludes = stem.len() < list.stem.len();
        if !told.is_empty() && (excludes || !untold.is_empty()) {
            let facts = draft.facts();
            let says_it = facts.first().is_some_and(|fact| {
                !is_negative(knowledge, fact) && told.iter().any(|option| says(knowledge, fact, option))
            });
            // A stem alone may be like something untrue ("they met in"), and is so with the option that the fact says.
            if draft.outcome == Outcome::Corrected && says_it && !excludes {
                let mut finished = Draft::new(knowledge, Outcome::Answered, draft.confidence());
                finished.tell_all(&facts);
                return Some(finished);
            }
            return Some(draft);
        }
    }
    let is_told = |draft: &Draft<'k>, option: &str| draft.outcome == Outcome::Answered && tells(draft, option);
    let with = |option: &&str| ask(&format!("{stem} {option}")).filter(|draft| is_told(draft, option));
    let mut found = options.iter().filter_map(with);
    let one = found.next().filter(|_| found.next().is_none());
    let excludes = stem.len() < list.stem.len();
    one.or_else(|| if excludes { None } else { told_of_the_named(knowledge, &stem, &options) })
}

/// The fact on what the stem names that speaks of one of the options, where no fact on it speaks of another: what a body "is often
/// associated with" no fact says in these words.
fn told_of_the_named<'k>(knowledge: &'k Knowledge, stem: &str, options: &[&str]) -> Option<Draft<'k>> {
    let reading = read(knowledge, stem);
    let is_telling =
        |key: EntityKey| knowledge.entity_at(key).kind != EntityKind::Country && !knowledge.is_general(key);
    let mut named = reading.terms.iter().filter_map(|term| term.entity).filter(|&key| is_telling(key));
    let (Some(name), None) = (named.next(), named.next()) else { return None };
    let on_it = || knowledge.stated_facts_on(name).filter(|fact| fact.about.first() == Some(&name));
    let mut told = options.iter().filter_map(|option| on_it().find(|fact| says(knowledge, fact, option)));
    let fact = told.next().filter(|_| told.next().is_none())?;
    let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Ranked);
    draft.tell(fact);
    Some(draft)
}

/// A stem that asks for the option that does not fit, as one that asks for those that do: "which is NOT a member" is answered
/// by who is.
fn without_exclusion(stem: &str) -> String {
    let excludes = |word: &&str| ["not", "except", "except:"].contains(&word.to_ascii_lowercase().as_str());
    let words: Vec<&str> = stem.split_whitespace().filter(|word| !excludes(word)).collect();
    words.join(" ")
}

/// Whether a fact says every telling word of an option, or is of the date that it gives.
fn says(knowledge: &Knowledge, fact: &Fact, option: &str) -> bool {
    let profile = knowledge.index().profile_of(fact.key);
    let option = read(knowledge, option);
    if option.terms.is_empty() {
        return option.date().zip(fact.date).is_some_and(|(asked, date)| asked.overlaps(date));
    }
    option.terms.iter().all(|term| term.feature.is_some_and(|feature| profile.says(feature)))
}

/// The statement that a stem begins and its options complete: "The accords were signed at", "They were signed between Israel and"
/// of "They were signed between Israel and which of the following?".
fn unfinished(stem: &str) -> Option<&str> {
    const TAILS: [&str; 4] = [
        " which of the following",
        " which of these",
        " which one of the following",
        " which of the following countries",
    ];
    let stem = stem.trim_end_matches([':', '?', ' ']);
    let lower = stem.to_ascii_lowercase();
    let before_tail = TAILS.iter().find_map(|tail| lower.strip_suffix(tail)).map(|before| &stem[..before.len()]);
    before_tail.or_else(|| is_unfinished(stem).then_some(stem))
}

/// Whether the last word of a stem wants another after it.
fn is_unfinished(stem: &str) -> bool {
    const LAST: [&str; 18] = [
        "and", "at", "in", "on", "by", "with", "to", "of", "from", "was", "were", "is", "are", "the", "a", "between",
        "signed", "since",
    ];
    let last = stem.split_whitespace().next_back().unwrap_or_default();
    LAST.iter().any(|word| word.eq_ignore_ascii_case(last.trim_end_matches(':')))
}

/// What is asked of the options: "has not joined" of "Which of the following countries has not joined?".
fn predicate(stem: &str) -> Option<&str> {
    const OPENINGS: [&str; 5] = [
        "which of the following",
        "which one of the following",
        "which of these",
        "which one of these",
        "which of the above",
    ];
    const VERBS: [&str; 12] =
        ["is", "are", "was", "were", "has", "have", "had", "did", "does", "joined", "signed", "announced"];
    let lower = stem.to_ascii_lowercase();
    let opening = OPENINGS.iter().find_map(|opening| lower.find(opening).map(|at| at + opening.len()))?;
    let words = lower[opening..].split_whitespace();
    let verb = words.into_iter().find(|word| VERBS.contains(word))?;
    let at = opening + lower[opening..].find(&format!(" {verb} "))? + 1;
    Some(stem[at..].trim_end_matches(['?', ':', ' ']))
}

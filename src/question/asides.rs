//! Questions without what is said beside them: reasons, headings, clauses in brackets, concessions, chat, and names that are not
//! meant.

use std::ops::Range;

use super::parts::LEAST_SAID;
use super::reading::{Reading, read, read_sentence};
use super::words::{REASONS, asks, is_auxiliary};
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{EntityKind, Intent};
use crate::text::tokens::Token;

/// Words of a sentence that only adds to how a question is to be answered.
const LONGEST_AFTERTHOUGHT: usize = 12;

/// A question for yes or no without the clause that gives the reason to ask: "Has it joined, seeing that it signed the charter?"
pub fn without_reason(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let opens = |&at: &usize| {
        let is_short = matches!(word(at), "since" | "because");
        reading.tokens[at].after_comma && REASONS.contains(&word(at)) && (is_short || word(at + 1) == "that")
    };
    let end = (1..reading.tokens.len()).find(opens)?;
    let asked = reading.part(knowledge, 0..end);
    (asked.is_yes_or_no() && asked.says_enough()).then_some(asked)
}

/// Whether a text begins with what it is about, before a colon ("The Abraham Fund: launch date, and ...").
pub fn has_heading(reading: &Reading) -> bool {
    let first_of_second = reading.tokens.iter().find(|token| token.sentence == 1);
    let says_no_question = |token: &Token| !asks(&token.folded) && !is_auxiliary(&token.folded);
    reading.sentences() == 2
        && first_of_second.is_some_and(|token| token.after_comma)
        && reading.tokens.iter().take_while(|token| token.sentence == 0).all(says_no_question)
}

/// The question behind a few words that say what it is for ("Model UN prep: on what condition ...?").
pub fn after_purpose(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    if !has_heading(reading) {
        return None;
    }
    let (heading, asked) = (reading.sentence(knowledge, 0), reading.sentence(knowledge, 1));
    let is_topic = |entity: EntityKey| knowledge.entity_at(entity).kind != EntityKind::Organisation;
    let names_a_topic = heading.terms.iter().filter_map(|term| term.entity).any(is_topic) || !heading.dates.is_empty();
    let is_short = heading.tokens.len() < LEAST_SAID;
    (is_short && !names_a_topic && asked.asks() && asked.says_enough()).then_some(asked)
}

/// A question with the country that was named before it in the place of "there": "I'm writing on Kazakhstan, when did Israel open
/// its embassy there?".
pub fn with_its_place(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    /// Words before a name that stands for the place itself.
    const BEFORE: [&str; 7] = ["on", "about", "in", "to", "for", "from", "with"];
    let tokens = &reading.tokens;
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    // "Is there", "there was", "there used to be"
    let is_of_being =
        |word: &str| is_auxiliary(word) || matches!(word, "used" | "will" | "might" | "may" | "should" | "no");
    let is_place = |&at: &usize| !is_of_being(word(at - 1)) && !is_of_being(word(at + 1)) && !asks(word(at - 1));
    let there = (1..tokens.len()).filter(|&at| word(at) == "there").find(is_place)?;
    let begins = |&at: &usize| tokens[at].after_comma || tokens[at].sentence != tokens[at - 1].sentence;
    let start = (1..there).rfind(begins)?;
    // Not "a Moroccan plane".
    let is_country = |name: &&Mention| {
        let is_whole = name.first == 0 || BEFORE.contains(&word(name.first - 1));
        is_whole && matches!(name.entities[..], [one] if knowledge.entity_at(one).kind == EntityKind::Country)
    };
    let mut before = reading.mentions.iter().filter(|name| name.first < start).filter(is_country);
    let (place, None) = (before.next()?, before.next()) else { return None };
    let is_named_again = reading.mentions.iter().any(|name| name.first >= start && name.entities == place.entities);
    // "The signing in Washington, and who spoke there?"
    let is_place_named = (start..there).any(|at| matches!(word(at), "in" | "at") && reading.is_in_name(at + 1));
    if is_named_again || is_place_named || tokens[..start].iter().any(|token| asks(&token.folded)) {
        return None;
    }
    let [question, rest] = [start..there, there + 1..tokens.len()].map(|range| reading.typed(range));
    let asked = read(knowledge, &format!("{question} in {} {rest}", knowledge.entity_at(place.entities[0]).name));
    (asked.asks() && asked.says_enough()).then_some(asked)
}

/// Words before a name that is not the subject of its sentence.
const BESIDE: [&str; 9] = ["after", "before", "besides", "following", "between", "of", "and", "or", "than"];

/// A question without the clause that only says more of a name ("Kazakhstan, which announced its step in 2025, has had ties since
/// when?").
pub fn without_relative_clause(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens[at].folded.as_str();
    // "After Katz, which minister" and "Katz, which Israeli" ask.
    let is_subject = |at: usize| {
        let name = reading.mentions.iter().find(|mention| mention.first + mention.count == at);
        name.is_some_and(|name| name.first == 0 || !BESIDE.contains(&reading.word_before(name.first)))
    };
    let opens = |&at: &usize| {
        let is_relative = matches!(word(at), "which" | "who" | "whose") && !reading.is_in_name(at + 1);
        reading.tokens[at].after_comma && is_relative && is_subject(at)
    };
    let start = (1..reading.tokens.len()).find(opens)?;
    let is_end =
        |&at: &usize| reading.tokens[at].after_comma && reading.tokens[at].sentence == reading.tokens[start].sentence;
    let end = (start + 1..reading.tokens.len()).find(is_end)?;
    let asked = reading.without_tokens(knowledge, |at| (start..end).contains(&at));
    asked.says_enough().then_some(asked)
}

/// A question without what it has in brackets, where that is no date ("... (I mean the last time)").
pub fn without_aside(knowledge: &Knowledge, text: &str) -> Option<Reading> {
    let (before, rest) = text.split_once('(')?;
    let (aside, after) = rest.split_once(')').unwrap_or((rest, ""));
    let asked = read(knowledge, &format!("{before} {after}"));
    let is_date = !read_sentence(knowledge, aside).dates.is_empty();
    (!is_date && asked.asks() && asked.says_enough()).then_some(asked)
}

/// A question before the words of a chat that only go on ("what did they get, everyone says land but what land").
pub fn before_chat(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const OPENINGS: [&str; 16] = [
        "everyone",
        "everybody",
        "people",
        "ppl",
        "i",
        "im",
        "ive",
        "my",
        "someone",
        "cuz",
        "coz",
        "cos",
        "asking",
        "need",
        "thats",
        "idk",
    ];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    // "It sounds like a film" needs no comma.
    let sounds = |at: usize| matches!(word(at), "sounds" | "looks") && word(at + 1) == "like";
    let opens = |&at: &usize| {
        let goes_on = reading.tokens[at].after_comma && OPENINGS.contains(&word(at));
        goes_on || sounds(at) || (word(at) == "it" && sounds(at + 1))
    };
    let start = (1..reading.tokens.len()).find(opens)?;
    let rest = reading.part(knowledge, start..reading.tokens.len());
    let says_more = !rest.mentions.is_empty() || !rest.dates.is_empty() || !rest.steps().is_empty();
    if says_more || reading.sentences() > 1 {
        return None;
    }
    let asked = reading.part(knowledge, 0..start);
    let asks = asked.tokens.iter().any(|token| asks(&token.folded)) || asked.is_yes_or_no();
    (asks && asked.says_enough()).then_some(asked)
}

/// A question for yes or no without the clause that concedes something ("... although it never signed").
pub fn without_concession(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const OPENINGS: [&str; 3] = ["although", "though", "despite"];
    let start = reading.tokens.iter().position(|token| OPENINGS.contains(&token.folded.as_str()))?;
    let sentence = reading.tokens[start].sentence;
    let is_end = |&at: &usize| reading.tokens[at].sentence != sentence || reading.tokens[at].after_comma;
    let end = (start + 1..reading.tokens.len()).find(is_end).unwrap_or(reading.tokens.len());
    let asked = reading.without_tokens(knowledge, |at| (start..end).contains(&at));
    let names = asked.terms.iter().any(|term| term.entity.is_some());
    (asked.is_yes_or_no() && names && asked.says_enough()).then_some(asked)
}

/// A claim without the clause that says by what it came about: "By signing the charter, Pakistan became a member too".
pub fn without_means(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let by = (0..reading.tokens.len()).find(|&at| word(at) == "by" && word(at + 1).ends_with("ing"))?;
    // "By spring 2020", "by Beijing" say when and who.
    let is_verb = reading.tokens[by + 1].stem != reading.tokens[by + 1].folded && !reading.is_placed(by + 1);
    let is_opening = (by == 0 || word(by - 1) == "that") && is_verb;
    let end = (by..reading.tokens.len()).find(|&at| reading.tokens[at].after_comma && at > by);
    let asked = reading.without_tokens(knowledge, |at| (by..end.unwrap_or(by)).contains(&at));
    (is_opening && end.is_some() && asked.is_yes_or_no() && asked.says_enough()).then_some(asked)
}

/// A claim without who did as much: "it signed a treaty in 2020, same as the Emiratis", "Bahrain, like the Emirates, signed one".
pub fn without_comparison(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    /// Words after which what is the same is what is claimed: "it is the same as".
    const LINKS: [&str; 6] = ["the", "is", "are", "was", "were", "be"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let compares = |at: usize| matches!((word(at), word(at + 1)), ("same", "as") | ("just", "like"));
    // "Bahrain, like the Emirates, signed a treaty"
    let pause_after = |at: usize| (at + 1..reading.tokens.len()).find(|&next| reading.tokens[next].after_comma);
    let put_in = |at: usize| {
        let opens = reading.tokens[at].after_comma && (word(at) == "like" || compares(at));
        if opens { Some((at, pause_after(at)?)) } else { None }
    };
    let at_the_end = |at: usize| (compares(at) && !LINKS.contains(&word(at - 1))).then_some((at, reading.tokens.len()));
    let (start, end) = (1..reading.tokens.len()).find_map(|at| put_in(at).or_else(|| at_the_end(at)))?;
    let sentence = reading.tokens[start].sentence;
    let is_last = reading.tokens.iter().all(|token| token.sentence <= sentence);
    let asked = reading.without_tokens(knowledge, |at| (start..end).contains(&at));
    (is_last && asked.is_claim() && asked.says_enough()).then_some(asked)
}

/// A claim without the reason that it gives: "it only has relations because of Trump".
pub fn without_claimed_reason(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let begins = |at: usize| {
        matches!(word(at), "because" | "cuz" | "coz" | "bc")
            || matches!((word(at), word(at + 1)), ("due" | "thanks" | "owing", "to"))
    };
    let start = (1..reading.tokens.len()).find(|&at| begins(at))?;
    let asked = reading.without_tokens(knowledge, |at| at >= start);
    (reading.sentences() == 1 && asked.is_claim() && asked.says_enough()).then_some(asked)
}

/// A question for yes or no with only the date of the clause that says until when: "had none until he announced it in 2025".
pub fn until_its_date(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let until = reading.tokens.iter().position(|it| matches!(it.folded.as_str(), "until" | "till" | "til"))?;
    let date = reading.dates.iter().find(|date| date.first > until + 1)?;
    let is_one_sentence = reading.tokens[date.first].sentence == reading.tokens[until].sentence;
    let asked = reading.without_tokens(knowledge, |at| (until + 1..date.first).contains(&at));
    (is_one_sentence && asked.is_yes_or_no() && asked.says_enough()).then_some(asked)
}

/// A question without the names that it says are not meant: "Not Shelley, not Na'eh: which envoy was summoned?", "Kushner did not
/// coin the name. Who did?".
pub fn without_excluded_names(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let excluded: Vec<Range<usize>> = {
        let is_country =
            |name: &Mention| name.entities.iter().any(|&it| knowledge.entity_at(it).kind == EntityKind::Country);
        reading.mentions.iter().filter_map(|name| exclusion(reading, name, is_country(name))).collect()
    };
    if excluded.is_empty() {
        return None;
    }
    let asked = reading.without_tokens(knowledge, |at| excluded.iter().any(|it| it.contains(&at)));
    (asked.asks() && asked.says_enough()).then_some(asked)
}

/// The words that say that a name is not meant, if some do. Which countries are left when several are excluded is for those to say
/// who know all of them.
fn exclusion(reading: &Reading, name: &Mention, is_country: bool) -> Option<Range<usize>> {
    let tokens = &reading.tokens;
    let (start, end) = (name.first, name.first + name.count);
    let word = |at: usize| tokens.get(at).map_or("", |token| token.folded.as_str());
    // A pause, or an end of the text.
    let has_pause = |at: usize| {
        let (Some(before), Some(next)) = (at.checked_sub(1).map(|it| &tokens[it]), tokens.get(at)) else { return true };
        next.after_comma || before.sentence != next.sentence
    };
    let sentence = tokens[start].sentence;
    let goes_on = tokens.last().is_some_and(|last| last.sentence > sentence);
    // "Not X", "and not to X", "it wasn't the X"
    let mut not = start.checked_sub(1);
    if not.is_some_and(|at| matches!(word(at), "to" | "by" | "with" | "from" | "the")) {
        not = not.and_then(|at| at.checked_sub(1));
    }
    let denies = |at: usize| matches!(word(at), "not" | "nor" | "wasnt" | "isnt");
    // "Not X and not Y: which envoy ...?"
    let goes_on_denying = |at: usize| !is_country && matches!(word(at), "and" | "or") && denies(at + 1);
    let opens = |at: usize| {
        let before = at.checked_sub(1).map_or("", word);
        let is_joined = matches!(before, "and" | "but") && (goes_on || (denies(0) && !is_country));
        has_pause(at) || matches!(before, "it" | "was" | "is") || is_joined
    };
    if let Some(not) = not.filter(|&at| denies(at) && opens(at) && (has_pause(end) || goes_on_denying(end))) {
        let joined = not.checked_sub(1).filter(|&at| word(at) == "and" && denies(0));
        return Some(joined.unwrap_or(not)..end);
    }
    // "It wasn't X who did it, so who was it?"
    if let Some(it) = not.filter(|&at| denies(at)).and_then(|at| at.checked_sub(1)).filter(|&at| word(at) == "it")
        && matches!(word(end), "who" | "that")
    {
        return Some(it..end);
    }
    // "X did not do it." is no question.
    let is_negated = matches!(word(end), "did" | "was" | "is" | "had" | "has") && word(end + 1) == "not";
    let is_negated = is_negated || matches!(word(end), "didnt" | "wasnt" | "isnt" | "hadnt" | "hasnt");
    let opens = start == 0 || tokens[start - 1].sentence != sentence;
    let last = if word(end + 1) == "not" { end + 2 } else { end + 1 };
    (is_negated && opens && goes_on).then_some(start..last)
}

/// What stands after "who's right": "My cousin says it is a member. Who's right, is Oman in?"
pub fn after_a_dispute(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_dispute = |&at: &usize| {
        let opens = word(at) == "whos" || (word(at) == "is" && at > 0 && word(at - 1) == "who");
        opens && matches!(word(at + 1), "right" | "correct" | "wrong")
    };
    let start = (0..reading.tokens.len()).find(is_dispute)? + 2;
    let asked = reading.part(knowledge, start..reading.tokens.len());
    (asked.is_yes_or_no() && asked.says_enough()).then_some(asked)
}

/// The least number of words that ask for figures besides: "with both dates".
const SHORTEST_TAIL: usize = 3;

/// The first sentence, where what comes after it neither asks nor names anything: "Which countries are in it? Not just the first
/// two."
pub fn before_afterthought(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    if reading.sentences() < 2 {
        return None;
    }
    let asked = reading.sentence(knowledge, 0);
    let adds_something = |at: usize| {
        let more = reading.sentence(knowledge, at);
        if excludes(&more) {
            return false;
        }
        let asks = more.has_question_word() || more.is_yes_or_no() || !more.steps().is_empty();
        let tells = more.telling_words() > 0 || more.wants(Intent::Disagree) || !more.dates.is_empty();
        asks || tells || !more.mentions.is_empty() || more.tokens.len() > LONGEST_AFTERTHOUGHT
    };
    let has_afterthought = !(1..reading.sentences()).any(adds_something);
    // "Trade with Bahrain in 2022? Not the Emirates." asks without a word for it.
    let says_what_not = || excludes(&reading.sentence(knowledge, 1)) && asked.says_enough();
    let asks = asked.has_question_word() || asked.has_word(&["what", "which"]) || says_what_not();
    (has_afterthought && asks).then_some(asked)
}

/// A choice before the words that only ask to say it in full, which an answer does anyway: "Did trade grow more with X or with Y,
/// and what were the two sums?", "Was it before or after? Please give both dates."
pub fn before_its_figures(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const FIGURES: [&str; 10] =
        ["sums", "figures", "totals", "numbers", "amounts", "values", "dates", "counts", "days", "years"];
    const AROUND: [&str; 20] = [
        "please", "and", "what", "which", "were", "are", "the", "two", "both", "give", "state", "name", "include",
        "with", "add", "cite", "quote", "say", "their", "three",
    ];
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let is_said = |at: &usize| AROUND.contains(&word(*at)) || FIGURES.contains(&word(*at));
    let start = (0..reading.tokens.len()).rev().take_while(is_said).last()?;
    let tail = start..reading.tokens.len();
    let is_tail = tail.clone().any(|at| FIGURES.contains(&word(at))) && tail.len() >= SHORTEST_TAIL;
    let asked = reading.part(knowledge, 0..start);
    let chooses = asked.has_word(&["or"]) && asked.says_enough();
    (is_tail && chooses).then_some(asked)
}

/// A question before the clause that only guesses at its answer: "When did Israel recognise it, wasn't it in 2020?".
pub fn before_guess(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    const GUESSES: [&str; 4] = ["wasnt", "isnt", "werent", "arent"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let begins = |&at: &usize| {
        let has_pause =
            reading.tokens[at].after_comma || reading.tokens[at].sentence != reading.tokens[at - 1].sentence;
        has_pause && GUESSES.contains(&word(at)) && matches!(word(at + 1), "it" | "that" | "this")
    };
    let start = (1..reading.tokens.len()).find(begins)?;
    let asked = reading.part(knowledge, 0..start);
    let names_something = asked.terms.iter().any(|term| term.entity.is_some());
    (asked.has_question_word() && names_something && asked.says_enough()).then_some(asked)
}

/// Whether a sentence says what is not meant: "Not the US, I know that one", "And don't say 2021".
fn excludes(sentence: &Reading) -> bool {
    let opening =
        sentence.tokens.iter().map(|token| token.folded.as_str()).skip_while(|it| matches!(*it, "and" | "but"));
    let opening: Vec<&str> = opening.take(2).collect();
    matches!(opening[..], ["not", ..] | ["dont", "say" | "tell"])
}

//! Which part of a longer text is the question.

use super::follow_up::replaced;
use super::reading::{Reading, read};
use super::terms::{TELLING, Term};
use super::words::{ASKERS, IMPERATIVES, POINTERS, asks, is_auxiliary};
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, Step};
use crate::text::tokens::Token;

/// Sentences from which a text is long: more than a question and a word before and after it.
const MANY_SENTENCES: usize = 4;

/// Words from which what stands before a question says something and is no list of what to choose from ("Trump or Biden: who ...").
pub(super) const LEAST_SAID: usize = 5;

/// A part of more words than this says itself what it asks.
const MOST_ELLIPTIC: usize = 9;

/// What is asked for by its name alone: "launch date, and the month in which ...".
const REQUESTED: [&str; 12] =
    ["date", "dates", "day", "month", "year", "name", "number", "figure", "total", "reason", "price", "sum"];

/// How many words may stand before the "which" of something that is asked for by its name.
const MOST_BEFORE: usize = 4;

/// Whether words begin by asking for something by its name: "the month in which", "its date".
fn requests(words: &[Token]) -> bool {
    let word = |at: usize| words.get(at).map_or("", |token| token.folded.as_str());
    let is_requested = matches!(word(0), "the" | "its" | "their" | "his" | "her") && REQUESTED.contains(&word(1));
    // "Date he was named, and date he took up office"
    let is_requested =
        is_requested || (REQUESTED.contains(&word(0)) && matches!(word(1), "of" | "he" | "she" | "it" | "they"));
    let ends = words.iter().take(MOST_BEFORE).position(|token| matches!(token.folded.as_str(), "which" | "whom"));
    is_requested
        || ends.is_some_and(|at| at > 0 && matches!(word(at - 1), "in" | "on" | "at" | "by" | "of" | "from" | "to"))
}

/// Two questions in one.
#[derive(Debug)]
pub struct TwoParts {
    /// The first.
    pub one: Reading,
    /// The second; what it points back to, or leaves out, it is given from the first.
    pub other: Reading,
    /// The second as it was said, where it was taken to leave out the words of the first.
    pub as_said: Option<Reading>,
    /// Whether the second names nothing itself: it is about what the first is about.
    pub leans: bool,
}

/// The parts before and after an "and" with which a second question begins ("how many points has it, and is the annex
/// public?").
pub fn two_parts(knowledge: &Knowledge, reading: &Reading) -> Option<TwoParts> {
    let begins = |&at: &usize| begins_another(reading, at);
    let at = (1..reading.tokens.len()).find(begins)?;
    let mut one = reading.part(knowledge, 0..at);
    let mut other = reading.part(knowledge, at + 1..reading.tokens.len());
    other = with_its_own(knowledge, &one, other);
    share_names_said_before(reading, &mut one, &mut other);
    let points_back = other.has_word(&["it", "its", "he", "his", "him", "she", "her", "they", "their", "them", "that"]);
    // A newspaper is no topic: "and what total did Reuters carry?" is of what the first part is about.
    let kind = |term: &Term| term.entity.map(|entity| knowledge.entity_at(entity).kind);
    let leans = !other.terms.iter().any(|term| kind(term).is_some_and(|it| it != EntityKind::Organisation));
    let is_elliptic = !points_back && is_elliptic(&one, &other);
    let whole = is_elliptic.then(|| read(knowledge, &replaced(knowledge, &one, &other)));
    if points_back || leans {
        // "And when did the Emirates open its own?" points to nobody.
        let is_of_things =
            !leans && !other.has_word(&["he", "his", "him", "she", "her", "they", "their", "them", "that"]);
        let is_new = |term: &&Term| {
            let of_its_kind =
                kind(term) == Some(EntityKind::Organisation) && other.terms.iter().any(|own| kind(own) == kind(term));
            let is_meant = !is_of_things || kind(term) != Some(EntityKind::Person);
            term.entity.is_some() && !of_its_kind && is_meant
        };
        let named: Vec<Term> = one.terms.iter().filter(is_new).cloned().collect();
        other.terms.extend(named);
    }
    let is_asking = |part: &Reading| {
        let orders = || part.tokens.first().is_some_and(|first| IMPERATIVES.contains(&first.folded.as_str()));
        let asks = part.has_question_word() || part.is_yes_or_no() || part.has_word(&ASKERS);
        asks || part.has_word(&REQUESTED) || orders()
    };
    let (other, as_said) = match whole {
        Some(whole) => (whole, Some(other)),
        None => (other, None),
    };
    let asks_of_sources = other.wants(Intent::Disagree);
    // "What are the accords?" says enough as well.
    let defines = one.wants(Intent::Definition) && one.names_subject(knowledge);
    let is_enough = one.says_enough() || defines;
    (is_asking(&one) && is_asking(&other) && is_enough && !asks_of_sources).then_some(TwoParts {
        one,
        other,
        as_said,
        leans,
    })
}

/// A second question with the thing of the first for "its own": "... and when did the Emirates open its own?".
fn with_its_own(knowledge: &Knowledge, one: &Reading, other: Reading) -> Reading {
    let thing = one.cues.iter().rfind(|cue| matches!(cue.means, CueMeaning::Step(Step::Embassy | Step::Ambassador)));
    let is_own = |at: usize| {
        other.tokens[at].folded == "own" && at > 0 && matches!(other.tokens[at - 1].folded.as_str(), "its" | "their")
    };
    let Some((thing, own)) = thing.zip((0..other.tokens.len()).find(|&at| is_own(at))) else { return other };
    if !other.steps().is_empty() {
        return other;
    }
    let word = |at: usize| if at == own { one.tokens[thing.first].raw.clone() } else { other.tokens[at].raw.clone() };
    read(knowledge, &(0..other.tokens.len()).map(word).collect::<Vec<_>>().join(" "))
}

/// Whether a second question begins after the word here: "and in which order", "and if not, why", "and the month in which".
fn begins_another(reading: &Reading, at: usize) -> bool {
    let next = &reading.tokens[at + 1..];
    let asks_at = |at: usize| next.get(at).is_some_and(|token| asks(&token.folded));
    let word = |at: usize| next.get(at).map_or("", |token| token.folded.as_str());
    let depends = || word(0) == "if" && asks_at(2);
    // "Between the one day and the day of the other" asks once.
    let names_it = || requests(next) && !reading.has_word(&["between"]);
    let orders = || IMPERATIVES.contains(&word(0)) && matches!(word(1), "the" | "its" | "their" | "all" | "each");
    let opens = || asks_at(0) || asks_at(1) || is_auxiliary(word(0));
    reading.tokens[at].folded == "and" && (opens() || depends() || names_it() || orders())
}

/// Names that were said before the question count for both of its parts.
fn share_names_said_before(reading: &Reading, one: &mut Reading, other: &mut Reading) {
    let is_said_here = |entity| reading.mentions.iter().any(|mention| mention.entities.contains(&entity));
    let before = reading.terms.iter().filter(|term| term.entity.is_some_and(|it| !is_said_here(it)));
    let before: Vec<Term> = before.cloned().collect();
    one.terms.extend(before.iter().cloned());
    other.terms.extend(before);
}

/// Two questions of which the second says only what is other than in the first: "How large was trade with Bahrain in 2021 and
/// with Morocco in 2022?", "the vote on the treaty with Egypt and on the one with Jordan".
pub fn coordinated(knowledge: &Knowledge, reading: &Reading) -> Option<(Reading, Reading)> {
    const LINKS: [&str; 12] = ["on", "with", "for", "in", "of", "by", "to", "from", "over", "during", "at", "between"];
    let begins = |&at: &usize| {
        let next = reading.tokens.get(at + 1).map(|token| token.folded.as_str());
        reading.tokens[at].folded == "and" && next.is_some_and(|next| LINKS.contains(&next))
    };
    let at = (1..reading.tokens.len()).rfind(begins)?;
    let (one, other) = (reading.part(knowledge, 0..at), reading.part(knowledge, at + 1..reading.tokens.len()));
    if !is_elliptic(&one, &other) || !one.says_enough() {
        return None;
    }
    let other = read(knowledge, &replaced(knowledge, &one, &other));
    Some((one, other))
}

/// Whether a part says nothing but of what or when it asks what the one before it asks: other names or dates, and no word that
/// tells besides.
fn is_elliptic(before: &Reading, part: &Reading) -> bool {
    let says = |term: &Term| before.terms.iter().any(|other| other.feature == term.feature);
    let is_own = |term: &Term| term.entity.is_none() && term.weight > TELLING && !says(term);
    let names = part.terms.iter().any(|term| term.entity.is_some() && !says(term)) || !part.dates.is_empty();
    names && part.tokens.len() <= MOST_ELLIPTIC && part.steps().is_empty() && !part.terms.iter().any(is_own)
}

/// The last sentence of several, where it asks something of its own; names that it only points to are those of the sentences
/// before ("why does it matter that they join").
pub fn last_question(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let last = reading.sentences().checked_sub(1).filter(|&last| last > 0)?;
    let mut asked = reading.sentence(knowledge, last);
    let wants = [Intent::When, Intent::Who, Intent::Where, Intent::Why, Intent::HowMany];
    let own_words = asked.terms.iter().any(|term| term.entity.is_none() && term.feature.is_some());
    if !wants.into_iter().any(|intent| asked.wants(intent)) || (!own_words && asked.steps().is_empty()) {
        return None;
    }
    // "Name plus date, please" says how to answer what was asked before.
    let is_asking = |part: &Reading| part.is_yes_or_no() || part.tokens.iter().any(|token| asks(&token.folded));
    if !is_asking(&asked) && (0..last).any(|at| is_asking(&reading.sentence(knowledge, at))) {
        return None;
    }
    let names_nothing = !asked.terms.iter().any(|term| term.entity.is_some());
    // "On what date was that agreed?" asks of all that was said before.
    let is_of_a_step = !names_nothing && !asked.steps().is_empty();
    let points = asked.has_word(&["that", "this", "it"]) || (names_nothing && asked.has_word(&["he", "she"]));
    if !is_of_a_step && asked.telling_words() < 2 && points {
        return None;
    }
    // A sentence or two before say what it is about ("Reports on the F-35 papers differ. Which date ..."); in a long text, and
    // with countries, people say who they are.
    let says_something = reading.tokens.iter().filter(|token| token.sentence < last).count() >= LEAST_SAID;
    // Who asks for a person, or names another, does not ask of the one named before.
    let is_of_persons = asked.wants(Intent::Who) || !asked.named(knowledge, EntityKind::Person).is_empty();
    let is_asked_for = |kind| kind == EntityKind::Person && is_of_persons;
    let is_about = |entity| {
        let kind = knowledge.entity_at(entity).kind;
        says_something
            && reading.sentences() < MANY_SENTENCES
            && kind != EntityKind::Country
            && !is_asked_for(kind)
            && !knowledge.is_subject(entity)
    };
    let is_told = |term: &Term| asked.terms.iter().any(|own| own.entity == term.entity);
    // "Was Rabin there before?" is of the place that was named.
    let is_there = |entity| asked.has_word(&["there"]) && knowledge.entity_at(entity).kind == EntityKind::Country;
    let is_meant = |entity| names_nothing || is_about(entity) || is_there(entity);
    // "The first cyber pact: 2021 or 2022? And signed in which capital?" goes on with all that was said.
    let goes_on =
        names_nothing && asked.telling_words() == 0 && asked.tokens.first().is_some_and(|first| first.folded == "and");
    let named = |term: &&Term| term.feature.is_some() && !is_told(term) && term.entity.map_or(goes_on, is_meant);
    let before: Vec<Term> = reading.terms.iter().filter(named).cloned().collect();
    asked.terms.extend(before);
    asked.says_enough().then_some(asked)
}

/// The one sentence of a long text that asks something of something known; the others only lead up to it.
pub fn only_question(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    if reading.sentences() < 2 {
        return None;
    }
    let is_long = reading.sentences() >= MANY_SENTENCES;
    let sentences = (0..reading.sentences()).map(|at| reading.sentence(knowledge, at));
    let asks = |part: &Reading| {
        let asks = part.has_question_word() || part.is_yes_or_no();
        asks && part.says_enough() && part.terms.iter().any(|term| term.entity.is_some())
    };
    let mut asking = sentences.filter(asks);
    let is_telling = |entity: EntityKey| !knowledge.is_general(entity);
    // "I thought that only came later": not "I mean the other one", nor that sources differ.
    let gives_a_reason = |at: usize| {
        const OPENINGS: [&str; 8] = ["it", "they", "my", "because", "cuz", "someone", "everyone", "we"];
        const VERBS: [&str; 9] =
            ["thought", "assumed", "saw", "heard", "read", "always", "figured", "know", "remember"];
        let mut words = reading.tokens.iter().filter(|token| token.sentence == at).map(|token| token.folded.as_str());
        let opening = [words.next().unwrap_or_default(), words.next().unwrap_or_default()];
        OPENINGS.contains(&opening[0]) || (opening[0] == "i" && VERBS.contains(&opening[1]))
    };
    let only_reasons = || !reading.wants(Intent::Disagree) && (1..reading.sentences()).all(gives_a_reason);
    // "Is there a poll?" names nothing and asks.
    let others_ask = |part: &Reading| {
        let asking = (0..reading.sentences()).map(|at| reading.sentence(knowledge, at));
        let asking = asking.filter(|it| it.has_question_word() || it.is_yes_or_no());
        asking.filter(|it| it.telling_words() > 0 && it.tokens != part.tokens).count() > 0
    };
    // Of a few sentences the others may say what is meant, or that sources differ.
    let named = |reading: &Reading| reading.mentions.len();
    let stands_alone = |part: &Reading| {
        let is_all = named(part) == named(reading) && !reading.wants(Intent::Disagree) && !reading.wants(Intent::Order);
        // A full question that comes first is followed by why it is asked: "Is it a member? I saw that it opened an embassy."
        let comes_first = part.tokens.len() >= LEAST_SAID && reading.tokens.starts_with(&part.tokens);
        let is_full = part.terms.iter().filter_map(|term| term.entity).any(is_telling) && only_reasons();
        let is_all = is_all || (comes_first && is_full);
        is_long || (is_all && !others_ask(part) && !part.has_word(&POINTERS) && !part.has_word(&["two", "which"]))
    };
    asking.next().filter(|part| asking.next().is_none() && stands_alone(part))
}

/// A question that only points ("what is it for?") with what is said beside it, where that says more than the knowledge knows:
/// "the fusion mechanism sounds like a film lol what is it for".
pub fn pointing_question(knowledge: &Knowledge, reading: &Reading) -> Option<Reading> {
    let tokens = &reading.tokens;
    let asker = tokens.iter().rposition(|token| asks(&token.folded))?;
    let pointing = asker..tokens.len();
    let points = tokens[pointing.clone()].iter().any(|token| POINTERS.contains(&token.folded.as_str()));
    let names = reading.mentions.iter().any(|mention| pointing.contains(&mention.first));
    let says_much = || reading.part(knowledge, pointing.clone()).telling_words() > 1;
    // "Who was the pilot, what's his name?" points to what nothing is known of.
    let is_asked_before = || {
        let asks_for_a_name = tokens[pointing.clone()].iter().any(|token| token.folded == "name");
        asks_for_a_name && tokens[..asker].iter().any(|token| asks(&token.folded))
    };
    if is_asked_before() || !points || names || reading.is_yes_or_no() || says_much() {
        return None;
    }
    let is_outside = |at: usize| reading.cues.iter().any(|cue| cue.means == CueMeaning::Outside && cue.covers(at));
    let is_unknown = |at: usize| knowledge.index().feature_of_stem(&tokens[at].stem).is_none();
    let is_padding =
        |at: usize| !pointing.contains(&at) && !reading.is_placed(at) && (is_unknown(at) || is_outside(at));
    (0..asker).any(is_padding).then(|| reading.without_tokens(knowledge, is_padding))
}

/// A sentence from its question word on: "random but why are they called so". What is asked for by its name is no opening: "Name
/// the captain who flew there" does not ask who flew there.
fn without_opening(knowledge: &Knowledge, sentence: &Reading) -> Option<Reading> {
    let asker = sentence.tokens.iter().position(|token| asks(&token.folded))?;
    let is_named_before = sentence.mentions.iter().any(|mention| mention.first < asker);
    let asks_for_it = sentence.tokens[..asker].iter().any(|token| IMPERATIVES.contains(&token.folded.as_str()));
    (asker > 0 && !is_named_before && !asks_for_it).then(|| sentence.part(knowledge, asker..sentence.tokens.len()))
}

/// A part of a longer text that may be the question.
#[derive(Debug)]
pub struct Part {
    /// What it asks.
    pub asked: Reading,
    /// The sentence from which it is, where it is not all of it: that may say of which day something is asked ("oslo 1995: within
    /// how many months ...?").
    pub within: Option<Reading>,
}

/// The parts of a longer text that may be the question: its sentences that ask something and name something, then their
/// clauses, then what is left of them without an opening; the last ones first, because people say what they want after saying why.
pub fn parts(knowledge: &Knowledge, reading: &Reading) -> Vec<Part> {
    let asks = |part: &Reading| {
        let asks = part.has_question_word() || part.is_yes_or_no();
        // "Was it Morocco?" asks of what was asked before.
        let only_points = part.has_word(&POINTERS) && part.telling_words() == 0 && part.steps().is_empty();
        // "What was his title?" asks of whoever was named before.
        let defines = part.wants(Intent::Definition) && !part.has_word(&POINTERS);
        asks && !only_points && (part.terms.iter().any(|term| term.entity.is_some()) || defines)
    };
    let sentences: Vec<_> = (0..reading.sentences()).rev().map(|at| reading.sentence(knowledge, at)).collect();
    let of = |sentence: &Reading, asked: Reading| Part { asked, within: Some(sentence.clone()) };
    let clauses = sentences.iter().flat_map(|whole| whole.clauses(knowledge).into_iter().map(|asked| of(whole, asked)));
    let clauses: Vec<_> = clauses.collect();
    let openings = sentences.iter().filter_map(|whole| Some(of(whole, without_opening(knowledge, whole)?)));
    let openings: Vec<_> = openings.collect();
    let sentences = sentences.into_iter().map(|asked| Part { asked, within: None });
    sentences
        .chain(clauses)
        .chain(openings)
        .filter(|part| part.asked.tokens.len() < reading.tokens.len() && asks(&part.asked))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(reading: &Reading) -> String {
        reading.tokens.iter().map(|token| token.folded.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_a_second_question_leaves_out_is_taken_from_the_first() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let of = |text: &str| {
            let reading = read(&knowledge, text);
            let second = two_parts(&knowledge, &reading).map(|parts| parts.other);
            let second = second.or_else(|| coordinated(&knowledge, &reading).map(|(_, other)| other));
            second.map(|other| words(&other))
        };
        assert_eq!(
            of("How many articles has Egypt's treaty with Israel, and how many has Jordan's?").as_deref(),
            Some("how many articles has jordan treaty with israel")
        );
        assert_eq!(
            of("How large was trade with Bahrain in 2021 and with Morocco in 2022?").as_deref(),
            Some("how large was trade with morocco in 2022")
        );
        assert_eq!(of("Which countries signed on the South Lawn?"), None);
    }

    #[test]
    fn padding_before_a_question_word_is_left_out() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let reading = read(&knowledge, "random but why did Bahrain sign");
        assert!(parts(&knowledge, &reading).iter().any(|part| words(&part.asked) == "why did bahrain sign"));
    }
}

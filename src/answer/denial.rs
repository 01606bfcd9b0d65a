//! Facts that say that something is not so, as the answer to a question that takes it for granted.

use super::draft::Draft;
use super::hit::Hit;
use super::{Confidence, Outcome};
use crate::knowledge::feature::Feature;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{ConditionState, CueMeaning, EntityKind, FactKind, Intent, State, Step, WordKind};
use crate::question::cues::Found;
use crate::question::words::{asks, is_auxiliary};
use crate::question::{Reading, Term};

/// Names that a question must have for a denial on all of them to be its answer.
const LEAST_NAMES: usize = 2;

/// The share of the question that such a denial must speak of.
const LEAST_DENIED: f32 = 0.4;

/// Whether an answer that fits is in truth a denial of what the question takes for granted: it asks when, why or by whom a
/// step was taken, and the fact says that it was not, or only that it was promised or asked for.
pub(super) fn is_denial(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    // "What did Turkey ask for when it signed?" takes the signing for granted without asking for its day.
    let asks = [Intent::When, Intent::Why, Intent::Who].into_iter().any(|intent| reading.wants(intent))
        || reading.has_word(&["when"]);
    let steps = reading.steps();
    let of_words = reading.wants(Intent::Gain) || reading.wants(Intent::Said);
    if reading.is_yes_or_no() || !asks || of_words || reading.has(CueMeaning::Negation) {
        return false;
    }
    // The treaty of a country that has not joined the accords is another matter.
    if fact.action.as_ref().is_some_and(|action| action.step == Step::Joined) && speaks_of_a_treaty(reading) {
        return false;
    }
    let suspended = fact.condition.as_ref().is_some_and(|condition| condition.state == ConditionState::Suspended);
    let undone = fact.action.as_ref().map_or_else(
        || asks_first_when(reading) && says_no_event(fact) && takes_a_step(&steps),
        |action| {
            let on_the_step = steps.contains(&action.step) || action.step == Step::Joined;
            on_the_step && matches!(action.state, State::NotDone | State::Promised) && fact.kind != FactKind::Event
        },
    );
    let denies =
        (suspended && !reading.has(CueMeaning::Undo)) || (undone && !steps.is_empty() && !reading.wants(Intent::Said));
    denies && !speaks_of_plans(knowledge, reading)
}

/// Whether a day is what is asked for first of all, and not beside something else ("Which territory did it recognise? Give the
/// date.").
fn asks_first_when(reading: &Reading) -> bool {
    const TIMES: [&str; 8] = ["day", "date", "dates", "month", "year", "time", "days", "exact"];
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let asker = reading.tokens.iter().position(|token| asks(&token.folded));
    reading.wants(Intent::When)
        && asker.is_none_or(|at| !matches!(word(at), "which" | "what" | "who") || TIMES.contains(&word(at + 1)))
}

/// Whether a question speaks of a treaty by a common noun ("their peace treaty").
pub(super) fn speaks_of_a_treaty(reading: &Reading) -> bool {
    reading.has_word(&["treaty", "peace", "agreement", "pact", "convention", "protocol"])
}

/// Whether a question speaks of what was only intended, asked for or talked about, so that it takes nothing for granted ("was
/// supposed to open", "asked Turkey to join").
fn speaks_of_plans(knowledge: &Knowledge, reading: &Reading) -> bool {
    // What was agreed was agreed; who "agreed to open" did not open yet.
    let agrees = reading.tokens.windows(2).any(|pair| pair[0].folded == "agreed" && pair[1].folded == "to");
    agrees || is_to_act(reading) || reading.has_word_of(knowledge, WordKind::Plan)
}

/// Whether somebody was to do something: "when was Serbia to move its embassy?"; "the ambassador to Israel" is none.
fn is_to_act(reading: &Reading) -> bool {
    /// Words of a name between the verb and the "to".
    const REACH: usize = 4;
    let word = |at: usize| reading.tokens.get(at).map(|token| token.folded.as_str());
    let is_to = |at: usize| word(at) == Some("to") && word(at + 1).is_some() && !reading.is_in_name(at + 1);
    (0..reading.tokens.len()).any(|at| {
        let end = at + 1 + (at + 1..=at + REACH).take_while(|&next| reading.is_in_name(next)).count();
        matches!(word(at), Some("was" | "were" | "is" | "are")) && is_to(end)
    })
}

/// Whether a fact opens with a denial ("Nothing was signed on ...") of what a question for who, when or where presumes.
pub(super) fn opens_with_denial(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let presumes = || [Intent::When, Intent::Why, Intent::Who, Intent::Where].into_iter().any(|it| reading.wants(it));
    knowledge.index().profile_of(fact.key).negation().opens
        && presumes()
        && !reading.is_yes_or_no()
        && !speaks_of_plans(knowledge, reading)
        && !reading.has(CueMeaning::Negation)
}

/// Whether a fact denies what a question for who, what, which or how many takes for granted: it says that nobody did so.
pub(super) fn denies_the_presumed(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let of_words = [Intent::Said, Intent::Gain, Intent::Obstacle, Intent::Why, Intent::Disagree];
    let asks_for = || reading.has_word(&["what", "which", "who", "whose", "whom", "when", "many", "much"]);
    knowledge.index().profile_of(fact.key).negation().of_all
        && asks_for()
        && !reading.is_yes_or_no()
        && !reading.has(CueMeaning::Negation)
        && !reading.has(CueMeaning::Undo)
        && !speaks_of_plans(knowledge, reading)
        && !of_words.into_iter().any(|intent| reading.wants(intent))
        && !asks_what_it_is(reading)
}

/// The share of what the question says, names aside, that a fact must deny to deny what the question takes for granted ...
const LEAST_NEGATED: f32 = 0.3;
/// ... or that of what both say: "sat at the table as a full party" is more than "not at the table".
const LEAST_NEGATED_OF_BOTH: f32 = 0.5;

/// Whether a fact says "not" or "no" of what a question for when, where, which, who or how many takes for granted: "did not sign
/// a peace treaty", "no report of such a ceremony".
pub(super) fn negates_the_asked(knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
    let profile = knowledge.index().profile_of(fact.key);
    let weight = |counts: &dyn Fn(Feature) -> bool| -> f32 {
        let words = reading.terms.iter().filter(|term| term.entity.is_none());
        words.filter(|term| term.feature.is_some_and(counts)).map(|term| term.weight).sum()
    };
    let said: f32 = reading.terms.iter().filter(|term| term.entity.is_none()).map(|term| term.weight).sum();
    let denied = weight(&|feature| profile.negation().denies(feature));
    let of_both = weight(&|feature| profile.says(feature));
    // What somebody held to be impossible is what was said, not what is denied of the question.
    let is_on_a_day = || reading.wants(Intent::When) || reading.wants(Intent::Where);
    let names_the_speaker = || fact.speaker.is_some_and(|it| reading.terms.iter().any(|term| term.entity == Some(it)));
    let is_of_words =
        matches!(fact.kind, FactKind::Position | FactKind::Statement) && !is_on_a_day() && names_the_speaker();
    denied > 0.0
        && (denied >= LEAST_NEGATED * said || denied >= LEAST_NEGATED_OF_BOTH * of_both)
        && !is_of_words
        && takes_for_granted(knowledge, reading)
}

/// Whether a question for what, which, who, when, where or how many takes what it speaks of for granted.
fn takes_for_granted(knowledge: &Knowledge, reading: &Reading) -> bool {
    let of_words = [Intent::Obstacle, Intent::Disagree];
    // What is got may be nothing; of how many were delivered, some were.
    let asks_what_was_got = reading.wants(Intent::Gain) && !reading.wants(Intent::HowMany);
    !asks_what_was_got
        && reading.has_word(&[
            "what", "which", "who", "whose", "whom", "when", "where", "why", "many", "much", "quote", "describe",
        ])
        && !reading.is_yes_or_no()
        && !reading.has(CueMeaning::Negation)
        && !reading.has(CueMeaning::Undo)
        && !speaks_of_plans(knowledge, reading)
        && !asks_what_somebody_said(knowledge, reading)
        && !asks_what_it_is(reading)
        && !of_words.into_iter().any(|intent| reading.wants(intent))
}

/// Whether it is asked what something is, or of what kind. "What was agreed on 11 March?" is of an event.
fn asks_what_it_is(reading: &Reading) -> bool {
    let word = |at: usize| reading.tokens[at].folded.as_str();
    let asks_the_kind =
        |&at: &usize| matches!(word(at), "what" | "which") && matches!(word(at + 1), "kind" | "sort" | "type");
    let kind = (0..reading.tokens.len().saturating_sub(1)).find(asks_the_kind);
    // "What kind of embassy did it open?" takes an embassy for granted.
    let verb = kind.and_then(|at| (at..reading.tokens.len()).map(word).find(|it| is_auxiliary(it)));
    matches!(verb, Some("is" | "was" | "are" | "were"))
        || (reading.wants(Intent::Definition) && reading.dates.is_empty())
}

/// Whether somebody's words are asked for. What a text says ("what did the treaty say on borders?") takes the text for granted.
fn asks_what_somebody_said(knowledge: &Knowledge, reading: &Reading) -> bool {
    let speaks = |key: EntityKey| knowledge.entity_at(key).kind == EntityKind::Person;
    let names_a_text =
        reading.has_word(&["treaty", "agreement", "accord", "accords", "text", "texts", "declaration", "communique"])
            && reading.has_word(&["say", "says", "quote"])
            && !reading.terms.iter().any(|term| term.entity.is_some_and(speaks));
    reading.wants(Intent::Said) && !names_a_text
}

/// Whether a question says "not", "no" or the like: not only a verb that denies.
pub(super) fn says_not(reading: &Reading) -> bool {
    reading.cues.iter().any(|cue| cue.means == CueMeaning::Negation && is_particle(reading, cue))
}

/// Whether a cue is such a word, and no verb that denies ("rejected").
pub(super) fn is_particle(reading: &Reading, cue: &Found) -> bool {
    const PARTICLES: [&str; 11] =
        ["not", "no", "never", "none", "nobody", "nothing", "without", "neither", "nor", "cannot", "against"];
    let word = reading.tokens[cue.first].folded.as_str();
    PARTICLES.contains(&word) || word.ends_with("nt")
}

/// Whether a fact says "not" or "no" of a step that a claim names: "still did not recognise Israel".
pub(super) fn denies_the_step(knowledge: &Knowledge, claim: &Reading, fact: &Fact) -> bool {
    let index = knowledge.index();
    let is_denied = |at: usize| {
        let feature = index.feature_of_stem(&claim.tokens[at].stem);
        feature.is_some_and(|feature| index.profile_of(fact.key).negation().denies(feature))
    };
    let mut steps = claim.cues.iter().filter(|cue| matches!(cue.means, CueMeaning::Step(_)));
    steps.any(|cue| (cue.first..cue.first + cue.count).any(is_denied))
}

/// Whether the sentence of a fact says that something is not so.
pub(super) fn is_negative(knowledge: &Knowledge, fact: &Fact) -> bool {
    knowledge.index().profile_of(fact.key).negation().is_negative
}

/// Whether a fact tells of words or wishes and not of something that happened. Words that give a number tell of it ("it had
/// recognised it in 1777").
fn says_no_event(fact: &Fact) -> bool {
    let gives_a_number = fact.value.as_ref().is_some_and(|value| value.contains(|c: char| c.is_ascii_digit()));
    !gives_a_number && matches!(fact.kind, FactKind::Position | FactKind::Statement | FactKind::Condition)
}

/// Whether one of the steps is an act between states and not an announcement.
fn takes_a_step(steps: &[Step]) -> bool {
    steps.iter().any(|&step| step != Step::Announced)
}

/// A fact that denies what the question takes for granted of all that it names, where nothing else answers.
pub(super) fn denied<'k>(reading: &Reading, hits: &[Hit<'k>], knowledge: &'k Knowledge) -> Option<Draft<'k>> {
    let named = reading.terms.iter().filter_map(|term| term.entity);
    let count = named.filter(|&entity| !knowledge.is_general(entity)).count();
    // Reasons and words are asked for of what was not done as well ("What reason did he give for staying out?").
    let of_words = [Intent::Why, Intent::Said, Intent::Obstacle].into_iter().any(|intent| reading.wants(intent));
    let takes_for_granted = reading.asks() && !reading.is_yes_or_no() && !reading.has(CueMeaning::Negation);
    if count < LEAST_NAMES || of_words || !takes_for_granted {
        return None;
    }
    // All that is named must be in the sentence itself, not only among those concerned.
    let told = |hit: &Hit<'_>, term: &Term| {
        let told = knowledge.index().profile_of(hit.fact.key);
        term.feature.is_some_and(|feature| told.says(feature))
    };
    let denies = |hit: &&Hit<'_>| {
        let not_done = hit.fact.action.as_ref().is_some_and(|action| action.state == State::NotDone);
        let named = reading.terms.iter().filter(|term| term.entity.is_some_and(|it| !knowledge.is_general(it)));
        not_done && !hit.is_of_other_date() && named.into_iter().all(|term| told(hit, term))
    };
    let hit = hits.iter().filter(denies).find(|hit| hit.coverage >= LEAST_DENIED)?;
    let mut draft = Draft::new(knowledge, Outcome::Corrected, Confidence::Ranked);
    draft.tell(hit.fact);
    Some(draft)
}

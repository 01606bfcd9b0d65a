//! A statement of somebody's -> whether the record supports it, contradicts it, or does not cover it.
//!
//! A verdict is given on typed things only: a rung of a country, a date, a number, a person. All else that the statement
//! says must be in the words of the fact that decides; one word that is not leaves it without a verdict. A negation is
//! taken out first and turns the verdict round, so that a statement and its negation never get the same one.

use super::denial::is_negative;
use super::direction::is_reversed;
use super::draft::Draft;
use super::plain_statement::{is_negator, is_plain};
use super::spoken::Spoken;
use super::{Answer, Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::{Mentioned, find_dates};
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, FactKind, Intent, Property, State, Step};
use crate::question::{Reading, read};
use crate::text::numbers::figures;
use crate::text::tokens::{Token, tokenise};

/// Sentences of a text that are checked.
const MOST_SENTENCES: usize = 5;
/// Words of a sentence that can be checked; a longer one says more than one thing.
const MOST_WORDS: usize = 40;
/// References shown for a verdict.
const CITED: usize = 2;
/// The weight, in nats, that a statement must have besides what is checked: two common words fit many facts.
const LEAST_WEIGHT: f32 = 3.0;

/// What the record says to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// A fact says the same.
    Supported,
    /// A fact says otherwise.
    Contradicted,
    /// Nothing here decides it.
    NotCovered,
}

/// A sentence and what the record says to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The sentence, as it was read.
    pub sentence: String,
    /// The verdict.
    pub verdict: Verdict,
    /// The fact that decides, with its sources; none without a verdict.
    pub answer: Option<Answer>,
}

/// Checks the first sentences of a text, each by itself.
///
/// ```
/// use accords::{answer::claim::{check, Verdict}, knowledge::Knowledge};
/// let knowledge = Knowledge::embedded()?;
/// let verdict = |text| check(&knowledge, text)[0].verdict;
/// assert_eq!(verdict("Bahrain signed on 15 September 2020."), Verdict::Supported);
/// assert_eq!(verdict("Bahrain did not sign on 15 September 2020."), Verdict::Contradicted);
/// assert_eq!(verdict("Bahrain signed because of the weather."), Verdict::NotCovered);
/// # Ok::<(), accords::knowledge::LoadError>(())
/// ```
pub fn check(knowledge: &Knowledge, text: &str) -> Vec<Checked> {
    let whole = read(knowledge, text);
    let sentences = (0..whole.sentences()).take(MOST_SENTENCES).map(|at| whole.sentence(knowledge, at));
    sentences.filter(|sentence| !sentence.tokens.is_empty()).map(|sentence| checked(knowledge, &sentence)).collect()
}

fn checked(knowledge: &Knowledge, sentence: &Reading) -> Checked {
    let (is_so, facts) = decide(knowledge, sentence).unzip();
    let answer = facts.map(|facts: Vec<&Fact>| {
        let mut draft = Draft::new(knowledge, Outcome::Answered, Confidence::Typed);
        draft.cite_at_most(CITED);
        draft.tell_all(&facts);
        draft.finish(None, Vec::new())
    });
    let verdict = match is_so {
        Some(true) => Verdict::Supported,
        Some(false) => Verdict::Contradicted,
        None => Verdict::NotCovered,
    };
    Checked { sentence: sentence.typed(0..sentence.tokens.len()), verdict, answer }
}

/// Whether a single sentence is so, and the facts that say it; none when nothing decides.
pub(super) fn decide_text<'k>(knowledge: &'k Knowledge, text: &str) -> Option<(bool, Vec<&'k Fact>)> {
    decide(knowledge, &read(knowledge, text))
}

/// Whether a sentence is so, and the facts that say it; none when nothing decides.
fn decide<'k>(knowledge: &'k Knowledge, sentence: &Reading) -> Option<(bool, Vec<&'k Fact>)> {
    let negators = sentence.tokens.iter().filter(|token| is_negator(token)).count();
    if negators > 1 || sentence.tokens.len() > MOST_WORDS || !is_plain(sentence) {
        return None;
    }
    let kept: Vec<&str> =
        sentence.tokens.iter().filter(|token| !is_negator(token)).map(|token| token.raw.as_str()).collect();
    let positive = if negators == 0 { sentence.clone() } else { read(knowledge, &kept.join(" ")) };
    let (is_so, facts) = rung(knowledge, &positive).or_else(|| particular(knowledge, &positive))?;
    Some((is_so != (negators == 1), facts))
}

/// A step of one country: "Bahrain signed on 15 September 2020".
fn rung<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<(bool, Vec<&'k Fact>)> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let [step] = reading.steps()[..] else { return None };
    if !numbers(&reading.tokens).is_empty() || !reading.named(knowledge, EntityKind::Person).is_empty() {
        return None;
    }
    let is_other_negation =
        |at: usize| reading.cues.iter().any(|cue| cue.means == CueMeaning::Negation && cue.covers(at));
    if (0..reading.tokens.len()).any(|at| is_other_negation(at) || !is_of_a_step(reading, at)) {
        return None;
    }
    if step == Step::Joined { joined(knowledge, reading, country) } else { taken(knowledge, reading, country, step) }
}

/// Whether a word belongs to a plain statement on a step, and says nothing else.
fn is_of_a_step(reading: &Reading, at: usize) -> bool {
    const NEUTRAL: [&str; 38] = [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "at",
        "by",
        "to",
        "with",
        "has",
        "have",
        "had",
        "did",
        "was",
        "were",
        "been",
        "is",
        "its",
        "their",
        "for",
        "be",
        "agreement",
        "treaty",
        "deal",
        "accord",
        "accords",
        "pact",
        "member",
        "part",
        "country",
        "state",
        "kingdom",
        "formally",
        "officially",
        "full",
        "diplomatic",
        "relations",
    ];
    let token = &reading.tokens[at];
    let in_step = reading.cues.iter().any(|cue| matches!(cue.means, CueMeaning::Step(_)) && cue.covers(at));
    in_step || reading.is_placed(at) || NEUTRAL.contains(&token.folded.as_str())
}

/// Whether a country joined at all. Where the record itself is divided, as on a country that has only announced it, there is
/// no verdict.
fn joined<'k>(knowledge: &'k Knowledge, reading: &Reading, country: EntityKey) -> Option<(bool, Vec<&'k Fact>)> {
    let (is_so, step) = match knowledge.membership(country) {
        Membership::Member => (true, Step::Signed),
        Membership::Outside => (false, Step::Joined),
        _ => return None,
    };
    let fact = *knowledge.rung(country, step).first()?;
    (reading.dates.is_empty() && Spoken::of(knowledge, reading).is_in(fact)).then(|| (is_so, vec![fact]))
}

/// Whether a country took a step, and on the day that is said.
fn taken<'k>(
    knowledge: &'k Knowledge,
    reading: &Reading,
    country: EntityKey,
    step: Step,
) -> Option<(bool, Vec<&'k Fact>)> {
    let actor = actor(knowledge, reading, step)?;
    let (sender, host) = reading.sender_and_host(knowledge);
    let is_mission = matches!(step, Step::Embassy | Step::Ambassador);
    if is_mission && sender.is_none() && host.is_none() {
        return None;
    }
    let rung: Vec<&Fact> = knowledge
        .rung(country, step)
        .into_iter()
        .filter(|fact| {
            fact.action.as_ref().is_some_and(|action| {
                let by = if is_mission { sender } else { Some(actor) };
                by.is_none_or(|by| action.by.contains(&by)) && (!is_mission || host.is_none() || action.within == host)
            })
        })
        .collect();
    let in_state = |wanted: State| {
        let of = move |fact: &&&Fact| fact.action.as_ref().is_some_and(|action| action.state == wanted);
        rung.iter().filter(of).copied().collect::<Vec<_>>()
    };
    let (done, undone) = (in_state(State::Done), in_state(State::NotDone));
    if !in_state(State::Disputed).is_empty() || (!done.is_empty() && !undone.is_empty()) {
        return None;
    }
    let spoken = Spoken::of(knowledge, reading);
    let covered = |facts: &[&'k Fact]| facts.iter().copied().find(|fact| spoken.is_in(fact));
    let Some(said) = reading.date() else {
        return match (covered(&done), covered(&undone)) {
            (Some(fact), _) => Some((true, vec![fact])),
            (None, Some(fact)) => Some((false, vec![fact])),
            _ => None,
        };
    };
    let fitting: Vec<&Fact> =
        done.iter().copied().filter(|fact| fact.date.is_some_and(|it| said.contains(it))).collect();
    if let Some(fact) = covered(&fitting) {
        return Some((true, vec![fact]));
    }
    let apart = done.iter().all(|fact| is_apart(knowledge, fact, said));
    let fact = covered(&done).filter(|_| apart)?;
    Some((false, vec![fact]))
}

/// Who takes the step: the last country before the verb, or, where something is done by somebody, the one after "by".
fn actor(knowledge: &Knowledge, reading: &Reading, step: Step) -> Option<EntityKey> {
    let cue = reading.cues.iter().find(|cue| cue.means == CueMeaning::Step(step))?;
    let country = |entities: &[EntityKey]| match entities {
        [one] if knowledge.entity_at(*one).kind == EntityKind::Country => Some(*one),
        _ => None,
    };
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_passive = cue.first > 0 && matches!(word(cue.first - 1), "was" | "were" | "been" | "being" | "is" | "are");
    let mut mentions = reading.mentions.iter();
    if is_passive {
        return mentions.find(|it| it.first > 0 && word(it.first - 1) == "by").and_then(|it| country(&it.entities));
    }
    let before = mentions.rfind(|it| it.first + it.count <= cue.first && country(&it.entities).is_some())?;
    country(&before.entities)
}

/// Whether a fact is certainly not of a date, and no source gives that date for it.
fn is_apart(knowledge: &Knowledge, fact: &Fact, said: PartialDate) -> bool {
    let own = fact.date.is_some_and(|date| {
        let end = fact.end.unwrap_or(date);
        said.last() < date.first() || end.last() < said.first()
    });
    own && !dates_in(&fact.text).iter().any(|date| date.overlaps(said))
        && !knowledge.disputes_of(fact.key).flat_map(|dispute| &dispute.values).any(|value| {
            let other = knowledge.fact_at(value.fact);
            let given = dates_in(&value.value).into_iter().chain(dates_in(&other.text)).chain(other.date);
            given.into_iter().any(|date| date.overlaps(said))
        })
}

fn dates_in(text: &str) -> Vec<PartialDate> {
    let dated = |date: Mentioned| match date {
        Mentioned::Dated(date) => Some(date),
        _ => None,
    };
    find_dates(&tokenise(text)).into_iter().filter_map(|it| dated(it.date)).collect()
}

/// Something particular: an event on a date, a figure, a person.
fn particular<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<(bool, Vec<&'k Fact>)> {
    // Membership is a matter of the ladder alone.
    let is_on_membership = reading.steps().contains(&Step::Joined)
        || [Intent::Members, Intent::Status].into_iter().any(|intent| reading.wants(intent));
    if is_on_membership {
        return None;
    }
    let said = Said {
        date: reading.date(),
        numbers: numbers(&reading.tokens),
        persons: reading.named(knowledge, EntityKind::Person).to_vec(),
    };
    let mut rest = without_numbers(knowledge, reading);
    rest.terms.retain(|term| !term.entity.is_some_and(|it| said.persons.contains(&it)));
    let weight: f32 = rest.terms.iter().map(|term| term.weight).sum();
    if said.is_nothing() || weight < LEAST_WEIGHT || !reading.terms.iter().any(|term| term.entity.is_some()) {
        return None;
    }
    let spoken = Spoken::of(knowledge, &rest);
    let covering: Vec<&Fact> = knowledge
        .stated_facts()
        .filter(|fact| {
            matches!(fact.kind, FactKind::Event | FactKind::Attribute | FactKind::Statistic | FactKind::Definition)
        })
        .filter(|fact| spoken.is_in(fact) && !is_negative(knowledge, fact) && !is_reversed(knowledge, reading, fact))
        .collect();
    if let Some(fact) = covering.iter().find(|fact| said.is_in(knowledge, fact)) {
        return Some((true, vec![fact]));
    }
    // Of a vote only the facts on the votes themselves are to be compared; of a day, all that could mean the same event.
    let comparable: Vec<&Fact> = match said.numbers[..] {
        [] => covering,
        _ => {
            covering.into_iter().filter(|fact| vote(fact).is_some_and(|own| own.len() == said.numbers.len())).collect()
        }
    };
    match comparable[..] {
        [one] if said.is_against(knowledge, reading, one) => Some((false, vec![one])),
        _ => None,
    }
}

/// A reading of the same words but the figures, which are looked at by themselves.
fn without_numbers(knowledge: &Knowledge, reading: &Reading) -> Reading {
    let in_date = |at: usize| reading.dates.iter().any(|date| date.covers(at));
    let kept = reading.tokens.iter().enumerate().filter(|(at, token)| in_date(*at) || number(token).is_none());
    let words: Vec<&str> = kept.map(|(_, token)| token.raw.as_str()).collect();
    read(knowledge, &words.join(" "))
}

/// The typed things that a statement says.
struct Said {
    date: Option<PartialDate>,
    numbers: Vec<String>,
    persons: Vec<EntityKey>,
}

impl Said {
    fn is_nothing(&self) -> bool {
        self.date.is_none() && self.numbers.is_empty() && self.persons.is_empty()
    }

    /// Whether a fact says all of it.
    fn is_in(&self, knowledge: &Knowledge, fact: &Fact) -> bool {
        self.date_is_in(fact) && self.numbers_are_in(fact) && self.persons_are_in(knowledge, fact)
    }

    fn date_is_in(&self, fact: &Fact) -> bool {
        self.date.is_none_or(|said| fact.date.is_some_and(|date| said.contains(date)))
    }

    /// In the same order, side by side: "80 to 13" is not "13 to 80".
    fn numbers_are_in(&self, fact: &Fact) -> bool {
        let own = numbers(&tokenise(&fact.text));
        self.numbers.is_empty() || own.windows(self.numbers.len()).any(|window| window == self.numbers)
    }

    /// A fact on several persons does not tell what each of them did.
    fn persons_are_in(&self, knowledge: &Knowledge, fact: &Fact) -> bool {
        let own = knowledge.index().profile_of(fact.key).persons();
        self.persons.is_empty() || (own.len() == self.persons.len() && own.iter().all(|it| self.persons.contains(it)))
    }

    /// Whether a fact rules out just one part of it: another date of something that happened once, another figure of the same
    /// count, another signatory.
    fn is_against(&self, knowledge: &Knowledge, reading: &Reading, fact: &Fact) -> bool {
        let (date, numbers, persons) =
            (self.date_is_in(fact), self.numbers_are_in(fact), self.persons_are_in(knowledge, fact));
        match (date, numbers, persons) {
            (false, true, true) => {
                let once =
                    fact.action.is_some() || fact.property == Some(Property::Vote) || reading.has_word(&["first"]);
                once && self.date.is_some_and(|said| is_apart(knowledge, fact, said))
            }
            (true, false, true) => self.is_other_figure(knowledge, fact),
            _ => false,
        }
    }

    /// A vote of as many numbers as the statement has, other ones, that no other source gives either.
    fn is_other_figure(&self, knowledge: &Knowledge, fact: &Fact) -> bool {
        let given = knowledge.disputes_of(fact.key).flat_map(|dispute| &dispute.values);
        let disputed: Vec<Vec<String>> = given.map(|value| numbers(&tokenise(&value.value))).collect();
        vote(fact).is_some_and(|own| own.len() == self.numbers.len() && own != self.numbers)
            && !disputed.contains(&self.numbers)
    }
}

/// The numbers of a vote.
fn vote(fact: &Fact) -> Option<Vec<String>> {
    let value = fact.value.as_deref().filter(|_| fact.property == Some(Property::Vote))?;
    Some(numbers(&tokenise(value)))
}

/// The figures of a text that belong to no date, in order.
fn numbers(tokens: &[Token]) -> Vec<String> {
    let dates = find_dates(tokens);
    let kept = tokens.iter().enumerate().filter(|(at, _)| !dates.iter().any(|date| date.covers(*at)));
    kept.filter_map(|(_, token)| number(token)).collect()
}

/// The figure that a word is: `80`, `23.37`, `250,000`, `five`.
fn number(token: &Token) -> Option<String> {
    let folded = token.folded.as_str();
    if let Some(figures) = figures(folded) {
        return Some(figures.to_owned());
    }
    let digits: String = folded.chars().filter(|c| *c != ',').collect();
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '%');
    is_number.then(|| digits.trim_end_matches('%').to_owned())
}

#[cfg(test)]
#[path = "claim_tests.rs"]
mod tests;

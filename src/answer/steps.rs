//! Questions on the rungs of one country: did it announce, sign, ratify ..., and when.

use super::denial::speaks_of_a_treaty;
use super::documents::is_of_a_document;
use super::draft::Draft;
use super::phrases::NOT_SO;
use super::premise::asks_of_an_appointment;
use super::presumed::not_reported;
use super::{Confidence, Outcome};
use crate::knowledge::date::PartialDate;
use crate::knowledge::ladder::Membership;
use crate::knowledge::model::{EntityKey, Fact, ISRAEL, Knowledge, SUBJECT};
use crate::knowledge::names::Mention;
use crate::knowledge::vocabulary::{CueMeaning, EntityKind, Intent, State, Step};
use crate::question::Reading;
use crate::text::tokens::Token;

/// Countries whose membership is told in one answer.
const MOST_COUNTRIES: usize = 4;

/// Words between "leave" and the accords that are left: "withdraw from the Abraham Accords".
const MOST_BETWEEN: usize = 3;

/// How many facts are told of one rung.
const MOST_OF_A_RUNG: usize = 2;

/// A question on one rung of one country.
struct Asked<'k, 'r> {
    knowledge: &'k Knowledge,
    reading: &'r Reading,
    country: EntityKey,
    step: Step,
    /// Whether the question takes the step for granted ("when did X sign?").
    presumes: bool,
}

/// The answer to a question on a rung, if it is one and nothing else.
pub(super) fn steps<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let countries = reading.partners(knowledge);
    let step = step_of(reading)?;
    if !is_plain(knowledge, reading) || asks_of_its_end(reading) || asks_of_a_plan(reading) {
        return None;
    }
    if asks_for_the_holder(knowledge, reading, step, &countries) {
        return None;
    }
    // The ladder knows neither reasons nor words; but that a step was not taken answers a "why" about it.
    let asks_more = reading.wants(Intent::Why) || reading.wants(Intent::Said);
    let is_inside = |&country: &EntityKey| knowledge.membership(country) != Membership::Outside;
    if asks_more && countries.iter().any(is_inside) {
        return None;
    }
    // The ladder is of relations with Israel, not with the United States.
    let us_acts = reading
        .countries(knowledge)
        .first()
        .is_some_and(|&it| knowledge.is_side(it) && knowledge.entity_at(it).id != ISRAEL);
    if step == Step::Relations && us_acts {
        return None;
    }
    let [country] = countries[..] else { return several(knowledge, reading, &countries, step) };
    let is_outside = knowledge.membership(country) == Membership::Outside;
    if is_outside
        && (speaks_of_a_treaty_of_its_own(knowledge, reading) || signed_something_else(knowledge, reading, country))
    {
        return None;
    }
    // "Why won't it join?" knows that it has not.
    let knows = reading.wants(Intent::Why) && reading.has(CueMeaning::Negation);
    let asked = Asked { knowledge, reading, country, step, presumes: !reading.is_yes_or_no() && !knows };
    let draft = match (step, knowledge.membership(country)) {
        (Step::Joined | Step::Signed | Step::Announced, Membership::Unrecorded) if reading.names_subject(knowledge) => {
            return not_reported(knowledge, country, asked.denial());
        }
        (_, Membership::Unrecorded) => return None,
        (_, Membership::Outside) if step <= Step::InForce || step == Step::Joined => asked.outside(),
        (Step::Joined, membership) => asked.joined(membership),
        _ => asked.rung(),
    };
    (!draft.is_empty()).then_some(draft)
}

/// Whether it is asked what was planned ("when was Sudan supposed to sign?"), and not what was done.
fn asks_of_a_plan(reading: &Reading) -> bool {
    reading.has_word(&["supposed", "planned", "scheduled", "due"])
}

/// Whether it is asked when something ended ("when did his term end?"), which no rung tells.
fn asks_of_its_end(reading: &Reading) -> bool {
    reading
        .has_word(&["end", "ended", "ends", "expire", "expired", "finish", "finished", "closed", "stepped", "departed"])
}

/// "Why did X leave the accords over the war?": whatever else is said of it, no source reports that one has left.
pub(super) fn leaving<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Option<Draft<'k>> {
    let [country] = reading.partners(knowledge)[..] else { return None };
    let is_inside =
        matches!(knowledge.membership(country), Membership::Member | Membership::SignedOnly | Membership::Announced);
    let asks = [Intent::When, Intent::Why, Intent::Who].into_iter().any(|intent| reading.wants(intent));
    let of_something_else = reading.wants(Intent::Said) || reading.is_yes_or_no() || reading.has(CueMeaning::Negation);
    let country_leaves = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Undo).any(|cue| {
        let is_before =
            |mention: &&Mention| mention.first + mention.count <= cue.first && mention.entities[..] == [country];
        let accords = |mention: &&Mention| mention.entities.iter().any(|&it| knowledge.is_subject(it));
        let after = reading.mentions.iter().find(|mention| mention.first >= cue.first + cue.count);
        let before = reading.mentions.iter().rev().find(|mention| mention.first < cue.first);
        before.as_ref().is_some_and(is_before)
            && after.filter(accords).is_some_and(|it| it.first - (cue.first + cue.count) <= MOST_BETWEEN)
    });
    if !is_inside || !asks || of_something_else || !country_leaves {
        return None;
    }
    let asked = Asked { knowledge, reading, country, step: Step::Joined, presumes: true };
    let grounds = [asked.done(Step::Signed), asked.done(Step::Announced)].concat();
    let draft = asked.not_undone(&grounds);
    (!draft.is_empty()).then_some(draft)
}

/// Whether it is asked who was Israel's ambassador at a time, once there was one: that is for the facts on persons to say, which
/// know how long they served.
fn asks_for_the_holder(knowledge: &Knowledge, reading: &Reading, step: Step, countries: &[EntityKey]) -> bool {
    let ([country], Some(asked), (Some(sender), _)) = (countries, reading.date(), reading.sender_and_host(knowledge))
    else {
        return false;
    };
    let was_named = |fact: &&Fact| {
        let is_done = fact.action.as_ref().is_some_and(|it| it.state == State::Done && it.by.contains(&sender));
        is_done && fact.date.is_some_and(|date| date.first() <= asked.last())
    };
    step == Step::Ambassador
        && reading.wants(Intent::Who)
        && knowledge.entity_at(sender).id == ISRAEL
        && !asks_of_an_appointment(knowledge, reading)
        && knowledge.rung(*country, step).iter().any(was_named)
}

/// Membership of several countries, one sentence each.
fn several<'k>(knowledge: &'k Knowledge, reading: &Reading, countries: &[EntityKey], step: Step) -> Option<Draft<'k>> {
    let joins = matches!(step, Step::Joined | Step::Signed | Step::Announced);
    // "Did they sign a deal in Beijing?" and "when did the British leave Palestine?" are of no accords.
    let is_of_another = !reading.names_subject(knowledge)
        && (reading.steps().is_empty() || speaks_of_a_treaty(reading) || signs_something(reading));
    if !joins || is_of_another || !(2..=MOST_COUNTRIES).contains(&countries.len()) {
        return None;
    }
    let mut told: Vec<&Fact> = Vec::new();
    for &country in countries {
        let step = match knowledge.membership(country) {
            Membership::Member | Membership::SignedOnly => Step::Signed,
            Membership::Announced => Step::Announced,
            _ => Step::Joined,
        };
        let rung = knowledge.rung(country, step);
        let shared = rung.iter().find(|fact| told.iter().any(|known| known.key == fact.key));
        told.extend(shared.or(rung.first()).filter(|fact| !told.iter().any(|known| known.key == fact.key)).copied());
    }
    if reading.wants(Intent::Order) && reading.has_word(&["first", "earlier", "before", "sooner", "order"]) {
        told.sort_by_key(|fact| fact.date);
    }
    // "When did Tunisia join after Morocco?" is of the first one.
    let asks_of_one = reading.wants(Intent::When) && !reading.has_word(&["and", "or", "both"]);
    let all_outside = (asks_of_one && knowledge.membership(countries[0]) == Membership::Outside)
        || countries.iter().all(|&country| knowledge.membership(country) == Membership::Outside);
    let done = |fact: &&Fact| fact.action.as_ref().is_some_and(|action| action.state == State::Done);
    let then = |fact: &Fact, asked: PartialDate| fact.date.is_some_and(|date| date.overlaps(asked));
    let misdated = reading
        .date_of_deed()
        .is_some_and(|asked| !told.iter().filter(|fact| done(fact)).any(|fact| then(fact, asked)));
    let is_corrected = misdated || (all_outside && !reading.is_yes_or_no());
    let mut draft =
        Draft::new(knowledge, if is_corrected { Outcome::Corrected } else { Outcome::Answered }, Confidence::Typed);
    draft.tell_all(&told);
    if misdated {
        draft.lead(NOT_SO);
    }
    (!draft.is_empty()).then_some(draft)
}

/// Whether it is said that something is signed which is not said to be the accords: "sign a deal", "sign anything".
fn signs_something(reading: &Reading) -> bool {
    const OBJECTS: [&str; 7] = ["a", "an", "any", "anything", "something", "their", "its"];
    let signs = reading.cues.iter().filter(|cue| cue.means == CueMeaning::Step(Step::Signed));
    signs.filter_map(|cue| reading.tokens.get(cue.first + cue.count)).any(|it| OBJECTS.contains(&it.folded.as_str()))
}

/// "The peace treaty between Israel and Jordan" is not the accords.
fn speaks_of_a_treaty_of_its_own(knowledge: &Knowledge, reading: &Reading) -> bool {
    !reading.names_subject(knowledge) && speaks_of_a_treaty(reading)
}

/// Whether a country that has not joined signed something else at the time that is asked about: "Lebanon signed something in June
/// 2026".
fn signed_something_else(knowledge: &Knowledge, reading: &Reading, country: EntityKey) -> bool {
    let Some(asked) = reading.date().filter(|_| !reading.names_subject(knowledge)) else { return false };
    let signed = |fact: &Fact| {
        let is_signing = fact.action.as_ref().is_some_and(|action| {
            action.step == Step::Signed && action.state == State::Done && action.by.contains(&country)
        });
        is_signing && fact.date.is_some_and(|date| date.overlaps(asked))
    };
    reading.steps()[..] == [Step::Signed] && knowledge.stated_facts_on(country).any(signed)
}

fn step_of(reading: &Reading) -> Option<Step> {
    let asks_which = super::members::asks_which_countries(reading);
    let asks_for_an_object = reading.tokens.iter().any(|token| matches!(token.folded.as_str(), "what" | "whats"))
        && !reading.wants(Intent::When);
    // "How much does the ambassador earn?"
    let asks_an_amount = reading.tokens.windows(2).any(|pair| pair[0].folded == "how" && pair[1].folded == "much");
    match reading.steps()[..] {
        _ if asks_for_an_object || asks_which || asks_an_amount => None,
        // "Did Bahrain withdraw its ambassador?" is not a question on the step itself.
        [_, ..] if reading.has(CueMeaning::Undo) => None,
        [] if reading.has(CueMeaning::Undo) => Some(Step::Joined),
        [step] => Some(step),
        // "Has Kazakhstan signed or only announced?", "sign the accords and join": the higher one is in doubt.
        [Step::Announced, Step::Signed] => Some(Step::Signed),
        [Step::Signed | Step::Announced, Step::Joined] => Some(Step::Joined),
        _ => None,
    }
}

/// Whether the question speaks of nothing but the country, the step, the accords and the two sides.
fn is_plain(knowledge: &Knowledge, reading: &Reading) -> bool {
    let index = knowledge.index();
    let stands_aside = |at: usize| {
        let token = &reading.tokens[at];
        let is_step = reading.cues.iter().any(|cue| {
            matches!(cue.means, CueMeaning::Step(_) | CueMeaning::Undo | CueMeaning::Negation | CueMeaning::Intent(_))
                && (cue.first..cue.first + cue.count).contains(&at)
        });
        let is_general =
            ["accord", "treati", "declar", "peac", "deal", "agreement", "pact", "articl", "claim", "state", "accur"]
                .contains(&token.stem.as_str());
        is_step
            || is_general
            || index.is_filler(token)
            || is_figure(token)
            || reading.dates.iter().any(|date| date.covers(at))
    };
    let of_the_whole = |entity: EntityKey| {
        let entity = knowledge.entity_at(entity);
        entity.kind == EntityKind::Country || [SUBJECT, "abraham-accords-declaration"].contains(&entity.id.as_str())
    };
    let named = |at: usize| reading.mentions.iter().find(|mention| mention.covers(at));
    // What it is given from the sentence before has no words in it.
    let mut entities = reading.terms.iter().filter_map(|term| term.entity);
    entities.all(of_the_whole)
        && (0..reading.tokens.len()).all(|at| match named(at) {
            Some(mention) => mention.entities.iter().all(|&entity| of_the_whole(entity)),
            None => stands_aside(at),
        })
}

/// A figure, such as the day in "on 6 or 7 January".
fn is_figure(token: &Token) -> bool {
    token.folded.bytes().all(|b| b.is_ascii_digit())
}

impl<'k> Asked<'k, '_> {
    fn draft(&self, outcome: Outcome) -> Draft<'k> {
        Draft::new(self.knowledge, outcome, Confidence::Typed)
    }

    /// The outcome when the step has not happened: a question that takes it for granted is corrected.
    fn denial(&self) -> Outcome {
        if self.presumes { Outcome::Corrected } else { Outcome::Answered }
    }

    /// A country that has not joined.
    fn outside(&self) -> Draft<'k> {
        let mut draft = self.draft(self.denial());
        for fact in self.knowledge.rung(self.country, Step::Joined).into_iter().take(MOST_OF_A_RUNG) {
            draft.tell(fact);
        }
        draft
    }

    /// Membership at large.
    fn joined(&self, membership: Membership) -> Draft<'k> {
        let signed = self.done(Step::Signed);
        let announced = self.done(Step::Announced);
        let mut draft = self.draft(Outcome::Answered);
        match membership {
            Membership::Member | Membership::SignedOnly => {
                let told: Vec<_> = signed.first().into_iter().chain(announced.first()).copied().collect();
                draft.tell_all(&told);
                if membership == Membership::SignedOnly {
                    draft.tell_all(&self.denied(Step::Relations).into_iter().take(1).collect::<Vec<_>>());
                }
                self.correct_date(&mut draft, &told);
            }
            _ => {
                let promised = self.of_state(Step::Signed, State::Promised);
                let known: Vec<_> = announced.first().into_iter().chain(promised.first()).copied().collect();
                draft.tell_all(&known);
                self.add_absence(&mut draft, Step::Signed, if promised.is_empty() { &known } else { &promised });
                self.correct_date(&mut draft, &known);
            }
        }
        if self.reading.has(CueMeaning::Undo) {
            draft = self.not_undone(&signed);
        }
        draft
    }

    /// "When did X leave?": no source reports it.
    fn not_undone(&self, signed: &[&'k Fact]) -> Draft<'k> {
        let mut draft = self.draft(Outcome::Corrected);
        let name = self.knowledge.entity_at(self.country).in_sentence();
        let until = self.horizon();
        draft.say(
            format!("No source here up to {until} reports that {name} has left the accords."),
            signed.iter().take(1).copied().collect(),
        );
        draft.tell_all(&signed[..1.min(signed.len())]);
        draft
    }

    /// One rung: what was done, else what was promised or denied, else that no source reports it.
    fn rung(&self) -> Draft<'k> {
        let done = self.done(self.step);
        let mut draft = self.draft(Outcome::Answered);
        if done.is_empty() {
            draft.outcome = self.denial();
            let mut known = self.denied(self.step);
            // What is told of many countries at once is not all there is on one.
            if !known.is_empty() && !known.iter().any(|fact| fact.about.first() == Some(&self.country)) {
                known.extend(self.denied(Step::Joined).into_iter().take(1));
            }
            known.extend(self.of_state(self.step, State::Promised));
            known.extend(self.of_state(self.step, State::Disputed));
            known.truncate(MOST_OF_A_RUNG);
            let is_denied = known.iter().any(|fact| fact.action.as_ref().is_some_and(|a| a.state == State::NotDone));
            draft.tell_all(&known);
            if !is_denied {
                let lower = self.highest();
                if known.is_empty() {
                    draft.tell_all(&lower);
                }
                let grounds = if known.is_empty() { lower } else { known };
                self.add_absence(&mut draft, self.step, &grounds);
            }
            return draft;
        }
        let asks_newest = self.step == Step::Ambassador
            && self.reading.has_word(&["current", "currently", "now", "latest", "present", "newest"]);
        let told = if asks_newest { self.newest(done) } else { self.main_ones(done) };
        draft.tell_all(&told);
        self.correct_date(&mut draft, &told);
        draft
    }

    /// The facts that state the rung best; those of both sides where both have acted.
    fn main_ones(&self, done: Vec<&'k Fact>) -> Vec<&'k Fact> {
        let mentions_israel = self
            .knowledge
            .entity(ISRAEL)
            .is_some_and(|israel| self.reading.countries(self.knowledge).first() == Some(&israel.key));
        let is_main = |fact: &&'k Fact| fact.action.as_ref().is_some_and(|action| action.main);
        let by_partner = |fact: &&'k Fact| fact.action.as_ref().is_some_and(|action| action.by.contains(&self.country));
        let mains: Vec<_> = done.iter().copied().filter(is_main).collect();
        let pool = if mains.is_empty() { done } else { mains };
        let own: Vec<_> = pool
            .iter()
            .copied()
            .filter(|fact| by_partner(fact) != mentions_israel || self.step < Step::Ratified)
            .collect();
        let chosen = if own.is_empty() { pool } else { own };
        chosen.into_iter().take(MOST_OF_A_RUNG).collect()
    }

    /// The last of what was done, by the side that the question names as the sender where it names one.
    fn newest(&self, done: Vec<&'k Fact>) -> Vec<&'k Fact> {
        let (sender, _) = self.reading.sender_and_host(self.knowledge);
        let sender = sender.or_else(|| self.reading.countries(self.knowledge).first().copied());
        let by_sender = |fact: &&Fact| {
            let action = fact.action.as_ref();
            sender.is_none_or(|sender| action.is_some_and(|action| action.by.contains(&sender)))
        };
        done.into_iter().filter(by_sender).max_by_key(|fact| (fact.date, &fact.id)).into_iter().collect()
    }

    fn of_state(&self, step: Step, state: State) -> Vec<&'k Fact> {
        let rung = self.knowledge.rung(self.country, step);
        rung.into_iter().filter(|fact| fact.action.as_ref().is_some_and(|action| action.state == state)).collect()
    }

    fn done(&self, step: Step) -> Vec<&'k Fact> {
        self.of_state(step, State::Done)
    }

    fn denied(&self, step: Step) -> Vec<&'k Fact> {
        self.of_state(step, State::NotDone)
    }

    /// The facts of the highest rung that the country has reached.
    fn highest(&self) -> Vec<&'k Fact> {
        let rungs = crate::knowledge::ladder::RUNGS;
        let reached = rungs.iter().take_while(|&&rung| rung != self.step).map(|&rung| self.done(rung));
        reached.filter(|facts| !facts.is_empty()).last().into_iter().flatten().take(1).collect()
    }

    fn horizon(&self) -> String {
        let topic = self.knowledge.topics().iter().find(|topic| topic.id == self.knowledge.entity_at(self.country).id);
        topic
            .and_then(|topic| topic.horizon)
            .map_or_else(|| "the end of its records".to_owned(), |date| date.to_string())
    }

    /// "No source up to ... reports that X has signed": absence worded as absence.
    fn add_absence(&self, draft: &mut Draft<'k>, step: Step, grounds: &[&'k Fact]) {
        let name = self.knowledge.entity_at(self.country).in_sentence();
        let deed = match step {
            Step::Announced => format!("an announcement by {name}"),
            Step::Signed => format!("a signature by {name}"),
            Step::Ratified => format!("a ratification by {name}"),
            Step::InForce => format!("an entry into force for {name}"),
            Step::Relations => format!("diplomatic relations between {name} and Israel"),
            Step::Embassy => format!("an embassy between {name} and Israel"),
            Step::Ambassador => format!("ambassadors between {name} and Israel"),
            Step::Joined => format!("an accession by {name}"),
        };
        let until = self.horizon();
        draft.say(format!("No source here up to {until} reports {deed}."), grounds.iter().take(1).copied().collect());
    }

    /// When the question gives a date and the facts another, the answer corrects it.
    fn correct_date(&self, draft: &mut Draft<'k>, told: &[&Fact]) {
        let Some(asked) = self.reading.date_of_deed() else { return };
        if is_of_a_document(self.knowledge, self.reading, asked) {
            return;
        }
        let agrees = |fact: &&Fact| fact.date.is_some_and(|date| date.overlaps(asked));
        if !told.iter().any(agrees) && told.iter().any(|fact| fact.date.is_some()) {
            if !told.iter().any(|fact| fact.date.is_some_and(|date| is_before(date, asked))) || self.presumes {
                draft.lead(NOT_SO);
            }
            draft.outcome = Outcome::Corrected;
        }
    }
}

fn is_before(date: PartialDate, other: PartialDate) -> bool {
    date.last() < other.first()
}

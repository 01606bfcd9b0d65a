//! The long tail: all facts ranked by how much of the question they speak of.

use std::cmp::Ordering;

use fnv::FnvHashMap;

use crate::knowledge::date::PartialDate;
use crate::knowledge::date_mentions::Mentioned;
use crate::knowledge::index::{Ask, Feature, Index, Profile};
use crate::knowledge::model::{Action, EntityKey, Fact, FactKey, Knowledge};
use crate::knowledge::vocabulary::{CueMeaning, FactKind, Intent, Property, Step};
use crate::question::{Reading, Term};

/// Facts that are scored in full; the others share too little with the question to win.
const SCORED: usize = 48;

/// The score is a mean of three shares, each between 0 and 1: what of the question the fact and its questions speak of ...
///
/// These and the weights below were fitted by multinomial logistic regression (which of the facts that come near is the right
/// one?) to some 1,000 questions of `tests/questions`, brought to this scale and rounded.
const COVERAGE_SHARE: f32 = 0.33;
/// ... how like the best of its questions is (the strongest sign, but wording varies) ...
const ASK_SHARE: f32 = 0.45;
/// ... and what of the question its sentence speaks of.
const TEXT_SHARE: f32 = 0.22;

/// Added when the fact is of the day, month or year asked about.
const DATE_FITS: f32 = 0.03;
/// Taken off when no date of the question is the fact's ...
const DATE_LACKS: f32 = 0.03;
/// ... and when the fact is of another date: most often it is another fact.
const OTHER_DATE: f32 = 0.18;
/// Taken off when what belongs to somebody in the question ("the Moroccan king") belongs to nobody or another in the fact.
const OTHER_OWNER: f32 = 0.11;
/// Taken off when the fact lacks the kind of answer: a "who" needs a person, a "how many" a number, a "when" a date.
const WRONG_KIND: f32 = 0.06;
/// Taken off a fact that records no place when one is asked for; less, because its sentence may name one.
const NO_PLACE: f32 = 0.03;
/// Taken off for each entity of the question that the fact does not speak of: most often it is another fact.
const MISSING_ENTITY: f32 = 0.14;
/// Added when the question asks for just the property that the fact gives ("why is it called", "who takes part").
const RIGHT_PROPERTY: f32 = 0.08;
/// Taken off a fact on who somebody is when that is not asked.
const NOT_ASKED_WHO: f32 = 0.02;
/// Taken off an embassy or ambassador of another sender or at another host than the question says.
const OTHER_MISSION: f32 = 0.05;
/// Added when the fact states the step asked about, or defines what is asked to be defined.
const RIGHT_KIND: f32 = 0.05;

/// When more than this share of the question is names that the fact lacks, nothing is left to fit.
const MOST_LACKING: f32 = 0.8;

/// The weight, in nats, of what a question and a question of a fact both ask for: "when" and "why" want other facts. Flat
/// between 1.5 and 3.5.
const ASKED_FOR: f32 = 2.5;

/// The least weight, in nats, of a question of a fact to be compared with.
const LEAST_ASK: f32 = 1.0;

/// The least likeness to something that a fact corrects at which a question is taken to presume it: a wrong correction is a
/// wrong answer with emphasis.
const LEAST_DENIAL: f32 = 0.7;

/// How much more a question must be like something that a fact corrects than like its own questions, where each word of it is
/// in the fact as well.
const CLEARLY_A_DENIAL: f32 = 0.1;

/// Likeness to a question of the record from which an answer is as good as the record's own.
pub(super) const EXACT_LIKENESS: f32 = 0.95;

/// Likeness to a question of a fact from which a question is that one, whatever it seems to take for granted.
pub(super) const OWN_QUESTION: f32 = 0.8;

/// A fact and how well it fits.
#[derive(Clone, Debug)]
pub(super) struct Hit<'k> {
    /// The fact.
    pub(super) fact: &'k Fact,
    /// Between about 0 and 1.2.
    pub(super) score: f32,
    /// The score if the question did not speak of the names and dates that the fact does not have.
    pub(super) fit: f32,
    /// The share of the question's weight that the fact and its questions speak of.
    pub(super) coverage: f32,
    /// Likeness to the best of its questions, or of the things that it corrects, 0 to 1.
    pub(super) ask: f32,
    /// Whether it is most like something that the fact corrects.
    pub(super) denies: bool,
    /// Named in the question and absent from the fact.
    pub(super) missing: Vec<EntityKey>,
    /// The share of the question's weight that its sentence speaks of.
    pub(super) text: f32,
    /// How well it is of the kind that is asked for.
    pub(super) kind: f32,
    /// How well it fits the dates of the question.
    pub(super) date: f32,
    /// The weight of the question, in nats.
    pub(super) total: f32,
    /// Names of the question that no fact has.
    pub(super) strangers: usize,
    /// The share of what belongs to whom in the question ("the Moroccan king") that is so in the fact; 1 where nothing does.
    pub(super) compounds: f32,
    /// What speaks against it, each once.
    pub(super) flaws: Vec<Flaw>,
}

/// Something that speaks against a fact as the answer to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The question asks for a number and the fact has none.
    NoFigure,
    /// The question asks for a kind of thing ("which airline") of which the fact does not speak.
    NoTarget,
    /// The question names a date on which the fact was not.
    OtherDate,
}

impl Hit<'_> {
    /// Whether the question names a date on which the fact was not.
    pub(super) fn is_of_other_date(&self) -> bool {
        self.flaws.contains(&Flaw::OtherDate)
    }
}

/// The facts that fit best, best first; equal ones in the order of their ids.
pub(super) fn rank<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<Hit<'k>> {
    let index = knowledge.index();
    let total: f32 = reading.terms.iter().map(|term| term.weight).sum();
    if reading.terms.iter().all(|term| term.feature.is_none()) || total <= 0.0 {
        return Vec::new();
    }
    let mission = reading.sender_and_host(knowledge);
    let wants = Intent::QUESTION_WORDS.into_iter().filter(|&intent| reading.wants(intent)).collect();
    let weights = reading.terms.iter().filter_map(|term| Some((term.feature?, term.weight))).collect();
    let scorer = Scorer { mission, knowledge, index, reading, total, wants, weights };
    let mut hits: Vec<_> = scorer.candidates().into_iter().filter_map(|key| scorer.hit(key)).collect();
    hits.sort_by(|one, other| {
        other.score.partial_cmp(&one.score).unwrap_or(Ordering::Equal).then_with(|| one.fact.id.cmp(&other.fact.id))
    });
    hits
}

struct Scorer<'k, 'r> {
    /// Who sends the embassy or ambassador asked about, and who receives it.
    mission: (Option<EntityKey>, Option<EntityKey>),
    knowledge: &'k Knowledge,
    index: &'k Index,
    reading: &'r Reading,
    total: f32,
    /// What is asked for by a question word.
    wants: Vec<Intent>,
    /// What the features of the question weigh in it.
    weights: FnvHashMap<Feature, f32>,
}

impl<'k> Scorer<'k, '_> {
    /// The facts that share most weight with the question.
    fn candidates(&self) -> Vec<FactKey> {
        let mut shared = vec![0.0f32; self.knowledge.facts().len()];
        for term in &self.reading.terms {
            for key in term.feature.iter().flat_map(|&feature| self.index.facts_with(feature)) {
                shared[key.index()] += term.weight;
            }
        }
        let by_share =
            |one: &FactKey, other: &FactKey| shared[other.index()].total_cmp(&shared[one.index()]).then(one.cmp(other));
        let keys = self.knowledge.facts().iter().map(|fact| fact.key);
        let mut candidates: Vec<_> = keys.filter(|key| shared[key.index()] > 0.0).collect();
        if candidates.len() > SCORED {
            candidates.select_nth_unstable_by(SCORED, by_share);
            candidates.truncate(SCORED);
        }
        candidates
    }

    fn hit(&self, key: FactKey) -> Option<Hit<'k>> {
        let fact = self.knowledge.fact_at(key);
        if fact.kind == FactKind::Claim {
            return None;
        }
        let profile = self.index.profile_of(key);
        let ask = profile.asks.iter().map(|ask| self.likeness(ask)).fold(0.0, f32::max);
        let (denial, denied) = self.best_denial(profile, ask).unzip();
        let ask = denial.unwrap_or(ask);
        let denied: &[Feature] = denied.unwrap_or_default();
        let coverage = self.covered_by(&[&profile.all, denied]) / self.total;
        let text = self.covered_by(&[&profile.text]) / self.total;
        // A figure is of the countries that its sentence names, not of those that are only concerned.
        let speaks_of = if self.reading.wants(Intent::HowMany) { &profile.text } else { &profile.all };
        let missing = self.missing_from(&[speaks_of, denied]);
        let (date_score, other_date) = self.date_fit(fact);
        let compounds = self.compounds_of(profile);
        let wants_figure = self.reading.wants(Intent::HowMany) || self.reading.asks_for_a_number();
        let lacks_target = self.reading.terms.iter().any(|term| term.is_target && !has(&[&profile.all, denied], term));
        let flaws = [
            (wants_figure && !profile.has_figure, Flaw::NoFigure),
            (lacks_target, Flaw::NoTarget),
            (other_date, Flaw::OtherDate),
        ];
        let plain = COVERAGE_SHARE * coverage + ASK_SHARE * ask + TEXT_SHARE * text;
        let kind = self.kind_fit(fact);
        // What the question speaks of besides the names that the fact lacks.
        let lacking: f32 = self
            .reading
            .terms
            .iter()
            .filter(|term| term.entity.is_some_and(|it| missing.contains(&it)))
            .map(|term| term.weight)
            .sum();
        let named_only = lacking > MOST_LACKING * self.total;
        let fit = if named_only { 0.0 } else { plain * self.total / (self.total - lacking) + kind };
        let is_name = |term: &Term| term.is_proper_noun || (term.entity.is_some() && term.feature.is_none());
        let strangers = self.reading.terms.iter().filter(|term| is_name(term) && !has(&[&profile.all, denied], term));
        let strange: f32 = strangers.clone().map(|_| MISSING_ENTITY).sum();
        let lacks = missing.iter().map(|_| MISSING_ENTITY).sum::<f32>() + strange;
        Some(Hit {
            fact,
            score: plain + kind + date_score - lacks - OTHER_OWNER * (1.0 - compounds),
            fit,
            coverage,
            ask,
            text,
            kind,
            date: date_score,
            total: self.total,
            strangers: strangers.count(),
            denies: denial.is_some(),
            missing,
            compounds,
            flaws: flaws.into_iter().filter(|(applies, _)| *applies).map(|(_, flaw)| flaw).collect(),
        })
    }

    /// The thing that the fact corrects to which the question is most like: how like, and what it speaks of. What is untrue of
    /// it, which is what the fact and its questions do not say, must be said.
    fn best_denial<'p>(&self, profile: &'p Profile, ask: f32) -> Option<(f32, &'p [Feature])> {
        let denials = profile.denies.iter().filter_map(|denial| {
            let mut untrue =
                denial.features.iter().filter(|feature| profile.all.binary_search(feature).is_err()).peekable();
            // Where only the order of the words is untrue, likeness tells little.
            let more = if untrue.peek().is_some() { 0.0 } else { CLEARLY_A_DENIAL };
            let likeness = self.likeness(denial);
            let is_said = untrue.all(|feature| self.weights.contains_key(feature));
            (is_said && likeness >= LEAST_DENIAL && likeness > ask + more)
                .then_some((likeness, denial.features.as_slice()))
        });
        denials.max_by(|(one, _), (other, _)| one.total_cmp(other))
    }

    #[expect(clippy::cast_precision_loss, reason = "a question has few words")]
    fn compounds_of(&self, profile: &Profile) -> f32 {
        let asked = &self.reading.compounds;
        let found = asked.iter().filter(|pair| profile.compounds.binary_search(pair).is_ok()).count();
        if asked.is_empty() { 1.0 } else { found as f32 / asked.len() as f32 }
    }

    fn covered_by(&self, lists: &[&[Feature]]) -> f32 {
        self.reading.terms.iter().filter(|term| has(lists, term)).map(|term| term.weight).sum()
    }

    /// Dice's coefficient over weights: twice what both have, over what each has. A feature weighs as in the question, where
    /// the question has it.
    fn likeness(&self, ask: &Ask) -> f32 {
        let (mut both, mut own, mut total) = (0.0, ask.weight, self.total);
        for &intent in &self.wants {
            total += ASKED_FOR;
            if ask.wants.contains(&intent) {
                both += ASKED_FOR;
            }
        }
        if !self.wants.is_empty() {
            own += ask.wants.iter().map(|_| ASKED_FOR).sum::<f32>();
        }
        for &feature in &ask.features {
            if let Some(weight) = self.weights.get(&feature) {
                both += weight;
                own += weight - self.index.weight(feature);
            }
        }
        // "Has any of them left?" is like every short question.
        if own < LEAST_ASK { 0.0 } else { 2.0 * both / (own + total) }
    }

    fn missing_from(&self, lists: &[&[Feature]]) -> Vec<EntityKey> {
        self.reading.terms.iter().filter(|term| !has(lists, term)).filter_map(|term| term.entity).collect()
    }

    fn date_fit(&self, fact: &Fact) -> (f32, bool) {
        let asked = self.reading.dates.iter().map(|mention| mention.date);
        match asked
            .map(|date| closeness(fact, date))
            .fold(None, |best: Option<f32>, one| Some(best.map_or(one, |it| it.max(one))))
        {
            None => (0.0, false),
            Some(close) if close > 0.0 => (DATE_FITS * close, false),
            Some(_) if fact.date.is_some() => (-OTHER_DATE, true),
            Some(_) => (-DATE_LACKS, false),
        }
    }

    fn is_other_mission(&self, action: &Action) -> bool {
        let (sender, host) = self.mission;
        matches!(action.step, Step::Embassy | Step::Ambassador)
            && (sender.is_some_and(|it| !action.by.contains(&it))
                || host.zip(action.within).is_some_and(|(asked, within)| asked != within))
    }

    fn kind_fit(&self, fact: &Fact) -> f32 {
        let reading = self.reading;
        let profile = self.index.profile_of(fact.key);
        let has_person = !profile.persons.is_empty() || fact.speaker.is_some();
        let mut fit = 0.0;
        if reading.wants(Intent::Who) && !has_person {
            fit -= WRONG_KIND;
        }
        if reading.wants(Intent::Where) && fact.place.is_none() {
            fit -= NO_PLACE;
        }
        if reading.wants(Intent::When) && fact.date.is_none() {
            fit -= WRONG_KIND;
        }
        if reading.wants(Intent::HowMany) && !profile.has_figure {
            fit -= WRONG_KIND;
        }
        if reading.wants(Intent::Why) && fact.property == Some(Property::Reason) {
            fit += RIGHT_KIND;
        }
        if fact.property.is_some_and(|property| reading.has(CueMeaning::Property(property))) {
            fit += RIGHT_PROPERTY;
        }
        if fact.property == Some(Property::Office) && !reading.wants(Intent::Who) && !reading.wants(Intent::Definition)
        {
            fit -= NOT_ASKED_WHO;
        }
        let defines = matches!(fact.property, Some(Property::Definition | Property::Office));
        let asked_about =
            fact.about.first().is_some_and(|first| reading.terms.iter().any(|term| term.entity == Some(*first)));
        if defines && asked_about && (reading.wants(Intent::Definition) || reading.wants(Intent::Who)) {
            fit += RIGHT_PROPERTY;
        }
        if let Some(action) = &fact.action
            && reading.steps().contains(&action.step)
        {
            fit += if action.main { RIGHT_KIND } else { RIGHT_KIND / 2.0 };
        }
        if fact.action.as_ref().is_some_and(|action| self.is_other_mission(action)) {
            fit -= OTHER_MISSION;
        }
        fit
    }
}

/// Whether one of several sorted lists has what a term speaks of.
fn has(lists: &[&[Feature]], term: &Term) -> bool {
    term.feature.is_some_and(|it| lists.iter().any(|features| features.binary_search(&it).is_ok()))
}

/// How close a fact is to a date: 1 when it is of just that day, month or year, less when one holds the other or only its
/// words name it, 0 when it is of another.
fn closeness(fact: &Fact, asked: Mentioned) -> f32 {
    let named = |date: PartialDate| {
        let written = date.to_string();
        fact.text.contains(&written) || fact.asks.iter().any(|ask| ask.contains(&written))
    };
    match (asked, fact.date) {
        (Mentioned::Dated(asked), Some(from)) => {
            let to = fact.end.unwrap_or(from);
            let overlaps = from.first() <= asked.last() && asked.first() <= to.last();
            let same = from.first() == asked.first() && to.last() == asked.last();
            let holds = asked.first() <= from.first() && to.last() <= asked.last();
            match (same, overlaps && holds, overlaps, named(asked)) {
                (true, ..) => 1.0,
                (_, true, ..) => 0.7,
                (_, _, true, _) => 0.5,
                (.., true) => 0.4,
                _ => 0.0,
            }
        }
        (Mentioned::Dated(asked), None) => {
            if named(asked) {
                0.4
            } else {
                0.0
            }
        }
        (Mentioned::Yearly(month, day), Some(date)) => {
            if date.day().is_some_and(|date| (date.month(), date.day()) == (month, day)) { 1.0 } else { 0.0 }
        }
        (Mentioned::Month(month), Some(date)) => {
            if date.month() == Some(month) {
                0.7
            } else {
                0.0
            }
        }
        (_, None) => 0.0,
    }
}

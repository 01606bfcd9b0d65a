//! The long tail: all facts ranked by how much of the question they speak of.

use std::cell::LazyCell;
use std::cmp::Ordering;

use compact_str::CompactString;

use super::candidates::{Candidate, candidates};
use super::certainty::{CLEAR_MARGIN, PLAIN_TARGET};
use super::dates::{DATE_FITS, Dates};
use super::described::Described;
use super::hit::{Flaws, Hit, Missing};
use super::kind::AskedKind;
use super::number::Number;
use super::overlap::{Asked, Overlap, Weights};
use super::placed::seat_of;
use crate::knowledge::article::{Article, article};
use crate::knowledge::index::Index;
use crate::knowledge::model::{EntityKey, Knowledge};
use crate::knowledge::names::Mention;
use crate::knowledge::negation::is_turned;
use crate::knowledge::profile::{Ask, Denial, Profile, Wants};
use crate::knowledge::vocabulary::{EntityKind, Intent, Step, WordKind};
use crate::question::{Named, Reading, Term};
use crate::text::tokens::Token;

/// The score is a mean of three shares, each between 0 and 1: what of the question the fact and its questions speak of ...
///
/// These and the weights below were fitted by multinomial logistic regression (which of the facts that come near is the right
/// one?) to some 1,000 questions of `tests/questions`, brought to this scale and rounded.
const COVERAGE_SHARE: f32 = 0.33;
/// ... how like the best of its questions is (the strongest sign, but wording varies) ...
const ASK_SHARE: f32 = 0.45;
/// ... and what of the question its sentence speaks of.
const TEXT_SHARE: f32 = 0.22;

/// Taken off when an article is asked for by its number and the fact is of another or of none.
const OTHER_ARTICLE: f32 = 0.18;
/// Taken off when what belongs to somebody in the question ("the Moroccan king") belongs to nobody or another in the fact.
const OTHER_OWNER: f32 = 0.11;
/// Taken off for each entity of the question that the fact does not speak of: most often it is another fact.
const MISSING_ENTITY: f32 = 0.14;
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

/// Facts that are scored before it is asked whether the rest can still matter ...
const FIRST_SCORED: usize = 8;
/// ... and how often it is asked.
const OFTEN: usize = 8;
/// The share of the question, and the likeness to one of its questions, from which a fact without a flaw is told.
const SETTLED: f32 = 0.7;
/// How far below the best score no fact is told beside it.
const FAR: f32 = 0.2;

/// Likeness to a question of the record from which an answer is as good as the record's own.
pub(super) const EXACT_LIKENESS: f32 = 0.95;

/// The share of a question of which a fact speaks that speaks of all of it, rounding aside.
pub(super) const WHOLE: f32 = 0.999;

/// Likeness to a question of a fact from which a question is that one, whatever it seems to take for granted.
pub(super) const OWN_QUESTION: f32 = 0.8;

/// The facts that come near a question, ranked when they are first asked for.
pub(super) type Ranking<'k, F> = LazyCell<Vec<Hit<'k>>, F>;

/// The facts that fit best, best first; equal ones in the order of their ids.
pub(super) fn rank<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<Hit<'k>> {
    ranked_from(knowledge, reading, Ranked::Facts, FIRST_SCORED)
}

/// The claims that fit best, which contradict the preferred sources and are no facts; best first.
pub(super) fn rank_claims<'k>(knowledge: &'k Knowledge, reading: &Reading) -> Vec<Hit<'k>> {
    ranked_from(knowledge, reading, Ranked::Claims, FIRST_SCORED)
}

/// What is ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ranked {
    Facts,
    Claims,
}

/// The same, where it is asked after the first so many whether the rest can still matter.
fn ranked_from<'k>(knowledge: &'k Knowledge, reading: &Reading, what: Ranked, first: usize) -> Vec<Hit<'k>> {
    let total: f32 = reading.terms.iter().map(|term| term.weight).sum();
    if reading.terms.iter().all(|term| term.feature.is_none()) || total <= 0.0 {
        return Vec::new();
    }
    let scorer = Scorer::new(knowledge, reading, total);
    let mut overlap = Overlap::default();
    let index = knowledge.index();
    let is_wanted = |place| index.is_claim(place) == (what == Ranked::Claims);
    let candidates = candidates(index, &reading.terms, &scorer.asked, scorer.dates.year(), is_wanted);
    let mut hits: Vec<Hit<'k>> = Vec::with_capacity(candidates.len());
    for (at, candidate) in candidates.into_iter().enumerate() {
        if at >= first && at % OFTEN == 0 && scorer.is_settled(&hits, candidate.share()) {
            break;
        }
        hits.push(scorer.hit(candidate, &mut overlap));
    }
    hits.sort_unstable_by(|one, other| {
        other.score.partial_cmp(&one.score).unwrap_or(Ordering::Equal).then_with(|| one.fact.id.cmp(&other.fact.id))
    });
    own_first(&mut hits);
    hits
}

/// Puts the fact first of which the question is one of its own in other words, where the first is only like it: "criticism" need
/// not be said in the sentence that gives it.
fn own_first(hits: &mut [Hit<'_>]) {
    let is_own = |hit: &Hit<'_>| {
        hit.ask >= EXACT_LIKENESS
            && hit.coverage >= WHOLE
            && hit.missing.is_empty()
            && hit.flaws == Flaws::NONE
            && !hit.denies
    };
    let Some(first) = hits.first() else { return };
    let near = first.score - FAR;
    if first.ask < EXACT_LIKENESS
        && let Some(own) = hits.iter().position(|hit| hit.score > near && is_own(hit))
    {
        hits[..=own].rotate_right(1);
    }
}

/// Everything of a question that is the same for all facts.
struct Scorer<'k, 'r> {
    knowledge: &'k Knowledge,
    index: &'k Index,
    reading: &'r Reading,
    /// The persons whom it names.
    persons: Named,
    /// The body at whose seat something was signed, and where that is.
    venue: Option<(EntityKey, &'static str)>,
    /// Its words and names.
    asked: Asked,
    /// What they weigh.
    total: f32,
    /// The same with what is asked for.
    total_with_wants: f32,
    /// The dates that it names.
    dates: Dates,
    /// What is asked for by a question word.
    wants: Wants,
    /// What is asked for by a question of a fact, and by both, by the number of what that question asks for.
    wanted: [Weights; Wants::COUNT],
    /// The number that is asked for, if one is.
    number: Option<Number>,
    /// The article or paragraph that it asks for by its number.
    article: Option<Article>,
    /// Whether it asks who reports something, which says nothing of what is so: "which newspaper asked how it might join?"
    asks_for_a_source: bool,
    /// Whether it denies something.
    is_negative: bool,
    /// The kind of answer that it asks for.
    kind: AskedKind<'r>,
    /// The countries that it describes ("a Gulf state").
    described: Option<Described>,
}

/// What of a question a fact has and what it lacks.
#[derive(Default)]
struct Shares {
    /// The weight of what the fact has.
    covered: f32,
    /// The weight of what its sentence says.
    said: f32,
    /// How many things the fact has.
    held: usize,
    /// The weight of the rarest name that it has.
    rarest_name: f32,
    /// The weight of what a "which" or "how many" asks for and it lacks.
    lacked_target: f32,
    /// How many names it lacks that the knowledge does not have.
    strangers: usize,
    /// The entities that it lacks.
    missing: Missing,
}

impl<'k, 'r> Scorer<'k, 'r> {
    fn new(knowledge: &'k Knowledge, reading: &'r Reading, total: f32) -> Self {
        let index = knowledge.index();
        let wants = Wants::of(|intent| reading.wants(intent));
        Self {
            described: Described::of(knowledge, reading),
            knowledge,
            index,
            reading,
            persons: reading.named(knowledge, EntityKind::Person),
            venue: venue(knowledge, reading),
            asked: Asked::new(index, &reading.terms),
            total,
            total_with_wants: (0..wants.count()).fold(total, |total, _| total + ASKED_FOR),
            dates: Dates::of(knowledge, reading),
            wants,
            wanted: Wants::all().map(|of_fact| wanted(wants, of_fact)),
            number: Number::of(knowledge, reading),
            article: article(&reading.tokens),
            asks_for_a_source: asks_for_a_source(knowledge, reading),
            is_negative: is_turned(&reading.tokens, reading.cues.iter().map(|cue| (cue.first, cue.means))),
            kind: AskedKind::of(knowledge, reading, wants),
        }
    }

    /// Whether no fact that shares so little, or less, can come near to the best of those that have been scored: near enough to be
    /// told beside it, or to make it less certain. Where the best one may not be told, all may stand against the question.
    fn is_settled(&self, hits: &[Hit<'_>], share: f32) -> bool {
        let mut best: Option<&Hit<'_>> = None;
        let mut second = f32::MIN;
        for hit in hits {
            if best.is_none_or(|it| hit.score > it.score) {
                second = best.map_or(second, |it| it.score.max(second));
                best = Some(hit);
            } else {
                second = second.max(hit.score);
            }
        }
        let Some(best) = best else { return false };
        let fits = best.coverage >= SETTLED && best.ask >= SETTLED && best.missing.is_empty() && !best.denies;
        // What fits a description speaks of more of the question than it shares words with it.
        let is_clear = best.flaws == Flaws::NONE
            && self.described.is_none()
            && self.reading.mentions.iter().all(|it| it.entities.len() == 1);
        let most = self.most(share);
        fits && is_clear && most < best.score - FAR && (most < second || most < best.score - CLEAR_MARGIN)
    }

    /// The highest score that a fact can have which shares so much weight with the question.
    #[expect(clippy::cast_precision_loss, reason = "there are seven question words")]
    fn most(&self, share: f32) -> f32 {
        let both = share + ASKED_FOR * self.wants.count() as f32;
        let likeness = 2.0 * both / (both + self.total_with_wants);
        let kinds = self.kind.most() + if self.dates.is_empty() { 0.0 } else { DATE_FITS };
        (COVERAGE_SHARE + TEXT_SHARE) * share / self.total + ASK_SHARE * likeness + kinds
    }

    fn hit(&self, candidate: Candidate, overlap: &mut Overlap) -> Hit<'k> {
        let place = candidate.place();
        // The fact itself is far away in memory: for most, its profile tells enough.
        let fact = &self.knowledge.facts()[place];
        let profile = self.index.profile_at(place);
        self.asked.compare(profile, candidate.has, profile.asks.iter().map(|ask| self.wanted(*ask)), overlap);
        let ask = overlap.asks.iter().map(|weights| self.likeness(*weights)).fold(0.0, f32::max);
        let (denial, denied) =
            if self.names_another_person(profile) { None } else { self.best_denial(profile, ask) }.unzip();
        let ask = denial.unwrap_or(ask);
        if let Some(denied) = denied {
            self.asked.add_denied(denied, overlap);
        }
        let is_there = |(_, seat): &(EntityKey, &str)| fact.place.as_ref().is_some_and(|place| place == seat);
        let venue = self.venue.filter(is_there).map(|(body, _)| body);
        let shares = self.shares(profile, overlap, venue);
        let (coverage, text) = (shares.covered / self.total, shares.said / self.total);
        let (date_score, other_date) = self.dates.fit(fact, profile.traits.years);
        let compounds = self.compounds_of(profile);
        let flaws = Flaws {
            no_figure: self.number.is_some_and(|number| !number.is_in(profile.traits.figures)),
            no_money: self.number == Some(Number::Money) && !Number::Money.is_in(profile.traits.figures),
            no_target: shares.lacked_target > 0.0,
            other_date,
            other_article: self.article.is_some_and(|article| !profile.names_article(article)),
        };
        let of_another_article = if flaws.other_article { OTHER_ARTICLE } else { 0.0 };
        let plain = COVERAGE_SHARE * coverage + ASK_SHARE * ask + TEXT_SHARE * text;
        let kind = self.kind.fit(fact, profile.traits);
        let missing = shares.missing;
        // What the question speaks of besides the names that the fact lacks.
        let named = self.reading.terms.iter().filter(|term| term.entity.is_some_and(|it| missing.contains(&it)));
        let lacking: f32 = if missing.is_empty() { 0.0 } else { named.map(|term| term.weight).sum() };
        let named_only = lacking > MOST_LACKING * self.total;
        let fit = if named_only { 0.0 } else { plain * self.total / (self.total - lacking) + kind };
        let strange: f32 = (0..shares.strangers).map(|_| MISSING_ENTITY).sum();
        let lacks = missing.iter().map(|_| MISSING_ENTITY).sum::<f32>() + strange;
        Hit {
            fact,
            score: plain + kind + date_score - lacks - of_another_article - OTHER_OWNER * (1.0 - compounds),
            fit,
            coverage,
            ask,
            text,
            kind,
            date: date_score,
            total: self.total,
            held: shares.held,
            rarest_name: shares.rarest_name,
            strangers: shares.strangers,
            denies: denial.is_some(),
            missing,
            compounds,
            flaws,
            lacked_target: shares.lacked_target,
        }
    }

    /// What of the question the fact has and what it lacks; a venue it need not name.
    fn shares(&self, profile: Profile<'_>, overlap: &Overlap, venue: Option<EntityKey>) -> Shares {
        let mut shares = Shares::default();
        let met = self.readings_met(overlap);
        let described = self.described.as_ref().filter(|it| it.fits(profile));
        for (term, place) in self.asked.places(&self.reading.terms, overlap) {
            if place.in_text {
                shares.said += term.weight;
            }
            if place.is_shared() {
                shares.held += 1;
                if term.entity.is_some() {
                    shares.rarest_name = shares.rarest_name.max(term.weight);
                }
            }
            if term.entity.is_some_and(|entity| met.contains(&entity)) {
                shares.covered += term.weight;
                continue;
            }
            if !place.is_shared() && term.feature.zip(described).is_some_and(|(it, described)| described.is_said_by(it))
            {
                shares.covered += term.weight;
                shares.held += 1;
                continue;
            }
            if place.is_shared() {
                shares.covered += term.weight;
            } else {
                if term.is_target {
                    shares.lacked_target = shares.lacked_target.max(term.weight);
                }
                let is_name = term.is_proper_noun || (term.entity.is_some() && term.feature.is_none());
                shares.strangers += usize::from(is_name);
            }
            // A figure is of the countries that its sentence names, not of those that are only concerned.
            let is_country = |key: EntityKey| self.knowledge.entity_at(key).kind == EntityKind::Country;
            let is_figure = self.wants.has(Intent::HowMany) && term.entity.is_some_and(is_country);
            let is_there = if is_figure { place.is_said() } else { place.is_shared() };
            if !is_there {
                shares.missing.extend(term.entity.filter(|&it| Some(it) != venue));
            }
        }
        shares
    }

    /// The entities that a name may mean of which the fact has one: "Cohen" is met by either.
    fn readings_met(&self, overlap: &Overlap) -> Vec<EntityKey> {
        let mut met = Vec::new();
        for mention in self.reading.mentions.iter().filter(|mention| mention.entities.len() > 1) {
            let is_of_it = |term: &Term| term.entity.is_some_and(|it| mention.entities.contains(&it));
            let mut readings = self.asked.places(&self.reading.terms, overlap).filter(|(term, _)| is_of_it(term));
            if readings.any(|(_, place)| place.is_shared()) {
                met.extend(&mention.entities);
            }
        }
        met
    }

    /// Whether a person is named of whom the fact does not speak: what it corrects is of others.
    fn names_another_person(&self, profile: Profile<'_>) -> bool {
        let is_other = |&person: &EntityKey| {
            let feature = self.index.feature_of_entity(person);
            feature.is_none_or(|feature| !profile.has(feature) && !profile.denies().iter().any(|it| it.has(feature)))
        };
        !profile.denies().is_empty() && self.persons.iter().any(is_other)
    }

    /// The thing that the fact corrects to which the question is most like, and how like. What is untrue of it, which is what the
    /// fact and its questions do not say, must be said.
    fn best_denial<'p>(&self, profile: Profile<'p>, ask: f32) -> Option<(f32, &'p Denial)> {
        // "Was the law repealed?" is not "the law is in force": it says what the fact says and the other does not.
        let says_no_more = |denial: &Denial| {
            if !self.reading.is_yes_or_no() {
                return true;
            }
            let words = self.reading.terms.iter().filter(|term| term.entity.is_none());
            words.filter_map(|term| term.feature).all(|feature| denial.has(feature) || !profile.says(feature))
        };
        // What is untrue of Kazakhstan is not asked of the accords; a day tells as well what is asked about.
        let is_of_it = |denial: &Denial| {
            let main = profile.traits.first.filter(|&it| !self.knowledge.is_subject(it) && !self.knowledge.is_side(it));
            let main = main.and_then(|entity| self.index.feature_of_entity(entity));
            !self.dates.is_empty() || main.is_none_or(|main| !denial.has(main) || self.asked.has(main))
        };
        // "Which interpreter sat in on the call?" asks for something rare of which neither the fact nor what is untrue of it speaks.
        let speaks_of_target = |denial: &Denial| {
            let is_rare = |term: &&Term| term.is_target && term.entity.is_none() && term.weight > PLAIN_TARGET;
            let mut targets = self.reading.terms.iter().filter(is_rare);
            targets.all(|term| term.feature.is_some_and(|it| denial.has(it) || profile.has(it)))
        };
        let is_said = |denial: &&Denial| {
            let has = |word: &CompactString| self.reading.tokens.iter().any(|token| token.folded == *word);
            // "When did it open?" is untrue of what never did, without a word for it.
            let is_statement = denial.ask.wants.count() == 0;
            let is_marked = || !is_statement || denial.marks.is_empty() || denial.marks.iter().any(has);
            denial.is_negative == self.is_negative
                && denial.untrue.iter().all(|&feature| self.asked.has(feature))
                && (!denial.untrue.is_empty() || (is_marked() && says_no_more(denial)))
                && !self.asks_for_a_source
                && is_of_it(denial)
                && speaks_of_target(denial)
        };
        let likeness = |denial| self.likeness(self.asked.compare_denial(denial, self.wanted(denial.ask)));
        let denials = profile.denies().iter().filter(is_said).map(|denial| (likeness(denial), denial));
        let is_denied = |(likeness, denial): &(f32, &Denial)| {
            // Where only the order of the words is untrue, likeness tells little.
            let more = if denial.untrue.is_empty() { CLEARLY_A_DENIAL } else { 0.0 };
            *likeness >= LEAST_DENIAL && *likeness > ask + more
        };
        denials.filter(is_denied).max_by(|(one, _), (other, _)| one.total_cmp(other))
    }

    #[expect(clippy::cast_precision_loss, reason = "a question has few words")]
    fn compounds_of(&self, profile: Profile<'_>) -> f32 {
        let asked = &self.reading.compounds;
        if asked.is_empty() {
            return 1.0;
        }
        let found = asked.iter().filter(|pair| profile.compounds().binary_search(pair).is_ok()).count();
        found as f32 / asked.len() as f32
    }

    /// What a question of a fact weighs, and has in common with the question, by what both ask for.
    fn wanted(&self, ask: Ask) -> Weights {
        let Weights { both, own } = self.wanted[ask.wants.number()];
        Weights { both, own: ask.weight + own }
    }

    /// Dice's coefficient over weights: twice what both have, over what each has. A feature weighs as in the question, where
    /// the question has it.
    fn likeness(&self, weights: Weights) -> f32 {
        // "Has any of them left?" is like every short question.
        if weights.own < LEAST_ASK { 0.0 } else { 2.0 * weights.both / (weights.own + self.total_with_wants) }
    }
}

/// The weights of what a question and one of a fact ask for by their question words.
#[expect(clippy::cast_precision_loss, reason = "there are seven question words")]
fn wanted(by_question: Wants, by_fact: Wants) -> Weights {
    let own = if by_question.count() > 0 { ASKED_FOR * by_fact.count() as f32 } else { 0.0 };
    Weights { both: ASKED_FOR * by_question.shared_with(by_fact) as f32, own }
}

/// The body at whose seat something was signed ("at the White House"), and where that is: a fact of that town need not name it.
fn venue(knowledge: &Knowledge, reading: &Reading) -> Option<(EntityKey, &'static str)> {
    if !reading.steps().contains(&Step::Signed) {
        return None;
    }
    let word = |at: usize| reading.tokens.get(at).map_or("", |token| token.folded.as_str());
    let is_place =
        |name: &Mention| name.first > 1 && word(name.first - 1) == "the" && matches!(word(name.first - 2), "at" | "on");
    let is_only_a_place = |&body: &EntityKey| {
        let mut names = reading.mentions.iter().filter(|name| name.entities[..] == [body]);
        names.all(is_place)
    };
    let body = reading.named(knowledge, EntityKind::Organisation).into_iter().find(is_only_a_place)?;
    Some((body, seat_of(knowledge, body)?))
}

/// Whether a question asks for a newspaper or the like.
fn asks_for_a_source(knowledge: &Knowledge, reading: &Reading) -> bool {
    let asks = |token: &Token| matches!(token.folded.as_str(), "which" | "what" | "whose");
    let mut pairs = reading.tokens.windows(2);
    pairs.any(|pair| asks(&pair[0]) && knowledge.index().is_of_kind(&pair[1].folded, WordKind::Reporter))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::read;

    /// Facts that may be told, and one more, whose score tells how clear the best is.
    const SEEN: usize = 3;

    #[test]
    fn what_is_not_scored_would_not_be_told() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let mut spared = 0;
        for question in knowledge.facts().iter().filter_map(|fact| fact.asks.iter().last()) {
            let reading = read(&knowledge, question);
            let (short, whole) =
                (rank(&knowledge, &reading), ranked_from(&knowledge, &reading, Ranked::Facts, usize::MAX));
            spared += whole.len() - short.len();
            let best = whole.first().map_or(0.0, |hit| hit.score);
            let near = |hits: &[Hit<'_>]| -> Vec<_> {
                let hits = hits.iter().take(SEEN).take_while(|hit| best - hit.score < FAR);
                hits.map(|hit| (hit.fact.key, hit.score.to_bits())).collect()
            };
            assert_eq!(near(&short), near(&whole), "{question}");
        }
        assert!(spared > 0);
    }
}

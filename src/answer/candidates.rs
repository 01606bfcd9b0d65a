//! The facts that share most with a question: the only ones that are scored in full.

use std::mem;

use super::overlap::Asked;
use crate::knowledge::index::Index;
use crate::knowledge::model::FactKey;
use crate::question::Term;

/// Facts that are scored in full; the others share too little with the question to win. With a third more, 5 of 6,900 questions
/// more are answered right, none less is answered wrong, and a question takes a tenth longer.
const SCORED: usize = 48;

/// Facts that are kept before all but the best [`SCORED`] are thrown out: the more, the more seldom that has to be done, and the
/// later it is known what shares too little. Between three and six times as many a question takes the same.
const KEPT: usize = 4 * SCORED;

/// Facts that are looked at together: few enough for the best of the first ones to spare most of the work on the rest, and
/// for a question to need no memory of the size of the knowledge.
const BLOCK: usize = 512;

/// How many times as long it takes to look for a fact in a list as to walk over an entry of it.
const SEARCH: usize = 6;

/// How many facts with a term are looked at to see whether enough are wanted: nearly all are, or hardly any.
const SOME: usize = SCORED + SCORED / 4;

/// A sum of weights that is smaller than another one by less than this share may be equal to it when it is added up in another
/// order.
const ROUNDING: f32 = 1e-4;

/// A term of the question that facts have.
struct Posting<'k> {
    weight: f32,
    /// The bit of its feature: see [`Candidate::has`].
    bit: u64,
    /// The facts with it that are still to be looked at, in their order.
    rest: &'k [FactKey],
}

impl<'k> Posting<'k> {
    /// The facts before this place; most often they are few, and looked for in twice as many each time.
    fn take_before(&mut self, place: usize) -> &'k [FactKey] {
        let is_before = |key: &FactKey| key.index() < place;
        let mut reach = 1;
        while self.rest.get(reach).is_some_and(is_before) {
            reach *= 2;
        }
        let (from, to) = (reach / 2, self.rest.len().min(reach));
        let count = from + self.rest[from..to].partition_point(is_before);
        let (taken, rest) = self.rest.split_at(count);
        self.rest = rest;
        taken
    }
}

/// A fact that is scored in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Candidate {
    packed: Packed,
    /// Which of the features of the question the fact may have, by their places in [`Asked`], a bit each; of those from the
    /// 64th on it is not told.
    pub(super) has: u64,
}

impl Candidate {
    /// The place of the fact.
    pub(super) fn place(self) -> usize {
        self.packed.place()
    }

    /// The weight of the terms that it shares with the question.
    pub(super) fn share(self) -> f32 {
        self.packed.share()
    }
}

/// The wanted ones of so many facts that share most weight with the question, at most [`SCORED`], the largest share first; of
/// those that share equally those that speak of least besides, and of these the first ones.
///
/// Once enough facts are found, terms that together weigh less than the least of these ("Israel", "accords") cannot bring in
/// another fact by themselves: only facts with a heavier term are looked at (Turtle and Flood's `MaxScore`).
pub(super) fn candidates(
    index: &Index,
    facts: usize,
    terms: &[Term],
    asked: &Asked,
    is_wanted: impl Fn(usize) -> bool,
) -> Vec<Candidate> {
    let of_facts = |(term, slot): (&Term, Option<usize>)| {
        let bit = slot.and_then(|slot| 1u64.checked_shl(u32::try_from(slot).ok()?)).unwrap_or(0);
        Some(Posting { weight: term.weight, bit, rest: index.facts_with(term.feature?) })
    };
    let mut postings: Vec<Posting<'_>> = terms.iter().zip(asked.slots()).filter_map(of_facts).collect();
    let mut by_weight: Vec<usize> = (0..postings.len()).collect();
    by_weight.sort_by(|&one, &other| postings[one].weight.total_cmp(&postings[other].weight));
    let mut best = Best::at_least(sure_share(&postings, &by_weight, &is_wanted));
    let mut block = Block::default();
    let mut here: Vec<&[FactKey]> = Vec::with_capacity(postings.len());
    let mut start = 0;
    loop {
        let light = light_terms(&postings, &by_weight, best.least);
        let next = by_weight[light..].iter().filter_map(|&at| postings[at].rest.first()).min();
        let Some(next) = next else { break };
        // Up to there no fact has a heavier term.
        start = start.max(next.index() / BLOCK * BLOCK);
        let end = facts.min(start + BLOCK);
        here.clear();
        here.extend(postings.iter_mut().map(|posting| {
            posting.take_before(start);
            posting.take_before(end)
        }));
        let heavy: usize = by_weight[light..].iter().map(|&at| here[at].len()).sum();
        let all: usize = here.iter().map(|keys| keys.len()).sum();
        if all <= heavy * postings.len() * SEARCH {
            for (posting, keys) in postings.iter().zip(&here) {
                keys.iter().for_each(|key| block.add(key.index() - start, posting));
            }
        } else {
            // What the heavy terms bring in has its share added up term by term, in the order of the terms as above.
            for key in by_weight[light..].iter().flat_map(|&at| here[at]) {
                let at = key.index() - start;
                if block.lacks(at) {
                    let has = postings.iter().zip(&here).filter(|(_, keys)| keys.binary_search(key).is_ok());
                    has.for_each(|(posting, _)| block.add(at, posting));
                }
            }
        }
        block.empty(|at, share, has| {
            let place = start + at;
            if share >= best.least && is_wanted(place) {
                best.add(Candidate { packed: Packed::new(share, index.features_at(place), place), has });
            }
        });
        start = end;
    }
    best.finish()
}

/// A share that is less than those of the facts that will be found: the weight of a term that enough wanted facts have. Known
/// before the walk over all facts, it makes light what weighs less.
fn sure_share(postings: &[Posting<'_>], by_weight: &[usize], is_wanted: impl Fn(usize) -> bool) -> f32 {
    let has_enough = |posting: &&Posting<'_>| {
        let some = posting.rest.get(..SOME).unwrap_or(posting.rest);
        some.len() >= SCORED && some.iter().filter(|key| is_wanted(key.index())).count() >= SCORED
    };
    let heaviest = by_weight.iter().rev().map(|&at| &postings[at]).find(has_enough);
    heaviest.map_or(0.0, |posting| posting.weight * (1.0 - ROUNDING))
}

/// What facts that stand together share with the question.
struct Block {
    shares: [f32; BLOCK],
    had: [u64; BLOCK],
    /// Which of them share anything, a bit each: only those are looked at again.
    touched: [u64; BLOCK / u64::BITS as usize],
}

impl Default for Block {
    fn default() -> Self {
        Self { shares: [0.0; BLOCK], had: [0; BLOCK], touched: [0; BLOCK / u64::BITS as usize] }
    }
}

impl Block {
    fn add(&mut self, at: usize, posting: &Posting<'_>) {
        self.touched[at / u64::BITS as usize] |= 1 << (at % u64::BITS as usize);
        self.shares[at] += posting.weight;
        self.had[at] |= posting.bit;
    }

    /// Whether nothing was added for this one.
    fn lacks(&self, at: usize) -> bool {
        self.touched[at / u64::BITS as usize] & 1 << (at % u64::BITS as usize) == 0
    }

    /// Gives what was added, in the order of the facts, and forgets it.
    fn empty(&mut self, mut take: impl FnMut(usize, f32, u64)) {
        for (word, touched) in self.touched.iter_mut().enumerate() {
            while *touched != 0 {
                let at = word * u64::BITS as usize + touched.trailing_zeros() as usize;
                *touched &= *touched - 1;
                take(at, mem::take(&mut self.shares[at]), mem::take(&mut self.had[at]));
            }
        }
    }
}

/// How many of the terms, the lightest first, weigh less together than a share that is too small.
fn light_terms(postings: &[Posting<'_>], by_weight: &[usize], too_small: f32) -> usize {
    let mut sum = 0.0;
    by_weight
        .iter()
        .take_while(|&&at| {
            sum += postings[at].weight;
            sum < too_small * (1.0 - ROUNDING)
        })
        .count()
}

/// The largest shares seen so far, with the places of their facts.
struct Best {
    /// At most [`KEPT`].
    kept: Vec<Candidate>,
    /// No smaller share can still be among the largest.
    least: f32,
}

impl Best {
    fn at_least(least: f32) -> Self {
        Self { kept: Vec::with_capacity(KEPT), least }
    }

    fn add(&mut self, candidate: Candidate) {
        self.kept.push(candidate);
        if self.kept.len() == KEPT {
            self.throw_out();
            self.least = self.kept.iter().max().map_or(0.0, |last| last.packed.share());
        }
    }

    fn throw_out(&mut self) {
        if self.kept.len() > SCORED {
            self.kept.select_nth_unstable(SCORED);
            self.kept.truncate(SCORED);
        }
    }

    /// The facts with the largest shares, the largest first.
    fn finish(mut self) -> Vec<Candidate> {
        self.throw_out();
        self.kept.sort_unstable();
        self.kept
    }
}

/// A share, of how much its fact speaks, and the place of the fact: the better the smaller. As one number it compares in one step;
/// the bits of floating-point numbers that are not negative have the order of the numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Packed(u64);

impl Packed {
    /// How many bits a place has.
    const PLACE: u32 = 24;

    fn new(share: f32, features: usize, place: usize) -> Self {
        let place = u32::try_from(place).ok().filter(|place| place >> Self::PLACE == 0);
        let place = place.expect("a knowledge has far fewer than 2^24 facts");
        let features = u8::try_from(features).unwrap_or(u8::MAX);
        Self(u64::from(!share.to_bits()) << 32 | u64::from(features) << Self::PLACE | u64::from(place))
    }

    fn share(self) -> f32 {
        f32::from_bits(!((self.0 >> 32) as u32))
    }

    fn place(self) -> usize {
        (self.0 & ((1 << Self::PLACE) - 1)) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::Knowledge;
    use crate::question::read;

    /// All facts by what they share with the question, without any short cut.
    fn by_share(knowledge: &Knowledge, terms: &[Term]) -> Vec<FactKey> {
        let mut shares: Vec<(f32, FactKey)> = knowledge.facts().iter().map(|fact| (0.0, fact.key)).collect();
        let size = |key: FactKey| knowledge.index().features_at(key.index());
        for term in terms {
            for key in term.feature.iter().flat_map(|&feature| knowledge.index().facts_with(feature)) {
                shares[key.index()].0 += term.weight;
            }
        }
        shares.retain(|(share, _)| *share > 0.0);
        shares
            .sort_by(|one, other| other.0.total_cmp(&one.0).then((size(one.1), one.1).cmp(&(size(other.1), other.1))));
        shares.into_iter().take(SCORED).map(|(_, key)| key).collect()
    }

    #[test]
    fn the_facts_that_share_most_are_found() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        for question in [
            "When did Bahrain sign the Abraham Accords?",
            "Israel",
            "accords",
            "Which airline flew first from Tel Aviv to Abu Dhabi, and when did flights to Bahrain and Morocco start?",
            "What did the United States give Sudan, and did Israel and the Emirates help?",
            "nothing known",
        ] {
            let reading = read(&knowledge, question);
            let asked = Asked::new(knowledge.index(), &reading.terms);
            let found = candidates(knowledge.index(), knowledge.facts().len(), &reading.terms, &asked, |_| true);
            let mut found: Vec<FactKey> = found.into_iter().map(|it| knowledge.facts()[it.place()].key).collect();
            let mut expected = by_share(&knowledge, &reading.terms);
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{question}");
        }
    }
}

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

/// The numbers of the bits of so many facts.
const WORDS: usize = BLOCK / u64::BITS as usize;

/// How many facts with a term are looked at to see whether enough are wanted: nearly all are, or hardly any.
const SOME: usize = SCORED + SCORED / 4;

/// Weights are counted in so small parts of a nat that sums of them need no rounding: they are the same in whatever order they
/// are added up.
const PARTS: f32 = 65_536.0;

/// A term of the question that facts have.
struct Posting<'k> {
    /// In [`PARTS`].
    weight: u32,
    /// The bit of its feature: see [`Candidate::has`].
    bit: u64,
    /// Those of the facts with it that are still to be looked at.
    rest: Rest<'k>,
}

/// Facts in their order.
#[derive(Clone, Copy)]
enum Rest<'k> {
    /// One by one.
    Few(&'k [FactKey]),
    /// A bit for each fact from the next one on.
    Many(&'k [u64]),
}

impl<'k> Posting<'k> {
    fn new(index: &'k Index, term: &Term, slot: Option<usize>) -> Option<Self> {
        let feature = term.feature?;
        let few = || Rest::Few(index.facts_with(feature));
        Some(Self {
            weight: in_parts(term.weight),
            bit: slot.and_then(|slot| 1u64.checked_shl(u32::try_from(slot).ok()?)).unwrap_or(0),
            rest: index.bits_of(feature).map_or_else(few, Rest::Many),
        })
    }

    /// A place before which no fact has the term, if one from `start` on may have it.
    fn next(&self, start: usize) -> Option<usize> {
        match self.rest {
            Rest::Few(keys) => keys.first().map(|key| key.index()),
            Rest::Many(bits) => (!bits.is_empty()).then_some(start),
        }
    }

    /// The facts before `end`, of those that are left from `start` on.
    fn take(&mut self, start: usize, end: usize) -> Rest<'k> {
        match &mut self.rest {
            Rest::Few(keys) => Rest::Few(take_before(keys, end)),
            Rest::Many(bits) => {
                let words = (end - start).div_ceil(u64::BITS as usize).min(bits.len());
                let (taken, rest) = bits.split_at(words);
                *bits = rest;
                Rest::Many(taken)
            }
        }
    }
}

/// Takes the facts before this place; most often they are few, and looked for in twice as many each time.
fn take_before<'k>(keys: &mut &'k [FactKey], place: usize) -> &'k [FactKey] {
    let is_before = |key: &FactKey| key.index() < place;
    let mut reach = 1;
    while keys.get(reach).is_some_and(is_before) {
        reach *= 2;
    }
    let (from, to) = (reach / 2, keys.len().min(reach));
    let count = from + keys[from..to].partition_point(is_before);
    let (taken, rest) = keys.split_at(count);
    *keys = rest;
    taken
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights are a few nats")]
fn in_parts(weight: f32) -> u32 {
    (weight * PARTS).round() as u32
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

    /// The weight of the terms that it shares with the question, in nats.
    #[expect(clippy::cast_precision_loss, reason = "a rounded share is as good")]
    pub(super) fn share(self) -> f32 {
        self.packed.share() as f32 / PARTS
    }
}

/// The wanted ones of so many facts that share most weight with the question, at most [`SCORED`], the largest share first; of
/// those that share equally those that name the year of the question, then those that speak of least besides, and of these the
/// first ones.
///
/// Once enough facts are found, terms that together weigh less than the least of these ("Israel", "accords") cannot bring in
/// another fact by themselves: only facts with a heavier term are looked at (Turtle and Flood's `MaxScore`).
pub(super) fn candidates(
    index: &Index,
    terms: &[Term],
    asked: &Asked,
    year: Option<i16>,
    is_wanted: impl Fn(usize) -> bool,
) -> Vec<Candidate> {
    let of_facts = |(term, slot)| Posting::new(index, term, slot);
    let mut postings: Vec<Posting<'_>> = terms.iter().zip(asked.slots()).filter_map(of_facts).collect();
    postings.sort_by_key(|posting| posting.weight);
    let mut best = Best::at_least(sure_share(index, terms, &is_wanted));
    let mut block = Block::default();
    let mut start = 0;
    loop {
        let light = light_terms(&postings, best.least);
        let Some(next) = postings[light..].iter().filter_map(|posting| posting.next(start)).min() else { break };
        // Up to there no fact has a heavier term.
        let skipped = next / BLOCK * BLOCK;
        if skipped > start {
            for posting in &mut postings {
                posting.take(start, skipped);
            }
            start = skipped;
        }
        let end = start + BLOCK;
        for (at, posting) in postings.iter_mut().enumerate().rev() {
            let here = posting.take(start, end);
            block.add(posting, here, start, at >= light);
        }
        block.empty(|at, share, has| {
            let place = start + at;
            if share >= best.least && is_wanted(place) {
                let is_of_another_year = year.is_some_and(|year| !index.traits_at(place).years.may_have(year));
                let packed = Packed::new(share, is_of_another_year, index.features_at(place), place);
                best.add(Candidate { packed, has });
            }
        });
        start = end;
    }
    best.finish()
}

/// A share that is not more than those of the facts that will be found: the weight of a term that enough wanted facts have. Known
/// before the walk over all facts, it makes light what weighs less.
fn sure_share(index: &Index, terms: &[Term], is_wanted: impl Fn(usize) -> bool) -> u32 {
    let has_enough = |term: &&Term| {
        let keys = term.feature.map_or(&[][..], |feature| index.facts_with(feature));
        let some = keys.get(..SOME).unwrap_or(keys);
        some.len() >= SCORED && some.iter().filter(|key| is_wanted(key.index())).count() >= SCORED
    };
    let enough = terms.iter().filter(has_enough);
    enough.map(|term| in_parts(term.weight)).max().unwrap_or(0)
}

/// What facts that stand together share with the question.
struct Block {
    shares: [u32; BLOCK],
    had: [u64; BLOCK],
    /// Which of them share anything, a bit each: only those are looked at again.
    touched: [u64; WORDS],
}

impl Default for Block {
    fn default() -> Self {
        Self { shares: [0; BLOCK], had: [0; BLOCK], touched: [0; WORDS] }
    }
}

impl Block {
    /// Adds a term to the facts that have it: to all if it is heavy, else only to those that have a heavier one.
    fn add(&mut self, posting: &Posting<'_>, facts: Rest<'_>, start: usize, is_heavy: bool) {
        match facts {
            Rest::Few(keys) => {
                for at in keys.iter().map(|key| key.index() - start) {
                    let (word, bit) = (at / u64::BITS as usize, 1 << (at % u64::BITS as usize));
                    if is_heavy {
                        self.touched[word] |= bit;
                    }
                    if self.touched[word] & bit != 0 {
                        self.add_to(at, posting);
                    }
                }
            }
            Rest::Many(bits) => {
                for (word, &bits) in bits.iter().enumerate() {
                    if is_heavy {
                        self.touched[word] |= bits;
                    }
                    each_bit(bits & self.touched[word], |bit| self.add_to(word * u64::BITS as usize + bit, posting));
                }
            }
        }
    }

    fn add_to(&mut self, at: usize, posting: &Posting<'_>) {
        self.shares[at] += posting.weight;
        self.had[at] |= posting.bit;
    }

    /// Gives what was added, in the order of the facts, and forgets it.
    fn empty(&mut self, mut take: impl FnMut(usize, u32, u64)) {
        for (word, touched) in mem::take(&mut self.touched).into_iter().enumerate() {
            each_bit(touched, |bit| {
                let at = word * u64::BITS as usize + bit;
                take(at, mem::take(&mut self.shares[at]), mem::take(&mut self.had[at]));
            });
        }
    }
}

/// Does something with the number of each bit that is set, the lowest first.
fn each_bit(mut bits: u64, mut each: impl FnMut(usize)) {
    while bits != 0 {
        each(bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// How many of the terms, the lightest first, weigh less together than a share that is too small.
fn light_terms(postings: &[Posting<'_>], too_small: u32) -> usize {
    let sums = postings.iter().scan(0, |sum, posting| {
        *sum += posting.weight;
        Some(*sum)
    });
    sums.take_while(|sum| *sum < too_small).count()
}

/// The largest shares seen so far, with the places of their facts.
struct Best {
    /// At most [`KEPT`].
    kept: Vec<Candidate>,
    /// No smaller share can still be among the largest.
    least: u32,
}

impl Best {
    fn at_least(least: u32) -> Self {
        Self { kept: Vec::with_capacity(KEPT), least }
    }

    fn add(&mut self, candidate: Candidate) {
        self.kept.push(candidate);
        if self.kept.len() == KEPT {
            self.throw_out();
            self.least = self.kept.iter().max().map_or(0, |last| last.packed.share());
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

/// A share, whether its fact is of another year than the question, of how much it speaks, and its place: the better the smaller.
/// As one number it compares in one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Packed(u64);

impl Packed {
    /// How many bits a place has.
    const PLACE: u32 = 23;

    fn new(share: u32, is_of_another_year: bool, features: usize, place: usize) -> Self {
        let place = u32::try_from(place).ok().filter(|place| place >> Self::PLACE == 0);
        let place = place.expect("a knowledge has far fewer than 2^23 facts");
        let features = u8::try_from(features).unwrap_or(u8::MAX);
        let rest =
            u32::from(is_of_another_year) << (Self::PLACE + u8::BITS) | u32::from(features) << Self::PLACE | place;
        Self(u64::from(!share) << u32::BITS | u64::from(rest))
    }

    fn share(self) -> u32 {
        !((self.0 >> u32::BITS) as u32)
    }

    fn place(self) -> usize {
        (self.0 & ((1 << Self::PLACE) - 1)) as usize
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Reverse;

    use super::*;
    use crate::knowledge::Knowledge;
    use crate::question::read;

    /// All facts by what they share with the question, without any short cut.
    fn by_share(knowledge: &Knowledge, terms: &[Term]) -> Vec<FactKey> {
        let mut shares: Vec<(u32, FactKey)> = knowledge.facts().iter().map(|fact| (0, fact.key)).collect();
        let size = |key: FactKey| knowledge.index().features_at(key.index());
        for term in terms {
            for key in term.feature.iter().flat_map(|&feature| knowledge.index().facts_with(feature)) {
                shares[key.index()].0 += in_parts(term.weight);
            }
        }
        shares.retain(|(share, _)| *share > 0);
        shares.sort_by_key(|&(share, key)| (Reverse(share), size(key), key));
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
            let found = candidates(knowledge.index(), &reading.terms, &asked, None, |_| true);
            let mut found: Vec<FactKey> = found.into_iter().map(|it| knowledge.facts()[it.place()].key).collect();
            let mut expected = by_share(&knowledge, &reading.terms);
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected, "{question}");
        }
    }
}

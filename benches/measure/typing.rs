//! What people type: names letter by letter, and slips of the finger.

use accords::knowledge::model::{Entity, Knowledge};
use fastrand::Rng;

/// Words shorter than this are left alone: one letter less and they are other words.
const SHORTEST_SLIP: usize = 5;

/// The fewest letters that are typed before a suggestion can be more than a guess.
const FEWEST_LETTERS: usize = 2;

/// One state of a field in which somebody types a name.
#[derive(Clone)]
pub struct Keystroke<'k> {
    /// What stands there.
    pub typed: String,
    /// What is meant.
    pub meant: &'k Entity,
}

/// So many states of fields in which names of entities are typed, each entity as likely as any; every other one has a slip
/// if `slips`.
pub fn keystrokes<'k>(knowledge: &'k Knowledge, count: usize, slips: bool, rng: &mut Rng) -> Vec<Keystroke<'k>> {
    let mut typed = Vec::new();
    while typed.len() < count {
        let meant = &knowledge.entities()[rng.usize(..knowledge.entities().len())];
        let letters: Vec<char> = meant.name.chars().collect();
        let so_far: String = letters[..rng.usize(FEWEST_LETTERS.min(letters.len())..=letters.len())].iter().collect();
        let slipped = if slips && typed.len() % 2 == 1 { slip(&so_far, rng) } else { Some(so_far) };
        typed.extend(slipped.map(|typed| Keystroke { typed, meant }));
    }
    typed
}

/// A text with one letter of one word left out, doubled, replaced, or changed with its neighbour; none where all words are
/// too short.
pub fn slip(text: &str, rng: &mut Rng) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_inner = |at: usize| {
        let before = letters[..at].iter().rev().take_while(|c| c.is_alphabetic()).count();
        let after = letters[at..].iter().take_while(|c| c.is_alphabetic()).count();
        before > 0 && after > 1 && before + after >= SHORTEST_SLIP
    };
    let places: Vec<usize> = (0..letters.len()).filter(|&at| is_inner(at)).collect();
    let at = *rng.choice(&places)?;
    let mut slipped = letters.clone();
    match rng.u8(..4) {
        0 => drop(slipped.remove(at)),
        1 => slipped.insert(at, letters[at]),
        2 => slipped[at] = rng.lowercase(),
        _ => slipped.swap(at, at + 1),
    }
    let slipped: String = slipped.into_iter().collect();
    (slipped != text).then_some(slipped)
}

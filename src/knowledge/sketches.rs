//! A few bytes of each name, side by side: names are completed among thousands at each keystroke, and to look at each name
//! itself would take most of the time.

use serde::{Deserialize, Serialize};

use super::lists::Lists;
use super::model::Entity;
use super::names::Name;
use super::vocabulary::EntityKind;
use crate::text::similarity::LetterCounts;

/// The bytes of the beginning of a name that a sketch holds: as many as count for closeness.
pub const BEGINNING: usize = 4;

/// Characters at the beginning of a name whose letters a sketch has by themselves, for what is typed is compared with a beginning:
/// about as many as the first few keystrokes give, as a word has, and as two have.
pub const BEGINNINGS: [usize; 3] = [4, 8, 16];

/// What of a name is looked at first.
#[derive(Clone, Copy, Debug)]
pub struct Sketch {
    /// Which letters its [`BEGINNINGS`] have, and last which it has: see [`LetterCounts::kinds`].
    pub letters: [u32; BEGINNINGS.len() + 1],
    /// Its first bytes: see [`beginning`].
    pub beginning: u32,
    /// How many characters it has, or the most that fit here.
    pub chars: u16,
    /// Its place among all names.
    pub name: u32,
}

/// The sketches of the names of each kind, in the order in which names that fit equally well are offered: the shorter ones
/// first, then by the name of the entity.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Sketches {
    /// The places of the names of each kind among all.
    names: Lists<u32>,
    #[serde(skip)]
    drawn: Lists<Sketch>,
    /// The letters of the same names: looked at next, and the names themselves, which are far apart in memory, only then.
    #[serde(skip)]
    letters: Lists<LetterCounts>,
}

impl Sketches {
    /// Puts the names in their order; the sketches are still to be drawn.
    pub(super) fn new(names: &[Name], entities: &[Entity]) -> Self {
        let of_kind = |kind: EntityKind| {
            let of_kind = (0..).zip(names).filter(|(_, name)| name.kind == kind);
            let mut places: Vec<(u32, &Name)> = of_kind.collect();
            places.sort_by_key(|(_, name)| (name.key.len(), entities[name.entity.index()].name.as_str(), name.entity));
            places.into_iter().map(|(at, _)| at).collect()
        };
        Self { names: EntityKind::ALL.iter().copied().map(of_kind).collect(), ..Self::default() }
    }

    /// Draws the sketch of each name. They are not written: bits do not deflate.
    pub(super) fn draw(&mut self, names: &[Name]) {
        self.drawn = self.names.map(|&at| sketch(&names[at as usize], at));
        self.letters = self.names.map(|&at| LetterCounts::of(&names[at as usize].key));
    }

    /// The sketches of the names of a kind, each with the letters of the name.
    pub(super) fn of_kind(&self, kind: EntityKind) -> impl Iterator<Item = (&Sketch, &LetterCounts)> {
        let place = EntityKind::ALL.iter().position(|&it| it == kind);
        let (drawn, letters) = place.map_or_else(Default::default, |at| (self.drawn.get(at), self.letters.get(at)));
        drawn.iter().zip(letters)
    }
}

fn sketch(name: &Name, at: u32) -> Sketch {
    let letters_of = |most: usize| LetterCounts::of(name.beginning(most).unwrap_or(&name.key)).kinds();
    let [few, more, most] = BEGINNINGS.map(letters_of);
    Sketch {
        letters: [few, more, most, letters_of(usize::MAX)],
        beginning: beginning(&name.key),
        chars: u16::try_from(name.chars).unwrap_or(u16::MAX),
        name: at,
    }
}

/// The first bytes of a word as a number whose lowest bits are the first byte; 0 in the place of those that it lacks.
pub fn beginning(word: &str) -> u32 {
    let mut bytes = [0; BEGINNING];
    bytes.iter_mut().zip(word.bytes()).for_each(|(to, from)| *to = from);
    u32::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_beginning_is_a_number_of_its_own() {
        assert_eq!(beginning("ab"), u32::from(b'a') | u32::from(b'b') << 8);
        assert_eq!(beginning("abcde"), beginning("abcdf"));
        assert_eq!(beginning(""), 0);
    }
}

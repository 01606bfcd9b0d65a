//! Where each letter of a short ASCII word stands.

/// The longest words whose letters have a bit each.
pub(super) const LONGEST: usize = u64::BITS as usize;

/// How many ASCII characters there are.
const CHARACTERS: usize = 1 << 7;

/// For each ASCII character its places in a word, a bit each, the first one lowest.
pub(super) struct Places([u64; CHARACTERS]);

impl Places {
    /// Of a word of at most [`LONGEST`] ASCII letters.
    pub(super) fn of(word: &[u8]) -> Self {
        debug_assert!(word.len() <= LONGEST, "longer words have no bit for each letter");
        let mut places = [0; CHARACTERS];
        for (at, letter) in word.iter().enumerate() {
            places[usize::from(*letter) % CHARACTERS] |= 1 << at;
        }
        Self(places)
    }

    /// The places of a letter.
    pub(super) fn get(&self, letter: u8) -> u64 {
        self.0[usize::from(letter) % CHARACTERS]
    }
}

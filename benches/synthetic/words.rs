//! Which words of the knowledge an edition renames, and the words that take their place.

use compact_str::CompactString;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use accords::text::normalise::fold;
use fastrand::Rng;

/// A word that more entities than this have in a name is a general one ("bank", "agreement", "bin") and stays.
const MOST_NAMED: usize = 3;

/// A word that no more facts than this have is a rare one.
const MOST_FACTS: usize = 2;

/// Shorter words are too few to be replaced by new ones.
const SHORTEST: usize = 4;

/// The exponent of Heaps' law, by which the words of a text of n words grow as n to this power; 0.4 to 0.6 in English.
const HEAPS: f64 = 0.6;

/// Attempts at a word of the same length that is not taken, before it gets a letter more.
const ATTEMPTS: usize = 40;

const VOWELS: &[u8] = b"aaaaeeeeeiiiooou";
const CONSONANTS: &[u8] = b"bbccdddffgghhhjkklllmmmnnnnppqrrrrsssstttttvvwxyz";

/// Every word of a text in small letters.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// What the shipped knowledge shows of its words.
#[derive(Default)]
pub struct Usage {
    /// The entities that have a word in a name, by their ids.
    pub named: BTreeMap<String, BTreeSet<String>>,
    /// How many facts have a word.
    pub facts: BTreeMap<String, usize>,
    /// Words that are a name by themselves.
    pub whole_names: BTreeSet<String>,
    /// The words of names that all editions share.
    pub shared: BTreeSet<String>,
    /// The words of cues and synonyms.
    pub taught: BTreeSet<String>,
}

/// The words to be replaced, and those in use.
pub struct Words {
    names: BTreeSet<String>,
    rare: BTreeMap<String, Vec<String>>,
    /// All words, as the program compares them.
    taken: HashSet<CompactString>,
    /// The letters of each script but Latin, for new words in it.
    letters: BTreeMap<u32, Vec<char>>,
}

impl Words {
    /// The words of names, and the rare ones.
    pub fn new(usage: &Usage) -> Self {
        let is_own = |word: &String, who: &BTreeSet<String>| {
            !usage.shared.contains(word) && (who.len() <= MOST_NAMED || usage.whole_names.contains(word))
        };
        let names = usage.named.iter().filter(|(word, who)| is_own(word, who));
        let names: BTreeSet<String> = names.map(|(word, _)| word.clone()).collect();
        let stays = |word: &String| {
            usage.shared.contains(word) || usage.taught.contains(word) || usage.named.contains_key(word)
        };
        let rare = usage
            .facts
            .iter()
            .filter(|&(word, &facts)| facts <= MOST_FACTS && word.chars().count() >= SHORTEST && !stays(word));
        let rare = rare.map(|(word, _)| (word.clone(), vec![word.clone()])).collect();
        let known = usage.named.keys().chain(usage.facts.keys()).chain(&usage.shared).chain(&usage.taught);
        let taken: HashSet<CompactString> = known.map(|word| fold(word)).collect();
        let mut letters: BTreeMap<u32, BTreeSet<char>> = BTreeMap::new();
        for letter in usage.named.keys().flat_map(|word| word.chars()).filter(|c| !c.is_ascii()) {
            letters.entry(script(letter)).or_default().insert(letter);
        }
        let letters = letters.into_iter().map(|(script, of)| (script, of.into_iter().collect())).collect();
        Self { names, rare, taken, letters }
    }

    /// The words that one edition puts for others; `number` is 1 for the first edition after the shipped one.
    ///
    /// Every word of a name gets a new one. A rare word gets a new one, or one that an earlier edition had for it, so often
    /// that the number of different words follows Heaps' law.
    pub fn edition(&mut self, number: u32, rng: &mut Rng) -> HashMap<String, String> {
        let mut renamed = HashMap::new();
        for word in self.names.clone() {
            let singular = word.strip_suffix('s').and_then(|singular| renamed.get(singular));
            let plural = singular.map(|new: &String| format!("{new}s")).filter(|new| self.taken.insert(fold(new)));
            let new = plural.unwrap_or_else(|| self.new_word(&word, rng));
            renamed.insert(word, new);
        }
        let share_of_new = HEAPS * f64::from(number + 1).powf(HEAPS - 1.0);
        let rare: Vec<String> = self.rare.keys().cloned().collect();
        for word in rare {
            let is_new = rng.f64() < share_of_new;
            let new = if is_new { Some(self.new_word(&word, rng)) } else { None };
            let variants = self.rare.get_mut(&word).expect("it is one of the keys");
            let chosen = new.clone().unwrap_or_else(|| variants[rng.usize(..variants.len())].clone());
            variants.extend(new);
            renamed.insert(word, chosen);
        }
        renamed
    }

    /// A word that nothing has: of the same length and the same sequence of vowels and consonants, so that it can be said.
    pub fn new_word(&mut self, like: &str, rng: &mut Rng) -> String {
        let mut pattern: Vec<char> = like.chars().collect();
        loop {
            for _ in 0..ATTEMPTS {
                let word: String = pattern.iter().map(|&letter| self.letter(letter, rng)).collect();
                if self.taken.insert(fold(&word)) {
                    return word;
                }
            }
            pattern.push(if pattern.last().is_some_and(|&c| is_vowel(c)) { 'n' } else { 'a' });
        }
    }

    fn letter(&self, like: char, rng: &mut Rng) -> char {
        let one_of = |letters: &[u8], rng: &mut Rng| char::from(letters[rng.usize(..letters.len())]);
        match self.letters.get(&script(like)) {
            Some(letters) if !like.is_ascii() => letters[rng.usize(..letters.len())],
            _ if is_vowel(like) => one_of(VOWELS, rng),
            _ => one_of(CONSONANTS, rng),
        }
    }
}

/// A block of letters that belong together.
fn script(letter: char) -> u32 {
    u32::from(letter) >> 8
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u')
}

/// A text with its words replaced, each written as the one before: small, with a capital, or all in capitals.
pub fn replace(text: &str, renamed: &HashMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphabetic) {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let word = &rest[..end];
        match renamed.get(&word.to_lowercase()) {
            Some(new) => out.push_str(&written_like(new, word)),
            None => out.push_str(word),
        }
        rest = &rest[end..];
    }
    out + rest
}

fn written_like(new: &str, old: &str) -> String {
    if old.chars().count() > 1 && !old.chars().any(char::is_lowercase) {
        return new.to_uppercase();
    }
    let mut letters = new.chars();
    match letters.next() {
        Some(first) if old.starts_with(char::is_uppercase) => first.to_uppercase().chain(letters).collect(),
        _ => new.to_owned(),
    }
}

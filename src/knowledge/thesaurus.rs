//! Words that mean the same, and words that say the opposite.

use compact_str::CompactString;
use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use crate::text::phrases::Phrases;
use crate::text::tokens::{Token, tokenise, words};

/// The synonyms and the opposites of the knowledge, by their stems.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Thesaurus {
    /// For each stem but the first of its list, the first.
    synonyms: FnvHashMap<CompactString, CompactString>,
    /// For each phrase of several words, the stem that stands for it.
    phrases: Phrases<CompactString>,
    /// For each stem, in the place of its synonyms, those that say the opposite.
    opposites: FnvHashMap<CompactString, Vec<CompactString>>,
}

impl Thesaurus {
    /// From lists of words that mean the same, and pairs of lists of which each word of the one is the opposite of each of the
    /// other.
    pub(super) fn new(synonyms: &[Vec<String>], opposites: &[(Vec<String>, Vec<String>)]) -> Self {
        let mut thesaurus = Self { synonyms: synonyms_of(synonyms), phrases: phrases_of(synonyms), ..Self::default() };
        for (one, other) in opposites {
            let (one, other) = (thesaurus.stems(one), thesaurus.stems(other));
            for (these, those) in [(&one, &other), (&other, &one)] {
                for stem in these {
                    thesaurus.opposites.entry(stem.clone()).or_default().extend(those.iter().cloned());
                }
            }
        }
        thesaurus
    }

    /// The stems that stand for words.
    fn stems(&self, words: &[String]) -> Vec<CompactString> {
        let tokens = words.iter().flat_map(|word| tokenise(word));
        tokens.map(|token| CompactString::from(self.canonical(&token.stem))).collect()
    }

    /// The stem that stands for it and its synonyms.
    pub(super) fn canonical<'s>(&'s self, stem: &'s str) -> &'s str {
        self.synonyms.get(stem).map_or(stem, CompactString::as_str)
    }

    /// The stems that say the opposite of this one.
    pub(super) fn opposites_of(&self, stem: &str) -> &[CompactString] {
        self.opposites.get(self.canonical(stem)).map_or(&[], Vec::as_slice)
    }

    /// See [`super::index::Index::unify`].
    pub(super) fn unify(&self, tokens: &mut [Token]) {
        for (first, count, stem) in self.phrases.find(tokens) {
            // A longer phrase may have taken the words already.
            if tokens[first..first + count].iter().any(|token| token.stem.is_empty()) {
                continue;
            }
            tokens[first].stem.clone_from(stem);
            tokens[first].unified = true;
            tokens[first + 1..first + count].iter_mut().for_each(|token| token.stem.clear());
        }
    }
}

/// Each stem of a list of synonyms -> the stem of the first; phrases are left to [`phrases_of`].
fn synonyms_of(lists: &[Vec<String>]) -> FnvHashMap<CompactString, CompactString> {
    let mut synonyms = FnvHashMap::default();
    for list in lists {
        let tokens = list.iter().map(|words| tokenise(words));
        let stems: Vec<CompactString> =
            tokens.filter(|tokens| tokens.len() == 1).map(|tokens| tokens[0].stem.clone()).collect();
        for stem in stems.iter().skip(1) {
            synonyms.insert(stem.clone(), stems[0].clone());
        }
    }
    synonyms
}

/// The phrases of several words in the lists of synonyms -> the stem of the first word of their list; longest first.
fn phrases_of(lists: &[Vec<String>]) -> Phrases<CompactString> {
    let mut found = Vec::new();
    for list in lists {
        let single = list.iter().map(|words| tokenise(words)).find(|tokens| tokens.len() == 1);
        let Some(canonical) = single.map(|tokens| tokens[0].stem.clone()) else { continue };
        let several = list.iter().map(|phrase| words(phrase)).filter(|words| words.len() > 1);
        found.extend(several.map(|words| (words, canonical.clone())));
    }
    found.sort_by_key(|(words, _): &(Vec<CompactString>, CompactString)| (usize::MAX - words.len(), words.clone()));
    let mut phrases = Phrases::default();
    for (words, stem) in found {
        phrases.add(words, stem);
    }
    phrases
}

#[cfg(test)]
mod tests {
    use super::*;

    fn thesaurus() -> Thesaurus {
        let words = |list: &[&str]| list.iter().map(|&word| word.to_owned()).collect::<Vec<_>>();
        let synonyms = [words(&["open", "inaugurate", "cut the ribbon"]), words(&["close", "shut"])];
        Thesaurus::new(&synonyms, &[(words(&["inaugurate"]), words(&["close"]))])
    }

    #[test]
    fn a_synonym_has_the_opposites_of_its_list() {
        let thesaurus = thesaurus();
        let of = |word: &str| thesaurus.opposites_of(&tokenise(word)[0].stem).to_vec();
        assert_eq!((of("opened"), of("inaugurated")), (vec!["close".into()], vec!["close".into()]));
        assert_eq!(of("shut"), ["open"]);
        assert!(of("sign").is_empty());
    }

    #[test]
    fn a_phrase_takes_the_stem_of_its_list() {
        let mut tokens = tokenise("who cut the ribbon there");
        thesaurus().unify(&mut tokens);
        let stems: Vec<&str> = tokens.iter().map(|token| token.stem.as_str()).collect();
        assert_eq!(stems, ["who", "open", "", "", "there"]);
    }
}

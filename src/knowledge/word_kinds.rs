//! Which words are of a kind: "promised" of a plan, "newspaper" of who reports.

use compact_str::CompactString;
use fnv::FnvHashMap;
use serde::{Deserialize, Serialize};

use super::vocabulary::WordKind;

/// The kinds of each word that has one.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct WordKinds(FnvHashMap<CompactString, Vec<WordKind>>);

impl WordKinds {
    /// From words, folded, with their kind.
    pub(super) fn new<'w>(words: impl IntoIterator<Item = (WordKind, &'w str)>) -> Self {
        let mut kinds = Self::default();
        for (kind, word) in words {
            kinds.0.entry(word.into()).or_default().push(kind);
        }
        kinds
    }

    /// Whether a word, folded, is of the kind.
    pub(super) fn has(&self, word: &str, kind: WordKind) -> bool {
        self.0.get(word).is_some_and(|kinds| kinds.contains(&kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_may_be_of_several_kinds() {
        let kinds = WordKinds::new([(WordKind::Plan, "asked"), (WordKind::Wish, "asked"), (WordKind::Plan, "due")]);
        assert!(kinds.has("asked", WordKind::Plan) && kinds.has("asked", WordKind::Wish));
        assert!(
            kinds.has("due", WordKind::Plan) && !kinds.has("due", WordKind::Wish) && !kinds.has("ask", WordKind::Plan)
        );
    }
}

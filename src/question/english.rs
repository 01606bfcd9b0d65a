//! Which words are English: they are never taken for misspelt names ("lunch" for launch, "titan" for Tiran).

use std::sync::LazyLock;

use fastbloom::BloomFilter;

/// A Bloom filter over an English word list, made by `build.rs`: of the words that are not in the list one in a thousand passes for one,
/// which leaves one typo in a thousand uncorrected.
static ENGLISH: LazyLock<BloomFilter> = LazyLock::new(|| {
    let bytes = include_bytes!(concat!(env!("OUT_DIR"), "/english.bin"));
    postcard::from_bytes(bytes).expect("build.rs wrote it with the same libraries")
});

/// Whether a folded word is English.
///
/// ```
/// use accords::question::english::is_english;
/// assert!(is_english("lunch"));
/// assert!(!is_english("bahrian"));
/// ```
pub fn is_english(word: &str) -> bool {
    ENGLISH.contains(word)
}

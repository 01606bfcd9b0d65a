//! Words that say little in any English text, from the lists of stopwords-iso.
//!
//! `build.rs` wrote them down: the package has the lists of sixty languages, which would be a megabyte of the program.

/// The words.
pub(crate) fn general_words() -> impl Iterator<Item = &'static str> {
    include_str!(concat!(env!("OUT_DIR"), "/general.txt")).lines()
}

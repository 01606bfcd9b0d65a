//! Text without a subject: cleaning, tokens, stems, similarity, and how the lists of numbers that come of them are written.
//! Knows nothing of the accords.

pub mod differences;
pub mod headline;
mod jaro_winkler;
pub mod months;
pub mod normalise;
pub mod numbers;
mod osa;
pub mod phrases;
mod places;
pub mod similarity;
pub mod stem;
pub mod tokens;
pub mod trie;

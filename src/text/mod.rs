//! Text without a subject: cleaning, tokens, stems, similarity. Knows nothing of the accords.

pub mod differences;
pub mod headline;
mod jaro_winkler;
pub mod months;
pub mod normalise;
pub mod numbers;
mod osa;
pub mod phrases;
pub mod similarity;
pub mod stem;
pub mod tokens;
pub mod trie;

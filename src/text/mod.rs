//! Text without a subject: cleaning, tokens, stems, similarity. Knows nothing of the accords.

pub mod headline;
pub mod months;
pub mod normalise;
pub mod phrases;
pub mod similarity;
pub mod stem;
pub mod tokens;

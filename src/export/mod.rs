//! The whole knowledge in formats that other programs read. Pure: the same knowledge gives the same bytes.

pub use self::csv::csv;
pub use self::ics::{calendar, ics};
pub use self::json::json;

mod csv;
mod ics;
mod json;

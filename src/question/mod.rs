//! Text -> what it asks: names, dates, intents, steps, and the words that matter.

use jiff::civil::Date;

pub use self::follow_up::follow_up;
pub use self::reading::{Named, Reading, read, read_sentence};
pub use self::terms::{Term, Told};

pub mod asides;
pub mod claims;
pub mod cues;
pub mod english;
mod follow_up;
pub mod forms;
pub mod framing;
pub mod listed;
mod missions;
mod named_documents;
pub mod names;
pub mod parts;
mod reading;
pub mod spelling;
mod tags;
mod terms;
pub mod words;

/// A question as asked.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The text as typed.
    pub text: &'a str,
    /// The day on which it is asked; the core reads no clock.
    pub today: Date,
    /// Answer as things stood on this day.
    pub as_of: Option<Date>,
    /// The question before it in the same conversation, on which it may lean ("and Bahrain?").
    pub earlier: Option<&'a str>,
}

impl<'a> Question<'a> {
    /// A question asked today, about now.
    pub fn new(text: &'a str, today: Date) -> Self {
        Self { text, today, as_of: None, earlier: None }
    }

    /// The same question, asked after another.
    #[must_use]
    pub fn after(self, earlier: Option<&'a str>) -> Self {
        Self { earlier, ..self }
    }
}

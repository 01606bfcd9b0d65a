//! What answering needs, shared by everything that answers.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::knowledge::Knowledge;

/// The knowledge in use and the clock.
///
/// The knowledge is swapped whole: an answer that has begun keeps the one it began with.
#[derive(Debug)]
pub struct App {
    knowledge: RwLock<Arc<Knowledge>>,
    today: fn() -> Date,
}

impl App {
    /// An app that answers from `knowledge` and takes the day from `today`.
    pub fn new(knowledge: Knowledge, today: fn() -> Date) -> Self {
        Self { knowledge: RwLock::new(Arc::new(knowledge)), today }
    }

    /// The knowledge to answer from.
    pub fn knowledge(&self) -> Arc<Knowledge> {
        // A poisoned lock still guards a whole `Arc`: nothing is ever changed in place.
        Arc::clone(&self.knowledge.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Answers from `knowledge` from now on.
    pub fn swap(&self, knowledge: Knowledge) {
        *self.knowledge.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(knowledge);
    }

    /// The day it is.
    pub fn today(&self) -> Date {
        (self.today)()
    }
}

/// The day it is in UTC.
pub fn utc_today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

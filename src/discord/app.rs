//! What answering needs, shared by everything that answers.

use std::sync::{Arc, PoisonError, RwLock};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::config::Listening;
use crate::discord::daily::Daily;
use crate::discord::pressure::Pressure;
use crate::discord::records::{Keeping, Records};
use crate::knowledge::Knowledge;
use crate::store::GuildSettings;

/// The knowledge in use, the clock, what is kept, and how much may be asked.
///
/// The knowledge is swapped whole: an answer that has begun keeps the one it began with.
#[derive(Debug)]
pub struct App {
    knowledge: RwLock<Arc<Knowledge>>,
    today: fn() -> Date,
    records: Option<Records>,
    daily: Option<Daily>,
    pressure: Pressure,
    listening: Listening,
    right_to_left: bool,
}

impl App {
    /// An app that answers from `knowledge` and takes the day from `today`. It keeps nothing and limits nobody.
    pub fn new(knowledge: Knowledge, today: fn() -> Date) -> Self {
        let knowledge = RwLock::new(Arc::new(knowledge));
        Self {
            knowledge,
            today,
            records: None,
            daily: None,
            pressure: Pressure::new(None),
            listening: Listening::default(),
            right_to_left: false,
        }
    }

    /// The same app with a database.
    #[must_use]
    pub fn with_records(self, records: Records) -> Self {
        Self { records: Some(records), ..self }
    }

    /// The same app with daily posts.
    #[must_use]
    pub fn with_daily(self, daily: Daily) -> Self {
        Self { daily: Some(daily), ..self }
    }

    /// The same app with a limit of answers a minute for each person.
    #[must_use]
    pub fn with_pressure(self, pressure: Pressure) -> Self {
        Self { pressure, ..self }
    }

    /// The same app, listening to more than what is addressed to it.
    #[must_use]
    pub fn with_listening(self, listening: Listening) -> Self {
        Self { listening, ..self }
    }

    /// The same app, with descriptions of commands in Arabic and Hebrew, or without.
    #[must_use]
    pub fn with_right_to_left(self, right_to_left: bool) -> Self {
        Self { right_to_left, ..self }
    }

    /// Whether commands are described in Arabic and Hebrew too.
    pub fn right_to_left(&self) -> bool {
        self.right_to_left
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

    /// What is kept, if there is a database.
    pub fn records(&self) -> Option<&Records> {
        self.records.as_ref()
    }

    /// The daily posts, if there is a database.
    pub fn daily(&self) -> Option<&Daily> {
        self.daily.as_ref()
    }

    /// What is kept besides settings.
    pub fn keeping(&self) -> Keeping {
        self.records.as_ref().map(Records::keeping).unwrap_or_default()
    }

    /// What the managers of a server have set; the defaults elsewhere.
    pub fn settings(&self, guild: Option<u64>) -> GuildSettings {
        guild.zip(self.records.as_ref()).map(|(guild, records)| records.settings(guild)).unwrap_or_default()
    }

    /// How much may be asked.
    pub fn pressure(&self) -> &Pressure {
        &self.pressure
    }

    /// Where the bot takes what nobody addressed to it.
    pub fn listening(&self) -> &Listening {
        &self.listening
    }
}

/// The day it is in UTC.
pub fn utc_today() -> Date {
    Timestamp::now().to_zoned(TimeZone::UTC).date()
}

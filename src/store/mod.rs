//! What is kept: settings of servers, the daily posts, and, where the operator wants it, feedback and counts of unanswered
//! questions.
//!
//! Two traits, [`Store`] and [`daily::DailyStore`], with one implementation for SQLite and PostgreSQL ([`Sql`]): both take
//! the same statements. To add a table: a migration at the end of `migrations.rs`, methods in a trait, and their statements
//! in `sql.rs` or `daily_sql.rs`.

use std::fmt;
use std::time::Duration;

use async_trait::async_trait;
use jiff::civil::Date;

pub use self::sql::Sql;

pub mod daily;
mod daily_sql;
mod migrations;
mod sql;

/// What a server's managers have set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuildSettings {
    /// The channels in which the bot may answer; every one when empty.
    pub channels: Vec<u64>,
    /// Whether answers are shown to the asker alone, unless asked otherwise.
    pub private: bool,
}

/// A note that an answer is not right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// The server, so that leaving it deletes the note; none for direct messages.
    pub guild: Option<u64>,
    /// The ids of the facts that were told.
    pub facts: Vec<String>,
    /// What the person wrote.
    pub text: String,
    /// The day.
    pub day: Date,
}

/// A question that could not be answered, and how often it was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// Its words in a plain form.
    pub text: String,
    /// How often.
    pub times: u64,
    /// The last day, ISO.
    pub last: String,
}

/// Why something could not be kept or read.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address names no database that can be used.
    #[error("DATABASE_URL is no address of a SQLite or PostgreSQL database")]
    Address,
    /// The database refused or could not be reached.
    #[error("the database: {0}")]
    Database(#[from] sqlx::Error),
    /// The database is there and says nothing.
    #[error("the database did not answer in time")]
    Silent,
    /// The database was made by a later release.
    #[error("the database has version {found} and this release knows up to {known}; use a release that is as new")]
    Newer {
        /// The version found.
        found: i64,
        /// The latest known here.
        known: i64,
    },
}

/// What is kept. Every method may fail, and the bot answers all the same.
#[async_trait]
pub trait Store: fmt::Debug + Send + Sync {
    /// Makes the database ready: reaches it and brings its tables up to date.
    async fn ready(&self) -> Result<(), StoreError>;

    /// Whether the database answers now: reads something small from it.
    async fn ping(&self) -> Result<(), StoreError>;

    /// Closes the connections. What a database in a file keeps beside it is in it then, where no other process has it open.
    async fn close(&self);

    /// Takes the next turn to begin a session with the gateway, of those that Discord counts together as one `bucket`; the wait
    /// until then. Turns are `each` apart for all who share the database.
    async fn reserve_start(&self, bucket: u32, each: Duration) -> Result<Duration, StoreError>;

    /// What a server's managers have set; the defaults where nothing was set.
    async fn settings(&self, guild: u64) -> Result<GuildSettings, StoreError>;

    /// Keeps a server's settings in place of those it had.
    async fn put_settings(&self, guild: u64, settings: &GuildSettings) -> Result<(), StoreError>;

    /// Deletes all that is kept of a server.
    async fn forget(&self, guild: u64) -> Result<(), StoreError>;

    /// Keeps a note. The oldest go when there are very many.
    async fn add_feedback(&self, feedback: &Feedback) -> Result<(), StoreError>;

    /// The notes, the latest first.
    async fn feedback(&self, most: u32) -> Result<Vec<Feedback>, StoreError>;

    /// Counts a question that could not be answered. The rarest go when there are very many.
    async fn count_unanswered(&self, text: &str, day: Date) -> Result<(), StoreError>;

    /// The questions that could not be answered, the most frequent first.
    async fn unanswered(&self, most: u32) -> Result<Vec<Unanswered>, StoreError>;
}

/// What a database holds at most of notes and of questions: what people send must not fill the disk.
pub const MOST_KEPT: u32 = 10_000;

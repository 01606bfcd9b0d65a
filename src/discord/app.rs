//! What answering needs, shared by everything that answers.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, RwLock};
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::config::Listening;
use crate::discord::daily::Daily;
use crate::discord::owners::Owners;
use crate::discord::pressure::Pressure;
use crate::discord::records::{Keeping, Records};
use crate::discord::rest::Rest;
use crate::discord::threads::Threads;
use crate::knowledge::Knowledge;
use crate::ops::health::Health;
use crate::ops::metrics::{Limit, Metrics};
use crate::store::GuildSettings;

/// The knowledge in use, the clock, what is kept, and how much may be asked.
///
/// The knowledge is swapped whole: an answer that has begun keeps the one it began with.
#[derive(Debug)]
pub struct App {
    knowledge: RwLock<Arc<Knowledge>>,
    folder: Option<PathBuf>,
    /// Held while the knowledge is loaded anew, so that of two attempts the later one counts.
    pub(super) reloading: Mutex<()>,
    health: Health,
    owners: OnceLock<Owners>,
    threads: OnceLock<Threads>,
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
        let health = Health::default();
        health.knowledge(knowledge.version(), knowledge.facts().len());
        Self {
            knowledge: RwLock::new(Arc::new(knowledge)),
            folder: None,
            reloading: Mutex::default(),
            health,
            owners: OnceLock::new(),
            threads: OnceLock::new(),
            today,
            records: None,
            daily: None,
            pressure: Pressure::new(None),
            listening: Listening::default(),
            right_to_left: false,
        }
    }

    /// The same app, whose knowledge can be loaded anew from a folder; from none if it is built in.
    #[must_use]
    pub fn with_folder(self, folder: Option<PathBuf>) -> Self {
        Self { folder, ..self }
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

    /// The folder that the knowledge comes from; none if it is built in.
    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Answers from `knowledge` from now on.
    pub fn swap(&self, knowledge: Knowledge) {
        self.health.knowledge(knowledge.version(), knowledge.facts().len());
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

    /// What the managers of a server have set, and the defaults elsewhere; none when that is not known just now.
    pub fn settings(&self, guild: Option<u64>) -> Option<GuildSettings> {
        match guild.zip(self.records.as_ref()) {
            Some((guild, records)) => records.settings(guild),
            None => Some(GuildSettings::default()),
        }
    }

    /// Whether answers to commands are for the asker alone, unless asked otherwise. So they are where that is not known.
    pub fn answers_privately(&self, guild: Option<u64>) -> bool {
        self.settings(guild).is_none_or(|settings| settings.private)
    }

    /// Whether somebody may ask now; the wait until then if not.
    ///
    /// # Errors
    /// With the wait.
    pub fn may_ask(&self, person: u64, server: Option<u64>) -> Result<(), Duration> {
        self.pressure.ask(person, server).inspect_err(|_| self.metrics().limit(Limit::Answers))
    }

    /// Whether somebody who types may have suggestions now.
    pub fn may_type(&self, person: u64) -> bool {
        let may = self.pressure.suggest(person);
        if !may {
            self.metrics().limit(Limit::Suggestions);
        }
        may
    }

    /// What the process is able to do just now.
    pub fn health(&self) -> &Health {
        &self.health
    }

    /// What is counted.
    pub fn metrics(&self) -> &Metrics {
        self.health.metrics()
    }

    /// Lets answers ask Discord: what the bot may do, whose it is, and what a thread belongs to. Only the first call counts;
    /// must be made within a runtime, which does the waiting.
    pub(crate) fn connect(&self, rest: &Arc<Rest>) {
        if let Some(daily) = &self.daily {
            daily.connect(rest);
        }
        // A second one would be the same.
        let _ = self.owners.set(Owners::new(Arc::clone(rest)));
        let _ = self.threads.set(Threads::new(Arc::clone(rest)));
    }

    /// Whose the bot is; none where there is no Discord to ask.
    pub(crate) fn owners(&self) -> Option<&Owners> {
        self.owners.get()
    }

    /// The channel that a thread belongs to; none where it is no thread or there is no Discord to ask.
    pub(crate) fn parent(&self, channel: u64) -> Option<u64> {
        self.threads.get()?.parent(channel)
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

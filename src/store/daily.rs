//! What is kept for the daily posts: which channels get them, and the ledger of what became of each.
//!
//! A row of the ledger is the post of a channel and a local date. It is the only memory of what was posted, so a date is
//! posted at most once whatever happens to clocks, zones and processes.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::{Date, Time};

use super::StoreError;

/// A channel that gets a post each day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    /// The channel; it has at most one.
    pub channel: u64,
    /// Its server.
    pub guild: u64,
    /// The time of day.
    pub time: Time,
    /// The zone, by its IANA name.
    pub zone: String,
    /// What is posted on a day without an event, and how.
    pub manner: Manner,
    /// Why it gets none for now.
    pub paused: Option<String>,
    /// When the next slot is due, by what was known when it was written down.
    pub next: Timestamp,
    /// The date of that slot.
    pub next_day: Date,
}

/// How a channel wants its posts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Manner {
    /// On a day without an event: the nearest day that has one, in place of nothing.
    pub nearest: bool,
    /// Without a notification.
    pub silent: bool,
}

/// A row of the ledger by its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SlotKey {
    /// The channel.
    pub channel: u64,
    /// The local date.
    pub day: Date,
}

/// What became of a slot, or is to become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotState {
    /// To be posted; nothing has been sent.
    Waiting,
    /// A request may have been sent, and whether it arrived is not known.
    Unsure,
    /// Posted.
    Posted,
    /// The day has nothing to tell, and the channel wants nothing then.
    Quiet,
    /// The bot could not post it in time.
    Missed,
    /// It may have been posted, and the channel's messages cannot be read to find out. It is never sent again.
    Unconfirmed,
    /// Discord refused it.
    Refused,
    /// The subscription was paused, changed or stopped before it went out.
    Dropped,
}

impl SlotState {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Waiting,
        Self::Unsure,
        Self::Posted,
        Self::Quiet,
        Self::Missed,
        Self::Unconfirmed,
        Self::Refused,
        Self::Dropped,
    ];

    /// As it is written down.
    pub fn word(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Unsure => "unsure",
            Self::Posted => "posted",
            Self::Quiet => "quiet",
            Self::Missed => "missed",
            Self::Unconfirmed => "unconfirmed",
            Self::Refused => "refused",
            Self::Dropped => "dropped",
        }
    }

    /// The state of a word.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }

    /// Whether something is still to be done.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Waiting | Self::Unsure)
    }
}

/// A row of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    /// Which one.
    pub key: SlotKey,
    /// The server of the channel.
    pub guild: u64,
    /// When it was due.
    pub due: Timestamp,
    /// How it is to be posted.
    pub manner: Manner,
    /// What became of it.
    pub state: SlotState,
    /// How many attempts were begun.
    pub tries: u32,
    /// When the latest attempt was begun. That those before it came to nothing was found out by then.
    pub tried: Option<Timestamp>,
    /// The message, where it is known.
    pub message: Option<u64>,
    /// Why it came to this.
    pub note: Option<String>,
}

/// A subscription whose slot has come, and the slot after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// The subscription as it was read.
    pub subscription: Subscription,
    /// What to write into the ledger; none when the slot has moved and is not due yet.
    pub state: Option<SlotState>,
    /// When the next slot is due.
    pub next: Timestamp,
    /// The date of that slot.
    pub next_day: Date,
}

/// How an open slot goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Settled {
    /// It is done, in this state.
    Done {
        /// What became of it.
        state: SlotState,
        /// The message, where there is one.
        message: Option<u64>,
        /// Why it came to this.
        note: Option<String>,
    },
    /// It is tried again later.
    Later {
        /// Whether an attempt may have arrived.
        unsure: bool,
        /// Not before this.
        again: Timestamp,
    },
}

/// The subscriptions and the ledger.
///
/// Times come from [`DailyStore::clock`], which is the same for all who share a database.
#[async_trait]
pub trait DailyStore: std::fmt::Debug + Send + Sync {
    /// The time by the database's clock, or by the machine's where the database is a file on it.
    async fn clock(&self) -> Result<Timestamp, StoreError>;

    /// The subscriptions of a server, by channel.
    async fn subscriptions(&self, guild: u64) -> Result<Vec<Subscription>, StoreError>;

    /// Keeps a subscription in place of the one that the channel had. A slot of it that waits is dropped.
    async fn subscribe(&self, subscription: &Subscription) -> Result<(), StoreError>;

    /// Ends a subscription; whether there was one. A slot of it that waits is dropped.
    async fn unsubscribe(&self, guild: u64, channel: u64) -> Result<bool, StoreError>;

    /// Pauses a channel's posts, for this reason. A slot that waits is dropped.
    async fn pause(&self, channel: u64, reason: &str) -> Result<(), StoreError>;

    /// The subscriptions whose slot is due, the longest due first.
    async fn due(&self, now: Timestamp, most: u32) -> Result<Vec<Subscription>, StoreError>;

    /// The subscriptions of channels after this one, in order, to look at each of them.
    async fn all_after(&self, channel: Option<u64>, most: u32) -> Result<Vec<Subscription>, StoreError>;

    /// Writes slots into the ledger, where they are not yet, and moves their subscriptions on to the next slot; all of
    /// them or none. What was changed by somebody else in the meantime stays.
    async fn open(&self, openings: &[Opening]) -> Result<(), StoreError>;

    /// Takes open slots that nobody works on, the longest due first. They belong to `owner` until the lease ends.
    async fn claim(&self, owner: &str, now: Timestamp, lease: Duration, most: u32) -> Result<Vec<Slot>, StoreError>;

    /// Writes down that a slot is about to be sent, and renews its lease; false when it does not belong to `owner` any more.
    async fn begin(&self, owner: &str, key: SlotKey, now: Timestamp, lease: Duration) -> Result<bool, StoreError>;

    /// Writes down how a slot goes on, and gives it back. Only its owner can, but that it was posted is taken from anybody.
    async fn settle(&self, owner: &str, key: SlotKey, settled: &Settled) -> Result<(), StoreError>;

    /// Sets aside time for so many posts, this long each, in a row behind those of everybody else; when the first may go.
    async fn reserve(&self, now: Timestamp, posts: u32, each: Duration) -> Result<Timestamp, StoreError>;

    /// The latest slots of a channel, the latest first.
    async fn slots(&self, channel: u64, most: u32) -> Result<Vec<Slot>, StoreError>;

    /// Forgets closed slots that were due before this.
    async fn prune(&self, before: Timestamp) -> Result<(), StoreError>;
}

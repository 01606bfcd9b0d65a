//! Daily posts: what happened on this day, at the chosen hour, exactly once.
//!
//! [`plan`] says when a post is due (pure), [`zones`] which time zones there are, [`ledger`] which posts are to be made and
//! by whom, and [`post`] makes them, through an [`Outlet`] that this room knows nothing of.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::store::daily::{Manner, SlotKey};

pub mod ledger;
pub mod plan;
pub mod post;
pub mod zones;

/// Where posts go.
#[async_trait]
pub trait Outlet: std::fmt::Debug + Send + Sync {
    /// Whether there is something to tell on a date.
    fn tells(&self, day: Date, manner: Manner) -> bool;

    /// Sends the post of a slot, with one request; the message's id.
    async fn send(&self, slot: SlotKey, manner: Manner, most: Duration) -> Result<u64, SendError>;

    /// The message of a slot among those that the channel got since then; none when there is none for certain.
    async fn find(&self, slot: SlotKey, since: Timestamp) -> Result<Option<u64>, FindError>;
}

/// Why a post was not made, or may not have been.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// It was not made, and may be later.
    #[error("it was not sent: {why}")]
    NotSent {
        /// Not before that long.
        wait: Duration,
        /// The cause.
        why: String,
    },
    /// It may have been made.
    #[error("whether it arrived is not known: {0}")]
    Unsure(String),
    /// The channel does not take it: gone, or closed to the bot. The text says what to do.
    #[error("{0}")]
    Closed(String),
    /// It was refused for a fault of its own, so the next one may be taken.
    #[error("{0}")]
    Faulty(String),
    /// Nothing will be taken any more.
    #[error("nothing can be sent any more")]
    Over,
}

/// Why a channel could not be looked through.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FindError {
    /// It cannot be read, now or later, or not far enough.
    #[error("{0}")]
    Unreadable(String),
    /// It may be readable later.
    #[error("{0}")]
    Passing(String),
    /// Nothing can be read any more.
    #[error("nothing can be read any more")]
    Over,
}

//! Channels as the daily posts know them: a message goes in, and can be found again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;
use serenity::all::Permissions;
use tokio::sync::OnceCell;

use super::content;
use super::wording::{NO_HISTORY, closed, unreadable};
use crate::daily::{FindError, Outlet, SendError};
use crate::discord::app::App;
use crate::discord::limits;
use crate::discord::message::Outgoing;
use crate::discord::permissions;
use crate::discord::rest::{Rest, RestError};
use crate::store::daily::{Manner, SlotKey};

/// Pages of a channel's messages that are looked through. A channel with more messages than that since the latest
/// attempt cannot be read to the end.
const PAGES: usize = 10;
/// Posts that are kept ready: at one time there are three dates in the world, each with or without the nearest day.
const READY: usize = 8;
/// The wait after so many refusals that no more requests are made, and for a channel that refused lately.
const REFUSED_A_LOT: Duration = Duration::from_mins(2);
/// Milliseconds from 1970 to the first moment that an id can tell.
const FIRST_ID: i64 = 1_420_070_400_000;

/// Discord's channels.
#[derive(Debug)]
pub(crate) struct Channels {
    app: Arc<App>,
    rest: Arc<Rest>,
    own_id: OnceCell<u64>,
    ready: Mutex<HashMap<Wanted, Option<Arc<Outgoing>>>>,
}

/// A post by all that it depends on.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Wanted {
    day: Date,
    nearest: bool,
    version: String,
}

impl Channels {
    /// Posts what `app` knows through `rest`.
    pub(crate) fn new(app: Arc<App>, rest: Arc<Rest>) -> Self {
        Self { app, rest, own_id: OnceCell::new(), ready: Mutex::default() }
    }

    /// The post of a date, made once for all channels.
    fn post(&self, day: Date, manner: Manner) -> Option<Arc<Outgoing>> {
        let knowledge = self.app.knowledge();
        let wanted = Wanted { day, nearest: manner.nearest, version: knowledge.version().to_owned() };
        // Nothing is ever left half changed under this lock.
        let mut ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(post) = ready.get(&wanted) {
            return post.clone();
        }
        if ready.len() >= READY {
            ready.clear();
        }
        let post = content::post(&knowledge, day, manner.nearest).map(Arc::new);
        ready.insert(wanted, post.clone());
        post
    }

    async fn own_id(&self) -> Result<u64, RestError> {
        self.own_id.get_or_try_init(|| self.rest.own_id()).await.copied()
    }

    /// Whether the bot may read what was said in a channel. Where it may not, Discord lists no messages and says nothing more.
    async fn may_read(&self, channel: u64) -> Result<bool, RestError> {
        let it = self.rest.channel(channel).await?;
        // A channel without a server has no permissions to ask about, and posts go to none.
        let Some(guild) = id(&it["guild_id"]) else { return Ok(false) };
        let needed = Permissions::VIEW_CHANNEL | Permissions::READ_MESSAGE_HISTORY;
        Ok(permissions::asked(&self.rest, guild, &it).await?.contains(needed))
    }

    /// The message of a slot on a page.
    fn on_page(&self, page: &[Value], own_id: u64, slot: SlotKey) -> Option<u64> {
        let own_id = own_id.to_string();
        // Interactions are answered through a webhook, and what is looked for is not such an answer.
        let is_own = |message: &&Value| message["author"]["id"] == own_id.as_str() && message["webhook_id"].is_null();
        let buttons = self.post(slot.day, Manner { nearest: true, silent: false });
        let found = page.iter().filter(is_own).find(|message| is_post(message, slot.day, buttons.as_deref()));
        found.and_then(|message| id(&message["id"]))
    }
}

/// Whether a message of the bot's own is the post of a date. Managers can take the embed away; the buttons stay.
fn is_post(message: &Value, day: Date, post: Option<&Outgoing>) -> bool {
    let marker = content::marker(day);
    let embeds = message["embeds"].as_array().map_or(&[][..], Vec::as_slice);
    if !embeds.is_empty() {
        let small = |embed: &Value| embed["footer"]["text"].as_str().is_some_and(|text| text.starts_with(&marker));
        return embeds.iter().any(small);
    }
    let rows = message["components"].as_array().into_iter().flatten();
    let ids: Vec<&str> = rows
        .flat_map(|row| row["components"].as_array().into_iter().flatten())
        .filter_map(|button| button["custom_id"].as_str())
        .collect();
    message["message_reference"].is_null()
        && !ids.is_empty()
        && post.is_some_and(|post| post.custom_ids().eq(ids.iter().copied()))
}

fn id(value: &Value) -> Option<u64> {
    value.as_str()?.parse().ok()
}

/// When an id was given out, by Discord's clock.
fn time_of(id: u64) -> Option<Timestamp> {
    let ms = i64::try_from(id >> 22).ok()?.checked_add(FIRST_ID)?;
    Timestamp::from_millisecond(ms).ok()
}

#[async_trait]
impl Outlet for Channels {
    fn tells(&self, day: Date, manner: Manner) -> bool {
        self.post(day, manner).is_some()
    }

    async fn send(&self, slot: SlotKey, manner: Manner, most: Duration) -> Result<u64, SendError> {
        // The knowledge may have been changed since the slot was taken.
        let post =
            self.post(slot.day, manner).ok_or_else(|| SendError::Faulty("There is nothing to tell.".to_owned()))?;
        let post = Outgoing::clone(&post).as_post(content::nonce(slot), manner.silent);
        self.rest.post_once(slot.channel, &post, most).await.map_err(not_sent)
    }

    async fn find(&self, slot: SlotKey, since: Timestamp) -> Result<Option<u64>, FindError> {
        let own_id = self.own_id().await.map_err(|error| not_found(&error))?;
        let mut before = None;
        for _ in 0..PAGES {
            let page = self.rest.messages(slot.channel, before).await.map_err(|error| not_found(&error))?;
            if let Some(message) = self.on_page(&page, own_id, slot) {
                return Ok(Some(message));
            }
            if page.is_empty() && !self.may_read(slot.channel).await.map_err(|error| not_found(&error))? {
                return Err(FindError::Unreadable(NO_HISTORY.to_owned()));
            }
            let oldest = page.iter().filter_map(|message| id(&message["id"])).min();
            let is_far_enough = oldest.and_then(time_of).is_some_and(|at| at < since);
            if page.len() < limits::MESSAGES_PAGE || is_far_enough {
                return Ok(None);
            }
            before = oldest;
        }
        Err(FindError::Unreadable("There are too many messages to look through.".to_owned()))
    }
}

/// Why a single request to post something failed.
fn not_sent(error: RestError) -> SendError {
    let why = error.chain();
    match error {
        RestError::Unauthorized => SendError::Over,
        RestError::RateLimited { wait, .. } => SendError::NotSent { wait: wait.wait(), why },
        RestError::TooManyRefused | RestError::ChannelClosed { .. } => SendError::NotSent { wait: REFUSED_A_LOT, why },
        RestError::Refused { status: status @ (403 | 404), code, message, .. } => {
            SendError::Closed(closed(status, code, &message))
        }
        RestError::Refused { .. } | RestError::Setup(_) => SendError::Faulty(why),
        error if error.may_have_arrived() => SendError::Unsure(why),
        _ => SendError::NotSent { wait: Duration::ZERO, why },
    }
}

/// Why a channel could not be looked through.
fn not_found(error: &RestError) -> FindError {
    match error {
        RestError::Unauthorized => FindError::Over,
        RestError::Refused { status, code, message, .. } => FindError::Unreadable(unreadable(*status, *code, message)),
        error => FindError::Passing(error.chain()),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{json, to_value};

    use super::*;
    use crate::knowledge::Knowledge;

    #[test]
    fn a_post_is_told_from_all_else() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let day = date(2026, 9, 15);
        let post = content::post(&knowledge, day, false).expect("something happened");
        let sent = to_value(&post).expect("plain data");
        let is = |message: &Value, day| is_post(message, day, Some(&post));
        assert!(is(&sent, day));
        assert!(!is(&sent, date(2026, 9, 16)), "another date");
        let mut bare = sent.clone();
        bare["embeds"] = json!([]);
        assert!(is(&bare, day), "a manager took the embed away");
        bare["components"][0]["components"][0]["custom_id"] = json!("1:open:m.abcdef");
        assert!(!is(&bare, day));
        assert!(!is(&json!({"embeds": [], "components": []}), day));
        let mut asked = sent.clone();
        asked["embeds"][0]["footer"]["text"] = json!("Knowledge up to June 2026");
        assert!(!is(&asked, day), "the answer to a command has the same buttons");
    }

    #[test]
    fn ids_tell_when_they_were_given_out() {
        let at = time_of(175_928_847_299_117_063).expect("an instant");
        assert_eq!(at.to_string(), "2016-04-30T11:18:25.796Z", "Discord's own example");
        assert!(time_of(u64::MAX).is_some());
    }
}

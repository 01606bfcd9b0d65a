//! What people are told about daily posts, and why something did not come.

use jiff::Timestamp;

use crate::daily::zones;
use crate::discord::escape::escape;
use crate::discord::hour;
use crate::store::daily::{Manner, Slot, SlotState, Subscription};

/// Discord's numbers for what does not exist, and for what the bot may not do.
const UNKNOWN_CHANNEL: u64 = 10_003;
const MISSING_ACCESS: u64 = 50_001;
const MISSING_PERMISSIONS: u64 = 50_013;

/// Why a channel takes no posts, and what to do.
pub(super) fn closed(status: u16, code: Option<u64>, message: &str) -> String {
    match (status, code) {
        (_, Some(UNKNOWN_CHANNEL)) => "The channel does not exist any more.".to_owned(),
        (_, Some(MISSING_ACCESS)) => {
            "I cannot see the channel. Give me View Channel there, then use /daily resume.".to_owned()
        }
        (_, Some(MISSING_PERMISSIONS)) => {
            "I may not post there. Give me Send Messages and Embed Links, then use /daily resume.".to_owned()
        }
        _ => format!("Discord refused the post ({status}: {message}). When that is mended, use /daily resume."),
    }
}

/// Why a channel that lists no messages cannot be looked through.
pub(super) const NO_HISTORY: &str =
    "I could not read the channel to see whether the post is there. Give me Read Message History.";

/// Why a channel cannot be looked through.
pub(super) fn unreadable(status: u16, code: Option<u64>, message: &str) -> String {
    match code {
        Some(MISSING_ACCESS | MISSING_PERMISSIONS | UNKNOWN_CHANNEL) => NO_HISTORY.to_owned(),
        _ => format!("I could not read the channel to see whether the post is there ({status}: {message})."),
    }
}

/// "09:00, Asia/Dubai (UTC+04:00)"
pub(super) fn schedule(it: &Subscription, now: Timestamp) -> String {
    let offset = zones::get(&it.zone).map(|zone| format!(" ({})", zones::written_offset(&zone, now)));
    format!("{}, {}{}", hour::written(it.time), it.zone, offset.unwrap_or_default())
}

/// "on days without an event the nearest one, without a notification"
pub(super) fn manner(manner: Manner) -> String {
    let quiet = if manner.nearest { "the nearest day's" } else { "no post" };
    let silent = if manner.silent { "; without a notification" } else { "" };
    format!("on a day without an event, {quiet}{silent}")
}

/// An instant in the reader's own time, and how far off it is.
pub(super) fn instant(at: Timestamp) -> String {
    let seconds = at.as_second();
    format!("<t:{seconds}:F> (<t:{seconds}:R>)")
}

/// What became of a slot, in a line.
pub(super) fn slot(slot: &Slot) -> String {
    let (day, channel, guild) = (slot.key.day, slot.key.channel, slot.guild);
    let state = match slot.state {
        SlotState::Waiting => "about to be posted".to_owned(),
        SlotState::Unsure => "sent, not confirmed yet".to_owned(),
        SlotState::Posted => match slot.message {
            Some(message) => format!("[posted](https://discord.com/channels/{guild}/{channel}/{message})"),
            None => "posted".to_owned(),
        },
        SlotState::Quiet => "nothing to tell on that day".to_owned(),
        SlotState::Missed => "missed".to_owned(),
        SlotState::Unconfirmed => "unconfirmed: it may be there or not, and is not sent again".to_owned(),
        SlotState::Refused => "refused".to_owned(),
        SlotState::Dropped => "not posted, because the posts were paused or stopped".to_owned(),
    };
    let note = slot.note.as_deref().map(|note| format!(". {}", escape(note))).unwrap_or_default();
    format!("{day}: {state}{note}")
}

#[cfg(test)]
mod tests {
    use jiff::civil::{date, time};

    use super::*;
    use crate::store::daily::SlotKey;

    #[test]
    fn every_state_is_told() {
        for state in SlotState::ALL {
            let it = Slot {
                key: SlotKey { channel: 1, day: date(2026, 6, 1) },
                guild: 2,
                due: Timestamp::UNIX_EPOCH,
                manner: Manner::default(),
                state,
                tries: 1,
                tried: None,
                message: Some(3),
                note: Some("A reason.".to_owned()),
            };
            let text = slot(&it);
            assert!(text.starts_with("2026-06-01: ") && text.ends_with(". A reason."), "{text}");
            assert_eq!(text.contains("https://discord.com/channels/2/1/3"), state == SlotState::Posted);
        }
    }

    #[test]
    fn a_schedule_says_its_offset_on_that_day() {
        let mut it = Subscription {
            channel: 1,
            guild: 2,
            time: time(9, 5, 0, 0),
            zone: "Asia/Kathmandu".to_owned(),
            manner: Manner { nearest: true, silent: true },
            paused: None,
            next: Timestamp::UNIX_EPOCH,
            next_day: date(1970, 1, 1),
        };
        let now = "2026-06-01T00:00:00Z".parse().expect("an instant");
        assert_eq!(schedule(&it, now), "09:05, Asia/Kathmandu (UTC+05:45)");
        it.zone = "Gone/Zone".to_owned();
        assert_eq!(schedule(&it, now), "09:05, Gone/Zone");
        assert_eq!(manner(it.manner), "on a day without an event, the nearest day's; without a notification");
    }
}

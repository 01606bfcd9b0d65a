//! What a daily post looks like. Pure: the same date and knowledge give the same post.

use jiff::civil::Date;

use crate::answer::on_this_day::{nearest, unprompted};
use crate::discord::day;
use crate::discord::message::Outgoing;
use crate::discord::show::Desk;
use crate::discord::view::View;
use crate::knowledge::Knowledge;
use crate::store::daily::SlotKey;

/// The post of a date; none on a day without an event, unless the nearest one is wanted.
pub(crate) fn post(knowledge: &Knowledge, day: Date, nearest_wanted: bool) -> Option<Outgoing> {
    let desk = Desk { knowledge, today: day };
    if let Some(answer) = unprompted(knowledge, day) {
        let heading = format!("On this day: {}", day::written(day.month(), day.day()));
        return Some(desk.post(&answer, &heading, &marker(day), &View::Day(day.month(), day.day())).into());
    }
    let (on, answer) = nearest_wanted.then(|| nearest(knowledge, day))??;
    let heading = format!(
        "Nothing on {}; nearest to it, {}",
        day::written(day.month(), day.day()),
        day::written(on.month(), on.day())
    );
    Some(desk.post(&answer, &heading, &marker(day), &View::Day(on.month(), on.day())).into())
}

/// What tells a post from every other message in its channel; it stands in the small print.
pub(super) fn marker(day: Date) -> String {
    format!("Daily post of {day}")
}

/// Discord makes at most one message for a nonce, for some minutes. The channel and the date in 25 characters.
pub(super) fn nonce(slot: SlotKey) -> String {
    let day = slot.day;
    format!("{:x}-{:04}{:02}{:02}", slot.channel, day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use serde_json::{Value, json, to_value};

    use super::*;
    use crate::discord::limits;

    #[test]
    fn a_post_is_the_same_each_time_and_carries_its_marker() {
        let knowledge = Knowledge::embedded().expect("the build checked it");
        let mut quiet = 0;
        let mut day = date(2026, 1, 1);
        while day < date(2027, 1, 1) {
            let any = post(&knowledge, day, true).expect("there always is a nearest day");
            assert_eq!(post(&knowledge, day, true), Some(any.clone()));
            let strict = post(&knowledge, day, false);
            quiet += usize::from(strict.is_none());
            let body: Value = to_value(any).expect("plain data");
            let embed = &body["embeds"][0];
            let small = embed["footer"]["text"].as_str().expect("small print");
            assert!(small.starts_with(&format!("Daily post of {day} · Knowledge up to ")), "{small}");
            assert!(embed["description"].as_str().is_some_and(|text| text.contains("[1]")), "{body:#}");
            let heading = if strict.is_some() { "On this day: " } else { "Nothing on " };
            assert!(embed["title"].as_str().is_some_and(|title| title.starts_with(heading)), "{body:#}");
            assert_eq!(body["allowed_mentions"], json!({"parse": []}));
            day = day.tomorrow().expect("in range");
        }
        assert!(quiet > 0);
    }

    #[test]
    fn a_nonce_is_one_slot_and_short_enough() {
        let day = date(2026, 11, 26);
        let all = [
            SlotKey { channel: u64::MAX, day },
            SlotKey { channel: u64::MAX - 1, day },
            SlotKey { channel: u64::MAX, day: date(2026, 11, 27) },
            SlotKey { channel: 1, day },
        ];
        let nonces: std::collections::HashSet<String> = all.into_iter().map(nonce).collect();
        assert_eq!(nonces.len(), all.len());
        assert!(nonces.iter().all(|nonce| limits::count(nonce) <= limits::NONCE), "{nonces:?}");
    }
}

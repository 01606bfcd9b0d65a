//! `/daily`: set up, show, pause, resume, stop, preview.

use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;

use super::{Daily, content, wording};
use crate::daily::zones;
use crate::discord::call::{Call, UserError};
use crate::discord::day;
use crate::discord::definitions::MESSAGE_CHANNELS;
use crate::discord::escape::{escape, visible};
use crate::discord::hour;
use crate::discord::limits;
use crate::discord::message::{Embed, Outgoing};
use crate::discord::permissions;
use crate::discord::render;
use crate::discord::render::NOTICE_COLOUR;
use crate::discord::rest::{Rest, RestError};
use crate::store::daily::{Manner, Slot, Subscription};

/// Channels of one server that can have daily posts.
const MOST_CHANNELS: usize = 25;
/// Slots shown of one channel, and of each where several are shown.
const SHOWN_OF_ONE: u32 = 7;
const SHOWN_OF_EACH: u32 = 1;
/// How long Discord may take to say what the bot may do in a channel.
const ASKED: Duration = Duration::from_secs(20);

/// A command on daily posts, once it is clear that it may be used.
struct Desk<'a> {
    call: &'a Call<'a>,
    daily: &'a Daily,
    guild: u64,
}

/// `/daily`
pub(crate) fn daily(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let Some((guild, daily)) = call.place.guild.zip(call.app.daily()) else {
        return Err(UserError::new("Daily posts are for servers that have the bot; here there are none."));
    };
    // Servers can give the command to others than Discord shows it to by itself.
    if !call.place.may_manage {
        return Err(UserError::new("Only those who may manage the server can see or change its daily posts."));
    }
    let desk = Desk { call, daily, guild };
    let shown = match call.options.within() {
        Some("start") => desk.start(),
        Some("show") => desk.show(),
        Some("pause") => desk.pause(),
        Some("resume") => desk.resume(),
        Some("stop") => desk.stop(),
        Some("preview") => desk.preview(),
        _ => Err(UserError::outdated()),
    };
    shown.map(|message| message.private(true))
}

impl Desk<'_> {
    fn start(&self) -> Result<Outgoing, UserError> {
        let options = &self.call.options;
        let channel = options.channel("channel")?.ok_or_else(|| UserError::new("Please give a channel."))?;
        let time = options.text("time")?.and_then(|text| hour::parse(&visible(text))).ok_or_else(|| {
            UserError::new("Please give a time of day to the minute, such as `9:00`, `18:30` or `6:30 pm`.")
        })?;
        let zone = self.zone(options.text("timezone")?.unwrap_or_default())?;
        let manner = Manner {
            nearest: options.text("quiet_days")? == Some("nearest"),
            silent: options.yes("silent")?.unwrap_or(false),
        };
        let before = self.subscriptions()?;
        if before.len() >= MOST_CHANNELS && before.iter().all(|it| it.channel != channel) {
            return Err(UserError::new(&format!("A server can have daily posts in at most {MOST_CHANNELS} channels.")));
        }
        self.check(channel)?;
        let (next, next_day) = (Timestamp::UNIX_EPOCH, Date::constant(1970, 1, 1));
        let (guild, zone, paused) = (self.guild, zone.to_owned(), None);
        let saved = self.save(Subscription { channel, guild, time, zone, manner, paused, next, next_day })?;
        let text = format!(
            "Saved. <#{channel}> gets a post each day at {}; {}.\nThe next one comes {}.\n\nSee how it looks with `/daily \
             preview`.",
            wording::schedule(&saved, saved.next),
            wording::manner(manner),
            wording::instant(saved.next),
        );
        Ok(notice("Daily posts", text))
    }

    fn show(&self) -> Result<Outgoing, UserError> {
        let asked = self.call.options.channel("channel")?;
        let all = self.subscriptions()?;
        let shown: Vec<&Subscription> = all.iter().filter(|it| asked.is_none_or(|asked| asked == it.channel)).collect();
        if shown.is_empty() {
            return Err(UserError::new("There are no daily posts here. Set them up with `/daily start`."));
        }
        let most = if shown.len() == 1 { SHOWN_OF_ONE } else { SHOWN_OF_EACH };
        let channels: Vec<u64> = shown.iter().map(|it| it.channel).collect();
        let slots = self.stored(move |store| async move {
            let mut slots = Vec::new();
            for channel in channels {
                slots.push(store.slots(channel, most).await?);
            }
            Ok((store.clock().await?, slots))
        });
        let (now, slots) = slots?;
        let entries = shown.iter().zip(&slots).map(|(it, slots)| entry(it, slots, now));
        let pages = render::packed(entries, "\n\n", limits::aim(limits::EMBED_DESCRIPTION) - 200);
        let more = if pages.len() > 1 { "\n\nThere are more; name a channel to see it." } else { "" };
        let text = pages.into_iter().next().unwrap_or_default();
        Ok(notice("Daily posts of this server", format!("{text}{more}")))
    }

    fn pause(&self) -> Result<Outgoing, UserError> {
        let channel = self.one()?.channel;
        self.stored(move |store| async move { store.pause(channel, "A manager of this server paused it.").await })?;
        Ok(notice("Daily posts", format!("Paused in <#{channel}>. Go on with `/daily resume`.")))
    }

    fn resume(&self) -> Result<Outgoing, UserError> {
        let it = self.one()?;
        let channel = it.channel;
        self.check(channel)?;
        let saved = self.save(Subscription { paused: None, ..it })?;
        let text = format!("<#{channel}> gets daily posts. The next one comes {}.", wording::instant(saved.next));
        Ok(notice("Daily posts", text))
    }

    fn stop(&self) -> Result<Outgoing, UserError> {
        let (guild, channel) = (self.guild, self.one()?.channel);
        self.stored(move |store| async move { store.unsubscribe(guild, channel).await })?;
        Ok(notice("Daily posts", format!("<#{channel}> gets no more daily posts.")))
    }

    fn preview(&self) -> Result<Outgoing, UserError> {
        let today = self.call.app.today();
        let day = match self.call.options.text("date")? {
            None => today,
            Some(typed) => day_of(&visible(typed), today).ok_or_else(UserError::no_day)?,
        };
        let knowledge = self.call.knowledge;
        if let Some(post) = content::post(knowledge, day, false) {
            return Ok(post.with_text(&format!("The post of {day}, as the channel would get it:")));
        }
        let quiet = format!("On {day} there is nothing to tell. Where `quiet_days` is `skip`, there is no post");
        match content::post(knowledge, day, true) {
            Some(post) => Ok(post.with_text(&format!("{quiet}; where it is `nearest`, it is this one:"))),
            None => Ok(Outgoing::text(&format!("{quiet}."))),
        }
    }

    /// Keeps a subscription whose next slot is the first one from now on of a date that has none yet.
    fn save(&self, mut it: Subscription) -> Result<Subscription, UserError> {
        let saved = self.stored(move |store| async move {
            let now = store.clock().await?;
            let last = store.slots(it.channel, 1).await?.first().map(|slot| slot.key.day);
            let Some(next) = crate::daily::ledger::schedule(&it).and_then(|schedule| schedule.next(now, last)) else {
                return Ok(None);
            };
            (it.next, it.next_day) = (next.at, next.day);
            store.subscribe(&it).await?;
            Ok(Some(it))
        });
        saved?.ok_or_else(|| UserError::new("That time zone is not known any more. Please choose another one."))
    }

    /// The channel that is meant: the one that is named, or the only one there is.
    fn one(&self) -> Result<Subscription, UserError> {
        let mut all = self.subscriptions()?;
        match self.call.options.channel("channel")? {
            Some(channel) => all.retain(|it| it.channel == channel),
            None if all.len() > 1 => {
                return Err(UserError::new("Several channels have daily posts; please name the one you mean."));
            }
            None => {}
        }
        all.pop().ok_or_else(|| UserError::new("There are no daily posts there. Set them up with `/daily start`."))
    }

    /// The zone that is typed: its name, or a city that only one zone is named after.
    fn zone(&self, typed: &str) -> Result<&'static str, UserError> {
        let typed = visible(typed);
        if let Some(zone) = zones::canonical(&typed) {
            return Ok(zone);
        }
        let found = crate::discord::suggest::time_zones(self.call.app, &typed);
        match found[..] {
            [one] => Ok(one),
            [] => Err(UserError::new(
                "I know no such time zone. Please give a city, a country or an offset such as `+5:30`, and choose from what \
                 is suggested.",
            )),
            [..] => {
                let some: Vec<String> = found.iter().take(5).map(|zone| format!("`{zone}`")).collect();
                Err(UserError::new(&format!("Please choose one time zone, such as {}.", some.join(", "))))
            }
        }
    }

    /// Whether the bot may post in a channel of this server; names what is missing.
    fn check(&self, channel: u64) -> Result<(), UserError> {
        let Some(rest) = self.daily.rest.get().cloned() else {
            return Err(UserError::new("This bot is not connected to Discord, so it cannot post anywhere."));
        };
        let guild = self.guild;
        match self.daily.wait(ASKED, async move { missing(&rest, guild, channel).await }) {
            Some(Ok(missing)) if missing.is_empty() => Ok(()),
            Some(Ok(missing)) => Err(UserError::new(&format!(
                "In <#{channel}> I lack: **{}**. Give me that in the channel's permissions, then try again.",
                missing.join("**, **")
            ))),
            Some(Err(Trouble::Elsewhere)) => {
                Err(UserError::new("Please choose a text or announcement channel of this server."))
            }
            Some(Err(Trouble::Asking)) | None => {
                Err(UserError::new("Discord did not tell what I may do in that channel. Please try again in a minute."))
            }
        }
    }

    fn subscriptions(&self) -> Result<Vec<Subscription>, UserError> {
        let guild = self.guild;
        self.stored(move |store| async move { store.subscriptions(guild).await })
    }

    fn stored<T, F>(
        &self,
        work: impl FnOnce(std::sync::Arc<dyn crate::store::daily::DailyStore>) -> F,
    ) -> Result<T, UserError>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, crate::store::StoreError>> + Send + 'static,
    {
        self.daily.stored(work).ok_or_else(|| {
            UserError::new("The daily posts could not be read or saved just now. Please try again in a minute.")
        })
    }
}

/// Why it is not known what the bot may do in a channel.
enum Trouble {
    /// It is no such channel of this server.
    Elsewhere,
    /// Discord could not be asked.
    Asking,
}

/// What the bot lacks for posting in a channel.
async fn missing(rest: &Rest, guild: u64, channel: u64) -> Result<Vec<&'static str>, Trouble> {
    let asked = |error: &RestError| tracing::warn!(error = %error.chain(), "what the bot may do could not be asked");
    let it = match rest.channel(channel).await {
        Ok(it) => it,
        // What the bot cannot see, Discord does not tell it about.
        Err(RestError::Refused { status: 403 | 404, .. }) => return Ok(vec!["View Channel"]),
        Err(error) => {
            asked(&error);
            return Err(Trouble::Asking);
        }
    };
    let is_of_kind = it["type"]
        .as_u64()
        .and_then(|kind| u8::try_from(kind).ok())
        .is_some_and(|kind| MESSAGE_CHANNELS.contains(&kind));
    if it["guild_id"] != guild.to_string().as_str() || !is_of_kind {
        return Err(Trouble::Elsewhere);
    }
    let has = permissions::asked(rest, guild, &it).await.map_err(|error| {
        asked(&error);
        Trouble::Asking
    })?;
    Ok(permissions::missing_for_posts(has))
}

/// A day as it is typed, with its year or of this year.
fn day_of(typed: &str, today: Date) -> Option<Date> {
    if let Some(date) = day::date(typed, today) {
        return date.day();
    }
    let (month, dom) = day::parse(typed, today)?;
    Date::new(today.year(), month, dom).ok()
}

/// A subscription as it is shown.
fn entry(it: &Subscription, slots: &[Slot], now: Timestamp) -> String {
    let (channel, schedule, manner) = (it.channel, wording::schedule(it, now), wording::manner(it.manner));
    let next = match &it.paused {
        Some(reason) => format!("**Paused.** {}", escape(reason)),
        None => format!("Next: {}", wording::instant(it.next)),
    };
    let head = format!("<#{channel}> at {schedule}; {manner}\n{next}");
    let lines = slots.iter().map(|slot| format!("• {}", wording::slot(slot)));
    [head].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
}

fn notice(title: &str, description: String) -> Outgoing {
    Outgoing::embed(Embed { title: Some(title.to_owned()), description, color: NOTICE_COLOUR, ..Embed::default() })
}

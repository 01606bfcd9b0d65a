//! `/daily`, as a manager uses it and as others try to.

use accords::store::Sql;
use accords::store::daily::{DailyStore, Settled, SlotKey, SlotState};
use jiff::ToSpan;
use serde_json::{Value, json};

use crate::GUILD;
use crate::support::database::Database;
use crate::support::events::{FORUM, command, text, typing, yes};
use crate::support::process::Bot;
use crate::support::{BOT, Fault, Standin};

const CHANNEL: u64 = 1_200_000_000_000_000_002;

fn channel(id: &str) -> Value {
    json!({"name": "channel", "type": 7, "value": id})
}

/// A command within `/daily`, by somebody who may manage the server.
fn daily(name: &str, options: &[Value]) -> Value {
    let mut event = command("daily", &json!([{"name": name, "type": 1, "options": options}]));
    event["member"]["permissions"] = json!("32");
    event
}

fn begin(time: &str, zone: &str, more: &[Value]) -> Value {
    let mut options = vec![channel(&CHANNEL.to_string()), text("time", time), text("timezone", zone)];
    options.extend_from_slice(more);
    daily("start", &options)
}

/// What a reply says, which is always for one person alone.
fn said(reply: &Value) -> String {
    assert_eq!(reply["data"]["flags"], 64, "{reply:#}");
    let part = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    format!("{}\n{}", part(&reply["data"]["content"]), part(&reply["data"]["embeds"][0]["description"]))
}

async fn ready(standin: &Standin, url: &str) -> Bot {
    let bot = Bot::start_with(standin, &[("DATABASE_URL", url), ("ACCORDS_ANSWERS_PER_MINUTE", "0")]);
    standin.wait_ready().await;
    bot
}

#[tokio::test]
async fn a_manager_sets_up_looks_pauses_resumes_and_stops() {
    for database in Database::both("commands").await {
        let standin = Standin::start().await;
        let bot = ready(&standin, &database.url).await;
        let store = Sql::open(&database.url).expect("an address");
        let asks = |event: Value| async { said(&standin.interact(event).await) };
        assert!(asks(daily("show", &[])).await.contains("no daily posts here"));
        assert!(asks(daily("pause", &[])).await.contains("no daily posts there"));

        let saved = asks(begin("6:30 pm", "Asia/Kathmandu", &[text("quiet_days", "nearest"), yes("silent")])).await;
        for part in ["Saved.", "18:30, Asia/Kathmandu (UTC+05:45)", "nearest", "without a notification", "<t:"] {
            assert!(saved.contains(part), "{part}: {saved}");
        }
        let kept = store.subscriptions(GUILD).await.expect("subscriptions").remove(0);
        assert_eq!((kept.channel, kept.manner.nearest, kept.manner.silent), (CHANNEL, true, true));
        let local = kept.next.in_tz("Asia/Kathmandu").expect("a zone");
        assert_eq!((local.hour(), local.minute(), local.date()), (18, 30, kept.next_day));

        assert!(asks(daily("pause", &[])).await.contains("Paused"));
        assert!(asks(daily("show", &[])).await.contains("**Paused.** A manager"));
        assert!(asks(daily("resume", &[channel(&CHANNEL.to_string())])).await.contains("The next one comes <t:"));
        // What went wrong is shown, and a date that has a slot gets no other one.
        let now = store.clock().await.expect("a clock");
        let mut it = store.subscriptions(GUILD).await.expect("subscriptions").remove(0);
        it.next = now - 1.hour();
        store.subscribe(&it).await.expect("kept");
        let opening = accords::store::daily::Opening {
            subscription: it.clone(),
            state: Some(SlotState::Unsure),
            next: now + 20.hours(),
            next_day: it.next_day.tomorrow().expect("in range"),
        };
        store.open(&[opening]).await.expect("opened");
        let key = SlotKey { channel: CHANNEL, day: it.next_day };
        store.claim("test", now, std::time::Duration::from_mins(1), 9).await.expect("claimed");
        let note = Some("The channel could not be read.".to_owned());
        let settled = Settled::Done { state: SlotState::Unconfirmed, message: None, note };
        store.settle("test", key, &settled).await.expect("settled");
        let shown = asks(daily("show", &[])).await;
        assert!(shown.contains(&format!("• {}: unconfirmed", it.next_day)), "{shown}");
        assert!(shown.contains("The channel could not be read"), "{shown}");
        asks(begin("9:00", "Pacific/Kiritimati", &[])).await;
        let changed = store.subscriptions(GUILD).await.expect("subscriptions").remove(0);
        assert!(changed.next_day > it.next_day, "never two posts of one date: {changed:?}");

        assert!(asks(daily("stop", &[])).await.contains("no more daily posts"));
        assert_eq!(store.subscriptions(GUILD).await.expect("subscriptions"), []);
        bot.stop().await;
    }
}

#[tokio::test]
async fn what_is_missing_is_named_and_what_is_wrong_is_told() {
    let database = Database::file("missing");
    let standin = Standin::start().await;
    let bot = ready(&standin, &database.url).await;
    let asks = |event: Value| async { said(&standin.interact(event).await) };
    let deny = |bits: u64| {
        let overwrites = json!([{"id": BOT.to_string(), "type": 1, "allow": "0", "deny": bits.to_string()}]);
        standin.state().overwrites.insert(CHANNEL.to_string(), overwrites);
    };
    let table: [(u64, &[&str]); 4] = [
        (1 << 10, &["View Channel"]),
        (1 << 11, &["Send Messages"]),
        (1 << 14 | 1 << 16, &["Embed Links", "Read Message History"]),
        (1 << 11 | 1 << 14, &["Send Messages", "Embed Links"]),
    ];
    for (bits, names) in table {
        deny(bits);
        let refused = asks(begin("9:00", "Asia/Dubai", &[])).await;
        assert!(refused.contains("I lack") && names.iter().all(|name| refused.contains(name)), "{names:?}: {refused}");
    }
    deny(0);
    // However often the channel could not be seen: once it can, nothing holds the posts back.
    for _ in 0..4 {
        let body = r#"{"message":"Missing Access","code":50001}"#;
        standin.fail_next(Fault { method: "GET", path: "/channels/", status: 403, headers: Vec::new(), body });
        let refused = asks(begin("9:00", "Asia/Dubai", &[])).await;
        assert!(refused.contains("I lack: **View Channel**"), "{refused}");
    }
    for (event, words) in [
        (begin("soon", "Asia/Dubai", &[]), "time of day"),
        (begin("9:00", "Atlantis/City", &[]), "no such time zone"),
        (begin("9:00", "united states", &[]), "choose one time zone"),
        (daily("start", &[channel(FORUM), text("time", "9"), text("timezone", "UTC")]), "text or announcement channel"),
        (daily("resume", &[channel("77")]), "no daily posts there"),
        (daily("preview", &[text("date", "soon")]), "day of the year"),
    ] {
        let told = asks(event).await;
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(asks(begin("9:00", "dubai", &[])).await.contains("Asia/Dubai"), "a city of one zone is enough");
    for name in ["start", "show", "pause", "resume", "stop", "preview"] {
        let mut event = daily(name, &[]);
        event["member"]["permissions"] = json!("2048");
        let refused = asks(event).await;
        assert!(refused.contains("Only those who may manage the server"), "{name}: {refused}");
    }
    let odd = asks(daily("explode", &[])).await;
    assert!(odd.contains("reload Discord"), "{odd}");
    bot.stop().await;
}

#[tokio::test]
async fn a_preview_is_the_post_and_zones_are_suggested() {
    let database = Database::file("preview");
    let standin = Standin::start().await;
    let bot = ready(&standin, &database.url).await;
    let reply = standin.interact(daily("preview", &[text("date", "2026-09-15")])).await;
    assert!(said(&reply).contains("The post of 2026-09-15") && said(&reply).contains("[1]"), "{reply:#}");
    assert_eq!(reply["data"]["embeds"][0]["title"], "On this day: 15 September");
    let again = standin.interact(daily("preview", &[text("date", "2026-09-15")])).await;
    assert_eq!(again["data"], reply["data"], "the same day, the same post");
    standin.interact(daily("preview", &[])).await;

    for (typed, expected) in [("nepal", "Asia/Kathmandu"), ("+5:30", "Asia/Kolkata"), ("new yo", "America/New_York")] {
        let mut event = typing("daily", "timezone", typed);
        let option = event["data"]["options"][0].take();
        event["data"]["options"] = json!([{"name": "start", "type": 1, "options": [option]}]);
        let reply = standin.interact(event).await;
        let choices = reply["data"]["choices"].as_array().expect("choices").clone();
        assert_eq!(choices[0]["value"], expected, "{typed}: {choices:?}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_post_comes_at_its_time_and_a_server_that_is_left_is_forgotten() {
    let database = Database::file("at-its-time");
    let standin = Standin::start().await;
    let bot = ready(&standin, &database.url).await;
    let store = Sql::open(&database.url).expect("an address");
    said(&standin.interact(begin("9:00", "UTC", &[text("quiet_days", "nearest"), yes("silent")])).await);
    let mut it = store.subscriptions(GUILD).await.expect("subscriptions").remove(0);
    // In place of waiting for nine o'clock: the time of day is this minute.
    let now = jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC);
    it.time = jiff::civil::Time::new(now.hour(), now.minute(), 0, 0).expect("a time");
    it.next_day = now.date();
    it.next = it.next_day.to_datetime(it.time).to_zoned(jiff::tz::TimeZone::UTC).expect("it exists").timestamp();
    store.subscribe(&it).await.expect("kept");
    let path = format!("/channels/{CHANNEL}/messages");
    let post = standin
        .wait_for("a daily post", |state| {
            state.requests.iter().find(|r| r.method == "POST" && r.path.ends_with(&path)).cloned()
        })
        .await;
    assert_eq!((&post.body["flags"], &post.body["allowed_mentions"]), (&json!(4096), &json!({"parse": []})));
    assert_eq!(post.body["enforce_nonce"], true);
    let footer = post.body["embeds"][0]["footer"]["text"].as_str().unwrap_or_default();
    assert!(footer.starts_with(&format!("Daily post of {}", it.next_day)), "{footer}");
    standin.dispatch("GUILD_DELETE", json!({"id": GUILD.to_string()}));
    let begun = std::time::Instant::now();
    while !store.slots(CHANNEL, 9).await.expect("slots").is_empty() {
        assert!(begun.elapsed() < crate::support::DEADLINE, "it is not forgotten");
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
    }
    assert_eq!(store.subscriptions(GUILD).await.expect("subscriptions"), []);
    bot.stop().await;
}

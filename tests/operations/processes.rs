//! Several processes, each with its shards, against one Discord.

use std::time::Duration;

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use accords::store::Sql;
use accords::store::daily::{DailyStore, Manner, Subscription};

use crate::support::database::Database;
use crate::support::events::command;
use crate::support::operator::{METRICS, Operator};
use crate::support::process::{Bot, program};
use crate::support::rest::next_id;
use crate::support::{Standin, State, TOKEN};

#[tokio::test]
async fn each_process_runs_its_shards_and_answers_what_comes_to_them() {
    let standin = Standin::start().await;
    standin.state().shards = 4;
    standin.state().max_concurrency = 4;
    let start = |shards: &'static str| Bot::start_with(&standin, &[("ACCORDS_SHARDS", shards), METRICS]);
    let bots = ["0-1/4", "2/4", "3/4"].map(start);
    standin.wait_for("four shards", |state| (state.ready == 4).then_some(())).await;
    let mut shards: Vec<_> = standin.state().sessions.iter().map(|it| it["d"]["shard"].clone()).collect();
    shards.sort_by_key(ToString::to_string);
    assert_eq!(shards, [json!([0, 4]), json!([1, 4]), json!([2, 4]), json!([3, 4])]);
    for (bot, own) in bots.iter().zip([&[0, 1][..], &[2], &[3]]) {
        let operator = Operator::of(bot).await;
        let body = operator.wait_readiness(200).await;
        assert_eq!(body["gateway"]["state"], format!("{0} of {0} shards connected", own.len()));
        for &shard in own {
            let asked = command("about", &json!([]));
            let id = asked["id"].as_str().expect("an id").to_owned();
            standin.dispatch_to(shard, "INTERACTION_CREATE", asked);
            standin.callback(&id).await;
        }
        let series = "accords_answers_total{command=\"about\",outcome=\"shown\"}";
        #[expect(clippy::cast_precision_loss, reason = "it is at most two")]
        operator.wait_count(series, own.len() as f64).await;
        let counts = operator.counts().await;
        for shard in 0..4 {
            let is_own = own.contains(&shard);
            let state = counts.get(&format!("accords_gateway_state{{shard=\"{shard}\",state=\"connected\"}}"));
            assert_eq!(state, is_own.then_some(1.0), "{shard}");
        }
    }
    for bot in bots {
        bot.stop().await;
    }
}

/// Three processes on one database: each waits for the others, as Discord wants it, and the post of a day is made once.
#[tokio::test]
async fn processes_that_share_a_database_take_turns_and_post_once() {
    let standin = Standin::start().await;
    standin.state().shards = 3;
    for database in Database::both("turns").await {
        standin.state().identified.clear();
        let store = Sql::open(&database.url).expect("an address");
        let due = (Timestamp::now() - SignedDuration::from_mins(1)).to_zoned(TimeZone::UTC);
        let (time, channel) = (jiff::civil::time(due.hour(), due.minute(), 0, 0), next_id());
        let next = due.date().to_datetime(time).to_zoned(TimeZone::UTC).expect("it exists").timestamp();
        let manner = Manner { nearest: true, silent: false };
        let (zone, paused, guild) = ("UTC".to_owned(), None, 5);
        let it = Subscription { channel, guild, time, zone, manner, paused, next, next_day: due.date() };
        store.subscribe(&it).await.expect("kept");

        let start = |shards: &'static str| {
            Bot::start_with(&standin, &[("ACCORDS_SHARDS", shards), ("DATABASE_URL", &database.url)])
        };
        let bots = ["0/3", "1/3", "2/3"].map(start);
        let identified =
            standin.wait_for("three sessions", |state| (state.ready == 3).then(|| state.identified.clone())).await;
        for pair in identified.windows(2) {
            let between = pair[1].1.duration_since(pair[0].1);
            assert!(
                between >= Duration::from_secs(5),
                "two sessions within {between:?}: Discord takes one in five seconds"
            );
        }
        let posts = |state: &State| state.messages.get(&channel.to_string()).map_or(0, Vec::len);
        standin.wait_for("post", |state| (posts(state) > 0).then_some(())).await;
        for bot in bots {
            bot.stop().await;
        }
        assert_eq!(posts(&standin.state()), 1);
    }
}

#[tokio::test]
async fn auto_runs_as_many_as_discord_asks_for() {
    let standin = Standin::start().await;
    standin.state().shards = 2;
    standin.state().max_concurrency = 2;
    let bot = Bot::start_with(&standin, &[("ACCORDS_SHARDS", "auto")]);
    standin.wait_for("two shards", |state| (state.ready == 2).then_some(())).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_setting_that_cannot_be_meant_is_refused_with_its_cause() {
    for (shards, cause) in [
        ("3-1/4", "the first shard comes after the last"),
        ("0-4/4", "there is no shard 4 of 4"),
        ("0/0", "there is no shard 0 of 0"),
        ("0-3", "it does not say of how many"),
        ("all", "it does not say of how many"),
        ("a/4", "it names no shards"),
    ] {
        let variables = [("DISCORD_TOKEN", TOKEN), ("ACCORDS_SHARDS", shards)];
        let (status, output) = Bot::spawn(&mut program(&[], &variables)).end().await;
        assert_eq!(status.code(), Some(2), "{shards}: {output}");
        assert!(output.contains(&format!("ACCORDS_SHARDS is `{shards}`: {cause}; write `0-3/16`")), "{output}");
    }
}

//! `/metrics`.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use accords::store::Sql;
use accords::store::daily::{DailyStore, Manner, Subscription};

use crate::support::database::Database;
use crate::support::events::{GUILD, PERSON, command, mention, text, typing};
use crate::support::operator::Operator;
use crate::support::{Fault, Order, Standin};

#[tokio::test]
async fn questions_are_counted_by_command_and_outcome() {
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[]).await;
    standin.wait_ready().await;
    let ask = |question: &str| command("ask", &json!([text("question", question)]));
    standin.interact(ask("When did Bahrain sign the Abraham Accords?")).await;
    standin.interact(ask("When did Saudi Arabia sign?")).await;
    standin.interact(ask("who won the 2022 world cup")).await;
    standin.interact(ask("who won the 2018 world cup")).await;
    standin.interact(command("ask", &json!([]))).await;
    standin.interact(command("made-up-by-somebody", &json!([]))).await;
    standin.interact(command("help", &json!([]))).await;
    standin.interact(typing("member", "country", "mor")).await;
    standin.tell(mention("When did Bahrain sign?")).await;
    standin.dispatch("MESSAGE_CREATE", json!({"id": "1"}));
    operator.wait_count("accords_events_unreadable_total{event=\"MESSAGE_CREATE\"}", 1.0).await;
    let counts = operator.counts().await;
    for (labels, times) in [
        ("command=\"ask\",outcome=\"answered\"", 1.0),
        ("command=\"ask\",outcome=\"corrected\"", 1.0),
        ("command=\"ask\",outcome=\"unknown\"", 2.0),
        ("command=\"ask\",outcome=\"refused\"", 1.0),
        ("command=\"unknown\",outcome=\"refused\"", 1.0),
        ("command=\"help\",outcome=\"shown\"", 1.0),
        ("command=\"autocomplete\",outcome=\"shown\"", 1.0),
        ("command=\"message\",outcome=\"answered\"", 1.0),
    ] {
        assert_eq!(counts.get(&format!("accords_answers_total{{{labels}}}")), Some(times), "{labels}: {}", counts.text);
    }
    assert_eq!(counts.sum("accords_answers_total"), Some(9.0), "and nothing else");
    assert_eq!(counts.get("accords_answer_duration_seconds_count{command=\"ask\"}"), Some(5.0));
    assert_eq!(counts.sum("accords_answers_lost_total"), Some(0.0));
    assert_eq!(counts.get("accords_gateway_state{shard=\"0\",state=\"connected\"}"), Some(1.0));
    assert_eq!(counts.sum("accords_gateway_state"), Some(1.0), "one state at a time");
    assert!(counts.get("accords_discord_requests_total{outcome=\"done\"}").is_some_and(|it| it >= 10.0));
    assert!(counts.sum("accords_knowledge_facts").is_some_and(|it| it > 1_000.0));
    for secret in ["made-up", GUILD, PERSON, "world cup", "interaction-token"] {
        assert!(!counts.text.contains(secret), "{secret} is in what is counted: {}", counts.text);
    }

    standin.order(Order::Drop);
    operator.wait_count("accords_gateway_connections_total{shard=\"0\"}", 2.0).await;
    bot.stop().await;
}

#[tokio::test]
async fn limits_that_are_met_are_counted() {
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[("ACCORDS_ANSWERS_PER_MINUTE", "2")]).await;
    standin.wait_ready().await;
    for (scope, limit) in [("user", "discord_resource"), ("shared", "discord_shared"), ("global", "discord_global")] {
        let headers = vec![("Retry-After", "0.3"), ("X-RateLimit-Scope", scope)];
        standin.fail_next(Fault { method: "POST", path: "/callback", status: 429, headers, body: "{}" });
        // A command that is held back is answered too, so each of these is one request more.
        standin.interact(command("about", &json!([]))).await;
        operator.wait_count(&format!("accords_rate_limits_total{{limit=\"{limit}\"}}"), 1.0).await;
    }
    operator.wait_count("accords_discord_requests_total{outcome=\"limited\"}", 3.0).await;
    let counts = operator.counts().await;
    assert_eq!(counts.get("accords_rate_limits_total{limit=\"answers\"}"), Some(1.0), "the third was too many");
    assert_eq!(counts.get("accords_answers_total{command=\"about\",outcome=\"limited\"}"), Some(1.0));

    let gone = r#"{"message":"Unknown interaction","code":10015}"#;
    standin.fail_next(Fault { method: "POST", path: "/callback", status: 404, headers: Vec::new(), body: gone });
    standin.interact(command("about", &json!([]))).await;
    operator.wait_count("accords_answers_lost_total", 1.0).await;
    bot.stop().await;
}

#[tokio::test]
async fn daily_posts_are_counted_by_what_became_of_them() {
    let standin = Standin::start().await;
    let database = Database::file("counted");
    let store = Sql::open(&database.url).expect("an address");
    // Due a minute ago, a quarter of an hour ago, seven hours ago; and one in a channel that refuses it.
    let minute = SignedDuration::from_mins(1);
    for (channel, ago) in [(1, minute), (2, minute * 15), (3, minute * 60 * 7), (4, minute)] {
        let due = (Timestamp::now() - ago).to_zoned(TimeZone::UTC);
        let time = jiff::civil::time(due.hour(), due.minute(), 0, 0);
        let next = due.date().to_datetime(time).to_zoned(TimeZone::UTC).expect("it exists").timestamp();
        let manner = Manner { nearest: true, silent: false };
        let (zone, paused, guild) = ("UTC".to_owned(), None, 5);
        let it = Subscription { channel, guild, time, zone, manner, paused, next, next_day: due.date() };
        store.subscribe(&it).await.expect("kept");
    }
    standin.state().closed.insert("4".to_owned(), (403, r#"{"message":"Missing Access","code":50001}"#));
    let (bot, operator) = Operator::start(&standin, &[("DATABASE_URL", &database.url)]).await;
    for outcome in ["sent", "late", "missed", "failed"] {
        operator.wait_count(&format!("accords_daily_posts_total{{outcome=\"{outcome}\"}}"), 1.0).await;
    }
    assert_eq!(operator.counts().await.sum("accords_daily_posts_total"), Some(4.0));
    bot.stop().await;
}

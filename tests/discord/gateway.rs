//! The connection to the gateway: sessions are resumed or begun anew as Discord says, and nothing is lost or doubled.

use std::time::Duration;

use serde_json::{Value, json};

use crate::support::events::{command, mention};
use crate::support::process::Bot;
use crate::support::{Order, Standin};

fn opcodes(standin: &Standin) -> Vec<u64> {
    standin.state().sessions.iter().filter_map(|session| session["op"].as_u64()).collect()
}

async fn is_alive(standin: &Standin) {
    standin.interact(command("onthisday", &json!([]))).await;
}

#[tokio::test]
async fn a_broken_connection_is_resumed_where_ready_said_and_what_was_missed_is_answered() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    is_alive(&standin).await;
    let missed = command("onthisday", &json!([]));
    let sequence = standin.state().resumable[&0].sequence;
    standin.order(Order::Drop);
    standin.miss("INTERACTION_CREATE", &missed);
    standin.callback(missed["id"].as_str().expect("an id")).await;
    standin.wait_session(2, 6).await;
    let resume = standin.state().sessions[1]["d"].clone();
    assert_eq!((&resume["session_id"], &resume["seq"]), (&json!("stand-in-session-1"), &json!(sequence)));
    // A busy machine may take two tries; none goes back to the first address.
    let connections = standin.state().connections.clone();
    assert!(connections.len() > 1 && connections[0] == "/", "{connections:?}");
    assert!(connections[1..].iter().all(|path| path == "/resume/"), "{connections:?}");
    bot.stop().await;
    assert_eq!(standin.state().closes.last(), Some(&Some(1_000)), "the bot goes offline at once");
}

#[tokio::test]
async fn each_way_to_lose_a_connection_has_its_way_back() {
    let runs = [
        (Order::Reconnect, 6),
        (Order::InvalidSession(true), 6),
        (Order::InvalidSession(false), 2),
        (Order::CloseWithoutCode, 6),
        (Order::Close(1_000), 6),
        (Order::Close(1_001), 6),
        (Order::Close(4_000), 6),
        (Order::Close(4_001), 6),
        (Order::Close(4_002), 6),
        (Order::Close(4_003), 6),
        (Order::Close(4_005), 6),
        (Order::Close(4_007), 2),
        (Order::Close(4_008), 6),
        (Order::Close(4_009), 2),
        (Order::Close(4_999), 6),
    ]
    .map(|(order, opcode)| {
        tokio::spawn(async move {
            let standin = Standin::start().await;
            let bot = Bot::ready(&standin).await;
            let name = format!("{order:?}");
            standin.order(order);
            standin.wait_for(&name, |state| (state.sessions.len() >= 2).then_some(())).await;
            standin.wait_session(2, opcode).await;
            is_alive(&standin).await;
            bot.stop().await;
            assert_eq!(opcodes(&standin), [2, u64::from(opcode)], "{name}");
            assert_eq!(standin.count("GET", "/commands"), 1, "{name}: registration is for the life of the process");
            assert_eq!(standin.count("GET", "/gateway/bot"), 1);
        })
    });
    for run in runs {
        run.await.expect("the run succeeds");
    }
}

#[tokio::test]
async fn a_session_that_cannot_be_resumed_is_begun_anew() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.state().resumable.clear();
    standin.order(Order::Drop);
    standin.wait_session(3, 2).await;
    is_alive(&standin).await;
    bot.stop().await;
    assert_eq!(opcodes(&standin), [2, 6, 2]);
}

#[tokio::test]
async fn an_address_that_is_not_the_gateways_is_not_followed() {
    for url in ["wss://gateway.discord.gg", "ws://192.0.2.1", "no address", "ws://127.0.0.1:1?x=y"] {
        let standin = Standin::start().await;
        standin.state().resume_url = Some(url.to_owned());
        let bot = Bot::ready(&standin).await;
        standin.order(Order::Close(4_000));
        standin.wait_session(2, 6).await;
        is_alive(&standin).await;
        let output = bot.stop().await;
        // A resume may take two tries on a busy machine; none may go elsewhere.
        let connections = standin.state().connections.clone();
        assert!(
            connections.len() >= 2 && connections.iter().all(|path| path == "/"),
            "{url}: {connections:?}, {output}"
        );
    }
}

#[tokio::test]
async fn heartbeats_are_kept_and_a_dead_connection_is_noticed() {
    let standin = Standin::start().await;
    standin.state().heartbeat_interval = Duration::from_millis(400);
    let bot = Bot::ready(&standin).await;
    standin.wait_for("heartbeats", |state| (state.heartbeats.len() > 3).then_some(())).await;
    let before = standin.state().heartbeats.len();
    standin.order(Order::Heartbeat);
    standin.wait_for("a heartbeat", |state| (state.heartbeats.len() > before).then_some(())).await;
    assert!(standin.state().heartbeats.last().is_some_and(Option::is_some), "with the sequence");
    assert_eq!(opcodes(&standin), [2], "answered heartbeats break nothing");
    standin.state().no_acks = true;
    standin.wait_for("RESUME", |state| (state.sessions.len() == 2).then_some(())).await;
    standin.state().no_acks = false;
    standin.wait_session(2, 6).await;
    is_alive(&standin).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_gateway_that_closes_at_once_is_no_hot_loop() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.state().close_on_connect = true;
    standin.order(Order::Drop);
    tokio::time::sleep(Duration::from_secs(6)).await;
    let connections = standin.state().connections.len();
    assert!((3..=7).contains(&connections), "{connections} connections in six seconds");
    standin.state().close_on_connect = false;
    standin.wait_session(2, 6).await;
    is_alive(&standin).await;
    bot.stop().await;
}

#[tokio::test]
async fn frames_of_no_known_shape_break_nothing_and_are_not_repeated_in_the_log() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    for raw in [
        "{",
        "null",
        "[]",
        r#"{"op":99,"d":"a-private-word"}"#,
        r#"{"op":0,"t":"BRAND_NEW","s":1,"d":{"x":"a-private-word"}}"#,
        r#"{"op":0,"t":"INTERACTION_CREATE","s":1,"d":"a-private-word"}"#,
        r#"{"op":0,"t":"MESSAGE_CREATE","s":1,"d":{"content":"a-private-word"}}"#,
        r#"{"op":0,"t":"INTERACTION_CREATE","d":{"id":"1","x":"a-private-word"}}"#,
    ] {
        standin.order(Order::Raw(raw.to_owned()));
    }
    is_alive(&standin).await;
    let output = bot.stop().await;
    assert!(output.contains("could not be read") && output.contains("so_far=2"), "{output}");
    assert!(!output.contains("a-private-word"), "{output}");
}

#[tokio::test]
async fn all_shards_that_discord_asks_for_are_run() {
    let standin = Standin::start().await;
    standin.state().shards = 2;
    let bot = Bot::start(&standin);
    standin.wait_for("both shards", |state| (state.ready == 2).then_some(())).await;
    bot.stop().await;
    let mut shards: Vec<Value> = standin.state().sessions.iter().map(|session| session["d"]["shard"].clone()).collect();
    shards.sort_by_key(Value::to_string);
    assert_eq!(shards, [json!([0, 2]), json!([1, 2])]);
    assert_eq!(standin.state().closes, [Some(1_000), Some(1_000)]);
}

#[tokio::test]
async fn a_limit_that_discord_tells_is_never_passed() {
    let standin = Standin::start().await;
    let window = Duration::from_millis(1_500);
    standin.state().limits.push(crate::support::Limit { path: "/messages", requests: 2, window });
    let bot = Bot::ready(&standin).await;
    for _ in 0..7 {
        standin.dispatch("MESSAGE_CREATE", mention("who signed?"));
    }
    standin.wait_for("all messages", |state| (state.nonces.len() == 7).then_some(())).await;
    bot.stop().await;
    assert_eq!((standin.count("POST", "/messages"), standin.state().limited), (7, 0));
}

#[tokio::test]
async fn a_hostile_channel_is_left_alone_and_stops_nothing_else() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    for _ in 0..10 {
        let body = r#"{"message":"Missing Permissions","code":50013}"#;
        standin.fail_next(crate::support::Fault {
            method: "POST",
            path: "/channels/1200000000000000002/messages",
            status: 403,
            headers: Vec::new(),
            body,
        });
    }
    for _ in 0..8 {
        standin.dispatch("MESSAGE_CREATE", mention("who signed?"));
    }
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(standin.count("POST", "/messages"), 3);
    let elsewhere = crate::support::events::with(mention("who signed?"), "channel_id", json!("1200000000000000009"));
    standin.tell(elsewhere).await;
    is_alive(&standin).await;
    let output = bot.stop().await;
    assert!(output.contains("give the bot the permissions"), "{output}");
}

#[tokio::test]
async fn an_answer_that_was_lost_on_the_way_makes_no_second_message() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.state().slow = Some(("/messages", Duration::from_secs(16)));
    standin.dispatch("MESSAGE_CREATE", mention("who signed?"));
    standin.wait_for("first try", |state| (!state.nonces.is_empty()).then_some(())).await;
    standin.state().slow = None;
    standin
        .wait_for("second try", |state| {
            (state.requests.iter().filter(|request| request.path.ends_with("/messages")).count() == 2).then_some(())
        })
        .await;
    bot.stop().await;
    assert_eq!(standin.state().nonces.len(), 1, "the same nonce");
}

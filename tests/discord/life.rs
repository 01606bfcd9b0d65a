//! How the bot lives and ends: waits, faults, broken connections, signals, refusals.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::QUIET;
use crate::support::events::{command, mention};
use crate::support::process::{Bot, program};
use crate::support::{Fault, Order, Standin, TOKEN};

#[tokio::test]
async fn a_wait_without_a_number_is_no_hot_loop() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    for _ in 0..50 {
        standin.fail_next(Fault {
            method: "POST",
            path: "/messages",
            status: 429,
            headers: vec![("Retry-After", "Mon, 23 Nov 2026 12:00:00 GMT")],
            body: "<html>busy</html>",
        });
    }
    standin.dispatch("MESSAGE_CREATE", mention("who signed?"));
    tokio::time::sleep(Duration::from_secs(4)).await;
    assert_eq!(standin.count("POST", "/messages"), 1);
    standin
        .wait_for("second try", |state| {
            (state.requests.iter().filter(|r| r.path.ends_with("/messages")).count() > 1).then_some(())
        })
        .await;
    bot.terminate();
    bot.end().await;
}

#[tokio::test]
async fn a_wait_with_a_number_is_kept_and_a_global_one_holds_all() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    let headers = vec![("Retry-After", "2"), ("X-RateLimit-Global", "true"), ("X-RateLimit-Scope", "global")];
    let body = r#"{"message":"You are being rate limited.","retry_after":2.0,"global":true}"#;
    standin.fail_next(Fault { method: "POST", path: "/messages", status: 429, headers, body });
    let start = Instant::now();
    standin.dispatch("MESSAGE_CREATE", mention("who signed?"));
    standin
        .wait_for("first try", |state| state.requests.iter().any(|r| r.path.ends_with("/messages")).then_some(()))
        .await;
    standin.tell(mention("who else signed?")).await;
    assert!(start.elapsed() >= Duration::from_secs(2), "the other message waits too");
    // The answers to interactions are under no global limit.
    standin.interact(command("onthisday", &json!([]))).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 3);
}

#[tokio::test]
async fn a_fault_of_discord_is_survived() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let fault = |method, path, status| Fault { method, path, status, headers: Vec::new(), body: "oops" };
    for path in ["/callback", "/messages"] {
        standin.fail_next(fault("POST", path, 500));
        standin.fail_next(fault("POST", path, 502));
    }
    let asked = command("onthisday", &json!([]));
    let start = format!("/interactions/{}/", asked["id"].as_str().expect("an id"));
    standin.interact(asked).await;
    standin.tell(mention("")).await;
    standin
        .wait_for("third try of both", |state| {
            let tries = |part: &str| state.requests.iter().filter(|r| r.path.contains(part)).count();
            (tries(&start) == 3 && tries("/messages") == 3).then_some(())
        })
        .await;
    // What Discord refuses for good is not tried again.
    standin.fail_next(Fault {
        body: r#"{"message":"Unknown interaction","code":10062}"#,
        ..fault("POST", "/callback", 404)
    });
    standin.interact(command("onthisday", &json!([]))).await;
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/callback"), 4);
}

#[tokio::test]
async fn an_event_is_answered_once() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let asked = command("onthisday", &json!([]));
    let told = mention("");
    standin.interact(asked.clone()).await;
    standin.tell(told.clone()).await;
    // The connection breaks, the bot comes back, and Discord sends what it thinks was missed.
    standin.order(Order::Drop);
    standin.wait_for("RESUME", |state| state.sessions.iter().any(|session| session["op"] == 6).then_some(())).await;
    standin.wait_ready().await;
    standin.dispatch("INTERACTION_CREATE", asked);
    standin.dispatch("MESSAGE_CREATE", told);
    standin.interact(command("onthisday", &json!([]))).await;
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/callback"), 2);
    assert_eq!(standin.count("POST", "/messages"), 1);
    assert_eq!(standin.count("GET", "/commands"), 1, "commands are looked at once in the life of a process");
}

#[tokio::test]
async fn a_running_answer_is_finished_before_the_end() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.fail_next(Fault { method: "POST", path: "/callback", status: 500, headers: Vec::new(), body: "" });
    standin.fail_next(Fault {
        method: "POST",
        path: "/messages",
        status: 429,
        headers: vec![("Retry-After", "3")],
        body: "{}",
    });
    let asked = command("onthisday", &json!([]));
    standin.dispatch("MESSAGE_CREATE", mention(""));
    standin
        .wait_for("first message", |state| state.requests.iter().any(|r| r.path.ends_with("/messages")).then_some(()))
        .await;
    standin.interact(asked).await;
    bot.terminate();
    let (status, output) = bot.end().await;
    assert_eq!(status.code(), Some(0), "{output}");
    assert_eq!(standin.count("POST", "/callback"), 2, "{output}");
    assert_eq!(standin.count("POST", "/messages"), 2, "{output}");
}

#[tokio::test]
async fn fatal_close_codes_end_the_process_with_a_plain_message() {
    let codes =
        [(4004, "token"), (4010, "shard"), (4011, "shards"), (4012, "newer"), (4013, "newer"), (4014, "intents")];
    let runs = codes.map(|(code, word)| {
        tokio::spawn(async move {
            let standin = Standin::start().await;
            standin.state().close_on_identify = Some(code);
            let (status, output) = Bot::start(&standin).end().await;
            assert_eq!(status.code(), Some(2), "{code}: {output}");
            let plain = output.lines().find(|line| line.starts_with("accords: ")).unwrap_or_default();
            assert!(plain.contains(&code.to_string()) && plain.contains(word), "{code}: {output}");
            assert_eq!(standin.state().sessions.len(), 1, "{code}: no second IDENTIFY");
        })
    });
    for run in runs {
        run.await.expect("the run succeeds");
    }
}

#[tokio::test]
async fn whoever_wants_the_text_of_messages_is_told_to_allow_it() {
    let (wanted, plain) = ("turn on Message Content Intent", "no privileged intents");
    let cases = [
        (("ACCORDS_QUESTION_CHANNELS", "1200000000000000002"), wanted, plain),
        (("ACCORDS_FORUM_CHANNELS", "1200000000000000009"), wanted, plain),
        (("RUST_LOG", "info"), plain, wanted),
    ];
    for (variable, said, not_said) in cases {
        let standin = Standin::start().await;
        standin.state().close_on_identify = Some(4014);
        let (status, output) = Bot::start_with(&standin, &[variable]).end().await;
        assert_eq!(status.code(), Some(2), "{output}");
        assert!(output.contains(said) && !output.contains(not_said), "{output}");
    }
}

#[tokio::test]
async fn a_fatal_close_in_mid_session_ends_the_process_too() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.order(Order::Close(4004));
    let (status, output) = bot.end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("accords: Discord closed the connection with code 4004"), "{output}");
}

#[tokio::test]
async fn other_close_codes_are_survived() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.order(Order::Close(4000));
    standin.wait_for("RESUME", |state| state.sessions.iter().any(|session| session["op"] == 6).then_some(())).await;
    standin.wait_ready().await;
    standin.interact(command("onthisday", &json!([]))).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_refused_token_ends_the_process() {
    let standin = Standin::start().await;
    let body = r#"{"message":"401: Unauthorized","code":0}"#;
    standin.fail_next(Fault { method: "GET", path: "/gateway/bot", status: 401, headers: Vec::new(), body });
    let (status, output) = Bot::start(&standin).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("DISCORD_TOKEN"), "{output}");

    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.fail_next(Fault { method: "POST", path: "/messages", status: 401, headers: Vec::new(), body });
    standin.dispatch("MESSAGE_CREATE", mention(""));
    let (status, output) = bot.end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("accords: Discord refused the bot's token (401)"), "{output}");

    // 401 to an interaction's own token says nothing about the bot's.
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.fail_next(Fault { method: "POST", path: "/callback", status: 401, headers: Vec::new(), body });
    standin.interact(command("onthisday", &json!([]))).await;
    standin.interact(command("onthisday", &json!([]))).await;
    bot.stop().await;
}

#[tokio::test]
async fn too_few_sessions_left_is_a_reason_not_to_connect() {
    for (left, shards) in [(49, 1), (50, 1), (52, 3)] {
        let standin = Standin::start().await;
        standin.state().sessions_left = left;
        standin.state().shards = shards;
        let (status, output) = Bot::start(&standin).end().await;
        assert_eq!(status.code(), Some(1), "{output}");
        assert!(output.contains(&format!("only {left} more connections for now; {shards} are needed")), "{output}");
        assert!(standin.state().sessions.is_empty());
    }
    let standin = Standin::start().await;
    standin.state().sessions_left = 51;
    Bot::ready(&standin).await.stop().await;
}

#[tokio::test]
async fn without_a_token_it_says_so() {
    let (status, output) = Bot::spawn(&mut program(&[], &[])).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("DISCORD_TOKEN is not set"), "{output}");
}

#[tokio::test]
async fn nobody_at_the_address_is_a_plain_error() {
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let base = format!("http://{}", closed.local_addr().expect("a bound port"));
    drop(closed);
    let variables = [("DISCORD_TOKEN", TOKEN), ("DISCORD_API_BASE", base.as_str())];
    let (status, output) = Bot::spawn(&mut program(&[], &variables)).end().await;
    assert_eq!(status.code(), Some(1), "{output}");
    assert!(output.contains("accords: asking for the gateway: Discord could not be reached"), "{output}");
}

#[tokio::test]
async fn shards_are_as_set() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("ACCORDS_SHARDS", "3/16")]);
    standin.wait_ready().await;
    bot.stop().await;
    assert_eq!(standin.state().sessions[0]["d"]["shard"], json!([3, 16]));

    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("ACCORDS_SHARDS", "none")]);
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    assert!(standin.state().sessions.is_empty());
    assert_eq!(standin.count("GET", "/gateway/bot"), 0);
}

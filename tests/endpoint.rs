//! The HTTP interactions endpoint: what Discord signed is answered, everything else is refused.

use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use accords::config::Secret;
use accords::discord::answering::Answering;
use accords::discord::app::{App, utc_today};
use accords::discord::endpoint;
use accords::discord::rest::Rest;
use accords::knowledge::Knowledge;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use support::endpoint::{Endpoint, public_key, secret, sign};
use support::events::{command, command_of_a_user_install, message, on_message, text, typing, with, yes};
use support::process::{Bot, program};
use support::{Fault, Standin, TOKEN};

// Nothing outside this test sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod support;

fn ask(question: &str) -> Value {
    command("ask", &json!([text("question", question)]))
}

#[tokio::test]
async fn interactions_are_answered_inline_without_a_gateway() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start(&standin).await;
    assert_eq!(endpoint.post(br#"{"type":1}"#).await, (200, r#"{"type":1}"#.to_owned()));
    let ping = with(command("", &json!([])), "type", json!(1));
    assert_eq!(endpoint.interact(&ping).await, json!({"type": 1}));

    let reply = endpoint.interact(&ask("When did Bahrain sign the Abraham Accords?")).await;
    let description = reply["data"]["embeds"][0]["description"].as_str().unwrap_or_default();
    assert!(description.contains("2020") && description.contains("[1]"), "{reply:#}");
    endpoint.interact(&command_of_a_user_install("member", &json!([text("country", "Morocco")]))).await;
    let choices = endpoint.interact(&typing("member", "country", "mor")).await;
    assert_eq!(choices["data"]["choices"][0]["name"], "Morocco");

    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/callback"), 0, "the answer is the response and nothing else");
    assert!(standin.state().sessions.is_empty() && standin.count("GET", "/gateway/bot") == 0);
}

#[tokio::test]
async fn it_runs_beside_the_gateway_and_answers_the_same() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start_with(&standin, &[]).await;
    standin.wait_ready().await;
    let over_http = endpoint.interact(&ask("When did Bahrain sign the Abraham Accords?")).await;
    let over_gateway = standin.interact(ask("When did Bahrain sign the Abraham Accords?")).await;
    assert_eq!(over_http, over_gateway);
    bot.stop().await;
}

#[tokio::test]
async fn what_discord_did_not_sign_is_refused() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start(&standin).await;
    let body = br#"{"type":1}"#;
    let good = sign(body);
    let forged = support::endpoint::hex(&[1; 64]);
    for (signature, timestamp, body) in [
        (forged.as_str(), "1767225600", &body[..]),
        (&good, "1767225601", body),
        (&good, "", body),
        (&good, "1767225600", br#"{"type":2}"#),
        (&good, "1767225600", b""),
        (&good[..126], "1767225600", body),
        (&format!("{good}00"), "1767225600", body),
        ("", "1767225600", body),
        (&"0".repeat(128), "1767225600", body),
        (&"z".repeat(128), "1767225600", body),
        (&"é".repeat(64), "1767225600", body),
    ] {
        assert_eq!(endpoint.post_as(signature, timestamp, body).await.0, 401, "{signature} {timestamp}");
    }
    for headers in [&[][..], &["X-Signature-Ed25519"], &["X-Signature-Timestamp"]] {
        let mut request = endpoint.request(Method::POST, "/interactions").body(body.to_vec());
        for name in headers {
            request = request.header(*name, &good);
        }
        assert_eq!(request.send().await.expect("an answer").status().as_u16(), 401, "{headers:?}");
    }
    assert_eq!(endpoint.post(body).await.0, 200, "it still answers Discord");
    bot.stop().await;
}

#[tokio::test]
async fn what_is_signed_and_no_interaction_is_refused() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start(&standin).await;
    let whole = ask("Who signed?").to_string();
    let deep = |open: &str, close: &str| format!(r#"{{"type":2,"a":{}{}}}"#, open.repeat(40_000), close.repeat(40_000));
    for body in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"type":2}"#,
        r#"{"type":"1"}"#,
        r#"{"id":"x","type":2,"token":"t"}"#,
        "\u{FEFF}{}",
        &whole[..whole.len() / 2],
        &deep("[", "]"),
        &deep(r#"{"a":"#, "}").replace(":}", ":1}"),
        &"[".repeat(200_000),
    ] {
        assert_eq!(endpoint.post(body.as_bytes()).await.0, 400, "{}", &body[..body.len().min(60)]);
    }
    assert_eq!(endpoint.post(b"{\"type\":2,\"id\":\"\xff\"}").await.0, 400);
    assert_eq!(endpoint.post(&vec![b' '; (256 << 10) + 1]).await.0, 413);
    assert_eq!(endpoint.post(&vec![b' '; 256 << 10]).await.0, 400);
    for method in [Method::GET, Method::PUT, Method::DELETE, Method::HEAD, Method::PATCH, Method::OPTIONS] {
        let response = endpoint.request(method.clone(), "/interactions").send().await.expect("an answer");
        assert_eq!(response.status().as_u16(), 405, "{method}");
    }
    for path in ["/", "/interactions/", "/interactions/x", "/metrics", "/..%2finteractions"] {
        let response = endpoint.request(Method::POST, path).send().await.expect("an answer");
        assert_eq!(response.status().as_u16(), 404, "{path}");
    }
    let output = bot.stop().await;
    assert!(!output.contains("panic"), "{output}");
}

#[tokio::test]
async fn odd_interactions_get_a_clear_reply() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start(&standin).await;
    let no_channel = with(ask("a-private-question"), "channel_id", json!({}));
    for odd in [
        command("nonesuch", &json!([])),
        command("ask", &json!([text("question", "Who signed?"), text("colour", "red")])),
        command("ask", &json!([{"name": "question", "type": 4, "value": 5}])),
        command("ask", &json!([])),
        ask(&"why ".repeat(2_500)),
        no_channel,
    ] {
        let reply = endpoint.interact(&odd).await;
        assert_eq!(reply["data"]["flags"], 64, "{reply:#}");
        assert!(reply["data"]["content"].as_str().is_some_and(|text| text.ends_with('.')), "{reply:#}");
    }
    endpoint.interact(&ask("\u{0}\u{202E}\u{FFFF}")).await;
    let output = bot.stop().await;
    assert!(output.contains("an interaction from Discord could not be read"), "{output}");
    assert!(!output.contains("a-private-question"), "what people ask is not logged: {output}");
}

#[tokio::test]
async fn a_key_of_no_use_is_refused_at_the_start() {
    for (key, problem) in [
        ("0".repeat(64), "is a key with which anybody can sign"),
        ("0".repeat(63), "is not 64 hexadecimal digits"),
        (format!("02{}", "0".repeat(62)), "is no Ed25519 key"),
        ("not-a-key".to_owned(), "is not 64 hexadecimal digits"),
    ] {
        let variables = [("DISCORD_TOKEN", TOKEN), ("DISCORD_PUBLIC_KEY", key.as_str())];
        let (status, output) = Bot::spawn(&mut program(&[], &variables)).end().await;
        assert_eq!(status.code(), Some(2), "{output}");
        assert!(output.starts_with(&format!("accords: DISCORD_PUBLIC_KEY {problem}; copy the public key")), "{output}");
    }
}

#[tokio::test]
async fn an_address_in_use_is_told() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    let standin = Standin::start().await;
    let key = public_key();
    let bot = Bot::start_with(&standin, &[("DISCORD_PUBLIC_KEY", &key), ("ACCORDS_HTTP_ADDR", &address)]);
    let (status, output) = bot.end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(
        output.contains(&format!("cannot listen on {address}")) && output.contains("ACCORDS_HTTP_ADDR"),
        "{output}"
    );
}

/// An endpoint in this process, whose answers wait for a word of the test.
async fn slow_endpoint(standin: &Standin, today: fn() -> jiff::civil::Date) -> (Endpoint, CancellationToken) {
    let base = standin.base().parse().expect("an address");
    let rest = Arc::new(Rest::new(&base, &Secret::new(TOKEN)).expect("a client"));
    let app = Arc::new(App::new(Knowledge::embedded().expect("the knowledge"), today));
    let routes = endpoint::routes(secret().verifying_key(), Answering::new(app, rest));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address").to_string();
    let stop = CancellationToken::new();
    tokio::spawn(endpoint::serve(listener, routes, stop.clone()));
    (Endpoint::at(&address), stop)
}

/// A day that takes two seconds to be known, and with it every answer.
fn slow_today() -> jiff::civil::Date {
    std::thread::sleep(Duration::from_secs(2));
    utc_today()
}

#[tokio::test]
async fn a_slow_answer_is_deferred_and_follows() {
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, slow_today).await;
    let start = Instant::now();
    let question = text("question", "When did Bahrain sign the Abraham Accords?");
    let public = command("ask", &json!([question]));
    let private = command("ask", &json!([question, yes("private")]));
    let (to_all, to_one) = tokio::join!(endpoint.interact(&public), endpoint.interact(&private));
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    assert_eq!(to_all, json!({"type": 5}));
    assert_eq!(to_one, json!({"type": 5, "data": {"flags": 64}}));
    let edits = standin
        .wait_for("both answers", |state| {
            let edits: Vec<_> = state.requests.iter().filter(|request| request.method == "PATCH").cloned().collect();
            (edits.len() == 2).then_some(edits)
        })
        .await;
    for edit in edits {
        assert!(edit.path.ends_with("/messages/@original"));
        assert!(edit.body["embeds"][0]["description"].as_str().is_some_and(|text| text.contains("2020")));
        assert!(edit.body.get("flags").is_none(), "who sees it was settled by the deferral");
    }
}

#[tokio::test]
async fn a_deferral_that_takes_long_to_reach_discord_is_waited_for() {
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, slow_today).await;
    for _ in 0..2 {
        let body = r#"{"message":"Unknown Webhook","code":10015}"#;
        standin.fail_next(Fault { method: "PATCH", path: "/@original", status: 404, headers: Vec::new(), body });
    }
    assert_eq!(endpoint.interact(&ask("When did Bahrain sign the Abraham Accords?")).await, json!({"type": 5}));
    standin
        .wait_for("the third attempt", |state| {
            (state.requests.iter().filter(|request| request.method == "PATCH").count() == 3).then_some(())
        })
        .await;
}

#[tokio::test]
async fn a_picture_goes_with_the_answer_at_once_or_later() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start(&standin).await;
    let timeline = command("timeline", &json!([text("country", "Morocco")]));
    let (reply, files) = endpoint.interact_with_files(&timeline).await;
    assert_eq!(reply["data"]["embeds"][0]["image"]["url"], "attachment://timeline.png");
    assert_eq!((files.len(), files[0].name.as_str()), (1, "timeline.png"));
    let described = reply["data"]["attachments"][0]["description"].as_str().unwrap_or_default();
    assert!(described.contains("signed 22 Dec 2020"), "{described}");
    bot.stop().await;

    let (endpoint, _stop) = slow_endpoint(&standin, slow_today).await;
    let again = command("timeline", &json!([text("country", "Morocco")]));
    assert_eq!(endpoint.interact(&again).await, json!({"type": 5}));
    let find = |state: &support::State| {
        state.requests.iter().find(|request| request.method == "PATCH" && request.path.ends_with("@original")).cloned()
    };
    let edit = standin.wait_for("the answer", find).await;
    assert!(edit.files.len() == 1 && edit.files[0].bytes == files[0].bytes, "{:?}", edit.body["attachments"]);
}

#[tokio::test]
async fn what_is_for_one_person_takes_the_place_of_a_deferral_for_all() {
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, slow_today).await;
    let deferred = endpoint.interact(&command("onthisday", &json!([text("date", "31 June")]))).await;
    assert_eq!(deferred, json!({"type": 5}));
    let follow_up = standin
        .wait_for("follow-up", |state| {
            let is_one = |path: &str| path.contains("/webhooks/") && !path.ends_with("@original");
            state.requests.iter().find(|request| is_one(&request.path)).cloned()
        })
        .await;
    assert_eq!(follow_up.body["flags"], 64);
    assert_eq!(standin.count("DELETE", "@original"), 1);
    // There is no deferral of suggestions.
    let none = endpoint.interact(&typing("onthisday", "date", "3")).await;
    assert_eq!(none["data"]["choices"], json!([]));
}

#[tokio::test]
async fn what_is_for_one_alone_is_deferred_so_and_a_form_is_not_deferred() {
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, slow_today).await;
    let asked = on_message("Answer this", "When did Bahrain sign the Abraham Accords?");
    let press = with(command("", &json!([])), "type", json!(3));
    let press = with(press, "message", message(""));
    let press = with(press, "data", json!({"custom_id": "1:wrong:f.Ab3_9x", "component_type": 2}));
    let (answer, form) = tokio::join!(endpoint.interact(&asked), endpoint.interact(&press));
    assert_eq!(answer, json!({"type": 5, "data": {"flags": 64}}));
    // What follows a deferral cannot be a form, so the person is asked to try again.
    assert_eq!((&form["type"], &form["data"]["flags"]), (&json!(4), &json!(64)), "{form:#}");
    standin
        .wait_for("the answer", |state| state.requests.iter().any(|request| request.method == "PATCH").then_some(()))
        .await;
}

#[tokio::test]
async fn a_request_that_comes_again_is_carried_out_once() {
    static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    fn counted_today() -> jiff::civil::Date {
        COUNT.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(300));
        utc_today()
    }
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, counted_today).await;
    let asked = ask("When did Bahrain sign the Abraham Accords?");
    let (first, again) = tokio::join!(endpoint.interact(&asked), endpoint.interact(&asked));
    assert_eq!(first, again);
    assert_eq!(endpoint.interact(&asked).await, first);
    assert_eq!(COUNT.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_request_whose_sender_has_hung_up_is_carried_out_once() {
    static COUNT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    fn counted_today() -> jiff::civil::Date {
        COUNT.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        std::thread::sleep(Duration::from_millis(600));
        utc_today()
    }
    let standin = Standin::start().await;
    let (endpoint, _stop) = slow_endpoint(&standin, counted_today).await;
    let asked = ask("When did Bahrain sign the Abraham Accords?");
    let body = asked.to_string().into_bytes();
    // Dropped while the answer is being found, and the connection with it.
    let dropped = tokio::time::timeout(Duration::from_millis(300), endpoint.post(&body)).await;
    assert!(dropped.is_err(), "it takes longer than that");
    let reply = endpoint.interact(&asked).await;
    assert!(reply["data"]["embeds"][0]["description"].as_str().is_some_and(|text| text.contains("2020")), "{reply:#}");
    assert_eq!(COUNT.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[tokio::test]
async fn a_running_answer_is_finished_before_the_end() {
    let standin = Standin::start().await;
    let (endpoint, stop) = slow_endpoint(&standin, || {
        std::thread::sleep(Duration::from_millis(700));
        utc_today()
    })
    .await;
    let (sent, stopped) = mpsc::channel();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(200)).await;
        stop.cancel();
        sent.send(()).expect("the test waits");
    });
    let reply = endpoint.interact(&ask("When did Bahrain sign the Abraham Accords?")).await;
    assert!(stopped.try_recv().is_ok(), "the end was asked for in the meantime");
    assert!(reply["data"]["embeds"][0]["description"].as_str().is_some_and(|text| text.contains("2020")));
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(endpoint.request(Method::POST, "/interactions").send().await.is_err(), "nothing new is taken");
}

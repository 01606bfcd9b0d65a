//! Very many interactions of every kind in one run: no error, and memory that does not grow.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::database::Database;
use crate::support::endpoint::{Endpoint, sign};
use crate::support::events::{command, message, text, typing, with};
use crate::support::{BOT, Standin};
use crate::{GROWTH, Sent};

/// Who asks at the same time.
const PEOPLE: usize = 16;
/// Interactions until everything that is kept once is there.
const SETTLED: u64 = 10_000;
/// One answer in so many is checked against all that Discord documents; the others only for what a fault would look like.
const CHECKED: u64 = 50;
/// Of a hundred, so many come over the gateway: most of them interactions, and a message.
const OVER_GATEWAY: u64 = 3;

/// What is asked of the endpoint, and the buttons of the answers.
struct Mixture {
    events: Vec<Value>,
}

impl Mixture {
    /// Every command, what is typed before it, a form, and every button that the answers have.
    async fn new(endpoint: &Endpoint) -> Self {
        let ask = |question: &str| command("ask", &json!([text("question", question)]));
        let mut events = vec![
            ask("When did Bahrain sign the Abraham Accords?"),
            ask("When did Saudi Arabia sign?"),
            ask("How did the Knesset vote on Bahrain?"),
            ask("who won the 2022 world cup"),
            ask("wen did kazahkstan jion"),
            command("member", &json!([text("country", "Morocco")])),
            command("members", &json!([text("as_of", "1 November 2020")])),
            command("compare", &json!([text("a", "Bahrain"), text("b", "Sudan")])),
            command("conditions", &json!([text("country", "Sudan")])),
            command("timeline", &json!([text("country", "Sudan")])),
            command("onthisday", &json!([text("date", "15 September")])),
            command("document", &json!([text("name", "Abraham Accords Declaration")])),
            command("help", &json!([])),
            command("about", &json!([])),
            command("settings", &json!([])),
            command("nonesuch", &json!([])),
            typing("member", "country", "mor"),
            typing("onthisday", "date", "15"),
            typing("source", "id", "tps"),
        ];
        let mut pressed = Vec::new();
        for event in &events {
            let (reply, _) = endpoint.interact_with_files(&fresh(event)).await;
            pressed.extend(buttons(&reply["data"]["components"]).into_iter().map(|id| press(&reply, &id)));
        }
        let form = |id: &Value| {
            let input = json!({"type": 4, "custom_id": "text", "value": "It was a Monday."});
            let data = json!({"custom_id": id, "components": [{"type": 1, "components": [input]}]});
            with(with(command("", &json!([])), "type", json!(5)), "data", data)
        };
        let wrong = pressed.iter().find(|it| it["data"]["custom_id"].as_str().is_some_and(|id| id.contains(":wrong:")));
        let wrong = form(&wrong.expect("a button for notes")["data"]["custom_id"]);
        events.extend(pressed);
        events.push(wrong);
        Self { events }
    }

    fn next(&self, number: u64) -> Value {
        let count = u64::try_from(self.events.len()).expect("a small number");
        fresh(&self.events[usize::try_from(number % count).expect("below the count")])
    }
}

/// The same event, sent anew.
fn fresh(event: &Value) -> Value {
    let id = crate::support::events::fresh_id();
    with(event.clone(), "id", json!(id.to_string()))
}

/// The ids of all buttons, wherever they stand.
fn buttons(components: &Value) -> Vec<String> {
    let rows = components.as_array().into_iter().flatten();
    let buttons = rows.flat_map(|row| row["components"].as_array().into_iter().flatten());
    buttons.filter_map(|button| button["custom_id"].as_str().map(str::to_owned)).collect()
}

/// Somebody presses a button of an answer.
fn press(reply: &Value, custom_id: &str) -> Value {
    let mut shown = message("");
    for key in ["embeds", "components", "flags"] {
        if !reply["data"][key].is_null() {
            shown[key] = reply["data"][key].clone();
        }
    }
    shown["author"] =
        json!({"id": BOT.to_string(), "username": "accords", "discriminator": "0", "avatar": null, "bot": true});
    let event = with(command("", &json!([])), "type", json!(3));
    with(with(event, "message", shown), "data", json!({"custom_id": custom_id, "component_type": 2}))
}

/// Sends one thing over the gateway and waits for its answer.
async fn over_gateway(standin: &Standin, number: u64) {
    // A message for one in three.
    let mut sent = Sent::default();
    let (kind, event) = crate::asked(if number.is_multiple_of(OVER_GATEWAY) { 5 } else { number % 5 });
    let id = event["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
    if kind == "MESSAGE_CREATE" {
        sent.messages.push(id);
    } else {
        sent.interactions.push(id);
    }
    standin.emit(kind, &event);
    let begun = Instant::now();
    while sent.counts(&standin.state()) != [0, 1, 0] {
        assert!(begun.elapsed() < Duration::from_mins(1), "{event} has no answer");
        tokio::time::sleep(Duration::from_millis(4)).await;
    }
    let mut state = standin.state();
    state.answered.remove(&id);
    state.replies.remove(&id);
}

/// Posts one interaction and looks at the answer.
async fn over_http(endpoint: &Endpoint, mixture: &Mixture, number: u64) {
    let event = mixture.next(number);
    if number.is_multiple_of(CHECKED) {
        endpoint.interact_with_files(&event).await;
        return;
    }
    let body = event.to_string().into_bytes();
    let (status, answer) = endpoint.post_bytes(&sign(&body), &body).await;
    assert_eq!(status, 200, "{event}");
    let text = String::from_utf8_lossy(&answer);
    assert!(!text.contains("Something went wrong") && text.contains("\"type\":"), "{event}: {text}");
}

async fn soak(total: u64, settled: u64) {
    let database = Database::file("soak");
    let standin = Arc::new(Standin::start().await);
    standin.state().is_forgetful = true;
    let settings =
        [("ACCORDS_ANSWERS_PER_MINUTE", "0"), ("RUST_LOG", "warn,accords=info"), ("DATABASE_URL", &database.url)];
    let (bot, endpoint) = Endpoint::start_with(&standin, &settings).await;
    standin.wait_ready().await;
    let (mixture, endpoint) = (Arc::new(Mixture::new(&endpoint).await), Arc::new(endpoint));
    let next = Arc::new(AtomicU64::new(0));
    let begun = Instant::now();
    let run = |until: u64| {
        let people = (0..PEOPLE).map(|_| {
            let (standin, endpoint, mixture) = (Arc::clone(&standin), Arc::clone(&endpoint), Arc::clone(&mixture));
            let next = Arc::clone(&next);
            tokio::spawn(async move {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    match number {
                        _ if number >= until => break,
                        _ if number % 100 < OVER_GATEWAY => over_gateway(&standin, number).await,
                        _ => over_http(&endpoint, &mixture, number).await,
                    }
                }
                // The one that was one too many is for the next run.
                next.fetch_min(until, Ordering::Relaxed);
            })
        });
        people.collect::<Vec<_>>()
    };
    for person in run(settled) {
        person.await.expect("every answer is as it should be");
    }
    let first = bot.memory();
    for person in run(total) {
        person.await.expect("every answer is as it should be");
    }
    let last = bot.memory();
    let time = begun.elapsed().as_secs_f64();
    println!("{total} interactions in {time:.0} s; memory after {settled}: {first:?} kB, at the end: {last:?} kB");
    if let (Some(first), Some(last)) = (first, last) {
        assert!(last * 100 <= first * (100 + GROWTH), "memory grew from {first} to {last} kB");
    }
    let output = bot.stop().await;
    assert!(!output.contains(" ERROR ") && !output.contains(" WARN "), "{output}");
}

#[tokio::test(flavor = "multi_thread")]
async fn five_thousand_interactions_are_answered_and_leave_nothing_behind() {
    soak(5_000, 3_000).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same at length, best with a release build; takes half an hour"]
async fn a_million_interactions_are_answered_and_leave_nothing_behind() {
    soak(1_000_000, SETTLED).await;
}

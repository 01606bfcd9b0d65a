//! Logs as JSON, and what is in none.

use serde_json::{Value, json};

use crate::support::events::{GUILD, PERSON, command, direct, mention, text, typing};
use crate::support::process::{Bot, program};
use crate::support::{Fault, Order, Standin, TOKEN};

const JSON: (&str, &str) = ("ACCORDS_LOG_FORMAT", "json");
/// Words that no other text has.
const WORDS: &str = "zebra-crossing";

/// Every line must be a record.
fn records(output: &str) -> Vec<Value> {
    let read = |line: &str| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
    let records: Vec<Value> = output.lines().map(read).collect();
    for record in &records {
        for field in ["timestamp", "level", "target", "message"] {
            assert!(record[field].is_string(), "{record}");
        }
    }
    records
}

#[tokio::test]
async fn every_line_is_json_and_tells_what_it_is_about_and_nothing_of_people() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[JSON]);
    standin.wait_ready().await;
    let asked = command("ask", &json!([text("question", &format!("when did {WORDS} sign"))]));
    let written = mention(&format!("what about the {WORDS}?"));
    standin.interact(asked.clone()).await;
    standin.interact(typing("member", "country", WORDS)).await;
    standin.tell(written.clone()).await;
    standin.tell(direct(&format!("who is {WORDS}"))).await;
    let mut odd = command("ask", &json!([]));
    odd["data"]["options"] = json!({"text": WORDS});
    standin.interact(odd).await;
    // What fails is told with the id of what it is about.
    let gone = r#"{"message":"Missing Access","code":50001}"#;
    let refused = mention(WORDS);
    standin.fail_next(Fault { method: "POST", path: "/messages", status: 403, headers: Vec::new(), body: gone });
    standin.tell(refused.clone()).await;
    standin.order(Order::Raw(format!("{{\"op\": 0, \"t\": \"{WORDS}\" broken")));
    standin.interact(command("about", &json!([]))).await;
    let output = bot.stop().await;
    let records = records(&output);
    for hidden in [WORDS, TOKEN, "interaction-token", PERSON, "someone"] {
        assert!(!output.contains(hidden), "{hidden} is in the log: {output}");
    }
    let about = |event: &Value, kind: &str| -> Vec<&Value> {
        let id: u64 = event["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        records.iter().filter(|record| record["span"]["id"] == id && record["span"]["name"] == kind).collect()
    };
    assert!(about(&asked, "interaction").iter().any(|it| it["message"] == "an interaction was answered"), "{output}");
    let warned = about(&refused, "message");
    assert!(
        warned.iter().any(|it| it["level"] == "WARN" && it["message"] == "a message could not be answered"),
        "{output}"
    );
    assert!(!output.contains(GUILD), "{output}");
}

#[tokio::test]
async fn the_end_is_a_record_too() {
    let standin = Standin::start().await;
    standin.state().close_on_identify = Some(4014);
    let (status, output) = Bot::start_with(&standin, &[JSON, ("RUST_LOG", "info")]).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    let records = records(&output);
    let last = records.last().expect("a record");
    assert_eq!(last["level"], "ERROR", "{last}");
    assert!(last["problem"].as_str().is_some_and(|it| it.contains("4014") && it.contains("intents")), "{last}");
}

#[tokio::test]
async fn text_names_the_id_and_another_format_is_refused() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("RUST_LOG", "accords=debug")]);
    standin.wait_ready().await;
    let asked = command("about", &json!([]));
    standin.interact(asked.clone()).await;
    bot.wait_written(&format!("interaction{{id={}}}", asked["id"].as_str().expect("an id"))).await;
    bot.stop().await;
    let variables = [("DISCORD_TOKEN", TOKEN), ("ACCORDS_LOG_FORMAT", "xml")];
    let (status, output) = Bot::spawn(&mut program(&[], &variables)).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("ACCORDS_LOG_FORMAT is `xml`") && output.contains("`json`"), "{output}");
}

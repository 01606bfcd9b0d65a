//! Every command, button, form and way of talking, with the real program against a stand-in for Discord.
//!
//! The stand-in checks every body that it gets, see `support::bodies`; the tests look at what is theirs.

use std::time::Duration;

use serde_json::{Value, json};

use support::events::{command, on_message, text, typing};
use support::process::Bot;
use support::{BOT, Standin};

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

#[path = "commands/buttons.rs"]
mod buttons;
#[path = "commands/keeping.rs"]
mod keeping;
#[path = "commands/talking.rs"]
mod talking;

/// How long to wait for what must not happen.
const QUIET: Duration = Duration::from_millis(1_200);

fn embed(reply: &Value) -> &Value {
    if reply["data"]["embeds"][0].is_null() { &reply["embeds"][0] } else { &reply["data"]["embeds"][0] }
}

fn description(reply: &Value) -> &str {
    embed(reply)["description"].as_str().unwrap_or_default()
}

fn title(reply: &Value) -> &str {
    embed(reply)["title"].as_str().unwrap_or_default()
}

fn content(reply: &Value) -> &str {
    reply["data"]["content"].as_str().unwrap_or_default()
}

fn is_private(reply: &Value) -> bool {
    reply["data"]["flags"] == 64
}

/// The id of the button with this label.
fn button(reply: &Value, label: &str) -> String {
    let rows = if reply["data"].is_null() { &reply["components"] } else { &reply["data"]["components"] };
    let mut buttons =
        rows.as_array().into_iter().flatten().flat_map(|row| row["components"].as_array().into_iter().flatten());
    let found = buttons.find(|button| button["label"].as_str().is_some_and(|it| it.starts_with(label)));
    found.unwrap_or_else(|| panic!("no button {label:?}: {reply:#}"))["custom_id"].as_str().expect("an id").to_owned()
}

/// The same event by another person.
fn by(mut event: Value, person: u64) -> Value {
    for path in ["/member/user/id", "/user/id", "/author/id"] {
        if let Some(id) = event.pointer_mut(path) {
            *id = json!(person.to_string());
        }
    }
    event
}

#[tokio::test]
async fn every_reading_command_is_answered_with_sources() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let table = [
        ("member", vec![("country", "Moroco")], "Morocco", "22 December 2020"),
        ("members", vec![], "Members", "Morocco"),
        ("members", vec![("as_of", "1 November 2020")], "Members on 1 November 2020", "Bahrain"),
        (
            "compare",
            vec![("a", "Bahrain"), ("b", "morocco")],
            "Bahrain and Morocco",
            "Signed: Bahrain 15 September 2020; Morocco",
        ),
        ("conditions", vec![("country", "Sudan")], "Sudan: asked, given, open", "Sudan"),
        (
            "timeline",
            vec![("country", "Sudan"), ("from", "2020"), ("to", "2021")],
            "Timeline: Sudan, 2020 to 2021",
            "2020",
        ),
        ("timeline", vec![], "Timeline", "•"),
        ("document", vec![("name", "Abraham Accords Declaration")], "Abraham Accords Declaration", "Declaration"),
        ("person", vec![("name", "jared kushner")], "Jared Kushner", "Kushner"),
        ("onthisday", vec![("date", "15 September")], "On this day: 15 September", "2020"),
    ];
    for (at, (name, options, heading, words)) in table.into_iter().enumerate() {
        let options: Vec<Value> = options.into_iter().map(|(name, value)| text(name, value)).collect();
        let reply = standin.interact(by(command(name, &json!(options)), 100 + at as u64)).await;
        assert_eq!(title(&reply), heading, "{reply:#}");
        assert!(description(&reply).contains(words), "{words}: {reply:#}");
        assert!(!is_private(&reply) && description(&reply).contains("[1]"), "{reply:#}");
        assert!(reply["data"]["embeds"][0]["footer"]["text"].as_str().is_some_and(|it| it.contains("version ")));
        button(&reply, "All sources");
    }
    let source = standin.interact(command("source", &json!([text("id", "declaration")]))).await;
    assert!(embed(&source)["fields"].as_array().is_some_and(|fields| fields.len() >= 3), "{source:#}");
    bot.stop().await;
}

#[tokio::test]
async fn a_country_has_its_rungs_as_fields() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let reply = standin.interact(command("member", &json!([text("country", "morocco")]))).await;
    let fields = embed(&reply)["fields"].as_array().expect("fields").clone();
    let signed = fields.iter().find(|field| field["name"] == "Signed").expect("a rung");
    assert_eq!(signed["inline"], true);
    assert!(signed["value"].as_str().is_some_and(|value| value.starts_with("22 December 2020 \\[")), "{signed}");
    bot.stop().await;
}

#[tokio::test]
async fn what_the_bot_says_of_itself_is_for_one_person() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let help = standin.interact(command("help", &json!([]))).await;
    assert!(is_private(&help) && description(&help).contains("/timeline"), "{help:#}");
    assert!(description(&help).contains("Check this claim"), "{help:#}");
    let about = standin.interact(command("about", &json!([]))).await;
    assert!(is_private(&about), "{about:#}");
    for part in [env!("CARGO_PKG_VERSION"), "facts", "Not kept", "Knowledge version"] {
        assert!(description(&about).contains(part), "{part}: {about:#}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_cannot_be_taken_is_told_to_the_asker_alone() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let table = [
        ("member", vec![("country", "Atlantis")]),
        ("members", vec![("as_of", "soon")]),
        ("compare", vec![("a", "Bahrain"), ("b", "bahrain")]),
        ("compare", vec![("a", "Bahrain")]),
        ("timeline", vec![("from", "2022"), ("to", "2021")]),
        ("document", vec![("name", "zzqqxx")]),
        ("person", vec![]),
        ("source", vec![("id", "zzqqxx")]),
        ("conditions", vec![("country", "@everyone")]),
    ];
    for (at, (name, options)) in table.into_iter().enumerate() {
        let options: Vec<Value> = options.into_iter().map(|(name, value)| text(name, value)).collect();
        let reply = standin.interact(by(command(name, &json!(options)), 200 + at as u64)).await;
        assert!(is_private(&reply), "{name}: {reply:#}");
    }
    let near = standin.interact(command("member", &json!([text("country", "Nigr")]))).await;
    assert!(is_private(&near) || title(&near) == "Niger", "{near:#}");
    bot.stop().await;
}

#[tokio::test]
async fn every_name_and_date_is_suggested() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let table = [
        ("member", "country", "bahr", "Bahrain"),
        ("compare", "a", "moroc", "Morocco"),
        ("compare", "b", "Sudn", "Sudan"),
        ("conditions", "country", "UAE", "United Arab Emirates"),
        ("timeline", "country", "kazak", "Kazakhstan"),
        ("timeline", "from", "15 sept", "15 September 2020"),
        ("timeline", "to", "2021", "2021"),
        ("members", "as_of", "2020-11-01", "1 November 2020"),
        ("document", "name", "declaration", "Declaration"),
        ("person", "name", "kushnr", "Kushner"),
        ("onthisday", "date", "sept 15", "15 September"),
        ("source", "id", "declaration", "eclaration"),
    ];
    for (at, (name, option, typed, expected)) in table.into_iter().enumerate() {
        let reply = standin.interact(by(typing(name, option, typed), 300 + at as u64)).await;
        let choices = reply["data"]["choices"].as_array().expect("choices");
        let names: Vec<&str> = choices.iter().filter_map(|choice| choice["name"].as_str()).collect();
        assert!(names.iter().any(|it| it.contains(expected)), "{name} {option} {typed}: {names:?}");
        let taken = choices[0]["value"].as_str().expect("a value");
        if !["compare", "timeline"].contains(&name) {
            let reply = standin.interact(by(command(name, &json!([text(option, taken)])), 400 + at as u64)).await;
            assert!(!reply["data"]["embeds"].is_null(), "a suggestion can be taken: {reply:#}");
        }
    }
    bot.stop().await;
}

#[tokio::test]
async fn messages_are_answered_and_claims_checked_for_one_person() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let answer = standin.interact(on_message("Answer this", "When did Bahrain sign the Abraham Accords?")).await;
    assert!(is_private(&answer) && description(&answer).contains("15 September 2020"), "{answer:#}");
    let table = [
        ("Bahrain signed on 15 September 2020.", "**Supported:**"),
        ("Bahrain did not sign on 15 September 2020.", "**Contradicted:**"),
        ("Bahrain signed in 2019.", "**Contradicted:**"),
        ("Pizza is good.", "**Not covered:**"),
    ];
    for (claim, verdict) in table {
        let reply = standin.interact(on_message("Check this claim", claim)).await;
        assert!(is_private(&reply) && description(&reply).contains(verdict), "{claim}: {reply:#}");
        let is_cited = description(&reply).contains("](https://");
        assert_eq!(is_cited, verdict != "**Not covered:**", "{claim}: {reply:#}");
    }
    for name in ["Answer this", "Check this claim"] {
        let empty = standin.interact(on_message(name, "")).await;
        assert!(is_private(&empty) && content(&empty).ends_with('.'), "{empty:#}");
    }
    let hostile = "@everyone <@123> signed [free](https://evil.example) in 2020";
    let reply = standin.interact(on_message("Check this claim", hostile)).await.to_string();
    assert!(!reply.contains("@everyone") && !reply.contains("https://evil"), "{reply}");
    bot.stop().await;
}

#[tokio::test]
async fn descriptions_are_localised_and_arabic_and_hebrew_are_left_out_where_refused() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("ACCORDS_RIGHT_TO_LEFT", "yes")]);
    standin.wait_ready().await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    let first = standin.state().commands[0].clone();
    assert!(
        first["description_localizations"]["he"].is_string() && first["description_localizations"]["de"].is_string()
    );

    let standin = Standin::start().await;
    standin.fail_next(support::Fault {
        method: "PUT",
        path: "/commands",
        status: 400,
        headers: Vec::new(),
        body: r#"{"message":"Invalid Form Body","code":50035}"#,
    });
    let bot = Bot::start_with(&standin, &[("ACCORDS_RIGHT_TO_LEFT", "yes")]);
    standin.wait_ready().await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    let first = standin.state().commands[0].clone();
    assert!(first["description_localizations"]["he"].is_null() && first["description_localizations"]["de"].is_string());
}

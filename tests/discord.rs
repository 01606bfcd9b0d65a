//! The real program against a stand-in for Discord: what goes over the wire, and how the bot lives and ends.
//!
//! The stand-in checks every body that it gets, see `support::bodies`; the tests look at what is theirs.

use std::time::Duration;

use serde_json::{Value, json};

use support::events::{command, command_of_a_user_install, direct, mention, message, text, typing, with, yes};
use support::process::{Bot, program};
use support::{BOT, Fault, Standin, TOKEN};

// Nothing outside this test sees what is public in there.
#[allow(dead_code, missing_docs, unreachable_pub)]
mod support;

#[path = "discord/gateway.rs"]
mod gateway;
#[path = "discord/life.rs"]
mod life;

/// How long to wait for what must not happen.
const QUIET: Duration = Duration::from_millis(1_200);

fn description(reply: &Value) -> &str {
    reply["embeds"][0]["description"].as_str().unwrap_or_default()
}

fn is_private(reply: &Value) -> bool {
    reply["data"]["flags"] == 64
}

fn field<'a>(reply: &'a Value, name: &str) -> Option<&'a str> {
    let fields = reply["embeds"][0]["fields"].as_array()?;
    fields.iter().find(|field| field["name"] == name)?["value"].as_str()
}

#[tokio::test]
async fn it_connects_and_registers_once() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.stop().await;
    let printed = program(&["commands", "--json"], &[]).output().await.expect("it runs");
    let printed: Value = serde_json::from_slice(&printed.stdout).expect("JSON");
    let sent = standin.wait_for("PUT", |state| state.requests.iter().find(|r| r.method == "PUT").cloned()).await;
    assert_eq!(sent.body, printed, "what is sent is what `accords commands --json` prints");
    assert_eq!(sent.authorization.as_deref(), Some(format!("Bot {TOKEN}").as_str()));

    let bot = Bot::ready(&standin).await;
    standin
        .wait_for("second look", |state| {
            let looks = state.requests.iter().filter(|r| r.method == "GET" && r.path.ends_with("/commands")).count();
            (looks == 2).then_some(())
        })
        .await;
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("PUT", "/commands"), 1, "the same definitions are not sent again");

    standin.state().commands[0]["description"] = json!("Changed elsewhere");
    let bot = Bot::ready(&standin).await;
    standin
        .wait_for("registration of the change", |state| {
            (state.requests.iter().filter(|r| r.method == "PUT").count() == 2).then_some(())
        })
        .await;
    bot.stop().await;
}

#[tokio::test]
async fn commands_that_could_not_be_registered_are_tried_again() {
    let standin = Standin::start().await;
    // One registration makes four attempts.
    for _ in 0..4 {
        standin.fail_next(Fault { method: "GET", path: "/commands", status: 502, headers: Vec::new(), body: "{}" });
    }
    let bot = Bot::ready(&standin).await;
    bot.wait_written("commands could not be registered").await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    bot.wait_written("commands registered").await;
    bot.stop().await;
    assert_eq!(standin.state().sessions.len(), 1, "within one session");
}

#[tokio::test]
async fn every_command_is_answered() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let question = text("question", "When did Bahrain sign the Abraham Accords?");

    let reply = standin.interact(command("ask", &json!([question]))).await;
    assert!(!is_private(&reply));
    let answer = &reply["data"];
    assert!(description(answer).contains("2020"), "{answer:#}");
    assert!(description(answer).contains("[1]"), "{answer:#}");
    assert!(field(answer, "Sources").is_some_and(|sources| sources.starts_with("[1] ")), "{answer:#}");
    let footer = answer["embeds"][0]["footer"]["text"].as_str().unwrap_or_default();
    assert!(footer.contains("version "), "{footer}");

    let private = standin.interact(command("ask", &json!([question, yes("private")]))).await;
    assert!(is_private(&private));
    assert_eq!(private["data"]["embeds"], reply["data"]["embeds"], "the same answer for one person alone");

    let member = standin.interact(command("member", &json!([text("country", "Morocco")]))).await;
    assert!(description(&member["data"]).contains("Morocco"), "{member:#}");
    let day = standin.interact(command("onthisday", &json!([text("date", "15 September")]))).await;
    assert_eq!(day["data"]["embeds"][0]["title"], "On this day: 15 September");
    standin.interact(command("onthisday", &json!([]))).await;
    standin.interact(command_of_a_user_install("ask", &json!([question]))).await;
    bot.stop().await;
}

#[tokio::test]
async fn what_people_get_wrong_is_told_to_them_alone() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    for interaction in [
        command("nonesuch", &json!([])),
        command("ask", &json!([text("question", "Who signed?"), text("colour", "red")])),
        command("ask", &json!([{"name": "question", "type": 4, "value": 5}])),
        command("ask", &json!([text("question", "   ")])),
        command("ask", &json!([text("question", &"why ".repeat(400))])),
        command("ask", &json!([])),
        command("onthisday", &json!([text("date", "31 June")])),
        with(command("ask", &json!([])), "type", json!(3)),
    ] {
        let mut interaction = interaction;
        if interaction["type"] == 3 {
            interaction["data"] = json!({"custom_id": "v0:old", "component_type": 2});
            interaction["message"] = message("an old answer");
        }
        let reply = standin.interact(interaction).await;
        assert!(is_private(&reply), "{reply:#}");
        assert!(reply["data"]["content"].as_str().is_some_and(|text| text.ends_with('.')), "{reply:#}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn autocomplete_is_always_answered() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let names = |reply: &Value| -> Vec<String> {
        let choices = reply["data"]["choices"].as_array().expect("a list");
        choices.iter().filter_map(|choice| choice["name"].as_str()).map(str::to_owned).collect()
    };
    let reply = standin.interact(typing("member", "country", "Moroco")).await;
    assert!(names(&reply).contains(&"Morocco".to_owned()), "a slip of the finger is forgiven: {reply}");
    let taken = reply["data"]["choices"][0]["value"].as_str().expect("a value").to_owned();
    let member = standin.interact(command("member", &json!([text("country", &taken)]))).await;
    assert!(description(&member["data"]).contains("Morocco"), "a suggestion can be taken: {member:#}");

    assert!(!names(&standin.interact(typing("member", "country", "")).await).is_empty());
    let long = "x".repeat(6_000);
    for (command, option, typed) in [
        ("member", "country", "a"),
        ("member", "country", "\u{202E}🦀'\"\\<@1>"),
        ("member", "country", long.as_str()),
        ("member", "planet", "Mars"),
        ("ask", "question", "who"),
        ("nonesuch", "country", "Mor"),
    ] {
        assert!(names(&standin.interact(typing(command, option, typed)).await).len() <= 25);
    }
    let no_option = with(typing("member", "country", ""), "data", json!({"id": "1", "name": "member", "type": 1}));
    assert!(names(&standin.interact(no_option).await).is_empty());
    bot.stop().await;
}

#[tokio::test]
async fn mentions_and_direct_messages_are_answered() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let by_mention = standin.tell(mention("when did Bahrain sign the Abraham Accords?")).await;
    assert!(description(&by_mention).contains("2020"), "{by_mention:#}");
    let old_form = standin.tell(message(&format!("When did Bahrain sign the Abraham Accords <@!{BOT}>?"))).await;
    assert_eq!(old_form["embeds"][0]["color"], by_mention["embeds"][0]["color"]);
    let direct_reply = standin.tell(direct("When did Bahrain sign the Abraham Accords?")).await;
    assert_eq!(direct_reply["embeds"][0]["fields"], by_mention["embeds"][0]["fields"]);
    assert_eq!(description(&direct_reply), description(&by_mention));
    for empty in [mention(""), direct(""), mention("\u{200B}")] {
        let help = standin.tell(empty).await;
        assert!(description(&help).contains("/ask"), "{help:#}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_is_not_for_the_bot_is_left_alone() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let a_bot = json!({"id": "5", "username": "other", "discriminator": "0", "avatar": null, "bot": true});
    let itself = json!({"id": BOT.to_string(), "username": "accords", "discriminator": "0", "avatar": null});
    for event in [
        message("Who signed the Abraham Accords?"),
        with(mention("who signed?"), "author", a_bot.clone()),
        with(direct("who signed?"), "author", a_bot),
        with(direct("who signed?"), "author", itself),
        with(mention("who signed?"), "webhook_id", json!("6")),
        with(message("@everyone who signed?"), "mention_everyone", json!(true)),
        with(message("<@&77> who signed?"), "mention_roles", json!(["77"])),
        message("<@12345> who signed?"),
        with(mention("who signed?"), "type", json!(7)),
    ] {
        standin.dispatch("MESSAGE_CREATE", event);
    }
    standin.tell(mention("")).await;
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 1, "one help text, for the one mention");
}

#[tokio::test]
async fn hostile_text_comes_back_harmless() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let hostile = "@everyone <@123> <@&4> <#5> **b** `c` [free](https://evil.example) \u{202E}dne\u{200B} ||s|| # h";
    for (name, option) in [("ask", "question"), ("member", "country"), ("onthisday", "date")] {
        let reply = standin.interact(command(name, &json!([text(option, hostile)]))).await.to_string();
        for live in ["@everyone", "](https://evil", "https://evil", "\u{202E}", "||s||"] {
            assert!(!reply.contains(live), "{live} in {reply}");
        }
        // Every mention that is left has lost its opening bracket to an escape.
        assert_eq!(reply.matches("<@").count(), reply.matches("\\\\<@").count(), "{reply}");
    }
    let title = standin.interact(command("ask", &json!([text("question", hostile)]))).await;
    let title = title["data"]["embeds"][0]["title"].as_str().expect("the question is shown").to_owned();
    assert!(title.starts_with("@\u{200B}everyone \\<@123\\>"), "{title}");
    bot.stop().await;
}

#[tokio::test]
async fn an_interaction_of_an_unknown_shape_is_answered_and_told() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let mut odd = command("ask", &json!([text("question", "a-private-question")]));
    odd["data"]["options"] = json!({});
    let reply = standin.interact(odd).await;
    assert!(is_private(&reply), "{reply:#}");
    let mut old = command("ask", &json!([text("question", "Who signed?")]));
    old.as_object_mut().expect("an object").remove("entitlements");
    assert!(!is_private(&standin.interact(old).await), "what the bot does not need may be missing");
    let odd = with(typing("member", "country", "Mor"), "channel_id", json!({}));
    assert_eq!(standin.interact(odd).await, json!({"type": 8, "data": {"choices": []}}));
    standin.dispatch("MESSAGE_CREATE", json!({"id": "1"}));
    standin.interact(command("onthisday", &json!([]))).await;
    let output = bot.stop().await;
    assert!(output.contains("could not be read"), "{output}");
    assert!(!output.contains("a-private-question"), "what people ask is not logged: {output}");
}

#[tokio::test]
async fn register_sends_only_what_changed_and_says_so() {
    let standin = Standin::start().await;
    let base = standin.base();
    let variables = [("DISCORD_TOKEN", TOKEN), ("DISCORD_API_BASE", base.as_str())];
    for said in ["17 commands registered.\n", "17 commands are registered already; nothing was sent.\n"] {
        let (status, output) = Bot::spawn(&mut program(&["register"], &variables)).end().await;
        assert_eq!((status.code(), output.as_str()), (Some(0), said));
    }
    assert_eq!(standin.count("PUT", "/commands"), 1);
    let (status, output) = Bot::spawn(&mut program(&["register"], &[])).end().await;
    assert_eq!(status.code(), Some(2));
    assert!(output.contains("DISCORD_TOKEN is not set"), "{output}");
}

#[tokio::test]
async fn what_is_deferred_follows_only_when_discord_has_the_deferral() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    // The answer is found soon after it was deferred, and the deferral takes three attempts to arrive.
    standin.state().slow = Some(("/oauth2", Duration::from_millis(1_700)));
    for _ in 0..2 {
        standin.fail_next(Fault { method: "POST", path: "/callback", status: 502, headers: Vec::new(), body: "{}" });
    }
    let reload = command("admin", &json!([{"name": "reload", "type": 1, "options": []}]));
    assert_eq!(standin.interact(reload).await, json!({"type": 5, "data": {"flags": 64}}));
    standin.wait_for("the answer", |state| state.requests.iter().find(|r| r.method == "PATCH").cloned()).await;
    tokio::time::sleep(QUIET).await;
    let output = bot.stop().await;
    assert_eq!((standin.count("POST", "/callback"), standin.count("PATCH", "/@original")), (3, 1), "{output}");
    assert!(!output.contains("could not be given"), "{output}");
}

//! Buttons that are pressed and forms that are sent.

use serde_json::{Value, json};

use crate::keeping::Database;
use crate::support::Standin;
use crate::support::events::{command, message, text, with};
use crate::support::process::{Bot, program};
use crate::{BOT, button, by, content, description, is_private, title};

/// Somebody presses a button of a message of the bot's.
fn press(reply: &Value, custom_id: &str) -> Value {
    let mut shown = message("");
    let sent = if reply["data"].is_null() { reply } else { &reply["data"] };
    for key in ["embeds", "components", "flags"] {
        if !sent[key].is_null() {
            shown[key] = sent[key].clone();
        }
    }
    shown["author"] =
        json!({"id": BOT.to_string(), "username": "accords", "discriminator": "0", "avatar": null, "bot": true});
    let event = with(command("", &json!([])), "type", json!(3));
    with(with(event, "message", shown), "data", json!({"custom_id": custom_id, "component_type": 2}))
}

/// Somebody sends a form.
fn send(custom_id: &str, words: &str) -> Value {
    let input = json!({"type": 4, "custom_id": "text", "value": words});
    let data = json!({"custom_id": custom_id, "components": [{"type": 1, "components": [input]}]});
    with(with(command("", &json!([])), "type", json!(5)), "data", data)
}

#[tokio::test]
async fn every_button_of_an_answer_works() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let question = text("question", "When did Bahrain sign the Abraham Accords?");
    let answer = standin.interact(command("ask", &json!([question]))).await;

    let sources = standin.interact(press(&answer, &button(&answer, "All sources"))).await;
    assert_eq!((sources["type"].as_u64(), title(&sources)), (Some(4), "All sources"));
    assert!(is_private(&sources) && description(&sources).starts_with("[1] "), "{sources:#}");

    let timeline = standin.interact(press(&answer, &button(&answer, "Timeline"))).await;
    assert!(is_private(&timeline) && title(&timeline) == "Timeline: Bahrain", "{timeline:#}");
    let more = standin.interact(press(&timeline, &button(&timeline, "More"))).await;
    assert_eq!(more["type"], 7, "one's own page takes the place of the one before: {more:#}");
    assert!(more["data"]["embeds"][0]["footer"]["text"].as_str().is_some_and(|it| it.contains("page 2 of ")));
    let back = standin.interact(press(&more, &button(&more, "◀ Back"))).await;
    assert_eq!(back["data"]["embeds"], timeline["data"]["embeds"]);

    let citation = standin.interact(press(&answer, &button(&answer, "Copy citation"))).await;
    assert!(is_private(&citation), "{citation:#}");
    assert!(content(&citation).starts_with("```text\n") && content(&citation).contains("https://"), "{citation:#}");

    // The last row holds questions on the same thing; each is answered when pressed.
    let rows = answer["data"]["components"].as_array().expect("rows");
    assert_eq!(rows.len(), 2);
    for next in rows[1]["components"].as_array().expect("buttons") {
        let reply = standin.interact(press(&answer, next["custom_id"].as_str().expect("an id"))).await;
        assert!(is_private(&reply) && description(&reply).contains("[1]"), "{reply:#}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_day_can_be_added_to_a_calendar() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let day = standin.interact(command("onthisday", &json!([text("date", "15 September")]))).await;
    let reply = standin.interact(press(&day, &button(&day, "Add to calendar"))).await;
    assert!(is_private(&reply) && content(&reply).contains("15 September"), "{reply:#}");
    let sent = standin.state().requests.iter().rev().find(|request| !request.files.is_empty()).cloned();
    let file = sent.expect("a request with a file").files.remove(0);
    assert_eq!((file.name.as_str(), file.kind.as_str()), ("accords-09-15.ics", "text/calendar"));
    let calendar = String::from_utf8(file.bytes).expect("text");
    let has = |line: &str| calendar.contains(&format!("{line}\r\n"));
    assert!(has("DTSTART;VALUE=DATE:20200915") && has("RRULE:FREQ=YEARLY"), "{calendar}");
    let quiet = standin.interact(command("onthisday", &json!([text("date", "31 July")]))).await;
    assert!(!quiet.to_string().contains("Add to calendar"), "nothing happened on that day: {quiet:#}");
    bot.stop().await;
}

#[tokio::test]
async fn suggestions_are_buttons_that_answer() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let unknown = standin.interact(command("ask", &json!([text("question", "who won the 2022 world cup")]))).await;
    let suggested = button(&unknown, "Which countries are in the Abraham Accords?");
    let reply = standin.interact(press(&unknown, &suggested)).await;
    assert!(description(&reply).contains("Bahrain"), "{reply:#}");
    bot.stop().await;
}

#[tokio::test]
async fn a_page_of_somebody_elses_answer_is_a_message_of_ones_own() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let timeline = standin.interact(command("timeline", &json!([]))).await;
    assert!(!is_private(&timeline));
    let next = button(&timeline, "More");
    let other = standin.interact(by(press(&timeline, &next), 9)).await;
    assert!(other["type"] == 4 && is_private(&other), "{other:#}");
    let mut own = press(&timeline, &next);
    own["message"]["interaction_metadata"] = json!({
        "id": "5", "type": 2, "user": own["member"]["user"], "authorizing_integration_owners": {"0": own["guild_id"]}, "name": "timeline",
    });
    let own = standin.interact(own).await;
    assert_eq!(own["type"], 7, "{own:#}");
    bot.stop().await;
}

#[tokio::test]
async fn old_and_foreign_buttons_get_a_polite_answer() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let answer = standin.interact(command("help", &json!([]))).await;
    for (at, id) in
        ["v0:more:7", "2:open:f.", "play", "1:open:m.AAAAAA", "1:open:f.AAAAAA", "1:page.999:m.AAAAAA", "1:cite:f."]
            .into_iter()
            .enumerate()
    {
        let reply = standin.interact(by(press(&answer, id), 50 + at as u64)).await;
        assert!(is_private(&reply) && content(&reply).ends_with('.'), "{id}: {reply:#}");
    }
    let reply = standin.interact(send("2:wrong:f.", "x")).await;
    assert!(is_private(&reply) && content(&reply).ends_with('.'), "{reply:#}");
    bot.stop().await;
}

#[tokio::test]
async fn a_note_is_checked_and_kept_only_where_the_operator_wants_it() {
    for (kept, label, said) in
        [("no", "not kept", "keeps no notes"), ("yes", "kept, without", "is kept for the editors")]
    {
        let standin = Standin::start().await;
        let database = Database::new(&format!("notes-{kept}"));
        let url = database.url();
        let bot = Bot::start_with(&standin, &[("DATABASE_URL", &url), ("ACCORDS_KEEP_FEEDBACK", kept)]);
        standin.wait_ready().await;
        let answer = standin.interact(command("member", &json!([text("country", "Bahrain")]))).await;
        let form = standin.interact(press(&answer, &button(&answer, "Not right?"))).await;
        assert_eq!(form["type"], 9, "{form:#}");
        assert!(form.to_string().contains(label), "{form:#}");
        let id = form["data"]["custom_id"].as_str().expect("an id");
        let reply = standin.interact(send(id, "Bahrain signed in 2019")).await;
        assert!(is_private(&reply) && description(&reply).contains("**Contradicted:**"), "{reply:#}");
        assert!(description(&reply).contains(said), "{reply:#}");
        let output = bot.stop().await;
        assert!(!output.contains("signed in 2019"), "what people write is not logged: {output}");
        let listed = program(&["unanswered", "--notes"], &[("DATABASE_URL", &url)]).output().await.expect("it runs");
        let text = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert_eq!(text.contains("Bahrain signed in 2019"), kept == "yes", "{text}");
        assert_eq!(listed.status.code(), Some(i32::from(kept == "no")), "{listed:?}");
    }
}

#[tokio::test]
async fn a_note_that_could_not_be_kept_is_asked_for_again() {
    let standin = Standin::start().await;
    let lost = [("DATABASE_URL", "sqlite:///no/such/folder/accords.db"), ("ACCORDS_KEEP_FEEDBACK", "yes")];
    let bot = Bot::start_with(&standin, &lost);
    standin.wait_ready().await;
    let answer = standin.interact(command("ask", &json!([text("question", "When did Bahrain sign?")]))).await;
    let form = standin.interact(press(&answer, &button(&answer, "Not right?"))).await;
    let custom_id = form["data"]["custom_id"].as_str().expect("an id");
    let reply = standin.interact(send(custom_id, "Bahrain signed on 16 September 2020.")).await;
    let said = description(&reply);
    assert!(said.contains("could not be kept") && said.contains("again"), "{reply:#}");
    assert!(!said.contains("keeps no notes") && !said.contains("Thank you"), "{reply:#}");
    bot.stop().await;
}

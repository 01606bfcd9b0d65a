//! Mentions, direct messages, replies, and channels and forums in which the bot listens.

use serde_json::{Value, json};

use crate::support::Standin;
use crate::support::events::{direct, fresh_id, mention, message, with};
use crate::support::process::Bot;
use crate::{BOT, QUIET, by, description, embed};

/// A message that replies to one of the bot's; with what Discord adds when the reply pings the bot.
fn reply_to(answer: &Value, words: &str) -> Value {
    let mut earlier = message("");
    earlier["author"] =
        json!({"id": BOT.to_string(), "username": "accords", "discriminator": "0", "avatar": null, "bot": true});
    earlier["embeds"] =
        if answer["data"].is_null() { answer["embeds"].clone() } else { answer["data"]["embeds"].clone() };
    let mut reply = with(message(words), "type", json!(19));
    reply["mentions"] = json!([earlier["author"]]);
    reply["message_reference"] = json!({"message_id": earlier["id"], "channel_id": earlier["channel_id"], "type": 0});
    with(reply, "referenced_message", earlier)
}

#[tokio::test]
async fn a_reply_to_an_answer_asks_on() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let first = standin.tell(mention("When did Bahrain sign the Abraham Accords?")).await;
    assert_eq!(embed(&first)["author"]["name"], "When did Bahrain sign the Abraham Accords?");
    let second = standin.tell(reply_to(&first, "and Morocco?")).await;
    assert!(description(&second).contains("22 December 2020"), "{second:#}");
    // The question is put into words that stand alone, so that one can go on.
    let third = standin.tell(reply_to(&second, "and Sudan?")).await;
    assert!(description(&third).contains("Sudan"), "{third:#}");
    // The heading of a command's answer is read back as well.
    let asked =
        crate::command("ask", &json!([crate::text("question", "When did Bahrain *sign* the Abraham Accords?")]));
    let by_command = standin.interact(asked).await;
    let fourth = standin.tell(reply_to(&by_command, "and Morocco?")).await;
    assert!(description(&fourth).contains("22 December 2020"), "{fourth:#}");
    bot.stop().await;
}

#[tokio::test]
async fn a_reply_without_text_or_to_somebody_else_is_left_alone() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    let first = standin.tell(direct("When did Bahrain sign?")).await;
    standin.dispatch("MESSAGE_CREATE", reply_to(&first, ""));
    let mut other = reply_to(&first, "and Morocco?");
    other["referenced_message"]["author"]["id"] = json!("77");
    other["mentions"] = json!([]);
    standin.dispatch("MESSAGE_CREATE", other);
    standin.dispatch("MESSAGE_CREATE", message("When did Bahrain sign?"));
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 1);
}

#[tokio::test]
async fn plain_messages_are_questions_only_where_the_operator_wants_it() {
    let standin = Standin::start().await;
    let channel = message("")["channel_id"].as_str().expect("an id").to_owned();
    let bot = Bot::start_with(&standin, &[("ACCORDS_QUESTION_CHANNELS", channel.as_str())]);
    standin.wait_ready().await;
    assert_eq!(standin.state().sessions[0]["d"]["intents"], 37_377);
    let answer = standin.tell(message("When did Bahrain sign the Abraham Accords?")).await;
    assert!(description(&answer).contains("2020"), "{answer:#}");
    let talk = with(
        message("<@123> when did Bahrain sign?"),
        "mentions",
        json!([{"id": "123", "username": "a", "discriminator": "0", "avatar": null}]),
    );
    standin.dispatch("MESSAGE_CREATE", talk);
    standin.dispatch("MESSAGE_CREATE", with(message("When did Bahrain sign?"), "channel_id", json!("99")));
    standin.dispatch("MESSAGE_CREATE", message("!!!"));
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 1);
}

#[tokio::test]
async fn a_new_post_in_a_forum_gets_one_reply() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("ACCORDS_FORUM_CHANNELS", "555")]);
    standin.wait_ready().await;
    let thread = |id: u64, parent: &str, name: &str| json!({"id": id.to_string(), "type": 11, "name": name, "parent_id": parent, "newly_created": true, "guild_id": "1"});
    let first = |id: u64, words: &str| {
        with(with(message(words), "id", json!(id.to_string())), "channel_id", json!(id.to_string()))
    };
    // Either half may come first, and both may come again.
    let (one, two, three, four) = (fresh_id(), fresh_id(), fresh_id(), fresh_id());
    standin.dispatch("THREAD_CREATE", thread(one, "555", "When did Bahrain sign the Abraham Accords?"));
    let reply = standin.tell(first(one, "I would like to know.")).await;
    assert!(description(&reply).contains("2020"), "{reply:#}");
    standin.dispatch("MESSAGE_CREATE", first(two, "When did Morocco sign the Abraham Accords?"));
    standin.dispatch("THREAD_CREATE", thread(two, "555", "A question"));
    for (thread, first) in [
        (thread(one, "555", "When did Bahrain sign the Abraham Accords?"), first(one, "Again.")),
        (thread(three, "556", "When did Bahrain sign the Abraham Accords?"), first(three, "Another forum.")),
        (thread(four, "555", "Which pizza is best?"), first(four, "Not on the subject.")),
    ] {
        standin.dispatch("THREAD_CREATE", thread);
        standin.dispatch("MESSAGE_CREATE", first);
    }
    standin
        .wait_for("second reply", |state| {
            let path = format!("/channels/{two}/messages");
            state.requests.iter().any(|request| request.path.ends_with(&path)).then_some(())
        })
        .await;
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 2);
}

#[tokio::test]
async fn whoever_asks_very_much_waits_and_others_do_not() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("ACCORDS_ANSWERS_PER_MINUTE", "3")]);
    standin.wait_ready().await;
    let ask = |person| by(crate::command("help", &json!([])), person);
    for _ in 0..3 {
        assert!(!description(&standin.interact(ask(7)).await).is_empty());
    }
    let refused = standin.interact(ask(7)).await;
    assert!(crate::is_private(&refused) && crate::content(&refused).contains("seconds"), "{refused:#}");
    standin.dispatch("MESSAGE_CREATE", by(mention("When did Bahrain sign?"), 7));
    assert!(!description(&standin.interact(ask(8)).await).is_empty());
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 0);
}

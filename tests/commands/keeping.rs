//! What is kept and what is not: settings, counts, leaving, and a database that is not there.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::support::Standin;
use crate::support::events::{command, direct, fresh_id, mention, message, text, with, yes};
use crate::support::process::{Bot, program};
use crate::{QUIET, by, content, description, is_private};

/// A database of the test's own.
pub(crate) struct Database(PathBuf);

impl Database {
    pub(crate) fn new(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("accords-test-{name}-{}.db", std::process::id()));
        let database = Self(file);
        database.remove();
        database
    }

    pub(crate) fn url(&self) -> String {
        format!("sqlite://{}", self.0.display())
    }

    fn bytes(&self) -> Vec<u8> {
        ["", "-wal"]
            .into_iter()
            .flat_map(|end| std::fs::read(format!("{}{end}", self.0.display())).unwrap_or_default())
            .collect()
    }

    fn remove(&self) {
        for end in ["", "-wal", "-shm"] {
            drop(std::fs::remove_file(format!("{}{end}", self.0.display())));
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        self.remove();
    }
}

/// The settings as somebody with the permission to manage the server asks for them.
fn settings(options: &Value) -> Value {
    let mut event = command("settings", options);
    event["member"]["permissions"] = json!("32");
    event
}

fn channel(name: &str, id: &str) -> Value {
    json!({"name": name, "type": 7, "value": id})
}

/// A command in this channel.
fn within(event: Value, channel: &str) -> Value {
    let mut event = with(event, "channel_id", json!(channel));
    if !event["channel"].is_null() {
        event["channel"]["id"] = json!(channel);
    }
    event
}

#[tokio::test]
async fn settings_are_for_managers_and_outlive_the_process() {
    let database = Database::new("settings");
    let url = database.url();
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("DATABASE_URL", &url)]);
    standin.wait_ready().await;
    let shown = standin.interact(settings(&json!([]))).await;
    assert!(is_private(&shown) && description(&shown).contains("every channel"), "{shown:#}");
    let mut member = settings(&json!([yes("private")]));
    member["member"]["permissions"] = json!("2048");
    let refused = standin.interact(member).await;
    assert!(is_private(&refused) && content(&refused).contains("manage the server"), "{refused:#}");

    let saved = standin.interact(settings(&json!([channel("allow", "4242"), yes("private")]))).await;
    assert!(description(&saved).starts_with("Saved.") && description(&saved).contains("<#4242>"), "{saved:#}");
    let last = standin.interact(settings(&json!([channel("disallow", "4242")]))).await;
    assert!(content(&last).contains("last one"), "{last:#}");
    bot.stop().await;

    let bot = Bot::start_with(&standin, &[("DATABASE_URL", &url)]);
    standin.wait_for("second session", |state| (state.sessions.len() == 2 && state.ready > 0).then_some(())).await;
    let question = text("question", "When did Bahrain sign?");
    let ask = |options: &[Value]| command("ask", &json!(options));
    let elsewhere = json!({"name": "private", "type": 5, "value": false});
    // In the allowed channel the default is private, unless asked otherwise; elsewhere everything is.
    assert!(is_private(&standin.interact(within(ask(std::slice::from_ref(&question)), "4242")).await));
    assert!(!is_private(&standin.interact(within(ask(&[question.clone(), elsewhere.clone()]), "4242")).await));
    assert!(is_private(&standin.interact(ask(&[question.clone(), elsewhere])).await));
    standin.dispatch("MESSAGE_CREATE", mention("When did Bahrain sign?"));
    standin.tell(within(mention("When did Bahrain sign?"), "4242")).await;
    tokio::time::sleep(QUIET).await;
    assert_eq!(standin.count("POST", "/messages"), 1, "no word in a channel that is not allowed");

    // A server that is out of reach is not left; one that is left is forgotten.
    let guild = settings(&json!([]))["guild_id"].clone();
    standin.dispatch("GUILD_DELETE", json!({"id": guild, "unavailable": true}));
    let kept = standin.interact(settings(&json!([]))).await;
    assert!(description(&kept).contains("<#4242>"), "{kept:#}");
    standin.dispatch("GUILD_DELETE", json!({"id": guild}));
    tokio::time::sleep(QUIET).await;
    let gone = standin.interact(settings(&json!([]))).await;
    assert!(description(&gone).contains("every channel"), "{gone:#}");
    bot.stop().await;
}

#[tokio::test]
async fn managers_who_change_settings_through_two_processes_lose_none() {
    let database = Database::new("managers");
    let url = database.url();
    let (one, other) = (Standin::start().await, Standin::start().await);
    let bots = [Bot::start_with(&one, &[("DATABASE_URL", &url)]), Bot::start_with(&other, &[("DATABASE_URL", &url)])];
    one.wait_ready().await;
    other.wait_ready().await;
    // Each has read them, and remembers them for some seconds.
    for standin in [&one, &other] {
        let shown = standin.interact(settings(&json!([]))).await;
        assert!(description(&shown).contains("every channel"), "{shown:#}");
    }
    one.interact(settings(&json!([channel("allow", "4242")]))).await;
    let saved = other.interact(settings(&json!([yes("private")]))).await;
    assert!(description(&saved).contains("<#4242>") && description(&saved).contains("asker alone"), "{saved:#}");
    let shown = one.interact(settings(&json!([]))).await;
    assert!(description(&shown).contains("<#4242>") && description(&shown).contains("asker alone"), "{shown:#}");
    for bot in bots {
        bot.stop().await;
    }
}

#[tokio::test]
async fn a_thread_is_where_its_channel_is() {
    let database = Database::new("threads");
    let standin = Standin::start().await;
    for (channel, kind, parent) in [("501", 11, "4242"), ("502", 12, "4243"), ("503", 0, "4242")] {
        standin.state().belonging.insert(channel.to_owned(), (kind, parent.to_owned()));
    }
    let bot = Bot::start_with(&standin, &[("DATABASE_URL", &database.url()), ("ACCORDS_FORUM_CHANNELS", "4242,4243")]);
    standin.wait_ready().await;
    standin.interact(settings(&json!([channel("allow", "4242")]))).await;
    let asked = |channel| within(mention("When did Bahrain sign?"), channel);
    for channel in ["501", "4242", "501"] {
        let answer = standin.tell(asked(channel)).await;
        assert!(description(&answer).contains("2020"), "{answer:#}");
    }
    // Neither threads of other channels nor what stands in the same category.
    for channel in ["502", "503", "502", "503", "504"] {
        standin.dispatch("MESSAGE_CREATE", asked(channel));
    }
    tokio::time::sleep(QUIET).await;
    assert_eq!(standin.count("POST", "/messages"), 3);
    for channel in ["501", "502", "503", "504"] {
        assert_eq!(standin.count("GET", &format!("/channels/{channel}")), 1, "{channel} is asked for once");
    }

    // A post in a forum tells itself where it belongs.
    for (post, forum) in [(fresh_id(), "4243"), (fresh_id(), "4242")] {
        let title = "When did Bahrain sign the Abraham Accords?";
        let id = post.to_string();
        standin.dispatch(
            "THREAD_CREATE",
            json!({"id": id, "type": 11, "name": title, "parent_id": forum, "newly_created": true}),
        );
        standin.dispatch("MESSAGE_CREATE", with(within(message("I would like to know."), &id), "id", json!(id)));
    }
    tokio::time::sleep(QUIET).await;
    bot.stop().await;
    assert_eq!(standin.count("POST", "/messages"), 4);
    assert_eq!(standin.count("GET", "/channels/"), 4);
}

#[tokio::test]
async fn questions_are_kept_and_logged_only_as_counts_and_only_on_request() {
    for counted in [false, true] {
        let database = Database::new(if counted { "counted" } else { "uncounted" });
        let url = database.url();
        let standin = Standin::start().await;
        let keep = if counted { "yes" } else { "no" };
        let bot = Bot::start_with(&standin, &[("DATABASE_URL", &url), ("ACCORDS_KEEP_UNANSWERED", keep)]);
        standin.wait_ready().await;
        let words = "Who sang Zebrafish-lullabies at the wedding?";
        for person in 0..3 {
            standin.interact(by(command("ask", &json!([text("question", words)])), 987_654_321_000 + person)).await;
        }
        standin.interact(command("ask", &json!([text("question", "Who sang Quagmire-ballads?")]))).await;
        standin.interact(command("ask", &json!([text("question", "When did Bahrain sign?")]))).await;
        tokio::time::sleep(QUIET).await;
        let output = bot.stop().await.to_lowercase();
        assert!(!output.contains("zebrafish") && !output.contains("987654321"), "{output}");
        let bytes = String::from_utf8_lossy(&database.bytes()).to_lowercase();
        assert_eq!(bytes.contains("zebrafish"), counted);
        assert!(!bytes.contains("bahrain") && !bytes.contains("987654321"), "no more than is said is kept");

        let listed = program(&["unanswered"], &[("DATABASE_URL", &url)]).output().await.expect("it runs");
        let text = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert_eq!(listed.status.code(), Some(i32::from(!counted)), "{listed:?}");
        if counted {
            let lines: Vec<&str> = text.lines().collect();
            assert!(lines[0].trim_start().starts_with("3  who sang zebrafish"), "{text}");
            assert!(lines[1].trim_start().starts_with("1  who sang quagmire"), "{text}");
        } else {
            assert_eq!(text, "");
        }
    }
}

#[tokio::test]
async fn without_a_database_the_bot_answers_and_says_so_once() {
    let standin = Standin::start().await;
    let bot = Bot::start_with(&standin, &[("DATABASE_URL", "sqlite:///no/such/folder/accords.db")]);
    standin.wait_ready().await;
    for person in 0..6 {
        let asked = by(command("ask", &json!([text("question", "When did Bahrain sign?")])), person + 1);
        let reply = standin.interact(asked).await;
        // What the server has forbidden is not known.
        assert!(description(&reply).contains("2020") && is_private(&reply), "{reply:#}");
    }
    let public = json!([text("question", "When did Bahrain sign?"), {"name": "private", "type": 5, "value": false}]);
    assert!(is_private(&standin.interact(command("ask", &public)).await));
    for options in [json!([]), json!([yes("private")])] {
        let refused = standin.interact(settings(&options)).await;
        assert!(is_private(&refused) && content(&refused).contains("cannot be read"), "{refused:#}");
    }
    standin.dispatch("MESSAGE_CREATE", mention("When did Bahrain sign?"));
    standin.tell(direct("When did Bahrain sign?")).await;
    tokio::time::sleep(QUIET).await;
    assert_eq!(standin.count("POST", "/messages"), 1, "only what was written to the bot directly is answered");
    let output = bot.stop().await;
    assert_eq!(output.matches("the database cannot be used").count(), 1, "{output}");

    let (status, output) = Bot::spawn(&mut program(&["unanswered"], &[("DATABASE_URL", "mysql://x")])).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("DATABASE_URL"), "{output}");
}

//! The knowledge is loaded anew: by SIGHUP and by `/admin reload`.

use std::collections::HashMap;

use serde_json::{Value, json};

use crate::support::events::{PERSON, command, fresh_id, mention, text, typing, with};
use crate::support::knowledge::Folder;
use crate::support::operator::Operator;
use crate::support::process::Bot;
use crate::support::{Fault, Standin};
use crate::{description, embed};

fn ask() -> Value {
    command("ask", &json!([text("question", "When did Bahrain sign?")]))
}

fn reload() -> Value {
    command("admin", &json!([{"name": "reload", "type": 1, "options": []}]))
}

fn by(mut event: Value, person: &str) -> Value {
    event["member"]["user"]["id"] = json!(person);
    event
}

fn small_print(reply: &Value) -> &str {
    embed(reply)["footer"]["text"].as_str().unwrap_or_default()
}

#[tokio::test]
async fn a_hangup_brings_the_new_knowledge_everywhere() {
    let (standin, folder) = (Standin::start().await, Folder::small("hangup"));
    let (bot, operator) = Operator::start(&standin, &[("ACCORDS_KNOWLEDGE", folder.text())]).await;
    standin.wait_ready().await;
    let old = standin.interact(ask()).await;
    assert!(description(&old).contains("15 September 2020"), "{old:#}");
    bot.hang_up();
    bot.wait_written("the knowledge has not changed").await;

    folder.correct_the_day();
    folder.append(
        "names.toml",
        "\n[[entity]]\nid = \"zanzibar\"\nkind = \"country\"\nname = \"Zanzibar\"\niso = \"ZZ\"\n",
    );
    bot.hang_up();
    bot.wait_written("the knowledge is reloaded").await;
    let new = standin.interact(ask()).await;
    assert!(description(&new).contains("16 September 2020"), "{new:#}");
    assert_ne!(small_print(&new), small_print(&old), "the version is another one");
    let told = standin.tell(mention("When did Bahrain sign?")).await;
    assert!(description(&told).contains("16 September 2020"), "{told:#}");
    let typed = standin.interact(typing("member", "country", "zanz")).await;
    assert_eq!(typed["data"]["choices"][0]["name"], "Zanzibar");
    let manager = |mut event: Value| {
        event["member"]["permissions"] = json!("32");
        event
    };
    let day = |date: &str| command("daily", &json!([{"name": "preview", "type": 1, "options": [text("date", date)]}]));
    let day = standin.interact(manager(day("16 September"))).await;
    assert!(description(&day).contains("Bahrain"), "the daily post tells it too: {day:#}");
    let counts = operator.counts().await;
    for (outcome, times) in [("swapped", 1.0), ("unchanged", 1.0), ("refused", 0.0)] {
        let series = format!("accords_knowledge_reloads_total{{outcome=\"{outcome}\"}}");
        assert_eq!(counts.get(&series), Some(times), "{outcome}");
    }
    let version = small_print(&new).split("version ").nth(1).expect("a version").split(' ').next().expect("a word");
    assert_eq!(counts.get(&format!("accords_knowledge_info{{version=\"{version}\"}}")), Some(1.0), "{}", counts.text);
    assert_eq!(counts.sum("accords_knowledge_info"), Some(1.0));
    bot.stop().await;
}

#[tokio::test]
async fn a_bad_folder_leaves_the_old_knowledge_serving_and_says_what_to_mend() {
    let (standin, folder) = (Standin::start().await, Folder::small("bad"));
    let (bot, operator) =
        Operator::start(&standin, &[("ACCORDS_KNOWLEDGE", folder.text()), ("RUST_LOG", "info")]).await;
    standin.wait_ready().await;
    let before = standin.interact(ask()).await;
    folder.spoil();
    bot.hang_up();
    let rest = bot.wait_written("the knowledge is not reloaded; the old one goes on serving").await;
    assert!(rest.contains("findings=4") && rest.contains("accords check"), "{rest}");
    let output = bot.written();
    let finding = output.lines().find(|line| line.contains("a finding in the knowledge")).expect("a finding");
    for part in ["facts/bahrain.toml", "line=11", "column=8", "2020-09-31", "write YYYY"] {
        assert!(finding.contains(part), "{part} is not in {finding}");
    }
    let after = standin.interact(ask()).await;
    assert_eq!(after["data"], before["data"], "not a byte has changed");
    let (status, body) = operator.readiness().await;
    assert_eq!(status, 200, "it goes on serving: {body:#}");
    let state = body["knowledge"]["state"].as_str().expect("text");
    assert!(state.contains("the last attempt to load it anew was refused"), "{state}");

    // A folder that is gone is bad too; one that is mended is taken.
    let elsewhere = folder.path.with_extension("away");
    std::fs::rename(&folder.path, &elsewhere).expect("it can be moved");
    bot.hang_up();
    bot.wait_written("cannot read").await;
    std::fs::rename(&elsewhere, &folder.path).expect("it can be moved back");
    folder.replace("facts/bahrain.toml", "2020-09-31", "2020-09-15");
    folder.correct_the_day();
    bot.hang_up();
    bot.wait_written("the knowledge is reloaded").await;
    assert!(description(&standin.interact(ask()).await).contains("16 September 2020"));
    operator.wait_count("accords_knowledge_reloads_total{outcome=\"refused\"}", 2.0).await;
    bot.stop().await;
}

#[tokio::test]
async fn with_the_knowledge_built_in_there_is_nothing_to_reload() {
    let standin = Standin::start().await;
    let bot = Bot::ready(&standin).await;
    bot.hang_up();
    let said = bot.wait_written("the knowledge is built into the program, so there is nothing to reload").await;
    assert!(said.contains("ACCORDS_KNOWLEDGE"), "{said}");
    let reply = standin.interact(reload()).await;
    assert_eq!(embed(&reply)["title"], "Nothing to reload", "{reply:#}");
    assert!(description(&reply).contains("ACCORDS_KNOWLEDGE"), "{reply:#}");
    bot.stop().await;
}

/// Answers come in all the time while the knowledge changes back and forth.
#[tokio::test]
async fn every_answer_is_whole_and_of_one_knowledge() {
    const ROUNDS: usize = 12;
    const EACH: usize = 25;
    let (standin, folder) = (Standin::start().await, Folder::small("flight"));
    let limit = ("ACCORDS_ANSWERS_PER_MINUTE", "0");
    let bot = Bot::start_with(&standin, &[("ACCORDS_KNOWLEDGE", folder.text()), limit, ("RUST_LOG", "info")]);
    standin.wait_ready().await;
    let version = |reply: &Value| small_print(reply).split("version ").nth(1).map(str::to_owned).expect("a version");
    let old = version(&standin.interact(ask()).await);
    let mut ids = Vec::new();
    for round in 0..ROUNDS {
        let swapped = bot.written().matches("the knowledge is reloaded").count();
        if round % 2 == 0 {
            folder.correct_the_day();
        } else {
            for (from, to) in [
                ("2020-09-16", "2020-09-15"),
                ("16 September", "15 September"),
                ("on the sixteenth", "on the fifteenth"),
            ] {
                folder.replace("facts/bahrain.toml", from, to);
            }
        }
        for at in 0..EACH {
            if at == EACH / 3 {
                bot.hang_up();
            }
            let asked = ask();
            ids.push(asked["id"].as_str().expect("an id").to_owned());
            standin.dispatch("INTERACTION_CREATE", asked);
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        while bot.written().matches("the knowledge is reloaded").count() == swapped {
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }
    let mut seen: HashMap<(String, bool), usize> = HashMap::new();
    for id in &ids {
        let reply = standin.callback(id).await;
        let is_old = description(&reply).contains("15 September 2020");
        assert_ne!(is_old, description(&reply).contains("16 September 2020"), "{reply:#}");
        let sources = reply["data"]["embeds"][0]["fields"].to_string();
        assert_eq!(is_old, sources.contains("fifteenth"), "words and sources are of one knowledge: {reply:#}");
        *seen.entry((version(&reply), is_old)).or_default() += 1;
    }
    assert_eq!(seen.len(), 2, "each version has its own words: {seen:?}");
    assert!(seen.contains_key(&(old, true)), "{seen:?}");
    assert_eq!(standin.count("POST", "/callback"), ROUNDS * EACH + 1, "each is answered once");
    bot.stop().await;
}

#[tokio::test]
async fn owners_reload_and_strangers_do_not() {
    let (standin, folder) = (Standin::start().await, Folder::small("admin"));
    let bot = Bot::start_with(&standin, &[("ACCORDS_KNOWLEDGE", folder.text()), ("RUST_LOG", "info")]);
    standin.wait_ready().await;
    let old = standin.interact(ask()).await;
    let unchanged = standin.interact(reload()).await;
    assert_eq!(embed(&unchanged)["title"], "Nothing has changed", "{unchanged:#}");

    folder.correct_the_day();
    let stranger = standin.interact(by(reload(), &fresh_id().to_string())).await;
    assert_eq!(stranger["data"]["flags"], 64);
    assert!(stranger["data"]["content"].as_str().is_some_and(|it| it.contains("owns the bot's application")));
    assert_eq!(standin.interact(ask()).await["data"], old["data"], "a stranger changes nothing");

    let done = standin.interact(reload()).await;
    assert_eq!((&embed(&done)["title"], &done["data"]["flags"]), (&json!("Reloaded"), &json!(64)), "{done:#}");
    let new = standin.interact(ask()).await;
    assert!(description(&new).contains("16 September 2020"));
    assert!(description(&done).contains(small_print(&new).split("version ").nth(1).expect("a version")), "{done:#}");

    folder.replace("facts/bahrain.toml", "2020-09-16", "2020-09-31");
    let bad = standin.interact(reload()).await;
    assert_eq!((&embed(&bad)["title"], &bad["data"]["flags"]), (&json!("Not reloaded"), &json!(64)), "{bad:#}");
    for part in ["facts/bahrain.toml:11:8", "is not a date", "write YYYY", "goes on serving"] {
        assert!(description(&bad).contains(part), "{part} is not in {bad:#}");
    }
    assert_eq!(standin.interact(ask()).await["data"], new["data"]);
    // In a direct message, where there is no member.
    let mut direct = reload();
    let map = direct.as_object_mut().expect("an object");
    let user = map.remove("member").expect("a member")["user"].clone();
    map.remove("guild_id");
    let direct = with(with(direct, "user", user), "context", json!(1));
    assert_eq!(embed(&standin.interact(direct).await)["title"], "Not reloaded");
    bot.stop().await;
}

#[tokio::test]
async fn a_team_owns_it_together_and_discord_has_to_say_so() {
    let (standin, folder) = (Standin::start().await, Folder::small("team"));
    let (accepted, invited, reader) = (fresh_id().to_string(), fresh_id().to_string(), fresh_id().to_string());
    let member = |id: &str, state: u64, role: &str| json!({"user": {"id": id, "username": "m"}, "membership_state": state, "role": role, "team_id": "5"});
    let members = [member(&accepted, 2, "developer"), member(&invited, 1, "admin"), member(&reader, 2, "read_only")];
    // Where a team owns the application, Discord makes up a user who is its owner.
    standin.state().ownership = json!({"owner": {"id": PERSON}, "team": {"id": "5", "members": members}});
    let variables = [("ACCORDS_KNOWLEDGE", folder.text()), ("RUST_LOG", "info")];
    let bot = Bot::start_with(&standin, &variables);
    standin.wait_ready().await;
    let path = "/oauth2/applications/@me";
    standin.fail_next(Fault { method: "GET", path, status: 403, headers: Vec::new(), body: "{}" });
    for _ in 0..2 {
        let unsure = standin.interact(by(reload(), &accepted)).await;
        assert!(unsure["data"]["content"].as_str().is_some_and(|it| it.contains("try again")), "{unsure:#}");
    }
    assert_eq!(standin.count("GET", path), 1, "that it failed is remembered");
    bot.stop().await;
    let bot = Bot::start_with(&standin, &variables);
    standin.wait_session(2, 2).await;
    for (person, may) in [(accepted.as_str(), true), (&invited, false), (&reader, false), (PERSON, false)] {
        let reply = standin.interact(by(reload(), person)).await;
        assert_eq!(embed(&reply)["title"] == "Nothing has changed", may, "{reply:#}");
    }
    assert_eq!(standin.count("GET", path), 2, "it is not asked for each of them");
    bot.stop().await;
}

//! Databases that are full, read-only or gone: answers go on, posts wait and come once.

use std::process::Command;
use std::time::{Duration, Instant};

use accords::store::Sql;
use serde_json::{Value, json};

use crate::support::database::{Cable, Database};
use crate::support::due;
use crate::support::endpoint::{Endpoint, public_key};
use crate::support::events::{command, text};
use crate::support::process::{Bot, program_after};
use crate::support::{Standin, TOKEN};
use crate::{UNLIMITED, asked};

/// Posts that are due while the database cannot be used.
const DUE: u64 = 60;
/// Discord gives three seconds.
const IN_TIME: Duration = Duration::from_secs(3);
const PATIENCE: Duration = Duration::from_secs(90);

/// The variables of a bot with this database that answers over HTTP and posts.
fn variables(url: &str) -> Vec<(&str, &str)> {
    let mut variables = UNLIMITED.to_vec();
    variables.extend([
        ("DATABASE_URL", url),
        ("ACCORDS_SHARDS", "none"),
        ("ACCORDS_DAILY_RATE", "45"),
        ("ACCORDS_DAILY_LEASE", "5"),
    ]);
    variables
}

/// Asks for a while; each answer comes in time.
async fn ask_for(endpoint: &Endpoint, time: Duration) {
    let begun = Instant::now();
    let mut number = 0;
    while begun.elapsed() < time {
        let at = Instant::now();
        if number % 6 != 5 {
            endpoint.interact(&asked(number).1).await;
        }
        assert!(at.elapsed() < IN_TIME, "{:?}", at.elapsed());
        number += 1;
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A manager makes answers private, or public; what is said of it.
async fn make_private(endpoint: &Endpoint, private: bool) -> String {
    let mut event = command("settings", &json!([{"name": "private", "type": 5, "value": private}]));
    event["member"]["permissions"] = json!("32");
    let mut reply = endpoint.interact(&event).await;
    let mut said = |part: &str| reply["data"].pointer_mut(part).map(Value::take).unwrap_or_default().to_string();
    format!("{} {}", said("/content"), said("/embeds/0/description"))
}

fn limit_files(bot: &Bot, size: &str) {
    let status = Command::new("prlimit").args(["--pid", &bot.id().to_string(), &format!("--fsize={size}")]).status();
    assert!(status.expect("prlimit starts").success());
}

#[tokio::test(flavor = "multi_thread")]
#[cfg(target_os = "linux")]
async fn a_file_that_cannot_be_written_costs_no_answer_and_no_post() {
    let database = Database::file("full");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let (base, key) = (standin.base(), public_key());
    // What a full disk says reaches the program as an error, and not as a signal.
    let mut settings = variables(&database.url);
    settings.extend([
        ("DISCORD_TOKEN", TOKEN),
        ("DISCORD_API_BASE", &base),
        ("DISCORD_PUBLIC_KEY", &key),
        ("ACCORDS_HTTP_ADDR", "127.0.0.1:0"),
    ]);
    let bot = Bot::spawn(&mut program_after("trap '' XFSZ", &settings));
    let endpoint = Endpoint::at(bot.wait_written("endpoint listens address=").await.trim());
    assert!(make_private(&endpoint, false).await.contains("Answers to commands"));
    limit_files(&bot, "0:unlimited");
    let day = due::subscribe(&store, DUE).await;
    ask_for(&endpoint, Duration::from_secs(3)).await;
    let said = make_private(&endpoint, true).await;
    assert!(said.contains("could not be saved"), "{said}; {}", bot.written());
    let posted = standin.state().messages.len();
    assert_eq!(posted, 0, "nothing is sent that was not written down before");
    limit_files(&bot, "unlimited:unlimited");
    let slots = due::wait_done(&store, DUE, day, PATIENCE).await;
    due::assert_exactly_once(&standin.state(), &slots, day);
    wait_saved(&endpoint).await;
    let output = bot.stop().await;
    assert!(output.contains("daily posts wait for the database") && output.contains("daily posts go on"), "{output}");
}

/// Waits until settings can be saved again; a database that has failed is left alone for half a minute.
async fn wait_saved(endpoint: &Endpoint) {
    let begun = Instant::now();
    while !make_private(endpoint, true).await.contains("Saved.") {
        assert!(begun.elapsed() < Duration::from_secs(45), "settings can be saved again");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_may_only_be_read_costs_no_answer_and_posts_come_when_it_may_be_written() {
    let database = Database::file("read-only");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let day = due::subscribe(&store, DUE).await;
    let url = format!("{}?mode=ro", database.url);
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables(&url)).await;
    ask_for(&endpoint, Duration::from_secs(3)).await;
    assert!(make_private(&endpoint, true).await.contains("could not be saved"));
    assert_eq!(standin.state().messages.len(), 0);
    let output = bot.stop().await;
    assert!(output.contains("daily posts wait for the database"), "{output}");
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables(&database.url)).await;
    assert!(make_private(&endpoint, true).await.contains("Saved."));
    let slots = due::wait_done(&store, DUE, day, PATIENCE).await;
    due::assert_exactly_once(&standin.state(), &slots, day);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_removed_costs_no_answer_and_doubles_no_post() {
    let database = Database::file("removed");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let day = due::subscribe(&store, DUE).await;
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables(&database.url)).await;
    standin.wait_for("some posts", |state| (state.messages.len() > 10).then_some(())).await;
    drop(database);
    ask_for(&endpoint, Duration::from_secs(4)).await;
    bot.stop().await;
    let posts = due::posts(&standin.state(), due::FIRST..due::FIRST + DUE, day);
    assert!(posts.keys().all(|count| *count <= 1), "none is doubled: {posts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_goes_and_comes_costs_no_answer_and_no_post() {
    let Some(database) = Database::on_server("faults").await else { return };
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let day = due::subscribe(&store, DUE).await;
    let cable = Cable::to(&database.url).await;
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables(&cable.url)).await;
    for _ in 0..2 {
        cable.cut();
        ask_for(&endpoint, Duration::from_secs(2)).await;
        cable.mend();
        ask_for(&endpoint, Duration::from_secs(1)).await;
    }
    cable.freeze();
    ask_for(&endpoint, Duration::from_secs(2)).await;
    cable.cut();
    cable.mend();
    let slots = due::wait_done(&store, DUE, day, PATIENCE).await;
    due::assert_exactly_once(&standin.state(), &slots, day);
    bot.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_command_that_needs_the_database_says_when_there_is_none() {
    let standin = Standin::start().await;
    let (bot, endpoint) = Endpoint::start_with(&standin, &variables("sqlite:///no/such/folder/accords.db")).await;
    ask_for(&endpoint, Duration::from_secs(1)).await;
    assert!(make_private(&endpoint, true).await.contains("cannot be read"));
    let mut event = command("daily", &json!([{"name": "show", "type": 1, "options": [text("channel", "1")]}]));
    event["member"]["permissions"] = json!("32");
    let reply = endpoint.interact(&event).await;
    assert_eq!(reply["data"]["flags"], 64, "{reply:#}");
    bot.stop().await;
}

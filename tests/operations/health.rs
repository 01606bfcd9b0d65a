//! `/healthz` and `/readyz`.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::database::{Cable, Database};
use crate::support::endpoint::public_key;
use crate::support::operator::{METRICS, Operator};
use crate::support::process::{Bot, program};
use crate::support::{Order, Standin, TOKEN};

#[tokio::test]
async fn it_is_ready_while_its_shard_is_connected() {
    let standin = Standin::start().await;
    standin.state().close_on_connect = true;
    let (bot, operator) = Operator::start(&standin, &[]).await;
    let (status, _, text) = operator.get("/healthz").await;
    assert_eq!((status, text.as_str()), (200, "ok\n"), "it lives, though nothing is connected");
    let body = operator.wait_readiness(503).await;
    assert_eq!(body["gateway"]["ready"], false, "{body:#}");
    standin.state().close_on_connect = false;
    let body = operator.wait_readiness(200).await;
    assert_eq!(body["gateway"], json!({"ready": true, "state": "1 of 1 shards connected"}));
    assert_eq!(body["database"], json!({"ready": true, "state": "answers"}));
    assert_eq!(body["endpoint"], json!({"ready": false, "state": "off"}));
    assert!(body["knowledge"]["state"].as_str().is_some_and(|it| it.starts_with("version ")), "{body:#}");

    standin.state().close_on_connect = true;
    standin.order(Order::Drop);
    let body = operator.wait_readiness(503).await;
    assert_eq!(body["gateway"]["state"], "0 of 1 shards connected");
    assert_eq!(operator.get("/healthz").await.0, 200);
    standin.state().close_on_connect = false;
    operator.wait_readiness(200).await;
    for (path, status) in [("/", 404), ("/metrics/", 404), ("/interactions", 404)] {
        assert_eq!(operator.get(path).await.0, status, "{path}");
    }
    bot.stop().await;
}

#[tokio::test]
async fn with_an_endpoint_the_gateway_does_not_decide() {
    let standin = Standin::start().await;
    let key = public_key();
    let endpoint = [("DISCORD_PUBLIC_KEY", key.as_str()), ("ACCORDS_HTTP_ADDR", "127.0.0.1:0")];
    let (bot, operator) = Operator::start(&standin, &[endpoint[0], endpoint[1], ("ACCORDS_SHARDS", "none")]).await;
    let body = operator.wait_readiness(200).await;
    assert_eq!(body["endpoint"], json!({"ready": true, "state": "listens"}));
    assert_eq!(body["gateway"]["state"], "off");
    bot.stop().await;

    standin.state().close_on_connect = true;
    let (bot, operator) = Operator::start(&standin, &endpoint).await;
    let body = operator.wait_readiness(200).await;
    assert_eq!(body["gateway"]["ready"], false, "{body:#}");
    bot.stop().await;
}

#[tokio::test]
async fn without_its_database_it_lives_and_is_not_ready() {
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[("DATABASE_URL", "sqlite:///no/such/folder/accords.db")]).await;
    standin.wait_ready().await;
    let body = operator.wait_readiness(503).await;
    assert_eq!(body["database"]["ready"], false, "{body:#}");
    assert_eq!(operator.get("/healthz").await.0, 200);
    bot.stop().await;

    let Some(database) = Database::on_server("health").await else { return };
    let cable = Cable::to(&database.url).await;
    let (bot, operator) = Operator::start(&standin, &[("DATABASE_URL", &cable.url)]).await;
    operator.wait_readiness(200).await;
    cable.cut();
    assert_eq!(operator.wait_readiness(503).await["database"]["ready"], false);
    cable.mend();
    operator.wait_readiness(200).await;
    // Neither side hears of it: the answer comes all the same, and soon.
    cable.freeze();
    operator.wait_readiness(503).await;
    let start = Instant::now();
    assert_eq!(operator.readiness().await.0, 503);
    assert!(start.elapsed() < Duration::from_secs(4), "{:?}", start.elapsed());
    cable.cut();
    cable.mend();
    operator.wait_readiness(200).await;
    bot.stop().await;
}

#[tokio::test]
async fn while_it_ends_it_is_not_ready() {
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[]).await;
    operator.wait_readiness(200).await;
    // An answer that is under way holds the end up.
    standin.state().slow = Some(("/callback", Duration::from_secs(2)));
    standin.dispatch("INTERACTION_CREATE", crate::support::events::command("about", &json!([])));
    standin
        .wait_for("answer", |state| state.requests.iter().any(|it| it.path.contains("/callback")).then_some(()))
        .await;
    bot.terminate();
    operator.wait_readiness(503).await;
    let (status, output) = bot.end().await;
    assert_eq!(status.code(), Some(0), "{output}");
}

#[tokio::test]
async fn an_address_that_cannot_be_had_is_said_with_its_setting() {
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[]).await;
    let (status, output) = Bot::start_with(&standin, &[("ACCORDS_METRICS", &operator.address)]).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    let said = format!("accords: cannot listen on {}", operator.address);
    assert!(output.contains(&said) && output.contains("ACCORDS_METRICS"), "{output}");
    bot.stop().await;
    let variables = [("DISCORD_TOKEN", TOKEN), ("ACCORDS_METRICS", "9090")];
    let (status, output) = Bot::spawn(&mut program(&[], &variables)).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(
        output.contains("ACCORDS_METRICS is `9090`") && output.contains(METRICS.1.split(':').next().expect("a host"))
    );
}

#[tokio::test]
async fn a_bot_that_has_ended_leaves_its_database_in_one_file() {
    let database = Database::file("left");
    let standin = Standin::start().await;
    let (bot, operator) = Operator::start(&standin, &[("DATABASE_URL", &database.url)]).await;
    operator.wait_readiness(200).await;
    bot.stop().await;
    let file = database.url.trim_start_matches("sqlite://");
    let size = std::fs::metadata(file).expect("the database was made").len();
    assert!(size > 4_096, "{size} bytes hold no tables");
    for beside in ["-wal", "-shm"] {
        assert!(!std::path::Path::new(&format!("{file}{beside}")).exists(), "{beside}");
    }
}

//! Databases that are cut off, channels that are closed or cannot be read, lost answers, a refused token.

use std::time::Duration;

use accords::store::Sql;
use accords::store::daily::{DailyStore, SlotState};

use crate::support::database::{Cable, Database};
use crate::support::{Fault, Standin};
use crate::{FIRST, GUILD, assert_exactly_once, posts, slots, start, stop, subscribe, wait_done};

/// Posts that are due while the database comes and goes.
const DUE: u64 = 200;
const PATIENCE: Duration = Duration::from_secs(90);

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_is_cut_off_and_comes_back_costs_nothing() {
    let Some(database) = Database::on_server("cable").await else { return };
    let standin = Standin::start().await;
    standin.state().slow = Some(("/messages", Duration::from_millis(60)));
    standin.state().nonce_memory = Duration::from_millis(1);
    let store = Sql::open(&database.url).expect("an address");
    let day = subscribe(&store, DUE).await;
    let cable = Cable::to(&database.url).await;
    let bot = start(&standin, &cable.url, &[]);
    for made in [20, 60, 100] {
        standin.wait_for("some posts", |state| (state.messages.len() > made).then_some(())).await;
        cable.cut();
        tokio::time::sleep(Duration::from_secs(2)).await;
        cable.mend();
    }
    standin.wait_for("some posts", |state| (state.messages.len() > 120).then_some(())).await;
    cable.freeze();
    tokio::time::sleep(Duration::from_secs(3)).await;
    // New connections get through, the old ones stay silent.
    cable.thaw_new();
    let slots = wait_done(&store, DUE, day, PATIENCE).await;
    let output = stop(bot).await;
    assert_exactly_once(&standin.state(), &slots, day);
    assert!(output.contains("daily posts wait for the database") && output.contains("daily posts go on"), "{output}");
    println!(
        "a database cut off three times, and silent once: {DUE} posts, {} looked for",
        standin.count("GET", "/messages")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_there_and_cannot_be_looked_for_is_never_sent_again() {
    for database in Database::both("unreadable").await {
        let standin = Standin::start().await;
        standin.state().slow = Some(("/messages", Duration::from_millis(400)));
        standin.state().nonce_memory = Duration::from_millis(1);
        let store = Sql::open(&database.url).expect("an address");
        let day = subscribe(&store, 40).await;
        standin.state().unreadable = (FIRST..FIRST + 40).map(|channel| channel.to_string()).collect();
        let bot = start(&standin, &database.url, &[]);
        standin.wait_for("some posts", |state| (state.messages.len() > 10).then_some(())).await;
        bot.kill().await;
        let bot = start(&standin, &database.url, &[]);
        let slots = wait_done(&store, 40, day, PATIENCE).await;
        stop(bot).await;
        let unconfirmed = slots.iter().filter(|slot| slot.state == SlotState::Unconfirmed).count();
        assert!(unconfirmed > 0 && slots.iter().all(|slot| slot.state == SlotState::Posted || slot.note.is_some()));
        let posts = posts(&standin.state(), FIRST..FIRST + 40, day);
        assert!(posts.keys().all(|count| *count <= 1), "none is doubled: {posts:?}");
        let notes = slots.iter().filter_map(|slot| slot.note.as_deref());
        assert!(notes.into_iter().all(|note| note.contains("Read Message History")), "{slots:?}");
        println!("unreadable history: {unconfirmed} of 40 unconfirmed after a kill, posts a channel {posts:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_channels_are_paused_with_the_reason_and_lost_answers_found_out() {
    let database = Database::file("closed");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let day = subscribe(&store, 12).await;
    let gone = (404, r#"{"message":"Unknown Channel","code":10003}"#);
    let forbidden = (403, r#"{"message":"Missing Permissions","code":50013}"#);
    standin.state().closed = [(FIRST, gone), (FIRST + 1, forbidden)].map(|(id, how)| (id.to_string(), how)).into();
    // One message is made, long forgotten by its nonce when that is found out, and nobody hears of it.
    standin.state().lost.insert((FIRST + 8).to_string());
    standin.state().nonce_memory = Duration::from_millis(1);
    // Two requests end in a fault of the server, and one has to wait.
    for (path, status, headers) in [
        ("/1310000000000000005/messages", 502, vec![]),
        ("/1310000000000000006/messages", 500, vec![]),
        ("/1310000000000000007/messages", 429, vec![("Retry-After", "1")]),
    ] {
        standin.fail_next(Fault { method: "POST", path, status, headers, body: "{}" });
    }
    let bot = start(&standin, &database.url, &[]);
    let slots = wait_done(&store, 12, day, PATIENCE).await;
    stop(bot).await;
    let state = |channel: u64| slots.iter().find(|slot| slot.key.channel == channel).expect("a slot").state;
    assert_eq!((state(FIRST), state(FIRST + 1)), (SlotState::Refused, SlotState::Refused));
    let open: Vec<_> = slots.iter().filter(|slot| slot.key.channel > FIRST + 1).cloned().collect();
    assert_exactly_once(&standin.state(), &open, day);
    let all = store.subscriptions(GUILD).await.expect("subscriptions");
    let reasons: Vec<&str> = all.iter().filter_map(|it| it.paused.as_deref()).collect();
    assert_eq!(reasons.len(), 2, "{reasons:?}");
    assert!(reasons[0].contains("does not exist any more") && reasons[1].contains("Send Messages"), "{reasons:?}");
    let state = standin.state();
    let sent = |channel: u64| -> Vec<_> {
        let end = format!("/channels/{channel}/messages");
        state.requests.iter().filter(|r| r.method == "POST" && r.path.ends_with(&end)).map(|r| r.at).collect()
    };
    assert_eq!((sent(FIRST).len(), sent(FIRST + 1).len()), (1, 1), "what is closed is asked once");
    let [first, second] = sent(FIRST + 7)[..] else { panic!("one that has to wait is sent twice") };
    assert!(second.duration_since(first) >= Duration::from_secs(1), "Retry-After is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_token_ends_everything_at_once() {
    let database = Database::file("token");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let day = subscribe(&store, 100).await;
    for _ in 0..100 {
        let body = r#"{"message":"401: Unauthorized","code":0}"#;
        standin.fail_next(Fault { method: "POST", path: "/messages", status: 401, headers: Vec::new(), body });
    }
    let (status, output) = start(&standin, &database.url, &[]).end().await;
    assert_eq!(status.code(), Some(2), "{output}");
    assert!(output.contains("401"), "{output}");
    let sent = standin.count("POST", "/messages");
    assert!(sent <= 48, "no more requests with a refused token than were under way: {sent}");
    let slots = slots(&store, 100, day).await;
    assert!(slots.iter().all(|slot| slot.state.is_open()), "they wait for a new token");
}

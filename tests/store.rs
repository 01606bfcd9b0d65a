//! The same suite on SQLite and, where `ACCORDS_TEST_POSTGRES` has an address, on PostgreSQL.

use accords::store::{Feedback, GuildSettings, MOST_KEPT, Sql, Store};
use jiff::civil::date;

use support::database::Database;

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

/// A server that no other test of this run uses, far up among the ids.
fn guild() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(0);
    u64::MAX - 100_000 * u64::from(std::process::id()) - NEXT.fetch_add(1, Ordering::Relaxed)
}

async fn settings_are_kept_and_forgotten(store: &Sql) {
    let (one, other) = (guild(), guild());
    assert_eq!(store.settings(one).await.expect("settings"), GuildSettings::default());
    for settings in [
        GuildSettings { channels: vec![u64::MAX, 1], private: true },
        GuildSettings { channels: vec![7], private: false },
        GuildSettings::default(),
        GuildSettings { channels: Vec::new(), private: true },
    ] {
        store.put_settings(one, &settings).await.expect("kept");
        assert_eq!(store.settings(one).await.expect("settings"), settings);
    }
    store.put_settings(other, &GuildSettings { channels: vec![9], private: true }).await.expect("kept");
    store.forget(one).await.expect("forgotten");
    assert_eq!(store.settings(one).await.expect("settings"), GuildSettings::default());
    assert_eq!(store.settings(other).await.expect("settings").channels, [9]);
    store.forget(other).await.expect("forgotten");
}

async fn notes_come_latest_first_and_go_with_their_server(store: &Sql) {
    let server = guild();
    let note = |guild, text: &str| Feedback {
        guild,
        facts: vec!["a-fact".to_owned(), "b".to_owned()],
        text: text.to_owned(),
        day: date(2026, 2, 28),
    };
    for (guild, text) in [(Some(server), "first"), (None, "second"), (Some(server), "'; DROP TABLE feedback; --")] {
        store.add_feedback(&note(guild, text)).await.expect("kept");
    }
    let notes = store.feedback(3).await.expect("notes");
    let expected =
        [note(Some(server), "'; DROP TABLE feedback; --"), note(None, "second"), note(Some(server), "first")];
    assert_eq!(notes, expected);
    store.forget(server).await.expect("forgotten");
    assert!(store.feedback(100).await.expect("notes").iter().all(|note| note.guild != Some(server)));
}

async fn questions_are_counted(store: &Sql) {
    let own = format!("question {}", guild());
    let text = |end: &str| format!("{own} {end}");
    for (end, times) in [("rare", 1), ("frequent", 3), ("common", 2)] {
        for day in 1..=times {
            store.count_unanswered(&text(end), date(2026, 3, day)).await.expect("counted");
        }
    }
    let listed = store.unanswered(MOST_KEPT).await.expect("a list");
    let listed: Vec<_> = listed.into_iter().filter(|question| question.text.starts_with(&own)).collect();
    let shown: Vec<_> = listed.iter().map(|it| (it.text.clone(), it.times, it.last.as_str())).collect();
    assert_eq!(
        shown,
        [(text("frequent"), 3, "2026-03-03"), (text("common"), 2, "2026-03-02"), (text("rare"), 1, "2026-03-01")]
    );
}

async fn suite(url: &str) {
    let store = Sql::open(url).expect("an address");
    settings_are_kept_and_forgotten(&store).await;
    notes_come_latest_first_and_go_with_their_server(&store).await;
    questions_are_counted(&store).await;
    // A second start finds the tables, and what was kept.
    let again = Sql::open(url).expect("an address");
    again.ready().await.expect("it is up to date");
}

/// Many replicas start at once on a database without tables.
async fn start_together(url: &str) {
    let starts: Vec<_> = (0..6)
        .map(|_| {
            let store = Sql::open(url).expect("an address");
            tokio::spawn(async move { store.ready().await })
        })
        .collect();
    for start in starts {
        start.await.expect("no panic").expect("each finds or makes the tables");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sqlite_keeps_what_it_should() {
    let database = Database::file("store");
    start_together(&database.url).await;
    suite(&database.url).await;
    let store = Sql::open("sqlite::memory:").expect("an address");
    settings_are_kept_and_forgotten(&store).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn postgres_keeps_what_it_should() {
    let Some(database) = Database::on_server("store").await else { return };
    start_together(&database.url).await;
    suite(&database.url).await;
}

#[tokio::test]
async fn what_is_no_database_is_said() {
    for url in ["mysql://x", "accords.db", ""] {
        assert!(Sql::open(url).is_err(), "{url}");
    }
    let store = Sql::open("sqlite:///no/such/folder/accords.db").expect("it is only opened when used");
    assert!(store.settings(1).await.is_err());
    let store = Sql::open("postgres://nobody:secret@127.0.0.1:1/none").expect("it is only opened when used");
    let error = store.settings(1).await.expect_err("nobody is there").to_string();
    assert!(!error.contains("secret") && !format!("{store:?}").contains("secret"), "{error}");
}

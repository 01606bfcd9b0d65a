//! A clock that jumps by a day, under the real program.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use accords::store::Sql;
use jiff::civil::Date;

use crate::support::database::Database;
use crate::support::due;
use crate::support::process::Bot;
use crate::support::{Standin, State};

const CHANNELS: u64 = 10;
/// How long nothing must happen, to have not happened.
const QUIET: Duration = Duration::from_secs(4);

/// The library that shows a program another time, where it is installed.
fn fake_clock() -> Option<PathBuf> {
    let lib = Path::new("/usr/lib");
    let mut folders = vec![lib.to_owned()];
    folders.extend(lib.read_dir().ok()?.flatten().map(|entry| entry.path()));
    folders.into_iter().map(|folder| folder.join("faketime/libfaketime.so.1")).find(|file| file.is_file())
}

/// How many channels have how many posts of a date.
fn posts(state: &State, day: Date) -> HashMap<usize, usize> {
    due::posts(state, due::FIRST..due::FIRST + CHANNELS, day)
}

async fn wait_posted(standin: &Standin, day: Date, bot: &Bot) {
    let begun = Instant::now();
    let all = HashMap::from([(1, usize::try_from(CHANNELS).expect("a small number"))]);
    while posts(&standin.state(), day) != all {
        assert!(
            begun.elapsed() < Duration::from_secs(40),
            "{day}: {:?}; {}",
            posts(&standin.state(), day),
            crate::last_lines(&bot.written())
        );
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_jumps_by_a_day_and_back_doubles_no_post() {
    let Some(library) = fake_clock() else {
        eprintln!("skipped: a clock that jumps; libfaketime is not installed (on Debian: apt-get install faketime)");
        return;
    };
    let database = Database::file("clock");
    let standin = Standin::start().await;
    let store = Sql::open(&database.url).expect("an address");
    let today = due::subscribe(&store, CHANNELS).await;
    let tomorrow = today.tomorrow().expect("there is one");
    let clock = std::env::temp_dir().join(format!("accords-clock-{}", std::process::id()));
    let set = |offset: &str| std::fs::write(&clock, format!("{offset}\n")).expect("a file of our own");
    set("+0");
    let variables = [
        ("LD_PRELOAD", library.to_str().expect("a path")),
        ("FAKETIME_TIMESTAMP_FILE", clock.to_str().expect("a path")),
        ("FAKETIME_NO_CACHE", "1"),
        // Waits go on as they are.
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
        ("DATABASE_URL", database.url.as_str()),
        ("ACCORDS_SHARDS", "none"),
        ("ACCORDS_DAILY_LEASE", "5"),
        ("RUST_LOG", "info"),
    ];
    let bot = Bot::start_with(&standin, &variables);
    wait_posted(&standin, today, &bot).await;
    set("+1d");
    wait_posted(&standin, tomorrow, &bot).await;
    for offset in ["+0", "-1d", "+0", "+1d"] {
        set(offset);
        tokio::time::sleep(QUIET / 2).await;
    }
    tokio::time::sleep(QUIET).await;
    let output = bot.stop().await;
    drop(std::fs::remove_file(&clock));
    for day in [today, tomorrow] {
        assert_eq!(posts(&standin.state(), day).get(&1), Some(&10), "{day}: {output}");
    }
    assert_eq!(standin.state().nonces.len(), 20, "and no others: {output}");
}

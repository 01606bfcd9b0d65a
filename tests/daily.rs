//! Daily posts with the real program against a stand-in for Discord: the commands, and that each post comes exactly once.
//!
//! The stand-in checks every body that it gets, see `support::bodies`; the tests look at what is theirs.

use support::Standin;
use support::due::{FIRST, GUILD, assert_exactly_once, posts, slots, subscribe, wait_done};
use support::process::Bot;

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

#[path = "daily/commands.rs"]
mod commands;
#[path = "daily/crashes.rs"]
mod crashes;
#[path = "daily/pace.rs"]
mod pace;
#[path = "daily/trouble.rs"]
mod trouble;

/// Held by tests that keep a machine busy, so that none of them slows another one down.
static BUSY: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// Starts a process that only posts.
fn start(standin: &Standin, url: &str, more: &[(&str, &str)]) -> Bot {
    let mut variables = vec![
        ("DATABASE_URL", url),
        ("ACCORDS_SHARDS", "none"),
        ("ACCORDS_DAILY_RATE", "45"),
        ("ACCORDS_DAILY_LEASE", "5"),
        ("RUST_LOG", "info"),
    ];
    variables.extend_from_slice(more);
    Bot::start_with(standin, &variables)
}

/// Ends a process that may have had so little to do that it has hardly begun.
async fn stop(bot: Bot) -> String {
    bot.wait_written("no gateway here").await;
    bot.stop().await
}

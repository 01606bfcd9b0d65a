//! Very many posts that are due at the same minute.

use std::time::Duration;

use accords::store::Sql;

use crate::support::Standin;
use crate::support::database::Database;
use crate::support::process::Bot;
use crate::{BUSY, assert_exactly_once, start, stop, subscribe, wait_done};

/// Memory that a process holds, in KiB; none where the system does not tell.
fn memory(bot: &Bot) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", bot.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Posts to so many channels at that rate; the rate that it comes to must be within the share.
async fn paced(name: &str, channels: u32, rate: u32, share: std::ops::RangeInclusive<f64>) {
    let _alone = BUSY.lock().await;
    let database = Database::file(name);
    let standin = Standin::start().await;
    standin.state().slow = Some(("/messages", Duration::from_millis(80)));
    standin.state().global = Some(50);
    let store = Sql::open(&database.url).expect("an address");
    let day = subscribe(&store, channels.into()).await;
    let bot = start(&standin, &database.url, &[("ACCORDS_DAILY_RATE", &rate.to_string())]);
    let mut held = Vec::new();
    let most = Duration::from_secs(u64::from(60 + 2 * channels / rate));
    let begun = std::time::Instant::now();
    let all = usize::try_from(channels).expect("not so many");
    // The stand-in takes part of the same machine; looking rarely leaves it to the bot.
    while standin.state().messages.len() < all {
        assert!(begun.elapsed() < most, "{} of {channels} in {most:?}", standin.state().messages.len());
        tokio::time::sleep(Duration::from_secs(1)).await;
        held.extend(memory(&bot));
    }
    let slots = wait_done(&store, channels.into(), day, Duration::from_mins(1)).await;
    stop(bot).await;
    let state = standin.state();
    assert_exactly_once(&state, &slots, day);
    let times: Vec<_> = state.requests.iter().filter(|r| r.path.ends_with("/messages")).map(|r| r.at).collect();
    let taken = times[times.len() - 1].duration_since(times[0]).as_secs_f64();
    let came_to = f64::from(channels - 1) / taken / f64::from(rate);
    let (early, late) = (held[held.len() / 5], held[held.len() - 1]);
    println!(
        "{channels} channels due at once, {rate} a second: {taken:.1} s, {:.1} % of the rate, {} answered 429; memory after \
         a fifth {early} KiB, at the end {late} KiB, at most {} KiB",
        came_to * 100.0,
        state.limited,
        held.iter().max().copied().unwrap_or_default(),
    );
    assert!(share.contains(&came_to), "{:.1} % of the rate", came_to * 100.0);
    assert_eq!(state.limited, 0, "answers 429 of our making");
    assert!(late < early + early / 4 + 2_048, "memory grows: {held:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn posts_come_at_the_default_rate() {
    paced("pace-20", 400, 20, 0.9..=1.1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn posts_come_at_the_highest_rate() {
    paced("pace-45", 900, 45, 0.9..=1.1).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same with ten thousand channels; takes nine minutes"]
async fn ten_thousand_posts_come_at_the_default_rate() {
    paced("pace-20-long", 10_000, 20, 0.9..=1.1).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same with ten thousand channels; takes four minutes"]
async fn ten_thousand_posts_come_at_the_highest_rate() {
    paced("pace-45-long", 10_000, 45, 0.9..=1.1).await;
}

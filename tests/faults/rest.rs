//! Discord's REST interface in storms of faults, slow, and silent.

use std::time::{Duration, Instant};

use crate::support::{Standin, Storm};
use crate::{LONG, Memory, SHORT, Sent, ready, refusals};

/// Between two things that are asked: messages stay below what Discord allows one bot.
const PAUSE: Duration = Duration::from_millis(60);

async fn storms(run: Duration) {
    let standin = Standin::start().await;
    let bot = ready(&standin).await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    let (mut sent, mut memory) = (Sent::default(), Memory::of_run(run));
    let start = Instant::now();
    // Light and heavy ones, then a calm, and again.
    let storms: [(u64, &'static [u16]); 4] = [(40, &[500, 502]), (70, &[502, 503, 500]), (20, &[429]), (0, &[500])];
    let mut storms = storms.into_iter().cycle();
    while start.elapsed() < run {
        let (percent, statuses) = storms.next().expect("they begin anew");
        standin.state().storm = Some(Storm { path: "", statuses, percent });
        let began = Instant::now();
        while began.elapsed() < SHORT / 4 {
            sent.send(&standin);
            memory.look(&bot);
            tokio::time::sleep(PAUSE).await;
        }
    }
    let (answered, refused) = sent.wait_answered(&standin, &bot).await;
    standin.state().storm = None;
    // When it is over, all is well at once.
    let mut after = Sent::default();
    for _ in 0..12 {
        after.send(&standin);
    }
    while after.counts(&standin.state())[1] < 12 {
        assert!(start.elapsed() < run + crate::LAST_ANSWERS * 2, "{:?}", after.counts(&standin.state()));
        tokio::time::sleep(PAUSE).await;
    }
    let memory = memory.assert_steady(&bot, run);
    let output = bot.stop().await;
    assert_eq!(refusals(&output), refused, "what was sent after the storm is not refused: {output}");
    // A storm costs some: of seven requests in ten that fail, four in a row do in one case of four.
    assert!(refused * 4 <= sent.interactions.len() + sent.messages.len(), "{refused} refused, {answered} answered");
    println!(
        "storms for {:.0} s: {answered} answered, each once, {refused} refused in the log; {memory}",
        start.elapsed().as_secs_f64()
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn storms_of_refusals_end_and_every_answer_is_given_once_or_refused() {
    storms(SHORT).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same at length; takes ten minutes"]
async fn ten_minutes_of_storms_end_and_every_answer_is_given_once_or_refused() {
    storms(LONG).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn slow_receipts_are_waited_for_and_silent_ones_given_up() {
    let standin = Standin::start().await;
    let bot = ready(&standin).await;
    standin.wait_for("registration", |state| (!state.commands.is_empty()).then_some(())).await;
    standin.state().slow = Some(("/callback", Duration::from_millis(1_500)));
    let mut slow = Sent::default();
    for _ in 0..30 {
        slow.send(&standin);
    }
    slow.wait_answered(&standin, &bot).await;
    tokio::time::sleep(Duration::from_secs(3)).await;
    assert_eq!(refusals(&bot.written()), 0, "{}", bot.written());
    // Half-open: the request is taken, and nothing ever comes back.
    standin.state().slow = Some(("/callback", Duration::from_mins(30)));
    let mut silent = Sent::default();
    for _ in 0..30 {
        silent.send(&standin);
    }
    let start = Instant::now();
    while refusals(&bot.written()) < silent.interactions.len() {
        assert!(start.elapsed() < Duration::from_secs(20), "{}", bot.written());
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(silent.counts(&standin.state())[2], 0, "none is answered twice");
    standin.state().slow = None;
    let mut after = Sent::default();
    for _ in 0..12 {
        after.send(&standin);
    }
    // The pace holds the others back no longer than usual.
    let start = Instant::now();
    while after.counts(&standin.state())[1] < 12 {
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", after.counts(&standin.state()));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bot.stop().await;
}

//! A gateway that breaks in every way that there is, every few seconds.

use std::time::{Duration, Instant};

use crate::support::{Order, Standin};
use crate::{LONG, Memory, SHORT, Sent, ready};

/// A break is so long after the one before, at most; a part of it at the least.
const BREAKS: Duration = Duration::from_secs(2);
/// The pause between two things that are asked.
const PAUSE: Duration = Duration::from_millis(25);
/// Short, so that missed heartbeats are noticed within the run.
const HEARTBEAT: Duration = Duration::from_millis(500);

/// Ways to break a connection.
#[derive(Clone, Copy, Debug)]
enum Break {
    Cut,
    Reconnect,
    Close,
    /// Open, and silent.
    HalfOpen,
    /// The answers to heartbeats are missing, and all else is quiet: with other events coming in, it is alive.
    NoAcks,
    InvalidButResumable,
    /// The session is gone; what it had not sent is lost with it, as on Discord.
    Invalid,
}

const BREAKS_IN_TURN: [Break; 7] = [
    Break::Cut,
    Break::HalfOpen,
    Break::InvalidButResumable,
    Break::NoAcks,
    Break::Invalid,
    Break::Close,
    Break::Reconnect,
];

/// Breaks the connection; whether the bot has to find that out by itself.
fn break_connection(standin: &Standin, how: Break) {
    let order = match how {
        Break::Cut => Order::Drop,
        Break::Reconnect => Order::Reconnect,
        Break::Close => Order::Close(4_000),
        Break::HalfOpen => Order::Freeze,
        Break::InvalidButResumable => Order::InvalidSession(true),
        Break::Invalid => Order::InvalidSession(false),
        Break::NoAcks => {
            standin.state().no_acks = true;
            return;
        }
    };
    standin.order(order);
}

async fn breaks(run: Duration) {
    let standin = Standin::start().await;
    standin.state().heartbeat_interval = HEARTBEAT;
    let bot = ready(&standin).await;
    let (mut sent, mut memory) = (Sent::default(), Memory::of_run(run));
    let begun = Instant::now();
    let mut breaks = 0;
    let mut ways = BREAKS_IN_TURN.iter().cycle();
    while begun.elapsed() < run || breaks < BREAKS_IN_TURN.len() {
        let connections = standin.state().connections.len();
        let how = *ways.next().expect("they begin anew");
        if matches!(how, Break::Invalid) {
            // What is under way would be lost with the session, and nobody could be blamed.
            sent.wait_answered(&standin, &bot).await;
        }
        break_connection(&standin, how);
        breaks += 1;
        let broken = Instant::now();
        let is_quiet = matches!(how, Break::Invalid | Break::NoAcks);
        // Otherwise people go on asking, whether there is a connection or not.
        while broken.elapsed() < BREAKS / 2 || standin.state().connections.len() == connections {
            if !is_quiet {
                sent.send(&standin);
            }
            memory.look(&bot);
            tokio::time::sleep(PAUSE).await;
            assert!(broken.elapsed() < Duration::from_secs(90), "{how:?} is not noticed");
        }
        standin.state().no_acks = false;
        standin.wait_for("new connection", |state| state.connected.then_some(())).await;
        while broken.elapsed() < BREAKS {
            sent.send(&standin);
            tokio::time::sleep(PAUSE).await;
        }
    }
    let (answered, refused) = sent.wait_answered(&standin, &bot).await;
    let memory = memory.assert_steady(&bot, run);
    let output = bot.stop().await;
    // Where the machine itself stalls, the three seconds of some pass.
    assert!(refused * 10 <= answered, "{refused} refused: {output}");
    assert!(!output.contains(" ERROR "), "{output}");
    println!("{breaks} breaks in {:.0} s: {answered} answered, each once; {memory}", begun.elapsed().as_secs_f64());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gateway_that_breaks_every_few_seconds_loses_nothing() {
    breaks(SHORT).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "the same at length; takes ten minutes"]
async fn a_gateway_that_breaks_for_ten_minutes_loses_nothing() {
    breaks(LONG).await;
}

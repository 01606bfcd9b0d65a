//! The real program in trouble: connections that break, go silent or are refused, databases that cannot be used, clocks
//! that jump, and very many interactions in a row. What reached the process is answered once or refused in the log, the
//! ledger of daily posts stays exact, and memory does not grow.
//!
//! Each fault has a short form of some seconds and a long one, run with `-- --ignored --nocapture`. `ACCORDS_TEST_PROGRAM` may
//! name another build of the program for these.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use support::events::{command, mention, text, typing};
use support::process::Bot;
use support::{Standin, State};

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

#[path = "faults/clock.rs"]
mod clock;
#[path = "faults/database.rs"]
mod database;
#[path = "faults/endpoint.rs"]
mod endpoint;
#[path = "faults/gateway.rs"]
mod gateway;
#[path = "faults/rest.rs"]
mod rest;
#[path = "faults/soak.rs"]
mod soak;

/// How long a short form lasts, and a long one.
const SHORT: Duration = Duration::from_secs(8);
const LONG: Duration = Duration::from_mins(10);
/// How long the answers to what was sent last may take: attempts, waits between them, and a busy machine.
const LAST_ANSWERS: Duration = Duration::from_secs(100);
/// What memory may grow by once caches are full, in percent.
const GROWTH: u64 = 5;

/// Something that somebody asks, of every kind in turn.
fn asked(number: u64) -> (&'static str, Value) {
    const QUESTIONS: [&str; 5] = [
        "When did Bahrain sign the Abraham Accords?",
        "When did Saudi Arabia sign?",
        "who won the 2022 world cup",
        "How did the Knesset vote on Bahrain?",
        "wen did kazahkstan jion",
    ];
    let question = QUESTIONS[usize::try_from(number / 6 % 5).expect("a small number")];
    let event = match number % 6 {
        0 => command("ask", &json!([text("question", question)])),
        1 => command("member", &json!([text("country", "Morocco")])),
        2 => typing("member", "country", "mor"),
        3 => command("onthisday", &json!([])),
        4 => typing("timeline", "country", "su"),
        _ => return ("MESSAGE_CREATE", mention(question)),
    };
    ("INTERACTION_CREATE", event)
}

/// What was sent, to be answered once each.
#[derive(Default)]
struct Sent {
    interactions: Vec<u64>,
    messages: Vec<u64>,
}

impl Sent {
    /// Sends the next thing over the gateway.
    fn send(&mut self, standin: &Standin) {
        let (kind, event) = asked(self.count());
        let id = event["id"].as_str().and_then(|id| id.parse().ok()).expect("an id");
        if kind == "MESSAGE_CREATE" {
            self.messages.push(id);
        } else {
            self.interactions.push(id);
        }
        standin.emit(kind, &event);
    }

    fn count(&self) -> u64 {
        (self.interactions.len() + self.messages.len()) as u64
    }

    /// How many have how many answers.
    fn counts(&self, state: &State) -> [usize; 3] {
        let mut counts = [0; 3];
        let answers = |map: &std::collections::HashMap<u64, u32>, id| map.get(id).copied().unwrap_or_default();
        let interactions = self.interactions.iter().map(|id| answers(&state.answered, id));
        for answers in interactions.chain(self.messages.iter().map(|id| answers(&state.replies, id))) {
            counts[usize::try_from(answers).expect("a small number").min(2)] += 1;
        }
        counts
    }

    /// Waits until each has an answer or a line in the log that says that it has none.
    async fn wait_answered(&self, standin: &Standin, bot: &Bot) -> (usize, usize) {
        let start = Instant::now();
        loop {
            let refused = refusals(&bot.written());
            let [none, once, twice] = self.counts(&standin.state());
            assert_eq!(twice, 0, "nothing is answered twice");
            if none <= refused {
                return (once, refused);
            }
            assert!(
                start.elapsed() < LAST_ANSWERS,
                "of {} sent {once} are answered, {refused} refused in the log and {none} without an answer: {}",
                self.count(),
                last_lines(&bot.written()),
            );
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
}

/// How often the log says that something could not be answered.
fn refusals(output: &str) -> usize {
    ["an interaction could not be answered", "a message could not be answered"]
        .iter()
        .map(|words| output.matches(words).count())
        .sum()
}

fn last_lines(output: &str) -> String {
    let lines: Vec<&str> = output.lines().collect();
    lines[lines.len().saturating_sub(40)..].join("\n")
}

/// Settings for a bot that nobody holds back, and that logs what an operator sees. Its memory is that of the image and of the
/// systemd unit, which keep the allocator from having a heap for each thread.
const UNLIMITED: [(&str, &str); 3] =
    [("ACCORDS_ANSWERS_PER_MINUTE", "0"), ("RUST_LOG", "info"), ("MALLOC_ARENA_MAX", "2")];

/// Starts a bot and waits until it is connected.
async fn ready(standin: &Standin) -> Bot {
    let bot = Bot::start_with(standin, &UNLIMITED);
    standin.wait_ready().await;
    bot
}

/// Looks at the memory of a process from a time on, when what is kept once is there.
struct Memory {
    from: Instant,
    first: Option<u64>,
}

impl Memory {
    /// Looks from a tenth of a run on.
    fn of_run(most: Duration) -> Self {
        Self { from: Instant::now() + most / 10, first: None }
    }

    fn look(&mut self, bot: &Bot) {
        if self.first.is_none() && Instant::now() >= self.from {
            self.first = bot.memory();
        }
    }

    /// What it had grown to; a long run must not have grown.
    fn assert_steady(&self, bot: &Bot, run: Duration) -> String {
        let (Some(first), Some(last)) = (self.first, bot.memory()) else { return "memory unknown".to_owned() };
        if run >= LONG {
            assert!(last * 100 <= first * (100 + GROWTH), "memory grew from {first} to {last} kB");
        }
        format!("memory {first} -> {last} kB")
    }
}

//! Several shards of one process, all of which lose their connection at once.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::events::command;
use crate::support::process::Bot;
use crate::support::{Order, Standin, State};

const SHARDS: u32 = 4;
/// How long all may take to resume. A new session for each would take longer than that: Discord takes one in five seconds.
const RESUMED: Duration = Duration::from_secs(10);

fn each() -> impl Iterator<Item = u64> {
    0..u64::from(SHARDS)
}

/// A process whose shards are all connected.
async fn connected() -> (Standin, Bot) {
    let standin = Standin::start().await;
    // They begin at once, so that the test does; only what comes later is looked at.
    standin.state().shards = SHARDS;
    standin.state().max_concurrency = SHARDS.into();
    let bot = Bot::start_with(&standin, &[("ACCORDS_SHARDS", "auto"), ("ACCORDS_ANSWERS_PER_MINUTE", "0")]);
    standin.wait_for("all shards", |state| (state.ready == SHARDS as usize).then_some(())).await;
    (standin, bot)
}

/// Each shard has something else to answer, of which nobody has heard while there is no connection; their ids.
fn miss_all(standin: &Standin) -> Vec<String> {
    let mut ids = Vec::new();
    // A shard with a higher number misses more, so that no two sessions are at the same event.
    for shard in each() {
        for _ in 0..=shard {
            let event = command("onthisday", &json!([]));
            ids.push(event["id"].as_str().expect("an id").to_owned());
            standin.miss_by(shard, "INTERACTION_CREATE", &event);
        }
    }
    ids
}

/// What the sessions are at: the number of the latest event by the session's id.
fn heads(state: &State) -> HashMap<String, u64> {
    state.resumable.values().map(|session| (session.id.clone(), session.sequence)).collect()
}

/// What came with each IDENTIFY (opcode 2) or RESUME (6) from the `from`th of them on.
fn asked_for(state: &State, opcode: u64, from: usize) -> Vec<&Value> {
    state.sessions[from..].iter().filter(|it| it["op"] == opcode).map(|it| &it["d"]).collect()
}

#[tokio::test]
async fn shards_that_break_at_once_resume_each_its_own_session_and_answer_what_each_missed() {
    let (standin, bot) = connected().await;
    for order in [|| Order::Drop, || Order::Reconnect, || Order::Close(4_000)] {
        let before = heads(&standin.state());
        let asked = standin.state().sessions.len();
        let broken = Instant::now();
        for shard in each() {
            standin.order_to(shard, order());
        }
        let ids = miss_all(&standin);
        for id in &ids {
            standin.callback(id).await;
        }
        let name = format!("{:?}", order());
        assert!(broken.elapsed() < RESUMED, "{name}: they wait for one another");
        let state = standin.state();
        assert_eq!(asked_for(&state, 2, asked).len(), 0, "{name}: no session is begun anew");
        let resumed = asked_for(&state, 6, asked);
        // A busy machine may take two tries.
        let sessions: HashSet<_> = resumed.iter().filter_map(|it| it["session_id"].as_str()).collect();
        assert_eq!(sessions, before.keys().map(String::as_str).collect(), "{name}");
        for resume in resumed {
            let session = resume["session_id"].as_str().expect("an id");
            assert!(resume["seq"].as_u64() >= Some(before[session]), "{name}: {resume} is behind {}", before[session]);
        }
        let answered = ids.iter().map(|id| state.answered[&id.parse::<u64>().expect("a number")]);
        assert!(answered.clone().all(|times| times == 1), "{name}: {:?}", answered.collect::<Vec<_>>());
    }
    bot.stop().await;
}

#[tokio::test]
async fn a_shard_whose_session_is_gone_begins_anew_and_holds_up_no_other() {
    let (standin, bot) = connected().await;
    let asked = standin.state().sessions.len();
    let lost = standin.state().resumable.remove(&1).expect("a session").id;
    for shard in each() {
        standin.order_to(shard, Order::Drop);
    }
    let is_back = |state: &State| {
        let anew = asked_for(state, 2, asked);
        (state.ready == SHARDS as usize && !anew.is_empty()).then_some(anew.len())
    };
    assert_eq!(standin.wait_for("all shards", is_back).await, 1, "only the one whose session is gone");
    {
        let state = standin.state();
        let resumed: HashSet<_> = asked_for(&state, 6, asked).iter().map(|it| it["session_id"].clone()).collect();
        assert_eq!(resumed.len(), SHARDS as usize, "each tries to resume, {lost} as well");
        assert_eq!(asked_for(&state, 2, asked)[0]["shard"], json!([1, SHARDS]));
    }
    for shard in each() {
        let event = command("onthisday", &json!([]));
        let id = event["id"].as_str().expect("an id").to_owned();
        standin.dispatch_to(shard, "INTERACTION_CREATE", event);
        standin.callback(&id).await;
    }
    bot.stop().await;
}

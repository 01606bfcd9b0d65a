//! What whoever runs the bot sees and does, with the real program against a stand-in for Discord: health, counts, logs,
//! reloading, several shards, several processes.

use serde_json::Value;

// Nothing outside this test sees what is public in there, and the other tests use the rest.
#[allow(missing_docs, unreachable_pub, dead_code)]
mod support;

#[path = "operations/counts.rs"]
mod counts;
#[path = "operations/health.rs"]
mod health;
#[path = "operations/kills.rs"]
mod kills;
#[path = "operations/logs.rs"]
mod logs;
#[path = "operations/processes.rs"]
mod processes;
#[path = "operations/reload.rs"]
mod reload;
#[path = "operations/shards.rs"]
mod shards;

/// The embed of an answer, whether to a command or to a message.
fn embed(reply: &Value) -> &Value {
    if reply["data"]["embeds"][0].is_null() { &reply["embeds"][0] } else { &reply["data"]["embeds"][0] }
}

fn description(reply: &Value) -> &str {
    embed(reply)["description"].as_str().unwrap_or_default()
}

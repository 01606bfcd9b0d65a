//! Events as Discord sends them.

use std::sync::atomic::{AtomicU64, Ordering};

use serde_json::{Value, json};

use super::{APPLICATION, BOT};

/// The server of all events.
pub const GUILD: &str = "1200000000000000001";
/// A forum in it.
pub const FORUM: &str = "1200000000000000009";
/// What its channels stand under.
pub const CATEGORY: &str = "1200000000000000008";
const CHANNEL: &str = "1200000000000000002";
/// Whoever writes and uses commands.
pub const PERSON: &str = "1200000000000000003";

/// An id that no other event of this test run has.
pub fn fresh_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1_250_000_000_000_000_000);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

/// The token of the interaction of that id; no output may hold it.
pub fn interaction_token(id: u64) -> String {
    format!("interaction-token-{id}")
}

fn person() -> Value {
    json!({
        "id": PERSON, "username": "someone", "discriminator": "0", "global_name": "Someone", "avatar": null,
        "public_flags": 0, "flags": 0, "bot": false,
    })
}

fn interaction(kind: u8, command: &str, options: &Value) -> Value {
    let id = fresh_id();
    json!({
        "id": id.to_string(),
        "application_id": APPLICATION.to_string(),
        "type": kind,
        "token": interaction_token(id),
        "version": 1,
        "guild_id": GUILD,
        "guild": {"id": GUILD, "locale": "en-US", "features": []},
        "guild_locale": "en-US",
        "channel_id": CHANNEL,
        "channel": {"id": CHANNEL, "type": 0, "name": "general", "permissions": "2248473465835073"},
        "member": {
            "user": person(), "roles": [], "nick": null, "avatar": null, "premium_since": null,
            "joined_at": "2024-01-01T00:00:00.000000+00:00", "deaf": false, "mute": false, "pending": false, "flags": 0,
            "permissions": "2248473465835073", "communication_disabled_until": null,
        },
        "locale": "en-GB",
        "app_permissions": "2248473465835073",
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
        "entitlements": [],
        "entitlement_sku_ids": [],
        "attachment_size_limit": 10_485_760,
        "data": {"id": fresh_id().to_string(), "name": command, "type": 1, "options": options},
    })
}

/// A command with its options.
pub fn command(name: &str, options: &Value) -> Value {
    interaction(2, name, options)
}

/// A command by someone who installed the bot for themselves, in a place where the bot is not.
pub fn command_of_a_user_install(name: &str, options: &Value) -> Value {
    let mut interaction = interaction(2, name, options);
    let map = interaction.as_object_mut().expect("an object");
    for key in ["guild_id", "guild", "guild_locale", "member"] {
        map.remove(key);
    }
    interaction["user"] = person();
    interaction["context"] = json!(2);
    interaction["authorizing_integration_owners"] = json!({"1": PERSON});
    interaction["channel"] = json!({"id": CHANNEL, "type": 3});
    interaction
}

/// A text option.
pub fn text(name: &str, value: &str) -> Value {
    json!({"name": name, "type": 3, "value": value})
}

/// A yes-or-no option.
pub fn yes(name: &str) -> Value {
    json!({"name": name, "type": 5, "value": true})
}

/// Someone typing the value of an option.
pub fn typing(command: &str, option: &str, typed: &str) -> Value {
    let mut option = text(option, typed);
    option["focused"] = json!(true);
    interaction(4, command, &json!([option]))
}

/// A message in a server.
pub fn message(content: &str) -> Value {
    json!({
        "id": fresh_id().to_string(),
        "channel_id": CHANNEL,
        "guild_id": GUILD,
        "author": person(),
        "member": {
            "roles": [], "joined_at": "2024-01-01T00:00:00.000000+00:00", "deaf": false, "mute": false, "flags": 0,
        },
        "content": content,
        "timestamp": "2026-01-01T00:00:00.000000+00:00",
        "edited_timestamp": null,
        "tts": false,
        "mention_everyone": false,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": false,
        "type": 0,
        "flags": 0,
        "nonce": null,
    })
}

/// A message in a server that mentions the bot.
pub fn mention(content: &str) -> Value {
    let mut message = message(&format!("<@{BOT}> {content}"));
    message["mentions"] = json!([{
        "id": BOT.to_string(), "username": "accords", "discriminator": "0", "avatar": null, "bot": true,
    }]);
    message
}

/// A direct message.
pub fn direct(content: &str) -> Value {
    let mut message = message(content);
    let map = message.as_object_mut().expect("an object");
    map.remove("guild_id");
    map.remove("member");
    message
}

/// The same event with a field set.
pub fn with(mut event: Value, field: &str, value: Value) -> Value {
    event[field] = value;
    event
}

/// A command on somebody's message.
pub fn on_message(name: &str, words: &str) -> Value {
    let target = message(words);
    let id = target["id"].as_str().expect("an id").to_owned();
    let data = json!({
        "id": fresh_id().to_string(), "name": name, "type": 3, "target_id": id, "resolved": {"messages": {(id): target}},
    });
    with(command(name, &json!([])), "data", data)
}

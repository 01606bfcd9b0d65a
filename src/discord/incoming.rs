//! What Discord sent -> the library's types, even where the two do not quite agree.
//!
//! The library wants fields that the bot has no use for, and refuses the whole interaction when one of them is missing
//! or has a new shape. Such an interaction is read without them: people get their answer all the same.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use serenity::all::{Interaction, InteractionType};

/// The interaction that a text is; its value when what the bot needs is not there, which is null when it is no JSON.
pub(crate) fn read(json: &str) -> Result<Interaction, Value> {
    at_once(json).map_or_else(
        || {
            let value = serde_json::from_str(json).unwrap_or_default();
            essence(&value).and_then(|essence| at_once(&essence.to_string())).ok_or(value)
        },
        Ok,
    )
}

/// Whether a text is Discord's check that the bot is there, whatever else it holds.
pub(crate) fn is_ping(json: &str) -> bool {
    kind(json) == Some(InteractionType::Ping)
}

fn kind(json: &str) -> Option<InteractionType> {
    #[derive(Deserialize)]
    struct Kind {
        #[serde(rename = "type")]
        kind: InteractionType,
    }
    // A list would be taken for the fields in their order.
    let is_object = json.trim_start().starts_with('{');
    serde_json::from_str::<Kind>(json).ok().filter(|_| is_object).map(|it| it.kind)
}

/// The interaction of a text that the library takes as it is. It is read in one go: the library's own way to all kinds of
/// interactions goes through a tree of values and copies it.
fn at_once(json: &str) -> Option<Interaction> {
    let read = match kind(json)? {
        InteractionType::Ping => serde_json::from_str(json).map(Interaction::Ping),
        InteractionType::Command => serde_json::from_str(json).map(Interaction::Command),
        InteractionType::Autocomplete => serde_json::from_str(json).map(Interaction::Autocomplete),
        InteractionType::Component => serde_json::from_str(json).map(Interaction::Component),
        InteractionType::Modal => serde_json::from_str(json).map(Interaction::Modal),
        _ => return None,
    };
    read.ok()
}

/// An interaction whose unneeded parts say nothing.
fn essence(value: &Value) -> Option<Value> {
    let mut value = value.clone();
    let map = value.as_object_mut()?;
    map.remove("channel");
    for (name, nothing) in [("entitlements", json!([])), ("attachment_size_limit", json!(0)), ("version", json!(1))] {
        map.insert(name.to_owned(), nothing);
    }
    fill(map, [("locale", json!("en-US"))]);
    if let Some(member) = map.get_mut("member").and_then(Value::as_object_mut) {
        fill(member, [("roles", json!([])), ("deaf", json!(false)), ("mute", json!(false)), ("flags", json!(0))]);
    }
    Some(value)
}

fn fill<const N: usize>(map: &mut Map<String, Value>, defaults: [(&str, Value); N]) {
    for (name, value) in defaults {
        map.entry(name).or_insert(value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_no_interaction() {
        assert!(is_ping(r#" {"type": 1}"#));
        assert!(!is_ping("[1]"));
        assert!(read("[1]").is_err());
    }

    #[test]
    fn what_the_bot_does_not_need_may_be_missing_or_odd() {
        let mut value = json!({
            "id": "5", "application_id": "6", "type": 2, "token": "t", "channel_id": "7",
            "channel": {"id": 7.5}, "entitlements": "none",
            "member": {"user": {"id": "8", "username": "someone"}},
            "guild_id": "9",
            "data": {"id": "10", "name": "ask", "type": 1},
        });
        assert!(Interaction::deserialize(&value).is_err(), "else this is not needed any more");
        let command = read(&value.to_string()).ok().and_then(Interaction::command).expect("a command");
        assert_eq!((command.data.name.as_str(), command.user.id.get()), ("ask", 8));
        value["data"] = json!({});
        assert_eq!(read(&value.to_string()).err(), Some(value));
        assert_eq!(read("[]").err(), Some(json!([])));
        assert_eq!(read("{").err(), Some(Value::Null));
    }

    #[test]
    fn what_is_read_at_once_is_read_the_same() {
        let mut value = json!({
            "id": "5", "application_id": "6", "type": 2, "token": "t", "channel_id": "7", "version": 1, "guild_id": "9",
            "entitlements": [], "locale": "en-US", "app_permissions": "8", "attachment_size_limit": 1,
            "authorizing_integration_owners": {"0": "9"}, "context": 0,
            "member": {
                "user": {"id": "8", "username": "someone", "discriminator": "0", "avatar": null},
                "roles": ["3"], "joined_at": "2020-09-15T12:00:00Z", "deaf": false, "mute": false, "flags": 0,
                "permissions": "8",
            },
            "data": {
                "id": "10", "name": "ask", "type": 1, "options": [{"name": "question", "type": 3, "value": "Who signed?"}],
                "resolved": {"users": {"8": {"id": "8", "username": "x", "discriminator": "0", "avatar": null}}},
            },
        });
        for kind in [2, 4] {
            value["type"] = json!(kind);
            if kind == 4 {
                value["data"]["options"][0]["focused"] = json!(true);
            }
            let whole = Interaction::deserialize(&value).expect("all is there");
            let at_once = at_once(&value.to_string()).expect("all is there");
            assert_eq!(format!("{at_once:?}"), format!("{whole:?}"));
        }
        assert!(is_ping(r#"{"type":1,"id":7.5}"#) && !is_ping(r#"{"type":1"#) && !is_ping(r#"{"type":2}"#));
    }
}

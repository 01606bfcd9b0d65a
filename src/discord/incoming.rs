//! What Discord sent -> the library's types, even where the two do not quite agree.
//!
//! The library wants fields that the bot has no use for, and refuses the whole interaction when one of them is missing
//! or has a new shape. Such an interaction is read without them: people get their answer all the same.

use serde::Deserialize;
use serde_json::{Map, Value, json};
use serenity::all::Interaction;

/// The interaction that a value is; none when what the bot needs is not there.
pub(crate) fn interaction(value: &Value) -> Option<Interaction> {
    Interaction::deserialize(value).ok().or_else(|| Interaction::deserialize(essence(value)?).ok())
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
    fn what_the_bot_does_not_need_may_be_missing_or_odd() {
        let mut value = json!({
            "id": "5", "application_id": "6", "type": 2, "token": "t", "channel_id": "7",
            "channel": {"id": 7.5}, "entitlements": "none",
            "member": {"user": {"id": "8", "username": "someone"}},
            "guild_id": "9",
            "data": {"id": "10", "name": "ask", "type": 1},
        });
        assert!(Interaction::deserialize(&value).is_err(), "else this is not needed any more");
        let read = interaction(&value).and_then(Interaction::command).expect("a command");
        assert_eq!((read.data.name.as_str(), read.user.id.get()), ("ask", 8));
        value["data"] = json!({});
        assert!(interaction(&value).is_none());
        assert!(interaction(&json!([])).is_none());
    }
}

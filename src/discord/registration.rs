//! The commands as Discord has them -> the commands as the table has them, with one request, and none when they agree.

use serde_json::{Map, Value};
use tracing::warn;

use crate::discord::definitions;
use crate::discord::rest::{Rest, RestError};

/// What registering came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Registered {
    /// Discord had the same commands already.
    Unchanged,
    /// They were sent.
    Sent,
}

/// Registers the commands where they differ from what Discord has.
///
/// Nothing is remembered between starts: Discord is asked what it has, so several processes and a change made
/// elsewhere come out right. Descriptions in languages written from right to left are sent if wanted, and left out again where
/// Discord refuses them.
///
/// # Errors
/// See [`RestError`].
pub async fn register(rest: &Rest, application: u64, right_to_left: bool) -> Result<Registered, RestError> {
    let there = rest.commands(application).await?;
    match replace(rest, application, &there, right_to_left).await {
        Err(RestError::Refused { status: 400, .. }) if right_to_left => {
            warn!("Discord refuses descriptions in Arabic or Hebrew; the commands are registered without them");
            replace(rest, application, &there, false).await
        }
        done => done,
    }
}

async fn replace(rest: &Rest, application: u64, there: &[Value], right_to_left: bool) -> Result<Registered, RestError> {
    let wanted = definitions::all(right_to_left);
    let as_values = serde_json::to_value(&wanted).expect("strings, numbers and lists always serialise");
    if same(there, as_values.as_array().expect("a list serialises to a list")) {
        return Ok(Registered::Unchanged);
    }
    rest.put_commands(application, &wanted).await?;
    Ok(Registered::Sent)
}

/// Whether two lists define the same commands, in whatever order.
fn same(one: &[Value], other: &[Value]) -> bool {
    let comparable = |list: &[Value]| {
        let mut list: Vec<Value> = list.iter().map(essence).collect();
        list.sort_by_cached_key(|command| (command["type"].to_string(), command["name"].to_string()));
        list
    };
    comparable(one) == comparable(other)
}

/// What Discord adds to a definition and nobody defines.
const ADDED: [&str; 8] = [
    "id",
    "application_id",
    "guild_id",
    "version",
    // Derived from `contexts`.
    "dm_permission",
    "handler",
    "name_localized",
    "description_localized",
];
/// Lists whose order means nothing.
const SETS: [&str; 2] = ["integration_types", "contexts"];

/// A definition without what Discord adds, and without values that say the same as their absence.
fn essence(definition: &Value) -> Value {
    match definition {
        Value::Object(map) => {
            let kept = map.iter().filter(|(key, _)| !ADDED.contains(&key.as_str())).map(|(key, value)| {
                let mut value = essence(value);
                if let Value::Array(items) = &mut value
                    && SETS.contains(&key.as_str())
                {
                    items.sort_by_key(Value::to_string);
                }
                (key.clone(), value)
            });
            Value::Object(kept.filter(|(_, value)| !says_nothing(value)).collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.iter().map(essence).collect()),
        other => other.clone(),
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(items) => items.is_empty(),
        Value::Object(map) => map.is_empty(),
        // Discord's description of a command on messages.
        Value::String(text) => text.is_empty(),
        Value::Number(_) | Value::Bool(true) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn table() -> Vec<Value> {
        serde_json::from_str(&crate::discord::commands::payload()).expect("a list")
    }

    /// The table as Discord returns it.
    fn returned() -> Vec<Value> {
        let mut list = table();
        for (at, command) in list.iter_mut().enumerate() {
            command["id"] = json!(at.to_string());
            command["application_id"] = json!("1");
            command["version"] = json!("3");
            if command["type"] == 3 {
                command["description"] = json!("");
            }
            if command.get("default_member_permissions").is_none() {
                command["default_member_permissions"] = Value::Null;
            }
            command["name_localizations"] = Value::Null;
            command["nsfw"] = json!(false);
            command["dm_permission"] = json!(true);
            command["contexts"].as_array_mut().expect("contexts").reverse();
            for option in command["options"].as_array_mut().into_iter().flatten() {
                if option["required"] == false {
                    option.as_object_mut().expect("an object").remove("required");
                }
            }
        }
        list.reverse();
        list
    }

    #[test]
    fn what_discord_adds_is_no_difference() {
        assert!(same(&returned(), &table()));
    }

    #[test]
    fn every_change_is_a_difference() {
        let changes: [fn(&mut Vec<Value>); 7] = [
            |list| drop(list.pop()),
            |list| list.push(json!({"name": "old", "type": 1, "description": "Old"})),
            |list| list[0]["description"] = json!("Other"),
            |list| list[0]["contexts"] = json!([0, 1]),
            |list| list[0]["options"][0]["required"] = json!(null),
            |list| list[0]["default_member_permissions"] = json!("32"),
            |list| list[0]["description_localizations"]["de"] = json!("Anders"),
        ];
        for (at, change) in changes.iter().enumerate() {
            let mut list = returned();
            list.reverse();
            change(&mut list);
            assert!(!same(&list, &table()), "change {at}");
        }
    }
}

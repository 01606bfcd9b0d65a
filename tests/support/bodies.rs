//! What Discord would refuse in a body: our own reading of its documentation, a library of its limits, and its own
//! schema where that lies beside the project.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use jsonschema::Validator;
use serde_json::{Value, json};
use twilight_model::application::command::Command;
use twilight_model::channel::message::{Component, Embed};
use twilight_model::http::interaction::InteractionResponse;

use super::{Request, uploads};

/// Everything wrong with the body of a request.
pub fn problems(interactions: &[(u64, u8)], request: &Request) -> Vec<String> {
    let path: Vec<&str> = request.path.split('/').skip(3).collect();
    let message = if path.first() == Some(&"interactions") { &request.body["data"] } else { &request.body };
    let mut problems = uploads::problems(message, &request.files);
    problems.extend(match path.as_slice() {
        ["interactions", id, _, "callback"] => callback(interactions, id, &request.body),
        ["channels", _, "messages"] => channel_message(&request.body),
        ["webhooks", _, _] => webhook("IncomingWebhookRequestPartial", &request.body),
        ["webhooks", _, _, "messages", "@original"] => webhook("IncomingWebhookUpdateRequestPartial", &request.body),
        ["applications", _, "commands"] => commands(&request.body),
        _ => vec!["a body where none is expected".to_owned()],
    });
    problems
}

fn callback(interactions: &[(u64, u8)], id: &str, body: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    let Some((_, kind)) = interactions.iter().find(|(sent, _)| sent.to_string() == id) else {
        return vec!["the answer to an interaction that was never sent".to_owned()];
    };
    let answer = body["type"].as_u64().unwrap_or_default();
    let allowed: &[u64] = match kind {
        1 => &[1],
        2 => &[4, 5, 9],
        4 => &[8],
        3 => &[4, 5, 6, 7, 9],
        _ => &[4, 5, 6, 7],
    };
    if !allowed.contains(&answer) {
        problems.push(format!("callback type {} to an interaction of type {kind}", body["type"]));
    }
    let schema = match answer {
        1 => "PongInteractionCallbackRequest",
        6 | 7 => "UpdateMessageInteractionCallbackRequest",
        8 => "ApplicationCommandAutocompleteCallbackRequest",
        9 => "ModalInteractionCallbackRequest",
        _ => "CreateMessageInteractionCallbackRequest",
    };
    match answer {
        4 | 7 => problems.extend(message(&body["data"], &json!({"parse": []}))),
        8 => problems.extend(choices(&body["data"]["choices"])),
        _ => {}
    }
    if !matches!(body["data"]["flags"].as_u64(), None | Some(0 | 64)) {
        problems.push(format!("flags {}", body["data"]["flags"]));
    }
    if let Err(error) = serde_json::from_value::<InteractionResponse>(with_numbered_files(body)) {
        problems.push(format!("no interaction response: {error}"));
    }
    problems.extend(against_schema(schema, body));
    problems
}

/// The body with the numbers of files as the library wants them; Discord's schema has them as strings, its documentation
/// as numbers, and Discord takes both.
fn with_numbered_files(body: &Value) -> Value {
    let mut body = body.clone();
    for file in body["data"]["attachments"].as_array_mut().into_iter().flatten() {
        let number = file["id"].as_str().and_then(|id| id.parse::<u64>().ok());
        file["id"] = number.map_or(Value::Null, Value::from);
    }
    body
}

/// A message that follows a deferral.
fn webhook(schema: &'static str, body: &Value) -> Vec<String> {
    let mut problems = message(body, &json!({"parse": []}));
    problems.extend(against_schema(schema, body));
    problems
}

fn choices(choices: &Value) -> Vec<String> {
    let Some(list) = choices.as_array() else {
        return vec!["an autocomplete answer without a list".to_owned()];
    };
    let length = |value: &Value| value.as_str().map_or(0, |text| text.trim().encode_utf16().count());
    let mut problems = Vec::new();
    if list.len() > 25 {
        problems.push(format!("{} choices", list.len()));
    }
    let is_bad = |choice: &Value| {
        !(1..=100).contains(&length(&choice["name"])) || !(1..=100).contains(&length(&choice["value"]))
    };
    problems.extend(list.iter().filter(|choice| is_bad(choice)).map(|choice| format!("the choice {choice}")));
    problems
}

fn channel_message(body: &Value) -> Vec<String> {
    let is_reply = !body["message_reference"].is_null();
    let mentions = if is_reply { json!({"parse": [], "replied_user": false}) } else { json!({"parse": []}) };
    let mut problems = message(body, &mentions);
    let nonce = body["nonce"].as_str().map_or(0, |nonce| nonce.chars().count());
    if !(1..=25).contains(&nonce) || body["enforce_nonce"] != true {
        problems.push("a message without an enforced nonce".to_owned());
    }
    if is_reply && body["message_reference"]["fail_if_not_exists"] != false {
        problems.push("a reply that fails when the question is gone".to_owned());
    }
    if !matches!(body["flags"].as_u64(), None | Some(4096)) {
        problems.push(format!("flags {}", body["flags"]));
    }
    problems.extend(against_schema("MessageCreateRequest", body));
    problems
}

fn message(body: &Value, mentions: &Value) -> Vec<String> {
    let mut problems = Vec::new();
    if body["allowed_mentions"] != *mentions {
        problems.push(format!("allowed_mentions {}", body["allowed_mentions"]));
    }
    let content = body["content"].as_str().unwrap_or_default();
    if let Err(error) = twilight_validate::message::content(content) {
        problems.push(error.to_string());
    }
    let embeds = body.get("embeds").cloned().unwrap_or_else(|| json!([]));
    match serde_json::from_value::<Vec<Embed>>(embeds) {
        Ok(embeds) if embeds.is_empty() && content.trim().is_empty() => problems.push("an empty message".to_owned()),
        Ok(embeds) => {
            let refused = twilight_validate::message::embeds(&embeds);
            problems.extend(refused.err().map(|error| error.to_string()));
            problems.extend(embeds.iter().flat_map(own_embed_checks));
        }
        Err(error) => problems.push(format!("no embeds: {error}")),
    }
    problems.extend(components(body));
    problems
}

/// Rows of buttons: the library's limits, and each id once.
fn components(body: &Value) -> Vec<String> {
    let Some(rows) = body.get("components") else { return Vec::new() };
    let ids: Vec<&str> = rows
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|row| row["components"].as_array().into_iter().flatten())
        .filter_map(|button| button["custom_id"].as_str())
        .collect();
    let mut problems = Vec::new();
    if ids.iter().enumerate().any(|(at, id)| ids[..at].contains(id)) {
        problems.push(format!("a custom_id comes twice: {ids:?}"));
    }
    match serde_json::from_value::<Vec<Component>>(rows.clone()) {
        Ok(rows) if rows.is_empty() || rows.len() > 5 => problems.push(format!("{} rows", rows.len())),
        Ok(rows) => {
            let refused = rows.iter().filter_map(|row| twilight_validate::component::component_v1(row).err());
            problems.extend(refused.map(|error| error.to_string()));
        }
        Err(error) => problems.push(format!("no components: {error}")),
    }
    problems
}

/// Limits in UTF-16 units, empty parts, and links cut in half.
fn own_embed_checks(embed: &Embed) -> Vec<String> {
    let units = |text: &str| text.encode_utf16().count();
    let mut problems = Vec::new();
    let description = embed.description.as_deref().unwrap_or_default();
    let mut total = units(description) + embed.title.as_deref().map_or(0, units);
    total += embed.footer.as_ref().map_or(0, |footer| units(&footer.text));
    total += embed.author.as_ref().map_or(0, |author| units(&author.name));
    for field in &embed.fields {
        total += units(&field.name) + units(&field.value);
        if field.name.trim().is_empty() || field.value.trim().is_empty() || units(&field.value) > 1_024 {
            problems.push(format!("the field {:?}", field.name));
        }
    }
    if total > 6_000 || units(description) > 4_096 {
        problems.push(format!("{total} units of text"));
    }
    let texts = embed.fields.iter().map(|field| field.value.as_str()).chain([description]);
    for text in texts {
        for (at, _) in text.match_indices("](http") {
            let link = &text[at + 2..];
            let end = link.find([')', ' ', '\n']).filter(|&end| link[end..].starts_with(')'));
            if end.is_none() {
                problems.push(format!("a link cut in half: {link:?}"));
            }
        }
    }
    problems
}

fn commands(body: &Value) -> Vec<String> {
    let Some(list) = body.as_array() else {
        return vec!["no list of commands".to_owned()];
    };
    let mut problems = Vec::new();
    for command in list {
        problems.extend(against_schema("ApplicationCommandUpdateRequest", &with_permissions_as_number(command)));
        let mut stored = command.clone();
        // What Discord adds and the library wants to see.
        stored["version"] = json!("1");
        if command["type"] == 3 {
            stored["description"] = json!("");
            if command.get("description").is_some() || command.get("options").is_some() {
                problems.push(format!("{}: a command on messages has no description and no options", command["name"]));
            }
        }
        match serde_json::from_value::<Command>(stored) {
            Ok(command) => {
                problems.extend(twilight_validate::command::command(&command).err().map(|error| error.to_string()));
            }
            Err(error) => problems.push(format!("no command: {error}")),
        }
        let (installs, contexts, permissions) = match command["name"].as_str() {
            Some("settings" | "daily") => (json!([0]), json!([0]), json!("32")),
            Some("admin") => (json!([0, 1]), json!([0, 1]), json!("0")),
            _ => (json!([0, 1]), json!([0, 1, 2]), Value::Null),
        };
        let is_as_meant = command["integration_types"] == installs
            && command["contexts"] == contexts
            && command["default_member_permissions"] == permissions;
        if !is_as_meant {
            problems.push(format!("{}: not for where it should be", command["name"]));
        }
    }
    problems
}

/// The command as Discord's schema wants it: there the permissions are a number, while the documentation writes them as a string;
/// Discord takes both.
fn with_permissions_as_number(command: &Value) -> Value {
    let mut command = command.clone();
    let number = command["default_member_permissions"].as_str().and_then(|bits| bits.parse::<u64>().ok());
    if let Some(number) = number {
        command["default_member_permissions"] = number.into();
    }
    command
}

/// What Discord's own schema of that name says against a body; nothing where the schema is not at hand.
fn against_schema(name: &'static str, body: &Value) -> Vec<String> {
    const NAMES: [&str; 9] = [
        "UpdateMessageInteractionCallbackRequest",
        "ModalInteractionCallbackRequest",
        "IncomingWebhookRequestPartial",
        "IncomingWebhookUpdateRequestPartial",
        "PongInteractionCallbackRequest",
        "ApplicationCommandAutocompleteCallbackRequest",
        "CreateMessageInteractionCallbackRequest",
        "MessageCreateRequest",
        "ApplicationCommandUpdateRequest",
    ];
    static VALIDATORS: OnceLock<Option<HashMap<&'static str, Validator>>> = OnceLock::new();
    let validators = VALIDATORS.get_or_init(|| {
        let components = documented()?;
        Some(NAMES.iter().map(|&name| (name, validator(&components, name))).collect())
    });
    let Some(validator) = validators.as_ref().and_then(|validators| validators.get(name)) else {
        return Vec::new();
    };
    validator.iter_errors(body).map(|error| format!("{name}: {error}")).collect()
}

/// The schemas of Discord's `OpenAPI` document.
fn documented() -> Option<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/discord/openapi.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: bodies are not checked against Discord's OpenAPI document, which is not beside the project");
        return None;
    };
    let mut document: Value = serde_json::from_str(&text).expect("Discord's document is JSON");
    Some(document["components"].take())
}

fn validator(components: &Value, name: &str) -> Validator {
    let root = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$ref": format!("#/components/schemas/{name}"),
        "components": components,
    });
    jsonschema::validator_for(&root).expect("Discord's schemas are schemas")
}

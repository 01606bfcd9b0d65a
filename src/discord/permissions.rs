//! What the bot may do in a channel, worked out from its roles and the channel's overwrites as Discord documents it.

use serde_json::Value;
use serenity::all::Permissions;

use crate::discord::rest::{Rest, RestError};

/// What a daily post needs, by the names that Discord shows.
///
/// Without Embed Links, embeds vanish in silence; without Read Message History, a post in doubt cannot be looked for.
const FOR_POSTS: [(Permissions, &str); 4] = [
    (Permissions::VIEW_CHANNEL, "View Channel"),
    (Permissions::SEND_MESSAGES, "Send Messages"),
    (Permissions::EMBED_LINKS, "Embed Links"),
    (Permissions::READ_MESSAGE_HISTORY, "Read Message History"),
];

/// The bot's own permissions in a channel of a server, for which Discord is asked.
///
/// # Errors
/// See [`RestError`].
pub(crate) async fn asked(rest: &Rest, guild: u64, channel: &Value) -> Result<Permissions, RestError> {
    let own = rest.own_id().await?;
    let (server, member) = (rest.guild(guild).await?, rest.member(guild, own).await?);
    Ok(in_channel(&server, &member, own, channel))
}

/// The permissions of a member in a channel of a server, from what Discord says of the three.
pub(crate) fn in_channel(guild: &Value, member: &Value, user: u64, channel: &Value) -> Permissions {
    let user = user.to_string();
    if guild["owner_id"] == user.as_str() {
        return Permissions::all();
    }
    let everyone = &guild["id"];
    let roles: Vec<&Value> = member["roles"].as_array().into_iter().flatten().collect();
    let is_own = |id: &Value| id == everyone || roles.contains(&id);
    let of_roles = guild["roles"].as_array().into_iter().flatten().filter(|role| is_own(&role["id"]));
    let base = of_roles.fold(Permissions::empty(), |all, role| all | bits(&role["permissions"]));
    if base.administrator() {
        return Permissions::all();
    }
    let overwrites: Vec<&Value> = channel["permission_overwrites"].as_array().into_iter().flatten().collect();
    let apply = |to: Permissions, some: &[&Value]| {
        let denied = some.iter().fold(Permissions::empty(), |all, it| all | bits(&it["deny"]));
        let allowed = some.iter().fold(Permissions::empty(), |all, it| all | bits(&it["allow"]));
        (to - denied) | allowed
    };
    let of = |is_wanted: &dyn Fn(&Value) -> bool| -> Vec<&Value> {
        overwrites.iter().copied().filter(|it| is_wanted(&it["id"])).collect()
    };
    let base = apply(base, &of(&|id| id == everyone));
    let base = apply(base, &of(&|id| id != everyone && roles.contains(&id)));
    apply(base, &of(&|id| *id == user.as_str()))
}

/// What is missing for daily posts; without View Channel nothing else counts.
pub(crate) fn missing_for_posts(has: Permissions) -> Vec<&'static str> {
    FOR_POSTS.iter().filter(|(needed, _)| !has.contains(*needed)).map(|(_, name)| *name).collect()
}

fn bits(value: &Value) -> Permissions {
    Permissions::from_bits_truncate(value.as_str().and_then(|bits| bits.parse().ok()).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// Everyone sees and writes; role 10 may link, role 11 manages everything; the bot is member 5 with role 10.
    fn missing(roles: &Value, overwrites: &Value) -> Vec<&'static str> {
        let guild = json!({"id": "1", "owner_id": "2", "roles": [
            {"id": "1", "permissions": (1_u64 << 10 | 1 << 11).to_string()},
            {"id": "10", "permissions": (1_u64 << 14 | 1 << 16).to_string()},
            {"id": "11", "permissions": (1_u64 << 3).to_string()},
        ]});
        let channel = json!({"id": "7", "permission_overwrites": overwrites});
        missing_for_posts(in_channel(&guild, &json!({"roles": roles}), 5, &channel))
    }

    fn overwrite(id: &str, allow: u64, deny: u64) -> Value {
        json!({"id": id, "type": 0, "allow": allow.to_string(), "deny": deny.to_string()})
    }

    #[test]
    fn roles_and_overwrites_add_up_as_discord_adds_them() {
        let (view, send, embed, history) = (1 << 10, 1 << 11, 1 << 14, 1 << 16);
        let none: [&str; 0] = [];
        assert_eq!(missing(&json!(["10"]), &json!([])), none);
        assert_eq!(missing(&json!([]), &json!([])), ["Embed Links", "Read Message History"]);
        assert_eq!(missing(&json!(["11"]), &json!([overwrite("5", 0, view)])), none, "administrators may do all");
        assert_eq!(
            missing(&json!(["10"]), &json!([overwrite("1", 0, view | send)])),
            ["View Channel", "Send Messages"]
        );
        // A role's overwrite goes before everyone's, and the bot's own before that.
        assert_eq!(missing(&json!(["10"]), &json!([overwrite("10", send, 0), overwrite("1", 0, send)])), none);
        let own = json!([overwrite("5", 0, embed), overwrite("10", embed | history, 0)]);
        assert_eq!(missing(&json!(["10"]), &own), ["Embed Links"]);
        assert_eq!(missing(&json!(["10"]), &json!([overwrite("99", 0, send)])), none, "somebody else's");
        let guild = json!({"id": "1", "owner_id": "5", "roles": []});
        assert!(missing_for_posts(in_channel(&guild, &json!({}), 5, &json!({}))).is_empty(), "owners may do all");
    }
}

//! Where and by whom something was asked: all of an interaction that handlers may know besides the options.

use serenity::all::{
    AuthorizingIntegrationOwner, AuthorizingIntegrationOwners, CommandInteraction, ComponentInteraction, GuildId,
    Message, ModalInteraction, PartialChannel, Permissions,
};

/// Where and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The server that has the bot; none in direct messages, and where somebody uses the bot for themselves.
    pub guild: Option<u64>,
    /// The channel.
    pub channel: u64,
    /// The channel that a thread belongs to, where Discord says so.
    pub parent: Option<u64>,
    /// The person.
    pub user: u64,
    /// Whether the person may change the server's settings.
    pub may_manage: bool,
}

impl Place {
    /// Where a command was used or is being typed.
    pub fn of_command(it: &CommandInteraction) -> Self {
        Self {
            guild: own_guild(it.guild_id, Some(&it.authorizing_integration_owners)),
            channel: it.channel_id.get(),
            parent: parent(it.channel.as_ref()),
            user: it.user.id.get(),
            may_manage: may_manage(it.member.as_ref().and_then(|member| member.permissions)),
        }
    }

    /// Where a button was pressed.
    pub fn of_component(it: &ComponentInteraction) -> Self {
        Self {
            guild: own_guild(it.guild_id, Some(&it.authorizing_integration_owners)),
            channel: it.channel_id.get(),
            parent: parent(it.channel.as_ref()),
            user: it.user.id.get(),
            may_manage: may_manage(it.member.as_ref().and_then(|member| member.permissions)),
        }
    }

    /// Where a form was sent.
    pub fn of_form(it: &ModalInteraction) -> Self {
        Self {
            guild: own_guild(it.guild_id, None),
            channel: it.channel_id.get(),
            parent: parent(it.channel.as_ref()),
            user: it.user.id.get(),
            may_manage: false,
        }
    }

    /// Where a message was written.
    pub fn of_message(message: &Message) -> Self {
        Self {
            guild: message.guild_id.map(u64::from),
            channel: message.channel_id.get(),
            parent: None,
            user: message.author.id.get(),
            may_manage: false,
        }
    }
}

fn parent(channel: Option<&PartialChannel>) -> Option<u64> {
    channel.and_then(|channel| channel.parent_id).map(u64::from)
}

fn may_manage(permissions: Option<Permissions>) -> bool {
    permissions.is_some_and(|it| it.manage_guild() || it.administrator())
}

/// The server, where it has installed the bot itself: of others the bot knows nothing and keeps nothing.
fn own_guild(guild: Option<GuildId>, owners: Option<&AuthorizingIntegrationOwners>) -> Option<u64> {
    let is_of_guild =
        |owner: &AuthorizingIntegrationOwner| matches!(owner, AuthorizingIntegrationOwner::GuildInstall(_));
    let is_own = owners.is_none_or(|owners| owners.0.is_empty() || owners.0.iter().any(is_of_guild));
    guild.map(u64::from).filter(|_| is_own)
}

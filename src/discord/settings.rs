//! What the managers of a server can set.

use crate::discord::call::{Call, UserError};
use crate::discord::message::{Embed, Outgoing};
use crate::discord::options::Options;
use crate::discord::render::NOTICE_COLOUR;
use crate::store::GuildSettings;

/// `/settings`
pub(crate) fn settings(call: &Call<'_>) -> Result<Outgoing, UserError> {
    let Some((guild, records)) = call.place.guild.zip(call.app.records()) else {
        return Err(UserError::new("Settings are for servers that have the bot; here there are none."));
    };
    // Servers can give the command to others than Discord shows it to by itself.
    if !call.place.may_manage {
        return Err(UserError::new("Only those who may manage the server can see or change its settings."));
    }
    // Not from memory: another process may have changed them.
    let before = records
        .settings_now(guild)
        .ok_or_else(|| UserError::new("The settings cannot be read just now. Please try again in a minute."))?;
    let wanted = changed(&call.options, before.clone())?;
    if wanted != before && !records.put_settings(guild, &wanted) {
        return Err(UserError::new("The settings could not be saved just now. Please try again in a minute."));
    }
    Ok(settings_shown(&wanted, wanted != before))
}

/// The settings with what the options change.
fn changed(options: &Options<'_>, mut settings: GuildSettings) -> Result<GuildSettings, UserError> {
    let channels = &mut settings.channels;
    if options.yes("everywhere")? == Some(true) {
        channels.clear();
    }
    if let Some(channel) = options.channel("allow")?
        && !channels.contains(&channel)
    {
        channels.push(channel);
    }
    if let Some(channel) = options.channel("disallow")? {
        if *channels == [channel] || !channels.contains(&channel) {
            return Err(UserError::new(
                "That channel is not on the list, or is the last one on it. Use `allow` for the channels where I may \
                 answer, or `everywhere` for all.",
            ));
        }
        channels.retain(|known| *known != channel);
    }
    if channels.len() > MOST_CHANNELS {
        return Err(UserError::new(&format!("Please allow at most {MOST_CHANNELS} channels, or all of them.")));
    }
    settings.private = options.yes("private")?.unwrap_or(settings.private);
    Ok(settings)
}

/// Channels that a server can list.
const MOST_CHANNELS: usize = 50;

fn settings_shown(settings: &GuildSettings, changed: bool) -> Outgoing {
    let channels = if settings.channels.is_empty() {
        "every channel that I can see".to_owned()
    } else {
        settings.channels.iter().map(|id| format!("<#{id}>")).collect::<Vec<_>>().join(", ")
    };
    let private = if settings.private { "shown to the asker alone" } else { "shown to everybody" };
    let saved = if changed { "Saved.\n\n" } else { "" };
    let text = format!(
        "{saved}**Where I answer:** {channels}\n**Answers to commands:** {private}, unless asked otherwise\n\nChange them \
         with the options of `/settings`."
    );
    let embed = Embed {
        title: Some("Settings of this server".to_owned()),
        description: text,
        color: NOTICE_COLOUR,
        ..Embed::default()
    };
    Outgoing::embed(embed).private(true)
}

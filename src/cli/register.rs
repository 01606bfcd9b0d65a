//! `accords register`: tells Discord which commands the bot has.

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use tokio::runtime::Builder;

use crate::config::Config;
use crate::discord::commands;
use crate::discord::registration::{self, Registered};
use crate::discord::rest::{Rest, RestError};

/// Registers the commands with Discord, with one request, and only where they have changed.
///
/// The bot does the same when it starts; this is for setting it up, and for seeing what goes wrong. It needs the bot's
/// token in the environment or in .env.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  DISCORD_TOKEN=... accords register")]
pub(super) struct Args {}

/// Registers the commands and says what was done.
///
/// Ends with 1 when Discord cannot be reached or does not take them, and with 2 when a setting is wrong.
///
/// # Errors
/// When a setting is missing or of no use.
pub(super) fn run(_args: &Args) -> anyhow::Result<ExitCode> {
    let config = Config::load()?;
    let rest = Rest::new(&config.api_base, config.need_token()?)?;
    let runtime = Builder::new_current_thread().enable_all().build().context("a thread could not be started")?;
    let done = runtime.block_on(async {
        let application = match config.application_id {
            Some(id) => id,
            None => rest.application_id().await?,
        };
        registration::register(&rest, application, config.right_to_left).await
    });
    let count = commands::count();
    match done {
        Ok(Registered::Sent) => writeln!(io::stdout(), "{count} commands registered.")?,
        Ok(Registered::Unchanged) => {
            writeln!(io::stdout(), "{count} commands are registered already; nothing was sent.")?;
        }
        Err(error @ RestError::Unauthorized) => return Err(error.into()),
        Err(error) => {
            eprintln!("accords: {:#}", anyhow::Error::new(error));
            return Ok(ExitCode::from(1));
        }
    }
    Ok(ExitCode::SUCCESS)
}

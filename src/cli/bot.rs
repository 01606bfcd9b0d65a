//! `accords` without a subcommand: the bot.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use tokio::runtime::Builder;
use tracing::error;

use super::{WRONG_USE, preview, shipped};
use crate::config::Config;
use crate::discord::app::{App, utc_today};
use crate::discord::daily::Daily;
use crate::discord::gateway;
use crate::discord::pressure::Pressure;
use crate::discord::records::{Keeping, Records};
use crate::knowledge::Knowledge;
use crate::ops::logs::{self, Format};
use crate::picture;
use crate::store::Sql;

/// Threads on which answers are found. An answer takes milliseconds; a flood waits its turn rather than taking over the
/// machine. Each thread keeps as much memory as its largest answer took: with twice as many the bot grew by 4 to 8 % in ten minutes of
/// broken connections.
const ANSWERING_THREADS: usize = 8;
/// Said to somebody who starts the bot by hand before there is a token.
const NO_TOKEN: &str =
    "DISCORD_TOKEN is not set, so this is the preview: the same bot on a page of this machine, without Discord.\n";
/// How long an answer that never ends can hold up the end of the process.
const LAST_WAIT: Duration = Duration::from_secs(1);

/// Arguments of the bot: none, all settings come from the environment.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the bot until the process is asked to end.
///
/// Without a token it is the preview if a person sits at a terminal; anywhere else that is wrong use.
///
/// Ends with 0 when asked to, with 2 when a setting has to be changed first, and with 1 for what may pass by itself; a
/// process manager may start the bot again after 1.
///
/// # Errors
/// When the settings or the knowledge cannot be used; that is wrong use, code 2.
pub(super) fn run(_args: &Args) -> anyhow::Result<ExitCode> {
    let config = Config::load()?;
    if config.token.is_none() && io::stdin().is_terminal() && io::stdout().is_terminal() {
        return preview::run(&preview::Args::usual(), NO_TOKEN);
    }
    config.need_token()?;
    logs::start(config.log.clone(), config.log_format);
    let knowledge = shipped::knowledge(config.knowledge.as_deref())?;
    let runtime = Builder::new_multi_thread()
        .enable_all()
        .max_blocking_threads(ANSWERING_THREADS)
        .build()
        .context("the threads of the bot could not be started")?;
    let app = runtime.block_on(async { app(&config, knowledge) })?;
    runtime.spawn_blocking(picture::prepare);
    let ended = runtime.block_on(gateway::run(&config, Arc::new(app)));
    runtime.shutdown_timeout(LAST_WAIT);
    let Err(problem) = ended else { return Ok(ExitCode::SUCCESS) };
    let code = if problem.is_passing() { 1 } else { WRONG_USE };
    let problem = anyhow::Error::new(problem);
    match config.log_format {
        Format::Text => eprintln!("accords: {problem:#}"),
        // Whatever reads the log reads JSON only.
        Format::Json => error!(problem = format!("{problem:#}"), "the bot cannot go on"),
    }
    Ok(ExitCode::from(code))
}

/// What answers, as the settings have it.
fn app(config: &Config, knowledge: Knowledge) -> anyhow::Result<App> {
    let store = Arc::new(Sql::open(config.database.expose())?);
    let keeping = Keeping { unanswered: config.keep_unanswered, feedback: config.keep_feedback };
    let daily = Daily::new(store.clone());
    let records = Records::new(store, keeping);
    records.reach();
    Ok(App::new(knowledge, utc_today)
        .with_folder(config.knowledge.clone())
        .with_records(records)
        .with_daily(daily)
        .with_pressure(Pressure::new(config.answers_per_minute))
        .with_listening(config.listening())
        .with_right_to_left(config.right_to_left))
}

//! `accords preview`: the bot on a page of this machine, without Discord.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::Context;
use tokio::net::TcpListener;
use tokio::runtime::Builder;
use tokio::task::spawn_blocking;

use super::shipped;
use crate::config::TerminalConfig;
use crate::discord::app::App;
use crate::discord::records::{Keeping, Records};
use crate::knowledge::Knowledge;
use crate::store::Sql;
use crate::{picture, preview};

/// The preview keeps settings and notes as the bot would, until it ends.
const DATABASE: &str = "sqlite::memory:";

/// Serves the bot on a page of this machine, to be tried without Discord.
///
/// Everything is answered by the same code as on Discord. The page is for this machine alone unless another address is
/// given, and asks nobody but this program.
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  accords preview
  accords preview --addr 127.0.0.1:9000
  ACCORDS_KNOWLEDGE=knowledge accords preview   SIGHUP loads the folder anew

Exit code: 0 ended when asked to; 2 wrong use, or the address cannot be had.")]
pub(super) struct Args {
    /// Where the page is; port 0 is any free one
    #[arg(long, value_name = "ADDRESS", default_value_t = preview::ADDRESS)]
    addr: SocketAddr,
}

impl Args {
    /// The usual address.
    pub(super) fn usual() -> Self {
        Self { addr: preview::ADDRESS }
    }
}

/// Serves the page until the process is asked to end; says where it is, after `first`.
///
/// # Errors
/// When the knowledge cannot be used or the address not be had.
pub(super) fn run(args: &Args, first: &str) -> anyhow::Result<ExitCode> {
    let folder = TerminalConfig::load()?.knowledge;
    let knowledge = shipped::knowledge(folder.as_deref())?;
    let runtime = Builder::new_multi_thread().enable_all().build().context("the threads could not be started")?;
    runtime.block_on(serve(args.addr, knowledge, folder, first))?;
    Ok(ExitCode::SUCCESS)
}

async fn serve(address: SocketAddr, knowledge: Knowledge, folder: Option<PathBuf>, first: &str) -> anyhow::Result<()> {
    let listener = TcpListener::bind(address).await.with_context(|| {
        format!("cannot listen on {address}; name another address, such as `accords preview --addr 127.0.0.1:0`")
    })?;
    let keeping = Keeping { unanswered: false, feedback: true };
    let records = Records::new(Arc::new(Sql::open(DATABASE)?), keeping);
    let app = App::new(knowledge, preview::today).with_folder(folder).with_records(records);
    spawn_blocking(picture::prepare);
    let mut out = io::stdout().lock();
    writeln!(out, "{first}The preview is at http://{}/ (Ctrl+C ends it).", listener.local_addr()?)?;
    if !address.ip().is_loopback() {
        writeln!(out, "Whoever can reach that address can use it.")?;
    }
    out.flush()?;
    drop(out);
    preview::serve(listener, Arc::new(app)).await.context("the page could not be served any longer")
}

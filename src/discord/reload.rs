//! The knowledge loaded anew while the bot runs: read, checked, and swapped whole, or left as it was.

use std::fmt;
use std::sync::{Arc, PoisonError};

use tokio::task::spawn_blocking;
use tracing::{error, info, warn};

use crate::discord::app::App;
use crate::knowledge::diagnose::Finding;
use crate::knowledge::{Knowledge, LoadError};
use crate::ops::metrics;
use crate::ops::signals::{Hangup, Hangups};

/// Findings that the log lists one by one; `accords check` shows all.
const LOGGED: usize = 20;

/// What loading it anew came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reloaded {
    /// The folder holds what is in use already.
    Unchanged {
        /// The version in use.
        version: String,
    },
    /// The new knowledge is in use.
    Swapped {
        /// The version until now.
        from: String,
        /// The version from now on.
        to: String,
        /// How many facts it has.
        facts: usize,
    },
}

/// Why the knowledge stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum NotReloaded {
    /// It is built into the program.
    #[error(
        "the knowledge is built into the program, so there is nothing to reload; to change it while the bot runs, set \
         ACCORDS_KNOWLEDGE to a folder and start the bot again"
    )]
    BuiltIn,
    /// The folder cannot be read, or has findings.
    #[error(transparent)]
    Unusable(#[from] LoadError),
}

impl NotReloaded {
    /// What the checks found, where that is the reason.
    pub fn findings(&self) -> &[Finding] {
        match self {
            Self::Unusable(LoadError::Findings(findings)) => findings,
            _ => &[],
        }
    }
}

impl fmt::Display for Reloaded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unchanged { version } => write!(f, "the knowledge has not changed; it is version {version}"),
            Self::Swapped { from, to, facts } => {
                write!(f, "the knowledge is reloaded: version {to} with {facts} facts in place of version {from}")
            }
        }
    }
}

/// Loads the knowledge anew at each SIGHUP, until one means the end; `tell` gets what came of it beside the log.
pub(crate) async fn when_asked(mut hangups: Hangups, app: &Arc<App>, tell: fn(&Result<Reloaded, NotReloaded>)) {
    while hangups.next().await == Hangup::Reload {
        info!("asked to reload the knowledge (SIGHUP)");
        let app = Arc::clone(app);
        if spawn_blocking(move || tell(&app.reload())).await.is_err() {
            error!("reloading the knowledge failed; this is a fault of the program, and the old one goes on serving");
        }
    }
    info!("the terminal was closed");
}

impl App {
    /// Loads the knowledge anew from its folder, checks it, and answers from it from now on; answers that have begun finish on
    /// the old one. Takes a moment and is for threads that may. The log says what came of it.
    ///
    /// # Errors
    /// When there is no folder or it cannot be used; the old knowledge stays.
    pub fn reload(&self) -> Result<Reloaded, NotReloaded> {
        let _turn = self.reloading.lock().unwrap_or_else(PoisonError::into_inner);
        let done = self.load_anew();
        match &done {
            Ok(Reloaded::Unchanged { version }) => {
                self.health().reload(metrics::Reload::Unchanged);
                info!(version, "the knowledge has not changed");
            }
            Ok(Reloaded::Swapped { from, to, facts }) => {
                self.health().reload(metrics::Reload::Swapped);
                info!(from, to, facts, "the knowledge is reloaded");
            }
            Err(NotReloaded::BuiltIn) => warn!("{}", NotReloaded::BuiltIn),
            Err(problem) => {
                self.health().reload(metrics::Reload::Refused);
                self.tell(problem);
            }
        }
        done
    }

    fn load_anew(&self) -> Result<Reloaded, NotReloaded> {
        let folder = self.folder().ok_or(NotReloaded::BuiltIn)?;
        let new = Knowledge::load_dir(folder)?;
        let from = self.knowledge().version().to_owned();
        if new.version() == from {
            return Ok(Reloaded::Unchanged { version: from });
        }
        let (to, facts) = (new.version().to_owned(), new.facts().len());
        self.swap(new);
        Ok(Reloaded::Swapped { from, to, facts })
    }

    /// Says in the log why the old knowledge stays, each finding on a line of its own.
    fn tell(&self, problem: &NotReloaded) {
        let serving = self.knowledge();
        let serving = serving.version();
        let findings = problem.findings();
        for Finding { file, line, column, check, message, mend } in findings.iter().take(LOGGED) {
            error!(file, line, column, check, problem = message, mend, "a finding in the knowledge");
        }
        if findings.is_empty() {
            error!(serving, problem = %problem, "the knowledge is not reloaded; the old one goes on serving");
        } else {
            let findings = findings.len();
            let mend = "mend them, then `accords check DIR` shows none";
            error!(serving, findings, mend, "the knowledge is not reloaded; the old one goes on serving");
        }
    }
}

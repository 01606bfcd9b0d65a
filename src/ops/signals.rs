//! The signals of the operating system: those that ask a process to end, and the one that asks it to load its knowledge anew.

#[cfg(not(unix))]
use std::future::pending;
use std::io;
#[cfg(unix)]
use std::io::IsTerminal;

/// The signals that ask a process to end: SIGTERM, and SIGINT (Ctrl+C).
pub(crate) struct Stop {
    #[cfg(unix)]
    terminate: tokio::signal::unix::Signal,
    #[cfg(unix)]
    interrupt: tokio::signal::unix::Signal,
}

impl Stop {
    #[cfg(unix)]
    pub(crate) fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { terminate: signal(SignalKind::terminate())?, interrupt: signal(SignalKind::interrupt())? })
    }

    #[cfg(unix)]
    pub(crate) async fn asked(&mut self) {
        tokio::select! {
            _ = self.terminate.recv() => {}
            _ = self.interrupt.recv() => {}
        }
    }

    #[cfg(not(unix))]
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    pub(crate) async fn asked(&mut self) {
        // One that cannot be listened to never comes.
        if tokio::signal::ctrl_c().await.is_err() {
            pending::<()>().await;
        }
    }
}

/// The signal that asks to load the knowledge anew: SIGHUP, where there is one.
pub(crate) struct Hangups {
    #[cfg(unix)]
    signal: tokio::signal::unix::Signal,
    /// Whether the process was started at a terminal, which sends the same signal when it is closed.
    #[cfg(unix)]
    had_terminal: bool,
}

/// What a SIGHUP means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hangup {
    /// Load the knowledge anew.
    Reload,
    /// The terminal was closed: end.
    End,
}

impl Hangups {
    #[cfg(unix)]
    pub(crate) fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self { signal: signal(SignalKind::hangup())?, had_terminal: io::stdin().is_terminal() })
    }

    /// What the next one means. It never comes where there are no signals.
    #[cfg(unix)]
    pub(crate) async fn next(&mut self) -> Hangup {
        self.signal.recv().await;
        // One that was closed is no terminal any more.
        if self.had_terminal && !io::stdin().is_terminal() { Hangup::End } else { Hangup::Reload }
    }

    #[cfg(not(unix))]
    pub(crate) fn listen() -> io::Result<Self> {
        Ok(Self {})
    }

    #[cfg(not(unix))]
    pub(crate) async fn next(&mut self) -> Hangup {
        pending().await
    }
}

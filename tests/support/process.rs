//! The real program, run against a stand-in.

use std::process::{ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt};
use tokio::process::{Child, Command};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{Standin, TOKEN};

/// A running program and what it has written.
pub struct Bot {
    child: Child,
    pub output: Arc<Mutex<String>>,
    readers: Vec<JoinHandle<()>>,
}

/// How long the program may take to end.
const END: Duration = Duration::from_secs(40);

/// The program: the one that was built with the tests, or another build of it that `ACCORDS_TEST_PROGRAM` names.
pub fn executable() -> String {
    std::env::var("ACCORDS_TEST_PROGRAM").unwrap_or_else(|_| env!("CARGO_BIN_EXE_accords").to_owned())
}

/// The program with these arguments, in an empty folder and with nothing in its environment but what is given.
pub fn program(arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    with_start(Command::new(executable()), arguments, variables)
}

/// The program as a shell starts it after these words, which may set limits; it keeps the shell's process id.
pub fn program_after(words: &str, variables: &[(&str, &str)]) -> Command {
    with_start(Command::new("sh"), &["-c", &format!("{words}; exec \"$0\""), &executable()], variables)
}

fn with_start(mut command: Command, arguments: &[&str], variables: &[(&str, &str)]) -> Command {
    let folder = std::env::temp_dir();
    command
        .args(arguments)
        .env_clear()
        .envs(variables.iter().copied())
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

impl Bot {
    /// Starts the bot against the stand-in, with the most talkative log there is.
    pub fn start(standin: &Standin) -> Self {
        Self::start_with(standin, &[])
    }

    /// The same with more variables.
    pub fn start_with(standin: &Standin, more: &[(&str, &str)]) -> Self {
        let base = standin.base();
        let mut variables = vec![("DISCORD_TOKEN", TOKEN), ("DISCORD_API_BASE", base.as_str()), ("RUST_LOG", "trace")];
        variables.push(("DATABASE_URL", "sqlite::memory:"));
        variables.extend_from_slice(more);
        Self::spawn(&mut program(&[], &variables))
    }

    /// The memory that the process has now, in kilobytes; none where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).ok()?;
        status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?.split_whitespace().next()?.parse().ok()
    }

    /// Starts a program and reads what it writes.
    pub fn spawn(command: &mut Command) -> Self {
        let mut child = command.spawn().expect("the program starts");
        let output = Arc::new(Mutex::new(String::new()));
        let out = child.stdout.take().expect("a pipe");
        let err = child.stderr.take().expect("a pipe");
        let readers = vec![tokio::spawn(read(out, Arc::clone(&output))), tokio::spawn(read(err, Arc::clone(&output)))];
        Self { child, output, readers }
    }

    /// Starts the bot and waits until it is connected.
    pub async fn ready(standin: &Standin) -> Self {
        let bot = Self::start(standin);
        standin.wait_ready().await;
        bot
    }

    /// Asks the process, and no other, to end.
    pub fn terminate(&self) {
        self.signal("-TERM");
    }

    /// Asks the process, and no other, to load its knowledge anew.
    pub fn hang_up(&self) {
        self.signal("-HUP");
    }

    fn signal(&self, signal: &str) {
        let id = self.child.id().expect("a running process").to_string();
        let status = std::process::Command::new("kill").args([signal, &id]).status().expect("kill starts");
        assert!(status.success());
    }

    /// Waits for the end; what was written must hold no secret.
    pub async fn end(mut self) -> (ExitStatus, String) {
        let status = timeout(END, self.child.wait()).await;
        let status =
            status.unwrap_or_else(|_| panic!("no end in {END:?}; output: {}", self.written())).expect("a status");
        for reader in self.readers.drain(..) {
            reader.await.expect("the reader ends");
        }
        let output = self.written();
        assert!(!output.contains(TOKEN), "the bot's token is in the output: {output}");
        assert!(!output.contains("interaction-token-"), "an interaction's token is in the output: {output}");
        (status, output)
    }

    /// Kills the process, and no other, without a warning.
    pub async fn kill(mut self) {
        self.child.kill().await.expect("it was running");
        assert!(!self.written().contains("panicked"), "{}", self.written());
    }

    /// Asks for the end and expects a clean one; returns what was written.
    pub async fn stop(self) -> String {
        self.terminate();
        let (status, output) = self.end().await;
        assert_eq!(status.code(), Some(0), "{output}");
        output
    }

    /// Waits until the program has written this, and returns what follows on that line.
    pub async fn wait_written(&self, text: &str) -> String {
        let search = async {
            loop {
                if let Some((_, rest)) = self.written().split_once(text)
                    && let Some((line, _)) = rest.split_once('\n')
                {
                    return line.to_owned();
                }
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        };
        let found = timeout(super::DEADLINE, search).await.ok();
        found.unwrap_or_else(|| panic!("it did not write {text:?}; output: {}", self.written()))
    }

    /// The process's id.
    pub fn id(&self) -> u32 {
        self.child.id().expect("a running process")
    }

    /// What it has written so far.
    pub fn written(&self) -> String {
        self.output.lock().expect("no reader panics").clone()
    }
}

async fn read(mut pipe: impl AsyncRead + Unpin, output: Arc<Mutex<String>>) {
    let mut chunk = vec![0; 4_096];
    while let Ok(read @ 1..) = pipe.read(&mut chunk).await {
        output.lock().expect("no reader panics").push_str(&String::from_utf8_lossy(&chunk[..read]));
    }
}

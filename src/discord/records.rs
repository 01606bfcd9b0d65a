//! What is kept, for handlers that do not wait: each call has a short deadline, and a database that is not there costs
//! nothing but what it would have kept.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::Date;
use tokio::runtime::Handle;
use tokio::time::{sleep, timeout};
use tracing::{info, warn};

use crate::store::{Feedback, GuildSettings, Store, StoreError};

/// How long settings are taken as read. A change made through another replica is seen after that.
const FRESH: Duration = Duration::from_secs(20);
/// How long a reader waits: an answer has three seconds in all.
const READ_DEADLINE: Duration = Duration::from_millis(400);
/// How long a writer waits.
const WRITE_DEADLINE: Duration = Duration::from_millis(1_200);
/// How long a database that could not be read is left alone, so that not every answer waits for it.
const LEFT_ALONE: Duration = Duration::from_secs(30);
/// How often deleting is tried, with waits that begin with this one and double: for half a day.
const FORGOTTEN_AGAIN: Duration = Duration::from_secs(30);
const FORGETTING: u32 = 11;
/// Servers whose settings are remembered; then all are forgotten and read again.
const REMEMBERED: usize = 4_096;

/// What the operator wants kept besides settings. Nothing, unless set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeping {
    /// Counts of questions that could not be answered, in a plain form and without whose they were.
    pub unanswered: bool,
    /// Notes that people send with "Not right?".
    pub feedback: bool,
}

/// What became of something that was to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// It is kept.
    Yes,
    /// The operator does not want such things kept.
    NotWanted,
    /// It could not be written.
    Failed,
}

/// What is kept.
#[derive(Debug)]
pub struct Records {
    store: Arc<dyn Store>,
    runtime: Handle,
    keeping: Keeping,
    remembered: Mutex<HashMap<u64, (Instant, GuildSettings)>>,
    failed: Mutex<Option<Instant>>,
    warned: Arc<AtomicBool>,
}

impl Records {
    /// Records in a database. Must be made within a runtime, which does the waiting.
    pub fn new(store: Arc<dyn Store>, keeping: Keeping) -> Self {
        Self {
            store,
            runtime: Handle::current(),
            keeping,
            remembered: Mutex::default(),
            failed: Mutex::default(),
            warned: Arc::default(),
        }
    }

    /// The database.
    pub fn store(&self) -> &Arc<dyn Store> {
        &self.store
    }

    /// What is kept besides settings.
    pub fn keeping(&self) -> Keeping {
        self.keeping
    }

    /// Reaches the database in the background, so that the log says at the start when it is not there.
    pub fn reach(&self) {
        let (store, warned) = (Arc::clone(&self.store), Arc::clone(&self.warned));
        self.runtime.spawn(async move {
            if let Err(error) = store.ready().await {
                warn_once(&warned, &error.to_string());
            }
        });
    }

    /// A server's settings, as they were read last; none when they were never read and cannot be read.
    pub fn settings(&self, guild: u64) -> Option<GuildSettings> {
        let known = lock(&self.remembered).get(&guild).cloned();
        match known {
            Some((read, settings)) if read.elapsed() < FRESH => Some(settings),
            // What was read before is near to the truth.
            known => self.settings_now(guild).or_else(|| known.map(|(_, settings)| settings)),
        }
    }

    /// A server's settings as they are in the database; none when they cannot be read.
    pub fn settings_now(&self, guild: u64) -> Option<GuildSettings> {
        let settings = self.read(move |store| async move { store.settings(guild).await })?;
        self.remember(guild, settings.clone());
        Some(settings)
    }

    /// Keeps a server's settings; whether that was done.
    pub fn put_settings(&self, guild: u64, settings: &GuildSettings) -> bool {
        let kept = settings.clone();
        let done = self.write(move |store| async move { store.put_settings(guild, &kept).await }).is_some();
        if done {
            self.remember(guild, settings.clone());
        }
        done
    }

    /// Deletes all that is kept of a server; tries again for some hours where the database is not there.
    pub fn forget(&self, guild: u64) {
        lock(&self.remembered).remove(&guild);
        let (store, warned) = (Arc::clone(&self.store), Arc::clone(&self.warned));
        self.runtime.spawn(async move {
            let mut wait = FORGOTTEN_AGAIN;
            for _ in 0..FORGETTING {
                match store.forget(guild).await {
                    Ok(()) => return info!("the data of a server that the bot has left is deleted"),
                    Err(error) => warn_once(&warned, &error.to_string()),
                }
                sleep(wait).await;
                wait *= 2;
            }
            warn!(guild, "the data of a server that the bot has left could not be deleted");
        });
    }

    /// Keeps a note, if notes are kept.
    pub fn add_feedback(&self, feedback: Feedback) -> Kept {
        if !self.keeping.feedback {
            return Kept::NotWanted;
        }
        match self.write(move |store| async move { store.add_feedback(&feedback).await }) {
            Some(()) => Kept::Yes,
            None => Kept::Failed,
        }
    }

    /// Counts a question that could not be answered, if these are counted. Nobody waits for it.
    pub fn count_unanswered(&self, text: String, day: Date) {
        if self.keeping.unanswered && !text.is_empty() {
            let store = Arc::clone(&self.store);
            // What fails here is told when settings are next read.
            self.runtime.spawn(async move { store.count_unanswered(&text, day).await });
        }
    }

    fn remember(&self, guild: u64, settings: GuildSettings) {
        let mut remembered = lock(&self.remembered);
        if remembered.len() >= REMEMBERED {
            remembered.clear();
        }
        remembered.insert(guild, (Instant::now(), settings));
    }

    /// What some work reads from the database; none when it failed or took too long. The database is then left alone for a while.
    fn read<T, F>(&self, work: impl FnOnce(Arc<dyn Store>) -> F) -> Option<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        if self.is_left_alone() {
            return None;
        }
        let found = self.wait(READ_DEADLINE, work);
        *lock(&self.failed) = found.is_none().then(Instant::now);
        found
    }

    /// The result of some work that writes to the database; none when it failed or took too long. That tells nothing of reading:
    /// a disk may be full.
    fn write<T, F>(&self, work: impl FnOnce(Arc<dyn Store>) -> F) -> Option<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        if self.is_left_alone() { None } else { self.wait(WRITE_DEADLINE, work) }
    }

    fn is_left_alone(&self) -> bool {
        lock(&self.failed).is_some_and(|at| at.elapsed() < LEFT_ALONE)
    }

    /// The result of some work on the database; none when it failed or took too long. The log says so once.
    fn wait<T, F>(&self, most: Duration, work: impl FnOnce(Arc<dyn Store>) -> F) -> Option<T>
    where
        T: Send + 'static,
        F: Future<Output = Result<T, StoreError>> + Send + 'static,
    {
        let work = work(Arc::clone(&self.store));
        let (done, result) = sync_channel(1);
        self.runtime.spawn(async move {
            // Nobody may be waiting any more.
            let _ = done.send(timeout(most, work).await);
        });
        let problem = match result.recv_timeout(most + Duration::from_millis(50)) {
            Ok(Ok(Ok(result))) => {
                if self.warned.swap(false, Ordering::Relaxed) {
                    info!("the database can be reached again");
                }
                return Some(result);
            }
            Ok(Ok(Err(error))) => error.to_string(),
            Ok(Err(_)) | Err(_) => "it did not answer in time".to_owned(),
        };
        warn_once(&self.warned, &problem);
        None
    }
}

fn warn_once(warned: &AtomicBool, problem: &str) {
    if !warned.swap(true, Ordering::Relaxed) {
        warn!(
            problem,
            "the database cannot be used; where settings are not known the bot answers commands privately and no messages, and \
             it keeps nothing"
        );
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // Nothing is ever left half changed under these locks.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

//! The statements, the same ones for SQLite and PostgreSQL.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use jiff::civil::Date;
use sqlx::any::{AnyPoolOptions, AnyRow};
use sqlx::{AnyPool, Executor, Row};
use tokio::sync::Mutex;

use super::daily::DailyStore;
use super::migrations::migrate;
use super::{Feedback, GuildSettings, MOST_KEPT, Store, StoreError, Unanswered};

/// How long a connection may take to be had: nobody waits longer than that for an answer.
const CONNECT_DEADLINE: Duration = Duration::from_secs(2);
/// A turn to begin a session that is further off was taken by a wrong clock: not even the largest bot needs a day.
const LONGEST_START: Duration = Duration::from_hours(24);
/// Connections to a server; each costs it a process.
const SERVER_CONNECTIONS: u32 = 4;
/// Connections to a file: one writes at a time anyway, and each is a thread.
const FILE_CONNECTIONS: u32 = 2;

/// No count of connections: the tables were not looked at.
const NEVER: u64 = u64::MAX;

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A file, or memory.
    Sqlite,
    /// A server.
    Postgres,
}

/// A SQLite or PostgreSQL database, reached when it is first needed.
pub struct Sql {
    pool: AnyPool,
    kind: Kind,
    /// How many connections to a file were made, and at how many the tables were last looked at: a new connection may have
    /// made a new file, where the old one was removed.
    made: Arc<AtomicU64>,
    looked: AtomicU64,
    migrating: Mutex<()>,
}

impl fmt::Debug for Sql {
    // The address may hold a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sql").field("kind", &self.kind).finish_non_exhaustive()
    }
}

impl Sql {
    /// The database of an address: `sqlite://FILE`, `sqlite::memory:` or `postgres://...`. Must be called within a runtime.
    ///
    /// # Errors
    /// When it is no such address. Whether the database is there shows when it is first used.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let (kind, url) = if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            (Kind::Postgres, url.to_owned())
        } else if url.starts_with("sqlite:") {
            (Kind::Sqlite, created_if_missing(url))
        } else {
            return Err(StoreError::Address);
        };
        let connections = match kind {
            Kind::Postgres => SERVER_CONNECTIONS,
            // Each connection to memory is a database of its own.
            Kind::Sqlite if is_in_memory(&url) => 1,
            Kind::Sqlite => FILE_CONNECTIONS,
        };
        let made = Arc::new(AtomicU64::new(0));
        let connected = Arc::clone(&made);
        let options = AnyPoolOptions::new()
            .max_connections(connections)
            .acquire_timeout(CONNECT_DEADLINE)
            .after_connect(move |connection, _| {
                let connected = Arc::clone(&connected);
                Box::pin(async move {
                    if kind == Kind::Sqlite {
                        connected.fetch_add(1, Ordering::AcqRel);
                        // FULL: that a post is about to be sent must not be forgotten when the power fails.
                        let pragmas =
                            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000";
                        connection.execute(pragmas).await?;
                    }
                    Ok(())
                })
            });
        let options = if is_in_memory(&url) { options.idle_timeout(None).max_lifetime(None) } else { options };
        let pool = options.connect_lazy(&url).map_err(|_| StoreError::Address)?;
        Ok(Self { pool, kind, made, looked: AtomicU64::new(NEVER), migrating: Mutex::new(()) })
    }

    /// Which database it is.
    pub(super) fn kind(&self) -> Kind {
        self.kind
    }

    /// The pool, once the tables are up to date.
    pub(super) async fn pool(&self) -> Result<&AnyPool, StoreError> {
        if self.is_looked_at() {
            return Ok(&self.pool);
        }
        let _alone = self.migrating.lock().await;
        if !self.is_looked_at() {
            self.migrate().await?;
        }
        Ok(&self.pool)
    }

    /// Whether no connection was made since the tables were looked at.
    fn is_looked_at(&self) -> bool {
        self.looked.load(Ordering::Acquire) == self.made.load(Ordering::Acquire)
    }

    async fn migrate(&self) -> Result<(), StoreError> {
        let mut connection = self.pool.acquire().await?;
        // One that is made from now on is not looked at.
        let made = self.made.load(Ordering::Acquire);
        let done = migrate(&mut connection, self.kind).await;
        if done.is_ok() {
            self.looked.store(made, Ordering::Release);
        } else {
            // What a failed step has left open goes with the connection.
            drop(connection.close().await);
        }
        done
    }
}

/// A file that is not there yet is made.
fn created_if_missing(url: &str) -> String {
    if is_in_memory(url) || url.contains("mode=") {
        url.to_owned()
    } else {
        format!("{url}{}mode=rwc", if url.contains('?') { '&' } else { '?' })
    }
}

fn is_in_memory(url: &str) -> bool {
    url.contains(":memory:") || url.contains("mode=memory")
}

/// An id as databases keep it: they have no unsigned numbers. Discord's ids stay far below.
pub(super) fn kept(id: u64) -> i64 {
    i64::from_ne_bytes(id.to_ne_bytes())
}

pub(super) fn read(id: i64) -> u64 {
    u64::from_ne_bytes(id.to_ne_bytes())
}

/// A list in one column.
fn joined<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn parted<T: FromStr>(text: &str) -> Vec<T> {
    text.split(',').filter_map(|item| item.parse().ok()).collect()
}

#[async_trait]
impl Store for Sql {
    async fn ready(&self) -> Result<(), StoreError> {
        self.pool().await.map(drop)
    }

    async fn close(&self) {
        self.pool.close().await;
    }

    async fn ping(&self) -> Result<(), StoreError> {
        let query = sqlx::query("SELECT COALESCE(MAX(version), 0) FROM accords_schema");
        query.fetch_one(self.pool().await?).await?;
        Ok(())
    }

    async fn reserve_start(&self, bucket: u32, each: Duration) -> Result<Duration, StoreError> {
        // One clock for all who share the database.
        let now = self.clock().await?.as_microsecond();
        let micros = |time: Duration| i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
        let statement = "INSERT INTO gateway_starts (bucket, next) VALUES ($1, $2 + $4)
            ON CONFLICT (bucket) DO UPDATE SET next = $4 + CASE
                WHEN gateway_starts.next < $2 OR gateway_starts.next > $3 THEN $2 ELSE gateway_starts.next END
            RETURNING next";
        let row = sqlx::query(statement)
            .bind(i64::from(bucket))
            .bind(now)
            .bind(now.saturating_add(micros(LONGEST_START)))
            .bind(micros(each))
            .fetch_one(self.pool().await?)
            .await?;
        let end: i64 = row.try_get(0)?;
        Ok(Duration::from_micros(u64::try_from(end - micros(each) - now).unwrap_or_default()))
    }

    async fn settings(&self, guild: u64) -> Result<GuildSettings, StoreError> {
        let query = sqlx::query("SELECT channels, private FROM guild_settings WHERE guild = $1").bind(kept(guild));
        let Some(row) = query.fetch_optional(self.pool().await?).await? else { return Ok(GuildSettings::default()) };
        let (channels, private): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
        Ok(GuildSettings { channels: parted(&channels), private: private != 0 })
    }

    async fn put_settings(&self, guild: u64, settings: &GuildSettings) -> Result<(), StoreError> {
        let statement = "INSERT INTO guild_settings (guild, channels, private) VALUES ($1, $2, $3)
            ON CONFLICT (guild) DO UPDATE SET channels = excluded.channels, private = excluded.private";
        sqlx::query(statement)
            .bind(kept(guild))
            .bind(joined(&settings.channels))
            .bind(i64::from(settings.private))
            .execute(self.pool().await?)
            .await?;
        Ok(())
    }

    async fn forget(&self, guild: u64) -> Result<(), StoreError> {
        let pool = self.pool().await?;
        for statement in [
            "DELETE FROM guild_settings WHERE guild = $1",
            "DELETE FROM feedback WHERE guild = $1",
            "DELETE FROM daily_subscriptions WHERE guild = $1",
            "DELETE FROM daily_slots WHERE guild = $1",
        ] {
            sqlx::query(statement).bind(kept(guild)).execute(pool).await?;
        }
        Ok(())
    }

    async fn add_feedback(&self, feedback: &Feedback) -> Result<(), StoreError> {
        let pool = self.pool().await?;
        sqlx::query("INSERT INTO feedback (id, guild, facts, body, day) VALUES ($1, $2, $3, $4, $5)")
            .bind(unique())
            .bind(feedback.guild.map(kept))
            .bind(joined(&feedback.facts))
            .bind(feedback.text.as_str())
            .bind(feedback.day.to_string())
            .execute(pool)
            .await?;
        let old = "DELETE FROM feedback WHERE id NOT IN (SELECT id FROM feedback ORDER BY id DESC LIMIT $1)";
        sqlx::query(old).bind(i64::from(MOST_KEPT)).execute(pool).await?;
        Ok(())
    }

    async fn feedback(&self, most: u32) -> Result<Vec<Feedback>, StoreError> {
        let query = sqlx::query("SELECT guild, facts, body, day FROM feedback ORDER BY id DESC LIMIT $1");
        let rows = query.bind(i64::from(most)).fetch_all(self.pool().await?).await?;
        rows.iter().map(note).collect()
    }

    async fn count_unanswered(&self, text: &str, day: Date) -> Result<(), StoreError> {
        let pool = self.pool().await?;
        let statement = "INSERT INTO unanswered (body, times, last) VALUES ($1, 1, $2)
            ON CONFLICT (body) DO UPDATE SET times = unanswered.times + 1, last = excluded.last";
        sqlx::query(statement).bind(text).bind(day.to_string()).execute(pool).await?;
        let rare = "DELETE FROM unanswered WHERE body NOT IN
            (SELECT body FROM unanswered ORDER BY times DESC, last DESC, body LIMIT $1)";
        sqlx::query(rare).bind(i64::from(MOST_KEPT)).execute(pool).await?;
        Ok(())
    }

    async fn unanswered(&self, most: u32) -> Result<Vec<Unanswered>, StoreError> {
        let query =
            sqlx::query("SELECT body, times, last FROM unanswered ORDER BY times DESC, last DESC, body LIMIT $1");
        let rows = query.bind(i64::from(most)).fetch_all(self.pool().await?).await?;
        let question = |row: &AnyRow| -> Result<Unanswered, StoreError> {
            let times: i64 = row.try_get(1)?;
            Ok(Unanswered { text: row.try_get(0)?, times: times.unsigned_abs(), last: row.try_get(2)? })
        };
        rows.iter().map(question).collect()
    }
}

fn note(row: &AnyRow) -> Result<Feedback, StoreError> {
    let guild: Option<i64> = row.try_get(0)?;
    let (facts, text, day): (String, String, String) = (row.try_get(1)?, row.try_get(2)?, row.try_get(3)?);
    let day = day.parse().map_err(|error| sqlx::Error::Decode(Box::new(error)))?;
    Ok(Feedback { guild: guild.map(read), facts: parted(&facts), text, day })
}

/// A key that sorts by time and that no other replica makes: the time in nanoseconds, and a random tail.
fn unique() -> String {
    use std::hash::{BuildHasher, RandomState};
    let now = jiff::Timestamp::now().as_nanosecond();
    format!("{now:024}-{:016x}", RandomState::new().hash_one(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_file_that_was_removed_is_made_anew() {
        let file = std::env::temp_dir().join(format!("accords-lost-{}.db", std::process::id()));
        let remove = || {
            for end in ["", "-wal", "-shm"] {
                drop(std::fs::remove_file(format!("{}{end}", file.display())));
            }
        };
        remove();
        let store = Sql::open(&format!("sqlite://{}", file.display())).expect("an address");
        let settings = GuildSettings { channels: vec![7], private: true };
        store.put_settings(1, &settings).await.expect("kept");
        while store.pool.size() > 0 {
            store.pool.acquire().await.expect("a connection").close().await.expect("it closes");
        }
        remove();
        // The new connection finds no tables; whoever comes next has them again.
        drop(store.settings(1).await);
        assert_eq!(store.settings(1).await.expect("settings"), GuildSettings::default());
        store.put_settings(1, &settings).await.expect("kept");
        drop(store);
        remove();
    }
}

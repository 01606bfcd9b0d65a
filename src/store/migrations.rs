//! The tables, step by step. A step that was released is never changed; a change is a new step at the end.
//!
//! The statements must be good SQL in SQLite and PostgreSQL alike: `BIGINT` and `TEXT` are.

use sqlx::{AnyConnection, Executor, Row};

use super::StoreError;
use super::sql::Kind;

/// Each step with its statements.
const STEPS: &[&[&str]] = &[
    // What servers set, notes, counts.
    &[
        "CREATE TABLE guild_settings (
            guild BIGINT PRIMARY KEY,
            channels TEXT NOT NULL,
            private BIGINT NOT NULL
        )",
        "CREATE TABLE feedback (
            id TEXT PRIMARY KEY,
            guild BIGINT,
            facts TEXT NOT NULL,
            body TEXT NOT NULL,
            day TEXT NOT NULL
        )",
        "CREATE INDEX feedback_guild ON feedback (guild)",
        "CREATE TABLE unanswered (
            body TEXT PRIMARY KEY,
            times BIGINT NOT NULL,
            last TEXT NOT NULL
        )",
    ],
    // Daily posts. Instants are milliseconds since 1970, dates are ISO 8601.
    &[
        "CREATE TABLE daily_subscriptions (
            channel BIGINT PRIMARY KEY,
            guild BIGINT NOT NULL,
            time_of_day TEXT NOT NULL,
            zone TEXT NOT NULL,
            nearest BIGINT NOT NULL,
            silent BIGINT NOT NULL,
            paused TEXT,
            next_due BIGINT NOT NULL,
            next_day TEXT NOT NULL
        )",
        "CREATE INDEX daily_subscriptions_guild ON daily_subscriptions (guild)",
        "CREATE INDEX daily_subscriptions_due ON daily_subscriptions (next_due) WHERE paused IS NULL",
        "CREATE TABLE daily_slots (
            channel BIGINT NOT NULL,
            day TEXT NOT NULL,
            guild BIGINT NOT NULL,
            due BIGINT NOT NULL,
            nearest BIGINT NOT NULL,
            silent BIGINT NOT NULL,
            state TEXT NOT NULL,
            tries BIGINT NOT NULL,
            tried BIGINT,
            again BIGINT NOT NULL,
            owner TEXT NOT NULL,
            lease BIGINT NOT NULL,
            message BIGINT,
            note TEXT,
            PRIMARY KEY (channel, day)
        )",
        "CREATE INDEX daily_slots_guild ON daily_slots (guild)",
        "CREATE INDEX daily_slots_open ON daily_slots (due) WHERE state IN ('waiting', 'unsure')",
        "CREATE TABLE daily_pace (id BIGINT PRIMARY KEY, next BIGINT NOT NULL)",
        "INSERT INTO daily_pace (id, next) VALUES (1, 0)",
    ],
    // When the next new session with the gateway may begin, by what Discord counts together. Microseconds since 1970.
    &["CREATE TABLE gateway_starts (bucket BIGINT PRIMARY KEY, next BIGINT NOT NULL)"],
];

/// PostgreSQL's number of our lock; any that no other program uses.
const LOCK: i64 = 0x6163_636f_7264_7331;

/// Takes the steps that the database lacks, all of them or none. Replicas that start at once wait for one another.
pub(super) async fn migrate(connection: &mut AnyConnection, kind: Kind) -> Result<(), StoreError> {
    let begin = match kind {
        // The first to write holds the file until it is done; the others wait.
        Kind::Sqlite => "BEGIN IMMEDIATE",
        Kind::Postgres => "BEGIN",
    };
    connection.execute(begin).await?;
    let done = steps(connection, kind).await;
    let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
    connection.execute(end).await?;
    done
}

async fn steps(connection: &mut AnyConnection, kind: Kind) -> Result<(), StoreError> {
    if kind == Kind::Postgres {
        sqlx::query("SELECT pg_advisory_xact_lock($1)").bind(LOCK).execute(&mut *connection).await?;
    }
    connection.execute("CREATE TABLE IF NOT EXISTS accords_schema (version BIGINT NOT NULL)").await?;
    let found = sqlx::query("SELECT COALESCE(MAX(version), 0) FROM accords_schema").fetch_one(&mut *connection).await?;
    let found: i64 = found.try_get(0)?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (version, statements) in (1_i64..).zip(STEPS).filter(|(version, _)| *version > found) {
        for statement in *statements {
            connection.execute(*statement).await?;
        }
        sqlx::query("INSERT INTO accords_schema (version) VALUES ($1)").bind(version).execute(&mut *connection).await?;
    }
    Ok(())
}

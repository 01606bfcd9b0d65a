//! The statements of the daily posts, the same ones for SQLite and PostgreSQL but for the lock that PostgreSQL needs.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use jiff::civil::Date;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AnyPool, Connection, Row};

use super::StoreError;
use super::daily::{DailyStore, Manner, Opening, Settled, Slot, SlotKey, SlotState, Subscription};
use super::sql::{Kind, Sql, kept, read};

/// No lease and no wait is longer; one that ends later was written before the clock was set back, and counts as over.
const LONGEST: Duration = Duration::from_hours(1);
/// No row of posts is longer, for the same reason.
const LONGEST_ROW: Duration = Duration::from_mins(1);

/// The columns of a slot, in the order in which [`slot`] reads them.
macro_rules! slot_columns {
    () => {
        "channel, day, guild, due, nearest, silent, state, tries, tried, message, note"
    };
}

/// The columns of a subscription, in the order in which [`subscription`] reads them.
macro_rules! subscription_columns {
    () => {
        "channel, guild, time_of_day, zone, nearest, silent, paused, next_due, next_day"
    };
}

/// Takes open slots; `$lock` keeps replicas from taking the same ones, or waiting for one another.
macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "WITH taken (of_channel, of_day) AS MATERIALIZED (
                SELECT channel, day FROM daily_slots
                WHERE state IN ('waiting', 'unsure') AND (again <= $1 OR again > $2) AND (lease <= $1 OR lease > $2)
                ORDER BY due, channel LIMIT $3 ",
            $lock,
            ")
            UPDATE daily_slots SET owner = $4, lease = $5 FROM taken WHERE channel = of_channel AND day = of_day
            RETURNING ",
            slot_columns!()
        )
    };
}

fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

fn later(at: Timestamp, by: Duration) -> i64 {
    ms(at).saturating_add(i64::try_from(by.as_millis()).unwrap_or(i64::MAX))
}

/// Opens slots in one transaction, all of them or none.
async fn open_all(connection: &mut AnyConnection, openings: &[Opening]) -> Result<(), StoreError> {
    let mut transaction = connection.begin().await?;
    for opening in openings {
        let of = &opening.subscription;
        if let Some(state) = opening.state {
            let row = "INSERT INTO daily_slots
                (channel, day, guild, due, nearest, silent, state, tries, again, owner, lease)
                SELECT channel, next_day, guild, next_due, nearest, silent, $1, 0, 0, '', 0
                FROM daily_subscriptions
                WHERE channel = $2 AND next_due = $3 AND next_day = $4 AND paused IS NULL
                ON CONFLICT (channel, day) DO NOTHING";
            sqlx::query(row)
                .bind(state.word())
                .bind(kept(of.channel))
                .bind(ms(of.next))
                .bind(of.next_day.to_string())
                .execute(&mut *transaction)
                .await?;
        }
        let on = "UPDATE daily_subscriptions SET next_due = $1, next_day = $2
            WHERE channel = $3 AND next_due = $4 AND next_day = $5";
        sqlx::query(on)
            .bind(ms(opening.next))
            .bind(opening.next_day.to_string())
            .bind(kept(of.channel))
            .bind(ms(of.next))
            .bind(of.next_day.to_string())
            .execute(&mut *transaction)
            .await?;
    }
    transaction.commit().await?;
    Ok(())
}

#[async_trait]
impl DailyStore for Sql {
    async fn clock(&self) -> Result<Timestamp, StoreError> {
        let pool = self.pool().await?;
        if self.kind() == Kind::Sqlite {
            return Ok(Timestamp::now());
        }
        let now = "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)";
        instant(sqlx::query(now).fetch_one(pool).await?.try_get(0)?)
    }

    async fn subscriptions(&self, guild: u64) -> Result<Vec<Subscription>, StoreError> {
        let query =
            concat!("SELECT ", subscription_columns!(), " FROM daily_subscriptions WHERE guild = $1 ORDER BY channel");
        let rows = sqlx::query(query).bind(kept(guild)).fetch_all(self.pool().await?).await?;
        rows.iter().map(subscription).collect()
    }

    async fn subscribe(&self, it: &Subscription) -> Result<(), StoreError> {
        let statement = concat!(
            "INSERT INTO daily_subscriptions (",
            subscription_columns!(),
            ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            ON CONFLICT (channel) DO UPDATE SET guild = excluded.guild, time_of_day = excluded.time_of_day,
            zone = excluded.zone, nearest = excluded.nearest, silent = excluded.silent, paused = excluded.paused,
            next_due = excluded.next_due, next_day = excluded.next_day"
        );
        sqlx::query(statement)
            .bind(kept(it.channel))
            .bind(kept(it.guild))
            .bind(it.time.to_string())
            .bind(it.zone.as_str())
            .bind(i64::from(it.manner.nearest))
            .bind(i64::from(it.manner.silent))
            .bind(it.paused.as_deref())
            .bind(ms(it.next))
            .bind(it.next_day.to_string())
            .execute(self.pool().await?)
            .await?;
        Ok(())
    }

    async fn unsubscribe(&self, guild: u64, channel: u64) -> Result<bool, StoreError> {
        let pool = self.pool().await?;
        let statement = "DELETE FROM daily_subscriptions WHERE guild = $1 AND channel = $2";
        let done = sqlx::query(statement).bind(kept(guild)).bind(kept(channel)).execute(pool).await?;
        if done.rows_affected() == 0 {
            return Ok(false);
        }
        forget_waiting(pool, channel).await?;
        Ok(true)
    }

    async fn pause(&self, channel: u64, reason: &str) -> Result<(), StoreError> {
        let pool = self.pool().await?;
        let statement = "UPDATE daily_subscriptions SET paused = $1 WHERE channel = $2";
        sqlx::query(statement).bind(reason).bind(kept(channel)).execute(pool).await?;
        forget_waiting(pool, channel).await
    }

    async fn due(&self, now: Timestamp, most: u32) -> Result<Vec<Subscription>, StoreError> {
        let query = concat!(
            "SELECT ",
            subscription_columns!(),
            " FROM daily_subscriptions WHERE paused IS NULL AND next_due <= $1 ORDER BY next_due, channel LIMIT $2"
        );
        let rows = sqlx::query(query).bind(ms(now)).bind(i64::from(most)).fetch_all(self.pool().await?).await?;
        rows.iter().map(subscription).collect()
    }

    async fn all_after(&self, channel: Option<u64>, most: u32) -> Result<Vec<Subscription>, StoreError> {
        let query = concat!(
            "SELECT ",
            subscription_columns!(),
            " FROM daily_subscriptions WHERE channel > $1 ORDER BY channel LIMIT $2"
        );
        // Ids are kept as signed numbers; the least of those stands before all of them.
        let after = channel.map_or(i64::MIN, kept);
        let rows = sqlx::query(query).bind(after).bind(i64::from(most)).fetch_all(self.pool().await?).await?;
        rows.iter().map(subscription).collect()
    }

    async fn open(&self, openings: &[Opening]) -> Result<(), StoreError> {
        let mut connection = self.pool().await?.acquire().await?;
        let done = open_all(&mut connection, openings).await;
        if done.is_err() {
            // What a failed commit has left open, on a full disk for one, would swallow all that is written after it.
            drop(connection.close().await);
        }
        done
    }

    async fn claim(&self, owner: &str, now: Timestamp, lease: Duration, most: u32) -> Result<Vec<Slot>, StoreError> {
        let statement = match self.kind() {
            Kind::Sqlite => claim!(""),
            Kind::Postgres => claim!("FOR UPDATE SKIP LOCKED"),
        };
        let rows = sqlx::query(statement)
            .bind(ms(now))
            .bind(later(now, LONGEST))
            .bind(i64::from(most))
            .bind(owner)
            .bind(later(now, lease))
            .fetch_all(self.pool().await?)
            .await?;
        let mut slots: Vec<Slot> = rows.iter().map(slot).collect::<Result<_, _>>()?;
        slots.sort_by_key(|slot| (slot.due, slot.key));
        Ok(slots)
    }

    async fn begin(&self, owner: &str, key: SlotKey, now: Timestamp, lease: Duration) -> Result<bool, StoreError> {
        let statement = "UPDATE daily_slots
            SET state = 'unsure', tries = tries + 1, tried = $1, lease = $2
            WHERE channel = $3 AND day = $4 AND owner = $5 AND state IN ('waiting', 'unsure') AND EXISTS (
                SELECT 1 FROM daily_subscriptions AS it WHERE it.channel = $3 AND it.paused IS NULL)";
        let done = sqlx::query(statement)
            .bind(ms(now))
            .bind(later(now, lease))
            .bind(kept(key.channel))
            .bind(key.day.to_string())
            .bind(owner)
            .execute(self.pool().await?)
            .await?;
        Ok(done.rows_affected() == 1)
    }

    async fn settle(&self, owner: &str, key: SlotKey, settled: &Settled) -> Result<(), StoreError> {
        let pool = self.pool().await?;
        let (state, message, note, again) = match settled {
            Settled::Done { state, message, note } => (*state, *message, note.as_deref(), 0),
            Settled::Later { unsure, again } => {
                (if *unsure { SlotState::Unsure } else { SlotState::Waiting }, None, None, ms(*again))
            }
        };
        let statement = "UPDATE daily_slots
            SET state = $1, message = $2, note = $3, again = $4, owner = '', lease = 0
            WHERE channel = $5 AND day = $6 AND state IN ('waiting', 'unsure') AND (owner = $7 OR $1 = 'posted')";
        sqlx::query(statement)
            .bind(state.word())
            .bind(message.map(kept))
            .bind(note)
            .bind(again)
            .bind(kept(key.channel))
            .bind(key.day.to_string())
            .bind(owner)
            .execute(pool)
            .await?;
        Ok(())
    }

    async fn reserve(&self, now: Timestamp, posts: u32, each: Duration) -> Result<Timestamp, StoreError> {
        let now = now.as_microsecond();
        let micros = |time: Duration| i64::try_from(time.as_micros()).unwrap_or(i64::MAX);
        let taken = micros(each * posts);
        let statement = "UPDATE daily_pace
            SET next = (CASE WHEN next < $1 OR next > $2 THEN $1 ELSE next END) + $3 WHERE id = 1 RETURNING next";
        let row = sqlx::query(statement)
            .bind(now)
            .bind(now.saturating_add(micros(LONGEST_ROW)))
            .bind(taken)
            .fetch_one(self.pool().await?)
            .await?;
        let end: i64 = row.try_get(0)?;
        Timestamp::from_microsecond(end - taken).map_err(|error| unreadable(Box::new(error)))
    }

    async fn slots(&self, channel: u64, most: u32) -> Result<Vec<Slot>, StoreError> {
        let query =
            concat!("SELECT ", slot_columns!(), " FROM daily_slots WHERE channel = $1 ORDER BY day DESC LIMIT $2");
        let rows = sqlx::query(query).bind(kept(channel)).bind(i64::from(most)).fetch_all(self.pool().await?).await?;
        rows.iter().map(slot).collect()
    }

    async fn prune(&self, before: Timestamp) -> Result<(), StoreError> {
        let statement = "DELETE FROM daily_slots WHERE due < $1 AND state NOT IN ('waiting', 'unsure')";
        sqlx::query(statement).bind(ms(before)).execute(self.pool().await?).await?;
        Ok(())
    }
}

/// Of a channel that gets no more posts: what was not sent is as if it had never been due.
async fn forget_waiting(pool: &AnyPool, channel: u64) -> Result<(), StoreError> {
    let statement = "DELETE FROM daily_slots WHERE channel = $1 AND state = 'waiting'";
    sqlx::query(statement).bind(kept(channel)).execute(pool).await?;
    Ok(())
}

fn unreadable(error: Box<dyn std::error::Error + Send + Sync>) -> StoreError {
    StoreError::Database(sqlx::Error::Decode(error))
}

fn instant(ms: i64) -> Result<Timestamp, StoreError> {
    Timestamp::from_millisecond(ms).map_err(|error| unreadable(Box::new(error)))
}

fn date(text: &str) -> Result<Date, StoreError> {
    text.parse().map_err(|error: jiff::Error| unreadable(Box::new(error)))
}

fn manner(row: &AnyRow, nearest: usize, silent: usize) -> Result<Manner, StoreError> {
    let (nearest, silent): (i64, i64) = (row.try_get(nearest)?, row.try_get(silent)?);
    Ok(Manner { nearest: nearest != 0, silent: silent != 0 })
}

fn subscription(row: &AnyRow) -> Result<Subscription, StoreError> {
    let (channel, guild): (i64, i64) = (row.try_get(0)?, row.try_get(1)?);
    let (time, next_day): (String, String) = (row.try_get(2)?, row.try_get(8)?);
    Ok(Subscription {
        channel: read(channel),
        guild: read(guild),
        time: time.parse().map_err(|error: jiff::Error| unreadable(Box::new(error)))?,
        zone: row.try_get(3)?,
        manner: manner(row, 4, 5)?,
        paused: row.try_get(6)?,
        next: instant(row.try_get(7)?)?,
        next_day: date(&next_day)?,
    })
}

fn slot(row: &AnyRow) -> Result<Slot, StoreError> {
    let (channel, day, guild): (i64, String, i64) = (row.try_get(0)?, row.try_get(1)?, row.try_get(2)?);
    let (state, count): (String, i64) = (row.try_get(6)?, row.try_get(7)?);
    let (tried, message): (Option<i64>, Option<i64>) = (row.try_get(8)?, row.try_get(9)?);
    let state = SlotState::of(&state).ok_or_else(|| unreadable(format!("no state is called `{state}`").into()))?;
    Ok(Slot {
        key: SlotKey { channel: read(channel), day: date(&day)? },
        guild: read(guild),
        due: instant(row.try_get(3)?)?,
        manner: manner(row, 4, 5)?,
        state,
        tries: u32::try_from(count).unwrap_or(u32::MAX),
        tried: tried.map(instant).transpose()?,
        message: message.map(read),
        note: row.try_get(10)?,
    })
}

//! `accords` answers questions on the Abraham Accords from a structured knowledge base, every sentence with its source.
//!
//! The floors, from the ground up; each knows only those below it:
//! - [`text`]: cleaning, tokens, similarity; knows no subject;
//! - [`knowledge`]: the facts, checked and linked;
//! - [`question`]: text -> typed query;
//! - [`answer`]: typed query and knowledge -> answer.
//!
//! These four know no I/O (but reading a knowledge folder), no clock and no Discord. Above them:
//! - [`store`]: what is kept, in SQLite or PostgreSQL;
//! - [`ops`]: logs, counts and health, for whoever runs the bot;
//! - [`daily`]: the daily posts, when and exactly once;
//! - [`embedded`]: the knowledge built into the program;
//! - [`changes`]: what a new knowledge changes of an old one;
//! - [`export`]: the knowledge for other programs;
//! - [`picture`]: what happened, as a picture;
//! - [`config`]: environment -> settings;
//! - [`discord`]: the only place that names serenity;
//! - [`preview`]: the bot on a page of this machine, without Discord;
//! - [`cli`]: one file a subcommand.

pub mod answer;
pub mod changes;
pub mod cli;
pub mod config;
pub mod daily;
pub mod discord;
pub mod embedded;
pub mod export;
mod general_words;
pub mod knowledge;
pub mod ops;
pub mod picture;
pub mod preview;
pub mod question;
pub mod store;
pub mod text;

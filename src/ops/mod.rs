//! What whoever runs the bot sees of it: logs, counts, health; and the signals that reach it.
//!
//! [`metrics`] counts, [`health`] knows what the process is able to do just now, [`server`] shows both over HTTP, [`logs`]
//! writes, [`signals`] listens to the operating system. None of them holds ids or texts of people.

pub mod health;
pub mod logs;
pub mod metrics;
pub mod server;
pub mod signals;

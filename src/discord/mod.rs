//! Discord: the only room that names the library for it. Everything below knows nothing of it.
//!
//! An interaction comes in over [`gateway`] or [`endpoint`], [`answering`] hands it to [`respond`], which finds the command
//! in [`commands`], which asks the pure core and lays the answer out with [`render`]; [`rest`], or the endpoint's
//! response, carries it back.

mod admin;
pub mod answering;
pub mod app;
mod asking;
mod call;
mod closes;
pub mod commands;
pub mod components;
pub mod daily;
pub mod day;
mod definitions;
pub mod endpoint;
pub mod escape;
mod events;
pub mod files;
pub mod gateway;
mod handlers;
mod hour;
pub(crate) mod incoming;
pub mod limits;
mod locales;
pub mod message;
pub mod options;
mod owners;
mod permissions;
pub mod place;
mod posts;
mod presses;
pub mod pressure;
pub mod records;
pub mod registration;
pub mod reload;
pub mod render;
pub mod respond;
pub mod rest;
mod seen;
mod settings;
mod shard;
pub mod show;
mod starts;
mod suggest;
pub mod talk;
mod threads;
mod verdicts;
pub mod view;
mod waited;

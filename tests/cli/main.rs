//! The binary on real folders: exit statuses, streams, words, and what lies on the disk afterwards.
//!
//! Every call has an environment of its own and a fixed day, so nothing here depends on the machine or the calendar.
//! `LOA_UPDATE=1 cargo test --test cli` writes the files in `words/` anew; read them before they are committed.

#![allow(clippy::unwrap_used, clippy::panic, clippy::string_slice)]

mod again;
mod building;
mod damaged;
mod dates;
mod exchange;
mod fixing;
mod ground;
#[path = "../support/html.rs"]
#[allow(dead_code)]
mod html;
mod languages;
mod places;
mod reports;
mod same_bytes;
mod settings;
mod starting;
mod statuses;
mod streams;
mod translate;
mod translated;
mod words;

//! The preview, asked over real sockets: what it gives, whom it refuses, and what it does while the site changes.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod attacks;
mod events;
mod files;
mod ground;
mod network;
mod pages;
mod storms;

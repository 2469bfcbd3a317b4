//! The room that reads a site and writes the output, on real folders.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod building;
mod faults;
mod ground;
mod outputs;
mod pictures;
mod processes;
mod reading;
#[cfg(unix)]
mod reading_unix;
mod recording;
mod rereading;
mod rewriting;

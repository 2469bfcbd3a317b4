//! The editor's board and the banners of broken pages: snapshot literals in, HTML out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod banner;
mod beside;
mod hostile;
mod large;
mod publish;
mod shown;
mod site;
#[path = "../support/mod.rs"]
mod support;

//! A site that is followed while all kinds of programs write to it: real folders, real events.
//!
//! What is followed here is what `loa watch` follows, in this process, so that every step can be compared with a clean build;
//! `program.rs` runs the binary. Nothing sleeps to wait for something: what is waited for is a step, with a deadline.
//! `LOA_STEPS=200 cargo test --test watch law` makes the law longer, `LOA_SEED=7` draws other edits.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod editors;
mod folders;
mod followed;
#[path = "../cli/ground.rs"]
#[allow(dead_code)]
mod ground;
mod law;
mod program;
mod served;
mod storms;
#[path = "../support/mod.rs"]
mod support;

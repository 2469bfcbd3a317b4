//! What the laws are made of: random sites and edits, a reader of what comes out, and what must hold of it; and for
//! `tidy` a reader of Rust. Each test program takes a part of it and would call the rest unused.
#![allow(dead_code)]

pub mod data;
pub mod editions;
pub mod edits;
pub mod html;
pub mod index;
pub mod output;
pub mod rust;
pub mod sites;

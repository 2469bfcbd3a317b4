//! loa, the village loudspeaker: a folder of Markdown becomes a multilingual site against human trafficking.
//!
//! **A site is a value.** `build(&Snapshot, &mut Memo) -> Built` is pure; every command reads its result.
//!
//! ```text
//!         disk::read        parse            index            view           render          output        disk::commit
//!  disk ------------> Snapshot ----> Doc(s) ------> Site ------------> View ------> Page ------------> Tree ------------> disk
//!                     (bytes)      (per file)   (from summaries)   (per page)    (Html)      (path -> bytes)   (only writer)
//! ```
//!
//! Rooms. Every `use crate::` points to a lower number.
//!
//! ```text
//! 10  cli       arguments, printing, exit codes; one file a command
//!  9  watch     waits for changes and takes the next step          serve     a step over HTTP on this machine
//!  8  disk      files and the environment                           board     the editor's own pages, from a step
//!  7  engine    build(): orders the stages, owns Memo                tell      findings in words, with their lines
//!  6  output    search, feeds, sitemap, assets, pages     check   findings over the Site     translate   texts as units
//!  5  render    views and templates to pages; writers of the block tree
//!  4  site      summaries to Site to View: index, links, lists, translations, hotlines
//!  3  parse  theme  i18n  kinds      bytes to typed things; they do not know each other
//!  2  schema    YAML to typed values against tables of fields           draw   a card for sharing, as a picture
//!  1  model     Doc, Block, Inline, Summary, Page, Tree, Snapshot
//!  0  base      SitePath Url Phone Lang Date Digest Diagnostic; pure functions on text
//! ```
//!
//! Invariants, each with a test:
//!
//! 1. Only `disk`, `watch`, `serve` and `cli` name `std::fs`, `std::net`, `std::env` or a clock.
//! 2. `use crate::` points to a lower room.
//! 3. Nothing reaches HTML except through `Html` or an escape; no template says `| safe`.
//! 4. Everything iterated is ordered.
//! 5. Every limit is a named constant in `base/limits.rs`.
//! 6. Only `disk::commit` writes to the output, only from a finished tree; a build with errors writes nothing.
//! 7. No `unwrap`, `expect`, `panic`, slicing of strings by byte outside tests; no `unsafe`.
//!
//! To add a kind: one folder under `kinds/` and one word. A check: the same under `check/`. An output: one file and one
//! word. A language: one folder under `i18n/`, no Rust.

pub mod base;
pub mod board;
pub mod check;
pub mod cli;
pub mod disk;
pub mod draw;
pub mod engine;
pub mod i18n;
pub mod kinds;
pub mod model;
pub mod output;
pub mod parse;
pub mod render;
pub mod schema;
pub mod serve;
pub mod site;
pub mod tell;
pub mod theme;
pub mod translate;
pub mod watch;

pub use engine::{Built, Draft, Live, Memo, Step, Work, build, draft};

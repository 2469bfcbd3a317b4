//! The binary: everything is in the library.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// A build makes many millions of small texts on all threads: a fifth of its time with the system's allocator.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    ExitCode::from(loa::cli::run(std::env::args_os()))
}

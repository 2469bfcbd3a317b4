//! The one program that loa starts: the browser, if somebody asks for it.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Opens an address in the browser that the system would choose, and calls `failed` if that did not work.
pub fn open(address: &str, failed: impl FnOnce() + Send + 'static) {
    let mut command = opener();
    command.arg(address).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // Some of these end when the browser does.
    let wait = move || {
        if !command.status().is_ok_and(|status| status.success()) {
            failed();
        }
    };
    // Without another thread there is no browser either, and the address has been told.
    let _: io::Result<_> = thread::Builder::new().name("loa browser".to_owned()).spawn(wait);
}

/// The program that knows which browser it is.
fn opener() -> Command {
    if cfg!(windows) {
        let mut command = Command::new("rundll32");
        command.arg("url.dll,FileProtocolHandler");
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    }
}

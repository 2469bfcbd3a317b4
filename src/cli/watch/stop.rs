//! Ctrl-C, and the other ways in which a system asks a program to end.

use std::future::{Future, poll_fn};
use std::io;
use std::task::Poll;
use std::thread;

/// Calls `end` when the system asks for it. From now on no such wish ends the program by itself.
pub fn when_asked(end: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    let asked = {
        let _inside = runtime.enter();
        asked()?
    };
    let wait = move || {
        runtime.block_on(asked);
        end();
    };
    thread::Builder::new().name("loa end".to_owned()).spawn(wait).map(drop)
}

/// Ctrl-C, a polite kill, or a terminal that was closed.
#[cfg(unix)]
fn asked() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut all = [signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?, signal(SignalKind::hangup())?];
    Ok(poll_fn(move |context| {
        let is_asked = all.iter_mut().any(|one| one.poll_recv(context).is_ready());
        if is_asked { Poll::Ready(()) } else { Poll::Pending }
    }))
}

/// Ctrl-C, Ctrl-Break, or a window that was closed.
#[cfg(windows)]
fn asked() -> io::Result<impl Future<Output = ()> + Send> {
    use tokio::signal::windows::{ctrl_break, ctrl_c, ctrl_close};
    let (mut c, mut broken, mut closed) = (ctrl_c()?, ctrl_break()?, ctrl_close()?);
    Ok(poll_fn(move |context| {
        let is_asked = c.poll_recv(context).is_ready()
            || broken.poll_recv(context).is_ready()
            || closed.poll_recv(context).is_ready();
        if is_asked { Poll::Ready(()) } else { Poll::Pending }
    }))
}

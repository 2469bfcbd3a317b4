//! Lets a few pictures into the memory at a time: as many as fit together, whatever the number of threads.

use std::sync::{Condvar, Mutex, PoisonError};

use crate::base::limits;

static USED: Mutex<u64> = Mutex::new(0);
static LEFT: Condvar = Condvar::new();

/// Room for one picture; given back when it is dropped.
pub(super) struct Pass(u64);

/// Waits until a picture of so many bytes fits beside those that are in. One alone always fits.
pub(super) fn enter(bytes: u64) -> Pass {
    let used = USED.lock().unwrap_or_else(PoisonError::into_inner);
    let is_full = |used: &mut u64| *used > 0 && used.saturating_add(bytes) > limits::PICTURE_BYTES;
    let mut used = LEFT.wait_while(used, is_full).unwrap_or_else(PoisonError::into_inner);
    *used = used.saturating_add(bytes);
    Pass(bytes)
}

impl Drop for Pass {
    fn drop(&mut self) {
        let mut used = USED.lock().unwrap_or_else(PoisonError::into_inner);
        *used = used.saturating_sub(self.0);
        LEFT.notify_all();
    }
}

//! Waiting for changes: events of the disk are hints, and what is there is found by looking.

//! The preview: a step of the site over HTTP on this machine, from memory.

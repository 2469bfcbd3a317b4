//! What is said when the machine, the folder or the call is at fault: what happened, why, what to do.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use crate::disk::{Error, OutputFault, Warning};
use crate::serve;

use super::print::{heading, passage};
use crate::tell::Words;

type Args = BTreeMap<&'static str, String>;

/// Windows: another program holds the file, or a part of it (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION).
const HELD_ON_WINDOWS: [i32; 2] = [32, 33];

/// A call that cannot be followed.
pub fn usage(words: &Words, id: &'static str, args: &Args) -> String {
    format!("{}{}\n", told(words, "cli-error", id, args), words.say("usage-more", &[]))
}

/// What the machine refused, or a folder that is the wrong one.
pub fn fault(words: &Words, error: &Error) -> String {
    let (id, args) = message(words, error);
    told(words, "cli-error", id, &args)
}

/// Worth telling, though the work was done.
pub fn warning(words: &Words, warning: &Warning) -> String {
    let (id, path) = match warning {
        Warning::NoLock { path, .. } => ("machine-no-lock", path),
        Warning::StageLeft { path, .. } => ("machine-stage-left", path),
    };
    told(words, "cli-warning", id, &Args::from([("path", shown(words, path))]))
}

/// Why there is no preview.
pub fn preview(words: &Words, error: &serve::Error) -> String {
    let (id, args) = match error {
        serve::Error::Ports { first, last, source } => {
            let args = [("first", first.to_string()), ("last", last.to_string()), ("reason", source.to_string())];
            ("machine-no-port", Args::from(args))
        }
        other => ("machine-no-preview", Args::from([("reason", other.to_string())])),
    };
    told(words, "cli-error", id, &args)
}

fn told(words: &Words, level: &str, id: &str, args: &Args) -> String {
    let told = words.tell(id, args);
    let mut out = format!("{} {}\n", heading(&words.say(level, &[])), told.what);
    for (name, text) in [("cli-why", told.why), ("cli-cure", told.help)] {
        if let Some(text) = text {
            out.push_str(&passage(&words.say(name, &[]), &text));
        }
    }
    out
}

/// The message for an error, and what it needs.
fn message(words: &Words, error: &Error) -> (&'static str, Args) {
    let with_path = |path: &Path, args: &[(&'static str, String)]| -> Args {
        std::iter::once(("path", shown(words, path))).chain(args.iter().cloned()).collect()
    };
    match error {
        Error::Io { op, path, source } => {
            let args = [("op", (*op).to_owned()), ("cause", cause(source).to_owned()), ("reason", source.to_string())];
            ("machine-io", with_path(path, &args))
        }
        Error::NoSite { path } => ("machine-no-site", with_path(path, &[])),
        Error::TooManyFiles { path, limit } => {
            ("machine-too-many-files", with_path(path, &[("limit", limit.to_string())]))
        }
        Error::Refused { path, why } => {
            let (fault, detail) = output_fault(words, why);
            ("machine-refused", with_path(path, &[("fault", fault.to_owned()), ("detail", detail)]))
        }
        Error::Busy { path, pid } => {
            ("machine-busy", with_path(path, pid.map(|pid| ("pid", pid.to_string())).as_slice()))
        }
        // Rounded up, since a guess that is a little too large does no harm.
        Error::Full { path, needed } => {
            ("machine-full", with_path(path, &[("megabytes", needed.div_ceil(1_000_000).to_string())]))
        }
        Error::Changed { path } => ("machine-changed", with_path(path, &[])),
        Error::Picture { path, reason } => ("machine-picture", with_path(path, &[("reason", reason.clone())])),
        Error::Clash { path, other } => {
            ("machine-clash", with_path(Path::new(path.as_str()), &[("other", other.clone())]))
        }
        Error::Exists { path } => ("machine-exists", with_path(path, &[])),
        Error::Link { path } => ("machine-link", with_path(path, &[])),
    }
}

/// A path as people read it; on Windows its own separators stay, so that it can be copied.
pub fn shown(words: &Words, path: &Path) -> String {
    let plain: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if plain.as_os_str().is_empty() { words.say("cli-here", &[]) } else { plain.display().to_string() }
}

/// The name of a cause in the messages.
fn cause(error: &io::Error) -> &'static str {
    let is_held = cfg!(windows) && error.raw_os_error().is_some_and(|code| HELD_ON_WINDOWS.contains(&code));
    match error.kind() {
        _ if is_held => "held",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "held",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::NotFound => "missing",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        _ => "other",
    }
}

/// The name of a fault in the messages, and what it needs.
fn output_fault(words: &Words, fault: &OutputFault) -> (&'static str, String) {
    match fault {
        OutputFault::Root => ("root", String::new()),
        OutputFault::HoldsSite => ("holds-site", String::new()),
        OutputFault::Home => ("home", String::new()),
        OutputFault::Source(name) => ("source", name.clone()),
        OutputFault::NotAFolder => ("not-a-folder", String::new()),
        OutputFault::Link => ("link", String::new()),
        OutputFault::NotOurs => ("not-ours", String::new()),
        OutputFault::UnknownManifest(line) => ("unknown-manifest", line.clone()),
        OutputFault::DamagedManifest { line } => ("damaged-manifest", line.to_string()),
        OutputFault::Foreign(path) => ("foreign", shown(words, path)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Lang, SitePath};

    #[test]
    fn every_fault_has_its_words() {
        let path = || Path::new("trang").to_owned();
        let io = |kind: ErrorKind| Error::Io { op: "write", path: path(), source: io::Error::from(kind) };
        let refused = |why: OutputFault| Error::Refused { path: path(), why };
        let all = [
            io(ErrorKind::PermissionDenied),
            io(ErrorKind::NotFound),
            io(ErrorKind::ReadOnlyFilesystem),
            io(ErrorKind::ResourceBusy),
            io(ErrorKind::Other),
            Error::NoSite { path: path() },
            Error::TooManyFiles { path: path(), limit: 5 },
            refused(OutputFault::Root),
            refused(OutputFault::HoldsSite),
            refused(OutputFault::Home),
            refused(OutputFault::Source("content".to_owned())),
            refused(OutputFault::NotAFolder),
            refused(OutputFault::Link),
            refused(OutputFault::NotOurs),
            refused(OutputFault::UnknownManifest("# loa manifest 9".to_owned())),
            refused(OutputFault::DamagedManifest { line: 4 }),
            refused(OutputFault::Foreign(path())),
            Error::Busy { path: path(), pid: Some(7) },
            Error::Busy { path: path(), pid: None },
            Error::Full { path: path(), needed: 1 },
            Error::Changed { path: path() },
            Error::Picture { path: path(), reason: "x".to_owned() },
            Error::Clash { path: SitePath::new("a").unwrap(), other: "A".to_owned() },
            Error::Exists { path: path() },
            Error::Link { path: path() },
        ];
        for tag in ["vi", "en"] {
            let words = Words::new(&Lang::new(tag).unwrap());
            let mut seen = std::collections::BTreeSet::new();
            for error in &all {
                let text = fault(&words, error);
                assert!(!text.contains("machine-") && text.lines().count() >= 2, "{tag} {error:?}: {text}");
                assert!(seen.insert(text), "{tag} {error:?} is told like another");
            }
            for told in [
                Warning::NoLock { path: path(), reason: "x".to_owned() },
                Warning::StageLeft { path: path(), reason: "x".to_owned() },
            ] {
                assert!(!warning(&words, &told).contains("machine-"), "{tag} {told:?}");
            }
        }
    }
}

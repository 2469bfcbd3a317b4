//! A new site: small, honest, and clean at its first build.

use std::fs;

use crate::disk;

use super::new::{agrees, filled, say, write};
use super::{Failure, Session, machine};

/// The text of the registry's section.
pub const NUMBERS: &str = include_str!("start/content/duong-day-nong/vi.md");

/// The record of the national line, as it was verified.
pub const NUMBER: &str = include_str!("start/content/duong-day-nong/111/vi.md");

/// The files of a new site. The settings come last: without them the folder is none yet, so a start that was cut off can be seen.
const FILES: &[(&str, &str)] = &[
    ("content/vi.md", include_str!("start/content/vi.md")),
    ("content/duong-day-nong/vi.md", NUMBERS),
    ("content/duong-day-nong/111/vi.md", NUMBER),
    ("content/duong-day-nong/1800-1567/vi.md", include_str!("start/content/duong-day-nong/1800-1567/vi.md")),
    ("content/can-giup/vi.md", include_str!("start/content/can-giup/vi.md")),
    ("content/can-giup/xem-an-toan/vi.md", include_str!("start/content/can-giup/xem-an-toan/vi.md")),
    ("content/canh-bao/vi.md", include_str!("start/content/canh-bao/vi.md")),
    ("content/canh-bao/viec-nhe-luong-cao/vi.md", include_str!("start/content/canh-bao/viec-nhe-luong-cao/vi.md")),
    ("content/bai-viet/vi.md", include_str!("start/content/bai-viet/vi.md")),
    ("content/bai-viet/dau-hieu-nhan-biet/vi.md", include_str!("start/content/bai-viet/dau-hieu-nhan-biet/vi.md")),
    ("content/huong-dan/vi.md", include_str!("start/content/huong-dan/vi.md")),
    ("content/huong-dan/noi-luu-tru/vi.md", include_str!("start/content/huong-dan/noi-luu-tru/vi.md")),
    ("loa.yml", include_str!("start/loa.yml")),
];

/// Names that a folder may hold and still be empty to its owner.
const UNSEEN: &[&str] = &["desktop.ini", "thumbs.db"];

/// Starts a site in the session's folder.
pub fn site(session: &mut Session<'_>) -> Result<(), Failure> {
    let shown = machine::shown(session.words, &session.site);
    if !is_empty(session)? {
        let refused = || Failure::usage("usage-folder-not-empty", "path", &shown);
        if !session.streams.is_attended {
            return Err(refused());
        }
        let question = session.words.say("new-ask-anyway", &[]);
        if !agrees(session.ask(&question)?.as_deref(), false) {
            return Err(refused());
        }
    }
    // Texts that are there already are the site's own: what lacks is only the settings.
    let has_content = session.site.join("content").exists();
    let files = FILES.iter().filter(|(path, _)| !has_content || !path.starts_with("content/"));
    let today = session.today(None)?;
    say(session, "new-started", &[("path", &shown)])?;
    for (path, text) in files {
        write(session, path, &filled(text, today, "", None))?;
        say(session, "new-file", &[("path", path)])?;
    }
    say(session, "new-next-site", &[])
}

fn is_empty(session: &Session<'_>) -> Result<bool, Failure> {
    let fault = |source| Failure::Machine(disk::Error::Io { op: "list", path: session.site.clone(), source });
    let entries = match fs::read_dir(&session.site) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(true),
        Err(error) => return Err(fault(error)),
    };
    for entry in entries {
        let name = entry.map_err(fault)?.file_name().to_string_lossy().to_lowercase();
        if !name.starts_with('.') && !UNSEEN.contains(&name.as_str()) {
            return Ok(false);
        }
    }
    Ok(true)
}

//! `MANIFEST.sha256`: what the output holds, for `sha256sum -c`, and what is loa's to delete.

use std::collections::BTreeMap;

use super::error::OutputFault;
use crate::base::{SitePath, limits};

/// Its name in the output.
pub(super) const NAME: &str = "MANIFEST.sha256";

/// Bytes of the longest manifest that loa can have written: a sum, two spaces, a path and a line end for each file.
pub(super) const MOST_BYTES: u64 = (limits::FILES * (limits::PATH_BYTES + 67)) as u64;

const FIRST_LINE: &str = "# loa manifest 1";
const ANY_VERSION: &str = "# loa manifest ";

/// Characters of an unknown first line that are shown.
const SHOWN: usize = 60;

/// Reads a manifest. One that is not exactly as [`print`] writes it is damaged, for files are deleted by what it says.
///
/// A manifest that was cut off between two lines cannot be told from a whole one. It then lists too little, so that
/// nothing is deleted by it, and the first file it lacks is in the way of a build, which changes nothing and says so.
pub(super) fn parse(bytes: &[u8]) -> Result<BTreeMap<SitePath, String>, OutputFault> {
    let damaged = |line| OutputFault::DamagedManifest { line };
    let text = std::str::from_utf8(bytes).map_err(|_| damaged(1))?;
    let first = text.lines().next().unwrap_or_default();
    if first != FIRST_LINE && first.starts_with(ANY_VERSION) {
        return Err(OutputFault::UnknownManifest(first.chars().filter(|c| !c.is_control()).take(SHOWN).collect()));
    }
    let body = text.strip_prefix(FIRST_LINE).and_then(|rest| rest.strip_prefix('\n')).ok_or(damaged(1))?;
    let mut files = BTreeMap::new();
    for (index, line) in body.split_inclusive('\n').enumerate() {
        let (path, sum) = entry(line).ok_or(damaged(index + 2))?;
        if files.last_key_value().is_some_and(|(last, _)| *last >= path) {
            return Err(damaged(index + 2));
        }
        files.insert(path, sum);
    }
    Ok(files)
}

fn entry(line: &str) -> Option<(SitePath, String)> {
    let (sum, name) = line.strip_suffix('\n')?.split_once("  ")?;
    let is_sum = sum.len() == 64 && sum.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    let path = SitePath::new(name).ok()?;
    // A path that had to be brought to NFC is none that loa wrote.
    (is_sum && path.as_str() == name && name != NAME).then(|| (path, sum.to_owned()))
}

/// A sum as it stands in a manifest.
pub(super) fn hex(sum: &[u8; 32]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or('0');
    sum.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The manifest of these files.
pub(super) fn print(files: &BTreeMap<&SitePath, [u8; 32]>) -> Vec<u8> {
    let mut text = format!("{FIRST_LINE}\n");
    for (path, sum) in files {
        text.push_str(&hex(sum));
        text.push_str("  ");
        text.push_str(path.as_str());
        text.push('\n');
    }
    text.into_bytes()
}

//! Whether a folder lies on a disk of another machine, whose changes this one is not told of.

use std::fs;
use std::path::{Path, PathBuf};

/// Where Linux says what is mounted where; other systems have no such file.
const MOUNTS: &str = "/proc/self/mountinfo";

/// File systems that tell only what this machine does: shares of servers, of the host of a virtual machine, and of
/// Windows below a Linux of its own.
const SHARES: [&str; 17] = [
    "9p", "afs", "ceph", "cifs", "davfs", "drvfs", "fuse", "lustre", "ncpfs", "nfs", "nfs4", "prl_fs", "smb3", "smbfs",
    "vboxsf", "virtiofs", "vmhgfs",
];

/// The kind of share that a folder lies on, if it does and the system says so.
pub fn share(folder: &Path) -> Option<String> {
    let mounts = fs::read_to_string(MOUNTS).ok()?;
    let folder = fs::canonicalize(folder).ok()?;
    let kind = kind(&mounts, &folder)?;
    // `fuseblk` is a disk of this machine, `fuse.sshfs` and its like are not.
    (SHARES.contains(&kind) || kind.starts_with("fuse.")).then(|| kind.to_owned())
}

/// The kind of file system that a folder lies on.
fn kind<'a>(mounts: &'a str, folder: &Path) -> Option<&'a str> {
    let mut found: Option<(PathBuf, &str)> = None;
    for line in mounts.lines() {
        let Some((place, kind)) = mount(line) else { continue };
        // The deepest holds the folder; of two at one place, the later lies on top.
        let is_nearer = |(other, _): &(PathBuf, &str)| place.components().count() >= other.components().count();
        if folder.starts_with(&place) && found.as_ref().is_none_or(is_nearer) {
            found = Some((place, kind));
        }
    }
    found.map(|(_, kind)| kind)
}

/// `36 35 98:0 /root /mnt/place rw,noatime master:1 - ext3 /dev/root rw` (proc_pid_mountinfo(5)).
fn mount(line: &str) -> Option<(PathBuf, &str)> {
    let (place, kind) = line.split_once(" - ")?;
    let place = place.split(' ').nth(4)?;
    // What would break the line is written in octal.
    let place = [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(place.to_owned(), |place, (code, c)| place.replace(code, c));
    Some((PathBuf::from(place), kind.split(' ').next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_mount_says_what_a_folder_lies_on() {
        let mounts = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:5 / /mnt/c rw - 9p drvfs rw,dirsync
31 22 0:6 / /media/may\\040chung rw - vboxsf chung rw
32 22 0:7 / /media rw - tmpfs none rw
broken
33 22 0:8 / /mnt rw master:2 - nfs4 host:/ rw
34 22 0:9 / /mnt rw master:2 - xfs /dev/sdb rw
";
        for (folder, expected) in [
            ("/usr/a", "ext4"),
            ("/mnt/c/Users/a", "9p"),
            ("/media/may chung/trang", "vboxsf"),
            ("/media/may", "tmpfs"),
            ("/mnt/d", "xfs"),
            ("/mnt/chung", "xfs"),
        ] {
            assert_eq!(kind(mounts, Path::new(folder)), Some(expected), "{folder}");
        }
        assert_eq!(kind("", Path::new("/")), None);
    }
}

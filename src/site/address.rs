//! Addresses: where each page and file goes, and how one leads to another.

use crate::base::{Digest, Lang, text};
use crate::model::MediaKind;

/// The folder of a page, with a slash at its end: `vi/canh-bao/bai/`.
pub fn page_folder(lang: &Lang, folder: &str) -> String {
    placed(lang, folder, "")
}

/// The file of a page: `vi/canh-bao/bai/index.html`.
pub fn page(lang: &Lang, folder: &str) -> String {
    placed(lang, folder, "index.html")
}

/// The file of the n-th page of a list, from 1.
pub fn list_page(lang: &Lang, folder: &str, number: usize) -> String {
    if number <= 1 { page(lang, folder) } else { placed(lang, folder, &format!("trang-{number}/index.html")) }
}

/// A file in the folder of a page: every page has its own address and those of its languages, so it is written at once.
fn placed(lang: &Lang, folder: &str, file: &str) -> String {
    let mut path = String::with_capacity(lang.as_str().len() + folder.len() + file.len() + 2);
    path.extend(lang.as_str().chars().map(|c| c.to_ascii_lowercase()));
    path.push('/');
    if !folder.is_empty() {
        path.push_str(folder);
        path.push('/');
    }
    path.push_str(file);
    path
}

/// What goes before the path of any file to reach it from `path`: `../` for each folder above it.
pub fn root_from(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

/// The way from the file `from` to the file `to`; both are paths in the tree.
pub fn relative(from: &str, to: &str) -> String {
    let here: Vec<&str> = from.split('/').collect();
    let there: Vec<&str> = to.split('/').collect();
    let folders = here.len().min(there.len()).saturating_sub(1);
    let shared = here.iter().zip(&there).take(folders).take_while(|(a, b)| a == b).count();
    let mut way = "../".repeat(here.len() - 1 - shared);
    way.push_str(&there.iter().skip(shared).copied().collect::<Vec<_>>().join("/"));
    way
}

/// The name of a published file. Pictures lose the name that their maker gave them, which may tell of a person;
/// a download keeps its own, since people look for it.
pub fn file_name(slug: &str, name: &str, digest: Digest) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let ending: String = ending.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let slug = if slug.is_empty() { "trang-chu" } else { slug };
    let short = digest.short(8);
    let room = crate::base::limits::OUTPUT_PART - short.len() - ending.len() - 2;
    match (MediaKind::of_extension(&ending), text::suggest_slug(stem)) {
        (None, Ok(stem)) if stem.len() + ending.len() < crate::base::limits::OUTPUT_PART => format!("{stem}.{ending}"),
        _ => {
            let slug: String = slug.chars().take(room).collect();
            format!("{}-{short}.{ending}", slug.trim_end_matches('-'))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_lead_up_and_down() {
        assert_eq!(relative("vi/a/index.html", "vi/b/index.html"), "../b/index.html");
        assert_eq!(relative("vi/a/index.html", "vi/a/index.html"), "index.html");
        assert_eq!(relative("vi/index.html", "vi/a/b/index.html"), "a/b/index.html");
        assert_eq!(relative("km/a/index.html", "vi/a/x.jpg"), "../../vi/a/x.jpg");
        assert_eq!(relative("index.html", "vi/index.html"), "vi/index.html");
        assert_eq!(root_from("vi/a/index.html"), "../../");
    }

    #[test]
    fn pictures_lose_their_own_name() {
        let digest = Digest::of(b"x");
        assert_eq!(file_name("bai", "Chị Mẫu ở xã Ví Dụ.JPG", digest), format!("bai-{}.jpg", digest.short(8)));
        assert_eq!(file_name("bai", "Mẫu đơn.pdf", digest), "mau-don.pdf");
        assert_eq!(file_name("bai", "ការ.pdf", digest), format!("bai-{}.pdf", digest.short(8)));
    }
}

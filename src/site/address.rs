//! Addresses: where each page and file goes, and how one leads to another.

use crate::base::{Digest, Lang, limits, text};

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

/// The name of a published file. Pictures, sounds and films lose the name that their maker gave them, which may tell of a
/// person: they have an `ending` of their own, and pictures a width. A download keeps its name, since people look for it.
pub fn file_name(slug: &str, name: &str, ending: Option<&str>, width: Option<u32>, digest: Digest) -> String {
    let name = name.rsplit('/').next().unwrap_or(name);
    let (stem, own) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let own: String = own.to_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
    if ending.is_none()
        && let Ok(stem) = text::suggest_slug(stem)
        && stem.len() + own.len() < limits::OUTPUT_PART
    {
        return format!("{stem}.{own}");
    }
    let slug = if slug.is_empty() { "trang-chu" } else { slug };
    let width = width.map_or_else(String::new, |width| format!("-{width}"));
    let rest = format!("-{}{width}.{}", digest.short(8), ending.unwrap_or(&own));
    let slug: String = slug.chars().take(limits::OUTPUT_PART.saturating_sub(rest.len())).collect();
    format!("{}{rest}", slug.trim_end_matches('-'))
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
        let name = |name, ending, width| file_name("bai", name, ending, width, digest);
        let short = digest.short(8);
        assert_eq!(name("Chị Mẫu ở xã Ví Dụ.PNG", Some("jpg"), Some(720)), format!("bai-{short}-720.jpg"));
        assert_eq!(name("Chị Mẫu.mp3", Some("mp3"), None), format!("bai-{short}.mp3"));
        assert_eq!(name("Mẫu đơn.pdf", None, None), "mau-don.pdf");
        assert_eq!(name("ការ.pdf", None, None), format!("bai-{short}.pdf"));
        let long = file_name(&"a".repeat(60), "x.jpg", Some("jpg"), Some(1280), digest);
        assert_eq!((long.len(), long.ends_with("-1280.jpg")), (60, true));
    }
}

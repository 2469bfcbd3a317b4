//! Where a site may be written, and where not: a folder that is not loa's is refused, and then nothing is changed.

use std::fs;

use crate::ground::{Done, Site, assert_same, done, listing};

/// Builds to a place with a certain home folder. Nothing below the site's surroundings may change.
fn refused(site: &Site, out: &str, home: Option<&str>) -> Done {
    let before = listing(site.top());
    let mut command = site.command(&["build", "--out", out]);
    if let Some(home) = home {
        // The second name is that of Windows.
        command.env("HOME", home).env("USERPROFILE", home);
    }
    let done = done(&mut command).ends_with(2);
    assert_eq!(done.out, "");
    assert!(done.err.contains("--out"), "{out}: how to mend it is not said:\n{}", done.err);
    assert_same(&before, &listing(site.top()));
    done
}

#[test]
fn the_folders_of_the_site_are_no_place_for_its_output() {
    let site = Site::with(&[("static/logo.svg", "<svg/>"), ("i18n/km/ghi-chu.txt", "x"), ("data/ghi-chu.txt", "x")]);
    for out in
        ["content", "content/ra", "static", "static/ra", "i18n", "themes", "data", ".loa", ".loa/cache", "loa.yml"]
    {
        refused(&site, out, None);
    }
}

#[test]
fn what_holds_the_site_is_no_place_for_its_output() {
    let site = Site::with(&[]);
    for out in [".", "..", "./", "content/..", "ra/.."] {
        refused(&site, out, None);
    }
    refused(&site, site.path("").to_str().unwrap(), None);
    refused(&site, site.top().to_str().unwrap(), None);
}

#[test]
fn the_root_of_a_disk_is_refused() {
    let names = || fs::read_dir("/").unwrap().map(|entry| entry.unwrap().file_name()).collect::<Vec<_>>();
    let before = names();
    refused(&Site::with(&[]), "/", None);
    assert_eq!(before, names());
}

#[test]
fn the_home_folder_is_refused_and_a_folder_in_it_is_not() {
    let site = Site::with(&[]);
    let home = site.top().join("nha");
    fs::create_dir(&home).unwrap();
    let home = home.to_str().unwrap();
    refused(&site, home, Some(home));
    refused(&site, "../nha/", Some(home));
    let inner = format!("{home}/trang-web");
    done(site.command(&["build", "--out", &inner]).env("HOME", home).env("USERPROFILE", home)).ends_with(0);
    assert!(site.top().join("nha/trang-web/MANIFEST.sha256").exists());
}

#[test]
fn a_folder_above_the_home_folder_is_refused() {
    let site = Site::with(&[]);
    fs::create_dir_all(site.top().join("nguoi-dung/lan")).unwrap();
    let home = site.top().join("nguoi-dung/lan");
    refused(&site, "../nguoi-dung", Some(home.to_str().unwrap()));
}

#[test]
fn a_folder_with_files_of_others_is_refused() {
    let site = Site::with(&[("ra/anh.jpg", "x"), ("ra2/thu-muc/anh.jpg", "x")]);
    fs::create_dir_all(site.path("ra3/rong")).unwrap();
    for out in ["ra", "ra2", "ra3"] {
        refused(&site, out, None);
    }
}

#[test]
fn a_file_or_a_folder_of_another_loa_is_refused() {
    let site = Site::with(&[("ra", "x"), ("moi-hon/MANIFEST.sha256", "# loa manifest 9\n")]);
    site.put("hong/MANIFEST.sha256", "# loa manifest 1\nabc  index.html\n");
    site.put("nguoi-khac/MANIFEST.sha256", "0123  index.html\n");
    for out in ["ra", "moi-hon"] {
        refused(&site, out, None);
    }
    for out in ["hong", "nguoi-khac"] {
        let before = listing(site.top());
        site.build(&["--out", out]).ends_with(2).says("MANIFEST.sha256");
        assert_same(&before, &listing(site.top()));
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_no_way_round() {
    let site = Site::with(&[]);
    fs::create_dir(site.path("that")).unwrap();
    std::os::unix::fs::symlink(site.path("content"), site.path("loi-tat")).unwrap();
    std::os::unix::fs::symlink(site.path("that"), site.path("ra")).unwrap();
    for out in ["loi-tat", "loi-tat/", "loi-tat/ra", "ra", "ra/"] {
        refused(&site, out, None);
    }
}

#[test]
fn an_empty_folder_becomes_the_output() {
    let site = Site::with(&[]);
    fs::create_dir(site.path("ra")).unwrap();
    site.build(&["--out", "ra"]).ends_with(0).says("ra");
    assert!(site.has("ra/MANIFEST.sha256") && !site.has("public"));
    site.build(&["--out", "ra"]).ends_with(0);
}

#[test]
fn an_output_lies_where_the_call_was_made() {
    let site = Site::with(&[]);
    let from = site.top().join("noi-khac");
    fs::create_dir(&from).unwrap();
    let call = |line: &[&str]| done(&mut crate::ground::command(&from, line)).ends_with(0);
    call(&["build", "--site", "../trang"]);
    assert!(site.has("public/MANIFEST.sha256"), "unless it is named, it lies in the site");
    call(&["--site", "../trang", "build", "--out", "ra"]);
    assert!(from.join("ra/MANIFEST.sha256").exists());
    assert_same(&site.listing("public"), &listing(&from.join("ra")));
    assert_eq!(call(&["check", "--site", "../trang"]).err, "");
    assert!(!from.join("public").exists() && !from.join(".loa").exists());
}

#[test]
fn a_file_of_somebody_else_stays_in_the_output() {
    let site = Site::with(&[("content/bai/mot/vi.md", "---\ntitle: Một bài\n---\n")]);
    site.build(&[]).ends_with(0);
    site.put("public/google1234.html", "của cổng");
    site.put("public/vi/bai/mot/ghi-chu.txt", "của tôi");
    site.put("public/rieng/a.txt", "của tôi");
    fs::remove_dir_all(site.path("content/bai/mot")).unwrap();
    site.build(&[]).ends_with(0);
    assert!(!site.has("public/vi/bai/mot/index.html"), "the page went with its entry");
    assert_eq!(site.text("public/google1234.html"), "của cổng");
    assert_eq!(site.text("public/vi/bai/mot/ghi-chu.txt"), "của tôi");
    assert_eq!(site.text("public/rieng/a.txt"), "của tôi");
    let manifest = site.text("public/MANIFEST.sha256");
    assert!(!manifest.contains("google1234") && !manifest.contains("ghi-chu"), "{manifest}");
}

#[test]
fn a_file_of_somebody_else_in_the_place_of_a_page_is_not_written_over() {
    let site = Site::with(&[]);
    site.build(&[]).ends_with(0);
    site.put("public/vi/bai/mot/index.html", "của tôi");
    site.put("content/bai/mot/vi.md", "---\ntitle: Một bài\n---\n");
    let before = site.listing("public");
    site.build(&[]).ends_with(2).says("index.html");
    assert_same(&before, &site.listing("public"));
}

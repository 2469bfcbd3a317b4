use super::compared::{Words, edited};
use super::frame::{paged, slice};
use super::markup::{Markup, address};

#[test]
fn the_number_of_a_page_stands_at_the_end_of_its_path() {
    assert_eq!(paged("bai"), Some(("bai", 1)));
    assert_eq!(paged("bai/trang-2"), Some(("bai", 2)));
    assert_eq!(paged("trang-3"), Some(("", 3)));
    assert_eq!(paged("bai/trang-"), None);
    assert_eq!(paged("bai/trang-1"), None, "the first has its own address");
    assert_eq!(paged("khong-trang-2"), Some(("khong-trang-2", 1)));
}

#[test]
fn a_list_has_at_least_one_page() {
    assert_eq!(slice::<u8>(&[], 1), Some((&[][..], 1)));
    assert_eq!(slice::<u8>(&[], 2), None);
    let many = vec![0_u8; 101];
    assert_eq!(slice(&many, 2).map(|(shown, count)| (shown.len(), count)), Some((1, 2)));
    assert_eq!(slice(&many, usize::MAX), None);
}

#[test]
fn markup_holds_nothing_that_was_not_meant() {
    let mut m = Markup::default();
    m.leaf("p", &[("title", "\"><x>")], "<y>\u{202E}\u{0}&\n");
    assert_eq!(m.finish(), "<p title=\"&quot;&gt;&lt;x&gt;\">&lt;y&gt;\u{FFFD}\u{FFFD}&amp;\n</p>");
    assert_eq!(address("content/bài/a b?#.md"), "content/b%C3%A0i/a%20b%3F%23.md");
}

#[test]
fn a_phrase_that_gave_way_to_another_is_marked_as_one() {
    let same = |text: &str| Words::Same(text.to_owned());
    let old = |text: &str| Words::Old(text.to_owned());
    let new = |text: &str| Words::New(text.to_owned());
    let changed = edited("Gọi số cũ ấy ngay.", "Gọi số mới này ngay.");
    assert_eq!(changed, [same("Gọi số "), old("cũ ấy"), new("mới này"), same(" ngay.")]);
    assert_eq!(edited("a b", "a"), [same("a"), old(" b")]);
    assert_eq!(edited("một", "một hai"), [same("một"), new(" hai")]);
    assert_eq!(edited("ជំនួយ", "ជំនួយ"), [same("ជំនួយ")]);
    assert_eq!(edited("", "mới"), [new("mới")]);
}

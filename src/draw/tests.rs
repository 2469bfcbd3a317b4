use std::collections::BTreeSet;

use proptest::prelude::*;
use rayon::prelude::*;

use super::fit::fit;
use super::line::Line;
use super::*;
use crate::base::{Digest, Lang};
use crate::model::CardFont;

const LATIN: &[u8] = include_bytes!("../../themes/default/assets/fonts/noto-sans-latin-vn.woff2");
const KHMER: &[u8] = include_bytes!("../../themes/default/assets/fonts/noto-sans-khmer.woff2");
const TAI_VIET: &[u8] = include_bytes!("../../themes/default/assets/fonts/noto-sans-tai-viet.woff2");
const CHAM: &[u8] = include_bytes!("../../themes/default/assets/fonts/noto-sans-cham.woff2");

/// Declarations of human rights: the only running text in these languages that the project has.
const TEXTS: &[(&str, &str, &[u8])] = &[
    ("vi", include_str!("../../tests/data/udhr/vi.md"), LATIN),
    ("km", include_str!("../../tests/data/udhr/km.md"), KHMER),
    ("blt-Tavt", include_str!("../../tests/data/udhr/blt-Tavt.md"), TAI_VIET),
];

fn said(lang: &str, text: &str) -> Said {
    Said { text: text.to_owned(), lang: Lang::new(lang).unwrap(), direction: Direction::Ltr }
}

fn card(title: Said, fonts: &[&'static [u8]]) -> ShareCard {
    let font = |bytes: &&'static [u8]| CardFont { digest: Digest::of(bytes), bytes: (*bytes).into() };
    ShareCard {
        title: Some(title),
        owner: Some(said("vi", "Phòng, chống mua bán người")),
        call: Some(("111".to_owned(), vec![said("vi", "Tổng đài điện thoại quốc gia về phòng, chống mua bán người")])),
        fonts: fonts.iter().map(font).collect(),
    }
}

fn faces(fonts: &[&[u8]]) -> Vec<Face> {
    fonts.iter().map(|font| Face::read(font).unwrap()).collect()
}

/// The paragraphs and headings of a declaration.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let body = text.split_once("-->").map_or(text, |(_, body)| body);
    body.lines().map(|line| line.trim_start_matches(['#', ' '])).filter(|line| !line.is_empty())
}

/// A title of about 300 letters.
fn long(text: &str) -> String {
    lines(text).collect::<Vec<&str>>().join(" ").chars().take(300).collect()
}

#[test]
fn every_line_of_the_declarations_is_drawn_without_an_empty_box() {
    for (lang, text, font) in TEXTS {
        let faces = faces(&[font, LATIN]);
        for words in lines(text) {
            assert!(line::line(&said(lang, words), &faces).is_some(), "{lang}: {words}");
        }
    }
}

#[test]
fn words_that_a_font_lacks_are_left_out_and_the_rest_is_drawn() {
    let none = ShareCard { title: None, ..card(said("zh-Hant", ""), &[LATIN]) };
    assert_eq!(share_card(&card(said("zh-Hant", "人人生而自由"), &[LATIN])), share_card(&none));
    let bare = ShareCard { title: None, owner: None, call: None, fonts: Vec::new() };
    assert_ne!(share_card(&none), share_card(&bare));
    assert!(!share_card(&bare).is_empty());
    assert_eq!(share_card(&ShareCard { fonts: vec![], ..none.clone() }), {
        let broken = CardFont { digest: Digest::of(b"x"), bytes: (&b"wOF2 no font"[..]).into() };
        share_card(&ShareCard { fonts: vec![broken], ..none })
    });
}

#[test]
fn long_titles_fit_and_end_with_an_ellipsis() {
    for (lang, text, font) in TEXTS {
        let (faces, words) = (faces(&[font, LATIN]), said(lang, &long(text).repeat(3)));
        let (width, height) = (WIDTH - 2.0 * MARGIN, TITLE.1 - TITLE.0);
        let fitted = fit(&words, &faces, width, height, TITLE_SIZES).unwrap();
        assert!(fitted.lines.len() > 1 && fitted.step * fitted.lines.len() as f32 <= height, "{lang}");
        let widest = fitted.lines.iter().map(|line| line.width() * fitted.size).fold(0.0, f32::max);
        assert!(widest <= width, "{lang}: {widest}");
        let ends = fitted.lines.last().unwrap().glyphs.last().unwrap();
        let ellipsis = line::line(&said("vi", "…"), &faces).unwrap().glyphs[0];
        assert_eq!((ends.0, ends.1.glyph), (ellipsis.0, ellipsis.1.glyph), "{lang}");
    }
}

#[test]
fn short_titles_are_large_and_lines_are_of_about_one_width() {
    let faces = faces(&[LATIN]);
    let set = |text: &str| fit(&said("vi", text), &faces, 1056.0, 280.0, TITLE_SIZES).unwrap();
    let one = set("Xem an toàn");
    assert_eq!((one.size, one.lines.len()), (TITLE_SIZES[0], 1));
    let two = set("Việc nhẹ, lương cao: bảy dấu hiệu của một lời mời lừa đảo");
    let widths: Vec<f32> = two.lines.iter().map(Line::width).collect();
    assert_eq!(widths.len(), 2);
    assert!(widths[1] > 0.75 * widths[0], "{widths:?}");
}

#[test]
fn a_word_without_a_break_is_cut_between_letters_and_none_is_lost() {
    for (word, font) in [("nghiêng".repeat(30), LATIN), ("ê\u{306}".repeat(120), LATIN)] {
        let faces = faces(&[font]);
        let whole = line::line(&said("vi", &word), &faces).unwrap().glyphs.len();
        let fitted = fit(&said("vi", &word), &faces, 1056.0, 2000.0, TITLE_SIZES).unwrap();
        assert!(fitted.lines.len() > 1);
        assert_eq!(fitted.lines.iter().map(|line| line.glyphs.len()).sum::<usize>(), whole);
    }
}

#[test]
fn a_line_of_khmer_breaks_between_words_and_never_before_a_mark() {
    let faces = faces(&[KHMER, LATIN]);
    let text = "មនុស្សទាំងអស់កើតមកមានសេរីភាពនិងសមភាព";
    let fitted = fit(&said("km", text), &faces, 500.0, 280.0, &[64.0]).unwrap();
    assert!(fitted.lines.len() > 1);
    let starts: BTreeSet<usize> = {
        let segmenter = icu_segmenter::LineSegmenter::new_lstm(Default::default());
        segmenter.segment_str(text).collect()
    };
    let mut at = 0;
    for line in &fitted.lines {
        assert!(starts.contains(&at), "{at}");
        // Clusters of a line count from its own start.
        let rest = text.get(at..).unwrap();
        at += rest.len().min(line_bytes(line, rest));
    }
}

/// The bytes of the words of a line: up to the end of its last letter.
fn line_bytes(line: &Line, rest: &str) -> usize {
    use unicode_segmentation::UnicodeSegmentation;
    let last = line.glyphs.iter().map(|(_, placed)| placed.at).max().unwrap();
    rest.grapheme_indices(true).map(|(at, letter)| at + letter.len()).find(|end| *end > last).unwrap()
}

#[test]
fn words_from_right_to_left_stand_at_the_right_in_the_order_in_which_they_are_seen() {
    let faces = faces(&[LATIN]);
    let rtl = Said { direction: Direction::Rtl, ..said("vi", "111 abc") };
    let order: Vec<usize> = line::line(&rtl, &faces).unwrap().glyphs.iter().map(|(_, placed)| placed.at).collect();
    assert_eq!(order, [4, 5, 6, 3, 0, 1, 2], "the number stands at the right, where one begins to read");
    assert_eq!(start(&rtl, 100.0, 72.0, 1128.0), 1028.0);
}

#[test]
fn a_letter_and_its_marks_come_from_one_font() {
    let faces = faces(&[CHAM, LATIN]);
    let line = line::line(&said("cjm-Cham", "ꨌꩌ (Chăm) ê\u{306}"), &faces).unwrap();
    let fonts: Vec<usize> = line.glyphs.iter().map(|(face, _)| *face).collect();
    assert_eq!((fonts.first(), fonts.last()), (Some(&0), Some(&1)));
}

#[test]
fn cards_are_small_and_the_same_on_any_number_of_threads() {
    let fonts = [KHMER, TAI_VIET, CHAM, LATIN];
    let titles =
        TEXTS.iter().flat_map(|(lang, text, _)| [said(lang, &long(text)), said(lang, lines(text).next().unwrap())]);
    let cards: Vec<ShareCard> = titles.map(|title| card(title, &fonts)).collect();
    let draw = |threads: usize| -> Vec<Vec<u8>> {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| cards.par_iter().map(share_card).collect())
    };
    let once = draw(1);
    assert_eq!(once, draw(8));
    for (bytes, card) in once.iter().zip(&cards) {
        assert!(bytes.len() <= limits::SHARE_CARD_BYTES, "{} bytes: {:?}", bytes.len(), card.title);
    }
}

#[test]
fn a_card_is_a_picture_of_the_size_that_it_says() {
    let bytes = share_card(&card(said("vi", "Một bài"), &[LATIN]));
    let picture = image::load_from_memory(&bytes).unwrap();
    assert_eq!((picture.width(), picture.height()), SIZE);
    let colours: BTreeSet<[u8; 4]> = picture.to_rgba8().pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() <= 256 && colours.contains(&[0xf0, 0xb8, 0x40, 0xff]), "{}", colours.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_words_are_set(text in "\\PC{0,80}", rtl in any::<bool>()) {
        let faces = faces(&[KHMER, LATIN]);
        let direction = if rtl { Direction::Rtl } else { Direction::Ltr };
        fit(&Said { direction, ..said("vi", &text) }, &faces, 600.0, 200.0, &[60.0, 30.0]);
    }

    #[test]
    fn a_torn_font_is_no_font_or_draws_something(at in 0_usize..24_000, byte in any::<u8>(), cut in 0_usize..24_652) {
        let mut torn = LATIN.to_vec();
        if let Some(place) = torn.get_mut(at) {
            *place = byte;
        }
        torn.truncate(cut.max(at));
        let font = CardFont { digest: Digest::of(&torn), bytes: torn.into() };
        share_card(&ShareCard { fonts: vec![font], ..card(said("vi", "Một bài"), &[]) });
    }
}

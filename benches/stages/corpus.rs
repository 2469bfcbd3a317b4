//! The site of `benches/corpus.py` in memory: the same words, drawn in another order.

use loa::base::{Date, SitePath};
use loa::model::{Snapshot, Source};
use serde_json::Value;

/// The languages; those of minorities get the Vietnamese words again, since this weighs a builder and translates nothing.
pub const LANGS: [&str; 4] = ["vi", "en", "tyz", "hmn-VN"];

const SECTIONS: [(&str, &str); 4] =
    [("tin", "Tin"), ("chuyen", "Chuyện"), ("cach-lam", "Cách làm"), ("noi-giup", "Nơi giúp")];

/// Parts of an article: with their lists, callouts and tables they are some 600 words.
const PARTS: usize = 5;

/// The words of all sentences.
struct Bank(Value);

impl Bank {
    fn load() -> Bank {
        Bank(serde_json::from_str(include_str!("../words.json")).unwrap())
    }

    /// One word of a column.
    fn pick(&self, dice: &mut Dice, lang: &str, column: &str) -> &str {
        let own = &self.0[if lang == "en" { "en" } else { "vi" }][column];
        own[dice.below(own.as_array().unwrap().len())].as_str().unwrap()
    }

    fn sentences(&self, dice: &mut Dice, lang: &str, count: usize) -> String {
        let one = |dice: &mut Dice| {
            let words = ["who", "does", "where"].map(|column| self.pick(dice, lang, column));
            format!("{}.", words.join(" "))
        };
        (0..count).map(|_| one(dice)).collect::<Vec<_>>().join(" ")
    }
}

/// Numbers that look drawn and are the same in every run (Knuth's multiplier for 64 bits).
struct Dice(u64);

impl Dice {
    fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % count
    }
}

/// The text of an article in a language; its links lead to `articles` others.
pub fn article(number: usize, lang: &str, articles: usize) -> String {
    let bank = Bank::load();
    let mut dice = Dice((number * LANGS.len() + LANGS.iter().position(|other| *other == lang).unwrap()) as u64);
    let head = bank.pick(&mut dice, lang, "headings").to_owned();
    let mut text = format!("---\ntitle: \"{head}, {number}\"\nsummary: \"{}\"\n", bank.sentences(&mut dice, lang, 1));
    if lang == "vi" {
        let topics = bank.0["topics"].as_array().unwrap();
        let topic = |n: usize| topics[(number * 5 + n) % topics.len()].to_string();
        let (first, second, third) = (topic(0), topic(1), topic(2));
        let day = Date::new(2015 + (number / 336 % 11) as i16, (number / 28 % 12 + 1) as i8, (number % 28 + 1) as i8);
        text += &format!("date: {}\ntopics: [{first}, {second}, {third}]\n", day.unwrap());
    } else {
        text += "reviewed_by: Người đọc lại\n";
    }
    text += "---\n";
    for part in 0..PARTS {
        let other = dice.below(articles);
        let place = format!("../../{}/bai-{other:05}/", SECTIONS[other % SECTIONS.len()].0);
        let mut sentences = |count| bank.sentences(&mut dice, lang, count);
        text += &format!("{}\n\n## {} {part}\n\n**{}** [{lang}]({place})\n\n", sentences(3), head, sentences(3));
        text += &match part % 3 {
            0 => format!("- {}\n- {}\n- {}\n\n", sentences(1), sentences(1), sentences(1)),
            1 => format!("> [!note]\n> {}\n\n1. {}\n2. {}\n\n", sentences(1), sentences(1), sentences(1)),
            _ => format!("| Nơi | Giờ |\n|---|---|\n| Công an xã | 8–17h |\n\n<hotline:111>, {}\n\n", sentences(1)),
        };
    }
    text
}

/// A site of so many articles, each in all languages.
pub fn snapshot(articles: usize) -> Snapshot {
    let mut files = vec![(
        "loa.yml".to_owned(),
        format!(
            "title: Phòng, chống mua bán người\nbase_url: https://phongchong.example/\nlanguages: [{}]\n",
            LANGS.join(", ")
        ),
    )];
    for lang in LANGS {
        let is_first = lang == LANGS[0];
        files.push((format!("content/{lang}.md"), "---\ntitle: Trang chủ\n---\n".to_owned()));
        for (slug, title) in SECTIONS {
            let entries = if is_first { "entries: article\n" } else { "" };
            files.push((format!("content/{slug}/{lang}.md"), format!("---\ntitle: {title}\n{entries}---\n")));
        }
        for number in 0..articles {
            files.push((file(number, lang), article(number, lang, articles)));
        }
    }
    let hotlines = "---\ntitle: Đường dây nóng\nentries: hotline\n---\n";
    files.push(("content/duong-day-nong/vi.md".to_owned(), hotlines.to_owned()));
    let hotline = "---\ntitle: Tổng đài 111\nsummary: Gọi miễn phí.\nnumber: \"111\"\ndial: \"111\"\nhours: 24/7\nfee: free\n\
                   abroad: false\nverified_on: 2026-11-21\nverified_by: corpus\nsources: [\"Nghị định 162/2025/NĐ-CP\"]\n---\n\
                   Tổng đài quốc gia.\n";
    files.push(("content/duong-day-nong/111/vi.md".to_owned(), hotline.to_owned()));
    let texts = files.iter().map(|(name, text)| (name.as_str(), text.as_bytes()));
    Snapshot::of_texts(texts, Date::new(2026, 11, 22).unwrap())
}

fn file(number: usize, lang: &str) -> String {
    format!("content/{}/bai-{number:05}/{lang}.md", SECTIONS[number % SECTIONS.len()].0)
}

/// Edits the body or the title of one article, otherwise each time.
pub fn edit(snapshot: &mut Snapshot, part: &str, time: usize) {
    let path = SitePath::new(&file(4, LANGS[0])).unwrap();
    let text = article(4, LANGS[0], 5);
    let text = match part {
        "title" => text.replacen("title: \"", &format!("title: \"Lần {time}: "), 1),
        _ => format!("{text}\nCâu thêm lần {time}.\n"),
    };
    snapshot.files.insert(path, Source::text(text.as_bytes()));
}

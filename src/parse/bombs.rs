//! Text that is made to hold the build. Time must grow with the length of a file and with nothing else.

use std::time::{Duration, Instant};

use super::tests::parse;

/// The pattern `n` bytes long, or a little less.
type Bomb = fn(n: usize) -> String;

const BOMBS: [(&str, Bomb); 31] = [
    ("quotations", |n| format!("{}a\n{}", ">".repeat(n / 2), "b\n".repeat(n / 4))),
    ("lists", |n| format!("{}a\n{}", "- ".repeat(n / 4), "b\n".repeat(n / 4))),
    ("indented lists", |n| (0..square_root(n)).map(|level| format!("{}- a\n", " ".repeat(2 * level))).collect()),
    ("growing quotations", |n| (0..square_root(n)).map(|level| format!("{}a\n\n", "> ".repeat(level))).collect()),
    ("brackets", |n| "[".repeat(n / 2) + &"]".repeat(n / 2)),
    ("links", |n| "[a](".repeat(n / 4)),
    ("links in brackets", |n| "[a](<b".repeat(n / 6)),
    ("pictures", |n| "![".repeat(n / 4) + &"](b)".repeat(n / 8)),
    ("emphasis", |n| "*a **b _c ".repeat(n / 10)),
    ("closed emphasis", |n| "*_".repeat(n / 4) + "a" + &"_*".repeat(n / 4)),
    ("code", |n| (0..2 * square_root(n)).map(|length| "`".repeat(length) + " ").collect()),
    ("references", |n| format!("[a]: {}\n\n{}", "x".repeat(n / 2), "[a]".repeat(n / 6))),
    ("footnote marks", |n| "[^\n".repeat(n / 3)),
    ("footnotes", |n| (0..n / 16).map(|place| format!("[^{place}]: [^{}]\n\n", place + 1)).collect()),
    ("tables", |n| "|a\n|-\n".repeat(n / 6)),
    ("wide tables", |n| format!("{}\n{}\n{}", "|a".repeat(n / 8), "|-".repeat(n / 8), "|\n".repeat(n / 4))),
    ("comments", |n| "a <!-- ".repeat(n / 7)),
    ("markup", |n| "<a href='x'><![CDATA[<?".repeat(n / 23)),
    ("equal headings", |n| "# a\n".repeat(n / 4)),
    ("callouts", |n| "> [!signs]\n\n".repeat(n / 12)),
    ("numbers", |n| "gọi 111 0981.84.84.84 một hai ba ".repeat(n / 39)),
    ("old letters", |n| "®iÖn tho¹i la ba ca ".repeat(n / 24)),
    ("old letters and new ones", |n| "®iÖn ba la cã ba ắ ".repeat(n / 26)),
    ("doubtful letters", |n| format!("®iÖn{}", " nãng".repeat(n / 6))),
    ("old letters in one word", |n| "ñö".repeat(n / 4)),
    ("letters read wrongly", |n| "Ã¡Âº".repeat(n / 8)),
    ("lost letters", |n| "Vi?t\u{FFFD}a???b".repeat(n / 14)),
    ("marks", |n| format!("a{}", "\u{301}".repeat(n / 2))),
    ("letters of two alphabets", |n| "aа\u{200B}".repeat(n / 6)),
    ("letters for digits", |n| "gọi 1l1 l0O1".repeat(n / 14)),
    ("front matter", |n| format!("a: {}\n---\n", "[".repeat(n))),
];

fn square_root(n: usize) -> usize {
    n.isqrt()
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    drop(parse(text));
    start.elapsed()
}

/// Whether sixteen times the length takes far less than 256 times as long, as it would if time grew with its square.
/// Below 100 ms nothing can be told on a busy machine.
fn is_linear(times: &[Duration; 4]) -> bool {
    let [_, short, _, long] = *times;
    long < Duration::from_secs(1) && (long < Duration::from_millis(100) || long < short * 100)
}

#[test]
fn time_grows_with_the_length_and_nothing_else() {
    for (name, bomb) in BOMBS {
        let texts = [1_000, 4_000, 16_000, 64_000].map(bomb);
        let mut times = texts.each_ref().map(|text| time(text));
        // Other tests run meanwhile, and one of them may have taken the machine: what is too slow is so every time.
        for _ in 0..5 {
            if is_linear(&times) {
                break;
            }
            let again = texts.each_ref().map(|text| time(text));
            times = std::array::from_fn(|place| times[place].min(again[place]));
        }
        assert!(is_linear(&times), "{name}: {times:?}");
    }
}

//! What is right in one language and a slip in another, as far as the hygiene of texts is concerned.

/// The customs of a language in writing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Customs {
    /// It is Vietnamese.
    pub is_vietnamese: bool,
    /// It is written with the letters of Vietnamese, as most languages of the country are in Latin script.
    pub has_vietnamese_letters: bool,
    /// The invisible characters that its script needs.
    pub invisible: &'static [char],
}

/// Between words, where a line may break.
const BREAKS: &[char] = &['\u{200B}'];

/// Khmer also keeps letters from joining, or makes them join.
const BREAKS_AND_JOINS: &[char] = &['\u{200B}', '\u{200C}', '\u{200D}'];

/// Scripts from right to left join letters, and need marks of direction beside numbers and signs.
const JOINS_AND_DIRECTIONS: &[char] = &['\u{200C}', '\u{200D}', '\u{200E}', '\u{200F}', '\u{61C}'];

impl Customs {
    /// The customs of Vietnamese, in which loa's own files are written.
    pub const VIETNAMESE: Customs = Customs { is_vietnamese: true, has_vietnamese_letters: true, invisible: &[] };

    /// The customs of a language of this tag and script (ISO 15924), by the locale that sorts it.
    pub fn of(tag: &str, script: &str, collates_as: &str) -> Customs {
        let invisible = match script {
            "Khmr" => BREAKS_AND_JOINS,
            "Laoo" | "Tavt" | "Thai" | "Mymr" | "Lana" | "Talu" => BREAKS,
            "Arab" | "Hebr" | "Thaa" | "Syrc" | "Nkoo" | "Adlm" => JOINS_AND_DIRECTIONS,
            // Letters that know nothing of joining; the scripts of India and its neighbours, and unknown ones, do.
            "Latn" | "Cyrl" | "Grek" | "Hans" | "Hant" | "Hani" | "Cham" | "" => &[],
            _ => BREAKS_AND_JOINS,
        };
        let is_vietnamese = tag.split('-').next() == Some("vi");
        let has_vietnamese_letters = script == "Latn" && collates_as.split('-').next() == Some("vi");
        Customs { is_vietnamese, has_vietnamese_letters, invisible }
    }

    /// The customs of the script that a letter belongs to, where a page quotes another language.
    pub(super) fn of_letter(letter: char) -> Customs {
        let script = match letter {
            '\u{1780}'..='\u{17FF}' | '\u{19E0}'..='\u{19FF}' => "Khmr",
            '\u{E00}'..='\u{E7F}' => "Thai",
            '\u{E80}'..='\u{EFF}' => "Laoo",
            '\u{AA80}'..='\u{AADF}' => "Tavt",
            '\u{1000}'..='\u{109F}' => "Mymr",
            '\u{590}'..='\u{5FF}' => "Hebr",
            '\u{900}'..='\u{DFF}' => "Deva",
            '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}' => "Arab",
            _ => "",
        };
        Customs::of("", script, "")
    }
}

//! `loa new language`: a folder for a language, with the record that loa has of it or one to fill in, and with all words
//! of the interface to be translated. Nothing is ever written over.

use crate::base::text::nearest;
use crate::base::{Lang, SitePath};
use crate::disk;
use crate::i18n::{self, Instead, tags};
use crate::model::{Config, Direction};
use crate::parse::config;

use super::new::{quoted, read, say, subfolders, write};
use super::{Exit, Failure, Session};

const RECORD: &str = include_str!("start/language.yml");
const HEAD: &str = include_str!("start/site.ftl");

/// Whether a word after `new` asks for a language and not for an entry.
pub fn is_meant(word: &str) -> bool {
    matches!(word.trim().to_lowercase().as_str(), "language" | "ngôn ngữ" | "ngon-ngu" | "tiếng")
}

/// Writes the folder of the language that was typed.
pub fn run(session: &mut Session<'_>, typed: Option<&str>) -> Exit {
    let settings = session.site.join(SitePath::settings().as_str());
    let Some(bytes) = read(&settings)? else {
        return Err(Failure::Machine(disk::Error::NoSite { path: session.site.clone() }));
    };
    let tag = tag(typed.ok_or_else(|| Failure::usage("usage-language-asks", "word", ""))?)?;
    let (config, _) = config(Some(&bytes));
    // Tags match in any case, so a folder of other letters is the language's own.
    let folders = subfolders(&session.site.join("i18n"))?;
    let folder = folders.into_iter().find(|name| name.eq_ignore_ascii_case(tag.as_str()));
    let folder = format!("i18n/{}", folder.unwrap_or_else(|| tag.to_string()));
    let (record, words) = (format!("{folder}/language.yml"), format!("{folder}/site.ftl"));
    let is_there = |path: &str| session.site.join(path).exists();
    if is_there(&record) && is_there(&words) {
        return Err(Failure::Machine(disk::Error::Exists { path: session.site.join(&record) }));
    }
    let (has_record, has_words) = (is_there(&record), is_there(&words));
    if !has_record {
        let text = record_text(session, &tag)?;
        made(session, &record, &text)?;
        if text.contains(": \"\"\n") {
            say(session, "new-language-fill", &[])?;
        }
    }
    if !has_words {
        made(session, &words, &words_to_translate(&tag))?;
    }
    next(session, &config, &tag)?;
    Ok(0)
}

fn made(session: &mut Session<'_>, path: &str, text: &str) -> Result<(), Failure> {
    write(session, path, text)?;
    say(session, "new-made", &[("path", &path)])
}

fn next(session: &mut Session<'_>, config: &Config, tag: &Lang) -> Result<(), Failure> {
    if config.languages.contains(tag) {
        return say(session, "new-next-words", &[]);
    }
    say(session, "new-next-language", &[("tag", tag)])?;
    let tags: Vec<&str> = config.languages.iter().chain([tag]).map(Lang::as_str).collect();
    say(session, "new-file", &[("path", &format!("languages: [{}]", tags.join(", ")))])
}

/// The tag that was typed, or what was meant by it.
fn tag(typed: &str) -> Result<Lang, Failure> {
    let typed = typed.trim();
    let by_name = i18n::by_name(typed).map(|language| format!("{} ({})", language.tag, language.name));
    let Ok(tag) = Lang::new(typed) else {
        let right = by_name.or_else(|| mended(typed)).or_else(|| nearly(typed));
        return Err(Failure::usage("usage-language-tag", "word", typed).with("right", right));
    };
    if i18n::record_text(&tag).is_some() {
        return Ok(tag);
    }
    // `con` is a language, and no folder of Windows.
    if SitePath::new(tag.as_str()).is_err() {
        let right = format!("{tag}-{}", tags::script(&tag).unwrap_or_else(|| "Latn".to_owned()));
        return Err(Failure::usage("usage-language-device", "word", typed).with("right", Some(right)));
    }
    if let Some(right) = by_name {
        return Err(Failure::usage("usage-language-other", "word", typed).with("right", Some(right)));
    }
    match i18n::instead(&tag, &[]) {
        Some(Instead::Written(tags_to_use)) => {
            let right: Vec<&str> = tags_to_use.iter().map(Lang::as_str).collect();
            let refused = Failure::usage("usage-language-bare", "word", &tag).with("right", Some(right.join(", ")));
            Err(refused.with("script", tags::script(&tag)))
        }
        Some(Instead::Other(right, name)) => {
            let refused = Failure::usage("usage-language-other", "word", &tag);
            Err(refused.with("right", Some(format!("{right} ({name})"))))
        }
        None => Ok(tag),
    }
}

/// A tag as other programs write it: `vi_VN.UTF-8`. The language alone if loa knows it by that.
fn mended(typed: &str) -> Option<String> {
    let tag = Lang::new(&typed.split(['.', '@']).next()?.replace('_', "-")).ok()?;
    let alone = tag.language().and_then(|language| Lang::new(language).ok());
    let known = alone.filter(|alone| i18n::record_text(&tag).is_none() && i18n::record_text(alone).is_some());
    Some(known.unwrap_or(tag).to_string())
}

/// The language whose name is nearly that.
fn nearly(typed: &str) -> Option<String> {
    let known = i18n::known();
    let names = known.iter().flat_map(|language| [language.autonym.as_str(), language.name.as_str()]);
    let name = nearest(typed, names)?;
    let meant = known.iter().find(|language| language.autonym == name || language.name == name)?;
    Some(format!("{} ({})", meant.tag, meant.name))
}

/// The record that loa has, or one with blanks where nobody but the speakers knows.
fn record_text(session: &mut Session<'_>, tag: &Lang) -> Result<String, Failure> {
    if let Some(text) = i18n::record_text(tag) {
        return Ok(text);
    }
    let mut asked = [String::new(), String::new()];
    if session.streams.is_attended {
        for (answer, id) in asked.iter_mut().zip(["new-ask-autonym", "new-ask-language-name"]) {
            let question = session.words.say(id, &[]);
            *answer = session.ask(&question)?.unwrap_or_default();
        }
    }
    let [autonym, name] = asked.map(|answer| format!("\"{}\"", quoted(&answer)));
    let script = tags::script(tag).unwrap_or_else(|| "\"\"".to_owned());
    let direction = tags::direction(tag).unwrap_or(Direction::Ltr).as_str();
    // Latin letters for a language that is usually written in others are those of Vietnam.
    let usual = tag.language().and_then(|language| tags::script(&Lang::new(language).ok()?));
    let is_adopted = script == "Latn" && usual.is_some_and(|usual| usual != "Latn");
    let rules = if tags::counts(tag) && !is_adopted { tag.language().unwrap_or("vi") } else { "vi" };
    let text = RECORD.replace("{tag}", tag.as_str()).replace("{script}", &script).replace("{direction}", direction);
    Ok(text.replace("{rules}", rules).replace("{autonym}", &autonym).replace("{name}", &name))
}

/// All words of the original as comments, in their sections.
fn words_to_translate(tag: &Lang) -> String {
    let original = i18n::source_strings();
    let mut out = HEAD.replace("{tag}", tag.as_str());
    // The head of the original speaks to those who write the original.
    for line in original.lines().skip_while(|line| line.starts_with('#')) {
        match line {
            "" => {}
            line if line.starts_with('#') => out.push_str(line),
            line => {
                out.push_str("# ");
                out.push_str(line);
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(typed: &str) -> (&'static str, String) {
        match tag(typed) {
            Err(Failure::Usage { id, args }) => (id, args.get("right").cloned().unwrap_or_default()),
            other => panic!("{typed}: {other:?}"),
        }
    }

    #[test]
    fn a_tag_is_taken_and_a_slip_is_mended() {
        for typed in ["tyz", "KM", "hmn-vn", "cja-latn", "lbt", "yue-Latn-x-sandiu", "x-loa", "th"] {
            assert!(tag(typed).is_ok(), "{typed}");
        }
        for (typed, id, meant) in [
            ("Tày", "usage-language-tag", "tyz (tiếng Tày)"),
            ("tiếng Ê Đê", "usage-language-tag", "rad (tiếng Ê Đê)"),
            ("tiếng Khơme", "usage-language-tag", "km (tiếng Khmer)"),
            ("vi_VN", "usage-language-tag", "vi"),
            ("zh_Hant.UTF-8", "usage-language-tag", "zh-Hant"),
            ("???", "usage-language-tag", ""),
            ("tay", "usage-language-other", "tyz (tiếng Tày)"),
            ("CON", "usage-language-device", "con-Latn"),
            ("daz", "usage-language-other", "ium (tiếng Dao)"),
            ("cja", "usage-language-bare", "cja-Arab, cja-Cham, cja-Latn"),
            ("hnj", "usage-language-bare", "hmn-VN, hnj-Latn"),
        ] {
            assert_eq!(right(typed), (id, meant.to_owned()), "{typed}");
        }
    }

    #[test]
    fn all_words_stand_there_as_comments() {
        let text = words_to_translate(&Lang::new("tyz").unwrap());
        assert!(text.lines().all(|line| line.is_empty() || line.starts_with('#')), "{text}");
        let ids = |text: &str| text.lines().filter(|line| line.contains(" = ") && !line.contains('.')).count();
        assert!(text.contains("\n# skip = Chuyển đến nội dung\n") && ids(&text) > 100);
        assert!(i18n::pieces(&text).is_empty());
    }
}

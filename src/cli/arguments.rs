//! The command line as it is typed. Its help texts, and what is said of a slip, are messages like all others.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use crate::base::{Date, Lang, Url};

use super::Failure;
use crate::tell::Words;

/// A call of the program.
#[derive(Debug, Parser)]
#[command(name = "loa", version, disable_help_subcommand = true, subcommand_required = true)]
pub struct Arguments {
    /// The folder of the site.
    #[arg(long, global = true, value_name = "DIR", default_value = ".")]
    pub site: PathBuf,
    /// The language of the tool's words; read before all others, by [`language`].
    #[arg(long = "ui-lang", global = true, value_name = "LANG", value_parser = ["vi", "en"])]
    pub ui_lang: Option<String>,
    /// The form of what is said.
    #[arg(long, global = true, value_enum, value_name = "FORM", default_value_t = Format::Human)]
    pub format: Format,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// For whom the report is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Builds the site.
    Build(Build),
    /// Reports on the site and writes nothing.
    Check(Check),
    /// Shows the site, and shows it anew whenever a file changes.
    Watch(Watch),
    /// Starts a site or an entry.
    New(New),
    /// Keeps translations in step with their originals.
    #[command(subcommand)]
    Translate(Translate),
    /// Rewrites what is wrong in the texts of an entry, after a yes.
    Fix(Fix),
    /// Explains a code.
    Explain(Explain),
}

/// What is to be done about translations.
#[derive(Debug, Subcommand)]
pub enum Translate {
    /// Tells the state of each.
    Status(Status),
    /// Begins one from the words of its original.
    Start(Pair),
    /// Shows what has changed since one was made.
    Diff(Pair),
    /// Takes one as fitting today's original.
    Accept(Accept),
    /// Writes a file for a translator.
    Export(Export),
    /// Takes what a translator wrote.
    Import(Import),
}

/// What `translate status` is asked.
#[derive(Debug, Default, clap::Args)]
pub struct Status {
    /// This entry only.
    #[arg(value_name = "ENTRY")]
    pub entry: Option<String>,
    /// This language only.
    #[arg(value_name = "LANG")]
    pub lang: Option<String>,
    /// The share of entries that must be current, by language.
    #[arg(long, value_name = "TAG:PERCENT", value_parser = requirement)]
    pub require: Vec<(String, u8)>,
    /// Where to write a table; its ending says which: `.csv` or `.html`.
    #[arg(long, value_name = "FILE", value_parser = table)]
    pub out: Option<PathBuf>,
    /// The day of the check.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// An entry in a language.
#[derive(Debug, clap::Args)]
pub struct Pair {
    /// The entry's folder below `content/`.
    #[arg(value_name = "ENTRY")]
    pub entry: String,
    /// The language.
    #[arg(value_name = "LANG")]
    pub lang: String,
}

/// What `translate accept` is asked.
#[derive(Debug, clap::Args)]
pub struct Accept {
    /// The entry's folder below `content/`.
    #[arg(value_name = "ENTRY")]
    pub entry: String,
    /// The language.
    #[arg(value_name = "LANG", required_unless_present = "minor")]
    pub lang: Option<String>,
    /// The original's edit changed no meaning: all its translations still fit.
    #[arg(long)]
    pub minor: bool,
}

/// What `translate export` is asked.
#[derive(Debug, clap::Args)]
pub struct Export {
    /// The entry's folder below `content/`.
    #[arg(value_name = "ENTRY")]
    pub entry: String,
    /// The language.
    #[arg(value_name = "LANG")]
    pub lang: String,
    /// XLIFF in place of PO.
    #[arg(long)]
    pub xliff: bool,
    /// Where to write.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What `translate import` is asked.
#[derive(Debug, clap::Args)]
pub struct Import {
    /// The file that came back from the translator.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

/// What `build` is asked.
#[derive(Debug, Default, clap::Args)]
pub struct Build {
    /// Where to write.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Where the site will lie.
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub base_url: Option<Url>,
    /// Publish drafts too.
    #[arg(long)]
    pub drafts: bool,
    /// Leave out pages with errors and publish the rest.
    #[arg(long)]
    pub keep_going: bool,
    /// The day of the build.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// What `check` is asked.
#[derive(Debug, Default, clap::Args)]
pub struct Check {
    /// Be as strict as before a release.
    #[arg(long)]
    pub release: bool,
    /// The day of the check.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// What `watch` is asked.
#[derive(Debug, Default, clap::Args)]
pub struct Watch {
    /// Where the site is shown; 0 takes any free port.
    #[arg(long, value_name = "NUMBER", value_parser = port)]
    pub port: Option<u16>,
    /// Open the browser.
    #[arg(long)]
    pub open: bool,
    /// Look for changes again and again, and believe no events.
    #[arg(long)]
    pub poll: bool,
    /// Take the browser to what was edited.
    #[arg(long)]
    pub follow: bool,
    /// Show it to other machines of this network too.
    #[arg(long)]
    pub lan: bool,
    /// The day that is shown.
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub today: Option<Date>,
}

/// What `new` is asked; what is missing is asked back.
#[derive(Debug, Default, clap::Args)]
pub struct New {
    /// The kind of the entry.
    #[arg(value_name = "KIND")]
    pub kind: Option<String>,
    /// Where it goes, below `content/`.
    #[arg(value_name = "PATH")]
    pub path: Option<String>,
}

/// What `fix` is asked.
#[derive(Debug, clap::Args)]
pub struct Fix {
    /// The folder of the entry below `content/`; `.` is the home page.
    #[arg(value_name = "ENTRY")]
    pub entry: String,
    /// Text in old encodings. Named, since it is not the only thing that may ever be mended.
    #[arg(long, required = true)]
    pub encoding: bool,
}

/// What `explain` is asked.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The code.
    #[arg(value_name = "CODE")]
    pub code: String,
}

/// Reads the command line, or says what to answer instead.
pub fn read(arguments: &[OsString], words: &Words) -> Result<Arguments, Failure> {
    let texts = |id: &str| words.say(id, &[]);
    let mut command = Arguments::command().override_help(texts("help-loa"));
    for name in ["build", "check", "watch", "new", "translate", "fix", "explain"] {
        command = command.mut_subcommand(name, |command| {
            let inner: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
            let help = texts(&format!("help-{name}"));
            let command = command.override_help(help.clone());
            inner.into_iter().fold(command, |command, inner| {
                command.mut_subcommand(inner, |inner| inner.override_help(help.clone()))
            })
        });
    }
    let matches = command.try_get_matches_from(arguments).map_err(|error| refusal(&error, words))?;
    Arguments::from_arg_matches(&matches).map_err(|error| refusal(&error, words))
}

/// The language of the tool's words. It is needed before the command line can be read, for what is wrong there is said in it.
pub fn language(arguments: &[OsString], environment: Option<&str>) -> Lang {
    let typed: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = typed.iter().position(|word| *word == "--ui-lang").and_then(|at| typed.get(at + 1).copied());
    let joined = typed.iter().find_map(|word| word.strip_prefix("--ui-lang="));
    // `LOA_LANG=en_US.UTF-8` is how other such variables look.
    let asked = after.or(joined).or(environment).unwrap_or_default().to_ascii_lowercase();
    let tag = asked.split(['-', '_', '.']).next().filter(|tag| *tag == "en").unwrap_or("vi");
    Lang::new(tag).unwrap_or_else(|_| Lang::vietnamese())
}

/// The day that was typed.
fn day(text: &str) -> Result<Date, &'static str> {
    // The words for the reader are chosen by `refusal`; these stand in no message.
    Date::parse(text).map_err(|_| "no day")
}

/// A port that was typed.
fn port(text: &str) -> Result<u16, &'static str> {
    text.trim().parse().map_err(|_| "no port")
}

/// The web address that was typed, ending in a slash: relative addresses are joined to it.
fn base_url(text: &str) -> Result<Url, &'static str> {
    let url = Url::new(text.trim()).map_err(|_| "no address")?;
    if url.host().is_none() || url.as_str().contains(['?', '#']) {
        return Err("no base");
    }
    Url::new(&format!("{}/", url.as_str().trim_end_matches('/'))).map_err(|_| "no address")
}

/// A language and the share of its entries that must be current, `km:80`.
fn requirement(text: &str) -> Result<(String, u8), &'static str> {
    let (tag, percent) = text.rsplit_once(':').filter(|(tag, _)| !tag.trim().is_empty()).ok_or("no tag")?;
    let percent = percent.trim_end_matches('%').parse().ok().filter(|percent| *percent <= 100).ok_or("no percent")?;
    Ok((tag.to_owned(), percent))
}

/// A file for a table.
fn table(text: &str) -> Result<PathBuf, &'static str> {
    let path = PathBuf::from(text);
    let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_lowercase);
    if matches!(ending.as_deref(), Some("csv" | "html")) { Ok(path) } else { Err("no table") }
}

/// What clap refused, in the words of the tool.
fn refusal(error: &clap::Error, words: &Words) -> Failure {
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    // `--today <DATE>` is how clap names an option; its first word is what was typed.
    let option = || text(ContextKind::InvalidArg).split(' ').next().unwrap_or_default().to_owned();
    match error.kind() {
        ErrorKind::DisplayHelp => Failure::Answer(error.render().to_string()),
        ErrorKind::DisplayVersion => Failure::Answer(error.render().to_string()),
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            // `loa translate` alone: its own help says more than that of the whole.
            let named = error.render().to_string();
            let help = words.say("help-translate", &[]);
            Failure::Lost(if named.contains(&help) { help } else { words.say("help-loa", &[]) })
        }
        ErrorKind::InvalidSubcommand => {
            let id = if is_translate(error) { "usage-unknown-translate" } else { "usage-unknown-command" };
            let right = match error.get(ContextKind::SuggestedSubcommand) {
                // The likeliest comes last.
                Some(ContextValue::Strings(names)) => names.last().cloned(),
                _ => some(text(ContextKind::SuggestedSubcommand)),
            };
            Failure::usage(id, "word", text(ContextKind::InvalidSubcommand)).with("right", right)
        }
        ErrorKind::UnknownArgument => {
            let word = text(ContextKind::InvalidArg);
            let id = if word.starts_with('-') { "usage-unknown-option" } else { "usage-too-many" };
            Failure::usage(id, "word", word).with("right", some(text(ContextKind::SuggestedArg)))
        }
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            Failure::usage("usage-missing-value", "option", option())
        }
        ErrorKind::InvalidValue => Failure::usage("usage-bad-choice", "option", option())
            .with("word", some(text(ContextKind::InvalidValue)))
            .with("allowed", some(text(ContextKind::ValidValue))),
        ErrorKind::ValueValidation => {
            let id = match option().as_str() {
                "--today" => "usage-bad-today",
                "--port" => "usage-bad-port",
                "--require" => "usage-bad-require",
                "--out" => "usage-bad-table",
                _ => "usage-bad-base-url",
            };
            Failure::usage(id, "word", text(ContextKind::InvalidValue))
        }
        ErrorKind::ArgumentConflict => Failure::usage("usage-twice", "option", option()),
        ErrorKind::TooManyValues => Failure::usage("usage-no-value", "option", option()),
        ErrorKind::MissingRequiredArgument if is_translate(error) && option() == "<FILE>" => {
            Failure::usage("usage-missing-exchange-file", "argument", option())
        }
        ErrorKind::MissingRequiredArgument if is_translate(error) => {
            Failure::usage("usage-missing-pair", "argument", option())
        }
        ErrorKind::MissingRequiredArgument => Failure::usage("usage-missing-argument", "argument", option()),
        ErrorKind::InvalidUtf8 => Failure::usage("usage-not-text", "word", ""),
        // Kinds that these definitions cannot produce, or that clap may add: its own words are better than none.
        _ => Failure::usage("usage-other", "detail", error.to_string().lines().next().unwrap_or_default()),
    }
}

/// Whether the slip was made in one of the commands of `loa translate`, which need other examples.
fn is_translate(error: &clap::Error) -> bool {
    match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string().contains("loa translate"),
        _ => false,
    }
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Arguments, Failure> {
        let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
        read(&arguments, &Words::new(&Lang::vietnamese()))
    }

    fn refused(line: &str) -> (String, Vec<(&'static str, String)>) {
        match parsed(line) {
            Err(Failure::Usage { id, args }) => (id.to_owned(), args.into_iter().collect()),
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn global_options_stand_before_or_after_the_command() {
        for line in ["loa --site trang --format json build --drafts", "loa build --drafts --format=json --site=trang"] {
            let arguments = parsed(line).unwrap();
            assert_eq!((arguments.site, arguments.format), (PathBuf::from("trang"), Format::Json), "{line}");
            assert!(matches!(arguments.command, Command::Build(Build { drafts: true, keep_going: false, .. })));
        }
        let plain = parsed("loa check").unwrap();
        assert_eq!((plain.site, plain.format, plain.ui_lang), (PathBuf::from("."), Format::Human, None));
    }

    #[test]
    fn every_option_of_the_plan_is_read() {
        let build = parsed("loa build --out ra --base-url https://a.example/b --keep-going --today 30/7/2026").unwrap();
        let Command::Build(build) = build.command else { panic!() };
        assert_eq!(build.base_url.unwrap().as_str(), "https://a.example/b/");
        assert_eq!((build.out, build.keep_going), (Some(PathBuf::from("ra")), true));
        assert_eq!(build.today.unwrap().to_string(), "2026-07-30");
        assert!(matches!(
            parsed("loa check --release --today 2026-07-30").unwrap().command,
            Command::Check(Check { release: true, .. })
        ));
        let watch = parsed("loa watch --port 8000 --open --poll --follow --lan --today 2026-07-30").unwrap();
        let Command::Watch(watch) = watch.command else { panic!() };
        assert_eq!((watch.port, watch.today.map(|day| day.to_string())), (Some(8000), Some("2026-07-30".to_owned())));
        assert!(watch.open && watch.poll && watch.follow && watch.lan);
        let new = parsed("loa new alert canh-bao/ten-bai").unwrap();
        assert!(matches!(new.command, Command::New(New { kind: Some(_), path: Some(_) })));
        assert!(matches!(parsed("loa new").unwrap().command, Command::New(New { kind: None, path: None })));
        let fix = parsed("loa fix canh-bao/ten-bai --encoding").unwrap();
        assert!(matches!(fix.command, Command::Fix(Fix { encoding: true, .. })));
        assert!(matches!(parsed("loa explain unknown-phone").unwrap().command, Command::Explain(Explain { .. })));
    }

    #[test]
    fn slips_are_named_with_their_word() {
        for (line, id, word, right) in [
            ("loa biuld", "usage-unknown-command", "biuld", Some("build")),
            ("loa xyz", "usage-unknown-command", "xyz", None),
            ("loa build --draft", "usage-unknown-option", "--draft", Some("--drafts")),
            ("loa build nhanh", "usage-too-many", "nhanh", None),
            ("loa build --today 7/2026", "usage-bad-today", "7/2026", None),
            ("loa build --base-url congthongtin.example", "usage-bad-base-url", "congthongtin.example", None),
            ("loa build --base-url https://a.example/?x", "usage-bad-base-url", "https://a.example/?x", None),
            ("loa build --base-url mailto:x", "usage-bad-base-url", "mailto:x", None),
            ("loa watch --port 70000", "usage-bad-port", "70000", None),
        ] {
            let (found, args) = refused(line);
            assert_eq!(found, id, "{line}");
            let get = |name: &str| args.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
            assert_eq!((get("word"), get("right")), (Some(word), right), "{line}");
        }
        for (line, id, option) in [
            ("loa --format xml check", "usage-bad-choice", "--format"),
            ("loa check --ui-lang fr", "usage-bad-choice", "--ui-lang"),
            ("loa build --out", "usage-missing-value", "--out"),
            ("loa build --out a --out b", "usage-twice", "--out"),
            ("loa build --drafts=yes", "usage-no-value", "--drafts"),
        ] {
            let (found, args) = refused(line);
            assert_eq!(
                (found.as_str(), args.iter().find(|(key, _)| *key == "option")),
                (id, Some(&("option", option.to_owned()))),
                "{line}"
            );
        }
        for (line, argument) in
            [("loa explain", "<CODE>"), ("loa fix a", "--encoding"), ("loa fix --encoding", "<ENTRY>")]
        {
            let missing = ("usage-missing-argument".to_owned(), vec![("argument", argument.to_owned())]);
            assert_eq!(refused(line), missing, "{line}");
        }
    }

    #[test]
    fn help_is_an_answer_and_no_command_is_not() {
        assert!(matches!(parsed("loa --help"), Err(Failure::Answer(text)) if text.contains("loa build")));
        assert!(matches!(parsed("loa build -h"), Err(Failure::Answer(text)) if text.contains("--keep-going")));
        assert!(matches!(parsed("loa --version"), Err(Failure::Answer(text)) if text.starts_with("loa ")));
        assert!(matches!(parsed("loa"), Err(Failure::Lost(text)) if text.contains("loa build")));
        assert!(matches!(parsed("loa --site x"), Err(Failure::Lost(_))));
    }

    #[test]
    fn every_option_stands_in_the_help_of_both_languages() {
        for tag in ["vi", "en"] {
            let words = Words::new(&Lang::new(tag).unwrap());
            let command = Arguments::command();
            for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
                assert!(words.say("help-loa", &[]).contains(&format!("--{option}")), "{tag} --{option}");
            }
            for command in command.get_subcommands() {
                let help = words.say(&format!("help-{}", command.get_name()), &[]);
                for option in command.get_arguments().filter_map(|argument| argument.get_long()) {
                    assert!(help.contains(&format!("--{option}")), "{tag} {} --{option}", command.get_name());
                }
            }
        }
    }

    #[test]
    fn the_language_is_found_before_the_rest_is_read() {
        let of = |line: &str, environment: Option<&str>| {
            let arguments: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
            language(&arguments, environment).to_string()
        };
        assert_eq!(of("loa build", None), "vi");
        assert_eq!(of("loa build", Some("en_US.UTF-8")), "en");
        assert_eq!(of("loa build --ui-lang vi", Some("en")), "vi");
        assert_eq!(of("loa --ui-lang=en biuld", None), "en");
        assert_eq!(of("loa build --ui-lang", Some("xx")), "vi");
    }
}

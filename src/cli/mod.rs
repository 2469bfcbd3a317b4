//! The command line: arguments, words on the terminal, exit statuses. One file a command; `main.rs` only calls [`run`].
//!
//! What was asked for goes to standard output, what is said meanwhile to standard error. The clock and the environment are
//! read here and nowhere else.

mod arguments;
mod build;
mod check;
mod explain;
mod fix;
mod json;
mod language;
mod machine;
mod new;
mod print;
mod start;
mod survey;
mod translate;
mod watch;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use crate::base::Date;
use crate::disk;

use crate::tell::Words;
use arguments::{Command, Format};

/// Seconds that the clocks of Vietnam are ahead of UTC. There is no summer time, so no table of zones is needed.
const AHEAD: i64 = 7 * 60 * 60;

const SECONDS_A_DAY: i64 = 24 * 60 * 60;

/// What a command ends with: an exit status, or why it could not go on.
type Exit = Result<u8, Failure>;

/// Why a command stops.
#[derive(Debug)]
enum Failure {
    /// Nothing failed: this text was asked for instead.
    Answer(String),
    /// No command was given; the help stands in for one.
    Lost(String),
    /// The call cannot be followed. Its words are a message with arguments.
    Usage { id: &'static str, args: BTreeMap<&'static str, String> },
    /// The content does not allow it, and the reader has been told why.
    Told(u8),
    /// The machine refused, or a folder is the wrong one.
    Machine(disk::Error),
    /// Nothing can be said any more.
    Stream(io::Error),
}

/// What every command needs.
struct Session<'a> {
    words: &'a Words,
    site: PathBuf,
    format: Format,
    /// `SOURCE_DATE_EPOCH`, if it is set.
    epoch: Option<String>,
    streams: Streams<'a>,
}

/// Where words go and answers come from.
struct Streams<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
    input: &'a mut dyn BufRead,
    /// Whether somebody sits there who can be asked.
    is_attended: bool,
}

/// Runs the program with these arguments, the first of which is its own name, and gives its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let variable = |name: &str| std::env::var_os(name).and_then(|value| value.into_string().ok());
    let words = Words::new(&arguments::language(&arguments, variable("LOA_LANG").as_deref()));
    let is_attended = io::stdin().is_terminal() && io::stderr().is_terminal();
    // Not locked for the whole run: a thread that panics must be able to say so.
    let (mut out, mut err) = (anstream::stdout(), anstream::stderr());
    let mut input = io::stdin().lock();
    let mut streams = Streams { out: &mut out, err: &mut err, input: &mut input, is_attended };
    let exit = match arguments::read(&arguments, &words) {
        Ok(arguments) => {
            let (site, format) = (arguments.site, arguments.format);
            let streams =
                Streams { out: &mut *streams.out, err: &mut *streams.err, input: &mut *streams.input, is_attended };
            let epoch = variable("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty());
            let mut session = Session { words: &words, site, format, epoch, streams };
            command(&mut session, arguments.command)
        }
        Err(failure) => Err(failure),
    };
    end(exit, &words, &mut streams)
}

fn command(session: &mut Session<'_>, command: Command) -> Exit {
    match command {
        Command::Build(asked) => build::run(session, asked),
        Command::Check(asked) => check::run(session, asked),
        Command::Watch(asked) => watch::run(session, asked),
        Command::New(asked) => new::run(session, asked),
        Command::Translate(asked) => translate::run(session, asked),
        Command::Fix(asked) => fix::run(session, &asked),
        Command::Explain(asked) => explain::run(session, &asked.code),
    }
}

/// Says what stopped a command, and gives the exit status.
fn end(exit: Exit, words: &Words, streams: &mut Streams<'_>) -> u8 {
    let failure = match exit {
        Ok(status) => match streams.out.flush() {
            Ok(()) => return status,
            Err(error) => Failure::Stream(error),
        },
        Err(failure) => failure,
    };
    let (status, said) = match failure {
        Failure::Answer(text) => (0, write(streams.out, &text)),
        Failure::Lost(text) => (2, write(streams.err, &text)),
        Failure::Told(status) => (status, Ok(())),
        Failure::Usage { id, args } => (2, write(streams.err, &machine::usage(words, id, &args))),
        Failure::Machine(error) => (error.exit_code(), write(streams.err, &machine::fault(words, &error))),
        Failure::Stream(error) => (3, Err(error)),
    };
    match said {
        Ok(()) => status,
        // Who reads through a pipe may have seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(error) => {
            let text = words.say("machine-output", &[("reason", &error)]);
            // If this cannot be said either, the exit status is all that is left.
            let _ = write(streams.err, &text);
            3
        }
    }
}

fn write(stream: &mut dyn Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    if !text.ends_with('\n') {
        stream.write_all(b"\n")?;
    }
    stream.flush()
}

impl Failure {
    fn usage(id: &'static str, name: &'static str, value: impl ToString) -> Failure {
        Failure::Usage { id, args: BTreeMap::from([(name, value.to_string())]) }
    }

    /// The same, with one argument more, if there is one.
    fn with(mut self, name: &'static str, value: Option<impl ToString>) -> Failure {
        if let (Failure::Usage { args, .. }, Some(value)) = (&mut self, value) {
            args.insert(name, value.to_string());
        }
        self
    }
}

impl From<disk::Error> for Failure {
    fn from(error: disk::Error) -> Failure {
        Failure::Machine(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Stream(error)
    }
}

impl Session<'_> {
    /// Gives what was asked for.
    fn answer(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() { Ok(()) } else { write(self.streams.out, text) }
    }

    /// Says something meanwhile. A program that asked for JSON reads it where it reads everything.
    fn tell(&mut self, text: &str) -> io::Result<()> {
        match self.format {
            _ if text.is_empty() => Ok(()),
            Format::Json => write(self.streams.out, text),
            Format::Human => write(self.streams.err, text),
        }
    }

    /// Asks a question; `None` if nobody answers any more.
    fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        self.streams.err.write_all(question.as_bytes())?;
        self.streams.err.write_all(b" ")?;
        self.streams.err.flush()?;
        let mut answer = String::new();
        let length = self.streams.input.read_line(&mut answer)?;
        Ok((length > 0).then(|| answer.trim().to_owned()))
    }

    /// The day that was typed, else that of `SOURCE_DATE_EPOCH`, else today, as the clocks of Vietnam have it.
    fn today(&self, typed: Option<Date>) -> Result<Date, Failure> {
        if let Some(date) = typed {
            return Ok(date);
        }
        if let Some(epoch) = &self.epoch {
            let seconds = epoch.trim().parse().ok();
            return seconds.and_then(day_of).ok_or_else(|| Failure::usage("usage-bad-epoch", "word", epoch));
        }
        clock_day().or_else(|| Date::from_unix_days(0)).ok_or_else(|| Failure::usage("usage-bad-epoch", "word", 0))
    }

    /// The same for a command that outlasts the day: it is asked anew each time.
    fn days(&self, typed: Option<Date>) -> Result<impl Fn() -> Date + Send + use<>, Failure> {
        let (first, is_fixed) = (self.today(typed)?, typed.is_some() || self.epoch.is_some());
        Ok(move || if is_fixed { first } else { clock_day().unwrap_or(first) })
    }
}

/// The day in Vietnam that some seconds after the beginning of 1970 in Greenwich lie in.
fn day_of(seconds: i64) -> Option<Date> {
    Date::from_unix_days(seconds.saturating_add(AHEAD).div_euclid(SECONDS_A_DAY))
}

/// The time of day in Vietnam, as it is shown: `08:05`.
fn clock_time() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    let minutes = (seconds + AHEAD.unsigned_abs()) / 60 % (24 * 60);
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// The day by the clock of the machine. One before 1970 or after the last day of the calendar is broken; a build then dates
/// itself at the beginning.
fn clock_day() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
    i64::try_from(seconds).ok().and_then(day_of)
}

#[cfg(test)]
mod tests;

//! What templates can call: the words of the interface, days, and words that say their own language.

use std::borrow::Cow;
use std::sync::Arc;

use fluent::FluentValue;
use tera::value::Key;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::base::{Date, Lang, QrCode, text};
use crate::i18n::{Args, Words};
use crate::model::Said;

use super::spoken::{Question, Spoken};

/// Gives a template engine our functions and filters. They must be there before the templates are.
pub fn register(tera: &mut Tera, words: &Arc<Words>) {
    let spoken = Arc::new(Spoken::default());
    let (say, known) = (Arc::clone(words), Arc::clone(&spoken));
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let (lang, here) = (state.get::<Value>("lang")?, state.get::<Value>("body_lang")?);
        let question = Question::default().with("t").with(tag(&lang)).with(tag(&here)).with_all(&kwargs);
        known.ask(question, || {
            let (said, is_kept) = message(&say, &kwargs, tag(&lang))?;
            Ok((Value::safe_string(&marked(&said, tag(&here))), is_kept))
        })
    });
    let (plain, known) = (Arc::clone(words), Arc::clone(&spoken));
    tera.register_function("text", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let lang = state.get::<Value>("lang")?;
        known.ask(Question::default().with("text").with(tag(&lang)).with_all(&kwargs), || {
            let (said, is_kept) = message(&plain, &kwargs, tag(&lang))?;
            Ok((Value::normal_string(&said.text), is_kept))
        })
    });
    let (days, known) = (Arc::clone(words), spoken);
    tera.register_function("date", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let (lang, here) = (state.get::<Value>("lang")?, state.get::<Value>("body_lang")?);
        let question = Question::default().with("date").with(tag(&lang)).with(tag(&here)).with_all(&kwargs);
        known.ask(question, || date(&days, &kwargs, tag(&lang), tag(&here)))
    });
    tera.register_function("qr", |kwargs: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        let address: Cow<'_, str> = kwargs.must_get("of")?;
        Ok(Value::safe_string(&symbol(&address)))
    });
    tera.register_filter("urlencode", |text: Cow<'_, str>, _: Kwargs, _: &State<'_>| -> String { encoded(&text) });
    // What is markup comes from Rust as such. `theme` tells the line of every use; this is for uses that it did not see.
    tera.register_filter("safe", |_: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        Err(tera::Error::message("the filter `safe` is not allowed"))
    });
    tera.register_filter("say", |said: &Value, _: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let (words, attributes) = parts(said, state)?;
        let words = text::escape(words);
        Ok(Value::safe_string(&attributes.map_or(words.clone(), |marks| format!("<span{marks}>{words}</span>"))))
    });
    tera.register_filter("langattr", |said: &Value, _: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let (_, attributes) = parts(said, state)?;
        Ok(Value::safe_string(&attributes.unwrap_or_default()))
    });
}

/// An address as a picture to be used under the name `loa-qr`: black on white whatever the colours of the page are, since many
/// phones do not read it the other way round.
fn symbol(address: &str) -> String {
    QrCode::of(address).map_or_else(String::new, |QrCode { side, path }| {
        format!(
            "<symbol id=\"loa-qr\" viewBox=\"0 0 {side} {side}\"><path fill=\"#fff\" stroke=\"none\" d=\"M0 0h{side}v{side}H0z\"/>\
             <path fill=\"none\" stroke=\"#000\" stroke-width=\"1\" stroke-linecap=\"butt\" d=\"{path}\"/></symbol>"
        )
    })
}

/// A text as a value in the query of an address.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

/// The tag that a template has under a name; nothing if it is no text.
fn tag(value: &Option<Value>) -> &str {
    value.as_ref().and_then(Value::as_str).unwrap_or_default()
}

/// The message that `id` names, in the language of the page, or in `language` for a notice in two; and whether nothing
/// failed on the way: a fault must be told of every page that has it.
fn message(words: &Words, kwargs: &Kwargs, lang: &str) -> TeraResult<(Said, bool)> {
    let id: Cow<'_, str> = kwargs.must_get("id")?;
    let mut args = Args::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| !matches!(*name, "id" | "language")) else { continue };
        if let Some(number) = value.as_i64() {
            args.set(name.to_owned(), number);
        } else if let Some(text) = value.as_str() {
            args.set(name.to_owned(), FluentValue::from(text.to_owned()));
        }
    }
    Ok(say(words, &language(kwargs, lang)?, &id, &args))
}

fn say(words: &Words, lang: &Lang, id: &str, args: &Args<'_>) -> (Said, bool) {
    let (said, failures) = words.answer(lang, id, Some(args));
    let is_sound = failures.is_empty();
    words.note(failures);
    (said, is_sound)
}

fn language(kwargs: &Kwargs, lang: &str) -> TeraResult<Lang> {
    let asked: Option<Cow<'_, str>> = kwargs.get("language")?;
    Ok(Lang::new(asked.as_deref().unwrap_or(lang)).unwrap_or_else(|_| Lang::vietnamese()))
}

/// Words as markup; in a span when they are in another language than the words around them.
fn marked(said: &Said, here: &str) -> String {
    let words = text::escape(&said.text);
    if here == said.lang.as_str() {
        return words;
    }
    format!("<span lang=\"{}\" dir=\"{}\">{words}</span>", said.lang, said.direction.as_str())
}

/// A day as `<time>`, in words or in digits.
fn date(words: &Words, kwargs: &Kwargs, lang: &str, here: &str) -> TeraResult<(Value, bool)> {
    let on: Cow<'_, str> = kwargs.must_get("on")?;
    let Ok(day) = Date::parse(&on) else { return Err(tera::Error::message(format!("`{on}` is no day"))) };
    let form: Option<Cow<'_, str>> = kwargs.get("form")?;
    let id = if form.as_deref() == Some("short") { "date-short" } else { "date-long" };
    let (year, month, day) = day.parts();
    let mut args = Args::new();
    args.set("year", FluentValue::from(year.to_string()));
    args.set("month", i64::from(month));
    args.set("day", i64::from(day));
    let (said, is_kept) = say(words, &language(kwargs, lang)?, id, &args);
    let inner = marked(&said, here);
    Ok((Value::safe_string(&format!("<time datetime=\"{}\">{inner}</time>", text::escape(&on))), is_kept))
}

/// Words as they are passed to templates, and the attributes that tell their language where it is not that of the words
/// around them.
fn parts<'a>(said: &'a Value, state: &State<'_>) -> TeraResult<(&'a str, Option<String>)> {
    let part = |key: &'static str| said.as_map().and_then(|map| map.get(&Key::Str(key))).and_then(Value::as_str);
    let (Some(text), Some(lang)) = (part("text"), part("lang")) else {
        return Err(tera::Error::message("`say` and `langattr` want words with their language"));
    };
    if state.get::<Value>("body_lang")?.is_some_and(|here| here.as_str() == Some(lang)) {
        return Ok((text, None));
    }
    let lang = Lang::new(lang).map_err(|_| tera::Error::message(format!("`{lang}` is no language")))?;
    let direction = if part("dir") == Some("rtl") { "rtl" } else { "ltr" };
    Ok((text, Some(format!(" lang=\"{lang}\" dir=\"{direction}\""))))
}

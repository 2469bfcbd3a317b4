//! What templates can call: the words of the interface, days, and words that say their own language.

use std::sync::Arc;

use fluent::FluentValue;
use tera::{Kwargs, State, Tera, TeraResult, Value};

use crate::base::{Date, Lang, text};
use crate::i18n::{Args, Words};
use crate::model::{Direction, Said};

/// Gives a template engine our functions and filters. They must be there before the templates are.
pub fn register(tera: &mut Tera, words: &Arc<Words>) {
    let say = Arc::clone(words);
    tera.register_function("t", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let said = message(&say, &kwargs, state)?;
        Ok(Value::safe_string(&marked(&said, state)?))
    });
    let plain = Arc::clone(words);
    tera.register_function("text", move |kwargs: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        Ok(Value::normal_string(&message(&plain, &kwargs, state)?.text))
    });
    let days = Arc::clone(words);
    tera.register_function("date", move |kwargs: Kwargs, state: &State<'_>| date(&days, &kwargs, state));
    // What is markup comes from Rust as such. `theme` tells the line of every use; this is for uses that it did not see.
    tera.register_filter("safe", |_: &Value, _: Kwargs, _: &State<'_>| -> TeraResult<Value> {
        Err(tera::Error::message("the filter `safe` is not allowed"))
    });
    tera.register_filter("say", |said: &Value, _: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let said = said_of(said)?;
        Ok(Value::safe_string(&marked(&said, state)?))
    });
    tera.register_filter("langattr", |said: &Value, _: Kwargs, state: &State<'_>| -> TeraResult<Value> {
        let said = said_of(said)?;
        let differs = state.get::<String>("body_lang")?.is_none_or(|here| here != said.lang.as_str());
        Ok(Value::safe_string(&if differs { attributes(&said) } else { String::new() }))
    });
}

/// The message that `id` names, in the language of the page, or in `language` for a notice in two.
fn message(words: &Words, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Said> {
    let id: String = kwargs.must_get("id")?;
    let mut args = Args::new();
    for (name, value) in kwargs.iter() {
        let Some(name) = name.as_str().filter(|name| !matches!(*name, "id" | "language")) else { continue };
        if let Some(number) = value.as_i64() {
            args.set(name.to_owned(), number);
        } else if let Some(text) = value.as_str() {
            args.set(name.to_owned(), FluentValue::from(text.to_owned()));
        }
    }
    Ok(words.say(&language(kwargs, state)?, &id, Some(&args)))
}

fn language(kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Lang> {
    let asked: Option<String> = kwargs.get("language")?;
    let tag = asked.map_or_else(|| state.get("lang"), |tag| Ok(Some(tag)))?;
    Ok(tag.and_then(|tag| Lang::new(&tag).ok()).unwrap_or_else(Lang::vietnamese))
}

/// Words as markup; in a span when they are in another language than the words around them.
fn marked(said: &Said, state: &State<'_>) -> TeraResult<String> {
    let words = text::escape(&said.text);
    let here: Option<String> = state.get("body_lang")?;
    if here.is_some_and(|here| here == said.lang.as_str()) {
        return Ok(words);
    }
    Ok(format!("<span{}>{words}</span>", attributes(said)))
}

fn attributes(said: &Said) -> String {
    format!(" lang=\"{}\" dir=\"{}\"", said.lang, said.direction.as_str())
}

/// A day as `<time>`, in words or in digits.
fn date(words: &Words, kwargs: &Kwargs, state: &State<'_>) -> TeraResult<Value> {
    let on: String = kwargs.must_get("on")?;
    let Ok(day) = Date::parse(&on) else { return Err(tera::Error::message(format!("`{on}` is no day"))) };
    let form: Option<String> = kwargs.get("form")?;
    let id = if form.as_deref() == Some("short") { "date-short" } else { "date-long" };
    let (year, month, day) = day.parts();
    let mut args = Args::new();
    args.set("year", FluentValue::from(year.to_string()));
    args.set("month", i64::from(month));
    args.set("day", i64::from(day));
    let said = words.say(&language(kwargs, state)?, id, Some(&args));
    let inner = marked(&said, state)?;
    Ok(Value::safe_string(&format!("<time datetime=\"{}\">{inner}</time>", text::escape(&on))))
}

/// Words as they are passed to templates: text, language, direction.
fn said_of(value: &Value) -> TeraResult<Said> {
    fn part<'v>(value: &'v Value, key: &'v str) -> Option<&'v str> {
        value.get_from_path(key).and_then(Value::as_str)
    }
    let (Some(text), Some(tag)) = (part(value, "text"), part(value, "lang")) else {
        return Err(tera::Error::message("`say` and `langattr` want words with their language"));
    };
    let direction = if part(value, "dir") == Some("rtl") { Direction::Rtl } else { Direction::Ltr };
    let lang = Lang::new(tag).map_err(|_| tera::Error::message(format!("`{tag}` is no language")))?;
    Ok(Said { text: text.to_owned(), lang, direction })
}

//! The two functions of our messages. Fluent's own `NUMBER()` is not localised, and `DATETIME()` does not exist.

use fluent::FluentArgs;
use fluent::FluentValue;

/// What a message may call.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The one argument with a name that it may be given.
    pub named: &'static str,
    /// Whether that is a number, and not a text.
    pub wants_number: bool,
    /// How that is written.
    pub example: &'static str,
}

/// All of them.
pub const ALL: &[Function] = &[
    Function { name: "NUM", named: "mark", wants_number: false, example: "mark: \".\"" },
    Function { name: "DATE", named: "pad", wants_number: true, example: "pad: 3" },
];

/// Groups the digits of a whole number by three: `NUM($n, mark: ".")` gives 1.234.567.
pub fn num<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let mark = match named.get("mark") {
        Some(FluentValue::String(mark)) => mark.to_string(),
        _ => ".".to_owned(),
    };
    let Some(FluentValue::Number(number)) = positional.first() else { return FluentValue::Error };
    let digits = format!("{}", number.value.abs().trunc());
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push_str(&mark);
        }
        out.push(digit);
    }
    FluentValue::from(if number.value < 0.0 { format!("-{out}") } else { out })
}

/// Writes a day or month with a zero before it when it is below `pad`: Vietnamese documents
/// write 05/9/2017 and 22/02/2016, days below 10 and months below 3 with a zero.
pub fn date<'a>(positional: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let pad = match named.get("pad") {
        Some(FluentValue::Number(pad)) => pad.value,
        _ => 10.0,
    };
    match positional.first() {
        Some(FluentValue::Number(number)) if number.value < pad => FluentValue::from(format!("{:02}", number.value)),
        Some(FluentValue::Number(number)) => FluentValue::from(format!("{}", number.value)),
        _ => FluentValue::Error,
    }
}

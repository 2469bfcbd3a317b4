//! Names of hosts beyond ASCII as they travel, `xn--…` (RFC 3492). Only for showing what a name hides; nothing is looked
//! up with them.

/// What stands before a label that is written so.
const PREFIX: &str = "xn--";

/// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

/// Characters of a label that are read or written; DNS allows 63.
const LABEL: usize = 63;

/// The name of a host as it travels; labels of ASCII stay.
pub fn ascii_host(host: &str) -> String {
    let label = |label: &str| match label.is_ascii() {
        true => label.to_owned(),
        false => encode(&label.to_lowercase()).map_or_else(|| label.to_owned(), |ascii| format!("{PREFIX}{ascii}")),
    };
    host.split('.').map(label).collect::<Vec<_>>().join(".")
}

/// The name of a host as it is meant to be read; none if no label of it hides anything.
pub fn readable_host(host: &str) -> Option<String> {
    let lower = host.to_ascii_lowercase();
    let mut hides = false;
    let labels: Vec<String> = lower
        .split('.')
        .map(|label| match label.strip_prefix(PREFIX) {
            Some(ascii) => {
                hides = true;
                decode(ascii).unwrap_or_else(|| label.to_owned())
            }
            None => label.to_owned(),
        })
        .collect();
    hides.then(|| labels.join("."))
}

fn encode(label: &str) -> Option<String> {
    let chars: Vec<char> = label.chars().collect();
    if chars.len() > LABEL {
        return None;
    }
    let mut out: String = chars.iter().filter(|c| c.is_ascii()).collect();
    let mut handled = u32::try_from(out.len()).ok()?;
    if handled > 0 {
        out.push('-');
    }
    let (mut code, mut bias, mut delta, basic) = (FIRST_CODE, FIRST_BIAS, 0_u32, handled);
    while (handled as usize) < chars.len() {
        let next = chars.iter().map(|c| u32::from(*c)).filter(|c| *c >= code).min()?;
        delta = delta.checked_add((next - code).checked_mul(handled + 1)?)?;
        code = next;
        for c in chars.iter().map(|c| u32::from(*c)) {
            if c < code {
                delta = delta.checked_add(1)?;
            }
            if c == code {
                number(delta, bias, &mut out);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        code += 1;
    }
    Some(out)
}

/// Writes a number in digits whose weight depends on their place.
fn number(mut rest: u32, bias: u32, out: &mut String) {
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            out.extend(place_value(rest));
            return;
        }
        out.extend(place_value(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
    }
}

fn decode(ascii: &str) -> Option<String> {
    let (basic, rest) = ascii.rsplit_once('-').unwrap_or(("", ascii));
    let mut out: Vec<char> = basic.chars().collect();
    if ascii.len() > LABEL || !ascii.is_ascii() {
        return None;
    }
    let (mut code, mut bias, mut at) = (FIRST_CODE, FIRST_BIAS, 0_u32);
    let mut digits = rest.chars().peekable();
    while digits.peek().is_some() {
        let (before, mut weight, mut k) = (at, 1_u32, BASE);
        loop {
            let digit = value_of(digits.next()?)?;
            at = at.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let length = u32::try_from(out.len()).ok()? + 1;
        bias = adapt(at - before, length, before == 0);
        code = code.checked_add(at / length)?;
        at %= length;
        out.insert(at as usize, char::from_u32(code)?);
        at += 1;
    }
    Some(out.into_iter().collect())
}

fn adapt(delta: u32, length: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

/// A digit of 0 to 35: the letters come first.
fn place_value(value: u32) -> Option<char> {
    if value < 26 { char::from_digit(value + 10, BASE) } else { char::from_digit(value - 26, 10) }
}

fn value_of(c: char) -> Option<u32> {
    match c.to_digit(BASE)? {
        number @ 0..=9 => Some(number + 26),
        letter => Some(letter - 10),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_read_and_written() {
        for (host, ascii) in [
            ("bücher.example", "xn--bcher-kva.example"),
            ("b\u{43E}congan.example", "xn--bcongan-9ig.example"),
            // RFC 3492, section 7.1, (I) and (L).
            ("почемужеонинеговорятпорусски", "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l"),
            ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
        ] {
            assert_eq!(ascii_host(host), ascii);
            assert_eq!(readable_host(ascii).as_deref(), Some(host));
        }
        assert_eq!(readable_host("chinhphu.vn"), None);
        assert_eq!(readable_host("xn--é.vn"), Some("xn--é.vn".to_owned()));
    }

    proptest! {
        #[test]
        fn any_label_comes_back(label in "[a-zà-ỹ一-三а-я]{1,20}") {
            let label = label.to_lowercase();
            let ascii = ascii_host(&label);
            if !label.is_ascii() {
                prop_assert_eq!(readable_host(&ascii), Some(label));
            }
        }

        #[test]
        fn any_text_is_read_without_harm(label in "[a-z0-9-]{0,80}") {
            let _ = readable_host(&format!("xn--{label}.example"));
        }
    }
}

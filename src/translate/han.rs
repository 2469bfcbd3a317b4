//! Numbers as Chinese texts write them: 第四條 is article 4. A translator into Chinese may choose between the two.

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// The ways in which a number in digits may stand in a Chinese text; none for one that has more than four digits.
pub(super) fn han(number: &str) -> Vec<String> {
    let digits: Vec<usize> = number.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    if digits.is_empty() || digits.len() > 4 || digits.len() != number.len() {
        return Vec::new();
    }
    let by_digit =
        |zero: char| -> String { digits.iter().map(|digit| if *digit == 0 { zero } else { DIGITS[*digit] }).collect() };
    let mut ways = vec![by_digit('〇'), by_digit('零'), by_value(&digits)];
    // 十一, and not 一十一, where nothing stands before it.
    if let Some(short) = ways.last().and_then(|way| way.strip_prefix("一十")).map(|rest| format!("十{rest}")) {
        ways.push(short);
    }
    ways.retain(|way| !way.is_empty());
    ways
}

/// 一百零五: each digit with its unit, one zero for all that are skipped.
fn by_value(digits: &[usize]) -> String {
    const UNITS: [&str; 4] = ["", "十", "百", "千"];
    let mut out = String::new();
    let mut is_skipping = false;
    for (place, digit) in digits.iter().enumerate() {
        if *digit == 0 {
            is_skipping = true;
            continue;
        }
        if is_skipping && !out.is_empty() {
            out.push(DIGITS[0]);
        }
        is_skipping = false;
        out.push(DIGITS[*digit]);
        out.push_str(UNITS[digits.len() - 1 - place]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_known_as_they_are_written() {
        for (number, written) in [
            ("4", "四"),
            ("10", "十"),
            ("11", "十一"),
            ("20", "二十"),
            ("105", "一百零五"),
            ("30", "三十"),
            ("2026", "二〇二六"),
            ("111", "一百一十一"),
            ("1005", "一千零五"),
        ] {
            assert!(han(number).contains(&written.to_owned()), "{number}: {:?}", han(number));
        }
        assert!(han("").is_empty() && han("12345").is_empty() && han("1a").is_empty());
    }
}

//! Words and numbers as short lines of ASCII signs, made to be packed by a server and read by a few lines of script.

use std::collections::BTreeMap;

use super::lists::Group;

/// Signs of counts. None of them stands in a word, in an offset or needs an escape in a script.
const COUNT_LAST: &[u8; 20] = b"!#$%&'()*+,-./:;<=>?";
const COUNT_MORE: &[u8; 10] = b"@[]^_`{|}~";

/// The signs of a number of a list: 64 that end one, and 26 that go on.
const ENDS: u32 = 64;
const MORE: u32 = 26;
const FIRST: u8 = b'#';

/// The words: each as a capital letter for how many letters it shares with the one before, and its rest; then its
/// spellings, each as the number of its pages and its marks.
pub fn lexicon(groups: &BTreeMap<String, Group>) -> String {
    let mut out = String::new();
    let mut before: &str = "";
    for (bare, group) in groups {
        let shared = bare.chars().zip(before.chars()).take_while(|(a, b)| a == b).count().min(25);
        out.push(char::from(b'A' + u8::try_from(shared).unwrap_or(0)));
        out.extend(bare.chars().skip(shared));
        for (marks, list) in &group.spellings {
            count(list.len(), &mut out);
            out.push_str(marks);
        }
        before = bare;
    }
    out
}

/// The numbers of pairs: each as the distance from the one before, and the number of its pages.
pub fn numbers(pairs: &BTreeMap<u32, Vec<u32>>) -> String {
    let mut out = String::new();
    let mut next = 0;
    for (number, list) in pairs {
        value(number - next, &mut out);
        count(list.len(), &mut out);
        next = number + 1;
    }
    out
}

/// A count from 1.
fn count(count: usize, out: &mut String) {
    let mut rest = count.saturating_sub(1);
    let last = COUNT_LAST[rest % 20];
    rest /= 20;
    let mut signs = vec![last];
    while rest > 0 {
        rest -= 1;
        signs.push(COUNT_MORE[rest % 10]);
        rest /= 10;
    }
    out.extend(signs.iter().rev().map(|sign| char::from(*sign)));
}

/// A number from 0. Small ones, which are most, are one sign.
pub fn value(number: u32, out: &mut String) {
    let sign = |n: u32| {
        let code = FIRST + u8::try_from(n).unwrap_or(0);
        // A backslash would have to be doubled.
        char::from(if code >= b'\\' { code + 1 } else { code })
    };
    if number < ENDS {
        return out.push(sign(number));
    }
    let mut signs = vec![sign(number % ENDS)];
    let mut rest = number / ENDS;
    while rest > 0 {
        rest -= 1;
        signs.push(sign(ENDS + rest % MORE));
        rest /= MORE;
    }
    out.extend(signs.iter().rev());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_told_apart_and_need_no_escape() {
        let mut seen = std::collections::BTreeSet::new();
        for n in 0..10_000 {
            let (mut one, mut other) = (String::new(), String::new());
            value(n, &mut one);
            count(n as usize + 1, &mut other);
            assert!(seen.insert(one.clone()) && !(one.clone() + &other).contains(['"', '\\']), "{n} {one} {other}");
            assert!(
                one.bytes().all(|b| (35..127).contains(&b))
                    && one.len()
                        == if n < 64 {
                            1
                        } else if n < 1_728 {
                            2
                        } else {
                            3
                        }
            );
        }
        let mut most = String::new();
        value(u32::MAX, &mut most);
        assert!(most.len() < 8);
    }
}

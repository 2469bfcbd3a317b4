//! A record as bytes: a line with the version, the digest of what follows, and that, each thing after its length.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::{Last, Proof};
use crate::base::{Diagnostic, Digest, Place, Severity};
use crate::model::{Weighed, Weights};

const FIRST_LINE: &[u8] = b"# loa last 2\n";

const DIGEST_BYTES: usize = 32;

/// The bytes of a record.
pub(super) fn write(last: &Last) -> Vec<u8> {
    let mut body = Vec::new();
    for digest in [&last.inputs, &last.proof.place, &last.proof.manifest, &last.proof.looks] {
        body.extend_from_slice(digest.as_bytes());
    }
    body.extend_from_slice(&last.proof.at.to_le_bytes());
    number(&mut body, last.pages);
    number(&mut body, last.files);
    let Weights { page, css, js, search } = &last.weights;
    number(&mut body, usize::from(page.is_some()));
    page.iter().for_each(|(path, _)| text(&mut body, path));
    for weighed in [&page.as_ref().map(|(_, weighed)| *weighed), css, js, search] {
        number(&mut body, usize::from(weighed.is_some()));
        weighed.iter().flat_map(|weighed| [weighed.bytes, weighed.limit]).for_each(|bytes| number(&mut body, bytes));
    }
    // Ten thousand pages may have ten thousand findings of one code: each name is written once.
    let names: BTreeMap<&str, usize> = names(&last.diagnostics);
    number(&mut body, names.len());
    names.keys().for_each(|name| text(&mut body, name));
    let of = |name: &str| names.get(name).copied().unwrap_or(usize::MAX);
    number(&mut body, last.diagnostics.len());
    for Diagnostic { severity, code, place, args, paste } in &last.diagnostics {
        number(&mut body, usize::from(*severity == Severity::Error));
        number(&mut body, of(code));
        text(&mut body, &place.path);
        let span = place.span.as_ref();
        number(&mut body, usize::from(span.is_some()));
        span.into_iter().flat_map(|span| [span.start, span.end]).for_each(|at| number(&mut body, at));
        number(&mut body, args.len());
        for (name, value) in args.iter() {
            number(&mut body, of(name));
            text(&mut body, value);
        }
        number(&mut body, usize::from(paste.is_some()));
        paste.iter().for_each(|paste| text(&mut body, paste));
    }
    [FIRST_LINE, Digest::of(&body).as_bytes(), &body].concat()
}

/// Reads a record. Nothing if it is not exactly as it was written.
pub(super) fn read(bytes: &[u8]) -> Option<Last> {
    let (sum, body) = bytes.strip_prefix(FIRST_LINE)?.split_at_checked(DIGEST_BYTES)?;
    if Digest::of(body).as_bytes() != sum {
        return None;
    }
    let mut rest = Rest(body);
    let inputs = rest.digest()?;
    let (place, manifest, looks) = (rest.digest()?, rest.digest()?, rest.digest()?);
    let at = i128::from_le_bytes(rest.take(16)?.try_into().ok()?);
    let (pages, files) = (rest.number()?, rest.number()?);
    let path = if rest.number()? == 1 { Some(rest.text()?) } else { None };
    let page = path.zip(rest.weighed()?);
    let weights = Weights { page, css: rest.weighed()?, js: rest.weighed()?, search: rest.weighed()? };
    // A finding's names live as long as the program, as they do where it is made. They are few, and read once.
    let names: Vec<&'static str> = rest.many(|rest| rest.text().map(|name| &*Box::leak(name.into_boxed_str())))?;
    let diagnostics = rest.many(|rest| diagnostic(rest, &names))?;
    let proof = Proof { place, manifest, looks, at };
    rest.0.is_empty().then_some(Last { pages, files, weights, diagnostics, inputs, proof })
}

fn diagnostic(rest: &mut Rest<'_>, names: &[&'static str]) -> Option<Diagnostic> {
    let severity = if rest.number()? == 1 { Severity::Error } else { Severity::Warning };
    let code = *names.get(rest.number()?)?;
    let path = rest.text()?;
    let span = if rest.number()? == 1 { Some(rest.number()?..rest.number()?) } else { None };
    let args = rest.many(|rest| Some((*names.get(rest.number()?)?, rest.text()?)))?;
    let paste = if rest.number()? == 1 { Some(rest.text()?) } else { None };
    Some(Diagnostic {
        severity,
        code,
        place: Place { path: path.into(), span },
        args: Arc::new(args.into_iter().collect()),
        paste,
    })
}

fn names(diagnostics: &[Diagnostic]) -> BTreeMap<&str, usize> {
    let all = diagnostics.iter().flat_map(|finding| [finding.code].into_iter().chain(finding.args.keys().copied()));
    let mut names: BTreeMap<&str, usize> = all.map(|name| (name, 0)).collect();
    names.values_mut().enumerate().for_each(|(number, place)| *place = number);
    names
}

fn number(body: &mut Vec<u8>, number: usize) {
    body.extend_from_slice(&(number as u64).to_le_bytes());
}

fn text(body: &mut Vec<u8>, text: &str) {
    number(body, text.len());
    body.extend_from_slice(text.as_bytes());
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn digest(&mut self) -> Option<Digest> {
        Some(Digest::from_bytes(self.take(DIGEST_BYTES)?.try_into().ok()?))
    }

    fn number(&mut self) -> Option<usize> {
        usize::try_from(u64::from_le_bytes(self.take(8)?.try_into().ok()?)).ok()
    }

    fn weighed(&mut self) -> Option<Option<Weighed>> {
        let weighed = |rest: &mut Self| Some(Weighed { bytes: rest.number()?, limit: rest.number()? });
        if self.number()? == 1 { weighed(self).map(Some) } else { Some(None) }
    }

    fn text(&mut self) -> Option<String> {
        let count = self.number()?;
        String::from_utf8(self.take(count)?.to_vec()).ok()
    }

    fn many<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let count = self.number()?;
        (0..count).map(|_| one(self)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn last() -> Last {
        let digest = |text: &str| Digest::of(text.as_bytes());
        let proof = Proof { place: digest("a"), manifest: digest("b"), looks: digest("c"), at: -7 };
        let place = Place { path: "content/trẻ/vi.md".into(), span: Some(3..9) };
        let diagnostics = vec![
            Diagnostic::error("unknown-key", place).arg("key", "tieu_de").arg("right", "").paste("title: \n"),
            Diagnostic::warning("raw-html", Place::file("loa.yml")).arg("key", "b\0\n"),
        ];
        let weighed = Weighed { bytes: 5, limit: 7 };
        let page = Some(("vi/bai/a/index.html".to_owned(), weighed));
        let weights = Weights { page, css: Some(weighed), js: None, search: Some(weighed) };
        Last { pages: 3, files: 9, weights, diagnostics, inputs: digest("d"), proof }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        assert_eq!(read(&write(&last())), Some(last()));
        let none = Last { diagnostics: Vec::new(), ..last() };
        assert_eq!(read(&write(&none)), Some(none));
    }

    #[test]
    fn a_record_cut_or_changed_at_any_byte_is_none() {
        let whole = write(&last());
        for at in 0..whole.len() {
            assert_eq!(read(whole.get(..at).unwrap()), None, "cut at {at}");
            let mut torn = whole.clone();
            *torn.get_mut(at).unwrap() ^= 1;
            assert_eq!(read(&torn), None, "changed at {at}");
        }
        assert_eq!(read(&[whole.as_slice(), b"x"].concat()), None, "longer");
        assert_eq!(read(&[FIRST_LINE, Digest::of(b"").as_bytes()].concat()), None, "nothing");
    }

    #[test]
    fn a_record_that_promises_more_than_it_holds_is_none() {
        // Its sum is right: only an enemy, or a fault of ours, could write it.
        let body = [vec![0; 4 * DIGEST_BYTES + 16 + 16], vec![0xff; 8]].concat();
        assert_eq!(read(&[FIRST_LINE, Digest::of(&body).as_bytes(), body.as_slice()].concat()), None);
    }
}

//! A request in, a response out.

use std::net::IpAddr;
use std::sync::Arc;

use bytes::Bytes;
use hyper::body::Incoming;
use hyper::header::{
    ACCEPT_RANGES, ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_LENGTH, CONTENT_RANGE, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue, IF_RANGE, LOCATION, RANGE, REFERRER_POLICY, RETRY_AFTER,
    SET_COOKIE, X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Method, Request, Response, StatusCode};
use serde_json::json;
use tokio::task::spawn_blocking;

use crate::base::SitePath;

use super::address::{self, Address, Fault};
use super::body::Content;
use super::door::{Door, Guest, Refusal, is_same, query};
use super::find::{Found, find};
use super::listen::Seat;
use super::range::{self, Part};
use super::{House, Shown, events, file, kind, page};

/// What every answer says: what it is is not to be guessed, only our own files run (DESIGN, section 4), nothing is kept
/// for later, nobody is told where the reader came from, and no page of another site may show it.
const ALWAYS: [(HeaderName, &str); 5] = [
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (CONTENT_SECURITY_POLICY, "default-src 'self'"),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
];

/// The number of the step that an answer is from.
const STEP: HeaderName = HeaderName::from_static("loa-step");
const SERVER_TIMING: HeaderName = HeaderName::from_static("server-timing");

/// The script of every page, the one that hears of changes for all tabs, and the picture of the tool's own pages: a
/// browser that is told of none asks for one that is not there.
const OWN: [(&str, &str); 3] = [
    ("xem.js", include_str!("xem.js")),
    ("nghe.js", include_str!("nghe.js")),
    ("icon.svg", include_str!("../../themes/default/assets/icon.svg")),
];

/// Answers a request that came by this address of the machine.
pub(super) async fn answer(
    house: &Arc<House>,
    request: &Request<Incoming>,
    reached: IpAddr,
    seat: &Arc<Seat>,
) -> Response<Content> {
    let door = Door { port: house.port, reached, token: house.token.as_deref() };
    let mut answer = match door.judge(request.method(), request.uri(), request.headers()) {
        Err(refusal) => refuse(house, refusal),
        Ok(guest) => match (guest, address::read(request.uri().path())) {
            (Guest::Invited, address) => invite(&door, address),
            (Guest::Known, Ok(Address::Tool(page))) => tool(house, request, &page, seat).await,
            (Guest::Known, Ok(address)) => site(house, request, address).await,
            (Guest::Known, Err(Fault::Malformed)) => plain(StatusCode::BAD_REQUEST),
            (Guest::Known, Err(Fault::Nowhere)) => none(house, &*house.shown().await),
        },
    };
    let headers = answer.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if request.method() == Method::HEAD {
        *answer.body_mut() = Content::none();
    }
    answer
}

impl House {
    /// What is shown; before the first time, that is waited for.
    pub async fn shown(&self) -> Arc<Shown> {
        let mut shown = self.shown.subscribe();
        loop {
            if let Some(shown) = shown.borrow_and_update().clone() {
                return shown;
            }
            // It cannot be closed: `self` holds the other end.
            let _ = shown.changed().await;
        }
    }
}

fn refuse(house: &House, refusal: Refusal) -> Response<Content> {
    let mut answer = match refusal {
        Refusal::Malformed => plain(StatusCode::BAD_REQUEST),
        Refusal::Foreign => plain(StatusCode::FORBIDDEN),
        Refusal::Body => plain(StatusCode::PAYLOAD_TOO_LARGE),
        Refusal::Method => with(plain(StatusCode::METHOD_NOT_ALLOWED), ALLOW, "GET, HEAD"),
        Refusal::Stranger => html(StatusCode::FORBIDDEN, Bytes::from(house.said.refused())),
    };
    // What was sent along is not read, and must not be taken for the next request.
    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
    answer
}

/// Gives the token as a cookie, and an address without it, so that it is in no history and no picture of a screen.
fn invite(door: &Door<'_>, address: Result<Address, Fault>) -> Response<Content> {
    let to = match address {
        Ok(Address::File(path) | Address::Folder(Some(path))) => address::write(&path),
        Ok(Address::Folder(None) | Address::Tool(_)) | Err(_) => "/".to_owned(),
    };
    let cookie = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", door.cookie(), door.token.unwrap_or_default());
    with(moved(&to), SET_COOKIE, &cookie)
}

async fn site(house: &Arc<House>, request: &Request<Incoming>, address: Address) -> Response<Content> {
    let shown = house.shown().await;
    let answer = match find(&shown, address).await {
        Found::Page(path, bytes) => dressed(&shown, StatusCode::OK, Some(&path), &bytes),
        Found::File(path, bytes) => part(request, &path, bytes),
        Found::OnDisk(path) => on_disk(house, &shown, request, &path).await,
        Found::Moved(path) => moved(&with_query(&path, request.uri().query())),
        Found::Unmade(path) => dressed(&shown, StatusCode::OK, Some(&path), &house.said.empty().into()),
        Found::Nothing => none(house, &shown),
    };
    from_step(house, answer, &shown)
}

async fn tool(house: &Arc<House>, request: &Request<Incoming>, page: &str, seat: &Arc<Seat>) -> Response<Content> {
    if let Some((name, text)) = OWN.iter().find(|(name, _)| *name == page) {
        let extension = name.rsplit('.').next().unwrap_or_default();
        return whole(kind::of(extension), Bytes::from_static(text.as_bytes()));
    }
    match page {
        // The key is in no script: what runs as a script can be made to run in a page of another site.
        "xem.json" => {
            let known =
                json!({ "events": format!("/_loa/su-kien?khoa={}", house.key), "words": house.said.for_script() });
            whole(kind::of("json"), known.to_string().into())
        }
        "su-kien" if !query(request.uri(), "khoa").is_some_and(|key| is_same(key, &house.key)) => {
            plain(StatusCode::FORBIDDEN)
        }
        "su-kien" if request.method() == Method::HEAD => typed(StatusCode::OK, "text/event-stream", Content::none()),
        "su-kien" => typed(StatusCode::OK, "text/event-stream", events::stream(house, seat).await),
        page => board(house, page.to_owned()).await,
    }
}

/// A page of the board. It may have to compare whole texts, so it is made beside the other answers.
async fn board(house: &Arc<House>, page: String) -> Response<Content> {
    let shown = house.shown().await;
    let inside = Arc::clone(&shown);
    let made = spawn_blocking(move || inside.show.board.page(&page)).await;
    let answer = match made.ok().flatten() {
        Some(made) if made.media_type.starts_with("text/html") => {
            html_of(StatusCode::OK, Content::Here(page::dress(&made.bytes, [])))
        }
        Some(made) => whole(made.media_type, made.bytes),
        None => none(house, &shown),
    };
    from_step(house, answer, &shown)
}

/// A page with the banners that it has to show.
fn dressed(shown: &Shown, status: StatusCode, path: Option<&SitePath>, bytes: &Bytes) -> Response<Content> {
    let banners = &shown.show.banners;
    let own = path.and_then(|path| banners.pages.get(path));
    html_of(status, Content::Here(page::dress(bytes, banners.everywhere.iter().chain(own))))
}

fn none(house: &House, shown: &Shown) -> Response<Content> {
    let page = shown.not_found().unwrap_or_else(|| house.said.nothing().into());
    from_step(house, dressed(shown, StatusCode::NOT_FOUND, None, &page), shown)
}

async fn on_disk(
    house: &Arc<House>,
    shown: &Arc<Shown>,
    request: &Request<Incoming>,
    path: &SitePath,
) -> Response<Content> {
    let Some(standing) = file::find(house, shown, path).await else {
        // The file was changed after the site was made of it. The step that knows it is on its way.
        return with(plain(StatusCode::SERVICE_UNAVAILABLE), RETRY_AFTER, "1");
    };
    let length = standing.length();
    let (status, range, content_range) = asked_part(request, length);
    let size = range.end - range.start;
    let is_asked = request.method() == Method::GET && size > 0;
    let content = if is_asked { file::send(standing, range) } else { Content::none() };
    let answer = with(typed(status, kind::of(&path.extension()), content), ACCEPT_RANGES, "bytes");
    ranged(with(answer, CONTENT_LENGTH, &size.to_string()), content_range)
}

/// A file that is held, or the part of it that was asked for.
fn part(request: &Request<Incoming>, path: &SitePath, bytes: Bytes) -> Response<Content> {
    let (status, range, content_range) = asked_part(request, bytes.len() as u64);
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(bytes.len());
    let bytes = bytes.slice(place(range.start)..place(range.end));
    let answer = sized(status, kind::of(&path.extension()), bytes);
    ranged(with(answer, ACCEPT_RANGES, "bytes"), content_range)
}

/// What to send of a file of this length, and what to say about it.
fn asked_part(request: &Request<Incoming>, length: u64) -> (StatusCode, std::ops::Range<u64>, Option<String>) {
    match wanted(request.method(), request.headers(), length) {
        Part::Whole => (StatusCode::OK, 0..length, None),
        Part::Beyond => (StatusCode::RANGE_NOT_SATISFIABLE, 0..0, Some(format!("bytes */{length}"))),
        Part::Some(range) => {
            let said = format!("bytes {}-{}/{length}", range.start, range.end - 1);
            (StatusCode::PARTIAL_CONTENT, range, Some(said))
        }
    }
}

/// The part that a request asks for. HEAD has none, and a condition cannot be met: no answer said how to know a version.
fn wanted(method: &Method, headers: &HeaderMap, length: u64) -> Part {
    let is_plain = *method == Method::GET && !headers.contains_key(IF_RANGE);
    let mut asked = headers.get_all(RANGE).iter();
    match (asked.next().filter(|_| is_plain), asked.next()) {
        (Some(asked), None) => asked.to_str().map_or(Part::Whole, |asked| range::read(asked, length)),
        _ => Part::Whole,
    }
}

fn with_query(path: &SitePath, query: Option<&str>) -> String {
    let address = address::write(path);
    query.map_or_else(|| address.clone(), |query| format!("{address}?{query}"))
}

fn moved(to: &str) -> Response<Content> {
    with(plain(StatusCode::FOUND), LOCATION, to)
}

fn html(status: StatusCode, page: Bytes) -> Response<Content> {
    html_of(status, page.into())
}

fn html_of(status: StatusCode, content: Content) -> Response<Content> {
    let size = match &content {
        Content::Here(pieces) => pieces.iter().map(Bytes::len).sum::<usize>(),
        Content::Coming(_) => 0,
    };
    with(typed(status, kind::of("html"), content), CONTENT_LENGTH, &size.to_string())
}

fn whole(media_type: &'static str, bytes: Bytes) -> Response<Content> {
    sized(StatusCode::OK, media_type, bytes)
}

/// Words for whoever looks at the wire; a browser shows them as they are.
fn plain(status: StatusCode) -> Response<Content> {
    sized(status, kind::of("txt"), format!("{status}\n").into())
}

fn sized(status: StatusCode, media_type: &'static str, bytes: Bytes) -> Response<Content> {
    let size = bytes.len().to_string();
    with(typed(status, media_type, bytes.into()), CONTENT_LENGTH, &size)
}

fn typed(status: StatusCode, media_type: &'static str, content: Content) -> Response<Content> {
    let mut answer = Response::new(content);
    *answer.status_mut() = status;
    answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    answer
}

fn ranged(answer: Response<Content>, content_range: Option<String>) -> Response<Content> {
    match content_range {
        Some(range) => with(answer, CONTENT_RANGE, &range),
        None => answer,
    }
}

fn from_step(house: &House, answer: Response<Content>, shown: &Shown) -> Response<Content> {
    let number = shown.show.step.number;
    // A script cannot read the headers of its own page, but this one.
    let timing = format!("loa;desc=\"{}\"", house.now(number));
    with(with(answer, STEP, &number.to_string()), SERVER_TIMING, &timing)
}

/// The answer with one more header. A value that cannot stand in one is left out; none of ours is such.
fn with(mut answer: Response<Content>, name: HeaderName, value: &str) -> Response<Content> {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
    answer
}

//! Serves a site under a sub-path with the tests' script in each page, notes what is asked for, and fails where it is told to.

use std::collections::{BTreeSet, HashMap};
use std::convert::Infallible;
use std::iter::once;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use futures_util::{StreamExt, stream};
use http::header::{CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use http::{HeaderValue, StatusCode};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tower_http::services::ServeDir;

/// Where a project's pages lie on static hosting, so that faulty links show.
const SUB_PATH: &str = "/some-repo";

/// The tests' script, which runs in every page before the page's own.
const SCRIPT_PATH: &str = "/e2e.js";
const SCRIPT: &str = include_str!("page.js");
const SCRIPT_TAG: &str = "<script src=\"/e2e.js\"></script>";

/// How a slow page comes: its text line by line, as far as a screen shows of it, and what passes between two.
///
/// Within a line the closing mark of a quotation moves as its text comes, which no page can help.
const LINES: usize = 32;
const BETWEEN: Duration = Duration::from_millis(20);

/// What is wrong with a file.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there, and its bytes are not what they should be.
    Corrupt,
    /// Half of its bytes come, as where a connection breaks off.
    CutShort,
    /// Nothing comes.
    Silent,
}

#[derive(Debug, Default)]
struct Record {
    requested: Vec<String>,
    missed: Vec<String>,
    faults: HashMap<String, Fault>,
    scripts_forbidden: bool,
    /// Runs in each page before all others.
    script: String,
    may_be_cached: bool,
    may_be_kept: bool,
    slow: bool,
}

/// The ports that servers of this process have had.
static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());

/// Listens on a port that no server of this process has had: in a browser that another test has left, that one's service worker would still answer there.
async fn listen() -> Result<TcpListener> {
    let mut refused = Vec::new();
    loop {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await;
        let listener = listener.context("no port is free for the test's server")?;
        if lock(&HAD).insert(listener.local_addr()?.port()) {
            return Ok(listener);
        }
        // Held until another is found, so that it is not offered again.
        refused.push(listener);
    }
}

/// A static server on a free port of this machine; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    record: Arc<Mutex<Record>>,
    task: tokio::task::JoinHandle<()>,
    end: Arc<Notify>,
}

impl Server {
    /// Serves a folder.
    pub async fn start(folder: &Path) -> Result<Self> {
        let record = Arc::new(Mutex::new(Record::default()));
        let app = Router::new()
            .nest_service(SUB_PATH, ServeDir::new(folder))
            .layer(from_fn_with_state(Arc::clone(&record), answer));
        let listener = listen().await?;
        let origin = format!("http://{}", listener.local_addr()?);
        let end = Arc::new(Notify::new());
        let ended = Arc::clone(&end).notified_owned();
        let task = tokio::spawn(async move {
            // It ends with the test; a failed connection shows there.
            let _ = axum::serve(listener, app)
                .with_graceful_shutdown(ended)
                .await;
        });
        Ok(Self {
            origin,
            record,
            task,
            end,
        })
    }

    /// The scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a page or file, given relative to the site.
    pub fn url(&self, path: &str) -> String {
        format!("{}{SUB_PATH}/{path}", self.origin)
    }

    /// Every path asked for so far, relative to the site.
    pub fn requested(&self) -> Vec<String> {
        lock(&self.record).requested.clone()
    }

    /// Every path asked for in vain so far, save those that a test took away.
    pub fn missed(&self) -> Vec<String> {
        lock(&self.record).missed.clone()
    }

    /// Lets a file fail from now on.
    pub fn break_file(&self, path: &str, fault: Fault) {
        lock(&self.record).faults.insert(path.to_owned(), fault);
    }

    /// Lets every file succeed again.
    pub fn mend(&self) {
        lock(&self.record).faults.clear();
    }

    /// Lets browsers keep the book from now on, which would fetch hundreds of files in every other test: those are told to save data.
    pub fn let_it_be_kept(&self) {
        lock(&self.record).may_be_kept = true;
    }

    /// Has each page run a script before all others from now on.
    pub fn add_script(&self, script: &str) {
        lock(&self.record).script = script.to_owned();
    }

    /// Lets browsers take files from their own cache from now on, without asking.
    pub fn let_it_be_cached(&self) {
        lock(&self.record).may_be_cached = true;
    }

    /// Lets the text of each page come in pieces from now on, as over a slow network: a browser shows what is there.
    pub fn slow_down(&self) {
        lock(&self.record).slow = true;
    }

    /// Takes no connection from now on and closes those there are, as where there is no network.
    pub async fn stop(&self) -> Result<()> {
        self.end.notify_one();
        let address = self.origin.trim_start_matches("http://");
        for _ in 0..100 {
            if self.task.is_finished() && TcpStream::connect(address).await.is_err() {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        bail!("the test's server does not stop")
    }

    /// Lets no page run a script from now on, as where JavaScript is switched off.
    pub fn forbid_scripts(&self) {
        lock(&self.record).scripts_forbidden = true;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn answer(
    State(record): State<Arc<Mutex<Record>>>,
    request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    match path {
        SCRIPT_PATH => {
            let record = lock(&record);
            let own = SCRIPT.replace("SAVES_DATA", &(!record.may_be_kept).to_string());
            let script = [record.script.as_str(), &own].join("\n");
            return ([(CONTENT_TYPE, "text/javascript")], script).into_response();
        }
        // A browser asks for it unasked, and it lies outside the site.
        "/favicon.ico" => return StatusCode::NO_CONTENT.into_response(),
        _ => {}
    }
    let path = path
        .strip_prefix(SUB_PATH)
        .map_or(path, |path| path.trim_start_matches('/'))
        .to_owned();
    let (fault, scripts_forbidden, slow, cached) = {
        let mut record = lock(&record);
        record.requested.push(path.clone());
        let fault = record.faults.get(&path).copied();
        (
            fault,
            record.scripts_forbidden,
            record.slow,
            record.may_be_cached,
        )
    };
    let no_store = (CACHE_CONTROL, HeaderValue::from_static("no-store"));
    match fault {
        None => {
            let mut response = with_script(next.run(request).await, slow).await;
            // Else a browser may show what it has stored where a test wants to know what it asks for, or how it comes.
            let kept = match (slow, cached) {
                (true, _) => "no-store",
                (false, true) => "max-age=3600",
                (false, false) => "no-cache",
            };
            let kept = HeaderValue::from_static(kept);
            response.headers_mut().insert(CACHE_CONTROL, kept);
            if response.status() == StatusCode::NOT_FOUND {
                lock(&record).missed.push(path);
            }
            if scripts_forbidden {
                // Unlike `script-src 'none'` it also lets `<noscript>` show.
                let policy = HeaderValue::from_static("sandbox allow-same-origin");
                response
                    .headers_mut()
                    .insert(CONTENT_SECURITY_POLICY, policy);
            }
            response
        }
        Some(Fault::CutShort) => {
            let (parts, body) = next.run(request).await.into_parts();
            let Ok(whole) = to_bytes(body, usize::MAX).await else {
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            };
            let kind = parts.headers.get(CONTENT_TYPE).cloned();
            let kind = kind.unwrap_or(HeaderValue::from_static("text/plain"));
            let half = whole.slice(..whole.len() / 2);
            ([no_store, (CONTENT_TYPE, kind)], half).into_response()
        }
        Some(Fault::Silent) => std::future::pending().await,
        Some(Fault::Missing) => (StatusCode::NOT_FOUND, [no_store], "not found").into_response(),
        Some(Fault::Corrupt) => {
            let kind = if path.ends_with(".wasm") {
                "application/wasm"
            } else {
                "text/javascript"
            };
            (
                [no_store, (CONTENT_TYPE, HeaderValue::from_static(kind))],
                "not what you expect",
            )
                .into_response()
        }
    }
}

/// Puts the tests' script into an answer that is a page, which comes in pieces where it is slow.
async fn with_script(response: Response, slow: bool) -> Response {
    let is_page = response
        .headers()
        .get(CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(page) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(CONTENT_LENGTH);
    let page = inject(&String::from_utf8_lossy(&page));
    let body = if slow {
        in_pieces(&page)
    } else {
        Body::from(page)
    };
    Response::from_parts(parts, body)
}

/// A page whose first lines of text come one at a time, with the time of a frame between two, and the rest at once.
fn in_pieces(page: &str) -> Body {
    let (head, text) = page.split_at(page.find("<main>").unwrap_or_default());
    let seen = text.match_indices('\n').nth(LINES);
    let seen = seen.map_or(text.len(), |(at, _)| at);
    let (seen, rest) = text.split_at(seen);
    let pieces: Vec<String> = once(head)
        .chain(seen.split_inclusive('\n'))
        .chain(once(rest))
        .map(str::to_owned)
        .collect();
    Body::from_stream(stream::iter(pieces).then(|piece| async {
        tokio::time::sleep(BETWEEN).await;
        Ok::<_, Infallible>(piece)
    }))
}

/// Puts the tests' script first into the head of a page; what has no head is left as it is.
fn inject(page: &str) -> String {
    match page.split_once("<head>") {
        Some((before, after)) => format!("{before}<head>{SCRIPT_TAG}{after}"),
        None => page.to_owned(),
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn get(server: &Server, path: &str) -> String {
        let address = server.origin().trim_start_matches("http://");
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = format!("GET {SUB_PATH}/{path} HTTP/1.0\r\nHost: {address}\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    #[tokio::test]
    async fn files_are_served_broken_and_mended() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.wasm"), "module").unwrap();
        let server = Server::start(folder.path()).await.unwrap();

        let answer = get(&server, "a.wasm").await;
        assert!(
            answer.contains("content-type: application/wasm"),
            "{answer}"
        );
        assert!(answer.ends_with("module"), "{answer}");

        server.break_file("a.wasm", Fault::Corrupt);
        assert!(
            get(&server, "a.wasm")
                .await
                .ends_with("not what you expect")
        );
        server.break_file("a.wasm", Fault::Missing);
        assert!(get(&server, "a.wasm").await.contains("404"));
        server.mend();
        assert!(get(&server, "a.wasm").await.ends_with("module"));
        assert_eq!(server.requested(), ["a.wasm"; 4]);
        assert!(server.missed().is_empty());

        assert!(get(&server, "b.wasm").await.contains("404"));
        assert_eq!(server.missed(), ["b.wasm"]);
    }

    #[tokio::test]
    async fn a_page_comes_with_the_tests_script_and_may_be_kept_from_running_any() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.html"), "<head><title>ä</title>").unwrap();
        let server = Server::start(folder.path()).await.unwrap();

        let answer = get(&server, "a.html").await;
        assert!(
            answer.ends_with("<head><script src=\"/e2e.js\"></script><title>ä</title>"),
            "{answer}"
        );
        assert!(!answer.contains("sandbox"), "{answer}");
        server.forbid_scripts();
        let answer = get(&server, "a.html").await;
        assert!(
            answer.contains("content-security-policy: sandbox"),
            "{answer}"
        );
    }

    #[test]
    fn the_script_comes_first_in_the_head_and_nowhere_else() {
        assert_eq!(
            inject("<html><head><script>"),
            "<html><head><script src=\"/e2e.js\"></script><script>"
        );
        assert_eq!(
            inject("<head></head><p><head>"),
            "<head><script src=\"/e2e.js\"></script></head><p><head>"
        );
        assert_eq!(inject("<header>"), "<header>");
    }
}

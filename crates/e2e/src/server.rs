//! Serves a site under a sub-path, notes what is asked for, and fails where it is told to.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use tower_http::services::ServeDir;

/// Where a project's pages lie on static hosting, so that faulty links show.
const SUB_PATH: &str = "/some-repo";

/// What is wrong with a file.
#[derive(Clone, Copy, Debug)]
pub enum Fault {
    /// It is not there.
    Missing,
    /// It is there, and its bytes are not what they should be.
    Corrupt,
}

#[derive(Debug, Default)]
struct Record {
    requested: Vec<String>,
    faults: HashMap<String, Fault>,
}

/// A static server on a free port of this machine; it stops when it is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    record: Arc<Mutex<Record>>,
    task: tokio::task::JoinHandle<()>,
}

impl Server {
    /// Serves a folder.
    pub async fn start(folder: &Path) -> Result<Self> {
        let record = Arc::new(Mutex::new(Record::default()));
        let app = Router::new()
            .nest_service(SUB_PATH, ServeDir::new(folder))
            .layer(from_fn_with_state(Arc::clone(&record), answer));
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0))
            .await
            .context("no port is free for the test's server")?;
        let origin = format!("http://{}", listener.local_addr()?);
        let task = tokio::spawn(async move {
            // It ends with the test; a failed connection shows there.
            let _ = axum::serve(listener, app).await;
        });
        Ok(Self {
            origin,
            record,
            task,
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

    /// Lets a file fail from now on.
    pub fn break_file(&self, path: &str, fault: Fault) {
        lock(&self.record).faults.insert(path.to_owned(), fault);
    }

    /// Lets every file succeed again.
    pub fn mend(&self) {
        lock(&self.record).faults.clear();
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
    let path = path
        .strip_prefix(SUB_PATH)
        .map_or(path, |path| path.trim_start_matches('/'))
        .to_owned();
    let fault = {
        let mut record = lock(&record);
        let fault = record.faults.get(&path).copied();
        record.requested.push(path.clone());
        fault
    };
    let no_store = (CACHE_CONTROL, "no-store");
    match fault {
        None => next.run(request).await,
        Some(Fault::Missing) => (StatusCode::NOT_FOUND, [no_store], "not found").into_response(),
        Some(Fault::Corrupt) => {
            let kind = if path.ends_with(".wasm") {
                "application/wasm"
            } else {
                "text/javascript"
            };
            ([no_store, (CONTENT_TYPE, kind)], "not what you expect").into_response()
        }
    }
}

fn lock(record: &Mutex<Record>) -> MutexGuard<'_, Record> {
    record.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    async fn get(server: &Server, path: &str) -> String {
        let address = server.origin().trim_start_matches("http://");
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
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
    }
}

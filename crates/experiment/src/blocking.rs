//! Blocking waits: the thread is held until the time is up, as in a program that knows no await.

use crate::{Result, clock, unmeasurable};
use web_sys::{Blob, Url, XmlHttpRequest};

/// The longest wait in milliseconds, whatever is asked for: nobody can stop it.
const LONGEST: f64 = 3000.0;

/// What is said where no synchronous request is answered.
const REFUSED: &str = "A synchronous request was not answered: this browser refuses them.";

/// Waits in synchronous requests, one after another, and says how many it took; it computes nothing.
///
/// One long request would be closer to real programs, but static hosting answers at once, and a service worker does not see synchronous requests in every browser.
/// They ask for the head of the site's first page, which is there on every host and sends no body.
/// Without a network they ask the browser for something that it holds, which is answered outside this thread too.
/// Works in a worker too.
///
/// # Errors
///
/// Where the browser refuses them, nothing of it can be measured.
pub fn requests(site: &str, ms: f64) -> Result<u32> {
    let end = clock::now() + ms.min(LONGEST);
    let mut count = 0;
    let mut answers = true;
    while clock::now() < end {
        answers = answers && request("HEAD", site).is_some();
        if !answers {
            held().ok_or_else(|| unmeasurable(REFUSED))?;
        }
        count += 1;
    }
    Ok(count)
}

/// Waits in a loop that asks the clock again and again: it computes, and is to be called a spin where readers see it.
pub fn spin(ms: f64) {
    let end = clock::now() + ms.min(LONGEST);
    while clock::now() < end {}
}

/// Asks for what the browser holds, and blocks until it is there.
fn held() -> Option<()> {
    let url = Url::create_object_url_with_blob(&Blob::new().ok()?).ok()?;
    let answer = request("GET", &url);
    // An address that was just made can be taken back.
    let _ = Url::revoke_object_url(&url);
    answer
}

/// Asks, and blocks until the answer is there.
fn request(method: &str, url: &str) -> Option<()> {
    let request = XmlHttpRequest::new().ok()?;
    request.open_with_async(method, url, false).ok()?;
    request.send().ok()?;
    (request.status().ok()? < 400).then_some(())
}

//! The reply source: requests that take as long as they are told to, answered by the site's service worker.

use crate::{Run, clock, error, unmeasurable};
use futures_util::stream::{FuturesUnordered, StreamExt};
use gloo_timers::future::TimeoutFuture;
use js_sys::{Object, Promise, Reflect};
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::result::Result;
use std::task::Poll;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, RegistrationOptions, RequestInit, Response, ServiceWorker,
    ServiceWorkerContainer, ServiceWorkerRegistration, ServiceWorkerUpdateViaCache,
    UrlSearchParams,
};

/// How long a page waits to be taken over by the source, in milliseconds.
const LONGEST_TAKEOVER: u32 = 3000;

/// How many bursts are sent, of which the quickest counts.
const BURSTS: u32 = 3;

/// How often it looks whether it has been, in milliseconds.
const GLANCE: u32 = 10;

#[wasm_bindgen]
extern "C" {
    type Navigator;

    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;

    /// Absent where the page is not secure; in some frames even to ask is an error.
    #[wasm_bindgen(method, getter, catch, js_name = serviceWorker)]
    fn service_worker(this: &Navigator) -> Result<Option<ServiceWorkerContainer>, JsValue>;

    fn fetch(url: &str, options: &RequestInit) -> Promise;
}

#[wasm_bindgen]
extern "C" {
    /// What the source says of itself in a reply.
    type Answer;

    #[wasm_bindgen(method, getter)]
    fn why(this: &Answer) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn others(this: &Answer) -> u32;
}

/// What is asked of the source; by default a reply at once.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ask {
    /// After how many milliseconds the reply comes.
    pub ms: f64,
    /// Up to how many milliseconds more it may take.
    pub jitter: f64,
    /// The share of failures, from 0 to 1.
    pub fail: f64,
    /// Whether no reply comes at all.
    pub hang: bool,
    /// What jitter and failure are drawn from, so that they can be repeated; 0 leaves them to chance.
    pub seed: u32,
}

impl Ask {
    /// Asks for a good reply after so many milliseconds.
    pub fn after(ms: f64) -> Self {
        Self {
            ms,
            ..Self::default()
        }
    }
}

/// A reply of the source.
#[derive(Clone, Copy, Debug)]
pub struct Reply {
    /// How many other requests the source still had open when it replied.
    pub others: u32,
}

/// Why there is no reply.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// The source answered that it failed, and why.
    Failed(String),
    /// Nothing came that the source could have sent.
    Unreachable,
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Failed(why) => error(&why),
            Failure::Unreachable => error("The reply source could not be reached."),
        }
    }
}

/// The reply source, connected with this page.
#[derive(Clone, Debug)]
pub struct Source {
    site: String,
}

impl Source {
    /// Connects the page with the source.
    ///
    /// # Errors
    ///
    /// Where there is none, nothing of it can be measured here.
    pub async fn connect(run: &Run) -> crate::Result<Self> {
        let source = Self::reach(run.site()).await;
        source.map_err(unmeasurable)
    }

    /// How long it takes here to send so many requests together and to hear of all their replies, in milliseconds, if the source replies at once.
    ///
    /// What is to overlap, to overtake or to pile up on any machine is sized by it.
    pub async fn burst(&self, requests: u32) -> f64 {
        let mut shortest = f64::INFINITY;
        for _ in 0..BURSTS {
            let begin = clock::now();
            let all: FuturesUnordered<_> =
                (0..requests).map(|_| self.ask(Ask::default())).collect();
            all.count().await;
            shortest = shortest.min(clock::now() - begin);
        }
        shortest
    }

    async fn reach(site: String) -> Result<Self, &'static str> {
        let container = NAVIGATOR.with(Navigator::service_worker).ok().flatten();
        let container = container.ok_or(
            "Requests of a chosen length need a service worker, and this page may have none: browsers keep them for https and localhost, and some private windows go without.",
        )?;
        within(LONGEST_TAKEOVER, take_over(&container, &site))
            .await
            .ok_or("The service worker that answers requests of a chosen length did not take this page over within 3 s. Reload the page and run it again.")??;
        Ok(Self { site })
    }

    /// Sends a request and waits for the reply; dropped meanwhile, it aborts the request.
    pub async fn ask(&self, ask: Ask) -> Result<Reply, Failure> {
        let answer = self.fetch(ask).await.map_err(|_| Failure::Unreachable)?;
        match answer.why() {
            Some(why) => Err(Failure::Failed(why)),
            None => Ok(Reply {
                others: answer.others(),
            }),
        }
    }

    async fn fetch(&self, ask: Ask) -> Result<Answer, JsValue> {
        let query = Object::new();
        for (name, value) in [
            ("ms", ask.ms),
            ("jitter", ask.jitter),
            ("fail", ask.fail),
            ("hang", f64::from(ask.hang)),
            ("seed", f64::from(ask.seed)),
        ] {
            if value != 0.0 {
                Reflect::set(&query, &name.into(), &value.into())?;
            }
        }
        let query = UrlSearchParams::new_with_record_from_str_to_str(&query)?;
        let url = self.site.clone() + "reply/?" + &String::from(query.to_string());

        let abort = Abort(AbortController::new()?);
        let options = RequestInit::new();
        options.set_signal(Some(&abort.0.signal()));
        let response = JsFuture::from(fetch(&url, &options)).await?;
        let answer = response.unchecked_into::<Response>().json()?;
        Ok(JsFuture::from(answer).await?.unchecked_into())
    }
}

/// Ends a request when it is dropped, unless the reply was there before.
struct Abort(AbortController);

impl Drop for Abort {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Starts the site's service worker, if it is not there, and waits until it answers for this page.
async fn take_over(container: &ServiceWorkerContainer, site: &str) -> Result<(), &'static str> {
    const REFUSED: &str = "Requests of a chosen length need this site's service worker, and the browser did not start it: it is missing, or this browser is told to have none.";
    let script = site.to_owned() + "service-worker.js";
    // Another book on this host may have had a worker of its own; ours may have been told to keep the book.
    let is_ours = |worker: Option<ServiceWorker>| {
        worker.is_some_and(|worker| worker.script_url().starts_with(&script))
    };
    if is_ours(container.controller()) {
        return Ok(());
    }
    let known = container.get_registration_with_document_url(site);
    let known: Option<ServiceWorkerRegistration> = JsFuture::from(known)
        .await
        .ok()
        .and_then(|it| it.dyn_into().ok());
    // One without a worker yet is just being registered by the page.
    let is_known = known.is_some_and(|known| {
        let workers = [known.active(), known.waiting(), known.installing()];
        known.scope() == site && workers.into_iter().flatten().all(|it| is_ours(Some(it)))
    });
    if !is_known {
        let options = RegistrationOptions::new();
        // As the page itself registers it: its parts must be of its own edition.
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let registered = container.register_with_options(&script, &options);
        let registered = JsFuture::from(registered).await;
        registered.map_err(|_| REFUSED)?;
    }
    let ready = container.ready().map_err(|_| REFUSED)?;
    let registration = JsFuture::from(ready).await.map_err(|_| REFUSED)?;
    let registration: ServiceWorkerRegistration = registration.unchecked_into();
    while !is_ours(container.controller()) {
        if let Some(active) = registration.active() {
            // A page that loaded before there was a worker belongs to none until one claims it, which it asks for by a message.
            // Posting a value without transferred parts cannot fail.
            let _ = active.post_message(&JsValue::NULL);
        }
        TimeoutFuture::new(GLANCE).await;
    }
    Ok(())
}

/// What a future comes to within so many milliseconds.
async fn within<F: Future>(ms: u32, future: F) -> Option<F::Output> {
    let mut timer = TimeoutFuture::new(ms);
    let mut future = pin!(future);
    poll_fn(|cx| match future.as_mut().poll(cx) {
        Poll::Ready(output) => Poll::Ready(Some(output)),
        Poll::Pending => Pin::new(&mut timer).poll(cx).map(|()| None),
    })
    .await
}

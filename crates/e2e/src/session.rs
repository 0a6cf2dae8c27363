//! One browser on one site: pages, scripts, what went wrong, the protocol behind the browser's tools.

use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use fantoccini::Client;
use fantoccini::actions::{
    InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction,
};
use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::RwLockReadGuard;
use url::Url;

use crate::WAIT_LIMIT;
use crate::browser::Browser;
use crate::engines::{Engine, Feature};
use crate::panel::Panel;
use crate::scheduler::{Leave, Window, alone, turn};
use crate::server::Server;
use crate::site::Site;

/// How often a condition is looked at while it is waited for.
const POLL: Duration = Duration::from_millis(15);

/// The page and the browser that a test drives.
#[derive(Debug)]
pub struct Session {
    /// The site under test.
    pub site: Site,
    /// The server that serves it.
    pub server: Server,
    engine: Engine,
    browser: Option<Browser>,
    allowed: RefCell<Vec<String>>,
    /// Where else than at the site the test itself leads the browser.
    own_origins: RefCell<Vec<String>>,
    seen: RefCell<Seen>,
    leave: RefCell<Option<Leave>>,
    /// For how long this test was held back, all commands of this session together.
    held_back: Cell<Duration>,
}

/// What was seen of all pages so far.
#[derive(Debug, Default, Deserialize)]
struct Seen {
    /// What went wrong, one line each.
    errors: Vec<String>,
    /// The addresses that were asked for.
    requests: Vec<String>,
    /// The browser's own trace.
    #[serde(skip)]
    trace: Vec<TraceEvent>,
}

/// One event of the browser's own trace.
#[derive(Clone, Debug, Deserialize)]
pub struct TraceEvent {
    /// What happened.
    pub name: String,
    /// The process.
    pub pid: i64,
    /// The thread within the process.
    pub tid: i64,
    /// When it began, in microseconds of the browser's clock.
    #[serde(default)]
    pub ts: f64,
    /// How long it took, in microseconds; 0 for a moment.
    #[serde(default)]
    pub dur: f64,
    /// What else is known of it.
    #[serde(default)]
    pub args: Value,
}

impl Session {
    /// Serves the site and opens a browser with what these features need.
    pub async fn start(site: Site, features: &[Feature]) -> Result<Self> {
        let engine = Engine::from_environment()?;
        let leave = Leave::wait(engine, false).await;
        Self::start_with(leave, engine, site, features).await
    }

    /// Starts as [`Self::start`] does, once a test may.
    pub(crate) async fn start_with(
        (leave, window): (Leave, Window),
        engine: Engine,
        site: Site,
        features: &[Feature],
    ) -> Result<Self> {
        let server = Server::start(&site.folder).await?;
        let browser = Browser::open(engine, features).await?;
        drop(window);
        let allowed = site
            .examples
            .iter()
            .flat_map(|example| example.console.clone())
            .collect();
        let mut session = Self {
            site,
            server,
            engine,
            browser: Some(browser),
            allowed: RefCell::new(allowed),
            own_origins: RefCell::default(),
            seen: RefCell::default(),
            leave: RefCell::new(Some(leave)),
            held_back: Cell::default(),
        };
        let ready = session.prepare(features).await;
        if ready.is_err() {
            session.close().await;
        }
        ready.map(|()| session)
    }

    /// Brings the browser to where every test begins.
    async fn prepare(&self, features: &[Feature]) -> Result<()> {
        let reusable = self
            .browser
            .as_ref()
            .is_some_and(|browser| browser.reusable);
        // What it has logged of another test. One of this test's own has served none, and to read a trace ends it.
        if reusable && self.can(Feature::Logs) {
            self.look_at_logs().await?;
            self.seen.take();
            // A tab that a driver opens does not get the focus by itself.
            self.cdp("Page.bringToFront", json!({})).await?;
        }
        if features.contains(&Feature::Paper) {
            self.cdp("Emulation.setEmulatedMedia", json!({"media": "print"}))
                .await?;
        }
        let wishes = [
            (Feature::DarkSystem, "prefers-color-scheme", "dark"),
            (Feature::LessMotion, "prefers-reduced-motion", "reduce"),
            (Feature::ForcedColours, "forced-colors", "active"),
        ];
        for (feature, name, value) in wishes {
            // Chromium has no setting for them; Firefox is started with them.
            if self.engine == Engine::Chromium && features.contains(&feature) {
                let media = json!({"features": [{"name": name, "value": value}]});
                self.cdp("Emulation.setEmulatedMedia", media).await?;
            }
        }
        // Such a browser hides the size of its window as well.
        if features.contains(&Feature::HiddenTime) {
            return Ok(());
        }
        self.set_size(1280, 900).await
    }

    /// Does something while no other test has the machine.
    pub(crate) async fn alone<T>(&self, act: impl Future<Output = T>) -> T {
        let Some(leave) = self.leave.take() else {
            return act.await;
        };
        let (done, leave) = alone(leave, act).await;
        self.leave.replace(Some(leave));
        done
    }

    /// Whether the browser's engine has a feature.
    pub fn can(&self, feature: Feature) -> bool {
        self.engine.lacks(feature).is_none()
    }

    /// Of pages that are much alike, all in the engine that has time for it, and every second in the others.
    pub fn some_of(&self, pages: Vec<String>) -> Vec<String> {
        let step = if self.can(Feature::ManyRuns) { 1 } else { 2 };
        pages.into_iter().step_by(step).collect()
    }

    /// Opens a page, given relative to the site with its query, and waits for its load event.
    pub async fn open(&self, page: &str) -> Result<()> {
        self.look_at_page().await?;
        self.client()
            .await?
            .goto(&self.server.url(page))
            .await
            .with_context(|| format!("{page} does not open"))
    }

    /// Opens a page with the shortest settings of all its panels; tells the page with that query.
    pub async fn open_shortest(&self, page: &str) -> Result<String> {
        let page = format!("{page}?{}", self.site.shortest(page)?);
        self.open(&page).await?;
        Ok(page)
    }

    /// Goes back to the page before, as by the browser's own button.
    pub async fn go_back(&self) -> Result<()> {
        self.look_at_page().await?;
        Ok(self.client().await?.back().await?)
    }

    /// Opens a page of the site as a file, without the server and without the tests' script.
    pub async fn open_file(&self, page: &str) -> Result<()> {
        self.look_at_page().await?;
        let file = Url::from_file_path(self.site.folder.join(page));
        let file = file.ok().context("the site's folder has no address")?;
        Ok(self.client().await?.goto(file.as_str()).await?)
    }

    /// Opens a page of another server that the test has started, without the tests' script.
    pub async fn open_at(&self, origin: &str, page: &str) -> Result<()> {
        self.look_at_page().await?;
        self.own_origins.borrow_mut().push(origin.to_owned());
        Ok(self
            .client()
            .await?
            .goto(&format!("{origin}/{page}"))
            .await?)
    }

    /// The first panel of an example on the page.
    pub fn panel<'a>(&'a self, slug: &'a str) -> Panel<'a> {
        self.nth_panel(slug, 0)
    }

    /// One of several panels of an example on the page, counted from 0.
    pub fn nth_panel<'a>(&'a self, slug: &'a str, nth: usize) -> Panel<'a> {
        Panel::new(self, slug, nth)
    }

    /// Runs the body of a function in the page.
    pub async fn script(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        Ok(self.client().await?.execute(body, args).await?)
    }

    /// Runs the body of an async function in the page and waits for what it returns.
    pub async fn async_script(&self, body: &str, args: Vec<Value>) -> Result<Value> {
        let wrapped = format!(
            "const done = arguments[arguments.length - 1]; \
             (async function () {{ {body} }}).apply(null, arguments) \
             .then((value) => done({{value}}), (error) => done({{error: String(error)}}));"
        );
        let mut answer = self.client().await?.execute_async(&wrapped, args).await?;
        if let Some(error) = answer.get("error").and_then(Value::as_str) {
            bail!("the page's script failed: {error}");
        }
        Ok(answer["value"].take())
    }

    /// The text of the first element that a selector finds; empty without one.
    pub async fn text(&self, selector: &str) -> Result<String> {
        let text = "return document.querySelector(arguments[0])?.textContent ?? ''";
        let text = self.script(text, vec![json!(selector)]).await?;
        Ok(serde_json::from_value(text)?)
    }

    /// Looks again and again until `look` finds something, for at most `limit`.
    pub async fn wait_for<T>(
        &self,
        what: &str,
        limit: Duration,
        mut look: impl AsyncFnMut() -> Result<Option<T>>,
    ) -> Result<T> {
        let (start, held_before) = (Instant::now(), self.held_back.get());
        loop {
            if let Some(found) = look().await? {
                return Ok(found);
            }
            let held = self.held_back.get() - held_before;
            ensure!(
                start.elapsed() < limit + held,
                "waited {limit:?} in vain for {what}"
            );
            tokio::time::sleep(POLL).await;
        }
    }

    /// Waits until the page has drawn this many frames more.
    pub async fn frames_pass(&self, count: u32) -> Result<()> {
        self.async_script(
            "for (let i = 0; i < arguments[0]; i++) await new Promise(requestAnimationFrame);",
            vec![json!(count)],
        )
        .await
        .map(drop)
    }

    /// Sets the page's size in CSS pixels.
    pub async fn set_size(&self, width: u32, height: u32) -> Result<()> {
        if self.can(Feature::NarrowPage) {
            let size =
                json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": false});
            self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
            return Ok(());
        }
        let frame = "return [outerWidth - innerWidth, outerHeight - innerHeight]";
        let frame: [u32; 2] = serde_json::from_value(self.script(frame, vec![]).await?)?;
        self.client()
            .await?
            .set_window_size(width + frame[0], height + frame[1])
            .await?;
        // The window may follow a moment after the command's answer.
        self.wait_for(
            &format!("a page of {width} by {height} pixels"),
            WAIT_LIMIT,
            async || {
                let size = self
                    .script("return [innerWidth, innerHeight]", vec![])
                    .await?;
                Ok((size == json!([width, height])).then_some(()))
            },
        )
        .await
    }

    /// How many pixels of this colour are on the display, of a session that was opened with [`Feature::Display`].
    ///
    /// It asks nothing of the browser, so the page may be frozen.
    pub fn count_on_display(&self, colour: [u8; 3]) -> Result<usize> {
        let browser = self.browser.as_ref().context("there is no browser")?;
        let display = browser.display.as_ref();
        display.context("there is no display")?.count(colour)
    }

    /// What the browser has traced so far, of a session that was opened with [`Feature::Trace`].
    pub async fn trace(&self) -> Result<Vec<TraceEvent>> {
        self.look_at_logs().await?;
        Ok(self.seen.borrow().trace.clone())
    }

    /// What the page keeps alive, by the browser's own counts of such things as `JSEventListeners`.
    pub async fn counted<const N: usize>(&self, names: [&str; N]) -> Result<[u64; N]> {
        self.cdp("HeapProfiler.collectGarbage", json!({})).await?;
        self.cdp("Performance.enable", json!({})).await?;
        let answer = self.cdp("Performance.getMetrics", json!({})).await?;
        let all = answer["metrics"].as_array().map_or(&[][..], Vec::as_slice);
        let mut counts = [0; N];
        for (count, name) in counts.iter_mut().zip(names) {
            let metric = all.iter().find(|metric| metric["name"] == name);
            *count = metric
                .and_then(|metric| metric["value"].as_u64())
                .with_context(|| format!("the browser does not count its {name}"))?;
        }
        Ok(counts)
    }

    /// Why the open page cannot be installed, by the browser's own account.
    pub async fn not_installable(&self) -> Result<Value> {
        let answer = self.cdp("Page.getInstallabilityErrors", json!({})).await?;
        Ok(answer["installabilityErrors"].clone())
    }

    /// Prints the open page, as PDF.
    pub async fn print(&self) -> Result<Vec<u8>> {
        let answer = self.cdp("Page.printToPDF", json!({})).await?;
        data_of(&answer).context("the browser has not printed")
    }

    /// Opens another tab in front of the page, which is then hidden, until [`Self::show`] is called with what this returns.
    pub async fn hide(&self) -> Result<WindowHandle> {
        let client = self.client().await?;
        let page = client.window().await?;
        let other = client.new_window(true).await?;
        client.switch_to_window(other.handle).await?;
        Ok(page)
    }

    /// Closes the tab in front and goes back to the page.
    pub async fn show(&self, page: WindowHandle) -> Result<()> {
        let client = self.client().await?;
        client.close_window().await?;
        Ok(client.switch_to_window(page).await?)
    }

    /// Slows the page's processor down by a factor.
    pub async fn throttle(&self, factor: f64) -> Result<()> {
        self.cdp("Emulation.setCPUThrottlingRate", json!({"rate": factor}))
            .await
            .map(drop)
    }

    /// Leaves the site no room to store anything more.
    pub async fn fill_storage(&self) -> Result<()> {
        let origin = self.script("return location.origin", vec![]).await?;
        let quota = json!({"origin": origin, "quotaSize": 1});
        self.cdp("Storage.overrideQuotaForOrigin", quota)
            .await
            .map(drop)
    }

    /// Lets no script of a page run from now on.
    pub fn forbid_scripts(&self) {
        self.server.forbid_scripts();
        self.allow_console("frame is sandboxed and the 'allow-scripts' permission is not set");
    }

    /// A picture of the whole page, as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let metrics = self.cdp("Page.getLayoutMetrics", json!({})).await?;
        let size = &metrics["cssContentSize"];
        let clip = json!({
            "x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1
        });
        let answer = self
            .cdp(
                "Page.captureScreenshot",
                json!({"format": "png", "captureBeyondViewport": true, "clip": clip}),
            )
            .await?;
        data_of(&answer).context("the browser took no picture")
    }

    /// Where the protocol behind the browser's own tools is spoken about the page.
    pub(crate) async fn tools_url(&self) -> Result<String> {
        let client = self.client().await?;
        let address = client
            .capabilities()
            .and_then(|all| {
                all.get("goog:chromeOptions")?
                    .get("debuggerAddress")?
                    .as_str()
            })
            .context("the driver does not say where the browser's tools listen")?;
        let page = String::from(client.window().await?);
        Ok(format!("ws://{address}/devtools/page/{page}"))
    }

    /// Presses the mouse at a point of the viewport, as a reader would; a driver waits until the page is free.
    pub async fn click_at(&self, x: f64, y: f64) -> Result<()> {
        let (duration, button) = (None, MOUSE_BUTTON_LEFT);
        let click = MouseActions::new("mouse".to_owned())
            .then(PointerAction::MoveTo { duration, x, y })
            .then(PointerAction::Down { button })
            .then(PointerAction::Up { button });
        Ok(self.client().await?.perform_actions(click).await?)
    }

    /// Presses a key as a reader would.
    pub async fn press_key(&self, key: char) -> Result<()> {
        self.press_key_times(key, 1).await
    }

    /// Presses a key so many times, in one command to the browser.
    pub async fn press_key_times(&self, key: char, times: usize) -> Result<()> {
        let mut presses = KeyActions::new("keyboard".to_owned());
        for _ in 0..times {
            presses = presses
                .then(KeyAction::Down { value: key })
                .then(KeyAction::Up { value: key });
        }
        Ok(self.client().await?.perform_actions(presses).await?)
    }

    /// Allows console errors that hold this text: the test causes them itself.
    pub fn allow_console(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    /// What nobody allowed and happened all the same, one line each: errors, requests to another origin, files that are not there.
    pub async fn complaints(&self) -> Result<Vec<String>> {
        self.look_at_page().await?;
        if self.can(Feature::Logs) {
            self.look_at_logs().await?;
        }
        let (seen, allowed) = (self.seen.borrow(), self.allowed.borrow());
        let errors = seen
            .errors
            .iter()
            .filter(|error| !allowed.iter().any(|part| error.contains(part)))
            .map(|error| format!("in the console: {error}"));
        let strangers = seen
            .requests
            .iter()
            .filter(|url| {
                !is_local(url, self.server.origin())
                    && !self
                        .own_origins
                        .borrow()
                        .iter()
                        .any(|own| is_local(url, own))
            })
            .map(|url| format!("a request left the site: {url}"));
        let missed = self.server.missed().into_iter();
        let missed = missed.map(|path| format!("the site has no {path}"));
        Ok(errors.chain(strangers).chain(missed).collect())
    }

    /// Keeps what the open page has noted, before it goes.
    async fn look_at_page(&self) -> Result<()> {
        // Where scripts are forbidden, and before the first page, there is no `e2e`.
        let noted = self
            .script("return window.e2e?.seen() ?? null", vec![])
            .await?;
        if let Some(noted) = serde_json::from_value::<Option<Seen>>(noted)? {
            let mut seen = self.seen.borrow_mut();
            seen.errors.extend(noted.errors);
            seen.requests.extend(noted.requests);
        }
        Ok(())
    }

    /// Keeps what the browser's own logs hold, which also know of workers and of files that do not load.
    async fn look_at_logs(&self) -> Result<()> {
        let console = self.log("browser").await?;
        let network = self.log("performance").await?;
        let mut seen = self.seen.borrow_mut();
        seen.errors.extend(
            console
                .iter()
                .filter(|entry| entry["level"] == "SEVERE")
                .filter_map(|entry| entry["message"].as_str())
                .map(str::to_owned),
        );
        for entry in network {
            let text = entry["message"].as_str().unwrap_or_default();
            let event: Value = serde_json::from_str(text)?;
            let event = &event["message"];
            if event["method"] == "Tracing.dataCollected" {
                seen.trace
                    .push(serde_json::from_value(event["params"].clone())?);
            }
            if event["method"] == "Network.requestWillBeSent"
                && let Some(url) = event["params"]["request"]["url"].as_str()
                && let Some(document) = event["params"]["documentURL"].as_str()
                // The browser may have pages of its own open.
                && !document.starts_with("chrome")
            {
                seen.requests.push(url.to_owned());
            }
        }
        Ok(())
    }

    /// Closes the browser.
    pub async fn close(&mut self) {
        if let Some(browser) = self.browser.take() {
            browser.close().await;
        }
    }

    /// Leaves the browser to another test: only where this one found nothing wrong.
    pub async fn leave(&mut self) {
        if let Some(browser) = self.browser.take() {
            browser.leave().await;
        }
    }

    /// Sends a command of the protocol behind the browser's own tools.
    async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        self.extension("goog/cdp/execute", json!({"cmd": method, "params": params}))
            .await
            .with_context(|| format!("the browser refuses {method}"))
    }

    async fn log(&self, kind: &str) -> Result<Vec<Value>> {
        let entries = self.extension("se/log", json!({"type": kind})).await?;
        match entries {
            Value::Array(entries) => Ok(entries),
            other => bail!("the log `{kind}` is not a list: {other}"),
        }
    }

    async fn extension(&self, path: &'static str, body: Value) -> Result<Value> {
        Ok(self
            .client()
            .await?
            .issue_cmd(Extension { path, body })
            .await?)
    }

    /// What commands are given to, once it is this test's turn.
    async fn client(&self) -> Result<Taken<'_>> {
        let browser = self.browser.as_ref().context("the browser is closed")?;
        let start = Instant::now();
        let turn = turn().await;
        self.held_back.set(self.held_back.get() + start.elapsed());
        Ok(Taken {
            client: &browser.client,
            _turn: turn,
        })
    }
}

/// The driver's client, for as long as it is this test's turn.
struct Taken<'a> {
    client: &'a Client,
    _turn: Option<RwLockReadGuard<'static, ()>>,
}

impl Deref for Taken<'_> {
    type Target = Client;

    fn deref(&self) -> &Client {
        self.client
    }
}

/// The bytes that an answer of the browser's tools holds.
fn data_of(answer: &Value) -> Result<Vec<u8>> {
    let data = answer["data"].as_str().context("the answer has no data")?;
    Ok(BASE64_STANDARD.decode(data)?)
}

/// Whether a request stays on the site, or goes to nobody.
fn is_local(url: &str, origin: &str) -> bool {
    url.strip_prefix(origin)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        || ["data:", "blob:", "about:", "file:"]
            .iter()
            .any(|scheme| url.starts_with(scheme))
}

/// A command beyond the WebDriver standard.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, url::ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _request: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_sites_own_origin_and_the_pages_own_data_are_local() {
        let origin = "http://127.0.0.1:81";
        for url in [
            "http://127.0.0.1:81/some-repo/",
            "data:,x",
            "blob:http://x/1",
            "about:blank",
            "file:///book/index.html",
        ] {
            assert!(is_local(url, origin), "{url}");
        }
        for url in ["http://127.0.0.1:8123/", "https://example.org/"] {
            assert!(!is_local(url, origin), "{url}");
        }
    }
}

//! One `<wasm-example>` of the open page, by the contract alone.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::heartbeat::Span;
use crate::report::Report;
use crate::session::Session;

/// A run of every variant, on a slow machine, with room to spare.
const RUN_LIMIT: Duration = Duration::from_secs(90);

/// How long to wait before an experiment is run again that found the machine's cores taken, in seconds.
const PAUSES: [u64; 3] = [5, 10, 20];

/// How long one question to the page may take, in milliseconds: less than drivers allow a script.
const ASK_LIMIT: u32 = 10_000;

/// A panel of the open page.
#[derive(Clone, Copy, Debug)]
pub struct Panel<'a> {
    session: &'a Session,
    slug: &'a str,
    nth: usize,
}

impl<'a> Panel<'a> {
    /// The nth panel of an example, counted from 0.
    pub(crate) fn new(session: &'a Session, slug: &'a str, nth: usize) -> Self {
        Self { session, slug, nth }
    }

    /// The example's name.
    pub fn slug(&self) -> &'a str {
        self.slug
    }

    /// Runs the body of a function that finds the panel as `panel` and the arguments as `args`.
    pub async fn script(&self, body: &str, args: Value) -> Result<Value> {
        let args = vec![json!(self.slug), json!(self.nth), args];
        self.session.script(&with_panel(body), args).await
    }

    /// Runs the body of an async function that finds the panel and the arguments as [`Panel::script`] has them.
    async fn async_script(&self, body: &str, args: Value) -> Result<Value> {
        let args = vec![json!(self.slug), json!(self.nth), args];
        self.session.async_script(&with_panel(body), args).await
    }

    /// The state.
    pub async fn state(&self) -> Result<String> {
        self.text_of("return panel.dataset.state ?? ''").await
    }

    /// The outcome, once there is one.
    pub async fn outcome(&self) -> Result<Option<String>> {
        let outcome = self
            .script("return panel.dataset.outcome ?? null", json!(null))
            .await?;
        Ok(serde_json::from_value(outcome)?)
    }

    /// What a reader sees of it.
    pub async fn text(&self) -> Result<String> {
        self.text_of("return e2e.text(panel)").await
    }

    /// The accessible names of its buttons, in their order.
    pub async fn buttons(&self) -> Result<Vec<String>> {
        let names = self
            .script("return e2e.buttons(panel).map(e2e.name)", json!(null))
            .await?;
        Ok(serde_json::from_value(names)?)
    }

    /// The sentences that it raises as an alert.
    pub async fn alerts(&self) -> Result<Vec<String>> {
        self.said(&["alert"]).await
    }

    /// The sentences that it announces in one of these roles.
    pub async fn said(&self, roles: &[&str]) -> Result<Vec<String>> {
        let said = self
            .script("return e2e.said(panel, args)", json!(roles))
            .await?;
        Ok(serde_json::from_value(said)?)
    }

    /// The report as it is, null before the first run.
    pub async fn raw_report(&self) -> Result<Value> {
        self.script("return panel.report", json!(null)).await
    }

    /// The report of the last run.
    pub async fn report(&self) -> Result<Report> {
        let raw = self.raw_report().await?;
        ensure!(!raw.is_null(), "{} has no report", self.slug);
        serde_json::from_value(raw.clone())
            .with_context(|| format!("the report is not as the contract has it: {raw}"))
    }

    /// Presses a button by script and says when, by the page's clock.
    pub async fn press(&self, name: &str) -> Result<f64> {
        let at = self
            .script(
                "const button = e2e.button(panel, args);
                if (!button) throw new Error(`${slug} has no button ${args}, but ${e2e.buttons(panel).map(e2e.name)}`);
                const at = performance.now();
                button.click();
                return at;",
                json!(name),
            )
            .await?;
        Ok(serde_json::from_value(at)?)
    }

    /// Presses a button with the mouse.
    pub async fn click(&self, name: &str) -> Result<()> {
        let (x, y) = self.centre(name).await?;
        self.session.click_at(x, y).await
    }

    /// Brings a button into view and says where its middle is.
    pub async fn centre(&self, name: &str) -> Result<(f64, f64)> {
        let centre = self
            .script(
                "const button = e2e.button(panel, args);
                if (!button) throw new Error(`${slug} has no button ${args}`);
                button.scrollIntoView({block: 'center', behavior: 'instant'});
                const {x, y, width, height} = button.getBoundingClientRect();
                return [x + width / 2, y + height / 2];",
                json!(name),
            )
            .await?;
        Ok(serde_json::from_value(centre)?)
    }

    /// Waits until the state is one of these, and says which.
    pub async fn wait_state(&self, states: &[&str]) -> Result<String> {
        let what = format!("{} to be {}", self.slug, states.join(" or "));
        self.session
            .wait_for(&what, RUN_LIMIT, async || {
                // The page waits for itself: a question every few milliseconds would be a good part of what it measures.
                let state = self
                    .async_script(
                        "let observer, timer;
                        await new Promise((resolve) => {
                            const look = () => args.states.includes(panel.dataset.state) && resolve();
                            observer = new MutationObserver(look);
                            observer.observe(panel, {attributes: true});
                            timer = setTimeout(resolve, args.limit);
                            look();
                        });
                        observer.disconnect();
                        clearTimeout(timer);
                        return panel.dataset.state;",
                        json!({"states": states, "limit": ASK_LIMIT}),
                    )
                    .await?;
                let state: String = serde_json::from_value(state)?;
                Ok(states.contains(&state.as_str()).then_some(state))
            })
            .await
    }

    /// Presses a `Run` button, waits for the end, and gives the report and the run's span.
    pub async fn run_by(&self, button: &str) -> Result<(Report, Span)> {
        let from = self.press(button).await?;
        let state = self.wait_state(&["done", "failed"]).await?;
        if state == "failed" {
            let said = self.alerts().await?;
            anyhow::bail!("{} failed: {said:?}", self.slug);
        }
        let to = self
            .script(
                "return e2e.done.findLast((done) => done.slug === slug)?.at",
                json!(null),
            )
            .await?;
        let to = to
            .as_f64()
            .filter(|&to| to >= from)
            .with_context(|| format!("{} is done and no wasm-example-done came", self.slug))?;
        Ok((self.report().await?, Span { from, to }))
    }

    /// Runs the whole experiment; one that needs several cores gets them from the other tests, and is run again where other programs had them.
    pub async fn run(&self) -> Result<(Report, Span)> {
        let cores = "return JSON.parse(panel.dataset.declaration).cores ?? 0";
        let wanted = self.script(cores, json!(null)).await?.as_f64();
        let wanted = wanted.context("the number of cores is a number")?;
        if wanted == 0.0 {
            return self.run_by("Run").await;
        }
        let mut pauses = PAUSES.into_iter();
        loop {
            let (report, span) = self.session.alone(self.run_by("Run")).await?;
            let counts = ["cores", "cores_after"].map(|count| report.environment.get(count));
            let counted = counts.into_iter().flatten().filter_map(Value::as_f64);
            let counted = counted.fold(f64::INFINITY, f64::min);
            let taken = report.outcome.as_deref() == Some("unmeasurable") && counted < wanted;
            let Some(pause) = pauses.next().filter(|_| taken) else {
                return Ok((report, span));
            };
            eprintln!(
                "{} wants {wanted} cores and counted {counted:.2}; again in {pause} s",
                self.slug
            );
            sleep(Duration::from_secs(pause)).await;
            self.script("e2e.done.length = 0", json!(null)).await?;
        }
    }

    /// Runs one variant alone.
    pub async fn run_variant(&self, variant: &str) -> Result<(Report, Span)> {
        self.run_by(&format!("Run {variant}")).await
    }

    async fn text_of(&self, body: &str) -> Result<String> {
        let text = self.script(body, json!(null)).await?;
        Ok(serde_json::from_value(text)?)
    }
}

/// The body of a function with the panel found before it.
fn with_panel(body: &str) -> String {
    format!(
        "const [slug, nth, args] = arguments;
        const panel = e2e.panel(slug, nth);
        if (!panel) throw new Error(`there is no panel ${{slug}} on ${{location.href}}`);
        {body}"
    )
}

//! What helps a reader beside the text: who makes a claim, and which pages belong to a route.

use anyhow::{Result, ensure};
use e2e::{Session, Site, run};
use serde_json::{Value, json};

e2e::tests! {
    Static:
        every_claim_that_a_run_settles_has_one_line_under_its_panel
        the_line_on_a_claim_stands_below_the_panel_and_leads_to_the_board
        the_contents_list_marks_the_forty_minute_path_and_deeper_pages
}

fn every_claim_that_a_run_settles_has_one_line_under_its_panel() -> Result<()> {
    let site = Site::built()?;
    let select =
        |selector| scraper::Selector::parse(selector).expect("the selector is well-formed");
    let (lines, after) = (
        select(".said-by a"),
        select("wasm-example + .said-by > :last-child a"),
    );
    let mut told = Vec::new();
    for page in site.pages()? {
        if page == "print.html" {
            continue;
        }
        let html = scraper::Html::parse_document(&String::from_utf8(site.read(&page)?)?);
        for line in html.select(&lines) {
            told.extend(line.text().map(str::to_owned));
            let target = line.attr("href").unwrap_or_default();
            ensure!(target.starts_with("board.html#k"), "{page}: {target}");
        }
        let lists = html.select(&select(".said-by")).count();
        ensure!(
            html.select(&after).count() == lists,
            "{page}: a line is not under its panel"
        );
    }
    told.sort_unstable();
    let mut settled: Vec<String> = site
        .examples
        .iter()
        .flat_map(|it| &it.claims)
        .cloned()
        .collect();
    settled.sort_unstable();
    settled.dedup();
    let settled: Vec<String> = settled.iter().map(|id| format!("Claim {id}")).collect();
    ensure!(told == settled, "there are lines on {told:?}");
    Ok(())
}

fn the_line_on_a_claim_stands_below_the_panel_and_leads_to_the_board() {
    run(async |session| {
        session.open("freezing.html").await?;
        let told = session
            .script(
                "const list = document.querySelector('[data-example=on-hold] + .said-by');
                const panel = list.previousElementSibling.getBoundingClientRect();
                return [list.textContent, list.getBoundingClientRect().top >= panel.bottom];",
                vec![],
            )
            .await?;
        let says = told[0].as_str().unwrap_or_default();
        ensure!(
            says.contains("Claim K05: all five articles say so.") && told[1] == true,
            "{told}"
        );
        session
            .script("document.querySelector('.said-by a').click()", vec![])
            .await?;
        session
            .wait_for("the board", e2e::WAIT_LIMIT, async || {
                let row = "return document.querySelector('.claims :target')?.id ?? null";
                let row = session.script(row, vec![]).await?;
                Ok((row == json!("k05")).then_some(()))
            })
            .await
    });
}

/// The pages of the forty-minute path.
const PATH: [&str; 10] = [
    "index.html",
    "meanwhile.html",
    "freezing.html",
    "event-loop.html",
    "callbacks.html",
    "promises-and-futures.html",
    "async-and-await.html",
    "threads.html",
    "waiting-and-computing.html",
    "use-cases.html",
];

/// The links of a contents list with a badge, by their addresses, and what the badge says; where the engine tells it, to those who do not see it too.
const BADGES: &str = "
    const root = new URL(arguments[1], location.href).href;
    return [...document.querySelectorAll(`${arguments[0]} a`)].flatMap((link) => {
        const { content } = getComputedStyle(link, '::after');
        return ['none', 'normal'].includes(content) ? [] : [[link.href.slice(root.length), content]];
    });";

async fn ensure_path_is_marked(session: &Session, list: &str, root: &str) -> Result<()> {
    let badges = session
        .script(BADGES, vec![json!(list), json!(root)])
        .await?;
    let badges: Vec<(String, String)> = serde_json::from_value(badges)?;
    let pages: Vec<&str> = badges.iter().map(|(page, _)| page.as_str()).collect();
    ensure!(pages == PATH, "{list} marks {pages:?}");
    for (page, says) in &badges {
        ensure!(
            says == "\"40′\" / \", on the forty-minute path\"",
            "{page} is marked {says}"
        );
    }
    Ok(())
}

fn the_contents_list_marks_the_forty_minute_path_and_deeper_pages() {
    run(async |session| {
        for (page, root) in [("index.html", "./"), ("contributing/index.html", "../")] {
            session.open(page).await?;
            ensure_path_is_marked(session, "#mdbook-sidebar", root).await?;
        }
        let deeper = session
            .script(
                "return [...document.querySelectorAll('#mdbook-sidebar a')]
                    .filter((link) => /Deeper/.test(link.textContent))
                    .map((link) => link.querySelector('.deeper')?.textContent ?? link.textContent);",
                vec![],
            )
            .await?;
        let all =
            |deeper: &Vec<Value>| !deeper.is_empty() && deeper.iter().all(|it| it == "Deeper");
        ensure!(deeper.as_array().is_some_and(all), "{deeper}");
        session.open("toc.html").await?;
        ensure_path_is_marked(session, "main", "./").await
    });
}

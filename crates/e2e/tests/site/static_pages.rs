//! Every page as a page: how wide, where its links lead, what it lets in.

use std::io::Write;

use anyhow::{Context, Result, ensure};
use e2e::{BOARD, Feature, Session, Site, WAIT_LIMIT, project_root, run, run_with};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde::Deserialize;
use serde_json::json;
use url::form_urlencoded::byte_serialize;

e2e::tests! {
    Static:
        no_page_scrolls_sideways
        the_markup_of_every_page_is_whole
        every_page_has_a_title_and_a_description_of_its_own_and_no_name_twice
        no_page_brings_much_beyond_its_text
        nothing_moves_while_a_page_loads
        nothing_moves_for_a_reader_who_comes_back
        the_menu_stays_in_view
        every_link_within_the_book_leads_somewhere
        a_search_finds_what_chapters_say_and_nothing_of_listings_and_recorded_runs
        every_concept_is_found_first_by_its_name
        every_page_forbids_scripts_that_the_book_does_not_bring
        no_module_names_a_folder_of_the_machine_that_built_it
        an_address_brings_no_markup_into_a_panel
}

/// Telephones, a laptop at 200 per cent, a tablet, a laptop, a wide screen.
const WIDTHS: [u32; 6] = [320, 360, 640, 768, 1280, 2560];

/// Those that every engine's window can have.
const PLAIN: [u32; 2] = [768, 1280];

/// What would have to be scrolled sideways: the page, or its content, which mdBook clips and scrolls by itself.
const TOO_WIDE: &str = "
    // A sidebar that was beside the text is moved away, as a page does by itself that begins so narrow.
    const toggle = document.getElementById('mdbook-sidebar-toggle');
    if (innerWidth < 1080 && toggle?.getAttribute('aria-expanded') === 'true') toggle.click();
    document.getAnimations().filter((it) => it instanceof CSSTransition).forEach((it) => it.finish());
    const content = document.getElementById('mdbook-content');
    const bar = document.getElementById('mdbook-menu-bar');
    const wide = [document.documentElement, content].filter((it) => it && it.scrollWidth > it.clientWidth);
    if (bar && bar.getBoundingClientRect().right > innerWidth + 1) wide.push(bar);
    const beyond = (it) => it.getBoundingClientRect().right > content.getBoundingClientRect().right + 1;
    // Shown to find the cause: the first that reaches beyond.
    const cause = wide.includes(content) ? [...content.querySelectorAll('*')].find(beyond)?.outerHTML.slice(0, 200) : '';
    // A drawing may scroll within itself, and says so.
    const drawings = [...document.querySelectorAll('wasm-example')].flatMap((it) => [...(it.shadowRoot?.querySelectorAll('.curve') ?? [])]);
    const silent = drawings.filter((it) => [...it.children].some((part) => part.scrollWidth > part.clientWidth + 1)
        && !/goes on/.test(getComputedStyle(it.querySelector('figcaption'), '::before').content));
    if (silent.length) return [`a drawing scrolls and does not say so: ${silent[0].textContent.slice(0, 80)}`];
    return wide.map((it) => `${it.id || it.tagName} ${it.scrollWidth} in ${it.clientWidth} ${cause}`);";

/// The widths that windows of this session's engine can have.
fn widths(session: &Session) -> &'static [u32] {
    match session.can(Feature::NarrowPage) {
        true => &WIDTHS,
        false => &PLAIN,
    }
}

/// Checks that the open page is as wide as the window at most, however wide that is.
pub async fn check_widths(session: &Session) -> Result<()> {
    for width in widths(session) {
        session.set_size(*width, 900).await?;
        check_width(session).await?;
    }
    session.set_size(1280, 900).await
}

/// Checks that the open page is as wide as the window at most.
pub async fn check_width(session: &Session) -> Result<()> {
    let wide = session.script(TOO_WIDE, vec![]).await?;
    ensure!(wide == json!([]), "wider than the window: {wide}");
    Ok(())
}

fn no_page_scrolls_sideways() {
    run(async |session| {
        let pages = session.some_of(session.site.pages()?);
        if session.can(Feature::NarrowPage) {
            for page in pages {
                session.open(&page).await?;
                check_widths(session).await.context(page)?;
            }
            return Ok(());
        }
        // There a window takes seconds to become another size.
        for width in widths(session) {
            session.set_size(*width, 900).await?;
            for page in &pages {
                session.open(page).await?;
                check_width(session).await.context(page.clone())?;
            }
        }
        Ok(())
    });
}

fn the_markup_of_every_page_is_whole() -> Result<()> {
    let site = Site::built()?;
    for page in site.pages()? {
        let text = String::from_utf8(site.read(&page)?)?;
        let errors = scraper::Html::parse_document(&text).errors;
        ensure!(errors.is_empty(), "{page}: {errors:?}");
    }
    Ok(())
}

fn every_page_has_a_title_and_a_description_of_its_own_and_no_name_twice() -> Result<()> {
    let site = Site::built()?;
    let select =
        |selector| scraper::Selector::parse(selector).expect("the selector is well-formed");
    let (titles, named) = (select("title"), select("[id]"));
    let description = select("meta[name=description]");
    let mut seen = Vec::new();
    for page in site.pages()? {
        // The frame of the contents is part of other pages, and the page for print is all of them.
        if ["toc.html", "print.html"].contains(&page.as_str()) {
            continue;
        }
        let html = scraper::Html::parse_document(&String::from_utf8(site.read(&page)?)?);
        let title = html.select(&titles).map(|it| it.inner_html()).next();
        let about = html.select(&description).next();
        let about = about.and_then(|it| it.attr("content").map(str::to_owned));
        let ensure_own = |it: Option<String>, what: &str| {
            let it = it.filter(|it| it.len() > 10);
            it.with_context(|| format!("{page} has no {what}"))
        };
        let own = (
            ensure_own(title, "title")?,
            ensure_own(about, "description")?,
        );
        ensure!(
            !seen
                .iter()
                .any(|(title, about)| *title == own.0 || *about == own.1),
            "{page} is called {own:?}, as another is"
        );
        seen.push(own);
        let mut names: Vec<_> = html.select(&named).filter_map(|it| it.attr("id")).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        ensure!(twice.is_none(), "{page} has two of {twice:?}");
    }
    Ok(())
}

/// What scripts and styles of a page may weigh before anything runs, compressed.
const LARGEST_PAGE: usize = 110_000;

fn no_page_brings_much_beyond_its_text() -> Result<()> {
    let site = Site::built()?;
    let linked = scraper::Selector::parse("script[src], link[rel=stylesheet], [data-element-js]")
        .expect("the selector is well-formed");
    for page in site.pages()? {
        // Its files are named from a folder of its own, and are those of the others.
        if page.contains('/') {
            continue;
        }
        let html = scraper::Html::parse_document(&String::from_utf8(site.read(&page)?)?);
        let mut files: Vec<&str> = html
            .select(&linked)
            .filter_map(|it| {
                ["src", "href", "data-element-js"]
                    .into_iter()
                    .find_map(|name| it.attr(name))
            })
            .collect();
        files.sort_unstable();
        files.dedup();
        let mut weight = 0;
        for file in files {
            let mut compressed = GzEncoder::new(Vec::new(), Compression::default());
            compressed.write_all(&site.read(file)?)?;
            weight += compressed.finish()?.len();
        }
        ensure!(weight <= LARGEST_PAGE, "{page} brings {weight} bytes");
    }
    Ok(())
}

/// How far what is seen has moved since the page began to load, by the browser's own account, and what moved.
/// The end of a listing's last line moves while the listing comes, and nobody sees that.
const MOVED: &str = "
    const found = [];
    await new Promise((done) => {
        new PerformanceObserver((list) => { found.push(...list.getEntries()); done(); }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(done, 300);
    });
    const seen = ({ node }) => !(node instanceof Text) || node.data.trim();
    return found.filter(({ sources }) => sources.some(seen)).map(({ value, sources }) =>
        `${value.toFixed(4)}: ${sources.map(({ node }) => (node?.outerHTML ?? node?.data ?? '').slice(0, 80)).join(', ')}`);";

/// How many tables are still out of sight, as each is while it comes.
const HIDDEN: &str = "return [...document.querySelectorAll('main table')].filter((it) => getComputedStyle(it).visibility === 'hidden').length";

fn nothing_moves_while_a_page_loads() {
    run_with(&[Feature::LayoutShifts], async |session| {
        for width in [360, 1280] {
            session.set_size(width, 900).await?;
            if width == 1280 {
                session.server.slow_down();
            }
            for page in session.site.pages()? {
                session.open(&page).await?;
                let moved = session.async_script(MOVED, vec![]).await?;
                ensure!(moved == json!([]), "{page}, {width} pixels wide: {moved:#}");
                let hidden = session.script(HIDDEN, vec![]).await?;
                ensure!(hidden == json!(0), "{page} hides {hidden} tables");
            }
        }
        Ok(())
    });
}

/// Keeps a finding with a long reason for each claim of each example, as runs would.
const RAN: &str = "
    const why = 'It took 1,234 ms one way and 5,678 ms the other, and the page was held for as long. '.repeat(3);
    return keptResults.keep(Object.fromEntries(arguments[0].map(([slug, claims]) => [slug, {
        date: Date.now(), took: 1000, browser: 'Chrome 150', module: '', settings: {},
        findings: claims.map((claim) => ({ claim, finding: 'conditional', expected: true, why })),
    }])));";

fn nothing_moves_for_a_reader_who_comes_back() {
    run_with(&[Feature::LayoutShifts], async |session| {
        let examples = session.site.examples.iter();
        let claims: Vec<_> = examples.map(|it| (&it.slug, &it.claims)).collect();
        session.open("before-you-start.html").await?;
        let kept = session.script(RAN, vec![json!(claims)]).await?;
        ensure!(kept == json!(true), "the findings are not kept");
        session.server.slow_down();
        for width in [360, 1280] {
            session.set_size(width, 900).await?;
            for (page, own) in [(BOARD, ".yours b"), ("answers.html", ".your-finding b")] {
                session.open(page).await?;
                let moved = session.async_script(MOVED, vec![]).await?;
                ensure!(moved == json!([]), "{page}, {width} pixels wide: {moved:#}");
                let seen = "return [...document.querySelectorAll(arguments[0])].filter((it) => it.checkVisibility({visibilityProperty: true})).length";
                let seen = session.script(seen, vec![json!(own)]).await?;
                ensure!(seen.as_u64() > Some(10), "{page} shows {seen} findings");
            }
        }
        Ok(())
    });
}

fn the_menu_stays_in_view() {
    run(async |session| {
        session.open("event-loop.html").await?;
        session.script("scrollTo(0, 3000)", vec![]).await?;
        session.frames_pass(3).await?;
        let far = session.script("return scrollY", vec![]).await?;
        ensure!(far.as_f64() > Some(1000.0), "the page scrolled to {far}");
        let top = session
            .script(
                "return document.getElementById('mdbook-sidebar-toggle').getBoundingClientRect().top",
                vec![],
            )
            .await?;
        ensure!(top.as_f64().is_some_and(|top| top >= 0.0), "it is at {top}");
        Ok(())
    });
}

/// The links of some pages that lead nowhere.
const ASTRAY: &str = "
    const pages = new Map();
    const read = async (url) => {
        if (!pages.has(url)) {
            const response = await fetch(url);
            pages.set(url, response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html') : null);
        }
        return pages.get(url);
    };
    const astray = [];
    for (const name of arguments[0]) {
        const here = new URL(name, arguments[1]).href;
        for (const link of (await read(here)).querySelectorAll('a[href], img[src]')) {
            const { href, hash, origin } = new URL(link.getAttribute('href') ?? link.getAttribute('src'), here);
            if (origin !== location.origin) continue;
            const there = await read(href.slice(0, href.length - hash.length));
            if (!there || (hash && !there.getElementById(decodeURIComponent(hash.slice(1))))) astray.push(`${name}: ${link.outerHTML}`);
        }
    }
    return astray;";

fn every_link_within_the_book_leads_somewhere() {
    run(async |session| {
        session.open("index.html").await?;
        let pages = session.site.pages()?;
        let astray = session
            .async_script(ASTRAY, vec![json!(pages), json!(session.server.url(""))])
            .await?;
        ensure!(astray == json!([]), "{astray:#}");
        Ok(())
    });
}

fn a_search_finds_what_chapters_say_and_nothing_of_listings_and_recorded_runs() {
    run(async |session| {
        let found = search(session, "starvation").await?;
        ensure!(
            found
                .iter()
                .any(|(link, _)| link.contains("event-loop.html")),
            "it is explained in event-loop.html, and found are {found:?}"
        );
        for (link, text) in search(session, "heartbeat").await? {
            ensure!(
                !text.contains("nothing else ran on the main thread for"),
                "{link} is found for a recorded run: {text}"
            );
        }
        ensure!(
            search(session, "VecDeque").await?.is_empty(),
            "it stands in listings alone"
        );
        Ok(())
    });
}

/// A concept, as the list of this book has it.
#[derive(Debug, Deserialize)]
struct Concept {
    name: String,
    home: String,
}

#[derive(Debug, Deserialize)]
struct Concepts {
    concept: Vec<Concept>,
    word: Vec<Concept>,
}

fn every_concept_is_found_first_by_its_name() {
    run(async |session| {
        let list = project_root()?.join("crates/book-preprocessor/concepts.toml");
        let list: Concepts = toml::from_str(&std::fs::read_to_string(list)?)?;
        ensure!(list.concept.len() == 134, "{} concepts", list.concept.len());
        // It brings the index, which is then asked as the page's own search asks it.
        search(session, "future").await?;
        let mut astray = Vec::new();
        for Concept { name, home } in list.concept.iter().chain(&list.word) {
            let first = session
                .script(
                    "window.concepts ??= elasticlunr.Index.load(window.search.index);
                    const [first] = concepts.search(arguments[0].toLowerCase(), window.search.search_options);
                    return first ? window.search.doc_urls[first.ref] : '';",
                    vec![json!(name)],
                )
                .await?;
            let first = first.as_str().unwrap_or_default();
            let home = home.replace(".md", ".html");
            let page = home.split('#').next().unwrap_or_default();
            if !first.starts_with(page) && !first.starts_with("glossary.html#") {
                astray.push(format!("{name}: {first}, and not {home}"));
            }
        }
        ensure!(astray.is_empty(), "{}", astray.join("\n"));
        Ok(())
    });
}

/// The links and texts that a search leads to.
async fn search(session: &Session, words: &str) -> Result<Vec<(String, String)>> {
    let query: String = byte_serialize(words.as_bytes()).collect();
    session.open(&format!("index.html?search={query}")).await?;
    let found = session
        .wait_for("the results of a search", WAIT_LIMIT, async || {
            let found = session
                .script(
                    "if (!document.getElementById('mdbook-searchresults-header').textContent) return null;
                    return [...document.querySelectorAll('#mdbook-searchresults li')]
                        .map((item) => [item.querySelector('a').href, item.textContent]);",
                    vec![],
                )
                .await?;
            Ok((!found.is_null()).then_some(found))
        })
        .await?;
    Ok(serde_json::from_value(found)?)
}

fn every_page_forbids_scripts_that_the_book_does_not_bring() {
    run(async |session| {
        let missing = "404.html".to_owned();
        for page in session.site.pages()?.into_iter().chain([missing]) {
            let text = String::from_utf8(session.site.read(&page)?)?;
            let inline = text.split("<script").skip(1).find(|rest| {
                !rest
                    .split('>')
                    .next()
                    .is_some_and(|tag| tag.contains("src="))
            });
            ensure!(inline.is_none(), "{page} has a script inside: {inline:?}");
            // The frame without scripts needs no policy against them.
            if page != "toc.html" {
                let policy = text
                    .split("Content-Security-Policy\" content=\"")
                    .nth(1)
                    .and_then(|rest| rest.split('"').next())
                    .with_context(|| format!("{page} has no policy"))?;
                ensure!(
                    policy.contains("script-src 'self' 'wasm-unsafe-eval';")
                        && !policy.contains("http"),
                    "{page} has the policy {policy}"
                );
            }
        }
        // And a browser keeps to it.
        session.open("index.html").await?;
        for part in ["Content Security Policy", "unsafe-eval"] {
            session.allow_console(part);
        }
        for (act, what) in [
            (
                "const script = document.createElement('script');
                script.textContent = 'window.ran = true';
                document.head.append(script);",
                "a script inside the page",
            ),
            (
                "try { setTimeout('window.ran = true'); } catch { return false; }",
                "a text",
            ),
        ] {
            let script = format!(
                "const refused = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve, {{once: true}}));
                {act}
                await refused;
                return window.ran ?? false;"
            );
            let ran = session.async_script(&script, vec![]).await?;
            ensure!(ran == false, "{what} was run");
        }
        Ok(())
    });
}

fn no_module_names_a_folder_of_the_machine_that_built_it() -> Result<()> {
    let site = Site::built()?;
    let root = project_root()?.to_string_lossy().into_owned();
    for entry in std::fs::read_dir(site.folder.join("wasm"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "wasm") {
            let bytes = std::fs::read(&path)?;
            let text = String::from_utf8_lossy(&bytes);
            for folder in [root.as_str(), "registry/src"] {
                ensure!(!text.contains(folder), "{} names {folder}", path.display());
            }
        }
    }
    Ok(())
}

fn an_address_brings_no_markup_into_a_panel() {
    run(async |session| {
        let evil = "%3Cimg%20src%3Dx%20onerror%3D%22window.ran%3Dtrue%22%3E";
        for query in [
            format!("freeze.ms={evil}"),
            format!("freeze.broken={evil}"),
            format!("{evil}.ms={evil}"),
        ] {
            session.open(&format!("index.html?{query}")).await?;
            let panel = session.panel("freeze");
            panel.run().await?;
            let found = panel
                .script(
                    "return [panel.shadowRoot.querySelectorAll('img').length, window.ran ?? false]",
                    json!(null),
                )
                .await?;
            ensure!(found == json!([0, false]), "with {query}: {found}");
        }
        Ok(())
    });
}

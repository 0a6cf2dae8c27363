//! Pictures of every page with an example, to look at: by theme, width and stage of a run.

use anyhow::{Context, Result};
use e2e::{Feature, Session, project_root, run_with};
use serde_json::json;

const THEMES: [(&str, &str); 2] = [("light", "light"), ("dark", "navy")];
const SIZES: [(u32, u32); 2] = [(1280, 900), (360, 800)];

#[test]
#[ignore = "takes pictures to look at, and asserts nothing about them"]
fn screenshots_of_every_page_with_an_example() {
    run_with(
        &[Feature::NarrowPage, Feature::WholePicture],
        async |session| {
            let folder = project_root()?.join("target/screenshots");
            std::fs::create_dir_all(&folder)?;
            for page in session.site.pages_with_examples()? {
                for (label, theme) in THEMES {
                    for (width, height) in SIZES {
                        session.set_size(width, height).await?;
                        session.open(&page).await?;
                        session
                            .script(
                                "localStorage.setItem('mdbook-theme', arguments[0])",
                                vec![json!(theme)],
                            )
                            .await?;
                        session.open(&page).await?;
                        let name = page.trim_end_matches(".html").replace('/', "-");
                        stages(session, async |stage| {
                            let file = folder.join(format!("{name}-{label}-{width}-{stage}.png"));
                            std::fs::write(&file, session.picture().await?)
                                .with_context(|| format!("{} cannot be written", file.display()))
                        })
                        .await?;
                    }
                }
            }
            Ok(())
        },
    );
}

/// Takes a picture before, during and after a run of the page's first panel.
async fn stages(session: &Session, mut take: impl AsyncFnMut(&str) -> Result<()>) -> Result<()> {
    let slug = session.script("return e2e.atLoad[0].slug", vec![]).await?;
    let slug = slug.as_str().context("the page has no panel")?;
    let panel = session.panel(slug);
    take("before").await?;
    panel.press("Run").await?;
    take("during").await?;
    panel.wait_state(&["done"]).await?;
    take("after").await
}

//! What only a site that knows its address can say: where each page is, in it and in a list, and a picture to show beside links.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

/// Where a site will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Address(String);

impl std::str::FromStr for Address {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/%".contains(c);
        let rest = text.strip_prefix("https://");
        match rest {
            Some(rest) if !rest.starts_with('/') && !rest.is_empty() && rest.chars().all(plain) => {
                Ok(Self(format!("{}/", text.trim_end_matches('/'))))
            }
            _ => bail!("`{text}` is not an address such as https://example.org/book/."),
        }
    }
}

impl Address {
    /// The path on its host, with a slash at both ends.
    pub fn path(&self) -> &str {
        let rest = &self.0["https://".len()..];
        &rest[rest.find('/').unwrap_or_default()..]
    }

    /// Tells every page of a built site where it is, and writes the list of them.
    pub fn tell(&self, site: &Path) -> Result<()> {
        let mut pages = Vec::new();
        collect(site, site, &mut pages)?;
        pages.sort();
        let mut list = String::from(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
        );
        for page in &pages {
            let url = self.url(page);
            let file = site.join(page);
            let text = fs::read_to_string(&file)
                .with_context(|| format!("{} cannot be read", file.display()))?;
            fs::write(&file, self.told(&text, &url).context(page.clone())?)?;
            list += &format!("  <url><loc>{url}</loc></url>\n");
        }
        list += "</urlset>\n";
        Ok(fs::write(site.join("sitemap.xml"), list)?)
    }

    /// The address of a page; a folder's index has the folder's.
    fn url(&self, page: &str) -> String {
        let page = match page.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => page,
        };
        format!("{}{page}", self.0)
    }

    fn told(&self, page: &str, url: &str) -> Result<String> {
        let (before, after) = page.split_once("</head>").context("it has no head")?;
        ensure!(
            !before.contains("rel=\"canonical\""),
            "it has an address already: build the site anew"
        );
        let card = format!("{}icons/card.png", self.0);
        Ok(format!(
            "{before}    <link rel=\"canonical\" href=\"{url}\">
        <meta property=\"og:url\" content=\"{url}\">
        <meta property=\"og:image\" content=\"{card}\">
        <meta property=\"og:image:alt\" content=\"Six ways to compute the same, as the book measures them: three hold the page for a second, three do not.\">
        <meta name=\"twitter:card\" content=\"summary_large_image\">
    </head>{after}"
        ))
    }
}

/// The pages that readers look for: all but those for print, for frames, and for addresses that do not exist.
fn collect(site: &Path, folder: &Path, pages: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .strip_prefix(site)?
            .to_string_lossy()
            .replace('\\', "/");
        if path.is_dir() {
            collect(site, &path, pages)?;
        } else if name.ends_with(".html")
            && !["404.html", "print.html", "toc.html"].contains(&name.as_str())
        {
            pages.push(name);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_the_web_and_ends_with_a_slash() {
        let address: Address = "https://a.example/book".parse().unwrap();
        assert_eq!(address.0, "https://a.example/book/");
        assert_eq!(address.path(), "/book/");
        assert_eq!("https://a.example".parse::<Address>().unwrap().path(), "/");
        for wrong in ["", "a.example", "https://", "https:///x", "https://a/\"b"] {
            assert!(wrong.parse::<Address>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn pages_are_told_where_they_are_and_listed() {
        let site = std::env::temp_dir().join(format!("address-{}", std::process::id()));
        fs::create_dir_all(site.join("part")).unwrap();
        for page in ["index.html", "part/index.html", "one.html", "print.html"] {
            fs::write(site.join(page), "<html><head></head></html>").unwrap();
        }
        let address: Address = "https://a.example/book/".parse().unwrap();
        address.tell(&site).unwrap();
        let read = |file: &str| fs::read_to_string(site.join(file)).unwrap();
        let list = read("sitemap.xml");
        for url in ["book/", "book/part/", "book/one.html"] {
            assert!(
                list.contains(&format!("<loc>https://a.example/{url}</loc>")),
                "{list}"
            );
        }
        assert!(!list.contains("print"), "{list}");
        assert!(read("part/index.html").contains("href=\"https://a.example/book/part/\""));
        assert!(read("one.html").contains("https://a.example/book/icons/card.png"));
        assert!(!read("print.html").contains("canonical"));
        assert!(address.tell(&site).is_err(), "told twice");
        fs::remove_dir_all(site).unwrap();
    }
}

//! The listings under a panel: where in them a function or a line stands, and how to show it.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDetailsElement, HtmlElement, Node, ShadowRoot};

/// A line of a listing.
#[derive(Clone, Debug)]
pub struct Line {
    listing: HtmlDetailsElement,
    /// The line's number, from 0.
    number: usize,
    /// The file and line for the reader.
    pub name: String,
}

/// The line on which a function begins, if a listing of this panel holds it.
pub fn function(panel: &HtmlElement, name: &str) -> Option<Line> {
    let head = format!("fn {name}(");
    listings(panel).into_iter().find_map(|listing| {
        let code = code(&listing)?.text_content()?;
        let number = code.lines().position(|line| line.contains(&head))?;
        line(listing, number)
    })
}

/// A line of a file, if a listing of this panel holds the whole file.
pub fn line_of(panel: &HtmlElement, file: &str, number: u32) -> Option<Line> {
    let listing = listings(panel)
        .into_iter()
        .find(|listing| file.ends_with(&title(listing)))?;
    line(listing, number as usize - 1)
}

impl Line {
    /// Opens the listing, brings the line into sight and selects it.
    pub fn show(&self) -> Option<()> {
        self.listing.set_open(true);
        let (window, document) = (web_sys::window()?, self.listing.owner_document()?);
        let mut texts = Vec::new();
        let code = code(&self.listing)?;
        collect_texts(&code, &mut texts);
        let range = document.create_range().ok()?;
        // A highlighter may have cut the code into pieces, so the line is counted out over all of them.
        let (mut begun, mut breaks) = (self.number == 0, 0);
        if begun {
            range.set_start(texts.first()?, 0).ok()?;
        }
        for text in &texts {
            let content = text.text_content().unwrap_or_default();
            for (at, _) in content.match_indices('\n') {
                breaks += 1;
                let at = content[..at].encode_utf16().count() as u32;
                if begun {
                    range.set_end(text, at).ok()?;
                    let selection = window.get_selection().ok()??;
                    selection.remove_all_ranges().ok()?;
                    selection.add_range(&range).ok()?;
                    let middle = window.inner_height().ok()?.as_f64()? / 2.0;
                    let top = range.get_bounding_client_rect().top();
                    window.scroll_by_with_x_and_y(0.0, top - middle);
                    return Some(());
                }
                if breaks == self.number {
                    range.set_start(text, at + 1).ok()?;
                    begun = true;
                }
            }
        }
        None
    }
}

fn line(listing: HtmlDetailsElement, number: usize) -> Option<Line> {
    let file = title(&listing);
    let file = file.rsplit("/src/").next()?;
    let name = format!("{file}, line {}", number + 1);
    Some(Line {
        listing,
        number,
        name,
    })
}

/// The listings that follow the panel's element, up to the next panel; a book may have put a line of its own between.
fn listings(panel: &HtmlElement) -> Vec<HtmlDetailsElement> {
    let root = panel.get_root_node().dyn_into::<ShadowRoot>();
    let host = root.ok().map(|root| root.host());
    let siblings = std::iter::successors(host, Element::next_element_sibling);
    siblings
        .skip(1)
        .take_while(|sibling| sibling.local_name() != "wasm-example")
        .filter(|sibling| sibling.class_name() == "wasm-example-source")
        .filter_map(|listing| listing.dyn_into().ok())
        .collect()
}

fn title(listing: &Element) -> String {
    let summary = listing.query_selector("summary").ok().flatten();
    let title = summary.and_then(|summary| summary.text_content());
    title.unwrap_or_default().trim().to_owned()
}

fn code(listing: &Element) -> Option<Element> {
    listing.query_selector("code").ok().flatten()
}

fn collect_texts(node: &Node, texts: &mut Vec<Node>) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|place| children.get(place)) {
        if child.node_type() == Node::TEXT_NODE {
            texts.push(child);
        } else {
            collect_texts(&child, texts);
        }
    }
}

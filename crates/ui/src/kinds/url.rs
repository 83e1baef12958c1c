//! An address on the web.

use maud::{Markup, html};

use super::{Control, text};

/// A link outwards; an address that is not of the web is shown as text, so that no script can hide in it.
pub(super) fn cell(shown: &str, href: &str) -> Markup {
    let of_the_web = href.starts_with("https://") || href.starts_with("http://");
    html! {
        @if of_the_web { a.link href=(href) rel="noopener noreferrer nofollow" target="_blank" { (shown) } }
        @else { (shown) }
    }
}

pub(super) fn input(control: &Control, value: &str) -> Markup {
    text::input(control, "url", value, Some("url"))
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn no_script_hides_in_an_address() {
        assert!(!cell("x", "javascript:alert(1)").into_string().contains("href"));
        assert!(cell("a.example", "https://a.example").into_string().contains("href"));
    }
}

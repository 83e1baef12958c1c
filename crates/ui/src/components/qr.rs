//! A text as a QR code, drawn as one path, so that neither a picture nor a script is needed.

use std::fmt::Write;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// The light rim that readers need around the code, in modules.
const RIM: i32 = 4;

/// The code, called `label` for those who can't see it; nothing for a text that is too long for one.
pub fn qr(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        for x in (0..size).filter(|x| code.get_module(*x, y)) {
            // Writing to a text can't fail.
            let _ = write!(path, "M{},{}h1v1h-1z", x + RIM, y + RIM);
        }
    }
    let whole = size + 2 * RIM;
    html! {
        svg.qr role="img" aria-label=(label) viewBox={ "0 0 " (whole) " " (whole) } shape-rendering="crispEdges" {
            rect.qr-light width=(whole) height=(whole) {}
            path.qr-dark d=(path) {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_becomes_a_square_with_a_rim() {
        let drawn = qr("otpauth://totp/Acme:ann?secret=GEZDGNBV", "Code").into_string();
        assert!(drawn.contains("viewBox=\"0 0 37 37\""), "{drawn}");
        assert!(drawn.contains("M4,4h1v1h-1z") && !drawn.contains("M3,"), "its corner stands inside the rim");
        assert_eq!(qr(&"x".repeat(5_000), "Code").into_string(), "");
    }
}

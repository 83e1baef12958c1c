//! Guessing what a file is written in.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::certain_if;
use crate::sheets::read::{Certainty, Encoding, Hints, SheetError};

/// What a file is written in.
pub(super) struct Found {
    pub encoding: Encoding,
    pub bom: bool,
    pub certainty: Certainty,
}

/// Finds the encoding: as said, by its mark, by being valid UTF-8, by the zeroes of UTF-16, or by the letters.
pub(super) fn find(sample: &[u8], hints: &Hints) -> Result<Found, SheetError> {
    let mark = encoding_rs::Encoding::for_bom(sample).map(|(encoding, _)| Encoding(encoding));
    if let Some(said) = hints.encoding {
        // Who says UTF-16 need not know that there are two.
        let encoding = mark.filter(|mark| mark.is_utf16() && said.is_utf16()).unwrap_or(said);
        must_fit(sample, encoding)?;
        return Ok(Found { encoding, bom: mark == Some(encoding), certainty: Certainty::Sure });
    }
    if sample.starts_with(b"\xff\xfe\0\0") || sample.starts_with(b"\0\0\xfe\xff") {
        return Err(SheetError::Encoding { value: "UTF-32".to_owned() });
    }
    if let Some(encoding) = mark {
        must_fit(sample, encoding)?;
        return Ok(Found { encoding, bom: true, certainty: Certainty::Sure });
    }
    let (encoding, certainty) =
        utf16(sample).or_else(|| utf8(sample)).unwrap_or_else(|| legacy(sample, hints));
    Ok(Found { encoding, bom: false, certainty })
}

/// A stray byte is a problem of its row; a file in which much makes no sense is written in something else.
fn must_fit(sample: &[u8], encoding: Encoding) -> Result<(), SheetError> {
    let (text, sound) = encoding.decode(sample);
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    if sound || broken * 100 <= text.chars().count() {
        return Ok(());
    }
    Err(SheetError::Encoding { value: encoding.name().to_owned() })
}

/// UTF-16 without a mark: the zeroes of its ASCII characters stand on one side, and the rest makes sense.
fn utf16(sample: &[u8]) -> Option<(Encoding, Certainty)> {
    let zeroes = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeroes(0), zeroes(1));
    let (encoding, many, few) = match odd > even {
        true => (Encoding(encoding_rs::UTF_16LE), odd, even),
        false => (Encoding(encoding_rs::UTF_16BE), even, odd),
    };
    if many * 50 <= sample.len() || few * 20 > many || !is_strange(sample) {
        return None;
    }
    let (text, sound) = encoding.decode(sample);
    let sensible = text.chars().all(|c| !c.is_control() || c.is_ascii_whitespace());
    (sound && sensible).then_some((encoding, Certainty::Likely))
}

/// Whether it can't be UTF-8 with a stray zero in it: not valid, or a quarter of it control characters.
fn is_strange(sample: &[u8]) -> bool {
    let controls =
        sample.iter().filter(|byte| byte.is_ascii_control() && !byte.is_ascii_whitespace()).count();
    utf8(sample).is_none() || controls * 4 > sample.len()
}

/// UTF-8, give or take a stray byte: hardly anything else happens to look like it.
fn utf8(sample: &[u8]) -> Option<(Encoding, Certainty)> {
    let (text, sound) = Encoding::UTF_8.decode(sample);
    if sound {
        return Some((Encoding::UTF_8, certain_if(!sample.is_ascii(), Certainty::Likely)));
    }
    let broken = text.chars().filter(|c| *c == '\u{fffd}').count();
    let letters = text.chars().filter(|c| !c.is_ascii()).count();
    (letters > broken * 10).then_some((Encoding::UTF_8, Certainty::Likely))
}

/// One of the encodings of old, by which letters stand beside which.
fn legacy(sample: &[u8], hints: &Hints) -> (Encoding, Certainty) {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    let alone = detector.guess(None, Utf8Detection::Deny);
    let domain = hints.language.as_deref().and_then(domain_of);
    let hinted = domain.map_or(alone, |domain| detector.guess(Some(domain), Utf8Detection::Deny));
    let letters = sample.iter().filter(|byte| !byte.is_ascii()).count();
    let agreed = alone == hinted && letters >= 20;
    let found = super::mac::find(sample, Encoding(hinted)).unwrap_or(Encoding(hinted));
    (found, if agreed { Certainty::Likely } else { Certainty::Guess })
}

/// The detector was made for pages of the web and takes their country as its hint.
fn domain_of(language: &str) -> Option<&'static [u8]> {
    let domain: &[u8] = match language {
        "fr" => b"fr",
        "ru" => b"ru",
        "uk" => b"ua",
        "zh" => b"cn",
        _ => return None,
    };
    Some(domain)
}

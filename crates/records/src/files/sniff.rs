//! What kind of file it is, as its first bytes show, and whether its name says the same.

use cordee_base::Fault;

use super::name::extension;

/// How many bytes from the beginning are looked at.
pub(super) const HEAD: usize = 1024;

/// A form of files that can be told by its bytes.
struct Form {
    /// What people call it.
    called: &'static str,
    /// Its media type, unless the extension says more.
    media: &'static str,
    /// The extensions that files of this form have.
    endings: &'static [&'static str],
    /// Whether the beginning of a file is that of one.
    is: fn(&[u8]) -> bool,
}

const fn form(
    called: &'static str,
    media: &'static str,
    endings: &'static [&'static str],
    is: fn(&[u8]) -> bool,
) -> Form {
    Form { called, media, endings, is }
}

/// The forms, each told by what no text begins with, so that a note called “BMW” is no picture.
const FORMS: &[Form] = &[
    form("PDF", "application/pdf", &["pdf", "ai"], |b| {
        b.strip_prefix(b"\xef\xbb\xbf").unwrap_or(b).trim_ascii_start().starts_with(b"%PDF-")
    }),
    form("PNG", "image/png", &["png", "apng"], |b| b.starts_with(b"\x89PNG\r\n\x1a\n")),
    form("JPEG", "image/jpeg", &["jpg", "jpeg", "jpe", "jfif"], |b| b.starts_with(b"\xff\xd8\xff")),
    form("GIF", "image/gif", &["gif"], |b| b.starts_with(b"GIF87a") || b.starts_with(b"GIF89a")),
    form("WebP", "image/webp", &["webp"], |b| riff(b, b"WEBP")),
    form("BMP", "image/bmp", &["bmp", "dib"], |b| b.starts_with(b"BM") && b.get(6..10) == Some(&[0; 4])),
    form("TIFF", "image/tiff", &["tif", "tiff", "dng", "nef", "cr2", "arw"], |b| {
        b.starts_with(b"II*\0") || b.starts_with(b"MM\0*")
    }),
    form("Windows icon", "image/vnd.microsoft.icon", &["ico"], |b| b.starts_with(&[0, 0, 1, 0])),
    form("Photoshop", "image/vnd.adobe.photoshop", &["psd"], |b| b.starts_with(b"8BPS\0")),
    form("HEIF", "image/heif", &["heic", "heif", "hif"], |b| brand(b, &[b"heic", b"heix", b"mif1", b"msf1"])),
    form("AVIF", "image/avif", &["avif"], |b| brand(b, &[b"avif", b"avis"])),
    form("MP4", "video/mp4", &["mp4", "m4v", "m4a", "m4b", "mov", "qt", "3gp", "3g2", "f4v"], |b| {
        [b"ftyp", b"moov", b"mdat", b"wide"].iter().any(|kind| b.get(4..8) == Some(kind.as_slice()))
    }),
    form("Matroska", "video/x-matroska", &["mkv", "webm", "mka"], |b| b.starts_with(b"\x1a\x45\xdf\xa3")),
    form("AVI", "video/x-msvideo", &["avi"], |b| riff(b, b"AVI ")),
    form("WAV", "audio/wav", &["wav"], |b| riff(b, b"WAVE")),
    form("Ogg", "audio/ogg", &["ogg", "oga", "ogv", "opus", "spx"], |b| b.starts_with(b"OggS\0")),
    form("FLAC", "audio/flac", &["flac"], |b| b.starts_with(b"fLaC\0")),
    form("MP3", "audio/mpeg", &["mp3"], |b| {
        (b.starts_with(b"ID3") && b.get(3).is_some_and(|version| *version < 8))
            || matches!(b, [0xff, 0xfb | 0xf3 | 0xf2 | 0xfa, ..])
    }),
    form("ZIP", "application/zip", ZIPPED, |b| b.starts_with(b"PK\x03\x04") || b.starts_with(b"PK\x05\x06")),
    form("Microsoft Office 97–2003", "application/x-ole-storage", OLE, |b| {
        b.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    }),
    form("gzip", "application/gzip", &["gz", "tgz", "svgz", "emz", "wmz"], |b| {
        b.starts_with(b"\x1f\x8b\x08")
    }),
    form("bzip2", "application/x-bzip2", &["bz2", "tbz", "tbz2"], |b| {
        b.starts_with(b"BZh") && b.get(4..8) == Some(b"1AY&")
    }),
    form("xz", "application/x-xz", &["xz", "txz"], |b| b.starts_with(b"\xfd7zXZ\0")),
    form("7-Zip", "application/x-7z-compressed", &["7z"], |b| b.starts_with(b"7z\xbc\xaf\x27\x1c")),
    form("RAR", "application/vnd.rar", &["rar"], |b| b.starts_with(b"Rar!\x1a\x07")),
    form("Windows program", "application/vnd.microsoft.portable-executable", PROGRAMS, |b| {
        b.starts_with(b"MZ") && b.iter().take(64).any(|byte| *byte == 0)
    }),
    form("Linux program", "application/x-elf", &["so", "elf", "appimage"], |b| b.starts_with(b"\x7fELF")),
    form("SQLite", "application/vnd.sqlite3", &["sqlite", "sqlite3", "db3"], |b| {
        b.starts_with(b"SQLite format 3\0")
    }),
    form("RTF", "application/rtf", &["rtf", "doc"], |b| b.starts_with(b"{\\rtf")),
    form("PostScript", "application/postscript", &["ps", "eps", "ai"], |b| {
        b.starts_with(b"%!PS") || b.starts_with(b"\xc5\xd0\xd3\xc6")
    }),
];

/// What is packed as ZIP is.
const ZIPPED: &[&str] = &[
    "zip", "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "pptx", "pptm", "potx", "ppsx",
    "vsdx", "odt", "ods", "odp", "odg", "ott", "ots", "otp", "epub", "jar", "apk", "ipa", "kmz", "xpi",
    "pages", "numbers", "oxps", "xps", "3mf", "sketch", "whl", "aar", "war", "ggb",
];
/// What stands in the containers of Microsoft's older programs.
const OLE: &[&str] = &["doc", "dot", "xls", "xlt", "ppt", "pps", "msg", "vsd", "mpp", "msi"];
/// Programs and what they load.
const PROGRAMS: &[&str] = &["exe", "dll", "scr", "sys", "cpl", "ocx", "drv", "efi", "msu"];

/// Media types by extension, where the bytes alone do not tell, or tell less.
const BY_ENDING: &[(&str, &str)] = &[
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("odp", "application/vnd.oasis.opendocument.presentation"),
    ("epub", "application/epub+zip"),
    ("doc", "application/msword"),
    ("xls", "application/vnd.ms-excel"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("msg", "application/vnd.ms-outlook"),
    ("mov", "video/quicktime"),
    ("m4a", "audio/mp4"),
    ("webm", "video/webm"),
    ("ogv", "video/ogg"),
];

/// Media types of texts by extension.
const TEXTS: &[(&str, &str)] = &[
    ("csv", "text/csv"),
    ("tsv", "text/tab-separated-values"),
    ("json", "application/json"),
    ("xml", "application/xml"),
    ("html", "text/html"),
    ("htm", "text/html"),
    ("svg", "image/svg+xml"),
    ("md", "text/markdown"),
    ("ics", "text/calendar"),
    ("vcf", "text/vcard"),
    ("eml", "message/rfc822"),
    ("css", "text/css"),
    ("js", "text/javascript"),
];

/// The media type of a file with this name that begins so; a fault if its name says that it is something else.
pub(super) fn sniff(name: &str, head: &[u8]) -> Result<&'static str, Fault> {
    let ending = extension(name);
    let ending = ending.as_deref().unwrap_or("");
    let found = FORMS.iter().find(|form| (form.is)(head));
    let said = FORMS.iter().find(|form| form.endings.contains(&ending));
    let listed = |table: &[(&str, &'static str)]| {
        table.iter().find(|(known, _)| *known == ending).map(|(_, media)| *media)
    };
    let text = is_text(head);
    match (found, said) {
        (Some(form), _) if form.endings.contains(&ending) => Ok(listed(BY_ENDING).unwrap_or(form.media)),
        (Some(form), Some(_)) => Err(mismatch(name, ending, form.called)),
        (Some(form), None) if listed(TEXTS).is_some() || ending == "txt" => {
            Err(mismatch(name, ending, form.called))
        }
        // Nobody has said what it is, or in a way that is not known here.
        (Some(form), None) => Ok(form.media),
        (None, Some(said)) => {
            let fault = Fault::at("file", "error-file-unlike").with("name", name);
            Err(fault.with("kind", said.called))
        }
        (None, None) if text => Ok(listed(TEXTS).unwrap_or("text/plain")),
        (None, None) => Ok("application/octet-stream"),
    }
}

fn mismatch(name: &str, ending: &str, called: &str) -> Fault {
    let fault = Fault::at("file", "error-file-mismatch").with("name", name);
    fault.with("ending", format!(".{ending}")).with("kind", called)
}

fn riff(bytes: &[u8], kind: &[u8; 4]) -> bool {
    bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(kind)
}

fn brand(bytes: &[u8], brands: &[&[u8; 4]]) -> bool {
    let brand = bytes.get(8..12);
    bytes.get(4..8) == Some(b"ftyp") && brands.iter().any(|known| brand == Some(known.as_slice()))
}

/// Whether these are letters of some encoding: nothing that only machines write.
fn is_text(bytes: &[u8]) -> bool {
    let wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    wide || !bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    #[test]
    fn what_a_file_is_shows_by_its_bytes() {
        let table: &[(&str, &[u8], &str)] = &[
            ("a.png", PNG, "image/png"),
            ("A.JPG", b"\xff\xd8\xff\xe0", "image/jpeg"),
            ("no ending", b"%PDF-1.7", "application/pdf"),
            ("strange.cad", b"%PDF-1.7", "application/pdf"),
            ("offer.docx", b"PK\x03\x04....", BY_ENDING[0].1),
            ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
            ("BMW.txt", b"BMW wants an offer", "text/plain"),
            ("MZ.csv", b"MZ;1\n", "text/csv"),
            ("list.csv", "имя;сумма\n".as_bytes(), "text/csv"),
            ("picture.svg", b"<svg onload='alert(1)'/>", "image/svg+xml"),
            ("data", &[1, 2, 3, 0], "application/octet-stream"),
            ("film.mov", b"\0\0\0\x14ftypqt  ", "video/quicktime"),
        ];
        for (name, head, media) in table {
            assert_eq!(sniff(name, head), Ok(*media), "{name}");
        }
    }

    #[test]
    fn what_says_it_is_something_else_is_refused_by_name() {
        let table: &[(&str, &[u8], &str)] = &[
            ("a.png", b"%PDF-1.7", "PDF"),
            ("a.pdf", PNG, "PNG"),
            ("a.txt", PNG, "PNG"),
            ("a.csv", b"PK\x03\x04", "ZIP"),
            ("a.pdf", b"MZ\x90\0\x03\0", "Windows program"),
            ("a.png", b"<svg/>", "PNG"),
            ("a.docx", b"hello", "ZIP"),
        ];
        for (name, head, called) in table {
            let fault = sniff(name, head).expect_err(name);
            assert!(fault.args.iter().any(|(_, said)| said == called), "{name}: {fault}");
        }
    }
}

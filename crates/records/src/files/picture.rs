//! Small pictures of files that are pictures: made when they are first asked for, kept beside the file, turned as the
//! camera was held, and without anything that a camera notes beside the picture.

use std::io::{BufRead, BufReader, Cursor, Seek};
use std::path::Path;

use cordee_base::Outcome;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};

use super::{BlobReader, FileContent, trouble};
use crate::Records;

/// The kinds of files that small pictures are made of.
const KINDS: [&str; 4] = ["image/png", "image/jpeg", "image/gif", "image/webp"];
/// How many pixels a picture may have: more are not unpacked, since a small file may claim any number.
const MOST_PIXELS: u64 = 40_000_000;
/// How much memory unpacking may take.
const MEMORY: u64 = 256 << 20;
/// How wide and high a small picture is at the most.
const SIDE: u32 = 320;
/// What follows the key of a file in that of its small picture.
pub(crate) const SMALL: &str = ".small";

/// A small picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thumbnail {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What kind of picture it is: a media type.
    pub kind: &'static str,
}

/// Whether a small picture can be made of such a file.
pub(super) fn is_picture(kind: &str, pixels: Option<(u32, u32)>) -> bool {
    let few = |(width, height): (u32, u32)| u64::from(width) * u64::from(height) <= MOST_PIXELS;
    KINDS.contains(&kind) && pixels.is_some_and(few)
}

/// How wide and high the picture in a file claims to be; only its beginning is read.
pub(super) fn pixels(kind: &str, file: &Path) -> Option<(u32, u32)> {
    let read = || ImageReader::open(file).ok()?.with_guessed_format().ok()?.into_dimensions().ok();
    if KINDS.contains(&kind) { read() } else { None }
}

impl Records {
    /// The small picture of a file; none if it has none. Waits on this thread, and takes a moment the first time.
    pub fn thumbnail_now(&self, content: &FileContent) -> Outcome<Option<Thumbnail>> {
        let attachment = &content.attachment;
        if !is_picture(&attachment.kind, attachment.pixels) {
            return Ok(None);
        }
        let (files, key) = (self.files()?, format!("{}{SMALL}", content.key));
        let cannot = |why| trouble(&format!("keep the small picture of {}", attachment.id), &why);
        if let Some(length) = files.blobs().length(&key).map_err(cannot)? {
            let bytes = files.blobs().read(&key, 0, length as usize).map_err(cannot)?;
            return Ok(told(bytes));
        }
        let source = BlobReader::of(files, content.key.clone(), attachment.bytes);
        // What can't be unpacked has an empty one, so that it is not tried each time.
        let bytes = match small(BufReader::new(source)) {
            Ok(bytes) => bytes,
            Err(ImageError::IoError(why)) if why.kind() != std::io::ErrorKind::UnexpectedEof => {
                return Err(cannot(why));
            }
            Err(_) => Vec::new(),
        };
        let (path, ..) = self.set_down(&mut Cursor::new(&bytes))?;
        files.blobs().put(&key, path.path()).map_err(cannot)?;
        Ok(told(bytes))
    }
}

fn told(bytes: Vec<u8>) -> Option<Thumbnail> {
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    (!bytes.is_empty()).then_some(Thumbnail { bytes, kind })
}

/// The small picture of a picture; of a moving one its first.
fn small(source: impl BufRead + Seek) -> Result<Vec<u8>, ImageError> {
    let mut reader = ImageReader::new(source).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_PIXELS {
        return Ok(Vec::new());
    }
    let orientation = decoder.orientation()?;
    let whole = DynamicImage::from_decoder(decoder)?;
    let fits = width <= SIDE && height <= SIDE;
    let mut small = if fits { whole } else { whole.thumbnail(SIDE, SIDE) };
    small.apply_orientation(orientation);
    let mut bytes = Vec::new();
    match small.color().has_alpha() {
        true => small.to_rgba8().write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png)?,
        false => small.to_rgb8().write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, 82))?,
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{Rgb, RgbImage, Rgba, RgbaImage};

    fn png(picture: &DynamicImage) -> Vec<u8> {
        let mut bytes = Vec::new();
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("written");
        bytes
    }

    fn read(bytes: &[u8]) -> DynamicImage {
        image::load_from_memory(bytes).expect("a picture")
    }

    #[test]
    fn a_picture_becomes_small_and_keeps_its_shape_and_what_shows_through() {
        let wide = DynamicImage::ImageRgb8(RgbImage::from_pixel(1000, 500, Rgb([200, 10, 10])));
        let made = small(Cursor::new(png(&wide))).expect("made");
        assert_eq!(told(made.clone()).expect("one").kind, "image/jpeg");
        assert_eq!((read(&made).width(), read(&made).height()), (320, 160));
        let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(20, 40, Rgba([0, 0, 0, 0])));
        let made = small(Cursor::new(png(&clear))).expect("made");
        assert_eq!(told(made.clone()).expect("one").kind, "image/png");
        assert_eq!((read(&made).width(), read(&made).height()), (20, 40), "what is small stays");
    }

    #[test]
    fn it_is_turned_as_the_camera_was_held_and_nothing_of_the_camera_is_kept() {
        let mut jpeg = Vec::new();
        let picture = RgbImage::from_fn(64, 32, |x, _| Rgb([if x < 32 { 250 } else { 0 }, 0, 0]));
        picture.write_with_encoder(JpegEncoder::new(&mut jpeg)).expect("written");
        // Exif: held so that the picture is to be turned by a quarter, and where it was taken.
        let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
        exif.extend_from_slice(b"GPS 48.2 N 16.3 E");
        let mut held = jpeg[..2].to_vec();
        held.extend_from_slice(&[0xff, 0xe1]);
        held.extend_from_slice(&u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
        held.extend_from_slice(&exif);
        held.extend_from_slice(&jpeg[2..]);
        let made = small(Cursor::new(held)).expect("made");
        let turned = read(&made).to_rgb8();
        assert_eq!(turned.dimensions(), (32, 64));
        assert!(turned.get_pixel(16, 4)[0] > 200 && turned.get_pixel(16, 60)[0] < 60);
        assert!(!made.windows(3).any(|some| some == b"GPS") && !made.windows(4).any(|some| some == b"Exif"));
    }

    #[test]
    fn what_claims_to_be_enormous_is_not_unpacked() {
        // A head of a PNG of 60,000 by 60,000 pixels, and nothing behind it.
        let mut bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\x02\0\0\0".to_vec();
        bomb.extend_from_slice(&[0x6d, 0x57, 0x4e, 0x5c]);
        assert!(!matches!(small(Cursor::new(bomb)), Ok(bytes) if !bytes.is_empty()));
        assert!(!is_picture("image/png", Some((60_000, 60_000))));
        assert!(is_picture("image/png", Some((4_000, 3_000))) && !is_picture("image/svg+xml", Some((1, 1))));
    }
}

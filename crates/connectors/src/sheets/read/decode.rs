//! The text of a file as UTF-8, whatever it is written in, one buffer at a time.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom};

use encoding_rs::Decoder;

use super::Encoding;

const PIECE: usize = 64 * 1024;
const BOM: &[u8] = b"\xef\xbb\xbf";

/// A file read as UTF-8. Bytes that make no sense in UTF-8 itself are handed on as they are; in any other
/// encoding they come as U+FFFD and are noted.
pub(crate) struct Source<R> {
    inner: R,
    encoding: Encoding,
    /// None for UTF-8, which needs no decoding.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    text: Vec<u8>,
    at: usize,
    end: usize,
    /// Bytes of the file used so far; only meaningful in UTF-8.
    offset: u64,
    started: bool,
    finished: bool,
    /// Whether anything so far could not be decoded.
    pub malformed: bool,
    /// Whether the file ends in the middle of a character.
    pub cut: bool,
}

impl<R: Read> Source<R> {
    pub fn new(inner: R, encoding: Encoding) -> Source<R> {
        let decoder = decoder_of(encoding);
        Source {
            inner,
            encoding,
            raw: vec![0; if decoder.is_some() { PIECE } else { 0 }],
            text: vec![0; PIECE],
            decoder,
            at: 0,
            end: 0,
            offset: 0,
            started: false,
            finished: false,
            malformed: false,
            cut: false,
        }
    }

    /// Gives back what it reads from.
    pub fn into_inner(self) -> R {
        self.inner
    }

    /// What is there to read; empty only at the end.
    pub fn fill(&mut self) -> io::Result<&[u8]> {
        while self.at == self.end && !self.finished {
            match self.decoder.take() {
                Some(mut decoder) => {
                    let filled = self.fill_decoded(&mut decoder);
                    self.decoder = Some(decoder);
                    filled?;
                }
                None => self.fill_plain()?,
            }
        }
        Ok(&self.text[self.at..self.end])
    }

    /// Says that `count` bytes of what was there are used.
    pub fn consume(&mut self, count: usize) {
        self.at += count;
        self.offset += count as u64;
    }

    /// How far into the file we are, in bytes, where that can be told.
    pub fn offset(&self) -> Option<u64> {
        (self.encoding == Encoding::UTF_8).then_some(self.offset)
    }

    fn fill_plain(&mut self) -> io::Result<()> {
        (self.at, self.end) = (0, read_some(&mut self.inner, &mut self.text)?);
        self.finished = self.end == 0;
        if !self.started {
            self.started = true;
            while self.end < BOM.len() && BOM.starts_with(&self.text[..self.end]) {
                match read_some(&mut self.inner, &mut self.text[self.end..])? {
                    0 => break,
                    more => self.end += more,
                }
            }
            if self.text[..self.end].starts_with(BOM) {
                self.consume(BOM.len());
            }
        }
        Ok(())
    }

    fn fill_decoded(&mut self, decoder: &mut Decoder) -> io::Result<()> {
        let count = read_some(&mut self.inner, &mut self.raw)?;
        let last = count == 0;
        let room = decoder.max_utf8_buffer_length(count).unwrap_or(PIECE);
        self.text.resize(room.max(self.text.len()), 0);
        let (_, _, written, malformed) = decoder.decode_to_utf8(&self.raw[..count], &mut self.text, last);
        (self.at, self.end) = (0, written);
        self.malformed |= malformed;
        self.cut |= malformed && last;
        self.finished = last;
        Ok(())
    }
}

impl<R: Read + Seek> Source<R> {
    /// Goes on `offset` bytes into the file, or at its start.
    pub fn seek(&mut self, offset: u64) -> io::Result<()> {
        self.inner.seek(SeekFrom::Start(offset))?;
        self.decoder = decoder_of(self.encoding);
        (self.at, self.end, self.offset) = (0, 0, offset);
        (self.started, self.finished) = (offset > 0, false);
        (self.malformed, self.cut) = (false, false);
        Ok(())
    }
}

/// UTF-8 is handed on as it is.
fn decoder_of(encoding: Encoding) -> Option<Decoder> {
    (encoding != Encoding::UTF_8).then(|| encoding.0.new_decoder_with_bom_removal())
}

fn read_some(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match from.read(into) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

//! The part of a file by which its layout is judged.

use std::io::{self, Read, Seek, SeekFrom};

const HEAD: usize = 256 * 1024;
const FURTHER: usize = 64 * 1024;

/// The first lines of a file, for [`super::detect`]; the file stands at its start again afterwards.
///
/// Where those are plain ASCII, the first lines that are not follow: a table of a million rows may have its
/// first accent in row 900,000, and only there shows what it is written in.
pub fn sample<F: Read + Seek>(file: &mut F) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(0))?;
    let mut sample = Vec::new();
    file.take(HEAD as u64).read_to_end(&mut sample)?;
    if sample.len() == HEAD && plain(&sample) {
        let whole_lines = sample.iter().rposition(|byte| *byte == b'\n').map_or(HEAD, |end| end + 1);
        let mut piece = sample.split_off(whole_lines);
        find_further(file, &mut piece)?;
        sample.append(&mut piece);
    }
    file.seek(SeekFrom::Start(0))?;
    Ok(sample)
}

/// Leaves in `piece` the lines from the first that is not plain; what it holds already is looked at first.
fn find_further<F: Read>(file: &mut F, piece: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let begun = piece.len();
        let read = file.take(FURTHER as u64).read_to_end(piece)?;
        if let Some(odd) = piece.iter().position(|byte| !byte.is_ascii()) {
            let start = piece[..odd].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            piece.drain(..start);
            file.take(FURTHER as u64).read_to_end(piece)?;
            return Ok(());
        }
        if read == 0 {
            return Ok(());
        }
        // The last line may be the beginning of the one we look for, unless it is endless.
        let keep = piece.iter().rposition(|byte| *byte == b'\n').map_or(begun, |end| end + 1);
        piece.drain(..keep);
        if piece.len() > FURTHER {
            piece.clear();
        }
    }
}

/// Neither beyond ASCII nor UTF-16, which shows by its zeroes.
fn plain(bytes: &[u8]) -> bool {
    bytes.is_ascii() && !bytes.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn a_late_accent_is_found() {
        let mut file = "id,name\n".to_owned().into_bytes();
        for number in 0..60_000 {
            file.extend_from_slice(format!("{number},somebody\n").as_bytes());
        }
        file.extend_from_slice(b"60001,Andr\xe9\n60002,Zo\xeb\n");
        let mut file = Cursor::new(file);
        let sample = sample(&mut file).expect("in memory");
        assert!(sample.starts_with(b"id,name\n0,somebody\n"));
        assert!(sample.ends_with(b"\n60001,Andr\xe9\n60002,Zo\xeb\n"));
        assert!(sample.len() <= HEAD + 2 * FURTHER);
        assert_eq!(file.position(), 0);
    }

    #[test]
    fn a_plain_file_is_its_own_sample_and_an_endless_line_does_no_harm() {
        let mut short = Cursor::new(b"a,b\n1,2\n".to_vec());
        assert_eq!(sample(&mut short).expect("in memory"), b"a,b\n1,2\n");
        let mut endless = Cursor::new(vec![b'x'; 3 * HEAD]);
        assert!(sample(&mut endless).expect("in memory").len() <= HEAD + 2 * FURTHER);
    }
}

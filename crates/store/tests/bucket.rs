//! A bucket keeps bytes as a folder does, on a real server that speaks S3.

#[path = "../../../tests/s3/mod.rs"]
mod s3;

use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

use cordee_store::{Blob, Blobs, Bucket, BucketOptions};
use s3::S3;

fn options(s3: &S3) -> BucketOptions {
    BucketOptions {
        bucket: s3::BUCKET.to_owned(),
        prefix: "crm/files".to_owned(),
        endpoint: Some(s3.endpoint()),
        region: "us-east-1".to_owned(),
        key: s3::KEY.to_owned(),
        secret: s3::SECRET.to_owned(),
        path_style: true,
        certificates: s3.certificate.clone().unwrap_or_default().into_bytes(),
    }
}

fn put(blobs: &dyn Blobs, key: &str, bytes: &[u8]) -> std::io::Result<()> {
    let here = tempfile::tempdir().expect("a folder");
    let file = here.path().join("sent");
    std::fs::write(&file, bytes).expect("written");
    blobs.put(key, &file)
}

fn keys(blobs: &dyn Blobs, folder: &str) -> Vec<(String, u64)> {
    let mut keys = Vec::new();
    blobs.each(folder, &mut |blob: Blob<'_>| keys.push((blob.key.to_owned(), blob.bytes))).expect("listed");
    keys.sort();
    keys
}

#[test]
fn what_is_put_is_read_piece_by_piece_listed_and_taken_out() {
    for s3 in [S3::plain(), S3::encrypted()] {
        let bucket = Bucket::at(&options(&s3)).expect("a bucket");
        put(&bucket, "w/ab/abc.1", b"0123456789").expect("put");
        put(&bucket, "w/ab/abc.1.small", b"").expect("put");
        put(&bucket, "w2/ab/abc.1", b"another's").expect("put");
        assert!(s3.folder().join("crm/files/w/ab/abc.1").exists(), "under the prefix");
        assert_eq!(bucket.length("w/ab/abc.1").expect("asked"), Some(10));
        assert_eq!(bucket.length("w/ab/abc.1.small").expect("asked"), Some(0));
        assert_eq!(bucket.length("w/ab/abc.2").expect("asked"), None);
        assert_eq!(bucket.read("w/ab/abc.1", 4, 3).expect("read"), b"456");
        assert_eq!(bucket.read("w/ab/abc.1", 8, 30).expect("read"), b"89");
        assert_eq!(bucket.read("w/ab/abc.1", 10, 30).expect("read"), b"");
        assert_eq!(bucket.read("w/ab/abc.1", 99, 30).expect("read"), b"");
        assert_eq!(bucket.read("w/ab/abc.2", 0, 3).expect_err("it is not there").kind(), ErrorKind::NotFound);
        let listed = [("w/ab/abc.1".to_owned(), 10), ("w/ab/abc.1.small".to_owned(), 0)];
        assert_eq!(keys(&bucket, "w"), listed);
        bucket.remove("w/ab/abc.1").expect("gone");
        bucket.remove("w/ab/abc.1").expect("gone already");
        assert_eq!(bucket.length("w/ab/abc.1").expect("asked"), None);
    }
}

#[test]
fn a_large_file_goes_in_parts_and_comes_back_as_it_was() {
    let s3 = S3::plain();
    let bucket = Bucket::at(&options(&s3)).expect("a bucket");
    let bytes: Vec<u8> = (0_u32..5_000_000).flat_map(u32::to_le_bytes).collect();
    put(&bucket, "w/cd/cde.1", &bytes).expect("put");
    assert_eq!(bucket.length("w/cd/cde.1").expect("asked"), Some(20_000_000));
    let mut back = Vec::new();
    while let Some(piece) = Some(bucket.read("w/cd/cde.1", back.len() as u64, 1 << 20).expect("read"))
        && !piece.is_empty()
    {
        back.extend(piece);
    }
    assert!(back == bytes, "{} bytes came back", back.len());
}

#[test]
fn a_store_that_does_not_answer_is_told_soon_and_serves_again_once_it_does() {
    let mut s3 = S3::plain();
    let bucket = Bucket::at(&options(&s3)).expect("a bucket");
    put(&bucket, "w/ab/abc.1", b"0123456789").expect("put");
    s3.go_away();
    let why = bucket.read("w/ab/abc.1", 0, 3).expect_err("nobody answers");
    assert_eq!(why.kind(), ErrorKind::NotConnected);
    assert!(why.to_string().contains("refused"), "{why}");
    // It is left alone for a moment, so that many who ask don't wait each for themselves.
    let began = Instant::now();
    for _ in 0..100 {
        assert!(bucket.length("w/ab/abc.1").is_err());
    }
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    s3.come_back();
    let patience = Instant::now() + Duration::from_secs(30);
    while bucket.length("w/ab/abc.1").is_err() && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(bucket.read("w/ab/abc.1", 4, 3).expect("read"), b"456");
}

#[test]
fn who_is_not_let_in_is_told_without_the_secret() {
    let s3 = S3::encrypted();
    let sound = options(&s3);
    let wrong = [
        BucketOptions { secret: "another-secret".to_owned(), ..sound.clone() },
        BucketOptions { certificates: Vec::new(), ..sound.clone() },
    ];
    for options in wrong {
        let bucket = Bucket::at(&options).expect("it is only asked later");
        let why = put(&bucket, "w/ab/abc.1", b"bytes").expect_err("not let in");
        assert_eq!(why.kind(), ErrorKind::NotConnected, "{why}");
        let told = format!("{why} {why:?} {options:?}");
        assert!(!told.contains(&options.secret), "{told}");
    }
    let refused = [
        BucketOptions { endpoint: Some("store.example".to_owned()), ..sound.clone() },
        BucketOptions { endpoint: Some("ftp://store.example".to_owned()), ..sound.clone() },
        BucketOptions { prefix: "../up".to_owned(), ..sound.clone() },
        BucketOptions { certificates: b"no certificate".to_vec(), ..sound.clone() },
    ];
    for options in refused {
        assert!(Bucket::at(&options).is_err(), "{options:?}");
    }
    assert!(bucket_of(&sound).length("../etc/passwd").is_err(), "no key leads out of the bucket");
    let gone = Path::new("/nowhere/at/all");
    assert_eq!(bucket_of(&sound).put("w/a", gone).expect_err("no such file").kind(), ErrorKind::NotFound);
}

fn bucket_of(options: &BucketOptions) -> Bucket {
    Bucket::at(options).expect("a bucket")
}

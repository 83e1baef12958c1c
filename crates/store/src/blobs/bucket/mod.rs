//! Bytes in a bucket of a store that speaks S3: put whole, in parts if they are many; read by ranges.
//!
//! Callers wait on threads of their own, so the bucket has a small runtime for its connections. A store that does not
//! answer is left alone for a moment: those who wait for it must not use up the threads of those who don't.

mod wire;

use std::error::Error;
use std::fmt;
use std::fs::File;
use std::future::Future;
use std::io::{self, ErrorKind, Read};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use futures_util::StreamExt;
use object_store::aws::{AmazonS3, AmazonS3Builder};
use object_store::client::{HttpError, HttpErrorKind};
use object_store::{
    BackoffConfig, GetOptions, GetRange, MultipartUpload, ObjectStore, ObjectStoreExt, PutPayload,
    RetryConfig,
};
use tokio::runtime::Runtime;

use super::{Blob, Blobs, is_key};
use wire::Wire;

/// How many bytes go in one request; the parts of a larger file are as large.
const PART: u64 = 8 << 20;
/// How many parts a file may have, by the rules of S3.
const MOST_PARTS: u64 = 10_000;
/// How often a request is sent again when nothing came of it.
const AGAIN: usize = 1;
/// For how long reading a piece may take, with all that is sent again.
const PATIENCE: Duration = Duration::from_secs(60);
/// For how long a store that did not answer is left alone.
const REST: Duration = Duration::from_secs(2);

/// Which bucket, and how one is let in.
#[derive(Clone, Default)]
pub struct BucketOptions {
    /// The bucket's name.
    pub bucket: String,
    /// What all keys begin with, without `/` at its ends; may be empty.
    pub prefix: String,
    /// The address of the store; that of Amazon, if none is given. It may lie in a network of one's own.
    pub endpoint: Option<String>,
    /// The region.
    pub region: String,
    /// The name of the key.
    pub key: String,
    /// The key.
    pub secret: String,
    /// Whether the bucket stands in the path of addresses, not in the host.
    pub path_style: bool,
    /// Certificates in PEM form that are believed beside those of the web.
    pub certificates: Vec<u8>,
}

impl fmt::Debug for BucketOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BucketOptions")
            .field("bucket", &self.bucket)
            .field("prefix", &self.prefix)
            .field("endpoint", &self.endpoint)
            .field("region", &self.region)
            .field("key", &self.key)
            .finish_non_exhaustive()
    }
}

/// A bucket.
pub struct Bucket {
    store: AmazonS3,
    prefix: String,
    runtime: Option<Runtime>,
    resting: Mutex<Option<Instant>>,
}

impl Bucket {
    /// The bucket; nothing is asked of it yet. What can't be one is told.
    pub fn at(options: &BucketOptions) -> io::Result<Bucket> {
        if !options.prefix.is_empty() && !is_key(&options.prefix) {
            return Err(io::Error::new(
                ErrorKind::InvalidInput,
                "a prefix has letters, digits, - . _ and / within",
            ));
        }
        let retry = RetryConfig {
            backoff: BackoffConfig { max_backoff: Duration::from_secs(2), ..BackoffConfig::default() },
            max_retries: AGAIN,
            retry_timeout: Duration::from_secs(30),
        };
        let mut builder = AmazonS3Builder::new()
            .with_bucket_name(&options.bucket)
            .with_region(&options.region)
            .with_access_key_id(&options.key)
            .with_secret_access_key(&options.secret)
            .with_virtual_hosted_style_request(!options.path_style)
            // Not every store can take out many at once, nor put a tag on what it keeps.
            .with_disable_bulk_delete(true)
            .with_disable_tagging(true)
            .with_allow_http(true)
            .with_retry(retry)
            .with_http_connector(Wire::new(&options.certificates)?);
        if let Some(endpoint) = &options.endpoint {
            builder = builder.with_endpoint(at_bucket(endpoint, options)?);
        }
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("bucket")
            .enable_all()
            .build()?;
        let store = builder.build().map_err(|why| io::Error::new(ErrorKind::InvalidInput, told(&why)))?;
        Ok(Bucket {
            store,
            prefix: options.prefix.clone(),
            runtime: Some(runtime),
            resting: Mutex::default(),
        })
    }

    fn path(&self, key: &str) -> io::Result<object_store::path::Path> {
        if !is_key(key) {
            return Err(ErrorKind::InvalidInput.into());
        }
        Ok(match self.prefix.as_str() {
            "" => key.into(),
            prefix => format!("{prefix}/{key}").into(),
        })
    }

    /// Waits for the store, unless it has just not answered.
    fn ask<T>(&self, asked: impl Future<Output = object_store::Result<T>>) -> io::Result<T> {
        let resting = *self.resting.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if resting.is_some_and(|until| Instant::now() < until) {
            return Err(io::Error::new(ErrorKind::NotConnected, "the store has just not answered"));
        }
        let Some(runtime) = &self.runtime else { return Err(ErrorKind::NotConnected.into()) };
        runtime.block_on(asked).map_err(|why| self.failed(&why))
    }

    fn failed(&self, why: &object_store::Error) -> io::Error {
        let kind = match why {
            object_store::Error::NotFound { .. } => ErrorKind::NotFound,
            _ => ErrorKind::NotConnected,
        };
        if is_silence(why) {
            let until = Some(Instant::now() + REST);
            *self.resting.lock().unwrap_or_else(|poisoned| poisoned.into_inner()) = until;
        }
        io::Error::new(kind, told(why))
    }
}

impl Drop for Bucket {
    fn drop(&mut self) {
        // It may well be dropped on a thread that must not wait.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

impl Blobs for Bucket {
    fn put(&self, key: &str, file: &Path) -> io::Result<()> {
        let path = self.path(key)?;
        let mut file = File::open(file)?;
        let length = file.metadata()?.len();
        if length <= PART {
            let whole = next(&mut file, length)?;
            self.ask(self.store.put(&path, whole)).map_err(no_bucket)?;
            return Ok(());
        }
        let part = PART.max(length.div_ceil(MOST_PARTS));
        let mut upload = self.ask(self.store.put_multipart(&path)).map_err(no_bucket)?;
        let sent = self.send(&mut *upload, &mut file, length, part);
        if sent.is_err()
            && let Err(why) = self.ask(upload.abort())
        {
            tracing::warn!(%why, key, "parts of a file that was not kept whole stay in the bucket");
        }
        sent
    }

    fn read(&self, key: &str, from: u64, most: usize) -> io::Result<Vec<u8>> {
        let path = self.path(key)?;
        if most == 0 {
            return Ok(Vec::new());
        }
        let range = Some(GetRange::Bounded(from..from.saturating_add(most as u64)));
        let piece = self.ask(in_time(async {
            let got = self.store.get_opts(&path, GetOptions { range, ..GetOptions::default() }).await?;
            got.bytes().await
        }));
        match piece {
            Ok(bytes) => Ok(bytes.into()),
            // Behind the end there is no range to be had, which is no failure.
            Err(why) => match self.length(key) {
                Ok(Some(length)) if from >= length => Ok(Vec::new()),
                _ => Err(why),
            },
        }
    }

    fn length(&self, key: &str) -> io::Result<Option<u64>> {
        let path = self.path(key)?;
        match self.ask(in_time(self.store.head(&path))) {
            Ok(about) => Ok(Some(about.size)),
            Err(why) if why.kind() == ErrorKind::NotFound => Ok(None),
            Err(why) => Err(why),
        }
    }

    fn remove(&self, key: &str) -> io::Result<()> {
        let path = self.path(key)?;
        match self.ask(in_time(self.store.delete(&path))) {
            Err(why) if why.kind() != ErrorKind::NotFound => Err(why),
            _ => Ok(()),
        }
    }

    fn each(&self, folder: &str, told: &mut dyn FnMut(Blob<'_>)) -> io::Result<()> {
        let mut all = self.store.list(Some(&self.path(folder)?));
        let within = match self.prefix.len() {
            0 => 0,
            length => length + 1,
        };
        while let Some(about) = self.ask(in_time(async { all.next().await.transpose() }))? {
            let Some(key) = about.location.as_ref().get(within..) else { continue };
            told(Blob { key, bytes: about.size, written: about.last_modified.into() });
        }
        Ok(())
    }
}

impl Bucket {
    /// Sends a file part after part, so that only one of them is held.
    fn send(
        &self,
        upload: &mut dyn MultipartUpload,
        file: &mut File,
        length: u64,
        part: u64,
    ) -> io::Result<()> {
        let mut sent = 0;
        while sent < length {
            let piece = part.min(length - sent);
            self.ask(upload.put_part(next(file, piece)?))?;
            sent += piece;
        }
        self.ask(upload.complete()).map(drop)
    }
}

/// The address with the bucket's name in it, where it is to stand in the host.
fn at_bucket(endpoint: &str, options: &BucketOptions) -> io::Result<String> {
    let wrong = || io::Error::new(ErrorKind::InvalidInput, "an endpoint begins with https:// or http://");
    let (scheme, host) = endpoint.split_once("://").ok_or_else(wrong)?;
    if !matches!(scheme, "https" | "http") || host.is_empty() {
        return Err(wrong());
    }
    let endpoint = endpoint.trim_end_matches('/');
    Ok(if options.path_style {
        endpoint.to_owned()
    } else {
        format!("{scheme}://{}.{}", options.bucket, host.trim_end_matches('/'))
    })
}

fn next(file: &mut File, bytes: u64) -> io::Result<PutPayload> {
    let mut piece = vec![0; usize::try_from(bytes).map_err(io::Error::other)?];
    file.read_exact(&mut piece)?;
    Ok(piece.into())
}

async fn in_time<T>(asked: impl Future<Output = object_store::Result<T>>) -> object_store::Result<T> {
    let late = |why| object_store::Error::Generic {
        store: "S3",
        source: Box::new(HttpError::new(HttpErrorKind::Timeout, why)),
    };
    tokio::time::timeout(PATIENCE, asked).await.map_err(late)?
}

/// What can't be put since there is no bucket is a store that can't be used, not a file that is missing.
fn no_bucket(why: io::Error) -> io::Error {
    if why.kind() == ErrorKind::NotFound { io::Error::new(ErrorKind::NotConnected, why) } else { why }
}

/// Whether nobody answered, rather than said no.
fn is_silence(why: &object_store::Error) -> bool {
    let mut at: Option<&(dyn Error + 'static)> = Some(why);
    while let Some(error) = at {
        if let Some(http) = error.downcast_ref::<HttpError>() {
            return matches!(http.kind(), HttpErrorKind::Connect | HttpErrorKind::Timeout);
        }
        at = error.source();
    }
    false
}

/// What went wrong, with the reasons that it does not tell itself, on one line.
fn told(why: &dyn Error) -> String {
    let mut text = why.to_string();
    let mut at = why.source();
    while let Some(reason) = at {
        let reason_text = reason.to_string();
        if !text.contains(&reason_text) {
            text.push_str(": ");
            text.push_str(&reason_text);
        }
        at = reason.source();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

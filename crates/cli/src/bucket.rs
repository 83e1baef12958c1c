//! A bucket of a store that speaks S3, as the configuration names it.

use std::path::PathBuf;

use clap::Args;
use clap::builder::FalseyValueParser;
use cordee_base::Fault;
use cordee_records::BucketOptions;

use crate::config::{self, Config};
use crate::trouble::Trouble;

/// The region, if nothing else is said.
const REGION: &str = "us-east-1";

/// How one is let into a bucket.
#[derive(Args, Clone, Debug, Default)]
pub struct Entry {
    /// The address of the store, such as https://minio.example.com [default: that of Amazon for the region]
    #[arg(long, global = true, env = "CORDEE_S3_ENDPOINT", value_name = "URL", hide = true)]
    pub s3_endpoint: Option<String>,
    /// The region [default: us-east-1]
    #[arg(long, global = true, env = "CORDEE_S3_REGION", value_name = "NAME", hide = true)]
    pub s3_region: Option<String>,
    /// The name of the key (access key id)
    #[arg(long, global = true, env = "CORDEE_S3_KEY", value_name = "NAME", hide = true)]
    pub s3_key: Option<String>,
    /// The key (secret access key)
    #[arg(
        long,
        global = true,
        env = "CORDEE_S3_SECRET",
        value_name = "KEY",
        hide = true,
        hide_env_values = true
    )]
    pub s3_secret: Option<Secret>,
    /// A file that holds the key
    #[arg(long, global = true, env = "CORDEE_S3_SECRET_FILE", value_name = "FILE", hide = true)]
    pub s3_secret_file: Option<PathBuf>,
    /// The bucket stands in the host of addresses, not in their path [default: with Amazon only]
    #[arg(
        long,
        global = true,
        env = "CORDEE_S3_HOST_STYLE",
        value_parser = FalseyValueParser::new(),
        hide = true
    )]
    pub s3_host_style: bool,
    /// Certificates to believe beside those of the web, as a file in PEM form
    #[arg(long, global = true, env = "CORDEE_S3_CA", value_name = "FILE", hide = true)]
    pub s3_ca: Option<PathBuf>,
}

/// A key that is shown nowhere.
#[derive(Clone)]
pub struct Secret(String);

impl From<String> for Secret {
    fn from(text: String) -> Secret {
        Secret(text)
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}

/// The bucket called `BUCKET/PREFIX`, with what options and the configuration file say of it.
pub fn settled(named: &str, config: &Config) -> Result<BucketOptions, Trouble> {
    let (bucket, prefix) = named.split_once('/').unwrap_or((named, ""));
    let (given, file) = (&config.storing.entry, &config.file);
    let path = |given: &Option<PathBuf>, file: &Option<PathBuf>| {
        given.clone().or_else(|| file.as_ref().map(|path| config.beside_file(path)))
    };
    let secret = match (&given.s3_secret, path(&given.s3_secret_file, &file.s3_secret_file)) {
        (Some(secret), _) => Some(secret.0.clone()),
        (None, Some(path)) => Some(config::secret(&path)?),
        (None, None) => None,
    };
    let key = given.s3_key.clone().or(file.s3_key.clone());
    let (Some(key), Some(secret)) = (key, secret) else {
        return Err(Trouble::Usage(Fault::at("files", "error-s3-key")));
    };
    let certificates = match path(&given.s3_ca, &file.s3_ca) {
        Some(path) => std::fs::read(&path).map_err(|why| Trouble::file(&path, &why))?,
        None => Vec::new(),
    };
    let endpoint = given.s3_endpoint.clone().or(file.s3_endpoint.clone());
    let host_style = given.s3_host_style || file.s3_host_style.unwrap_or(endpoint.is_none());
    Ok(BucketOptions {
        bucket: bucket.to_owned(),
        prefix: prefix.trim_end_matches('/').to_owned(),
        endpoint,
        region: given.s3_region.clone().or(file.s3_region.clone()).unwrap_or_else(|| REGION.to_owned()),
        key,
        secret,
        path_style: !host_style,
        certificates,
    })
}

/// Each setting with its value.
pub fn rows(bucket: &BucketOptions) -> Vec<(&'static str, Option<String>)> {
    vec![
        ("s3_endpoint", bucket.endpoint.clone()),
        ("s3_region", Some(bucket.region.clone())),
        ("s3_key", Some(bucket.key.clone())),
        ("s3_secret", Some("…".to_owned())),
        ("s3_host_style", Some((!bucket.path_style).to_string())),
    ]
}

//! What every handler has at hand: the records, the registry, and how this server was started.

use std::fmt;
use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use cordee_base::{Outcome, Problem};
use cordee_kit::Registry;
use cordee_records::Records;
use cordee_schema::Catalog;

use crate::api::Running;
use crate::disk;
use crate::imports::Work;
use crate::keeper::{Keeper, Kept};
use crate::limits::Limits;
use crate::live::Live;
use crate::metrics::Requests;
use crate::pages::Once;

/// So many reads may wait, however long each takes: a few slow ones turn nobody away.
const READS_WAITING: usize = 32;
/// How long one more read may have to wait.
const READS_WAIT: Duration = Duration::from_millis(50);

/// How the server is started. Only `cli` reads where these values come from.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens.
    pub listen: SocketAddr,
    /// Certificate and key, if it speaks TLS itself.
    pub tls: Option<Tls>,
    /// The address people type, such as `https://crm.example.com`: for links and for the check of origins.
    pub base_url: Option<String>,
    /// The proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
    /// Whether plain HTTP is allowed beyond this machine.
    pub allow_plain_http: bool,
    /// The folder in which files that are sent are kept until they are brought in.
    pub files: PathBuf,
    /// How long a request may take.
    pub request_timeout: Duration,
    /// How many requests one token or one browser may make in ten seconds, if that is limited.
    pub rate_limit: Option<u32>,
    /// How many reads or writes may wait for the database before further requests are turned away.
    pub max_waiting: usize,
    /// Below how many free bytes on the disk of `files` no files are taken any more.
    pub disk_floor: u64,
    /// How long requests in flight may go on once the server is to stop.
    pub stop_within: Duration,
}

/// A certificate with its key, as files in PEM form.
#[derive(Clone, Debug)]
pub struct Tls {
    /// The certificate, followed by those that vouch for it.
    pub certificate: PathBuf,
    /// The private key.
    pub key: PathBuf,
}

impl Default for Options {
    fn default() -> Options {
        Options {
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            tls: None,
            base_url: None,
            trusted_proxies: Vec::new(),
            allow_plain_http: false,
            files: PathBuf::from("cordee-data/files"),
            request_timeout: Duration::from_secs(60),
            rate_limit: None,
            max_waiting: 1_024,
            disk_floor: 64 << 20,
            stop_within: Duration::from_secs(30),
        }
    }
}

/// What every handler has at hand. Clones share it.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    records: Records,
    registry: Arc<Registry>,
    options: Options,
    seed: u64,
    requests: AtomicU64,
    openapi: Mutex<Option<Told>>,
    once: Once,
    running: Running,
    work: Work,
    limits: Limits,
    live: Live,
    answered: Requests,
    shed: AtomicU64,
    kept: Kept,
}

/// The OpenAPI document that was asked for last, and the objects it tells of.
type Told = (&'static Catalog, Arc<[u8]>);

/// Why a server can't be started like this.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AppError {
    /// Passwords would cross a network in the clear.
    PlainHttp(SocketAddr),
    /// The base address is none.
    BaseUrl(String),
}

impl fmt::Display for AppError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AppError::PlainHttp(listen) => write!(
                f,
                "plain HTTP on {listen} would send passwords in the clear: give a certificate and a key, \
                 listen on 127.0.0.1 behind a proxy, or allow plain HTTP in words"
            ),
            AppError::BaseUrl(text) => {
                write!(f, "{text} is no base address: write it like https://crm.example.com")
            }
        }
    }
}

impl std::error::Error for AppError {}

impl App {
    /// The application over these records; refuses to speak plain HTTP beyond this machine unless that is allowed.
    pub fn new(records: Records, registry: Arc<Registry>, options: Options) -> Result<App, AppError> {
        let plain = options.tls.is_none() && !options.listen.ip().is_loopback();
        if plain && !options.allow_plain_http {
            return Err(AppError::PlainHttp(options.listen));
        }
        let sound = |url: &String| {
            let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
            host.is_some_and(|host| !host.is_empty() && !host.contains(['/', '?', '#', '@', ' ']))
        };
        let base_url = options.base_url.map(|url| url.trim_end_matches('/').to_owned());
        if let Some(url) = base_url.as_ref().filter(|url| !sound(url)) {
            return Err(AppError::BaseUrl(url.clone()));
        }
        let seed = u64::from_le_bytes(records.secret());
        let options = Options { base_url, ..options };
        Ok(App(Arc::new(Inner {
            records,
            registry,
            options,
            seed,
            requests: AtomicU64::new(0),
            openapi: Mutex::default(),
            once: Once::default(),
            running: Running::default(),
            work: Work::default(),
            limits: Limits::default(),
            live: Live::default(),
            answered: Requests::default(),
            shed: AtomicU64::new(0),
            kept: Kept::default(),
        })))
    }

    /// Names who looks after what this server stands on; without anybody its pages about that are not there.
    pub fn kept_by(&self, keeper: Arc<dyn Keeper>) {
        self.0.kept.by(keeper);
    }

    /// Who looks after what this server stands on.
    pub(crate) fn kept(&self) -> &Kept {
        &self.0.kept
    }

    /// The records.
    pub fn records(&self) -> &Records {
        &self.0.records
    }

    /// The product, as declared.
    pub fn registry(&self) -> &Arc<Registry> {
        &self.0.registry
    }

    /// How this server was started.
    pub fn options(&self) -> &Options {
        &self.0.options
    }

    /// Whether people reach it by TLS, its own or that of a proxy.
    pub fn secure(&self) -> bool {
        let options = self.options();
        options.tls.is_some() || options.base_url.as_ref().is_some_and(|url| url.starts_with("https://"))
    }

    /// The address of a one-time link. Never what a request says of itself, which anybody may forge.
    pub(crate) fn link(&self, secret: &str) -> String {
        let options = self.options();
        match &options.base_url {
            Some(base) => format!("{base}/link/{secret}"),
            None => {
                let scheme = if options.tls.is_some() { "https" } else { "http" };
                format!("{scheme}://{}/link/{secret}", options.listen)
            }
        }
    }

    /// The imports at work.
    pub(crate) fn work(&self) -> &Work {
        &self.0.work
    }

    /// Who has asked how often.
    pub(crate) fn limits(&self) -> &Limits {
        &self.0.limits
    }

    /// The pages that are told what happens.
    pub(crate) fn live(&self) -> &Live {
        &self.0.live
    }

    /// How long requests took.
    pub(crate) fn requests(&self) -> &Requests {
        &self.0.answered
    }

    /// How many requests were turned away since too many waited.
    pub(crate) fn requests_shed(&self) -> u64 {
        self.0.shed.load(Ordering::Relaxed)
    }

    /// Whether so many wait for the database that one more would only make all of them wait longer.
    pub(crate) fn is_overloaded(&self) -> bool {
        let (reads, writes) = self.records().waiting();
        // What people have written waits longer: to write it again costs them more than to wait.
        let long = reads > READS_WAITING && self.records().reads_wait() > READS_WAIT;
        let over = long || reads.max(writes) > self.options().max_waiting;
        if over {
            self.0.shed.fetch_add(1, Ordering::Relaxed);
        }
        over
    }

    /// Refuses a file while there is little room on the disk: what people write comes first.
    pub(crate) fn needs_room_for_files(&self) -> Outcome<()> {
        let options = self.options();
        match disk::free(&options.files) {
            Some(free) if free < options.disk_floor => Err(Problem::Full),
            _ => Ok(()),
        }
    }

    /// The forms that were sent lately.
    pub(crate) fn once(&self) -> &Once {
        &self.0.once
    }

    /// The requests with a key of their own that are under way.
    pub(crate) fn running(&self) -> &Running {
        &self.0.running
    }

    /// The OpenAPI document of a workspace with these objects, made when they have changed since it was last asked for.
    pub(crate) fn openapi(&self, catalog: &'static Catalog) -> Arc<[u8]> {
        let mut kept = self.0.openapi.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some((_, document)) = kept.as_ref().filter(|(of, _)| std::ptr::eq(*of, catalog)) {
            return document.clone();
        }
        let registry = self.registry().with_catalog(catalog);
        let document = crate::openapi::document(&registry, self.options().base_url.as_deref());
        let document: Arc<[u8]> = document.to_string().into_bytes().into();
        *kept = Some((catalog, document.clone()));
        document
    }

    /// A name for the next request that brings none.
    pub(crate) fn next_request(&self) -> String {
        let count = self.0.requests.fetch_add(1, Ordering::Relaxed);
        // Multiplying by an odd number never repeats within 2^64.
        format!("{:016x}", self.0.seed.wrapping_add(count.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }
}

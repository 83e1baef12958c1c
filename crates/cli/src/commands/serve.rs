//! `cordee serve`: answers browsers and programs until it is told to stop.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use clap::builder::FalseyValueParser;
use cordee_base::{Fault, Id, Problem};
use cordee_http::{App, AppError, Options, Stopped, Tls};
use cordee_jobs::Workers;
use cordee_kit::Registry;
use cordee_records::Records;
use serde_json::json;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};

use super::{demo, init};
use crate::arguments::Global;
use crate::config::Config;
use crate::demo::own;
use crate::keeper::Caretaker;
use crate::log::Logs;
use crate::output::Out;
use crate::outward::Outward;
use crate::trouble::Trouble;
use crate::{log, open, outward};

/// How it answers.
#[derive(Args)]
pub struct Serve {
    /// Open an invented company in a folder of its own (DIR-demo), and show a password for it
    #[arg(long)]
    demo: bool,
    #[command(flatten)]
    listening: Listening,
}

/// Where and how it listens.
#[derive(Args, Clone, Debug, Default)]
pub struct Listening {
    /// Where it listens [default: 127.0.0.1:8080]
    #[arg(long, env = "CORDEE_LISTEN", value_name = "ADDRESS")]
    listen: Option<String>,
    /// The address people type, such as https://crm.example.com
    #[arg(long, env = "CORDEE_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
    /// The certificate, followed by those that vouch for it, as a file in PEM form
    #[arg(long, env = "CORDEE_TLS_CERT", value_name = "FILE")]
    tls_cert: Option<PathBuf>,
    /// The certificate's key, as a file in PEM form
    #[arg(long, env = "CORDEE_TLS_KEY", value_name = "FILE")]
    tls_key: Option<PathBuf>,
    /// Allow plain HTTP beyond this machine, where passwords can be read on the way
    #[arg(long, env = "CORDEE_ALLOW_PLAIN_HTTP", value_parser = FalseyValueParser::new())]
    allow_plain_http: bool,
    /// A proxy whose X-Forwarded-For is believed
    #[arg(long, env = "CORDEE_TRUSTED_PROXIES", value_name = "IP", value_delimiter = ',')]
    trusted_proxy: Vec<IpAddr>,
    /// Where Prometheus reads metrics, such as 127.0.0.1:9090; nowhere, if not said
    #[arg(long, env = "CORDEE_METRICS_LISTEN", value_name = "ADDRESS")]
    metrics_listen: Option<String>,
    /// How many requests one token or browser may make in ten seconds; 0 for any number [default: 5000]
    #[arg(long, env = "CORDEE_RATE_LIMIT", value_name = "NUMBER")]
    rate_limit: Option<u32>,
    /// How many reads or writes may wait for the database before requests are turned away [default: 1024]
    #[arg(long, env = "CORDEE_MAX_WAITING", value_name = "NUMBER")]
    max_waiting: Option<usize>,
    /// Below how many megabytes of free disk no files are taken any more [default: 64]
    #[arg(long, env = "CORDEE_DISK_FLOOR", value_name = "MEGABYTES")]
    disk_floor: Option<u64>,
    /// After how many seconds a read is ended [default: 60]
    #[arg(long, env = "CORDEE_READ_TIMEOUT", value_name = "SECONDS")]
    read_timeout: Option<u64>,
    /// Let people and programs look at everything and change nothing
    #[arg(long, env = "CORDEE_READ_ONLY", value_parser = FalseyValueParser::new())]
    read_only: bool,
    /// Leave the queue to other servers or to `cordee worker`
    #[arg(long, env = "CORDEE_NO_JOBS", value_parser = FalseyValueParser::new())]
    no_jobs: bool,
    #[command(flatten)]
    outward: Outward,
    #[command(flatten)]
    logs: Logs,
}

/// How it listens, with what the configuration file says and what is usual.
pub struct Settled {
    options: Options,
    metrics: Option<SocketAddr>,
    read_timeout: u64,
    read_only: bool,
    no_jobs: bool,
    outward: outward::Settled,
    logs: (log::Form, String),
}

/// How many requests one token or browser may make in ten seconds, if nothing else is said.
const RATE_LIMIT: u32 = 5_000;

/// After how many seconds a read is ended, if nothing else is said.
const READ_TIMEOUT: u64 = 60;

/// The folder in the data folder for files that are sent to be brought in.
const FILES: &str = "files";

impl Serve {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let mut settled = self.listening.settled(&config)?;
        log::start(settled.logs.0, &settled.logs.1)?;
        let registry = cordee_features::registry();
        if self.demo {
            let demo = own::open(&config, &registry, readers(), out)?;
            settled.options.files = files_in(&demo.config.data)?;
            let login = Some((demo.email.as_str(), demo.password.as_str()));
            return serve(demo.records, registry, settled, demo.config, login, out);
        }
        settled.options.files = files_in(&config.data)?;
        let records = open::or_make(&config, &registry, readers(), out)?;
        if records.workspaces()?.is_empty() {
            let founding = init::founding("My company", "EUR", "UTC", config.language)?;
            open::found(&records, &registry, &founding, out)?;
        }
        serve(records, registry, settled, config, None, out)
    }
}

/// Where sent files are kept, so that an import finds its file wherever it is resumed from.
pub fn files_in(data: &Path) -> Result<PathBuf, Trouble> {
    let folder = data.join(FILES);
    std::path::absolute(&folder).map_err(|why| Trouble::file(&folder, &why))
}

/// Serves until it is told to stop. `login` is the e-mail and the password to show, if there are such.
fn serve(
    records: Records,
    registry: Registry,
    settled: Settled,
    config: Config,
    login: Option<(&str, &str)>,
    out: &Out,
) -> Result<(), Trouble> {
    records.limit_reads(Duration::from_secs(settled.read_timeout));
    records.hold_still(settled.read_only);
    let mut links = Vec::new();
    for (id, name) in records.workspaces()? {
        links.extend(records.first_link(id)?.map(|secret| (id, name, secret)));
    }
    let (registry, options) = (Arc::new(registry), settled.options);
    let at_work = cordee_jobs::Options {
        records: records.clone(),
        registry: registry.clone(),
        outside: settled.outward.way_out()?,
        files: options.files.clone(),
    };
    let stop_within = options.stop_within;
    let keeper = Caretaker {
        files: crate::files::Settled::of(&config)?,
        tls: options.tls.clone(),
        records: records.clone(),
        config,
    };
    let app = App::new(records, registry, options).map_err(refused)?;
    app.kept_by(Arc::new(keeper));
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(cores())
        .max_blocking_threads(32)
        .enable_all()
        .build()
        .map_err(|why| Trouble::Problem(Problem::internal(format!("start threads: {why}"))))?;
    let stopped = runtime.block_on(async {
        let wanted = app.options().listen;
        let listener = TcpListener::bind(wanted).await.map_err(|why| cannot_listen(wanted, &why))?;
        let stop = told_to_stop()?;
        let here = listener.local_addr().map_err(|why| cannot_listen(wanted, &why))?;
        if let Some(address) = settled.metrics {
            let metrics = TcpListener::bind(address).await.map_err(|why| cannot_listen(address, &why))?;
            tokio::spawn(cordee_http::serve_metrics(app.clone(), metrics));
        }
        let workers = (!settled.no_jobs).then(|| Workers::start(at_work));
        announce(&app, here, &links, login, out)?;
        let served = cordee_http::serve(app, listener, stop).await;
        if let Some(workers) = workers {
            // Waiting for threads must not keep the runtime from what it still has to do.
            let stopped = tokio::task::spawn_blocking(move || workers.stop(stop_within)).await;
            if !stopped.unwrap_or(false) {
                tracing::warn!("some jobs took too long and were put back");
            }
        }
        served.map_err(|why| Trouble::Usage(Fault::whole("error-serve").with("detail", why)))
    })?;
    match stopped {
        Stopped::Done => tracing::info!("stopped"),
        Stopped::CutOff => tracing::warn!("stopped; some requests took too long and were cut off"),
    }
    Ok(())
}

/// Says where it listens, and where the first administrator is made.
fn announce(
    app: &App,
    here: SocketAddr,
    links: &[(Id, String, String)],
    login: Option<(&str, &str)>,
    out: &Out,
) -> Result<(), Trouble> {
    let base = base_url(app.options(), here);
    if out.json {
        let link = |(id, _, secret): &(Id, String, String)| json!({ "workspace": id.to_string(), "first_link": format!("{base}/first/{secret}") });
        let links: Vec<_> = links.iter().map(link).collect();
        let (email, password) = login.unzip();
        let told = json!({ "listening": base, "first_links": links, "email": email, "password": password });
        // On one line, since a program waits for it.
        return out.line(&told.to_string());
    }
    out.say("command-listening", &[("address", base.as_str().into())])?;
    if let Some((email, password)) = login {
        demo::tell(email, password, out)?;
    }
    links.iter().try_for_each(|(_, name, secret)| {
        let link = format!("{base}/first/{secret}");
        out.say("command-first-link", &[("name", name.into()), ("link", link.into())])
    })
}

/// The address to type.
fn base_url(options: &Options, here: SocketAddr) -> String {
    if let Some(base) = &options.base_url {
        return base.trim_end_matches('/').to_owned();
    }
    let scheme = if options.tls.is_some() { "https" } else { "http" };
    let host = if here.ip().is_unspecified() {
        "localhost".to_owned()
    } else {
        SocketAddr::new(here.ip(), 0).ip().to_string()
    };
    let host = if host.contains(':') { format!("[{host}]") } else { host };
    format!("{scheme}://{host}:{}", here.port())
}

/// Ready at Ctrl-C and at SIGTERM.
fn told_to_stop() -> Result<impl Future<Output = ()>, Trouble> {
    let listen = |kind| signal(kind).map_err(|why| Problem::internal(format!("listen for signals: {why}")));
    let (mut interrupt, mut terminate) = (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("told to stop; finishing what is at work");
    })
}

fn cannot_listen(address: SocketAddr, why: &std::io::Error) -> Trouble {
    Trouble::Usage(Fault::at("listen", "error-listen").with("value", address).with("detail", why))
}

fn refused(error: AppError) -> Trouble {
    Trouble::Usage(match error {
        AppError::PlainHttp(address) => Fault::at("listen", "error-plain-http").with("value", address),
        AppError::BaseUrl(url) => Fault::at("base-url", "error-base-url").with("value", url),
    })
}

/// How many threads read the database.
pub fn readers() -> usize {
    cores().max(2)
}

/// How many things can be done at once.
fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, usize::from)
}

impl Listening {
    /// The certificate with its key, if TLS is spoken.
    pub fn tls(&self, config: &Config) -> Result<Option<Tls>, Trouble> {
        let file = &config.file;
        let beside = |path: &PathBuf| config.beside_file(path);
        let certificate = self.tls_cert.clone().or(file.tls_cert.as_ref().map(beside));
        let key = self.tls_key.clone().or(file.tls_key.as_ref().map(beside));
        match (certificate, key) {
            (Some(certificate), Some(key)) => Ok(Some(Tls { certificate, key })),
            (None, None) => Ok(None),
            _ => Err(Trouble::Usage(Fault::whole("error-tls-pair"))),
        }
    }

    /// With what the configuration file says and what is usual.
    pub fn settled(&self, config: &Config) -> Result<Settled, Trouble> {
        let (given, file) = (self.clone(), &config.file);
        let usual = Options::default();
        let address = |name: &'static str, text: String| {
            let wrong = || Fault::at(name, "error-listen-address").with("value", &text);
            text.parse().map_err(|_| Trouble::Usage(wrong()))
        };
        let listen = given.listen.or(file.listen.clone());
        let listen = listen.map_or(Ok(usual.listen), |text| address("listen", text))?;
        let metrics = given.metrics_listen.or(file.metrics_listen.clone());
        let metrics = metrics.map(|text| address("metrics-listen", text)).transpose()?;
        let rate_limit = given.rate_limit.or(file.rate_limit).unwrap_or(RATE_LIMIT);
        let disk_floor = given.disk_floor.or(file.disk_floor);
        let tls = self.tls(config)?;
        Ok(Settled {
            options: Options {
                listen,
                tls,
                base_url: given.base_url.or(file.base_url.clone()),
                trusted_proxies: if given.trusted_proxy.is_empty() {
                    file.trusted_proxies.clone()
                } else {
                    given.trusted_proxy
                },
                allow_plain_http: given.allow_plain_http || file.allow_plain_http.unwrap_or_default(),
                files: config.data.join("files"),
                rate_limit: (rate_limit > 0).then_some(rate_limit),
                max_waiting: given.max_waiting.or(file.max_waiting).unwrap_or(usual.max_waiting),
                disk_floor: disk_floor
                    .map_or(usual.disk_floor, |megabytes| megabytes.saturating_mul(1 << 20)),
                ..usual
            },
            metrics,
            read_timeout: given.read_timeout.or(file.read_timeout).unwrap_or(READ_TIMEOUT).max(1),
            read_only: given.read_only || file.read_only.unwrap_or_default(),
            no_jobs: given.no_jobs || file.no_jobs.unwrap_or_default(),
            outward: given.outward.settled(config),
            logs: given.logs.settled(config)?,
        })
    }
}

impl Settled {
    /// Each setting with its value.
    pub fn rows(&self) -> Vec<(&'static str, Option<String>)> {
        let options = &self.options;
        let path = |path: &PathBuf| path.display().to_string();
        let proxies: Vec<String> = options.trusted_proxies.iter().map(IpAddr::to_string).collect();
        vec![
            ("listen", Some(options.listen.to_string())),
            ("base_url", options.base_url.clone()),
            ("tls_cert", options.tls.as_ref().map(|tls| path(&tls.certificate))),
            ("tls_key", options.tls.as_ref().map(|tls| path(&tls.key))),
            ("allow_plain_http", Some(options.allow_plain_http.to_string())),
            ("trusted_proxies", Some(proxies.join(", ")).filter(|text| !text.is_empty())),
            ("metrics_listen", self.metrics.map(|address| address.to_string())),
            ("rate_limit", Some(options.rate_limit.unwrap_or(0).to_string())),
            ("max_waiting", Some(options.max_waiting.to_string())),
            ("disk_floor", Some((options.disk_floor >> 20).to_string())),
            ("read_timeout", Some(self.read_timeout.to_string())),
            ("read_only", Some(self.read_only.to_string())),
            ("no_jobs", Some(self.no_jobs.to_string())),
            ("outbound_allow", Some(self.outward.allowed.join(", ")).filter(|text| !text.is_empty())),
            ("outbound_ca", self.outward.certificates.as_ref().map(path)),
            ("log", Some(if self.logs.0 == log::Form::Json { "json" } else { "text" }.to_owned())),
            ("log_level", Some(self.logs.1.clone())),
        ]
    }
}

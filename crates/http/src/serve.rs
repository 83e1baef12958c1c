//! Listening: plain or by TLS, until told to stop, and then until those at work are done.

use std::fs::File;
use std::future::Future;
use std::io::{self, BufReader};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::http::Request;
use cordee_base::Moment;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tower::ServiceExt;
use x509_cert::Certificate;
use x509_cert::der::Decode;

use crate::asked::Peer;
use crate::{App, Tls, router};

/// How long a browser may take to greet or to send the head of a request.
const HEAD_SECONDS: u64 = 15;
/// How large the head of a request may be.
const HEAD_BYTES: usize = 64 << 10;

/// How the server came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// All that was at work is done.
    Done,
    /// The time was up; some requests were cut off.
    CutOff,
}

/// Serves until `shutdown` is ready, then finishes what is at work within `Options::stop_within`.
pub async fn serve(
    app: App,
    listener: TcpListener,
    shutdown: impl Future<Output = ()>,
) -> io::Result<Stopped> {
    let tls = app.options().tls.as_ref().map(acceptor).transpose()?;
    let stop_within = app.options().stop_within;
    let router = router(app.clone());
    let (stop, stopping) = watch::channel(false);
    // Each connection holds a sender; when all are gone, the receiver tells so.
    let (working, mut done) = mpsc::channel::<()>(1);
    tokio::pin!(shutdown);
    loop {
        let accepted = tokio::select! {
            () = &mut shutdown => break,
            accepted = listener.accept() => accepted,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                // Too many open files, most likely: some will be closed soon.
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let _ = stream.set_nodelay(true);
        let (router, tls, stopping) = (router.clone(), tls.clone(), stopping.clone());
        let working = working.clone();
        tokio::spawn(async move {
            match tls {
                None => connection(stream, Peer(address), router, stopping).await,
                Some(tls) => {
                    let greeted = tokio::time::timeout(Duration::from_secs(HEAD_SECONDS), tls.accept(stream));
                    if let Ok(Ok(stream)) = greeted.await {
                        connection(stream, Peer(address), router, stopping).await;
                    }
                }
            }
            drop(working);
        });
    }
    drop((listener, working));
    let _ = stop.send(true);
    app.work().stop_all();
    app.live().stop();
    match tokio::time::timeout(stop_within, done.recv()).await {
        Ok(_) => Ok(Stopped::Done),
        Err(_) => Ok(Stopped::CutOff),
    }
}

/// One connection, request after request.
async fn connection(
    stream: impl AsyncRead + AsyncWrite + Unpin,
    peer: Peer,
    router: Router,
    mut stopping: watch::Receiver<bool>,
) {
    let service = hyper::service::service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request)
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(HEAD_SECONDS))
        .max_buf_size(HEAD_BYTES);
    let connection = http.serve_connection(TokioIo::new(stream), service);
    tokio::pin!(connection);
    let mut told = false;
    loop {
        tokio::select! {
            // A browser that goes away in the middle of a sentence is nobody's fault.
            _ = connection.as_mut() => return,
            _ = stopping.wait_for(|stop| *stop), if !told => {
                told = true;
                connection.as_mut().graceful_shutdown();
            }
        }
    }
}

impl Tls {
    /// When the certificate ends, and those that vouch for it: the first of them. What can't be used is told.
    pub fn ends(&self) -> io::Result<Moment> {
        let (chain, _) = read(self)?;
        acceptor(self)?;
        let mut ends = Moment::FOREVER;
        for certificate in &chain {
            let read = Certificate::from_der(certificate);
            let read = read.map_err(|why| named(&self.certificate, io::Error::other(why)))?;
            let end = read.tbs_certificate.validity.not_after.to_unix_duration();
            ends = ends.min(Moment::from_micros(i64::try_from(end.as_micros()).unwrap_or(i64::MAX)));
        }
        Ok(ends)
    }
}

fn acceptor(tls: &Tls) -> io::Result<TlsAcceptor> {
    let (chain, key) = read(tls)?;
    let mut config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| named(&tls.certificate, io::Error::other(error)))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

type Pair = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

fn read(tls: &Tls) -> io::Result<Pair> {
    let open = |path: &Path| File::open(path).map(BufReader::new).map_err(|error| named(path, error));
    let chain = rustls_pemfile::certs(&mut open(&tls.certificate)?)
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| named(&tls.certificate, error))?;
    let key = rustls_pemfile::private_key(&mut open(&tls.key)?).map_err(|error| named(&tls.key, error))?;
    let key = key.ok_or_else(|| named(&tls.key, io::Error::other("there is no private key in it")))?;
    Ok((chain, key))
}

fn named(path: &Path, error: io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

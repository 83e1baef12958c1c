//! A store that speaks S3, for tests: a real server over a folder, which looks at signatures, and can go away and come
//! back on the same address.
#![allow(dead_code, reason = "each file of stories uses some of it")]

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use s3s::auth::SimpleAuth;
use s3s::service::{S3Service, S3ServiceBuilder};
use s3s_fs::FileSystem;
use tokio::net::TcpListener;
use tokio::runtime::Runtime;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;

/// The bucket that is there.
pub const BUCKET: &str = "records";
/// The name of the key that is let in.
pub const KEY: &str = "CORDEE";
/// The key.
pub const SECRET: &str = "a-secret-of-the-store";

/// A store; it goes when this is dropped.
pub struct S3 {
    folder: tempfile::TempDir,
    address: SocketAddr,
    tls: Option<TlsAcceptor>,
    running: Option<Runtime>,
    /// The certificate to believe, in PEM form, if it speaks TLS.
    pub certificate: Option<String>,
}

impl S3 {
    /// One that speaks plain HTTP.
    pub fn plain() -> S3 {
        S3::start(None, None)
    }

    /// One that speaks TLS, with a certificate that nobody else believes.
    pub fn encrypted() -> S3 {
        let made = rcgen::generate_simple_self_signed(["127.0.0.1".to_owned()]).expect("a certificate");
        let key = made.signing_key.serialize_der().try_into().expect("a key");
        let config = ServerConfig::builder().with_no_client_auth();
        let config = config.with_single_cert(vec![made.cert.der().clone()], key).expect("they fit");
        S3::start(Some(TlsAcceptor::from(Arc::new(config))), Some(made.cert.pem()))
    }

    fn start(tls: Option<TlsAcceptor>, certificate: Option<String>) -> S3 {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(BUCKET)).expect("a bucket");
        let address = "127.0.0.1:0".parse().expect("an address");
        let mut s3 = S3 { folder, address, tls, running: None, certificate };
        s3.come_back();
        s3
    }

    /// Its address.
    pub fn endpoint(&self) -> String {
        let scheme = if self.tls.is_some() { "https" } else { "http" };
        format!("{scheme}://{}", self.address)
    }

    /// Where it keeps what lies in the bucket.
    pub fn folder(&self) -> PathBuf {
        self.folder.path().join(BUCKET)
    }

    /// Answers nobody any more, and drops who is connected.
    pub fn go_away(&mut self) {
        self.running.take().expect("it runs").shutdown_background();
    }

    /// Answers again where it did.
    pub fn come_back(&mut self) {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        let runtime = runtime.expect("threads");
        let service = self.service();
        let listener = runtime.block_on(TcpListener::bind(self.address)).expect("a port");
        self.address = listener.local_addr().expect("an address");
        let tls = self.tls.clone();
        runtime.spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (service, tls) = (service.clone(), tls.clone());
                tokio::spawn(async move {
                    let builder = Builder::new(TokioExecutor::new());
                    // Whoever hangs up is gone; the server goes on.
                    let _ = match tls {
                        None => builder.serve_connection(TokioIo::new(stream), service).await,
                        Some(tls) => match tls.accept(stream).await {
                            Ok(stream) => builder.serve_connection(TokioIo::new(stream), service).await,
                            Err(_) => Ok(()),
                        },
                    };
                });
            }
        });
        self.running = Some(runtime);
    }

    fn service(&self) -> S3Service {
        let files = FileSystem::new(self.folder.path()).expect("a folder");
        let mut service = S3ServiceBuilder::new(files);
        service.set_auth(SimpleAuth::from_single(KEY, SECRET));
        service.build()
    }
}

impl Drop for S3 {
    fn drop(&mut self) {
        if let Some(running) = self.running.take() {
            running.shutdown_background();
        }
    }
}

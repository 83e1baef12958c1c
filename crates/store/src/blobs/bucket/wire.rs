//! The way to a store: HTTP over connections that are kept, with the TLS that the whole house speaks.

use std::error::Error;
use std::io;
use std::time::Duration;

use async_trait::async_trait;
use http_body_util::BodyExt;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use object_store::ClientOptions;
use object_store::client::{
    HttpClient, HttpError, HttpErrorKind, HttpRequest, HttpRequestBody, HttpResponse, HttpResponseBody,
    HttpService,
};

use crate::tls;

/// How long making a connection may take.
const CONNECT: Duration = Duration::from_secs(3);
/// How long a request may take until it is answered: enough for a part over a slow line.
const ANSWER: Duration = Duration::from_secs(60);
/// For how long a connection is kept that nobody uses.
const IDLE: Duration = Duration::from_secs(20);

/// The way to a store.
#[derive(Clone, Debug)]
pub(super) struct Wire(Client<HttpsConnector<HttpConnector>, HttpRequestBody>);

impl Wire {
    /// A way; `certificates` are believed beside those of the web.
    pub(super) fn new(certificates: &[u8]) -> io::Result<Wire> {
        let mut roots = tls::of_the_web();
        if !certificates.is_empty() {
            tls::believe(&mut roots, certificates)?;
        }
        let mut plain = HttpConnector::new();
        plain.enforce_http(false);
        plain.set_nodelay(true);
        plain.set_connect_timeout(Some(CONNECT));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(tls::client(tls::Belief::Named(roots), None)?)
            .https_or_http()
            .enable_http1()
            .wrap_connector(plain);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(connector);
        Ok(Wire(client))
    }
}

impl object_store::client::HttpConnector for Wire {
    fn connect(&self, _: &ClientOptions) -> object_store::Result<HttpClient> {
        Ok(HttpClient::new(self.clone()))
    }
}

#[async_trait]
impl HttpService for Wire {
    async fn call(&self, request: HttpRequest) -> Result<HttpResponse, HttpError> {
        let answered = tokio::time::timeout(ANSWER, self.0.request(request)).await;
        let response = match answered {
            Ok(Ok(response)) => response,
            Ok(Err(why)) if why.is_connect() => return Err(failed(HttpErrorKind::Connect, &why)),
            Ok(Err(why)) => return Err(failed(HttpErrorKind::Interrupted, &why)),
            Err(late) => return Err(HttpError::new(HttpErrorKind::Timeout, late)),
        };
        let (parts, body) = response.into_parts();
        let body = body.map_err(|why| failed(HttpErrorKind::Interrupted, &why));
        Ok(HttpResponse::from_parts(parts, HttpResponseBody::new(body)))
    }
}

/// The innermost reason says most: that nobody listens there, that a certificate is not believed.
fn failed(kind: HttpErrorKind, why: &(dyn Error + 'static)) -> HttpError {
    let mut innermost = why;
    while let Some(reason) = innermost.source() {
        innermost = reason;
    }
    HttpError::new(kind, io::Error::other(innermost.to_string()))
}

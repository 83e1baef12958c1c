//! One message on one connection: to the very address that was checked.

use std::net::{IpAddr, SocketAddr};

use bytes::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper::{Request, header};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use url::{Host, Url};

use super::{Client, OutboundError};

/// How much of an answer is read: enough to end it well, and no more.
const ANSWER_BYTES: usize = 64 << 10;

/// Sends the message; gives the status of the answer.
pub(super) async fn send(
    client: &Client,
    url: &Url,
    headers: &[(&str, &str)],
    body: &[u8],
) -> Result<u16, OutboundError> {
    let addresses = addresses(client, url).await?;
    let plain = url.scheme() == "http";
    if plain && !addresses.iter().all(|address| client.is_own(address.ip())) {
        return Err(OutboundError::Url("the address must begin with https://"));
    }
    let stream = connect(&addresses).await?;
    let request = request(url, headers, body)?;
    if plain {
        return exchange(stream, request).await;
    }
    let name = ServerName::try_from(url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned())
        .map_err(|_| OutboundError::Url("this is no web address"))?;
    let secured = TlsConnector::from(client.tls()).connect(name, stream).await.map_err(lost)?;
    exchange(secured, request).await
}

/// The addresses of the server; if one of them may not be reached, none is.
async fn addresses(client: &Client, url: &Url) -> Result<Vec<SocketAddr>, OutboundError> {
    let port = url.port_or_known_default().unwrap_or(443);
    let found: Vec<IpAddr> = match url.host() {
        Some(Host::Ipv4(address)) => vec![address.into()],
        Some(Host::Ipv6(address)) => vec![address.into()],
        Some(Host::Domain(name)) => {
            let asked = tokio::net::lookup_host((name, port)).await;
            asked.map_err(|_| OutboundError::Unknown(name.to_owned()))?.map(|address| address.ip()).collect()
        }
        None => Vec::new(),
    };
    if found.is_empty() {
        return Err(OutboundError::Unknown(url.host_str().unwrap_or_default().to_owned()));
    }
    found.iter().try_for_each(|address| client.reaches(*address))?;
    Ok(found.into_iter().map(|address| SocketAddr::new(address, port)).collect())
}

async fn connect(addresses: &[SocketAddr]) -> Result<TcpStream, OutboundError> {
    let mut why = OutboundError::Lost("there is no address to connect to".to_owned());
    for address in addresses {
        match TcpStream::connect(address).await {
            Ok(stream) => return Ok(stream),
            Err(error) => why = lost(error),
        }
    }
    Err(why)
}

fn request(url: &Url, headers: &[(&str, &str)], body: &[u8]) -> Result<Request<Full<Bytes>>, OutboundError> {
    let host = url.host_str().unwrap_or_default();
    let host = url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
    let path = url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()));
    let mut request = Request::post(path)
        .header(header::HOST, host)
        .header(header::USER_AGENT, concat!("Cordee/", env!("CARGO_PKG_VERSION")))
        .header(header::CONNECTION, "close");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Full::new(Bytes::copy_from_slice(body))).map_err(lost)
}

async fn exchange(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<Full<Bytes>>,
) -> Result<u16, OutboundError> {
    let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await.map_err(lost)?;
    let driven = tokio::spawn(connection);
    let answer = sender.send_request(request).await.map_err(lost)?;
    let status = answer.status().as_u16();
    // The status is the answer; whether the rest of it comes well, or is too long, is no matter.
    let _ = Limited::new(answer.into_body(), ANSWER_BYTES).collect().await;
    driven.abort();
    Ok(status)
}

fn lost(why: impl std::error::Error) -> OutboundError {
    let mut told = why.to_string();
    if let Some(source) = why.source() {
        told = format!("{told}: {source}");
    }
    OutboundError::Lost(told)
}

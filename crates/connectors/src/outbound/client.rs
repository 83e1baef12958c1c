//! The client: what may be sent where, in how much time.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use url::{Host, Url};

use super::send::send;
use super::{Network, OutboundError, is_global};

/// How the client is set up.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Networks that may be reached though they are not of the open internet.
    pub allowed: Vec<Network>,
    /// Certificates in PEM form that are believed beside those of the web.
    pub certificates: Vec<u8>,
}

/// Sends messages to servers of other people. Clones share what they know.
#[derive(Clone)]
pub struct Client {
    allowed: Arc<[Network]>,
    tls: Arc<ClientConfig>,
}

/// What a server answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// How long it took.
    pub milliseconds: u64,
}

impl Client {
    /// A client; certificates that can't be read are told.
    pub fn new(options: &Options) -> Result<Client, std::io::Error> {
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        for certificate in rustls_pemfile::certs(&mut options.certificates.as_slice()) {
            roots.add(certificate?).map_err(std::io::Error::other)?;
        }
        let mut tls = ClientConfig::builder().with_root_certificates(roots).with_no_client_auth();
        tls.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Client { allowed: options.allowed.clone().into(), tls: Arc::new(tls) })
    }

    /// Whether messages may be sent to this address, as far as it tells by itself: a name is asked for when it is sent.
    pub fn allows(&self, url: &str) -> Result<(), OutboundError> {
        self.parse(url).map(|_| ())
    }

    /// Posts a message and waits for the answer on this thread, which must not be one of an async runtime.
    pub fn post(
        &self,
        url: &str,
        headers: &[(&str, &str)],
        body: &[u8],
        within: Duration,
    ) -> Result<Reply, OutboundError> {
        let url = self.parse(url)?;
        let began = Instant::now();
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .map_err(|why| OutboundError::Lost(why.to_string()))?;
        let sent = runtime.block_on(async {
            tokio::time::timeout(within, send(self, &url, headers, body))
                .await
                .map_err(|_| OutboundError::Slow)?
        });
        // A name that is still being asked for is not waited for.
        runtime.shutdown_background();
        Ok(Reply { status: sent?, milliseconds: began.elapsed().as_millis() as u64 })
    }

    /// How TLS is spoken.
    pub(super) fn tls(&self) -> Arc<ClientConfig> {
        self.tls.clone()
    }

    /// Whether this address may be reached.
    pub(super) fn reaches(&self, address: IpAddr) -> Result<(), OutboundError> {
        if is_global(address) || self.is_own(address) {
            return Ok(());
        }
        Err(OutboundError::Inside(address.to_string()))
    }

    /// Whether this address lies in a network that the operator has allowed.
    pub(super) fn is_own(&self, address: IpAddr) -> bool {
        self.allowed.iter().any(|network| network.holds(address))
    }

    fn parse(&self, text: &str) -> Result<Url, OutboundError> {
        let url = Url::parse(text).map_err(|_| OutboundError::Url("this is no web address"))?;
        match url.scheme() {
            "https" => {}
            // In the clear only where the operator has said that the network is his own; see `send`.
            "http" if !self.allowed.is_empty() => {}
            _ => return Err(OutboundError::Url("the address must begin with https://")),
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(OutboundError::Url("the address must not hold a name or a password"));
        }
        match url.host() {
            Some(Host::Ipv4(address)) => self.reaches(address.into())?,
            Some(Host::Ipv6(address)) => self.reaches(address.into())?,
            Some(Host::Domain(_)) => {}
            None => return Err(OutboundError::Url("this is no web address")),
        }
        Ok(url)
    }
}

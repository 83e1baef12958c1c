//! The address of a server: what it says of TLS is read here, as PostgreSQL's own programs read it; the rest is the
//! client's.

use std::error::Error;
use std::io;
use std::path::Path;

use cordee_base::Fault;
use percent_encoding::percent_decode_str;
use tokio_postgres::config::{Host, SslMode};
use tokio_postgres::{Config, NoTls};
use tokio_postgres_rustls::MakeRustlsConnect;
use tokio_rustls::rustls::{self, CertificateError, RootCertStore};

use super::wire::Wire;
use crate::Fail;
use crate::tls::{self, Belief};

/// The words that `sslmode` may have.
const MODES: &str = "disable, prefer, require, verify-ca, verify-full";
/// The word for the certificates that browsers believe, in place of a file.
const OF_THE_WEB: &str = "system";

/// How a server is reached.
pub(super) struct Address {
    /// Everything but TLS.
    pub(super) config: Config,
    tls: Option<MakeRustlsConnect>,
    host: String,
}

/// What an address says of TLS.
#[derive(Default)]
struct Asked {
    mode: Option<String>,
    roots: Option<String>,
    certificate: Option<String>,
    key: Option<String>,
}

impl Address {
    /// Reads an address, and the files with certificates that it names.
    pub(super) fn read(url: &str) -> Result<Address, Fail> {
        let (rest, asked) = part(url);
        let mut config: Config =
            rest.parse().map_err(|e: tokio_postgres::Error| Fail::Other(e.to_string()))?;
        let host = match config.get_hosts().first() {
            Some(Host::Tcp(host)) => host.clone(),
            _ => String::new(),
        };
        let mode = asked.mode.as_deref().unwrap_or("prefer");
        let (ssl, belief) = match (mode, asked.roots.as_deref()) {
            ("disable", _) => (SslMode::Disable, None),
            ("prefer", _) => (SslMode::Prefer, Some(Belief::Anyone)),
            ("require", None) => (SslMode::Require, Some(Belief::Anyone)),
            // Whoever names certificates wants them to be looked at.
            ("require" | "verify-ca", named) => (SslMode::Require, Some(Belief::Signed(roots(named)?))),
            ("verify-full", named) => (SslMode::Require, Some(Belief::Named(roots(named)?))),
            (other, _) => {
                let fault = Fault::at("database", "error-database-tls-mode");
                return Err(Fail::Address(fault.with("value", other).with("options", MODES)));
            }
        };
        config.ssl_mode(ssl);
        let own = match (&asked.certificate, &asked.key) {
            _ if belief.is_none() => None,
            (Some(certificate), Some(key)) => {
                let own =
                    tls::own(&file(certificate)?, &file(key)?).map_err(|why| unusable(certificate, &why))?;
                Some(own)
            }
            (None, None) => None,
            _ => return Err(Fail::Address(Fault::at("database", "error-database-tls-pair"))),
        };
        let tls = belief.map(|belief| tls::client(belief, own).map(MakeRustlsConnect::new)).transpose();
        let tls = tls.map_err(|why| unusable(asked.certificate.as_deref().unwrap_or_default(), &why))?;
        Ok(Address { config, tls, host })
    }

    /// Connects.
    pub(super) fn connect(&self) -> Result<Wire, Fail> {
        let connected = match &self.tls {
            Some(tls) => Wire::open(&self.config, tls.clone()),
            None => Wire::open(&self.config, NoTls),
        };
        connected.map_err(|error| match self.why_not_encrypted(&error) {
            Some(fault) => Fail::Address(fault),
            None => super::fail(error),
        })
    }

    /// What there is to do if it is TLS that has failed.
    fn why_not_encrypted(&self, error: &tokio_postgres::Error) -> Option<Fault> {
        // The client tells by words alone that it is TLS.
        if !error.to_string().contains("TLS") {
            return None;
        }
        let source = error.source();
        let inner = source.and_then(|source| source.downcast_ref::<io::Error>()).and_then(io::Error::get_ref);
        Some(match inner.and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
            Some(wrong) => told(wrong, &self.host),
            None => match source.map(ToString::to_string).unwrap_or_else(|| error.to_string()) {
                text if text.contains("does not support") => Fault::at("database", "error-database-tls-none"),
                text => Fault::at("database", "error-database-tls").with("detail", text),
            },
        })
    }
}

/// What TLS says was wrong, as somebody can mend it.
fn told(wrong: &rustls::Error, host: &str) -> Fault {
    let key = match wrong {
        rustls::Error::InvalidCertificate(why) => match why {
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                return Fault::at("database", "error-database-tls-name").with("host", host);
            }
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                "error-database-tls-expired"
            }
            CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
                "error-database-tls-expired"
            }
            _ => "error-database-tls-unknown",
        },
        _ => "error-database-tls",
    };
    Fault::at("database", key).with("detail", wrong)
}

/// Takes out of an address what it says of TLS.
fn part(url: &str) -> (String, Asked) {
    let mut asked = Asked::default();
    let Some((rest, query)) = url.split_once('?') else { return (url.to_owned(), asked) };
    let mut kept = Vec::new();
    for pair in query.split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let value = percent_decode_str(value).decode_utf8_lossy().into_owned();
        match name {
            "sslmode" => asked.mode = Some(value),
            "sslrootcert" => asked.roots = Some(value),
            "sslcert" => asked.certificate = Some(value),
            "sslkey" => asked.key = Some(value),
            _ => kept.push(pair),
        }
    }
    let rest = if kept.is_empty() { rest.to_owned() } else { format!("{rest}?{}", kept.join("&")) };
    (rest, asked)
}

/// The certificates that are believed: those of a file, or those of the web.
fn roots(named: Option<&str>) -> Result<RootCertStore, Fail> {
    let Some(path) = named.filter(|named| *named != OF_THE_WEB) else { return Ok(tls::of_the_web()) };
    let mut roots = RootCertStore::empty();
    tls::believe(&mut roots, &file(path)?).map_err(|why| unusable(path, &why))?;
    Ok(roots)
}

fn file(path: &str) -> Result<Vec<u8>, Fail> {
    std::fs::read(Path::new(path)).map_err(|why| unusable(path, &why))
}

fn unusable(path: &str, why: &io::Error) -> Fail {
    Fail::Address(Fault::at("database", "error-database-tls-file").with("file", path).with("detail", why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_of_tls_is_taken_out_of_it() {
        let url =
            "postgres://ann@db/crm?connect_timeout=3&sslmode=verify-full&sslrootcert=%2Fetc%2Four%20ca.pem";
        let (rest, asked) = part(url);
        assert_eq!(rest, "postgres://ann@db/crm?connect_timeout=3");
        assert_eq!(asked.mode.as_deref(), Some("verify-full"));
        assert_eq!(asked.roots.as_deref(), Some("/etc/our ca.pem"));
        assert_eq!(part("postgres://db/crm?sslmode=disable").0, "postgres://db/crm");
        assert_eq!(part("postgres://db/crm").0, "postgres://db/crm");
    }

    #[test]
    fn an_address_that_can_not_be_kept_to_is_told() {
        let table = [
            ("sslmode=allow", "error-database-tls-mode"),
            ("sslmode=verify-ca&sslrootcert=/nowhere/ca.pem", "error-database-tls-file"),
            ("sslmode=require&sslrootcert=/dev/null", "error-database-tls-file"),
            ("sslcert=/dev/null", "error-database-tls-pair"),
            ("sslcert=/dev/null&sslkey=/dev/null", "error-database-tls-file"),
        ];
        for (query, key) in table {
            match Address::read(&format!("postgres://db/crm?{query}")) {
                Err(Fail::Address(fault)) => assert_eq!(fault.key, key, "{query}"),
                Err(other) => panic!("{query}: {other}"),
                Ok(_) => panic!("{query} is taken"),
            }
        }
        assert!(Address::read("postgres://db/crm?sslmode=disable&sslcert=/nowhere").is_ok());
        assert!(Address::read("postgres://db/crm?sslmode=verify-full&sslrootcert=system").is_ok());
    }

    #[test]
    fn each_certificate_that_is_not_believed_has_its_own_words() {
        let table = [
            (CertificateError::NotValidForName, "error-database-tls-name"),
            (CertificateError::Expired, "error-database-tls-expired"),
            (CertificateError::NotValidYet, "error-database-tls-expired"),
            (CertificateError::UnknownIssuer, "error-database-tls-unknown"),
        ];
        for (wrong, key) in table {
            assert_eq!(told(&rustls::Error::InvalidCertificate(wrong), "db").key, key);
        }
        assert_eq!(told(&rustls::Error::HandshakeNotComplete, "db").key, "error-database-tls");
    }
}

//! TLS to the machines that the operator has named: whom it believes, and how much of what they show is looked at.

use std::io;
use std::sync::Arc;

use tokio_rustls::rustls::client::WebPkiServerVerifier;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName, UnixTime};
use tokio_rustls::rustls::{
    CertificateError, ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme,
};

/// What a server has to show.
#[derive(Clone, Debug)]
pub(crate) enum Belief {
    /// Anything: what is said is hidden from those who listen, not from whoever stands in between.
    Anyone,
    /// A certificate that one of these vouches for, whatever name stands in it.
    Signed(RootCertStore),
    /// A certificate that one of these vouches for, with the name by which the server was called.
    Named(RootCertStore),
}

/// A certificate of our own, with its key, by which a server knows who calls.
pub(crate) type Own = (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>);

/// How TLS is spoken with a server.
pub(crate) fn client(belief: Belief, own: Option<Own>) -> io::Result<ClientConfig> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .map_err(io::Error::other)?;
    let builder = match belief {
        Belief::Named(roots) => builder.with_root_certificates(roots),
        Belief::Signed(roots) => {
            let strict = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone());
            let strict = strict.build().map_err(io::Error::other)?;
            builder
                .dangerous()
                .with_custom_certificate_verifier(Arc::new(Lenient { provider, strict: Some(strict) }))
        }
        Belief::Anyone => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Lenient { provider, strict: None }))
        }
    };
    match own {
        Some((certificates, key)) => {
            builder.with_client_auth_cert(certificates, key).map_err(io::Error::other)
        }
        None => Ok(builder.with_no_client_auth()),
    }
}

/// The certificates that browsers believe.
pub(crate) fn of_the_web() -> RootCertStore {
    RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() }
}

/// Adds certificates in PEM form; that there is none in it is told.
pub(crate) fn believe(roots: &mut RootCertStore, mut pem: &[u8]) -> io::Result<()> {
    let before = roots.len();
    for certificate in rustls_pemfile::certs(&mut pem) {
        roots.add(certificate?).map_err(io::Error::other)?;
    }
    if roots.len() == before {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "there is no certificate in it"));
    }
    Ok(())
}

/// A certificate of our own and its key, each in PEM form.
pub(crate) fn own(mut certificates: &[u8], mut key: &[u8]) -> io::Result<Own> {
    let certificates = rustls_pemfile::certs(&mut certificates).collect::<Result<Vec<_>, _>>()?;
    let missing = |what| io::Error::new(io::ErrorKind::InvalidData, what);
    if certificates.is_empty() {
        return Err(missing("there is no certificate in it"));
    }
    let key = rustls_pemfile::private_key(&mut key)?
        .ok_or_else(|| missing("there is no key without a password in it"))?;
    Ok((certificates, key))
}

/// Looks at less than it could: at whoever vouches for the certificate but not at the name, or at nothing.
/// That the server holds the certificate's key is always looked at.
#[derive(Debug)]
struct Lenient {
    provider: Arc<CryptoProvider>,
    strict: Option<Arc<WebPkiServerVerifier>>,
}

impl ServerCertVerifier for Lenient {
    fn verify_server_cert(
        &self,
        end: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(strict) = &self.strict else { return Ok(ServerCertVerified::assertion()) };
        match strict.verify_server_cert(end, between, name, ocsp, now) {
            // The name is looked at last, once all else is sound.
            Err(Error::InvalidCertificate(
                CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
            )) => Ok(ServerCertVerified::assertion()),
            other => other,
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let known = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

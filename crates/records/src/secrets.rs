//! Secrets that must be read again: sealed with a key that the database does not hold.
//!
//! The key is drawn from that of the journal, which lies outside the database already: whoever has the database alone,
//! or an archive without the key, can read none of them. XChaCha20-Poly1305; a secret is bound to what it belongs to,
//! so that one put in another's place does not open.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use cordee_base::{Outcome, Problem};
use hmac::Mac;

use crate::house::House;
use crate::{Gate, JournalKey};

/// How many bytes of chance stand before what is sealed.
const NONCE: usize = 24;

impl JournalKey {
    /// Another key for another purpose, from which this one can't be reckoned.
    pub(crate) fn drawn(&self, purpose: &str) -> [u8; 32] {
        self.keyed().chain_update(b"cordee key for ").chain_update(purpose).finalize().into_bytes().into()
    }
}

impl Gate<'_> {
    /// Seals a secret that belongs to `of`, such as `factor/ID`, in this workspace.
    pub fn seal_secret(&self, of: &str, plain: &[u8]) -> Outcome<Vec<u8>> {
        let mut nonce = [0; NONCE];
        self.house.secrets.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).fill(&mut nonce);
        let bound = self.bound(of);
        let sealed = cipher(self.house)
            .encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: bound.as_bytes() })
            .map_err(|_| Problem::internal(format!("seal the secret of {of}")))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what [`Gate::seal_secret`] has sealed for the same `of`; none if it was sealed with another key, for
    /// something else, or was changed since.
    pub fn open_secret(&self, of: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE>()?;
        let bound = self.bound(of);
        cipher(self.house).decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: bound.as_bytes() }).ok()
    }

    fn bound(&self, of: &str) -> String {
        format!("{}/{of}", self.actor.workspace)
    }
}

fn cipher(house: &House) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&house.key.drawn("secrets at rest").into())
}

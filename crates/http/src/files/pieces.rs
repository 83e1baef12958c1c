//! A body that is sent as it is made.

use std::io::Error;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::Frame;
use tokio::sync::mpsc::Receiver;

/// What is made elsewhere, piece by piece, as a body. A piece that failed breaks the answer off, so that nobody takes a
/// part for the whole.
pub(crate) fn as_it_comes(pieces: Receiver<Result<Vec<u8>, Error>>) -> Body {
    Body::new(Pieces(pieces))
}

struct Pieces(Receiver<Result<Vec<u8>, Error>>);

impl HttpBody for Pieces {
    type Data = Bytes;
    type Error = Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Error>>> {
        let framed = |bytes: Result<Vec<u8>, Error>| bytes.map(|bytes| Frame::data(Bytes::from(bytes)));
        self.0.poll_recv(context).map(|piece| piece.map(framed))
    }
}

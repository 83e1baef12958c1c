//! A connection to a server on which nothing waits that need not: what opens a transaction, or marks a place in it, travels
//! with the statement that comes next, and what ends a reading is not waited for.

use std::sync::Arc;
use std::time::Duration;

use futures_util::future::join;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::task::{JoinHandle, yield_now};
use tokio_postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres::{Client, Config, Error, Socket};

/// How long a server is given to hear that a connection ends.
const FAREWELL: Duration = Duration::from_secs(1);

/// A connection, driven by the thread that uses it.
pub(super) struct Wire {
    /// None once it ends.
    runtime: Option<Runtime>,
    client: Option<Arc<Client>>,
    connection: JoinHandle<()>,
    /// What is said before the next statement.
    first: String,
}

impl Wire {
    /// Connects.
    pub(super) fn open<T>(config: &Config, tls: T) -> Result<Wire, Error>
    where
        T: MakeTlsConnect<Socket> + Send + 'static,
        T::TlsConnect: Send,
        T::Stream: Send,
        <T::TlsConnect as TlsConnect<Socket>>::Future: Send,
    {
        #[expect(clippy::expect_used, reason = "without a way to wait for answers there is nothing to do")]
        let runtime = Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (client, connection) = runtime.block_on(config.connect(tls))?;
        let connection = runtime.spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection to the database has ended");
            }
        });
        Ok(Wire { runtime: Some(runtime), client: Some(Arc::new(client)), connection, first: String::new() })
    }

    /// Says this before the next statement, in one message with it.
    pub(super) fn before(&mut self, statement: &str) {
        if !self.first.is_empty() {
            self.first.push_str("; ");
        }
        self.first.push_str(statement);
    }

    /// Forgets what was to be said before the next statement; tells it.
    pub(super) fn forget(&mut self) -> String {
        std::mem::take(&mut self.first)
    }

    /// Asks, and waits for the answer. What was to be said before is sent with it; where that fails, that is the answer.
    pub(super) fn ask<T>(&mut self, ask: impl AsyncFnOnce(&Client) -> Result<T, Error>) -> Result<T, Error> {
        let first = self.forget();
        let (runtime, client) = self.parts();
        runtime.block_on(async {
            if first.is_empty() {
                return ask(client).await;
            }
            // Each sends its message when it is looked at first: in this order.
            let (said, asked) = join(client.batch_execute(&first), ask(client)).await;
            said.and(asked)
        })
    }

    /// Says what was to be said before the next statement.
    pub(super) fn flush(&mut self) -> Result<(), Error> {
        let first = self.forget();
        let (runtime, client) = self.parts();
        runtime.block_on(client.batch_execute(&first))
    }

    /// Says something and does not wait for the answer, which comes before that to whatever is asked next.
    pub(super) fn tell(&mut self, statement: &'static str) {
        let (Some(runtime), Some(client)) = (&self.runtime, self.client.clone()) else { return };
        runtime.block_on(async move {
            drop(tokio::spawn(async move {
                if let Err(error) = client.batch_execute(statement).await {
                    tracing::warn!(%error, "{statement} failed");
                }
            }));
            // The message leaves meanwhile.
            yield_now().await;
        });
    }

    #[expect(clippy::expect_used, reason = "both are there until it is dropped")]
    fn parts(&self) -> (&Runtime, &Client) {
        (self.runtime.as_ref().expect("a runtime"), self.client.as_deref().expect("a client"))
    }
}

impl Drop for Wire {
    /// Lets the server know, which otherwise writes of a client that has vanished.
    fn drop(&mut self) {
        self.client = None;
        let Some(runtime) = self.runtime.take() else { return };
        if Handle::try_current().is_ok() {
            return runtime.shutdown_background();
        }
        let connection = &mut self.connection;
        let _ = runtime.block_on(async move { tokio::time::timeout(FAREWELL, connection).await });
    }
}

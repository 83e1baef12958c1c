//! The way out of the house, as jobs use it: the one client of `connectors`.

use std::sync::Arc;
use std::time::Duration;

use cordee_base::Fault;
use cordee_connectors::outbound::{Client, Network, Options, OutboundError};
use cordee_kit::{Outside, Post, Reply, Unsent};

struct Way(Client);

/// The way out. `allowed` are networks of one's own that may be reached although they are not of the open internet;
/// `certificates` are believed beside those of the web, in PEM form.
pub fn way_out(allowed: &[String], certificates: Vec<u8>) -> Result<Arc<dyn Outside>, Fault> {
    let network = |text: &String| {
        text.parse::<Network>().map_err(|_| Fault::at("outbound_allow", "error-network").with("value", text))
    };
    let allowed = allowed.iter().map(network).collect::<Result<Vec<_>, _>>()?;
    let client = Client::new(&Options { allowed, certificates });
    let client = client.map_err(|why| Fault::at("outbound_ca", "error-certificates").with("detail", why))?;
    Ok(Arc::new(Way(client)))
}

impl Outside for Way {
    fn post(&self, message: &Post) -> Result<Reply, Unsent> {
        let headers: Vec<(&str, &str)> =
            message.headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let within = Duration::from_secs(message.seconds);
        let reply = self.0.post(&message.url, &headers, &message.body, within).map_err(unsent)?;
        Ok(Reply { status: reply.status, milliseconds: reply.milliseconds })
    }

    fn allows(&self, url: &str) -> Result<(), Unsent> {
        self.0.allows(url).map_err(unsent)
    }
}

fn unsent(why: OutboundError) -> Unsent {
    match why.is_refused() {
        true => Unsent::Refused(why.to_string()),
        false => Unsent::Failed(why.to_string()),
    }
}

//! Where messages may be sent: the open internet, and what is allowed beside it.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use cordee_kit::Outside;

use crate::config::Config;
use crate::trouble::Trouble;

/// Where messages may be sent.
#[derive(Args, Clone, Debug, Default)]
pub struct Outward {
    /// A network of your own to which webhooks may be sent, such as 10.0.0.0/8
    #[arg(long, env = "CORDEE_OUTBOUND_ALLOW", value_name = "NETWORK", value_delimiter = ',')]
    outbound_allow: Vec<String>,
    /// Certificates to believe beside those of the web, as a file in PEM form
    #[arg(long, env = "CORDEE_OUTBOUND_CA", value_name = "FILE")]
    outbound_ca: Option<PathBuf>,
}

/// The same, with what the configuration file says.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The networks that are allowed.
    pub allowed: Vec<String>,
    /// The file with certificates.
    pub certificates: Option<PathBuf>,
}

impl Outward {
    /// With what the configuration file says.
    pub fn settled(&self, config: &Config) -> Settled {
        let file = &config.file;
        let allowed =
            if self.outbound_allow.is_empty() { &file.outbound_allow } else { &self.outbound_allow };
        let certificates = self.outbound_ca.clone();
        Settled {
            allowed: allowed.clone(),
            certificates: certificates
                .or_else(|| file.outbound_ca.as_ref().map(|path| config.beside_file(path))),
        }
    }
}

impl Settled {
    /// The way out; networks and certificates that can't be read are told.
    pub fn way_out(&self) -> Result<Arc<dyn Outside>, Trouble> {
        let certificates = match &self.certificates {
            Some(path) => std::fs::read(path).map_err(|why| Trouble::file(path, &why))?,
            None => Vec::new(),
        };
        cordee_features::way_out(&self.allowed, certificates).map_err(Trouble::Usage)
    }
}

//! `cordee openapi`: the description of the API, as the server gives it; it needs no data.

use clap::Args;

use crate::arguments::Global;
use crate::output::Out;
use crate::trouble::Trouble;

/// Nothing but the address.
#[derive(Args)]
pub struct Openapi {
    /// The address of the server, such as https://crm.example.com
    #[arg(long, env = "CORDEE_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
}

impl Openapi {
    /// Does it.
    pub fn run(self, _: &Global, out: &mut Out) -> Result<(), Trouble> {
        out.json(&cordee_http::openapi::document(&cordee_features::registry(), self.base_url.as_deref()))
    }
}

//! `cordee demo`: fills the workspace with an invented company of any size.

use clap::Args;
use cordee_base::{Fault, Problem};
use cordee_i18n::objects;
use cordee_records::Query;
use cordee_records::sign_in::Password;
use serde_json::json;

use super::init;
use super::user::random_password;
use crate::arguments::Global;
use crate::config::Config;
use crate::demo::{Place, Wanted, own};
use crate::desk::Desk;
use crate::open;
use crate::output::Out;
use crate::progress::Progress;
use crate::trouble::Trouble;

/// How large it is.
#[derive(Args)]
pub struct Demo {
    /// How many deals; all else follows from it
    #[arg(long, default_value_t = cordee_features::demo::SMALL.0)]
    size: usize,
    /// The same seed gives the same company
    #[arg(long, default_value_t = cordee_features::demo::SMALL.1)]
    seed: u64,
}

/// The files on their way in, in the data folder.
const INCOMING: &str = "demo-incoming";

impl Demo {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let config = Config::read(global)?;
        out.language = config.language;
        let registry = cordee_features::registry();
        let records = open::or_make(&config, &registry, 1, out)?;
        if records.workspaces()?.is_empty() {
            open::found(
                &records,
                &registry,
                &init::founding(own::NAME, "EUR", "UTC", config.language)?,
                out,
            )?;
        }
        let desk = Desk::at(config, registry, records, None)?;
        let (email, password) = fill(&desk, Wanted { size: self.size, seed: self.seed }, out)?;
        if out.json {
            return out.json(&json!({ "deals": self.size, "email": email, "password": password }));
        }
        out.say("command-demo-filled", &[("count", self.size.into())])?;
        tell(&email, &password, out)
    }
}

/// Fills an empty workspace; gives e-mail and password of an administrator.
fn fill(desk: &Desk, wanted: Wanted, out: &Out) -> Result<(String, String), Trouble> {
    let account = desk.object("account")?;
    if desk.read(move |gate| gate.count(&Query::of(account)))? > 0 {
        let home = desk.workspace_name()?;
        return Err(Problem::Conflict(Fault::whole("error-demo-not-empty").with("name", home)).into());
    }
    let folder = desk.config.data.join(INCOMING);
    let place =
        Place { registry: &desk.registry, records: &desk.records, actor: &desk.actor, folder: &folder };
    out.note("command-demo-filling", &[]);
    let bar = Progress::of_bytes(1, out);
    let filled = place.fill(wanted, &mut |object, progress| {
        bar.at(progress.bytes, progress.of_bytes.max(1), objects(out.language, object));
    });
    bar.end();
    filled?;
    let password = random_password();
    Ok((place.admit_administrator(&Password::chosen(password.as_str())?)?, password))
}

/// Says by what one signs in.
pub fn tell(email: &str, password: &str, out: &Out) -> Result<(), Trouble> {
    out.say("command-email", &[("email", email.into())])?;
    out.say("command-password", &[("password", password.into())])
}

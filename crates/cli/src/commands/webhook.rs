//! `cordee webhook …`: servers that are told of changes.

use clap::Subcommand;
use cordee_base::Id;
use cordee_kit::{delivery_json, try_webhook, webhook_json};
use cordee_records::WebhookWish;
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::{Desk, plain};
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What to do with webhooks.
#[derive(Subcommand)]
pub enum Webhook {
    /// Show the webhooks
    List,
    /// Make one; the secret of its signatures is shown once
    Make {
        /// What it is for
        name: String,
        /// Where messages go: https://…
        url: String,
        /// With whose rights it is told: e-mail or id [default: who --as says]
        #[arg(long, value_name = "EMAIL|ID")]
        user: Option<String>,
        /// Only of this object; may be given several times
        #[arg(long, value_name = "NAME")]
        object: Vec<String>,
        /// Only of this kind of change: created, updated, deleted, restored, merged
        #[arg(long, value_name = "KIND")]
        kind: Vec<String>,
        /// Only of records that are like this
        #[arg(long, value_name = "FILTER")]
        filter: Option<String>,
    },
    /// Show what was sent to one, the latest first
    Deliveries {
        /// Its id
        id: String,
        /// How many at the most
        #[arg(long, default_value_t = 50)]
        limit: u32,
    },
    /// Send a delivery once more
    Again {
        /// The webhook's id
        id: String,
        /// The delivery's id
        delivery: String,
    },
    /// Send a message to try it out
    Test {
        /// Its id
        id: String,
    },
    /// Give it a new secret; the old one is used beside it for a day
    Rotate {
        /// Its id
        id: String,
    },
    /// Switch it on again
    On {
        /// Its id
        id: String,
    },
    /// Switch it off
    Off {
        /// Its id
        id: String,
    },
    /// End it
    End {
        /// Its id
        id: String,
    },
}

impl Webhook {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Webhook::List => list(&desk, out),
            Webhook::Make { name, url, user, object, kind, filter } => {
                let owner = user.map(|user| desk.user(&user)).transpose()?;
                let (name, url) = (Some(name), Some(url));
                let (objects, kinds) = (Some(object), Some(kind));
                let wish = WebhookWish { name, url, owner, objects, kinds, filter, active: None };
                let (id, secret) = desk.write(move |gate| gate.make_webhook(&wish))?;
                tell_secret(id, &secret, out)
            }
            Webhook::Deliveries { id, limit } => deliveries(&desk, get::id(&id)?, limit, out),
            Webhook::Again { id, delivery } => {
                let (id, delivery) = (get::id(&id)?, get::id(&delivery)?);
                desk.write(move |gate| gate.deliver_again(id, delivery))?;
                done(out)
            }
            Webhook::Test { id } => {
                let (id, registry) = (get::id(&id)?, desk.registry.clone());
                desk.write(move |gate| try_webhook(gate, &registry, id))?;
                done(out)
            }
            Webhook::Rotate { id } => {
                let id = get::id(&id)?;
                let secret = desk.write(move |gate| gate.rotate_webhook(id))?;
                tell_secret(id, &secret, out)
            }
            Webhook::On { id } => switch(&desk, get::id(&id)?, true, out),
            Webhook::Off { id } => switch(&desk, get::id(&id)?, false, out),
            Webhook::End { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.end_webhook(id))?;
                done(out)
            }
        }
    }
}

fn list(desk: &Desk, out: &Out) -> Result<(), Trouble> {
    let webhooks = desk.read(|gate| gate.webhooks())?;
    if out.json {
        let webhooks: Vec<_> = webhooks.iter().map(webhook_json).collect();
        return out.json(&json!({ "webhooks": webhooks }));
    }
    let head = ["jobs-id", "webhook-name", "webhook-url", "webhook-owner", "jobs-state"];
    let head: Vec<(String, Side)> = head.iter().map(|key| (word(out, key), Side::Left)).collect();
    let rows: Vec<Vec<String>> = webhooks
        .iter()
        .map(|webhook| {
            let state = match (&webhook.reason, webhook.active) {
                (Some(reason), false) => cordee_i18n::option(out.language, "webhook", "reason", reason),
                (None, false) => word(out, "webhooks-off"),
                (_, true) => word(out, "webhooks-on"),
            };
            vec![
                webhook.id.to_string(),
                plain(&webhook.name),
                plain(&webhook.url),
                plain(&webhook.owner_name),
                state,
            ]
        })
        .collect();
    out.table(&head, &rows)
}

fn deliveries(desk: &Desk, id: Id, limit: u32, out: &Out) -> Result<(), Trouble> {
    let sent = desk.read(move |gate| gate.deliveries(id, None, limit))?;
    if out.json {
        let sent: Vec<_> = sent.iter().map(delivery_json).collect();
        return out.json(&json!({ "deliveries": sent }));
    }
    let head = ["jobs-id", "jobs-state", "jobs-tries", "jobs-due-at", "jobs-told"];
    let head: Vec<(String, Side)> = head.iter().map(|key| (word(out, key), Side::Left)).collect();
    let rows: Vec<Vec<String>> = sent
        .iter()
        .map(|job| {
            vec![
                job.id.to_string(),
                word(out, &format!("jobs-{}", job.state.name())),
                job.tries.to_string(),
                desk.locale.moment(job.ended_at.unwrap_or(job.due_at)),
                plain(job.told.as_deref().unwrap_or("")),
            ]
        })
        .collect();
    out.table(&head, &rows)
}

fn switch(desk: &Desk, id: Id, active: bool, out: &Out) -> Result<(), Trouble> {
    let wish = WebhookWish { active: Some(active), ..WebhookWish::default() };
    desk.write(move |gate| gate.change_webhook(id, &wish))?;
    done(out)
}

fn tell_secret(id: Id, secret: &str, out: &Out) -> Result<(), Trouble> {
    if out.json {
        return out.json(&json!({ "id": id.to_string(), "secret": secret }));
    }
    out.note("webhooks-once", &[]);
    out.line(&format!("{id} {secret}"))
}

fn word(out: &Out, key: &str) -> String {
    cordee_i18n::say(out.language, key, &[])
}

fn done(out: &Out) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "done": true })) } else { out.say("command-done", &[]) }
}

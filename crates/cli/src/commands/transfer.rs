//! `cordee user transfer FROM TO…`: what belongs to somebody is given to others, in turn if there are several.

use clap::Args;
use cordee_base::Id;
use cordee_kit::{holdings_json, transfer_json};
use cordee_records::{Actor, Door, Holding, TransferInfo, TransferWish};
use serde_json::json;

use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What is given to whom.
#[derive(Args)]
pub struct Transfer {
    /// Whose records: e-mail or id
    from: String,
    /// Who gets them: e-mail or id; several get them in turn
    #[arg(required = true)]
    to: Vec<String>,
    /// Only those of this object; may be said several times [default: of all objects]
    #[arg(long, value_name = "OBJECT")]
    object: Vec<String>,
    /// Only those that are like this; with one object
    #[arg(long, value_name = "FILTER")]
    filter: Option<String>,
    /// Only what has not come to its end
    #[arg(long)]
    open: bool,
    /// Also what was shared with them
    #[arg(long)]
    shares: bool,
    /// Also their place in the team, for who has none
    #[arg(long)]
    team: bool,
    /// Only show what would be given
    #[arg(long)]
    dry_run: bool,
}

impl Transfer {
    /// Does it.
    pub fn run(self, desk: &Desk, out: &Out) -> Result<(), Trouble> {
        let objects = self.object.iter().map(|name| desk.object(name)).collect::<Result<Vec<_>, _>>()?;
        let takers = self.to.iter().map(|named| desk.user(named)).collect::<Result<Vec<_>, _>>()?;
        let wish = TransferWish {
            giver: Some(desk.user(&self.from)?),
            takers,
            objects,
            filter: self.filter,
            open_only: self.open,
            shares: self.shares,
            team: self.team,
        };
        let asked = wish.clone();
        let planned = desk.read(move |gate| gate.plan_transfer(&asked))?;
        if self.dry_run {
            return match out.json {
                true => out.json(&json!({ "holdings": holdings_json(&planned) })),
                false => show(desk, &planned, out),
            };
        }
        show(desk, &planned, out)?;
        let id = desk.write(move |gate| gate.begin_transfer(&wish))?;
        go_on(desk, id, out)
    }
}

/// Gives, or takes back, stretch by stretch to the end.
pub fn go_on(desk: &Desk, id: Id, out: &Out) -> Result<(), Trouble> {
    let actor = Actor { door: Door::Transfer(id), ..desk.actor.clone() };
    let mut info: TransferInfo = desk.records.write_now(&actor, move |gate| gate.transfer_on(id))?;
    while !info.rests() {
        if out.watched() {
            let done = desk.locale.count(info.moved as i64);
            out.note(
                "transfer-progress",
                &[("moved", done.into()), ("total", desk.locale.count(info.total as i64).into())],
            );
        }
        info = desk.records.write_now(&actor, move |gate| gate.transfer_on(id))?;
    }
    if out.json {
        return out.json(&transfer_json(&info));
    }
    let (moved, failed) = (info.moved as i64, info.failed as i64);
    let key = if info.status == "undone" { "transfer-command-undone" } else { "transfer-command-done" };
    out.say(key, &[("count", moved.into()), ("failed", failed.into()), ("id", id.to_string().into())])
}

fn show(desk: &Desk, planned: &[Holding], out: &Out) -> Result<(), Trouble> {
    if out.json {
        return Ok(());
    }
    let count = |number: u64| desk.locale.count(number as i64);
    let row = |one: &Holding| {
        vec![
            cordee_kit::names::objects(out.language, one.object),
            count(one.count),
            one.open.map(count).unwrap_or_default(),
        ]
    };
    let head = ["transfer-object", "transfer-count", "transfer-open"]
        .map(|key| cordee_i18n::say(out.language, key, &[]));
    let [object, all, open] = head;
    out.table(
        &[(object, Side::Left), (all, Side::Right), (open, Side::Right)],
        &planned.iter().map(row).collect::<Vec<_>>(),
    )
}

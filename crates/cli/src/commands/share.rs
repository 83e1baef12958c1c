//! `cordee share …`: records given to people and teams beyond what their roles give. `cordee access`: why somebody can
//! see a record, or why not.

use clap::{Args, Subcommand};
use cordee_base::{Fault, Id, Moment, Problem};
use cordee_kit::{share_json, sight_json, sight_sentences};
use cordee_records::system::team;
use cordee_records::{ShareWish, SharedWith};
use cordee_schema::Object;
use serde_json::json;

use super::get;
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::{Out, Side};
use crate::trouble::Trouble;

/// What to share, or to take back.
#[derive(Subcommand)]
pub enum Share {
    /// Share a record with a person or a team, or change how it is shared with them
    With {
        /// The object: account, opportunity, …
        object: String,
        /// The record's id
        id: String,
        /// The person: e-mail or id
        #[arg(long, required_unless_present = "team", conflicts_with = "team")]
        user: Option<String>,
        /// The team, with the teams below it: name or id
        #[arg(long)]
        team: Option<String>,
        /// Let them change it too
        #[arg(long)]
        edit: bool,
        /// Until the end of this day, or until this moment (RFC 3339) [default: until it is taken back]
        #[arg(long, value_name = "DAY|MOMENT")]
        until: Option<String>,
    },
    /// Show with whom a record is shared
    List {
        /// The object
        object: String,
        /// The record's id
        id: String,
    },
    /// Take a share back, at once
    End {
        /// The object
        object: String,
        /// The record's id
        id: String,
        /// The share's id
        share: String,
    },
}

/// Whose access to what.
#[derive(Args)]
pub struct Access {
    /// The object: account, opportunity, …
    object: String,
    /// The record's id
    id: String,
    /// The person: e-mail or id
    user: String,
}

impl Share {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Share::With { object, id, user, team, edit, until } => {
                let (object, id) = (desk.object(&object)?, get::id(&id)?);
                let with = match (user, team) {
                    (Some(user), _) => SharedWith::User(desk.user(&user)?),
                    (None, team) => SharedWith::Team(team_called(&desk, &team.unwrap_or_default())?),
                };
                let until = until.map(|text| moment(&desk, &text)).transpose()?;
                let wish = ShareWish { with, edit, until };
                desk.write(move |gate| gate.share(object, id, &wish).map(drop))?;
                show(&desk, object, id, out)
            }
            Share::List { object, id } => show(&desk, desk.object(&object)?, get::id(&id)?, out),
            Share::End { object, id, share } => {
                let (object, id, share) = (desk.object(&object)?, get::id(&id)?, get::id(&share)?);
                desk.write(move |gate| gate.end_share(object, id, share))?;
                show(&desk, object, id, out)
            }
        }
    }
}

impl Access {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        let (object, id, user) = (desk.object(&self.object)?, get::id(&self.id)?, desk.user(&self.user)?);
        let sight = desk.read(move |gate| gate.why(object, id, user))?;
        if out.json {
            return out.json(&sight_json(&sight));
        }
        for sentence in sight_sentences(&sight) {
            let until = sentence.until.map(|until| desk.locale.moment(until)).unwrap_or_default();
            let names = sentence.names.iter().map(|(name, text)| (*name, text.as_str().into()));
            let args: Vec<_> = names.chain([("until", until.into())]).collect();
            out.say(&sentence.key, &args)?;
        }
        let fields = |key: &str, fields: &[&'static cordee_schema::FieldDef]| {
            let names = fields.iter().map(|field| cordee_kit::names::field(out.language, object, field));
            let names = names.collect::<Vec<_>>().join(", ");
            if names.is_empty() { Ok(()) } else { out.say(key, &[("fields", names.into())]) }
        };
        fields("access-hidden", &sight.hidden)?;
        fields("access-read-only", &sight.read_only)
    }
}

fn show(desk: &Desk, object: &'static Object, id: Id, out: &Out) -> Result<(), Trouble> {
    let shares = desk.read(move |gate| gate.shares(object, id))?;
    if out.json {
        return out.json(&json!({ "shares": shares.iter().map(share_json).collect::<Vec<_>>() }));
    }
    let label = |name: &str| (cordee_i18n::field(out.language, "share", name), Side::Left);
    let level =
        |edit| cordee_i18n::option(out.language, "share", "level", if edit { "edit" } else { "read" });
    let rows: Vec<Vec<String>> = shares
        .iter()
        .map(|share| {
            vec![
                share.id.to_string(),
                share.name.clone().unwrap_or_else(|| share.with.id().to_string()),
                level(share.edit),
                share.until.map(|until| desk.locale.moment(until)).unwrap_or_default(),
                share.by.as_ref().and_then(|(_, name)| name.clone()).unwrap_or_default(),
            ]
        })
        .collect();
    let id = (cordee_i18n::field(out.language, "share", "id"), Side::Left);
    let with = (cordee_i18n::say(out.language, "share-with", &[]), Side::Left);
    out.table(&[id, with, label("level"), label("until"), label("shared_by")], &rows)
}

/// The team with this name or id.
fn team_called(desk: &Desk, named: &str) -> Result<Id, Trouble> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    let wanted = named.to_owned();
    let found = desk.read(move |gate| {
        let object = gate.object("team")?;
        gate.with_text(object, team::TEAM.field("name").ok_or(Problem::NotFound)?, &wanted)
    })?;
    let missing = Fault::at("team", "error-link-missing").with("object", "team").with("value", named);
    match found[..] {
        [one] => Ok(one),
        [] => Err(Trouble::Missing(missing)),
        _ => Err(Trouble::Missing(
            Fault::at("team", "error-link-ambiguous")
                .with("object", "team")
                .with("value", named)
                .with("count", found.len()),
        )),
    }
}

/// A moment, or the end of a day.
fn moment(desk: &Desk, text: &str) -> Result<Moment, Trouble> {
    let wrong = || Fault::at("until", "error-date").with("value", text);
    if let Ok(moment) = text.parse() {
        return Ok(moment);
    }
    let day: cordee_base::Date = text.parse().map_err(|_| wrong())?;
    let after = day.tomorrow().map_err(|_| wrong())?;
    Ok(desk.locale.zone.start_of(after))
}

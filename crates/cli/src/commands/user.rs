//! `cordee user …`: people who work here, with or without sign-in.

use std::io::BufRead;

use clap::{Args, Subcommand};
use cordee_base::{Chance, Fault, Id, OsChance, Outcome};
use cordee_records::sign_in::Password;
use cordee_records::system::{role, user};
use cordee_records::{Gate, Query};
use cordee_schema::Draft;
use serde_json::json;

use super::transfer::{self, Transfer};
use super::{get, list};
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to do with whom.
#[derive(Subcommand)]
pub enum User {
    /// Add somebody; without a password they can't sign in yet
    Add {
        /// The full name
        name: String,
        /// The e-mail, by which one signs in
        email: String,
        /// What they may do: the key or the name of a role
        #[arg(long, value_name = "ROLE")]
        role: String,
        #[command(flatten)]
        password: NewPassword,
    },
    /// Show everybody
    List,
    /// Let somebody sign in no more; their records stay
    Disable {
        /// E-mail or id
        user: String,
    },
    /// Let somebody sign in again
    Enable {
        /// E-mail or id
        user: String,
    },
    /// Make a one-time link by which somebody chooses a password, the first or another
    Invite {
        /// E-mail or id
        user: String,
        #[command(flatten)]
        base: Base,
    },
    /// Make a one-time link to choose a new password; with an option, set one at once and end all sessions
    Reset {
        /// E-mail or id
        user: String,
        #[command(flatten)]
        password: NewPassword,
        #[command(flatten)]
        base: Base,
    },
    /// Take a second factor away that was lost, and end all sessions
    ResetFactor {
        /// E-mail or id
        user: String,
    },
    /// Sign somebody out everywhere
    SignOut {
        /// E-mail or id
        user: String,
    },
    /// Give what belongs to somebody to others: all of it, or some; it can be taken back
    Transfer(Transfer),
    /// Take a transfer back
    UndoTransfer {
        /// The transfer's id
        transfer: String,
    },
}

/// Where people reach the server.
#[derive(Args)]
pub struct Base {
    /// The address people type, such as https://crm.example.com [default: as configured for serve]
    #[arg(long, env = "CORDEE_BASE_URL", value_name = "URL")]
    base_url: Option<String>,
}

/// Where a new password comes from.
#[derive(Args)]
#[group(multiple = false)]
pub struct NewPassword {
    /// Read the password from the first line of standard input
    #[arg(long)]
    password_stdin: bool,
    /// Draw a random password and show it once
    #[arg(long)]
    password_random: bool,
}

impl User {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            User::Add { name, email, role, password } => add(&desk, name, email, role, &password, out),
            User::List => show(&desk, out),
            User::Disable { user } => set_active(&desk, &user, false, out),
            User::Enable { user } => set_active(&desk, &user, true, out),
            User::Invite { user, base } => link(&desk, &user, base, out),
            User::Reset { user, password, base } => match password.read()? {
                Some(text) => reset(&desk, &user, text, &password, out),
                None => link(&desk, &user, base, out),
            },
            User::ResetFactor { user } => {
                let id = desk.user(&user)?;
                desk.write(move |gate| gate.reset_factor(id))?;
                done(out, "command-done", &[])
            }
            User::SignOut { user } => {
                let id = desk.user(&user)?;
                desk.write(move |gate| gate.end_sessions_of(id, None))?;
                done(out, "command-done", &[])
            }
            User::Transfer(transfer) => transfer.run(&desk, out),
            User::UndoTransfer { transfer } => {
                let id = get::id(&transfer)?;
                desk.write(move |gate| gate.begin_undo_of_transfer(id))?;
                transfer::go_on(&desk, id, out)
            }
        }
    }
}

fn add(
    desk: &Desk,
    name: String,
    email: String,
    role: String,
    password: &NewPassword,
    out: &Out,
) -> Result<(), Trouble> {
    let drawn = password.read()?;
    let chosen = drawn.as_deref().map(Password::chosen).transpose()?;
    let (shown, given) = (email.clone(), name.clone());
    let id = desk.write(move |gate| {
        let role = role_called(gate, &role)?;
        gate.add_user(&name, &email, role, chosen.as_ref())
    })?;
    let told = drawn.filter(|_| password.password_random);
    if out.json {
        return out.json(&json!({ "id": id.to_string(), "email": shown, "password": told }));
    }
    out.say("command-user-added", &[("name", given.as_str().into()), ("id", id.to_string().into())])?;
    tell_password(told, out)
}

/// The role with this key or this name.
fn role_called(gate: &mut Gate<'_>, named: &str) -> Outcome<Id> {
    if let Some(id) = gate.with_key(named)? {
        return Ok(id);
    }
    let page = gate.list(&Query::of(&role::ROLE).limit(Query::MOST))?;
    let same = |name: Option<String>| name.is_some_and(|name| name.eq_ignore_ascii_case(named));
    if let Some(found) = page.records.iter().find(|record| same(record.get(role::NAME))) {
        return Ok(found.head.id);
    }
    let options: Vec<String> =
        page.records.iter().filter_map(|record| record.get(role::KEY).or(record.get(role::NAME))).collect();
    Err(Fault::at("role", "error-choice").with("value", named).with("options", options.join(", ")).into())
}

fn show(desk: &Desk, out: &Out) -> Result<(), Trouble> {
    let query = Query::of(&user::USER);
    if !out.json {
        let page = desk.read(move |gate| gate.list(&query.clone().limit(Query::MOST)))?;
        return list::show(desk, &user::USER, &page, out);
    }
    let mut users = Vec::new();
    desk.all(&query, |records| {
        users.extend(records.iter().map(list::record_json));
        Ok(())
    })?;
    out.json(&json!({ "users": users }))
}

fn set_active(desk: &Desk, named: &str, active: bool, out: &Out) -> Result<(), Trouble> {
    let id = desk.user(named)?;
    let draft = Draft::new(&user::USER).with(user::ACTIVE, active);
    desk.write(move |gate| gate.update(id, None, draft.clone()).map(|_| ()))?;
    done(out, "command-done", &[])
}

/// Makes a link and shows it; whoever has it chooses the password.
fn link(desk: &Desk, named: &str, base: Base, out: &Out) -> Result<(), Trouble> {
    let id = desk.user(named)?;
    let (link, name) = desk.write(move |gate| {
        let link = gate.make_link(id)?;
        Ok((link, gate.get(&user::USER, id)?.title()))
    })?;
    let base = base.base_url.or(desk.config.file.base_url.clone()).unwrap_or_else(|| {
        let listen = desk.config.file.listen.as_deref().unwrap_or("127.0.0.1:8080");
        format!("http://{listen}")
    });
    let address = format!("{}/link/{}", base.trim_end_matches('/'), link.secret);
    if out.json {
        let kind = if link.invitation { "invitation" } else { "reset" };
        return out.json(&json!({ "link": address, "kind": kind, "ends_at": link.ends_at.to_string() }));
    }
    let key = if link.invitation { "command-link-invitation" } else { "command-link-reset" };
    let until = desk.locale.moment(link.ends_at);
    out.say(key, &[("name", name.into()), ("link", address.into()), ("until", until.into())])
}

fn reset(desk: &Desk, named: &str, text: String, password: &NewPassword, out: &Out) -> Result<(), Trouble> {
    let id = desk.user(named)?;
    let chosen = Password::chosen(text.as_str())?;
    desk.write(move |gate| gate.set_password(id, &chosen, None))?;
    let told = Some(text).filter(|_| password.password_random);
    if out.json {
        return out.json(&json!({ "id": id.to_string(), "password": told }));
    }
    out.say("command-done", &[])?;
    tell_password(told, out)
}

impl NewPassword {
    /// The password, if one is to be set.
    fn read(&self) -> Result<Option<String>, Trouble> {
        if self.password_random {
            return Ok(Some(random_password()));
        }
        if !self.password_stdin {
            return Ok(None);
        }
        let mut line = String::new();
        let read = std::io::stdin().lock().read_line(&mut line);
        read.map_err(|why| Trouble::file(std::path::Path::new("-"), &why))?;
        Ok(Some(line.trim_end_matches(['\r', '\n']).to_owned()))
    }
}

/// Twenty letters and digits that are hard to mistake for each other: a hundred random bits.
pub fn random_password() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let mut chance = OsChance;
    let letter = |_| LETTERS[chance.below(32) as usize] as char;
    let drawn: Vec<char> = (0..20).map(letter).collect();
    drawn.chunks(5).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn tell_password(password: Option<String>, out: &Out) -> Result<(), Trouble> {
    password.map_or(Ok(()), |text| out.say("command-password", &[("password", text.into())]))
}

fn done(out: &Out, key: &str, args: &[(&str, cordee_i18n::Arg<'_>)]) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "done": true })) } else { out.say(key, args) }
}

//! `cordee token …`: tokens, by which programs act for people over the API.

use clap::Subcommand;
use cordee_base::{Fault, Id, Moment, Problem};
use cordee_records::Query;
use cordee_records::system::token;
use cordee_schema::{Filter, Path, Value};
use serde_json::json;

use super::{get, list};
use crate::arguments::Global;
use crate::desk::Desk;
use crate::output::Out;
use crate::trouble::Trouble;

/// What to do with tokens.
#[derive(Subcommand)]
pub enum Token {
    /// Make a token; its secret is shown once
    Make {
        /// What it is for
        name: String,
        /// For whom it acts: e-mail or id [default: who --as says]
        #[arg(long, value_name = "EMAIL|ID")]
        user: Option<String>,
        /// Let it write too, not only read
        #[arg(long)]
        write: bool,
        /// When it ends: a day or an instant [default: never]
        #[arg(long, value_name = "TIME")]
        expires: Option<String>,
    },
    /// Show the tokens
    List {
        /// Only those of this user
        #[arg(long, value_name = "EMAIL|ID")]
        user: Option<String>,
    },
    /// End a token
    End {
        /// Its id
        id: String,
    },
}

impl Token {
    /// Does it.
    pub fn run(self, global: &Global, out: &mut Out) -> Result<(), Trouble> {
        let desk = Desk::open(global, out)?;
        match self {
            Token::Make { name, user, write, expires } => {
                let user = match user {
                    Some(user) => desk.user(&user)?,
                    None => desk
                        .actor
                        .user_id()
                        .ok_or_else(|| Trouble::Usage(Fault::at("user", "error-required")))?,
                };
                let scopes = if write { "read_write" } else { "read" };
                let expires = expires.map(|text| ends_at(&desk, &text)).transpose()?;
                make(&desk, user, name, scopes, expires, out)
            }
            Token::List { user } => show(&desk, user.as_deref(), out),
            Token::End { id } => {
                let id = get::id(&id)?;
                desk.write(move |gate| gate.end_token(id))?;
                done(out)
            }
        }
    }
}

fn make(
    desk: &Desk,
    user: Id,
    name: String,
    scopes: &'static str,
    expires: Option<Moment>,
    out: &Out,
) -> Result<(), Trouble> {
    let secret = desk.write(move |gate| gate.make_token(user, &name, scopes, expires))?;
    if out.json {
        return out.json(&json!({ "token": secret, "scopes": scopes }));
    }
    out.note("command-token-once", &[]);
    out.line(&secret)
}

fn show(desk: &Desk, user: Option<&str>, out: &Out) -> Result<(), Trouble> {
    let object = &token::TOKEN;
    let user = user.map(|user| desk.user(user)).transpose()?.or(desk.actor.user_id());
    let of_user = |user: Id| {
        let field = object.field("user").ok_or(Problem::NotFound)?;
        Ok::<_, Problem>(Filter::is(Path::field(object, field), Value::Link(user)))
    };
    let filter = user.map(of_user).transpose()?.unwrap_or_else(Filter::everything);
    let query = Query::of(object).filter(filter).limit(Query::MOST);
    let page = desk.read(move |gate| {
        if user.is_none() || user != gate.access().user {
            gate.needs_administrator()?;
        }
        gate.as_engine("list tokens of one's own, or an administrator's", |gate| gate.list(&query))
    })?;
    if out.json {
        let tokens: Vec<_> = page.records.iter().map(list::record_json).collect();
        return out.json(&json!({ "tokens": tokens }));
    }
    list::show(desk, object, &page, out)
}

/// An instant, or the end of a day.
fn ends_at(desk: &Desk, text: &str) -> Result<Moment, Fault> {
    let wrong = || Fault::at("expires", "error-moment").with("value", text);
    if let Ok(moment) = text.parse() {
        return Ok(moment);
    }
    let day: cordee_base::Date = text.parse().map_err(|_| wrong())?;
    Ok(desk.reading.zone.start_of(cordee_base::Period::Day.end(day)))
}

fn done(out: &Out) -> Result<(), Trouble> {
    if out.json { out.json(&json!({ "done": true })) } else { out.say("command-done", &[]) }
}

//! `GET /changes`: what changed since a cursor, so that a program can keep a copy up to date.

use axum::extract::State;
use axum::http::Uri;
use axum::response::Response;
use cordee_base::{Fault, Outcome};
use cordee_kit::changed_json;
use cordee_records::{Changed, Gate};
use cordee_schema::Object;

use super::json;
use super::parameters::Parameters;
use crate::signed::Caller;
use crate::{App, Refused};
use cordee_schema::json::{write_record, write_text};

/// What may be asked.
pub(crate) const PARAMETERS: &[&str] = &["since", "objects", "limit", "records"];
/// The word for "from now on".
const LATEST: &str = "latest";

/// `{"data": […], "next": cursor, "more": whether there is more already, "rights_changed": …}`
pub(crate) async fn changes(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Refused> {
    let given = Parameters::of(&uri, PARAMETERS)?;
    let since = Since::read(given.one("since")).map_err(Refused::unreadable)?;
    let limit = given.limit(50, 200).map_err(Refused::unreadable)?;
    let records = given.yes("records").map_err(Refused::unreadable)?;
    let body = caller.read(&app, move |gate| {
        let names: Vec<&str> = given.list("objects").collect();
        let objects = names.iter().map(|name| named(gate, name)).collect::<Result<Vec<_>, _>>()?;
        let mark = gate.rights_mark();
        let from = match &since {
            Since::Latest => gate.journal_position()?,
            Since::After(seq, _) => *seq,
        };
        let changes = gate.changes(from, &objects, limit)?;
        let differs = matches!(&since, Since::After(_, Some(known)) if *known != mark);
        let mut out = b"{\"data\":[".to_vec();
        for (place, changed) in changes.list.iter().enumerate() {
            if place > 0 {
                out.push(b',');
            }
            write_changed(gate, &mut out, changed, records)?;
        }
        out.extend_from_slice(b"],\"next\":");
        write_text(&mut out, &format!("{}-{mark}", changes.next));
        out.extend_from_slice(
            format!(",\"more\":{},\"rights_changed\":{differs}}}", changes.more).as_bytes(),
        );
        Ok(out)
    });
    Ok(json(body.await?))
}

/// From where on.
enum Since {
    /// From now on.
    Latest,
    /// Behind this number; beside it the mark of what could be seen then.
    After(i64, Option<String>),
}

impl Since {
    fn read(text: Option<&str>) -> Result<Since, Fault> {
        let text = match text {
            None => return Ok(Since::After(0, None)),
            Some(LATEST) => return Ok(Since::Latest),
            Some(text) => text,
        };
        let (seq, mark) =
            text.split_once('-').map_or((text, None), |(seq, mark)| (seq, Some(mark.to_owned())));
        match seq.parse() {
            Ok(seq) if seq >= 0 => Ok(Since::After(seq, mark)),
            _ => Err(Fault::at("since", "error-cursor").with("value", text)),
        }
    }
}

/// The object called so in either number, if the caller may know of it.
pub(super) fn named(gate: &Gate<'_>, name: &str) -> Result<&'static Object, Fault> {
    gate.object(name).map_err(|_| {
        let readable = gate.catalog().objects().filter(|object| gate.object(object.name).is_ok());
        let names: Vec<&str> = readable.map(|object| object.name).collect();
        Fault::at("objects", "error-object").with("name", name).with("options", names.join(", "))
    })
}

/// The change, and beside it the record as it stands now, if that was asked for.
fn write_changed(gate: &mut Gate<'_>, out: &mut Vec<u8>, changed: &Changed, records: bool) -> Outcome<()> {
    let told = changed_json(changed).to_string();
    if !records {
        out.extend_from_slice(told.as_bytes());
        return Ok(());
    }
    // The object is opened again at its end.
    out.extend_from_slice(&told.as_bytes()[..told.len() - 1]);
    out.extend_from_slice(b",\"record\":");
    match changed.gone {
        true => out.extend_from_slice(b"null"),
        false => write_record(out, &gate.get(changed.object, changed.id)?, None),
    }
    out.push(b'}');
    Ok(())
}

//! Backups: one is made now, checked and kept in the data folder; those that are there can be taken home.

use std::fs::File;
use std::io::{Error, Read};

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use cordee_base::{Outcome, Problem};
use cordee_records::system::security_event::{BACKUP_MADE, BACKUP_TAKEN};
use cordee_ui::components::{Empty, Notice, Pager};
use cordee_ui::screens::register::{Entry, Register, register, register_under_way};
use cordee_ui::{Action, Cell, Icon, Tone, Way};
use tokio::sync::mpsc::{Sender, channel};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::visit::{Answered, Visit, to};
use super::column;
use crate::files::{as_it_comes, attached};
use crate::keeper::{Backup, Making};

/// The page's own address.
const HERE: &str = "/settings/backup";
/// What a page says that waits for a backup to end.
const UNDER: &str = "under";
/// How many bytes are read at a time.
const PIECE: usize = 1 << 20;
/// How many pieces wait to be sent.
const WAITING: usize = 2;

/// `GET /settings/backup`.
pub(super) async fn show(visit: Visit) -> Answered {
    let waits = visit.address.one(UNDER).is_some();
    if waits && visit.app.kept().making() == Making::Under {
        // Nothing new: whoever waits keeps the page as it is.
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    visit.page(move |reader| reader.backup_page(waits)).await
}

/// `POST /settings/backup`: begins one, by somebody who has shown lately who they are.
pub(super) async fn make(visit: Visit) -> Answered {
    let asked = visit.write(|reader| {
        reader.keeps_the_house()?;
        reader.gate.tell_backup(BACKUP_MADE, "")
    });
    if let Err(problem) = asked.await {
        return visit.refused(problem).await;
    }
    let app = visit.app.clone();
    if app.kept().begin() {
        tokio::task::spawn_blocking(move || {
            let made = match app.kept().keeper() {
                Some(keeper) => keeper.back_up(),
                None => Err(Problem::NotFound),
            };
            if let Err(problem) = &made {
                tracing::error!(%problem, "the backup was not made");
            }
            app.kept().ended(&made);
        });
    }
    Ok(to(&Address::of(HERE)))
}

/// `GET /settings/backup/NAME`: its bytes, to somebody who has shown lately who they are.
pub(super) async fn take(visit: Visit, Path(name): Path<String>) -> Answered {
    let asked = visit.write(move |reader| {
        reader.keeps_the_house()?;
        let found = reader.backups().into_iter().find(|one| one.name == name).ok_or(Problem::NotFound)?;
        reader.gate.tell_backup(BACKUP_TAKEN, &found.name)?;
        Ok(found)
    });
    let found = match asked.await {
        Ok(found) => found,
        Err(problem) => return visit.refused(problem).await,
    };
    let length = HeaderValue::from(found.bytes);
    let name = found.name.clone();
    let (send, pieces) = channel(WAITING);
    tokio::task::spawn_blocking(move || read(&found, &send));
    let kind = (header::CONTENT_TYPE, HeaderValue::from_static("application/gzip"));
    Ok(([kind, attached(&name), (header::CONTENT_LENGTH, length)], as_it_comes(pieces)).into_response())
}

/// Sends the file on, piece by piece, until nobody takes it any more.
fn read(found: &Backup, send: &Sender<Result<Vec<u8>, Error>>) {
    let mut left = found.bytes;
    let mut file = match File::open(&found.path) {
        Ok(file) => file,
        Err(why) => return drop(send.blocking_send(Err(why))),
    };
    while left > 0 {
        let mut piece = vec![0; PIECE.min(usize::try_from(left).unwrap_or(PIECE))];
        let read = file.read_exact(&mut piece).map(|()| piece);
        left -= read.as_ref().map_or(left, |piece| piece.len() as u64);
        if send.blocking_send(read).is_err() {
            return;
        }
    }
}

impl Reader<'_, '_> {
    /// The backups that are there.
    fn backups(&self) -> Vec<Backup> {
        self.visit.app.kept().keeper().map(|keeper| keeper.backups()).unwrap_or_default()
    }

    /// The page; for who has waited for a backup, with how it went.
    fn backup_page(&mut self, waited: bool) -> Outcome<Page> {
        self.keeps_the_house()?;
        let title = self.word("backup-title");
        let making = self.visit.app.kept().making();
        let notice = match making {
            Making::Nothing if waited => Some(Notice { tone: Tone::Won, text: self.word("backup-made") }),
            Making::Nothing => None,
            Making::Under => Some(Notice { tone: Tone::Accent, text: self.word("backup-under") }),
            Making::Failed => Some(Notice { tone: Tone::Overdue, text: self.word("backup-failed") }),
        };
        let action = match making {
            Making::Under => Action::new(self.word("ui-refresh"), Way::Go(HERE.to_owned())),
            _ => Action::new(self.word("backup-make"), Way::Post(HERE.to_owned(), Vec::new())).primary(),
        };
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("backup-hint")),
            notices: notice.into_iter().collect(),
            secret: None,
            actions: vec![action],
            columns: ["backup-at", "backup-file", "backup-size"].map(|key| column(self.word(key))).to_vec(),
            rows: self.backups().iter().map(|one| self.backup_row(one)).collect(),
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::Download,
                title: self.word("backup-none"),
                text: String::new(),
                actions: Vec::new(),
            },
            form: None,
        };
        let body = match making {
            Making::Under => {
                let here = Address::of(HERE).and(UNDER, "yes").to_string();
                register_under_way(self.language(), &view, &here)
            }
            _ => register(self.language(), &view),
        };
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn backup_row(&self, one: &Backup) -> Entry {
        let megabytes = cordee_base::Decimal::from(one.bytes) / cordee_base::Decimal::from(1_000_000);
        let size = self.say("backup-megabytes", &[("number", self.locale.number(megabytes, 1).into())]);
        let take = Way::Go(format!("{HERE}/{}", one.name));
        Entry {
            href: None,
            cells: vec![
                Cell::Date { text: self.locale.moment(one.at), iso: one.at.to_string(), tone: Tone::Neutral },
                Cell::Text(one.name.clone()),
                Cell::Text(size),
            ],
            actions: vec![Action::new(self.word("files-download"), take).icon(Icon::Download)],
        }
    }
}

//! What one was told of: the page, the bell's count, and following records.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Fault, Id, Moment, Outcome, Problem};
use cordee_kit::{Opens, Reminder, word_key};
use cordee_records::{MORNING, Notice, NoticesAsked, Piece};
use cordee_schema::Object;
use cordee_ui::components::{Empty, Tab};
use cordee_ui::screens::notifications::{Notification, Notifications, notifications};
use cordee_ui::screens::record::Change;
use cordee_ui::screens::talk::{Follow, Piece as Shown};
use cordee_ui::{Action, Icon, Person, Way};

use super::address::Address;
use super::form::Pairs;
use super::frame::front;
use super::icons::icon;
use super::reader::{Page, Reader, record_path};
use super::reports::report_path;
use super::typed::Typed;
use super::visit::{Answered, Visit};

/// How many a page shows.
const ON_A_PAGE: u32 = 50;
/// The page.
const PATH: &str = "/notifications";

/// `GET /notifications?show=all&cursor=…`: the unread, or all.
pub(crate) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.notifications_page()).await
}

/// `POST /notifications/read`: all of them.
pub(crate) async fn read_all(visit: Visit) -> Answered {
    visit
        .then(|reader| {
            reader.gate.mark_all_notifications()?;
            Ok(Address::of(PATH))
        })
        .await
}

/// `POST /notifications/ID/read`.
pub(crate) async fn read(visit: Visit, Path(id): Path<String>) -> Answered {
    mark(visit, id, true).await
}

/// `POST /notifications/ID/unread`.
pub(crate) async fn unread(visit: Visit, Path(id): Path<String>) -> Answered {
    mark(visit, id, false).await
}

/// `POST /notifications/ID/later` with `until`: `hour`, `tomorrow` or `week`.
pub(crate) async fn later(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let until = Typed(pairs).text("until").to_owned();
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            let until = reader.later(&until)?;
            reader.gate.put_notification_off(id, until)?;
            Ok(Address::of(PATH).and("done", "later"))
        })
        .await
}

async fn mark(visit: Visit, id: String, read: bool) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            reader.gate.mark_notification(id, read)?;
            Ok(match read {
                true => Address::of(PATH),
                false => Address::of(PATH).and("show", "all"),
            })
        })
        .await
}

/// `POST /OBJECTS/ID/follow`.
pub(crate) async fn follow(visit: Visit, Path(place): Path<(String, String)>) -> Answered {
    set_following(visit, place, true).await
}

/// `POST /OBJECTS/ID/unfollow`.
pub(crate) async fn unfollow(visit: Visit, Path(place): Path<(String, String)>) -> Answered {
    set_following(visit, place, false).await
}

async fn set_following(visit: Visit, (plural, id): (String, String), following: bool) -> Answered {
    visit
        .then(move |reader| {
            let (object, id) = (reader.object(&plural)?, reader.id(&id)?);
            reader.gate.set_following(object, id, following)?;
            Ok(Address::of(record_path(object, id)))
        })
        .await
}

impl Reader<'_, '_> {
    /// Whether the reader follows a record, and who does.
    pub(crate) fn follow(&mut self, object: &'static Object, id: Id) -> Outcome<Option<Follow>> {
        let watched = object.watched().next().is_some() || self.gate.may_comment(object);
        if object.system || !watched {
            return Ok(None);
        }
        let people = self.gate.followers(object, id)?;
        let me = self.gate.access().user;
        let following = people.iter().any(|hit| Some(hit.id) == me);
        let verb = if following { "unfollow" } else { "follow" };
        let people = people
            .into_iter()
            .map(|hit| Person { href: Some(format!("/users/{}", hit.id)), ..Person::named(hit.title) });
        let action = format!("{}/{verb}", record_path(object, id));
        Ok(Some(Follow { following, action, people: people.collect() }))
    }

    fn notifications_page(&mut self) -> Outcome<Page> {
        let all = self.visit.address.one("show") == Some("all");
        let cursor = self.visit.address.one("cursor").map(str::to_owned);
        let asked = NoticesAsked { unread: !all, cursor, limit: ON_A_PAGE };
        let (found, next) = self.gate.notifications(&asked)?;
        let title = self.word("notification-many");
        let tab = |key: &str, address: Address, current| Tab {
            label: self.word(key),
            href: address.to_string(),
            icon: None,
            current,
        };
        let settings = Way::Go("/settings/profile".to_owned());
        let settings = Action::new(self.word("notification-settings"), settings).icon(Icon::Settings);
        let read_all = Way::Post(format!("{PATH}/read"), Vec::new());
        let read_all = Action::new(self.word("notification-read-all"), read_all).icon(Icon::Check);
        let some = found.iter().any(|notice| notice.unread);
        let hint = if all { "notification-none-hint" } else { "notification-read-hint" };
        let view = Notifications {
            tabs: vec![
                tab("notification-unread", Address::of(PATH), !all),
                tab("notification-all", Address::of(PATH).and("show", "all"), all),
            ],
            actions: some.then_some(read_all).into_iter().chain([settings]).collect(),
            rows: found.iter().map(|notice| self.notification(notice)).collect(),
            older: next.map(|next| self.here().with("cursor", next).to_string()),
            empty: Empty {
                icon: Icon::Bell,
                title: self.word(if all { "notification-none" } else { "notification-none-unread" }),
                text: self.word(hint),
                actions: Vec::new(),
            },
            title: title.clone(),
        };
        Ok(Page::new(title, PATH, notifications(self.language(), &view)))
    }

    /// The moment that is meant: in an hour, or in the morning of tomorrow or of the next Monday.
    fn later(&self, until: &str) -> Outcome<Moment> {
        let (now, zone) = (self.gate.now(), self.gate.zone());
        let beyond = |_| Problem::from(Fault::at("until", "error-date").with("value", until));
        let mut day = self.gate.today().tomorrow().map_err(beyond)?;
        match until {
            "hour" => return Ok(now.plus_seconds(3600)),
            "tomorrow" => {}
            "week" => {
                while day.weekday().to_monday_zero_offset() != 0 {
                    day = day.tomorrow().map_err(beyond)?;
                }
            }
            _ => return Err(Fault::at("until", "error-invalid-value").with("value", until).into()),
        }
        Ok(zone.at(day, MORNING))
    }

    fn notification(&self, notice: &Notice) -> Notification {
        let who = notice.by.as_ref().and_then(|(_, name)| name.clone());
        let (verb, label) = match notice.unread {
            true => ("read", "notification-mark-read"),
            false => ("unread", "notification-mark-unread"),
        };
        let said = notice.comment.iter().flat_map(|(_, pieces)| pieces).map(|piece| match piece {
            Piece::Text(text) => Shown::Text(text.clone()),
            Piece::Mention(_, name) => Shown::Mention(name.clone()),
        });
        let (icon, title, href) = self.told_about(notice);
        Notification {
            href,
            unread: notice.unread,
            who: Person::named(who.unwrap_or_else(|| self.word("app-name"))),
            what: self.word(&format!("notification-did-{}", notice.kind.replace('_', "-"))),
            icon,
            title,
            when: self.locale.near_moment(notice.at, self.gate.today()),
            when_iso: notice.at.to_string(),
            said: said.collect(),
            changes: self.told_changes(notice),
            mark: format!("{PATH}/{}/{verb}", notice.id),
            mark_label: self.word(label),
            later: notice.later.map(|later| {
                self.say("notification-later-until", &[("time", self.locale.moment(later).into())])
            }),
            put_off: notice.unread.then(|| {
                let options = ["hour", "tomorrow", "week"];
                let options =
                    options.map(|one| (one.to_owned(), self.word(&format!("notification-later-{one}"))));
                (format!("{PATH}/{}/later", notice.id), options.to_vec())
            }),
        }
    }

    /// What a notification is about: its icon, its name, and where it leads.
    fn told_about(&self, notice: &Notice) -> (Icon, String, String) {
        let reminder = self.registry().reminder(&notice.kind);
        match (&notice.about, reminder, &notice.many) {
            (None, Some(reminder), many) => self.reminded_of(reminder, notice, many.map(|(count, _)| count)),
            (Some((object, id, title)), ..) => {
                let path = record_path(object, *id);
                let href = match &notice.comment {
                    Some((comment, _)) => format!("{path}#comment-{comment}"),
                    None => path,
                };
                (icon(object), title.clone().unwrap_or_else(|| self.one(object)), href)
            }
            (None, None, Some((count, object))) => {
                let title = self.so_many(*count);
                match object {
                    Some(object) => (
                        icon(object),
                        cordee_i18n::pair(self.language(), self.many(object), &title),
                        front(object),
                    ),
                    None => (Icon::Layers, title, PATH.to_owned()),
                }
            }
            (None, None, None) => (Icon::Bell, self.word("notification"), PATH.to_owned()),
        }
    }

    /// What somebody is reminded of: so many records, or a report, or people that it speaks of; and where it opens.
    fn reminded_of(&self, reminder: &Reminder, notice: &Notice, many: Option<u64>) -> (Icon, String, String) {
        let nothing = || (Icon::Bell, self.word("notification"), PATH.to_owned());
        match reminder.opens {
            Opens::Records(object, filter) => {
                let Ok(object) = self.gate.object(object) else { return nothing() };
                let count = self.so_many(many.unwrap_or_default());
                let title = cordee_i18n::pair(self.language(), self.many(object), &count);
                let list = Address::of(format!("/{}", object.plural)).with("filter", filter);
                (icon(object), title, list.to_string())
            }
            Opens::Report(name) => {
                let Ok(report) = self.report_at(name) else { return nothing() };
                let names: Vec<&str> = notice.people.iter().filter_map(|(_, name)| name.as_deref()).collect();
                let title = match names.is_empty() {
                    true => self.word(&word_key("report", name)),
                    false => names.join(", "),
                };
                (report.icon, title, report_path(report))
            }
        }
    }

    fn so_many(&self, count: u64) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        self.say("notification-records", &[("count", count.into())])
    }

    fn told_changes(&self, notice: &Notice) -> Vec<Change> {
        let Some((object, ..)) = notice.about else { return Vec::new() };
        notice.changes.iter().filter_map(|changed| self.told_change(object, changed)).collect()
    }
}

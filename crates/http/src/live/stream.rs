//! One connection: a page that is looked at, and what it is told until it is left, the session ends or the server stops.

use std::io::Error;
use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};
use cordee_base::{Id, Outcome, Problem};
use cordee_i18n::Language;
use cordee_records::{Gate, Verb, Who};
use cordee_schema::Object;
use cordee_ui::Person;
use cordee_ui::components::presence;
use serde_json::json;
use tokio::sync::mpsc::{Sender, channel};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, MissedTickBehavior, interval, sleep, sleep_until, timeout};

use super::Live;
use super::feed::Feed;
use super::interest::Interest;
use super::presence::{Looking, Seat};
use crate::files::as_it_comes;
use crate::pages::{Answered, Visit};
use crate::{App, cookies};

/// How often something is sent, so that no proxy takes the connection for dead, and the session is looked at.
const BEAT: Duration = Duration::from_secs(20);
/// How long changes are gathered before the next are told.
const GATHER: Duration = Duration::from_millis(400);
/// How long after a change the bell is looked at once more: what one is told of it is made a moment later.
const BELL: Duration = Duration::from_secs(2);
/// How long the other end may take to read what waits for it.
const PATIENCE: Duration = Duration::from_secs(30);

/// `GET /events?of=OBJECTS/ID&since=SEQ&edits=yes`: `changes`, `anew` (too much has happened: look again), `presence`,
/// `unread`, and `end`, after which nobody need come back with this session.
pub(super) async fn events(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Answered {
    let (of, me) = (visit.address.one("of").unwrap_or("").to_owned(), visit.actor.user_id());
    let (interest, head, language) = app
        .records()
        .read(&visit.actor, move |gate| {
            let language = gate.access().language.clone();
            Ok((Interest::read(gate, &of)?, gate.journal_position()?, language))
        })
        .await?;
    let me = me.ok_or(Problem::SignInNeeded)?;
    let who = (visit.actor.workspace, me);
    let Some(over) = app.live().enter(who) else { return Err(Problem::Busy { retry_seconds: 30 }.into()) };
    let place = Place { app: app.clone(), who, over };
    let last = headers.get("last-event-id").and_then(|value| value.to_str().ok());
    let since = last.or(visit.address.one("since")).and_then(|text| text.parse().ok());
    let feed = Live::feed(&app, visit.actor.workspace, head);
    let seat = match interest {
        // Who looks on as somebody else is not taken for them.
        Interest::Record(object, id) if !matches!(visit.actor.who, Who::Seen { .. }) => {
            Some(Seat::take(&feed, (object.name, id), me, visit.address.one("edits").is_some()))
        }
        _ => None,
    };
    let (out, pieces) = channel(4);
    let stream = Stream {
        secret: cookies::session_secret(&app, &headers).unwrap_or("").to_owned(),
        language: Language::from_code(&language).unwrap_or(visit.asked.language),
        at: since.unwrap_or(head).min(head),
        visit,
        interest,
        feed,
        out,
        me,
        unread: None,
        people: Vec::new(),
        _seat: seat,
    };
    tokio::spawn(stream.run(place));
    let mut answer: Response = as_it_comes(pieces).into_response();
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream"));
    // Proxies that gather an answer before they pass it on are asked not to.
    headers.insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(answer)
}

/// The place of a connection among those of its person; given back when it is left.
struct Place {
    app: App,
    who: (Id, Id),
    over: Arc<Notify>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.app.live().leave(self.who, &self.over);
    }
}

struct Stream {
    visit: Visit,
    secret: String,
    language: Language,
    interest: Interest,
    feed: Arc<Feed>,
    out: Sender<Result<Vec<u8>, Error>>,
    me: Id,
    /// Up to which entry all was told.
    at: i64,
    unread: Option<u64>,
    people: Vec<Looking>,
    _seat: Option<Seat>,
}

/// Why a connection ends.
enum End {
    /// The other end has gone, or the server stops: it may come again.
    Left,
    /// The session has ended, or another page of the same person took its place.
    Over,
}

impl Stream {
    async fn run(mut self, place: Place) {
        if let Err(End::Over) = self.tell_all(&place).await {
            let _ = self.send("event: end\ndata: {}\n\n".to_owned()).await;
        }
    }

    async fn tell_all(&mut self, place: &Place) -> Result<(), End> {
        let mut stopping = place.app.live().stopping.subscribe();
        let mut gathering = stopping.clone();
        let (mut head, mut moved) = (self.feed.listen(), self.feed.present.watch());
        let mut beat = interval(BEAT);
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut bell: Option<Instant> = None;
        let out = self.out.clone();
        self.send("retry: 3000\n\n".to_owned()).await?;
        self.tell(&place.app).await?;
        self.tell_people(&place.app).await?;
        loop {
            tokio::select! {
                biased;
                () = out.closed() => return Err(End::Left),
                () = stopped(&mut stopping) => return Err(End::Left),
                () = place.over.notified() => return Err(End::Over),
                _ = beat.tick() => self.beat(&place.app).await?,
                true = came(&mut head) => {
                    self.tell(&place.app).await?;
                    bell = Some(Instant::now() + BELL);
                    pause(&mut gathering, GATHER).await;
                }
                true = came(&mut moved) => self.tell_people(&place.app).await?,
                () = sleep_until(bell.unwrap_or_else(Instant::now)), if bell.is_some() => {
                    bell = None;
                    self.ring(&place.app).await?;
                }
            }
        }
    }

    /// Says that all is well, and looks whether the session still stands.
    async fn beat(&mut self, app: &App) -> Result<(), End> {
        let stands = app.records().session_stands(&self.secret).await;
        match known(stands)? {
            Some(Some(signed)) if signed.actor.who == self.visit.actor.who => {}
            Some(_) => return Err(End::Over),
            None => {}
        }
        self.ring(app).await?;
        self.send(format!("id: {}\n:\n\n", self.at)).await
    }

    /// What has happened since it was told last.
    async fn tell(&mut self, app: &App) -> Result<(), End> {
        let Some((happened, last)) = self.feed.after(self.at) else {
            self.at = *self.feed.listen().borrow();
            return self.look_again().await;
        };
        self.at = last.max(self.at);
        let ended = |one: &cordee_records::Happened| {
            one.object.name == "session" && one.verb == Verb::Trash && one.record == self.visit.session
        };
        if happened.iter().any(ended) {
            return Err(End::Over);
        }
        let mine: Vec<_> = happened.into_iter().filter(|one| self.interest.might(one)).collect();
        if mine.is_empty() {
            return self.ring(app).await;
        }
        let interest = self.interest.clone();
        let told = app.records().read(&self.visit.actor, move |gate| interest.tell(gate, &mine)).await;
        match known(told)? {
            Some(Some(told)) => {
                self.send(format!("id: {}\nevent: changes\ndata: {told}\n\n", self.at)).await?;
            }
            Some(None) => {}
            None => self.look_again().await?,
        }
        self.ring(app).await
    }

    /// What happened can't be told one by one: the page is to be looked at again.
    async fn look_again(&self) -> Result<(), End> {
        self.send(format!("id: {}\nevent: anew\ndata: {{}}\n\n", self.at)).await
    }

    /// How many notifications are unread, when that has changed.
    async fn ring(&mut self, app: &App) -> Result<(), End> {
        let count = |gate: &mut Gate<'_>| match gate.access().is_quiet(gate.now()) {
            true => Ok(0),
            false => gate.unread_notifications(),
        };
        let counted = app.records().glance(&self.visit.actor, count).await;
        let Some(count) = known(counted)? else { return Ok(()) };
        if self.unread.replace(count) == Some(count) {
            return Ok(());
        }
        self.send(format!("event: unread\ndata: {}\n\n", json!({"count": count}))).await
    }

    /// Who else looks at the record, when that has changed and as far as one may know them.
    async fn tell_people(&mut self, app: &App) -> Result<(), End> {
        let Interest::Record(object, id) = self.interest else { return Ok(()) };
        let mut people = self.feed.present.at((object.name, id));
        people.retain(|one| one.user != self.me);
        if people == self.people {
            return Ok(());
        }
        let (looking, asked) = (people.clone(), self.visit.actor.clone());
        let named = app.records().read(&asked, move |gate| named(gate, object, id, &looking)).await;
        let Some(named) = known(named)? else { return Ok(()) };
        self.people = people;
        let html = presence(self.language, &named).into_string();
        self.send(format!("event: presence\ndata: {}\n\n", json!({"html": html}))).await
    }

    async fn send(&self, text: String) -> Result<(), End> {
        match timeout(PATIENCE, self.out.send(Ok(text.into_bytes()))).await {
            Ok(Ok(())) => Ok(()),
            _ => Err(End::Left),
        }
    }
}

/// The people who look at a record, and whether each is about to change it. Nobody, to whom can't see the record.
fn named(
    gate: &mut Gate<'_>,
    object: &'static Object,
    id: Id,
    looking: &[Looking],
) -> Outcome<Vec<(Person, bool)>> {
    match gate.get(object, id) {
        Err(Problem::NotFound) => return Ok(Vec::new()),
        found => found?,
    };
    let Some(user) = gate.catalog().object("user") else { return Ok(Vec::new()) };
    let ids: Vec<Id> = looking.iter().map(|one| one.user).collect();
    let hits = gate.titles(user, &ids)?;
    let found = |one: &Looking| {
        let hit = hits.iter().find(|hit| hit.id == one.user)?;
        Some((Person::named(hit.title.clone()), one.edits))
    };
    Ok(looking.iter().filter_map(found).collect())
}

/// What was read; nothing where the database has no time at the moment. Who may not read any more is told the end.
fn known<T>(read: Outcome<T>) -> Result<Option<T>, End> {
    match read {
        Ok(read) => Ok(Some(read)),
        Err(Problem::SignInNeeded | Problem::NotAllowed) => Err(End::Over),
        Err(problem) => {
            tracing::debug!(?problem, "somebody could not be told");
            Ok(None)
        }
    }
}

/// Waits until there is more; false once there can be none.
async fn came<T>(of: &mut watch::Receiver<T>) -> bool {
    of.changed().await.is_ok()
}

async fn stopped(of: &mut watch::Receiver<bool>) {
    // Nobody who could say so is as good as having said so.
    let _ = of.wait_for(|stop| *stop).await;
}

async fn pause(stopping: &mut watch::Receiver<bool>, time: Duration) {
    tokio::select! {
        () = stopped(stopping) => {}
        () = sleep(time) => {}
    }
}

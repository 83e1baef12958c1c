//! Servers that are told of changes: made here, looked after here, with the log of what was sent.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Id, Outcome, Problem};
use cordee_kit::try_webhook;
use cordee_records::system::webhook::{KIND_OPTIONS, WEBHOOK};
use cordee_records::{JobInfo, JobState, WebhookInfo, WebhookWish};
use cordee_ui::components::{Empty, Field, Notice, Pager};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::register::{Entry, Register, Secret, register};
use cordee_ui::{Action, Cell, Icon, Input, Pick, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::column;

/// The page's own address.
const HERE: &str = "/settings/webhooks";
/// How many deliveries stand on a page.
const ON_A_PAGE: u32 = 50;

/// `GET /settings/webhooks`.
pub(super) async fn show(visit: Visit) -> Answered {
    visit.page(|reader| reader.webhooks_page(&Typed::default(), None)).await
}

/// `POST /settings/webhooks`: makes one and shows its secret this one time.
pub(super) async fn make(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let mut once = visit.once(typed.text("once")).await;
    if let Some(next) = &*once {
        return Ok(to(next));
    }
    let form = typed.clone();
    match visit.write(move |reader| reader.gate.make_webhook(&wished(&form))).await {
        Ok((id, secret)) => {
            *once = Some(Address::of(format!("{HERE}/{id}")));
            visit
                .page(move |reader| reader.webhook_page(id, Some(secret.clone()), &Typed::default(), None))
                .await
        }
        Err(problem) => {
            visit
                .shown_again(problem, move |reader, problem| reader.webhooks_page(&typed, Some(problem)))
                .await
        }
    }
}

/// `GET /settings/webhooks/ID`.
pub(super) async fn one(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let id = reader.id(&id)?;
            reader.webhook_page(id, None, &Typed::default(), None)
        })
        .await
}

/// `POST /settings/webhooks/ID`: changes it.
pub(super) async fn change(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let (typed, of) = (Typed(pairs), id.clone());
    let form = typed.clone();
    let changed = visit.write(move |reader| {
        let id = reader.id(&of)?;
        reader.gate.change_webhook(id, &wished(&form))?;
        Ok(Address::of(format!("{HERE}/{id}")).and("done", "save"))
    });
    let again = move |reader: &mut Reader<'_, '_>, problem: &Problem| {
        let id = reader.id(&id)?;
        reader.webhook_page(id, None, &typed, Some(problem))
    };
    visit.after_form(changed.await, again).await
}

/// `POST /settings/webhooks/ID/rotate`: another secret, shown this one time.
pub(super) async fn rotate(visit: Visit, Path(id): Path<String>) -> Answered {
    let rotated = visit.write(move |reader| {
        let id = reader.id(&id)?;
        Ok((id, reader.gate.rotate_webhook(id)?))
    });
    match rotated.await {
        Ok((id, secret)) => {
            visit
                .page(move |reader| reader.webhook_page(id, Some(secret.clone()), &Typed::default(), None))
                .await
        }
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /settings/webhooks/ID/VERB`: tries it out, switches it on or off, ends it.
pub(super) async fn act(visit: Visit, Path((id, verb)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let id = reader.id(&id)?;
            let switch = |active| WebhookWish { active: Some(active), ..WebhookWish::default() };
            let here = Address::of(format!("{HERE}/{id}"));
            match verb.as_str() {
                "test" => {
                    try_webhook(reader.gate, reader.registry(), id)?;
                    Ok(here.and("done", "webhook-test"))
                }
                "on" | "off" => {
                    reader.gate.change_webhook(id, &switch(verb == "on"))?;
                    Ok(here.and("done", "save"))
                }
                "end" => {
                    reader.gate.end_webhook(id)?;
                    Ok(Address::of(HERE).and("done", "webhook-end"))
                }
                _ => Err(Problem::NotFound),
            }
        })
        .await
}

/// `POST /settings/webhooks/ID/deliveries/ID/again`: sends it once more.
pub(super) async fn again(visit: Visit, Path((id, delivery)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let (id, delivery) = (reader.id(&id)?, reader.id(&delivery)?);
            reader.gate.deliver_again(id, delivery)?;
            Ok(Address::of(format!("{HERE}/{id}")).and("done", "job-again"))
        })
        .await
}

/// What a form wishes.
fn wished(typed: &Typed) -> WebhookWish {
    let texts = |name: &str| {
        let chosen = typed.all(name).filter(|text| !text.is_empty());
        typed.has(name).then(|| chosen.map(str::to_owned).collect())
    };
    WebhookWish {
        name: Some(typed.text("name").to_owned()),
        url: Some(typed.text("url").to_owned()),
        owner: None,
        objects: texts("objects"),
        kinds: texts("kinds"),
        filter: Some(typed.text("filter").to_owned()),
        active: None,
    }
}

impl Reader<'_, '_> {
    fn webhooks_page(&mut self, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let webhooks = self.gate.webhooks()?;
        let title = self.many(&WEBHOOK);
        let labels = ["webhook-name", "webhook-url", "webhook-owner", "jobs-state"];
        let mut form = self.webhook_form("webhook-new", HERE.to_owned(), "action-create", typed);
        form.hidden.push(("once".to_owned(), self.visit.new_once()));
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("webhook-help")),
            notices: Vec::new(),
            secret: None,
            actions: Vec::new(),
            columns: labels.iter().map(|key| column(self.word(key))).collect(),
            rows: webhooks.iter().map(|webhook| self.webhook_row(webhook)).collect(),
            pager: Pager::default(),
            empty: self.nothing("webhooks-none"),
            form: Some(form),
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(self.word("settings-title"), "/settings"))
    }

    fn webhook_page(
        &mut self,
        id: Id,
        secret: Option<String>,
        typed: &Typed,
        problem: Option<&Problem>,
    ) -> Outcome<Page> {
        let webhook = self.gate.webhook(id)?;
        let before = self.visit.address.one("before").and_then(|text| text.parse().ok());
        let sent = self.gate.deliveries(id, before, ON_A_PAGE)?;
        let typed = if typed.0.is_empty() { self.typed_webhook(&webhook) } else { typed.clone() };
        let here = format!("{HERE}/{id}");
        let mut form = self.webhook_form("webhooks-change", here, "action-save", &typed);
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let labels = ["webhooks-message", "jobs-state", "jobs-tries", "jobs-due-at", "jobs-told"];
        let mut pager = Pager::default();
        if let Some(last) = sent.last().filter(|_| sent.len() == ON_A_PAGE as usize) {
            pager.text = sent.len().to_string();
            pager.next = Some(self.here().with("before", last.id.to_string()).to_string());
        }
        let view = Register {
            title: webhook.name.clone(),
            intro: Some(webhook.url.clone()),
            notices: self.webhook_notices(&webhook),
            secret: secret.map(|value| Secret { note: self.word("webhooks-once"), value }),
            actions: self.webhook_actions(&webhook),
            columns: labels.iter().map(|key| column(self.word(key))).collect(),
            rows: sent.iter().map(|job| self.delivery_row(id, job)).collect(),
            pager,
            empty: self.nothing("webhooks-none-sent"),
            form: Some(form),
        };
        let body = register(self.language(), &view);
        let page = Page::new(webhook.name, "/settings", body);
        Ok(page.below(self.word("settings-title"), "/settings").below(self.many(&WEBHOOK), HERE))
    }

    fn webhook_row(&self, webhook: &WebhookInfo) -> Entry {
        let state = match (&webhook.reason, webhook.active, webhook.failing_since) {
            (_, true, Some(_)) => self.word("webhooks-failing"),
            (_, true, None) => self.word("webhooks-on"),
            (Some(reason), false, _) => self.reason_said(reason),
            (None, false, _) => self.word("webhooks-off"),
        };
        Entry {
            href: Some(format!("{HERE}/{}", webhook.id)),
            cells: vec![
                Cell::Text(webhook.name.clone()),
                Cell::Text(webhook.url.clone()),
                Cell::Text(webhook.owner_name.clone()),
                Cell::Text(state),
            ],
            actions: Vec::new(),
        }
    }

    fn webhook_notices(&self, webhook: &WebhookInfo) -> Vec<Notice> {
        let mut notices = Vec::new();
        match (&webhook.reason, webhook.failing_since) {
            (Some(reason), _) if !webhook.active => {
                notices.push(Notice { tone: Tone::Overdue, text: self.reason_said(reason) });
            }
            (_, Some(since)) if webhook.active => {
                let since = self.locale.moment(since);
                let text = self.say("webhooks-failing-since", &[("since", since.into())]);
                notices.push(Notice { tone: Tone::Risk, text });
            }
            _ => {}
        }
        if let Some(until) = webhook.old_until.filter(|until| *until > self.gate.now()) {
            let until = self.locale.moment(until);
            let text = self.say("webhooks-two-secrets", &[("until", until.into())]);
            notices.push(Notice { tone: Tone::Neutral, text });
        }
        notices
    }

    fn webhook_actions(&self, webhook: &WebhookInfo) -> Vec<Action> {
        let way = |verb: &str| Way::Post(format!("{HERE}/{}/{verb}", webhook.id), Vec::new());
        let act = |key: &str, verb: &str| Action::new(self.word(key), way(verb));
        let switch = match webhook.active {
            true => act("action-webhook-off", "off"),
            false => act("action-webhook-on", "on"),
        };
        vec![
            act("action-webhook-test", "test"),
            switch,
            act("action-webhook-rotate", "rotate"),
            act("action-webhook-end", "end").danger(),
        ]
    }

    fn delivery_row(&self, webhook: Id, job: &JobInfo) -> Entry {
        let at = job.ended_at.unwrap_or(job.due_at);
        let tone = if job.state == JobState::Dead { Tone::Risk } else { Tone::Neutral };
        let again = Way::Post(format!("{HERE}/{webhook}/deliveries/{}/again", job.id), Vec::new());
        let again = Action::new(self.word("action-webhook-again"), again);
        Entry {
            href: None,
            cells: vec![
                Cell::Text(format!("msg_{}", job.id)),
                Cell::Text(self.word(&format!("jobs-{}", job.state.name()))),
                Cell::Number(job.tries.to_string()),
                Cell::Date { text: self.locale.moment(at), iso: at.to_string(), tone },
                job.told.clone().filter(|told| !told.is_empty()).map_or(Cell::Empty, Cell::Text),
            ],
            actions: if job.state == JobState::Running { Vec::new() } else { vec![again] },
        }
    }

    fn webhook_form(&self, title: &str, action: String, submit: &str, typed: &Typed) -> Form {
        let mut view = Form::new(self.word(title), action, self.word(submit));
        let text = |name: &str| typed.text(name).to_owned();
        let chosen =
            |name: &str| typed.all(name).filter(|text| !text.is_empty()).map(str::to_owned).collect();
        let objects = self.gate.catalog().objects().filter(|object| !object.internal);
        let objects: Vec<Pick> = objects.map(|object| Pick::new(object.name, self.many(object))).collect();
        let kinds = KIND_OPTIONS.iter().map(|kind| {
            Pick::new(kind.key, cordee_i18n::option(self.language(), "webhook", "kinds", kind.key))
        });
        let field = |name: &str, input| Field::new(name, self.word(&format!("webhook-{name}")), input);
        let fields = vec![
            field("name", Input::Text { value: text("name") }).required(),
            field("url", Input::Url { value: text("url") }).required(),
            field("objects", Input::Choices { values: chosen("objects"), options: objects })
                .hint(self.word("webhooks-objects-hint")),
            field("kinds", Input::Choices { values: chosen("kinds"), options: kinds.collect() })
                .hint(self.word("webhooks-kinds-hint")),
            field("filter", Input::Text { value: text("filter") }).hint(self.word("webhooks-filter-hint")),
        ];
        view.groups.push(FieldGroup { label: None, fields });
        view
    }

    fn typed_webhook(&self, webhook: &WebhookInfo) -> Typed {
        let mut typed = Typed::default();
        typed.put("name", webhook.name.clone());
        typed.put("url", webhook.url.clone());
        webhook.objects.iter().for_each(|name| typed.put("objects", name.clone()));
        webhook.kinds.iter().for_each(|kind| typed.put("kinds", kind.clone()));
        typed.put("filter", webhook.filter.clone().unwrap_or_default());
        typed
    }

    fn reason_said(&self, reason: &str) -> String {
        cordee_i18n::option(self.language(), "webhook", "reason", reason)
    }

    fn nothing(&self, key: &str) -> Empty {
        Empty { icon: Icon::Workflow, title: self.word(key), text: String::new(), actions: Vec::new() }
    }
}

//! What somebody has is given to others: how much there is, to whom, and taking it back.

use axum::Form as Posted;
use axum::extract::Path;
use cordee_base::{Id, Outcome, Problem};
use cordee_kit::{begin_transfer, undo_transfer};
use cordee_records::{Holding, TransferInfo, TransferWish};
use cordee_schema::{Field as Declared, FieldDef, person};
use cordee_ui::components::{Empty, Field, Notice, Pager};
use cordee_ui::screens::form::{FieldGroup, Form};
use cordee_ui::screens::register::{Entry, Register, register};
use cordee_ui::{Action, Cell, Icon, Input, Pick, Tone, Way};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::reader::{Page, Reader, faults, record_path};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit};
use super::column;

/// Who gets what belonged to them, in turn; as many as a form shows.
static TAKERS: [Declared<Id>; 12] = [
    person("to"),
    person("to_2"),
    person("to_3"),
    person("to_4"),
    person("to_5"),
    person("to_6"),
    person("to_7"),
    person("to_8"),
    person("to_9"),
    person("to_10"),
    person("to_11"),
    person("to_12"),
];
/// How many of them stand there at first.
const SHOWN: usize = 2;

/// What is chosen to give records of all objects.
const ALL: &str = "all";

/// `GET /settings/users/ID/transfer`.
pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit.page(move |reader| reader.transfer_page(&id, &Typed::default(), None)).await
}

/// `POST /settings/users/ID/transfer`.
pub(super) async fn begin(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let (typed, of) = (Typed(pairs), id.clone());
    let form = typed.clone();
    let begun = visit.write(move |reader| {
        let wish = reader.transfer_wish(&of, &form)?;
        begin_transfer(reader.gate, reader.registry(), &wish)?;
        Ok(Address::of(place(&of)).and("done", "transfer"))
    });
    visit
        .after_form(begun.await, move |reader, problem| reader.transfer_page(&id, &typed, Some(problem)))
        .await
}

/// `POST /settings/users/ID/transfer/TRANSFER/undo`.
pub(super) async fn undo(visit: Visit, Path((id, transfer)): Path<(String, String)>) -> Answered {
    visit
        .then(move |reader| {
            let (giver, transfer) = (reader.somebody(&id)?.head.id, reader.id(&transfer)?);
            if reader.gate.transfer(transfer)?.giver != Some(giver) {
                return Err(Problem::NotFound);
            }
            undo_transfer(reader.gate, reader.registry(), transfer)?;
            Ok(Address::of(place(&id)).and("done", "transfer-undo"))
        })
        .await
}

fn place(id: &str) -> String {
    format!("/settings/users/{id}/transfer")
}

impl Reader<'_, '_> {
    fn transfer_wish(&mut self, id: &str, typed: &Typed) -> Outcome<TransferWish> {
        let giver = self.somebody(id)?.head.id;
        let mut takers = Vec::new();
        for field in &TAKERS {
            takers.extend(self.person_typed(&field.def, typed)?);
        }
        let objects = match typed.text("objects") {
            "" | ALL => Vec::new(),
            name => vec![self.gate.object(name)?],
        };
        let yes = |name: &str| typed.text(name) == "true";
        Ok(TransferWish {
            giver: Some(giver),
            takers,
            objects,
            filter: Some(typed.text("filter").trim().to_owned()).filter(|filter| !filter.is_empty()),
            open_only: yes("open_only"),
            shares: yes("shares"),
            team: yes("team"),
        })
    }

    fn transfer_page(&mut self, text: &str, typed: &Typed, problem: Option<&Problem>) -> Outcome<Page> {
        let person = self.somebody(text)?;
        let (id, path) = (person.head.id, record_path(person.object, person.head.id));
        let holdings = self.gate.holdings(id)?;
        let transfers = self.gate.transfers(id)?;
        let named = [("name", person.title().into())];
        let title = self.say("transfer-title", &named);
        let mut form = self.transfer_form(text, typed, &holdings);
        self.put_faults(&mut form, problem.map(faults).unwrap_or_default());
        let mut notices = Vec::new();
        for transfer in &transfers {
            notices.push(self.standing(transfer));
        }
        let actions = transfers.iter().find(|one| matches!(one.status.as_str(), "running" | "done"));
        let actions = actions.map(|one| {
            let way = Way::Post(format!("{}/{}/undo", place(text), one.id), Vec::new());
            Action::new(self.word("transfer-undo"), way).icon(Icon::Undo2)
        });
        let shown = self.takers_shown(typed);
        let more = (shown < TAKERS.len() && !holdings.is_empty()).then(|| {
            let way = Address::of(place(text)).with("takers", (shown + 2).to_string());
            Action::new(self.word("transfer-more"), Way::Go(way.to_string())).icon(Icon::UserPlus)
        });
        let labels = ["transfer-object", "transfer-count", "transfer-open"];
        let mut columns: Vec<_> = labels.iter().map(|key| column(self.word(key))).collect();
        columns.iter_mut().skip(1).for_each(|column| column.numeric = true);
        let view = Register {
            title: title.clone(),
            intro: Some(self.word("transfer-hint")),
            notices,
            secret: None,
            actions: more.into_iter().chain(actions).collect(),
            columns,
            rows: holdings.iter().map(|one| self.holding_row(one, id)).collect(),
            pager: Pager::default(),
            empty: Empty {
                icon: Icon::CircleCheck,
                title: self.say("transfer-none", &named),
                text: self.word("transfer-none-hint"),
                actions: Vec::new(),
            },
            form: Some(form),
        };
        let body = register(self.language(), &view);
        Ok(Page::new(title, "/settings", body).below(person.title(), path))
    }

    fn holding_row(&self, one: &Holding, owner: Id) -> Entry {
        let count = |number: u64| Cell::Number(self.locale.count(number as i64));
        let name = one.object.owner.unwrap_or("owner");
        let theirs =
            Address::of(format!("/{}", one.object.plural)).with("filter", format!("{name} = {owner}"));
        let href = (!one.object.system).then(|| theirs.to_string());
        let title = Cell::Text(self.many(one.object));
        Entry {
            href,
            cells: vec![title, count(one.count), one.open.map_or(Cell::Empty, count)],
            actions: Vec::new(),
        }
    }

    /// How a transfer stands.
    fn standing(&self, transfer: &TransferInfo) -> Notice {
        let count = |number: u64| self.locale.count(number as i64);
        let args = [("moved", count(transfer.moved).into()), ("total", count(transfer.total).into())];
        let status = cordee_i18n::option(self.language(), "transfer", "status", &transfer.status);
        let when = self.locale.moment(transfer.began_at);
        let text = format!("{when} · {status} · {}", self.say("transfer-standing", &args));
        let tone = match transfer.status.as_str() {
            "done" => Tone::Won,
            "undone" => Tone::Neutral,
            _ => Tone::Accent,
        };
        Notice { tone, text }
    }

    /// How many takers the form asks for: those who are chosen, as many as the address asks for, and never too few.
    fn takers_shown(&self, typed: &Typed) -> usize {
        let chosen = TAKERS.iter().rposition(|field| !typed.text(field.name()).is_empty());
        let asked = self.visit.address.one("takers").and_then(|number| number.parse().ok()).unwrap_or(SHOWN);
        asked.max(chosen.map_or(0, |last| last + 1)).clamp(SHOWN, TAKERS.len())
    }

    fn transfer_form(&self, id: &str, typed: &Typed, holdings: &[Holding]) -> Form {
        let mut view = Form::new(self.word("transfer-form"), place(id), self.word("transfer-submit"));
        let mut objects = vec![Pick::new(ALL, self.word("transfer-all"))];
        objects.extend(holdings.iter().map(|one| Pick::new(one.object.name, self.many(one.object))));
        let chosen = if typed.text("objects").is_empty() { ALL } else { typed.text("objects") };
        let yes_no = |name: &str| Input::YesNo { value: Some(typed.text(name) == "true") };
        let label = |field: &FieldDef, key: &str| (field.name, self.word(key));
        let mut fields = Vec::new();
        for (place, field) in TAKERS.iter().take(self.takers_shown(typed)).enumerate() {
            let key = if place == 0 { "transfer-to" } else { "transfer-then" };
            let (name, label) = label(&field.def, key);
            let taker = self.person_field(name, label, typed);
            fields.push(if place == 0 { taker.required() } else { taker });
        }
        let filter = Input::Text { value: typed.text("filter").to_owned() };
        fields.extend([
            Field::new(
                "objects",
                self.word("transfer-which"),
                Input::Choice { value: chosen.to_owned(), options: objects },
            )
            .required(),
            Field::new("filter", self.word("transfer-filter"), filter)
                .hint(self.word("transfer-filter-hint")),
            Field::new("open_only", self.word("transfer-open-only"), yes_no("open_only")).required(),
            Field::new("shares", self.word("transfer-shares"), yes_no("shares")).required(),
            Field::new("team", self.word("transfer-team"), yes_no("team")).required(),
        ]);
        view.groups.push(FieldGroup { label: None, fields });
        view
    }
}

//! How a bulk change stands or went: how many were changed, which were refused and why, and the way back.

use axum::extract::Path;
use cordee_base::{Id, Outcome};
use cordee_i18n::{Arg, say};
use cordee_kit::undo_bulk;
use cordee_records::{BulkChange, BulkInfo, KeptFault, Refusal};
use cordee_ui::screens::bulk::{BulkRefused, BulkTold, bulk_told as draw};
use cordee_ui::{Action, Icon, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader, record_path};
use super::super::visit::{Answered, Visit, to};

/// `GET /bulk/ID`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> Answered {
    visit
        .page(move |reader| {
            let id = reader.id(&id)?;
            let info = reader.gate.bulk(id)?;
            reader.told_page(&info)
        })
        .await
}

/// `POST /bulk/ID/undo?back=ADDRESS`: each record as it was, unless somebody has changed it since.
pub(crate) async fn undo(visit: Visit, Path(id): Path<String>) -> Answered {
    match visit.bulk_undone(id).await {
        Ok(next) => Ok(to(&next)),
        Err(problem) => visit.refused(problem).await,
    }
}

impl Visit {
    async fn bulk_undone(&self, text: String) -> Outcome<Address> {
        let begun = self.write(move |reader| {
            let id = reader.id(&text)?;
            let small = undo_bulk(reader.gate, reader.registry(), id)?;
            Ok((id, small, reader.gate.bulk(id)?.object.plural))
        });
        let (id, small, plural): (Id, bool, &str) = begun.await?;
        if small {
            self.bulk_to_the_end(id).await?;
        }
        let back = Address::read(self.address.one("back").unwrap_or(""));
        let list = format!("/{plural}");
        Ok(match small && back.path == list {
            true => back.with("done", "bulk").with("of", id),
            false => Address::of(format!("/bulk/{id}")),
        })
    }
}

impl Reader<'_, '_> {
    fn told_page(&mut self, info: &BulkInfo) -> Outcome<Page> {
        let object = info.object;
        let back = Address::read(self.visit.address.one("back").unwrap_or(""));
        let own = format!("/{}", object.plural);
        let back = if back.path == own { back } else { Address::of(own) };
        let title = self.bulk_said(info)?;
        let mut actions =
            vec![Action::new(self.word("bulk-back"), Way::Go(back.to_string())).icon(Icon::List)];
        if info.status != "undone" && info.status != "undoing" && info.changed > 0 {
            let undo = Address::of(format!("/bulk/{}/undo", info.id)).with("back", &back);
            let undo = Way::Post(undo.to_string(), Vec::new());
            actions.push(Action::new(self.word("action-undo"), undo).icon(Icon::Undo2));
        }
        let seen =
            if info.status == "undoing" { info.total - info.changed.min(info.total) } else { info.seen() };
        let view = BulkTold {
            title: title.clone(),
            text: self.bulk_counts(info),
            share: u8::try_from(seen * 100 / info.total.max(1)).unwrap_or(100).min(100),
            here: (!info.rests()).then(|| self.here().to_string()),
            actions,
            refused: self.refusals_said(info)?,
            more: (info.refused > info.refusals.len() as u64).then(|| {
                self.say(
                    "bulk-more",
                    &[("count", ((info.refused - info.refusals.len() as u64) as i64).into())],
                )
            }),
        };
        let body = draw(self.language(), &view);
        Ok(Page::new(title, self.place(object), body).below(self.many(object), back.to_string()))
    }

    /// What is done to the records: `Owner: Ann`, `Tags + key account`, `Move to trash`.
    fn bulk_said(&mut self, info: &BulkInfo) -> Outcome<String> {
        let object = info.object;
        Ok(match &info.change {
            None => self.many(object),
            Some(BulkChange::Trash) => self.word("action-delete"),
            Some(BulkChange::Set(field, value)) => self.value_said(object, field, ":", value)?,
            Some(BulkChange::Add(field, value)) => self.value_said(object, field, " +", value)?,
            Some(BulkChange::Take(field, value)) => self.value_said(object, field, " −", value)?,
        })
    }

    fn value_said(
        &mut self,
        object: &cordee_schema::Object,
        field: &'static cordee_schema::FieldDef,
        sign: &str,
        value: &cordee_schema::Value,
    ) -> Outcome<String> {
        let label = self.label(object, field);
        if value.is_none() {
            return Ok(format!("{label}{sign} –"));
        }
        let titles = self.titles_of(field, value)?;
        let cell = self.value(object, field, value, super::super::cells::Titles::Many(&titles));
        Ok(format!("{label}{sign} {}", super::super::cells::plain(&cell)))
    }

    /// How many were changed, were so already, were refused.
    pub(crate) fn bulk_counts(&self, info: &BulkInfo) -> String {
        let count = |key: &str, number: u64| self.say(key, &[("count", (number as i64).into())]);
        if info.status == "undone" {
            return match info.changed {
                0 => self.word("bulk-undone"),
                left => format!("{} {}", self.word("bulk-undone"), count("bulk-left", left)),
            };
        }
        let moved = matches!(info.change, Some(BulkChange::Trash));
        let mut said = vec![count(if moved { "bulk-trashed" } else { "bulk-changed" }, info.changed)];
        if info.same > 0 {
            said.push(count("bulk-same", info.same));
        }
        if info.refused > 0 {
            said.push(count("bulk-refused", info.refused));
        }
        said.join(" · ")
    }

    fn refusals_said(&mut self, info: &BulkInfo) -> Outcome<Vec<BulkRefused>> {
        let object = info.object;
        let ids: Vec<Id> = info.refusals.iter().map(|refusal| refusal.id).collect();
        let titles = self.gate.titles(object, &ids)?;
        let one = |refusal: &Refusal| {
            let title = titles.iter().find(|hit| hit.id == refusal.id).map(|hit| hit.title.clone());
            BulkRefused {
                href: title.is_some().then(|| record_path(object, refusal.id)),
                title: title.unwrap_or_else(|| refusal.id.to_string()),
                why: self.refusal_reason(object, refusal),
            }
        };
        Ok(info.refusals.iter().map(one).collect())
    }

    fn refusal_reason(&self, object: &'static cordee_schema::Object, refusal: &Refusal) -> String {
        if refusal.faults.is_empty() {
            return say(self.language(), &refusal.problem, &[]);
        }
        let sentence = |(field, key, args): &KeptFault| {
            let args: Vec<(&str, Arg<'_>)> =
                args.iter().map(|(name, value)| (name.as_str(), value.as_str().into())).collect();
            let said = say(self.language(), key, &args);
            match field.as_deref().filter(|field| !field.is_empty()) {
                Some(field) => cordee_i18n::pair(self.language(), self.field_name(object, field), &said),
                None => said,
            }
        };
        refusal.faults.iter().map(sentence).collect::<Vec<_>>().join(" ")
    }
}

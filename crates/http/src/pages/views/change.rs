//! What is done to a view with one click: opened, kept as the page is now, moved among the others, begun with, put away.

use axum::Form as Posted;
use axum::extract::Path;
use axum::response::IntoResponse;
use cordee_base::{Decimal, Fault, Outcome, Problem};
use cordee_records::system::view::{self, VIEW};
use cordee_schema::{Draft, Record, Value};

use super::super::address::Address;
use super::super::form::Pairs;
use super::super::preferences::first_view;
use super::super::reader::Reader;
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::{ALL, page_of, query};

/// `GET /views/ID`: the page that it keeps.
pub(super) async fn open(visit: Visit, Path(id): Path<String>) -> Answered {
    let opened = visit.read(move |reader| {
        let (view, object) = reader.a_view(&id)?;
        Ok(page_of(object, &view))
    });
    match opened.await {
        Ok(page) => Ok(to(&page)),
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /views/ID/keep` with the address of a page as `at`: the view becomes what that page shows.
pub(super) async fn keep(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let (view, object) = reader.a_view(&id)?;
            let (of, board, state) = reader.page_at(typed.text("at"))?;
            if of != object {
                return Err(Problem::NotFound);
            }
            let shape = if board { "board" } else { "list" }.to_owned();
            let draft = Draft::new(&VIEW).with(view::QUERY, query(&state)).with(view::SHAPE, shape);
            reader.changed(&view, draft)
        })
        .await
}

/// `POST /views/ID/shift` with `by=left` or `by=right`.
pub(super) async fn shift(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let (view, object) = reader.a_view(&id)?;
            let views = reader.saved(object)?;
            let orders: Vec<Decimal> = views.iter().filter_map(|view| view.get(view::ORDER)).collect();
            let at = views.iter().position(|other| other.head.id == view.head.id).ok_or(Problem::NotFound)?;
            let order = between(&orders, at, typed.text("by") == "left");
            reader.changed(&view, Draft::new(&VIEW).with(view::ORDER, order))
        })
        .await
}

/// `POST /views/ID/first` with `default=true` or `false`: whether one begins with it.
pub(super) async fn first(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let turned = visit.write(move |reader| {
        let (view, object) = reader.a_view(&id)?;
        let mut draft = Draft::new(&VIEW);
        draft.set(view::DEFAULT.name(), Value::YesNo(typed.text(view::DEFAULT.name()) == "true"));
        let next = reader.changed(&view, draft)?;
        reader.first_of(object, view.head.id)?;
        Ok((next, object.name))
    });
    match turned.await {
        // The last that was said counts, so that what this browser began with until now is forgotten.
        Ok((next, object)) => Ok(([first_view(&visit, object, None)], to(&next)).into_response()),
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /views/first` with `object` and `view`, or `all`: with which view one begins oneself, in this browser.
pub(super) async fn first_for_me(visit: Visit, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    let (name, chosen) = (typed.text("object").to_owned(), typed.text("view").to_owned());
    let page = visit.read(move |reader| {
        if chosen == ALL {
            let object = reader.gate.object(&name)?;
            let front = Address::of(super::super::frame::front(object)).with("view", ALL);
            return Ok((object.name, ALL.to_owned(), front));
        }
        let (view, object) = reader.a_view(&chosen)?;
        Ok((object.name, view.head.id.to_string(), page_of(object, &view)))
    });
    match page.await {
        Ok((object, view, page)) => {
            let next = page.and("done", "save");
            Ok(([first_view(&visit, object, Some(&view))], to(&next)).into_response())
        }
        Err(problem) => visit.refused(problem).await,
    }
}

/// `POST /views/ID/trash`: it can be undone.
pub(super) async fn trash(visit: Visit, Path(id): Path<String>, Posted(pairs): Posted<Pairs>) -> Answered {
    let typed = Typed(pairs);
    visit
        .then(move |reader| {
            let (view, object) = reader.a_view(&id)?;
            let version = typed.text("version").parse().map_err(|_| Fault::whole("error-version"))?;
            reader.gate.trash(&VIEW, view.head.id, Some(version))?;
            let page = page_of(object, &view).path;
            Ok(Address::of(page).and("view", ALL).and("done", "view-deleted").and("of", view.head.id))
        })
        .await
}

impl Reader<'_, '_> {
    /// Changes a view, and goes on to its page.
    fn changed(&mut self, view: &Record, draft: Draft) -> Outcome<Address> {
        self.gate.update(view.head.id, None, draft)?;
        let (view, object) = self.a_view(&view.head.id.to_string())?;
        Ok(page_of(object, &view).and("done", "save"))
    }
}

/// The order of what stands at `at`, moved by one to the left or to the right.
fn between(orders: &[Decimal], at: usize, left: bool) -> Decimal {
    let order = |place: Option<usize>| place.and_then(|place| orders.get(place)).copied();
    let (near, far) = match left {
        true => (order(at.checked_sub(1)), order(at.checked_sub(2))),
        false => (order(Some(at + 1)), order(Some(at + 2))),
    };
    match (near, far) {
        (Some(near), Some(far)) => (near + far) / Decimal::TWO,
        (Some(near), None) => near + if left { -Decimal::ONE } else { Decimal::ONE },
        (None, _) => orders[at],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_moved_stands_between_its_new_neighbours() {
        let orders: Vec<Decimal> = [1, 2, 3].map(Decimal::from).to_vec();
        let half = |number: i64| Decimal::new(number, 1);
        let table = [
            (0, false, half(25)),
            (1, false, half(40)),
            (1, true, half(0)),
            (2, true, half(15)),
            (0, true, half(10)),
            (2, false, half(30)),
        ];
        for (at, left, expected) in table {
            assert_eq!(between(&orders, at, left), expected, "{at} {left}");
        }
    }
}

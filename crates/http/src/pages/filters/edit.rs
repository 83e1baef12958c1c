//! A condition of a filter is chosen: added to a group, changed where it stands, or given an alternative.

use cordee_base::{Fault, Outcome, Problem};
use cordee_schema::{Filter, Object};
use cordee_ui::screens::filter::{FilterEdit, filter_edit as draw};
use cordee_ui::{Action, Icon, Way};

use super::super::address::Address;
use super::super::reader::{Page, Reader};
use super::super::typed::Typed;
use super::super::visit::{Answered, Visit, to};
use super::BEGIN_ANEW;
use super::condition::{FIELD, OPERATOR, held};
use super::tree::{self, Place};

/// `GET /filter?f-page=ADDRESS&f-place=PLACE&f-do=add`, `change` or `join`: asks for a condition; with `f-put`, leads on
/// to the page with it.
pub(crate) async fn edit(visit: Visit) -> Answered {
    let put = visit.address.one("f-put").is_some();
    let done = visit.read(move |reader| {
        let (object, page) = reader.filtered_page()?;
        if put { reader.with_condition(object, &page).map(Some) } else { Ok(None) }
    });
    match done.await {
        Ok(Some(Ok(next))) => Ok(to(&next)),
        Ok(Some(Err(fault))) => {
            visit
                .page(move |reader| {
                    Ok(reader.condition_page(Some(&fault))?.refused(&Problem::from(fault.clone())))
                })
                .await
        }
        Ok(None) => visit.page(|reader| reader.condition_page(None)).await,
        Err(problem) => visit.refused(problem).await,
    }
}

impl Reader<'_, '_> {
    /// The list, board, figure or report whose filter it is, and of what it is.
    fn filtered_page(&self) -> Outcome<(&'static Object, Address)> {
        let page = Address::read(self.visit.address.one("f-page").unwrap_or(""));
        let object = match page.path.as_str() {
            "/metrics" => self.metric_at(&page)?.1,
            path => match path.strip_prefix("/reports/") {
                Some(name) => self.gate.object(self.report_at(name)?.object)?,
                None => self.page_at(&page.to_string())?.0,
            },
        };
        Ok((object, page))
    }

    fn filter_at(&self, object: &'static Object, page: &Address) -> Outcome<(Filter, Place)> {
        let text = page.one("filter").unwrap_or("");
        let filter = match self.plain_search(object, text) {
            Some(searched) => searched,
            None => Filter::parse(text, self.gate.catalog(), object, self.gate.reading())?,
        };
        let place = Place::read(self.visit.address.one("f-place").unwrap_or("")).ok_or(Problem::NotFound)?;
        Ok((self.seen(object, filter)?, place))
    }

    /// The page with the condition that was chosen, at its place.
    fn with_condition(&mut self, object: &'static Object, page: &Address) -> Outcome<Result<Address, Fault>> {
        let (filter, place) = self.filter_at(object, page)?;
        let typed = Typed(self.visit.address.parameters.clone());
        let Some(path) = self.seen_path(object, typed.text(FIELD)) else {
            return Ok(Err(Fault::at(FIELD, "error-required")));
        };
        let condition = match self.condition_typed(object, &path, &typed)? {
            Ok(condition) => condition,
            Err(fault) => return Ok(Err(fault)),
        };
        let changed = match typed.text("f-do") {
            "change" => tree::put(&filter, &place, condition),
            "join" => tree::joined(&filter, &place, condition),
            _ => tree::added(&filter, &place, condition),
        };
        let changed = changed.ok_or(Problem::NotFound)?.bounded();
        Ok(changed.map(|filter| page.without(&BEGIN_ANEW).with("filter", filter.text())))
    }

    fn condition_page(&mut self, fault: Option<&Fault>) -> Outcome<Page> {
        let (object, page) = self.filtered_page()?;
        let (filter, place) = self.filter_at(object, &page)?;
        let mut typed = Typed(self.visit.address.parameters.clone());
        let wish = match typed.text("f-do") {
            wish @ ("change" | "join") => wish.to_owned(),
            _ => "add".to_owned(),
        };
        let whole = tree::whole(&filter);
        let stands = tree::at(&whole, &place).map(tree::inner);
        if let (Some(Filter::Where(condition)), "change", "") = (stands, wish.as_str(), typed.text(FIELD)) {
            let given = held(&filter, &condition.path);
            typed.0.extend(self.typed_condition(condition, &given)?.0);
        }
        let name = typed.text(FIELD).to_owned();
        let path = self.seen_path(object, &name);
        let steps = path.iter().flat_map(|path| &path.steps).map(|step| format!("{}.", step.name));
        let via = match name.ends_with('.') {
            true => name.clone(),
            false => {
                Some(steps.collect::<Vec<_>>()).filter(|steps| steps.len() > 1).unwrap_or_default().concat()
            }
        };
        let mut view = FilterEdit {
            title: self.word(if wish == "change" { "filter-change" } else { "list-filter-add" }),
            hidden: vec![
                ("f-page".to_owned(), page.to_string()),
                ("f-place".to_owned(), place.text()),
                ("f-do".to_owned(), wish.clone()),
            ],
            fields: self.filter_fields(object, &via),
            chosen: name,
            operators: Vec::new(),
            operator: String::new(),
            operands: Vec::new(),
            error: fault.map(|fault| cordee_i18n::fault(self.language(), fault, None)),
            others: Vec::new(),
            cancel: page.to_string(),
        };
        if let Some(path) = path {
            view.operators = self.operators_for(&path);
            let known = |operator: &str| view.operators.iter().any(|one| one.value == operator);
            if !known(typed.text(OPERATOR)) {
                typed.take(OPERATOR);
                let first = view.operators.first().map(|one| one.value.clone()).unwrap_or_default();
                typed.put(OPERATOR, first);
            }
            view.operator = typed.text(OPERATOR).to_owned();
            view.operands = self.operand_fields(&path, &typed, &held(&filter, &path))?;
        }
        if wish == "change" {
            view.others = self.others(&whole, &place, &page);
        }
        let body = draw(self.language(), &view);
        let title = view.title.clone();
        Ok(Page::new(title, self.place(object), body).below(self.many(object), page.to_string()))
    }

    /// What else can be done with a condition: given an alternative, or taken out.
    fn others(&self, whole: &Filter, place: &Place, page: &Address) -> Vec<Action> {
        let group = Place(place.0.split_last().map(|(_, group)| group.to_vec()).unwrap_or_default());
        let any = tree::at(whole, &group).is_some_and(|group| matches!(tree::inner(group), Filter::Any(_)));
        let key = if any { "filter-join-and" } else { "filter-join-or" };
        let join =
            Address::of("/filter").with("f-do", "join").with("f-place", place.text()).with("f-page", page);
        let mut others = vec![Action::new(self.word(key), Way::Go(join.to_string())).icon(Icon::Plus)];
        if let Some(rest) = tree::without(whole, place) {
            let rest = page.without(&BEGIN_ANEW).with("filter", rest.text());
            others
                .push(Action::new(self.word("list-filter-remove"), Way::Go(rest.to_string())).icon(Icon::X));
        }
        others
    }
}

//! A filter as people read it: chips that make a sentence, in groups, each with the way to change it and to take it out.

use cordee_base::Outcome;
use cordee_schema::{Condition, Filter, Kind, Object, Operand, Operator, Path, Relative, Value};
use cordee_ui::components::{Chip, FilterGroup, FilterPart, Filters, Preset};

use super::super::address::Address;
use super::super::reader::Reader;
use super::tree::{self, Place};
use super::{BEGIN_ANEW, Narrowed};

impl Reader<'_, '_> {
    /// The filter bar.
    pub(crate) fn filters(&mut self, object: &'static Object, narrowed: &Narrowed) -> Outcome<Filters> {
        let here = self.here().without(&BEGIN_ANEW);
        let whole = tree::whole(&narrowed.filter);
        Ok(Filters {
            address: here.path.clone(),
            keep: here.parameters.clone(),
            text: narrowed.text.clone(),
            error: narrowed.error.clone(),
            presets: if narrowed.error.is_none() { self.presets(object, narrowed) } else { Vec::new() },
            whole: self.group(object, &whole, &whole, &Place::default())?,
            clear: (!narrowed.text.is_empty()).then(|| here.to_string()),
            day: None,
        })
    }

    fn group(
        &mut self,
        object: &'static Object,
        whole: &Filter,
        group: &Filter,
        place: &Place,
    ) -> Outcome<FilterGroup> {
        let here = self.here().without(&BEGIN_ANEW);
        let at = |changed: Option<Filter>| {
            changed.map(|filter| here.with("filter", filter.text()).to_string()).unwrap_or_default()
        };
        let (Filter::All(parts) | Filter::Any(parts)) = tree::inner(group) else {
            return Ok(FilterGroup::default());
        };
        let mut shown = Vec::with_capacity(parts.len());
        for (step, part) in parts.iter().enumerate() {
            let place = place.then(step);
            let not = matches!(part, Filter::Not(_));
            shown.push(match tree::inner(part) {
                Filter::Where(condition) => {
                    let (field, operator, value) = self.condition_said(object, condition)?;
                    let edit = self.edit_at(&place, "change").to_string();
                    let remove = at(tree::without(whole, &place));
                    FilterPart::Condition(Chip { field, operator, value, not, edit, remove })
                }
                _ => FilterPart::Group(self.group(object, whole, part, &place)?),
            });
        }
        Ok(FilterGroup {
            any: matches!(tree::inner(group), Filter::Any(_)),
            not: matches!(group, Filter::Not(_)),
            turn: (parts.len() > 1).then(|| at(tree::turned(whole, place))),
            add: self.edit_at(place, "add").to_string(),
            remove: (!place.0.is_empty()).then(|| at(tree::without(whole, place))),
            parts: shown,
        })
    }

    /// Where what stands at a place is changed, or something is added there.
    pub(super) fn edit_at(&self, place: &Place, wish: &str) -> Address {
        let page = self.here().without(&["cursor", "page"]);
        Address::of("/filter").with("f-do", wish).with("f-place", place.text()).with("f-page", page)
    }

    /// What one asks for most: one's own, what is still open, what one follows.
    fn presets(&self, object: &'static Object, narrowed: &Narrowed) -> Vec<Preset> {
        let here = self.here().without(&BEGIN_ANEW);
        let read = |text: &str| {
            let filter = Filter::parse(text, self.gate.catalog(), object, self.gate.reading()).ok()?;
            self.seen(object, filter).ok()
        };
        let ended = object.board.and_then(|board| board.ended);
        let wishes = [
            ("filter-mine", object.owner.map(|owner| format!("{owner} is me"))),
            ("filter-followed", object.is_followable().then(|| "followed = yes".to_owned())),
            ("filter-open", ended.map(|ended| format!("{} = {}", ended.told_by.0, ended.going))),
        ];
        let whole = tree::whole(&narrowed.filter);
        let preset = |(key, text): (&str, Option<String>)| {
            let wanted = read(&text?)?;
            let parts = match &whole {
                Filter::All(parts) => parts.as_slice(),
                _ => &[],
            };
            let place = parts.iter().position(|part| *part == wanted);
            let next = match place {
                Some(place) => tree::without(&whole, &Place(vec![place]))?,
                None => narrowed.filter.clone().and(wanted),
            };
            let href = here.with("filter", next.text()).to_string();
            Some(Preset { label: self.word(key), href, on: place.is_some() })
        };
        wishes.into_iter().filter_map(preset).collect()
    }

    /// A condition in words: field, operator, value.
    fn condition_said(
        &mut self,
        object: &'static Object,
        condition: &Condition,
    ) -> Outcome<(String, String, String)> {
        let field = self.path_label(object, &condition.path);
        let value = match (&condition.operand, condition.operator) {
            (Operand::Relative(Relative::LastDays(days)), Operator::Less) => {
                let days = self.say("filter-days", &[("count", u32::from(*days).into())]);
                return Ok((field, self.word("operator-older"), days));
            }
            (Operand::Relative(Relative::NextDays(days)), Operator::Greater) => {
                let days = self.say("filter-days", &[("count", u32::from(*days).into())]);
                return Ok((field, self.word("operator-later"), days));
            }
            (Operand::None, _) => String::new(),
            (Operand::Me, _) => self.word("filter-me"),
            (Operand::Relative(relative), _) => self.relative(*relative),
            (Operand::Values(values), _) => self.values_said(&condition.path, values)?,
        };
        Ok((field, self.operator_said(&condition.path, condition.operator.name()), value))
    }

    /// An operator in words; of days one says before and after.
    pub(super) fn operator_said(&self, path: &Path, operator: &str) -> String {
        let dated = path.part.is_none() && matches!(path.field.kind, Kind::Date(_) | Kind::Moment(_));
        let own = dated && ["less", "at_most", "greater", "at_least"].contains(&operator);
        let kind = if own { "date-" } else { "" };
        self.word(&format!("operator-{kind}{}", operator.replace('_', "-")))
    }

    fn values_said(&mut self, path: &Path, values: &[Value]) -> Outcome<String> {
        let ids: Vec<_> = values.iter().filter_map(Value::as_link).collect();
        let titles = match self.linked(path.field) {
            Some(to) if !ids.is_empty() => self.gate.titles(to, &ids)?,
            _ => Vec::new(),
        };
        let said = values.iter().map(|value| {
            let hit = titles.iter().find(|hit| Some(hit.id) == value.as_link());
            match (path.part, value) {
                (Some(_), Value::Text(text)) => text.clone(),
                _ => self.text(path.object, path.field, value, hit.map(|hit| hit.title.as_str())),
            }
        });
        Ok(said.collect::<Vec<_>>().join(", "))
    }

    /// What a path from `object` is called: `Owner › Team`.
    pub(crate) fn path_label(&self, object: &'static Object, path: &Path) -> String {
        let mut here = Some(object);
        let mut labels = Vec::new();
        for step in &path.steps {
            labels.push(here.map_or_else(|| step.name.to_owned(), |object| self.label(object, step)));
            here = self.linked(step);
        }
        labels.push(self.label(path.object, path.field));
        labels.extend(path.part.map(|part| self.word(&format!("address-{part}"))));
        labels.join(" › ")
    }

    pub(super) fn relative(&self, relative: Relative) -> String {
        let name = relative.name();
        match relative {
            Relative::LastDays(days) => self.say("filter-last-days", &[("count", u32::from(days).into())]),
            Relative::NextDays(days) => self.say("filter-next-days", &[("count", u32::from(days).into())]),
            Relative::Period(..) => match name.as_str() {
                "today" | "yesterday" | "tomorrow" => self.word(&name),
                _ => self.word(&format!("filter-{}", name.replace('_', "-"))),
            },
        }
    }
}

//! A filter as a tree that is edited place by place: `1.0` is the first part of the second part of the whole.

use cordee_schema::Filter;

/// A place in a filter: at each step which part.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place(pub Vec<usize>);

impl Place {
    pub(super) fn read(text: &str) -> Option<Place> {
        if text.is_empty() {
            return Some(Place::default());
        }
        let steps: Result<Vec<usize>, _> = text.split('.').map(str::parse).collect();
        steps.ok().map(Place)
    }

    pub(super) fn text(&self) -> String {
        self.0.iter().map(usize::to_string).collect::<Vec<_>>().join(".")
    }

    pub(super) fn then(&self, part: usize) -> Place {
        Place(self.0.iter().copied().chain([part]).collect())
    }
}

/// The filter as a group, whose parts have places.
pub(super) fn whole(filter: &Filter) -> Filter {
    match filter {
        group @ (Filter::All(_) | Filter::Any(_)) => group.clone(),
        one => Filter::All(vec![one.clone()]),
    }
}

/// What stands at a place.
pub(super) fn at<'f>(filter: &'f Filter, place: &Place) -> Option<&'f Filter> {
    place.0.iter().try_fold(filter, |here, step| parts(here)?.get(*step))
}

/// The filter with one more part in the group at a place.
pub(super) fn added(filter: &Filter, place: &Place, part: Filter) -> Option<Filter> {
    changed(filter, place, |group| {
        parts_mut(group)?.push(part);
        Some(())
    })
}

/// The filter with something else at a place; what is turned round there stays so.
pub(super) fn put(filter: &Filter, place: &Place, part: Filter) -> Option<Filter> {
    changed(filter, place, |here| {
        *inner_mut(here) = part;
        Some(())
    })
}

/// The filter in which what stands at a place has an alternative; in a group of alternatives, a companion.
pub(super) fn joined(filter: &Filter, place: &Place, other: Filter) -> Option<Filter> {
    let (_, group) = place.0.split_last()?;
    let any = matches!(inner(at(filter, &Place(group.to_vec()))?), Filter::Any(_));
    changed(filter, place, |here| {
        let both = vec![std::mem::replace(here, Filter::everything()), other];
        *here = if any { Filter::All(both) } else { Filter::Any(both) };
        Some(())
    })
}

/// The filter without what stands at a place; a group of which nothing is left goes with it.
pub(super) fn without(filter: &Filter, place: &Place) -> Option<Filter> {
    let (last, group) = place.0.split_last()?;
    changed(filter, &Place(group.to_vec()), |group| {
        let parts = parts_mut(group)?;
        (*last < parts.len()).then(|| parts.remove(*last)).map(drop)
    })
}

/// The filter in which all of a group must hold instead of any, or the other way round.
pub(super) fn turned(filter: &Filter, place: &Place) -> Option<Filter> {
    changed(filter, place, |here| {
        let group = inner_mut(here);
        *group = match std::mem::replace(group, Filter::everything()) {
            Filter::All(parts) => Filter::Any(parts),
            Filter::Any(parts) => Filter::All(parts),
            one => one,
        };
        Some(())
    })
}

/// The group itself, if it is only turned round.
pub(super) fn inner(filter: &Filter) -> &Filter {
    match filter {
        Filter::Not(group) => inner(group),
        group => group,
    }
}

fn inner_mut(filter: &mut Filter) -> &mut Filter {
    match filter {
        Filter::Not(group) => inner_mut(group),
        group => group,
    }
}

fn parts(filter: &Filter) -> Option<&Vec<Filter>> {
    match inner(filter) {
        Filter::All(parts) | Filter::Any(parts) => Some(parts),
        _ => None,
    }
}

fn parts_mut(filter: &mut Filter) -> Option<&mut Vec<Filter>> {
    match inner_mut(filter) {
        Filter::All(parts) | Filter::Any(parts) => Some(parts),
        _ => None,
    }
}

fn changed(filter: &Filter, place: &Place, change: impl FnOnce(&mut Filter) -> Option<()>) -> Option<Filter> {
    let mut whole = whole(filter);
    let mut here = &mut whole;
    for step in &place.0 {
        here = parts_mut(here)?.get_mut(*step)?;
    }
    change(here)?;
    Some(tidy(whole).unwrap_or_else(Filter::everything))
}

/// The filter without groups of nothing, and groups of one as that one.
fn tidy(filter: Filter) -> Option<Filter> {
    let of = |parts: Vec<Filter>, any: bool| {
        let mut parts: Vec<Filter> = parts.into_iter().filter_map(tidy).collect();
        match (parts.len(), any) {
            (0, _) => None,
            (1, _) => parts.pop(),
            (_, true) => Some(Filter::Any(parts)),
            (_, false) => Some(Filter::All(parts)),
        }
    };
    match filter {
        Filter::All(parts) => of(parts, false),
        Filter::Any(parts) => of(parts, true),
        Filter::Not(inner) => tidy(*inner).map(|inner| Filter::Not(Box::new(inner))),
        one => Some(one),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cordee_records::system;
    use cordee_schema::{Catalog, Reading};

    fn read(text: &str) -> Filter {
        let catalog = Catalog::of(system::objects());
        Filter::parse(text, &catalog, &system::user::USER, &Reading::default()).expect(text)
    }

    fn place(text: &str) -> Place {
        Place::read(text).expect(text)
    }

    #[test]
    fn a_filter_is_edited_place_by_place() {
        let (a, x) = ("name = \"a\"", || read("name = \"x\""));
        let table = [
            (added(&read(""), &place(""), x()), "name = \"x\""),
            (added(&read(a), &place(""), x()), "name = \"a\" and name = \"x\""),
            (
                added(&read("name = a or name = b"), &place(""), x()),
                "name = \"a\" or name = \"b\" or name = \"x\"",
            ),
            (
                added(&read("name = a and (name = b or name = c)"), &place("1"), x()),
                "name = \"a\" and (name = \"b\" or name = \"c\" or name = \"x\")",
            ),
            (
                put(&read("name = a and (name = b or name = c)"), &place("1.0"), x()),
                "name = \"a\" and (name = \"x\" or name = \"c\")",
            ),
            (joined(&read(a), &place("0"), x()), "name = \"a\" or name = \"x\""),
            (
                joined(&read("name = a and name = b"), &place("1"), x()),
                "name = \"a\" and (name = \"b\" or name = \"x\")",
            ),
            (
                joined(&read("name = a or name = b"), &place("1"), x()),
                "name = \"a\" or name = \"b\" and name = \"x\"",
            ),
            (
                without(&read("name = a and (name = b or name = c)"), &place("1.0")),
                "name = \"a\" and name = \"c\"",
            ),
            (without(&read(a), &place("0")), ""),
            (turned(&read("name = a and name = b"), &place("")), "name = \"a\" or name = \"b\""),
            (
                added(&read("name = a and not (name = b or name = c)"), &place("1"), x()),
                "name = \"a\" and not (name = \"b\" or name = \"c\" or name = \"x\")",
            ),
        ];
        for (found, expected) in table {
            assert_eq!(found.map(|filter| filter.text()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn a_place_that_is_none_changes_nothing() {
        let filter = read("name = a and name = b");
        assert!(added(&filter, &place("0"), read("name = x")).is_none(), "a condition is no group");
        assert!(put(&filter, &place("7"), read("name = x")).is_none());
        assert!(without(&filter, &place("")).is_none());
        assert!(Place::read("1.x").is_none());
        assert_eq!(at(&filter, &place("1")).map(Filter::text).as_deref(), Some("name = \"b\""));
    }
}

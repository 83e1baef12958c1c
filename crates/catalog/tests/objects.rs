//! What is declared, as a snapshot for each object, and what must hold for all of them.

use cordee_catalog::objects;
use cordee_schema::{Board, Catalog, Default, Field, FieldDef, Kind, Object, Rights, object, text};

#[test]
fn each_object_is_as_it_was_reviewed() {
    for object in objects() {
        insta::assert_snapshot!(object.name, described(object));
    }
}

#[test]
fn the_declarations_name_only_what_there_is() {
    const NAME: Field<String> = text("name");
    static USER: Object = object("user", "users").fields(&[NAME.def]);
    static TEAM: Object = object("team", "teams").fields(&[NAME.def]);
    let catalog = Catalog::of(objects().into_iter().chain([&USER, &TEAM]));
    assert_eq!(catalog.faults(), Vec::<String>::new());
}

#[test]
fn a_form_has_every_field_that_people_set_and_no_other() {
    for object in objects() {
        // Lines stand among the fields of a form by their name.
        let lines = |name: &&str| {
            let link =
                |lines: &&Object| lines.as_lines().and_then(|(link, _)| link.links_to()) == Some(object.name);
            objects()
                .into_iter()
                .filter(link)
                .any(|lines| lines.lines.is_some_and(|lines| lines.name == *name))
        };
        let fields = object.form.iter().flat_map(|group| group.fields).copied();
        let mut form: Vec<&str> = fields.filter(|name| !lines(name)).collect();
        // What the columns of a board ask for is asked where it is needed, in a place of its own.
        let asks = object.board.and_then(|board| board.asks);
        let aside = |name: &str| asks.is_some_and(|asks| [asks.ticked, asks.because].contains(&name));
        let set = object.fields.iter().filter(|f| f.rights != Rights::Engine && !aside(f.name));
        let mut set: Vec<&str> = set.map(|f| f.name).collect();
        form.sort_unstable();
        set.sort_unstable();
        assert_eq!(form, set, "{}", object.name);
    }
}

#[test]
fn what_a_new_record_has_is_one_of_the_options() {
    for object in objects() {
        for field in object.fields.iter().filter(|field| matches!(field.kind, Kind::Choice(_))) {
            let keys: Vec<&str> = field.kind.options().iter().map(|option| option.key).collect();
            if let Default::Text(key) = field.default {
                assert!(keys.contains(&key), "{}.{}: {key}", object.name, field.name);
            }
        }
    }
}

#[test]
fn indexes_are_few_where_there_are_many_records() {
    for object in objects() {
        let most = match object.name {
            "activity" => 11,
            // By the day of their next step as well, which is what sellers begin their day with.
            "opportunity" => 10,
            _ => 9,
        };
        assert!(indexes(object) <= most, "{} has {} indexes", object.name, indexes(object));
    }
}

/// Those of its fields, and the one of the id in another system.
fn indexes(object: &Object) -> usize {
    object.indexed().count() + 1
}

fn described(object: &Object) -> String {
    let mut lines = vec![format!("{} / {}, called by its {}", object.name, object.plural, object.title)];
    lines.extend(object.owner.map(|field| format!("belongs to: {field}")));
    lines.extend(object.part_of.map(|field| format!("part of: {field}")));
    lines.extend(object.lines.map(|how| format!("lines, as {}, in the order of {}", how.name, how.position)));
    lines.extend(object.mergeable.then(|| "can be merged".to_owned()));
    lines.push(String::new());
    lines.extend(object.fields.iter().map(line));
    let indexed: Vec<&str> = object.indexed().map(|field| field.name).collect();
    let (by, falling) = object.order;
    lines.extend([
        String::new(),
        format!("list: {}", object.list.join(", ")),
        format!("order: {by}{}", if falling { ", largest first" } else { "" }),
        format!("facts: {}", object.facts.join(", ")),
    ]);
    lines
        .extend(object.form.iter().map(|group| format!("form, {}: {}", group.name, group.fields.join(", "))));
    lines.extend(object.board.map(board));
    lines.push(format!("{} indexes: {}, (source_system, foreign_id)", indexes(object), indexed.join(", ")));
    lines.join("\n")
}

fn board(board: Board) -> String {
    let said = |what: &str, field: Option<&str>| field.map(|name| format!(", {what} {name}"));
    let parts = [said("within", board.within), said("adds up", board.sum), said("weighed by", board.weight)];
    let parts: String = parts.into_iter().flatten().collect();
    let ended = board.ended.map(|ended| {
        format!(
            "; what {} tells has ended leaves {} days after its {}",
            ended.told_by.0, ended.days, ended.on
        )
    });
    format!("board by {}{parts}; card: {}{}", board.by, board.card.join(", "), ended.unwrap_or_default())
}

fn line(field: &FieldDef) -> String {
    let flags = [
        (field.required, "required"),
        (field.rights == Rights::OnceAtCreation, "once"),
        (field.rights == Rights::Engine, "read-only"),
        (field.tracked, "tracked"),
        (field.searched, "searched"),
        (field.sorted, "sorted"),
        (field.unindexed, "unindexed"),
        (field.personal, "personal"),
        (field.unique, "unique"),
        (field.duplicate_key, "duplicate key"),
        (field.plain, "plain"),
    ];
    let mut said: Vec<String> =
        flags.iter().filter(|(set, _)| *set).map(|(_, name)| (*name).into()).collect();
    said.extend(field.choosable.map(|filter| format!("only where {filter}")));
    if field.default != Default::None {
        said.push(format!("at first {:?}", field.default));
    }
    format!("{:<22}{:<24}{}", field.name, kind(field), said.join(", ")).trim_end().to_owned()
}

fn kind(field: &FieldDef) -> String {
    let name = field.kind.behave().name();
    match (field.links_to(), field.kind.options()) {
        (Some(to), _) => format!("{name} to {to}"),
        (None, []) => name.to_owned(),
        (None, options) => format!("{name} of {}", options.len()),
    }
}

//! The page of one object.

use cordee_i18n::{Language, field, object, objects, option, say};
use cordee_kit::Registry;
use cordee_schema::{FieldDef, Object, Rights, SYSTEM_FIELDS};

/// The page of one object: its fields, its verbs and where it is found.
pub fn page(registry: &Registry, of: &'static Object) -> String {
    let help = say(Language::En, &format!("{}-help", of.name.replace('_', "-")), &[]);
    let mut text = format!(
        "{}# {}\n\n{help}\n\nOn screen `/{plural}`, in the API `/api/v1/{plural}`, on the command line `{name}`, in the \
         database the table `{name}`.\n",
        super::WRITTEN,
        objects(Language::En, of.name),
        plural = of.plural,
        name = of.name
    );
    if let Some(link) = of.part_of {
        text += &format!(
            "\nIt is part of the record at `{link}`: whoever may see and change that may see and change it.\n"
        );
    }
    text += "\n## Fields\n\n| name | label | kind | |\n| --- | --- | --- | --- |\n";
    for each in of.fields.iter().filter(|each| !each.secret) {
        text += &row(of, each);
    }
    text += "\nEvery record also has ";
    let names: Vec<String> = SYSTEM_FIELDS.iter().map(|each| format!("`{}`", each.name)).collect();
    text += &format!("{}.\n", names.join(", "));
    let verbs: Vec<String> = registry
        .actions_on(of)
        .map(|action| {
            let input: Vec<&str> = action.input.iter().map(|each| each.name).collect();
            let said = say(Language::En, &format!("action-{}", action.name.replace('_', "-")), &[]);
            let input = if input.is_empty() { String::new() } else { format!(", with {}", input.join(", ")) };
            format!("- `{}`: {said}{input}\n", action.name)
        })
        .collect();
    if !verbs.is_empty() {
        text += &format!("\n## What can be done\n\n{}", verbs.concat());
    }
    text
}

fn row(of: &'static Object, each: &FieldDef) -> String {
    let mut kind = each.kind.behave().name().to_owned();
    if let Some(to) = each.links_to().filter(|to| *to != "user") {
        kind = format!("link to [{}]({to}.md)", object(Language::En, to));
    }
    let mut notes = Vec::new();
    let mut note = |holds: bool, what: &str| notes.extend(holds.then(|| what.to_owned()));
    note(each.required, "required");
    note(each.rights == Rights::Engine, "set by Cordee");
    note(each.rights == Rights::OnceAtCreation, "set once");
    note(each.unique, "unique");
    note(each.tracked, "asked as of any moment");
    note(each.sorted, "lists sort by it");
    note(each.searched, "searched");
    note(each.personal, "personal");
    if let Some(filter) = each.choosable {
        notes.push(format!("only where `{filter}`"));
    }
    notes.extend(each.required_when.map(|filter| format!("required when `{filter}`")));
    notes.extend(each.read_only_when.map(|filter| format!("read-only when `{filter}`")));
    let options: Vec<String> = each
        .kind
        .options()
        .iter()
        .map(|one| format!("`{}` {}", one.key, option(Language::En, of.name, each.name, one.key)))
        .collect();
    if !options.is_empty() {
        notes.push(options.join(" · "));
    }
    format!(
        "| `{}` | {} | {kind} | {} |\n",
        each.name,
        field(Language::En, of.name, each.name),
        notes.join("; ")
    )
}

#[cfg(test)]
mod tests {
    use cordee_schema::{Field, Object, link, object, text};

    use super::page;

    const NAME: Field<String> = text("name").required().sorted();
    const ACCOUNT: Field<cordee_base::Id> = link("account", "account");
    static BRAND: Object = object("brand", "brands").fields(&[NAME.def, ACCOUNT.def]);

    #[test]
    fn a_new_object_has_its_page() {
        let page = page(&cordee_features::registry(), &BRAND);
        assert!(page.contains("`/api/v1/brands`"), "{page}");
        assert!(page.contains("| `name` | Name | text | required; lists sort by it |"), "{page}");
        assert!(page.contains("link to [Account](account.md)"), "{page}");
    }
}

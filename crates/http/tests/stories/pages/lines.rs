//! Lines in a form, by a person without a script: added, filled in, moved and taken away; two people on one record.

use serde_json::json;

use super::{follow, hidden, id_of, page, submit, words};
use crate::support::{Client, World, on_each};

/// What a browser would post of a form: its inputs and the chosen options, in their order.
fn posted(html: &str) -> Vec<(String, String)> {
    let form =
        html.split("<form class=\"form\"").nth(1).expect("a form").split("</form>").next().expect("its end");
    let form: String =
        form.split("<template").map(|part| part.split("</template>").last().unwrap_or("")).collect();
    let value = |tag: &str, name: &str| {
        let at = tag.find(&format!(" {name}=\""))? + name.len() + 3;
        Some(tag[at..].split('"').next()?.to_owned())
    };
    let (mut pairs, mut select) = (Vec::new(), None::<String>);
    for tag in form.split('<') {
        let inside = tag.split('>').next().unwrap_or("");
        if inside.starts_with("input")
            && !inside.contains("type=\"radio\"")
            && !inside.contains("type=\"checkbox\"")
        {
            pairs
                .extend(value(inside, "name").map(|name| (name, value(inside, "value").unwrap_or_default())));
        } else if inside.starts_with("textarea") {
            let text = tag.split_once('>').map_or("", |(_, text)| text);
            pairs.extend(value(inside, "name").map(|name| (name, text.to_owned())));
        } else if inside.starts_with("select") {
            select = value(inside, "name");
        } else if inside.starts_with("option") && inside.contains(" selected") {
            pairs.extend(select.clone().map(|name| (name, value(inside, "value").unwrap_or_default())));
        }
    }
    pairs
}

fn put(pairs: &mut Vec<(String, String)>, name: &str, text: &str) {
    pairs.retain(|(known, _)| known != name);
    pairs.push((name.to_owned(), text.to_owned()));
}

fn send(world: &World, client: &Client, path: &str, pairs: &[(String, String)]) -> crate::support::Answer {
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    submit(world, client, path, &pairs)
}

/// A deal with two lines; gives its path.
fn deal(world: &World) -> String {
    let program = world.program();
    let mut deal = world.stage(&program, "open");
    deal["name"] = "Big one".into();
    deal["lines"] = json!([
        {"description": "Rope", "quantity": 3, "unit_price": {"amount": "10", "currency": "EUR"}},
        {"description": "Tent", "quantity": 1, "unit_price": {"amount": "90.50", "currency": "EUR"}},
    ]);
    format!("/opportunities/{}", world.create(&program, "opportunities", deal))
}

/// The part of the name of an input by which the line is told from others, whose description is this.
fn key(html: &str, description: &str) -> String {
    let at = html.find(&format!("value=\"{description}\"")).expect(description);
    let before = &html[..at];
    let name = &before[before.rfind("name=\"lines.").expect("its name") + 12..];
    name.split('.').next().expect("a key").to_owned()
}

#[test]
fn a_record_is_made_with_its_lines_in_one_form() {
    on_each(|world| {
        let ada = world.browser(&world.admin);
        let mut pairs = posted(&page(world, &ada, "/opportunities/new"));
        put(&mut pairs, "name", "Expedition");
        put(&mut pairs, "then", "lines.lines.add");
        let more = send(world, &ada, "/opportunities", &pairs);
        assert_eq!(more.status.as_u16(), 200, "{}", words(&more.text()));
        let html = more.text();
        assert!(html.contains("value=\"Expedition\""), "nothing typed is lost");
        assert!(html.contains("Quantity, line 3") && html.contains("name=\"lines.n3.quantity\" value=\"1\""));
        let mut pairs = posted(&html);
        put(&mut pairs, "lines.n1.description", "Rope");
        put(&mut pairs, "lines.n1.unit_price", "12,50");
        put(&mut pairs, "lines.n1.quantity", "many");
        let refused = send(world, &ada, "/opportunities", &pairs);
        assert_eq!(refused.status.as_u16(), 422);
        let said = words(&refused.text());
        assert!(said.contains("“many” is not a number"), "{said}");
        assert!(refused.text().contains("id=\"field-lines-n1-quantity-error\""), "beside its cell");
        let mut pairs = posted(&refused.text());
        put(&mut pairs, "lines.n1.quantity", "4");
        // What is left empty is no line.
        let made = send(world, &ada, "/opportunities", &pairs);
        let shown = words(&follow(world, &ada, &made));
        for said in ["Expedition", "Deal lines 1", "Rope", "€ 12.50", "€ 50 ", "Total of lines", "Edit lines"]
        {
            assert!(shown.contains(said), "{said} in {shown}");
        }
    });
}

#[test]
fn lines_are_moved_taken_away_and_kept_before_they_are_saved() {
    on_each(|world| {
        let (ada, path) = (world.browser(&world.admin), deal(world));
        let form = page(world, &ada, &format!("{path}/edit"));
        assert!(words(&form).contains("Total of lines € 120.50"), "{}", words(&form));
        let press = |html: &str, verb: &str, name: &str| {
            let mut pairs = posted(html);
            put(&mut pairs, "then", &format!("lines.lines.{verb}.{}", key(html, name)));
            let again = send(world, &ada, &path, &pairs);
            assert_eq!(again.status.as_u16(), 200, "{}", words(&again.text()));
            again.text()
        };
        let turned = press(&form, "up", "Tent");
        assert!(turned.find("value=\"Tent\"") < turned.find("value=\"Rope\""));
        let gone = press(&turned, "remove", "Rope");
        assert!(words(&gone).contains("Total of lines € 90.50"), "{}", words(&gone));
        let kept = press(&gone, "keep", "Rope");
        assert!(words(&kept).contains("Total of lines € 120.50"));
        let mut pairs = posted(&press(&kept, "remove", "Rope"));
        put(&mut pairs, &format!("lines.{}.quantity", key(&form, "Tent")), "2");
        let saved = send(world, &ada, &path, &pairs);
        let shown = words(&follow(world, &ada, &saved));
        assert!(shown.contains("Deal lines 1") && shown.contains("Total of lines € 181 "), "{shown}");
        assert!(shown.contains("moved this to the trash · Deal line: Rope"), "{shown}");
        // Asked as a script asks: nothing is written, what follows is told.
        let mut pairs = posted(&page(world, &ada, &format!("{path}/edit")));
        put(&mut pairs, &format!("lines.{}.quantity", key(&form, "Tent")), "10");
        let foreseen = send(world, &ada, &format!("{path}/lines"), &pairs);
        let said = foreseen.text();
        assert!(words(&said).contains("€ 905") && said.contains("data-instead=\"905\""), "{said}");
        assert!(words(&page(world, &ada, &path)).contains("€ 181 "));
    });
}

#[test]
fn two_people_on_the_lines_of_one_record_both_count() {
    on_each(|world| {
        let (ada, path) = (world.browser(&world.admin), deal(world));
        let program = world.program();
        let form = page(world, &ada, &format!("{path}/edit"));
        let (rope, tent) = (key(&form, "Rope"), key(&form, "Tent"));
        // Meanwhile somebody changes one line, and adds another.
        let change = |id: &str, body| {
            let answer = world.patch(&program, &format!("/api/v1/opportunity_lines/{id}"), "*", body);
            assert_eq!(answer.status.as_u16(), 200, "{}", answer.text());
        };
        change(&rope, json!({"quantity": 5, "description": "Long rope"}));
        let id = path.rsplit('/').next().expect("an id");
        world.create(&program, "opportunity_lines", json!({"opportunity": id, "description": "Stove"}));
        let mut pairs = posted(&form);
        put(&mut pairs, &format!("lines.{rope}.quantity"), "4");
        put(&mut pairs, &format!("lines.{tent}.description"), "Tent for two");
        let told = send(world, &ada, &path, &pairs);
        assert_eq!(told.status.as_u16(), 412, "{}", words(&told.text()));
        let html = told.text();
        assert!(words(&html).contains("Long rope · Quantity"), "{}", words(&html));
        assert!(!words(&html).contains("Long rope · Description"), "what only they changed is theirs");
        let choose = |whose: &str| {
            let mut pairs = posted(&html);
            put(&mut pairs, &format!("field.lines.{rope}.quantity"), whose);
            pairs
        };
        let saved = send(world, &ada, &path, &choose("yours"));
        assert_eq!(id_of(&saved), id, "{}", words(&saved.text()));
        let read = world.get(&program, &format!("/api/v1{path}?include=lines")).json();
        let lines: Vec<(&str, i64)> = read["lines"]
            .as_array()
            .expect("lines")
            .iter()
            .map(|line| (line["description"].as_str().unwrap_or(""), line["quantity"].as_i64().unwrap_or(0)))
            .collect();
        assert_eq!(lines, [("Long rope", 4), ("Tent for two", 1), ("Stove", 1)]);

        // A line that somebody took away comes back only if one wants what one changed in it.
        let form = page(world, &ada, &format!("{path}/edit"));
        let gone = world.delete(&program, &format!("/api/v1/opportunity_lines/{rope}"), "*");
        assert_eq!(gone.status.as_u16(), 204);
        let mut pairs = posted(&form);
        put(&mut pairs, &format!("lines.{rope}.quantity"), "40");
        let told = send(world, &ada, &path, &pairs);
        assert!(words(&told.text()).contains("removed"), "{}", words(&told.text()));
        let mut pairs = posted(&told.text());
        put(&mut pairs, &format!("field.lines.{rope}"), "theirs");
        send(world, &ada, &path, &pairs);
        let read = world.get(&program, &format!("/api/v1{path}?include=lines")).json();
        assert_eq!(read["lines"].as_array().map(Vec::len), Some(2), "{read}");
        assert_eq!(
            hidden(&page(world, &ada, &format!("{path}/edit")), "version"),
            read["version"].to_string()
        );
    });
}

#[test]
fn who_may_only_look_at_lines_sees_them_in_the_form_as_texts() {
    on_each(|world| {
        let path = deal(world);
        let kim = world.browser(&world.person_who_may(
            "Kim",
            r#"{"objects": {"opportunity": {"read": "all", "edit": "all"}, "pipeline": {"read": "all"}, "stage": {"read": "all"},
                "opportunity_line": {"read": "all", "edit": "all"}}, "fields": {"opportunity_line": {"unit_price": "read_only", "discount": "hidden"}}}"#,
        ));
        let form = page(world, &kim, &format!("{path}/edit"));
        let rope = key(&form, "Rope");
        assert!(form.contains(&format!("name=\"lines.{rope}.quantity\"")));
        for no in ["unit_price\"", "discount", "lines.lines.add", "lines.lines.remove"] {
            assert!(
                !form.contains(&format!("lines.{rope}.{no}")) && !form.contains(&format!("value=\"{no}")),
                "{no}"
            );
        }
        assert!(words(&form).contains("€ 90.50"), "{}", words(&form));
        // What is posted all the same is refused.
        let mut pairs = posted(&form);
        put(&mut pairs, &format!("lines.{rope}._gone"), "1");
        assert_eq!(send(world, &kim, &path, &pairs).status.as_u16(), 403);
    });
}

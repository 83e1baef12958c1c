//! Finding records by what stands in them, on both databases.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::collections::BTreeSet;

use cordee_base::Id;
use cordee_records::{Actor, Search, system};
use cordee_schema::{
    Catalog, Draft, Field, Object, Value, email, long_text, object, person, phone, serial, text,
};
use support::{World, worlds_of};

const NAME: Field<String> = text("name").required().searched().sorted();
const NOTE: Field<String> = long_text("note").searched();
const MAIL: Field<String> = email("mail").searched();
const PHONE: Field<String> = phone("phone").searched();
const NUMBER: Field<String> = serial("number", "B").searched();
const OWNER: Field<Id> = person("owner").default(cordee_schema::Default::Me);
static BUYER: Object = object("buyer", "buyers")
    .owner("owner")
    .fields(&[NAME.def, NUMBER.def, NOTE.def, MAIL.def, PHONE.def, OWNER.def])
    .mergeable();
static PLACE: Object = object("place", "places").fields(&[NAME.def, NOTE.def]);

fn catalog() -> Catalog {
    Catalog::of(system::objects().into_iter().chain([&BUYER, &PLACE]))
}

fn worlds() -> Vec<World> {
    worlds_of(catalog)
}

impl World {
    fn buyer(&self, name: &str, more: &[(&str, &str)]) -> Id {
        let mut draft = Draft::new(&BUYER).with(NAME, name.to_owned());
        more.iter().for_each(|(field, text)| draft.set(field, Value::Text((*text).to_owned())));
        self.records.write_now(&self.system(), move |gate| gate.create(draft.clone())).expect("created")
    }

    /// The titles that somebody finds.
    fn found_by(&self, actor: &Actor, text: &str) -> Vec<String> {
        let search = Search { text: text.to_owned(), objects: Vec::new(), limit: 1_000 };
        let found = self.records.read_now(actor, move |gate| gate.search(&search)).expect("searched");
        found.into_iter().flat_map(|one| one.hits).map(|hit| hit.title.text).collect()
    }

    fn found(&self, text: &str) -> Vec<String> {
        self.found_by(&self.system(), text)
    }
}

fn id_of(actor: &Actor) -> Id {
    actor.user_id().expect("a person")
}

#[test]
fn records_are_found_in_any_script_and_with_slips_of_the_hand() {
    for world in worlds() {
        for name in [
            "Jürgen Müller",
            "Пётр Щербаков",
            "Ёлкина Анна",
            "王芳",
            "王小明",
            "Acme Corp",
            "Électricité Zola",
            "Григорій Київський",
            "Pat O'Brien",
        ] {
            world.buyer(name, &[]);
        }
        world.buyer("Reach", &[("mail", "anna.smith@north-wind.example"), ("phone", "+33142685300")]);
        let table: [(&str, &[&str]); 24] = [
            ("Muller", &["Jürgen Müller"]),
            ("mueller", &["Jürgen Müller"]),
            ("MÜLLER jür", &["Jürgen Müller"]),
            ("Shcherbakov", &["Пётр Щербаков"]),
            ("щербаков", &["Пётр Щербаков"]),
            ("Scherbakov", &["Пётр Щербаков"]),
            ("елкина", &["Ёлкина Анна"]),
            ("Elkina", &["Ёлкина Анна"]),
            ("王芳", &["王芳"]),
            ("小明", &["王小明"]),
            ("芳王", &[]),
            ("acme crp", &["Acme Corp"]),
            ("acem", &["Acme Corp"]),
            ("electricite", &["Électricité Zola"]),
            ("electrisite", &["Électricité Zola"]),
            ("hryhorii kyiv", &["Григорій Київський"]),
            ("obrien", &["Pat O'Brien"]),
            ("north-wind.example", &["Reach"]),
            ("smith@north", &["Reach"]),
            ("01 42 68 53 00", &["Reach"]),
            ("+33 (0)1 42 68 53 00", &["Reach"]),
            ("685300", &["Reach"]),
            ("nobody", &[]),
            ("\"* OR '&|!:)(", &[]),
        ];
        for (text, wanted) in table {
            assert_eq!(world.found(text), wanted, "{text} on {:?}", world.store.dialect());
        }
        let both: BTreeSet<String> = world.found("王").into_iter().collect();
        assert_eq!(both.len(), 2, "one sign finds all that have it");
    }
}

#[test]
fn numbers_and_ids_lead_to_their_record() {
    for world in worlds() {
        let id = world.buyer("Acme", &[]);
        let number =
            world.records.read_now(&world.system(), move |gate| gate.get(&BUYER, id)).expect("there");
        let number = number.get(NUMBER).expect("a number");
        world.buyer("Other", &[]);
        assert_eq!(world.found(&number), ["Acme"], "{number}");
        assert_eq!(world.found(&id.to_string().to_lowercase()), ["Acme"]);
    }
}

#[test]
fn what_is_written_is_found_and_what_is_gone_is_not() {
    for world in worlds() {
        let id = world.buyer("First", &[("note", "quicksilver")]);
        let update = move |name: &'static str| Draft::new(&BUYER).with(NAME, name.to_owned());
        let system = world.system();
        let write = |draft: Draft| {
            world
                .records
                .write_now(&system, move |gate| gate.update(id, None, draft.clone()))
                .expect("written");
        };
        assert_eq!(world.found("quicksilver"), ["First"]);
        write(update("Second"));
        assert_eq!(world.found("first"), Vec::<String>::new());
        assert_eq!(world.found("second"), ["Second"]);
        assert_eq!(world.found("quicksilver"), ["Second"]);
        world.records.write_now(&system, move |gate| gate.trash(&BUYER, id, None)).expect("gone");
        assert_eq!(world.found("second"), Vec::<String>::new());
        world.records.write_now(&system, move |gate| gate.restore(&BUYER, id)).expect("back");
        assert_eq!(world.found("second"), ["Second"]);
        // Nothing of a write that was refused is found.
        let refused = world.records.rehearse_now(&system, move |gate| gate.create(update("Phantom")));
        assert!(refused.is_ok());
        assert_eq!(world.found("phantom"), Vec::<String>::new());
        world.records.write_now(&system, move |gate| gate.purge(&BUYER, id)).expect("gone for good");
        assert_eq!(world.found("second"), Vec::<String>::new());
    }
}

#[test]
fn a_merged_record_is_found_as_the_other_until_that_is_undone() {
    for world in worlds() {
        let (keep, lose) = (world.buyer("Kept", &[]), world.buyer("Lost", &[("note", "quicksilver")]));
        let system = world.system();
        world.records.write_now(&system, move |gate| gate.merge(&BUYER, keep, lose, &[])).expect("merged");
        assert_eq!(world.found("quicksilver"), ["Kept"]);
        assert_eq!(world.found("lost"), Vec::<String>::new());
        assert_eq!(world.found(&lose.to_string()), ["Kept"], "its id still leads there");
        world.records.write_now(&system, move |gate| gate.unmerge(&BUYER, lose)).expect("undone");
        assert_eq!(world.found("quicksilver"), ["Lost"]);
        assert_eq!(world.found("kept"), ["Kept"]);
    }
}

#[test]
fn titles_and_ones_own_come_first() {
    for world in worlds() {
        let role = world.role("all", r#"{"objects": {"buyer": {"read": "all"}, "user": {"read": "all"}}}"#);
        let me = world.person("Me", role, None);
        world.buyer("Acme Holding", &[]);
        world.buyer("Northern Acme", &[]);
        world.buyer("Someone", &[("note", "knows acme well")]);
        world.buyer("Acme", &[]);
        assert_eq!(world.found("acme"), ["Acme", "Acme Holding", "Northern Acme", "Someone"]);
        let mine = world.buyer("Northern Acme Too", &[]);
        let draft = Draft::new(&BUYER).with(OWNER, id_of(&me));
        world
            .records
            .write_now(&world.system(), move |gate| gate.update(mine, None, draft.clone()))
            .expect("given");
        let found = world.found_by(&me, "northern");
        assert_eq!(found, ["Northern Acme Too", "Northern Acme"]);
    }
}

#[test]
fn nobody_finds_more_than_they_see() {
    for world in worlds() {
        let own = world.role(
            "own",
            r#"{"objects": {"buyer": {"read": "own"}}, "fields": {"buyer": {"note": "hidden"}}}"#,
        );
        let people = [world.person("Anna", own, None), world.person("Ben", own, None)];
        let [anna, ben] = [id_of(&people[0]), id_of(&people[1])];
        let mut draw = support::draw::Draw::new(7);
        const WORDS: [&str; 8] = ["north", "south", "acme", "orbit", "müller", "щербаков", "王芳", "river"];
        let mut word = || WORDS[draw.below(WORDS.len())];
        let mut all: Vec<(Id, Option<Id>, String, String)> = Vec::new();
        let mut drafts = Vec::new();
        for place in 0..700 {
            let owner = [Some(anna), Some(ben), None][place % 3];
            let (name, note) = (format!("{} {} {place}", word(), word()), word().to_owned());
            let mut draft = Draft::new(&BUYER).with(NAME, name.clone()).with(NOTE, note.clone());
            draft.set("owner", owner.map_or(Value::None, Value::Link));
            drafts.push((draft, owner, name, note));
        }
        let system = world.system();
        let made = drafts.clone();
        let ids = world.records.write_now(&system, move |gate| {
            let ready = made.iter().map(|(draft, ..)| gate.prepare(draft.clone(), None, Vec::new()));
            let ready = ready.collect::<Result<Vec<_>, _>>()?;
            let ids: Vec<Id> = ready.iter().map(|one| one.id).collect();
            gate.create_all(ready)?;
            Ok(ids)
        });
        for (id, (_, owner, name, note)) in ids.expect("created").into_iter().zip(drafts) {
            all.push((id, owner, name, note));
        }
        for actor in &people {
            let person = id_of(actor);
            for asked in WORDS {
                let own = all.iter().filter(|(_, owner, ..)| *owner == Some(person));
                // A match in the hidden note must not be found.
                let naive: BTreeSet<&str> = own
                    .filter(|(_, _, name, _)| name.contains(asked))
                    .map(|(_, _, name, _)| name.as_str())
                    .collect();
                let found = world.found_by(actor, asked);
                let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
                assert!(!naive.is_empty());
                assert_eq!(found, naive, "{asked} on {:?}", world.store.dialect());
            }
        }
        let nobody = world.role("nobody", r#"{"objects": {}}"#);
        let nobody = world.person("Nobody", nobody, None);
        assert_eq!(world.found_by(&nobody, "acme"), Vec::<String>::new());
    }
}

#[test]
fn of_what_very_many_have_the_named_so_ones_own_and_the_newest_are_found() {
    for world in worlds() {
        let role = world.role("all", r#"{"objects": {"buyer": {"read": "all"}, "user": {"read": "all"}}}"#);
        let me = world.person("Me", role, None);
        let mine = id_of(&me);
        let names = (0..6_000).map(|place| match place {
            0 => ("Acme".to_owned(), None),
            1 => ("Northern Acme".to_owned(), Some(mine)),
            _ => (format!("Buyer N{place} of Acme"), None),
        });
        let drafts: Vec<Draft> = names
            .map(|(name, owner)| {
                let mut draft = Draft::new(&BUYER).with(NAME, name);
                draft.set("owner", owner.map_or(Value::None, Value::Link));
                draft
            })
            .collect();
        // Each transaction is looked back at: what is frequent is known from then on.
        for some in drafts.chunks(1_500) {
            let some = some.to_vec();
            let create = move |gate: &mut cordee_records::Gate<'_>| {
                let ready = some.iter().map(|draft| gate.prepare(draft.clone(), None, Vec::new()));
                let ready = ready.collect::<Result<Vec<_>, _>>()?;
                gate.create_all(ready)
            };
            world.records.write_now(&world.system(), create).expect("created");
        }
        let search = Search { text: "acme".to_owned(), objects: Vec::new(), limit: 10 };
        let found = world.records.read_now(&me, move |gate| gate.search(&search)).expect("searched");
        let titles: Vec<&str> = found[0].hits.iter().map(|hit| hit.title.text.as_str()).collect();
        assert_eq!(titles[0], "Acme", "on {:?}", world.store.dialect());
        assert_eq!(titles[1], "Northern Acme", "on {:?}", world.store.dialect());
        assert_eq!(titles[2], "Buyer N5999 of Acme", "on {:?}", world.store.dialect());
        assert_eq!((titles.len(), found[0].more), (10, true));
        assert_eq!(world.found_by(&me, "acme n4711"), ["Buyer N4711 of Acme"]);
    }
}

#[test]
fn an_index_that_is_brought_together_finds_the_same() {
    for world in worlds() {
        let gone = world.buyer("Quartz gone", &[]);
        for place in 0..40 {
            world.buyer(&format!("Quartz {place}"), &[]);
        }
        let trash = move |gate: &mut cordee_records::Gate<'_>| gate.trash(&BUYER, gone, None);
        world.records.write_now(&world.system(), trash).expect("in the trash");
        let before = world.found("quartz");
        let pieces = world.records.merge_search().expect("brought together");
        assert_eq!(pieces > 0, world.store.dialect() == cordee_store::Dialect::Sqlite);
        assert_eq!(world.records.merge_search().expect("nothing left to do"), 0);
        assert_eq!((before.len(), world.found("quartz")), (40, before));
    }
}

#[test]
fn an_index_made_anew_finds_the_same() {
    for world in worlds() {
        let system = world.system();
        world.buyer("Jürgen Müller", &[("phone", "+33142685300")]);
        let gone = world.buyer("Müller Gone", &[]);
        world.records.write_now(&system, move |gate| gate.trash(&BUYER, gone, None)).expect("gone");
        let mut told = 0;
        let done = world.records.rebuild_search(|count| told = count).expect("made anew");
        assert_eq!(done, told);
        assert_eq!(world.found("muller"), ["Jürgen Müller"]);
        assert_eq!(world.found("0142685300"), ["Jürgen Müller"]);
        assert_eq!(world.found("mullre"), ["Jürgen Müller"], "misspelt words are known again");
    }
}

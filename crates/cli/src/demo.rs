//! The invented company, brought in through the importer as any other company's files are.

mod history;
pub mod own;
mod sheet;

use std::fs;
use std::path::Path;

use cordee_base::{Id, Problem, Time};
use cordee_features::demo::Company;
use cordee_i18n::Language;
use cordee_kit::{Progress, Registry};
use cordee_records::sign_in::Password;
use cordee_records::system::{user, workspace};
use cordee_records::{Actor, Query, Records};
use cordee_schema::{Draft, Filter, Path as FieldPath, Value};

use crate::trouble::Trouble;

/// The name of the system that the company is invented to come from.
const SOURCE: &str = "demo";
/// When forecasts are due.
const DUE_ON: &str = "friday";
const DUE_AT: Time = Time::constant(17, 0, 0, 0);

/// How many deals are invented, and by which seed: the same seed gives the same company.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// How many deals.
    pub size: usize,
    /// The seed.
    pub seed: u64,
}

/// Where the company is brought in.
pub struct Place<'a> {
    /// The product.
    pub registry: &'a Registry,
    /// The records.
    pub records: &'a Records,
    /// Who brings it in.
    pub actor: &'a Actor,
    /// A folder for the files on their way in; it is made, and it goes when they are in.
    pub folder: &'a Path,
}

impl Place<'_> {
    /// Brings the company in. `watch` is told how far the file of which object has come.
    pub fn fill(&self, wanted: Wanted, watch: &mut dyn FnMut(&str, &Progress)) -> Result<(), Trouble> {
        let home = self.actor.workspace;
        let (today, language) = self.records.read_now(self.actor, move |gate| {
            let home = gate.get(&workspace::WORKSPACE, home)?;
            Ok((gate.today(), home.get(workspace::LANGUAGE)))
        })?;
        let language = language.and_then(|code| Language::from_code(&code)).unwrap_or_default();
        let company = Company::invent(wanted.size, wanted.seed, today, language);
        crate::key::make_folder(self.folder)?;
        for (number, file) in history::joined(company.sheets()).enumerate() {
            let path = self.folder.join(format!("{number:02}-{}.csv", file.object));
            let mapping = file.mapping();
            let object = file.object;
            file.write(&path).map_err(|why| Trouble::file(&path, &why))?;
            self.bring(&path, &mapping, &mut |progress| watch(object, progress))?;
            fs::remove_file(&path).map_err(|why| Trouble::file(&path, &why))?;
        }
        self.ask_for_forecasts()?;
        fs::remove_dir_all(self.folder).map_err(|why| Trouble::file(self.folder, &why))
    }

    /// The invented people submit their forecasts on Fridays; by then they are due, unless another day is set.
    fn ask_for_forecasts(&self) -> Result<(), Trouble> {
        let home = self.actor.workspace;
        self.records.write_now(self.actor, move |gate| {
            if gate.get(&workspace::WORKSPACE, home)?.get(workspace::CALLS_DUE_ON).is_some() {
                return Ok(());
            }
            let due = Draft::new(&workspace::WORKSPACE)
                .with(workspace::CALLS_DUE_ON, DUE_ON.to_owned())
                .with(workspace::CALLS_DUE_AT, DUE_AT);
            gate.update(home, None, due).map(drop)
        })?;
        Ok(())
    }

    fn bring(&self, path: &Path, mapping: &str, watch: &mut dyn FnMut(&Progress)) -> Result<(), Trouble> {
        let imports = self.registry.imports;
        let rejects = path.with_extension("rejected.csv");
        let id = imports.start(self.records, self.actor, path, mapping, &rejects)?;
        let mut on = |progress: &Progress| {
            watch(progress);
            true
        };
        let done = imports.run(self.records, self.actor, id, &mut on)?;
        match done.failed {
            0 => Ok(()),
            some => {
                Err(Problem::internal(format!("{some} invented rows were rejected: {}", rejects.display()))
                    .into())
            }
        }
    }

    /// Lets an administrator of the company sign in with this password; gives the e-mail.
    pub fn admit_administrator(&self, password: &Password) -> Result<String, Trouble> {
        let password = password.clone();
        let email = self.records.write_now(self.actor, move |gate| {
            let none = || Problem::internal("the company has no administrator");
            let role = gate.with_key("administrator")?.ok_or_else(none)?;
            let field = user::USER.field("role").ok_or_else(none)?;
            let theirs = Filter::is(FieldPath::field(&user::USER, field), Value::Link(role));
            let page = gate.list(&Query::of(&user::USER).filter(theirs).limit(1))?;
            let person = page.records.first().ok_or_else(none)?;
            let id: Id = person.head.id;
            gate.set_password(id, &password, None)?;
            person.get(user::EMAIL).ok_or_else(none)
        })?;
        Ok(email)
    }
}

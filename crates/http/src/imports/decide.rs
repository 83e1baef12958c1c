//! What becomes of files that were sent: proposed by the importer, changed by people, shown with what is decided.

use cordee_base::{Fault, Outcome, Problem};
use cordee_kit::{Given, Leg, Look, ReadAs, Wishes};
use cordee_records::Actor;

use super::kept::{Kept, KeptFile};
use super::work::aside;
use crate::App;

/// What somebody decides of a file; what is not said stays as it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Decided {
    /// The object whose records it holds; another one makes the mapping anew.
    pub object: Option<String>,
    /// How it is read; another way makes the mapping anew.
    pub read: Option<ReadAs>,
    /// The whole mapping.
    pub mapping: Option<String>,
    /// Single things of the mapping.
    pub wishes: Wishes,
}

/// A file with what it looks like by what is decided of it, or why it can't be read so.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The file.
    pub file: KeptFile,
    /// What it looks like; none while nobody knows whose records it holds.
    pub look: Result<Option<Look>, Problem>,
}

/// Proposes what each file that was just sent is: of this object, if it is said, else of the one that is recognised.
pub(crate) async fn propose(app: &App, actor: &Actor, mut kept: Kept, object: String) -> Outcome<Kept> {
    let (app, actor) = (app.clone(), actor.clone());
    aside(move || {
        let imports = app.registry().imports;
        let catalog = app.records().catalog_now(&actor)?;
        for number in 0..kept.files.len() {
            let path = kept.path(&kept.files[number]);
            let object = match object.as_str() {
                "" => imports.recognise(app.records(), &actor, &path, &ReadAs::default()),
                name => catalog.named(name).map_err(Problem::from),
            };
            let looked = object.and_then(|object| {
                kept.files[number].object = object.name.to_owned();
                let look = imports.look(app.records(), &actor, object, &path, &ReadAs::default())?;
                settled(&app, &actor, look)
            });
            match looked {
                Ok((mapping, header)) => {
                    kept.files[number] = KeptFile { mapping, header, ..kept.files[number].clone() };
                }
                // What can't be told, or not be read, is shown beside the file.
                Err(Problem::Invalid(_)) => {}
                Err(other) => return Err(other),
            }
        }
        kept.save()?;
        Ok(kept)
    })
    .await
}

/// Decides something of a file, and keeps it.
pub(crate) async fn decide(
    app: &App,
    actor: &Actor,
    mut kept: Kept,
    number: usize,
    decided: Decided,
) -> Outcome<Kept> {
    let (app, actor) = (app.clone(), actor.clone());
    aside(move || {
        let file = kept.file(number)?.clone();
        let path = kept.path(&file);
        let (imports, records) = (app.registry().imports, app.records());
        let catalog = records.catalog_now(&actor)?;
        let object = decided.object.as_ref().filter(|object| **object != file.object);
        let anew = object.is_some() || decided.read.is_some() || file.mapping.is_empty();
        let (mapping, header) = match (&decided.mapping, anew) {
            (Some(mapping), _) => (mapping.clone(), Vec::new()),
            (None, true) => {
                let name = object.unwrap_or(&file.object);
                if name.is_empty() {
                    return Err(Fault::at("object", "error-required").into());
                }
                let read = decided.read.clone().unwrap_or_default();
                let look = imports.look(records, &actor, catalog.named(name)?, &path, &read)?;
                settled(&app, &actor, look)?
            }
            (None, false) => (file.mapping.clone(), file.header.clone()),
        };
        let header = match header.is_empty() {
            true => imports.review(records, &actor, &path, &mapping)?.header(),
            false => header,
        };
        let mapping = imports.settle(catalog, &mapping, &header, &decided.wishes)?;
        let look = imports.review(records, &actor, &path, &mapping)?;
        let (object, header) = (look.object.name.to_owned(), look.header());
        *kept.file_mut(number)? = KeptFile { object, mapping, header, ..file };
        kept.save()?;
        Ok(kept)
    })
    .await
}

/// All files as they look by now.
pub(crate) async fn see(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Seen>> {
    let (app, actor, kept) = (app.clone(), actor.clone(), kept.clone());
    aside(move || kept.files.iter().map(|file| seen(&app, &actor, &kept, file)).collect()).await
}

/// One of them.
pub(crate) async fn see_one(app: &App, actor: &Actor, kept: &Kept, number: usize) -> Outcome<Seen> {
    let (app, actor, kept) = (app.clone(), actor.clone(), kept.clone());
    aside(move || seen(&app, &actor, &kept, kept.file(number)?)).await
}

fn seen(app: &App, actor: &Actor, kept: &Kept, file: &KeptFile) -> Outcome<Seen> {
    let (imports, records, path) = (app.registry().imports, app.records(), kept.path(file));
    let look = match (file.mapping.is_empty(), file.object.is_empty()) {
        (false, _) => imports.review(records, actor, &path, &file.mapping).map(Some),
        (true, false) => {
            let object = records.catalog_now(actor)?.named(&file.object)?;
            imports.look(records, actor, object, &path, &ReadAs::default()).map(Some)
        }
        // Looked at for what it says of the file itself.
        (true, true) => match imports.recognise(records, actor, &path, &ReadAs::default()) {
            Err(Problem::Invalid(faults)) if faults.iter().any(|fault| fault.key != "error-file-object") => {
                Err(Problem::Invalid(faults))
            }
            Err(problem @ Problem::Internal(_)) => return Err(problem),
            _ => Ok(None),
        },
    };
    Ok(Seen { file: file.clone(), look })
}

/// In which order the files come in. A single file comes in by its own mapping.
pub(crate) async fn legs(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Leg>> {
    let (app, actor, kept) = (app.clone(), actor.clone(), kept.clone());
    aside(move || legs_now(&app, &actor, &kept)).await
}

fn legs_now(app: &App, actor: &Actor, kept: &Kept) -> Outcome<Vec<Leg>> {
    let catalog = app.records().catalog_now(actor)?;
    let open = |file: &&KeptFile| file.mapping.is_empty();
    if let Some(file) = kept.files.iter().find(open) {
        return Err(file.unknown().into());
    }
    if let [file] = &kept.files[..] {
        let (object, mapping) = (catalog.named(&file.object)?, file.mapping.clone());
        let alone = mapping.clone();
        return Ok(vec![Leg { object, file: kept.path(file), mapping, again: false, alone }]);
    }
    let given = |file: &KeptFile| Given { mapping: Some(file.mapping.clone()), ..Given::of(kept.path(file)) };
    let given: Vec<Given> = kept.files.iter().map(given).collect();
    let imports = app.registry().imports;
    imports.arrange(app.records(), actor, &given, &ReadAs::default(), &Wishes::default())
}

/// A mapping with what is decided where nobody decides, and the heads of the columns.
fn settled(app: &App, actor: &Actor, look: Look) -> Outcome<(String, Vec<String>)> {
    let catalog = app.records().catalog_now(actor)?;
    let header = look.header();
    let mapping = app.registry().imports.settle(catalog, &look.mapping, &header, &look.wishes())?;
    Ok((mapping, header))
}

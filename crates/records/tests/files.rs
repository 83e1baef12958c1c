//! Files about records: swept when nothing speaks of them any more, back in time when they come in again, and brought
//! over whole by an archive, from either database to either.

#[expect(dead_code, reason = "each file of tests uses its part of the world")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use cordee_base::{Id, Problem};
use cordee_records::{FileLimits, Files, Records, SweptFiles, check_archive};
use cordee_schema::Draft;
use support::{World, bare, company, worlds};

/// A world whose files lie in a folder.
struct Shelf {
    world: World,
    records: Records,
    folder: tempfile::TempDir,
}

fn shelves() -> impl Iterator<Item = Shelf> {
    worlds().into_iter().map(|world| {
        let folder = tempfile::tempdir().expect("a folder");
        let records = world.records.clone().keeping(Files::in_folder(folder.path(), FileLimits::default()));
        Shelf { world, records, folder }
    })
}

impl Shelf {
    fn company(&self, name: &str) -> Id {
        let name = name.to_owned();
        let made = move |gate: &mut cordee_records::Gate<'_>| {
            gate.create(Draft::new(&company::COMPANY).with(company::NAME, name.clone()))
        };
        self.records.write_now(&self.world.system(), made).expect("a company")
    }

    fn attach(&self, to: Id, name: &str, bytes: &[u8]) -> Id {
        let system = self.world.system();
        let room = self.records.read_now(&system, |gate| gate.room_for_files()).expect("room");
        let mut receiving = self.records.receive(name, room).expect("begun");
        bytes.chunks(7).for_each(|piece| receiving.write(piece).expect("taken in"));
        let received = vec![receiving.finish().expect("whole")];
        let kept = self.records.keep_files_now(self.world.workspace, received).expect("kept");
        let added = self.records.write_now(&system, move |gate| gate.attach(&company::COMPANY, to, &kept));
        added.expect("added")[0]
    }

    fn sweep(&self) -> SweptFiles {
        self.records.sweep_attachments(self.world.workspace).expect("swept")
    }
}

fn read(records: &Records, world: &World, id: Id) -> Result<Vec<u8>, Problem> {
    let content = records.read_now(&world.system(), move |gate| gate.attachment_content(id))?;
    content.piece(0, content.attachment.bytes)
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let below = |path: PathBuf| if path.is_dir() { files(&path) } else { vec![path] };
    entries.flat_map(|entry| below(entry.path())).collect()
}

#[test]
fn what_nothing_speaks_of_goes_after_a_week_of_grace_and_no_sooner() {
    for shelf in shelves() {
        let (system, acme) = (shelf.world.system(), shelf.company("Acme"));
        let one = shelf.attach(acme, "one.txt", b"the same");
        let two = shelf.attach(acme, "two.txt", b"the same");
        assert_eq!(files(shelf.folder.path()).len(), 1);
        shelf.records.write_now(&system, move |gate| gate.detach(one)).expect("removed");
        assert_eq!(shelf.sweep(), SweptFiles::default());
        // A month later the removed one goes; the other speaks of the content still.
        shelf.world.at("2027-01-02T09:00:00Z");
        assert_eq!(shelf.sweep(), SweptFiles { attachments: 1, ..SweptFiles::default() });
        assert_eq!(read(&shelf.records, &shelf.world, two).expect("there"), b"the same");
        shelf.records.write_now(&system, move |gate| gate.purge(&company::COMPANY, acme)).expect("purged");
        assert_eq!(shelf.sweep(), SweptFiles::default(), "the grace begins");
        shelf.world.at("2027-01-08T09:00:00Z");
        assert_eq!(shelf.sweep(), SweptFiles::default());
        // The same content comes in again within it, and stays.
        let three = shelf.attach(shelf.company("Globex"), "three.txt", b"the same");
        shelf.world.at("2027-02-08T09:00:00Z");
        assert_eq!(shelf.sweep(), SweptFiles::default());
        assert_eq!(read(&shelf.records, &shelf.world, three).expect("there"), b"the same");
        shelf.records.write_now(&system, move |gate| gate.detach(three)).expect("removed");
        shelf.world.at("2027-04-08T09:00:00Z");
        assert_eq!(shelf.sweep().attachments, 1);
        shelf.world.at("2027-04-16T09:00:00Z");
        assert_eq!(shelf.sweep(), SweptFiles { contents: 1, ..SweptFiles::default() });
        assert!(files(shelf.folder.path()).is_empty());
    }
}

#[test]
fn an_upload_that_broke_off_is_nowhere_and_strays_are_swept() {
    for shelf in shelves() {
        let system = shelf.world.system();
        let room = shelf.records.read_now(&system, |gate| gate.room_for_files()).expect("room");
        let mut broken = shelf.records.receive("a.txt", room).expect("begun");
        broken.write(b"half").expect("taken in");
        assert_eq!(files(shelf.folder.path()).len(), 1);
        drop(broken);
        assert!(files(shelf.folder.path()).is_empty());
        // What a crash leaves: bytes on their way, and bytes whose row was never written or is gone already.
        let home = shelf.folder.path().join("blobs").join(shelf.world.workspace.to_string()).join("ab");
        fs::create_dir_all(&home).expect("a folder");
        fs::write(home.join("abcd.1"), b"stray").expect("written");
        fs::write(shelf.folder.path().join("incoming").join("dead"), b"half").expect("written");
        let kept = shelf.attach(shelf.company("Acme"), "a.txt", b"kept");
        shelf.world.at("2100-01-01T00:00:00Z");
        assert_eq!(shelf.sweep(), SweptFiles { strays: 2, ..SweptFiles::default() });
        assert_eq!(read(&shelf.records, &shelf.world, kept).expect("there"), b"kept");
    }
}

#[test]
fn an_archive_brings_files_over_from_either_database_to_either() {
    for shelf in shelves() {
        let acme = shelf.company("Acme");
        let long: Vec<u8> = (0..3_000_000_u32).map(|at| (at % 251) as u8).collect();
        let (small, large) = (shelf.attach(acme, "a.txt", b"small"), shelf.attach(acme, "b.dat", &long));
        let lost = shelf.attach(acme, "lost.txt", b"lost");
        let place = files(shelf.folder.path())
            .into_iter()
            .find(|path| fs::metadata(path).is_ok_and(|about| about.len() == 4));
        fs::remove_file(place.expect("its bytes")).expect("removed");
        assert_eq!(shelf.records.examine_files().expect("looked").lost, 1);
        let archive = shelf.folder.path().join("all.tar.gz");
        let manifest = shelf.records.back_up(&archive, true, "a test", |_| {}).expect("an archive");
        assert_eq!((manifest.files(), manifest.missing()), (2, 1));
        let checked = check_archive(&archive).expect("sound");
        for target in bare() {
            let folder = tempfile::tempdir().expect("a folder");
            let empty = target.records.keeping(Files::in_folder(folder.path(), FileLimits::default()));
            empty.restore(&archive, &checked, false, |_| {}).expect("restored");
            assert!(empty.compare(&checked).expect("compared").is_some());
            assert_eq!(read(&empty, &shelf.world, small).expect("there"), b"small");
            assert!(read(&empty, &shelf.world, lost).is_err());
            let content = empty
                .read_now(&shelf.world.system(), move |gate| gate.attachment_content(large))
                .expect("there");
            let (mut at, mut back) = (0, Vec::new());
            while at < content.attachment.bytes {
                let piece = content.piece(at, content.attachment.bytes).expect("read");
                assert!(piece.len() <= 1 << 20 && !piece.is_empty(), "never whole in memory");
                at += piece.len() as u64;
                back.extend(piece);
            }
            assert!(back == long);
        }
        // One byte of a file changed on the way is found.
        let mut bytes = fs::read(&archive).expect("read");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&archive, bytes).expect("written");
        assert!(check_archive(&archive).is_err());
    }
}

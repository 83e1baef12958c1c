//! The tables that are the engine's own and no object's.

use cordee_schema::{Catalog, ColumnType};
use cordee_store::table::{self, Index, Over, Table};

/// The journal.
pub(crate) const JOURNAL: &str = "journal";
/// The values of its entries.
pub(crate) const JOURNAL_VALUES: &str = "journal_values";
/// The number and hash of the last entry of each workspace.
pub(crate) const JOURNAL_HEAD: &str = "journal_head";
/// The counters of numbers for people.
pub(crate) const COUNTER: &str = "counter";
/// Where merged records went.
pub(crate) const FORWARD: &str = "forward";
/// What opens a session, a token or a page for once: the digests of their secrets, over all workspaces.
pub(crate) const CREDENTIAL: &str = "credential";
/// Which user of which workspace signs in with an e-mail, over all workspaces.
pub(crate) const LOGIN: &str = "login";
/// Failed sign-ins, by account and by address.
pub(crate) const THROTTLE: &str = "throttle";
/// The second factor of those who have one, or are about to; its secret is sealed.
pub(crate) const FACTOR: &str = "factor";
/// What opens instead of the second factor, each once; digests only.
pub(crate) const RECOVERY_CODE: &str = "recovery_code";

/// The queue of what is done without anybody waiting.
pub(crate) const JOB: &str = "job";
/// When what is done again and again is due next.
pub(crate) const SCHEDULE: &str = "schedule";
/// How far each reader of the journal has come.
pub(crate) const READER: &str = "journal_reader";

/// What was answered to requests that may be sent again.
pub(crate) const ANSWER: &str = "answer";
/// Where the bytes of files lie, by their digest: each with the number in its key, and since when nothing uses it.
pub(crate) const BLOB: &str = "blob";
/// The words by which misspelt ones are told: by their length, from their beginning and from their end.
pub(crate) const SEARCH_WORD: &str = "search_word";

/// Which records have which tags: made of what stands in their fields, for filters.
pub(crate) const TAGGED: &str = "tagged";
/// Which records, and which versions of records, link to which others by fields of links to many: made of what stands in
/// those fields, for filters and for the other side.
pub(crate) const LINKED: &str = "linked";

/// The columns of the journal, in order.
pub(crate) const JOURNAL_COLUMNS: [&str; 12] = [
    "workspace_id",
    "seq",
    "at",
    "actor",
    "reason",
    "door",
    "import",
    "object",
    "record",
    "verb",
    "digest",
    "hash",
];

/// All tables that this version of Cordee needs.
pub fn tables(catalog: &Catalog) -> Vec<Table> {
    let mut tables: Vec<Table> = catalog.objects().flat_map(table::of).collect();
    tables.extend(own());
    tables
}

fn own() -> Vec<Table> {
    use ColumnType::{Bytes, Int, Moment, Text};
    let mut journal = table(
        JOURNAL,
        &[
            ("workspace_id", Int, true),
            ("seq", Int, true),
            ("at", Moment, true),
            ("actor", Int, false),
            ("reason", Text, true),
            ("door", Text, true),
            ("import", Int, false),
            ("object", Text, true),
            ("record", Int, true),
            ("verb", Text, true),
            ("digest", Bytes, true),
            ("hash", Bytes, true),
        ],
        &["workspace_id", "seq"],
    );
    journal.indexes.push(Index {
        name: "journal_record".to_owned(),
        columns: ["workspace_id", "record", "seq"].map(str::to_owned).to_vec(),
        unique: false,
        over: Over::All,
    });
    let mut credential = table(
        CREDENTIAL,
        &[
            ("digest", Bytes, true),
            ("workspace_id", Int, true),
            ("id", Int, true),
            ("kind", Text, true),
            ("ends_at", Moment, false),
        ],
        &["digest"],
    );
    credential.indexes.push(Index {
        name: "credential_owner".to_owned(),
        columns: ["workspace_id", "id"].map(str::to_owned).to_vec(),
        unique: false,
        over: Over::All,
    });
    let mut throttle =
        table(THROTTLE, &[("name", Text, true), ("failures", Int, true), ("until", Moment, true)], &["name"]);
    throttle.indexes.push(Index {
        name: "throttle_until".to_owned(),
        columns: vec!["until".to_owned()],
        unique: false,
        over: Over::All,
    });
    vec![
        journal,
        table(
            JOURNAL_VALUES,
            &[("workspace_id", Int, true), ("seq", Int, true), ("salt", Bytes, false), ("body", Text, false)],
            &["workspace_id", "seq"],
        ),
        table(
            JOURNAL_HEAD,
            &[("workspace_id", Int, true), ("seq", Int, true), ("hash", Bytes, true)],
            &["workspace_id"],
        ),
        table(
            COUNTER,
            &[("workspace_id", Int, true), ("name", Text, true), ("last", Int, true)],
            &["workspace_id", "name"],
        ),
        table(
            FORWARD,
            &[("workspace_id", Int, true), ("id", Int, true), ("object", Text, true), ("to_id", Int, true)],
            &["workspace_id", "id"],
        ),
        table(
            crate::access::EPOCH_TABLE,
            &[("workspace_id", Int, true), ("epoch", Int, true), ("shares", Int, true)],
            &["workspace_id"],
        ),
        credential,
        table(
            LOGIN,
            &[("email", Text, true), ("workspace_id", Int, true), ("user_id", Int, true)],
            &["email"],
        ),
        throttle,
        answer(),
        job(),
        table(
            SCHEDULE,
            &[("workspace_id", Int, true), ("name", Text, true), ("due_at", Moment, true)],
            &["workspace_id", "name"],
        ),
        table(
            READER,
            &[("workspace_id", Int, true), ("name", Text, true), ("seq", Int, true)],
            &["workspace_id", "name"],
        ),
        table(
            FACTOR,
            &[
                ("workspace_id", Int, true),
                ("user_id", Int, true),
                ("secret", Bytes, true),
                ("on_since", Moment, false),
                ("last_step", Int, true),
            ],
            &["workspace_id", "user_id"],
        ),
        table(
            RECOVERY_CODE,
            &[("workspace_id", Int, true), ("user_id", Int, true), ("digest", Bytes, true)],
            &["workspace_id", "digest"],
        ),
        search_word(),
        table(
            BLOB,
            &[
                ("workspace_id", Int, true),
                ("digest", Text, true),
                ("number", Int, true),
                ("bytes", Int, true),
                ("unused_since", Moment, false),
            ],
            &["workspace_id", "digest"],
        ),
        linked(),
        table(
            TAGGED,
            &[("workspace_id", Int, true), ("of", Text, true), ("name", Text, true), ("record", Int, true)],
            &["workspace_id", "of", "name", "record"],
        ),
    ]
}

fn linked() -> Table {
    use ColumnType::{Int, Text};
    let mut linked = table(
        LINKED,
        &[("workspace_id", Int, true), ("of", Text, true), ("target", Int, true), ("holder", Int, true)],
        &["workspace_id", "of", "target", "holder"],
    );
    linked.indexes.push(Index {
        name: "linked_holder".to_owned(),
        columns: ["workspace_id", "of", "holder", "target"].map(str::to_owned).to_vec(),
        unique: false,
        over: Over::All,
    });
    linked
}

fn answer() -> Table {
    use ColumnType::{Bytes, Int, Moment, Text};
    let mut answer = table(
        ANSWER,
        &[
            ("workspace_id", Int, true),
            ("name", Text, true),
            ("at", Moment, true),
            ("digest", Bytes, true),
            ("body", Text, true),
        ],
        &["workspace_id", "name"],
    );
    answer.indexes.push(Index {
        name: "answer_at".to_owned(),
        columns: ["workspace_id", "at"].map(str::to_owned).to_vec(),
        unique: false,
        over: Over::All,
    });
    answer
}

fn search_word() -> Table {
    use ColumnType::{Int, Text};
    let mut words = table(
        SEARCH_WORD,
        &[("workspace_id", Int, true), ("size", Int, true), ("word", Text, true), ("back", Text, true)],
        &["workspace_id", "size", "word"],
    );
    words.indexes.push(Index {
        name: "search_word_back".to_owned(),
        columns: ["workspace_id", "size", "back", "word"].map(str::to_owned).to_vec(),
        unique: false,
        over: Over::All,
    });
    words
}

fn job() -> Table {
    use ColumnType::{Int, Moment, Text};
    let mut job = table(
        JOB,
        &[
            ("workspace_id", Int, true),
            ("id", Int, true),
            ("queue", Text, true),
            ("kind", Text, true),
            ("lane", Text, false),
            ("once", Text, false),
            ("payload", Text, true),
            ("state", Text, true),
            ("due_at", Moment, true),
            ("lease", Int, false),
            ("tries", Int, true),
            ("told", Text, false),
            ("created_at", Moment, true),
            ("ended_at", Moment, false),
        ],
        &["workspace_id", "id"],
    );
    let index = |name: &str, columns: &[&str]| Index {
        name: format!("job_{name}"),
        columns: columns.iter().map(|column| (*column).to_owned()).collect(),
        unique: false,
        over: Over::All,
    };
    job.indexes.extend([
        index("due", &["workspace_id", "state", "queue", "due_at"]),
        index("lane", &["workspace_id", "lane", "id"]),
        index("once", &["workspace_id", "once", "state"]),
        index("ended", &["workspace_id", "state", "ended_at"]),
    ]);
    job
}

fn table(name: &str, columns: &[(&str, ColumnType, bool)], key: &[&str]) -> Table {
    Table {
        name: name.to_owned(),
        columns: columns.iter().map(|(name, kind, filled)| ((*name).to_owned(), *kind, *filled)).collect(),
        key: key.iter().map(|name| (*name).to_owned()).collect(),
        indexes: Vec::new(),
    }
}

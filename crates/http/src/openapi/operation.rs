//! One thing that can be asked of the API, as plain values.

use serde_json::{Value as Json, json};

/// One operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// What it is about: the plural of an object, or a word of the engine's.
    pub group: &'static str,
    /// Its name in code that is generated: `listAccounts`.
    pub id: String,
    /// `GET`, `POST`, `PATCH` or `DELETE`.
    pub method: &'static str,
    /// The path, with `{id}` where something is put in.
    pub path: String,
    /// What it does, in a few words.
    pub summary: String,
    /// What it takes beside the body.
    pub parameters: Vec<Parameter>,
    /// The schema of its body, if it has one, and an example.
    pub body: Option<(Json, Json)>,
    /// Whether it takes files: as parts of a form, or one as the body.
    pub takes_files: bool,
    /// What comes back.
    pub answer: Answered,
    /// Whether 201 may come in place of 200, for what is new.
    pub or_new: bool,
    /// The other statuses it may have, beside those that any may have.
    pub refusals: &'static [u16],
}

/// What comes back when all is well.
#[derive(Clone, Debug)]
pub struct Answered {
    /// The status.
    pub status: u16,
    /// What it means.
    pub meaning: &'static str,
    /// The schema of the body, if there is one.
    pub schema: Option<Json>,
    /// Whether the version comes along as `ETag`.
    pub tagged: bool,
    /// Whether the bytes of a file come back.
    pub bytes: bool,
}

/// Something in the path, the query or a header.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name.
    pub name: &'static str,
    /// `path`, `query` or `header`.
    pub place: &'static str,
    /// What it means.
    pub meaning: String,
    /// Its schema.
    pub schema: Json,
    /// Whether it has to be there.
    pub required: bool,
    /// An example, if one helps.
    pub example: Option<Json>,
}

/// What any operation may be answered: nobody is signed in, our own failure, too much at once.
const ALWAYS: [u16; 3] = [401, 500, 503];
/// What a change may be answered: what can't be read, a right that is missing, a disk that is full.
const CHANGES: [u16; 3] = [400, 403, 507];
/// What a POST may be answered: a key in use, a body that is too large or is no JSON, what can't be done.
const POSTS: [u16; 4] = [409, 413, 415, 422];

impl Operation {
    /// All statuses with which it may be refused, in order.
    pub fn refused_with(&self) -> Vec<u16> {
        let changes = if self.method == "GET" { &[][..] } else { &CHANGES };
        let posts = if self.method == "POST" { &POSTS[..] } else { &[] };
        let all = self.refusals.iter().chain(&ALWAYS).chain(changes).chain(posts);
        let mut all: Vec<u16> = all.copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Answered {
    /// 200 with a body of this schema.
    pub(super) fn with(meaning: &'static str, schema: Json) -> Answered {
        Answered { status: 200, meaning, schema: Some(schema), tagged: false, bytes: false }
    }

    /// 204 without a body.
    pub(super) fn nothing(meaning: &'static str) -> Answered {
        Answered { status: 204, meaning, schema: None, tagged: false, bytes: false }
    }

    /// 200 with the bytes of a file.
    pub(super) fn bytes(meaning: &'static str) -> Answered {
        Answered { status: 200, bytes: true, ..Answered::nothing(meaning) }
    }

    /// The same with the version as `ETag`.
    pub(super) fn tagged(mut self) -> Answered {
        self.tagged = true;
        self
    }

    /// The same with another status.
    pub(super) fn status(mut self, status: u16) -> Answered {
        self.status = status;
        self
    }
}

/// A reference to a schema of the document.
pub(super) fn schema(name: &str) -> Json {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

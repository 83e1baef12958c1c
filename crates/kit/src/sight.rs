//! Shares, and why somebody can see a record: as JSON, and as the sentences that people read.

use cordee_base::Moment;
use cordee_records::{Reason, SeenBy, ShareInfo, SharedWith, Sight};
use serde_json::{Value as Json, json};

/// A sentence to be said: its key, what stands in it, and the moment it speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The key of the words.
    pub key: String,
    /// Names that stand in it.
    pub names: Vec<(&'static str, String)>,
    /// `$until`, if something ends.
    pub until: Option<Moment>,
}

/// A share.
pub fn share_json(share: &ShareInfo) -> Json {
    let with = |wanted: &str| {
        let is = share.with.field() == wanted;
        is.then(|| json!({"id": share.with.id().to_string(), "name": share.name}))
    };
    json!({
        "id": share.id.to_string(),
        "user": with("user"),
        "team": with("team"),
        "level": if share.edit { "edit" } else { "read" },
        "until": share.until.map(|until| until.to_string()),
        "shared_by": share.by.as_ref().map(|(id, name)| json!({"id": id.to_string(), "name": name})),
        "since": share.since.to_string(),
    })
}

/// What somebody may do with a record, and why.
pub fn sight_json(sight: &Sight) -> Json {
    let named = |one: &Option<(cordee_base::Id, Option<String>)>| {
        one.as_ref().map(|(id, name)| json!({"id": id.to_string(), "name": name}))
    };
    let rights: Json = cordee_records::Right::ALL
        .iter()
        .filter(|(name, _)| *name != "create")
        .map(|(name, right)| ((*name).to_owned(), sight.may(*right).into()))
        .collect::<serde_json::Map<String, Json>>()
        .into();
    json!({
        "rights": rights,
        "role": named(&sight.role),
        "team": named(&sight.team),
        "owner": named(&sight.owner),
        "reasons": sight.reasons.iter().map(reason_json).collect::<Vec<_>>(),
        "why_not": sight.lack.map(|lack| lack.name()),
        "hidden": sight.hidden.iter().map(|field| field.name).collect::<Vec<_>>(),
        "read_only": sight.read_only.iter().map(|field| field.name).collect::<Vec<_>>(),
    })
}

fn reason_json(reason: &Reason) -> Json {
    let rights: Vec<&str> = reason.rights.iter().map(|right| right.name()).collect();
    let mut told = json!({"by": reason.by.name(), "rights": rights});
    match &reason.by {
        SeenBy::Shared(share) => told["share"] = share_json(share),
        SeenBy::Whole(object, id, title) => {
            told["whole"] = json!({"object": object.name, "id": id.to_string(), "title": title});
        }
        SeenBy::All | SeenBy::Own | SeenBy::Team => {}
    }
    told
}

/// The reasons why somebody can see a record, one sentence each; or the one why they can't.
pub fn sight_sentences(sight: &Sight) -> Vec<Sentence> {
    let name = |one: &Option<(cordee_base::Id, Option<String>)>| {
        one.as_ref().and_then(|(_, name)| name.clone()).unwrap_or_else(|| "–".to_owned())
    };
    let place =
        || vec![("role", name(&sight.role)), ("team", name(&sight.team)), ("owner", name(&sight.owner))];
    if let Some(lack) = sight.lack {
        let key = format!("access-not-{}", lack.name().trim_start_matches("not_").replace('_', "-"));
        return vec![Sentence { key, names: place(), until: None }];
    }
    let said = |reason: &Reason| match &reason.by {
        SeenBy::Shared(share) => {
            let ends = if share.until.is_some() { "-until" } else { "" };
            let with = match share.with {
                SharedWith::User(_) => "access-by-share",
                SharedWith::Team(_) => "access-by-team-share",
            };
            let by = share.by.as_ref().and_then(|(_, name)| name.clone());
            let names = vec![
                ("by", by.unwrap_or_else(|| "–".to_owned())),
                ("with", share.name.clone().unwrap_or_else(|| "–".to_owned())),
            ];
            Sentence { key: format!("{with}{ends}"), names, until: share.until }
        }
        SeenBy::Whole(_, id, title) => {
            let title = title.clone().unwrap_or_else(|| id.to_string());
            Sentence { key: "access-by-whole".to_owned(), names: vec![("title", title)], until: None }
        }
        by => Sentence { key: format!("access-by-{}", by.name()), names: place(), until: None },
    };
    sight.reasons.iter().map(said).collect()
}

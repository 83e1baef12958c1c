//! What the page of a record shows besides what every such page does: declared by the feature whose records they are.

use cordee_base::{Id, Moment, Outcome};
use cordee_records::Gate;
use cordee_schema::Record;
use cordee_ui::Tone;

use crate::{Along, List, People, Tell};

/// The page of the records of one object.
#[derive(Clone, Copy, Debug)]
pub struct Portrait {
    /// The object.
    pub object: &'static str,
    /// The verbs that bring a record to its end, and how each end is meant: they stand first in the head.
    pub ends: &'static [(&'static str, Tone)],
    /// What is to be done next, on top of the page.
    pub next: Option<Next>,
    /// What one should know where it stands, beside it.
    pub guide: Option<Guide>,
    /// The people around a record, as a map.
    pub circle: Option<Circle>,
    /// What else is known about it, as short lists in which more is written down.
    pub known: &'static [Known],
    /// What is told below its head.
    pub tells: &'static [Tell],
    /// The way that it goes by a choice, where it has no board to go along.
    pub along: Option<Along>,
    /// The fields by which one reaches whom it is about.
    pub reach: &'static [&'static str],
    /// The people that belong to it.
    pub people: Option<People>,
    /// Some of what links to it, in columns of its own.
    pub lists: &'static [List],
    /// The link to what it belongs to, of its own object.
    pub tree: Option<&'static str>,
}

/// What is to be done next with a record, and when.
#[derive(Clone, Copy, Debug)]
pub struct Next {
    /// The text that says what.
    pub what: &'static str,
    /// The date that says when.
    pub when: &'static str,
    /// While a record is like this, something must come next; in the filter language.
    pub going: &'static str,
    /// The verb by which it is done; it asks what comes then.
    pub done: &'static str,
    /// The verb by which it is planned.
    pub plan: &'static str,
    /// Those of the object's signs that the strip says itself.
    pub told: &'static [&'static str],
}

/// What one should know where a record stands: texts of what it links to. The word `OBJECT-guide` of what is linked to
/// heads them, with its `name`.
#[derive(Clone, Copy, Debug)]
pub struct Guide {
    /// The link.
    pub by: &'static str,
    /// The text that says what it is about.
    pub about: &'static str,
    /// The text that says what to do.
    pub steps: &'static str,
}

/// The people around a record: who plays which part. Words of the object of its members say the rest:
/// `MEMBER-map-COLUMN` heads a column, `MEMBER-lacks-NAME` tells what is missing, `MEMBER-mend-NAME` what mends it.
#[derive(Clone, Copy, Debug)]
pub struct Circle {
    /// The object of its members, which are parts of the record.
    pub members: &'static str,
    /// Their link to the person.
    pub person: &'static str,
    /// The choice of the part that they play.
    pub part: &'static str,
    /// The choice of how much their word counts, the most first.
    pub weight: &'static str,
    /// The choice of where they stand.
    pub stance: &'static str,
    /// The link to the person behind them, for whoever stands before somebody.
    pub before: &'static str,
    /// Whatever else is known of them.
    pub note: &'static str,
    /// The columns of the map by name, and the parts in each.
    pub columns: &'static [(&'static str, &'static [&'static str])],
    /// What the person does.
    pub does: &'static str,
    /// When one was last in touch with the person: a roll-up of what is done with people.
    pub met: &'static str,
    /// A link that the person and the record both have: people with the same are offered to be added.
    pub from: &'static str,
    /// What is missing.
    pub lacks: fn(&mut Gate<'_>, &Record, &[Member]) -> Outcome<Vec<Lack>>,
}

/// Somebody around a record.
#[derive(Clone, Debug)]
pub struct Member {
    /// The record that says so.
    pub record: Record,
    /// The person; none if one may not see them.
    pub person: Option<Id>,
    /// When one was last in touch with them; none if one may not know.
    pub met: Option<Met>,
}

/// When one was last in touch with somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Then.
    At(Moment),
    /// Never yet.
    Never,
}

/// Something that is missing around a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Lack {
    /// The name, of which its words are made.
    pub name: &'static str,
    /// How bad it is.
    pub tone: Tone,
    /// The member whom it is about, by place.
    pub who: Option<usize>,
    /// For so many days.
    pub days: Option<i64>,
    /// What mends it.
    pub mend: Mend,
}

/// What mends something that is missing.
#[derive(Clone, Debug, PartialEq)]
pub enum Mend {
    /// Somebody is added, in this part if one is named.
    Add(Option<&'static str>),
    /// A record of this object is changed.
    Change(&'static str, Id),
    /// A record of this object is made that begins with these texts.
    Make(&'static str, Vec<(&'static str, String)>),
}

/// What else is known about a record, as a short list.
#[derive(Clone, Copy, Debug)]
pub enum Known {
    /// Records that are parts of it.
    Parts(Parts),
    /// Records to which it has links.
    Linked(Linked),
}

/// Parts of a record, as a short list in which more is written down at once.
#[derive(Clone, Copy, Debug)]
pub struct Parts {
    /// The object, by its title.
    pub object: &'static str,
    /// Choices that are shown beside the title.
    pub marks: &'static [&'static str],
    /// A text that is shown below it.
    pub below: Option<&'static str>,
    /// A yes or no that is told by a tick.
    pub settled: Option<&'static str>,
    /// The choices that are asked for with the title of a new one.
    pub asked: &'static [&'static str],
}

/// Records to which a record has links, with what is worth knowing of each.
#[derive(Clone, Copy, Debug)]
pub struct Linked {
    /// The links to many.
    pub field: &'static str,
    /// The link to the one among them that counts most.
    pub first: &'static str,
    /// Texts of the others that are shown.
    pub below: &'static [&'static str],
}

/// The page of the records of `object`, with nothing special.
pub const fn portrait(object: &'static str) -> Portrait {
    Portrait {
        object,
        ends: &[],
        next: None,
        guide: None,
        circle: None,
        known: &[],
        tells: &[],
        along: None,
        reach: &[],
        people: None,
        lists: &[],
        tree: None,
    }
}

impl Portrait {
    /// With the verbs that bring a record to its end.
    pub const fn ends(mut self, ends: &'static [(&'static str, Tone)]) -> Portrait {
        self.ends = ends;
        self
    }

    /// With what is to be done next on top.
    pub const fn next(mut self, next: Next) -> Portrait {
        self.next = Some(next);
        self
    }

    /// With what one should know where it stands.
    pub const fn guide(mut self, guide: Guide) -> Portrait {
        self.guide = Some(guide);
        self
    }

    /// With a map of the people around.
    pub const fn circle(mut self, circle: Circle) -> Portrait {
        self.circle = Some(circle);
        self
    }

    /// With short lists of what else is known.
    pub const fn known(mut self, known: &'static [Known]) -> Portrait {
        self.known = known;
        self
    }

    /// With what is told below its head.
    pub const fn tells(mut self, tells: &'static [Tell]) -> Portrait {
        self.tells = tells;
        self
    }

    /// With a way that it goes by a choice.
    pub const fn along(mut self, along: Along) -> Portrait {
        self.along = Some(along);
        self
    }

    /// With the ways to reach whom it is about.
    pub const fn reach(mut self, fields: &'static [&'static str]) -> Portrait {
        self.reach = fields;
        self
    }

    /// With the people that belong to it.
    pub const fn people(mut self, people: People) -> Portrait {
        self.people = Some(people);
        self
    }

    /// With lists of some of what links to it.
    pub const fn lists(mut self, lists: &'static [List]) -> Portrait {
        self.lists = lists;
        self
    }

    /// With the tree that it stands in by a link.
    pub const fn tree(mut self, link: &'static str) -> Portrait {
        self.tree = Some(link);
        self
    }
}

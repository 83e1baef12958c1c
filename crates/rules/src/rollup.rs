//! The roll-up of a forecast over a tree of people or teams: what each calls, what managers make of it, what rises to
//! the top. Amounts are minor units of one currency.

use std::collections::HashMap;
use std::fmt;

use cordee_base::Id;

/// How surely a deal is counted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Won in the period: a fact.
    Closed,
    /// Promised.
    Commit,
    /// May well come if things go well.
    BestCase,
    /// Open, and not counted on.
    Pipeline,
    /// Not to be counted at all, such as what is lost.
    Omitted,
}

impl Category {
    /// All categories by the key they are stored under, the surest first.
    pub const ALL: [(&'static str, Category); 5] = [
        ("closed", Category::Closed),
        ("commit", Category::Commit),
        ("best_case", Category::BestCase),
        ("pipeline", Category::Pipeline),
        ("omitted", Category::Omitted),
    ];

    /// The category with this key.
    pub fn named(key: &str) -> Option<Category> {
        Category::ALL.iter().find(|(name, _)| *name == key).map(|(_, category)| *category)
    }
}

/// Something for each category. Categories are apart from each other: what is in one is in no other, and nothing here
/// is cumulative but what says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Each<T> {
    /// For [`Category::Closed`].
    pub closed: T,
    /// For [`Category::Commit`].
    pub commit: T,
    /// For [`Category::BestCase`].
    pub best_case: T,
    /// For [`Category::Pipeline`].
    pub pipeline: T,
    /// For [`Category::Omitted`].
    pub omitted: T,
}

/// A sum for each category; wider than an amount, so that none overflows.
pub type Figures = Each<i128>;

/// What a person says for each category; none where they leave it as it is.
pub type Call = Each<Option<i64>>;

impl<T: Copy> Each<T> {
    /// What `of` says for each category.
    pub fn of(of: impl Fn(Category) -> T) -> Each<T> {
        Each {
            closed: of(Category::Closed),
            commit: of(Category::Commit),
            best_case: of(Category::BestCase),
            pipeline: of(Category::Pipeline),
            omitted: of(Category::Omitted),
        }
    }

    /// What stands for this category.
    pub fn get(&self, category: Category) -> T {
        match category {
            Category::Closed => self.closed,
            Category::Commit => self.commit,
            Category::BestCase => self.best_case,
            Category::Pipeline => self.pipeline,
            Category::Omitted => self.omitted,
        }
    }
}

impl Figures {
    /// The usual "commit forecast": closed + commit.
    pub fn commit_forecast(&self) -> i128 {
        self.closed + self.commit
    }

    /// The usual "best case": closed + commit + best case.
    pub fn best_case_forecast(&self) -> i128 {
        self.commit_forecast() + self.best_case
    }

    /// Category by category, both together.
    pub fn plus(&self, other: &Figures) -> Figures {
        Figures::of(|category| self.get(category) + other.get(category))
    }

    /// Category by category, this less the other.
    pub fn minus(&self, other: &Figures) -> Figures {
        Figures::of(|category| self.get(category) - other.get(category))
    }

    /// Category by category what is called, else what stands here.
    pub fn replaced_by(&self, call: &Call) -> Figures {
        Figures::of(|category| call.get(category).map_or(self.get(category), i128::from))
    }
}

/// A person or team in the tree.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Who.
    pub id: Id,
    /// To whom they report; none at the top, of which there may be several.
    pub above: Option<Id>,
    /// What their own deals come to by category, without those of anybody below.
    pub deals: Each<i64>,
    /// Their own call for their own deals, which counts instead of them; none as long as they submitted nothing.
    pub submitted: Option<Call>,
    /// What they as a manager say instead of all that rises to them from below.
    pub adjusted: Call,
}

/// One member's figures in the roll-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Level {
    /// Who.
    pub id: Id,
    /// What counts for their own deals: submitted, and where nothing is, what the deals come to.
    pub own: Figures,
    /// The sum of what rises from all who report to them.
    pub below: Figures,
    /// What they made of it: adjusted − below in each category that they adjusted, else 0.
    pub delta: Figures,
    /// What rises from here: own + below + delta, so own + adjusted where they adjusted.
    pub rises: Figures,
    /// How many, this one among them, are in this branch.
    pub people: u64,
    /// How many of these submitted something.
    pub submitted: u64,
}

/// A forecast rolled up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollUp {
    /// Each member's figures, in the order in which they were given.
    pub levels: Vec<Level>,
    /// What rises from those who report to nobody: the sum of what is everybody's own, and of all deltas.
    pub top: Figures,
}

/// Why there is no tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeError {
    /// Each of these reports to the next, and the last to the first.
    Circle(Vec<Id>),
    /// The first reports to the second, who is not there.
    Unknown(Id, Id),
    /// Stands there more than once.
    Twice(Id),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TreeError::Circle(circle) => {
                f.write_str("they report to each other in a circle: ")?;
                for id in circle {
                    write!(f, "{id} to ")?;
                }
                circle.first().map_or(Ok(()), |first| write!(f, "{first}"))
            }
            TreeError::Unknown(id, above) => write!(f, "{id} reports to {above}, who is not there"),
            TreeError::Twice(id) => write!(f, "{id} is there more than once"),
        }
    }
}

impl std::error::Error for TreeError {}

/// Rolls the calls of all members up the tree.
///
/// A manager's adjusted figure replaces what comes from below in that category, and the delta is kept; their own
/// deals stay their own. So the top is always Σ own + Σ delta, and Σ own where nobody adjusted anything.
pub fn roll_up(members: &[Member]) -> Result<RollUp, TreeError> {
    let above = places_above(members)?;
    let mut levels: Vec<Level> = members.iter().map(alone).collect();
    let mut top = Figures::default();
    for at in from_the_leaves(members, &above)? {
        let level = settled(&levels[at], &members[at].adjusted);
        levels[at] = level;
        match above[at] {
            Some(above) => report(&mut levels[above], &level),
            None => top = top.plus(&level.rises),
        }
    }
    Ok(RollUp { levels, top })
}

/// The place of whom each member reports to.
fn places_above(members: &[Member]) -> Result<Vec<Option<usize>>, TreeError> {
    let mut places: HashMap<Id, usize> = HashMap::with_capacity(members.len());
    for (at, member) in members.iter().enumerate() {
        if places.insert(member.id, at).is_some() {
            return Err(TreeError::Twice(member.id));
        }
    }
    let place = |member: &Member| match member.above {
        Some(above) => places.get(&above).map(|at| Some(*at)).ok_or(TreeError::Unknown(member.id, above)),
        None => Ok(None),
    };
    members.iter().map(place).collect()
}

/// All places, each after all who report to it (Kahn, "Topological sorting of large networks", 1962).
fn from_the_leaves(members: &[Member], above: &[Option<usize>]) -> Result<Vec<usize>, TreeError> {
    let mut waits_for = vec![0usize; members.len()];
    for at in above.iter().flatten() {
        waits_for[*at] += 1;
    }
    let mut order: Vec<usize> = (0..members.len()).filter(|at| waits_for[*at] == 0).collect();
    let mut next = 0;
    while let Some(at) = order.get(next).copied() {
        next += 1;
        if let Some(above) = above[at] {
            waits_for[above] -= 1;
            if waits_for[above] == 0 {
                order.push(above);
            }
        }
    }
    match waits_for.iter().position(|waiting| *waiting > 0) {
        Some(at) => Err(circle(members, above, at)),
        None => Ok(order),
    }
}

/// Who waits for ever is part of a circle, as everybody reports to one only.
fn circle(members: &[Member], above: &[Option<usize>], start: usize) -> TreeError {
    let onward = std::iter::successors(above[start], |at| above[*at].filter(|_| *at != start));
    let rest = onward.take_while(|at| *at != start);
    TreeError::Circle(std::iter::once(start).chain(rest).map(|at| members[at].id).collect())
}

/// A member as if nobody reported to them.
fn alone(member: &Member) -> Level {
    let deals = Figures::of(|category| i128::from(member.deals.get(category)));
    let nothing = Figures::default();
    Level {
        id: member.id,
        own: member.submitted.map_or(deals, |call| deals.replaced_by(&call)),
        below: nothing,
        delta: nothing,
        rises: nothing,
        people: 1,
        submitted: u64::from(member.submitted.is_some()),
    }
}

/// A level to which everybody below has reported.
fn settled(level: &Level, adjusted: &Call) -> Level {
    let replaced = level.below.replaced_by(adjusted);
    Level { delta: replaced.minus(&level.below), rises: level.own.plus(&replaced), ..*level }
}

fn report(above: &mut Level, level: &Level) {
    above.below = above.below.plus(&level.rises);
    above.people += level.people;
    above.submitted += level.submitted;
}

#[cfg(test)]
mod tests;

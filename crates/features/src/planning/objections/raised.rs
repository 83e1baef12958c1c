//! The objections that are asked about, as the database has them.

use cordee_base::{Id, Outcome};
use cordee_catalog::objection::{ANSWER, OBJECTION, OPPORTUNITY, OVERCOME, RAISED_ON, STAGE, TYPE};
use cordee_catalog::opportunity::{PIPELINE, STATE};
use cordee_kit::Wish;
use cordee_records::{By, Gate, Grouping, Measure, Reckon};
use cordee_rules::pipeline::State;
use cordee_schema::{Filter, Operator, Path, Value};

use super::super::{periods, scope};

/// Objections that are alike, of one deal.
pub struct Raised {
    /// The deal.
    pub deal: Id,
    /// Whether it was won, once it is closed.
    pub won: Option<bool>,
    /// What they are about.
    pub kind: String,
    /// Whether they are held against buying no more.
    pub overcome: bool,
    /// In which stage they were raised.
    pub stage: Option<Id>,
    /// What was answered.
    pub answer: Option<String>,
    /// How many they are.
    pub count: u64,
}

impl Raised {
    /// As the reckoning takes it.
    pub fn outcome(&self) -> (Id, bool, Option<bool>) {
        (self.deal, self.overcome, self.won)
    }
}

/// A field of objections, as the workspace declares it.
pub fn of(gate: &Gate<'_>, path: &str) -> Outcome<Path> {
    let object = gate.object(OBJECTION.name)?;
    Ok(Path::resolve(gate.catalog(), object, path)?)
}

/// What the objections are like that are asked about.
pub fn asked(gate: &mut Gate<'_>, wish: &Wish) -> Outcome<Filter> {
    let mut filter = wish.filter.clone();
    if let Some(key) = wish.option("period").filter(|key| *key != periods::ANY) {
        let period = periods::period(gate, Some(key))?;
        let raised = of(gate, RAISED_ON.name())?;
        filter = filter
            .and(Filter::compare(raised.clone(), Operator::AtLeast, Value::Date(period.first())))
            .and(Filter::compare(raised, Operator::AtMost, Value::Date(period.last())));
    }
    if let Some(id) = scope::pipeline(wish) {
        let pipeline = of(gate, &through(PIPELINE.name()))?;
        filter = filter.and(Filter::is(pipeline, Value::Link(id)));
    }
    Ok(filter)
}

/// A field of the deal in which an objection was raised.
pub fn through(field: &str) -> String {
    format!("{}.{field}", OPPORTUNITY.name())
}

/// The objections that are like this.
pub fn read(gate: &mut Gate<'_>, asked: &Filter) -> Outcome<Vec<Raised>> {
    let state = through(STATE.name());
    let names = [OPPORTUNITY.name(), &state, TYPE.name(), OVERCOME.name(), STAGE.name(), ANSWER.name()];
    let by = names.into_iter().map(|name| Ok(By { path: of(gate, name)?, period: None }));
    let by = by.collect::<Outcome<Vec<By>>>()?;
    let rows = gate.group(&Grouping {
        object: gate.object(OBJECTION.name)?,
        by,
        measures: vec![Measure::of(Reckon::Count)],
        filter: asked.clone(),
        as_of: None,
    })?;
    let raised = |row: &cordee_records::GroupRow| {
        let value = |place: usize| row.keys.get(place).map_or(&Value::None, |key| &key.value);
        let text = |place: usize| value(place).as_text().map(str::trim).filter(|text| !text.is_empty());
        let state = text(1).and_then(State::named);
        Some(Raised {
            deal: value(0).as_link()?,
            won: state.filter(|state| state.is_closed()).map(State::is_won),
            kind: text(2).unwrap_or_default().to_owned(),
            overcome: *value(3) == Value::YesNo(true),
            stage: value(4).as_link(),
            answer: text(5).map(str::to_owned),
            count: u64::try_from(row.values.first().copied().flatten()?).ok()?,
        })
    };
    Ok(rows.iter().filter_map(raised).collect())
}

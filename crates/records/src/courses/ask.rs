//! Asking for courses, under the rights of whoever asks.

use std::ops::Range;
use std::sync::Arc;

use cordee_base::{Id, Outcome, Problem};
use cordee_schema::{ColumnType, Filter, Object, Value};

use super::kept::Kept;
use super::packed::{Course, FIELDS};
use crate::read::scan::{Scan, sees_all};
use crate::{FieldRight, Gate, Right, Scope};

/// On how many cores courses are told at once.
const MOST_CORES: usize = 4;

/// What is asked of the courses of records.
#[derive(Clone, Debug)]
pub struct CoursesOf {
    /// Of what; its [`Object::courses`] are told.
    pub object: &'static Object,
    /// What the records are like now, whatever they were then.
    pub filter: Filter,
    /// Whether those that have gone into the trash since are told, too, up to then.
    pub gone: bool,
}

/// The courses of the records that may be seen and are as asked.
pub struct Courses {
    pub(super) kept: Arc<Kept>,
    pub(super) hidden: [bool; FIELDS],
    /// Which of all; none for all.
    pub(super) only: Option<Vec<i64>>,
    pub(super) gone: bool,
}

impl Courses {
    /// What comes of all courses: each is told to what `begin` makes, of which there is one for each core, and these are
    /// added up. What is told is in no order.
    pub fn fold<T: Send>(
        &self,
        begin: impl Fn() -> T + Sync,
        tell: impl Fn(&mut T, Course<'_>) + Sync,
        mut add: impl FnMut(&mut T, T),
    ) -> T {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let parts = self.kept.parts(cores.min(MOST_CORES));
        let told = |part: Range<usize>| {
            let mut made = begin();
            self.of_part(part, |course| tell(&mut made, course));
            made
        };
        std::thread::scope(|scope| {
            let (mine, others) =
                parts.split_first().map_or((0..0, &[][..]), |(mine, rest)| (mine.clone(), rest));
            let others: Vec<_> = others.iter().map(|part| scope.spawn(|| told(part.clone()))).collect();
            let mut all = told(mine);
            for other in others {
                match other.join() {
                    Ok(made) => add(&mut all, made),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            all
        })
    }

    /// Hands over each course, in the order of their ids.
    pub fn each(&self, course: impl FnMut(Course<'_>)) {
        self.of_part(self.kept.parts(1).into_iter().next().unwrap_or(0..0), course);
    }

    fn of_part(&self, part: Range<usize>, mut course: impl FnMut(Course<'_>)) {
        let each = |id: Id, packed: &[u8]| {
            let one = Course::new(id, packed, &self.hidden);
            if self.gone || one.is_there() {
                course(one);
            }
        };
        match &self.only {
            None => self.kept.each(part, each),
            Some(ids) => self.kept.each_of(part, ids, each),
        }
    }

    /// The values that the field in this place has held, by their places: what [`super::Held::Word`] stands for.
    pub fn words(&self, place: usize) -> &[Value] {
        self.kept.words.of(place)
    }
}

impl Gate<'_> {
    /// The courses of all records that may be seen and are as asked now.
    pub fn courses(&mut self, asked: &CoursesOf) -> Outcome<Courses> {
        let object = self.whole_object(asked.object);
        if self.access.scope(object, Right::Read) == Scope::None {
            return Err(Problem::NotFound);
        }
        let kept = self.all_courses(object)?;
        let all = asked.filter.is_everything() && sees_all(&self.access, self.catalog(), object);
        let only = if all { None } else { Some(self.ids_of(object, asked)?) };
        let mut hidden = [false; FIELDS];
        for (name, hidden) in object.courses.iter().zip(&mut hidden) {
            let field = object.field(name);
            *hidden = field.is_some_and(|field| self.access.field(object, field) == FieldRight::Hidden);
        }
        Ok(Courses { kept, hidden, only, gone: asked.gone })
    }

    /// The ids of the records that may be seen and are as asked now, in their order.
    fn ids_of(&mut self, object: &'static Object, asked: &CoursesOf) -> Outcome<Vec<i64>> {
        let access = self.access.clone();
        let mut scan = Scan::of(self.actor.workspace, &access, &self.declared.catalog, object, None);
        let condition = self.condition(&mut scan, &asked.filter)?;
        let select = if asked.gone { scan.select_all(Right::Read) } else { scan.select(Right::Read, false) };
        let mut select = select.column("id", ColumnType::Int);
        if !asked.filter.is_everything() {
            select.filter.push(condition);
        }
        if !asked.gone {
            // Its indexes know nothing of what is in the trash.
            select.by = self.way_of_figures(&mut select)?;
        }
        let mut ids = Vec::new();
        let each = self.session.each(&select, &mut |row| ids.extend(row[0].as_int()));
        each.map_err(|fail| self.failed(fail))?;
        ids.sort_unstable();
        Ok(ids)
    }
}

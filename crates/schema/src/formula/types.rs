//! Names become fields, and every part gets its type, or a fault that says which is needed.

use cordee_base::Fault;

use super::tree::{Function, Node, Two, What, is_clock};
use super::{Formula, Known, Read, Type, fault};
use crate::system::CREATED_AT;
use crate::{FieldDef, Kind, Object, SYSTEM_FIELDS, nearest};

/// The formula of a field of `object`, with its types.
pub(super) fn typed(mut root: Node, text: &str, known: &Known, object: &str) -> Result<Formula, Fault> {
    let mut typing = Typing { known, object, reads: Vec::new() };
    let result = typing.of(&mut root)?;
    let reads = typing.reads;
    let (mut from, mut through) = (Vec::new(), Vec::new());
    for read in &reads {
        if let Some(link) = read.link {
            let own = known.object(object).map_or("", |own| own.name);
            from.push((own, link));
            known.object(read.object).into_iter().for_each(|to| passes(known, to, &mut through));
        }
        from.push((read.object, read.field.name));
        rests_on(known, read.object, &read.field, &mut from, &mut through);
    }
    from.sort_unstable();
    from.dedup();
    Ok(Formula { text: text.to_owned(), result, reads, from, through, root })
}

/// What a field that is reckoned itself depends on: a formula on what it reads, a roll-up on the records that it is
/// reckoned from.
fn rests_on(
    known: &Known,
    object: &str,
    field: &FieldDef,
    from: &mut Vec<(&'static str, &'static str)>,
    through: &mut Vec<(&'static str, bool)>,
) {
    if let Some(inner) = field.formula {
        from.extend(&inner.from);
        through.extend(&inner.through);
    }
    if let Some(copied) = field.copied {
        from.push((copied.of, copied.field));
        known.object(copied.of).into_iter().for_each(|of| passes(known, of, through));
    }
    let Some(how) = field.rolled_up else { return };
    let Some(of) = known.object(how.of) else { return };
    match of.part_of == Some(how.by) {
        // Who sees the whole sees all its parts.
        true => through.push((of.name, false)),
        false => passes(known, of, through),
    }
    let said = how.filter.unwrap_or("");
    for rolled in known.fields(of.name) {
        let read = rolled.name == how.by || how.field == Some(rolled.name) || said.contains(rolled.name);
        let same = (of.name, rolled.name) == (object, field.name);
        if read && !same && !from.contains(&(of.name, rolled.name)) {
            from.push((of.name, rolled.name));
            rests_on(known, of.name, rolled, from, through);
        }
    }
}

/// What must be seen whole of an object that is read through a link: a part is seen as its whole is.
fn passes(known: &Known, to: &'static Object, through: &mut Vec<(&'static str, bool)>) {
    through.push((to.name, to.part_of.is_none()));
    let whole = to.part_of.and_then(|link| known.field(to.name, link)).and_then(|field| field.links_to());
    if let Some(whole) = whole.and_then(|whole| known.object(whole)).filter(|whole| whole.name != to.name) {
        passes(known, whole, through);
    }
}

struct Typing<'k> {
    known: &'k Known,
    object: &'k str,
    reads: Vec<Read>,
}

const AMOUNTS: &[Type] = &[Type::Number, Type::Money];
const DATED: &[Type] = &[Type::Date, Type::Moment];
const TIMED: &[Type] = &[Type::Moment, Type::Time];
const ORDERED: &[Type] = &[Type::Number, Type::Money, Type::Date, Type::Moment, Type::Time];
const ANY: &[Type] =
    &[Type::Number, Type::Money, Type::Text, Type::Date, Type::Moment, Type::Time, Type::YesNo];

impl Typing<'_> {
    fn of(&mut self, node: &mut Node) -> Result<Type, Fault> {
        let at = node.at;
        match &mut node.what {
            What::Number(_) => Ok(Type::Number),
            What::Text(_) => Ok(Type::Text),
            What::YesNo(_) => Ok(Type::YesNo),
            What::Date(_) => Ok(Type::Date),
            What::Money(..) => Ok(Type::Money),
            What::Read(place) => Ok(self.reads.get(*place).and_then(type_of).unwrap_or(Type::Text)),
            What::Named(name) => {
                let (place, found) = self.field(&name.clone(), at)?;
                node.what = What::Read(place);
                Ok(found)
            }
            What::Minus(inner) => self.one_of(inner, AMOUNTS),
            What::Not(inner) => self.needs(inner, Type::YesNo),
            What::Two(two, sides) => {
                let (left, right) = &mut **sides;
                self.two(*two, left, right)
            }
            What::Call(Function::Date | Function::Money, _) => self.constant(node),
            What::Call(function, given) => {
                let function = *function;
                self.call(function, given)
            }
        }
    }

    fn needs(&mut self, node: &mut Node, wanted: Type) -> Result<Type, Fault> {
        self.one_of(node, &[wanted])
    }

    /// The type of a part that must be one of these; the fault names the first of them.
    fn one_of(&mut self, node: &mut Node, wanted: &[Type]) -> Result<Type, Fault> {
        let found = self.of(node)?;
        if wanted.contains(&found) {
            return Ok(found);
        }
        let wanted = wanted.first().map_or("", |wanted| wanted.name());
        Err(fault("error-formula-type", node.at).with("found", found.name()).with("wanted", wanted))
    }

    fn two(&mut self, two: Two, left: &mut Node, right: &mut Node) -> Result<Type, Fault> {
        match two {
            Two::Plus => {
                let found = self.one_of(left, AMOUNTS)?;
                self.needs(right, found)
            }
            // Between dates and instants lie days, between times of day hours.
            Two::Minus => {
                let found = self.one_of(left, ORDERED)?;
                self.needs(right, found)?;
                Ok(if AMOUNTS.contains(&found) { found } else { Type::Number })
            }
            Two::Times => match self.one_of(left, AMOUNTS)? {
                Type::Money => self.needs(right, Type::Number).map(|_| Type::Money),
                _ => self.one_of(right, AMOUNTS),
            },
            Two::Over => match self.one_of(left, AMOUNTS)? {
                Type::Money => Ok(match self.one_of(right, AMOUNTS)? {
                    Type::Money => Type::Number,
                    _ => Type::Money,
                }),
                _ => self.needs(right, Type::Number),
            },
            Two::Rest => {
                self.needs(left, Type::Number)?;
                self.needs(right, Type::Number)
            }
            Two::Join => {
                self.of(left)?;
                self.of(right)?;
                Ok(Type::Text)
            }
            Two::Is | Two::IsNot if self.link(left).is_some() && self.link(right).is_some() => {
                self.same_link(left, right)
            }
            Two::Is | Two::IsNot => self.alike(left, right, ANY),
            Two::Less | Two::AtMost | Two::Greater | Two::AtLeast => self.alike(left, right, ORDERED),
            Two::And | Two::Or => {
                self.needs(left, Type::YesNo)?;
                self.needs(right, Type::YesNo)
            }
        }
    }

    fn alike(&mut self, left: &mut Node, right: &mut Node, which: &[Type]) -> Result<Type, Fault> {
        let found = self.one_of(left, which)?;
        self.needs(right, found)?;
        Ok(Type::YesNo)
    }

    /// The link that a part names by itself, if it does.
    fn link(&self, node: &Node) -> Option<Read> {
        let What::Named(name) = &node.what else { return None };
        let read = self.resolved(name, node.at).ok()?;
        read.field.links_to().is_some().then_some(read)
    }

    /// Two links lead to the same record; they must lead to the same object.
    fn same_link(&mut self, left: &mut Node, right: &mut Node) -> Result<Type, Fault> {
        let mut to = None;
        for node in [left, right] {
            let Some(read) = self.link(node) else { continue };
            let there = read.field.links_to();
            if let Some(first) = to.replace(there).filter(|first| *first != there) {
                let (found, wanted) = (there.unwrap_or(""), first.unwrap_or(""));
                return Err(fault("error-formula-type", node.at).with("found", found).with("wanted", wanted));
            }
            node.what = What::Read(self.keep(read));
        }
        Ok(Type::YesNo)
    }

    /// Whether there is a value can be asked of every field, of whatever kind.
    fn whatever(&mut self, node: &mut Node) -> Result<(), Fault> {
        let What::Named(name) = &node.what else { return self.of(node).map(|_| ()) };
        let read = self.resolved(name, node.at)?;
        node.what = What::Read(self.keep(read));
        Ok(())
    }

    /// The place of a field among those that are read.
    fn keep(&mut self, read: Read) -> usize {
        let same = |known: &Read| {
            (known.link, known.field.name, known.part) == (read.link, read.field.name, read.part)
        };
        self.reads.iter().position(same).unwrap_or_else(|| {
            self.reads.push(read);
            self.reads.len() - 1
        })
    }

    fn call(&mut self, function: Function, given: &mut [Node]) -> Result<Type, Fault> {
        // The parser has counted what each function is given.
        let Some((first, rest)) = given.split_first_mut() else { return Ok(Type::Text) };
        match function {
            Function::If => {
                self.needs(first, Type::YesNo)?;
                self.same(rest, ANY)
            }
            Function::Coalesce => self.same(given, ANY),
            Function::Min | Function::Max => self.same(given, ORDERED),
            Function::Empty => self.whatever(first).map(|()| Type::YesNo),
            Function::Round => {
                let found = self.one_of(first, AMOUNTS)?;
                rest.iter_mut().try_for_each(|places| self.needs(places, Type::Number).map(|_| ()))?;
                Ok(found)
            }
            Function::Abs => self.one_of(first, AMOUNTS),
            Function::Number => self.needs(first, Type::Money).map(|_| Type::Number),
            Function::Upper | Function::Lower => self.needs(first, Type::Text),
            Function::Length => self.needs(first, Type::Text).map(|_| Type::Number),
            Function::Left | Function::Right => {
                self.needs(first, Type::Text)?;
                rest.iter_mut().try_for_each(|count| self.needs(count, Type::Number).map(|_| ()))?;
                Ok(Type::Text)
            }
            Function::DaysBetween => {
                self.same(given, DATED)?;
                Ok(Type::Number)
            }
            Function::HoursBetween => {
                self.same(given, TIMED)?;
                Ok(Type::Number)
            }
            Function::AddDays | Function::AddHours => {
                let found =
                    self.one_of(first, if function == Function::AddDays { DATED } else { &[Type::Moment] })?;
                rest.iter_mut().try_for_each(|many| self.needs(many, Type::Number).map(|_| ()))?;
                Ok(found)
            }
            Function::Hour | Function::Minute => self.needs(first, Type::Time).map(|_| Type::Number),
            Function::Year | Function::Month | Function::Day => {
                self.needs(first, Type::Date).map(|_| Type::Number)
            }
            // These two are read from what is written in them.
            Function::Date => Ok(Type::Date),
            Function::Money => Ok(Type::Money),
        }
    }

    /// All must be of the type of the first, which is one of these.
    fn same(&mut self, given: &mut [Node], which: &[Type]) -> Result<Type, Fault> {
        let mut found = None;
        for node in given {
            found = Some(match found {
                None => self.one_of(node, which)?,
                Some(first) => self.needs(node, first)?,
            });
        }
        Ok(found.unwrap_or(Type::Text))
    }

    /// `date("2026-12-31")` and `money(5, "EUR")`, whose texts are read here and now.
    fn constant(&mut self, node: &mut Node) -> Result<Type, Fault> {
        let What::Call(function, given) = &mut node.what else { return Ok(Type::Text) };
        let usage = function.usage();
        let wrong = |node: &Node| fault("error-formula-constant", node.at).with("usage", usage);
        let Some(mut last) = given.pop() else { return Ok(Type::Text) };
        let What::Text(text) = &last.what else {
            self.of(&mut last)?;
            return Err(wrong(&last));
        };
        match given.pop() {
            None => {
                node.what = What::Date(text.trim().parse().map_err(|_| wrong(&last))?);
                Ok(Type::Date)
            }
            Some(mut number) => {
                let currency = text.parse().map_err(|_| wrong(&last))?;
                self.needs(&mut number, Type::Number)?;
                node.what = What::Money(currency, Box::new(number));
                Ok(Type::Money)
            }
        }
    }

    /// The field of this name, or at the end of this way over one link: its place among those that are read.
    fn field(&mut self, name: &str, at: usize) -> Result<(usize, Type), Fault> {
        let read = self.resolved(name, at)?;
        if let Some(found) = type_of(&read) {
            return Ok((self.keep(read), found));
        }
        // A link by itself is what the record is called to which it leads.
        let to = read.field.links_to().filter(|_| read.link.is_none()).and_then(|to| self.known.object(to));
        if let Some(titled) = to.and_then(|to| self.resolved(&format!("{name}.{}", to.title), at).ok())
            && let Some(found) = type_of(&titled)
        {
            return Ok((self.keep(titled), found));
        }
        let key = match read.field.kind {
            Kind::Link(_) => "error-formula-link",
            _ => "error-formula-kind",
        };
        Err(fault(key, at).with("name", name))
    }

    fn resolved(&self, name: &str, at: usize) -> Result<Read, Fault> {
        let mut parts = name.split('.').peekable();
        let own = self.known.object(self.object).map_or("", |object| object.name);
        let mut read = Read {
            link: None,
            object: own,
            field: self.named(self.object, parts.next().unwrap_or(""), at)?,
            part: None,
        };
        if let (Some(to), Some(next)) = (read.field.links_to(), parts.peek()) {
            let open = |to: &&Object| !to.internal && to.shared.is_none();
            let to = self.known.object(to).filter(open);
            let to = to.ok_or_else(|| fault("error-formula-kind", at).with("name", read.field.name))?;
            let field = self.named(to.name, next, at)?;
            parts.next();
            read = Read { link: Some(read.field.name), object: to.name, field, part: None };
        }
        if let Some(next) = parts.peek()
            && let Some(part) = read.field.kind.parts().iter().find(|part| *part == next)
        {
            parts.next();
            read.part = Some(part);
        }
        match parts.next() {
            None => Ok(read),
            Some(_) if read.field.links_to().is_some() => {
                Err(fault("error-formula-steps", at).with("name", name))
            }
            Some(_) => Err(fault("error-formula-no-link", at).with("name", read.field.name)),
        }
    }

    fn named(&self, object: &str, name: &str, at: usize) -> Result<FieldDef, Fault> {
        if let Some(field) = self.known.field(object, name) {
            return Ok(field);
        }
        if is_clock(name) {
            return Err(fault("error-formula-clock", at).with("name", name));
        }
        // Of what the engine writes, only this never changes.
        if name == CREATED_AT.name() {
            return Ok(CREATED_AT.def);
        }
        if SYSTEM_FIELDS.iter().any(|field| field.name == name) {
            return Err(fault("error-formula-kind", at).with("name", name));
        }
        let near = nearest(name, self.known.fields(object).map(|field| field.name)).unwrap_or("");
        Err(fault("error-formula-field", at).with("name", name).with("nearest", near))
    }
}

/// What a field gives to a formula; none for kinds that can't be reckoned with.
fn type_of(read: &Read) -> Option<Type> {
    if read.field.kind.parts().iter().any(|part| read.part == Some(part)) {
        return Some(Type::Text);
    }
    match read.field.kind {
        Kind::Number(_) | Kind::Percent(_) => Some(Type::Number),
        Kind::Money(_) => Some(Type::Money),
        Kind::Date(_) => Some(Type::Date),
        Kind::Moment(_) => Some(Type::Moment),
        Kind::Time(_) => Some(Type::Time),
        Kind::YesNo(_) => Some(Type::YesNo),
        Kind::Text(_)
        | Kind::LongText(_)
        | Kind::Choice(_)
        | Kind::Email(_)
        | Kind::Phone(_)
        | Kind::Url(_)
        | Kind::Serial(_) => Some(Type::Text),
        _ => None,
    }
}

//! The short text form, for addresses, the command line and people:
//! `stage.kind = won and (amount >= 1000 or owner is me) and not name contains "test"`.

use cordee_base::Fault;

use super::json::{RELATIVES, operand_kind};
use super::{Filter, MOST_DEPTH, Operand, Relative, condition};
use crate::Operator;
use crate::behave::Reading;
use crate::{Catalog, Object, Path, Value};

/// The operators as they are written, the longer before the shorter that begins alike.
const WRITTEN: [(&str, Operator); 18] = [
    ("is not empty", Operator::IsNotEmpty),
    ("is empty", Operator::IsEmpty),
    ("is not", Operator::IsNot),
    ("starts with", Operator::StartsWith),
    ("has not", Operator::HasNot),
    ("has all", Operator::HasAll),
    ("not in", Operator::IsNot),
    ("contains", Operator::Contains),
    ("has", Operator::Has),
    ("is", Operator::Is),
    ("in", Operator::Is),
    ("!=", Operator::IsNot),
    ("<=", Operator::AtMost),
    (">=", Operator::AtLeast),
    ("=", Operator::Is),
    ("<", Operator::Less),
    (">", Operator::Greater),
    ("~", Operator::Contains),
];

impl Filter {
    /// Reads the text form for records of `object`. An empty text means every record.
    pub fn parse(
        text: &str,
        catalog: &Catalog,
        object: &'static Object,
        reading: &Reading,
    ) -> Result<Filter, Fault> {
        Parser { tokens: tokens(text)?, at: 0, catalog, object, reading, given: None }.whole()
    }

    /// Reads what a link may be set to: the text form for records of `object`, its target, in which `$NAME` stands for
    /// what `given` has under that name. A condition on what is empty asks for nothing.
    pub fn choosable(
        text: &str,
        catalog: &Catalog,
        object: &'static Object,
        reading: &Reading,
        given: &dyn Fn(&str) -> Value,
    ) -> Result<Filter, Fault> {
        Parser { tokens: tokens(text)?, at: 0, catalog, object, reading, given: Some(given) }.whole()
    }

    /// The text form.
    pub fn text(&self) -> String {
        match self {
            Filter::All(parts) => {
                let part = |part: &Filter| match part {
                    Filter::Any(_) | Filter::All(_) => format!("({})", part.text()),
                    _ => part.text(),
                };
                parts.iter().map(part).collect::<Vec<_>>().join(" and ")
            }
            Filter::Any(parts) => {
                let part = |part: &Filter| match part {
                    Filter::Any(_) => format!("({})", part.text()),
                    _ => part.text(),
                };
                parts.iter().map(part).collect::<Vec<_>>().join(" or ")
            }
            Filter::Not(inner) => format!("not ({})", inner.text()),
            Filter::Where(c) => {
                let (path, behave) = (c.path.text(), operand_kind(&c.path));
                let one = |value: &Value| quoted(&behave.behave().text(value));
                match &c.operand {
                    Operand::None => format!("{path} {}", word(c.operator)),
                    Operand::Me => format!("{path} {} me", word(c.operator)),
                    Operand::Relative(relative) => {
                        format!("{path} {} {}", word(c.operator), relative.name())
                    }
                    Operand::Values(values) => match &values[..] {
                        [value] => format!("{path} {} {}", word(c.operator), one(value)),
                        several => {
                            let list: Vec<String> = several.iter().map(one).collect();
                            let word = match c.operator {
                                Operator::Is => "in",
                                Operator::IsNot => "not in",
                                other => word(other),
                            };
                            format!("{path} {word} ({})", list.join(", "))
                        }
                    },
                }
            }
        }
    }
}

fn word(operator: Operator) -> &'static str {
    match operator {
        Operator::Is => "=",
        Operator::IsNot => "!=",
        other => WRITTEN.iter().find(|(_, o)| *o == other).map_or("", |(word, _)| word),
    }
}

/// The text in quotes, so that the parser reads it as one value.
pub fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Quoted(String),
    Sign(&'static str),
}

impl Token {
    fn text(&self) -> &str {
        match self {
            Token::Word(text) | Token::Quoted(text) => text,
            Token::Sign(sign) => sign,
        }
    }
}

const SIGNS: [&str; 10] = ["!=", "<=", ">=", "=", "<", ">", "~", "(", ")", ","];

fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        if first == '"' || first == '\'' {
            let (value, after) = quote(&rest[1..], first).ok_or_else(|| wrong(rest, "\""))?;
            tokens.push(Token::Quoted(value));
            rest = after;
        } else if let Some(sign) = SIGNS.iter().find(|sign| rest.starts_with(**sign)) {
            tokens.push(Token::Sign(sign));
            rest = &rest[sign.len()..];
        } else {
            let end =
                rest.find(|c: char| c.is_whitespace() || "!=<>~(),\"'".contains(c)).unwrap_or(rest.len());
            if end == 0 {
                return Err(wrong(rest, "="));
            }
            tokens.push(Token::Word(rest[..end].to_owned()));
            rest = &rest[end..];
        }
        rest = rest.trim_start();
        if tokens.len() > 5_000 {
            return Err(Fault::at("filter", "error-filter-size").with("limit", super::MOST_CONDITIONS));
        }
    }
    Ok(tokens)
}

/// What stands before the closing quote, and what follows it.
fn quote(text: &str, mark: char) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => value.push(letters.next()?.1),
            c if c == mark => return Some((value, &text[at + 1..])),
            c => value.push(c),
        }
    }
    None
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    catalog: &'a Catalog,
    object: &'static Object,
    reading: &'a Reading,
    given: Option<&'a dyn Fn(&str) -> Value>,
}

impl Parser<'_> {
    fn whole(mut self) -> Result<Filter, Fault> {
        if self.tokens.is_empty() {
            return Ok(Filter::everything());
        }
        let filter = self.any(0)?;
        match self.peek() {
            None => filter.bounded(),
            Some(token) => Err(wrong(token.text(), "and, or")),
        }
    }

    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self, expected: &str) -> Result<Token, Fault> {
        let token = self.peek().cloned().ok_or_else(|| wrong("…", expected))?;
        self.at += 1;
        Ok(token)
    }

    /// Steps over the word or sign, if it comes next.
    fn take(&mut self, wanted: &str) -> bool {
        let comes = match self.peek() {
            Some(Token::Word(word)) => word.eq_ignore_ascii_case(wanted),
            Some(Token::Sign(sign)) => *sign == wanted,
            _ => false,
        };
        self.at += usize::from(comes);
        comes
    }

    fn any(&mut self, depth: usize) -> Result<Filter, Fault> {
        if depth > MOST_DEPTH {
            return Err(Fault::at("filter", "error-filter-depth").with("limit", MOST_DEPTH));
        }
        let mut parts = vec![self.all(depth)?];
        while self.take("or") {
            parts.push(self.all(depth)?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Any(parts) })
    }

    fn all(&mut self, depth: usize) -> Result<Filter, Fault> {
        let mut parts = vec![self.not(depth)?];
        while self.take("and") {
            parts.push(self.not(depth)?);
        }
        parts.retain(|part| !part.is_everything());
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::All(parts) })
    }

    fn not(&mut self, depth: usize) -> Result<Filter, Fault> {
        if depth > MOST_DEPTH {
            return Err(Fault::at("filter", "error-filter-depth").with("limit", MOST_DEPTH));
        }
        if self.take("not") {
            return Ok(Filter::Not(Box::new(self.not(depth + 1)?)));
        }
        if self.take("(") {
            let inner = self.any(depth + 1)?;
            return if self.take(")") {
                Ok(inner)
            } else {
                Err(wrong(self.peek().map_or("…", Token::text), ")"))
            };
        }
        self.condition()
    }

    fn condition(&mut self) -> Result<Filter, Fault> {
        let Token::Word(name) = self.next("field")? else {
            return Err(wrong(self.tokens[self.at - 1].text(), "field"));
        };
        let path = Path::asked(self.catalog, self.object, &name)?;
        let operator = self.operator(&path)?;
        if operator.is_bare() {
            return condition(path, operator, Operand::None);
        }
        match self.given() {
            Some(Value::None) => Ok(Filter::everything()),
            Some(value) => condition(path, operator, Operand::Values(vec![value])),
            None => {
                let operand = self.operand(&path)?;
                condition(path, operator, operand)
            }
        }
    }

    /// What is given under the `$NAME` that comes next, if one does.
    fn given(&mut self) -> Option<Value> {
        let given = self.given?;
        let Some(Token::Word(word)) = self.peek() else { return None };
        let value = given(word.strip_prefix('$')?);
        self.at += 1;
        Some(value)
    }

    fn operator(&mut self, path: &Path) -> Result<Operator, Fault> {
        let start = self.at;
        for (written, operator) in WRITTEN {
            if written.split(' ').all(|part| self.take(part)) {
                return Ok(operator);
            }
            self.at = start;
        }
        let written: Vec<&str> = path.field.kind.behave().operators().iter().map(|o| word(*o)).collect();
        let found = self.peek().map_or("…", Token::text);
        Err(Fault::at(path.text(), "error-operator")
            .with("operator", found)
            .with("operators", written.join(", ")))
    }

    fn operand(&mut self, path: &Path) -> Result<Operand, Fault> {
        if self.take("(") {
            let mut values = Vec::new();
            loop {
                let token = self.next("value")?;
                values.push(self.value(path, &token)?);
                if self.take(")") {
                    return Ok(Operand::Values(values));
                }
                if !self.take(",") {
                    return Err(wrong(self.peek().map_or("…", Token::text), ", )"));
                }
            }
        }
        let token = self.next("value")?;
        if let Token::Word(word) = &token {
            let dated = matches!(path.field.kind, crate::Kind::Date(_) | crate::Kind::Moment(_));
            match Relative::named(word).filter(|_| dated) {
                Some(relative) => return Ok(Operand::Relative(relative)),
                None if word == "me" && path.field.points_to() == Some("user") => {
                    return Ok(Operand::Me);
                }
                None => {}
            }
        }
        Ok(Operand::Values(vec![self.value(path, &token)?]))
    }

    fn value(&self, path: &Path, token: &Token) -> Result<Value, Fault> {
        if let Token::Sign(sign) = token {
            return Err(wrong(sign, "value"));
        }
        let read = operand_kind(path).behave().parse(token.text(), self.reading);
        let value = read.map_err(|fault| Fault { field: Some(path.text()), ..fault })?;
        if value.is_none() {
            let expected =
                if matches!(path.field.kind, crate::Kind::Date(_)) { RELATIVES } else { "value, is empty" };
            return Err(wrong(token.text(), expected));
        }
        Ok(value)
    }
}

fn wrong(at: &str, expected: &str) -> Fault {
    let shown: String = at.chars().take(60).collect();
    Fault::at("filter", "error-filter").with("at", shown).with("expected", expected)
}

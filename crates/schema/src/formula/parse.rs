//! From words to a tree: what is reckoned first stands deepest.

use cordee_base::Fault;

use super::fault;
use super::tokens::{Token, tokens};
use super::tree::{Function, Node, Two, What};

/// How many letters a formula may have.
pub(super) const LONGEST: usize = 2000;
/// How deep brackets may stand within each other.
const DEEPEST: usize = 50;

/// The tree of a formula whose names are not resolved yet.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    let length = text.chars().count();
    if length > LONGEST {
        return Err(Fault::at("formula", "error-text-long").with("limit", LONGEST).with("length", length));
    }
    let tokens = tokens(text)?;
    if tokens.is_empty() {
        return Err(Fault::at("formula", "error-required"));
    }
    let mut parser = Parser { tokens, next: 0, depth: 0, end: length + 1 };
    let node = parser.any_of()?;
    match parser.tokens.get(parser.next) {
        None => Ok(node),
        Some((token, at)) => Err(fault("error-formula-sign-needed", *at).with("value", written(token))),
    }
}

struct Parser {
    tokens: Vec<(Token, usize)>,
    next: usize,
    depth: usize,
    end: usize,
}

/// The signs between two values, from those that bind least.
const LEVELS: [&[(&str, Two)]; 4] = [
    &[
        ("=", Two::Is),
        ("!=", Two::IsNot),
        ("<>", Two::IsNot),
        ("<=", Two::AtMost),
        (">=", Two::AtLeast),
        ("<", Two::Less),
        (">", Two::Greater),
    ],
    &[("&", Two::Join)],
    &[("+", Two::Plus), ("-", Two::Minus)],
    &[("*", Two::Times), ("/", Two::Over), ("%", Two::Rest)],
];

impl Parser {
    fn any_of(&mut self) -> Result<Node, Fault> {
        let mut left = self.all_of()?;
        while let Some(at) = self.word("or") {
            let right = self.all_of()?;
            left = Node { at, what: What::Two(Two::Or, Box::new((left, right))) };
        }
        Ok(left)
    }

    fn all_of(&mut self) -> Result<Node, Fault> {
        let mut left = self.negated()?;
        while let Some(at) = self.word("and") {
            let right = self.negated()?;
            left = Node { at, what: What::Two(Two::And, Box::new((left, right))) };
        }
        Ok(left)
    }

    fn negated(&mut self) -> Result<Node, Fault> {
        match self.word("not") {
            Some(at) => {
                let inner = self.deeper(at, Parser::negated)?;
                Ok(Node { at, what: What::Not(Box::new(inner)) })
            }
            None => self.level(0),
        }
    }

    fn level(&mut self, level: usize) -> Result<Node, Fault> {
        let Some(signs) = LEVELS.get(level) else { return self.signed() };
        let mut left = self.level(level + 1)?;
        while let Some((two, at)) = self.one_of(signs) {
            let right = self.level(level + 1)?;
            left = Node { at, what: What::Two(two, Box::new((left, right))) };
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Node, Fault> {
        match self.sign("-") {
            Some(at) => {
                let inner = self.deeper(at, Parser::signed)?;
                Ok(Node { at, what: What::Minus(Box::new(inner)) })
            }
            None => self.value(),
        }
    }

    fn value(&mut self) -> Result<Node, Fault> {
        let Some((token, at)) = self.tokens.get(self.next).cloned() else {
            return Err(fault("error-formula-ends", self.end));
        };
        self.next += 1;
        let what = match token {
            Token::Number(number) => What::Number(number),
            Token::Text(text) => What::Text(text),
            Token::Name(name) => match name.as_str() {
                "yes" => What::YesNo(true),
                "no" => What::YesNo(false),
                "and" | "or" | "not" => {
                    return Err(fault("error-formula-value-needed", at).with("value", name));
                }
                _ if self.peeks("(") => return self.call(&name, at),
                _ => What::Named(name),
            },
            Token::Sign("(") => return self.deeper(at, |parser| parser.closed(at)),
            Token::Sign(sign) => return Err(fault("error-formula-value-needed", at).with("value", sign)),
        };
        Ok(Node { at, what })
    }

    fn closed(&mut self, opened: usize) -> Result<Node, Fault> {
        let inner = self.any_of()?;
        self.close(opened)?;
        Ok(inner)
    }

    fn close(&mut self, opened: usize) -> Result<(), Fault> {
        match self.sign(")") {
            Some(_) => Ok(()),
            None => match self.tokens.get(self.next) {
                Some((token, at)) => {
                    Err(fault("error-formula-sign-needed", *at).with("value", written(token)))
                }
                None => Err(fault("error-formula-bracket", opened)),
            },
        }
    }

    fn call(&mut self, name: &str, at: usize) -> Result<Node, Fault> {
        let function = Function::named(name, at)?;
        let opened = self.tokens[self.next].1;
        self.next += 1;
        let given = self.deeper(opened, |parser| {
            let mut given = Vec::new();
            if parser.peeks(")") {
                return Ok(given);
            }
            loop {
                given.push(parser.any_of()?);
                if parser.sign(",").is_none() {
                    return Ok(given);
                }
            }
        })?;
        self.close(opened)?;
        let (least, most) = function.takes();
        if given.len() < least || given.len() > most {
            let usage = function.usage();
            return Err(fault("error-formula-arguments", at).with("name", name).with("usage", usage));
        }
        Ok(Node { at, what: What::Call(function, given) })
    }

    fn deeper<T>(
        &mut self,
        at: usize,
        work: impl FnOnce(&mut Parser) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(fault("error-formula-deep", at).with("limit", DEEPEST));
        }
        let done = work(self)?;
        self.depth -= 1;
        Ok(done)
    }

    fn peeks(&self, sign: &str) -> bool {
        matches!(self.tokens.get(self.next), Some((Token::Sign(next), _)) if *next == sign)
    }

    fn sign(&mut self, sign: &str) -> Option<usize> {
        let at = self.tokens.get(self.next).filter(|_| self.peeks(sign))?.1;
        self.next += 1;
        Some(at)
    }

    fn word(&mut self, word: &str) -> Option<usize> {
        match self.tokens.get(self.next) {
            Some((Token::Name(name), at)) if name == word => {
                self.next += 1;
                Some(*at)
            }
            _ => None,
        }
    }

    fn one_of(&mut self, signs: &[(&'static str, Two)]) -> Option<(Two, usize)> {
        signs.iter().find_map(|(sign, two)| Some((*two, self.sign(sign)?)))
    }
}

fn written(token: &Token) -> String {
    match token {
        Token::Number(number) => number.to_string(),
        Token::Text(text) => format!("\"{text}\""),
        Token::Name(name) => name.clone(),
        Token::Sign(sign) => (*sign).to_owned(),
    }
}

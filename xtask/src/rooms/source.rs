//! A Rust file as a flat list of tokens, without comments and without tests.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, Group, LineColumn, TokenStream, TokenTree};

use super::Wrong;

/// One file of the house.
pub struct Source {
    place: String,
    pub tokens: Vec<Token>,
}

/// A name, a sign, a bracket or a literal, and the line it stands on.
pub struct Token {
    pub text: String,
    pub line: usize,
    pub is_sign: bool,
}

impl Token {
    pub fn is_name(&self, name: &str) -> bool {
        self.text == name
    }
}

impl Source {
    /// Reads the file at `path`; complaints name it from `root` on.
    pub fn read(root: &Path, path: &Path) -> Result<Source, String> {
        let place = path.strip_prefix(root).unwrap_or(path).display().to_string();
        let text = fs::read_to_string(path).map_err(|why| format!("{place}: {why}"))?;
        let stream: TokenStream = text.parse().map_err(|why| format!("{place}: {why}"))?;
        let mut tokens = Vec::new();
        flatten(stream, &mut tokens);
        Ok(Source { place, tokens })
    }

    pub fn wrong(&self, token: &Token, what: &str) -> Wrong {
        Wrong { place: format!("{}:{}", self.place, token.line), what: what.to_owned() }
    }

    /// The names that directly follow `root::`, be it one or a list in braces.
    pub fn after_path(&self, root: &str) -> Vec<&Token> {
        let starts =
            (0..self.tokens.len()).filter(|&at| self.tokens[at].is_name(root) && self.path_goes_on(at));
        starts.flat_map(|at| self.names_at(at + 3)).collect()
    }

    /// Does `::` follow the token at `at`?
    pub fn path_goes_on(&self, at: usize) -> bool {
        let sign = |at: usize| self.tokens.get(at).is_some_and(|token| token.text == ":");
        sign(at + 1) && sign(at + 2)
    }

    /// The name at `at`, or the first names of a list in braces that begins there.
    pub fn names_at(&self, at: usize) -> Vec<&Token> {
        if self.tokens.get(at).is_none_or(|token| token.text != "{") {
            return self.tokens.get(at).into_iter().collect();
        }
        let (mut names, mut depth, mut first) = (Vec::new(), 0, true);
        for token in &self.tokens[at..] {
            match token.text.as_str() {
                "{" => depth += 1,
                "}" if depth == 1 => break,
                "}" => depth -= 1,
                "," if depth == 1 => first = true,
                _ if depth == 1 && first => {
                    names.push(token);
                    first = false;
                }
                _ => {}
            }
        }
        names
    }
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut trees = stream.into_iter().peekable();
    while let Some(tree) = trees.next() {
        if is_sign(&tree, '#') {
            trees.next_if(|next| is_sign(next, '!'));
            match trees.next_if(|next| matches!(next, TokenTree::Group(_))) {
                Some(TokenTree::Group(attribute)) if means_test(&attribute) => skip_item(&mut trees),
                Some(TokenTree::Group(attribute)) if !is_comment(&attribute) => {
                    flatten(attribute.stream(), tokens)
                }
                _ => {}
            }
            continue;
        }
        let LineColumn { line, .. } = tree.span().start();
        match tree {
            TokenTree::Group(group) => {
                let (open, close) = brackets(group.delimiter());
                tokens.push(Token { text: open.to_owned(), line, is_sign: true });
                flatten(group.stream(), tokens);
                tokens.push(Token { text: close.to_owned(), line, is_sign: true });
            }
            other => {
                let is_sign = matches!(other, TokenTree::Punct(_));
                tokens.push(Token { text: other.to_string(), line, is_sign });
            }
        }
    }
}

fn is_sign(tree: &TokenTree, sign: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn means_test(attribute: &Group) -> bool {
    let text = attribute.stream().to_string().replace(' ', "");
    text == "test" || text == "cfg(test)"
}

/// Comments that make documentation arrive as `#[doc = "…"]`.
fn is_comment(attribute: &Group) -> bool {
    attribute.stream().to_string().starts_with("doc")
}

/// Passes over what an attribute stands before: to the end of its block, or to its semicolon.
fn skip_item(trees: &mut impl Iterator<Item = TokenTree>) {
    for tree in trees {
        let block = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        if block || is_sign(&tree, ';') {
            return;
        }
    }
}

fn brackets(delimiter: Delimiter) -> (&'static str, &'static str) {
    match delimiter {
        Delimiter::Parenthesis => ("(", ")"),
        Delimiter::Brace => ("{", "}"),
        Delimiter::Bracket => ("[", "]"),
        Delimiter::None => ("", ""),
    }
}

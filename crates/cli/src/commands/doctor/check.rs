//! One thing that was looked at: what was found, in words and for programs, and what to do about it.

use cordee_i18n::{Arg, Language, say};
use serde_json::{Map, Value as Json, json};

/// How something stands, from good to bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Sound,
    /// It works, and something should be done.
    Warning,
    /// It does not work as it should.
    Fault,
}

impl State {
    /// The sign before its sentence.
    pub fn mark(self) -> char {
        match self {
            State::Sound => '✓',
            State::Warning => '!',
            State::Fault => '✗',
        }
    }

    /// For programs.
    pub fn name(self) -> &'static str {
        match self {
            State::Sound => "sound",
            State::Warning => "warning",
            State::Fault => "fault",
        }
    }
}

/// What was found. Its sentence stands under `doctor-NAME`, or `doctor-NAME-WHAT` where something is wrong; what to do
/// then under `doctor-NAME-WHAT-do`.
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// How it stands.
    pub state: State,
    what: Option<&'static str>,
    found: Vec<(&'static str, Arg<'static>)>,
}

impl Check {
    /// All is well.
    pub fn sound(name: &'static str) -> Check {
        Check { name, state: State::Sound, what: None, found: Vec::new() }
    }

    /// All is well, in one of several ways.
    pub fn sound_so(name: &'static str, what: &'static str) -> Check {
        Check { what: Some(what), ..Check::sound(name) }
    }

    /// Something should be done.
    pub fn warning(name: &'static str, what: &'static str) -> Check {
        Check { state: State::Warning, what: Some(what), ..Check::sound(name) }
    }

    /// Something is wrong.
    pub fn fault(name: &'static str, what: &'static str) -> Check {
        Check { state: State::Fault, ..Check::warning(name, what) }
    }

    /// The same, telling what was found.
    pub fn with(mut self, name: &'static str, value: impl Into<Arg<'static>>) -> Check {
        self.found.push((name, value.into()));
        self
    }

    fn key(&self) -> String {
        match self.what {
            None => format!("doctor-{}", self.name),
            Some(what) => format!("doctor-{}-{what}", self.name),
        }
    }

    /// What was found, in a sentence.
    pub fn said(&self, language: Language) -> String {
        say(language, &self.key(), &self.found)
    }

    /// What to do about it, where something is wrong.
    pub fn advice(&self, language: Language) -> Option<String> {
        (self.state != State::Sound).then(|| say(language, &format!("{}-do", self.key()), &self.found))
    }

    /// For programs.
    pub fn json(&self, language: Language) -> Json {
        let value = |arg: &Arg<'_>| match arg {
            Arg::Text(text) => Json::from(text.as_ref()),
            Arg::Number(number) => Json::from(*number),
        };
        let found: Map<String, Json> =
            self.found.iter().map(|(name, arg)| ((*name).to_owned(), value(arg))).collect();
        json!({
            "state": self.state.name(), "problem": self.what.filter(|_| self.state != State::Sound), "said": self.said(language),
            "advice": self.advice(language), "found": found,
        })
    }
}

//! What is asked of a report: answers to its questions, and which records it is about.

use cordee_base::{Date, Fault, Outcome, Problem};
use cordee_records::Gate;
use cordee_schema::Filter;

use super::{Answers, Question, Report};

/// What is asked, as texts: the parameters of the API and of a page, the options of the command line.
#[derive(Clone, Debug, Default)]
pub struct WishText {
    /// Answers by the name of their question.
    pub answers: Vec<(String, String)>,
    /// A filter in its text or its JSON form.
    pub filter: Option<String>,
}

/// What is asked of a report.
#[derive(Clone, Debug)]
pub struct Wish {
    answers: Vec<(&'static str, Answer)>,
    /// Of which records: the filter that was given, and what questions narrow it to.
    pub filter: Filter,
}

#[derive(Clone, Debug)]
enum Answer {
    Day(Date),
    Number(i64),
    Text(String),
}

impl WishText {
    /// What is asked of `report`; what can't be read is a fault at its question.
    pub fn read(&self, gate: &mut Gate<'_>, report: &Report) -> Outcome<Wish> {
        let object = gate.object(report.object)?;
        let mut faults = Vec::new();
        let mut answers = Vec::new();
        for (name, text) in self.answers.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let Some(question) = report.question(name) else {
                let known: Vec<&str> = report.questions.iter().map(|question| question.name).collect();
                let fault = Fault::at(name.clone(), "error-parameter").with("name", name.as_str());
                faults.push(fault.with("options", known.join(", ")));
                continue;
            };
            match answer(gate, question, text.trim())? {
                Ok(answer) => answers.push((question.name, answer)),
                Err(fault) => faults.push(fault),
            }
        }
        for question in report.questions {
            let unsaid = answers.iter().all(|(name, _)| *name != question.name);
            if let (Answers::Day(Some(ago)), true) = (question.answer, unsaid) {
                let then = (0..ago).fold(gate.today(), |day, _| day.yesterday().unwrap_or(day));
                answers.push((question.name, Answer::Day(then)));
            }
        }
        let filter = match self
            .filter
            .as_deref()
            .map(|text| Filter::read(text, gate.catalog(), object, gate.reading()))
        {
            None => Filter::everything(),
            Some(Ok(filter)) => filter,
            Some(Err(fault)) => {
                faults.push(Fault { field: fault.field.or(Some("filter".to_owned())), ..fault });
                Filter::everything()
            }
        };
        if !faults.is_empty() {
            return Err(Problem::Invalid(faults));
        }
        let mut wish = Wish { answers, filter };
        for question in report.questions {
            if let (Answers::Narrows(_, narrow), Some(key)) = (question.answer, wish.option(question.name)) {
                let narrowed = narrow(gate, key)?;
                wish.filter = wish.filter.and(narrowed);
            }
        }
        Ok(wish)
    }
}

/// The answer in a text, or why it is none.
fn answer(gate: &mut Gate<'_>, question: &'static Question, text: &str) -> Outcome<Result<Answer, Fault>> {
    let at = |key: &'static str| Fault::at(question.name, key).with("value", text);
    Ok(match question.answer {
        Answers::Day(_) => text.parse().map(Answer::Day).map_err(|_| at("error-date")),
        Answers::Number => text.parse().map(Answer::Number).map_err(|_| at("error-number")),
        Answers::OneOf(options) => {
            let known = options.contains(&text).then(|| Answer::Text(text.to_owned()));
            known.ok_or_else(|| at("error-choice").with("options", options.join(", ")))
        }
        Answers::Found(find) | Answers::Narrows(find, _) => {
            let options = find(gate)?;
            let known = options.iter().any(|(key, _)| key == text).then(|| Answer::Text(text.to_owned()));
            let keys = || options.into_iter().map(|(key, _)| key).collect::<Vec<_>>().join(", ");
            known.ok_or_else(|| at("error-choice").with("options", keys()))
        }
    })
}

impl Wish {
    fn answer(&self, name: &str) -> Option<&Answer> {
        self.answers.iter().find(|(known, _)| *known == name).map(|(_, answer)| answer)
    }

    /// The day that answers the question called `name`.
    pub fn day(&self, name: &str) -> Option<Date> {
        match self.answer(name)? {
            Answer::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// The number that answers it.
    pub fn number(&self, name: &str) -> Option<i64> {
        match self.answer(name)? {
            Answer::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The option that answers it.
    pub fn option(&self, name: &str) -> Option<&str> {
        match self.answer(name)? {
            Answer::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The answers that were given, as texts.
    pub fn texts(&self) -> impl Iterator<Item = (&'static str, String)> + '_ {
        self.answers.iter().map(|(name, answer)| {
            let text = match answer {
                Answer::Day(day) => day.to_string(),
                Answer::Number(number) => number.to_string(),
                Answer::Text(text) => text.clone(),
            };
            (*name, text)
        })
    }
}

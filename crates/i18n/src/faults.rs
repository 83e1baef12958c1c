//! The sentence a person reads when something was not done.

use cordee_base::{Decimal, Fault, Problem};

use crate::formats::formats;
use crate::{Arg, Language, object, say};

/// What is wrong and what would be right; begins with the field's label where one is given.
pub fn fault(language: Language, fault: &Fault, field_label: Option<&str>) -> String {
    let args: Vec<_> = fault.args.iter().map(|(name, value)| (*name, arg(language, name, value))).collect();
    let sentence = say(language, key(fault), &args);
    match field_label {
        Some(label) => say(language, "error-at", &[("field", label.into()), ("sentence", sentence.into())]),
        None => sentence,
    }
}

/// What happened, as the title of an error page or of a problem document.
pub fn problem(language: Language, problem: &Problem) -> String {
    match problem {
        Problem::NotFound => say(language, "problem-not-found", &[]),
        Problem::SignInNeeded => say(language, "problem-sign-in-needed", &[]),
        Problem::NotAllowed => say(language, "problem-not-allowed", &[]),
        Problem::ConfirmNeeded => say(language, "problem-confirm-needed", &[]),
        Problem::Invalid(_) => say(language, "problem-invalid", &[]),
        Problem::Stale { .. } => say(language, "problem-stale", &[]),
        Problem::Conflict(_) => say(language, "problem-conflict", &[]),
        Problem::TooLarge(_) => say(language, "problem-too-large", &[]),
        Problem::Busy { retry_seconds } => {
            say(language, "problem-busy", &[("seconds", (*retry_seconds).into())])
        }
        Problem::Full => say(language, "problem-full", &[]),
        Problem::FilesAway { .. } => say(language, "problem-files-away", &[]),
        Problem::ReadOnly => say(language, "problem-read-only", &[]),
        Problem::Internal(_) => say(language, "problem-internal", &[]),
    }
}

/// The key of the sentence; there is another one where a guess or a place is missing.
fn key(fault: &Fault) -> &'static str {
    let missing = |name| fault.args.iter().any(|(known, value)| *known == name && value.is_empty());
    match fault.key {
        "error-unknown-field" if missing("nearest") => "error-unknown-field-plain",
        "error-formula-field" if missing("nearest") => "error-formula-field-plain",
        "error-filter" if missing("at") => "error-filter-end",
        key => key,
    }
}

/// A fault carries texts; those that count something become numbers again, so that plurals are right.
fn arg<'a>(language: Language, name: &str, value: &'a str) -> Arg<'a> {
    match name {
        "object" => object(language, value).into(),
        // What a part of a formula is and should be, in the words of the kinds of fields.
        "found" | "wanted" => {
            say(language, &format!("custom-field-kind-{}", value.replace('_', "-")), &[]).into()
        }
        "limit" | "length" | "decimals" | "min" | "max" | "count" | "expected" | "line" | "seconds" => {
            counted(language, value)
        }
        _ => value.into(),
    }
}

fn counted(language: Language, value: &str) -> Arg<'_> {
    match (value.parse::<i64>(), value.parse::<Decimal>()) {
        (Ok(whole), _) => whole.into(),
        (_, Ok(number)) => formats(language).number(number, number.scale()).into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_says_what_would_be_right() {
        let long = Fault::at("name", "error-text-long").with("limit", 1200).with("length", 1201);
        assert_eq!(
            fault(Language::En, &long, Some("Name")),
            "Name: Use at most 1,200 characters; there are 1,201 now."
        );
        let range = Fault::at("discount", "error-number-range").with("min", "0.5").with("max", 100);
        assert_eq!(fault(Language::En, &range, None), "Enter a number between 0.5 and 100.");
    }

    #[test]
    fn an_object_is_called_by_its_word_and_a_value_is_left_alone() {
        let missing =
            Fault::at("account", "error-link-missing").with("object", "account").with("value", "007");
        let said = fault(Language::En, &missing, None);
        assert!(said.contains("Account") && said.contains("“007”"), "{said}");
    }

    #[test]
    fn a_guess_is_offered_only_where_there_is_one() {
        let unknown =
            |nearest| Fault::whole("error-unknown-field").with("name", "amuont").with("nearest", nearest);
        let said = |nearest| fault(Language::En, &unknown(nearest), None);
        assert_eq!(said("amount"), "There is no field “amuont”. Did you mean “amount”?");
        assert_eq!(said(""), "There is no field “amuont”.");
        let cut = Fault::at("filter", "error-filter").with("at", "").with("expected", "a value");
        assert_eq!(fault(Language::En, &cut, None), "The filter ends too early. Expected: a value.");
    }

    #[test]
    fn every_problem_has_a_title_that_tells_nothing_of_the_inside() {
        let inside = Problem::internal("disk /dev/sda1");
        assert_eq!(
            problem(Language::En, &inside),
            "Something went wrong on our side. Your data is safe; please try again."
        );
        assert!(problem(Language::En, &Problem::Busy { retry_seconds: 1 }).contains("1 second."));
    }
}

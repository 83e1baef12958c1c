//! Saying a message: each language is read once, then a sentence costs a look-up.

use std::borrow::Cow;
use std::sync::OnceLock;

use cordee_base::Decimal;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentMessage, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::formats::formats;
use crate::{Language, pseudo};

include!(concat!(env!("OUT_DIR"), "/files.rs"));

/// What a message speaks of at one of its placeholders.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A text, put in as it stands.
    Text(Cow<'a, str>),
    /// A whole number, grouped as the language does and choosing the plural.
    Number(i64),
}

/// The sentence under `key` in `language`, else in English, else the key itself made readable.
pub fn say(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    say_known(language, key, args).unwrap_or_else(|| readable(key))
}

/// Whether `language` itself has a message under `key`.
pub fn has(language: Language, key: &str) -> bool {
    bundle(language).has_message(key)
}

/// All keys of `language` with the file each stands in, in the order of files.
pub fn keys(language: Language) -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().filter(move |(code, _, _)| *code == language.written().code()).flat_map(|(_, file, text)| {
        let starts = text.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic()));
        starts.filter_map(|line| line.split_once('=')).map(|(key, _)| (*file, key.trim_end()))
    })
}

/// The sentence under `key` in `language` or in English, if there is one.
pub(crate) fn say_known(language: Language, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    let (bundle, message) = message(language, key).or_else(|| message(Language::En, key))?;
    let args = fluent_args(args);
    // Fluent reports a missing argument and still says the rest; the rest is what a person needs.
    let said = bundle.format_pattern(message.value()?, args.as_ref(), &mut Vec::new()).into_owned();
    Some(if language == Language::Pseudo { pseudo::bracketed(&said) } else { said })
}

/// What something is called, and what it is, as the language sets them apart: `Stage: Won`, `阶段：赢单`.
pub fn pair(language: Language, label: impl AsRef<str>, text: impl AsRef<str>) -> String {
    // No words of its own that could be longer.
    say(language.written(), "pair", &[("label", label.as_ref().into()), ("text", text.as_ref().into())])
}

fn message(language: Language, key: &str) -> Option<(&'static Bundle, FluentMessage<'static>)> {
    let bundle = bundle(language);
    bundle.get_message(key).map(|message| (bundle, message))
}

fn fluent_args<'a>(args: &'a [(&'a str, Arg<'a>)]) -> Option<FluentArgs<'a>> {
    if args.is_empty() {
        return None;
    }
    let values = args.iter().map(|(name, arg)| match arg {
        Arg::Text(text) => (*name, FluentValue::from(text.as_ref())),
        Arg::Number(number) => (*name, FluentValue::from(*number)),
    });
    Some(values.collect())
}

/// `close-date` and `close_date` become `Close date`.
pub(crate) fn readable(key: &str) -> String {
    capital(&key.replace(['-', '_'], " "))
}

/// A text as it begins a heading: with a capital letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: [OnceLock<Bundle>; Language::COUNT] = [const { OnceLock::new() }; Language::COUNT];

/// The messages of `language`, read at the first call.
fn bundle(language: Language) -> &'static Bundle {
    BUNDLES[language as usize].get_or_init(|| read(language))
}

fn read(language: Language) -> Bundle {
    let identifier: LanguageIdentifier = language.code().parse().expect("our codes are language tags");
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    // The marks are for text of mixed direction; none of our languages is written from right to left.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::En | Language::Pseudo => |value, _| grouped(Language::En, value),
        Language::Fr => |value, _| grouped(Language::Fr, value),
        Language::Ru => |value, _| grouped(Language::Ru, value),
        Language::Uk => |value, _| grouped(Language::Uk, value),
        Language::Zh => |value, _| grouped(Language::Zh, value),
    }));
    match language {
        Language::Pseudo => bundle.set_transform(Some(pseudo::stretched)),
        Language::Fr => bundle.set_transform(Some(unbroken)),
        _ => {}
    }
    for (_, _, text) in FILES.iter().filter(|(code, _, _)| *code == language.written().code()) {
        // A file with a slip in it still gives its sound messages; a test keeps the files free of slips.
        let resource = FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(sound, _)| sound);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// French puts a blank before its tall marks and inside its quotes; no line may end there. What begins with such a mark is
/// no mark, but a piece of code: `?sslmode`, `!=`.
fn unbroken(text: &str) -> Cow<'_, str> {
    const BLANKS: [(&str, &str); 6] = [
        (" :", "\u{a0}:"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
    ];
    BLANKS.iter().fold(Cow::Borrowed(text), |text, (plain, kept)| match text.contains(plain) {
        true => Cow::Owned(joined(&text, plain, kept)),
        false => text,
    })
}

/// The text with `kept` for `plain`, wherever a mark ends there.
fn joined(text: &str, plain: &str, kept: &str) -> String {
    let mut parts = text.split(plain);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code =
            !plain.starts_with('«') && part.starts_with(|next: char| next == '=' || next.is_alphanumeric());
        whole.push_str(if code { plain } else { kept });
        whole.push_str(part);
    }
    whole
}

/// A number inside a sentence as the language writes it; Fluent itself would not group its digits.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let exact = Decimal::try_from(number.value).ok()?;
    Some(formats(language).number(exact, number.options.minimum_fraction_digits.unwrap_or(0) as u32))
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Arg<'a> {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Arg<'a> {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(number.into())
    }
}

impl From<u64> for Arg<'_> {
    fn from(number: u64) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::from(number as u64)
    }
}

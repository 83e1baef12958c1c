//! What a feature is made of: actions, metrics, jobs, hooks, and the registry in which all of them stand.
//!
//! A verb is declared once as an [`Action`]; button, dialog, endpoint, command and automation step follow from it.
//! A figure is declared once as a [`Metric`]; page, API, command line and reports ask it. What is done without anybody
//! waiting is declared once as a [`Job`]; queue, schedule, pages and command line follow.

mod action;
mod aid;
mod ask;
mod aspect;
mod attachment;
mod bulk;
mod by;
mod changed;
mod found;
mod glimpse;
mod goal;
mod imported;
mod imports;
mod job;
mod likely;
mod metric;
mod notice;
mod outside;
mod portrait;
mod registry;
mod reminder;
mod report;
mod sight;
mod today;
mod transfer;
mod webhook;
mod whose;

pub use action::{Action, Done, Input, On};
pub use aid::{Aid, Begun};
pub use ask::{AskText, as_of, json_number, keys_json};
pub use aspect::{Along, List, People, Silence, Tell};
pub use attachment::attachment_json;
pub use bulk::{BULK_JOB, SMALL_BULK, begin_bulk, undo_bulk};
pub use by::{by_text, parse_by};
pub use changed::{audited_json, changed_json, entry_json, record_json};
pub use cordee_records::Hook;
pub use cordee_ui::names;
pub use found::found_json;
pub use glimpse::{Glimpse, Seen};
pub use goal::{ByMonth, Goal, Reached};
pub use imported::{check_json, import_json, look_json, row_problem_json};
pub use imports::{
    Check, Export, Format, Given, Imports, Leg, Look, LookColumn, Near, ProblemCount, Progress, ReadAs,
    RowProblem, Watch, Wishes,
};
pub use job::{Ended, Follower, HOUSE, Job, Queue, WEBHOOK_JOB, Work};
pub use likely::{doubles_json, likely_json};
pub use metric::{Answer, Ask, Figure, Metric, Statistic, Unit};
pub use notice::notice_json;
pub use outside::{Outside, Post, Reply, Unsent};
pub use portrait::{Circle, Guide, Known, Lack, Linked, Member, Mend, Met, Next, Parts, Portrait, portrait};
pub use registry::Registry;
pub use reminder::{Opens, Reminder};
pub use report::{
    Answers, Begin, Behind, Drawn, Fact, Offered, Part as ReportPart, Question, Report, Row, Said, Sheet,
    Table, Told, Wish, WishText, report_json, word_key,
};
pub use sight::{Sentence, share_json, sight_json, sight_sentences};
pub use today::{Day, DayAsked, Part, Rest, Section, SoFar, Source, Today, Waiting, day_json, same_words};
pub use transfer::{TRANSFER_JOB, begin_transfer, holdings_json, transfer_json, undo_transfer};
pub use webhook::{delivery_json, try_webhook, webhook_json};
pub use whose::Whose;

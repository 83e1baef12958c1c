//! What is done without anybody waiting.

use cordee_i18n::Language;
use cordee_kit::Registry;

use super::operation;
use crate::api::jobs;
use crate::openapi::operation::{Answered, Operation, schema};
use crate::openapi::parameters;

/// What is done without anybody waiting.
pub(super) fn operations(registry: &Registry, language: Language) -> Vec<Operation> {
    let told = |method, path, id, key, answer| operation(language, "jobs", method, path, id, key, answer);
    let query = |name: &&'static str| parameters::query(language, None, name);
    let round = registry.jobs.iter().filter(|job| job.every.is_some()).map(|job| job.name);
    let done = |meaning| Answered::nothing(meaning);
    vec![
        Operation {
            parameters: jobs::PARAMETERS.iter().map(query).collect(),
            refusals: &[400, 401, 403],
            ..told("GET", "/jobs", "listJobs", "api-jobs", Answered::with("The jobs", schema("JobList")))
        },
        Operation {
            refusals: &[400, 401, 403],
            ..told(
                "GET",
                "/jobs/queues",
                "listQueues",
                "api-job-queues",
                Answered::with("The queues and schedules", schema("Queues")),
            )
        },
        Operation {
            parameters: vec![parameters::name(language, &round.collect::<Vec<_>>())],
            refusals: &[400, 401, 403, 404],
            ..told("POST", "/jobs/schedules/{name}", "runJob", "api-job-run", done("It waits in the queue"))
        },
        Operation {
            refusals: &[400, 401, 403, 404, 422],
            ..told("POST", "/jobs/{id}/again", "runJobAgain", "api-job-again", done("It waits in the queue"))
        },
        Operation {
            refusals: &[400, 401, 403, 404, 422],
            ..told("DELETE", "/jobs/{id}", "discardJob", "api-job-discard", done("It is gone"))
        },
    ]
}

//! Planning: what has become of the pipeline, what it comes to, and how sure that is.

mod forecast;
mod periods;
mod review;
mod scope;
mod stages;

use cordee_kit::Report;

/// The reports of planning, in the order in which they are offered.
pub const REPORTS: [&Report; 3] =
    [&review::PIPELINE_REVIEW, &forecast::FORECAST, &stages::STAGE_ANALYTICS];

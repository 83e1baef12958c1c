//! The pipeline of a new workspace, and templates for further ones.

/// A pipeline as it is first set up. Its name is the word `pipeline-default-KEY`.
#[derive(Clone, Copy, Debug)]
pub struct PipelineDefault {
    /// What it is known by: `seven_steps`.
    pub key: &'static str,
    /// Its stages, in order.
    pub stages: &'static [StageDefault],
}

/// A stage as it is first set up. Its name is the word `stage-default-KEY`, what it is for `stage-method-KEY`, what to do
/// and to ask there `stage-playbook-KEY`.
#[derive(Clone, Copy, Debug)]
pub struct StageDefault {
    /// What it is known by: `proposal`.
    pub key: &'static str,
    /// How many of a hundred deals there are won.
    pub probability: u8,
    /// The option of the stage's kind.
    pub kind: &'static str,
    /// The option of its forecast category.
    pub forecast_category: &'static str,
    /// The option of its step in the buyer's mind; none once that is decided.
    pub buying_step: Option<&'static str>,
    /// The option of its part of the funnel; none behind the funnel.
    pub funnel_part: Option<&'static str>,
    /// How many days a deal should take there at most; none where deals rest.
    pub expected_days: Option<u16>,
}

impl StageDefault {
    /// Whether there is something to do there: of a deal that is won or lost all has been done.
    pub fn has_playbook(&self) -> bool {
        matches!(self.kind, "open" | "after")
    }
}

/// The default pipeline first, then the templates.
pub const PIPELINES: &[PipelineDefault] = &[
    PipelineDefault { key: "sales", stages: SALES },
    PipelineDefault { key: "seven_steps", stages: SEVEN_STEPS },
    PipelineDefault { key: "four_steps", stages: FOUR_STEPS },
];

const SALES: &[StageDefault] = &[
    open("prospecting", 10, "pipeline", "awareness", "top", 14),
    open("qualification", 20, "pipeline", "awareness", "middle", 14),
    open("demo_or_meeting", 40, "pipeline", "consideration", "middle", 21),
    open("proposal", 60, "best_case", "decision", "bottom", 14),
    open("negotiation_and_commitment", 80, "commit", "decision", "bottom", 14),
    WON,
    LOST,
    after("post_purchase", 30),
];

const SEVEN_STEPS: &[StageDefault] = &[
    open("prospecting", 5, "pipeline", "awareness", "top", 14),
    open("preparation", 10, "pipeline", "awareness", "top", 7),
    open("approach", 20, "pipeline", "awareness", "middle", 14),
    open("presentation", 40, "pipeline", "consideration", "middle", 14),
    open("handling_objections", 60, "best_case", "consideration", "bottom", 14),
    open("closing", 80, "commit", "decision", "bottom", 14),
    WON,
    LOST,
    after("follow_up", 30),
];

const FOUR_STEPS: &[StageDefault] = &[
    open("research", 10, "pipeline", "awareness", "top", 14),
    open("prospecting", 25, "pipeline", "consideration", "middle", 21),
    open("call_and_close", 60, "commit", "decision", "bottom", 21),
    WON,
    LOST,
    after("relationship", 90),
];

const WON: StageDefault = StageDefault {
    key: "won",
    probability: 100,
    kind: "won",
    forecast_category: "closed",
    buying_step: None,
    funnel_part: None,
    expected_days: None,
};

const LOST: StageDefault =
    StageDefault { key: "lost", probability: 0, kind: "lost", forecast_category: "omitted", ..WON };

const fn open(
    key: &'static str,
    probability: u8,
    forecast_category: &'static str,
    buying_step: &'static str,
    funnel_part: &'static str,
    expected_days: u16,
) -> StageDefault {
    StageDefault {
        key,
        probability,
        kind: "open",
        forecast_category,
        buying_step: Some(buying_step),
        funnel_part: Some(funnel_part),
        expected_days: Some(expected_days),
    }
}

/// What follows the purchase: the deal stays won and is looked after.
const fn after(key: &'static str, expected_days: u16) -> StageDefault {
    StageDefault { key, kind: "after", expected_days: Some(expected_days), ..WON }
}

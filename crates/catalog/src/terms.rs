//! The glossary: the words of the trade that Cordee uses, where one meets them, and what to read beside them.
//!
//! What they mean stands in `locales/*/glossary.ftl`. A term that nothing in Cordee is yet has no place, only a meaning.

use cordee_schema::Lives::{Choice, Field, Metric, Object, Option, Page, Weighted};
use cordee_schema::{Term, term};

/// All terms.
pub const TERMS: &[Term] =
    &[
        // Who sells.
        term("account_executive").beside(&["sdr", "inside_sales", "field_sales", "quota"]),
        term("account_development_representative").beside(&["bdr", "sdr", "account_based_selling"]),
        term("bdr").beside(&["sdr", "prospecting", "account_executive"]),
        term("sdr").beside(&["bdr", "lead_qualification", "account_executive"]),
        term("head_of_sales").beside(&["quota", "forecasting", "pipeline_review"]),
        term("inside_sales").beside(&["field_sales", "sdr"]),
        term("field_sales").beside(&["inside_sales", "account_executive"]),
        term("customer_success").beside(&["onboarding", "churn_rate", "retention_rate", "nrr"]),
        term("territory").beside(&["quota", "account_executive"]),
        term("sales_enablement").beside(&["sales_methodology", "sales_process"]),
        // To whom.
        term("account")
            .lives(&[
                Object("account"),
                Field("opportunity", "account"),
                Field("contact", "account"),
                Field("lead", "account"),
                Field("activity", "account"),
            ])
            .beside(&["opportunity", "prospect", "account_based_selling"]),
        term("prospect").lives(&[Choice("account", "lifecycle")]).beside(&[
            "lead",
            "prospecting",
            "qualified_lead",
        ]),
        term("consumer").lives(&[Choice("account", "kind")]).beside(&["b2c", "buyer_behaviour"]),
        term("b2b").lives(&[Choice("account", "kind")]).beside(&["b2c", "b2p", "buying_process"]),
        term("b2c").lives(&[Choice("account", "kind")]).beside(&["b2b", "consumer"]),
        term("b2p").beside(&["b2b", "b2c"]),
        term("account_based_selling")
            .lives(&[Object("account")])
            .beside(&["account", "account_development_representative"]),
        term("buyer_persona").beside(&["buyer_behaviour", "pain_point", "value_proposition"]),
        term("buyer_behaviour").beside(&["buying_process", "buying_signal", "buyer_persona"]),
        term("decision_maker").lives(&[Choice("committee_member", "role")]).beside(&[
            "gatekeeper",
            "bant",
            "buying_process",
        ]),
        term("gatekeeper")
            .lives(&[Choice("committee_member", "role"), Field("committee_member", "guards")])
            .beside(&["decision_maker", "cold_call"]),
        // How they buy.
        term("buying_process").lives(&[Field("stage", "buying_step")]).beside(&[
            "sales_process",
            "buyer_behaviour",
            "buying_criteria",
        ]),
        term("buying_criteria").lives(&[Object("buying_criterion")]).beside(&[
            "buying_process",
            "value_proposition",
            "bant",
        ]),
        term("buying_signal")
            .lives(&[Object("buying_signal"), Field("opportunity", "last_signal")])
            .beside(&["buying_intent", "closed_won", "follow_up"]),
        term("buying_intent").beside(&["buying_signal", "lead_scoring", "bottom_of_funnel"]),
        term("pain_point").lives(&[Object("pain_point")]).beside(&[
            "value_proposition",
            "discovery_call",
            "objection",
        ]),
        term("objection")
            .lives(&[Object("objection"), Page("report-objections", "/reports/objections")])
            .beside(&["pain_point", "follow_up", "value_proposition"]),
        // Leads.
        term("lead").lives(&[Object("lead"), Field("activity", "lead")]).beside(&[
            "prospect",
            "qualified_lead",
            "lead_qualification",
        ]),
        term("lead_generation").lives(&[Object("lead"), Choice("lead", "source")]).beside(&[
            "demand_generation",
            "lead",
            "prospecting",
        ]),
        term("demand_generation").beside(&["lead_generation", "top_of_funnel"]),
        term("lead_qualification").lives(&[Choice("lead", "status")]).beside(&[
            "bant",
            "gpctba_ci",
            "mql",
            "sql",
            "bad_lead",
        ]),
        term("lead_scoring").beside(&["lead_qualification", "mql", "buying_intent"]),
        term("lead_nurturing").lives(&[Choice("lead", "status")]).beside(&["lead", "mql", "top_of_funnel"]),
        term("lead_management").lives(&[Object("lead")]).beside(&[
            "lead",
            "lead_qualification",
            "lead_nurturing",
        ]),
        term("bad_lead")
            .lives(&[Choice("lead", "disqualify_reason")])
            .beside(&["lead_qualification", "qualified_lead"]),
        term("qualified_lead").lives(&[Choice("lead", "status")]).beside(&[
            "mql",
            "sql",
            "lead_qualification",
        ]),
        term("mql").lives(&[Choice("lead", "status")]).beside(&["sql", "qualified_lead", "smarketing"]),
        term("sql").lives(&[Choice("lead", "status")]).beside(&["mql", "qualified_lead", "opportunity"]),
        term("referral").lives(&[Choice("lead", "source")]).beside(&["promoter", "prospecting"]),
        term("bant").beside(&["gpctba_ci", "lead_qualification", "decision_maker"]),
        term("gpctba_ci").beside(&["bant", "lead_qualification", "discovery_call"]),
        // Finding and talking.
        term("prospecting").beside(&["prospect", "cold_call", "sdr", "social_selling"]),
        term("cold_call").lives(&[Choice("activity", "kind")]).beside(&[
            "icebreaker",
            "prospecting",
            "gatekeeper",
        ]),
        term("icebreaker").beside(&["cold_call", "discovery_call"]),
        term("discovery_call").lives(&[Choice("activity", "kind")]).beside(&[
            "pain_point",
            "lead_qualification",
            "value_demonstration",
        ]),
        term("value_demonstration").lives(&[Choice("activity", "kind")]).beside(&[
            "discovery_call",
            "close_ratio",
            "feature_and_benefit",
        ]),
        term("social_selling").lives(&[Choice("activity", "kind")]).beside(&["prospecting", "touchpoint"]),
        term("touchpoint").lives(&[Object("activity")]).beside(&["follow_up", "conversion_path"]),
        term("follow_up").lives(&[Object("activity")]).beside(&["next_step", "touchpoint"]),
        term("next_step")
            .lives(&[Field("opportunity", "next_step")])
            .beside(&["follow_up", "opportunity_management"]),
        term("always_be_closing").beside(&["sales_methodology", "closed_won"]),
        term("sound_bite").beside(&["positioning_statement", "value_proposition"]),
        term("positioning_statement").beside(&["value_proposition", "buyer_persona"]),
        term("value_proposition").beside(&["feature_and_benefit", "positioning_statement", "pain_point"]),
        term("feature").beside(&["feature_and_benefit", "value_proposition"]),
        term("feature_and_benefit").beside(&["feature", "value_proposition"]),
        term("call_to_action").beside(&["conversion", "touchpoint"]),
        // Funnel and pipeline.
        term("sales_funnel").lives(&[Field("stage", "funnel_part")]).beside(&[
            "sales_pipeline",
            "top_of_funnel",
            "middle_of_funnel",
            "bottom_of_funnel",
            "conversion_rate",
        ]),
        term("top_of_funnel").lives(&[Choice("stage", "funnel_part")]).beside(&[
            "sales_funnel",
            "middle_of_funnel",
            "demand_generation",
        ]),
        term("middle_of_funnel").lives(&[Choice("stage", "funnel_part")]).beside(&[
            "top_of_funnel",
            "bottom_of_funnel",
            "lead_nurturing",
        ]),
        term("bottom_of_funnel").lives(&[Choice("stage", "funnel_part")]).beside(&[
            "middle_of_funnel",
            "buying_intent",
            "closed_won",
        ]),
        term("flywheel").beside(&["sales_funnel", "customer_success", "referral"]),
        term("sales_pipeline")
            .lives(&[Object("pipeline"), Field("opportunity", "pipeline"), Metric("pipeline_value")])
            .beside(&["sales_funnel", "weighted_pipeline", "pipeline_coverage", "key_stage"]),
        term("key_stage")
            .lives(&[
                Field("pipeline", "key_stage"),
                Field("pipeline", "found_key_stage"),
                Page("report-stage-analytics", "/reports/stage_analytics"),
            ])
            .beside(&["sales_pipeline", "sales_process", "conversion_rate"]),
        term("sales_process").lives(&[Object("stage")]).beside(&[
            "buying_process",
            "sales_methodology",
            "sales_pipeline",
        ]),
        term("sales_methodology").lives(&[Field("stage", "description")]).beside(&[
            "sales_process",
            "sales_playbook",
            "bant",
            "gpctba_ci",
        ]),
        term("sales_playbook").lives(&[Field("stage", "playbook")]).beside(&[
            "sales_methodology",
            "sales_process",
            "sales_enablement",
        ]),
        term("pipeline_management").lives(&[Object("opportunity")]).beside(&[
            "sales_pipeline",
            "pipeline_review",
            "weighted_pipeline",
        ]),
        term("pipeline_review")
            .lives(&[Page("report-pipeline-review", "/reports/pipeline_review")])
            .beside(&["pipeline_management", "forecasting", "next_step"]),
        term("pipeline_coverage")
            .lives(&[Page("report-coverage", "/reports/coverage")])
            .beside(&["quota", "sales_pipeline", "forecasting"])
            .reckoned(),
        term("win_probability")
            .lives(&[Page("report-win-probability", "/reports/win_probability")])
            .beside(&["win_rate", "weighted_pipeline", "forecasting"]),
        term("focus")
            .lives(&[Page("report-focus", "/reports/focus")])
            .beside(&["win_probability", "buying_signal", "next_step"])
            .reckoned(),
        term("weighted_pipeline")
            .lives(&[Metric("weighted_pipeline"), Weighted("opportunity")])
            .beside(&["sales_pipeline", "forecasting", "forecast_category"])
            .reckoned(),
        // Deals.
        term("opportunity")
            .lives(&[
                Object("opportunity"),
                Field("activity", "opportunity"),
                Field("lead", "opportunity"),
                Field("opportunity", "counts"),
                Field("pipeline", "counts_from"),
            ])
            .beside(&["sales_pipeline", "next_step", "closed_opportunity"]),
        term("opportunity_management").lives(&[Object("opportunity")]).beside(&[
            "opportunity",
            "pipeline_management",
            "next_step",
        ]),
        term("closed_opportunity").lives(&[Choice("opportunity", "state")]).beside(&[
            "closed_won",
            "closed_lost",
            "win_rate",
        ]),
        term("closed_won")
            .lives(&[
                Metric("won_value"),
                Metric("won_count"),
                Option("opportunity", "state", "won"),
                Choice("opportunity", "win_reason"),
            ])
            .beside(&["closed_lost", "win_rate", "quota"]),
        term("closed_lost")
            .lives(&[
                Option("opportunity", "state", "lost"),
                Choice("opportunity", "loss_reason"),
                Metric("lost_count"),
            ])
            .beside(&["closed_won", "objection", "win_rate"]),
        term("win_loss").lives(&[Page("report-win-loss", "/reports/win_loss")]).beside(&[
            "closed_won",
            "closed_lost",
            "win_rate",
            "objection",
        ]),
        term("cross_sell").lives(&[Choice("opportunity", "type")]).beside(&["up_sell", "clv"]),
        term("up_sell").lives(&[Choice("opportunity", "type")]).beside(&["cross_sell", "nrr"]),
        term("sales_cycle")
            .lives(&[Metric("sales_cycle_days"), Field("opportunity", "cycle_days")])
            .beside(&["sales_velocity", "sales_process"])
            .reckoned(),
        term("sales_velocity")
            .lives(&[Metric("sales_velocity"), Page("report-stage-analytics", "/reports/stage_analytics")])
            .beside(&["sales_cycle", "win_rate"])
            .reckoned(),
        term("win_rate")
            .lives(&[Metric("win_rate"), Metric("win_rate_by_value")])
            .beside(&["close_ratio", "closed_won", "closed_lost"])
            .reckoned(),
        term("close_ratio").beside(&["win_rate", "value_demonstration", "conversion_rate"]).reckoned(),
        term("conversion").lives(&[Field("lead", "converted_at")]).beside(&[
            "conversion_rate",
            "conversion_path",
            "call_to_action",
        ]),
        term("conversion_rate")
            .lives(&[Page("report-stage-analytics", "/reports/stage_analytics")])
            .beside(&["conversion", "sales_funnel"])
            .reckoned(),
        term("conversion_path").beside(&["conversion", "touchpoint", "call_to_action"]),
        // Forecast and targets.
        term("forecasting").lives(&[Page("report-forecast", "/reports/forecast")]).beside(&[
            "forecast_category",
            "weighted_pipeline",
            "quota",
        ]),
        term("forecast_call").lives(&[Object("forecast_call")]).beside(&[
            "forecasting",
            "forecast_category",
            "forecast_accuracy",
        ]),
        term("forecast_accuracy")
            .lives(&[Page("report-forecast-calls", "/reports/forecast_calls")])
            .beside(&["forecasting", "forecast_call"])
            .reckoned(),
        term("forecast_category")
            .lives(&[Field("opportunity", "forecast_category"), Field("stage", "forecast_category")])
            .beside(&["forecasting", "weighted_pipeline"]),
        term("quota").lives(&[Object("quota"), Page("report-coverage", "/reports/coverage")]).beside(&[
            "territory",
            "commission",
            "pipeline_coverage",
            "sales_performance_management",
        ]),
        term("credit_split").lives(&[Object("credit_split")]).beside(&["quota", "commission", "closed_won"]),
        term("commission").beside(&["quota", "credit_split", "sales_performance_management"]).reckoned(),
        term("sales_performance_management")
            .lives(&[
                Page("report-coverage", "/reports/coverage"),
                Page("report-scoreboard", "/reports/scoreboard"),
            ])
            .beside(&["quota", "commission", "territory", "kpi"]),
        term("scoreboard").lives(&[Page("report-scoreboard", "/reports/scoreboard")]).beside(&[
            "kpi",
            "win_rate",
            "sales_cycle",
        ]),
        term("kpi").lives(&[Page("figures-title", "/metrics")]).beside(&[
            "sales_dashboard",
            "conversion_rate",
            "win_rate",
        ]),
        // Money.
        term("acv").beside(&["tcv", "arr", "mrr"]).reckoned(),
        term("tcv").beside(&["acv", "arr"]).reckoned(),
        term("mrr")
            .lives(&[Field("opportunity_line", "recurring"), Field("product", "recurring")])
            .beside(&["arr", "nrr", "grr"])
            .reckoned(),
        term("arr")
            .lives(&[Field("opportunity", "arr"), Field("opportunity_line", "arr"), Metric("won_arr")])
            .beside(&["mrr", "acv"])
            .reckoned(),
        term("nrr").beside(&["grr", "churn_rate", "up_sell"]).reckoned(),
        term("grr").beside(&["nrr", "churn_rate"]).reckoned(),
        term("churn_rate").beside(&["retention_rate", "grr", "customer_success"]).reckoned(),
        term("retention_rate").beside(&["churn_rate", "nrr"]).reckoned(),
        term("cac").beside(&["clv", "smarketing"]).reckoned(),
        term("clv").beside(&["cac", "churn_rate"]).reckoned(),
        term("profit_margin").beside(&["markup", "price_book"]).reckoned(),
        term("markup").beside(&["profit_margin", "price_book"]).reckoned(),
        term("nps").beside(&["promoter", "passive", "detractor"]).reckoned(),
        term("promoter").beside(&["nps", "referral"]),
        term("passive").beside(&["nps", "promoter"]),
        term("detractor").beside(&["nps", "churn_rate"]),
        // After the sale.
        term("onboarding").beside(&["customer_success", "churn_rate"]),
        term("case").beside(&["escalation", "service_level_agreement"]),
        term("escalation").beside(&["case", "sla_breach"]),
        term("service_level_agreement").beside(&["sla_breach", "case", "smarketing"]),
        term("sla_breach").beside(&["service_level_agreement", "escalation"]),
        term("smarketing").beside(&["service_level_agreement", "mql", "sql"]),
        // Papers.
        term("price_book").beside(&["cpq", "profit_margin", "markup"]),
        term("cpq").beside(&["price_book", "contract_management"]),
        term("contract_management").beside(&["amendment", "cpq"]),
        term("amendment").beside(&["contract_management"]),
        // The tool.
        term("crm").beside(&["operational_crm", "analytical_crm", "collaborative_crm"]),
        term("operational_crm").beside(&["crm", "analytical_crm", "data_entry"]),
        term("analytical_crm").beside(&["crm", "crm_analytics", "business_intelligence"]),
        term("collaborative_crm")
            .lives(&[Page("notification-many", "/notifications")])
            .beside(&["crm", "operational_crm"]),
        term("crm_analytics").lives(&[Page("figures-title", "/metrics")]).beside(&[
            "analytical_crm",
            "kpi",
            "ad_hoc_report",
        ]),
        term("cloud_crm").beside(&["on_premises_crm", "crm"]),
        term("on_premises_crm").beside(&["cloud_crm", "crm"]),
        term("data_entry").lives(&[Page("action-import", "/import")]).beside(&["crm", "operational_crm"]),
        term("ad_hoc_report").beside(&["sales_dashboard", "crm_analytics", "business_intelligence"]),
        term("business_intelligence").beside(&["ad_hoc_report", "crm_analytics"]),
        term("sales_dashboard").beside(&["kpi", "ad_hoc_report"]),
    ];

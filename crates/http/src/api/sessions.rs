//! `/sessions`: the browsers in which one is signed in.

use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_records::sign_in::SessionInfo;
use serde_json::{Value, json};

use super::own::Own;

impl Own for SessionInfo {
    fn all(gate: &mut Gate<'_>) -> Outcome<Vec<SessionInfo>> {
        gate.my_sessions()
    }

    fn end(gate: &mut Gate<'_>, id: Id) -> Outcome<()> {
        gate.end_session(id)
    }

    fn shown(&self) -> Value {
        json!({
            "id": self.id.to_string(),
            "agent": self.agent,
            "address": self.address,
            "opened_at": self.opened_at.to_string(),
            "seen_at": self.seen_at.map(|moment| moment.to_string()),
        })
    }
}

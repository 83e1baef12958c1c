//! A list that was arranged follows what its fields say of themselves: whether they stand in the list.

use cordee_base::Outcome;
use cordee_schema::Draft;

use super::names;
use crate::Gate;
use crate::gate::Change;
use crate::system::{custom_field, layout};

impl Gate<'_> {
    /// Puts a field into the arranged list and on top of the page when it comes to stand in the list, and takes it out
    /// when it does so no more.
    pub(crate) fn arranged_list_follows(&mut self, change: &Change<'_>) -> Outcome<()> {
        let in_list = change.after(custom_field::IN_LIST) == Some(true);
        let was = change.before.and_then(|before| before.get(custom_field::IN_LIST)) == Some(true);
        let (Some(object), Some(name)) =
            (change.after(custom_field::OBJECT), change.after(custom_field::NAME))
        else {
            return Ok(());
        };
        if in_list == was {
            return Ok(());
        }
        let Some(object) = self.catalog().object(&object) else { return Ok(()) };
        self.as_engine("the arrangement of an object that has a new field", |gate| {
            let Some(row) = gate.layout_of(object)? else { return Ok(()) };
            let mut draft = Draft::new(&layout::LAYOUT);
            for part in [layout::LIST, layout::FACTS] {
                let text = row.get(part).unwrap_or_default();
                let mut said = names(&text);
                // What was not arranged is as declared.
                if text.trim().is_empty() || said.contains(&name.as_str()) == in_list {
                    continue;
                }
                said.retain(|known| *known != name);
                said.extend(in_list.then_some(name.as_str()));
                draft = draft.with(part, said.join("\n"));
            }
            gate.update(row.head.id, None, draft).map(|_| ())
        })
    }
}

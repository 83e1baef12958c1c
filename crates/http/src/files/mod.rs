//! Files over HTTP: taken in as they come, given out piece by piece, with headers that let no browser run anything.

mod disposition;
mod pieces;
mod receive;
mod send;
mod thumbnail;

use std::time::Duration;

pub(crate) use disposition::{attached, named_in};
pub(crate) use pieces::as_it_comes;
pub(crate) use receive::{in_time, is_form, take_in};
pub(crate) use send::{Asked, sent};
pub(crate) use thumbnail::thumbnail;

/// The time an upload may take as a whole: an hour. Where nothing comes for a while, it is given up much sooner.
pub(crate) const UPLOAD: Duration = Duration::from_secs(3600);

/// Whether a route takes files in, so that it may take longer than others.
pub(crate) fn takes_files(route: &str) -> bool {
    ["/attachments", "/files", "/import_plans"].iter().any(|end| route.ends_with(end))
}

//! What an address names that takes no parameters: something by its id, or a record of an object.

use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use cordee_base::{Id, Outcome};
use cordee_records::Gate;
use cordee_schema::Object;

use super::parameters::Parameters;
use super::{id, object};
use crate::{App, Refused};

/// `…/{id}`: what has this id.
pub(crate) struct One(pub Id);

/// `…/{id}/…/{id}`: what has the second id, of what has the first.
pub(crate) struct OneOf(pub Id, pub Id);

/// `/{objects}/{id}/…`: a record.
#[derive(Clone)]
pub(crate) struct Place {
    plural: String,
    /// The record's id.
    pub id: Id,
}

/// `/{objects}/{id}/…/{id}`: what has this id, of a record.
pub(crate) struct PlaceOf(pub Place, pub Id);

impl Place {
    /// The object, if the caller may know of it.
    pub(crate) fn object(&self, gate: &Gate<'_>) -> Outcome<&'static Object> {
        object(gate, &self.plural)
    }
}

/// The changing parts of an address that takes no parameters.
async fn parts<T: serde::de::DeserializeOwned + Send + 'static>(
    parts: &mut Parts,
    app: &App,
) -> Result<T, Refused> {
    // What is no text leads nowhere.
    let path = Path::<T>::from_request_parts(parts, app).await;
    let Path(path) = path.map_err(|_| cordee_base::Problem::NotFound)?;
    Parameters::of(&parts.uri, &[])?;
    Ok(path)
}

impl FromRequestParts<App> for One {
    type Rejection = Refused;

    async fn from_request_parts(request: &mut Parts, app: &App) -> Result<One, Refused> {
        let text: String = parts(request, app).await?;
        Ok(One(id(&text)?))
    }
}

impl FromRequestParts<App> for OneOf {
    type Rejection = Refused;

    async fn from_request_parts(request: &mut Parts, app: &App) -> Result<OneOf, Refused> {
        let (of, text): (String, String) = parts(request, app).await?;
        Ok(OneOf(id(&of)?, id(&text)?))
    }
}

impl FromRequestParts<App> for Place {
    type Rejection = Refused;

    async fn from_request_parts(request: &mut Parts, app: &App) -> Result<Place, Refused> {
        let (plural, text): (String, String) = parts(request, app).await?;
        Ok(Place { plural, id: id(&text)? })
    }
}

impl FromRequestParts<App> for PlaceOf {
    type Rejection = Refused;

    async fn from_request_parts(request: &mut Parts, app: &App) -> Result<PlaceOf, Refused> {
        let (plural, record, text): (String, String, String) = parts(request, app).await?;
        Ok(PlaceOf(Place { plural, id: id(&record)? }, id(&text)?))
    }
}

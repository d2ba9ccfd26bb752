//! The description of the API (OpenAPI 3.1), made from the handlers and the shapes.

use std::sync::LazyLock;

use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};

use super::{companies, entries};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Kontora",
        version = "1",
        description = "Companies for the platform's other systems. At most 60 requests a second for a token. Fields \
                       may be added to answers without notice."
    ),
    paths(
        companies::list,
        companies::open,
        companies::change,
        companies::access,
        entries::charge,
        entries::payment
    ),
    components(schemas(super::shapes::Preview)),
    modifiers(&Bearer, &Unlicensed),
    security(("token" = [])),
    servers((url = "/"))
)]
struct Description;

/// A token of the profile page.
struct Bearer;

impl Modify for Bearer {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("Made on the page /profile; begins with kt_."))
            .build();
        let components = description.components.get_or_insert_with(Default::default);
        components.add_security_scheme("token", SecurityScheme::Http(scheme));
    }
}

/// The program is under no license that it could name.
struct Unlicensed;

impl Modify for Unlicensed {
    fn modify(&self, description: &mut utoipa::openapi::OpenApi) {
        description.info.license = None;
    }
}

/// As it is served.
pub(super) fn json() -> &'static str {
    static JSON: LazyLock<String> = LazyLock::new(|| Description::openapi().to_json().unwrap_or_default());
    &JSON
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_description_changes_only_on_purpose() {
        let json: serde_json::Value = serde_json::from_str(json()).unwrap();
        insta::assert_snapshot!("openapi", serde_json::to_string_pretty(&json).unwrap());
    }

    #[test]
    fn every_door_is_described() {
        let json: serde_json::Value = serde_json::from_str(json()).unwrap();
        for (method, path, _) in super::super::doors() {
            let is_described = !json["paths"][path][method.to_lowercase()].is_null();
            assert!(is_described || path == super::super::DESCRIPTION, "{method} {path}");
        }
    }
}

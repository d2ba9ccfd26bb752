//! The browser's part of a passkey: making one and using one. Questions and answers are the JSON of `WebAuthn` Level 3
//! (5.1.8 to 5.1.10), so that nothing of them is taken apart here.

use super::access_door;
use crate::error::ApiError;
use crate::fields::Fields;
use crate::values::{Invalid, Problem};

pub use ceremony::{create, get, is_supported};

/// The form with the answer of one of one's own passkeys in place of a code.
pub async fn by_passkey(mut fields: Fields) -> Result<Fields, ApiError> {
    fields.remove("code");
    fields.insert("passkey".to_owned(), get(&access_door::ask_passkey().await?).await?);
    Ok(fields)
}

/// A refusal that belongs to the form as a whole.
fn refused(problem: Problem) -> ApiError {
    ApiError::Invalid(Invalid::at(crate::ui::FORM, problem))
}

#[cfg(feature = "hydrate")]
mod ceremony {
    use js_sys::{Function, JSON, Object, Promise, Reflect};
    use leptos::prelude::window;
    use wasm_bindgen::{JsCast as _, JsValue};
    use wasm_bindgen_futures::JsFuture;

    use super::{ApiError, Problem, refused};

    /// Whether the browser knows passkeys and their JSON: Chrome 129, Firefox 119, Safari 18.4 and later, and only at
    /// an address that it deems secure.
    pub fn is_supported() -> bool {
        reader("parseCreationOptionsFromJSON").is_ok() && container().is_ok()
    }

    /// Asks the person to make a passkey; the answer for the server.
    pub async fn create(question: &str) -> Result<String, ApiError> {
        ask("create", "parseCreationOptionsFromJSON", question).await
    }

    /// Asks the person to use a passkey; the answer for the server.
    pub async fn get(question: &str) -> Result<String, ApiError> {
        ask("get", "parseRequestOptionsFromJSON", question).await
    }

    async fn ask(action: &str, reader_name: &str, question: &str) -> Result<String, ApiError> {
        let unsupported = |_| refused(Problem::PasskeysUnsupported);
        let answer = begin(action, reader_name, question).map_err(unsupported)?;
        let key = JsFuture::from(answer).await.map_err(|reason| refused(reason_of(&reason)))?;
        written(&key).map_err(unsupported)
    }

    /// `navigator.credentials.create({publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(…)})`
    fn begin(action: &str, reader_name: &str, question: &str) -> Result<Promise, JsValue> {
        let (class, read) = reader(reader_name)?;
        let public_key = read.call1(&class, &JSON::parse(question)?)?;
        let options = Object::new();
        Reflect::set(&options, &"publicKey".into(), &public_key)?;
        let container = container()?;
        let act: Function = Reflect::get(&container, &action.into())?.dyn_into()?;
        act.call1(&container, &options)?.dyn_into()
    }

    fn reader(name: &str) -> Result<(JsValue, Function), JsValue> {
        let class = Reflect::get(&window(), &"PublicKeyCredential".into())?;
        let read = Reflect::get(&class, &name.into())?.dyn_into()?;
        Ok((class, read))
    }

    fn container() -> Result<Object, JsValue> {
        Reflect::get(&window().navigator(), &"credentials".into())?.dyn_into()
    }

    fn written(key: &JsValue) -> Result<String, JsValue> {
        let to_json: Function = Reflect::get(key, &"toJSON".into())?.dyn_into()?;
        let text = JSON::stringify(&to_json.call0(key)?)?;
        Ok(String::from(text))
    }

    /// A key that is there already is refused by the device itself.
    fn reason_of(reason: &JsValue) -> Problem {
        let name = Reflect::get(reason, &"name".into()).ok().and_then(|name| name.as_string());
        match name.as_deref() {
            Some("InvalidStateError") => Problem::PasskeyRefused,
            Some("NotSupportedError" | "SecurityError") => Problem::PasskeysUnsupported,
            _ => Problem::PasskeyCancelled,
        }
    }
}

#[cfg(not(feature = "hydrate"))]
mod ceremony {
    use super::{ApiError, Problem, refused};

    pub fn is_supported() -> bool {
        false
    }

    pub async fn create(_: &str) -> Result<String, ApiError> {
        Err(refused(Problem::PasskeysUnsupported))
    }

    pub async fn get(_: &str) -> Result<String, ApiError> {
        Err(refused(Problem::PasskeysUnsupported))
    }
}

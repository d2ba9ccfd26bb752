//! How a page talks to the server: JSON in the body of a POST, both ways. Whoever else calls may send a form instead.

use leptos::server_fn::codec::Post;
use leptos::server_fn::{Bytes, ContentType, Decodes, Encodes, Format, FormatType, Http};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Error;

/// The protocol of a server function.
pub type JsonPost = Http<Post<JsonText>, Post<JsonText>>;

/// Reads JSON from text, as the page reads the data that came with it: so each type has one decoder in the module, not two.
pub struct JsonText;

impl ContentType for JsonText {
    const CONTENT_TYPE: &'static str = "application/json";
}

impl FormatType for JsonText {
    const FORMAT_TYPE: Format = Format::Text;
}

impl<T: Serialize> Encodes<T> for JsonText {
    type Error = Error;

    fn encode(value: &T) -> Result<Bytes, Error> {
        serde_json::to_string(value).map(Bytes::from)
    }
}

impl<T: DeserializeOwned> Decodes<T> for JsonText {
    type Error = Error;

    fn decode(bytes: Bytes) -> Result<T, Error> {
        read(std::str::from_utf8(&bytes).map_err(serde::de::Error::custom)?)
    }
}

/// How an error begins that says which argument no operation knows.
#[cfg(feature = "ssr")]
const UNKNOWN: &str = "unknown argument ";

/// What the gate puts before the text of a form, by which [`JsonText`] tells it from JSON: no JSON begins so.
#[cfg(feature = "ssr")]
pub const FORM_MARK: &str = "form:";

/// How deep the names of a form may go: `changes[name]` is two.
#[cfg(feature = "ssr")]
const FORM_DEPTH: usize = 4;

/// JSON, or a form of names such as `changes[name]` behind its mark.
#[cfg(feature = "ssr")]
fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    if let Some(form) = text.strip_prefix(FORM_MARK) {
        let (config, form) = (serde_qs::Config::new(FORM_DEPTH, true), with_plain_brackets(form));
        return known(serde_qs::Deserializer::with_config(&config, form.as_bytes()).map_err(serde::de::Error::custom)?);
    }
    let mut json = serde_json::Deserializer::from_str(text);
    let value = known(&mut json)?;
    json.end()?;
    Ok(value)
}

/// Browsers encode the brackets of names; read so, everything else may be strict: what is no UTF-8 is refused.
#[cfg(feature = "ssr")]
fn with_plain_brackets(form: &str) -> String {
    let plain = |name: &str| {
        let name = name.replace("%5B", "[").replace("%5b", "[");
        name.replace("%5D", "]").replace("%5d", "]")
    };
    let pair = |pair: &str| match pair.split_once('=') {
        Some((name, value)) => format!("{}={value}", plain(name)),
        None => plain(pair),
    };
    form.split('&').map(pair).collect::<Vec<_>>().join("&")
}

/// What nothing reads is refused by its name, not dropped.
#[cfg(feature = "ssr")]
fn known<'de, T, D>(deserializer: D) -> Result<T, Error>
where
    T: DeserializeOwned,
    D: serde::Deserializer<'de>,
{
    let mut unknown = None;
    let value = serde_ignored::deserialize(deserializer, |path| {
        unknown.get_or_insert_with(|| path.to_string());
    });
    let value = value.map_err(serde::de::Error::custom)?;
    unknown.map_or(Ok(value), |path| Err(serde::de::Error::custom(format!("{UNKNOWN}{path}"))))
}

#[cfg(not(feature = "ssr"))]
fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    serde_json::from_str(text)
}

/// The argument that an error of [`JsonText`] names as unknown.
#[cfg(feature = "ssr")]
pub fn unknown_argument(error: &str) -> Option<&str> {
    error.strip_prefix(UNKNOWN)
}

#[cfg(not(feature = "ssr"))]
pub fn unknown_argument(_: &str) -> Option<&str> {
    None
}

//! Which compressed form a browser accepts (RFC 9110, 12.5.3).

use axum::http::{HeaderMap, header};

/// How a content is packed, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The name on the wire; what is not packed has none.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// What sets the tags of one content's forms apart: they differ byte for byte.
    pub(super) fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => "-br",
            Self::Gzip => "-gz",
            Self::Identity => "",
        }
    }

    /// Does the request's `Accept-Encoding` allow it? A weight of nought is a refusal.
    pub(super) fn is_accepted(self, request: &HeaderMap) -> bool {
        let Some(name) = self.name() else { return true };
        let headers = request.get_all(header::ACCEPT_ENCODING);
        let mut offers = headers.iter().filter_map(|header| header.to_str().ok()).flat_map(|header| header.split(','));
        offers.any(|offer| {
            let (coding, weight) = offer.split_once(';').unwrap_or((offer, ""));
            coding.trim().eq_ignore_ascii_case(name) && !is_nought(weight)
        })
    }
}

/// `q=0`, `q=0.0`, …
fn is_nought(weight: &str) -> bool {
    let value = weight.trim().strip_prefix("q=").or_else(|| weight.trim().strip_prefix("Q="));
    value.is_some_and(|value| value.trim().parse().is_ok_and(|value: f32| value <= 0.0))
}

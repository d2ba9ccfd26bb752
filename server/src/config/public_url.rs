//! The base of every link in letters.

use http::Uri;

/// Scheme, host and port, without a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicUrl {
    pub is_https: bool,
    /// Host with its port, lower case; without the port that the scheme implies, as browsers send it.
    pub authority: String,
}

impl PublicUrl {
    /// Reads `http://HOST[:PORT]` or `https://…`; one slash may follow.
    pub fn parse(text: &str) -> Option<Self> {
        let uri: Uri = text.parse().ok()?;
        let is_https = match uri.scheme_str()? {
            "https" => true,
            "http" => false,
            _ => return None,
        };
        let authority = uri.authority()?.as_str().to_lowercase();
        let is_bare = uri.path_and_query().is_none_or(|rest| rest.as_str() == "/") && !text.contains('#');
        if !is_bare || authority.contains('@') || uri.host()?.is_empty() {
            return None;
        }
        let implied = if is_https { ":443" } else { ":80" };
        let authority = authority.strip_suffix(implied).unwrap_or(&authority).to_owned();
        Some(Self { is_https, authority })
    }

    /// `https://HOST`
    pub fn origin(&self) -> String {
        format!("{}://{}", self.scheme(), self.authority)
    }

    /// `https://SLUG.HOST`
    pub fn reseller_origin(&self, slug: &str) -> String {
        format!("{}://{slug}.{}", self.scheme(), self.authority)
    }

    /// An address on the public host; `path` begins with a slash.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.origin())
    }

    /// Which reseller's domain a Host header names: `Some(None)` is the public host itself.
    pub fn slug_of<'a>(&self, host: &'a str) -> Option<Option<&'a str>> {
        if host.eq_ignore_ascii_case(&self.authority) {
            return Some(None);
        }
        let cut = host.len().checked_sub(self.authority.len() + 1)?;
        let (slug, rest) = (host.get(..cut)?, host.get(cut + 1..)?);
        (host.as_bytes()[cut] == b'.' && rest.eq_ignore_ascii_case(&self.authority)).then_some(Some(slug))
    }

    fn scheme(&self) -> &'static str {
        if self.is_https { "https" } else { "http" }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_read_and_nothing_more() {
        for (text, origin) in [
            ("http://localhost:3000", "http://localhost:3000"),
            ("https://Kontora.Example/", "https://kontora.example"),
            ("https://kontora.example:443", "https://kontora.example"),
            ("http://kontora.example:80/", "http://kontora.example"),
            ("https://kontora.example:80", "https://kontora.example:80"),
        ] {
            assert_eq!(PublicUrl::parse(text).unwrap().origin(), origin);
        }
        for text in [
            "",
            "localhost:3000",
            "ftp://a.test",
            "https://",
            "https://a.test/desk",
            "https://a.test?x",
            "https://u:p@a.test",
            "https://a b.test",
        ] {
            assert_eq!(PublicUrl::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_host_is_the_public_one_a_resellers_or_foreign() {
        let url = PublicUrl::parse("http://localhost:3000").unwrap();
        assert_eq!(url.slug_of("LOCALHOST:3000"), Some(None));
        assert_eq!(url.slug_of("newways.localhost:3000"), Some(Some("newways")));
        assert_eq!(url.slug_of("localhost"), None);
        assert_eq!(url.slug_of("evil-localhost:3000"), None);
        assert_eq!(url.slug_of("localhost:3000.evil.test"), None);
        assert_eq!(url.slug_of("яlocalhost:3000"), None);
    }
}

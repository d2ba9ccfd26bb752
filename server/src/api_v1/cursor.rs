//! Where a page of a list ends. To callers it is a text that the next call brings back.

use app::values::CompanyId;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

const MARK: &str = "after:";

/// The next page begins behind this company, whatever comes or goes meanwhile.
pub(super) fn after(id: CompanyId) -> String {
    URL_SAFE_NO_PAD.encode(format!("{MARK}{id}"))
}

/// `None` for what [`after`] did not write.
pub(super) fn read(cursor: &str) -> Option<CompanyId> {
    let text = String::from_utf8(URL_SAFE_NO_PAD.decode(cursor).ok()?).ok()?;
    CompanyId::parse(text.strip_prefix(MARK)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is_one() {
        let id = CompanyId::parse("42").unwrap();
        assert_eq!(read(&after(id)), Some(id));
        for invented in ["", "42", "YWZ0ZXI6", "YWZ0ZXI6MA", "***"] {
            assert_eq!(read(invented), None, "{invented}");
        }
    }
}

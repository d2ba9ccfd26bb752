//! What a register's word on a company's standing means for who deals with it.

use super::Party;
use crate::requisites::Level;
use crate::values::Lang;

impl Party {
    /// How much the register's status weighs and what it says; nothing of one that is active, or whose status was not
    /// told. A word not known yet is shown as it stands.
    ///
    /// ```
    /// use app::requisites::{Level, Party};
    /// use app::values::Lang;
    /// let party = Party { status: "LIQUIDATED".to_owned(), ..Party::default() };
    /// let note = Some((Level::Alarm, "По данным реестра ликвидация завершена".to_owned()));
    /// assert_eq!(party.status_note(Lang::Ru), note);
    /// ```
    pub fn status_note(&self, lang: Lang) -> Option<(Level, String)> {
        let (level, russian, english) = match self.status.as_str() {
            "" | "ACTIVE" => return None,
            "LIQUIDATING" => (Level::Warning, "идет ликвидация", "being liquidated"),
            "BANKRUPT" => (Level::Warning, "идет банкротство", "in bankruptcy"),
            "REORGANIZING" => (Level::Warning, "идет реорганизация", "being reorganized"),
            "LIQUIDATED" => (Level::Alarm, "ликвидация завершена", "liquidated"),
            unknown => {
                let words = match lang {
                    Lang::Ru => format!("Состояние по данным реестра: {unknown}"),
                    Lang::En => format!("Status in the register: {unknown}"),
                };
                return Some((Level::Warning, words));
            }
        };
        let words = match lang {
            Lang::Ru => format!("По данным реестра {russian}"),
            Lang::En => format!("The register says: {english}"),
        };
        Some((level, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_weighs_as_much_as_it_means() {
        use Level::{Alarm, Warning};
        for (status, level, russian, english) in [
            ("LIQUIDATING", Warning, "По данным реестра идет ликвидация", "The register says: being liquidated"),
            ("BANKRUPT", Warning, "По данным реестра идет банкротство", "The register says: in bankruptcy"),
            ("REORGANIZING", Warning, "По данным реестра идет реорганизация", "The register says: being reorganized"),
            ("LIQUIDATED", Alarm, "По данным реестра ликвидация завершена", "The register says: liquidated"),
            ("DORMANT", Warning, "Состояние по данным реестра: DORMANT", "Status in the register: DORMANT"),
        ] {
            let party = Party { status: status.to_owned(), ..Party::default() };
            assert_eq!(party.status_note(Lang::Ru), Some((level, russian.to_owned())));
            assert_eq!(party.status_note(Lang::En), Some((level, english.to_owned())));
        }
        for status in ["", "ACTIVE"] {
            let party = Party { status: status.to_owned(), ..Party::default() };
            assert_eq!(party.status_note(Lang::Ru), None, "{status:?}");
        }
    }
}

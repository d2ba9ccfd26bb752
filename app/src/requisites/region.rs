//! The region of an address, where the address says it in words: for holding it against the first two digits of an INN.
//!
//! The codes are those of the tax offices of the subjects of the Federation (order MMV-7-6/435@, annex on INNs). An
//! address is free text, so only a subject's own name counts, beside the word for what it is ("обл", "край", "респ"), or
//! the name of one of the three cities of federal significance. Where two subjects are named, or none, nothing is claimed.

/// What stands beside the name of a subject.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Region,
    Territory,
    Republic,
    City,
}

use Sort::{City, Region, Republic, Territory};

/// The code, what the subject is, and how its name begins.
const SUBJECTS: [(&str, Sort, &str); 79] = [
    ("01", Republic, "адыге"),
    ("02", Republic, "башкорт"),
    ("03", Republic, "бурят"),
    ("04", Republic, "алтай"),
    ("05", Republic, "дагестан"),
    ("06", Republic, "ингуш"),
    ("07", Republic, "кабардино"),
    ("08", Republic, "калмык"),
    ("09", Republic, "карачаево"),
    ("10", Republic, "карели"),
    ("11", Republic, "коми"),
    ("12", Republic, "марий"),
    ("13", Republic, "мордови"),
    ("14", Republic, "саха"),
    ("15", Republic, "северная-осетия"),
    ("16", Republic, "татарстан"),
    ("17", Republic, "тыва"),
    ("18", Republic, "удмурт"),
    ("19", Republic, "хакаси"),
    ("20", Republic, "чеченск"),
    ("21", Republic, "чуваш"),
    ("22", Territory, "алтайск"),
    ("23", Territory, "краснодарск"),
    ("24", Territory, "красноярск"),
    ("25", Territory, "приморск"),
    ("26", Territory, "ставропольск"),
    ("27", Territory, "хабаровск"),
    ("28", Region, "амурск"),
    ("29", Region, "архангельск"),
    ("30", Region, "астраханск"),
    ("31", Region, "белгородск"),
    ("32", Region, "брянск"),
    ("33", Region, "владимирск"),
    ("34", Region, "волгоградск"),
    ("35", Region, "вологодск"),
    ("36", Region, "воронежск"),
    ("37", Region, "ивановск"),
    ("38", Region, "иркутск"),
    ("39", Region, "калининградск"),
    ("40", Region, "калужск"),
    ("41", Territory, "камчатск"),
    ("42", Region, "кемеровск"),
    ("43", Region, "кировск"),
    ("44", Region, "костромск"),
    ("45", Region, "курганск"),
    ("46", Region, "курск"),
    ("47", Region, "ленинградск"),
    ("48", Region, "липецк"),
    ("49", Region, "магаданск"),
    ("50", Region, "московск"),
    ("51", Region, "мурманск"),
    ("52", Region, "нижегородск"),
    ("53", Region, "новгородск"),
    ("54", Region, "новосибирск"),
    ("55", Region, "омск"),
    ("56", Region, "оренбургск"),
    ("57", Region, "орловск"),
    ("58", Region, "пензенск"),
    ("59", Territory, "пермск"),
    ("60", Region, "псковск"),
    ("61", Region, "ростовск"),
    ("62", Region, "рязанск"),
    ("63", Region, "самарск"),
    ("64", Region, "саратовск"),
    ("65", Region, "сахалинск"),
    ("66", Region, "свердловск"),
    ("67", Region, "смоленск"),
    ("68", Region, "тамбовск"),
    ("69", Region, "тверск"),
    ("70", Region, "томск"),
    ("71", Region, "тульск"),
    ("72", Region, "тюменск"),
    ("73", Region, "ульяновск"),
    ("74", Region, "челябинск"),
    ("75", Territory, "забайкальск"),
    ("76", Region, "ярославск"),
    ("77", City, "москва"),
    ("78", City, "санкт-петербург"),
    ("92", City, "севастополь"),
];

/// The code of the one subject that the address names.
pub fn region_of_address(address: &str) -> Option<&'static str> {
    let text = address.to_lowercase().replace('ё', "е");
    let words: Vec<&str> =
        text.split(|ch: char| !ch.is_alphabetic() && ch != '-').filter(|word| !word.is_empty()).collect();
    let mut named = SUBJECTS.iter().filter(|(_, sort, stem)| is_named(&words, *sort, stem)).map(|(code, ..)| *code);
    match (named.next(), named.next()) {
        (Some(code), None) => Some(code),
        _ => None,
    }
}

/// Whether the code is that of a subject in the table.
pub fn is_region(code: &str) -> bool {
    SUBJECTS.iter().any(|(known, ..)| *known == code)
}

fn is_named(words: &[&str], sort: Sort, stem: &str) -> bool {
    words.iter().enumerate().any(|(at, word)| {
        let before = at.checked_sub(1).and_then(|at| words.get(at)).copied().unwrap_or_default();
        let after = words.get(at + 1).copied().unwrap_or_default();
        let is_beside = |marks: &[&str]| marks.contains(&before) || marks.contains(&after);
        match sort {
            // A street may be called after any city: it stands behind its mark or at the head of the address.
            City => *word == stem && (at == 0 || matches!(before, "г" | "город" | "россия" | "рф" | "федерация")),
            Region => word.starts_with(stem) && is_beside(&["обл", "область"]),
            Territory => word.starts_with(stem) && is_beside(&["край"]),
            Republic => word.starts_with(stem) && is_beside(&["респ", "республика"]),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_told_by_its_name_beside_what_it_is() {
        for (address, code) in [
            ("101000, г. Москва, ул. Примерная, д. 1", Some("77")),
            ("Москва, Курская ул., 5", Some("77")),
            ("Россия, Санкт-Петербург, Невский пр., 1", Some("78")),
            ("170000, Тверская обл., г. Тверь", Some("69")),
            ("обл. Томская, г. Томск", Some("70")),
            ("644000, Омская область, Омск", Some("55")),
            ("Республика Татарстан, г. Казань", Some("16")),
            ("Алтайский край, г. Барнаул", Some("22")),
            ("респ. Алтай, Горно-Алтайск", Some("04")),
        ] {
            assert_eq!(region_of_address(address), code, "{address}");
        }
    }

    #[test]
    fn nothing_is_claimed_of_a_street_a_foreign_address_or_two_subjects() {
        for address in [
            "",
            "ул. Курская, 7",
            "ул. Москва, 7",
            "Казань, ул. Тверская",
            "Tver, 1 Example Street",
            "Московская область, Тверская область",
            "Московская обл., Химки (до 2020: г. Москва)",
        ] {
            assert_eq!(region_of_address(address), None, "{address}");
        }
    }

    #[test]
    fn every_code_stands_once() {
        let codes: std::collections::BTreeSet<&str> = SUBJECTS.iter().map(|(code, ..)| *code).collect();
        assert_eq!(codes.len(), SUBJECTS.len());
        assert!(is_region("77") && !is_region("00") && !is_region("99"));
    }
}

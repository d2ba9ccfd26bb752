//! The list of zones that a person chooses from, found by city, zone or offset.

use serde::{Deserialize, Serialize};

use super::zone_cities::russian_cities;
use super::{Problem, Zone, ZoneName};

/// Every known zone with its offset of one moment, ordered by offset, then name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<Zone>")]
pub struct Zones(Vec<Zone>);

impl Zones {
    pub fn new(mut zones: Vec<Zone>) -> Self {
        zones.sort_by(|a, b| {
            let by_offset = a.offset_minutes().cmp(&b.offset_minutes());
            by_offset.then_with(|| a.name().cmp(b.name()))
        });
        Self(zones)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Zone> {
        self.0.iter()
    }

    /// Finds a zone by its name, in any case, or by the text an option shows.
    pub fn parse(&self, raw: &str) -> Result<ZoneName, Problem> {
        let typed = raw.split('(').next().unwrap_or(raw).trim();
        if typed.is_empty() {
            return Err(Problem::Required);
        }
        let known = self.0.iter().find(|zone| zone.name().as_str().eq_ignore_ascii_case(typed));
        known.map(|zone| zone.name().clone()).ok_or(Problem::UnknownZone)
    }

    /// The zone of that name with its offset, if it is on the list.
    pub fn find(&self, name: &ZoneName) -> Option<&Zone> {
        self.0.iter().find(|zone| zone.name() == name)
    }

    /// The zones that fit what has been typed so far, in order. Every word must occur in the name,
    /// in a Russian name of its cities, or in the offset (`+3`, `utc-5`, `+05:30`).
    pub fn matches(&self, query: &str) -> impl Iterator<Item = &Zone> {
        let words: Vec<String> = fold(query).split_whitespace().map(str::to_owned).collect();
        self.0.iter().filter(move |zone| {
            let name = fold(zone.name().as_str());
            let offsets = offset_forms(zone);
            let occurs = |word: &String| {
                name.contains(word)
                    || word.contains(['+', '-', ':']) && offsets.contains(&word.replace("gmt", "utc"))
                    || russian_cities(zone.name().as_str()).is_some_and(|cities| fold(cities).contains(word))
            };
            words.iter().all(occurs)
        })
    }
}

impl From<Vec<Zone>> for Zones {
    fn from(zones: Vec<Zone>) -> Self {
        Self::new(zones)
    }
}

/// Both ways to write an hour, so that a half-typed `+5` and `+05:3` are both found.
fn offset_forms(zone: &Zone) -> String {
    let padded = fold(&zone.offset());
    let bare = padded.replacen("+0", "+", 1).replacen("-0", "-", 1);
    format!("{padded} {bare}")
}

fn fold(text: &str) -> String {
    let fold = |ch: char| match ch {
        '_' | '/' | '(' | ')' | ',' => ' ',
        'ё' => 'е',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        _ => ch,
    };
    text.to_lowercase().chars().map(fold).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zones() -> Zones {
        let zone = |(name, offset)| Zone::new(ZoneName::parse(name).unwrap(), offset);
        let list = [
            ("UTC", 0),
            ("Europe/Moscow", 180),
            ("Asia/Yekaterinburg", 300),
            ("Asia/Kolkata", 330),
            ("America/New_York", -300),
            ("Asia/Baghdad", 180),
            ("Asia/Vladivostok", 600),
            ("Asia/Novosibirsk", 420),
            ("America/Porto_Velho", -240),
        ];
        Zones::new(list.map(zone).into())
    }

    fn found(query: &str) -> Vec<String> {
        zones().matches(query).map(|zone| zone.name().city()).collect()
    }

    #[test]
    fn zones_are_ordered_by_offset_then_name() {
        let names = "New York, Porto Velho, UTC, Baghdad, Moscow, Yekaterinburg, Kolkata, Novosibirsk, Vladivostok";
        assert_eq!(found("").join(", "), names);
    }

    #[test]
    fn a_city_a_zone_and_an_offset_are_found_while_typing() {
        for (query, expected) in [
            ("mosc", "Moscow"),
            ("МОСК", "Moscow"),
            ("новосиб", "Novosibirsk"),
            ("new y", "New York"),
            ("europe/moscow", "Moscow"),
            ("Europe/Moscow (UTC+03:00)", "Moscow"),
            ("asia bag", "Baghdad"),
            ("+3", "Baghdad, Moscow"),
            ("utc+03:00", "Baghdad, Moscow"),
            ("GMT+3", "Baghdad, Moscow"),
            ("+5:3", "Kolkata"),
            ("-5", "New York"),
            ("−05", "New York"),
            ("+1", "Vladivostok"),
            ("атлантида", ""),
            ("utc", "UTC"),
        ] {
            assert_eq!(found(query).join(", "), expected, "{query}");
        }
    }

    #[test]
    fn only_names_on_the_list_are_accepted() {
        assert_eq!(zones().parse(" europe/moscow ").unwrap().as_str(), "Europe/Moscow");
        assert_eq!(zones().parse("Europe/Moscow (UTC+03:00)").unwrap().as_str(), "Europe/Moscow");
        assert_eq!(zones().parse("Europe/Atlantis"), Err(Problem::UnknownZone));
        assert_eq!(zones().parse(""), Err(Problem::Required));
        let json = serde_json::to_string(&zones()).unwrap();
        assert_eq!(serde_json::from_str::<Zones>(&json).unwrap(), zones());
    }
}

//! The attributes of one element, taken by name and checked as they are taken.

use app::directories::ImportRefusal;
use app::requisites::Bic;
use jiff::civil::Date;
use quick_xml::escape::EscapeError;
use quick_xml::events::BytesStart;
use quick_xml::{Error, XmlVersion};

pub(super) struct Attributes {
    pairs: Vec<(String, String)>,
    /// The number of the entry, from 1; 0 for the message itself.
    entry: u32,
}

impl Attributes {
    pub(super) fn of(element: &BytesStart<'_>, entry: u32) -> Result<Self, ImportRefusal> {
        // So many whole entries stand before this element.
        let broken = || ImportRefusal::BrokenXml { entries: entry.saturating_sub(1) };
        let pairs = element.attributes().map(|attribute| {
            let attribute = attribute.map_err(|_| broken())?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| match error {
                Error::Escape(EscapeError::UnrecognizedEntity(..)) => ImportRefusal::HasDocumentType,
                _ => broken(),
            })?;
            let name = attribute.key.as_ref().to_owned();
            if value.chars().any(char::is_control) {
                return Err(ImportRefusal::BadAttribute { entry, name });
            }
            Ok((name, value.trim().to_owned()))
        });
        Ok(Self { pairs: pairs.collect::<Result<_, _>>()?, entry })
    }

    /// Empty where there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.find(name).unwrap_or_default().to_owned()
    }

    pub(super) fn required(&self, name: &str) -> Result<String, ImportRefusal> {
        self.find(name).map(str::to_owned).ok_or_else(|| self.unfit(name))
    }

    /// At most so many characters.
    pub(super) fn required_within(&self, name: &str, longest: usize) -> Result<String, ImportRefusal> {
        let text = self.required(name)?;
        if text.chars().count() > longest { Err(self.unfit(name)) } else { Ok(text) }
    }

    /// Nine digits and nothing else.
    pub(super) fn required_bic(&self, name: &str) -> Result<Bic, ImportRefusal> {
        self.bic(name)?.ok_or_else(|| self.unfit(name))
    }

    pub(super) fn bic(&self, name: &str) -> Result<Option<Bic>, ImportRefusal> {
        let bic = |text| Bic::parse(text).ok().filter(|bic| bic.as_str() == text).ok_or_else(|| self.unfit(name));
        self.find(name).map(bic).transpose()
    }

    pub(super) fn required_day(&self, name: &str) -> Result<String, ImportRefusal> {
        self.day(name)?.ok_or_else(|| self.unfit(name))
    }

    /// `YYYY-MM-DD`.
    pub(super) fn day(&self, name: &str) -> Result<Option<String>, ImportRefusal> {
        let day = |text| Date::strptime("%Y-%m-%d", text).map(|day| day.to_string()).map_err(|_| self.unfit(name));
        self.find(name).map(day).transpose()
    }

    fn find(&self, name: &str) -> Option<&str> {
        let pair = self.pairs.iter().find(|(found, value)| found == name && !value.is_empty());
        pair.map(|(_, value)| value.as_str())
    }

    fn unfit(&self, name: &str) -> ImportRefusal {
        ImportRefusal::BadAttribute { entry: self.entry, name: name.to_owned() }
    }
}

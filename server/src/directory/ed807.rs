//! The message ED807 (namespace `urn:cbr-ru:ed:v2.0`), read as a stream: the full directory of BICs.

use std::collections::HashSet;
use std::{io, mem};

use app::directories::ImportRefusal;
use app::requisites::Bic;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{Error, NsReader};

use super::attributes::Attributes;
use super::bounded::TooLarge;
use super::decoding::Decoding;
use super::entry::{Account, Entry, Restriction, SwiftCode};
use super::unpack::with_xml;

const NAMESPACE: Namespace<'_> = Namespace("urn:cbr-ru:ed:v2.0");
/// Of `NameP`, characters.
const LONGEST_NAME: usize = 160;

/// The directory as published for one business day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ed807 {
    /// `YYYY-MM-DD`.
    pub(crate) business_day: String,
    /// At least one, each BIC once.
    pub(crate) entries: Vec<Entry>,
}

/// Reads a file, plain or zipped.
///
/// # Errors
/// Every refusal that the file alone is reason for.
pub(crate) fn read(file: &[u8]) -> Result<Ed807, ImportRefusal> {
    with_xml(file, |source| {
        let decoding = Decoding::new(source).map_err(|error| refusal(&error, 0))??;
        let mut message = Message::default();
        message.read(decoding)?;
        message.finish()
    })
}

/// What has been read so far.
#[derive(Default)]
struct Message {
    business_day: Option<String>,
    entries: Vec<Entry>,
    known: HashSet<Bic>,
    /// The entry being read, from its start to its end.
    bic: Option<Bic>,
    entry: Option<Entry>,
    parts: Parts,
    depth: usize,
}

/// What comes several times in an entry, before the participant or after.
#[derive(Default)]
struct Parts {
    restrictions: Vec<Restriction>,
    swift_codes: Vec<SwiftCode>,
    accounts: Vec<Account>,
}

impl Message {
    fn read(&mut self, source: impl io::BufRead) -> Result<(), ImportRefusal> {
        let mut reader = NsReader::from_reader(source);
        reader.config_mut().expand_empty_elements = true;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let (namespace, event) = match reader.read_resolved_event_into(&mut buffer) {
                Ok(read) => read,
                Err(Error::Io(error)) => return Err(refusal(&error, self.count())),
                Err(_) => return Err(self.broken()),
            };
            match event {
                Event::Start(element) => {
                    self.begin(&element, namespace == ResolveResult::Bound(NAMESPACE))?;
                    self.depth += 1;
                }
                Event::End(element) => {
                    self.depth = self.depth.checked_sub(1).ok_or_else(|| self.broken())?;
                    if element.local_name().as_ref() == "BICDirectoryEntry" {
                        self.end_entry()?;
                    }
                }
                Event::DocType(_) => return Err(ImportRefusal::HasDocumentType),
                Event::GeneralRef(reference) if !reference.is_char_ref() && !is_predefined(&reference) => {
                    return Err(ImportRefusal::HasDocumentType);
                }
                Event::Text(text) if self.depth == 0 && !text.trim().is_empty() => return Err(self.no_element()),
                Event::Eof if self.depth > 0 => return Err(self.broken()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn begin(&mut self, element: &BytesStart<'_>, is_of_message: bool) -> Result<(), ImportRefusal> {
        if self.depth == 0 {
            return self.begin_message(element, is_of_message);
        }
        let attributes = Attributes::of(element, self.count() + 1);
        match element.local_name().as_ref() {
            "BICDirectoryEntry" => self.begin_entry(&attributes?),
            "ParticipantInfo" => self.participant(&attributes?),
            part => self.part(part, &attributes?),
        }
    }

    fn part(&mut self, name: &str, attributes: &Attributes) -> Result<(), ImportRefusal> {
        if self.bic.is_none() {
            return Ok(());
        }
        let parts = &mut self.parts;
        match name {
            "RstrList" => parts.restrictions.push(restriction(attributes, "Rstr", "RstrDate")?),
            "SWBICS" => parts.swift_codes.push(swift_code(attributes)?),
            "Accounts" => parts.accounts.push(account(attributes)?),
            "AccRstrList" => {
                let restriction = restriction(attributes, "AccRstr", "AccRstrDate")?;
                if let Some(account) = parts.accounts.last_mut() {
                    account.restrictions.push(restriction);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_message(&mut self, element: &BytesStart<'_>, is_of_message: bool) -> Result<(), ImportRefusal> {
        if self.business_day.is_some() {
            return Err(self.broken());
        }
        if !is_of_message || element.local_name().as_ref() != "ED807" {
            return Err(ImportRefusal::NotEd807);
        }
        let attributes = Attributes::of(element, 0)?;
        if !matches!(attributes.text("InfoTypeCode").as_str(), "" | "FIRR") {
            return Err(ImportRefusal::ChangesOnly);
        }
        self.business_day = Some(attributes.required_day("BusinessDay")?);
        Ok(())
    }

    fn begin_entry(&mut self, attributes: &Attributes) -> Result<(), ImportRefusal> {
        let bic = attributes.required_bic("BIC")?;
        if !self.known.insert(bic.clone()) {
            return Err(ImportRefusal::DuplicateBic { bic: bic.to_string() });
        }
        self.bic = Some(bic);
        Ok(())
    }

    fn participant(&mut self, attributes: &Attributes) -> Result<(), ImportRefusal> {
        let Some(bic) = self.bic.clone() else { return Ok(()) };
        self.entry = Some(Entry {
            bic,
            name: attributes.required_within("NameP", LONGEST_NAME)?,
            english_name: attributes.text("EnglName"),
            registration_number: attributes.text("RegN"),
            country: attributes.text("CntrCd"),
            region: attributes.text("Rgn"),
            postal_code: attributes.text("Ind"),
            settlement_kind: attributes.text("Tnp"),
            settlement: attributes.text("Nnp"),
            address: attributes.text("Adr"),
            head_office: attributes.bic("PrntBIC")?,
            date_in: attributes.day("DateIn")?,
            date_out: attributes.day("DateOut")?,
            participant_type: attributes.required("PtType")?,
            services: attributes.text("Srvcs"),
            exchange: attributes.text("XchType"),
            uid: attributes.text("UID"),
            restrictions: Vec::new(),
            swift_codes: Vec::new(),
            accounts: Vec::new(),
        });
        Ok(())
    }

    fn end_entry(&mut self) -> Result<(), ImportRefusal> {
        self.bic = None;
        let unnamed = ImportRefusal::BadAttribute { entry: self.count() + 1, name: "NameP".to_owned() };
        let entry = self.entry.take().ok_or(unnamed)?;
        let Parts { restrictions, swift_codes, accounts } = mem::take(&mut self.parts);
        self.entries.push(Entry { restrictions, swift_codes, accounts, ..entry });
        Ok(())
    }

    fn finish(self) -> Result<Ed807, ImportRefusal> {
        let business_day = self.business_day.ok_or(ImportRefusal::NotEd807)?;
        if self.entries.is_empty() {
            Err(ImportRefusal::NoEntries)
        } else {
            Ok(Ed807 { business_day, entries: self.entries })
        }
    }

    /// Whole entries.
    fn count(&self) -> u32 {
        u32::try_from(self.entries.len()).unwrap_or(u32::MAX)
    }

    fn broken(&self) -> ImportRefusal {
        ImportRefusal::BrokenXml { entries: self.count() }
    }

    /// Text outside any element: not even XML, or something behind its end.
    fn no_element(&self) -> ImportRefusal {
        if self.business_day.is_some() { self.broken() } else { ImportRefusal::NotEd807 }
    }
}

fn account(attributes: &Attributes) -> Result<Account, ImportRefusal> {
    Ok(Account {
        number: attributes.required("Account")?,
        kind: attributes.text("RegulationAccountType"),
        unit: attributes.bic("AccountCBRBIC")?,
        date_in: attributes.day("DateIn")?,
        date_out: attributes.day("DateOut")?,
        status: attributes.text("AccountStatus"),
        restrictions: Vec::new(),
    })
}

fn swift_code(attributes: &Attributes) -> Result<SwiftCode, ImportRefusal> {
    Ok(SwiftCode { code: attributes.required("SWBIC")?, is_default: attributes.text("DefaultSWBIC") == "1" })
}

fn restriction(attributes: &Attributes, code: &str, since: &str) -> Result<Restriction, ImportRefusal> {
    Ok(Restriction { code: attributes.required(code)?, since: attributes.day(since)? })
}

/// The five that XML has by itself.
fn is_predefined(name: &str) -> bool {
    matches!(name, "lt" | "gt" | "amp" | "apos" | "quot")
}

fn refusal(error: &io::Error, entries: u32) -> ImportRefusal {
    let is_too_large = error.get_ref().is_some_and(|inner| inner.is::<TooLarge>());
    if is_too_large { ImportRefusal::TooLarge } else { ImportRefusal::BrokenXml { entries } }
}

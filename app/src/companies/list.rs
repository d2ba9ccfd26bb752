//! The company list as it travels and rests in memory: all texts in one block, numbers in columns.
//!
//! Ten thousand companies decode in a few allocations; rows are views into the block.

use serde::{Deserialize, Serialize};

use super::Kind;
use crate::money::{Burn, Runway, Suspended, Until};
use crate::values::{CompanyId, Kopecks};

/// The text columns of a row, in the order they lie in the block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Name,
    Email,
    Phone,
    Inn,
    Kpp,
    Ogrn,
    Bic,
    Bank,
    CorrespondentAccount,
    Account,
    LegalAddress,
    PostalAddress,
}

impl Column {
    pub const COUNT: usize = 12;
    pub const ALL: [Self; Self::COUNT] = [
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::Inn,
        Self::Kpp,
        Self::Ogrn,
        Self::Bic,
        Self::Bank,
        Self::CorrespondentAccount,
        Self::Account,
        Self::LegalAddress,
        Self::PostalAddress,
    ];
}

/// What a row shows of the company's standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// In order of severity, as the table sorts.
    Active,
    AwaitingConfirmation,
    LowBalance,
    Suspended,
}

/// The numbers of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    pub id: CompanyId,
    pub kind: Kind,
    pub is_confirmed: bool,
    pub balance: Kopecks,
    pub credit_limit: Kopecks,
    /// With what was granted on top for a time.
    pub effective_limit: Kopecks,
    pub threshold: Option<Kopecks>,
    /// What it spends.
    pub burn: Burn,
    /// What suspends it, if anything does.
    pub suspended: Option<Suspended>,
    /// Until when the credit rule suspends it not.
    pub postponed: Option<Until>,
    /// Users not revoked.
    pub employees: u32,
    /// Nobody can administer it: those who might are invited or blocked.
    pub lacks_administrator: bool,
    /// Index into the list's zones.
    pub zone: u16,
}

impl Numbers {
    /// How long the money lasts.
    pub fn runway(&self) -> Runway {
        self.burn.runway(self.balance, self.threshold, self.effective_limit)
    }

    pub fn status(&self) -> Status {
        if self.suspended.is_some() {
            Status::Suspended
        } else if !self.is_confirmed {
            Status::AwaitingConfirmation
        } else if self.threshold.is_some_and(|threshold| self.balance <= threshold) {
            Status::LowBalance
        } else {
            Status::Active
        }
    }
}

/// A time zone that occurs in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListZone {
    /// IANA name.
    pub name: String,
    /// Minutes east of UTC when the list was made.
    pub offset_minutes: i16,
}

/// Every company that one person may see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompanyList {
    zones: Vec<ListZone>,
    numbers: Vec<Numbers>,
    text: String,
    /// Where each text ends in the block, `Column::COUNT` a row.
    ends: Vec<u32>,
}

/// One company of the list.
#[derive(Clone, Copy)]
pub struct Row<'a> {
    list: &'a CompanyList,
    index: usize,
}

impl CompanyList {
    /// Adds a row; the texts in the order of [`Column::ALL`].
    pub fn push(&mut self, mut numbers: Numbers, zone: &str, offset_minutes: i16, texts: [&str; Column::COUNT]) {
        numbers.zone = self.zone_index(zone, offset_minutes);
        self.numbers.push(numbers);
        for text in texts {
            self.text.push_str(text);
            self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
    }

    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    pub fn row(&self, index: usize) -> Row<'_> {
        Row { list: self, index }
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).map(|index| self.row(index))
    }

    pub fn position(&self, id: CompanyId) -> Option<usize> {
        self.numbers.iter().position(|numbers| numbers.id == id)
    }

    /// Gives a row other values; the texts in the order of [`Column::ALL`].
    pub fn replace(
        &mut self,
        index: usize,
        mut numbers: Numbers,
        zone: &str,
        offset_minutes: i16,
        texts: [&str; Column::COUNT],
    ) {
        numbers.zone = self.zone_index(zone, offset_minutes);
        self.numbers[index] = numbers;
        let ends = index * Column::COUNT..(index + 1) * Column::COUNT;
        let start = ends.start.checked_sub(1).map_or(0, |before| self.ends[before]);
        let old_end = self.ends[ends.end - 1];
        self.text.replace_range(start as usize..old_end as usize, &texts.concat());
        let mut end = start;
        for (slot, text) in self.ends[ends.clone()].iter_mut().zip(texts) {
            end += u32::try_from(text.len()).unwrap_or(u32::MAX);
            *slot = end;
        }
        for later in &mut self.ends[ends.end..] {
            *later = *later - old_end + end;
        }
    }

    /// A list of these rows alone, in this order.
    pub fn taken(&self, rows: impl IntoIterator<Item = usize>) -> Self {
        let mut taken = Self::default();
        for row in rows.into_iter().map(|index| self.row(index)) {
            let zone = row.zone();
            taken.push(*row.numbers(), &zone.name, zone.offset_minutes, row.texts());
        }
        taken
    }

    /// The offset of a zone, minutes east of UTC, where a company of the list is in it.
    pub fn offset_minutes(&self, zone: &str) -> Option<i16> {
        self.zones.iter().find(|known| known.name == zone).map(|known| known.offset_minutes)
    }

    /// The compact binary form that travels.
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what [`encode`](Self::encode) wrote; `None` when it is not that.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let list: Self = postcard::from_bytes(bytes).ok()?;
        list.is_sound().then_some(list)
    }

    fn zone_index(&mut self, name: &str, offset_minutes: i16) -> u16 {
        let known = self.zones.iter().position(|zone| zone.name == name);
        let index = known.unwrap_or_else(|| {
            self.zones.push(ListZone { name: name.to_owned(), offset_minutes });
            self.zones.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    fn is_sound(&self) -> bool {
        self.ends.len() == self.numbers.len() * Column::COUNT
            && self.ends.is_sorted()
            && self.ends.last().map_or(0, |end| *end as usize) == self.text.len()
            && self.ends.iter().all(|end| self.text.is_char_boundary(*end as usize))
            && self.numbers.iter().all(|row| usize::from(row.zone) < self.zones.len())
    }
}

impl<'a> Row<'a> {
    pub fn index(self) -> usize {
        self.index
    }

    pub fn numbers(self) -> &'a Numbers {
        &self.list.numbers[self.index]
    }

    pub fn id(self) -> CompanyId {
        self.numbers().id
    }

    pub fn text(self, column: Column) -> &'a str {
        let at = self.index * Column::COUNT + column as usize;
        let start = at.checked_sub(1).map_or(0, |before| self.list.ends[before] as usize);
        &self.list.text[start..self.list.ends[at] as usize]
    }

    pub fn texts(self) -> [&'a str; Column::COUNT] {
        Column::ALL.map(|column| self.text(column))
    }

    pub fn name(self) -> &'a str {
        self.text(Column::Name)
    }

    pub fn zone(self) -> &'a ListZone {
        &self.list.zones[usize::from(self.numbers().zone)]
    }
}

//! The five companies of the search rule.

use search::{Column, Index, Query};

pub(crate) struct Company {
    pub(crate) id: u64,
    pub(crate) columns: [Column<'static>; 16],
}

use Column::{Amount, Choice, Code, Phone, Text};

const ACTIVE: Column = Choice("Активна Active");
const SUSPENDED: Column = Choice("Приостановлена Suspended");

#[rustfmt::skip]
pub(crate) fn companies() -> [Company; 5] {
    [
        Company { id: 7, columns: [
            Code("7"), Text("New ways company"), Text("info@newways.test"), Phone("+7 912 345-67-89"),
            Code("0017000016"), Code("001701001"), Choice("АО \"ТЕСТБАНК\""), Code("040613746"),
            Code("30101810300000000746"), Code("40702810100000000017"),
            Text("г. Примерск, ул. Новая, д. 1"), Text(""), Amount("-1250.00"), Amount("5000.00"),
            ACTIVE, Choice("Europe/Moscow"),
        ] },
        Company { id: 42, columns: [
            Code("42"), Text("ООО «Ромашка-Тест»"), Text("buh@romashka.test"), Phone("+7 495 000-11-22"),
            Code("0017000023"), Code("001701002"), Choice("ПАО \"ПРИМЕР-БАНК\""), Code("040613748"),
            Code("30101810900000000748"), Code("40702810400000000025"),
            Text("г. Примерск, ул. Зелёная, д. 5"), Text(""), Amount("0.00"), Amount("0.00"),
            ACTIVE, Choice("Asia/Vladivostok"),
        ] },
        Company { id: 142, columns: [
            Code("142"), Text("АО «Ёлка и партнёры»"), Text("elka@example.test"), Phone("+7 843 222-33-44"),
            Code("0017000030"), Code("001701003"), Choice("АО \"ТЕСТБАНК\""), Code("040613746"),
            Code(""), Code("40702810600000000025"),
            Text("г. Образцов, пр. Лесной, д. 9"), Text(""), Amount("-9000.50"), Amount("8000.00"),
            SUSPENDED, Choice("Europe/Samara"),
        ] },
        Company { id: 420, columns: [
            Code("420"), Text("ИП Примеров Пример Примерович"), Text("ip@example.test"), Phone("+7 999 000-42-42"),
            Code("001700000150"), Code(""), Text(""), Code(""),
            Code(""), Code(""),
            Text(""), Text("а/я 17, г. Образцов"), Amount("300.00"), Amount("0.00"),
            ACTIVE, Choice("Europe/Moscow"),
        ] },
        Company { id: 1000, columns: [
            Code("1000"), Text("Test & Sons 100% O'Neil"), Text("x1000@nothing.test"), Phone(""),
            Code(""), Code(""), Text(""), Code(""),
            Code(""), Code(""),
            Text(""), Text(""), Amount("0.00"), Amount("0.00"),
            ACTIVE, Choice("UTC"),
        ] },
    ]
}

/// The ids found, in the order shown when the rows stand by id.
pub(crate) fn found(index: &Index, typed: &str) -> Vec<u64> {
    let order: Vec<u32> = (0..).take(index.len()).collect();
    let rows = index.search(&Query::parse(typed)).arranged(&order);
    rows.into_iter().map(|row| companies()[row as usize].id).collect()
}

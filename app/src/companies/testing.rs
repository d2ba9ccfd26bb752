//! The five companies of the search rule's table, for tests.

use super::Kind;
use super::list::{CompanyList, Numbers};
use crate::money::{Burn, Cause, Suspended};
use crate::values::{CompanyId, Kopecks};

pub(super) fn company_id(number: i64) -> CompanyId {
    CompanyId::new(number).expect("a positive number")
}

/// In no order; a company has as many employees as its place in the order of IDs.
pub(super) fn fixture() -> CompanyList {
    let mut list = CompanyList::default();
    let mut push = |id: i64,
                    employees: u32,
                    (balance, limit): (i64, i64),
                    zone: &str,
                    offset: i16,
                    texts: [&str; 12]| {
        let numbers = Numbers {
            id: company_id(id),
            kind: Kind::Affiliate,
            is_confirmed: true,
            balance: Kopecks::new(balance),
            credit_limit: Kopecks::new(limit),
            effective_limit: Kopecks::new(limit),
            threshold: None,
            burn: Burn::over(Kopecks::new(70_000 * i64::from(employees % 3)), 7),
            suspended: (balance < -limit).then_some(Suspended { cause: Cause::Credit, since: 0, offset_minutes: 180 }),
            postponed: None,
            employees,
            lacks_administrator: false,
            zone: 0,
        };
        list.push(numbers, zone, offset, texts);
    };
    push(
        1000,
        5,
        (0, 0),
        "UTC",
        0,
        ["Test & Sons 100% O'Neil", "x1000@nothing.test", "", "", "", "", "", "", "", "", "", ""],
    );
    push(
        7,
        1,
        (-125_000, 500_000),
        "Europe/Moscow",
        180,
        [
            "New ways company",
            "info@newways.test",
            "+79123456789",
            "0017000016",
            "001701001",
            "",
            "040613746",
            "АО \"ТЕСТБАНК\"",
            "30101810300000000746",
            "40702810100000000017",
            "г. Примерск, ул. Новая, д. 1",
            "",
        ],
    );
    push(
        142,
        3,
        (-900_050, 800_000),
        "Europe/Samara",
        240,
        [
            "АО «Ёлка и партнёры»",
            "elka@example.test",
            "+78432223344",
            "0017000030",
            "001701003",
            "",
            "040613746",
            "АО \"ТЕСТБАНК\"",
            "",
            "40702810600000000025",
            "г. Образцов, пр. Лесной, д. 9",
            "",
        ],
    );
    push(
        42,
        2,
        (0, 0),
        "Asia/Vladivostok",
        600,
        [
            "ООО «Ромашка-Тест»",
            "buh@romashka.test",
            "+74950001122",
            "0017000023",
            "001701002",
            "",
            "040613748",
            "ПАО \"ПРИМЕР-БАНК\"",
            "30101810900000000748",
            "40702810400000000025",
            "г. Примерск, ул. Зелёная, д. 5",
            "",
        ],
    );
    push(
        420,
        4,
        (30_000, 0),
        "Europe/Moscow",
        180,
        [
            "ИП Примеров Пример Примерович",
            "ip@example.test",
            "+79990004242",
            "001700000150",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "а/я 17, г. Образцов",
        ],
    );
    list
}

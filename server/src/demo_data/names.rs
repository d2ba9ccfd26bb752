//! Company names of coined words, Russian and English, each with a domain of its own.

use fastrand::Rng;

use super::people::InventedName;
use super::{chance, pick};

/// First halves of a coined word, in Cyrillic and Latin.
const HEADS: [(&str, &str); 24] = [
    ("Лу", "Lu"),
    ("Ве", "Ve"),
    ("Кор", "Kor"),
    ("Дан", "Dan"),
    ("Сол", "Sol"),
    ("Ра", "Ra"),
    ("Ми", "Mi"),
    ("Тер", "Ter"),
    ("Ор", "Or"),
    ("Бел", "Bel"),
    ("Нор", "Nor"),
    ("Ка", "Ka"),
    ("Га", "Ga"),
    ("Фе", "Fe"),
    ("Эль", "El"),
    ("Ян", "Yan"),
    ("Пол", "Pol"),
    ("Ту", "Tu"),
    ("Вар", "Var"),
    ("Сим", "Sim"),
    ("Зе", "Ze"),
    ("Хар", "Har"),
    ("Дио", "Dio"),
    ("Ам", "Am"),
];
/// Second halves.
const TAILS: [(&str, &str); 24] = [
    ("мира", "mira"),
    ("вельта", "velta"),
    ("дена", "dena"),
    ("гора", "gora"),
    ("лис", "lis"),
    ("винта", "vinta"),
    ("рекс", "reks"),
    ("бора", "bora"),
    ("тания", "tania"),
    ("нель", "nel"),
    ("зара", "zara"),
    ("кута", "kuta"),
    ("мос", "mos"),
    ("сия", "sia"),
    ("пекс", "peks"),
    ("роника", "ronika"),
    ("тёра", "tyora"),
    ("фина", "fina"),
    ("дастр", "dastr"),
    ("лума", "luma"),
    ("гард", "gard"),
    ("верс", "vers"),
    ("нита", "nita"),
    ("рада", "rada"),
];
const TRADES_RU: [&str; 20] = [
    "Логистика",
    "Строй",
    "Агро",
    "Мебель",
    "Сервис",
    "Медицина",
    "Печать",
    "Клининг",
    "Электро",
    "Туризм",
    "Продукты",
    "Авто",
    "Упаковка",
    "Текстиль",
    "Недвижимость",
    "Образование",
    "Связь",
    "Косметика",
    "Инструмент",
    "Дизайн",
];
const TRADES_EN: [&str; 20] = [
    "Freight",
    "Dental",
    "Bakery",
    "Insurance",
    "Furniture",
    "Clinic",
    "Printing",
    "Cleaning",
    "Electric",
    "Travel",
    "Foods",
    "Motors",
    "Packaging",
    "Textiles",
    "Estates",
    "Academy",
    "Telecom",
    "Cosmetics",
    "Tools",
    "Design",
];
const FORMS_EN: [&str; 5] = ["Ltd", "LLC", "Inc", "GmbH", "PLC"];

/// What a company is called and where its mail goes.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) shown: String,
    pub(super) domain: String,
    pub(super) is_english: bool,
    /// A sole proprietor.
    pub(super) is_person: bool,
}

impl Name {
    pub(super) fn fixed(shown: &str, domain: &str) -> Self {
        Self { shown: shown.to_owned(), domain: domain.to_owned(), is_english: false, is_person: false }
    }
}

/// Two of three are Russian. The ID makes the domain the company's own.
pub(super) fn invent(id: i64, rng: &mut Rng) -> Name {
    let (head, tail) = (pick(rng, &HEADS), pick(rng, &TAILS));
    let latin = format!("{}{}", head.1, tail.1);
    let ending = if chance(rng, 80) { "test" } else { "example" };
    let domain = format!("{}{id}.{ending}", latin.to_lowercase());
    match rng.u8(..100) {
        0..34 => Name { shown: english(&latin, rng), domain, is_english: true, is_person: false },
        34..46 => Name { shown: proprietor(rng), domain, is_english: false, is_person: true },
        _ => {
            let shown = russian(&format!("{}{}", head.0, tail.0), rng);
            Name { shown, domain, is_english: false, is_person: false }
        }
    }
}

fn english(word: &str, rng: &mut Rng) -> String {
    let (trade, form) = (pick(rng, &TRADES_EN), pick(rng, &FORMS_EN));
    match rng.u8(..5) {
        0 => format!("{word} {form}"),
        1 => format!("{word} & Sons {form}"),
        2 => format!("The {word} {trade}"),
        3 => format!("{word} {trade}"),
        _ => format!("{word} {trade} {form}"),
    }
}

fn russian(word: &str, rng: &mut Rng) -> String {
    let trade = pick(rng, &TRADES_RU);
    match rng.u8(..8) {
        0 => format!("ООО «{word}»"),
        1 => format!("АО «{word}»"),
        2 => format!("ООО «{word}-{trade}»"),
        3 => format!("ООО «{word} и партнёры»"),
        4 => format!("ООО \"ТД {word}\""),
        5 => format!("АНО «{trade} {word}»"),
        6 => format!("ПАО «{word} {trade}»"),
        _ => format!("ООО «{trade} {word}»"),
    }
}

fn proprietor(rng: &mut Rng) -> String {
    let person = InventedName::russian(rng);
    format!("ИП {} {} {}", person.surname, person.first, person.patronymic)
}

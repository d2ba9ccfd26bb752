//! Where invented companies are: real time zones, towns that no map has.

use fastrand::Rng;

use super::{chance, pick};

pub(super) const MOSCOW: &str = "Europe/Moscow";

/// The first ones have different offsets, so that a small demo already shows many.
const ZONES: [&str; 20] = [
    MOSCOW,
    "Europe/Kaliningrad",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
    "UTC",
    "Europe/Berlin",
    "Asia/Kolkata",
    "Asia/Almaty",
    "Asia/Dubai",
    "Europe/London",
    "Asia/Novosibirsk",
    "Asia/Tashkent",
    "Europe/Minsk",
];
const TOWNS: [&str; 16] = [
    "Примерск",
    "Образцов",
    "Макетово",
    "Пробнинск",
    "Эскизград",
    "Условск",
    "Демидово",
    "Вымыслов",
    "Черновиково",
    "Набросково",
    "Озёрный Пример",
    "Верхний Образец",
    "Нижний Образец",
    "Светлопримерск",
    "Тестогорск",
    "Заэскизье",
];
const STREETS: [&str; 20] = [
    "ул. Новая",
    "ул. Зелёная",
    "пр. Лесной",
    "ул. Садовая",
    "ул. Речная",
    "пер. Тихий",
    "ул. Луговая",
    "ул. Полевая",
    "наб. Озёрная",
    "ул. Кленовая",
    "б-р Весенний",
    "ул. Вишнёвая",
    "пр. Северный",
    "ул. Ясная",
    "ул. Заводская",
    "пер. Почтовый",
    "ул. Школьная",
    "ул. Звонкая",
    "пр-д Складской",
    "ул. Березовая",
];

/// The zone of the affiliate with this index: each in turn, later by chance, mostly Moscow.
pub(super) fn zone(index: i64, rng: &mut Rng) -> &'static str {
    let in_turn = usize::try_from(index).ok().and_then(|index| ZONES.get(index));
    match in_turn {
        Some(zone) => zone,
        None if chance(rng, 35) => MOSCOW,
        None => pick::<&str>(rng, &ZONES),
    }
}

/// Postal codes that begin with 000 belong to nobody.
pub(super) fn address(rng: &mut Rng) -> String {
    let (town, street) = (pick(rng, &TOWNS), pick(rng, &STREETS));
    let (code, house) = (rng.u16(1..1000), rng.u8(1..120));
    match rng.u8(..3) {
        0 => format!("000{code:03}, г. {town}, {street}, д. {house}"),
        1 => format!("000{code:03}, г. {town}, {street}, д. {house}, оф. {}", rng.u16(1..400)),
        _ => format!("г. {town}, {street}, д. {house}, стр. {}", rng.u8(1..9)),
    }
}

pub(super) fn post_box(rng: &mut Rng) -> String {
    format!("000{:03}, г. {}, а/я {}", rng.u16(1..1000), pick(rng, &TOWNS), rng.u16(1..500))
}

//! Russian names of the cities that people here look a zone up by. The zone database has only
//! English ones, and only one city a zone.

use std::borrow::Cow;

use super::Lang;

/// The Russian names for a zone, the main city first.
pub(super) fn russian_cities(zone: &str) -> Option<&'static str> {
    CITIES.iter().find(|(name, _)| *name == zone).map(|(_, cities)| *cities)
}

/// The city that a table names a zone by: `Москва` or `Moscow`; the end of the IANA name where no other is known.
pub fn city(zone: &str, lang: Lang) -> Cow<'_, str> {
    let russian = russian_cities(zone).and_then(|cities| cities.split(' ').next());
    let english = zone.rsplit('/').next().unwrap_or(zone);
    match (lang, russian) {
        (Lang::Ru, Some(city)) => Cow::Borrowed(city),
        _ if english.contains('_') => Cow::Owned(english.replace('_', " ")),
        _ => Cow::Borrowed(english),
    }
}

const CITIES: [(&str, &str); 46] = [
    ("Europe/Kaliningrad", "Калининград"),
    ("Europe/Moscow", "Москва Санкт-Петербург Сочи Казань Нижний Новгород Ростов-на-Дону"),
    ("Europe/Simferopol", "Симферополь Севастополь"),
    ("Europe/Kirov", "Киров"),
    ("Europe/Volgograd", "Волгоград"),
    ("Europe/Astrakhan", "Астрахань"),
    ("Europe/Saratov", "Саратов"),
    ("Europe/Ulyanovsk", "Ульяновск"),
    ("Europe/Samara", "Самара Ижевск Тольятти"),
    ("Asia/Yekaterinburg", "Екатеринбург Челябинск Пермь Уфа Тюмень Оренбург"),
    ("Asia/Omsk", "Омск"),
    ("Asia/Novosibirsk", "Новосибирск"),
    ("Asia/Barnaul", "Барнаул"),
    ("Asia/Tomsk", "Томск"),
    ("Asia/Novokuznetsk", "Новокузнецк Кемерово"),
    ("Asia/Krasnoyarsk", "Красноярск Норильск"),
    ("Asia/Irkutsk", "Иркутск Улан-Удэ"),
    ("Asia/Chita", "Чита"),
    ("Asia/Yakutsk", "Якутск Благовещенск"),
    ("Asia/Khandyga", "Хандыга"),
    ("Asia/Vladivostok", "Владивосток Хабаровск"),
    ("Asia/Ust-Nera", "Усть-Нера"),
    ("Asia/Sakhalin", "Южно-Сахалинск Сахалин"),
    ("Asia/Magadan", "Магадан"),
    ("Asia/Srednekolymsk", "Среднеколымск"),
    ("Asia/Kamchatka", "Петропавловск-Камчатский Камчатка"),
    ("Asia/Anadyr", "Анадырь"),
    ("Europe/Minsk", "Минск"),
    ("Europe/Kyiv", "Киев"),
    ("Europe/Chisinau", "Кишинев"),
    ("Asia/Tbilisi", "Тбилиси"),
    ("Asia/Yerevan", "Ереван"),
    ("Asia/Baku", "Баку"),
    ("Asia/Almaty", "Алматы Астана"),
    ("Asia/Tashkent", "Ташкент"),
    ("Asia/Samarkand", "Самарканд"),
    ("Asia/Bishkek", "Бишкек"),
    ("Asia/Dushanbe", "Душанбе"),
    ("Asia/Ashgabat", "Ашхабад"),
    ("Europe/Riga", "Рига"),
    ("Europe/Berlin", "Берлин"),
    ("Europe/London", "Лондон"),
    ("Europe/Istanbul", "Стамбул"),
    ("Asia/Dubai", "Дубай"),
    ("Asia/Shanghai", "Пекин Шанхай"),
    ("America/New_York", "Нью-Йорк"),
];

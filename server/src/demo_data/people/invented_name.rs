//! Names of people, with the Latin spelling that their e-mail addresses use.

use fastrand::Rng;

use crate::demo_data::pick;

type Spelled = (&'static str, &'static str);

const MEN: [Spelled; 18] = [
    ("Алексей", "alexey"),
    ("Борис", "boris"),
    ("Виктор", "viktor"),
    ("Глеб", "gleb"),
    ("Дмитрий", "dmitry"),
    ("Егор", "egor"),
    ("Игорь", "igor"),
    ("Кирилл", "kirill"),
    ("Лев", "lev"),
    ("Максим", "maxim"),
    ("Николай", "nikolay"),
    ("Олег", "oleg"),
    ("Пётр", "petr"),
    ("Роман", "roman"),
    ("Семён", "semen"),
    ("Тимур", "timur"),
    ("Фёдор", "fedor"),
    ("Яков", "yakov"),
];
const WOMEN: [Spelled; 18] = [
    ("Алёна", "alena"),
    ("Вера", "vera"),
    ("Галина", "galina"),
    ("Дарья", "daria"),
    ("Елена", "elena"),
    ("Жанна", "zhanna"),
    ("Зоя", "zoya"),
    ("Инна", "inna"),
    ("Ксения", "ksenia"),
    ("Лариса", "larisa"),
    ("Марина", "marina"),
    ("Надежда", "nadezhda"),
    ("Ольга", "olga"),
    ("Полина", "polina"),
    ("Римма", "rimma"),
    ("Светлана", "svetlana"),
    ("Ульяна", "ulyana"),
    ("Юлия", "yulia"),
];
/// Without the ending: `ич` and `на` follow.
const FATHERS: [&str; 12] = [
    "Алексеев",
    "Борисов",
    "Викторов",
    "Глебов",
    "Егоров",
    "Игорев",
    "Львов",
    "Максимов",
    "Николаев",
    "Олегов",
    "Петров",
    "Романов",
];
/// A woman's surname adds `а`.
const SURNAMES: [Spelled; 40] = [
    ("Примеров", "primerov"),
    ("Образцов", "obraztsov"),
    ("Пробнин", "probnin"),
    ("Условнов", "uslovnov"),
    ("Черновиков", "chernovikov"),
    ("Макетов", "maketov"),
    ("Эскизов", "eskizov"),
    ("Набросков", "nabroskov"),
    ("Заметкин", "zametkin"),
    ("Страничкин", "stranichkin"),
    ("Буквин", "bukvin"),
    ("Строчкин", "strochkin"),
    ("Листков", "listkov"),
    ("Тетрадкин", "tetradkin"),
    ("Скрепкин", "skrepkin"),
    ("Кнопкин", "knopkin"),
    ("Папкин", "papkin"),
    ("Ластиков", "lastikov"),
    ("Линейкин", "lineykin"),
    ("Циркулев", "tsirkulev"),
    ("Чернилин", "chernilin"),
    ("Перьев", "peryev"),
    ("Карандашев", "karandashev"),
    ("Фломастеров", "flomasterov"),
    ("Счётов", "schetov"),
    ("Весов", "vesov"),
    ("Маятников", "mayatnikov"),
    ("Часовщиков", "chasovshchikov"),
    ("Телефонов", "telefonov"),
    ("Звонков", "zvonkov"),
    ("Гудков", "gudkov"),
    ("Диалогов", "dialogov"),
    ("Ответов", "otvetov"),
    ("Вопросов", "voprosov"),
    ("Письмов", "pismov"),
    ("Конвертов", "konvertov"),
    ("Маркин", "markin"),
    ("Посылкин", "posylkin"),
    ("Почтов", "pochtov"),
    ("Журналов", "zhurnalov"),
];
const FIRST_EN: [&str; 20] = [
    "Alice", "Brian", "Clara", "Daniel", "Emma", "Frank", "Grace", "Henry", "Irene", "Jack", "Kate", "Liam", "Mona",
    "Nora", "Oscar", "Paul", "Rose", "Sam", "Tessa", "Walter",
];
const LAST_EN: [&str; 24] = [
    "Sampleton",
    "Draftwell",
    "Mockridge",
    "Testerly",
    "Paperman",
    "Inkwell",
    "Pencilton",
    "Notebrook",
    "Rulerson",
    "Stapleford",
    "Clipworth",
    "Folderby",
    "Deskmore",
    "Lampton",
    "Ledgerly",
    "Stampwood",
    "Letterby",
    "Parceley",
    "Dialworth",
    "Ringwell",
    "Toneby",
    "Echoford",
    "Pagewright",
    "Margins",
];

/// One person's name, in the parts that the demo needs.
pub(in crate::demo_data) struct InventedName {
    pub(in crate::demo_data) first: &'static str,
    pub(in crate::demo_data) patronymic: String,
    pub(in crate::demo_data) surname: String,
    latin_first: String,
    latin_surname: String,
}

impl InventedName {
    pub(in crate::demo_data) fn russian(rng: &mut Rng) -> Self {
        let is_man = rng.bool();
        let (first, latin_first) = *pick(rng, if is_man { &MEN } else { &WOMEN });
        let (surname, latin_surname) = *pick(rng, &SURNAMES);
        let (of_father, ending) = if is_man { ("ич", "") } else { ("на", "а") };
        Self {
            first,
            patronymic: format!("{}{of_father}", pick(rng, &FATHERS)),
            surname: format!("{surname}{ending}"),
            latin_first: latin_first.to_owned(),
            latin_surname: format!("{latin_surname}{}", if is_man { "" } else { "a" }),
        }
    }

    pub(in crate::demo_data) fn english(rng: &mut Rng) -> Self {
        let (first, surname) = (*pick(rng, &FIRST_EN), *pick(rng, &LAST_EN));
        Self {
            first,
            patronymic: String::new(),
            surname: surname.to_owned(),
            latin_first: first.to_lowercase(),
            latin_surname: surname.to_lowercase(),
        }
    }

    pub(in crate::demo_data) fn full_name(&self) -> String {
        format!("{} {}", self.first, self.surname)
    }

    /// The part of an e-mail address before `@`.
    pub(in crate::demo_data) fn login(&self) -> String {
        format!("{}.{}", self.latin_first, self.latin_surname)
    }
}

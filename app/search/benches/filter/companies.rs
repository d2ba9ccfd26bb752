//! Invented companies with every column filled, Russian and English, the same at each run.

use search::Column;

pub(crate) struct Company {
    pub id: u64,
    pub name: String,
    texts: [String; 13],
}

const STEMS: [&str; 24] = [
    "Ромашка",
    "Ёлка",
    "Вектор",
    "Северный путь",
    "Новая линия",
    "Заря",
    "Примеров",
    "Технострой",
    "Горизонт",
    "Альянс",
    "Меридиан",
    "Связьинвест",
    "New ways",
    "Silver Lake",
    "Bright Future",
    "Northern Light",
    "Acme",
    "Globex",
    "Umbrella",
    "Test & Sons",
    "Контакт",
    "Диалог",
    "Прогресс",
    "Восток",
];
const ENDS: [&str; 12] = [
    "-Тест",
    " и партнёры",
    " Плюс",
    " Сервис",
    "-Урал",
    " Групп",
    " company",
    " Trade",
    " Telecom",
    " Holding",
    " Торг",
    " Логистика",
];
const FORMS: [&str; 6] = ["ООО", "АО", "ИП", "ПАО", "LLC", "Ltd"];
const STREETS: [&str; 10] = [
    "Новая",
    "Зелёная",
    "Лесной",
    "Промышленная",
    "Советская",
    "Школьная",
    "Садовая",
    "Мира",
    "Гагарина",
    "Ленинградский",
];
const TOWNS: [&str; 8] =
    ["Примерск", "Образцов", "Нижний Пример", "Верхнеобразцовск", "Заречный", "Северодонск", "Белогорск", "Усть-Тест"];
const ZONES: [&str; 6] =
    ["Europe/Moscow", "Europe/Samara", "Asia/Vladivostok", "Asia/Yekaterinburg", "Asia/Novosibirsk", "UTC"];
const STATES: [&str; 4] = [
    "Активна Active",
    "Низкий баланс Low balance",
    "Приостановлена Suspended",
    "Ожидает подтверждения Awaiting confirmation",
];
const BANKS: [&str; 5] = [
    "АО \"ТЕСТБАНК\"",
    "ПАО \"ПРИМЕР-БАНК\"",
    "АО «Образцовый коммерческий банк»",
    "Примерское отделение № 17 ПАО «Учебный банк»",
    "ООО «Новый банк»",
];

impl Company {
    pub(crate) fn invented(id: u64) -> Self {
        let mut chance = Chance(id);
        let (stem, end) = (chance.one_of(&STEMS), chance.one_of(&ENDS));
        let name = format!("{} «{stem}{end} {}»", chance.one_of(&FORMS), chance.below(10_000));
        let address = |chance: &mut Chance| {
            let (house, flat) = (chance.below(200), chance.below(900));
            format!(
                "{}, г. {}, ул. {}, д. {house}, офис {flat}",
                chance.below(1_000_000),
                chance.one_of(&TOWNS),
                chance.one_of(&STREETS)
            )
        };
        let texts = [
            id.to_string(),
            format!("office{}@mail{id}.test", chance.below(1000)),
            format!("+79{:09}", chance.below(1_000_000_000)),
            format!("{:010}", chance.below(10_000_000_000)),
            format!("{:09}", chance.below(1_000_000_000)),
            format!("04{:07}", chance.below(10_000_000)),
            chance.one_of(&BANKS).to_owned(),
            format!("301018{:014}", chance.below(100_000_000_000_000)),
            format!("40702810{:012}", chance.below(1_000_000_000_000)),
            address(&mut chance),
            address(&mut chance),
            format!("{}.{:02}", chance.below(2_000_000), chance.below(100)),
            format!("{}.00", chance.below(1000) * 1000),
        ];
        Self { id, name, texts }
    }

    pub(crate) fn columns(&self) -> [Column<'_>; 16] {
        let [id, email, phone, inn, kpp, bic, bank, correspondent, account, legal, postal, balance, limit] =
            self.texts.each_ref().map(String::as_str);
        let mut chance = Chance(self.id);
        [
            Column::Code(id),
            Column::Text(&self.name),
            Column::Text(email),
            Column::Phone(phone),
            Column::Code(inn),
            Column::Code(kpp),
            Column::Code(bic),
            Column::Choice(bank),
            Column::Code(correspondent),
            Column::Code(account),
            Column::Text(legal),
            Column::Text(postal),
            Column::Amount(balance),
            Column::Amount(limit),
            Column::Choice(chance.one_of(&STATES)),
            Column::Choice(chance.one_of(&ZONES)),
        ]
    }
}

/// A small generator of even chances (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ mixed >> 31) % limit
    }

    fn one_of(&mut self, choices: &[&'static str]) -> &'static str {
        let chosen = self.below(choices.len() as u64);
        (0..).zip(choices).find_map(|(at, choice)| (at == chosen).then_some(*choice)).unwrap_or_default()
    }
}

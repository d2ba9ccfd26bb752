//! The messages in Russian.

use super::super::grouping::grouped;
use super::super::plain_text::is_unseen;
use super::super::{Kopecks, Lang, Problem, Wanted};
use super::{code_point, digit_look_alike};
use crate::words::invoices;

#[expect(clippy::too_many_lines, reason = "a table of sentences, written as a match to be complete")]
pub(super) fn message(problem: &Problem) -> String {
    use Problem as P;
    match problem {
        P::Required => "Заполните это поле".to_owned(),
        P::TooShort { min, actual } => {
            format!("Слишком коротко: нужно не меньше {}, сейчас {actual}", characters(*min))
        }
        P::TooLong { max, actual } => format!("Слишком длинно: можно не больше {}, сейчас {actual}", characters(*max)),
        P::OnlyPunctuation => "Одни знаки препинания: нужна хотя бы одна буква или цифра".to_owned(),
        P::BadCharacter { ch, position, wanted } => bad_character(*ch, *position, *wanted),
        P::CyrillicLetters { letters } => {
            format!("Кириллица здесь не подходит: введите «{letters}» латинскими буквами")
        }
        P::ControlCharacter { ch, position } => {
            format!("Управляющий символ {} на месте {position}: удалите его", code_point(*ch))
        }
        P::DirectionMark { ch, position } => {
            format!("Невидимый знак {} на месте {position} меняет направление текста: удалите его", code_point(*ch))
        }
        P::InvisibleCharacter { ch, position } => {
            format!("Невидимый символ {} на месте {position}: удалите его или введите текст заново", code_point(*ch))
        }
        P::ConsentRequired => "Без этого согласия продолжить нельзя: поставьте отметку".to_owned(),
        P::UnknownField => "Такого поля здесь нет: обновите страницу".to_owned(),
        P::UnknownChoice => "Такого значения нет: выберите одно из предложенных".to_owned(),
        P::SignInFailed => "Неверный email или пароль".to_owned(),
        P::WrongPassword => "Это не ваш нынешний пароль".to_owned(),
        P::WrongCode => "Код неверен или уже использован: дождитесь следующего".to_owned(),
        P::PasskeyRefused => "Ключ доступа не подошел: попробуйте еще раз".to_owned(),
        P::NoPasskey => "Ключа доступа у этой учетной записи нет: введите код".to_owned(),
        P::PasskeysUnsupported => {
            "Здесь ключи доступа не работают: обновите браузер или воспользуйтесь кодом из приложения".to_owned()
        }
        P::PasskeyCancelled => "Ключ доступа не использован: время вышло или вы отменили запрос".to_owned(),
        P::SetUpTooLate => "Ключ показан больше получаса назад: начните заново".to_owned(),
        P::SignInTooLate => "Время на ввод кода вышло: войдите заново".to_owned(),
        P::CannotAttach(obstacle) => obstacle.words(Lang::Ru),
        P::FileFaults { count } => format!("Ничего не сохранено, ошибок в файле: {count}"),
        P::ImportRefused(refusal) => refusal.words(Lang::Ru),
        P::CannotChangeKind(obstacle) => obstacle.words(Lang::Ru),
        P::CannotAct(obstacle) => obstacle.words(Lang::Ru).to_owned(),
        P::UndoTooLate => {
            "Сохранение можно отменить в течение 24 часов. Прежние значения можно вернуть по одному".to_owned()
        }
        P::ChangedMeanwhile { now } if now.is_empty() => {
            "Кто-то тем временем стер это значение. Сохраните еще раз, чтобы вписать свое".to_owned()
        }
        P::ChangedMeanwhile { now } => {
            format!("Кто-то тем временем изменил это на «{now}». Сохраните еще раз, чтобы вписать свое")
        }
        P::RoleNeeded => "Нужна хотя бы одна роль".to_owned(),
        P::NotADate => "Нужна дата".to_owned(),
        P::BeforeAttachment => "Тогда компания еще не была подключена к вам".to_owned(),
        P::EndsBeforeItBegins => "Последний день раньше первого".to_owned(),
        P::InTheFuture => "Этот период еще не начался".to_owned(),
        P::LetterOutdated => {
            "Ссылка из этого письма использована, заменена или давно истекла: письмо больше не хранится".to_owned()
        }
        P::RequestCompleted => "Запрос уже выполнен".to_owned(),
        P::RequestDeclined => "Запрос уже отклонен".to_owned(),
        P::RequestWithdrawn => "Запрос уже отозван".to_owned(),
        P::NotAnId => "Нужен номер: целое число больше нуля, например 42".to_owned(),
        P::WholeNumberNeeded => "Нужно целое число, без запятой и букв".to_owned(),
        P::OutOfRange { min, max } => {
            format!("Нужно число от {} до {}", number(*min), number(*max))
        }
        P::NotAnAmount => "Это не сумма: введите число, например 1 250,00".to_owned(),
        P::SeveralDecimalMarks => "Запятая или точка должна быть одна, перед копейками: например 1 250,00".to_owned(),
        P::MoreThanTwoDecimals => {
            "После запятой больше двух цифр: сумма не округляется, укажите ее до копейки".to_owned()
        }
        P::ExactAmountNeeded => "Нужны цифры, точка и не больше двух знаков после нее, например 1250.00".to_owned(),
        P::CurrencyMismatch { currency } => format!("Счет этой компании ведется в {currency}"),
        P::NotAService => "Нужно одно слово строчными латинскими буквами, например voice".to_owned(),
        P::NotPrintable => "Допустимы только печатные латинские символы".to_owned(),
        P::NotAnInstant => "Нужен момент времени со смещением, например 2026-11-23T14:05:00+03:00".to_owned(),
        P::NotALocalTime => "Нужна дата со временем, например 2026-11-30T18:00".to_owned(),
        P::InFuture => "Это больше чем на пять минут вперед".to_owned(),
        P::BalanceOutOfRange => "Баланс вышел бы за допустимые пределы".to_owned(),
        P::IdempotencyKeyReused => "Этот ключ уже использован для другого запроса: возьмите новый".to_owned(),
        P::NoSuchEntry => "Записи с таким номером нет".to_owned(),
        P::CannotReverseReversal => "Сторно не сторнируют: внесите корректировку".to_owned(),
        P::AlreadyReversed => "Эта запись уже сторнирована".to_owned(),
        P::NotInFuture => "Выберите момент в будущем".to_owned(),
        P::TooFarAhead { days } => format!("Можно не больше чем на {days} дн. вперед"),
        P::PoolExceeded { free } => {
            format!("Лимиты превысят ваш предел: свободно {}", free.shown(Lang::Ru).in_roubles())
        }
        P::AwaitsConfirmation => {
            "Регистрация компании еще не подтверждена: до подтверждения записи и счета невозможны".to_owned()
        }
        P::NotSuspended => "Здесь нет приостановки, которую вы можете снять".to_owned(),
        P::GivenAlready => "Такое значение уже есть выше".to_owned(),
        P::AlreadySuspended => "Доступ уже приостановлен".to_owned(),
        P::NoInvoice(reason) => invoices::refusal(reason, Lang::Ru),
        P::SupplierLacksRequisites => invoices::supplier_lacks(Lang::Ru).to_owned(),
        P::NoSupplier => "Платформе счет выставить некому".to_owned(),
        P::CannotCancelInvoice => "Счет уже оплачен или отменен".to_owned(),
        P::AmountOutOfRange { min, max } => {
            format!("Нужна сумма от {} до {}", amount(*min), amount(*max))
        }
        P::EmailNoAt => "Нет знака @: нужен адрес вида name@example.ru".to_owned(),
        P::EmailSeveralAt => "Знак @ должен быть один: нужен адрес вида name@example.ru".to_owned(),
        P::EmailSeveralAddresses => "Здесь несколько адресов, а нужен один".to_owned(),
        P::EmailSpace { position } => {
            format!("Пробел на месте {position}: в адресе пробелов не бывает")
        }
        P::EmailNoName => "Перед @ пусто: нужен адрес вида name@example.ru".to_owned(),
        P::EmailNameTooLong { max, actual } => {
            format!("Часть перед @ слишком длинная: можно не больше {}, сейчас {actual}", characters(*max))
        }
        P::EmailDots => "Лишняя точка: она не может стоять с краю или рядом с другой точкой".to_owned(),
        P::EmailNoDomain => "После @ пусто: укажите домен, например example.ru".to_owned(),
        P::EmailNoDomainDot { domain } => {
            format!("В домене «{domain}» нет точки: ожидается, например, example.ru")
        }
        P::EmailDomainPart { part } => {
            format!("Часть домена «{part}» не подходит: до 63 символов, дефис только внутри")
        }
        P::EmailDomainNumeric { part } => {
            format!("Домен не может кончаться на «.{part}»: ожидается, например, example.ru")
        }
        P::EmailTaken { company: Some(company) } => format!("Этот адрес уже зарегистрирован в компании «{company}»"),
        P::EmailTaken { company: None } => "Этот адрес использовать нельзя: укажите другой".to_owned(),
        P::PhoneNoCountryCode => "Нет кода страны: начните с +, например +7 912 345-67-89".to_owned(),
        P::PhoneLeadingZero => "Код страны не начинается с нуля: например +7 912 345-67-89".to_owned(),
        P::PhoneLength { digits: count, min, max } => {
            format!("В номере {}, а нужно от {min} до {max} вместе с кодом страны", digits(*count))
        }
        P::PhoneRussianLength { digits } => format!("После +7 нужно 10 цифр, сейчас {digits}"),
        P::UnknownZone => "Такого часового пояса нет: выберите его из списка".to_owned(),
        P::SlugEdgeHyphen => "Дефис не может стоять в начале или в конце".to_owned(),
        P::SlugReserved { word } => format!("Имя «{word}» занято платформой: выберите другое"),
        P::SlugTaken => "Такое имя уже занято: выберите другое".to_owned(),
        P::NotANetwork { text } => {
            format!("«{text}» не адрес: нужен адрес 192.0.2.7 или сеть, например 192.0.2.0/24")
        }
        P::PasswordCommon => "Этот пароль слишком известен, его подберут первым: придумайте другой".to_owned(),
        P::PasswordFromContext { word } => {
            format!("Пароль легко угадать: он состоит из известного о вас («{word}») и цифр")
        }
        P::AllZeros => "Одни нули: такого номера не бывает".to_owned(),
        P::InnLength { digits: count } => {
            format!("В ИНН {}: нужно 10 (организация) или 12 (предприниматель, физическое лицо)", digits(*count))
        }
        P::InnControl { expected } if expected.len() > 1 => {
            format!("Контрольные цифры не сходятся: ожидается …{expected}, если остальные цифры верны")
        }
        P::InnControl { expected } | P::OgrnControl { expected } => {
            format!("Контрольная цифра не сходится: ожидается {expected}, если остальные цифры верны")
        }
        P::KppLength { characters: count } => format!("В КПП {}: нужно 9", characters_now(*count)),
        P::KppForPerson => "КПП бывает только у организаций: при ИНН из 12 цифр оставьте поле пустым".to_owned(),
        P::OgrnLength { digits: count } => format!("В номере {}: нужно 13 (ОГРН) или 15 (ОГРНИП)", digits(*count)),
        P::BicLength { digits: count } => format!("В БИК {}: нужно 9", digits(*count)),
        P::AccountLength { characters: count } => {
            format!("В номере счета {}: нужно 20", characters_now(*count))
        }
        P::AccountKey { expected, position } => {
            format!(
                "Счет не подходит к этому БИК: на {position}-м месте ожидается {expected}, если остальные цифры верны; либо неверен БИК"
            )
        }
    }
}

fn bad_character(ch: char, position: u32, wanted: Wanted) -> String {
    let seen = if is_unseen(ch) { code_point(ch) } else { format!("«{ch}»") };
    let expected = match wanted {
        Wanted::Digit => "нужны только цифры",
        Wanted::DigitOrLatin => "буквы бывают только на 5-м и 6-м местах, латинские",
        Wanted::DigitOrClearingLetter => "здесь бывает цифра или одна из букв A B C E H K M P T X",
        Wanted::Amount => "нужна сумма, например 1 250,00",
        Wanted::Phone => "нужен номер, например +7 912 345-67-89",
        Wanted::EmailName => "перед @ бывают латинские буквы, цифры, точка, дефис",
        Wanted::EmailDomain => "после @ бывают буквы, цифры, точка, дефис",
        Wanted::Slug => "нужны латинские буквы, цифры и дефис",
    };
    let guess = match digit_look_alike(ch).filter(|_| wanted == Wanted::Digit) {
        Some(digit) => format!(", возможно, это {digit}"),
        None => String::new(),
    };
    format!("Символ {seen} на месте {position} не подходит: {expected}{guess}")
}

fn amount(kopecks: Kopecks) -> String {
    kopecks.shown(Lang::Ru).to_string()
}

fn number(number: i64) -> String {
    let minus = if number < 0 { "\u{2212}" } else { "" };
    format!("{minus}{}", grouped(number.unsigned_abs(), Lang::Ru))
}

/// «не меньше 8 символов», «не больше 21 символа».
fn characters(count: u32) -> String {
    let genitive = if count % 10 == 1 && count % 100 != 11 { "символа" } else { "символов" };
    format!("{count} {genitive}")
}

fn characters_now(count: u32) -> String {
    format!("{count} {}", plural(count, ["символ", "символа", "символов"]))
}

fn digits(count: u32) -> String {
    format!("{count} {}", plural(count, ["цифра", "цифры", "цифр"]))
}

fn plural(count: u32, [one, few, many]: [&'static str; 3]) -> &'static str {
    match (count % 10, count % 100) {
        (_, 11..=14) => many,
        (1, _) => one,
        (2..=4, _) => few,
        _ => many,
    }
}

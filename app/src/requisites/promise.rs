//! What the check of a field promises and what it does not, for the help beside the field. The figures are measured by
//! the tests; a text must not claim more.

use crate::values::Lang;

/// The help text of a field, named as on the wire; empty where nothing is promised or held back.
pub fn promise(field: &str, lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => russian(field),
        Lang::En => english(field),
    }
}

fn russian(field: &str) -> &'static str {
    match field {
        "inn" => {
            "Контрольные цифры находят почти любую описку. В ИНН из 10 цифр незамеченными проходят около 2 из 100 ошибок в \
             одной цифре и столько же перестановок соседних; в ИНН из 12 цифр ошибка в одной цифре заметна всегда, \
             перестановка почти всегда. Верный по проверке ИНН может оказаться чужим"
        }
        "kpp" => "В КПП нет контрольной цифры: проверяется только вид номера, любая описка может остаться незамеченной",
        "bic" => "В БИК нет контрольной цифры: описку находит только справочник банков или ключ счета, и то не всякую",
        "account" | "correspondent_account" => {
            "Ключ сверяет счет с БИК: ошибка в одной цифре счета заметна всегда, перестановка соседних цифр остается \
             незамеченной в 7 случаях из 100. Если ключ не сходится, неверен счет или БИК: какая цифра, определить нельзя"
        }
        _ => "",
    }
}

fn english(field: &str) -> &'static str {
    match field {
        "inn" => {
            "Control digits catch almost every slip. In an INN of 10 digits about 2 of 100 wrong digits go unnoticed, and as \
             many swaps of neighbours; in an INN of 12 digits a single wrong digit is always noticed, a swap almost always. \
             An INN that passes may still be somebody else's"
        }
        "kpp" => "A KPP has no control digit: only its form is checked, and any slip may go unnoticed",
        "bic" => {
            "A BIC has no control digit: only the directory of banks or an account's key finds a slip, and not every one"
        }
        "account" | "correspondent_account" => {
            "The key ties the account to the BIC: a single wrong digit of the account is always noticed, a swap of \
             neighbours goes unnoticed in 7 cases of 100. When the key does not fit, the account is wrong or the BIC is: \
             which digit cannot be told"
        }
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_checked_number_says_what_its_check_is_worth() {
        for (field, russian, english) in [
            ("inn", "около 2 из 100", "about 2 of 100"),
            ("kpp", "нет контрольной цифры", "no control digit"),
            ("bic", "нет контрольной цифры", "no control digit"),
            ("account", "в 7 случаях из 100", "in 7 cases of 100"),
            ("correspondent_account", "определить нельзя", "cannot be told"),
        ] {
            assert!(promise(field, Lang::Ru).contains(russian), "{field}");
            assert!(promise(field, Lang::En).contains(english), "{field}");
        }
        assert_eq!(promise("bank", Lang::Ru), "");
        assert_eq!(promise("bank", Lang::En), "");
    }
}

//! Why a file does not become the directory, in words for the operator.

use super::ImportRefusal;
use crate::requisites::shown_day;
use crate::values::Lang;

impl ImportRefusal {
    /// What is wrong and what helps, without a full stop at its end.
    pub fn words(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Empty => "Файл не выбран или пуст".to_owned(),
            Self::BrokenZip => "Архив ZIP испорчен или сжат неизвестным способом: скачайте его заново".to_owned(),
            Self::ZipWithoutXml => "В архиве нет файла .xml".to_owned(),
            Self::ZipWithSeveralXml { count } => format!("В архиве несколько файлов .xml ({count}), а нужен один"),
            Self::TooLarge => "Файл больше 64 МиБ в распакованном виде: таким справочник не бывает".to_owned(),
            Self::UnknownEncoding { label } => {
                format!("Неизвестная кодировка «{label}»: ожидается windows-1251 или UTF-8")
            }
            Self::BrokenXml { entries } => {
                format!("XML испорчен или обрывается, целых записей до этого места: {entries}. Скачайте файл заново")
            }
            Self::HasDocumentType => "В файле есть DTD или сущности: в справочнике их не бывает".to_owned(),
            Self::NotEd807 => "Это не справочник БИК: нужно сообщение ED807 Банка России".to_owned(),
            Self::ChangesOnly => "В файле только изменения: нужен полный справочник (InfoTypeCode FIRR)".to_owned(),
            Self::BadAttribute { entry: 0, name } => format!("Атрибут {name} сообщения отсутствует или неверен"),
            Self::BadAttribute { entry, name } => format!("Запись № {entry}: атрибут {name} отсутствует или неверен"),
            Self::DuplicateBic { bic } => format!("БИК {bic} встречается дважды"),
            Self::NoEntries => "В файле нет ни одной записи".to_owned(),
            Self::TooFew { entries, loaded } => {
                format!("Записей в файле {entries}, а загружено {loaded}: меньше половины. {}", confirm(Lang::Ru))
            }
            Self::Older { business_day, loaded } => {
                let (day, loaded) = (shown_day(business_day, Lang::Ru), shown_day(loaded, Lang::Ru));
                format!("Файл за {day} старше загруженного справочника за {loaded}. {}", confirm(Lang::Ru))
            }
            Self::Failed => "Сервер не смог закончить загрузку: попробуйте еще раз".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Empty => "No file is chosen, or it is empty".to_owned(),
            Self::BrokenZip => "The ZIP is broken or packed in an unknown way: download it again".to_owned(),
            Self::ZipWithoutXml => "There is no .xml file in the ZIP".to_owned(),
            Self::ZipWithSeveralXml { count } => format!("There are {count} .xml files in the ZIP; one is needed"),
            Self::TooLarge => "The file is over 64 MiB unpacked: the directory never is".to_owned(),
            Self::UnknownEncoding { label } => format!("Unknown encoding {label:?}: windows-1251 or UTF-8 is expected"),
            Self::BrokenXml { entries } => {
                format!("The XML is broken or cut off, whole entries before that place: {entries}. Download it again")
            }
            Self::HasDocumentType => "The file has a DTD or entities: the directory never has".to_owned(),
            Self::NotEd807 => {
                "This is not the directory of BICs: the Bank of Russia's message ED807 is needed".to_owned()
            }
            Self::ChangesOnly => {
                "The file holds changes alone: the full directory is needed (InfoTypeCode FIRR)".to_owned()
            }
            Self::BadAttribute { entry: 0, name } => format!("The message's attribute {name} is missing or wrong"),
            Self::BadAttribute { entry, name } => format!("Entry {entry}: the attribute {name} is missing or wrong"),
            Self::DuplicateBic { bic } => format!("BIC {bic} occurs twice"),
            Self::NoEntries => "The file has no entries at all".to_owned(),
            Self::TooFew { entries, loaded } => {
                format!("The file has {entries} entries, {loaded} are loaded: fewer than half. {}", confirm(Lang::En))
            }
            Self::Older { business_day, loaded } => {
                let (day, loaded) = (shown_day(business_day, Lang::En), shown_day(loaded, Lang::En));
                format!("The file of {day} is older than the loaded directory of {loaded}. {}", confirm(Lang::En))
            }
            Self::Failed => "The server could not finish the import: try again".to_owned(),
        }
    }
}

fn confirm(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "Если это верно, подтвердите загрузку: отметкой на странице или ключом --confirm",
        Lang::En => "If this is right, confirm the import: by the box on the page or by --confirm",
    }
}

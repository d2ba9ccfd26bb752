//! The words that stand before a value, in Russian and English.

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    Inn,
    Kpp,
    InnKpp,
    Ogrn,
    Bic,
    Account,
    CorrespondentAccount,
    /// "Счет" alone: of whom and what for is seen from the number.
    AnyAccount,
    /// A number that is none of ours.
    OtherNumber,
    Name,
    FullName,
    Bank,
    LegalAddress,
    PostalAddress,
    BothAddresses,
    AnyAddress,
    /// A text that is none of ours.
    OtherText,
    Phone,
    Email,
}

/// Spellings with bars between them, lower-case and with е for ё. A space stands for spaces or dots, a slash for a slash
/// or dot with spaces or none around, a dash for a dash, a space or nothing. A dot may always follow.
pub(super) const LABELS: [(Label, &str); 19] = [
    (Label::Inn, "инн|inn|tin|tax id|taxpayer id|идентификационный номер налогоплательщика"),
    (Label::Kpp, "кпп|kpp|код причины постановки на учет"),
    (Label::InnKpp, "инн/кпп|инн и кпп|инн, кпп|inn/kpp|inn, kpp"),
    (Label::Ogrn, "огрн|огрнип|огрн/огрнип|огрн (огрнип)|огрн(ип)|огрн ип|ogrn|ogrnip"),
    (Label::Bic, "бик|bic|bik|bank bic|bic code|банковский идентификационный код"),
    (
        Label::Account,
        "р/с|p/c|рс|р/счет|р счет|р/сч|рсч|расч счет|расч сч|расч/с|расч/счет|расчсчет|рас/с|рас/счет|расчетный счет|\
         расчетный сч|расчетного счета|settlement account|current account|checking account|account number|account no|\
         account n|acc no|a/c",
    ),
    (
        Label::CorrespondentAccount,
        "к/с|k/c|кс|к/счет|к счет|к/сч|ксч|корр счет|корр сч|корр/с|корр/счет|корр с|кор счет|кор сч|кор/с|кор/счет|\
         корсчет|коррсчет|корреспондентский счет|корреспондентского счета|corr account|corr acc|corr a/c|\
         corr/account|correspondent account|correspondent acc",
    ),
    (
        Label::AnyAccount,
        "счет|сч|счет получателя|счет плательщика|банковский счет|номер счета|account|acc|bank account|\
         beneficiary account",
    ),
    (
        Label::OtherNumber,
        "инн банка|кпп банка|огрн банка|кбк|уин|октмо|окато|окпо|оквэд|оквэд2|окогу|окфс|окопф|окпо банка|л/с|\
         лицевой счет|swift|свифт|iban|снилс|факс|fax|паспорт|договор|contract|счет-фактура|казначейский счет|\
         единый казначейский счет",
    ),
    (
        Label::Name,
        "сокращенное наименование|сокр наименование|краткое наименование|сокращенное название|краткое название|\
         полное/сокращенное наименование|наименование|наименование организации|наименование компании|\
         наименование предприятия|наименование юридического лица|наименование получателя|название|\
         название организации|название компании|организация|компания|предприятие|фирма|контрагент|поставщик|продавец|\
         исполнитель|подрядчик|арендодатель|лицензиар|получатель|получатель платежа|supplier|seller|vendor|name|\
         company|company name|short name|organization|organisation|beneficiary|beneficiary name|payee|покупатель|\
         заказчик|плательщик|buyer|customer|payer",
    ),
    (
        Label::FullName,
        "полное наименование|полное название|полное наименование организации|полное наименование компании|\
         полное наименование предприятия|полное наименование юридического лица|полн наименование|full name|\
         full company name",
    ),
    (
        Label::Bank,
        "банк|банк получателя|банк поставщика|банк организации|наименование банка|название банка|обслуживающий банк|\
         в банке|bank|bank name|name of bank|name of the bank|beneficiary bank|beneficiary's bank",
    ),
    (
        Label::LegalAddress,
        "юр адрес|юрид адрес|юридический адрес|адрес юридический|адрес (юридический)|место нахождения|\
         местонахождение|адрес места нахождения|адрес регистрации|юридический/фактический адрес|\
         юридический и фактический адрес|legal address|registered address|registered office",
    ),
    (
        Label::PostalAddress,
        "почт адрес|почтовый адрес|адрес почтовый|адрес (почтовый)|адрес для корреспонденции|адрес для почты|\
         postal address|mailing address|correspondence address",
    ),
    (
        Label::BothAddresses,
        "юридический и почтовый адрес|юридический, почтовый адрес|юридический/почтовый адрес|юр и почт адрес|\
         legal and postal address|legal/postal address",
    ),
    (Label::AnyAddress, "адрес|адрес организации|address"),
    (
        Label::OtherText,
        "факт адрес|фактический адрес|адрес фактический|actual address|директор|генеральный директор|ген директор|\
         руководитель|главный бухгалтер|гл бухгалтер|бухгалтер|контактное лицо|назначение платежа|сайт|адрес банка|\
         director|contact person|website|purpose|bank address",
    ),
    (
        Label::Phone,
        "тел|т|телефон|телефоны|тел/факс|телефон/факс|телефон организации|контактный телефон|моб|моб тел|мобильный|\
         мобильный телефон|раб тел|phone|phone number|tel|telephone|mobile|tel/fax|phone/fax",
    ),
    (
        Label::Email,
        "e-mail|e-mail адрес|email address|е-mail|mail|эл почта|эл/почта|электронная почта|адрес электронной почты|\
         эл адрес|электронный адрес|почта|имейл|емейл",
    ),
];

impl Label {
    /// Whether a number follows it, of ours or another.
    pub(super) fn is_of_number(self) -> bool {
        use Label::{Account, AnyAccount, Bic, CorrespondentAccount, Inn, InnKpp, Kpp, Ogrn, OtherNumber};
        matches!(self, Inn | Kpp | InnKpp | Ogrn | Bic | Account | CorrespondentAccount | AnyAccount | OtherNumber)
    }

    /// Whether a text follows it, up to the next label.
    pub(super) fn is_of_text(self) -> bool {
        !self.is_of_number() && !matches!(self, Self::Phone | Self::Email)
    }
}

//! What rows show, and that nothing in them can become markup.

use search::Query;

use super::*;
use crate::companies::list::CompanyList;
use crate::companies::row_html::row_html;
use crate::companies::testing::{company_id, fixture};

fn face_of(list: &CompanyList, id: i64, typed: &str, lang: Lang) -> Face {
    let row = list.position(company_id(id)).map(|row| list.row(row)).expect("a company of the list");
    Face::of(row, Look { query: &Query::parse(typed), lang, own: company_id(420), suffix: "?q=x" })
}

fn face(id: i64, typed: &str, lang: Lang) -> Face {
    face_of(&fixture(), id, typed, lang)
}

#[test]
fn a_name_of_markup_stays_text_everywhere() {
    let mut list = fixture();
    let row = list.row(0);
    let (numbers, zone) = (*row.numbers(), row.zone().clone());
    let mut texts = row.texts().map(str::to_owned);
    texts.fill("<script>alert(\"1\")</script>'&".to_owned());
    let texts: [&str; 12] = std::array::from_fn(|at| texts[at].as_str());
    list.replace(0, numbers, &zone.name, zone.offset_minutes, texts);
    for typed in ["", "script", "<", "alert(\"1"] {
        let mut html = String::new();
        row_html(&face_of(&list, 1000, typed, Lang::En), 0, &mut html);
        assert!(!html.contains("<script") && !html.contains("(\"1\")"), "{typed}: {html}");
    }
}

#[test]
fn what_was_found_is_marked_where_it_is_shown() {
    assert!(face(42, "ромаш", Lang::Ru).cells[1].html().contains("«<mark>Ромаш</mark>ка-Тест»"));
    assert!(face(7, "1700001", Lang::En).cells[2].html().ends_with("00<mark>1700001</mark>6"));
    assert_eq!(face(7, "1250", Lang::En).cells[3].html(), "<span class=\"m\">−<mark>1,250</mark><i>.00</i></span>");
    for (typed, lang, shown) in
        [("5000", Lang::En, "5,000"), ("5000.00", Lang::En, "5,000"), ("5000", Lang::Ru, "5\u{a0}000")]
    {
        assert!(
            face(7, typed, lang).cells[4].html().ends_with(&format!("<span><mark>{shown}</mark></span></span>")),
            "{typed}"
        );
    }
    assert_eq!(face(142, "142", Lang::En).cells[0].html(), "<mark>142</mark>");
    assert!(face(142, "приост", Lang::Ru).cells[5].html().contains("<mark>Приост</mark>ановлена"));
    assert!(face(142, "самара", Lang::Ru).cells[6].html().contains("<mark>Самара</mark>"));
}

#[test]
fn a_match_in_a_field_not_shown_is_named() {
    let name = |typed, lang| face(42, typed, lang).cells[1].html();
    assert!(name("0000025", Lang::Ru).contains("<span class=\"why\">Счет: …<mark>0000025</mark></span>"));
    assert!(name("buh@", Lang::En).contains("Email: <mark>buh@</mark>romashka.test"));
    assert!(name("495 000", Lang::En).contains("Phone number: "));
    assert!(name("активна", Lang::En).contains("Status: <mark>Активна</mark>"));
    assert!(name("asia", Lang::Ru).contains("Часовой пояс: <mark>Asia</mark>/Vladivostok"));
    assert!(!name("ромашка тест", Lang::Ru).contains("why"));
    let both = name("buh@ 495 000", Lang::En);
    assert!(both.contains("Email: <mark>buh@</mark>romashka.test; Phone number: …<mark>495"), "{both}");
}

#[test]
fn money_reads_in_the_language_and_by_its_sign() {
    assert_eq!(face(7, "", Lang::Ru).cells[3].html(), "<span class=\"m\">−1\u{a0}250<i>,00</i></span>");
    assert_eq!(face(42, "", Lang::En).cells[3].html(), "<span class=\"m nil\">0<i>.00</i></span>");
    assert_eq!(face(420, "", Lang::En).cells[3].html(), "<span class=\"m pos\">300<i>.00</i></span>");
    assert!(face(7, "", Lang::En).cells[4].html().ends_with("<span>5,000</span></span>"));
}

#[test]
fn ones_own_company_wears_a_badge_outside_its_name() {
    let own = face(420, "", Lang::Ru);
    assert_eq!(own.class, "own");
    assert!(own.cells[1].html().contains("</a><span class=\"tag\">Ваша компания</span>"));
    assert_eq!(face(142, "", Lang::Ru).class, "off");
    assert_eq!(face(142, "", Lang::Ru).edit, "Редактировать АО «Ёлка и партнёры»");
}

#[test]
fn links_keep_what_was_asked() {
    let face = face(7, "", Lang::En);
    assert!(face.cells[1].html().contains("href=\"/companies/7?q=x\""));
    assert!(
        face.cells[7].html().contains("href=\"/companies/7/employees\" aria-label=\"Employees of New ways company\"")
    );
}

/// The texts between the tags of some HTML: what a parser makes a node each of.
fn text_nodes(html: &str) -> usize {
    let texts = html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text));
    texts.filter(|text| !text.is_empty()).count()
}

#[test]
fn every_text_of_a_cell_is_a_slot_of_its_own() {
    for typed in ["", "buh@ 495 000", "ромаш", "1250", "5000", "приост", "asia", "примерск лесной", "0017"]
    {
        for (id, lang) in [7, 42, 142, 420, 1000].into_iter().flat_map(|id| [(id, Lang::Ru), (id, Lang::En)]) {
            for cell in face(id, typed, lang).cells {
                let texts = cell.slots().iter().filter(|slot| slot.place == cell::Place::Text).count();
                assert_eq!(texts, text_nodes(&cell.blank_html()), "{typed}: {}", cell.html());
                assert_eq!(cell.has_every_text(), texts == text_nodes(&cell.html()), "{typed}: {}", cell.html());
            }
        }
    }
}

#[test]
fn a_company_that_nobody_can_administer_says_so_beside_its_status_but_not_to_itself() {
    let lacking = |own: i64, lang| {
        let mut list = fixture();
        let at = list.position(company_id(42)).expect("a company of the list");
        let row = list.row(at);
        let (mut numbers, zone) = (*row.numbers(), row.zone().clone());
        let texts = row.texts().map(str::to_owned);
        numbers.lacks_administrator = true;
        let texts: [&str; 12] = std::array::from_fn(|at| texts[at].as_str());
        list.replace(at, numbers, &zone.name, zone.offset_minutes, texts);
        let look = Look { query: &Query::parse(""), lang, own: company_id(own), suffix: "" };
        Face::of(list.row(at), look).cells[5].html()
    };
    for (lang, status, lack) in
        [(Lang::Ru, "Активна", "Нет активных администраторов"), (Lang::En, "Active", "No active administrators")]
    {
        let shown = lacking(7, lang);
        assert!(shown.starts_with(&format!("<span class=\"pill\">{status}</span>")), "{shown}");
        assert!(shown.contains(&format!("role=\"img\" aria-label=\"{lack}\"")), "{shown}");
        assert!(!lacking(42, lang).contains(lack));
    }
    assert!(!face(42, "", Lang::En).cells[5].html().contains("lack"));
}

//! The few widgets that everything is made of.

mod ago;
mod alert;
mod ask;
pub mod browser;
mod check;
mod combobox;
mod copy;
mod copy_link;
mod date_field;
mod email_field;
mod field;
mod find_field;
mod follow;
mod form;
mod leaving;
pub mod list_address;
mod loaded;
mod marked;
mod moment;
mod new_password_field;
mod password_field;
mod qr_picture;
mod radio_choice;
mod select_field;
mod show_more;
mod sign_in;
mod small_dialog;
mod sort;
mod sort_head;
mod sort_menu;
mod text_area;
mod toast;
mod toast_keys;
mod way_back;
mod why_not;
mod wire;

pub use ago::ago;
pub use alert::{FORM, FormAlert};
pub use ask::Ask;
pub use check::Check;
pub use combobox::{Choice, Combobox};
pub use copy::copy;
pub use copy_link::CopyLink;
pub use date_field::DateField;
pub use email_field::EmailField;
pub use field::{FieldProblem, Problems, Refusal, TextField};
pub use find_field::{FindField, use_asked};
pub use form::{FormState, Submit, follow_filter, typed};
pub use leaving::{AskToLeave, Leaving};
pub use loaded::loaded;
pub use marked::marked;
pub use moment::{clock, date, date_and_time, day, iso_day, local_time};
pub use new_password_field::NewPasswordField;
pub use password_field::PasswordField;
pub use qr_picture::QrPicture;
pub use radio_choice::RadioChoice;
pub use select_field::{Options, SelectField};
pub use show_more::ShowMore;
pub use sign_in::use_sign_in_href;
pub use small_dialog::{SmallDialog, close_dialog};
pub use sort::{Sort, SortColumn, UnknownColumn};
pub use sort_head::SortHead;
pub use sort_menu::SortMenu;
pub use text_area::TextArea;
pub use toast::{Offer, ToastBox, Toasts, provide_toasts, use_toasts};
pub use way_back::{Stay, WayBack, as_here, is_over_list, over_list, provide_way_back, use_way_back};
pub use why_not::WhyNot;
pub use wire::EmptyWire;

/// One or two letters that stand for a name: `New ways partner` → `NW`, `ООО «Ромашка»` → `ОР`.
pub fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_the_first_letters_of_two_words() {
        assert_eq!(super::initials("New ways partner"), "NW");
        assert_eq!(super::initials("«ёлка» и партнёры"), "ЁИ");
        assert_eq!(super::initials("***"), "");
    }
}

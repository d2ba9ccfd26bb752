//! The two Russian code pages of one byte a letter that a payment code may be written in.

/// Bytes 128 to 255 of windows-1251, 32 in a row; 152 means nothing.
const WINDOWS_1251: [&str; 4] = [
    "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{fffd}™љ›њќћџ",
    "\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕї",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
];

/// Bytes 128 to 255 of KOI8-R (RFC 1489), 32 in a row.
const KOI8_R: [&str; 4] = [
    "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷",
    "═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©",
    "юабцдефгхийклмнопярстужвьызшэщчъ",
    "ЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
];

pub(super) fn windows_1251(bytes: &[u8]) -> String {
    decode(bytes, WINDOWS_1251)
}

pub(super) fn koi8_r(bytes: &[u8]) -> String {
    decode(bytes, KOI8_R)
}

fn decode(bytes: &[u8], page: [&str; 4]) -> String {
    let letter = |byte: u8| {
        let index = usize::from(byte - 128);
        page[index / 32].chars().nth(index % 32).unwrap_or(char::REPLACEMENT_CHARACTER)
    };
    bytes.iter().map(|byte| if byte.is_ascii() { char::from(*byte) } else { letter(*byte) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_is_one_character() {
        let upper: Vec<u8> = (128..=255).collect();
        for text in [windows_1251(&upper), koi8_r(&upper)] {
            assert_eq!(text.chars().count(), 128);
        }
    }

    #[test]
    fn words_are_read_in_either_page() {
        assert_eq!(windows_1251(b"\xce\xce\xce \xab\xb8\xb9\xbb \x98"), "ООО «ё№» \u{fffd}");
        assert_eq!(koi8_r(b"\xef\xef\xef \xd2\xcf\xcd\xc1\xdb\xcb\xc1 \xa3\xb3"), "ООО ромашка ёЁ");
    }
}

//! How folded text lies in memory: one byte for each ASCII or Cyrillic letter, half of UTF-8, so
//! that there is less to read and every pair of bytes is a pair of letters.

/// Stands after each column; no character's code holds it, so no word matches across columns.
pub(crate) const COLUMN_END: u8 = 0xff;

const CYRILLIC: u8 = 0x80;
const FIRST_NIBBLE: u8 = 0xc0;
const NEXT_NIBBLE: u8 = 0xd0;

/// Appends the code of `folded`. A code found in another code starts and ends at characters:
/// 0x00–0x7f is ASCII, 0x80–0xaf is а…џ, all else is 0xc0 + nibble and five times 0xd0 + nibble.
pub(crate) fn encode(folded: &str, out: &mut Vec<u8>) {
    for c in folded.chars() {
        match c {
            '\0'..='\x7f' => out.push(c as u8),
            _ => match cyrillic(c) {
                Some(letter) => out.push(CYRILLIC + letter),
                None => out.extend(nibbles(u32::from(c))),
            },
        }
    }
}

/// The place of a folded Cyrillic letter among а…џ, below 48.
pub(crate) fn cyrillic(c: char) -> Option<u8> {
    let place = u32::from(c).checked_sub(u32::from('а'))?;
    u8::try_from(place).ok().filter(|_| c <= 'џ')
}

fn nibbles(code_point: u32) -> [u8; 6] {
    let [_, high, middle, low] = code_point.to_be_bytes();
    [
        FIRST_NIBBLE | high >> 4,
        NEXT_NIBBLE | high & 0xf,
        NEXT_NIBBLE | middle >> 4,
        NEXT_NIBBLE | middle & 0xf,
        NEXT_NIBBLE | low >> 4,
        NEXT_NIBBLE | low & 0xf,
    ]
}

/// The code of a word to look for.
pub(crate) fn code(folded: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(folded.len());
    encode(folded, &mut out);
    out
}

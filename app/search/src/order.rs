//! The order of names: by folded text, Cyrillic before Latin, numbers by value.

use crate::code_page::cyrillic;
use crate::fold::fold;
use std::iter::Peekable;
use std::str::Chars;

/// The first byte of what follows; also the order of kinds. Signs come before all of these.
const NUMBER: u8 = 0x80;
const CYRILLIC: u8 = 0x81;
const LATIN: u8 = 0xc0;
const OTHER: u8 = 0xf0;

/// A key whose bytes compare as the names do; names that differ in case, quotes, ё or leading
/// zeros only are equal. Made once a name, so that sorting compares bytes.
///
/// ```
/// use search::order_key;
/// assert!(order_key("Ёлка 9") < order_key("елка 10"));
/// assert!(order_key("Яблоко") < order_key("Apple"));
/// ```
#[must_use]
pub fn order_key(name: &str) -> Vec<u8> {
    let folded = fold(name);
    let mut key = Vec::with_capacity(folded.len());
    let mut characters = folded.trim().chars().peekable();
    while let Some(&c) = characters.peek() {
        if c.is_ascii_digit() {
            push_number(&mut key, &mut characters);
        } else {
            push_character(&mut key, c);
            characters.next();
        }
    }
    key
}

fn push_character(key: &mut Vec<u8>, c: char) {
    if let Some(letter) = cyrillic(c) {
        key.push(CYRILLIC + letter);
    } else if c.is_ascii_lowercase() {
        key.push(LATIN + (c as u8 - b'a'));
    } else if c.is_ascii() {
        key.push(c as u8);
    } else {
        key.push(OTHER);
        key.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    }
}

/// A number with more digits is greater, leading zeros aside.
fn push_number(key: &mut Vec<u8>, characters: &mut Peekable<Chars<'_>>) {
    while characters.next_if_eq(&'0').is_some() {}
    let mut digits = Vec::new();
    while let Some(digit) = characters.next_if(char::is_ascii_digit) {
        digits.push(digit as u8);
    }
    key.push(NUMBER);
    key.extend_from_slice(&(digits.len() as u64).to_be_bytes());
    key.extend(digits);
}

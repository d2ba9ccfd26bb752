//! What folding does to single characters, by Unicode's `Quotation_Mark` and `Dash` properties
//! and what people use in their place.

/// The folded form of a character that folds by itself; `None` asks for full normalization.
pub(super) fn simple(c: char) -> Option<char> {
    match c {
        'A'..='Z' => Some(c.to_ascii_lowercase()),
        'Ё' | 'ё' => Some('е'),
        ' '..='~' | 'а'..='џ' => Some(c),
        'А'..='Я' => char::from_u32(u32::from(c) + 0x20),
        'Ѐ'..='Џ' => char::from_u32(u32::from(c) + 0x50),
        _ if c.is_whitespace() => Some(' '),
        _ if is_dash(c) => Some('-'),
        _ => None,
    }
}

/// Quotes, apostrophes and what cannot be seen: nobody means them when searching.
pub(super) fn is_removed(c: char) -> bool {
    match c {
        '"' | '\'' | '`' => true,
        ' '..='~' | '\u{400}'..='\u{45f}' => false,
        _ => is_quote(c) || is_invisible(c),
    }
}

fn is_quote(c: char) -> bool {
    matches!(c,
        '«' | '»' | '´' | '\u{2b9}'..='\u{2bd}' | '\u{2ee}' | '\u{55a}' | '\u{5f3}' | '\u{5f4}'
        | '\u{2018}'..='\u{201f}' | '\u{2032}'..='\u{2037}' | '\u{2039}' | '\u{203a}' | '\u{2057}'
        | '\u{275b}'..='\u{2760}' | '\u{276e}' | '\u{276f}' | '\u{2e42}' | '\u{300c}'..='\u{300f}'
        | '\u{301d}'..='\u{301f}' | '\u{a78b}' | '\u{a78c}' | '\u{fe41}'..='\u{fe44}'
        | '\u{ff02}' | '\u{ff07}' | '\u{ff40}' | '\u{ff62}' | '\u{ff63}'
        | '\u{1f676}'..='\u{1f678}')
}

fn is_invisible(c: char) -> bool {
    (c.is_control() && !c.is_whitespace())
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e01ef}')
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{2d7}' | '\u{58a}' | '\u{5be}' | '\u{1400}' | '\u{1806}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2043}'
                | '\u{2053}'
                | '\u{207b}'
                | '\u{208b}'
                | '\u{2212}'
                | '\u{2e17}'
                | '\u{2e1a}'
                | '\u{2e3a}'
                | '\u{2e3b}'
                | '\u{2e40}'
                | '\u{2e5d}'
                | '\u{301c}'
                | '\u{3030}'
                | '\u{30a0}'
                | '\u{fe31}'
                | '\u{fe32}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '\u{10ead}'
    )
}

/// Whether normalization may combine or reorder `c` with what stands before it. Whole ranges of
/// scripts answer yes where a few of their characters do: that costs time, not correctness.
pub(super) fn joins_previous(c: char) -> bool {
    c >= '\u{300}'
        && matches!(c,
            '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{109f}'
            | '\u{1100}'..='\u{11ff}' | '\u{135d}'..='\u{135f}' | '\u{1700}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{2cef}'..='\u{2cf1}' | '\u{2d7f}'..='\u{2dff}'
            | '\u{302a}'..='\u{302f}' | '\u{3099}' | '\u{309a}' | '\u{3131}'..='\u{318e}'
            | '\u{a66f}'..='\u{abff}' | '\u{d7b0}'..='\u{d7ff}' | '\u{fb1e}'
            | '\u{fe20}'..='\u{fe2f}' | '\u{ff9e}'..='\u{ffdf}' | '\u{10000}'..='\u{1efff}')
}

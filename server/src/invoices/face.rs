//! The two faces of the invoice, compiled in: which glyph shows a character, and how wide a text is.

use std::sync::LazyLock;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider as _};

static REGULAR: LazyLock<Face> = LazyLock::new(|| Face::new(include_bytes!("../../fonts/Inter-Regular.otf")));
static SEMI_BOLD: LazyLock<Face> = LazyLock::new(|| Face::new(include_bytes!("../../fonts/Inter-SemiBold.otf")));

/// Stands for what a face has no glyph for, and for what would be unseen or turn the text around.
const BOX: char = '□';
/// Where the faces keep the ten digits of one width, in the private use area of Unicode.
const TABULAR_ZERO: u32 = 0xE071;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    SemiBold,
}

pub(super) struct Face {
    pub(super) font: Font,
    charmap: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
}

impl Weight {
    pub(super) fn face(self) -> &'static Face {
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMI_BOLD,
        }
    }
}

impl Face {
    fn new(bytes: &'static [u8]) -> Self {
        let font = Font::new(bytes.into(), 0).expect("the compiled-in faces are read by every test of invoices");
        let raw = FontRef::new(bytes).expect("the compiled-in faces are read by every test of invoices");
        let charmap = raw.charmap();
        let metrics = raw.glyph_metrics(Size::unscaled(), LocationRef::default());
        Self { units_per_em: font.units_per_em(), font, charmap, metrics }
    }

    /// The text as it can be shown: a space for each break and tab, a box for what has no look.
    pub(super) fn shown(&self, text: &str) -> String {
        let shown = |ch: char| match ch {
            '\u{a0}' | '\u{202f}' => '\u{a0}',
            ch if ch.is_whitespace() => ' ',
            ch if ch.is_control() || is_unseen(ch) || self.charmap.map(ch).is_none() => BOX,
            ch => ch,
        };
        text.chars().map(shown).collect()
    }

    /// The glyphs of a text that [`shown`](Self::shown) has gone over, in ems.
    pub(super) fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let glyph = |(start, ch): (usize, char)| {
            let id = self.glyph(ch);
            let advance = self.metrics.advance_width(id).unwrap_or_default() / self.units_per_em;
            let range = start..start + ch.len_utf8();
            KrillaGlyph::new(GlyphId::new(id.to_u32()), advance, 0.0, 0.0, 0.0, range, None)
        };
        text.char_indices().map(glyph).collect()
    }

    /// Digits are those of one width, so that columns of them stand in line.
    fn glyph(&self, ch: char) -> skrifa::GlyphId {
        let tabular = ch.to_digit(10).and_then(|digit| char::from_u32(TABULAR_ZERO + digit));
        tabular.and_then(|ch| self.charmap.map(ch)).or_else(|| self.charmap.map(ch)).unwrap_or_default()
    }

    /// In points.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        self.glyphs(text).iter().map(|glyph| glyph.x_advance).sum::<f32>() * size
    }

    /// The text in lines no wider than `width` points, broken at spaces, and within a word only where it alone is wider.
    pub(super) fn wrapped(&self, text: &str, size: f32, width: f32) -> Vec<String> {
        let mut lines = vec![String::new()];
        let mut used = 0.0;
        let space = self.width(" ", size);
        for word in self.shown(text).split(' ').filter(|word| !word.is_empty()) {
            for (index, piece) in self.pieces(word, size, width).into_iter().enumerate() {
                let wide = self.width(&piece, size);
                let gap = if index == 0 && used > 0.0 { space } else { 0.0 };
                let line = lines.last_mut().filter(|_| index == 0 && used + gap + wide <= width);
                match line {
                    Some(line) => {
                        line.push_str(if gap > 0.0 { " " } else { "" });
                        line.push_str(&piece);
                        used += gap + wide;
                    }
                    None => {
                        lines.push(piece);
                        used = wide;
                    }
                }
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// The word, or where it is too wide for a line, parts of it that are not.
    fn pieces(&self, word: &str, size: f32, width: f32) -> Vec<String> {
        let (mut pieces, mut used) = (vec![String::new()], 0.0);
        for (ch, glyph) in word.chars().zip(self.glyphs(word)) {
            let wide = glyph.x_advance * size;
            match pieces.last_mut().filter(|piece| piece.is_empty() || used + wide <= width) {
                Some(piece) => {
                    piece.push(ch);
                    used += wide;
                }
                None => {
                    pieces.push(ch.to_string());
                    used = wide;
                }
            }
        }
        pieces
    }
}

/// Direction marks, joiners, variation selectors, tags: a reader would not see them, and a copied text would keep them. For
/// private use: what a face has there means something else elsewhere.
fn is_unseen(ch: char) -> bool {
    matches!(
        ch,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{e000}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_faces_have_all_that_an_invoice_needs() {
        let needed = ('А'..='я').chain("Ёё№«»„“—–−₽0123456789%.,;:()\"'/+-".chars()).chain('A'..='z');
        let needed: String = needed.chain([BOX, '\u{a0}']).collect();
        for weight in [Weight::Regular, Weight::SemiBold] {
            assert_eq!(weight.face().shown(&needed).matches(BOX).count(), 1, "{}", weight.face().shown(&needed));
        }
    }

    #[test]
    fn what_has_no_look_is_a_box() {
        let face = Weight::Regular.face();
        assert_eq!(face.shown("a\u{202e}b\u{0}c😀d"), "a□b□c□d");
        assert_eq!(face.shown("a\nb\tc\u{a0}d\u{202f}e"), "a b c\u{a0}d\u{a0}e");
        assert_eq!(face.shown("<script>\u{e072}"), "<script>□");
    }

    #[test]
    fn every_digit_is_as_wide_as_another() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let width = |text| weight.face().width(text, 10.0);
            assert!((width("1111111111") - width("0123456789")).abs() < 0.02, "but for a hair");
        }
    }

    #[test]
    fn no_line_is_wider_than_its_column_and_nothing_is_lost() {
        let face = Weight::Regular.face();
        for text in ["Услуги связи за октябрь", &"Ж".repeat(300), &"слово ".repeat(50), "a b", ""]
        {
            for width in [3.0, 40.0, 200.0] {
                let lines = face.wrapped(text, 9.0, width);
                let kept: String = lines.concat().split(' ').collect();
                assert_eq!(kept, text.split(' ').collect::<String>());
                let is_narrow = |line: &String| face.width(line, 9.0) <= width + 0.01 || line.chars().count() == 1;
                assert!(lines.iter().all(is_narrow), "{lines:?} at {width}");
            }
        }
    }
}

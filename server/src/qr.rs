//! Texts as QR codes (ISO/IEC 18004), drawn as one path of an SVG.

use app::values::QrDrawing;
use fast_qr::{ECL, QRBuilder};

use crate::failure::{Failure, Outcome};

/// The light frame that the standard asks for, in modules.
const QUIET: usize = 4;

/// Draws a text; 15 % of the picture may be lost.
pub fn draw(text: &str) -> Outcome<QrDrawing> {
    let broken = |error| Failure::Broken(format!("QR code: {error}"));
    let code = QRBuilder::new(text.as_bytes()).ecl(ECL::M).build().map_err(broken)?;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < code.size {
            let length = row[x..code.size].iter().take_while(|module| module.value()).count();
            if length > 0 {
                path.push_str(&format!("M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET));
            }
            x += length.max(1);
        }
    }
    let size = u32::try_from(code.size + 2 * QUIET).unwrap_or(u32::MAX);
    Ok(QrDrawing { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corners_hold_the_finder_patterns_inside_a_quiet_frame() {
        let QrDrawing { size, path } = draw("otpauth://totp/Kontora:anna@sever.test?secret=GEZDGNBV").unwrap();
        assert!((21 + 8..=177 + 8).contains(&size), "{size}");
        let right = size - 4 - 7;
        for corner in ["M4 4h7v1h-7z".to_owned(), format!("M{right} 4h7v1h-7z"), format!("M4 {}h7v1h-7z", size - 5)] {
            assert!(path.contains(&corner), "{corner}: {path}");
        }
        assert_ne!(path, draw("something else").unwrap().path);
    }
}

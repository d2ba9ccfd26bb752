//! Texts as QR codes (ISO/IEC 18004), drawn as one path and read back before they are shown.

use app::values::QrDrawing;
use fast_qr::{ECL, QRBuilder};
use rqrr::{Grid, SimpleGrid};

/// Error correction M, as GOST R 56042-2014 advises for paper. Nothing where the text is longer than a QR holds, 2331
/// bytes, and where what was drawn does not read as the text.
pub(crate) fn draw(text: &str) -> Option<QrDrawing> {
    let rows = modules(text)?;
    let path = rows.iter().enumerate().map(|(y, modules)| row_path(y, modules)).collect();
    Some(QrDrawing { size: u32::try_from(rows.len()).ok()?, path })
}

/// The same as rows of modules, dark ones true, for what draws it otherwise.
pub(crate) fn modules(text: &str) -> Option<Vec<Vec<bool>>> {
    let code = QRBuilder::new(text.as_bytes()).ecl(ECL::M).build().ok()?;
    let rows: Vec<Vec<bool>> = (0..code.size).map(|y| code[y].iter().map(|module| module.value()).collect()).collect();
    reads_as(&rows, text).then_some(rows)
}

/// By another hand than the one that drew it.
fn reads_as(rows: &[Vec<bool>], text: &str) -> bool {
    let grid = Grid::new(SimpleGrid::from_func(rows.len(), |x, y| rows[y][x]));
    grid.decode().is_ok_and(|(_, read)| read == text)
}

/// Each run of dark modules as one rectangle.
fn row_path(y: usize, modules: &[bool]) -> String {
    let mut path = String::new();
    let mut x = 0;
    for run in modules.chunk_by(|one, next| one == next) {
        if run[0] {
            path += &format!("M{x} {y}h{0}v1h-{0}z", run.len());
        }
        x += run.len();
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Paints the path as a printer would, four dots a module, with the quiet zone around.
    fn scanned(qr: &QrDrawing) -> String {
        let (dots, side) = (4, (qr.size as usize + 8) * 4);
        let mut image = vec![255_u8; side * side];
        for run in qr.path.split('z').filter(|run| !run.is_empty()) {
            let numbers: Vec<usize> =
                run.split(|ch: char| !ch.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            let (x, y, width) = (numbers[0] + 4, numbers[1] + 4, numbers[2]);
            for row in y * dots..(y + 1) * dots {
                image[row * side + x * dots..row * side + (x + width) * dots].fill(0);
            }
        }
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| image[y * side + x]);
        let grids = image.detect_grids();
        grids[0].decode().unwrap().1
    }

    #[test]
    fn what_is_drawn_reads_as_what_was_written() {
        for text in [
            "ST00012|Name=ИП Примеров Пример Примерович|PersonalAcc=40802810500000000041|BankName=АО \"ТЕСТБАНК\"|BIC=040613746|CorrespAcc=30101810300000000746|PayeeINN=001700000150",
            "ST00012~Name=ООО «А|Б Тест»~PersonalAcc=40702810100000000017",
        ] {
            assert_eq!(scanned(&draw(text).unwrap()), text);
        }
    }

    #[test]
    fn modules_that_say_something_else_are_noticed() {
        let code = QRBuilder::new("ST00012|Name=A").ecl(ECL::M).build().unwrap();
        let mut rows: Vec<Vec<bool>> =
            (0..code.size).map(|y| code[y].iter().map(|module| module.value()).collect()).collect();
        assert!(reads_as(&rows, "ST00012|Name=A"));
        assert!(!reads_as(&rows, "ST00012|Name=B"));
        rows[10..].iter_mut().flatten().for_each(|module| *module = !*module);
        assert!(!reads_as(&rows, "ST00012|Name=A"));
    }

    #[test]
    fn a_text_that_no_qr_holds_is_not_drawn() {
        assert!(draw(&"Ж".repeat(1166)).is_none());
        assert!(draw(&"Ж".repeat(1165)).is_some());
    }
}

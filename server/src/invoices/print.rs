//! Marks on pages as a PDF file. Nothing in it comes from outside the document: no time, no chance, no name of a machine.

use app::invoices::InvoiceDocument;
use krilla::Document;
use krilla::color::rgb;
use krilla::error::KrillaError;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;

use super::mark::{Bar, Ink, Mark, Text};
use super::sheet::{HEIGHT, WIDTH};

/// The file could not be written.
#[derive(Debug, thiserror::Error)]
#[error("no PDF: {0}")]
pub struct NoPdf(String);

pub(super) fn print(invoice: &InvoiceDocument, pages: &[Vec<Mark>]) -> Result<Vec<u8>, NoPdf> {
    let mut document = Document::new();
    let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or_else(|| NoPdf("the page has no size".to_owned()))?;
    for marks in pages {
        let mut page = document.start_page_with(settings.clone());
        let mut surface = page.surface();
        for marks in marks.chunk_by(of_one_path) {
            draw(&mut surface, marks);
        }
        surface.finish();
        page.finish();
    }
    document.set_metadata(metadata(invoice));
    document.finish().map_err(|error: KrillaError| NoPdf(error.to_string()))
}

/// Neighbouring bars of one ink are one shape: seen apart, hair-thin gaps would show between the modules of a code.
fn of_one_path(one: &Mark, next: &Mark) -> bool {
    matches!((one, next), (Mark::Bar(one), Mark::Bar(next)) if one.ink == next.ink)
}

fn draw(surface: &mut Surface<'_>, marks: &[Mark]) {
    let mut bars = Vec::new();
    for mark in marks {
        match mark {
            Mark::Text(text) => draw_text(surface, text),
            Mark::Bar(bar) => bars.push(bar),
        }
    }
    draw_bars(surface, &bars);
}

fn draw_text(surface: &mut Surface<'_>, Text { x, baseline, style, shown }: &Text) {
    let face = style.weight.face();
    surface.set_fill(Some(fill(style.ink)));
    surface.draw_glyphs(
        Point::from_xy(*x, *baseline),
        &face.glyphs(shown),
        face.font.clone(),
        shown,
        style.size,
        false,
    );
}

fn draw_bars(surface: &mut Surface<'_>, bars: &[&Bar]) {
    let Some(first) = bars.first() else { return };
    let mut path = PathBuilder::new();
    for rect in bars.iter().filter_map(|bar| Rect::from_xywh(bar.x, bar.y, bar.width, bar.height)) {
        path.push_rect(rect);
    }
    if let Some(path) = path.finish() {
        surface.set_fill(Some(fill(first.ink)));
        surface.draw_path(&path);
    }
}

fn fill(ink: Ink) -> Fill {
    let [red, green, blue] = ink.rgb();
    Fill { paint: rgb::Color::new(red, green, blue).into(), ..Fill::default() }
}

fn metadata(invoice: &InvoiceDocument) -> Metadata {
    Metadata::new()
        .title(invoice.title())
        .language("ru".to_owned())
        .creator("Kontora".to_owned())
        .document_id(invoice.number().to_string())
}

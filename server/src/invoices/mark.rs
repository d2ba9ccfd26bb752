//! What stands on a page: texts and filled rectangles. Lengths are points, from the upper left corner.

use super::face::Weight;

#[derive(Clone, Debug)]
pub(super) enum Mark {
    Text(Text),
    Bar(Bar),
}

/// One line of text on its base line.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) x: f32,
    pub(super) baseline: f32,
    pub(super) style: Style,
    pub(super) shown: String,
}

/// A filled rectangle: a rule, the ground of a table's head, a run of dark modules.
#[derive(Clone, Debug)]
pub(super) struct Bar {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) width: f32,
    pub(super) height: f32,
    pub(super) ink: Ink,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    pub(super) weight: Weight,
    pub(super) size: f32,
    pub(super) ink: Ink,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    /// Text.
    Dark,
    /// Labels.
    Dim,
    /// Rules.
    Line,
    /// Between the lines of a table.
    Hairline,
    /// The ground of a table's head.
    Ground,
}

impl Ink {
    /// Red, green, blue.
    pub(super) fn rgb(self) -> [u8; 3] {
        match self {
            Self::Black => [0, 0, 0],
            Self::Dark => [22, 31, 38],
            Self::Dim => [92, 100, 105],
            Self::Line => [120, 128, 133],
            Self::Hairline => [214, 217, 218],
            Self::Ground => [241, 242, 242],
        }
    }
}

impl Style {
    pub(super) const BODY: Self = Self { weight: Weight::Regular, size: 9.0, ink: Ink::Dark };
    pub(super) const STRONG: Self = Self { weight: Weight::SemiBold, ..Self::BODY };
    pub(super) const LABEL: Self = Self { size: 7.5, ink: Ink::Dim, ..Self::BODY };
    pub(super) const TITLE: Self = Self { weight: Weight::SemiBold, size: 15.0, ink: Ink::Dark };

    /// From one base line to the next.
    pub(super) fn leading(self) -> f32 {
        self.size * 1.36
    }

    pub(super) fn wrapped(self, text: &str, width: f32) -> Vec<String> {
        self.weight.face().wrapped(text, self.size, width)
    }

    pub(super) fn width(self, text: &str) -> f32 {
        self.weight.face().width(&self.weight.face().shown(text), self.size)
    }
}

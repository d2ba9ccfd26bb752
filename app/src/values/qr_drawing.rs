//! A QR code, ready to be drawn.

use serde::{Deserialize, Serialize};

/// A square of `size` modules, its quiet frame included; `path` is an SVG path over the dark ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrDrawing {
    pub size: u32,
    pub path: String,
}

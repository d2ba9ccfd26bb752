//! A QR code, ready to be drawn.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QrDrawing {
    /// Modules a side, without the quiet zone.
    pub size: u32,
    /// The path of an SVG whose unit is a module: a rectangle for each run of dark ones.
    pub path: String,
}

//! A source that ends with an error instead of growing without bound, as a ZIP made to harm would.

use std::io::{self, Read};

/// The error of a source that holds more than it may.
#[derive(Debug, thiserror::Error)]
#[error("too large")]
pub(super) struct TooLarge;

pub(super) struct Bounded<R> {
    source: R,
    left: usize,
}

impl<R: Read> Bounded<R> {
    /// Lets `most` bytes through.
    pub(super) fn new(source: R, most: usize) -> Self {
        Self { source, left: most }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.left = self.left.checked_sub(read).ok_or_else(|| io::Error::other(TooLarge))?;
        Ok(read)
    }
}

//! Bytes in the encoding that an XML declaration names, read as UTF-8.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use app::directories::ImportRefusal;
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8};

/// An XML declaration is shorter than this, bytes.
const HEAD: u64 = 256;

type Source<R> = BufReader<Chain<Cursor<Vec<u8>>, R>>;

/// Bytes decoded at a time.
const PIECE: usize = 1 << 16;

/// Reads as UTF-8 whatever the source is encoded in; what does not decode is an error.
pub(super) struct Decoding<R> {
    source: Source<R>,
    decoder: Decoder,
    /// A piece of the text; what lies before `read` has been handed out.
    piece: Vec<u8>,
    read: usize,
    is_at_end: bool,
}

impl<R: Read> Decoding<R> {
    /// Obeys the declaration; without one, or with the mark of UTF-8, the source is UTF-8 (XML 1.0, 4.3.3).
    ///
    /// # Errors
    /// An encoding that is unknown, or in which the declaration could not even be read.
    pub(super) fn new(mut source: R) -> io::Result<Result<Self, ImportRefusal>> {
        let mut head = Vec::new();
        source.by_ref().take(HEAD).read_to_end(&mut head)?;
        let encoding = match encoding(&head) {
            Ok(encoding) => encoding,
            Err(label) => return Ok(Err(ImportRefusal::UnknownEncoding { label })),
        };
        let source = BufReader::with_capacity(PIECE, Cursor::new(head).chain(source));
        let decoder = encoding.new_decoder_with_bom_removal();
        Ok(Ok(Self { source, decoder, piece: Vec::new(), read: 0, is_at_end: false }))
    }

    /// Decodes until there is some text or the end. A character that is cut in two waits for its other half.
    fn decode(&mut self) -> io::Result<()> {
        self.read = 0;
        self.piece.resize(PIECE, 0);
        loop {
            let bytes = self.source.fill_buf()?;
            let is_last = bytes.is_empty();
            let (result, taken, written) =
                self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.piece, is_last);
            self.source.consume(taken);
            self.is_at_end = is_last && result == DecoderResult::InputEmpty;
            if matches!(result, DecoderResult::Malformed(..)) {
                return Err(io::Error::other("malformed text"));
            }
            if written > 0 || self.is_at_end {
                self.piece.truncate(written);
                return Ok(());
            }
        }
    }
}

impl<R: Read> BufRead for Decoding<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read == self.piece.len() && !self.is_at_end {
            self.decode()?;
        }
        Ok(&self.piece[self.read..])
    }

    fn consume(&mut self, amount: usize) {
        self.read += amount;
    }
}

impl<R: Read> Read for Decoding<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

/// The encoding, or the label of one that cannot be read.
fn encoding(head: &[u8]) -> Result<&'static Encoding, String> {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return if encoding == UTF_8 { Ok(UTF_8) } else { Err(encoding.name().to_owned()) };
    }
    let head = String::from_utf8_lossy(head);
    let Some(label) = declared(&head) else { return Ok(UTF_8) };
    let known = Encoding::for_label(label.as_bytes()).filter(|encoding| encoding.is_ascii_compatible());
    known.ok_or_else(|| label.chars().take(40).collect())
}

/// The value of `encoding` in `<?xml … ?>`.
fn declared(head: &str) -> Option<&str> {
    let (declaration, _) = head.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, after) = declaration.split_once("encoding")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value[1..].split_once(quote).map(|(label, _)| label)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, ImportRefusal> {
        let mut text = String::new();
        Decoding::new(bytes).unwrap()?.read_to_string(&mut text).unwrap();
        Ok(text)
    }

    #[test]
    fn the_declaration_is_obeyed_and_utf_8_taken_without_one() {
        let declared = b"<?xml version='1.0' encoding = 'windows-1251' ?>\xc0\xce";
        assert!(read(declared).unwrap().ends_with("АО"));
        assert_eq!(read("<АО/>".as_bytes()).unwrap(), "<АО/>");
        assert_eq!(read("\u{feff}<АО/>".as_bytes()).unwrap(), "<АО/>");
    }

    #[test]
    fn an_encoding_that_is_unknown_or_wide_is_named() {
        for (bytes, label) in [
            (&b"<?xml version=\"1.0\" encoding=\"koi-9\"?><a/>"[..], "koi-9"),
            (b"<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "UTF-16"),
            (b"\xff\xfe<\0a\0", "UTF-16LE"),
        ] {
            assert_eq!(read(bytes), Err(ImportRefusal::UnknownEncoding { label: label.to_owned() }));
        }
    }

    #[test]
    fn what_does_not_decode_is_an_error_wherever_it_is_cut() {
        let mut text = String::new();
        assert!(Decoding::new(&b"<a>\xff"[..]).unwrap().unwrap().read_to_string(&mut text).is_err());
        assert!(Decoding::new(&b"<a>\xd0"[..]).unwrap().unwrap().read_to_string(&mut text).is_err());
        let long = "я".repeat(200_001);
        assert_eq!(read(format!("<{long}>").as_bytes()).unwrap(), format!("<{long}>"));
    }
}

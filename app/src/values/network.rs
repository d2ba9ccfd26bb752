//! Internet addresses from which something is accepted: one of them, or a whole network.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use super::Problem;
use super::plain_text::length;

/// A network in CIDR form (RFC 4632, RFC 4291 section 2.3), without bits behind its prefix. One address is a network
/// of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Network {
    address: IpAddr,
    prefix: u32,
}

/// The longest list, in characters.
const MAX: u32 = 1000;
/// So much of a refused entry is repeated in the message.
const REPEATED: usize = 60;

impl Network {
    /// Reads `192.0.2.7`, `192.0.2.0/24` or `2001:db8::/32`; bits behind the prefix are dropped.
    ///
    /// ```
    /// use app::values::Network;
    /// let network = Network::parse("192.0.2.77/24").unwrap();
    /// assert_eq!(network.to_string(), "192.0.2.0/24");
    /// assert!(network.contains("192.0.2.1".parse().unwrap()));
    /// ```
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        read(raw.trim()).ok_or_else(|| Problem::NotANetwork { text: raw.trim().chars().take(REPEATED).collect() })
    }

    pub fn contains(self, address: IpAddr) -> bool {
        masked(address.to_canonical(), self.prefix) == self.address
    }
}

/// Reads a list: entries stand apart by spaces, line breaks, commas or semicolons. An empty one is a list too.
pub fn networks(raw: &str) -> Result<Vec<Network>, Problem> {
    let actual = length(raw);
    if actual > MAX {
        return Err(Problem::TooLong { max: MAX, actual });
    }
    let entries = raw.split(|ch: char| ch.is_whitespace() || matches!(ch, ',' | ';')).filter(|entry| !entry.is_empty());
    entries.map(Network::parse).collect()
}

fn read(text: &str) -> Option<Network> {
    let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
    let address: IpAddr = address.parse().ok()?;
    let width = width(address);
    let prefix = match prefix {
        None => width,
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) => digits.parse().ok().filter(|p| *p <= width)?,
        Some(_) => return None,
    };
    // A client of IPv4 is seen as such, in whichever form the network was written.
    let canonical = address.to_canonical();
    let prefix = prefix.checked_sub(width - self::width(canonical))?;
    Some(Network { address: masked(canonical, prefix), prefix })
}

fn width(address: IpAddr) -> u32 {
    if address.is_ipv4() { 32 } else { 128 }
}

fn masked(address: IpAddr, prefix: u32) -> IpAddr {
    match address {
        IpAddr::V4(address) => {
            let mask = u32::MAX.checked_shl(32_u32.saturating_sub(prefix)).unwrap_or(0);
            Ipv4Addr::from_bits(address.to_bits() & mask).into()
        }
        IpAddr::V6(address) => {
            let mask = u128::MAX.checked_shl(128_u32.saturating_sub(prefix)).unwrap_or(0);
            Ipv6Addr::from_bits(address.to_bits() & mask).into()
        }
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.prefix == width(self.address) {
            return self.address.fmt(f);
        }
        write!(f, "{}/{}", self.address, self.prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        for (network, inside, outside) in [
            ("192.0.2.7", "192.0.2.7", "192.0.2.8"),
            ("192.0.2.0/24", "192.0.2.255", "192.0.3.0"),
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"),
            ("2001:db8::/32", "2001:db8:ffff::1", "2001:db9::"),
            ("2001:db8::1", "2001:db8::1", "2001:db8::2"),
            ("::ffff:192.0.2.0/120", "192.0.2.9", "192.0.3.9"),
            ("0.0.0.0/0", "255.255.255.255", "::1"),
            ("::/0", "::1", "192.0.2.7"),
        ] {
            let network = Network::parse(network).unwrap();
            assert!(network.contains(inside.parse().unwrap()), "{network} {inside}");
            assert!(!network.contains(outside.parse().unwrap()), "{network} {outside}");
        }
        assert!(Network::parse("192.0.2.7").unwrap().contains("::ffff:192.0.2.7".parse().unwrap()));
    }

    #[test]
    fn a_list_is_read_whatever_stands_between_its_entries() {
        let shown = |raw: &str| networks(raw).unwrap().iter().map(Network::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(shown(" 192.0.2.7,10.1.2.3/8;\n2001:DB8::/32 "), "192.0.2.7 10.0.0.0/8 2001:db8::/32");
        assert_eq!(shown(" \n"), "");
        assert_eq!(networks(&" ".repeat(1001)), Err(Problem::TooLong { max: 1000, actual: 1001 }));
    }

    #[test]
    fn what_is_no_network_is_refused_by_its_text() {
        for text in [
            "localhost",
            "192.0.2",
            "192.0.2.0/33",
            "192.0.2.0/",
            "192.0.2.0/+8",
            "2001:db8::/129",
            "*",
            "1/2/3",
            "::ffff:1.2.3.4/90",
        ] {
            assert_eq!(networks(text), Err(Problem::NotANetwork { text: text.to_owned() }), "{text}");
        }
    }
}

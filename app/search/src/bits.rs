//! A set of row numbers, one bit each.

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

const WIDTH: u32 = u64::BITS;

fn place(row: u32) -> (usize, u64) {
    ((row / WIDTH) as usize, 1 << (row % WIDTH))
}

impl FromIterator<u32> for Bits {
    fn from_iter<T: IntoIterator<Item = u32>>(rows: T) -> Self {
        let mut bits = Self::default();
        rows.into_iter().for_each(|row| bits.insert(row));
        bits
    }
}

impl Bits {
    /// The rows 0 to `count` − 1.
    pub(crate) fn full(count: usize) -> Self {
        let mut words = vec![u64::MAX; count.div_ceil(WIDTH as usize)];
        let unused = words.len() * WIDTH as usize - count;
        if let Some(last) = words.last_mut() {
            *last >>= unused;
        }
        Self(words)
    }

    pub(crate) fn insert(&mut self, row: u32) {
        let (word, bit) = place(row);
        if word >= self.0.len() {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    pub(crate) fn remove(&mut self, row: u32) {
        let (word, bit) = place(row);
        if let Some(word) = self.0.get_mut(word) {
            *word &= !bit;
        }
    }

    pub(crate) fn contains(&self, row: u32) -> bool {
        let (word, bit) = place(row);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub(crate) fn clear(&mut self) {
        self.0.fill(0);
    }

    pub(crate) fn intersect(&mut self, other: &Self) {
        let shared = self.0.len().min(other.0.len());
        self.0[shared..].fill(0);
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word &= other);
    }

    pub(crate) fn unite(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.0).flat_map(|(at, &word)| {
            std::iter::successors(Some(word), |left| Some(left & left.wrapping_sub(1)))
                .take_while(|left| *left != 0)
                .map(move |left| at * WIDTH + left.trailing_zeros())
        })
    }

    pub(crate) fn retain(&mut self, mut keep: impl FnMut(u32) -> bool) {
        for (at, word) in (0..).zip(&mut self.0) {
            let mut left = *word;
            while left != 0 {
                let bit = left & left.wrapping_neg();
                if !keep(at * WIDTH + bit.trailing_zeros()) {
                    *word &= !bit;
                }
                left &= left - 1;
            }
        }
    }
}

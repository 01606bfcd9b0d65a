//! Numbers written as their differences: those of a rising list are small, take a byte each and deflate well, where the
//! numbers themselves take several and hardly deflate. For fields with `#[serde(with = "differences")]`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserializer, Serializer};

/// The most numbers for which there is room before they are read: a damaged file may promise any number.
const MOST_ROOM: usize = 1 << 20;

/// Writes each number as what it has more than the one before.
///
/// # Errors
/// Fails when the serializer does.
pub fn serialize<T, S>(numbers: &[T], serializer: S) -> Result<S::Ok, S::Error>
where
    T: Copy + Into<u64>,
    S: Serializer,
{
    let before = std::iter::once(0).chain(numbers.iter().map(|&number| number.into()));
    serializer.collect_seq(numbers.iter().zip(before).map(|(&number, before)| {
        let number: u64 = number.into();
        number.wrapping_sub(before).cast_signed()
    }))
}

/// Reads the numbers back.
///
/// # Errors
/// Fails when a number is none of its type, or the deserializer does.
pub fn deserialize<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: TryFrom<u64>,
    D: Deserializer<'de>,
{
    deserializer.deserialize_seq(Differences(PhantomData))
}

/// Adds up one difference after the other: a list of them all would be in memory beside the numbers.
struct Differences<T>(PhantomData<T>);

impl<'de, T: TryFrom<u64>> Visitor<'de> for Differences<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("differences of numbers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut differences: A) -> Result<Self::Value, A::Error> {
        let mut numbers = Vec::with_capacity(differences.size_hint().unwrap_or(0).min(MOST_ROOM));
        let mut number = 0u64;
        while let Some(difference) = differences.next_element::<i64>()? {
            number = number.wrapping_add(difference.cast_unsigned());
            let fits = T::try_from(number);
            numbers.push(fits.map_err(|_| A::Error::custom(format_args!("{number} is too large a number")))?);
        }
        numbers.shrink_to_fit();
        Ok(numbers)
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Written<T: Copy + Into<u64> + TryFrom<u64>>(#[serde(with = "super")] Vec<T>);

    #[test]
    fn any_numbers_are_read_back() {
        for numbers in [vec![], vec![7], vec![0, 300, 301, 5], vec![u64::MAX, 0, u64::MAX / 2]] {
            let bytes = postcard::to_allocvec(&Written(numbers.clone())).expect("numbers can be written");
            assert_eq!(postcard::from_bytes::<Written<u64>>(&bytes), Ok(Written(numbers)));
        }
    }

    #[test]
    fn rising_numbers_take_a_byte_each() {
        let numbers: Vec<u32> = (0..100).map(|it| 1_000_000 + 50 * it).collect();
        let bytes = postcard::to_allocvec(&Written(numbers)).expect("numbers can be written");
        assert!(bytes.len() <= 104, "{}", bytes.len());
    }

    #[test]
    fn a_number_that_does_not_fit_is_refused() {
        let bytes = postcard::to_allocvec(&Written(vec![300u64])).expect("numbers can be written");
        assert!(postcard::from_bytes::<Written<u8>>(&bytes).is_err());
    }
}

//! Words by their letters: whether any key begins so is known at each letter, so that most of a text is ruled out at once.

use serde::{Deserialize, Serialize};

use super::differences;

/// A set of keys, each with a number, that is walked byte by byte.
///
/// The nodes stand level by level, and the children of a node side by side in the order of their bytes: a node needs to
/// know only where its children begin.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Trie {
    /// For each node the byte that leads to it.
    bytes: Vec<u8>,
    /// For each node its first child; the last one is that of the node after it. One entry more than there are nodes.
    #[serde(with = "differences")]
    children: Vec<u32>,
    /// For each node one more than the number of the key that ends there, or 0.
    ends: Vec<u32>,
    /// For each byte the child of the first node, or 0: most words of a text go no further.
    first: Vec<u32>,
}

/// A place in a [`Trie`]: what has been walked so far begins a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node(u32);

impl Trie {
    /// A trie of these keys; each is numbered by its place. Of keys that stand twice the last number counts.
    pub fn new<'k>(keys: impl IntoIterator<Item = &'k str>) -> Self {
        let mut keys: Vec<(&[u8], u32)> = keys.into_iter().map(str::as_bytes).zip(1..).collect();
        keys.sort_unstable();
        let mut trie = Self { bytes: vec![0], ..Self::default() };
        // The keys below each node of a level, which all begin alike.
        let mut level = vec![&keys[..]];
        for depth in 0.. {
            let mut below = Vec::new();
            for keys in level {
                let longer = keys.partition_point(|(key, _)| key.len() == depth);
                trie.ends.push(keys[..longer].last().map_or(0, |(_, number)| *number));
                trie.children.push(trie.next_node());
                for alike in keys[longer..].chunk_by(|(one, _), (other, _)| one[depth] == other[depth]) {
                    trie.bytes.push(alike[0].0[depth]);
                    below.push(alike);
                }
            }
            if below.is_empty() {
                break;
            }
            level = below;
        }
        trie.children.push(trie.next_node());
        trie.first = vec![0; usize::from(u8::MAX) + 1];
        for node in trie.children[0]..trie.children[1] {
            trie.first[usize::from(trie.bytes[node as usize])] = node;
        }
        trie
    }

    fn next_node(&self) -> u32 {
        u32::try_from(self.bytes.len()).expect("names have far fewer than 2^32 letters")
    }

    /// The place before any byte; none in a trie that was never filled.
    pub fn root(&self) -> Option<Node> {
        (!self.bytes.is_empty()).then_some(Node(0))
    }

    /// The place that a byte leads to, if any key goes on so.
    pub fn step(&self, node: Node, byte: u8) -> Option<Node> {
        if node.0 == 0 {
            return Some(self.first[usize::from(byte)]).filter(|&child| child != 0).map(Node);
        }
        let at = node.0 as usize;
        let (first, end) = (self.children[at], self.children[at + 1]);
        let found = self.bytes[first as usize..end as usize].iter().position(|&it| it == byte)?;
        Some(Node(first + u32::try_from(found).ok()?))
    }

    /// The number of the key that ends here.
    pub fn key_at(&self, node: Node) -> Option<usize> {
        self.ends[node.0 as usize].checked_sub(1).map(|number| number as usize)
    }

    /// The number of a key.
    pub fn get(&self, key: &str) -> Option<usize> {
        let end = key.bytes().try_fold(self.root()?, |node, byte| self.step(node, byte))?;
        self.key_at(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_and_nothing_else() {
        let keys = ["oman", "om", "iran", "iraq", "", "ирак", "omani"];
        let trie = Trie::new(keys);
        for (at, key) in keys.iter().enumerate() {
            assert_eq!(trie.get(key), Some(at), "{key}");
        }
        for key in ["o", "ira", "omanis", "x", "ир", "irak"] {
            assert_eq!(trie.get(key), None, "{key}");
        }
        assert_eq!(Trie::default().get("oman"), None);
        assert_eq!(Trie::new([]).get(""), None);
        assert_eq!(Trie::new(["a", "a"]).get("a"), Some(1));
    }

    #[test]
    fn a_walk_ends_where_no_key_goes_on() {
        let trie = Trie::new(["oman"]);
        let root = trie.root().expect("it was filled");
        let o = trie.step(root, b'o').expect("a key begins so");
        assert_eq!((trie.key_at(o), trie.step(o, b'x')), (None, None));
    }
}

//! An ordered list of things that are found by name.

use std::borrow::Borrow;
use std::hash::Hash;

use indexmap::IndexMap;

/// Things in the order in which they were added, found by name. Each name has one thing: the first.
///
/// Most lists are short and most names too, so that a scan of how the names begin takes less time
/// than hashing the one that is wanted. Names of a list of more than [`Index::FEW`] are hashed, so
/// that no lookup grows with the list.
#[derive(Clone, Debug)]
pub(crate) struct Index<N, T> {
    /// Each name behind its [`beginning`].
    names: Vec<(u64, N)>,
    things: Vec<T>,
    /// The place of each name, once there are too many to scan; empty before.
    places: IndexMap<N, usize>,
}

impl<N, T> Default for Index<N, T> {
    fn default() -> Self {
        Self { names: Vec::new(), things: Vec::new(), places: IndexMap::new() }
    }
}

impl<N: Borrow<str> + Clone + Eq + Hash, T> Index<N, T> {
    /// Up to this many names a scan is quicker than a hash.
    const FEW: usize = 64;

    pub(crate) fn with_capacity(count: usize) -> Self {
        Self {
            names: Vec::with_capacity(count),
            things: Vec::with_capacity(count),
            places: IndexMap::new(),
        }
    }

    /// Adds a thing, unless another one has its name: then that one is returned, and nothing changes.
    pub(crate) fn insert(&mut self, name: N, thing: T) -> Option<&T> {
        if let Some(place) = self.place_of(name.borrow()) {
            return self.things.get(place);
        }
        self.names.push((beginning(name.borrow()), name));
        self.things.push(thing);
        if self.names.len() > Self::FEW {
            let missing = self.names.iter().enumerate().skip(self.places.len());
            self.places.extend(missing.map(|(place, (_, name))| (name.clone(), place)));
        }
        None
    }

    /// Takes everything out, and keeps the room for what comes next.
    pub(crate) fn clear(&mut self) {
        self.names.clear();
        self.things.clear();
        self.places.clear();
    }

    pub(crate) fn get_mut(&mut self, name: &str) -> Option<&mut T> {
        let place = self.place_of(name)?;
        self.things.get_mut(place)
    }

    pub(crate) fn get(&self, name: &str) -> Option<&T> {
        self.things.get(self.place_of(name)?)
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.place_of(name).is_some()
    }

    /// The place of the thing with this name in [`Index::things`], from 0.
    pub(crate) fn place_of(&self, name: &str) -> Option<usize> {
        if self.names.len() > Self::FEW {
            return self.places.get(name).copied();
        }
        let wanted = beginning(name);
        self.names.iter().position(|(known, whole)| *known == wanted && whole.borrow() == name)
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> impl Iterator<Item = &N> {
        self.names.iter().map(|(_, name)| name)
    }

    /// The things, in order.
    pub(crate) fn things(&self) -> &[T] {
        &self.things
    }

    /// The names with their things, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&N, &T)> {
        self.names().zip(&self.things)
    }
}

/// A list of names alone, which says whether it has one.
impl<N: Borrow<str> + Clone + Eq + Hash> FromIterator<N> for Index<N, ()> {
    fn from_iter<I: IntoIterator<Item = N>>(names: I) -> Self {
        let mut index = Self::default();
        for name in names {
            index.insert(name, ());
        }
        index
    }
}

/// The first eight bytes of a name, filled up with zeros.
fn beginning(name: &str) -> u64 {
    let mut beginning = [0; 8];
    beginning.iter_mut().zip(name.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_ne_bytes(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Twice as many names as `size`, and two more: 64 with 31. Some begin alike, and one begins as
    /// another does with zeros behind it.
    fn names(size: usize) -> Vec<String> {
        let names = (0..size).flat_map(|number| [format!("s{number}"), format!("source{number}")]);
        names.chain(["s".to_owned(), "s\0".to_owned()]).collect()
    }

    #[test]
    fn each_name_finds_its_first_thing_in_lists_of_any_size() {
        for size in [0, 1, 9, 30, 31, 32, 200] {
            let names = names(size);
            let mut index = Index::with_capacity(size);
            for (name, place) in names.iter().zip(0..) {
                assert_eq!(index.insert(name.as_str(), place), None, "{name:?}");
            }
            for (name, place) in names.iter().zip(0..) {
                assert_eq!(index.insert(name, usize::MAX), Some(&place), "{name:?}");
            }
            for (name, place) in names.iter().zip(0..) {
                assert_eq!(index.get(name), Some(&place), "{name:?}");
                assert_eq!(index.get_mut(name).copied(), Some(place), "{name:?}");
                assert_eq!(index.place_of(name), Some(place), "{name:?}");
            }
            for name in ["", "t1", "sourc", "s\0\0", &format!("s{size}"), "source-100"] {
                assert!(!index.contains(name), "{name:?}");
                assert_eq!(index.get(name), None, "{name:?}");
            }
        }
    }

    #[test]
    fn things_keep_their_order() {
        for size in [0, 3, 31, 32, 100] {
            let names = names(size);
            let mut index = Index::default();
            for (name, place) in names.iter().zip(0..) {
                index.insert(name.clone(), place);
            }
            assert!(index.names().eq(&names));
            let places: Vec<usize> = (0..names.len()).collect();
            assert_eq!(index.things(), places);
            assert!(index.iter().eq(names.iter().zip(&places)));
        }
    }
}

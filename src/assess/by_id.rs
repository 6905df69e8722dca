//! The rows of a table by their ids.

use indexmap::IndexMap;

/// The rows of a table by their ids, in their order.
///
/// Tables have few rows, and most ids few letters. So how each id begins stands in a list of numbers,
/// which is looked through in less time than an id is hashed.
#[derive(Debug)]
pub(super) struct ById<'w, T> {
    rows: Vec<(&'w str, T)>,
    /// How the ids of `rows` begin.
    beginnings: Vec<u64>,
    /// Where the row of each id stands, once there are too many to look through.
    places: IndexMap<&'w str, usize>,
}

impl<T> Default for ById<'_, T> {
    fn default() -> Self {
        Self::with_capacity(0)
    }
}

impl<'w, T> ById<'w, T> {
    /// Up to so many it is quicker to look through them than to hash.
    const FEW: usize = 64;

    pub(super) fn with_capacity(count: usize) -> Self {
        Self {
            rows: Vec::with_capacity(count),
            beginnings: Vec::with_capacity(count),
            places: IndexMap::new(),
        }
    }

    /// Adds a row, unless another has its id already; then that one is returned.
    pub(super) fn add(&mut self, id: &'w str, row: T) -> Option<&T> {
        if let Some(place) = self.place_of(id) {
            return self.rows.get(place).map(|(_, first)| first);
        }
        self.rows.push((id, row));
        self.beginnings.push(beginning(id));
        if self.rows.len() > Self::FEW {
            let missing = self.rows.iter().enumerate().skip(self.places.len());
            self.places.extend(missing.map(|(place, (id, _))| (*id, place)));
        }
        None
    }

    pub(super) fn get_mut(&mut self, id: &str) -> Option<&mut T> {
        let place = self.place_of(id)?;
        self.rows.get_mut(place).map(|(_, row)| row)
    }

    pub(super) fn contains(&self, id: &str) -> bool {
        self.place_of(id).is_some()
    }

    pub(super) fn ids(&self) -> impl Iterator<Item = &'w str> {
        self.rows.iter().map(|(id, _)| *id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&'w str, &T)> {
        self.rows.iter().map(|(id, row)| (*id, row))
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        if self.rows.len() > Self::FEW {
            return self.places.get(id).copied();
        }
        let wanted = beginning(id);
        let begins_so = |(place, known): (usize, &u64)| (*known == wanted).then_some(place);
        let mut places = self.beginnings.iter().enumerate().filter_map(begins_so);
        places.find(|place| self.rows.get(*place).is_some_and(|(known, _)| *known == id))
    }
}

/// The first eight bytes of an id, or all with zeros behind them.
fn beginning(id: &str) -> u64 {
    let mut beginning = [0; 8];
    beginning.iter_mut().zip(id.bytes()).for_each(|(place, byte)| *place = byte);
    u64::from_ne_bytes(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_id_finds_its_first_row_in_tables_of_any_size() {
        for size in [0, 1, 9, 30, 31, 32, 200] {
            // Two of each size, and two more: 64 with 31. Some begin alike, one begins as another with zeros, and some stand twice.
            let ids =
                (0..size).flat_map(|number| [format!("s{number}"), format!("source{number}")]);
            let ids: Vec<String> = ids.chain(["s".to_owned(), "s\0".to_owned()]).collect();
            let mut table = ById::with_capacity(size);
            for (id, place) in ids.iter().zip(0..) {
                assert_eq!(table.add(id, place), None, "{id:?}");
            }
            for (id, place) in ids.iter().zip(0..) {
                assert_eq!(table.add(id, usize::MAX), Some(&place), "{id:?}");
            }
            assert!(table.ids().eq(ids.iter().map(String::as_str)));
            for (id, place) in ids.iter().zip(0..) {
                assert!(table.contains(id), "{id:?}");
                assert_eq!(table.get_mut(id).copied(), Some(place), "{id:?}");
            }
            for id in ["", "t1", "sourc", "s\0\0", &format!("s{size}"), "source-100"] {
                assert!(!table.contains(id), "{id:?}");
            }
        }
    }
}

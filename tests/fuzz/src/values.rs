//! How the checks find the values of a document, and how mutations change and write them.

use super::tree::Tree;

impl Tree {
    /// The tree of a text, which may begin with a byte-order mark; nothing if it is no JSON.
    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
    }

    /// The values to which a JSON pointer leads: more than one where members stand twice.
    pub(super) fn at(&self, pointer: &str) -> Vec<&Self> {
        let mut found = vec![self];
        for wanted in pointer.split('/').skip(1) {
            let mut next = Vec::new();
            for tree in found {
                match tree {
                    Self::List(items) => {
                        next.extend(wanted.parse().ok().and_then(|index: usize| items.get(index)));
                    }
                    Self::Object(members) => {
                        let meant = members.iter().filter(|(name, _)| token(name) == wanted);
                        next.extend(meant.map(|(_, value)| value));
                    }
                    _ => {}
                }
            }
            found = next;
        }
        found
    }

    /// The values in this one, itself first.
    pub(super) fn count(&self) -> usize {
        1 + match self {
            Self::List(items) => items.iter().map(Self::count).sum(),
            Self::Object(members) => members.iter().map(|(_, value)| value.count()).sum(),
            _ => 0,
        }
    }

    /// The value of this number, counted from 0 in the order in which they stand.
    pub(super) fn value(&mut self, mut number: usize) -> Option<&mut Self> {
        if number == 0 {
            return Some(self);
        }
        number -= 1;
        let values: Vec<&mut Self> = match self {
            Self::List(items) => items.iter_mut().collect(),
            Self::Object(members) => members.iter_mut().map(|(_, value)| value).collect(),
            _ => Vec::new(),
        };
        for value in values {
            let count = value.count();
            if number < count {
                return value.value(number);
            }
            number -= count;
        }
        None
    }

    /// Writes the value with `gap` after commas and colons and before and after brackets.
    pub(super) fn write(&self, gap: &str, written: &mut String) {
        let [open, close] = match self {
            Self::List(_) => ['[', ']'],
            Self::Object(_) => ['{', '}'],
            Self::Null => return written.push_str("null"),
            Self::Truth(truth) => return written.push_str(&truth.to_string()),
            Self::Number(number) => return written.push_str(&number.to_string()),
            Self::Text(text) => return written.push_str(&quoted(text)),
        };
        written.push(open);
        written.push_str(gap);
        let mut is_first = true;
        let mut separate = |written: &mut String| {
            if !std::mem::take(&mut is_first) {
                written.push(',');
                written.push_str(gap);
            }
        };
        match self {
            Self::Object(members) => {
                for (name, value) in members {
                    separate(written);
                    written.push_str(&quoted(name));
                    written.push(':');
                    written.push_str(gap);
                    value.write(gap, written);
                }
            }
            Self::List(items) => {
                for item in items {
                    separate(written);
                    item.write(gap, written);
                }
            }
            _ => {}
        }
        written.push_str(gap);
        written.push(close);
    }
}

/// A member's name as a pointer has it.
pub(super) fn token(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

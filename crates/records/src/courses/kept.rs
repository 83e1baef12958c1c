//! The courses that are kept: those of all records of an object in a workspace, as far as its journal had come.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use cordee_base::Id;

use super::packed::{self, Span};
use super::words::Words;

/// How many records stand together: one of them changed means that so many are written anew.
const TOGETHER: usize = 256;
/// Of how many objects and workspaces courses are kept.
const MOST: usize = 16;

/// Of which workspace and which object.
pub(crate) type Key = (Id, &'static str);

/// A place for courses.
#[derive(Default)]
pub(crate) struct Place {
    /// Those that are kept; whoever brings them up to date holds them meanwhile.
    pub kept: Mutex<Option<Arc<Kept>>>,
    /// Whether somebody has been sent to read all of them aside.
    pub sent: AtomicBool,
}

/// All that is kept.
#[derive(Default)]
pub(crate) struct KeptCourses(Mutex<HashMap<Key, Arc<Place>>>);

impl KeptCourses {
    /// The place for these.
    pub fn place(&self, key: Key) -> Arc<Place> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if places.len() >= MOST && !places.contains_key(&key) {
            // There is no order among them; they come back when they are asked for.
            places.clear();
        }
        places.entry(key).or_default().clone()
    }
}

/// The courses of all records, in the order of their ids.
#[derive(Clone, Default)]
pub(crate) struct Kept {
    /// The last entry of the journal that is in them.
    pub seq: i64,
    pub(super) words: Words,
    blocks: Vec<Arc<Block>>,
}

/// Some records that follow one another.
#[derive(Default)]
struct Block {
    first: i64,
    last: i64,
    records: usize,
    bytes: Vec<u8>,
}

impl Block {
    fn add(&mut self, id: i64, packed: &[u8]) {
        if self.records == 0 {
            (self.first, self.last) = (id, id);
        }
        packed::number(&mut self.bytes, id.wrapping_sub(self.last) as u64);
        packed::number(&mut self.bytes, packed.len() as u64);
        self.bytes.extend_from_slice(packed);
        self.last = id;
        self.records += 1;
    }

    /// The records, each with what is packed of it.
    fn records(&self) -> impl Iterator<Item = (i64, &[u8])> {
        let (mut bytes, mut id) = (self.bytes.as_slice(), self.first);
        std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            id = id.wrapping_add(packed::next(&mut bytes) as i64);
            let length = packed::next(&mut bytes) as usize;
            let (packed, rest) = bytes.split_at(length.min(bytes.len()));
            bytes = rest;
            Some((id, packed))
        })
    }
}

/// Courses in the making: those of one record after the other, in the order of their ids.
pub(super) struct Making {
    pub words: Words,
    blocks: Vec<Arc<Block>>,
    block: Block,
    packed: Vec<u8>,
}

impl Making {
    /// Nothing yet; values that are known keep their places.
    pub fn new(words: Words) -> Making {
        Making { words, blocks: Vec::new(), block: Block::default(), packed: Vec::new() }
    }

    /// Adds the course of a record.
    pub fn add(&mut self, id: i64, spans: &[Span]) {
        let mut packed = std::mem::take(&mut self.packed);
        packed.clear();
        packed::write(&mut packed, spans);
        self.add_packed(id, &packed);
        self.packed = packed;
    }

    fn add_packed(&mut self, id: i64, packed: &[u8]) {
        if self.block.records == TOGETHER {
            self.end_block();
        }
        self.block.add(id, packed);
    }

    fn end_block(&mut self) {
        if self.block.records > 0 {
            self.block.bytes.shrink_to_fit();
            self.blocks.push(Arc::new(std::mem::take(&mut self.block)));
        }
    }

    /// What has been made, as far as the journal had come.
    pub fn done(mut self, seq: i64) -> Kept {
        self.end_block();
        Kept { seq, words: self.words, blocks: self.blocks }
    }
}

impl Kept {
    /// Hands over each record with what is packed of it, from so many blocks.
    pub fn each(&self, blocks: Range<usize>, mut course: impl FnMut(Id, &[u8])) {
        for (id, packed) in self.blocks[blocks].iter().flat_map(|block| block.records()) {
            course(Id::from_i64(id), packed);
        }
    }

    /// Hands over each of these records, which are in the order of their ids, with what is packed of it, from so many
    /// blocks; those that are not there are passed over.
    pub fn each_of(&self, blocks: Range<usize>, ids: &[i64], mut course: impl FnMut(Id, &[u8])) {
        let mut ids = ids;
        for block in &self.blocks[blocks] {
            let begin = ids.partition_point(|id| *id < block.first);
            let end = begin + ids[begin..].partition_point(|id| *id <= block.last);
            let (mut wanted, rest) = (&ids[begin..end], &ids[end..]);
            ids = rest;
            if wanted.is_empty() {
                continue;
            }
            for (id, packed) in block.records() {
                while wanted.first().is_some_and(|first| *first < id) {
                    wanted = &wanted[1..];
                }
                if wanted.first() == Some(&id) {
                    course(Id::from_i64(id), packed);
                }
            }
        }
    }

    /// The blocks in so many parts that are about alike.
    pub fn parts(&self, parts: usize) -> Vec<Range<usize>> {
        let size = self.blocks.len().div_ceil(parts.max(1)).max(1);
        (0..self.blocks.len()).step_by(size).map(|at| at..(at + size).min(self.blocks.len())).collect()
    }

    /// The same with the courses of some records anew: of all that are named in `changed`, in the order of their ids,
    /// those in `anew` have one, and the others are no longer there.
    pub fn changed(&self, changed: &[i64], anew: Kept) -> Kept {
        let (mut blocks, mut rest) = (Vec::with_capacity(self.blocks.len() + 1), changed);
        let fresh: Vec<(i64, &[u8])> = anew.blocks.iter().flat_map(|block| block.records()).collect();
        let mut fresh = fresh.as_slice();
        for (place, block) in self.blocks.iter().enumerate() {
            let last = self.blocks.get(place + 1).map_or(i64::MAX, |next| next.first - 1);
            let (here, after) = rest.split_at(rest.partition_point(|id| *id <= last));
            rest = after;
            if here.is_empty() {
                blocks.push(block.clone());
                continue;
            }
            let (new, later) = fresh.split_at(fresh.partition_point(|(id, _)| *id <= last));
            fresh = later;
            let stays = block.records().filter(|(id, _)| here.binary_search(id).is_err());
            blocks.extend(joined(stays, new));
        }
        if self.blocks.is_empty() {
            blocks.extend(joined(std::iter::empty(), fresh));
        }
        Kept { seq: anew.seq, words: anew.words, blocks }
    }

    /// How many bytes all this takes.
    #[cfg(test)]
    pub fn bytes(&self) -> usize {
        self.blocks.iter().map(|block| block.bytes.len()).sum()
    }
}

/// Blocks of what stays and what is new, in the order of their ids.
fn joined<'a>(stays: impl Iterator<Item = (i64, &'a [u8])>, new: &[(i64, &'a [u8])]) -> Vec<Arc<Block>> {
    let mut all: Vec<(i64, &[u8])> = stays.chain(new.iter().copied()).collect();
    all.sort_unstable_by_key(|(id, _)| *id);
    let mut making = Making::new(Words::default());
    all.iter().for_each(|(id, packed)| making.add_packed(*id, packed));
    making.done(0).blocks
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use cordee_base::{Chance, Moment, SeededChance};

    use super::*;
    use crate::courses::{Course, Held};

    fn spans(at: i64) -> Vec<Span> {
        let mut held = [Held::Nothing; packed::FIELDS];
        (held[0], held[2]) = (Held::Number(at), Held::Word(1));
        vec![Span { from: Moment::from_micros(at), to: Moment::FOREVER, held }]
    }

    fn made(records: &BTreeMap<i64, i64>, among: impl Fn(&i64) -> bool) -> Kept {
        let mut making = Making::new(Words::default());
        records.iter().filter(|(id, _)| among(id)).for_each(|(id, at)| making.add(*id, &spans(*at)));
        making.done(1)
    }

    fn unpacked(packed: &[u8]) -> Vec<Span> {
        Course::new(Id::from_i64(0), packed, &[false; packed::FIELDS]).newest_first().collect()
    }

    fn held(kept: &Kept) -> Vec<(i64, Vec<Span>)> {
        let mut held = Vec::new();
        for part in kept.parts(3) {
            kept.each(part, |id, packed| held.push((id.as_i64(), unpacked(packed))));
        }
        held
    }

    #[test]
    fn changes_come_to_what_is_made_anew() {
        let mut chance = SeededChance::new(11);
        let mut records = BTreeMap::new();
        let mut kept = made(&records, |_| true);
        for turn in 0..60 {
            let mut changed: Vec<i64> =
                (0..chance.below(400)).map(|_| chance.below(5_000) as i64 - 50).collect();
            changed.sort_unstable();
            changed.dedup();
            for id in &changed {
                match chance.below(4) {
                    0 => drop(records.remove(id)),
                    _ => drop(records.insert(*id, turn * 1_000 + chance.below(1_000) as i64)),
                }
            }
            kept = kept.changed(&changed, made(&records, |id| changed.binary_search(id).is_ok()));
            let wanted: Vec<_> = records.iter().map(|(id, at)| (*id, spans(*at))).collect();
            assert_eq!(held(&kept), wanted, "turn {turn}");
            let some: Vec<i64> = (-60..5_060).filter(|_| chance.below(3) == 0).collect();
            let mut found = Vec::new();
            for part in kept.parts(4) {
                kept.each_of(part, &some, |id, packed| found.push((id.as_i64(), unpacked(packed))));
            }
            let among = |(id, _): &(i64, Vec<Span>)| some.binary_search(id).is_ok();
            assert_eq!(found, wanted.into_iter().filter(among).collect::<Vec<_>>(), "turn {turn}");
        }
        assert!(kept.bytes() < records.len() * 40);
    }
}

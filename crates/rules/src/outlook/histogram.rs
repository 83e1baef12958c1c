//! How often the sums fell where.

/// A range of sums.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bin {
    /// The least that falls in it, in minor units.
    pub from: i64,
    /// The most that falls in it.
    pub to: i64,
    /// How many runs did.
    pub runs: u64,
}

impl Bin {
    /// So many bins.
    pub const COUNT: usize = 20;
}

/// The bins of these sums, which must be sorted. All are equally wide, so the last may reach beyond the greatest sum.
pub fn of(sums: &[i64]) -> [Bin; Bin::COUNT] {
    let (Some(least), Some(most)) = (sums.first(), sums.last()) else { return Default::default() };
    let least = i128::from(*least);
    let width = (i128::from(*most) - least) / Bin::COUNT as i128 + 1;
    let fits = |edge: i128| edge.clamp(i128::from(i64::MIN), i128::from(i64::MAX)) as i64;
    let mut passed = 0;
    std::array::from_fn(|at| {
        let (from, to) = (least + at as i128 * width, least + (at as i128 + 1) * width - 1);
        let upto = sums.partition_point(|sum| i128::from(*sum) <= to);
        let runs = (upto - passed) as u64;
        passed = upto;
        Bin { from: fits(from), to: fits(to), runs }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sums, the first bin, how many fall in the last.
    type Case<'a> = (&'a [i64], (i64, i64, u64), u64);

    #[test]
    fn each_sum_falls_into_one_bin() {
        let spread: Vec<i64> = (0..400).collect();
        let table: [Case<'_>; 5] = [
            (&spread, (0, 19, 20), 20),
            (&[5, 5, 5], (5, 5, 3), 0),
            (&[-30, 10], (-30, -28, 1), 0),
            (&[i64::MIN, i64::MAX], (i64::MIN, -8_301_034_833_169_298_228, 1), 1),
            (&[], (0, 0, 0), 0),
        ];
        for (sums, first, last) in table {
            let bins = of(sums);
            assert_eq!((bins[0].from, bins[0].to, bins[0].runs), first, "{:?}", sums.first());
            assert_eq!(bins[19].runs, last, "{:?}", sums.first());
            assert_eq!(bins.iter().map(|bin| bin.runs).sum::<u64>(), sums.len() as u64);
        }
    }
}

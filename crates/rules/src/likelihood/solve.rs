//! Few equations with as many unknowns, whose matrix is symmetric and positive.

/// A symmetric matrix, of which only the lower half is told.
#[derive(Clone, Debug)]
pub struct Symmetric {
    size: usize,
    cells: Vec<f64>,
}

/// A pivot this much smaller than its own diagonal is what rounding left of none.
const NONE_LEFT: f64 = 1e-12;

impl Symmetric {
    pub fn new(size: usize) -> Symmetric {
        Symmetric { size, cells: vec![0.0; size * size] }
    }

    /// Adds `factor` × the product of `row` with itself.
    pub fn add_square(&mut self, row: &[f64], factor: f64) {
        for (at, cells) in self.cells.chunks_exact_mut(self.size).enumerate() {
            let scaled = factor * row[at];
            cells[..=at].iter_mut().zip(row).for_each(|(cell, number)| *cell += scaled * number);
        }
    }

    /// Adds to a cell of the diagonal.
    pub fn add_to_diagonal(&mut self, at: usize, number: f64) {
        self.cells[at * self.size + at] += number;
    }

    /// The x of `self`·x = `right`, by the root of A.-L. Cholesky (C. Benoît 1924; G. H. Golub, C. F. Van Loan, Matrix
    /// Computations, 4.2). None if the matrix is not positive: two equations say the same.
    pub fn solve(mut self, right: &[f64]) -> Option<Vec<f64>> {
        self.take_root()?;
        let mut solution = right.to_vec();
        for row in 0..self.size {
            let known: f64 = (0..row).map(|at| self.at(row, at) * solution[at]).sum();
            solution[row] = (solution[row] - known) / self.at(row, row);
        }
        for row in (0..self.size).rev() {
            let known: f64 = (row + 1..self.size).map(|at| self.at(at, row) * solution[at]).sum();
            solution[row] = (solution[row] - known) / self.at(row, row);
        }
        solution.iter().all(|number| number.is_finite()).then_some(solution)
    }

    fn take_root(&mut self) -> Option<()> {
        for row in 0..self.size {
            for column in 0..=row {
                let known: f64 = (0..column).map(|at| self.at(row, at) * self.at(column, at)).sum();
                let (whole, at) = (self.at(row, column), row * self.size + column);
                let rest = whole - known;
                self.cells[at] = if row > column {
                    rest / self.at(column, column)
                } else if rest > whole * NONE_LEFT {
                    rest.sqrt()
                } else {
                    return None;
                };
            }
        }
        Some(())
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equations_are_solved() {
        // (1, 2, 0)², (0, 1, 3)², (2, 0, 1)² added up, for the unknowns 1, −2, 3.
        let mut matrix = Symmetric::new(3);
        let rows = [[1.0, 2.0, 0.0], [0.0, 1.0, 3.0], [2.0, 0.0, 1.0]];
        rows.iter().for_each(|row| matrix.add_square(row, 1.0));
        let wanted = [1.0, -2.0, 3.0];
        let right: Vec<f64> = (0..3)
            .map(|at| {
                rows.iter().map(|row| row[at] * row.iter().zip(wanted).map(|(a, b)| a * b).sum::<f64>()).sum()
            })
            .collect();
        let found = matrix.solve(&right).expect("a solution");
        assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn what_has_no_one_solution() {
        let mut same = Symmetric::new(2);
        same.add_square(&[1.0, 1.0], 2.0);
        assert_eq!(same.clone().solve(&[1.0, 1.0]), None);
        same.add_to_diagonal(1, 1.0);
        let found = same.solve(&[2.0, 2.0]).expect("a solution");
        assert!((found[0] - 1.0).abs() < 1e-12 && found[1].abs() < 1e-12, "{found:?}");
        assert_eq!(Symmetric::new(1).solve(&[1.0]), None);
        let mut unknown = Symmetric::new(1);
        unknown.add_to_diagonal(0, f64::NAN);
        assert_eq!(unknown.solve(&[1.0]), None);
    }
}

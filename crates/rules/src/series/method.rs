//! The methods that compete, by name, and what each is made of.

use super::smoothing::{Season, Shape, Trend};

/// A way to forecast. Those that say nothing of a season of their own work on the series without it, where the test of
/// autocorrelation finds one, and give it back at the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The last value goes on.
    Naive,
    /// The last season goes on.
    SeasonalNaive,
    /// Simple exponential smoothing.
    Simple,
    /// Smoothing with a trend that goes on (Holt).
    Holt,
    /// Smoothing with a trend that fades (Gardner & McKenzie).
    Damped,
    /// The Theta method.
    Theta,
    /// Theta with its θ fitted.
    OptimisedTheta,
    /// Damped smoothing of the logarithms.
    LogDamped,
    /// Theta of the logarithms.
    LogTheta,
    /// Holt-Winters, the season added.
    WintersAdditive,
    /// The same with a trend that fades.
    WintersAdditiveDamped,
    /// Holt-Winters, the season a factor.
    WintersMultiplicative,
    /// The same with a trend that fades.
    WintersMultiplicativeDamped,
    /// Holt-Winters of the logarithms.
    LogWinters,
    /// The same with a trend that fades.
    LogWintersDamped,
    /// The mean of simple, Holt's and damped smoothing: the benchmark "Comb" of M3 and M4.
    Smoothings,
    /// The median of nine: simple, Holt's and damped smoothing, three Thetas, three damped Holt-Winters.
    Median,
    /// The mean of all that are no combination, weighed by how well they did.
    Weighed,
}

/// How a method comes to its forecast.
pub(super) enum Recipe {
    Last,
    LastSeason,
    Smooth(Shape, View),
    Theta(View),
    OptimisedTheta(View),
    Mean(&'static [Method]),
    Median(&'static [Method]),
    Weighed,
}

/// How a method sees the series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum View {
    Plain,
    Adjusted,
    Logs,
    AdjustedLogs,
}

impl Method {
    /// All methods by the key they are stored under, the simplest first; a combination after all it is made of.
    pub const ALL: [(&'static str, Method); 18] = [
        ("naive", Method::Naive),
        ("seasonal_naive", Method::SeasonalNaive),
        ("simple", Method::Simple),
        ("holt", Method::Holt),
        ("damped", Method::Damped),
        ("theta", Method::Theta),
        ("optimised_theta", Method::OptimisedTheta),
        ("log_damped", Method::LogDamped),
        ("log_theta", Method::LogTheta),
        ("winters_additive", Method::WintersAdditive),
        ("winters_additive_damped", Method::WintersAdditiveDamped),
        ("winters_multiplicative", Method::WintersMultiplicative),
        ("winters_multiplicative_damped", Method::WintersMultiplicativeDamped),
        ("log_winters", Method::LogWinters),
        ("log_winters_damped", Method::LogWintersDamped),
        ("smoothings", Method::Smoothings),
        ("median", Method::Median),
        ("weighed", Method::Weighed),
    ];

    /// Whether it is made of others.
    pub fn is_combination(self) -> bool {
        matches!(self, Method::Smoothings | Method::Median | Method::Weighed)
    }

    /// The method with this key.
    pub fn named(key: &str) -> Option<Method> {
        Method::ALL.iter().find(|(name, _)| *name == key).map(|(_, method)| *method)
    }

    /// The key it is stored under.
    pub fn key(self) -> &'static str {
        Method::ALL[self.place()].0
    }

    /// Its place among all.
    pub(super) fn place(self) -> usize {
        self as usize
    }

    pub(super) fn recipe(self) -> Recipe {
        use Season::{Additive, Multiplicative};
        use Trend::{Damped, Linear};
        let smooth = |trend, season, view| Recipe::Smooth(Shape { trend, season }, view);
        match self {
            Method::Naive => Recipe::Last,
            Method::SeasonalNaive => Recipe::LastSeason,
            Method::Simple => smooth(Trend::None, Season::None, View::Adjusted),
            Method::Holt => smooth(Linear, Season::None, View::Adjusted),
            Method::Damped => smooth(Damped, Season::None, View::Adjusted),
            Method::Theta => Recipe::Theta(View::Adjusted),
            Method::OptimisedTheta => Recipe::OptimisedTheta(View::Adjusted),
            Method::LogDamped => smooth(Damped, Season::None, View::AdjustedLogs),
            Method::LogTheta => Recipe::Theta(View::AdjustedLogs),
            Method::WintersAdditive => smooth(Linear, Additive, View::Plain),
            Method::WintersAdditiveDamped => smooth(Damped, Additive, View::Plain),
            Method::WintersMultiplicative => smooth(Linear, Multiplicative, View::Plain),
            Method::WintersMultiplicativeDamped => smooth(Damped, Multiplicative, View::Plain),
            Method::LogWinters => smooth(Linear, Additive, View::Logs),
            Method::LogWintersDamped => smooth(Damped, Additive, View::Logs),
            Method::Smoothings => Recipe::Mean(&[Method::Simple, Method::Holt, Method::Damped]),
            Method::Weighed => Recipe::Weighed,
            Method::Median => Recipe::Median(&[
                Method::Simple,
                Method::Holt,
                Method::Damped,
                Method::Theta,
                Method::OptimisedTheta,
                Method::LogTheta,
                Method::WintersAdditiveDamped,
                Method::WintersMultiplicativeDamped,
                Method::LogWintersDamped,
            ]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_method_stands_in_its_place_under_its_key() {
        for (place, (key, method)) in Method::ALL.into_iter().enumerate() {
            assert_eq!((method.place(), method.key(), Method::named(key)), (place, key, Some(method)));
            let (Recipe::Mean(parts) | Recipe::Median(parts)) = method.recipe() else { continue };
            assert!(parts.iter().all(|part| part.place() < place), "{key} comes after its parts");
        }
    }
}

//! Taking the time of an operation, and the processor time and memory that a process used meanwhile.
//!
//! Time on the clock depends on what else the machine does; the processor time of a request hardly does.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What an operation cost.
#[derive(Clone, Debug)]
pub struct Figures {
    /// Half of all took at most this long.
    pub p50: Duration,
    /// All but one in a hundred took at most this long.
    pub p99: Duration,
    /// How many were done in a second.
    pub per_second: f64,
    /// What each cost the process that did it in processor time.
    pub cpu: Duration,
}

/// How long an operation is measured.
#[derive(Clone, Copy, Debug)]
pub struct Span {
    /// At least this long, and until the ticks of the processor's account are small beside it.
    pub time: Duration,
    /// But never more often than this.
    pub most: usize,
}

/// Runs `work` again and again from so many clients at once. It is given the number of its run.
pub fn measure(
    clients: usize,
    span: Span,
    process: Process,
    work: impl Fn(usize) -> Result<(), String> + Sync,
) -> Result<Figures, String> {
    measure_after(|_| Ok(()), clients, span, process, work)
}

/// The same, where something is done before each run that takes no part in its time, nor in the processor time of
/// another process.
pub fn measure_after(
    before: impl Fn(usize) -> Result<(), String> + Sync,
    clients: usize,
    span: Span,
    process: Process,
    work: impl Fn(usize) -> Result<(), String> + Sync,
) -> Result<Figures, String> {
    let warming = Instant::now();
    for warm in 0..(span.most / 10).clamp(1, 50) {
        work(warm)?;
        if warming.elapsed() > span.time {
            break;
        }
    }
    let (count, failed) = (AtomicUsize::new(0), AtomicBool::new(false));
    let (began, cpu) = (Instant::now(), process.cpu()?);
    let client = || -> Result<Vec<Duration>, String> {
        let mut took = Vec::new();
        while began.elapsed() < span.time && !failed.load(Ordering::Relaxed) {
            let run = count.fetch_add(1, Ordering::Relaxed);
            if run >= span.most {
                break;
            }
            before(run).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
            let start = Instant::now();
            work(run).inspect_err(|_| failed.store(true, Ordering::Relaxed))?;
            took.push(start.elapsed());
        }
        Ok(took)
    };
    let each: Vec<Result<Vec<Duration>, String>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..clients).map(|_| scope.spawn(client)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(Err("a client ended".into()))).collect()
    });
    let (elapsed, cpu) = (began.elapsed(), process.cpu()?.saturating_sub(cpu));
    let mut took: Vec<Duration> = each.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    took.sort();
    let at = |part: usize| took[(took.len() * part / 100).min(took.len() - 1)];
    Ok(Figures {
        p50: at(50),
        p99: at(99),
        per_second: took.len() as f64 / elapsed.as_secs_f64(),
        cpu: cpu / took.len() as u32,
    })
}

/// A process, as Linux tells of it under `/proc`.
#[derive(Clone, Copy, Debug)]
pub struct Process(pub u32);

/// What one tick of the processor's account is; the kernel gives it so to programs on every machine.
const TICK: Duration = Duration::from_millis(10);

impl Process {
    /// This very process.
    pub fn own() -> Process {
        Process(std::process::id())
    }

    /// The processor time it has used.
    pub fn cpu(self) -> Result<Duration, String> {
        let text = self.file("stat")?;
        // The name, in brackets, may hold anything; what follows it is numbers.
        let after = text.rsplit_once(')').map_or("", |(_, after)| after);
        let ticks = after.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u32>().ok());
        Ok(TICK * ticks.sum::<u32>())
    }

    /// The memory it has now and had at the most, in bytes.
    pub fn memory(self) -> Result<(u64, u64), String> {
        let text = self.file("status")?;
        let kilobytes = |name: &str| {
            let line = text.lines().find_map(|line| line.strip_prefix(name));
            line.and_then(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok()).unwrap_or(0)
        };
        Ok((kilobytes("VmRSS") * 1024, kilobytes("VmHWM") * 1024))
    }

    fn file(self, name: &str) -> Result<String, String> {
        let path = format!("/proc/{}/{name}", self.0);
        std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_processor_time_of_busy_work_is_seen() {
        let before = Process::own().cpu().expect("stat");
        let began = Instant::now();
        while began.elapsed() < Duration::from_millis(200) {
            std::hint::spin_loop();
        }
        assert!(Process::own().cpu().expect("stat") > before);
        assert!(Process::own().memory().expect("status").0 > 1 << 20);
    }

    #[test]
    fn runs_are_counted_and_failures_told() {
        let span = Span { time: Duration::from_millis(50), most: 1000 };
        let figures = measure(2, span, Process::own(), |_| Ok(())).expect("figures");
        assert!(figures.p50 <= figures.p99 && figures.per_second > 0.0);
        let refused =
            measure(2, span, Process::own(), |run| if run < 500 { Ok(()) } else { Err("no".into()) });
        assert_eq!(refused.err().as_deref(), Some("no"));
    }
}

//! The threads on which sessions live: some that read, one that writes for all who wait.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, Sender, unbounded};
use tokio::sync::oneshot;

use crate::session::Connection;
use crate::{Fail, Halt, Session};

/// How many waiting writes share one transaction at the most.
const MOST_TOGETHER: usize = 128;
/// How often a transaction that ran into another is repeated.
const MOST_TRIES: u32 = 8;

/// Some work on a session, which can be repeated, and whoever waits for what it gives.
pub(crate) trait Job: Send {
    /// Does the work; tells whether it succeeded, or how the database failed.
    fn run(&mut self, session: &mut dyn Session) -> Result<(), Halt>;
    /// Answers whoever waits, now that the transaction has ended so.
    fn answer(self: Box<Self>, ended: Result<(), Halt>);
}

struct Work<T, F> {
    work: F,
    result: Option<T>,
    waiting: oneshot::Sender<Result<T, Halt>>,
}

impl<T: Send, F: FnMut(&mut dyn Session) -> Result<T, Halt> + Send> Job for Work<T, F> {
    fn run(&mut self, session: &mut dyn Session) -> Result<(), Halt> {
        self.result = None;
        let done = catch_unwind(AssertUnwindSafe(|| (self.work)(session)));
        let done = done.unwrap_or_else(|panic| Err(Halt::Fail(Fail::Other(told(&*panic)))));
        self.result = Some(done?);
        Ok(())
    }

    fn answer(self: Box<Self>, ended: Result<(), Halt>) {
        let Work { result, waiting, .. } = *self;
        let lost = || Halt::Fail(Fail::Other("work ended without a result".to_owned()));
        // Whoever asked may be gone (a closed browser); the work is done all the same.
        let _ = waiting.send(ended.and_then(|()| result.ok_or_else(lost)));
    }
}

fn told(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    format!("a panic in a transaction: {}", text.unwrap_or("?"))
}

/// A queue of jobs before one or more threads.
#[derive(Clone)]
pub(crate) struct Queue(Sender<Box<dyn Job>>);

impl Queue {
    /// How many jobs wait for a thread.
    pub(crate) fn waiting(&self) -> usize {
        self.0.len()
    }

    /// Puts work in the queue; what it gives comes through the receiver.
    pub(crate) fn put<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, Halt>> {
        let (waiting, answer) = oneshot::channel();
        // If the threads are gone, dropping the job drops `waiting`, and the receiver tells so.
        let _ = self.0.send(Box::new(Work { work, result: None, waiting }));
        answer
    }
}

/// How a thread gets a connection: at its start, and again when one is lost.
pub(crate) type Connect = Box<dyn Fn() -> Result<Box<dyn Connection>, Fail> + Send>;

/// How often the writer has learnt something new of the tables; readers open their connections again to know it.
pub(crate) type Learnt = Arc<AtomicU64>;

/// A connection that reads, and what was known of the tables when it was opened.
struct Reader {
    connect: Connect,
    held: Option<Box<dyn Connection>>,
    known: u64,
}

impl Reader {
    /// Runs the job in a snapshot of its own.
    fn run(&mut self, job: &mut dyn Job, learnt: &Learnt) -> Result<(), Halt> {
        let now = learnt.load(Ordering::Relaxed);
        if self.known != now {
            (self.held, self.known) = (None, now);
        }
        tried(&self.connect, &mut self.held, |connection| {
            connection.begin(false)?;
            let done = job.run(connection);
            connection.rollback();
            done
        })
    }
}

/// Threads that read, and the connections that they share with whoever only glances.
#[derive(Clone)]
pub(crate) struct Readers {
    queue: Queue,
    free: (Sender<Reader>, Receiver<Reader>),
    learnt: Learnt,
    threads: u32,
    /// How many microseconds a read took of late, an eighth of it the last.
    lately: Arc<AtomicU64>,
}

impl Readers {
    /// As many threads as there are connections.
    pub(crate) fn start(connects: Vec<Connect>, learnt: &Learnt) -> Readers {
        let (queue, jobs) = unbounded::<Box<dyn Job>>();
        let (threads, lately) = (connects.len().max(1) as u32, Arc::new(AtomicU64::new(0)));
        let readers =
            Readers { queue: Queue(queue), free: unbounded(), learnt: learnt.clone(), threads, lately };
        for connect in connects {
            let ((back, free), jobs, learnt) = (readers.free.clone(), jobs.clone(), learnt.clone());
            let lately = readers.lately.clone();
            // The receiver is held by this very thread as well, so that there is always somebody to take it.
            let _ = back.send(Reader { connect, held: None, known: 0 });
            thread::spawn(move || {
                for mut job in jobs {
                    // Whoever glances at it gives it back in a moment.
                    let Ok(mut reader) = free.recv() else { return };
                    let began = Instant::now();
                    let ended = reader.run(&mut *job, &learnt);
                    let (took, known) = (began.elapsed().as_micros() as u64, lately.load(Ordering::Relaxed));
                    lately.store((known * 7 + took) / 8, Ordering::Relaxed);
                    let _ = back.send(reader);
                    job.answer(ended);
                }
            });
        }
        readers
    }

    /// How long one more read would wait, if those before it took as long as the last ones did.
    pub(crate) fn wait(&self) -> Duration {
        let one = Duration::from_micros(self.lately.load(Ordering::Relaxed));
        one * self.queue.waiting() as u32 / self.threads
    }

    /// The queue before the threads.
    pub(crate) fn queue(&self) -> &Queue {
        &self.queue
    }

    /// Does the work on this very thread if nobody waits for a connection and one is free; otherwise in turn.
    pub(crate) fn glance<T: Send + 'static>(
        &self,
        work: impl FnMut(&mut dyn Session) -> Result<T, Halt> + Send + 'static,
    ) -> oneshot::Receiver<Result<T, Halt>> {
        let free = if self.queue.waiting() == 0 { self.free.1.try_recv().ok() } else { None };
        let Some(mut reader) = free else { return self.queue.put(work) };
        let (waiting, answer) = oneshot::channel();
        let mut job = Box::new(Work { work, result: None, waiting });
        let ended = reader.run(&mut *job, &self.learnt);
        let _ = self.free.0.send(reader);
        job.answer(ended);
        answer
    }
}

/// The thread that writes: all that waits goes into one transaction, each in its own savepoint.
/// `full` tells whether the last transaction found no room on the disk.
pub(crate) fn writer(connect: Connect, learnt: Learnt, full: Arc<AtomicBool>) -> Queue {
    let (queue, jobs) = unbounded::<Box<dyn Job>>();
    thread::spawn(move || {
        let mut held = None;
        while let Ok(first) = jobs.recv() {
            let mut together = vec![(first, Ok(()))];
            let ended =
                tried(&connect, &mut held, |connection| transaction(connection, &mut together, &jobs));
            full.store(matches!(ended, Err(Halt::Fail(Fail::Full))), Ordering::Relaxed);
            for (job, done) in together {
                job.answer(ended.clone().and(done));
            }
            if let (Some(connection), true) = (&mut held, jobs.is_empty()) {
                match connection.look() {
                    Ok(true) => drop(learnt.fetch_add(1, Ordering::Relaxed)),
                    Ok(false) => {}
                    Err(fail) => tracing::warn!(%fail, "the tables could not be looked at"),
                }
            }
        }
    });
    Queue(queue)
}

type Done = (Box<dyn Job>, Result<(), Halt>);

/// One transaction for the jobs at hand and those that come while they run.
fn transaction(
    connection: &mut dyn Connection,
    together: &mut Vec<Done>,
    jobs: &Receiver<Box<dyn Job>>,
) -> Result<(), Halt> {
    connection.begin(true)?;
    first(connection, &mut together[0])?;
    let mut place = 1;
    loop {
        if place == together.len() {
            match jobs.try_recv() {
                Ok(job) if place < MOST_TOGETHER => together.push((job, Ok(()))),
                Ok(job) => {
                    // One too many for this transaction: it is done in it all the same, and is the last.
                    together.push((job, Ok(())));
                    let last = together.len() - 1;
                    attempt(connection, &mut together[last])?;
                    break;
                }
                Err(_) => break,
            }
        }
        attempt(connection, &mut together[place])?;
        place += 1;
    }
    Ok(connection.commit().map_err(|fail| match fail {
        Fail::Lost(what) => Fail::Unsure(what),
        fail => fail,
    })?)
}

/// Runs the first job of a transaction, which needs no savepoint: what it did is all that there is to take back.
fn first(connection: &mut dyn Connection, (job, done): &mut Done) -> Result<(), Halt> {
    *done = job.run(connection);
    match done {
        Ok(()) => Ok(()),
        Err(Halt::Fail(fail @ (Fail::Retry | Fail::Lost(_) | Fail::Full))) => Err(Halt::Fail(fail.clone())),
        Err(_) => {
            connection.rollback();
            Ok(connection.begin(true)?)
        }
    }
}

/// Runs one job in a savepoint; its own failure is its own, what breaks the transaction is everybody's.
fn attempt(connection: &mut dyn Connection, (job, done): &mut Done) -> Result<(), Halt> {
    connection.mark()?;
    *done = job.run(connection);
    match done {
        Err(Halt::Fail(fail @ (Fail::Retry | Fail::Lost(_) | Fail::Full))) => Err(Halt::Fail(fail.clone())),
        done => Ok(connection.unmark(done.is_ok())?),
    }
}

/// Runs `work` on the held connection; again if it ran into another transaction, on a new one if it was lost.
fn tried<T>(
    connect: &Connect,
    held: &mut Option<Box<dyn Connection>>,
    mut work: impl FnMut(&mut dyn Connection) -> Result<T, Halt>,
) -> Result<T, Halt> {
    let mut tries = 0;
    loop {
        let connection = match held {
            Some(connection) => connection,
            None => held.insert(connect()?),
        };
        let ended = work(&mut **connection);
        if ended.is_err() {
            connection.rollback();
        }
        tries += 1;
        match &ended {
            Err(Halt::Fail(Fail::Retry)) if tries < MOST_TRIES => {
                thread::sleep(Duration::from_millis(1 << tries));
            }
            Err(Halt::Fail(Fail::Unsure(_))) => {
                *held = None;
                return ended;
            }
            Err(Halt::Fail(Fail::Lost(_))) => {
                *held = None;
                if tries > 1 {
                    return ended;
                }
            }
            _ => return ended,
        }
    }
}

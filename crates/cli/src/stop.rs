//! Ctrl-C and SIGTERM as a wish: what can be resumed stops after the rows at hand; a second one ends it at once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio::signal::unix::{SignalKind, signal};

/// Whether somebody wishes that it stops.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Whether it is wished.
    pub fn is_wished(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Listens from now on. Where signals can't be listened to, they end the command as they always do.
pub fn wished() -> Stop {
    let stop = Stop::default();
    let told = stop.clone();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else { return };
        runtime.block_on(async {
            let signals = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
            let (Ok(mut interrupt), Ok(mut terminate)) = signals else { return };
            loop {
                tokio::select! {
                    _ = interrupt.recv() => {}
                    _ = terminate.recv() => {}
                }
                if told.0.swap(true, Ordering::Relaxed) {
                    // What is half done is taken up again from the journal, as after a power cut.
                    std::process::exit(crate::trouble::Exit::Unavailable as i32);
                }
            }
        });
    });
    stop
}

# What is done without anybody waiting
jobs-title = Background jobs
jobs-hint = What Cordee does by itself: by the clock, and after something was saved.
jobs-queues = Queues
jobs-rounds = On a schedule
jobs-latest = Latest jobs
jobs-failed = Jobs that were given up
jobs-show-all = All jobs
jobs-show-dead = Given up
jobs-none = Nothing here yet
jobs-dead-some =
    { $count ->
        [one] { $count } job failed as often as it may and was given up. Look at why, then run it again or discard it.
       *[other] { $count } jobs failed as often as they may and were given up. Look at why, then run them again or discard them.
    }
jobs-id = ID
jobs-name = Job
jobs-queue = Queue
jobs-state = State
jobs-waiting = Waiting
jobs-running = Running
jobs-done = Done
jobs-dead = Given up
jobs-oldest = Overdue since
jobs-tries = Tries
jobs-due-at = When
jobs-due-next = Next
jobs-told = What it said
queue-house = Upkeep
queue-webhooks = Webhooks
job-sweep = Clear out ended sessions and old jobs
job-end-shares = Tell of shares that have ended
job-transfer = Transfer what belongs to somebody
job-sweep-files = Clear out files that are no longer needed
job-tidy = Keep the database fast
job-webhook = Send a webhook
action-job-again = Run again
action-job-again-done = Put into the queue again
action-job-discard = Discard
action-job-discard-done = Discarded
action-job-run = Run now
action-job-run-done = Put into the queue
error-job-running = This job is running. Wait until it ends.
error-network = “{ $value }” is not a network. Write it like 10.0.0.0/8.
error-certificates = The certificates can’t be read: { $detail }
command-working = Working off the queue. Ctrl-C ends.
api-jobs = Background jobs, the latest first; for administrators
api-job-queues = How the queues stand, and when what is on a schedule comes next
api-job-again = Have a job run again that ended
api-job-discard = Let a job go that is not running
api-job-run = Put a job that is on a schedule into the queue now
api-parameter-state = Only those that stand like this
api-parameter-queue = Only those of this queue
api-parameter-before-id = Only those put before this one
job-sweep-attachments = Clear out files of records that nothing uses any more
job-count-deals = Say which deals count as opportunities

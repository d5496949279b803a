import fc from 'fast-check';

// For mutation tests: a law is tried for a moment rather than its full number of times, since what is wrong
// shows early; on the same cases every time, so that a score can be repeated; and no smaller case is sought.
fc.configureGlobal({
  interruptAfterTimeLimit: 1_500,
  markInterruptAsFailure: false,
  seed: 1,
  endOnFailure: true,
});

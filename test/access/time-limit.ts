import fc from 'fast-check';

// For mutation tests: a law is tried for a moment rather than its full number of times. What is wrong shows early.
fc.configureGlobal({ interruptAfterTimeLimit: 1_500, markInterruptAsFailure: false });

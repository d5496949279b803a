/** How long the process that committed may take to send before others look after it; it renews this at a third. */
export const LEASE_MS = 15_000;

// A lock that the browser keeps for all threads of this site.

/** Runs a function while holding the lock, and is done when the function is. */
export const withLock = (act) => navigator.locks.request('the table', async () => act());

/** Whether this browser has such locks here. */
export const hasLocks = () => 'locks' in navigator;

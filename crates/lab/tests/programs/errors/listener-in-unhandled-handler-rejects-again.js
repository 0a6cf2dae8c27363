// A rejection made inside the unhandledrejection listener is announced in its turn.
let n = 0;
addEventListener('unhandledrejection', e => { e.preventDefault(); console.log('unhandled', e.reason); if (++n < 3) Promise.reject('follow-up ' + n); });
Promise.reject('original');

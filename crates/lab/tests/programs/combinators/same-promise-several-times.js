// One promise given several times to a combinator counts once for each place.
const p = reply(30, 'x');
Promise.all([p, p, p]).then(v => console.log('all', v.join()));
Promise.allSettled([p, p]).then(v => console.log('settled', v.length));
Promise.race([p, p]).then(v => console.log('race', v));

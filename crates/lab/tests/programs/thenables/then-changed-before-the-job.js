// A then that is replaced after resolving is not used, for it was read before.
const t = { then(ok) { console.log('old then'); ok('old'); } };
Promise.resolve(t).then(v => console.log(v));
t.then = ok => { console.log('new then'); ok('new'); };
console.log('replaced');

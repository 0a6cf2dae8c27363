// A promise that was resolved with a pending promise can no longer be rejected.
let settle;
const later = new Promise(r => { settle = r; });
new Promise((ok, no) => { ok(later); no('too late'); }).then(v => console.log('ok', v), e => console.log('no', e));
console.log('locked');
settle('from later');

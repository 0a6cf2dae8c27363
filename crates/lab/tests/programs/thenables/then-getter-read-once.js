// The then of a thenable is read once and at the time of resolving.
let reads = 0;
const t = { get then() { reads++; console.log('read', reads); return ok => { console.log('called'); ok('v'); }; } };
Promise.resolve(t).then(v => console.log(v, reads));
console.log('sync', reads);

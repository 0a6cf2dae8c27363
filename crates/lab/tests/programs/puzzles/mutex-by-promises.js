// A lock made of promises lets async sections enter one at a time in the order of asking.
let last = Promise.resolve();
function locked(f) { const mine = last.then(f); last = mine.catch(() => {}); return mine; }
locked(async () => { console.log('A in'); await reply(60); console.log('A out'); });
locked(async () => { console.log('B in'); throw 'B failed'; }).catch(e => console.log(e));
locked(() => console.log('C in'));
console.log('all asked');

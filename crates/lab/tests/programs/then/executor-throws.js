// An executor that throws rejects the promise, but not if it has resolved it before.
new Promise(() => { console.log('x1'); throw 'early'; }).catch(e => console.log('rejected', e));
new Promise(ok => { ok('won'); console.log('x2'); throw 'ignored'; }).then(v => console.log('fulfilled', v));
console.log('sync');

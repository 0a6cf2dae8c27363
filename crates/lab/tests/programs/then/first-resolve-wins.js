// Only the first call of the resolving functions counts.
new Promise((ok, no) => { ok('first'); no('second'); ok('third'); }).then(v => console.log('ok', v), e => console.log('no', e));
new Promise((ok, no) => { no('first'); ok('second'); }).then(v => console.log('ok', v), e => console.log('no', e));

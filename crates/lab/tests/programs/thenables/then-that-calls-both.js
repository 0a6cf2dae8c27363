// Of several calls made by a thenable only the first counts.
Promise.resolve({ then(ok, no) { ok('ok first'); no('no second'); } }).then(v => console.log(v), e => console.log(e));
Promise.resolve({ then(ok, no) { no('no first'); ok('ok second'); } }).then(v => console.log(v), e => console.log(e));

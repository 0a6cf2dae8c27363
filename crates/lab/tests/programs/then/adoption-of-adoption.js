// The first adoption by resolve costs two ticks and each nested one only one more, for their jobs run side by side.
const wrap = p => new Promise(r => r(p));
wrap(wrap(wrap(Promise.resolve()))).then(() => console.log('three deep'));
wrap(wrap(Promise.resolve())).then(() => console.log('two deep'));
wrap(Promise.resolve()).then(() => console.log('one deep'));
let p = Promise.resolve();
for (let i = 1; i <= 8; i++) p = p.then(() => console.log('tick', i));

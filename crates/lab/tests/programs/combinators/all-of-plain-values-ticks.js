// Plain values in Promise.all are wrapped and so take as long as settled promises.
Promise.all([1, 'two', null]).then(v => console.log(v.map(String).join('-')));
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));

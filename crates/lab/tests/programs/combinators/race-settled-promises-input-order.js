// Among settled promises the first in the input wins a race, even a rejected one.
Promise.race([Promise.resolve('a'), Promise.resolve('b')]).then(v => console.log(v));
Promise.race([Promise.reject('r'), Promise.resolve('s')]).then(v => console.log(v), e => console.log('rejected', e));
Promise.race([new Promise(() => {}), 'plain']).then(v => console.log(v));

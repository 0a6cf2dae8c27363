// Promise.all gives the values in the order of the input although they settle in another.
const track = (ms, v) => reply(ms, v).then(x => (console.log('settled', x), x));
Promise.all([track(120, 'a'), track(20, 'b'), track(70, 'c')]).then(vs => console.log(vs.join()));
console.log('sync');

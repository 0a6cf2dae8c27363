// Promise.any of rejected promises rejects one tick after its last input was heard.
Promise.any([Promise.reject(1), Promise.reject(2)]).catch(e => console.log('any', e.errors.length));
Promise.all([Promise.reject(1)]).catch(() => console.log('all'));
let p = Promise.resolve();
for (let i = 1; i <= 3; i++) p = p.then(() => console.log('tick', i));

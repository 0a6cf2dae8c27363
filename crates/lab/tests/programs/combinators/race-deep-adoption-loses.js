// A promise that adopts another one loses a race against one settled later in the list.
const adopting = new Promise(r => r(Promise.resolve('adopting')));
const direct = Promise.resolve().then(() => 'one link');
Promise.race([adopting, direct]).then(v => console.log('won', v));
console.log('sync');

// Promise.all of something that is not iterable rejects with a TypeError and does not throw.
Promise.all(5).catch(e => console.log('number', e.name));
Promise.race().catch(e => console.log('missing', e.name));
Promise.all('ab').then(v => console.log('string', v.join()));
console.log('sync');

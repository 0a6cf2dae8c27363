// A proxy around an object is asked for then when it is used to resolve.
const proxy = new Proxy({}, { get(o, k) { console.log('get', String(k)); return undefined; } });
Promise.resolve(proxy).then(() => console.log('fulfilled'));
console.log('sync');

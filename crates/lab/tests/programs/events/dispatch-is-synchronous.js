// Listeners of an event dispatched by a script run before dispatchEvent returns.
const t = new EventTarget();
t.addEventListener('go', () => console.log('listener'));
console.log('before');
t.dispatchEvent(new Event('go'));
console.log('after');

// Microtasks do not run between two listeners of a dispatch from a script, since the script is still running.
const b = document.createElement('button');
document.body.append(b);
for (const n of [1, 2]) b.addEventListener('click', () => { console.log('listener', n); Promise.resolve().then(() => console.log('reaction', n)); });
b.dispatchEvent(new Event('click'));
console.log('dispatched');

// The executor runs in its place in the script, reactions after it, and a timer inside it resolves in a later task.
console.log('a');
const p = new Promise(r => { console.log('b'); setTimeout(() => { console.log('timer'); r('resolved'); console.log('after resolve'); }, 0); console.log('c'); });
p.then(v => console.log(v));
setTimeout(() => console.log('second timer'), 0);
console.log('d');

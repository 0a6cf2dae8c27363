// Awaits and thens upon one pending promise go on in the order in which they began to wait.
let open;
const gate = new Promise(r => { open = r; });
gate.then(() => console.log('then A'));
(async () => { await gate; console.log('await B'); })();
gate.then(() => console.log('then C'));
(async () => { await gate; console.log('await D'); })();
console.log('opening');
open();
console.log('opened');

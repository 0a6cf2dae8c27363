// A timer of no delay made inside a timer runs after another one that was waiting already.
setTimeout(() => { console.log('1'); setTimeout(() => console.log('1 nested'), 0); }, 0);
setTimeout(() => { console.log('2'); setTimeout(() => console.log('2 nested'), 0); }, 0);

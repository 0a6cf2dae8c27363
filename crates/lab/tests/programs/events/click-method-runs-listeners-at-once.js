// The click method calls the listeners synchronously, and their reactions wait for the end of the script.
const b = document.createElement('button');
document.body.append(b);
b.addEventListener('click', () => { console.log('click 1'); queueMicrotask(() => console.log('microtask 1')); });
b.addEventListener('click', () => { console.log('click 2'); queueMicrotask(() => console.log('microtask 2')); });
b.click();
console.log('after click');

// A click made by script inside a timer runs all its listeners before any microtask.
const b = document.createElement('button');
document.body.append(b);
document.body.addEventListener('click', () => console.log('body'));
b.addEventListener('click', () => { console.log('button'); queueMicrotask(() => console.log('microtask')); });
setTimeout(() => { b.click(); console.log('timer over'); }, 10);

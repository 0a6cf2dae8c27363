// A click made inside a microtask runs its listeners within it, and new microtasks go behind those waiting.
const b = document.createElement('button');
b.addEventListener('click', () => { console.log('click'); queueMicrotask(() => console.log('from listener')); });
queueMicrotask(() => { b.click(); console.log('first over'); });
queueMicrotask(() => console.log('second'));

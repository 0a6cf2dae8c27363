// Removing a listener works only with the same capture flag.
const b = document.createElement('button');
const f = e => console.log('still there');
b.addEventListener('click', f, true);
b.removeEventListener('click', f);
b.click();
b.removeEventListener('click', f, { capture: true, passive: true });
b.click();
console.log('end');

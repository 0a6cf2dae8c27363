// Adding one function twice counts once, but a capturing and a bubbling registration are two.
const b = document.createElement('button');
let n = 0;
const f = () => console.log('call', ++n);
b.addEventListener('click', f);
b.addEventListener('click', f);
b.addEventListener('click', f, { once: true });
b.addEventListener('click', f, true);
b.click();

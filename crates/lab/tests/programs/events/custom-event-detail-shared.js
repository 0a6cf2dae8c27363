// All listeners of a CustomEvent see the same detail, also what an earlier one has changed in it.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
b.addEventListener('add', e => { e.detail.n++; console.log('button', e.detail.n); });
d.addEventListener('add', e => { e.detail.n++; console.log('div', e.detail.n); });
const detail = { n: 0 };
b.dispatchEvent(new CustomEvent('add', { detail, bubbles: true }));
console.log('script', detail.n);

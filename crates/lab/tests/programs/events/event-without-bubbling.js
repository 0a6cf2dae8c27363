// An event that does not bubble is still captured on its way down.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
d.addEventListener('note', () => console.log('div bubble'));
d.addEventListener('note', () => console.log('div capture'), { capture: true });
b.addEventListener('note', () => console.log('button'));
b.dispatchEvent(new Event('note'));
console.log('now bubbling');
b.dispatchEvent(new Event('note', { bubbles: true }));

// The path of an event is fixed at the start, so moving the target does not change who hears of it.
const d1 = document.createElement('div'), d2 = document.createElement('div'), b = document.createElement('button');
d1.append(b);
d1.addEventListener('click', () => console.log('old parent'));
d2.addEventListener('click', () => console.log('new parent'));
b.addEventListener('click', () => { console.log('button'); d2.append(b); });
b.click();
console.log('again');
b.click();

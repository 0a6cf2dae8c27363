// A listener added to an ancestor during a dispatch is called when the event gets there.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
b.addEventListener('click', () => { console.log('button'); d.addEventListener('click', () => console.log('added to div')); });
b.click();

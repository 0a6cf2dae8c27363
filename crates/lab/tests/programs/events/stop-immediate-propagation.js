// After stopImmediatePropagation not even the other listeners of the same element run.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
d.addEventListener('click', () => console.log('never'));
b.addEventListener('click', e => { console.log('one'); e.stopImmediatePropagation(); console.log('rest of one'); });
b.addEventListener('click', () => console.log('never'));
b.click();

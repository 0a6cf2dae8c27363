// After stopPropagation the other listeners of the same element still run but those above it do not.
const d = document.createElement('div'), b = document.createElement('button');
d.append(b);
d.addEventListener('click', () => console.log('never'));
b.addEventListener('click', e => { console.log('stops'); e.stopPropagation(); });
b.addEventListener('click', () => console.log('same element'));
b.click();
